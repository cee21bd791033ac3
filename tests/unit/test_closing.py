"""Closing sets and statuses against a second, slower reading of the same grammar, on invented people."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from privacy_check import catalogue
from privacy_check.assessment.closing import minutes
from privacy_check.assessment.pieces import pieces_of
from privacy_check.assessment.plan import plan
from privacy_check.assessment.scenarios import evaluate, known_rules, still_open
from privacy_check.model import Account, Mark, PlanStep, Scenario, ScenarioStatus
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, STRAVA, finding, without

PEOPLE = 300
Row = dict[str, Any]
SCENARIOS: dict[str, Row] = {
    key: row for key, row in catalogue.data("scenarios.toml").items() if isinstance(row, dict)
}
ALWAYS = ("IMP-", "CNT-", "CRD-", "ACC-")
PLATFORMS = ("instagram", "facebook", "strava", "linkedin", "x", "a-small-one")


def names(path: Row) -> list[str]:
    """Every id of a path as the file has it."""
    return [*path.get("all", []), *path.get("any", []), *path.get("of", [])]


def words(scenario_id: str) -> set[str]:
    """Every rule a scenario can hang on."""
    found: set[str] = set()
    for path in SCENARIOS[scenario_id]["paths"]:
        for name in names(path):
            found |= words(name) if name in SCENARIOS else {name}
    return found


def lack(path: Row, have: set[str]) -> int:
    """Pieces short of a path, counted the plain way."""
    short = len([name for name in path.get("all", []) if not present(name, have)])
    if path.get("any") and not [name for name in path["any"] if present(name, have)]:
        short += 1
    return short + max(
        0, int(path.get("k", 0)) - len([name for name in path.get("of", []) if present(name, have)])
    )


def present(name: str, have: set[str]) -> bool:
    """A rule that is there, or a scenario that is open."""
    return opened(name, have) if name in SCENARIOS else name in have


def opened(scenario_id: str, have: set[str]) -> bool:
    """Open when one path lacks nothing."""
    return any(lack(path, have) == 0 for path in SCENARIOS[scenario_id]["paths"])


def status(scenario_id: str, there: set[str], unknown: set[str]) -> str:
    """The status as the rules of the design say it, in their order."""
    if opened(scenario_id, there):
        return "open"
    for path in SCENARIOS[scenario_id]["paths"]:
        if lack(path, there) == 1 and any(present(name, there) for name in names(path)):
            return "one_step_away"
    return "cannot_tell" if opened(scenario_id, there | unknown) else "closed"


def least(scenario_id: str, there: set[str]) -> list[set[str]]:
    """Every closing set of the smallest size, found by trying them all."""
    pieces = sorted(words(scenario_id) & there)
    for size in range(1, len(pieces) + 1):
        found = [
            set(chosen) for chosen in combinations(pieces, size) if not opened(scenario_id, there - set(chosen))
        ]
        if found:
            return found
    return []


def time_of(rules: set[str], rows: list[Row]) -> int:
    """Minutes over every account, a settings page once."""
    visits: dict[tuple[str, str], int] = {}
    for row in rows:
        if row["rule_id"] in rules and counts(row):
            remedy = catalogue.remedies(row["rule_id"], row["account"].split(":")[0])
            own = remedy[0]
            if catalogue.rule(row["rule_id"]).comes_first:
                own = next(item for item in remedy if "VIS-01" not in item.rules)
            key = (row["account"], own.id)
            visits[key] = own.minutes
    return sum(visits.values())


def counts(row: Row) -> bool:
    """Confirmed, and seen by enough people or of a kind that always counts."""
    if row["confidence"] <= 0.5:
        return False
    rule_id: str = row["rule_id"]
    seen = row["visibility"] is not None and row["visibility"] >= 0.5
    return seen or rule_id.startswith(ALWAYS)


def people() -> Iterator[list[Row]]:
    """Invented people with few and many pieces, on several accounts, some of them unseen."""
    dice = random.Random(20261130)
    pool = sorted({name for scenario_id in SCENARIOS for name in words(scenario_id)})
    for number in range(PEOPLE):
        topic = sorted(words(dice.choice(sorted(SCENARIOS))))
        among = topic if number % 3 == 0 else pool
        yield [
            {
                "rule_id": dice.choice(among),
                "visibility": dice.choice([None, 0.0, 0.25, 0.5, 0.8, 0.9, 0.9, 1.0]),
                "account": f"{dice.choice(PLATFORMS)}:ada",
                "confidence": dice.choice([0.5, 0.7, 0.9, 0.9, 1.0]),
            }
            for _ in range(dice.randrange(0, 22))
        ]


EVERYBODY = list(people())


def test_every_status_and_closing_set_agrees_with_trying_everything() -> None:
    told_open = 0
    for rows in EVERYBODY:
        there = {row["rule_id"] for row in rows if counts(row)}
        unseen = [row for row in rows if row["visibility"] is None and row["confidence"] > 0.5]
        unknown = {row["rule_id"] for row in unseen} - there
        for item in evaluate(rows, private_topics=True):
            assert item.status == status(item.id, there, unknown)
            if item.status is not ScenarioStatus.OPEN:
                assert item.closing_set == ()
                assert item.minutes == 0
                continue
            told_open += 1
            best = least(item.id, there)
            quickest = min(time_of(one, rows) for one in best)
            assert set(item.closing_set) in best
            assert item.minutes == time_of(set(item.closing_set), rows) == quickest
            assert item.cheapest_piece in item.closing_set
    assert told_open > PEOPLE


@pytest.mark.parametrize("scenario_id", sorted(SCENARIOS))
def test_a_person_who_shows_everything_is_told_what_closes_each(scenario_id: str) -> None:
    rows = [{"rule_id": name, "visibility": 0.9, "account": "a:ada"} for name in sorted(words(scenario_id))]
    told = next(item for item in evaluate(rows, private_topics=True) if item.id == scenario_id)
    have = words(scenario_id)
    assert not opened(scenario_id, have - set(told.closing_set))
    assert all(opened(scenario_id, have - (set(told.closing_set) - {name})) for name in told.closing_set)


def scenario(told: list[Scenario], scenario_id: str) -> Scenario:
    return next(item for item in told if item.id == scenario_id)


def test_a_piece_on_three_accounts_takes_the_time_of_three() -> None:
    found = [finding("PI-06", account) for account in (INSTAGRAM, FACEBOOK, LINKEDIN)]
    told = scenario(evaluate(found), "SC-01")
    assert told.closing_set == ("PI-06",)
    assert told.minutes == 3 * 15


def test_a_settings_page_that_mends_two_pieces_is_counted_once() -> None:
    two = [finding("PI-09", LINKEDIN), finding("WRK-05", LINKEDIN), finding("PI-03"), finding("LOC-08")]
    told = scenario(evaluate(two), "SC-09")
    page = catalogue.remedies("WRK-05", "linkedin")[0]
    assert {"PI-09", "WRK-05"} <= set(page.rules)
    assert told.closing_set == ("PI-09", "WRK-05")
    assert told.minutes == page.minutes


def test_the_set_and_the_plan_count_the_same_visits_where_one_link_holds_another_piece() -> None:
    """A number inside a chat link goes with the link; said beside it as well, it takes a visit of its own."""
    small = Account("linkpage", "ada", "https://links.example.org/ada")
    link = finding("PI-05", small, value="https://wa.me/447700900142", field="links")
    inside = finding("PI-03", small, value="447700900142", field="links")
    beside = finding("PI-03", small, value="07700 900142")
    name = finding("PI-01", small, field="display_name")
    both = {
        "rule_id": "PI-03",
        "visibility": 0.9,
        "account": "linkpage:ada",
        "field": "links",
        "value": "447700900142",
    }
    chat = {**both, "rule_id": "PI-05", "value": "https://wa.me/447700900142"}
    named = {"rule_id": "PI-01", "visibility": 0.9, "account": "linkpage:ada"}
    for found, visits in (([link, inside, name], 1), ([link, inside, beside, name], 2)):
        told = scenario(evaluate(found), "SC-04")
        planned = [step for step in plan(found, evaluate(found)) if {"PI-03", "PI-05"} & set(step.rules)]
        taken = ("PI-03", "PI-05")
        assert (
            minutes(taken, known_rules(pieces_of(found)).shown)
            == sum(step.minutes for step in planned)
            == 5 * visits
        )
        assert told.status is ScenarioStatus.OPEN
    rows = known_rules(pieces_of([both, chat, named])).shown
    assert minutes(("PI-03", "PI-05"), rows) == 5


def test_what_belongs_to_no_account_is_mended_on_the_account_with_the_same_steps() -> None:
    found = [finding("HND-01", None), finding("HND-01", STRAVA)]
    (step,) = plan(found, evaluate(found))
    assert minutes(("HND-01",), known_rules(pieces_of(found)).shown) == step.minutes


def test_what_the_set_names_really_closes_it() -> None:
    found = [
        finding("LOC-01"),
        finding("LOC-01", FACEBOOK),
        finding("GRP-L1"),
        finding("PI-06"),
        finding("LOC-07"),
    ]
    for item in evaluate(found):
        if item.status is ScenarioStatus.OPEN:
            after = scenario(evaluate(without(found, item.closing_set)), item.id)
            assert after.status is not ScenarioStatus.OPEN


def test_what_stays_open_is_told_with_what_would_close_it() -> None:
    found = [finding("PI-06"), finding("LOC-07", FACEBOOK), finding("PI-03"), finding("PI-01", LINKEDIN)]
    done = PlanStep("LOC-07", FACEBOOK, 1, "x", (found[1].fingerprint,))
    assert [item.id for item in still_open(found, [])] == ["SC-01", "SC-02", "SC-04"]
    assert [item.id for item in still_open(found, [done])] == ["SC-01", "SC-04"]
    assert [item.id for item in still_open(found, [done], among=("SC-04",))] == ["SC-04"]
    assert all(item.closing_set for item in still_open(found, [done]))


def test_what_was_asked_of_somebody_or_could_not_be_done_still_counts_as_seen() -> None:
    for mark in (Mark.ASKED, Mark.COULD_NOT):
        assert scenario(evaluate([finding("PI-06", mark=mark)]), "SC-01").status is ScenarioStatus.OPEN
