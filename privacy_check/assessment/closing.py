"""What closes an open scenario: every least set of pieces, and the one that is smallest and quickest.

A path is broken by any one piece of `all`, by every piece of `any` that is there, or by so many of `of` that
fewer than `k` are left. A scenario is closed when all its met paths are broken. The sets are worked out from this
rule and not tried one by one, so that they are exact however many pieces are there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from privacy_check import catalogue
from privacy_check.assessment.grammar import Rules, is_open, lacking, nested, there, vocabulary
from privacy_check.assessment.visits import Shown, total_minutes
from privacy_check.catalogue import Path

NOTHING_TO_DO: Rules = frozenset()


def closing_set(scenario_id: str, rules: Rules, shown: Shown, *, spare: Collection[str] = ()) -> tuple[str, ...]:
    """The smallest set of rule ids without which the scenario is not open; empty when it is not open.

    Fewest first, then least time on all accounts of `shown`, then by id. Rules in `spare` are only used where
    nothing else closes it.
    """
    if not is_open(scenario_id, rules):
        return ()

    kept = frozenset(spare)
    ways = closings(scenario_id, rules)
    fewest = min((len(way & kept), len(way)) for way in ways)
    smallest = [sorted(way) for way in ways if (len(way & kept), len(way)) == fewest]
    return tuple(min(smallest, key=lambda way: (minutes(way, shown), way)))


def minutes(rules: Iterable[str], shown: Shown) -> int:
    """How long it takes to remove these rules from every account that shows them."""
    return total_minutes(rules, shown)


def closings(scenario_id: str, rules: Rules) -> tuple[Rules, ...]:
    """Every set of pieces that closes the scenario and of which none could stay."""
    return _closings(scenario_id, rules & frozenset(vocabulary(scenario_id)))


@lru_cache(maxsize=4096)
def _closings(scenario_id: str, rules: Rules) -> tuple[Rules, ...]:
    broken = [_breaks(path, rules) for path in catalogue.scenario(scenario_id).paths if lacking(path, rules) == 0]
    return _all_of(broken)


def _breaks(path: Path, rules: Rules) -> tuple[Rules, ...]:
    ways = [way for name in path.all for way in _without(name, rules)]
    if path.any:
        ways += _all_of([_without(name, rules) for name in path.any if there(name, rules)])
    if path.k:
        found = [_without(name, rules) for name in path.of if there(name, rules)]
        for chosen in combinations(found, len(found) - path.k + 1):
            ways += _all_of(chosen)
    return _least(ways)


def _without(name: str, rules: Rules) -> tuple[Rules, ...]:
    return closings(name, rules) if nested(name) else (frozenset({name}),)


def _all_of(choices: Sequence[tuple[Rules, ...]]) -> tuple[Rules, ...]:
    """Every way to do all of these, each of which can be done in several ways."""
    ways: tuple[Rules, ...] = (NOTHING_TO_DO,)
    for choice in choices:
        ways = _least(way | more for way in ways for more in choice)
    return ways


def _least(ways: Iterable[Rules]) -> tuple[Rules, ...]:
    """The sets that hold no other set."""
    kept: list[Rules] = []
    for way in sorted(frozenset(ways), key=lambda one: (len(one), sorted(one))):
        if not any(other <= way for other in kept):
            kept.append(way)
    return tuple(kept)
