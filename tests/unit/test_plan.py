"""What to change first: child safety, then most for the least time, and never more than the person asked for."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check import catalogue
from privacy_check.assessment.pieces import private_topic
from privacy_check.assessment.plan import plan
from privacy_check.assessment.scenarios import evaluate
from privacy_check.assessment.score import score
from privacy_check.model import Account, Finding, Mark, PlanStep, ScenarioStatus, SeenBy, Severity
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, STRAVA, finding, without

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


def test_closing_one_account_of_several_is_the_quick_one_where_nothing_else_is() -> None:
    small, other = (Account(name, "ada", f"https://{name}.example.org/ada") for name in ("smallnet", "othernet"))
    slow = [finding("PI-06", STRAVA), finding("PI-07", FACEBOOK), finding("LOC-05", LINKEDIN)]
    shut = [
        finding(rule_id, account, field="posts") for account in (small, other) for rule_id in ("VIS-01", "VIS-03")
    ]
    told = steps([*slow, *shut])
    switches = [step for step in told if step.rule_id == "VIS-01"]
    assert [step.first for step in switches] == [True, False]
    assert [step.minutes for step in switches] == [2, 2]
    assert {account for step in switches for account in step.accounts} == {small, other}
    assert {print_ for step in switches for print_ in step.fingerprints} == {item.fingerprint for item in shut}
    assert sum(step.first for step in told) == 3
    quick = steps([*slow, *shut, finding("LOC-01", Account("thirdnet", "ada", "https://third.example.org/ada"))])
    assert [step.minutes for step in quick if step.rule_id == "VIS-01"] == [4]


def test_what_a_step_says_it_closes_is_closed_by_doing_it() -> None:
    found = [finding("LOC-01"), finding("LOC-05", STRAVA), finding("LOC-07", FACEBOOK), finding("PI-03")]
    before = {item.id for item in evaluate(found) if item.status is ScenarioStatus.OPEN}
    for step in steps(found):
        left = without(found, step.fingerprints)
        after, points = evaluate(left), score(left)
        still = {item.id for item in after if item.status is ScenarioStatus.OPEN}
        assert set(step.closes) == before - still
        assert score(found).low - points.low >= 0
        assert abs(score(found).low - points.low - step.gain) < 1e-5


def test_one_cause_is_one_step_with_a_visit_to_each_account() -> None:
    small = Account("a-small-network", "ada", "https://small.example.org/ada")
    found = [finding("LOC-01", STRAVA), finding("LOC-01", small), finding("GRP-L1", FACEBOOK)]
    (town,) = [step for step in steps(found) if step.rule_id == "LOC-01"]
    assert set(town.accounts) == {STRAVA, small}
    assert town.minutes == sum(visit.minutes for visit in town.visits) == 4
    assert set(town.fingerprints) == {found[0].fingerprint, found[1].fingerprint}
    assert town.closes == ("SC-01",)


def test_one_settings_page_is_visited_once_for_all_it_mends() -> None:
    (step,) = steps([finding("LOC-01", FACEBOOK), finding("WRK-05", FACEBOOK), finding("PI-02", FACEBOOK)])
    assert step.rule_id == "PI-02"
    assert set(step.rules) == {"LOC-01", "WRK-05", "PI-02"}
    assert [visit.minutes for visit in step.visits] == [step.minutes]


def test_a_number_inside_a_chat_link_goes_with_the_link() -> None:
    small = Account("linkpage", "ada", "https://links.example.org/ada")
    link = finding("PI-05", small, value="https://wa.me/447700900142", field="links")
    number = finding("PI-03", small, value="447700900142", field="links")
    (step,) = steps([link, number])
    assert step.rules == ("PI-05", "PI-03")
    assert set(step.fingerprints) == {link.fingerprint, number.fingerprint}
    apart = steps([link, finding("PI-03", small, value="07700 900142")])
    assert {item.rule_id for item in apart} == {"PI-05", "PI-03"}


def test_a_carers_group_comes_before_the_home_it_is_read_together_with() -> None:
    home = [finding("LOC-01", STRAVA), finding("LOC-01", FACEBOOK), finding("GRP-L1", FACEBOOK, field="groups")]
    group = finding("GRP-C1", FACEBOOK, field="groups")
    opened = finding("VIS-01", FACEBOOK, field="posts")
    told = steps([*home, opened, group])
    assert told[0].rule_id == "GRP-C1"
    assert told[0].comes_first == "child_safety"
    assert told[0].rules == ("GRP-C1",)
    private = next(step for step in told if step.rule_id == "VIS-01")
    assert group.fingerprint not in private.fingerprints
    assert "SC-10" not in private.closes


def test_child_safety_is_never_put_together_with_anything_else() -> None:
    found = [finding("REL-03"), finding("REL-04"), finding("REL-05"), finding("PHO-04"), finding("WRK-01")]
    told = steps(found)
    assert {"REL-05", "PHO-04", "WRK-01"} <= {step.rule_id for step in told[:3]}
    assert all(len(step.rules) == 1 for step in told[:3])


def test_a_copy_of_you_comes_before_a_home_address() -> None:
    found = [finding("PI-06", STRAVA), finding("IMP-02"), finding("PI-02", FACEBOOK)]
    assert [step.rule_id for step in steps(found)][:2] == ["IMP-02", "PI-06"]


def test_closing_an_account_in_two_minutes_comes_before_a_long_edit_it_makes_less_pressing() -> None:
    found = [
        finding("PI-06", STRAVA, field="posts"),
        finding("LOC-08", STRAVA, field="posts"),
        finding("VIS-01", STRAVA, field="posts"),
    ]
    told = steps(found)
    assert [step.rule_id for step in told][:2] == ["VIS-01", "PI-06"]
    assert told[0].minutes == 2
    assert set(told[0].closes) == {"SC-01", "SC-02"}


def test_what_is_no_fault_is_never_where_to_begin() -> None:
    told = steps([finding("PI-01"), finding("PI-01", STRAVA), finding("REL-08"), finding("GRP-M1")])
    assert told
    assert not any(step.first for step in told)
    mixed = steps([finding("PI-01", LINKEDIN), finding("LOC-01", STRAVA)])
    assert [(step.rule_id, step.first) for step in mixed] == [("LOC-01", True), ("PI-01", False)]


def test_a_choice_on_a_page_that_is_opened_anyway_is_no_step_of_its_own() -> None:
    told = steps([finding("PI-08", FACEBOOK), finding("PI-02", FACEBOOK)])
    assert [step.rules for step in told] == [("PI-02",)]
    assert [step.rule_id for step in steps([finding("PI-08", FACEBOOK)])] == ["PI-08"]


def test_what_is_called_no_fault_is_marked_as_a_choice() -> None:
    for rule in catalogue.rules():
        if not rule.reflection:
            free = rule.severity is Severity.GOOD_TO_KNOW or private_topic(rule.id)
            assert rule.a_choice == free, rule.id
            assert rule.a_choice or "This is not a fault" not in rule.why


def test_what_waits_for_somebody_is_not_where_to_begin() -> None:
    asked = finding("PI-06", STRAVA, mark=Mark.ASKED)
    could_not = finding("PI-02", FACEBOOK, mark=Mark.COULD_NOT)
    told = steps([asked, could_not, finding("LOC-01")])
    assert told[0].rule_id == "LOC-01"
    assert told[0].first
    assert {step.rule_id for step in told if not step.first} == {"PI-06", "PI-02"}


def test_a_private_account_gets_no_advice_for_what_nobody_sees() -> None:
    unseen = finding("LOC-07", field="posts", seen_by=SeenBy.UNKNOWN)
    found = [unseen, finding("VIS-02", field="posts"), finding("VIS-01", field="posts"), finding("PI-03")]
    told = plan(found, evaluate(found), score(found), locked=[INSTAGRAM.key])
    assert {rule_id for step in told for rule_id in step.rules} == {"PI-03", "VIS-02"}


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
    assert "VIS-03" in told["VIS-01"].rules
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


def test_minutes_and_steps_come_from_the_platform_where_known() -> None:
    for step in steps([finding("PI-03"), finding("LOC-05", STRAVA)]):
        remedy = catalogue.remedy(step.remedy_id)
        assert step.rule_id in remedy.rules
        assert step.minutes == (remedy.minutes if remedy.platform else catalogue.rule(step.rule_id).minutes)


SITES = tuple(
    Account(f"site-{name}", "ada", f"https://{name}.example.org/ada") for name in ("one", "two", "three")
)


def test_a_step_that_closes_nothing_more_comes_after_one_that_does() -> None:
    one, two, three = SITES
    found = [
        finding("PI-06", one, field="posts"),
        finding("LOC-08", one, field="posts"),
        finding("PI-01", two),
        finding("PI-02", two),
        finding("WRK-05", three),
        finding("PI-04", three),
    ]
    told = steps(found)
    first = [step for step in told if step.first]
    assert [step.rule_id for step in first] == ["PI-06", "WRK-05", "PI-04"]
    (birth,) = [step for step in told if step.rule_id == "PI-02"]
    assert set(birth.closes) <= set(first[0].closes)
    gone: set[str] = set()
    for step in first:
        before = {item.id for item in evaluate(without(found, gone)) if item.status is ScenarioStatus.OPEN}
        gone.update(step.fingerprints)
        after = {item.id for item in evaluate(without(found, gone)) if item.status is ScenarioStatus.OPEN}
        assert after < before


def test_what_needs_doing_today_waits_for_what_still_closes_something() -> None:
    one, two, three = SITES
    found = [finding("PHO-06", one), finding("PI-04", two), finding("PI-01", two), finding("WRK-05", three)]
    assert not next(step for step in steps(found) if step.rule_id == "PHO-06").closes
    assert [step.rule_id for step in steps(found) if step.first][:2] == ["PI-04", "PHO-06"]


def test_the_first_stand_in_the_order_they_are_best_done_in() -> None:
    one, two, three = SITES
    found = [finding("PI-06", one), finding("PI-02", two), finding("PI-01", two), finding("PI-04", three)]
    told = [step.rule_id for step in steps([*found, finding("WRK-05", three)]) if step.first]
    assert told == ["PI-06", "PI-04", "PI-02"]


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


@settings(max_examples=60, deadline=None)
@given(made)
def test_the_first_three_keep_their_promises_for_anyone(found: list[Finding]) -> None:
    told = steps(found)
    first = [step for step in told if step.first]
    assert list(told[: len(first)]) == first
    assert len(first) <= 3
    assert not any(catalogue.rule(step.rule_id).a_choice for step in first)
    worth = [step for step in told if not catalogue.rule(step.rule_id).a_choice]
    assert len(first) == min(3, len(worth))
    places = {"child_safety": 0, "active_harm": 1, "": 2}
    pressing = [places[step.comes_first] for step in told if not catalogue.rule(step.rule_id).a_choice]
    assert pressing == sorted(pressing)
    useful = [step for step in worth if step.minutes < 3 and (step.closes or step.gain >= 0.5)]
    if useful and any(not step.comes_first for step in first):
        assert any(step.minutes < 3 for step in first)


@settings(max_examples=60, deadline=None)
@given(made)
def test_every_cause_is_one_step_and_every_visit_is_made_once(found: list[Finding]) -> None:
    told = steps(found)
    headlines = [step.rule_id for step in told]
    assert len(set(headlines)) == len(headlines)
    once = [(visit.account, visit.remedy_id) for step in told for visit in step.visits if not step.comes_first]
    assert len(set(once)) == len(once)
    assert all(step.minutes == sum(visit.minutes for visit in step.visits) for step in told)
    assert all(step.gain >= 0 for step in told)
    now = {item.id for item in evaluate(found) if item.status is ScenarioStatus.OPEN}
    for step in told:
        left = {
            item.id for item in evaluate(without(found, step.fingerprints)) if item.status is ScenarioStatus.OPEN
        }
        assert set(step.closes) == now - left


def test_of_two_pieces_about_a_child_the_one_that_shuts_the_way_alone_comes_first() -> None:
    group = [finding("GRP-C1", account, field="groups") for account in (FACEBOOK, INSTAGRAM)]
    school = [finding("REL-05", account, field="posts") for account in (FACEBOOK, INSTAGRAM)]
    home = finding("PI-06", STRAVA)
    for found in ([*group, *school, home], [home, *school, *group]):
        told = steps(found)
        assert [step.rule_id for step in told[:2]] == ["GRP-C1", "REL-05"]
        assert "SC-10" in told[0].closes
