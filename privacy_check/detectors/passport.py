"""Passport numbers.

Finds: nine figures, or a letter or two and figures, after the word passport; the machine-readable line of the
page.
Misses: company numbers and nine figures on their own.
Why: with a name and date of birth it is enough to borrow an identity.
Fix: delete it; if it was public, tell the passport office.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.wordlist import words

FINDS = (
    ("passport says 107185703 so I'm legal", "107185703"),
    ("Passport No: 533 380 006", "533 380 006"),
    ("my new blue one!! 533380006 and a photo like a hostage", "533380006"),
    ("ppt no 533380006", "533380006"),
    ("mine is 533380006, the gate is B14", "533380006"),
    ("P<GBRDOE<<JANE<ANN<<<<<<<<<<<<<<", "P<GBRDOE<<JANE<ANN<<<<<<<<<<<<<<"),
)
MISSES = (
    "company no 107185703",
    "passport photos cost 12 pounds",
    "passport queue, 45 minutes, gate 12",
    "I got the blue one, order 533380006",
    "score to beat: mine is 533380006",
)

_SAYS = late(
    r"(?<![a-z])(?:passports?|ppt|pasaporte|reisepass|passeport|travel doc(?:ument)?"
    r"|(?:my|new|the|his|her) (?:new )?(?:blue|burgundy) (?:one|book|thing))(?![a-z])"
)
# "Mine is 107185703" at an airport, where the word itself was said to somebody else.
_MINE = cue("mine", r"mine(?:'s| is|:)?\s(?P<n>[0-9]{9})(?![\w-])")
_TRAVEL = late(
    r"(?<![a-z])(?:flights?|gate|airport|boarding|check(?:ing|ed)? in|visa|border|abroad|esta|customs)(?![a-z])"
)
_NUMBER = late(
    r"(?<![0-9])(?<![0-9][./-])(?:[0-9]{9}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}"
    r"|(?<![a-z])[a-z]{1,2}\s?[0-9]{6,8})(?![0-9]|[-.][0-9])"
)
# Other countries mix letters and figures; these need to be called a number.
_NAMED_NUMBER = late(
    r"\s?(?:number|no|num|nr|#)\b\.?\s?(?:is|:"
    r"|=|-|/)?\s?(?P<n>(?=[a-z0-9]{0,8}[0-9][a-z0-9]{0,8}[0-9])[a-z0-9]{7,10})(?!\w)"
)
_MACHINE = late(r"(?<![a-z0-9])p[<a-z](?:gbr|[a-z]{3})[a-z<]{8,39}")


class Passport(BaseDetector):
    """Passport numbers."""

    name = "passport"
    entity_types = (EntityType.PASSPORT,)
    triggers = Triggers(
        words=words("passport passports ppt pasaporte reisepass passeport travel blue burgundy mine"),
        parts=("<<",),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for word in _SAYS.finditer(lower):
            hit = _NAMED_NUMBER.match(lower, word.end()) or _NUMBER.search(lower, word.end(), word.end() + 60)
            if hit is None:
                hit = _NUMBER.search(lower, max(0, word.start() - 40), word.start())
            if hit:
                place = hit.span("n") if "n" in hit.groupdict() else hit.span()
                yield Match(EntityType.PASSPORT, *place, 0.9, "a passport number", "PI-07")
        for hit in _MINE.finditer(folded):
            if _TRAVEL.search(lower):
                yield Match(EntityType.PASSPORT, *hit.span("n"), 0.6, "a passport number", "PI-07")
        for hit in _MACHINE.finditer(lower):
            if "<<" in hit.group():
                yield Match(
                    EntityType.PASSPORT, *hit.span(), 0.9, "the machine-readable line of a passport", "PI-07"
                )


DETECTOR = Passport()
