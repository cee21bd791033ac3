"""Holding a check to what is expected: a perfect one passes, and every kind of lapse is named in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    EntityType,
    Field,
    Finding,
    Lens,
    Nature,
    Outcome,
    ProfileView,
    RequestRecord,
    Scenario,
    ScenarioStatus,
    Sensitive,
    Severity,
    Verdict,
)
from scanners.demo import Persona, held_to, persona, personas

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def perfect(person: Persona) -> Assessment:
    """The assessment a perfect check of this person ends with."""
    accounts = {account.key: account for account in person.accounts(9)}
    views = []
    for key, outcomes in person.expect.outcomes.items():
        fields = tuple(
            Field(wanted.field or "bio", f"before {wanted.contains} after", "visible text", item=number)
            for number, wanted in enumerate(person.expect.findings)
            if wanted.account == key
        )
        views.append(ProfileView(accounts[key.lower()], Lens.PUBLIC, outcomes[0], fields))
    findings = [
        finding(
            wanted.rule_id, wanted.contains, accounts.get(wanted.account.lower()), wanted.field or "bio", number
        )
        for number, wanted in enumerate(person.expect.findings)
    ]
    alike = {account.key: account for account in person.suspects(9)}
    return Assessment(
        started_at=NOON,
        views=tuple(views),
        findings=tuple(findings),
        candidates=tuple(
            Candidate(
                {"platform": alike[each.account].platform, "handle": alike[each.account].handle},
                each.verdict[0],
                0.5,
            )
            for each in person.expect.candidates
        ),
        scenarios=tuple(Scenario(key, statuses[0]) for key, statuses in person.expect.scenarios.items()),
        requests=tuple(request(account.url) for account in accounts.values()),
    )


def finding(
    rule_id: str, value: str, account: Account | None = None, field: str = "bio", item: int = 0
) -> Finding:
    private = rule_id.startswith("GRP-S")
    return Finding(
        rule_id=rule_id,
        entity_type=EntityType.GROUP,
        nature=Nature.REVEALS_SENSITIVE if private else Nature.EXPOSURE,
        severity=Severity.WORTH_A_LOOK,
        confidence=0.9,
        field=field,
        value=Sensitive(value),
        explanation="",
        account=account,
        item=item,
    )


def request(url: str, method: str = "GET") -> RequestRecord:
    return RequestRecord(method, url, url.split("/")[2].split(":")[0], "the page itself", NOON)


def lapses(person: Persona, assessment: Assessment) -> list[tuple[str, str]]:
    return [(shortfall.kind, str(shortfall)) for shortfall in held_to(person, assessment)]


@pytest.mark.parametrize("person", personas(), ids=lambda person: person.id)
def test_a_perfect_check_has_no_shortfall(person: Persona) -> None:
    assert lapses(person, perfect(person)) == []


def test_a_value_may_be_shorter_than_the_words_expected_around_it() -> None:
    person = persona("amara")
    good = perfect(person)
    shorter = tuple(replace(item, value=Sensitive("x")) for item in good.findings if item.account)
    kept = tuple(item for item in good.findings if not item.account)

    assert lapses(person, replace(good, findings=shorter + kept)) == []


def test_a_missing_finding_is_named_with_rule_place_and_words() -> None:
    person = persona("carol")
    good = perfect(person)
    rest = tuple(item for item in good.findings if item.rule_id != "GRP-C1")

    assert lapses(person, replace(good, findings=rest)) == [
        (
            "missing",
            'Carol Ashworth: GRP-C1 was not found on Frendli · carol.ashworth in groups ("Foster Carers").',
        )
    ]


def test_a_finding_on_another_account_does_not_count() -> None:
    person = persona("carol")
    good = perfect(person)
    other = person.accounts(9)[1]
    moved = tuple(replace(item, account=other) if item.rule_id == "GRP-C1" else item for item in good.findings)

    assert [kind for kind, _ in lapses(person, replace(good, findings=moved))] == ["missing"]


def test_a_wrong_outcome_and_an_account_not_looked_at_are_named() -> None:
    person = persona("meera")
    good = perfect(person)
    views = (replace(good.views[0], outcome=Outcome.NOT_FOUND), *good.views[2:])

    assert lapses(person, replace(good, views=views)) == [
        ("outcome", "Meera Raman: Frendli · wheel.and.kiln came out as NOT_FOUND, and it is PRIVATE."),
        ("outcome", "Meera Raman: Pikchur · glazed.over was not looked at."),
    ]


def test_falling_into_a_trap_is_named_with_the_reason() -> None:
    person = persona("amara")
    good = perfect(person)
    fallen = (*good.findings, finding("PI-03", "0113 496 0123", person.accounts(9)[0]))

    assert lapses(person, replace(good, findings=fallen)) == [
        ("unwanted", 'Amara Nwosu: PI-03 was found in "0113 496 0123". It is the number of a bakery, not hers.')
    ]


def test_anything_found_where_there_is_nothing_is_named() -> None:
    person = persona("isaac")
    good = replace(perfect(person), findings=(finding("PI-01", "Isaac"),))

    assert [kind for kind, _ in lapses(person, good)] == ["unwanted"]


def test_an_alarm_for_something_not_on_the_page_is_named() -> None:
    person = persona("liam")
    good = perfect(person)
    alarm = replace(finding("PI-06", "the chippy", person.accounts(9)[0]), severity=Severity.DO_TODAY)
    hint = replace(alarm, confidence=0.5)

    assert lapses(person, replace(good, findings=(*good.findings, hint))) == []
    assert lapses(person, replace(good, findings=(*good.findings, alarm))) == [
        ("alarm", 'Liam O\'Rourke: PI-06 was raised for today over "the chippy".')
    ]


def test_a_scenario_that_is_off_or_not_weighed_is_named() -> None:
    person = persona("edwin")
    good = perfect(person)
    off = tuple(
        replace(item, status=ScenarioStatus.CLOSED) for item in good.scenarios if item.id in ("SC-01", "SC-05")
    )

    assert lapses(person, replace(good, scenarios=off)) == [
        ("scenario", "Edwin Pryce: SC-01 is closed, and it should be open."),
        ("scenario", "Edwin Pryce: SC-05 is closed, and it should be open."),
        ("scenario", "Edwin Pryce: SC-09 was not weighed."),
    ]


def test_calling_a_namesake_a_copy_is_named() -> None:
    person = persona("jamie")
    good = perfect(person)
    wrong = (replace(good.candidates[0], verdict=Verdict.LIKELY_COPY),)

    assert [kind for kind, _ in lapses(person, replace(good, candidates=wrong))] == ["candidate", "candidate"]


def test_telling_a_private_topic_as_a_fault_is_named() -> None:
    person = persona("gurpreet")
    good = perfect(person)
    harsh = tuple(
        replace(item, severity=Severity.FIX_SOON) if item.rule_id == "GRP-S6" else item for item in good.findings
    )

    assert [kind for kind, _ in lapses(person, replace(good, findings=harsh))] == ["judging"]


def test_a_request_that_leaves_this_computer_is_named() -> None:
    person = persona("noel")
    good = perfect(person)
    gone = (*good.requests, request("https://example.org/pixel"), request("http://frendli.localhost:9/x", "POST"))

    assert lapses(person, replace(good, requests=gone)) == [
        ("request", "Noel Baptiste: a request went to example.org, outside this computer."),
        ("request", "Noel Baptiste: http://frendli.localhost:9/x was asked with POST, not to read."),
    ]
