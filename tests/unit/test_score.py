"""The exposure range keeps the promises of docs/scoring.md."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check import catalogue
from privacy_check.assessment.pieces import COUNTS_UNSEEN
from privacy_check.assessment.scenarios import is_open, vocabulary
from privacy_check.assessment.score import DIMENSIONS, level, middle, score
from privacy_check.model import Finding, Mark, SeenBy
from tests.unit.findings import FACEBOOK, INSTAGRAM, finding

SCORED = [rule.id for rule in catalogue.rules() if rule.scored]
VISIBILITIES = (0.0, 0.1, 0.25, 0.5, 0.8, 0.9, 1.0)

rows = st.lists(
    st.fixed_dictionaries(
        {
            "rule_id": st.sampled_from([rule.id for rule in catalogue.rules()]),
            "visibility": st.sampled_from([*VISIBILITIES, None]),
            "account": st.sampled_from(["a:1", "b:2"]),
            "confidence": st.sampled_from([0.5, 0.7, 0.9, 1.0]),
            "linkability": st.sampled_from([0.3, 0.7, 1.0]),
        }
    ),
    max_size=25,
)
quick = settings(max_examples=150, deadline=None)


def test_nothing_visible_is_zero() -> None:
    assert score([]).low == score([]).high == 0
    hidden = [
        finding(rule_id, seen_by=SeenBy.ONLY_ME) for rule_id in SCORED if not rule_id.startswith(("CRD", "ACC"))
    ]
    assert score(hidden).high == 0


@quick
@given(rows)
def test_bounded_and_ordered(found: list[dict[str, object]]) -> None:
    told = score(found)
    assert 0 <= told.low <= told.high <= 100
    assert set(told.dimensions) == set(DIMENSIONS)
    assert all(0 <= low <= high <= 100 for low, high in told.dimensions.values())


@quick
@given(rows, st.integers(0, 24), st.sampled_from(["visibility", "linkability", "confidence"]))
def test_more_visible_more_linked_or_surer_never_lowers(found: list[dict[str, object]], at: int, key: str) -> None:
    if at >= len(found) or found[at][key] is None:
        return
    before = score(found)
    after = score([*found[:at], {**found[at], key: 1.0}, *found[at + 1 :]])
    assert after.low >= before.low
    assert after.high >= before.high


def test_more_sensitive_counts_more() -> None:
    assert score([finding("PI-06")]).low > score([finding("LOC-01")]).low > score([finding("PI-08")]).low


@quick
@given(rows, st.integers(0, 24))
def test_fixing_never_raises(found: list[dict[str, object]], at: int) -> None:
    before, after = score(found), score([*found[:at], *found[at + 1 :]])
    assert after.low <= before.low
    assert after.high <= before.high


@quick
@given(rows, st.randoms(use_true_random=False))
def test_order_does_not_matter(found: list[dict[str, object]], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert (score(found).low, score(found).high) == (score(shuffled).low, score(shuffled).high)


@quick
@given(rows, st.integers(0, 24))
def test_unknown_widens_and_never_lowers_the_top(found: list[dict[str, object]], at: int) -> None:
    if at >= len(found):
        return
    before = score(found)
    after = score([*found[:at], {**found[at], "visibility": None}, *found[at + 1 :]])
    assert after.high >= before.high
    if str(found[at]["rule_id"]).startswith(COUNTS_UNSEEN):
        # A weak sign-in is no matter of being seen: once confirmed it counts as if it were in the open.
        exposed = score([*found[:at], {**found[at], "visibility": 1.0}, *found[at + 1 :]])
        assert (after.low, after.high) == (exposed.low, exposed.high)
    else:
        assert after.low <= before.low


@quick
@given(rows, st.sampled_from([*SCORED, "facebook:ada", "search results"]))
def test_what_was_not_checked_widens(found: list[dict[str, object]], name: str) -> None:
    before, after = score(found), score(found, [name])
    assert after.low == before.low
    assert after.high >= before.high
    assert after.not_checked == (name,)


def test_not_checked_is_never_safe() -> None:
    for name in ("facebook:ada", "CRD-02", "2-step sign-in", "something nobody described"):
        assert score([], [name]).high > 0


def test_contributions_are_what_goes_without_the_finding() -> None:
    found = [finding("PI-06"), finding("LOC-01"), finding("WRK-05"), finding("REL-05", FACEBOOK)]
    told = score(found)
    for item in found:
        rest = [other for other in found if other is not item]
        left = middle(found) - middle(rest)
        assert told.contributions[item.fingerprint] == pytest.approx(left, abs=1e-4)
    strongest = max(found, key=lambda item: told.contributions[item.fingerprint])
    assert strongest.rule_id == "REL-05"
    assert all(points >= 0 for points in told.contributions.values())


SWAPS = [f"GRP-S{number}" for number in range(1, 11)]


@pytest.mark.parametrize("rule_id", SWAPS)
def test_swapping_one_private_trait_for_another_changes_nothing(rule_id: str) -> None:
    rest = [finding("PI-01"), finding("WRK-05")]
    base = score([*rest, finding("GRP-S1", value="a group")])
    told = score([*rest, finding(rule_id, value="a group")])
    assert (told.low, told.high, told.dimensions) == (base.low, base.high, base.dimensions)
    assert sorted(told.contributions.values()) == sorted(base.contributions.values())


def test_reflection_and_support_change_nothing() -> None:
    rest = [finding("PI-01")]
    unscored = [finding(rule.id) for rule in catalogue.rules() if not rule.scored]
    assert score([*rest, *unscored]).low == score(rest).low
    assert not any(rule.scored for rule in catalogue.rules() if rule.reflection)


def test_same_input_same_output() -> None:
    found = [finding(rule_id) for rule_id in SCORED]
    told = score(found)
    assert told == score(found)
    assert told.low == round(told.low, 6)
    # Worked out by hand from docs/scoring.md: one item in one dimension of weight 0.9.
    one = score([finding("PI-06")])
    assert one.low == pytest.approx(100 * (0.9 * (0.9 * 0.9 * 0.9) ** 3 / 4.8) ** (1 / 3), abs=1e-5)
    two = score([finding("PI-06"), finding("LOC-01")])
    both = 0.729 + (1 - 0.729) * 0.5 * (0.5 * 0.9 * 0.9) / 2
    assert two.dimensions["find"][0] == pytest.approx(100 * both, abs=1e-5)


def test_hints_and_what_is_set_aside_stay_out() -> None:
    for item in (
        finding("PI-06", confidence=0.5),
        finding("PI-06", mark=Mark.FIXED),
        finding("PI-06", mark=Mark.NOT_ME),
    ):
        assert score([item]).high == 0
    assert score([finding("PI-06", mark=Mark.KEEP)]).low > 0


def test_many_weak_pieces_do_not_saturate() -> None:
    weak = [finding("PI-08", value=str(number)) for number in range(60)]
    assert score(weak).low < score([finding("PI-06")]).low
    typical = [finding(rule_id, seen_by=SeenBy.PUBLIC) for rule_id in SCORED[::5]]
    assert score(typical).low < 90


def test_attack_simulation_ranks_people_as_an_attacker_would() -> None:
    """Invented people from locked down to wide open; a scripted attacker tries every scenario."""
    chance = random.Random(7)
    attempts = [item.id for item in catalogue.scenarios()]
    people: list[tuple[float, int]] = []
    for openness in (0.02, 0.06, 0.12, 0.2, 0.35, 0.5):
        for _ in range(12):
            found = _person(chance, openness)
            shown = frozenset(item.rule_id for item in found)
            success = sum(is_open(name, shown & frozenset(vocabulary(name))) for name in attempts)
            people.append((score(found).low, success))
    assert _rank_agreement(people) > 0.8


def _person(chance: random.Random, openness: float) -> list[Finding]:
    chosen = [rule_id for rule_id in SCORED if chance.random() < openness]
    return [replace(finding(rule_id, chance.choice([INSTAGRAM, FACEBOOK])), linkability=1.0) for rule_id in chosen]


def _rank_agreement(pairs: list[tuple[float, int]]) -> float:
    """Kendall's tau-a over the pairs that differ in both."""
    agree = differ = 0
    for index, (points, success) in enumerate(pairs):
        for other_points, other_success in pairs[index + 1 :]:
            product = (points - other_points) * (success - other_success)
            agree += product > 0
            differ += product < 0
    return (agree - differ) / (agree + differ)


def test_someone_without_social_media_gets_nothing_found() -> None:
    told = score([])
    assert told.contributions == {}
    assert all(bounds == (0, 0) for bounds in told.dimensions.values())


def test_levels_say_when_the_range_is_too_wide() -> None:
    assert level((0, 10)) == "low"
    assert level((30, 40)) == "some"
    assert level((60, 90)) == "high"
    assert level((0, 90)) == "unknown"
    assert level((10, 40)) == "some"


def test_unknown_rules_are_ignored() -> None:
    assert score([{"rule_id": "ZZ-01", "visibility": 1.0, "account": "a"}]).high == 0
