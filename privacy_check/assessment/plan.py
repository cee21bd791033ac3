"""What to change first, and what would happen if something were taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from privacy_check import catalogue
from privacy_check.assessment.pieces import COUNTS_UNSEEN, Piece, pieces_of, private_topic
from privacy_check.assessment.scenarios import evaluate
from privacy_check.assessment.score import middle, score
from privacy_check.model import (
    Account,
    Finding,
    Mark,
    PlanStep,
    Scenario,
    ScenarioStatus,
    Score,
    Severity,
)

# A joke page or a namesake is to be left alone.
LEAVE_ALONE = ("IMP-04", "IMP-06")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible step with what it is worth per minute; `first` for child safety and active harm."""

    step: PlanStep
    first: bool
    worth: float

    @property
    def order(self) -> tuple[bool, float, int, str, str]:
        step = self.step
        return (not self.first, -self.worth, step.minutes, step.rule_id, step.account.key if step.account else "")

    @property
    def platform(self) -> str:
        return self.step.account.platform if self.step.account else ""


def plan(
    findings: Iterable[Finding], scenarios: Iterable[Scenario], score: Score | None = None
) -> tuple[PlanStep, ...]:
    """Every step worth doing, best first; the first three are the ones to show.

    `closes` names the scenarios that doing the step alone would close, `gain` the points of the exposure range.
    Private topics are left to the person: they are no step unless their scenario was asked for.
    """
    found = tuple(findings)
    scenarios = tuple(scenarios)
    opted_in = any(catalogue.scenario(item.id).opt_in for item in scenarios)
    not_checked = score.not_checked if score else ()
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for item in found:
        if _to_be_done(item, opted_in):
            groups[(item.rule_id, item.account.key if item.account else "")].append(item)
    board = _Board(found, not_checked, opted_in)
    _drop_what_another_hides(groups)
    candidates = sorted(_candidates(groups, board, _urgent(scenarios)), key=lambda item: item.order)
    first = _first_three(candidates)
    rest = [item for item in candidates if item not in first]
    return tuple(item.step for item in (*first, *rest))


def what_if(
    findings: Iterable[Finding],
    removed: Collection[str],
    *,
    not_checked: Iterable[str] = (),
    private_topics: bool = False,
) -> tuple[list[Scenario], Score]:
    """Scenarios and range with some pieces taken away; `removed` holds rule ids or fingerprints."""
    left = [item for item in findings if item.rule_id not in removed and item.fingerprint not in removed]
    unchecked = [name for name in not_checked if name not in removed]
    return evaluate(left, not_checked=unchecked, private_topics=private_topics), score(left, unchecked)


def _drop_what_another_hides(groups: dict[tuple[str, str], list[Finding]]) -> None:
    """Limiting old posts is no step of its own where making the account private does that as well."""
    for rule_id, account in list(groups):
        hides = set(catalogue.rule(rule_id).hides)
        others = (other for other, key in list(groups) if key == account and other != rule_id)
        if hides and any(hides < set(catalogue.rule(other).hides) for other in others):
            del groups[(rule_id, account)]


class _Board:
    """All findings, read once and asked again and again what would be left without some of them."""

    def __init__(self, findings: tuple[Finding, ...], not_checked: Sequence[str], private_topics: bool) -> None:
        self._pieces = pieces_of(findings)
        self._not_checked = not_checked
        self._private_topics = private_topics
        self._now = middle(self._pieces, not_checked)
        self._open_now = self._open(self._pieces)
        self._by_account: dict[str, list[Finding]] = defaultdict(list)
        for item in findings:
            if item.account is not None:
                self._by_account[item.account.key].append(item)

    def on(self, account: Account) -> Sequence[Finding]:
        """Every finding on one account."""
        return self._by_account[account.key]

    def share(self, rule_id: str, closes: Collection[str]) -> float:
        """Points for the part a piece plays in open scenarios that it does not close alone."""
        left = (item for item in self._open_now.values() if item.id not in closes and rule_id in item.pieces)
        return sum(_points(0.0, [item.id]) / len(item.pieces) for item in left)

    def without(self, gone: Collection[str]) -> tuple[float, tuple[str, ...]]:
        """Points that go, and scenarios that close, without these fingerprints."""
        left = tuple(piece for piece in self._pieces if piece.key not in gone)
        still = self._open(left)
        closed = tuple(name for name in self._open_now if name not in still)
        return max(0.0, self._now - middle(left, self._not_checked)), closed

    def _open(self, pieces: Iterable[Piece]) -> dict[str, Scenario]:
        found = evaluate(pieces, private_topics=self._private_topics)
        return {item.id: item for item in found if item.status is ScenarioStatus.OPEN}


def _to_be_done(item: Finding, opted_in: bool) -> bool:
    if item.mark is not Mark.OPEN or not item.confirmed or item.rule_id in LEAVE_ALONE:
        return False
    if private_topic(item.rule_id) and not opted_in:
        return False
    seen = item.visibility is None or item.visibility >= _numbers("formula")["scenario_from"]
    return seen or item.rule_id.startswith(COUNTS_UNSEEN)


