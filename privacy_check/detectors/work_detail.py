"""Posts that may be about a case: a client, pupil, patient or family met at work, and what happened to them.

Finds: "one of our lads" beside a shift and a court, a patient known by a limp, a pupil's mother and her drinking,
handover sheets in a picture, the code of a door.
Misses: one's own children and one's own illness, news and television, training, work without a person, thanks.
Why: people who know the family may recognise it, even without names.
Fix: take the post down and talk to your manager.

The signs are rules (`privacy_check/rules/case_slip.toml`) and single words; their weights are data, found by
`python -m tests.weighing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.lexicon import classes
from privacy_check.text.quotation import of_another
from privacy_check.text.rules import Hit, candidates_of
from privacy_check.text.weighing import groups, letters, most, parts, signs, weights, words_for, words_weigh

KIND = "case_slip"
LIKELY, SURE = 0.5, 2.5  # sums of weights: 0 is as likely as not
MOST = 3  # in one text
_LONGEST = 300  # characters that are weighed together
_CODES = frozenset(("door_code", "code_told"))
_PEOPLE = frozenset(("he_or_she", "told_to_others", "colleague", "door_code", "code_told"))
_MET = frozenset(("client", "one_of_ours"))

FINDS = (
    ("Late shift, then two hours in A&E with one of our lads. He is in court on Thursday.",
     "Late shift, then two hours in A&E with one of our lads. He is in court"),
    ("one of my pupils disclosed something awful today, she cried and cried",
     "one of my pupils disclosed something awful today, she"),
)  # fmt: skip
MISSES = (
    "one of our lads scored a hat trick, off to the pub",
    "Head office could not run a bath. There, I said it.",
    "one of my students sent me a lovely card",
    "two hours in A&E with our youngest, he is fine",
    "my clients are the best, thank you for a great year",
    "court shoes are back in fashion",
)


class WorkDetail(BaseDetector):
    """Hints that words are about somebody met at work, or show what must stay inside."""

    name = "work_detail"
    kind = KIND
    entity_types = (EntityType.PROFILE,)

    def __init__(self) -> None:
        met = (
            word for name in ("CLIENT", "CLIENTS", "CODE") for phrase in classes()[name] for word in phrase.split()
        )
        self.triggers = Triggers(words=words_for(KIND).union(met))

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match for each part of the text that weighs enough, at most three."""
        found = 0
        candidates = candidates_of(folded)
        hopeful = candidates.names(KIND)
        for begin, end in parts(folded.lower, _LONGEST):
            words = words_weigh(KIND, letters(folded.lower[begin:end]))
            if not _may_be_enough(hopeful, words):
                continue
            part = candidates.within(begin, end, KIND)
            if not _may_be_enough(part.names(KIND), words):
                continue
            told = _told(part.hits(KIND), words, folded.lower[begin:end])
            if told is None or of_another(folded.lower, begin + told.start, begin + told.end):
                continue
            yield told.moved(begin)
            found += 1
            if found == MOST:
                return


def _may_be_enough(names: frozenset[str], words: float) -> bool:
    """False where the named rules could never be enough beside the words, whichever of them fire."""
    hopeful = names - _group("elsewhere")
    enough = names & _of_others() and most(KIND, names) + words > LIKELY
    return bool(enough) or _shows_what_stays_inside(hopeful) or _said_plainly(hopeful)


def _told(hits: Sequence[Hit], words: float, said: str) -> Match | None:
    fired = frozenset(hit.rule for hit in hits)
    weight = weights(KIND).sum(signs(KIND, hits)) + words
    by_weight = weight > LIKELY and fired & _of_others()
    if not (by_weight or _shows_what_stays_inside(fired) or _said_plainly(fired)):
        return None
    rule_id, why = _rule(fired)
    start, end = _place(hits, said)
    return Match(EntityType.PROFILE, start, end, 0.6 if weight > SURE else 0.5, why, rule_id, Whose.OTHER)


def _shows_what_stays_inside(fired: frozenset[str]) -> bool:
    """True for the code of a building of one's work, and for its papers in a picture: these need no weighing."""
    if fired & _group("elsewhere") or not fired & _group("work"):
        return False
    return "code_told" in fired or len(fired & _group("proof")) > 1


@cache
def _of_others() -> frozenset[str]:
    """The signs of which there must be one: of work, or of somebody else."""
    return _PEOPLE.union(_group("work"), _group("known"))


@cache
def _group(name: str) -> frozenset[str]:
    return next(group.rules for group in groups(KIND) if group.name == name)


def _said_plainly(fired: frozenset[str]) -> bool:
    """True where somebody met at work is named as such, and what happened to them: "my client was sectioned"."""
    return bool(fired & _MET and fired & _group("matter")) and not fired & _group("elsewhere")


def _rule(fired: frozenset[str]) -> tuple[str, str]:
    """Which rule of the taxonomy it is, and what was seen in words."""
    if fired & _CODES:
        return "WRK-03", "a code of a building where you work"
    if {"papers", "shown"} <= fired:
        return "WRK-07", "papers of your work in a picture"
    if "colleague" in fired and not fired & {"client", "one_of_ours", "case_act", "bed_or_room", "fostering"}:
        return "WRK-03", "words about somebody you work with"
    return "WRK-01", "words about somebody you met at work"


def _place(hits: Sequence[Hit], said: str) -> tuple[int, int]:
    """The words between the first and the last sign that speak for it; all of them where only words do."""
    telling = [hit for hit in hits if hit.rule in _speaking()]
    if not telling:
        return len(said) - len(said.lstrip()), len(said.rstrip())
    return min(hit.start for hit in telling), max(hit.end for hit in telling)


@cache
def _speaking() -> frozenset[str]:
    """The signs of somebody met at work, of what happened and of what is shown."""
    named = (group.rules for group in groups(KIND) if group.name != "elsewhere")
    return _CODES.union(*named)


DETECTOR = WorkDetail()
