"""The small tools of the page readers: counts, links, names, titles and JSON found in scripts."""

from __future__ import annotations

import pytest

from scanners.extract.counts import count
from scanners.extract.documents import from_attributes, from_scripts, served
from scanners.extract.fields import field, words_of
from scanners.extract.links import unwrap, whole
from scanners.extract.names import handle_from_url, is_name, name_from_title
from scanners.extract.opengraph import bio_of
from scanners.extract.words import counters, label_field


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5 012 subscribers", 5012), ("5\u00a0012", 5012), ("846,509", 846509), ("1.234.567", 1234567),
        ("12.3K", 12300), ("2,5 Mio", 2500000), ("1,2 тыс.", 1200), ("3万", 30000), ("3.1 万", 31000),
        ("1.2億", 120000000),
        ("7", 7),
        ("1,234K", 1234), ("1.5M followers", 1500000), ("2 млн", 2000000), ("12'345", 12345), ("0 connections", 0),
        ("1.234", 1234), ("4.5만", 45000), ("٣٤٥", 345),
    ],
)  # fmt: skip
def test_counts_in_every_notation(text: str, number: int) -> None:
    assert count(text) == number


def test_no_number_is_no_count() -> None:
    assert count("many") is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["10,472 followers", "488 following"], {"followers": 10472, "following": 488}),
        (["1,847", "followers", "263", "following"], {"followers": 1847, "following": 263}),
        (["Followers: 12", "Friends (9)"], {"followers": 12, "friends": 9}),
        (["2,5 Tsd. Follower"], {"followers": 2500}),
        (["フォロワー 1,024人"], {"followers": 1024}),
        (["1,2 тыс. подписчиков"], {"followers": 1200}),
        (["12.3万粉丝"], {"followers": 123000}),
        (["1 234 abonnés · 12 abonnements"], {"followers": 1234, "following": 12}),
        (["I have 3 friendships"], {}),
    ],
)
def test_counters_beside_their_words(lines: list[str], expected: dict[str, int]) -> None:
    assert counters(lines) == expected


@pytest.mark.parametrize(
    ("wrapped", "inner"),
    [
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fkite.example.org%2F&h=AT0", "https://kite.example.org/"),
        ("https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fkite.example.org", "https://kite.example.org"),
        ("https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Fkite%2Eexample%2Eorg&urlhash=1", "http://kite.example.org"),
        ("https://vk.com/away.php?to=https%3A%2F%2Fkite.example.org", "https://kite.example.org"),
        ("https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fkite.example.org", "https://kite.example.org"),
        ("https://www.deviantart.com/users/outgoing?https://kite.example.org", "https://kite.example.org"),
        ("https://kite.example.org/?u=https://other.example.org", "https://kite.example.org/?u=https://other.example.org"),
        ("https://www.youtube.com/redirect?q=javascript:alert(1)", "https://www.youtube.com/redirect?q=javascript:alert(1)"),
    ],
)  # fmt: skip
def test_redirectors_are_unwrapped(wrapped: str, inner: str) -> None:
    assert unwrap(wrapped) == inner


@pytest.mark.parametrize(
    ("text", "url"),
    [("kite.example.org/me", "https://kite.example.org/me"), ("//kite.example.org", "https://kite.example.org"),
     ("javascript:alert(1)", ""), ("not an address", ""), ("http://kite.example.org", "http://kite.example.org")],
)  # fmt: skip
def test_bare_addresses_become_whole(text: str, url: str) -> None:
    assert whole(text) == url


@pytest.mark.parametrize(
    ("title", "site", "handle", "name"),
    [
        ("Tilo Marsh (@tilo.marsh) • Instagram photos and videos", "Instagram", "tilo.marsh", "Tilo Marsh"),
        ("@tilo.marsh • Instagram photos and videos", "Instagram", "tilo.marsh", ""),
        ("Moss and Tin - YouTube", "YouTube", "", "Moss and Tin"),
        ("Petra Lowe - Nurse - Tide Clinic | LinkedIn", "LinkedIn", "petra-lowe", "Petra Lowe"),
        ("nettlehut - Overview", "GitHub", "nettlehut", "nettlehut"),
        ("nettlehut (Jonah Nettle) · GitHub", "GitHub", "nettlehut", "Jonah Nettle"),
        ("Profile: pg | Hacker News", "ycombinator", "pg", "pg"),
        ("quill_tam's Profile — Plain Talk", "Plain Talk", "quill_tam", "quill_tam"),
        ("Artists | Usop", "", "", "Usop"),
        ("Forbes on X: \"Words, many words\" / X", "X", "Forbes", "Forbes"),
        ("日向ひかりさんのプロフィール", "", "", "日向ひかり"),
        ("Лада Ручьёва | ВКонтакте", "ВКонтакте", "", "Лада Ручьёва"),
        ("Log in to Circle", "Circle", "", ""),
        ("Anne-Marie Fox - Circle", "Circle", "", "Anne-Marie Fox"),
        ("owner/project", "Forge", "", ""),
        ("Kite & Co | Shots", "Shots", "", "Kite & Co"),
        ("(3) Tilo Marsh", "", "", "Tilo Marsh"), ("[12] Tilo Marsh | Circle", "Circle", "", "Tilo Marsh"),
        ("(99+) Tilo Marsh (@tilo.marsh) / X", "X", "tilo.marsh", "Tilo Marsh"),
        ("• Tilo Marsh", "", "", "Tilo Marsh"), ("🔴 (2) Tilo Marsh", "", "", "Tilo Marsh"),
        ("Tilo Marsh, Author at Dale Voices", "Dale", "", "Tilo Marsh"),
        ("Tilo Marsh, Autor bei Dale", "Dale", "", "Tilo Marsh"), ("Sobre Tilo Marsh", "", "", "Tilo Marsh"),
        ("Profilo di Tilo Marsh", "", "", "Tilo Marsh"), ("Tilo Marsh – Über mich", "", "", "Tilo Marsh"),
        ("Hafan | Tilo Marsh", "", "", "Tilo Marsh"),
    ],
)  # fmt: skip
def test_names_in_titles(title: str, site: str, handle: str, name: str) -> None:
    assert name_from_title(title, (site,), handle)[0] == name


