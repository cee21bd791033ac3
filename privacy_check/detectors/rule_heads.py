"""The head of a rule file: what its rules find, which count for what, and where the telling words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from privacy_check.detectors.base import Whose
from privacy_check.model import EntityType
from privacy_check.text.rules import Hit, file_of
from privacy_check.text.runs import clause
from privacy_check.text.weighing import groups

LIKELY = 1.2  # a sum of weights: 0 is as likely as not
PLAINLY = 0.0  # enough where a rule fired that says it in one breath
_NAMED = ("telling", "needs", "plain", "outright", "hushed_by", "softened_by")
_APART = 48  # characters between two signs that still belong to one phrase


@dataclass(frozen=True, slots=True)
class About:
    """The head of a rule file: the kind that is found, its rule in the taxonomy, what was seen in words.

    `each`: what the telling rules captured is weighed one by one, and each is a finding of its own.
    """

    entity: EntityType
    rule_id: str
    seen: str
    telling: frozenset[str]
    needs: frozenset[str]
    plain: frozenset[str]
    outright: frozenset[str]
    hushed_by: frozenset[str]
    softened_by: frozenset[str]
    likely: float
    plain_sum: float
    hushed_sum: float
    whose: Whose
    each: bool


@cache
def about(kind: str) -> About | None:
    """The head of a rule file; None for a kind that has a detector of its own."""
    raw = file_of(kind)
    if "entity" not in raw:
        return None
    whose = Whose(raw.get("whose", Whose.WRITER))
    named = {name: frozenset(raw.get(name, ())) for name in _NAMED}
    return About(
        EntityType(raw["entity"]),
        raw["rule_id"],
        raw["seen"],
        likely=raw.get("likely", LIKELY),
        plain_sum=raw.get("plain_sum", PLAINLY),
        hushed_sum=raw.get("hushed_sum", LIKELY),
        whose=whose,
        each=raw.get("each", False),
        **named,
    )


@cache
def telling_rules(kind: str, names: frozenset[str]) -> frozenset[str]:
    """The rules of the named groups."""
    return frozenset().union(*(group.rules for group in groups(kind) if group.name in names))


def phrase_of(kind: str, head: About, hits: Sequence[Hit], lower: str, begin: int) -> tuple[int, int]:
    """Where the words stand in `lower` that tell of a kind; (0, 0) where none of its telling signs fired.

    `hits` count from `begin`, where their part of the text begins.
    """
    first, last = _phrase([hit for hit in hits if hit.rule in telling_rules(kind, head.telling)])
    if not last:
        return 0, 0
    first, last = begin + first, begin + last
    # A sign that stands at the beginning of a sentence holds the end of the one before.
    while first < last and not lower[first].isalnum():
        first += 1
    return clause(lower, first, last)


def _phrase(hits: Sequence[Hit]) -> tuple[int, int]:
    """The longest run of signs that stand near one another."""
    best = first = last = 0
    found = (0, 0)
    for hit in sorted(hits, key=lambda hit: hit.start):
        if not last or hit.start - last > _APART:
            first = hit.start
            last = hit.end
        last = max(last, hit.end)
        if last - first > best:
            best, found = last - first, (first, last)
    return found
