"""Several people in the data of one page: the owner is told by references and names, never by order."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from privacy_check.assessment.judge import judge_view
from privacy_check.model import Nature, Outcome, ProfileView, Whose
from privacy_check.sentences import say
from scanners.extract import read
from scanners.extract.whose_data import DISAGREES, SEVERAL

SITE = "https://circle.example.org"
URL = f"{SITE}/teganloxley"
TEGAN: dict[str, Any] = {"@type": "Person", "name": "Tegan Loxley", "telephone": "07700 900811"}
ROBIN: dict[str, Any] = {"@type": "Person", "name": "Robin Vale", "telephone": "07700 900899"}
SUBJECT = {"@type": "ProfilePage", "mainEntity": {"@id": "#t"}}
WORDS = '<p class="bio">Weaver in Otley.</p>'


def scripts(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def page(head: str = "", body: str = WORDS, url: str = URL, name: str = "Tegan Loxley") -> ProfileView:
    heading = f"<h1>{name}</h1>" if name else ""
    return read(f"<title>{name or 'Circle'}</title>{head}<main>{heading}{body}</main>", url)


def phones(view: ProfileView) -> set[str]:
    found = judge_view(view)
    return {
        item.value.reveal()
        for item in found
        if item.entity_type.value == "phone" and item.nature is not Nature.THIRD_PARTY
    }


def named(view: ProfileView) -> list[str]:
    return [field.text for field in view.all("display_name")]


def people(first: object, second: object, third: object) -> list[tuple[object, ...]]:
    return list(itertools.permutations((first, second, third)))


@pytest.mark.parametrize("nodes", people(ROBIN | {"@id": "#r"}, SUBJECT, TEGAN | {"@id": "#t"}))
@pytest.mark.parametrize("together", [True, False])
def test_a_reference_decides_in_any_order(nodes: tuple[object, ...], together: bool) -> None:
    head = scripts({"@graph": list(nodes)}) if together else scripts(*nodes)
    view = page(head, name="")
    assert phones(view) == {"07700 900811"}
    assert named(view) == ["Tegan Loxley"]


@pytest.mark.parametrize(
    "telling",
    [
        {"@type": "AboutPage", "about": {"@id": f"{URL}#t"}},
        {"@type": "WebPage", "mainEntity": "#t"},
        {"@type": ["WebPage", "ProfilePage"], "mainEntity": {"@id": "/teganloxley#t"}, "creator": ROBIN},
    ],
)
def test_references_of_every_kind(telling: object) -> None:
    view = page(scripts(ROBIN, TEGAN | {"@id": "#t"}, telling), url=URL, name="")
    assert phones(view) == {"07700 900811"}


@pytest.mark.parametrize("key", ["url", "sameAs", "@id", "mainEntityOfPage"])
def test_the_address_tells_people_apart(key: str) -> None:
    mine, other = (URL, f"{SITE}/robinvale")
    for nodes in ((ROBIN | {key: other}, TEGAN | {key: mine}), (TEGAN | {key: mine}, ROBIN | {key: other})):
        assert phones(page(scripts(*nodes), name="")) == {"07700 900811"}


def test_parts_of_one_person_in_several_scripts_are_joined() -> None:
    view = page(scripts({"@type": "Person", "@id": "#t", "name": "Tegan Loxley"},
                        {"@id": f"{URL}#t", "@type": "Person", "telephone": "07700 900812"}))  # fmt: skip
    assert phones(view) == {"07700 900812"}


def test_the_sites_owner_is_not_the_author_of_this_page() -> None:
    graph = {"@graph": [
        {"@type": ["Person", "Organization"], "@id": "#site", "name": "Robin Vale", "telephone": "07700 900899"},
        {"@type": "WebSite", "publisher": {"@id": "#site"}},
        {"@type": "WebPage", "author": {"@id": "#site"}},
        {"@type": "Organization", "name": "Circle", "telephone": "0113 496 0899", "url": SITE},
    ]}  # fmt: skip
    view = page(scripts(graph), url=f"{SITE}/author/teganloxley", name="Tegan Loxley")
    assert phones(view) == set()
    assert named(view) == ["Tegan Loxley"]
    assert not view.warnings


def test_the_publisher_of_ones_own_site_is_oneself() -> None:
    view = page(scripts({"@type": "WebSite", "publisher": TEGAN}), url="https://teganloxley.example.org/")
    assert phones(view) == {"07700 900811"}


CONTRADICTIONS = {
    "main entity": scripts({"@type": "ProfilePage", "mainEntity": ROBIN}),
    "address": scripts(ROBIN | {"url": URL}),
    "only one": scripts(ROBIN),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
@pytest.mark.parametrize("url", [URL, f"{SITE}/u/4711"])
def test_data_of_another_person_than_the_page_names(kind: str, url: str) -> None:
    view = page(CONTRADICTIONS[kind], WORDS + "<p>Ring me on 07700 900813</p>", url)
    assert phones(view) == {"07700 900813"}
    assert named(view) == ["Tegan Loxley"]
    assert view.warnings == (say(DISAGREES),)


def test_a_contradiction_is_told_even_where_all_else_is_plain() -> None:
    view = page(scripts({"@type": "ProfilePage", "mainEntity": ROBIN}, TEGAN))
    assert phones(view) == {"07700 900811"}
    assert view.warnings == (say(DISAGREES),)


def test_people_nobody_can_tell_apart_are_left_out() -> None:
    view = page(scripts(ROBIN, TEGAN), url=f"{SITE}/dalechoir", name="Dale Choir")
    assert phones(view) == set()
    assert view.warnings == (say(SEVERAL),)


def test_a_handle_is_as_good_as_a_name() -> None:
    node = {"@type": "ProfilePage", "mainEntity": TEGAN | {"alternateName": "weaverbird"}}
    view = page(scripts(node), url=f"{SITE}/weaverbird", name="Weaverbird")
    assert phones(view) == {"07700 900811"}
    assert not view.warnings


@pytest.mark.parametrize(
    ("declared", "shown"),
    [("Tegan Loxley", "Dr Tegan Loxley MBE"), ("Tegan M. Loxley", "Tegan Loxley"), ("Teg Loxley", "Tegan Loxley"),
     ("Tegan Loxley", "Tegan"), ("Teĝan Loxley", "Tegan Loxley")],
)  # fmt: skip
def test_other_forms_of_one_name_are_no_contradiction(declared: str, shown: str) -> None:
    view = page(scripts(TEGAN | {"name": declared}), name=shown, url=f"{SITE}/u/12")
    assert phones(view) == {"07700 900811"}
    assert not view.warnings


def scope(name: str, phone: str, more: str = "", tag: str = "span", prop: str = "") -> str:
    return (
        f'<div {prop} itemscope itemtype="https://schema.org/Person"><{tag} itemprop="name">{name}</{tag}>'
        f'<i itemprop="telephone">{phone}</i>{more}</div>'
    )


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("url", [URL, f"{SITE}/u/9"])
def test_microdata_of_several_people(turned: bool, url: str) -> None:
    parts = [scope("Robin Vale", "07700 900899"), scope("Tegan Loxley", "07700 900814", tag="h1")]
    view = page(body="".join(reversed(parts) if turned else parts), name="", url=url)
    assert phones(view) == {"07700 900814"}
    assert named(view) == ["Tegan Loxley"]


def test_microdata_of_another_person() -> None:
    view = page(body=WORDS + scope("Robin Vale", "07700 900899"))
    assert phones(view) == set()
    assert view.warnings == (say(DISAGREES),)


def test_people_inside_the_owners_scope_are_not_the_owner() -> None:
    child = scope("Ivy Loxley", "07700 900898", prop='itemprop="children"')
    view = page(body=scope("Tegan Loxley", "07700 900815", child, "h1"), name="")
    assert [field.text for field in view.all("phone")] == ["07700 900815"]
    assert ("family_name", "Ivy") in {
        (item.entity_type.value, item.value.reveal().split()[0]) for item in judge_view(view)
    }


def card(name: str, phone: str, url: str = "", tag: str = "span") -> str:
    link = f'<a class="u-url" href="{url}">page</a>' if url else ""
    return f'<div class="h-card"><{tag} class="p-name">{name}</{tag}> {link}<b class="p-tel">{phone}</b></div>'


@pytest.mark.parametrize("turned", [False, True])
def test_contact_cards_of_several_people(turned: bool) -> None:
    by_address = [
        card("Robin Vale", "07700 900899", f"{SITE}/robinvale"),
        card("Tegan Loxley", "07700 900816", URL),
    ]
    by_heading = [card("Robin Vale", "07700 900899"), card("Tegan Loxley", "07700 900816", tag="h1")]
    for cards, url in ((by_address, URL), (by_heading, f"{SITE}/u/9")):
        view = page(body="".join(reversed(cards) if turned else cards), url=url, name="")
        assert phones(view) == {"07700 900816"}


def test_the_card_of_another_person() -> None:
    view = page(body=WORDS + card("Robin Vale", "07700 900899"))
    assert phones(view) == set()
    assert view.warnings == (say(DISAGREES),)


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Käthe Größl", "kaethegroessl"),
        ("Íñigo Muñoz", "inigomunoz"),
        ("Gwŷn Siôn", "gwynsion"),
        ("Åse Høj", "asehoj"),
    ],
)
def test_a_page_under_a_plain_handle_is_the_accented_persons(name: str, handle: str) -> None:
    view = page(body='<p class="bio">Ring me on 07700 900817</p>', url=f"{SITE}/{handle}", name=name)
    assert named(view) == [name]
    assert phones(view) == {"07700 900817"}


def test_a_card_inside_the_owners_card_is_not_the_owner() -> None:
    view = read(
        "<html><head><title>Petra Quill</title></head><body><div class='h-card'>"
        "<h1 class='p-name'>Petra Quill</h1>"
        "<b class='p-tel'>07700 900311</b><div class='p-org h-card'><i class='p-name'>Quill Ltd</i>"
        "<b class='p-tel'>01632 960312</b></div></div></body></html>",
        "https://example.org/petraquill",
    )
    assert [item.text for item in view.all("phone")] == ["07700 900311"]
    assert [item.text for item in view.all("employer")] == ["Quill Ltd"]
    own = "".join(item.text for item in view.all("page_text") if item.whose is Whose.OWNER)
    assert "960312" not in own


@pytest.mark.parametrize(
    ("title", "heading", "words", "seen"),
    [
        ("Gabe Cross | CarersHub", "Gabe Cross", "Mob 07700 900392", True),
        ("ياسمين حداد", "ياسمين حداد", "07700 900431", True),
        ("Gabe Cross | CarersHub", "Gabe Cross", "Nothing here", False),
        ("Gabe Cross | CarersHub", "Page gone", "Mob 07700 900392", False),
        ("Boilers | CarersHub", "Boilers", "Mob 07700 900392", False),
    ],
)
def test_a_page_is_believed_by_its_contact_under_the_name_it_bears(
    title: str, heading: str, words: str, seen: bool
) -> None:
    html = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><p>{words}</p></body></html>"
    assert read(html, "https://example.org/someone").outcome.seen is seen


@pytest.mark.parametrize(
    "beside",
    [
        {"reviews": [{"text": "07700 900683"}]},
        {"wall": [{"author": {"username": "bob"}, "text": "07700 900683"}]},
        {"viewer": {"phone": "07700 900683"}},
    ],
)
def test_words_of_others_in_the_pages_data_are_not_the_owners(beside: dict[str, object]) -> None:
    held = {"user": {"username": "pearl", "displayName": "Pearl Dunn", "bio": "ring 07700 900681"}, **beside}
    script = (
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": held}})}</script>'
    )
    html = f"<html><head><title>Pearl Dunn</title>{script}</head><body><h1>Pearl Dunn</h1></body></html>"
    view = read(html, "https://shop.example.org/u/pearl")
    assert "900681" in "".join(str(item.text) for item in view.fields)
    assert "900683" not in "".join(str(item.text) for item in view.fields)


def test_a_page_that_speaks_under_its_handle_is_its_owners() -> None:
    words = "<h1>The Wray Family</h1><p>I'm Una, and my boat</p>"
    html = f"<html><head><title>The Wrays</title></head><body>{words}</body></html>"
    assert read(html, "https://example.org/thewrays").outcome.seen


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ('<div style="display:none"><h1>User not found</h1></div><p>Loading</p>', Outcome.ERROR),
        ("<div hidden><p>User not found</p></div><p>Loading</p>", Outcome.ERROR),
        ("<style>.e{display:none}</style><div class=e><h1>User not found</h1></div><p>Wait</p>", Outcome.ERROR),
        ("<h1>User not found</h1><div hidden>menu</div>", Outcome.NOT_FOUND),
        (
            "<h1>Gabe Cross</h1><p>@gabecross</p><p>My other: this account is private. 07700 900915</p>",
            Outcome.VISIBLE,
        ),
        ("<h1>gabecross</h1><p>This account is private</p>", Outcome.PRIVATE),
    ],
)
def test_words_of_absence_count_where_a_reader_sees_the_site_say_them(body: str, outcome: Outcome) -> None:
    title = "Gabe Cross (@gabecross)" if "Gabe" in body else "CarersHub"
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert read(html, "https://example.org/u/gabecross").outcome is outcome
