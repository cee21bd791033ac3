"""Posts with the place and the time that stand beside their words."""

from __future__ import annotations

from typing import Any

import pytest

from privacy_check.model import Account, Post
from scanners.extract.page import Page
from scanners.extract.posts import post_of, read_posts
from scanners.extract.target import Target
from scanners.platforms.schema import Platform

URL = "https://runs.example.org/jun"


def target(**rule: Any) -> Target:
    platform = Platform.model_validate(
        {
            "id": "runs",
            "name": "Runs",
            "category": "fitness",
            "as_of": "2026-11",
            "address": {"template": "https://runs.example.org/{handle}", "hosts": ["runs.example.org"]},
            "fields": {"posts": [{"many": True, **rule}]},
        }
    )
    return Target(Account("runs", "jun", URL), URL, platform)


def test_place_and_time_inside_the_post_or_in_the_box_around_it() -> None:
    html = """<div class="run"><p class="line">Hills <span class="start">Start: Mill Lane, Hull</span></p>
<time datetime="2026-05-01">May</time></div><div class="run"><p class="line">Track</p></div>
<div class="run"><p class="line">River</p><b class="start">at Quay Road</b></div>"""
    found = read_posts(Page(html, URL), target(source="css", at=".line", place=".start", when="time"))
    assert {post.text: (post.place, post.at) for post in found.values()} == {
        "Hills Start: Mill Lane, Hull": ("Mill Lane, Hull", "2026-05-01"),
        "River": ("Quay Road", ""),
    }


def test_place_and_time_beside_the_words_in_the_data() -> None:
    html = """<script type="application/json">{"profile":{"username":"jun","runs":[
{"name":"Hills","place":"Mill Lane","on":"2026-05-01"},{"name":"Track","place":""}]}}</script>"""
    found = read_posts(Page(html, URL), target(source="json", at="runs.*.name", place="place", when="on"))
    assert list(found.values()) == [Post("Hills", at="2026-05-01", place="Mill Lane")]


@pytest.mark.parametrize(
    ("text", "place"),
    [("Fog again 📍 Quay Road, Hull", "Quay Road, Hull"), ("Fog again", ""), ("📍Hull\nSecond line", "Hull")],
)
def test_a_pin_in_the_words_names_the_place(text: str, place: str) -> None:
    assert post_of(text) == Post(text, place=place)


def test_without_rules_for_it_no_place_is_read() -> None:
    assert read_posts(Page("<p class='line'>Hills</p>", URL), target(source="css", at=".line")) == {}
