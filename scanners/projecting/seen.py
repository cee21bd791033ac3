"""What is on the wall as plain data: every word cleaned, and the words the empty page needs."""

from __future__ import annotations

from html import escape
from typing import Any

from privacy_check import catalogue
from privacy_check.sentences import language, say
from privacy_check.text.sanitise import one_line
from privacy_check.training.nouns import Door, Fact, Kind, PagePicture, Room

LONGEST = 300


def as_document(room: Room) -> dict[str, Any]:
    """The room's view as JSON: words only, and the names of pictures."""
    return {
        "kind": room.kind,
        "place": room.place,
        "heading": _clean(room.heading),
        "lead": _clean(room.lead),
        "person": _clean(room.person),
        "busy": room.busy,
        # The people who answer the help lines are real.
        "invented": say("papers.help.real" if room.kind == Kind.CLOSE else "training.projector.invented"),
        "points": [_clean(point) for point in room.points],
        "facts": [_fact(fact) for fact in room.facts],
        "doors": [_door(door) for door in room.doors],
        "stops": [_clean(stop) for stop in room.stops],
        "pages": [_page(page) for page in room.pages],
        "pages_before": [_page(page) for page in room.pages_before],
        "fixed": [_clean(title) for title in room.fixed],
    }


def words_of_page() -> dict[str, str]:
    """The headings of the page, escaped."""
    names = ("title", "known", "doors", "stops", "now", "before", "after", "fixed", "invented", "ended", "taken")
    return {"lang": escape(language(), quote=True)} | {
        name: escape(say(f"training.projector.{name}"), quote=True) for name in names
    }


def _fact(fact: Fact) -> dict[str, Any]:
    state = say("training.projector.gone") if fact.gone else say("training.projector.new") if fact.fresh else ""
    return {
        "what": _clean(fact.what),
        "shown": _clean(fact.shown if fact.told else f"“{fact.shown}”"),
        "where": _clean(fact.where),
        "gone": fact.gone,
        "fresh": fact.fresh,
        "state": state,
    }


def _door(door: Door) -> dict[str, Any]:
    return {
        "title": _clean(door.title),
        "lit": door.lit,
        "before": door.before.value,
        "now": door.now.value,
        "before_words": catalogue.words("scenario_status", door.before.value),
        "now_words": catalogue.words("scenario_status", door.now.value),
        "closed_now": door.closed_now,
    }


def _page(page: PagePicture) -> dict[str, str]:
    return {"name": page.name, "title": _clean(page.title)}


def _clean(text: str) -> str:
    return one_line(text, LONGEST)
