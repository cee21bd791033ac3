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
from tests.browser.site import Page, Site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

GONE = "<h1>User not found</h1><p>Nobody here has that name.</p>"
PROFILE = """<title>Wren Example (@wrenexample)</title><meta property="og:type" content="profile">
  <meta property="og:title" content="Wren Example (@wrenexample)">
  <meta property="profile:username" content="wrenexample">
  <main><h1>Wren Example</h1><p>@wrenexample</p><p class=bio>Sews kites.</p>
  <p>12 followers 8 following</p></main>"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def judged(here: None) -> AsyncIterator[PublicView]:
    """One browser for all: every look has a context of its own, as in a check."""
    patience = Patience(total=6, load=3, fill=2, read=2, empty=0.3, absence=0.6, pause=0)
    async with PublicView(lambda _: None, patience=patience) as started:
        yield started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def patient(here: None) -> AsyncIterator[PublicView]:
    """Waits long enough for a page that is slow, also on a machine that is busy."""
    patience = Patience(total=30, load=10, fill=5, read=5, empty=0.3, absence=5, pause=0)
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


ERRORS = {
    "an error of a question language": (
        '{"errors": [{"message": "Rate limit"}], "data": null}',
        "application/json",
    ),
    "several at once": ('[{"data": {"m": {"error": {"code": 7}}}}]', "application/json"),
    "a member that says so": ('{"status": "fail", "message": "Please log in"}', "application/json"),
    "nothing": ("", "application/json"),
    "an empty object": ("{}", "application/json"),
    "a page in its place": ("<!doctype html><h1>Bad gateway</h1>", "text/html"),
    "half of it": ('{"member": {"na', "application/json"),
}


@pytest.mark.parametrize(("body", "media_type"), ERRORS.values(), ids=ERRORS)
async def test_words_written_after_an_error_that_came_as_an_answer_are_no_absence(
    site: Site, judged: PublicView, body: str, media_type: str
) -> None:
    site.put("/who", body, media_type=media_type)

    capture = await look(judged, app(site, "fetch('/who').then(r => r.json()).then(d => d.member.id).catch(gone)"))

    assert "User not found" in capture.html
    assert capture.outcome is Outcome.ERROR
    assert any("answered the page with an error" in sentence for sentence in capture.evidence)


async def test_a_page_that_goes_to_a_missing_page_after_an_error_says_nothing(
    site: Site, judged: PublicView
) -> None:
    site.put("/nobody", GONE, status=404)
    site.put("/who", '{"errors": ["busy"]}', media_type="application/json")

    capture = await look(judged, app(site, "fetch('/who').then(() => location.replace('/nobody'))"))

    assert (capture.status, capture.outcome) == (404, Outcome.ERROR)


async def test_words_that_stand_only_for_a_while_are_no_absence(site: Site, patient: PublicView) -> None:
    site.put("/who", "Wren Example", media_type="text/plain")
    drawn = f"document.head.innerHTML = `{PROFILE.partition('<main>')[0]}`; document.body.innerHTML = `{PROFILE}`"
    code = f"gone(); setTimeout(() => fetch('/who').then(() => {{ {drawn} }}), 700)"

    assert (await look(patient, app(site, code))).outcome is Outcome.VISIBLE


NO_WORDS = {
    "a picture": "const p = new Image(); p.onerror = gone; p.src = '/portrait.png'",
    "a picture in the page": "document.body.innerHTML = '<img src=/portrait.png onerror=gone()>'",
    "a style elsewhere": "document.head.append(Object.assign(document.createElement('link'),"
    " {rel: 'stylesheet', href: 'http://style.example/a.css', onerror: gone}))",
    "a film": "const v = document.createElement('video'); v.addEventListener('error', gone); v.src = '/a.mp4'",
    "a typeface": "new FontFace('Kite', 'url(/kite.woff2)').load().catch(gone)",
    "an advert": "document.head.append(Object.assign(document.createElement('script'),"
    " {src: 'https://www.googletagmanager.com/gtag.js', onerror: gone}))",
    "measuring": "fetch('https://www.google-analytics.com/collect').catch(gone)",
    "who is looking": "if (navigator.webdriver) gone()",
    "a helper that stays": "navigator.serviceWorker.register('/sw.js').then(r => r.active.state).catch(gone)",
    "a frame elsewhere": "document.body.innerHTML = '<iframe src=http://data.example/></iframe>';"
    " setTimeout(gone, 400)",
    "a program that is a page": "import('/part.js').catch(gone)",
}


@pytest.mark.parametrize("code", NO_WORDS.values(), ids=NO_WORDS)
async def test_words_written_for_want_of_what_holds_no_words_are_no_absence(
    site: Site, judged: PublicView, code: str
) -> None:
    site.put("/part.js", "<!doctype html><p>Home</p>")

    capture = await look(judged, app(site, code))

    assert not capture.outcome.conclusive


async def test_adverts_and_pictures_that_did_not_come_leave_an_answered_page_its_word(
    site: Site, judged: PublicView
) -> None:
    site.put("/who", '{"member": null}', media_type="application/json")
    code = """document.body.innerHTML = '<img src=/logo.png onerror="this.remove()"><video src=/a.mp4></video>'
      + '<iframe src=https://ads.example/></iframe>';
      fetch('https://www.google-analytics.com/collect').catch(() => 0); navigator.webdriver;
      new FontFace('Kite', 'url(/kite.woff2)').load().catch(() => 0);
      fetch('/who').then(r => r.json()).then(d => { if (!d.member) gone(); });"""
    advert = "<script async src=https://www.googletagmanager.com/gtag.js></script>"

    assert (await look(judged, app(site, f"{code}</script>{advert}<script>"))).outcome is Outcome.NOT_FOUND


async def test_an_error_that_says_nobody_is_there_is_the_sites_own_word(site: Site, judged: PublicView) -> None:
    site.put("/who", '{"errors": [{"message": "User not found"}], "data": null}', media_type="application/json")

    capture = await look(judged, app(site, "fetch('/who').then(r => r.json()).then(d => d.data.id).catch(gone)"))

    assert capture.outcome is Outcome.NOT_FOUND


EMBEDDED = {
    "a value": 'window.held = {"member": null}; if (!held.member) gone()',
    "a script of data": '</script><script type=application/json id=d>{"member": null}</script><script>'
    "if (!JSON.parse(d.textContent).member) gone()",
}


@pytest.mark.parametrize("code", EMBEDDED.values(), ids=EMBEDDED)
async def test_words_that_a_script_wrote_by_what_the_server_sent_with_the_page_are_believed(
    site: Site, judged: PublicView, code: str
) -> None:
    advert = "<script async src=https://www.googletagmanager.com/gtag.js></script><img src=/logo.png>"

    assert (await look(judged, app(site, f"{code}</script>{advert}<script>"))).outcome is Outcome.NOT_FOUND


NOBODY_SAID = {
    "a store of the browser": "caches.match('/who').then(kept => kept || gone())",
    "a cookie": "document.cookie.includes('member') || gone()",
    "what the browser can do": "navigator.plugins.length > 99 || gone()",
    "settings, that came": "fetch('/settings').then(r => r.json()).then(() => document.cookie || gone())",
    "who is looking, that came": "fetch('/session').then(r => r.json()).then(s => s.user || gone())",
    "its own ban on asking": "fetch('/who').then(r => r.json(), gone)",
    "a program in a strange tongue": "WebAssembly.instantiateStreaming(fetch('/settings')).catch(gone)",
}


@pytest.mark.parametrize("code", NOBODY_SAID.values(), ids=NOBODY_SAID)
async def test_words_that_a_script_wrote_and_nobody_told_it_are_no_absence(
    site: Site, judged: PublicView, code: str
) -> None:
    site.put(
        "/settings", '{"theme": "dark", "words": {"hi": "Hello"}, "next": null}', media_type="application/json"
    )
    site.put("/session", '{"user": null}', media_type="application/json")
    url = app(site, code)
    site.pages["/m/wrenexample"].headers["Content-Security-Policy"] = (
        "connect-src 'none'" if "/who" in code else "connect-src *"
    )

    capture = await look(judged, url)

    assert "User not found" in capture.html
    assert capture.outcome is Outcome.ERROR


async def test_a_private_account_that_its_data_tells_of_is_private(site: Site, judged: PublicView) -> None:
    site.put("/wall", '{"private": true}', media_type="application/json")
    drawn = "document.getElementById('w').innerHTML = '<h2>This account is private</h2>'"
    code = f"fetch('/wall').then(r => r.json()).then(d => {{ if (d.private) {drawn} }})"
    page = f"<!doctype html>{PROFILE}<div id=w></div><img src=/a.png><script>{code}</script>"

    assert (await look(judged, site.put("/m/wrenexample", page))).outcome is Outcome.PRIVATE


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


async def test_the_same_page_asked_for_again_after_a_refusal_says_nothing(site: Site, judged: PublicView) -> None:
    def then_missing() -> None:
        site.pages["/m/wrenexample"] = Page(GONE.encode(), status=404)

    app(site, "fetch('/pass', {method: 'POST'}).catch(() => location.reload())")
    site.pages["/m/wrenexample"].before = then_missing

    capture = await look(judged, site.url("/m/wrenexample"))

    assert (capture.status, capture.outcome) == (404, Outcome.ERROR)


HIDDEN = {
    "a template": f"<template id=t>{GONE}</template><div id=to></div>",
    "an attribute": f"<div id=t hidden>{GONE}</div>",
    "a style": f"<style>#t {{ display: none }}</style><div id=t>{GONE}</div>",
    "a linked style": f"<link rel=stylesheet href=/kept.css><div id=t>{GONE}</div>",
    "being taken away by a script": f"<div class=until>{GONE}</div><div id=t></div>",
    "no scripts": f"<noscript>{GONE}</noscript><div id=t hidden>{GONE}</div>",
}


@pytest.mark.parametrize("part", HIDDEN.values(), ids=HIDDEN)
async def test_words_the_server_sent_for_later_are_not_its_word(site: Site, judged: PublicView, part: str) -> None:
    site.put("/kept.css", "#t { display: none }", media_type="text/css")
    code = """<script>fetch('/who', {method: 'POST'}).then(() => document.querySelector('.until').remove(), () => {
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
