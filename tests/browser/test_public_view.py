"""What a look brings home: the page as it stands once its scripts are done, and a reason whenever it does not."""

from __future__ import annotations

import asyncio
import threading

import pytest

from privacy_check.model import Outcome
from scanners import public_view, settle, snapshot
from scanners.browser import OpenPage
from scanners.public_view import PublicView
from scanners.settle import Patience, Pending
from tests.browser.conftest import account, ignore, plain
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SHORT = Patience(total=4, load=2, fill=2, read=2, empty=0.5, pause=0)


async def test_a_plain_page_comes_home_with_status_headers_and_address(site: Site, view: PublicView) -> None:
    url = site.put("/robin", "<!doctype html><h1>Robin Example</h1>", headers={"Retry-After": "7"})
    steps: list[str] = []

    capture = await view.collect(account(url), steps.append)

    assert capture.outcome is Outcome.VISIBLE
    assert "<h1>Robin Example</h1>" in capture.html
    assert (capture.status, capture.final_url, capture.media_type) == (200, url, "text/html")
    assert capture.headers["retry-after"] == "7"
    assert [record.url for record in capture.requests if record.allowed] == [url]
    assert capture.requests[0].status == 200
    assert steps == ["opening", "reading"]


async def test_a_page_filled_by_a_late_timer_is_waited_for(site: Site, view: PublicView) -> None:
    code = "setTimeout(() => { document.body.innerHTML = '<h1>Late but here</h1>'; }, 900)"
    url = site.put("/", f"<!doctype html><div id=root>Loading</div><script>{code}</script>")

    assert "Late but here" in (await view.collect(account(url), ignore)).html


async def test_a_page_filled_by_a_slow_answer_is_waited_for(site: Site, view: PublicView) -> None:
    asked = threading.Event()
    site.put("/data", '{"name": "Robin"}', media_type="application/json", before=lambda: asked.wait(0.8))
    url = site.script("/", "fetch('/data').then(r => r.json()).then(d => { document.title = 'Data ' + d.name; })")

    capture = await view.collect(account(url), ignore)

    assert "Data Robin" in capture.html
    assert site.asked() == ["GET /", "GET /data"]


async def test_a_page_that_never_stands_still_is_read_anyway(site: Site) -> None:
    url = site.script("/", "setInterval(() => { document.title = String(Math.random()); }, 10)")
    async with PublicView(lambda _: None, classify=plain, patience=SHORT) as view:
        assert "<h1>Robin</h1>" in (await view.collect(account(url), ignore)).html


async def test_a_script_that_moves_on_is_followed(site: Site, view: PublicView) -> None:
    there = site.put("/there", "<!doctype html><h1>Arrived</h1>")
    url = site.script("/", "location.replace('/there')")

    capture = await view.collect(account(url), ignore)

    assert "Arrived" in capture.html
    assert capture.final_url == there


async def test_redirects_are_told(site: Site, view: PublicView) -> None:
    there = site.put("/there", "<!doctype html><h1>Arrived</h1>")
    url = site.put("/", "", status=302, headers={"Location": "/there"})

    capture = await view.collect(account(url), ignore)

    assert (capture.redirects, capture.final_url, capture.status) == ((url,), there, 200)


async def test_what_is_drawn_in_open_shadow_roots_is_read(site: Site, view: PublicView) -> None:
    code = """const host = document.createElement('profile-card');
      host.attachShadow({mode: 'open'}).innerHTML = '<b>Shadow</b><inner-card></inner-card>';
      host.shadowRoot.lastChild.attachShadow({mode: 'open'}).innerHTML = '<i>Deeper</i>';
      document.body.append(host);"""

    html = (await view.collect(account(site.script("/", code)), ignore)).html

    assert "<b>Shadow</b>" in html
    assert "<i>Deeper</i>" in html
    assert html.startswith("<!DOCTYPE html><html>")
    assert html.endswith("</html>")


async def test_a_page_cannot_hide_by_redefining_what_reads_it(site: Site, view: PublicView) -> None:
    code = """Element.prototype.querySelectorAll = () => { throw 1; }; window.MutationObserver = null;
      Object.defineProperty(Element.prototype, 'outerHTML', {get() { return 'nothing here'; }});"""

    assert "<h1>Robin</h1>" in (await view.collect(account(site.script("/", code)), ignore)).html


async def test_json_comes_home_as_it_was_sent(site: Site, view: PublicView) -> None:
    url = site.put("/", '{"name": "<Robin>"}', media_type="application/json; charset=utf-8")

    capture = await view.collect(account(url), ignore)

    assert (capture.html, capture.media_type) == ('{"name": "<Robin>"}', "application/json")


@pytest.mark.parametrize("body", ["<h1>Gone</h1>", ""])
async def test_a_missing_page_keeps_its_status(site: Site, view: PublicView, body: str) -> None:
    capture = await view.collect(account(site.put("/", body, status=404)), ignore)

    assert (capture.status, capture.outcome) == (404, Outcome.NOT_FOUND)


async def test_a_huge_page_is_cut_and_says_so(
    site: Site, view: PublicView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "LARGEST_PAGE", 1000)

    capture = await view.collect(account(site.put("/", "<p>" + "word " * 5000)), ignore)

    assert len(capture.html) == 1000
    assert "only its beginning was read" in capture.evidence[-1]
    assert capture.evidence[-1] in capture.missing


