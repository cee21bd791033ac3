"""Pages of one's own that are no profile: each is read for what it is, and said to be that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from privacy_check.model import Account, Capture, Lens, Outcome, PageKind, ProfileView
from privacy_check.ownership import Gate
from privacy_check.subject import AboutMe
from scanners.extract import extract, read
from scanners.extract.reader import recognise
from scanners.outcome import classify
from scanners.platforms.registry import load_platforms
from scanners.public_view import judge

REGISTRY = load_platforms()
SITE = "https://circle.example.org"
OWN_POST = f"{SITE}/jun_alder/posts/kettle"
POST = """<title>Kettle day</title><meta property="og:type" content="article">
<meta property="og:title" content="Kettle day"><article><h1>Kettle day</h1>
<p>By <a rel="author" href="/jun_alder">Jun Alder</a></p><p>Ring me on 07700 900161.</p></article>
<section class="comments"><article><b>Mo Larch</b><p>Or me: 07700 900162</p></article></section>"""
GROUP = """<title>Elm Street Parents | Circle</title><meta property="og:title" content="Elm Street Parents">
<main><h1>Elm Street Parents</h1><p>Private group, 41 members</p>
<p>For everybody with a child at the school in Elm Street.</p></main>"""
FIRM = """<title>Alder Clocks</title>
<script type="application/ld+json">{"@type": "LocalBusiness", "name": "Alder Clocks"}</script>
<h1>Alder Clocks</h1><p>Clocks mended by Jun Alder at the kitchen table. Ring 07700 900163.</p>"""
LIKES = """<title>Likes</title><nav><ul><li><a href="/home">Home</a></li></ul></nav>
<main><h1>Likes of Jun Alder</h1><ul>
<li><a href="/pages/left-bank-choir">Left Bank Choir</a> <a href="/pages/left-bank-choir/join">Join</a></li>
<li><a href="/pages/allotments">Allotments North</a></li><li><a href="/jun_alder">Jun Alder</a></li></ul></main>"""
PROJECT = (
    '<title>jun_alder/clock: Tools - Forge</title><meta property="og:title" content="jun_alder/clock"><p>Tools</p>'
)

A_POST = "This is a post, not a profile."
A_GROUP = "This is the page of a group, not a profile."
A_FIRM = "This is the page of an organisation, not of a person."
A_LIST = "This is a list, not a profile."


def texts(view: ProfileView, name: str) -> list[str]:
    return [item.text for item in view.all(name)]


def look(html: str, url: str, status: int | None = 200) -> Capture:
    platform, account = recognise(url, REGISTRY)
    empty = Capture(account, Lens.PUBLIC, Outcome.ERROR, url, status, html, datetime(2026, 11, 1, tzinfo=UTC))
    return judge(empty, platform, classify)


@pytest.mark.parametrize(
    ("html", "url", "kind", "words"),
    [
        (POST, OWN_POST, PageKind.POST, A_POST),
        (POST, f"{SITE}/2026/kettle-day", PageKind.POST, A_POST),
        (GROUP, f"{SITE}/groups/elm-street", PageKind.GROUP, A_GROUP),
        (GROUP, "https://www.facebook.com/groups/elmstreet", PageKind.GROUP, A_GROUP),
        (FIRM, "https://alder-clocks.example.org/", PageKind.ORGANISATION, A_FIRM),
        (FIRM, "https://www.linkedin.com/company/alder-clocks", PageKind.ORGANISATION, A_FIRM),
        (FIRM, f"{SITE}/places/alder-clocks", PageKind.ORGANISATION, A_FIRM),
        (FIRM.replace("LocalBusiness", "Organization"), f"{SITE}/alder-clocks", PageKind.ORGANISATION, A_FIRM),
        (f'<meta property="og:type" content="circle:group">{GROUP}', f"{SITE}/g/elm", PageKind.GROUP, A_GROUP),
        (LIKES, f"{SITE}/jun_alder/likes", PageKind.LIST, A_LIST),
        (LIKES, "https://www.facebook.com/jun.alder/likes", PageKind.LIST, A_LIST),
    ],
)  # fmt: skip
def test_a_page_of_ones_own_is_seen_and_named(html: str, url: str, kind: PageKind, words: str) -> None:
    view = read(html, url)
    assert view.kind is kind
    assert view.outcome.seen, view.evidence
    assert view.evidence[0] == words


def test_a_look_says_the_kind_like_a_saved_page() -> None:
    capture = look(POST, OWN_POST)
    assert (capture.kind, capture.outcome) == (PageKind.POST, Outcome.VISIBLE)
    assert extract(capture).kind is PageKind.POST


def test_the_words_of_a_post_are_its_owners_and_the_comments_are_not() -> None:
    view = read(POST, OWN_POST)
    [post] = texts(view, "posts")
    assert "07700 900161" in post
    assert "07700 900162" not in post
    assert texts(view, "display_name") == ["Jun Alder"]
    assert [entry.text for entry in view.posts] == [post]


def test_the_title_and_preview_of_a_post_are_no_name_and_no_bio() -> None:
    page = POST.replace("<article>", '<meta property="og:description" content="Ring me today"><article>', 1)
    view = read(page, OWN_POST)
    assert not view.all("bio")
    assert "Kettle day" not in texts(view, "display_name")


def test_of_many_posts_none_is_taken_unless_it_leads_to_the_owner() -> None:
    thread = """<article><a href="/mo_larch">Mo Larch</a><p>Who has a kettle? 07700 900164</p></article>
