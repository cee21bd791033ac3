"""What the results page says, gathered: the first things to do, what stays open, and what was not seen."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.account_names import NameOf
from privacy_check.assessment import own_paths
from privacy_check.assessment.changes_told import in_one_line, why_higher_words
from privacy_check.assessment.good_news import good_news
from privacy_check.assessment.how_much_seen import (
    HowMuchSeen,
    how_much_seen,
    names_question,
    not_looked_at_words,
)
from privacy_check.assessment.own_paths import OwnPath
from privacy_check.assessment.plan import what_if
from privacy_check.model import Assessment, Finding, Mark, PlanStep, ProfileView, Scenario, ScenarioStatus
from tui.telling import (
    everyday,
    not_checked_words,
    outcome_words,
    private_findings,
    rule_title,
    scenario_title,
    step_place,
)


@dataclass(frozen=True, slots=True)
class Top:
    """One of the first things to do: `closes` are the names of the scenarios that close."""

    title: str
    where: str
    minutes: int
    closes: tuple[str, ...]
    step: PlanStep


@dataclass(frozen=True, slots=True)
class Summary:
    """What the results page says, in order."""

    good: tuple[str, ...]
    top: tuple[Top, ...]
    exposure: tuple[int, int] | None
    before: tuple[int, int] | None
    no_number: str
    paths: tuple[OwnPath, ...]
    scenarios: tuple[Scenario, ...]
    still_open: tuple[str, ...]
    could_not_see: tuple[str, ...]
    partly_read: tuple[str, ...]
    not_checked: tuple[str, ...]
    smaller: tuple[Finding, ...]
    copies: int
    private_topics: int
    changes: str
    why_higher: tuple[str, ...]
    seen: HowMuchSeen
    names_question: str
    not_looked_at: tuple[str, ...]

    @property
    def paths_around(self) -> tuple[tuple[OwnPath, ...], tuple[OwnPath, ...]]:
        """The paths that come before everything else there is to do, and those that come after it."""
        first = tuple(path for path in self.paths if path is OwnPath.PROTECTED_CHILD)
        # The page of the copies leads to theirs.
        led_to = OwnPath.COPY if self.copies else None
        return first, tuple(path for path in self.paths if path not in first and path is not led_to)

    @property
    def minutes(self) -> int:
        """What the first things take together."""
        return sum(top.minutes for top in self.top)


def summarise(
    assessment: Assessment, name_of: NameOf, previous: Assessment | None = None, *, watched: bool = False
) -> Summary:
    """Gathers what the results page says; with `watched` there is no number."""
    seen = how_much_seen(assessment)
    top = tuple(_top(step, assessment, name_of, seen) for step in assessment.first_steps)
    first = {print_ for step in assessment.first_steps for print_ in step.fingerprints}
    shown = [finding for finding in everyday(assessment) if finding.mark is Mark.OPEN]
    return Summary(
        good=tuple(good_news(assessment, name_of)),
        top=top,
        exposure=_range(assessment, watched),
        before=_range(previous, watched) if previous else None,
        no_number=own_paths.why_no_number(assessment, watched=watched),
        paths=own_paths.paths_of(assessment),
        scenarios=tuple(s for s in assessment.scenarios if s.status is not ScenarioStatus.CLOSED),
        still_open=_still_open(assessment) if seen.may_say_closed else (),
        could_not_see=tuple(_unseen(view, name_of) for view in assessment.views if not view.outcome.conclusive),
        partly_read=tuple(name_of(view.account.platform) for view in assessment.views if view.partly_read),
        not_checked=tuple(not_checked_words(assessment, name_of)),
        smaller=tuple(finding for finding in shown if finding.fingerprint not in first),
        copies=len(assessment.candidates),
        private_topics=len(private_findings(assessment)),
        changes=in_one_line(assessment),
        why_higher=why_higher_words(assessment, name_of),
        seen=seen,
        names_question=names_question(seen),
        not_looked_at=not_looked_at_words(seen, name_of),
    )


def _top(step: PlanStep, assessment: Assessment, name_of: NameOf, seen: HowMuchSeen) -> Top:
    return Top(
        title=rule_title(step.rule_id),
        where=step_place(step, name_of),
        minutes=step.minutes,
        closes=tuple(scenario_title(scenario_id) for scenario_id in step.closes if seen.may_say_closed),
        step=step,
    )


def _still_open(assessment: Assessment) -> tuple[str, ...]:
    """The scenarios that stay open when the first three steps are done."""
    done = {fingerprint for step in assessment.first_steps for fingerprint in step.fingerprints}
    was = {item.id for item in assessment.scenarios if item.status is ScenarioStatus.OPEN}
    if not done or not was:
        return ()
    left, _ = what_if(assessment.findings, done, not_checked=assessment.not_checked)
    return tuple(scenario_title(item.id) for item in left if item.status is ScenarioStatus.OPEN and item.id in was)


def _unseen(view: ProfileView, name_of: NameOf) -> str:
    reason = outcome_words(view)[1]
    return f"{name_of(view.account.platform)} ({reason})" if reason else name_of(view.account.platform)


def _range(assessment: Assessment, watched: bool) -> tuple[int, int] | None:
    if assessment.score is None or not own_paths.may_show_number(assessment, watched=watched):
        return None
    return round(assessment.score.low), round(assessment.score.high)