def _urgent(scenarios: Iterable[Scenario]) -> frozenset[str]:
    """The quickest pieces of the open scenarios that put a child or a client at risk."""
    open_now = (item for item in scenarios if item.status is ScenarioStatus.OPEN)
    return frozenset(
        item.cheapest_piece for item in open_now if item.cheapest_piece and catalogue.scenario(item.id).level
    )


def _candidates(
    groups: dict[tuple[str, str], list[Finding]], board: _Board, urgent: frozenset[str]
) -> Iterator[_Candidate]:
    gone = {key: _goes(own[0].account, key[0], own, board) for key, own in groups.items()}
    alone = {key: board.without(prints) for key, prints in gone.items()}
    together = _together(groups, gone, board)
    for (rule_id, account_key), own in groups.items():
        account = own[0].account
        remedy = catalogue.remedies(rule_id, account.platform if account else None)[0]
        minutes = remedy.minutes if remedy.platform else catalogue.rule(rule_id).minutes
        gain, closes = alone[(rule_id, account_key)]
        both_worth, accounts = together[rule_id]
        points = max(_points(gain, closes) + board.share(rule_id, closes), both_worth / accounts)
        worth = points * _numbers("plan")["severity"][max(own, key=_rank).severity] / minutes
        step = PlanStep(
            rule_id=rule_id,
            account=account,
            minutes=minutes,
            remedy_id=remedy.id,
            fingerprints=tuple(gone[(rule_id, account_key)]),
            closes=closes,
            gain=round(gain, 6),
        )
        yield _Candidate(step, rule_id in urgent or _comes_first(own), worth)


def _together(
    groups: dict[tuple[str, str], list[Finding]], gone: dict[tuple[str, str], tuple[str, ...]], board: _Board
) -> dict[str, tuple[float, int]]:
    """Worth of clearing a rule from every account, and how many: one of two equal pieces gains little alone."""
    by_rule: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in groups:
        by_rule[key[0]].append(key)
    worth = {}
    for rule_id, keys in by_rule.items():
        prints = {print_ for key in keys for print_ in gone[key]}
        worth[rule_id] = (_points(*board.without(prints)), len(keys))
    return worth


def _goes(account: Account | None, rule_id: str, own: Sequence[Finding], board: _Board) -> tuple[str, ...]:
    """Fingerprints that go with this step: its own, and what its remedy hides on the same account.

    Child safety is never counted as dealt with by hiding: that has to come down.
    """
    prints = dict.fromkeys(item.fingerprint for item in own)
    hides = catalogue.rule(rule_id).hides
    if hides and account is not None:
        covered = (item for item in board.on(account) if item.field in hides)
        prints |= {item.fingerprint: None for item in covered if not catalogue.rule(item.rule_id).comes_first}
    return tuple(prints)


def _comes_first(own: Sequence[Finding]) -> bool:
    today = any(item.severity is Severity.DO_TODAY for item in own)
    return today or any(catalogue.rule(item.rule_id).comes_first for item in own)


def _rank(item: Finding) -> int:
    return item.severity.rank


def _points(gain: float, closes: Iterable[str]) -> float:
    numbers = _numbers("plan")
    urgent, other = numbers["closes_urgent_scenario"], numbers["closes_scenario"]
    return float(gain + sum(urgent if catalogue.scenario(name).level else other for name in closes))


def _first_three(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    numbers = _numbers("plan")
    picked: list[_Candidate] = []
    for item in candidates:
        if len(picked) < numbers["first"] and (item.first or _new_platform(item, picked)):
            picked.append(item)
    for item in candidates:
        if len(picked) < numbers["first"] and item not in picked:
            picked.append(item)
    return _with_a_quick_one(picked, candidates, numbers["quick_minutes"])


def _new_platform(item: _Candidate, picked: Iterable[_Candidate]) -> bool:
    return not item.platform or all(other.platform != item.platform for other in picked)


def _with_a_quick_one(
    picked: list[_Candidate], candidates: Sequence[_Candidate], minutes: int
) -> list[_Candidate]:
    """Swaps a pick that can wait for the best quick step, when none of the picks is quick."""
    if any(item.step.minutes < minutes for item in picked):
        return picked
    quick = [item for item in candidates if item.step.minutes < minutes]
    swaps = [
        [*picked[:at], item, *picked[at + 1 :]]
        for item in quick
        for at in reversed(range(len(picked)))
        if not picked[at].first
    ]
    best = next((swap for swap in swaps if _all_apart(swap)), swaps[0] if swaps else picked)
    return sorted(best, key=lambda item: item.order)


def _all_apart(picked: Sequence[_Candidate]) -> bool:
    return all(_new_platform(item, picked[:at]) for at, item in enumerate(picked))


def _numbers(table: str) -> dict[str, Any]:
    found: dict[str, Any] = catalogue.data("weights.toml")[table]
    return found
