"""Whose words a part of a page holds: the owner's, another person's, or the site's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from privacy_check.assessment.judge import judge_view
from privacy_check.model import Account, EntityType, Field, Nature, ProfileView, Whose
from scanners.extract import read
from scanners.extract.authors import opens_with, pattern
from scanners.extract.blocks import read_blocks
from scanners.extract.page import Page
from scanners.extract.people import author_in, is_person
from scanners.extract.target import Target
from scanners.platforms.registry import load_platforms
from scanners.platforms.schema import Regions

FIXTURE = Path(__file__).parent.parent / "fixtures" / "whose_block.toml"
PAGES = tomllib.loads(FIXTURE.read_text("utf-8"))["page"]
HEAD = '<h1>Nerys Coverdale</h1><p class="bio">Runs the toddler group.</p>'
URL = "https://example.org/neryscoverdale"
WORDS = {"own": "OWN 07700 900001", "other": "OTHER 07700 900002", "site": "SITE 0113 496 0003"}
WHOSE = {"own": Whose.OWNER, "other": Whose.OTHER, "site": Whose.SITE}


def blocks(body: str, url: str = URL, title: str = "Nerys Coverdale", platform: str = "") -> tuple[Field, ...]:
    page = Page(f"<html><head><title>{title}</title></head><body>{body}</body></html>", url)
    handle = url.rstrip("/").rsplit("/", 1)[-1] if url.count("/") > 3 else ""
    return read_blocks(page, Target(Account(platform or "generic", handle, url), url)).fields


def seen(body: str, url: str = URL) -> ProfileView:
    return read(f"<html><head><title>Nerys Coverdale</title></head><body>{HEAD}{body}</body></html>", url)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_each_part_is_its_writers(case: dict[str, str]) -> None:
    body = case["body"].replace("{head}", HEAD)
    wanted = [kind for kind in WORDS if f"{{{kind}}}" in body]
    for kind, words in WORDS.items():
        body = body.replace(f"{{{kind}}}", words)
    found = blocks(body, case.get("url", URL), case.get("title", "Nerys Coverdale"))
    for kind in wanted:
        mark = WORDS[kind].split()[0]
        assert {item.whose for item in found if mark in item.text} == {WHOSE[kind]}, found


def test_a_platforms_file_decides_first() -> None:
    platform = load_platforms().by_id("github")
    assert platform is not None
    regions = Regions(owner=(".mine",), others=(".bio",), site=("p.note",))
    target = Target(Account("github", "nerys", URL), URL, platform.model_copy(update={"regions": regions}))
    body = '<p class="bio">A B C</p><p class="note">D E F</p><div class="comments"><p class="mine">G H I</p></div>'
    found = read_blocks(Page(f"<html><body>{body}</body></html>", URL), target).fields
    assert {item.text: item.whose for item in found} == {
        "A B C": Whose.OTHER, "D E F": Whose.SITE, "G H I": Whose.OWNER,
    }  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comments"><dl><dt>Phone</dt><dd>07700 900002</dd></dl></div>',
        '<div class="comments"><p>Phone:</p><p>07700 900002</p><p>E-mail: robin@example.org</p></div>',
        '<div class="comments"><span class="phone">07700 900002</span></div>',
        "<footer><p>Customer support</p><dl><dt>Phone</dt><dd>07700 900002</dd></dl><a>Terms</a></footer>",
    ],
)
def test_a_field_read_from_anothers_words_is_not_the_owners(markup: str) -> None:
    view = seen(f"<p>Write to nerys@example.org</p>{markup}")
    values = [item.value.reveal() for item in judge_view(view) if item.nature is not Nature.THIRD_PARTY]
    assert any("nerys@example.org" in value for value in values)
    assert not any("900002" in value or "robin@" in value for value in values)
    assert not view.all("phone")


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("Happy 40th, Nerys!", EntityType.AGE, "Happy 40th"),
        ("Happy birthday, have a lovely day", EntityType.BIRTH_DATE, "Happy birthday"),
        ("Love your new house at 12 Gate Loning, CA17 9XJ", EntityType.ADDRESS, "12 Gate Loning"),
        ("Your son Hal, 6, was lovely at Mill Beck Primary School", EntityType.SCHOOL, "Mill Beck Primary School"),
        ("Nerys's son Hal, 6, was so kind", EntityType.FAMILY_NAME, "Hal"),
    ],
)
def test_what_others_say_of_the_owner_is_told_as_theirs(words: str, kind: EntityType, value: str) -> None:
    view = seen(f'<ul class="comments"><li><b>Robin Vale</b><p>{words}</p></li></ul>')
    found = [item for item in judge_view(view) if item.entity_type is kind]
    assert [item.value.reveal() for item in found] == [value]
    assert found[0].nature is Nature.THIRD_PARTY
    assert "someone else's words" in found[0].explanation
    block = view.all(found[0].field)[found[0].item]
    assert found[0].span is not None
    assert block.text[found[0].span.start : found[0].span.end] == value


@pytest.mark.parametrize(
    "words",
    [
        "Happy 40th, Sable!",
        "I live at 3 Tanpit Row, HX7 8ZD",
        "I lost your number, mine is 07700 900124",
        "My son Hal, 6, goes to Mill Beck Primary School",
    ],
)
def test_what_others_say_of_themselves_is_nobodys_here(words: str) -> None:
    view = seen(f'<ul class="comments"><li><b>Robin Vale</b><p>{words}</p></li></ul>')
    assert [item for item in judge_view(view) if item.field == "page_text"] == []


def test_said_by_the_owner_too_it_is_the_owners() -> None:
    view = seen(
        "<p>I live at 12 Gate Loning, CA17 9XJ</p>"
        '<ul class="comments"><li><b>Robin Vale</b><p>Love your house at 12 Gate Loning, CA17 9XJ</p></li></ul>'
    )
    found = [item for item in judge_view(view) if item.entity_type is EntityType.POSTCODE]
    assert [item.nature for item in found] == [Nature.EXPOSURE]


@pytest.mark.parametrize("name", ["Robin Vale", "Siân Brynmor", "Mary-Jane O'Neill", "@robin_v"])
def test_a_name_is_a_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "words", ["Contact Details", "Upcoming Events", "My Family", "Read More", "robin", "", "Recent Posts"]
)
def test_a_heading_is_no_persons_name(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Juno Kilnsey, 1 November 2026", "Juno Kilnsey"),
        ("Posted by Robin Vale on 2 May", "Robin Vale"),
        ("Response from Nerys Coverdale", "Nerys Coverdale"),
        ("Robin Vale | 3 May", "Robin Vale"),
    ],
)
def test_the_name_in_a_byline(line: str, name: str) -> None:
    assert author_in(line) == name


OVER = (
    "2 comments", "Guest book", "What parents say", "People also viewed", "Who to follow", "See also",
    "Kind words", "More from our writers", "Suggested for you", "Advertisement", "Meet the team",
)  # fmt: skip
SITES = (
    "Customer service 0113 496 0003", "All rights reserved", "Need help? Call", "VAT number 12",
    "© 2026 Tablefolk Ltd",
)  # fmt: skip


@pytest.mark.parametrize("heading", OVER)
def test_a_heading_over_others_words_is_known(heading: str) -> None:
    assert opens_with("over", heading)
    assert pattern("others").fullmatch(heading) or pattern("paid").fullmatch(heading)


@pytest.mark.parametrize("line", SITES)
def test_a_line_of_the_site_is_known(line: str) -> None:
    assert opens_with("site", line)
    assert pattern("site").search(line) or pattern("firm").search(line)


@pytest.mark.parametrize(
    "heading",
    ["Komentarze", "Отзывы (4)", "التعليقات", "Libro de visitas", "Avis des clients", "Livre d’or", "留言",
     "Gästebuch", "Average item review", "Other staff", "Referees", "Explore more profiles"],
)  # fmt: skip
def test_headings_over_others_words_in_many_tongues(heading: str) -> None:
    found = blocks(f"{HEAD}<h2>{heading}</h2><div><b>Ola</b><p>{WORDS['other']}</p></div>")
    assert {item.whose for item in found if "OTHER" in item.text} == {Whose.OTHER}
