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
from privacy_check.assessment.scenarios import still_open
from privacy_check.journey import forgetting
from privacy_check.journey.presenters import (
    everyday,
    exposure_meaning,
    not_checked_words,
    outcome_words,
    prints_of,
    private_findings,
    rule_title,
    scenario_title,
    step_place,
)
from privacy_check.journey.presenters import minutes as minutes_words
from privacy_check.journey.sitting import Journey
from privacy_check.journey.steps import Stands, steps_in_order
from privacy_check.journey.terminal_text import glyphs
from privacy_check.journey.views.base import Offer
from privacy_check.journey.views.plan import so_far
from privacy_check.model import Assessment, Finding, Mark, PlanStep, ProfileView, Scenario, ScenarioStatus
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class Top:
    """One of the first things to do: `closes` are the names of the scenarios that close, `done` once it is."""

    title: str
    where: str
    minutes: int
    closes: tuple[str, ...]
    step: PlanStep
    done: bool = False


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
    look_again: bool

    @property
    def so_far(self) -> str:
        """How many of the first things are done; empty before the first."""
        return so_far(sum(top.done for top in self.top), len(self.top))

    @property
    def meaning(self) -> str:
        """One sentence on what the number means; empty without one."""
        return exposure_meaning() if self.exposure else ""

    @property
    def paths_around(self) -> tuple[tuple[OwnPath, ...], tuple[OwnPath, ...]]:
        """The paths that come before everything else there is to do, and those that come after it."""
        first = tuple(path for path in self.paths if path is OwnPath.PROTECTED_CHILD)
        # The page of the copies leads to theirs.
        led_to = OwnPath.COPY if self.copies else None
        return first, tuple(path for path in self.paths if path not in first and path is not led_to)

    @property
    def minutes(self) -> int:
        """What those of the first things take together that are left."""
        return sum(top.minutes for top in self.top if not top.done)


def summarise(journey: Journey) -> Summary | None:
    """Gathers what the results page says; None before there are any. On the safer way there is no number."""
    assessment, previous, watched = journey.assessment, journey.previous, journey.safer
    if assessment is None:
        return None
    name_of, seen = journey.toolkit.platform_name, how_much_seen(assessment)
    steps = steps_in_order(assessment, journey.decisions, first=True)
    top = tuple(_top(step, name_of, seen, done=stands is Stands.DONE) for step, stands in steps)
    first = {print_ for step, _ in steps for print_ in step.fingerprints}
    shown = [finding for finding in everyday(assessment) if finding.mark is Mark.OPEN]
    unseen = [view for view in assessment.views if not view.outcome.conclusive]
    return Summary(
        good=tuple(good_news(assessment, name_of)),
        top=top,
        exposure=_range(assessment, watched),
        before=_range(previous, watched) if previous else None,
        no_number=own_paths.why_no_number(assessment, watched=watched),
        paths=own_paths.paths_of(assessment),
        scenarios=tuple(s for s in assessment.scenarios if s.status is not ScenarioStatus.CLOSED),
        still_open=_still_open(assessment) if seen.may_say_closed else (),
        could_not_see=tuple(_unseen(view, name_of) for view in unseen),
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
        look_again=bool(unseen and journey.accounts.entries),
    )


def results(journey: Journey, summary: Summary) -> tuple[Offer, ...]:
    """Everything the results lead to: what to do first, the rest of what was found, then the pages behind."""
    assessment = journey.assessment
    first, later = ([_path(path) for path in paths] for paths in summary.paths_around)
    every = tuple(prints_of([top.step for top in summary.top], assessment)) if assessment else ()
    offers = [*first]
    for number, top in enumerate(summary.top, 1):
        own = prints_of([top.step], assessment) if assessment else []
        if own:
            words = say("plain.pages.open", title=top.title, where=top.where, minutes=minutes_words(top.minutes))
            offers.append(Offer(f"top-{number}", words, choice="finding", subject=own[0], among=every))
    offers += later
    if summary.smaller or summary.top:
        smaller = say("common.smaller_things", count=len(summary.smaller))
        offers.append(Offer("findings", say("app.results.whole_list", smaller=smaller, dot=glyphs().between)))
    if summary.copies:
        copies = say("common.possible_copies", count=summary.copies)
        offers.append(Offer("copies", say("app.results.copies", copies=copies)))
    if summary.private_topics:
        topics = say("common.private_topics", count=summary.private_topics)
        offers.append(Offer("private", say("app.results.private", topics=topics)))
    if journey.walls:
        offers.append(Offer("walls", say("walls.heading")))
    elif summary.look_again:
        offers.append(Offer("look_options", say("app.results.ways")))
    if forgetting.may_ask(journey):
        offers.append(Offer("forgotten", say("forgotten.offer")))
    if not journey.safer:
        offers.append(Offer("report", say("app.report.heading")))
    if journey.check is not None and journey.accounts.mine and not (journey.about and journey.about.addresses):
        offers.append(Offer("about", say("quick.more")))
    to_do = bool(journey.state.to_do) and not journey.safer
    return (
        *offers,
        *([Offer("do_now", say("do_now.offer"), listed=False)] if to_do else []),
        *(
            Offer(page, say(words), listed=False)
            for page, words in (
                ("groups", "app.groups.heading"),
                ("what_if", "plain.pages.whatif"),
                ("plan", "plain.pages.plan"),
                ("questions", "app.lens.questions"),
                ("requests", "plain.pages.requests"),
                ("drawn", "app.drawn.heading"),
                ("picture", "picture.heading"),
                ("reflect", "reflect.heading"),
                ("contacts", "report.help.heading"),
            )
        ),
    )


def _path(path: OwnPath) -> Offer:
    words = say("doing.path", title=own_paths.text_of(path).title)
    return Offer(f"path-{path}", words, choice="own_path", subject=path, strong=True)


def _top(step: PlanStep, name_of: NameOf, seen: HowMuchSeen, *, done: bool) -> Top:
    return Top(
        title=rule_title(step.rule_id),
        where=step_place(step, name_of),
        minutes=step.minutes,
        closes=tuple(scenario_title(scenario_id) for scenario_id in step.closes if seen.may_say_closed),
        step=step,
        done=done,
    )


def _still_open(assessment: Assessment) -> tuple[str, ...]:
    """The scenarios that stay open when the first three steps are done."""
    if not assessment.first_steps:
        return ()
    was = {item.id for item in assessment.scenarios if item.status is ScenarioStatus.OPEN}
    left = still_open(assessment.findings, assessment.first_steps, among=was)
    return tuple(scenario_title(item.id) for item in left)


def _unseen(view: ProfileView, name_of: NameOf) -> str:
    reason = outcome_words(view)[1]
    return f"{name_of(view.account.platform)} ({reason})" if reason else name_of(view.account.platform)


def _range(assessment: Assessment, watched: bool) -> tuple[int, int] | None:
    if assessment.score is None or not own_paths.may_show_number(assessment, watched=watched):
        return None
    return assessment.score.whole
