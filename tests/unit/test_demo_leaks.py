"""Leaks are found behind findings, and taken out of the page itself."""

from __future__ import annotations

import httpx
import pytest

from privacy_check.model import Account, Finding
from scanners.demo import Cast, Persona, PretendNetwork, persona, personas
from scanners.demo.leaks import behind, together, without
from tests.unit.assessments import finding


def found(person: Persona, rule_id: str, value: str, number: int = 0, field: str = "posts") -> Finding:
    page = person.pages[number]
    return finding(rule_id, value, Account(page.platform, page.handle, ""), field=field)


@pytest.mark.parametrize(
    ("rule_id", "value", "number", "field", "expected"),
    [
        ("LOC-01", "Hessle, East Yorkshire", 0, "location", ["frendli:quinn.ferriby#location/0"]),
        (
            "REL-05",
            "Saltmere Primary",
            0,
            "posts",
            ["frendli:quinn.ferriby#groups/0", "frendli:quinn.ferriby#posts/1"],
        ),
        ("GRP-L2", "Saltmere Primary Parents and Carers", 0, "groups", ["frendli:quinn.ferriby#groups/0"]),
        ("NET-01", "friends list", 0, "friends", ["frendli:quinn.ferriby#friends/0"]),
        (
            "PI-06",
            "Tern Row, Hessle",
            1,
            "posts",
            ["strider:quinn-ferriby#place/0", "strider:quinn-ferriby#place/1"],
        ),
        ("VIS-01", "whole account", 0, "posts", ["frendli:quinn.ferriby#account/0"]),
        ("IMP-02", "pikchur:quinn.ferriby_", 2, "candidate", ["pikchur:quinn.ferriby_#copy/0"]),
        ("PI-03", "0113 000", 2, "posts", []),
    ],
)
def test_what_stands_behind_a_finding(
    rule_id: str, value: str, number: int, field: str, expected: list[str]
) -> None:
    quinn = persona("quinn")
    assert sorted(behind(quinn, found(quinn, rule_id, value, number, field))) == sorted(expected)


def test_a_locked_page_needs_none_of_its_parts_switched_off() -> None:
    assert together(["a:b#posts/1", "a:b#account/0", "c:d#bio/0"]) == ("a:b#account/0", "c:d#bio/0")


def test_the_running_network_shows_the_page_without_the_leak_and_then_with_it_again() -> None:
    quinn = persona("quinn")
    with PretendNetwork(cast=Cast(personas())) as network:

        def page() -> str:
            host = f"frendli.localhost:{network.port}"
            return httpx.get(f"http://127.0.0.1:{network.port}/quinn.ferriby", headers={"Host": host}).text

        assert "Humber Reach Council" in page()
        network.cast.put(without(quinn, ["frendli:quinn.ferriby#employer/0"]))
        assert "Humber Reach Council" not in page()
        assert "School Nurse" in page()
        network.cast.put(without(quinn, ["frendli:quinn.ferriby#account/0"]))
        assert "locked this profile" in page()
        assert "Saltmere" not in page()
        network.cast.put(without(quinn, []))
        assert "Humber Reach Council" in page()


def test_another_network_and_the_people_of_the_program_stay_as_they_are() -> None:
    quinn = persona("quinn")
    one, other = Cast(personas()), Cast(personas())
    one.put(without(quinn, ["frendli:quinn.ferriby#bio/0"]))
    assert other.person("quinn").pages[0].content.bio
    assert persona("quinn").pages[0].content.bio


def test_ids_that_are_nobodys_change_nothing() -> None:
    quinn = persona("quinn")
    assert without(quinn, ["frendli:someone#bio/0", "frendli:quinn.ferriby#posts/99", "x#y/0"]) == quinn
