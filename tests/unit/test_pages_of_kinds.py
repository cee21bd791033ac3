"""Pages of forums, clubs and shops: whose the address says they are, and whose words stand under which heading."""

from __future__ import annotations

import pytest

from privacy_check.model import Account, Outcome, Whose
from scanners.extract import read
from scanners.extract.names import handle_from_url, name_from_title
from scanners.extract.target import Target

OWN, OTHERS = "07700 900142", "07700 900777"


@pytest.mark.parametrize(
    ("path", "handle"),
    [
        ("/user/show/9912-orla-finch", "9912-orla-finch"),
        ("/users/show/5512", "5512"),
        ("/mitglied/jonas-weidlich", "jonas-weidlich"),
        ("/aelod/angharad-pugh", "angharad-pugh"),
        ("/membre/solene", "solene"),
        ("/show", "show"),
    ],
)
def test_the_handle_stands_behind_the_word_for_a_member(path: str, handle: str) -> None:
    assert handle_from_url(f"https://circle.example.org{path}") in (handle, "")


@pytest.mark.parametrize(("query", "mine"), [("u=4711", True), ("u=55", False), ("tab=posts", True), ("", True)])
def test_an_address_that_names_somebody_in_its_query_is_that_persons_alone(query: str, mine: bool) -> None:
    url = "https://vans.example.org/member.php?u=4711"
    target = Target(Account("generic", "4711", url), url)

    assert target.points_here(f"https://vans.example.org/member.php?{query}") is mine


UNDER = {
    "visitor messages": (
        "https://vans.example.org/member.php?u=4711",
        "<h3>Visitor Messages</h3><ol><li class=visitor_message><a class=username href='?u=55'>Dub</a>"
        f"<div>Ring {OTHERS}</div></li></ol>",
    ),
    "reviews by another member": (
        "https://shelf.example.org/user/show/9912-orla-finch",
        f"<div id=reviews><div class=review><a href=/user/show/1>Hal Brook</a><p>{OTHERS}</p></div></div>",
    ),
    "words of guests": (
        "https://stay.example.org/users/show/5512",
        f"<h2>What guests are saying about Orla</h2><div><h3>Anke</h3><p>Great! {OTHERS}</p></div>",
    ),
    "comments in another language": (
        "https://verein.example.org/mitglied/orla-finch",
        f"<h2>Kommentare</h2><div class=kommentar><a href=/mitglied/ute>Ute Brand</a>: {OTHERS}</div>",
    ),
    "words of support": (
        "https://help.example.org/u/orla-finch",
        f"<h2>Words of support</h2><div><p>Ned Fell</p><p>{OTHERS}</p></div>",
    ),
}


@pytest.mark.parametrize(("url", "part"), UNDER.values(), ids=UNDER)
def test_what_others_left_on_a_page_is_theirs(url: str, part: str) -> None:
    view = read(f"<title>Orla Finch - Circle</title><h1>Orla Finch</h1><p>Librarian, ring {OWN}</p>{part}", url)

    whose = {
        number: item.whose for item in view.all("page_text") for number in (OWN, OTHERS) if number in item.text
    }
    assert whose == {OWN: Whose.OWNER, OTHERS: Whose.OTHER}


@pytest.mark.parametrize(
    "title", ["", "<title>Contact</title>", "<title>Print: Kestrel Rowe</title>", "<title>Kestrel Rowe</title>"]
)
def test_a_heading_with_the_name_of_the_address_and_a_contact_are_a_page_that_was_seen(title: str) -> None:
    view = read(f"{title}<h1>Kestrel Rowe</h1><p>{OWN}</p>", "https://example.org/kestrelrowe")

    assert view.outcome is Outcome.VISIBLE
    assert OWN in view.all("page_text")[0].text


def test_a_heading_and_a_contact_that_nothing_ties_to_the_address_are_not() -> None:
    view = read(f"<h1>Kestrel Rowe</h1><p>{OWN}</p>", "https://example.org/p/40417")

    assert not view.outcome.conclusive


@pytest.mark.parametrize(
    "title", ["User:Lark Oakes - Wiki", "Listings by Lark Oakes - Wiki", "Print: Lark Oakes", "Lark Oakes - Wiki"]
)
def test_a_title_that_says_what_a_page_is_of_somebody_gives_the_name(title: str) -> None:
    assert name_from_title(title, ("Wiki",))[0] == "Lark Oakes"
