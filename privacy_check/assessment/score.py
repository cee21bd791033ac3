"""How much can be seen, as a range from 0 to 100; the model and its numbers are explained in docs/scoring.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from privacy_check import catalogue
from privacy_check.assessment.pieces import Given, Piece, pieces_of, rules_left_out
from privacy_check.model import Score

DIMENSIONS = ("find", "reach", "defraud", "pretend", "others", "private")
AS_IF_EXPOSED = 1.0
# The share of an item halves with every place, so what comes after this many places is smaller than rounding.
PLACES = 48

Levels = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class _Item:
    """One term: what it adds in its dimension at least and at most; `key` is empty for what was not checked."""

    dimension: str
    low: float
    high: float
    key: str = ""


def score(findings: Iterable[Given], not_checked: Iterable[str] = ()) -> Score:
    """The exposure range of findings, or of mappings with `rule_id`, `visibility` and, if known, `confidence`.

    `low` counts what could not be checked as hidden, `high` as exposed. `not_checked` names rule ids, accounts
    (`platform:handle`) or things in words. `contributions` are the points that go when one finding is left out.
    """
    left = tuple(dict.fromkeys(not_checked))
    items = _items(findings, left)
    low, high = _sorted(items, "low"), _sorted(items, "high")
    return Score(
        low=_headline(low),
        high=_headline(high),
        dimensions={name: (_percent(_level(low[name])), _percent(_level(high[name]))) for name in DIMENSIONS},
        contributions=_contributions(items, low, high),
        not_checked=left,
        rules_version=catalogue.rules_version(),
    )


def middle(findings: Iterable[Given], not_checked: Iterable[str] = ()) -> float:
    """The middle of the range: what fixes are ranked by, never shown."""
    items = _items(findings, not_checked)
    return (_headline(_sorted(items, "low")) + _headline(_sorted(items, "high"))) / 2


def level(bounds: tuple[float, float]) -> str:
    """`low`, `some`, `high` or, where the range spans too much to say, `unknown`; `bounds` from 0 to 100."""
    low, high = (_word(bound) for bound in bounds)
    if low == "low" and high == "high":
        return "unknown"
    return high


def _word(value: float) -> str:
    levels = _weights()["levels"]
    return "low" if value < levels["some"] else "some" if value < levels["high"] else "high"


def _items(findings: Iterable[Given], not_checked: Iterable[str]) -> list[_Item]:
    return [*_found(pieces_of(findings)), *_unchecked(not_checked)]


def _found(pieces: Iterable[Piece]) -> Iterable[_Item]:
    for piece in pieces:
        if not catalogue.known(piece.rule_id):
            continue
        rule = catalogue.rule(piece.rule_id)
        if rule.scored and piece.confirmed:
            full = rule.sensitivity * piece.linkability * piece.confidence
            low, high = _bounds(piece)
            yield _Item(rule.dimension, full * low, full * high, piece.key)


def _bounds(piece: Piece) -> tuple[float, float]:
    """Visibility at least and at most. A weak sign-in is not seen by anyone, and counts in full."""
    if piece.visibility is not None:
        return piece.visibility, piece.visibility
    return (AS_IF_EXPOSED, AS_IF_EXPOSED) if piece.counts_unseen else (0.0, AS_IF_EXPOSED)


def _unchecked(not_checked: Iterable[str]) -> Iterable[_Item]:
    for rule_id in rules_left_out(not_checked):
        rule = catalogue.rule(rule_id)
        if rule.scored:
            yield _Item(rule.dimension, 0.0, rule.sensitivity * AS_IF_EXPOSED)


def _sorted(items: Iterable[_Item], end: str) -> Levels:
    """The values per dimension, largest first."""
    values: Levels = {name: [] for name in DIMENSIONS}
    for item in items:
        values[item.dimension].append(getattr(item, end))
    return {name: sorted(found, reverse=True) for name, found in values.items()}


def _headline(values: Levels) -> float:
    weights, power = _weights()["dimensions"], _weights()["formula"]["power"]
    total = sum(weights[name] * _level(values[name]) ** power for name in DIMENSIONS)
    return _percent((total / sum(weights.values())) ** (1 / power))


def _level(values: Sequence[float]) -> float:
    """The strongest item sets the level; the others add a shrinking amount. `values` come largest first."""
    if not values:
        return 0.0
    first, *rest = values[:PLACES]
    more = sum(value / 2 ** (index + 1) for index, value in enumerate(rest))
    return float(first + (1 - first) * _weights()["formula"]["rest"] * more)


def _contributions(items: Sequence[_Item], low: Levels, high: Levels) -> dict[str, float]:
    whole = _headline(low) + _headline(high)
    by_key: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        if item.key:
            by_key[item.key].append(item)
    return {
        key: round((whole - _headline(_without(low, own, "low")) - _headline(_without(high, own, "high"))) / 2, 6)
        for key, own in by_key.items()
    }


def _without(values: Levels, items: Sequence[_Item], end: str) -> Levels:
    """The values with these items taken out; only as many places are copied as can matter."""
    left = dict(values)
    for item in items:
        own = left[item.dimension][: PLACES + len(items)]
        value = getattr(item, end)
        if value in own:
            own.remove(value)
        left[item.dimension] = own
    return left


def _percent(value: float) -> float:
    """Points from 0 to 100; six decimals, so that every machine prints the same."""
    return round(100 * min(1.0, max(0.0, value)), 6)


def _weights() -> Mapping[str, Any]:
    return catalogue.data("weights.toml")
