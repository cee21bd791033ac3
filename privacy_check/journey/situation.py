"""The few taps about a person's work and life: what is asked, what a tap changes, what stands there now."""

from __future__ import annotations

from dataclasses import replace

from privacy_check.sentences import say
from privacy_check.subject import WORK, Situation

ASKS = ("fosters", "own_children", "careful_of_someone")
_WORK = "work:"


def choices(situation: Situation) -> list[tuple[str, str, bool]]:
    """Every line to tap: its id, its words, and whether it is ticked."""
    works = [(f"{_WORK}{name}", say(f"paths.situation.works.{name}"), situation.work == name) for name in WORK]
    return works + [(name, say(f"paths.situation.asks.{name}"), getattr(situation, name)) for name in ASKS]


def tapped(situation: Situation, line: str) -> Situation:
    """The situation after a tap on a line; the same tap again takes the answer back."""
    if line.startswith(_WORK):
        work = line.removeprefix(_WORK)
        return replace(situation, work="" if situation.work == work else work)
    return answered(situation, line, not getattr(situation, line))


def answered(situation: Situation, line: str, yes: bool) -> Situation:
    """The situation with one of ASKS answered."""
    return Situation(situation.work, *(yes if name == line else getattr(situation, name) for name in ASKS))
