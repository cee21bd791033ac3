"""A page that was kept from its own data cannot say that somebody is not there; its server can."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from privacy_check.model import Capture, Outcome
from scanners.extract import extract
from scanners.public_view import PublicView
from scanners.settle import Patience
from tests.browser.conftest import account, ignore
from tests.browser.site import Site

pytestmark = pytest.mark.browser

GONE = "<h1>User not found</h1><p>Nobody here has that name.</p>"
PROFILE = """<title>Wren Example (@wrenexample)</title><meta property="og:type" content="profile">
  <meta property="og:title" content="Wren Example (@wrenexample)">
  <meta property="profile:username" content="wrenexample">
  <main><h1>Wren Example</h1><p>@wrenexample</p><p class=bio>Sews kites.</p>
  <p>12 followers 8 following</p></main>"""


@pytest_asyncio.fixture
async def judged() -> AsyncIterator[PublicView]:
    patience = Patience(total=6, load=3, fill=2, read=2, empty=0.3, pause=0)
    async with PublicView(lambda _: None, patience=patience) as started:
        yield started


async def look(view: PublicView, url: str) -> Capture:
    return await view.collect(account(url, "wrenexample"), ignore)


def app(site: Site, code: str) -> str:
    """A page of one script, in which `gone()` writes that there is nobody."""
    words = f"const gone = () => {{ document.body.innerHTML = '{GONE}'; }};"
    page = f"<!doctype html><title>Meetle</title><div id=root></div><script>{words}{code}</script>"
    return site.put("/m/wrenexample", page)


REFUSED = {
    "a message of its own": "fetch('/who', {method: 'POST', body: '{}'}).catch(gone)",
    "another host": "fetch('http://data.example/who.json').catch(gone)",
    "a socket": "new WebSocket(`ws://${location.host}/live`).onerror = gone",
    "a stream": "new EventSource('/events').onerror = gone",
    "a helper program": "new Worker('/helper.js').onerror = gone",
    "an old request": """const x = new XMLHttpRequest(); x.onerror = gone; x.open('PUT', '/who'); x.send('{}');""",
    "a program elsewhere": """document.head.append(Object.assign(document.createElement('script'),
      {src: 'http://data.example/who.js?callback=show', onerror: gone}))""",
}


@pytest.mark.parametrize("code", REFUSED.values(), ids=REFUSED)
async def test_words_written_after_a_refusal_are_no_absence(site: Site, judged: PublicView, code: str) -> None:
    capture = await look(judged, app(site, code))

    assert "User not found" in capture.html
    assert not capture.outcome.conclusive
    assert "So nothing can be told." in capture.evidence[0]


ANSWERS = {
    401: Outcome.LOGIN_WALL,
    403: Outcome.BLOCKED,
    404: Outcome.ERROR,
    429: Outcome.RATE_LIMITED,
    500: Outcome.ERROR,
}


@pytest.mark.parametrize(("status", "outcome"), ANSWERS.items())
async def test_words_written_after_a_bad_answer_are_no_absence(
    site: Site, judged: PublicView, status: int, outcome: Outcome
) -> None:
    site.put("/who", "{}", status=status, media_type="application/json")

    capture = await look(judged, app(site, "fetch('/who').then(r => { if (!r.ok) throw r; }).catch(gone)"))

    assert capture.outcome is outcome


def nothing(site: Site) -> None:
    site.put("/who", "", before=lambda: site.closing.wait(20))


def half_of_it(site: Site) -> None:
    site.put("/who", '{"na', media_type="application/json", headers={"Content-Length": "99"}, after=bytes)


def a_way_to_sign_in(site: Site) -> None:
    site.put("/sign-in", "<h1>Sign in</h1>")
    site.put("/who", "", status=302, headers={"Location": "/sign-in"})


@pytest.mark.parametrize("answer", [nothing, half_of_it, a_way_to_sign_in])
async def test_words_written_when_no_data_came_are_no_absence(
    site: Site, judged: PublicView, answer: Callable[[Site], None]
) -> None:
    answer(site)
    code = "setTimeout(gone, 600); fetch('/who').then(r => r.json()).then(() => 0, gone)"

    capture = await look(judged, app(site, code))

    assert "User not found" in capture.html
    assert not capture.outcome.conclusive


async def test_a_page_that_goes_to_a_missing_page_after_a_refusal_says_nothing(
    site: Site, judged: PublicView
) -> None:
    site.put("/nobody", GONE, status=404)

    capture = await look(
        judged, app(site, "fetch('/who', {method: 'POST'}).catch(() => location.replace('/nobody'))")
    )

    assert (capture.status, capture.outcome) == (404, Outcome.ERROR)


HIDDEN = {
    "a template": f"<template id=t>{GONE}</template><div id=to></div>",
    "an attribute": f"<div id=t hidden>{GONE}</div>",
    "a style": f"<style>#t {{ display: none }}</style><div id=t>{GONE}</div>",
    "no scripts": f"<noscript>{GONE}</noscript><div id=t hidden>{GONE}</div>",
}


@pytest.mark.parametrize("part", HIDDEN.values(), ids=HIDDEN)
async def test_words_the_server_sent_for_later_are_not_its_word(site: Site, judged: PublicView, part: str) -> None:
    code = """<script>fetch('/who', {method: 'POST'}).catch(() => {
      const kept = document.getElementById('t');
      if (kept.content) document.getElementById('to').append(kept.content.cloneNode(true));
      kept.hidden = false; kept.style.display = 'block';
    })</script>"""

    capture = await look(judged, site.put("/m/wrenexample", f"<!doctype html><title>Meetle</title>{part}{code}"))

    assert capture.outcome is Outcome.ERROR
    assert "So nothing can be told." in capture.evidence[0]


BESIDE = "<script>fetch('/count', {method: 'POST'}); new WebSocket(`ws://${location.host}/live`)</script>"


@pytest.mark.parametrize(("body", "status"), [(GONE, 200), (GONE, 404), ("", 410)])
async def test_the_servers_own_word_stands_whatever_else_was_refused(
    site: Site, judged: PublicView, body: str, status: int
) -> None:
    page = f"<!doctype html><title>Meetle</title>{body}{BESIDE}"

    assert (await look(judged, site.put("/m/wrenexample", page, status=status))).outcome is Outcome.NOT_FOUND


async def test_data_that_came_and_says_nobody_is_there_is_believed(site: Site, judged: PublicView) -> None:
    site.put("/who", '{"member": null}', media_type="application/json")
    code = (
        "fetch('/who').then(r => r.json()).then(d => { if (!d.member) gone(); }); navigator.sendBeacon('/count');"
    )

    assert (await look(judged, app(site, code))).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("words", ["This account is private", "This account has been suspended"])
async def test_what_else_the_page_shows_is_kept_beside_a_doubtful_notice(
    site: Site, judged: PublicView, words: str
) -> None:
    drawn = f"document.getElementById('w').innerHTML = '<h2>{words}</h2>'"
    code = f"fetch('/wall', {{method: 'POST'}}).catch(() => {{ {drawn} }})"
    page = f"<!doctype html>{PROFILE}<div id=w></div><script>{code}</script>"

    capture = await look(judged, site.put("/m/wrenexample", page))

    assert capture.outcome.seen
    assert extract(capture).warnings


async def test_a_part_that_did_not_come_is_told_beside_the_profile(site: Site, judged: PublicView) -> None:
    code = "fetch('/posts', {method: 'POST'}).catch(() => document.body.append('No posts yet'))"

    capture = await look(judged, site.put("/m/wrenexample", f"<!doctype html>{PROFILE}<script>{code}</script>"))

    assert capture.outcome is Outcome.VISIBLE
    assert extract(capture).warnings == (
        "The page asked 127.0.0.1 for data with a message of its own, which was not sent.",
    )
