"""What to change first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from privacy_check import catalogue
from privacy_check.assessment.causes import Cause, Kind, apart, causes
from privacy_check.assessment.scenarios import told_of_private_topics
from privacy_check.assessment.weighing import Board
from privacy_check.model import Finding, PlanStep, Scenario, ScenarioStatus, Score
from privacy_check.subject import Situation

COMES_FIRST = {Kind.CHILD: "child_safety", Kind.HARM: "active_harm"}


def plan(
    findings: Iterable[Finding],
    scenarios: Iterable[Scenario],
    score: Score | None = None,
    *,
    situation: Situation | None = None,
    locked: Collection[str] = (),
) -> tuple[PlanStep, ...]:
    """Every step worth doing, one per cause, best first; the up to three to begin with are marked `first`.

    `closes` names the scenarios that doing the step alone would close, `gain` the points of the exposure range.
    Private topics are left to the person: they are no step unless their scenario was asked for. `situation` weighs
    the order and nothing else; `locked` holds the keys of accounts that strangers cannot open.
    """
    found = tuple(findings)
    told = tuple(scenarios)
    kept = _urgent_pieces(told)
    # Those that tell of other people come before the home or the job they are read together with.
    opens = frozenset(name for name in kept if catalogue.rule(name).dimension == "others")
    board = Board(found, told, score.not_checked if score else (), situation or Situation())
    made = causes(found, opens=opens, kept=kept, private_topics=told_of_private_topics(told), locked=locked)
    options = [_option(cause, board, opens) for cause in made]
    first, others = _first(options, board, opens)
    rest = sorted(others, key=lambda item: item.order)
    return (*(replace(item.step, first=True) for item in first), *(item.step for item in rest))


def _urgent_pieces(scenarios: Iterable[Scenario]) -> frozenset[str]:
    """What an open scenario about a child or a client stands on: hiding an account does not settle it."""
    found = [
        item for item in scenarios if item.status is ScenarioStatus.OPEN and catalogue.scenario(item.id).level
    ]
    return frozenset(rule_id for item in found for rule_id in item.pieces)


@dataclass(frozen=True, slots=True)
class _Option:
    """A cause as a step. `worth` is points per minute done alone; `opens` a scenario about a child or a client."""

    step: PlanStep
    cause: Cause
    worth: float
    worthwhile: bool
    opens: bool
    fits: bool

    @property
    def order(self) -> tuple[Any, ...]:
        return self.ordered_by(self.worth)

    def ordered_by(
        self, worth: float, *, nothing_more: bool = False, known_platform: bool = False
    ) -> tuple[Any, ...]:
        """The place in the plan at this worth; sorts lowest first. What closes nothing more comes later."""
        cause = self.cause
        urgent = cause.kind in COMES_FIRST
        pressing: tuple[Any, ...] = (not self.worthwhile, known_platform)
        if urgent:
            sensitivity = max(catalogue.rule(rule_id).sensitivity for rule_id in cause.rules)
            shuts = any(catalogue.scenario(name).level for name in self.step.closes)
            pressing = (not self.opens, not self.fits, not shuts, -cause.severity.rank, -sensitivity)
        waits = (cause.a_choice, cause.waiting, not urgent, nothing_more and not urgent)
        return (*waits, cause.kind, *pressing, -worth, cause.minutes, cause.rules)


# A step that could be chosen, and what would be left then.
_Way = tuple[_Option, list[_Option]]


def _option(cause: Cause, board: Board, opens: Collection[str]) -> _Option:
    gain, closes = board.alone(cause)
    step = PlanStep(
        rule_id=cause.rules[0],
        account=cause.visits[0].account,
        minutes=cause.minutes,
        remedy_id=cause.visits[0].remedy_id,
        fingerprints=cause.fingerprints,
        closes=closes,
        gain=round(gain, 6),
        visits=cause.visits,
        rules=cause.rules,
        comes_first=COMES_FIRST.get(cause.kind, ""),
    )
    return _Option(
        step,
        cause,
        worth=board.worth(cause),
        worthwhile=cause.kind is not Kind.REST or board.points(cause) >= _numbers("plan")["worth_doing"],
        opens=any(rule_id in opens for rule_id in cause.rules),
        fits=board.fits(cause),
    )


def _first(
    options: Sequence[_Option], board: Board, opens: Collection[str]
) -> tuple[list[_Option], list[_Option]]:
    """The up to three steps to begin with, in the order they are picked, and all others.

    Each is picked as if those before it were done. Nobody is told to start with something that is no fault, or
    that others have been asked for already. Outside what is urgent, a step that helps to close nothing more comes
    after those that do, and is for a platform of its own while there is one worth doing.
    """
    numbers = _numbers("plan")
    left = [item for item in options if not item.cause.a_choice and not item.cause.waiting]
    later = [item for item in options if item not in left]
    picked: list[_Option] = []
    while left and len(picked) < numbers["first"]:
        best = _next(left, picked, board)
        picked.append(best)
        left.remove(best)
    picked, left = _with_a_quick_one(picked, left, board, opens)
    return picked, [*left, *later]


def _next(left: Sequence[_Option], picked: Sequence[_Option], board: Board) -> _Option:
    """The best of what is left, as if the picked were done."""
    done = frozenset(print_ for item in picked for print_ in item.step.fingerprints)
    seen = frozenset[str]().union(*(item.cause.platforms for item in picked))

    def place(item: _Option) -> tuple[Any, ...]:
        cause = item.cause
        nothing_more = not board.doors(cause, done)
        there = bool(cause.platforms) and cause.platforms <= seen
        again = there and cause.kind is Kind.REST and nothing_more
        return item.ordered_by(board.worth(cause, done), nothing_more=nothing_more, known_platform=again)

    return min(left, key=place)


def _with_a_quick_one(
    picked: list[_Option], left: list[_Option], board: Board, opens: Collection[str]
) -> tuple[list[_Option], list[_Option]]:
    """Swaps the last pick that can wait for the best quick step, when none of the picks is quick.

    Where no whole step is quick, closing one account of several may be: then the other accounts are a step of
    their own. Gives the picks and what is left.
    """
    minutes = _numbers("plan")["quick_minutes"]
    waits = [item for item in picked if item.cause.kind not in COMES_FIRST]
    if not waits or any(item.step.minutes < minutes for item in picked):
        return picked, left
    whole = [(item, [one for one in left if one is not item]) for item in left]
    ways = _quick(whole, minutes) or _quick(_account_by_account(left, board, opens), minutes)
    if not ways:
        return picked, left
    kept = [item for item in picked if item is not waits[-1]]
    best = _next([item for item, _ in ways], kept, board)
    after = next(rest for item, rest in ways if item is best)
    return [*kept, best], [waits[-1], *after]


def _quick(ways: Iterable[_Way], minutes: int) -> list[_Way]:
    return [(item, rest) for item, rest in ways if item.step.minutes < minutes]


def _account_by_account(left: Sequence[_Option], board: Board, opens: Collection[str]) -> Iterator[_Way]:
    """Each account of the steps that close several, as a step of its own, with all that is left beside it."""
    for item in left:
        for one, others in apart(item.cause, opens):
            rest = [other for other in left if other is not item]
            yield _option(one, board, opens), [*rest, _option(others, board, opens)]


def _numbers(table: str) -> dict[str, Any]:
    found: dict[str, Any] = catalogue.data("weights.toml")[table]
    return found
