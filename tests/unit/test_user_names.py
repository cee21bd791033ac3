"""What user names give away: facts, unusual names, one name on several accounts, and names that hide a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check.assessment.judge import judge_together, judge_view
from privacy_check.assessment.names import distinctive
from privacy_check.model import (
    Account,
    Field,
    Link,
    Outcome,
)
from tests.unit.findings import ADA, FACEBOOK, INSTAGRAM, STEAM, only, rules, view


def test_facts_in_a_user_name() -> None:
    told = judge_view(view(Account("x", "ada_birch1988", "https://x.com/ada_birch1988")), ADA)
    facts = {item.fact: item.value.reveal() for item in told if item.rule_id == "HND-02"}
    assert facts == {"birth_date": "1988", "names": "birch"}
    short = judge_view(view(Account("x", "moss88", "https://x.com/moss88")), ADA)
    assert only(short, "HND-02").value.reveal() == "88"
    assert "HND-02" not in rules(judge_view(view(Account("x", "moss88", "https://x.com/moss88"))))
    guess = only(judge_view(view(Account("x", "moss1990", "https://x.com/moss1990"))), "HND-02")
    assert guess.confidence < 0.9
    assert "HND-02" not in rules(judge_view(view(Account("x", "route66", "https://x.com/route66")), ADA))
    assert "HND-02" not in rules(judge_view(view(Account("x", "moss1990", "https://x.com/moss1990")), ADA))


def test_a_fact_in_a_user_name_is_named_by_its_kind_and_only_where_the_page_hides_it() -> None:
    account = Account("x", "ada_birch1988", "https://x.com/ada_birch1988")
    told = {item.fact: item for item in judge_view(view(account), ADA) if item.rule_id == "HND-02"}
    assert "year you were born" in told["birth_date"].explanation
    assert "family name" in told["names"].explanation
    named = judge_view(view(account, ("display_name", "Ada Birch")), ADA)
    assert {item.fact for item in named if item.rule_id == "HND-02"} == {"birth_date"}
    dated = judge_view(view(account, ("display_name", "Ada Birch"), ("birthday", "21 April 1988")), ADA)
    assert "HND-02" not in rules(dated)
    repeated = judge_view(view(account, ("bio", "find me as ada_birch1988")), ADA)
    assert {item.fact for item in repeated if item.rule_id == "HND-02"} == {"birth_date", "names"}


@pytest.mark.parametrize(
    ("handle", "is_unusual"),
    [
        ("ada.birch", False),
        ("birchada88", False),
        ("ada_b_uk", False),
        ("sunshine1990", False),
        ("mossy.otter", True),
        ("ada.mossyotter", True),
    ],
)
def test_a_user_name_made_of_ones_own_name_is_not_unusual(handle: str, is_unusual: bool) -> None:
    pages = [view(Account(site, handle, f"https://{site}.example.org/{handle}")) for site in ("x", "tiktok")]
    assert ("HND-01" in rules(judge_together(pages, (), ADA))) == is_unusual
    told = [replace(page, fields=(Field("display_name", "Ada Birch", "test"),)) for page in pages]
    assert ("HND-01" in rules(judge_together(told, ()))) == is_unusual


def test_one_unusual_user_name_on_several_accounts() -> None:
    first = view(
        Account("x", "mossy.otter", "https://x.com/mossy.otter"),
        ("display_name", "otter"),
        ("location", "Otterby, West Yorkshire"),
    )
    second = view(Account("reddit", "Mossy_Otter", "https://reddit.com/user/Mossy_Otter"))
    gone = view(Account("tiktok", "mossyotter", "https://tiktok.com/@mossyotter"), outcome=Outcome.NOT_FOUND)
    told = judge_together((first, second, gone), judge_view(first))
    shared = only(told, "HND-01")
    assert shared.account is None
    assert shared.confirmed
    assert only(judge_view(first), "LOC-01").linkability == 0.3
    assert only(told, "LOC-01").linkability == 0.7
    assert "HND-01" not in rules(judge_together((first, gone), judge_view(first)))
    assert not distinctive("ada")
    assert not distinctive("123456789")


def test_all_findings_are_handed_back_once() -> None:
    shown = view(FACEBOOK, ("phone", "07700 900123"))
    own = judge_view(shown)
    told = judge_together((shown,), (*own, *own))
    assert [item.fingerprint for item in told] == [item.fingerprint for item in own]


def test_a_gamer_name_that_leads_to_the_person() -> None:
    told = judge_together((view(STEAM), view(Account("x", "ada_birch88", "https://x.com/ada_birch88"))), ())
    assert only(told, "GAM-01").account == STEAM
    named = judge_together((view(Account("xbox", "Ada Birch", "https://xbox.com/x")),), (), ADA)
    assert "GAM-01" in rules(named)
    assert "GAM-01" not in rules(judge_together((view(STEAM),), ()))


def test_an_account_without_the_name_tied_by_a_link() -> None:
    named = view(INSTAGRAM, ("display_name", "Ada Birch"))
    secret = replace(
        view(Account("tumblr", "quiet-otter", "https://quiet-otter.tumblr.com"), ("display_name", "otter")),
        links=(Link("http://instagram.com/ada.birch?hl=en"),),
    )
    told = judge_together((named, secret), (), ADA)
    assert only(told, "HND-04").account == secret.account
    assert "HND-04" not in rules(judge_together((named, replace(secret, links=())), (), ADA))


def test_an_isolated_pseudonym_counts_less() -> None:
    bare = (("display_name", "otter"), ("location", "Otterby, West Yorkshire"))
    reddit = Account("reddit", "mossyotter", "https://reddit.com/user/mossyotter")
    assert only(judge_view(view(reddit, *bare), ADA), "LOC-01").linkability == 0.3
    for told in (
        judge_view(view(reddit, ("display_name", "Ada Birch"), bare[1]), ADA),
        judge_view(view(reddit, *bare, ("bio", "ring 07700 900123")), ADA),
        judge_view(view(replace(reddit, handle="ada-birch"), *bare), ADA),
        judge_view(view(reddit, bare[1]), ADA),
    ):
        assert only(told, "LOC-01").linkability == 1.0
