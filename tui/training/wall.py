"""What the room sees, as lines of words: for the desk's side, and for the plain desk."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.sentences import say
from privacy_check.training.nouns import Door, Room
from tui.text import tidy


def wall_lines(room: Room) -> list[str]:
    """The heading, what is known, the doors with their states in words, and what would have stopped it."""
    rows = [room.lead, *(f"- {point}" for point in room.points)]
    for page in room.pages:
        rows.append(f"- {page.title}")
    if room.facts:
        rows += ["", say("training.projector.known")]
        for fact in room.facts:
            state = (
                say("training.projector.gone")
                if fact.gone
                else say("training.projector.new")
                if fact.fresh
                else ""
            )
            rows.append(f"- {fact.shown}{f' ({state})' if state else ''}")
    if room.doors:
        rows += ["", say("training.projector.doors"), *(_door(door) for door in room.doors if door.lit)]
    if room.stops:
        rows += ["", say("training.projector.stops"), *(f"- {stop}" for stop in room.stops)]
    if room.fixed:
        rows += ["", say("training.projector.fixed"), *(f"- {title}" for title in room.fixed)]
    return [tidy(row) for row in rows]


def _door(door: Door) -> str:
    now = catalogue.words("scenario_status", door.now.value)
    if door.before is door.now:
        return f"- {door.title}: {now}"
    before = catalogue.words("scenario_status", door.before.value)
    return f"- {door.title}: {now} ({say('training.projector.before').lower()}: {before})"
