"""Pages made to break a reader: they end in a view, never in an exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_check.model import Field
from scanners.extract import read

URL = "https://circle.example.org/jun_alder"
PIECES = st.sampled_from(
    [
        "<div>", "</div>", "<script type='application/json'>", "</script>", '{"username":"jun_alder","name":',
        "[", "]", "}", '"', "<title>", "</title>", "<meta property='og:title' content='", "'>", "\x00", "\ud800",
        "&#x", "&amp;", "<!--", "-->", "<dl><dt>Location</dt><dd>", "<a href='//[bad'>", "window.x = {",
        "<a rel=me href='http://[::1'>", "<code><!-- {", "999999999 followers", "data-blob='{\"a\":",
        "<svg><foreignObject>", "<template>", "١٢٣", "\u202e", "\x1b[31m", "Ａ", "İ",
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    ["username", "name", "bio", "followers", "avatar", "url", "location", "profile", "created_at", "links", "data",
     "user", "error", "message", "website"]
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40))
def test_any_soup_ends_in_a_view(pieces: list[str]) -> None:
    view = read("".join(pieces), URL)
    assert view.evidence
    assert not view.warnings, "no reader may fail"
    assert all("\x1b" not in field.text and "\u202e" not in field.text for field in view.fields)


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.recursive(LEAVES, nested, max_leaves=30))
def test_any_json_ends_in_a_view(value: object) -> None:
    text = json.dumps(value)
    assert not read(text, URL).warnings
    for kind in ("application/json", "application/ld+json"):
        assert not read(f"<script type='{kind}'>{text}</script>", URL).warnings


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_address_ends_in_a_view(url: str) -> None:
    assert not read("<title>Jun Alder</title><a href='x' rel=me>y</a>", url).warnings


BOMBS = {
    "deep lists": '<script type="application/json">{"username":"jun_alder","name":'
    + "[" * 100_000
    + "]" * 100_000
    + "}</script>",
    "deep objects": "<script>window.x = " + '{"name":' * 50_000 + "1" + "}" * 50_000 + "</script>",
    "served deep": '{"name":' * 50_000 + "1" + "}" * 50_000,
    "deep markup": "<div>" * 60_000 + "jun_alder",
    "many objects": '<script type="application/json">['
    + ",".join(['{"name":"a","bio":"b"}'] * 90_000)
    + "]</script>",
    "long attribute": '<a rel="me" href="https://x.example.org/' + "a" * 2_000_000 + '">x</a>',
    "long title": "<title>" + "jun (" * 200_000 + "</title>",
    "many metas": '<meta property="og:title" content="x">' * 60_000,
    "many links": '<a rel="me" href="https://a.example.org">a</a>' * 40_000,
    "entities": "<p>" + "&lt;" * 400_000 + "</p>",
    "open comment": "<code><!--" + "x" * 1_000_000,
    "open codes": "<code><!--" * 20_000,
    "equals": "<script>" + "a={" * 200_000 + ' "username" </script>',
    "quotes": "<script>x=JSON.parse('" + "\\" * 300_000 + '"username"</script>',
    "nulls": "\x00" * 500_000 + "<title>jun_alder</title>",
    "digits": "<p>" + "1 234 " * 100_000 + "followers</p>",
    "spaces": "<title>" + " " * 500_000 + "|</title><p class=bio>" + "\n" * 500_000,
    "brackets": "<title>"
    + "((((" * 100_000
    + "</title><meta name=description content='"
    + "Followers, " * 20_000
    + "'>",
    "doctype": '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>&c;</p>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_in_a_view(name: str) -> None:
    view = read(BOMBS[name], URL)
    assert view.evidence
    assert not view.warnings, "no reader may fail"
    assert len(view.fields) < 500


def test_a_reader_that_fails_hides_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: object, target: object) -> list[Field]:
        raise ValueError("broken")

    monkeypatch.setattr("scanners.extract.merge.read_embedded", fail)
    view = read(
        '<title>Jun Alder (@jun_alder)</title><meta property="og:type" content="profile"><h1>Jun Alder', URL
    )
    assert view.first("display_name") is not None
    assert view.warnings


def test_lists_are_capped() -> None:
    links = "".join(f'<a rel="me" href="https://s{n}.example.net/">s</a>' for n in range(900))
    view = read(
        f'<div class="h-card"><span class="p-name">Jun Alder</span>{links}</div>', "https://jun.example.org/"
    )
    assert len(view.links) == 200
