"""A page that takes memory without end is stopped, read as it stands, and said to be unfinished."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners import appetite
from scanners.extract import extract
from scanners.public_view import PublicView
from tests.browser.conftest import account, ignore, plain
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ENDS_BY = 30  # seconds, the limit of every look; one or two were measured
WORDS = "<!doctype html><title>Robin</title><h1>Robin Example</h1><p>" + "Mends clocks and keeps bees. " * 10
NODE = (
    "{ const p = document.createElement('p'); p.title = 'bees '.repeat(9e3) + Math.random(); "
    "document.body.append(p); }"
)
KINDS = {
    "draws": f"for (;;) {NODE}",
    "draws now and then": f"setInterval(() => {{ for (let n = 0; n < 200; n++) {NODE} }}, 5)",
    "keeps": "const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()))",
    "keeps outside": "const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1))",
    "paints": "const all = []; setInterval(() => { const c = document.createElement('canvas'); "
    "c.width = c.height = 4000; c.getContext('2d').fillRect(0, 0, 4000, 4000); all.push(c); }, 5)",
    "talks to itself": "for (;;) postMessage('x'.repeat(1e6), '*')",
}


@pytest.fixture(scope="module")
def small(here: None) -> Iterator[None]:
    """Bounds that are reached soon; an idle page takes about 100 MB, most of it shared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(appetite, "MOST", 180 * appetite.MEGABYTE)
        patch.setattr(appetite, "FAR_TOO_MUCH", 400 * appetite.MEGABYTE)
        yield


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def view(small: None) -> AsyncIterator[PublicView]:
    async with PublicView(lambda _: None, classify=plain) as started:
        yield started


@pytest.mark.parametrize("code", KINDS.values(), ids=KINDS)
async def test_a_page_without_an_end_is_read_as_it_stands(site: Site, view: PublicView, code: str) -> None:
    began = time.monotonic()

    capture = await view.collect(account(site.put("/", f"{WORDS}<script>{code}</script>")), ignore)

    assert "<h1>Robin Example</h1>" in capture.html
    assert (capture.outcome, capture.unfinished) == (Outcome.VISIBLE, True)
    told = {say("looking.lost.greedy"), say("looking.lost.without_programs")}
    assert told & set(extract(capture).warnings)
    assert time.monotonic() - began < ENDS_BY


async def test_what_cannot_be_stopped_is_looked_at_without_its_programs(site: Site, view: PublicView) -> None:
    code = "for (;;) new Uint8Array(1e9).fill(1)"  # one step of the machine, which nothing breaks off

    capture = await view.collect(account(site.put("/", f"{WORDS}<script>{code}</script>")), ignore)

    assert "<h1>Robin Example</h1>" in capture.html
    assert (capture.outcome, capture.unfinished) == (Outcome.VISIBLE, True)
    assert say("looking.lost.without_programs") in capture.missing


async def test_pages_beside_a_greedy_one_are_read_whole(site: Site, view: PublicView) -> None:
    greedy = site.put("/greedy", f"{WORDS}<script>{KINDS['keeps outside']}</script>")
    site.put("/late", "here", before=lambda: site.closing.wait(1))
    waits = "fetch('/late').then((answer) => answer.text()).then((words) => { late.textContent = words; })"
    others = [site.put(f"/{n}", f"{WORDS}<p id=late></p><script>{waits}</script>") for n in range(2)]

    first, *rest = await asyncio.gather(
        *(view.collect(account(url, url[-6:]), ignore) for url in (greedy, *others))
    )

    assert first.unfinished
    assert [(each.unfinished, ">here<" in each.html) for each in rest] == [(False, True)] * 2
