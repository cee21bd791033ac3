"""Everything of one check put together: marks, scenarios, range, plan and changes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from privacy_check import catalogue
from privacy_check.assessment.changes import compare
from privacy_check.assessment.how_much_seen import of_views
from privacy_check.assessment.marks import all_marked, marked_in
from privacy_check.assessment.names import full_name, name_in_handle
from privacy_check.assessment.plan import plan
from privacy_check.assessment.rise import why_higher
from privacy_check.assessment.scenarios import evaluate, told_of_private_topics
from privacy_check.assessment.score import score
from privacy_check.assessment.user_names import there
from privacy_check.model import (
    Assessment,
    Candidate,
    Finding,
    Marked,
    Outcome,
    ProfileView,
    RequestRecord,
    Scenario,
    ScenarioStatus,
    Score,
)
from privacy_check.ownership import shown_name
from privacy_check.subject import AboutMe

MONTHS_TO_NEXT = 6
# What only a stranger's look, and what only a look into the pictures, could rule out.
STRANGERS_RULES = ("VIS-01", "VIS-03")
_PHOTO_RULES = ("PHO-04", "PHO-05", "PHO-08")
PSEUDONYM_SCENARIO = "SC-13"
PROTECTED_CHILD_SCENARIO = "SC-10"


def assess(
    views: Sequence[ProfileView],
    *,
    findings: Iterable[Finding],
    requests: Iterable[RequestRecord],
    started_at: datetime,
    finished_at: datetime | None = None,
    candidates: Iterable[Candidate] = (),
    about: AboutMe | None = None,
    previous: Assessment | None = None,
    earlier: Sequence[Assessment] = (),
    marks: Mapping[str, Marked] | None = None,
    not_checked: Iterable[str] = (),
    private_topics: bool = False,
) -> Assessment:
    """The assessment of what was seen.

    Accounts that could not be seen, or of which a part was not read, join `not_checked`: they widen the range and
    close no scenario. `earlier` are the checks before `previous`, oldest first, without their words; `marks` is
    what the person decided, by fingerprint. `private_topics` weighs the scenarios a person has to ask for.
    """
    unseen = (f"{view.account.platform}:{view.account.handle}" for view in views if view.may_show_more)
    found = tuple(findings)
    asked = [name for name in not_checked if name not in STRANGERS_RULES]
    left = tuple(dict.fromkeys((*asked, *unseen, *_only_a_stranger_sees(views, found))))
    marked = all_marked(found, views, {**marked_in(previous), **(marks or {})}, started_at)
    scenarios = _fitting(_weighed(marked, views, left, private_topics), views, about, _never_seen(marked))
    points = score(marked, left)
    assessment = Assessment(
        started_at=started_at,
        finished_at=finished_at,
        views=tuple(views),
        findings=_most_pressing_first(marked),
        candidates=tuple(candidates),
        scenarios=tuple(scenarios),
        score=points,
        plan=plan(
            marked,
            scenarios,
            points,
            situation=about.situation if about else None,
            locked=[view.account.key for view in views if view.outcome is Outcome.PRIVATE],
        ),
        requests=tuple(requests),
        not_checked=left,
        rules_version=catalogue.rules_version(),
        id=_id(started_at, views),
        next_check=_next_check(finished_at or started_at),
    )
    if previous is None:
        return assessment
    changes = compare(previous, assessment, earlier)
    return replace(assessment, changes=changes, rise=why_higher(previous, assessment, changes))


def supposed(assessment: Assessment, removed: Collection[str]) -> tuple[list[Scenario], Score]:
    """The scenarios told of and the range, with some pieces taken away; `removed` holds rule ids or fingerprints.

    With nothing removed, they are those of the assessment itself.
    """
    left = [
        item for item in assessment.findings if item.rule_id not in removed and item.fingerprint not in removed
    ]
    unchecked = tuple(name for name in assessment.not_checked if name not in removed)
    told = {item.id for item in assessment.scenarios}
    weighed = _weighed(left, assessment.views, unchecked, told_of_private_topics(assessment.scenarios))
    return [item for item in weighed if item.id in told], score(left, unchecked)


def _weighed(
    findings: Sequence[Finding], views: Sequence[ProfileView], left: Sequence[str], private_topics: bool
) -> list[Scenario]:
    """Every scenario, where no part of an account that nobody saw may close one."""
    scenarios = evaluate(findings, not_checked=(*left, *_unread(views)), private_topics=private_topics)
    if views and not of_views(views, left).may_say_closed:
        return [_unseen(item) for item in scenarios]
    return scenarios


def _most_pressing_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda item: (-item.severity.rank, not item.confirmed)))


def _unread(views: Sequence[ProfileView]) -> tuple[str, ...]:
    """Rules that no look at these pages can rule out, so that they close no scenario."""
    return _PHOTO_RULES if any(view.outcome.seen for view in views) else ()


def _only_a_stranger_sees(views: Sequence[ProfileView], findings: Iterable[Finding]) -> tuple[str, ...]:
    """What stays open where the person's own eyes saw an account, and no stranger's: whom else it is open to."""
    found = {item.rule_id for item in findings}
    return tuple(rule_id for rule_id in STRANGERS_RULES if of_views(views).handed_in and rule_id not in found)


def _never_seen(findings: Iterable[Finding]) -> frozenset[str]:
    return frozenset(item.rule_id for item in findings if item.visibility is None and item.confirmed)


def _fitting(
    scenarios: Iterable[Scenario], views: Sequence[ProfileView], about: AboutMe | None, unseen: Collection[str]
) -> list[Scenario]:
    """The scenarios without those that cannot be this person's.

    Left out are linking a private account to someone whose accounts all carry their name, and a protected child
    nobody speaks of.
    """
    found = list(scenarios)
    if about is not None and about.names and _all_under_own_name(views, about):
        found = [item for item in found if item.id != PSEUDONYM_SCENARIO]
    return [item for item in found if not _about_no_child_here(item, unseen)]


def _about_no_child_here(scenario: Scenario, unseen: Collection[str]) -> bool:
    """A home that can be found is one step from a protected child only where a piece speaks of such a child, or
    may do so and could not be looked at."""
    one_step = scenario.id == PROTECTED_CHILD_SCENARIO and scenario.status is ScenarioStatus.ONE_STEP_AWAY
    return one_step and not {*scenario.pieces, *unseen} & {"GRP-C1", "PHO-04", "LOC-10"}


def _unseen(scenario: Scenario) -> Scenario:
    closed = scenario.status is ScenarioStatus.CLOSED
    return replace(scenario, status=ScenarioStatus.CANNOT_TELL) if closed else scenario


def _all_under_own_name(views: Iterable[ProfileView], about: AboutMe) -> bool:
    """True when every account that exists shows the person's name, or holds it in the user name."""
    accounts = [view for view in views if there(view) or not view.outcome.conclusive]
    return bool(accounts) and all(
        full_name(shown_name(view), about) or name_in_handle(view.account.handle, about) for view in accounts
    )


def _id(started_at: datetime, views: Iterable[ProfileView]) -> str:
    text = "\x1f".join((started_at.isoformat(), *sorted(view.account.key for view in views)))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _next_check(at: datetime) -> date:
    """Half a year on, on a day every month has."""
    year, month = divmod(at.year * 12 + at.month - 1 + MONTHS_TO_NEXT, 12)
    return date(year, month + 1, min(at.day, 28))
