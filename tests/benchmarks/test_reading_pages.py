"""Reading a large page costs a small multiple of parsing it: a ratio, so that the machine does not matter."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from privacy_check.model import Outcome
from scanners.extract import read

# Times a bare parse, which takes about 4 ms a megabyte. Every visible word is read, and whose it is: 45 to 65 were
# measured on a busy machine. Before that each page was read twice, for about 20 each.
MOST = 90.0


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


def test_reading_costs_a_small_multiple_of_parsing() -> None:
    html = large_page()
    url = "https://circle.example.org/jun_alder"
    assert 900_000 < len(html) < 1_400_000
    view = read(html, url)
    assert view.outcome is Outcome.VISIBLE
    assert [view.first(name).text for name in ("display_name", "bio", "followers")] == [  # type: ignore[union-attr]
        "Jun Alder",
        "Mends clocks.",
        "1204",
    ]
    parsing = cpu(lambda: LexborHTMLParser(html))
    reading = cpu(lambda: read(html, url))
    print(f"parse {parsing * 1000:.0f} ms, read {reading * 1000:.0f} ms, {reading / parsing:.1f} times")
    assert reading < MOST * parsing