<article><a href="/jun_alder">Jun Alder</a><p>I do. 07700 900165</p></article>"""
    view = read(f"<title>Kettles</title><h1>Kettles</h1>{thread}", OWN_POST)
    assert "07700 900165" in " ".join(texts(view, "posts"))
    assert "07700 900164" not in " ".join(texts(view, "posts"))
    nobodys = read(f"<title>Kettles</title><h1>Kettles</h1>{thread.replace('jun_alder', 'sam_rowan')}", OWN_POST)
    assert not nobodys.all("posts")


def test_a_group_is_noted_with_its_address_and_gives_the_person_no_name() -> None:
    url = f"{SITE}/groups/elm-street"
    view = read(GROUP, url)
    assert [(group.name, group.url) for group in view.groups] == [("Elm Street Parents", url)]
    assert not view.all("display_name")


def test_what_a_person_likes_is_noted_as_groups_and_followers_as_friends() -> None:
    assert texts(read(LIKES, f"{SITE}/jun_alder/likes"), "groups") == ["Left Bank Choir", "Allotments North"]
    people = LIKES.replace("Left Bank Choir", "Mo Larch").replace("Allotments North", "Sam Rowan")
    view = read(people, f"{SITE}/jun_alder/followers")
    assert texts(view, "friends")[-2:] == ["Mo Larch", "Sam Rowan"]
    assert not view.groups


@pytest.mark.parametrize(
    "url", [OWN_POST, f"{SITE}/groups/elm-street", "https://x.com/jun_alder/status/2016000000000000001"]
)
@pytest.mark.parametrize(
    ("html", "status"),
    [
        ("<title>Not found</title><h1>Page not found</h1>", 404),
        ("<title>Circle</title><h1>Jun Alder</h1><h2>This account is private</h2>", 200),
        ("<title>Circle</title><h1>This account has been suspended</h1>", 200),
    ],
)  # fmt: skip
def test_what_became_of_another_page_says_nothing_of_the_profile(url: str, html: str, status: int) -> None:
    capture = look(html, url, status)
    assert capture.outcome not in (Outcome.NOT_FOUND, Outcome.PRIVATE, Outcome.SUSPENDED)
    assert capture.kind is not PageKind.PROFILE


def test_a_wall_before_another_page_stays_a_wall() -> None:
    capture = look("<title>Just a moment...</title>", OWN_POST, 403)
    assert (capture.outcome, capture.kind) == (Outcome.CHALLENGE, PageKind.POST)


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (PROJECT, f"{SITE}/jun_alder/clock"),
        (PROJECT, "https://github.com/jun_alder/clock"),
        ("<title>Search</title><h1>Search</h1><p>23 people found for your words</p>", f"{SITE}/search?q=jun"),
        ("<title>Help</title><h1>Help</h1><p>How to change your picture and your name</p>", "https://github.com/contact"),
    ],
)  # fmt: skip
def test_a_page_that_is_nobodys_own_is_no_profile_and_was_not_seen(html: str, url: str) -> None:
    view = read(html, url)
    assert (view.outcome, view.kind) == (Outcome.ERROR, PageKind.OTHER)
    assert not view.fields


def test_what_a_newspaper_wrote_is_not_its_authors_own_page() -> None:
    news = POST.replace(
        "<article>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Kettle day"}</script><article>',
        1,
    )
    view = read(news, "https://news.example.org/2026/kettle-day")
    assert (view.outcome, view.kind) == (Outcome.ERROR, PageKind.POST)


def test_the_data_of_the_sites_owner_makes_no_organisation_of_a_profile() -> None:
    site = '<script type="application/ld+json">{"@type": "Organization", "name": "Circle Ltd"}</script>'
    page = f"{site}<title>Jun Alder (@jun_alder)</title><h1>Jun Alder</h1><p>@jun_alder</p><p>12 followers</p>"
    view = read(page, f"{SITE}/jun_alder")
    assert (view.kind, view.outcome) == (PageKind.PROFILE, Outcome.VISIBLE)


def test_a_profile_with_a_business_in_its_data_stays_a_profile() -> None:
    page = """<title>Jun Alder</title><script type="application/ld+json">[{"@type": "Person", "name": "Jun Alder"},
{"@type": "LocalBusiness", "name": "Alder Clocks"}]</script><h1>Jun Alder</h1><p>I mend clocks.</p>"""
    assert read(page, "https://jun-alder.example.org/").kind is PageKind.PROFILE


@pytest.mark.parametrize(("kind", "stopped"), [(PageKind.PROFILE, True), (PageKind.ORGANISATION, False)])
def test_the_name_of_an_organisation_contradicts_nobody(kind: PageKind, stopped: bool) -> None:
    about = AboutMe(names=("Jun Alder",))
    firm = read(FIRM.replace("Alder Clocks", "Larch Clocks"), "https://larch-clocks.example.org/")
    assert firm.kind is PageKind.ORGANISATION
    view = ProfileView(Account("generic", "x", SITE), Lens.SAVED_PAGE, firm.outcome, firm.fields, kind=kind)
    assert (Gate(stated=True).rule(view, about).ownership.value == "CONTRADICTED") is stopped


DESCRIBED = {
    "a question": (
        "https://stackoverflow.com/questions/123/how-do-i-fold-a-kite",
        "<title>How do I fold a kite?</title><meta property=og:title content='How do I fold a kite?'>"
        "<h1 itemprop=name>How do I fold a kite?</h1><div itemprop=mainEntity itemscope"
        " itemtype=https://schema.org/Question><div itemprop=text><p>Mine never flies over Bankfoot.</p></div>"
        "<div itemprop=author itemscope><a href=/users/55/jun-alder>Jun Alder</a>"
        "<span itemprop=name>Jun Alder</span></div></div>",
        "How do I fold a kite?\nMine never flies over Bankfoot.",
    ),
    "a film": (
        "https://www.youtube.com/watch?v=abcdefghijk",
        "<title>Kite day - YouTube</title><meta property=og:title content='Kite day'>"
        "<meta property=og:description content='We flew kites at Bankfoot all day.'>"
        "<span itemprop=author itemscope><link itemprop=name content='Jun Alder'></span><h1>Kite day</h1>"
        "<p>We flew kites at Bankfoot all day.</p>",
        "Kite day\nWe flew kites at Bankfoot all day.",
    ),
    "a picture": (
        "https://www.flickr.com/photos/junalder/5551234/",
        "<title>Kite over the beach | Flickr</title><meta property=og:title content='Kite over the beach'>"
        "<meta property=og:description content='Taken at Bankfoot'><a href=/photos/junalder/>Jun Alder</a>"
        "<h1>Kite over the beach</h1><p>Taken at Bankfoot</p><p>120 views 4 faves 2 comments</p>",
        "Kite over the beach\nTaken at Bankfoot",
    ),
}


@pytest.mark.parametrize(("url", "html", "words"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_post_of_a_described_platform_is_seen_with_its_title_words_and_writer(
    url: str, html: str, words: str
) -> None:
    capture = look(html, url)
    view = extract(capture)

    assert (capture.outcome, capture.kind) == (Outcome.VISIBLE, PageKind.POST)
    assert texts(view, "display_name") == ["Jun Alder"]
    assert texts(view, "posts") == [words]
    assert not texts(view, "bio")


def test_the_header_of_a_post_alone_is_not_all_of_it() -> None:
    url, html, _ = DESCRIBED["a film"]

    header = html.partition("<h1>")[0] + "<p>Films of all kinds, for everybody, every day.</p>"

    assert look(header, url).outcome in (Outcome.PARTIAL, Outcome.ERROR)
