"""What a person says about their situation: it weighs the order of steps, never a number, and never a trait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.assessment.plan import plan
from privacy_check.assessment.scenarios import evaluate
from privacy_check.assessment.score import score
from privacy_check.model import Finding, PlanStep
from privacy_check.subject import WORK, AboutMe, Situation
from tests.conftest import NOON
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, STRAVA, finding, view

MIXED = [
    finding("PI-02", FACEBOOK),
    finding("NET-01", LINKEDIN),
    finding("LOC-08", STRAVA),
    finding("REL-03", FACEBOOK),
    finding("PI-05", INSTAGRAM),
    finding("WRK-05", LINKEDIN),
    finding("PI-01", INSTAGRAM),
]


def steps(found: list[Finding], situation: Situation) -> tuple[PlanStep, ...]:
    return plan(found, evaluate(found, private_topics=True), score(found), situation=situation)


@pytest.mark.parametrize(
    ("situation", "first"),
    [
        (Situation(careful_of_someone=True), "LOC-08"),
        (Situation(own_children=True), "REL-03"),
        (Situation(work="school"), "PI-05"),
    ],
)
def test_the_order_follows_the_situation(situation: Situation, first: str) -> None:
    assert steps(MIXED, Situation())[0].rule_id != first
    assert first in steps(MIXED, situation)[0].rules


def test_a_foster_carer_begins_with_what_leads_to_the_child() -> None:
    found = [
        finding("WRK-01", FACEBOOK),
        finding("LOC-10", LINKEDIN),
        finding("REL-05", STRAVA),
        finding("PHO-04"),
    ]
    told = steps(found, Situation(fosters=True))
    assert {step.rule_id for step in told[:2]} == {"LOC-10", "PHO-04"}
    assert all(step.comes_first == "child_safety" for step in told)


@pytest.mark.parametrize("work", WORK)
def test_no_situation_changes_a_number_or_what_is_to_be_done(work: str) -> None:
    situation = Situation(work, fosters=True, own_children=True, careful_of_someone=True)
    bare = assess((view(),), findings=MIXED, requests=(), started_at=NOON, about=AboutMe())
    told = assess((view(),), findings=MIXED, requests=(), started_at=NOON, about=AboutMe(situation=situation))
    assert told.score == bare.score
    assert told.scenarios == bare.scenarios

    def unordered(given: tuple[PlanStep, ...]) -> set[PlanStep]:
        return {replace(step, first=False) for step in given}

    assert unordered(told.plan) == unordered(bare.plan)


def test_no_private_topic_weighs_more_in_any_situation() -> None:
    table = catalogue.data("weights.toml")["situation"]
    for row in table.values():
        if isinstance(row, dict):
            assert not any(catalogue.rule(name).nature == "reveals_sensitive" for name in row["rules"])
            assert not any(catalogue.scenario(name).opt_in for name in row["scenarios"])


@pytest.mark.parametrize("situation", [Situation(), Situation("school", True, True, True)])
def test_swapping_one_private_group_for_another_moves_nothing(situation: Situation) -> None:
    told = set()
    for number in range(1, 11):
        rule_id = f"GRP-S{number}"
        order = steps([*MIXED, finding(rule_id, FACEBOOK, value="x", field="groups")], situation)
        told.add(
            tuple((step.rule_id.replace(rule_id, "GRP-S"), step.first, step.minutes, step.gain) for step in order)
        )
    assert len(told) == 1
