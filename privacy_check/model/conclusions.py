"""What it adds up to: scenarios, score, plan, changes, and the whole assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from privacy_check import __version__
from privacy_check.model.findings import Candidate, Finding
from privacy_check.model.views import Account, ProfileView, RequestRecord
from privacy_check.model.vocabulary import ChangeKind, RiseReason, ScenarioStatus

FORMAT = 1
TOOL_VERSION = __version__


@dataclass(frozen=True, slots=True)
class Scenario:
    """Whether the pieces that are visible together let something happen.

    `pieces` are the rule ids present on the nearest path, `missing` those still lacking (one step away) or
    unknown (cannot tell). `closing_set` is the smallest set of rule ids whose removal, on every account that
    shows them, closes an open scenario, and `minutes` the time of all of it; `cheapest_piece` is its quickest.
    """

    id: str
    status: ScenarioStatus
    pieces: tuple[str, ...] = ()
    cheapest_piece: str | None = None
    missing: tuple[str, ...] = ()
    closing_set: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """Exposure 0..100 as a range: `low` counts what was not checked as hidden, `high` as exposed."""

    low: float
    high: float
    dimensions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    contributions: Mapping[str, float] = field(default_factory=dict)
    not_checked: tuple[str, ...] = ()
    rules_version: str = ""

    @property
    def whole(self) -> tuple[int, int]:
        """Both ends as people are told them."""
        return round(self.low), round(self.high)


@dataclass(frozen=True, slots=True)
class Visit:
    """One trip to one account's settings: which steps to follow there, and how many minutes they take."""

    account: Account | None
    remedy_id: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One cause to mend, wherever it shows: what it is, the visits it takes, what closes when they alone are made.

    `rule_id` names the cause and `rules` all that the same visits mend; `minutes` is the time of all visits;
    `account` is the first one's, `remedy_id` its steps. `comes_first` is child_safety, active_harm or empty.
    `first` is true for the up to three steps to begin with; they stand before all others, and there may be none.
    """

    rule_id: str
    account: Account | None
    minutes: int
    remedy_id: str
    fingerprints: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    gain: float = 0.0
    visits: tuple[Visit, ...] = ()
    rules: tuple[str, ...] = ()
    comes_first: str = ""
    first: bool = False

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every account the step is done on, in the order of the visits."""
        return tuple(dict.fromkeys(visit.account for visit in self.visits if visit.account is not None))


@dataclass(frozen=True, slots=True)
class Change:
    """How one finding stands against the checks before; `account` is the key of the account it was on."""

    fingerprint: str
    rule_id: str
    kind: ChangeKind
    account: str = ""


@dataclass(frozen=True, slots=True)
class Rise:
    """One reason why the number may be higher than last time: on which accounts (keys), or in how many things."""

    reason: RiseReason
    accounts: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything of one check; times are UTC."""

    started_at: datetime
    finished_at: datetime | None = None
    views: tuple[ProfileView, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    score: Score | None = None
    plan: tuple[PlanStep, ...] = ()
    requests: tuple[RequestRecord, ...] = ()
    changes: tuple[Change, ...] = ()
    rise: tuple[Rise, ...] = ()
    not_checked: tuple[str, ...] = ()
    format: int = FORMAT
    tool_version: str = TOOL_VERSION
    rules_version: str = ""
    id: str = ""
    next_check: date | None = None

    @property
    def first_steps(self) -> tuple[PlanStep, ...]:
        """The up to three steps to begin with. In a check kept before steps had visits: its first three."""
        if self.plan and not any(step.visits for step in self.plan):
            return self.plan[:3]
        return tuple(step for step in self.plan if step.first)