@pytest.mark.parametrize(
    "text", ["", "@someone", "https://kite.example.org", "Log in", "{{ name }}", "404", "x" * 200]
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://circle.example.org/@jun", "jun"), ("https://circle.example.org/u/jun/", "jun"),
        ("https://circle.example.org/users/jun?tab=posts", "jun"),
        ("https://board.example.org/user?id=jun", "jun"),
        ("https://forum.example.org/member.php?u=12", "12"), ("https://jun.tumblr.com/", "jun"),
        ("https://jun.example.org/", "jun.example.org"), ("https://circle.example.org/jun", "jun"),
        ("https://circle.example.org/login", ""), ("https://tube.example.org/a/jun", "jun"),
    ],
)  # fmt: skip
def test_handles_in_addresses_of_unknown_sites(url: str, handle: str) -> None:
    assert handle_from_url(url) == handle


@pytest.mark.parametrize(
    ("description", "bio"),
    [
        ('2,362 Followers, 136 Following, 224 Posts - Ada (@ada) on Instagram: "Of quinces."', "Of quinces."),
        ("281 Followers, 64 Following, 1 Posts - See Instagram photos and videos from @ada", ""),
        ("Ada Cafe. 5,411,563 likes · 25,177 talking about this. Welcome to the cafe.", "Welcome to the cafe."),
        ("ada has 12 repositories available. Follow their code on GitHub.", ""),
        ("View Ada’s profile on LinkedIn, the world’s largest professional community.", ""),
        ("Ada (@ada) on TikTok | 12K Likes. 3K Followers. Kites.Watch the latest video from Ada (@ada).", "Kites"),
        ("I mend clocks.", "I mend clocks."),
        ("Log in to see more", ""),
    ],
)  # fmt: skip
def test_bios_without_the_platforms_own_words(description: str, bio: str) -> None:
    assert bio_of(description) == bio


def test_labels_in_many_languages() -> None:
    assert [label_field(text) for text in ("Location:", "Wohnort", "Город:", "居住地", "위치", "Lieu")] == [
        "location"
    ] * 6
    assert label_field("A long sentence that is certainly no label at all") == ""


def test_html_in_values_becomes_words() -> None:
    assert words_of("<p>Keeps <b>bees</b>.<br>Walks.</p>") == "Keeps bees.\nWalks."
    assert words_of("Tom &amp; Una") == "Tom & Una"
    assert words_of("2 < 3") == "2 < 3"


def test_fields_are_made_harmless() -> None:
    made = field("bio", "hello \x1b[31mred\x1b[0m \u202eevil\u202c", "test")
    assert made is not None
    assert "\x1b" not in made.text
    assert "\u202e" not in made.text
    assert field("location", "null", "test") is None
    assert field("display_name", "  ", "test") is None


@pytest.mark.parametrize(
    "script",
    [
        'window.__DATA__ = {"username":"jun"};',
        'var a=1; var user={"username":"jun","x":[1]} ;',
        'window.S = JSON.parse("{\\"username\\":\\"jun\\"}");',
        'window.S = JSON.parse(\'{"username":"jun"}\');',
        'bootstrap({"username":"jun"});',
    ],
)
def test_json_is_found_in_scripts(script: str) -> None:
    values = [document.value for document in from_scripts([("", "", script)])]
    assert any(isinstance(value, dict) and value.get("username") == "jun" for value in values)


def test_script_code_in_braces_is_no_json() -> None:
    assert from_scripts([("", "", "var f = {username: function(){ return {}; }};")]) == []


def test_json_is_found_in_attributes() -> None:
    html = '<div data-page="{&quot;username&quot;:&quot;jun&quot;,&quot;name&quot;:&quot;J&quot;}"></div>'
    assert from_attributes(html)[0].value["username"] == "jun"


def test_served_json_may_have_a_guard_before_it() -> None:
    document = served(')]}\'\n{"username":"jun"}')
    assert document is not None
    assert document.value == {"username": "jun"}
    assert served("<html>") is None
