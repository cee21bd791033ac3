"""The attack walk-through: from a first name and an employer as far as the pages lead, stage by stage.

Made of the findings and scenarios of a check, so that it tells of any invented person what is true of their pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from privacy_check import catalogue
from privacy_check.account_names import NameOf, account_name, as_a_name, profile_name
from privacy_check.model import (
    Assessment,
    Candidate,
    Finding,
    Nature,
    PlanStep,
    Scenario,
    ScenarioStatus,
)
from privacy_check.pictures.doors import private
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from privacy_check.training.nouns import Fact, Somebody, Stage, Stop

ROUTE = ("SC-01", "SC-02", "SC-03", "SC-11", "SC-17", "SC-08")
ALWAYS = frozenset(["SC-01", "SC-11", "SC-08"])
"""A home, a child's school and a fake profile: told of also where the way ends before them."""
FAKE = "SC-08"
MOST_FACTS = 5
MOST_OF_A_KIND = 2
MOST_STOPS = 4
LONGEST_SHOWN = 110
_FIRST = ("PI-01", "WRK-05")


def walk(assessment: Assessment, person: Somebody, name_of: NameOf = as_a_name) -> tuple[Stage, ...]:
    """The stages in the order an attacker takes them; what is not open says so, and never that it is safe."""
    found = {item.id: item for item in assessment.scenarios}
    stages = [_start(assessment, person, name_of)]
    for key in ROUTE:
        scenario = found.get(key)
        copies = copies_of(assessment, name_of) if key == FAKE else ()
        if scenario is None and not copies:
            continue
        if copies or key in ALWAYS or (scenario and scenario.status is ScenarioStatus.OPEN):
            stages.append(_stage(key, scenario, copies, assessment, name_of))
    rest = [
        item
        for item in assessment.scenarios
        if item.status is ScenarioStatus.OPEN and item.id not in ROUTE and not catalogue.scenario(item.id).opt_in
    ]
    if rest:
        stages.append(_rest(rest, assessment))
    return tuple(_fresh(stages))


def facts_of(assessment: Assessment, rules: Collection[str], name_of: NameOf = as_a_name) -> tuple[Fact, ...]:
    """The confirmed findings of these rules as facts, in the order of the rules: each once, and few of a kind."""
    found: dict[tuple[str, str], Fact] = {}
    for rule_id in rules:
        for item in assessment.findings:
            if item.rule_id == rule_id and item.confirmed and not private(item):
                told = fact(item, name_of)
                if sum(key[0] == rule_id for key in found) < MOST_OF_A_KIND:
                    found.setdefault((rule_id, told.shown.casefold()), told)
    return tuple(found.values())


def copies_of(assessment: Assessment, name_of: NameOf = as_a_name) -> tuple[Fact, ...]:
    """The profiles that copy the person, as facts."""
    return tuple(_copied(item, name_of) for item in assessment.candidates if item.verdict.may_be_copy)


def fact(item: Finding, name_of: NameOf = as_a_name) -> Fact:
    """One finding in clear: the person is invented."""
    return Fact(
        rule_id=item.rule_id,
        what=catalogue.rule(item.rule_id).title,
        shown=one_line(item.value.reveal(), LONGEST_SHOWN),
        where=account_name(item.account, name_of) if item.account else "",
    )


def _start(assessment: Assessment, person: Somebody, name_of: NameOf) -> Stage:
    facts = facts_of(assessment, _FIRST, name_of)[:MOST_FACTS]
    named = any(item.rule_id == "WRK-05" for item in facts)
    says = say("training.attack.start" if named else "training.attack.start_without")
    employer = person.employer or say("training.attack.some_employer")
    return Stage(
        id="start",
        heading=say("training.attack.start_heading", name=person.first_name, employer=employer),
        says=says,
        facts=facts,
        stops=_stops(["WRK-05"], assessment) if named else (),
    )


def _stage(
    key: str,
    scenario: Scenario | None,
    copies: Sequence[Fact],
    assessment: Assessment,
    name_of: NameOf,
) -> Stage:
    text = catalogue.scenario(key)
    status = scenario.status if scenario else None
    says = _sentence(key, status) if status else ""
    pieces = scenario.pieces if scenario else ()
    facts = facts_of(assessment, _own_first(key, pieces), name_of)[:MOST_FACTS]
    stops: tuple[Stop, ...] = ()
    if scenario and status is ScenarioStatus.OPEN:
        stops = _stops(scenario.closing_set, assessment)
    if copies:
        says = say("training.attack.copy", count=len(copies))
        facts = (*copies[:2], *facts[:3])
        stops = (*_stops([item.rule_id for item in assessment.findings if _copy(item)], assessment), *stops)
    return Stage(
        id=key,
        heading=say("training.attack.fake_heading") if copies else text.title,
        says=says,
        facts=facts,
        status=status,
        doors=(key,),
        stops=stops[:MOST_STOPS],
        together=len(stops) > 1 and not copies,
        happened=bool(copies),
    )


def _own_first(key: str, pieces: Sequence[str]) -> list[str]:
    """The pieces of this very door before those of a door it leads through."""
    own = {piece for path in catalogue.scenario(key).paths for piece in (*path.all, *path.any, *path.of)}
    return sorted(pieces, key=lambda piece: piece not in own)


def _sentence(key: str, status: ScenarioStatus) -> str:
    text = catalogue.scenario(key)
    return {
        ScenarioStatus.OPEN: text.sentence_open,
        ScenarioStatus.ONE_STEP_AWAY: text.sentence_one_step,
        ScenarioStatus.CLOSED: text.sentence_closed,
        ScenarioStatus.CANNOT_TELL: text.sentence_cannot_tell,
    }[status]


def _rest(rest: Sequence[Scenario], assessment: Assessment) -> Stage:
    rules = dict.fromkeys(piece for item in rest for piece in item.closing_set)
    return Stage(
        id="rest",
        heading=say("training.attack.rest_heading"),
        says=say("training.attack.rest", count=len(rest)),
        status=ScenarioStatus.OPEN,
        doors=tuple(item.id for item in rest),
        stops=_stops(rules, assessment)[:MOST_STOPS],
    )


def _copied(item: Candidate, name_of: NameOf) -> Fact:
    reasons = " ".join(reason.detail for reason in item.reasons[:2])
    return Fact(
        rule_id="IMP-02",
        what=catalogue.words("verdict", item.verdict.value),
        shown=one_line(reasons, LONGEST_SHOWN),
        where=one_line(profile_name(item.profile, name_of), LONGEST_SHOWN),
        told=True,
    )


def _copy(item: Finding) -> bool:
    return item.nature is Nature.IMPERSONATION


def _stops(rules: Iterable[str], assessment: Assessment) -> tuple[Stop, ...]:
    """The steps of the plan that mend these rules, each once."""
    wanted = dict.fromkeys(rules)
    steps = dict.fromkeys(step for rule_id in wanted for step in _mending(rule_id, assessment.plan)[:1])
    return tuple(Stop(catalogue.remedy(step.remedy_id).title, step.minutes) for step in steps)


def _mending(rule_id: str, plan: Sequence[PlanStep]) -> list[PlanStep]:
    return [step for step in plan if rule_id in (step.rules or (step.rule_id,))]


def _fresh(stages: Sequence[Stage]) -> Iterable[Stage]:
    """Marks in each stage what was not known before it."""
    known: set[tuple[str, str, str]] = set()
    for stage in stages:
        told = tuple(replace(item, fresh=item.key not in known) for item in stage.facts)
        known |= {item.key for item in stage.facts}
        yield replace(stage, facts=told)
