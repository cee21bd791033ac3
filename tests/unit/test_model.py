"""The nouns keep their promises: values hide themselves, fingerprints hold, seeing is never assumed."""

from __future__ import annotations

import pickle
import traceback
from dataclasses import replace

import pytest

from privacy_check.model import (
    Account,
    EntityType,
    Finding,
    Nature,
    Outcome,
    RequestRecord,
    SeenBy,
    Sensitive,
    Severity,
)
from tests.conftest import NOON

NUMBER = "07700 900123"
ACCOUNT = Account("frendli", "asha.k", "http://frendli.localhost/asha.k")
FINDING = Finding(
    rule_id="PI-03",
    entity_type=EntityType.PHONE,
    nature=Nature.EXPOSURE,
    severity=Severity.FIX_SOON,
    confidence=0.9,
    field="bio",
    value=Sensitive(NUMBER),
    explanation="A phone number stands in your bio.",
    account=ACCOUNT,
)


def test_a_value_never_shows_itself_by_accident() -> None:
    shown = [repr(FINDING), str(FINDING.value), f"{FINDING.value}", f"{FINDING.value:>20}"]
    try:
        raise ValueError(FINDING.value)
    except ValueError:
        shown.append(traceback.format_exc())
    for text in shown:
        assert "900123" not in text
        assert "07700" not in text
    assert FINDING.value.reveal() == NUMBER


def test_a_value_survives_pickling_and_comparing() -> None:
    assert pickle.loads(pickle.dumps(FINDING)) == FINDING
    assert Sensitive("a") == Sensitive("a")
    assert Sensitive("a") != "a"


def test_a_fingerprint_follows_the_fact_and_not_its_place() -> None:
    assert FINDING.fingerprint == replace(FINDING, confidence=0.5, value=Sensitive("07700  900123")).fingerprint
    assert FINDING.fingerprint != replace(FINDING, value=Sensitive("07700 900124")).fingerprint
    assert FINDING.fingerprint != replace(FINDING, account=replace(ACCOUNT, handle="other")).fingerprint


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.LOGIN_WALL,
        Outcome.CONSENT_WALL,
        Outcome.CHALLENGE,
        Outcome.RATE_LIMITED,
        Outcome.BLOCKED,
        Outcome.ERROR,
    ],
)
def test_a_wall_says_nothing_about_the_account(outcome: Outcome) -> None:
    assert not outcome.conclusive
    assert not outcome.seen


def test_the_ladder_only_climbs_and_the_unknown_has_no_number() -> None:
    numbers = [step.visibility for step in SeenBy if step is not SeenBy.UNKNOWN]
    assert numbers == sorted(numbers)
    assert SeenBy.UNKNOWN.visibility is None


def test_severities_are_ordered_from_good_to_know_to_do_today() -> None:
    assert [item.rank for item in Severity] == [3, 2, 1, 0]


def test_a_request_says_what_it_was_for_in_words() -> None:
    asked = RequestRecord("POST", "https://a.example/gql", "a.example", "data for the page", NOON)
    read = replace(asked, operation="ProfileQuery", size=212)

    assert asked.what_for == "data for the page"
    assert read.what_for == "to read: ProfileQuery, 212 bytes"
    assert replace(read, allowed=False).what_for == "data for the page"
