"""Plain sentences for why a look came out as it did: one clause each, for people."""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.model import Outcome
from privacy_check.sentences import has, say
from scanners.platforms.schema import Marker

_LISTED = 4


def said(outcome: Outcome, sign: Marker) -> str:
    """What a sign says and where it stands; a maker's name from its note comes in brackets."""
    maker = f" ({sign.note})" if sign.note and len(sign.note.split()) < 3 and not sign.note.endswith(".") else ""
    where = f"looking.where.{sign.kind}"
    words = say(where if has(where) else "looking.where.code")
    return say("looking.told", where=words, what=say(f"looking.what.{outcome}"), maker=maker)


def parts(names: Iterable[str]) -> str:
    """Field names as a list for people: `a bio, a name and a place`."""
    words = [_part(name) for name in sorted(names)]
    if len(words) > _LISTED:
        words = [*words[: _LISTED - 1], say("looking.part.more")]
    return words[0] if len(words) == 1 else say("looking.listed", first=", ".join(words[:-1]), last=words[-1])


def _part(name: str) -> str:
    return say(f"looking.part.{name}") if has(f"looking.part.{name}") else name