async def test_a_page_that_does_not_come_ends_in_a_sentence(site: Site) -> None:
    url = site.put("/", "late", before=site.closing.wait)
    async with PublicView(lambda _: None, classify=plain, patience=SHORT) as view:
        capture = await view.collect(account(url), ignore)

    assert capture.outcome is Outcome.ERROR
    assert capture.evidence == ("The page took too long to answer.",)


async def test_a_script_that_never_ends_is_stopped_and_holds_up_no_other_look(site: Site) -> None:
    stuck, fine = site.script("/stuck", "for (;;) {}"), site.put("/fine", "<h1>Fine</h1>")
    async with PublicView(lambda _: None, classify=plain, patience=SHORT) as view:
        first, second = await asyncio.gather(
            view.collect(account(stuck), ignore), view.collect(account(fine, "other"), ignore)
        )

    assert (first.unfinished, second.unfinished) == (True, False)
    assert "<h1>Robin</h1>" in first.html
    assert second.outcome is Outcome.VISIBLE


async def test_a_site_that_is_not_there_is_tried_twice(site: Site) -> None:
    with Site() as gone:
        url = gone.url()
    async with PublicView(lambda _: None, classify=plain, patience=SHORT) as view:
        capture = await view.collect(account(url), ignore)

    assert capture.outcome is Outcome.ERROR
    assert capture.evidence == ("The site could not be reached.",)
    assert len(capture.requests) == 2


async def test_a_crashed_page_is_looked_at_once_more(
    site: Site, view: PublicView, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = _crash(monkeypatch, times=1)

    capture = await view.collect(account(site.put("/", "<h1>Robin</h1>")), ignore)

    assert (capture.outcome, len(crashes)) == (Outcome.VISIBLE, 1)


async def test_a_page_that_always_crashes_is_given_up(
    site: Site, view: PublicView, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = _crash(monkeypatch, times=9)

    capture = await view.collect(account(site.put("/", "<h1>Robin</h1>")), ignore)

    assert (capture.outcome, len(crashes)) == (Outcome.ERROR, 2)
    assert "twice" in capture.evidence[0]


def _crash(monkeypatch: pytest.MonkeyPatch, times: int) -> list[str]:
    crashes: list[str] = []
    honest = settle.settle

    async def crashing(opened: OpenPage, pending: Pending, patience: Patience) -> bool:
        if len(crashes) < times:
            crashes.append(opened.frame)
            await opened.session.send("Page.crash")
        return await honest(opened, pending, patience)

    monkeypatch.setattr(public_view, "settle", crashing)
    return crashes


async def test_a_browser_that_dies_is_started_again(
    site: Site, view: PublicView, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, deaths = settle.settle, []

    async def dying(opened: OpenPage, pending: Pending, patience: Patience) -> bool:
        if not deaths:
            deaths.append(1)
            browser = opened.page.context.browser
            await (await browser.new_browser_cdp_session()).send("Browser.crash")
        return await honest(opened, pending, patience)

    monkeypatch.setattr(public_view, "settle", dying)

    capture = await view.collect(account(site.put("/", "<h1>Robin</h1>")), ignore)

    assert (capture.outcome, deaths) == (Outcome.VISIBLE, [1])


async def test_four_accounts_are_looked_at_together_and_never_more(site: Site, view: PublicView) -> None:
    together = threading.Barrier(4)
    inside: list[int] = []
    lock, now = threading.Lock(), [0]

    def enter() -> None:
        with lock:
            now[0] += 1
            inside.append(now[0])
        together.wait(10)
        with lock:
            now[0] -= 1

    urls = [site.put(f"/{n}", f"<h1>Robin {n}</h1>", before=enter) for n in range(8)]

    captures = await asyncio.gather(*(view.collect(account(url, url[-1]), ignore) for url in urls))

    assert [f"Robin {n}" in capture.html for n, capture in enumerate(captures)] == [True] * 8
    assert max(inside) == 4


async def test_nothing_of_one_look_is_left_for_the_next(site: Site, view: PublicView) -> None:
    site.put("/first", "<h1>one</h1><script>localStorage.me = document.cookie = 'me=robin'</script>")
    site.script("/second", "document.body.dataset.seen = `[${document.cookie}|${localStorage.me}]`")

    await view.collect(account(site.url("/first")), ignore)
    capture = await view.collect(account(site.url("/second")), ignore)

    assert 'data-seen="[|undefined]"' in capture.html
    assert "cookie" not in site.hits[-1].headers


async def test_the_browser_says_what_it_is(site: Site, view: PublicView) -> None:
    url = site.script("/", "document.body.dataset.agent = navigator.userAgent")

    capture = await view.collect(account(url), ignore)

    agent = site.hits[0].headers["user-agent"]
    assert "Chrome/" in agent
    assert f'data-agent="{agent}"' in capture.html
    assert not any(word in agent.lower() for word in ("bot", "crawler", "facebookexternalhit", "spider"))


async def test_the_page_is_told_the_persons_language(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "cy_GB.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    async with PublicView(lambda _: None, classify=plain) as view:
        await view.collect(account(site.put("/", "<h1>Robin</h1>")), ignore)

    assert site.hits[0].headers["accept-language"].startswith("cy-GB")
