"""What a report names can be found again: the post by its day, the line, the group by its number, the address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.model import (
    Account,
    Assessment,
    EntityType,
    Field,
    Finding,
    Group,
    Post,
    ProfileView,
    Sensitive,
    Span,
)
from reports.document import Options, build
from reports.first_page import CALLS_FOR, FIRST_CALLS, first_calls
from reports.formats import txt
from reports.parts import Place
from tests.conftest import NOON
from tests.unit.assessments import FRENDLI, NUMBER, finding, view

TEXT = f"Sold!\nRing me on {NUMBER}"


def told(found: Finding, seen: ProfileView, *, reveal: bool = True) -> Place:
    [line] = build(check(found, seen), Options(reveal=reveal)).accounts[0].findings
    return line.places[0]


def check(found: Finding, seen: ProfileView) -> Assessment:
    return assess((seen,), findings=(found,), requests=(), started_at=NOON, finished_at=NOON)


def posted(*posts: Post) -> ProfileView:
    fields = tuple(Field("posts", post.text, "test", item=index) for index, post in enumerate(posts))
    return replace(view(FRENDLI), posts=posts, fields=fields)


def in_post(item: int) -> Finding:
    start = TEXT.index(NUMBER)
    return replace(finding("PI-03", NUMBER, field="posts"), item=item, span=Span(start, start + len(NUMBER)))


@pytest.mark.parametrize(
    "at", ["2026-09-20T18:04:00+01:00", "2026-09-20", "20 September 2026", "on 20 September 2026"]
)
def test_a_post_is_named_by_its_day_and_line(at: str) -> None:
    address = "https://frendli.example/asha.k/posts/7"
    place = told(in_post(0), posted(Post(TEXT, address, at)))
    assert place.where == "in your post of 20 September 2026, second line"
    assert place.link == address
    assert place.seen == f"“{NUMBER}”"


def test_the_day_a_page_sets_behind_a_post_counts_and_a_day_in_the_words_does_not() -> None:
    behind = told(in_post(0), posted(Post(f"{TEXT} · 20 September")))
    within = told(in_post(0), posted(Post(f"{TEXT} until 20 September")))
    assert behind.where.startswith("in your post of 20 September")
    assert within.where.startswith("in the first post on your page")


def test_a_post_without_a_day_is_counted_however_many_there_are() -> None:
    many = posted(*(Post(TEXT) for _ in range(30)))
    assert told(in_post(2), many).where == "in the third post on your page, second line"
    assert told(in_post(20), many).where == "in post number 21 on your page, second line"


def test_a_group_is_named_by_its_place_where_its_name_is_left_out() -> None:
    groups = (Group("Slow Cooker Suppers"), Group("Bramley Neighbours", "https://frendli.example/groups/2"))
    found = finding("GRP-L1", "Bramley Neighbours", entity_type=EntityType.GROUP, field="groups", span=None)
    place = told(found, replace(view(FRENDLI), groups=groups), reveal=False)
    assert (place.seen, place.where) == ("", "the second of your groups")
    assert place.link == "https://frendli.example/groups/2"


@pytest.mark.parametrize(
    ("value", "where"),
    [("profile picture", "your profile picture"), ("posts", "your posts"), ("friends list", "your friends list")],
)
@pytest.mark.parametrize("reveal", [True, False])
def test_a_part_of_a_page_is_never_dots(value: str, where: str, reveal: bool) -> None:
    place = told(finding("PHO-10", value, field="avatar", span=None), view(FRENDLI), reveal=reveal)
    assert (place.seen, place.where) == ("", where)
    assert Sensitive(value).masked() == value


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://", "data:text/html,x", "https://x.example/ y", "file:///x"]
)
def test_only_a_plain_web_address_can_be_tapped(url: str) -> None:
    assert told(in_post(0), posted(Post(TEXT, url))).link == FRENDLI.url
    account = Account("frendli", "x", url)
    found = replace(in_post(0), account=account)
    assert told(found, replace(posted(Post(TEXT)), account=account)).link == ""


def test_what_belongs_to_no_account_or_to_one_not_looked_at_is_told_too() -> None:
    across = replace(finding("HND-01", "ashakapoor", field="handle"), account=None)
    elsewhere = finding("LOC-01", "Bramley", Account("ladder", "asha-k", "https://ladder.example/asha-k"))
    report = build(assess((view(FRENDLI),), findings=(across, elsewhere), requests=(), started_at=NOON))
    assert {section.name for section in report.accounts} == {
        "frendli · asha.k",
        "Across your accounts",
        "ladder · asha-k",
    }
    assert "unusual user name" in txt.render(report)


def test_every_number_of_the_first_page_is_in_the_list_of_help() -> None:
    known = {contact.name for contact in catalogue.help_contacts()}
    assert {*FIRST_CALLS, *CALLS_FOR} <= known
    assert all(way.link for line in first_calls() for way in line.contacts)
