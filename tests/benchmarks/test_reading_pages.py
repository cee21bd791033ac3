"""Reading a large page costs a small multiple of parsing it: a ratio, so that the machine does not matter."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from privacy_check.model import Outcome
from scanners.extract import merge, read
from scanners.extract.blocks import Blocks
from scanners.extract.boxes import Tree
from scanners.extract.page import Page

URL = "https://circle.example.org/jun_alder"
MOST = 30.0  # times a bare parse, for all that is read in known places; 17 to 24 were measured
MOST_WHOLE = 55.0  # the same with every other word of the page, and whose it is; 27 to 38 were measured


def large_page() -> str:
    """About 1 MB: a profile head, a megabyte of posts, and a large block of unrelated data."""
    data = {
        "posts": [{"id": n, "text": "word " * 12, "owner": {"id": n, "username": f"u{n}"}} for n in range(1500)]
    }
    post = (
        '<div class="post-card feed__item"><a href="/p/{n}">Title {n}</a>'
        '<p class="post-text">{words}</p><span>3 likes</span></div>'
    )
    posts = "".join(post.format(n=n, words="some words " * 18) for n in range(2600))
    head = (
        '<title>Jun Alder (@jun_alder) | Circle</title><meta property="og:type" content="profile">'
        '<meta property="og:title" content="Jun Alder (@jun_alder)">'
    )
    card = (
        '<div class="profile"><h1>Jun Alder</h1><p class="user-bio">Mends clocks.</p><b>1,204</b> followers</div>'
    )
    blob = f'<script type="application/json">{json.dumps(data)}</script>'
    return f"<html><head>{head}{blob}</head><body>{card}{posts}</body></html>"


def cpu(action: Callable[[], object], rounds: int = 5) -> float:
    """The least CPU seconds of several rounds."""
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        action()
        spent.append(time.process_time() - started)
    return min(spent)


def times_a_parse(html: str, url: str) -> float:
    """What reading a page costs, in bare parses of it."""
    read(html, url)  # the first time, memory is still to be had from the system
    parsing = cpu(lambda: LexborHTMLParser(html))
    reading = cpu(lambda: read(html, url))
    print(f"parse {parsing * 1000:.0f} ms, read {reading * 1000:.0f} ms, {reading / parsing:.1f} times")
    return reading / parsing


def test_reading_known_places_costs_a_small_multiple_of_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "read_blocks", lambda *_: Blocks())
    assert times_a_parse(large_page(), URL) < MOST


def test_reading_every_word_costs_a_bounded_multiple_of_parsing() -> None:
    html = large_page()
    assert 900_000 < len(html) < 1_400_000
    view = read(html, URL)
    assert view.outcome is Outcome.VISIBLE
    assert [view.first(name).text for name in ("display_name", "bio", "followers")] == [  # type: ignore[union-attr]
        "Jun Alder",
        "Mends clocks.",
        "1204",
    ]
    assert view.all("page_text")
    assert times_a_parse(html, URL) < MOST_WHOLE


def test_loose_words_between_rows_cost_in_proportion() -> None:
    def walked(rows: int) -> float:
        page = Page("<body>" + "<p></p>Keeps bees and mends clocks." * rows)
        return cpu(lambda: Tree(page), rounds=3)

    walked(100)
    few, many = walked(6_000), walked(24_000)

    print(f"{few * 1000:.0f} ms, four times as many rows {many * 1000:.0f} ms")
    assert many < 9 * few
