"""What a step is worth: points of the range, scenarios closed, and what the person's situation adds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from privacy_check import catalogue
from privacy_check.assessment.causes import Cause
from privacy_check.assessment.closing import closing_set
from privacy_check.assessment.grammar import is_open, vocabulary
from privacy_check.assessment.pieces import Given, pieces_of
from privacy_check.assessment.scenarios import known_rules
from privacy_check.assessment.score import middle
from privacy_check.model import Scenario, ScenarioStatus
from privacy_check.subject import Situation


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left without some findings: the middle of the range, the rules, what closes what is still open."""

    middle: float
    there: frozenset[str]
    closing: Mapping[str, tuple[str, ...]]


class Board:
    """All findings, read once and asked again and again what would be left without some of them."""

    def __init__(
        self,
        findings: Iterable[Given],
        scenarios: Iterable[Scenario],
        not_checked: Sequence[str],
        situation: Situation,
    ) -> None:
        self._pieces = pieces_of(findings)
        self._not_checked = not_checked
        self._open = tuple(item.id for item in scenarios if item.status is ScenarioStatus.OPEN)
        self._choices = frozenset(rule.id for rule in catalogue.rules() if rule.a_choice)
        self._fitting = _fitting(situation)
        self._shown = known_rules(self._pieces).shown
        self._sets: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}
        self._seen: dict[frozenset[str], _Left] = {}

    def alone(self, cause: Cause) -> tuple[float, tuple[str, ...]]:
        """Points of the range that go, and scenarios that close, when nothing else is done."""
        before, after = self._without(frozenset()), self._without(frozenset(cause.fingerprints))
        closes = tuple(name for name in before.closing if name not in after.closing)
        return max(0.0, before.middle - after.middle), closes

    def fits(self, cause: Cause) -> bool:
        """True when the person's situation makes it more pressing."""
        return not self._fitting[1].isdisjoint(cause.rules)

    def points(self, cause: Cause, done: frozenset[str] = frozenset()) -> float:
        """What the headline loses, and what the doors are worth, once the fingerprints in `done` are gone."""
        before, after = self._without(done), self._without(done | frozenset(cause.fingerprints))
        return max(0.0, before.middle - after.middle) + self.doors(cause, done)

    def doors(self, cause: Cause, done: frozenset[str] = frozenset()) -> float:
        """Points for scenarios that close, and a share for those that would close with more pieces."""
        before, after = self._without(done), self._without(done | frozenset(cause.fingerprints))
        closed = sum(self._scenario_points(name) for name in before.closing if name not in after.closing)
        mended = {*cause.rules, *(before.there - after.there)}
        return closed + sum(
            self._scenario_points(name)
            * len(mended.intersection(before.closing[name]))
            / len(before.closing[name])
            for name in after.closing
        )

    def worth(self, cause: Cause, done: Collection[str] = ()) -> float:
        """Points per minute once the fingerprints in `done` are gone.

        Where it helps to close nothing that is still open, a share of what it does alone counts: a second lock.
        """
        gone = frozenset(done)
        points = self.points(cause, gone)
        if gone and not self.doors(cause, gone):
            points += _numbers("plan")["alone"] * self.points(cause)
        more = _numbers("situation")["weight"] if self.fits(cause) else 1.0
        return float(points * more * _numbers("plan")["severity"][cause.severity] / cause.minutes)

    def _scenario_points(self, name: str) -> float:
        numbers = _numbers("plan")
        urgent = catalogue.scenario(name).level
        points = numbers["closes_urgent_scenario" if urgent else "closes_scenario"]
        return float(points * (_numbers("situation")["weight"] if name in self._fitting[0] else 1.0))

    def _without(self, gone: frozenset[str]) -> _Left:
        if gone not in self._seen:
            left = tuple(piece for piece in self._pieces if piece.key not in gone)
            there = known_rules(left).there
            still = {name: self._closing(name, there) for name in self._open if is_open(name, there)}
            self._seen[gone] = _Left(middle(left, self._not_checked), there, still)
        return self._seen[gone]

    def _closing(self, name: str, there: frozenset[str]) -> tuple[str, ...]:
        """What would close it without using a piece that is only a choice, where there is another way."""
        key = (name, there.intersection(vocabulary(name)))
        if key not in self._sets:
            self._sets[key] = closing_set(name, there, self._shown, spare=self._choices)
        return self._sets[key]


def _fitting(situation: Situation) -> tuple[frozenset[str], frozenset[str]]:
    """The scenarios and the rules that weigh more in this person's situation."""
    table = _numbers("situation")
    said = [key for key in ("fosters", "own_children", "careful_of_someone") if getattr(situation, key)]
    rows = [table[key] for key in (*said, *([situation.work] if situation.work else []))]
    return (
        frozenset(name for row in rows for name in row["scenarios"]),
        frozenset(name for row in rows for name in row["rules"]),
    )


def _numbers(table: str) -> dict[str, Any]:
    found: dict[str, Any] = catalogue.data("weights.toml")[table]
    return found
