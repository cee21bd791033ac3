"""The plain words of explanations: what was seen and where, why it matters, what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from privacy_check.sentences import has, say

if TYPE_CHECKING:
    from privacy_check.catalogue import Remedy
    from privacy_check.model import EntityType

SEEN = "seen"
MATTERS = "matters"
TOGETHER = "together"
_AS_ELSEWHERE = {"pictures": "photos"}


def of(words: str, kind: EntityType, rule_id: str) -> str:
    """The words for a rule together with a kind, a rule, or a kind, whichever is known first; empty if none."""
    names = (f"explain.{words}.{key}" for key in (f"{rule_id} {kind}", rule_id, kind))
    return next((say(name) for name in names if has(name)), "")


def particular(why: str) -> str:
    """What to say of a match that knows better than its kind; empty where it does not."""
    name = f"explain.particular.{why}"
    return say(name) if why and has(name) else ""


def place(field: str) -> str:
    """Where on a profile something stands."""
    name = f"report.place.{_AS_ELSEWHERE.get(field, field)}"
    return say(name) if has(name) else say("explain.other_line", line=field.replace("_", " "))


def listed(items: Sequence[object]) -> str:
    """Items as people write them: 1, 2 and 3."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    return say("pictures.and_word", first=", ".join(words[:-1]), last=words[-1])


def spoken_day(day: date) -> str:
    """A date as it is said."""
    return f"{day.day} {day:%B %Y}"


def spoken_time(at: datetime) -> str:
    """A time of day as the clock of this computer shows it."""
    return f"{at.astimezone():%H:%M}"


def steps_checked(remedy: Remedy) -> str:
    """When the steps were last looked at, and whether on the live site."""
    if remedy.checked_on is None:
        return ""
    name = "checked_live" if remedy.verified_live else "checked_down"
    return say(f"report.first.{name}", day=spoken_day(remedy.checked_on))


def shows(low: int, high: int) -> str:
    """How much of a person shows, 0 to 100, as one number or a range."""
    return say("common.exposure" if low == high else "common.exposure_range", low=low, high=high)
