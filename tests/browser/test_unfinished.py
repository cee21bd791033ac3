"""When time is up, what stands on the screen is read, and said to be unfinished."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from privacy_check.model import Capture, Outcome
from scanners.extract import extract
from scanners.public_view import PublicView
from scanners.settle import Patience
from tests.browser.conftest import account, ignore, plain
from tests.browser.site import Site

pytestmark = pytest.mark.browser

ENDS_BY = 60  # seconds; the sites go on for much longer, and a busy machine takes its time
SHORT = Patience(total=20, load=1.5, fill=1, read=2, empty=0.3, pause=0)
WORDS = "<!doctype html><title>Robin</title><h1>Robin Example</h1><p>" + "Mends clocks and keeps bees. " * 10


async def look(url: str) -> Capture:
    async with PublicView(lambda _: None, classify=plain, patience=SHORT) as view:
        return await view.collect(account(url), ignore)


def hangs(site: Site) -> str:
    site.put("/never", "", before=lambda: site.closing.wait(30))
    return site.put("/", f"{WORDS}<script src=/never></script>")


def waits_for_data(site: Site) -> str:
    site.put("/never", "", before=lambda: site.closing.wait(30))
    return site.put("/", f"{WORDS}<script>fetch('/never')</script>")


def drips(site: Site) -> str:
    def drip(out: Any) -> None:
        while not site.closing.wait(0.2):
            out.write(b" ")
            out.flush()

    return site.put("/", WORDS, after=drip)


def is_short(site: Site) -> str:
    return site.put("/", WORDS, headers={"Content-Length": "99999"}, after=lambda out: None)


def has_no_end(site: Site) -> str:
    def more(out: Any) -> None:
        while not site.closing.is_set():
            out.write(b"<p>Mends clocks and keeps bees.</p>" * 2000)

    return site.put("/", WORDS, after=more)


def runs_for_ever(site: Site) -> str:
    return site.put("/", f"{WORDS}<script>for (;;) {{}}</script>")


def turns_a_wheel(site: Site) -> str:
    return site.put("/", "<!doctype html><h1>Robin Example</h1><i role=progressbar></i><script>1</script>")


@pytest.mark.parametrize(
    "page", [hangs, waits_for_data, drips, is_short, has_no_end, runs_for_ever, turns_a_wheel]
)
async def test_what_stands_when_time_is_up_is_read(site: Site, page: Callable[[Site], str]) -> None:
    began = time.monotonic()

    capture = await look(page(site))

    assert "<h1>Robin Example</h1>" in capture.html
    assert capture.unfinished
    assert capture.outcome is Outcome.VISIBLE
    assert extract(capture).warnings[0].startswith("The page was still loading")
    assert time.monotonic() - began < ENDS_BY


async def test_a_page_that_only_moves_is_finished(site: Site) -> None:
    url = site.put("/", f"{WORDS}<script>setInterval(() => {{ document.title = Math.random() }}, 10)</script>")

    assert not (await look(url)).unfinished


async def test_a_server_that_never_answers_shows_nothing(site: Site) -> None:
    capture = await look(site.put("/", WORDS, before=lambda: site.closing.wait(30)))

    assert (capture.html, capture.outcome) == ("", Outcome.ERROR)
