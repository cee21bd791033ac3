"""A second look at kinds of which single words are signs too, for what no rule foresees.

Finds: "Passports found, cat dropped at Mum's, see you all in April", "Every Thursday it's me and the toddler".
Misses: trips long past, plans without a date, other people's holidays, days out, offers to everybody.
Why: most people tell such a thing in words of their own, and many small words together say it as surely.
Fix: leave the day or the place out, or post about it afterwards.

Rules and words are weighed together (`rules/weights/<kind>_words.json`, found by `python -m tests.weighing`); what
by_rules.py finds is found there.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.detectors.rule_heads import About, about, phrase_of
from privacy_check.text.fold import Folded
from privacy_check.text.rules import candidates_of, kinds
from privacy_check.text.weighing import letters, most, parts, signs, weighed, weights, words_for, words_weigh

FINDS = (
    ("Passports found, cat dropped at Mum's, see you all in April", "cat dropped at Mum's, see you all in April"),
    ("Every Thursday it's me, the toddler and the slide at Roundhay", "the toddler and the slide at Roundhay"),
)
MISSES = (
    "Dogs shouldn't be in kennels at Christmas, there I said it.",
    "Thinking we might do Portugal next year, or the year after. No dates yet.",
)
LIKELY, SURE = 1.5, 3.0  # sums of weights: 0 is as likely as not


class ByWords(BaseDetector):
    """The rules and the words of one kind, weighed together."""

    def __init__(self, kind: str, head: About) -> None:
        self.name = f"{kind}_by_words"
        self.kind = kind
        self.model = f"{kind}_words"
        self.head = head
        self.entity_types = (head.entity,)
        self.triggers = Triggers(words_for(self.model))

    def match(self, folded: Folded) -> Iterable[Match]:
        """The parts of a text that weigh enough: from their first to their last telling sign."""
        told = candidates_of(folded)
        hopeful = most(self.kind, told.names(self.kind), self.model)
        for begin, end in parts(folded.text):
            lower = folded.lower[begin:end]
            words = words_weigh(self.model, letters(lower))
            if hopeful + words <= LIKELY:
                continue
            part = told.within(begin, end, self.kind)
            if most(self.kind, part.names(self.kind), self.model) + words <= LIKELY:
                continue
            hits = part.hits(self.kind)
            weight = weights(self.model).sum(signs(self.kind, hits)) + words
            if weight <= LIKELY:
                continue
            first, last = phrase_of(self.kind, self.head, hits, folded.lower, begin)
            if not last:
                first, last = begin + len(lower) - len(lower.lstrip()), begin + len(lower.rstrip())
            confidence = 0.7 if weight > SURE else 0.55
            yield Match(
                self.head.entity, first, last, confidence, self.head.seen, self.head.rule_id, self.head.whose
            )


DETECTORS = tuple(
    ByWords(kind, head) for kind in kinds() if weighed(f"{kind}_words") and (head := about(kind)) is not None
)
