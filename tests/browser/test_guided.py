"""The window the person drives: opened and read by the tool, and nothing else."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser, UsageError
from privacy_check.model import Account, Lens, Outcome
from privacy_check.sentences import say
from scanners import snapshot
from scanners.browser import NoDisplay, RunningBrowser, _close_quietly, launch
from scanners.egress import Ledger
from scanners.guided import BY_YOU, CLOSED, GuidedWindow
from scanners.run_folder import browser_home
from tests.browser.conftest import account, plain
from tests.browser.site import Site

pytestmark = pytest.mark.browser


def unseen_window(ledger: Ledger) -> AbstractAsyncContextManager[RunningBrowser]:
    """The same window without a screen."""
    return launch(ledger, guarded=False)


def window(**how: object) -> GuidedWindow:
    return GuidedWindow(lambda _: None, classify=plain, launcher=unseen_window, **how)  # type: ignore[arg-type]


async def test_the_page_the_person_went_to_is_read(site: Site) -> None:
    site.put("/sign-in", "<h1>Sign in</h1>")
    there = site.put("/me", "<h1>Robin, seen by members</h1><img src=/picture.png>")
    async with window() as guided:
        await guided.open(account(site.url("/sign-in")))
        await guided._context.pages[0].goto(there)  # the person's own click

        capture = await guided.capture_now()

    assert (capture.lens, capture.outcome, capture.final_url, capture.status) == (
        Lens.MEMBER,
        Outcome.VISIBLE,
        there,
        200,
    )
    assert "Robin, seen by members" in capture.html
    assert "GET /picture.png" in site.asked()


async def test_what_was_not_read_of_the_page_in_the_window_is_said(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "LARGEST_PAGE", 1000)
    async with window() as guided:
        await guided.open(account(site.put("/", "<p>" + "word " * 5000)))

        capture = await guided.capture_now()

    assert capture.missing == (say(snapshot.CUT),)


async def test_the_window_may_send_what_the_person_sends(site: Site) -> None:
    site.put("/sent", "<h1>Signed in</h1>")
    url = site.put("/", "<form method=post action=/sent><input name=a value=b></form>")
    async with window() as guided:
        await guided.open(account(url))
        async with guided._context.pages[0].expect_navigation():
            await guided._context.pages[0].evaluate("document.forms[0].submit()")
        assert "Signed in" in (await guided.capture_now()).html

    assert "POST /sent" in site.asked()


async def test_the_ledger_names_each_host_once(site: Site) -> None:
    async with window() as guided:
        await guided.open(account(site.put("/", "<h1>Robin</h1>")))
        await guided.open(account(site.put("/two", "<h1>Robin</h1>")))
        await guided.capture_now()
        records = guided.requests()

    assert [(record.host, record.purpose) for record in records if record.allowed] == [("127.0.0.1", say(BY_YOU))]


async def test_a_private_network_is_out_of_reach_here_as_well(site: Site) -> None:
    async with window() as guided:
        await guided.open(account("http://192.168.1.1/"))

        assert [record.allowed for record in guided.requests() if record.host == "192.168.1.1"] == [False]


async def test_a_closed_window_is_told_and_opens_again(site: Site) -> None:
    url = site.put("/", "<h1>Robin</h1>")
    async with window() as guided:
        await guided.open(account(url))
        # As a person does it: the browser may lose the wish to close a page that is only just arriving.
        await guided._context.pages[0].wait_for_load_state()
        await guided._context.pages[0].close()
        assert (await guided.capture_now()).evidence == (say(CLOSED),)

        await guided.open(account(url))
        assert "Robin" in (await guided.capture_now()).html


async def test_a_page_that_hangs_is_left_behind(site: Site) -> None:
    site.put("/busy", "<h1>Busy</h1><script>for (;;);</script>")
    url = site.put("/", "<h1>Robin</h1>")
    async with window() as guided:
        await guided.open(account(site.url("/busy")))
        await guided.open(account(url))

        assert "Robin" in (await guided.capture_now()).html
        assert len(guided._context.pages) == 2


async def test_a_wish_to_close_that_is_lost_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Page:
        async def close(self) -> None:
            await asyncio.Event().wait()

    monkeypatch.setattr("scanners.browser.CLOSE_SECONDS", 0.05)
    async with asyncio.timeout(5):
        await _close_quietly(Page())


async def test_the_profile_is_deleted(site: Site) -> None:
    async with window() as guided:
        await guided.open(account(site.put("/", "<h1>Robin</h1>")))
        assert list(browser_home().iterdir())
        await guided.close()

        assert list(browser_home().iterdir()) == []
        assert guided.requests()


async def test_collect_waits_until_the_person_is_ready(site: Site) -> None:
    said: list[str] = []
    shown: list[Account] = []
    go_on = asyncio.Event()

    async def ready(which: Account) -> None:
        shown.append(which)
        await go_on.wait()

    mine = account(site.put("/", "<h1>Robin</h1>"))
    async with window(ready=ready) as guided:
        task = asyncio.create_task(guided.collect(mine, lambda words: (said.append(words), go_on.set())[0]))
        capture = await task

    assert said == ["opening the window", "waiting for you", "reading"]
    assert shown == [mine]
    assert capture.outcome is Outcome.VISIBLE


async def test_reading_before_opening_is_refused() -> None:
    async with window() as guided:
        with pytest.raises(UsageError):
            await guided.capture_now()


async def test_without_a_screen_the_saved_page_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanners.browser.sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(NoDisplay) as caught:
        await GuidedWindow(lambda _: None).__aenter__()

    assert "Save the page" in caught.value.hint


async def test_a_browser_without_windows_is_not_used_for_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("scanners.browser.has_display", lambda: True)
    monkeypatch.setattr("scanners.browser.candidates", lambda headed: iter(()))

    with pytest.raises(NoBrowser, match="cannot show a window"):
        await GuidedWindow(lambda _: None).__aenter__()
