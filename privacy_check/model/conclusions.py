"""What it adds up to: scenarios, score, plan, changes, and the whole assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from privacy_check import __version__
from privacy_check.model.findings import Candidate, Finding
from privacy_check.model.views import Account, ProfileView, RequestRecord
from privacy_check.model.vocabulary import ScenarioStatus

FORMAT = 1
TOOL_VERSION = __version__


@dataclass(frozen=True, slots=True)
class Scenario:
    """Whether the pieces that are visible together let something happen.

    `pieces` are the rule ids present on the nearest path, `missing` those still lacking (one step away) or
    unknown (cannot tell); `cheapest_piece` is the rule id that is quickest to remove.
    """

    id: str
    status: ScenarioStatus
    pieces: tuple[str, ...] = ()
    cheapest_piece: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Exposure 0..100 as a range: `low` counts what was not checked as hidden, `high` as exposed."""

    low: float
    high: float
    dimensions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    contributions: Mapping[str, float] = field(default_factory=dict)
    not_checked: tuple[str, ...] = ()
    rules_version: str = ""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One thing to do: which rule, on which account, how many minutes, and what closes when it is done."""

    rule_id: str
    account: Account | None
    minutes: int
    remedy_id: str
    fingerprints: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """How one finding stands against the last check: new, gone, still, or not_seen (could not be looked at)."""

    fingerprint: str
    rule_id: str
    kind: str
    account: str = ""


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
    not_checked: tuple[str, ...] = ()
    format: int = FORMAT
    tool_version: str = TOOL_VERSION
    rules_version: str = ""
    id: str = ""
    next_check: date | None = None
