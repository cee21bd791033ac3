"""Scenarios: what opens them, what closes them, and what cannot be told."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check import catalogue
from privacy_check.assessment.scenarios import evaluate, is_open, vocabulary
from privacy_check.model import Mark, Scenario, ScenarioStatus, SeenBy
from tests.unit.findings import FACEBOOK, INSTAGRAM, finding

OPEN, STEP, CLOSED, UNKNOWN = (
    ScenarioStatus.OPEN,
    ScenarioStatus.ONE_STEP_AWAY,
    ScenarioStatus.CLOSED,
    ScenarioStatus.CANNOT_TELL,
)
PIECES = sorted({rule_id for item in catalogue.scenarios() for rule_id in vocabulary(item.id)})
IDS = [item.id for item in catalogue.scenarios() if not item.opt_in]


def rows(
    *rule_ids: str, visibility: float | None = 0.9, account: str = "instagram:ada"
) -> list[dict[str, object]]:
    return [{"rule_id": rule_id, "visibility": visibility, "account": account} for rule_id in rule_ids]


def of(scenario_id: str, findings: list[dict[str, object]]) -> Scenario:
    return next(item for item in evaluate(findings, private_topics=True) if item.id == scenario_id)


@pytest.mark.parametrize(
    ("scenario_id", "pieces", "status"),
    [
        ("SC-01", ("PI-06",), OPEN),
        ("SC-01", ("LOC-01", "GRP-L1"), OPEN),
        ("SC-01", ("LOC-01",), STEP),
        ("SC-01", (), CLOSED),
        ("SC-02", ("PI-06", "LOC-07"), OPEN),
        ("SC-02", ("PI-06",), STEP),
        ("SC-02", ("LOC-07",), STEP),
        ("SC-02", ("LOC-01",), CLOSED),
        ("SC-03", ("LOC-06",), OPEN),
        ("SC-03", ("WRK-05", "GRP-L3"), OPEN),
        ("SC-04", ("PI-03", "PI-01"), OPEN),
        ("SC-04", ("PI-03", "PI-04"), STEP),
        ("SC-04", ("PI-01", "WRK-05", "HND-01"), STEP),
        ("SC-05", ("PI-01", "PI-02", "LOC-01", "LOC-05"), OPEN),
        ("SC-05", ("PI-01", "PI-02"), STEP),
        ("SC-05", ("PI-02",), CLOSED),
        ("SC-06", ("CRD-03", "PI-09"), OPEN),
        ("SC-06", ("REL-02", "REL-08"), OPEN),
        ("SC-07", ("CRD-02", "CRD-01"), OPEN),
        ("SC-07", ("CRD-02", "CRD-03", "PI-02"), OPEN),
        ("SC-07", ("PI-03", "PI-02"), STEP),
        ("SC-08", ("PHO-10", "PI-01", "NET-01"), OPEN),
        ("SC-08", ("PHO-10", "PI-01"), STEP),
        ("SC-08", ("PHO-10",), CLOSED),
        ("SC-09", ("PI-03", "PI-04", "WRK-05"), OPEN),
        ("SC-09", ("PI-03", "PI-04"), STEP),
        ("SC-09", ("PI-03",), CLOSED),
        ("SC-10", ("GRP-C1", "REL-05"), OPEN),
        ("SC-10", ("GRP-C1", "PI-06"), OPEN),
        ("SC-10", ("GRP-C1",), STEP),
        ("SC-11", ("REL-03", "GRP-L2"), OPEN),
        ("SC-11", ("GRP-L2",), STEP),
        ("SC-12", ("WRK-02", "WRK-05", "GRP-W1"), OPEN),
        ("SC-12", ("WRK-02", "WRK-05"), STEP),
        ("SC-12", ("WRK-02",), CLOSED),
        ("SC-13", ("HND-01",), OPEN),
        ("SC-13", ("HND-04",), STEP),
        ("SC-14", ("GRP-S3",), OPEN),
        ("SC-15", ("WRK-05", "VIS-03", "PI-06"), OPEN),
        ("SC-15", ("WRK-05", "VIS-03"), STEP),
        ("SC-16", ("VIS-03", "WRK-05"), OPEN),
        ("SC-16", ("VIS-03",), STEP),
        ("SC-16", ("EXT-01", "VIS-03"), STEP),
        ("SC-17", ("REL-03", "GRP-L2"), OPEN),
    ],
)
def test_status(scenario_id: str, pieces: tuple[str, ...], status: ScenarioStatus) -> None:
    assert of(scenario_id, rows(*pieces)).status is status


def test_private_topics_are_weighed_only_when_asked_for() -> None:
    assert "SC-14" not in {item.id for item in evaluate(rows("GRP-S3"))}
    assert of("SC-14", rows("GRP-S3")).status is OPEN


def test_a_piece_counts_from_half_visible_up() -> None:
    assert of("SC-01", rows("PI-06", visibility=0.5)).status is OPEN
    assert of("SC-01", rows("PI-06", visibility=0.25)).status is CLOSED


@pytest.mark.parametrize("visibility", [0.0, None])
def test_a_weak_sign_in_counts_whoever_can_see_it(visibility: float | None) -> None:
    assert of("SC-07", rows("CRD-02", "CRD-01", visibility=visibility)).status is OPEN


def test_unknown_pieces_are_neither_open_nor_closed() -> None:
    both = [*rows("PI-01"), *rows("PI-02", "PI-06", visibility=None)]
    told = of("SC-05", both)
    assert told.status is UNKNOWN
    assert told.pieces == ("PI-01",)
    assert told.missing == ("PI-02", "PI-06")
    assert told.cheapest_piece is None
    assert of("SC-11", rows("REL-05", visibility=None)).status is UNKNOWN
    two_short = [*rows("PI-01"), *rows("PI-06", visibility=None)]
    assert of("SC-05", two_short).status is CLOSED


@pytest.mark.parametrize(
    ("scenario_id", "there", "unknown"),
    [
        ("SC-05", ("PI-01", "PI-02"), ("PI-06",)),
        ("SC-01", ("LOC-01",), ("PI-06",)),
        ("SC-02", ("LOC-07",), ("LOC-01", "LOC-05")),
        ("SC-09", ("PI-03", "PI-04"), ("NET-01",)),
    ],
)
def test_one_step_away_is_said_where_it_cannot_be_told_as_well(
    scenario_id: str, there: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    told = of(scenario_id, [*rows(*there), *rows(*unknown, visibility=None)])
    assert told.status is STEP
    assert set(told.pieces) == set(there)


def test_a_row_says_in_words_that_nobody_has_answered_its_hint() -> None:
    hint = [{"rule_id": "PI-06", "visibility": 0.9, "account": "instagram:ada", "confirmed": False}]
    assert of("SC-01", hint).status is CLOSED


def test_what_is_seen_on_one_account_is_not_unknown_for_another() -> None:
    told = [*rows("PI-06"), *rows("PI-06", visibility=None, account="facebook:ada")]
    assert of("SC-01", told).status is OPEN


def test_hints_and_what_is_set_aside_do_not_count() -> None:
    hint = [{"rule_id": "PI-06", "visibility": 0.9, "account": "a", "confidence": 0.5}]
    assert of("SC-01", hint).status is CLOSED
    for mark in (Mark.FIXED, Mark.NOT_ME):
        assert evaluate([finding("PI-06", mark=mark)])[0].status is CLOSED
    assert evaluate([finding("PI-06", mark=Mark.KEEP)])[0].status is OPEN


def test_findings_and_mappings_say_the_same() -> None:
    found = [finding("LOC-01"), finding("GRP-L1", FACEBOOK), finding("PI-03", seen_by=SeenBy.UNKNOWN)]
    given_rows = [*rows("LOC-01", "GRP-L1"), *rows("PI-03", visibility=None)]
    assert evaluate(found) == evaluate(given_rows)


def test_removing_a_piece_means_all_of_them() -> None:
    both = [finding("PI-06", INSTAGRAM), finding("PI-06", FACEBOOK)]
    assert evaluate(both)[0].pieces == ("PI-06",)
    assert evaluate(both[:1])[0].status is OPEN


def test_cheapest_piece_is_the_quickest_that_closes() -> None:
    told = of("SC-02", rows("PI-06", "LOC-07"))
    assert told.cheapest_piece == "LOC-07"
    assert set(told.pieces) == {"PI-06", "LOC-07"}
    told = of("SC-04", rows("PI-03", "NET-07", "PI-01"))
    assert told.cheapest_piece == "PI-01"
    assert of("SC-01", []).cheapest_piece is None


def test_with_two_ways_open_both_have_to_be_closed() -> None:
    told = of("SC-01", rows("PI-06", "LOC-01", "GRP-L1", account="a:ada"))
    assert told.closing_set == ("LOC-01", "PI-06")
    assert told.cheapest_piece == "LOC-01"
    assert told.minutes == 2 + 15
    assert set(told.pieces) == {"PI-06", "LOC-01", "GRP-L1"}


def test_one_step_away_names_what_is_missing() -> None:
    told = of("SC-08", rows("PHO-10", "PI-01"))
    assert told.missing == ("NET-01", "PI-09", "WRK-05", "REL-01", "VIS-03")
    assert told.cheapest_piece in told.pieces
    nested = of("SC-07", rows("PI-03", "PI-02", "CRD-03"))
    assert nested.status is OPEN
    away = of("SC-02", rows("LOC-07"))
    assert "PI-06" in away.missing
    assert "LOC-01" not in away.missing


def test_an_account_nobody_could_see_closes_nothing() -> None:
    seen = [finding("REL-03")]
    alone = {item.id: item.status for item in evaluate(seen)}
    wide = {item.id: item.status for item in evaluate(seen, not_checked=["linkedin:in/ada"])}
    assert alone["SC-16"] is CLOSED
    assert wide["SC-16"] is UNKNOWN
    assert all(wide[name] is alone[name] for name in alone if alone[name] is not CLOSED)
    asked = {item.id: item.status for item in evaluate([], not_checked=["CRD-01", "CRD-02"])}
    assert asked["SC-07"] is UNKNOWN


def test_reflection_plays_no_part() -> None:
    conduct = rows(*(rule.id for rule in catalogue.rules() if rule.reflection))
    assert evaluate(conduct) == evaluate([])


some = st.sets(st.sampled_from(PIECES), max_size=14)
more = st.sampled_from(PIECES)


def _open_ids(pieces: set[str]) -> set[str]:
    return {item.id for item in evaluate(rows(*pieces)) if item.status is OPEN}


@settings(max_examples=150, deadline=None)
@given(some, more)
def test_adding_a_piece_never_closes_and_removing_never_opens(pieces: set[str], piece: str) -> None:
    assert _open_ids(pieces) <= _open_ids(pieces | {piece})
    assert _open_ids(pieces - {piece}) <= _open_ids(pieces)


@settings(max_examples=80, deadline=None)
@given(st.permutations([*PIECES[:20]]), st.integers(0, 20))
def test_order_does_not_matter(shuffled: list[str], cut: int) -> None:
    assert evaluate(rows(*shuffled[:cut])) == evaluate(rows(*sorted(shuffled[:cut])))


@settings(max_examples=150, deadline=None)
@given(some, st.sets(st.sampled_from(PIECES), max_size=4))
def test_what_each_status_promises(pieces: set[str], unknown: set[str]) -> None:
    there, unseen = frozenset(pieces), frozenset(unknown) - frozenset(pieces)
    told = evaluate([*rows(*there), *rows(*unseen, visibility=None)])
    unseen_only = {name for name in unseen if not name.startswith(("CRD-", "ACC-", "IMP-", "CNT-"))}
    there |= unseen - unseen_only
    for item in told:
        worst = is_open(item.id, there | unseen_only)
        assert (item.status is OPEN) == is_open(item.id, there)
        assert worst or item.status is not UNKNOWN
        assert not worst or item.status is not CLOSED
        assert set(item.pieces) <= there
        assert not set(item.missing) & there
        if item.status is STEP:
            assert item.pieces
            assert all(is_open(item.id, there | {name}) for name in item.missing)
            assert item.missing
        if item.status is CLOSED:
            assert item.cheapest_piece is None
        if item.status in (OPEN, STEP):
            assert item.cheapest_piece in item.pieces


@settings(max_examples=100, deadline=None)
@given(some)
def test_cheapest_piece_closes_whenever_one_piece_can(pieces: set[str]) -> None:
    there = frozenset(pieces)
    for item in evaluate(rows(*pieces)):
        if item.status is OPEN:
            closing = [name for name in item.pieces if not is_open(item.id, there - {name})]
            if closing:
                assert item.cheapest_piece in closing
                assert item.closing_set == (item.cheapest_piece,)


def test_every_scenario_can_be_opened_from_its_own_pieces() -> None:
    for scenario_id in [*IDS, "SC-14"]:
        words = vocabulary(scenario_id)
        sizes = (set(chosen) for size in (1, 2, 3) for chosen in combinations(words, size))
        assert any(is_open(scenario_id, frozenset(chosen)) for chosen in sizes)


@pytest.mark.parametrize("odd", [None, "public", float("nan"), [], {}])
def test_a_visibility_that_cannot_be_read_is_not_hidden(odd: object) -> None:
    (home,) = [item for item in evaluate([{"rule_id": "PI-06", "visibility": odd}]) if item.id == "SC-01"]
    assert home.status is ScenarioStatus.CANNOT_TELL
