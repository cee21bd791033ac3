"""Groups as a person reviews them: what a name itself gives, lists typed or pasted, and the headless review."""

from __future__ import annotations

import time

import pytest
from hypothesis import given as example
from hypothesis import strategies as st

from privacy_check.assessment.assemble import assess
from privacy_check.assessment.judge import judge_view
from privacy_check.groups import classify, given
from privacy_check.groups.review import Choice, review
from privacy_check.groups.typed import typed_groups, typed_view
from privacy_check.journey.views.groups import GroupsView, groups_view
from privacy_check.model import Account, Group, Lens, Nature, Outcome, ProfileView
from tests.conftest import NOON

OWN = Account("facebook", "asha", "https://www.facebook.com/asha")


@pytest.mark.parametrize(
    ("name", "what", "words"),
    [
        ("Horsforth Diabetes Support", "area", "Horsforth"),
        ("F45 Headingley 6am crew", "time", "6am"),
        ("Tuesday night 5-a-side", "time", "Tuesday night"),
        ("Ex-Employees of Kirklees Council", "employer", "Kirklees Council"),
        ("Tesco Colleagues Chat", "employer", "Tesco"),
        ("Parents of St Peter's Primary", "school", "St Peter's Primary"),
    ],
)
def test_what_the_name_itself_gives(name: str, what: str, words: str) -> None:
    assert (what, words) in {(fact.what, fact.words) for fact in given(name, classify(name))}


@pytest.mark.parametrize("name", ["Cornwall Lovers", "Slow Cooker Recipes UK", "Tuesday", ""])
def test_a_group_that_says_nothing_gives_nothing(name: str) -> None:
    assert given(name, classify(name)) == ()


def test_the_facts_in_names_are_questions_beside_what_the_group_says() -> None:
    found = judge_view(typed_view(OWN, "Horsforth Diabetes Support\nParents of St Peter's Primary"))
    told = {item.rule_id: item for item in found}
    assert {"GRP-S1", "GRP-L2", "LOC-01", "REL-05"} <= set(told)
    assert not told["LOC-01"].confirmed
    assert not told["REL-05"].confirmed


def test_ambiguous_names_become_a_question() -> None:
    [found] = judge_view(typed_view(OWN, "Parents of Lawnswood"))[:1]
    assert found.rule_id == "GRP-L2"
    assert not found.confirmed


PASTED = """1. Horsforth Mums · Private group · 2.4K members
- Leeds Humanists
Gardeners' Corner
12K members
Joined
Public group
UNISON branch; Leeds parkrun; unison branch
\x1b[31mWool\x1b[0m [bold]and[/bold] \u202eneedles
"""


def test_a_pasted_list_is_read_without_what_the_site_sets_beside_the_names() -> None:
    groups = typed_groups(PASTED)
    assert [group.name for group in groups][:5] == [
        "Horsforth Mums",
        "Leeds Humanists",
        "Gardeners' Corner",
        "UNISON branch",
        "Leeds parkrun",
    ]
    assert len(groups) == 6
    assert groups[0].visibility == "private"
    assert not any("\x1b" in group.name or "\u202e" in group.name for group in groups)
    assert {group.lens for group in groups} == {Lens.TYPED}


@example(st.text(max_size=500))
def test_any_pasted_text_is_taken(text: str) -> None:
    assert all(group.name.strip() for group in typed_groups(text))


def cards(reveal: bool = False, view: ProfileView | None = None) -> dict[str, str]:
    return {card.group.name: card.name for card in review([view or typed_view(OWN, PASTED)], reveal=reveal).cards}


def page_of(view: ProfileView) -> GroupsView:
    return groups_view(assess((view,), findings=(), requests=(), started_at=NOON), str, reveal=True)


def test_private_names_are_dots_until_asked_for() -> None:
    assert cards()["Leeds Humanists"] == cards()["UNISON branch"] != "Leeds Humanists"
    assert cards(reveal=True)["Leeds Humanists"] == "Leeds Humanists"
    assert cards()["Horsforth Mums"] == "Horsforth Mums"


def test_every_card_asks_first_who_can_see_it_and_says_the_same_of_every_private_topic() -> None:
    told = review([typed_view(OWN, PASTED)])
    assert len({card.asked_first for card in told.cards}) == 1
    private = [card for card in told.cards if card.private]
    assert len(private) == 2
    assert len({(card.name, card.could_conclude, card.by_whom, card.choices) for card in private}) == 1


def test_nothing_is_called_telling_nothing_of_which_a_finding_is_told() -> None:
    view = typed_view(OWN, PASTED)
    told = {card.group.name for card in review([view]).telling}
    found = {item.value.reveal() for item in judge_view(view) if item.rule_id.startswith("GRP")}
    assert found == told
    assert all(card.could_conclude or not card.given for card in review([view]).cards)


def test_many_are_marked_at_once_and_taken_back() -> None:
    first = review([typed_view(OWN, PASTED)])
    keys = [card.key for card in first.telling]
    marked = first.marked([*keys, "nobody's"], Choice.HIDE)
    assert len(marked.decided) == len(keys)
    assert not marked.left
    assert marked.undone() == first
    assert first.undone() == first


def test_search_finds_by_name_and_by_what_could_be_concluded() -> None:
    told = page_of(typed_view(OWN, PASTED))
    assert [card.group.name for card in told.search("parkr")] == ["Leeds parkrun"]
    assert told.search("") == told.groups


def test_thousands_of_memberships_are_reviewed_without_lag() -> None:
    names = [(f"Crochet {n}", None) for n in range(1000)] + [
        (f"Horsforth mums {n}", "GRP-L1") for n in range(1000)
    ]
    shown = tuple(Group(name, category=category, confidence=0.85) for name, category in names)
    view = ProfileView(OWN, Lens.ARCHIVE, Outcome.VISIBLE, groups=shown)
    began = time.process_time()
    told = page_of(view)
    told.review.marked([card.key for card in told.groups], Choice.KEEP)
    assert len(told.search("mums")) == 1000
    assert len(told.groups) == 2000
    assert time.process_time() - began < 2


def test_private_topics_are_never_above_worth_a_look() -> None:
    found = judge_view(typed_view(OWN, PASTED))
    private = [item for item in found if item.nature is Nature.REVEALS_SENSITIVE]
    assert {item.severity for item in private} == {"worth_a_look"}
