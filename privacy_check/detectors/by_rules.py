"""Everything that is told by readable rules: `privacy_check/rules/<kind>.toml`, one file for each kind.

Finds: "in Filey with my sister while Sunday", "Knitting, second Tuesday, two o'clock", "I've clocked forty-five".
Misses: wishes, matches, opening hours, things of one day only, ages of stars and of buildings.
Why: what is told in passing, in whatever way of speaking, tells strangers as much as a form that is filled in.
Fix: leave the day, the place or the number out, or post about it afterwards.

A kind whose rules are signs has weights (`python -m tests.weighing KIND`); what weighs enough is told whole. Any
other rule decides alone, and what its pattern captures is what was found. Filtering and merging are the engine's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.detectors.rule_heads import About, about, phrase_of, telling_rules
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.rules import Hit, candidates_of, rules_of
from privacy_check.text.triggers import triggers_of
from privacy_check.text.weighing import (
    each_captured,
    groups,
    hits_to_weigh,
    most,
    parts,
    signs,
    signs_of,
    weighed,
    weights,
)
from privacy_check.text.whose_name import of_a_stranger

FINDS = (
    ("no market, I'm in Whitby at my daughter's while Sunday", "in Whitby at my daughter's while Sunday"),
    ("knit and natter first Monday of the month, two o'clock", "knit and natter first Monday of the month"),
)  # fmt: skip
MISSES = (
    "wish I was in Majorca, seven nights, anyone, please",
    "half price Mondays at the soft play, bring socks",
    "The king is in Malta until Friday",
)
SURE = 3.0  # a sum of weights: 0 is as likely as not
OUTRIGHT = -4.0  # enough where a rule fired that says it in so many words
LEAST = 2  # sorts of signs there must be: one alone is said of anything


class ByRules(BaseDetector):
    """The rules of one kind."""

    def __init__(self, kind: str, head: About) -> None:
        self.name = f"{kind}_by_rules"
        self.kind = kind
        self.head = head
        self.entity_types = (head.entity,)
        self.triggers = Triggers(*triggers_of(kind, head.needs))

    def match(self, folded: Folded) -> Iterable[Match]:
        """What weighs enough, or what the rules captured."""
        return self._weighed(folded) if weighed(self.kind) else self._captured(folded)

    def _weighed(self, folded: Folded) -> Iterator[Match]:
        head, told = self.head, candidates_of(folded)
        if not self._may_be_enough(told.names(self.kind)):
            return
        for begin, end in parts(folded.text):
            part = told.within(begin, end, self.kind)
            hits = hits_to_weigh(part, self.kind, head.needs, self._may_be_enough)
            if not hits:
                continue
            if head.each:
                yield from self._each(hits, begin, folded)
                continue
            weight = weights(self.kind).sum(signs(self.kind, hits))
            fired = {hit.rule for hit in hits}
            enough = head.hushed_sum if fired & head.hushed_by else self._least(fired, softened=head.softened_by)
            if weight <= enough or (enough >= head.likely and _sorts(self.kind, head.telling, fired) < LEAST):
                continue
            first, last = phrase_of(self.kind, head, hits, folded.lower, begin)
            if last:
                confidence = 0.7 if weight > SURE else 0.55
                yield Match(head.entity, first, last, confidence, head.seen, head.rule_id, head.whose)

    def _each(self, hits: Sequence[Hit], begin: int, folded: Folded) -> Iterator[Match]:
        """What was captured, each weighed by itself, with the signs that stand around it."""
        head = self.head
        for (first, last), rules in each_captured(hits, telling_rules(self.kind, head.telling)).items():
            if weights(self.kind).sum(signs_of(self.kind, rules)) <= head.likely:
                continue
            if not (head.entity is EntityType.FAMILY_NAME and of_a_stranger(folded, begin + first, begin + last)):
                yield Match(head.entity, begin + first, begin + last, 0.6, head.seen, head.rule_id, head.whose)

    def _may_be_enough(self, names: frozenset[str]) -> bool:
        """False where the named rules could never weigh enough, whichever of them fire."""
        enough = self._least(names)
        if most(self.kind, names) <= enough:
            return False
        if self.head.each or enough < self.head.likely:
            return True
        return _sorts(self.kind, self.head.telling, names) >= LEAST

    def _least(self, fired: Set[str], softened: Set[str] = frozenset()) -> float:
        """The smallest sum that can be enough where these rules fired."""
        if fired & self.head.outright:
            return OUTRIGHT
        plainly = fired & self.head.plain and not fired & softened
        return self.head.plain_sum if plainly else self.head.likely

    def _captured(self, folded: Folded) -> Iterator[Match]:
        head = self.head
        for hit in candidates_of(folded).hits(self.kind):
            confidence, rule_id = _sure(self.kind)[hit.rule]
            if confidence and _sound(head.entity, folded.lower[hit.first : hit.last]):
                yield Match(
                    head.entity, hit.first, hit.last, confidence, head.seen, rule_id or head.rule_id, head.whose
                )


@cache
def _sure(kind: str) -> Mapping[str, tuple[float, str]]:
    """How sure each rule is, and its own rule of the taxonomy, if it has one."""
    return {rule.id: (rule.confidence, rule.rule_id) for rule in rules_of(kind)}


def _sound(kind: EntityType, said: str) -> bool:
    """False for a number that nobody's age or year of birth can be."""
    if kind not in _RANGES or not said[0].isdigit():
        return True
    return said.isdecimal() and any(int(said) in range_ for range_ in _RANGES[kind])


_RANGES = {EntityType.AGE: (range(1, 105),), EntityType.BIRTH_YEAR: (range(1920, 2022), range(30, 100))}


def _sorts(kind: str, names: frozenset[str], fired: Set[str]) -> int:
    return sum(group.name in names and not group.rules.isdisjoint(fired) for group in groups(kind))


def _kinds() -> Iterator[tuple[str, About]]:
    from privacy_check.text.rules import kinds

    for kind in kinds():
        head = about(kind)
        if head is not None:
            yield kind, head


DETECTORS = tuple(ByRules(kind, head) for kind, head in _kinds())
