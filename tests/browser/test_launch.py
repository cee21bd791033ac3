"""A browser comes and goes without a trace: no process, no profile, no call of its own."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.errors import NoBrowser
from privacy_check.model import Outcome
from scanners.browser import BrowserChoice, launch, sandboxed
from scanners.browsers_here import CHOSEN, driver
from scanners.driver import EarlyDriver
from scanners.egress import Ledger
from scanners.public_view import PublicView
from scanners.run_folder import browser_home
from scanners.settle import Patience
from scanners.setup import try_out
from tests.browser.conftest import account, ignore, plain
from tests.browser.site import Site

pytestmark = pytest.mark.browser


def alive() -> set[int]:
    """The processes below this one that still run."""
    rows = _rows()
    parents = dict(rows)
    below = set()
    for pid, _ in rows:
        up: int | None = pid
        while up is not None and up != os.getpid():
            up = parents.get(up)
        if up == os.getpid() and pid != os.getpid():
            below.add(pid)
    return below


def _rows() -> list[tuple[int, int]]:
    if not Path("/proc/self/stat").exists():
        listing = subprocess.run(["ps", "-axo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True)
        fields = [line.split() for line in listing.stdout.splitlines()]
        return [(int(pid), int(parent)) for pid, parent, state, *_ in fields if "Z" not in state]
    rows = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            rows.append((int(entry.name), int(parent)))
    return rows


@pytest.fixture(autouse=True)
def no_traces(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test here does: afterwards no process, no profile and no temporary file is left."""
    elsewhere = tmp_path / "system-temp"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = alive()
    yield
    assert alive() <= before
    assert list(browser_home().iterdir()) == []
    assert list(elsewhere.iterdir()) == []


async def test_the_profile_lies_in_a_folder_only_the_person_can_open() -> None:
    async with launch(Ledger()) as browser:
        (folder,) = browser_home().iterdir()
        assert list(folder.glob("playwright*"))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(browser_home().stat().st_mode) == 0o700
        assert os.environ["TMPDIR"].endswith("system-temp")
        assert browser.alive
        assert browser.version


async def test_a_driver_begun_early_is_taken_over_once() -> None:
    early = EarlyDriver()
    early.begin()
    async with launch(Ledger(), early=early) as browser:
        assert len(list(browser_home().iterdir())) == 1
        assert browser.alive
    await early.close()
    async with launch(Ledger(), early=early) as browser:
        assert browser.alive


@pytest.mark.parametrize("turns", [0, 1, 5, 500])
async def test_a_driver_begun_early_that_nobody_takes_leaves_nothing(turns: int) -> None:
    early = EarlyDriver()
    early.begin()
    for _ in range(turns):
        await asyncio.sleep(0)
    await early.close()


def test_links_that_are_refused_leave_no_driver_behind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no link at all", "--mine"]) == 2


async def test_an_exception_in_the_middle_leaves_nothing() -> None:
    async def fail() -> None:
        async with launch(Ledger()):
            assert alive()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()


async def test_a_look_cancelled_in_the_middle_leaves_nothing(site: Site) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold() -> None:
        loop.call_soon_threadsafe(asked.set)
        site.closing.wait()

    url = site.put("/", "never", before=hold)

    async def check() -> None:
        async with PublicView(lambda _: None, classify=plain) as view:
            await view.collect(account(url), ignore)

    task = asyncio.create_task(check())
    await asked.wait()
    assert alive()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("processes", [0, 1, 2, 3])
async def test_a_start_cancelled_at_any_moment_leaves_nothing(processes: int) -> None:
    async def check() -> None:
        async with launch(Ledger()):
            await asyncio.Event().wait()

    before = len(alive())
    task = asyncio.create_task(check())
    await asyncio.sleep(0)
    while not task.done() and len(alive()) - before < processes:  # noqa: ASYNC110 - no event tells of a process
        await asyncio.sleep(0.002)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_driver_that_comes_too_late_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "node"
    slow.write_text(f'#!/bin/sh\nsleep 1\nexec "{driver()}" "$@"\n', "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(slow))
    monkeypatch.setattr("scanners.driver.START_SECONDS", 0.3)
    before = alive()

    with pytest.raises(NoBrowser, match="did not answer"):
        async with launch(Ledger()):
            pass

    assert alive() - before
    async with asyncio.timeout(60):
        while alive() - before:  # noqa: ASYNC110 - no event tells when a process has ended
            await asyncio.sleep(0.05)


async def test_a_browser_killed_from_outside_leaves_nothing(site: Site) -> None:
    async with launch(Ledger()) as browser:
        gone = asyncio.Event()
        browser.browser.on("disconnected", lambda _: gone.set())
        info = await (await browser.browser.new_browser_cdp_session()).send("SystemInfo.getProcessInfo")
        os.kill(next(each["id"] for each in info["processInfo"] if each["type"] == "browser"), 9)
        await gone.wait()
        assert not browser.alive


async def test_the_next_start_sweeps_what_a_killed_one_left_behind(own_home: Path) -> None:
    left = browser_home() / "r-left-behind"
    (left / "playwright_profile").mkdir(parents=True)
    (left / "in-use").touch()

    async with launch(Ledger()):
        assert not left.exists()


async def test_the_browser_makes_no_calls_of_its_own(site: Site) -> None:
    async with PublicView(lambda _: None, classify=plain) as view:
        await view.collect(account(site.put("/", "<h1>Robin</h1>")), ignore)

    assert all(not record.allowed for record in view.requests() if record.host != "127.0.0.1")


async def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path, browser_here: BrowserChoice) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    choices = [BrowserChoice("broken", path=str(broken)), browser_here]

    async with launch(Ledger(), choices=choices) as browser:
        assert browser.choice == browser_here


def test_a_browser_is_tried_out_for_real(tmp_path: Path, browser_here: BrowserChoice) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("not a program")
    broken.chmod(0o755)

    assert try_out(browser_here).trouble == ""
    assert try_out(browser_here).version[0].isdigit()
    assert "No browser would start" in try_out(BrowserChoice("broken", path=str(broken))).trouble


async def test_a_named_browser_is_never_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv(CHOSEN, str(broken))

    with pytest.raises(NoBrowser, match="No browser would start"):
        await PublicView(lambda _: None).__aenter__()


async def test_the_sandbox_is_on_for_everyone_but_linux_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanners.browser.sys.platform", "linux")
    for user, expected in {0: False, 1000: True}.items():
        monkeypatch.setattr("scanners.browser.os.geteuid", lambda user=user: user)
        assert sandboxed() is expected
    monkeypatch.setattr("scanners.browser.sys.platform", "win32")
    assert sandboxed()


async def test_a_check_goes_on_after_a_look_that_was_cancelled(site: Site) -> None:
    asked, loop = asyncio.Event(), asyncio.get_running_loop()

    def hold() -> None:
        loop.call_soon_threadsafe(asked.set)
        site.closing.wait()

    stuck, fine = site.put("/stuck", "never", before=hold), site.put("/fine", "<h1>Fine</h1>")
    async with PublicView(lambda _: None, classify=plain, patience=Patience(total=10)) as view:
        first = asyncio.create_task(view.collect(account(stuck), ignore))
        await asked.wait()
        first.cancel()
        await asyncio.wait({first})
        assert (await view.collect(account(fine, "two"), ignore)).outcome is Outcome.VISIBLE
