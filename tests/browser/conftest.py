"""What the browser tests share: a site on this machine, and a browser or a clear failure."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from privacy_check.model import Account, Capture, Outcome
from scanners.browser import BrowserChoice, find
from scanners.intercept import Interceptor, Watch
from scanners.outcome import OutcomeReading
from scanners.platforms.schema import Platform
from scanners.public_view import PublicView
from tests.browser.site import Site


@pytest.fixture(scope="session", autouse=True)
def browser_here() -> BrowserChoice:
    """The browser of this machine. Without one the tests are left out, but on a build server they fail."""
    choice = find()
    if choice is None:
        message = "no browser was found; run `privacy-check setup`"
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(message)
        pytest.skip(message)
    return choice


@pytest.fixture(autouse=True)
def loopback_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the tool look at this machine's own site."""
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


@pytest.fixture
def other_site() -> Iterator[Site]:
    with Site() as started:
        yield started


def plain(capture: Capture, platform: Platform | None) -> OutcomeReading:
    """Judges by status alone, so that these tests say something about the look and not about the judgement."""
    if capture.status == 404:
        return OutcomeReading(Outcome.NOT_FOUND, ())
    return OutcomeReading(Outcome.VISIBLE if capture.html else Outcome.ERROR, ())


def account(url: str, handle: str = "robin") -> Account:
    """An account of no described platform."""
    return Account("generic", handle, url)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the looks of one file share: a folder of their own, and leave to look at this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVACY_CHECK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
        yield


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def view(here: None) -> AsyncIterator[PublicView]:
    """One browser for all looks of a file, as in a check; each has a context of its own.

    Who asks for it says `pytest.mark.asyncio(loop_scope="module")`.
    """
    async with PublicView(lambda _: None, classify=plain) as started:
        yield started


def ignore(words: str) -> None:
    """A progress listener that does not care."""


def refusals(capture: Capture) -> dict[str, str]:
    """The reason by path of everything that was refused."""
    return {record.url.split("/", 3)[3]: record.reason for record in capture.requests if not record.allowed}


def all_watched(monkeypatch: pytest.MonkeyPatch) -> list[Watch]:
    """Everything that is noted of pages from here on."""
    watched: list[Watch] = []
    watch = Interceptor.watch

    def noting(self: Interceptor, frame: str, noted: Watch) -> None:
        watched.append(noted)
        watch(self, frame, noted)

    monkeypatch.setattr(Interceptor, "watch", noting)
    return watched
