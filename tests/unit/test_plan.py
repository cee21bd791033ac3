"""What to change first: child safety, then most for the least time, and never more than the person asked for."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check import catalogue
from privacy_check.assessment.plan import plan, what_if
from privacy_check.assessment.scenarios import evaluate
from privacy_check.assessment.score import score
from privacy_check.model import Account, Finding, Mark, PlanStep, ScenarioStatus, SeenBy, Severity
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, STRAVA, finding

ACCOUNTS = (INSTAGRAM, STRAVA, FACEBOOK, LINKEDIN)


def steps(found: Sequence[Finding], *, private_topics: bool = False) -> tuple[PlanStep, ...]:
    return plan(found, evaluate(found, private_topics=private_topics), score(found))


def test_nothing_found_means_nothing_to_do() -> None:
    assert steps([]) == ()


def test_child_safety_and_active_harm_come_first() -> None:
    found = [
        finding("LOC-01"),
        finding("NET-01", FACEBOOK),
        finding("PHO-04", FACEBOOK),
        finding("IMP-02", INSTAGRAM),
        finding("WRK-05", LINKEDIN),
    ]
    first = [step.rule_id for step in steps(found)[:2]]
    assert set(first) == {"PHO-04", "IMP-02"}


def test_two_child_safety_steps_on_one_platform_both_stand_first() -> None:
    found = [finding("PHO-04"), finding("REL-05"), finding("LOC-01", FACEBOOK), finding("WRK-05", STRAVA)]
    assert {step.rule_id for step in steps(found)[:2]} == {"PHO-04", "REL-05"}


def test_each_of_the_first_three_is_for_another_platform() -> None:
    found = [
        finding("PI-06"),
        finding("PI-03"),
        finding("PI-02"),
        finding("LOC-05", STRAVA),
        finding("REL-01", LINKEDIN),
    ]
    assert {step.account for step in steps(found)[:3]} == {INSTAGRAM, STRAVA, LINKEDIN}
    alone = steps([finding("PI-06"), finding("PI-03"), finding("PI-02")])
    assert len(alone[:3]) == 3


def test_one_of_the_first_three_is_quick_when_any_is() -> None:
    elsewhere = Account("a-small-network", "ada", "https://small.example.org/ada")
    found = [finding("PI-06"), finding("LOC-05", STRAVA), finding("PI-07", FACEBOOK), finding("LOC-01", elsewhere)]
    assert min(step.minutes for step in steps(found)[:3]) < 3
    slow = [finding("PI-06"), finding("LOC-05", STRAVA), finding("PI-07", FACEBOOK)]
    assert len(steps(slow)) == 3


def test_what_a_step_says_it_closes_is_closed_by_doing_it() -> None:
    found = [finding("LOC-01"), finding("LOC-05", STRAVA), finding("LOC-07", FACEBOOK), finding("PI-03")]
    before = {item.id for item in evaluate(found) if item.status is ScenarioStatus.OPEN}
    for step in steps(found):
        after, points = what_if(found, step.fingerprints)
        still = {item.id for item in after if item.status is ScenarioStatus.OPEN}
        assert set(step.closes) == before - still
        assert score(found).low - points.low >= 0
        assert abs(score(found).low - points.low - step.gain) < 1e-5


def test_a_piece_on_two_accounts_is_worth_clearing_from_both() -> None:
    found = [finding("WRK-05"), finding("WRK-05", FACEBOOK), finding("VIS-03", LINKEDIN), finding("PI-08", STRAVA)]
    order = [step.rule_id for step in steps(found)]
    assert order.index("WRK-05") < order.index("PI-08")
    assert all(step.closes == () for step in steps(found) if step.rule_id == "WRK-05")


def test_going_private_hides_posts_and_is_not_asked_for_twice() -> None:
    found = [
        finding("VIS-01", field="posts"),
        finding("VIS-03", field="posts"),
        finding("LOC-07", field="posts"),
        finding("REL-05", field="posts"),
        finding("PI-03", field="bio"),
    ]
    told = {step.rule_id: step for step in steps(found)}
    assert "VIS-03" not in told
    hidden = set(told["VIS-01"].fingerprints)
    assert {found[0].fingerprint, found[1].fingerprint, found[2].fingerprint} == hidden


def test_private_topics_are_no_step_unless_asked_for() -> None:
    found = [finding("GRP-S1"), finding("PI-03")]
    assert [step.rule_id for step in steps(found)] == ["PI-03"]
    assert {step.rule_id for step in steps(found, private_topics=True)} == {"GRP-S1", "PI-03"}


def test_what_is_settled_hinted_or_hidden_is_no_step() -> None:
    found = [
        finding("PI-03", mark=Mark.KEEP),
        finding("PI-04", mark=Mark.FIXED),
        finding("LOC-01", mark=Mark.NOT_ME),
        finding("PI-06", confidence=0.5),
        finding("WRK-05", seen_by=SeenBy.FRIENDS),
        finding("IMP-06"),
    ]
    assert steps(found) == ()


def test_sign_in_steps_count_though_nobody_sees_them() -> None:
    found = [finding("CRD-02", None, seen_by=SeenBy.UNKNOWN), finding("CRD-01", None, seen_by=SeenBy.ONLY_ME)]
    assert {step.rule_id for step in steps(found)} == {"CRD-01", "CRD-02"}


def test_what_if_takes_rules_or_fingerprints_away() -> None:
    found = [finding("PI-06"), finding("PI-06", FACEBOOK), finding("LOC-07")]
    assert what_if(found, ["PI-06"])[0][0].status is not ScenarioStatus.OPEN
    assert what_if(found, [found[0].fingerprint])[0][0].status is ScenarioStatus.OPEN
    assert what_if(found, [])[1] == score(found)
    assert what_if(found, [item.fingerprint for item in found])[1].high == 0


def test_minutes_and_steps_come_from_the_platform_where_known() -> None:
    for step in steps([finding("PI-03"), finding("LOC-05", STRAVA)]):
        remedy = catalogue.remedy(step.remedy_id)
        assert step.rule_id in remedy.rules
        assert step.minutes == (remedy.minutes if remedy.platform else catalogue.rule(step.rule_id).minutes)


made = st.lists(
    st.builds(
        finding,
        st.sampled_from([rule.id for rule in catalogue.rules() if not rule.reflection]),
        st.sampled_from(ACCOUNTS),
        seen_by=st.sampled_from(SeenBy),
    ),
    max_size=12,
    unique_by=lambda item: item.fingerprint,
)


def _urgent(rule_id: str) -> bool:
    rule = catalogue.rule(rule_id)
    return bool(rule.comes_first) or rule.severity is Severity.DO_TODAY


@settings(max_examples=60, deadline=None)
@given(made)
def test_the_first_three_keep_their_promises_for_anyone(found: list[Finding]) -> None:
    told = steps(found)
    urgent = [_urgent(step.rule_id) for step in told]
    assert urgent[:3] == sorted(urgent, reverse=True)[:3]
    if any(step.minutes < 3 for step in told) and not all(urgent[:3]):
        assert any(step.minutes < 3 for step in told[:3])
    platforms = [step.account.platform for step in told[:3] if step.account]
    others = {step.account.platform for step in told if step.account}
    if not any(urgent[:3]) and len(others) >= 3 and not any(step.minutes < 3 for step in told):
        assert len(set(platforms)) == 3
    assert len({(step.rule_id, step.account) for step in told}) == len(told)
    assert all(step.gain >= 0 for step in told)
