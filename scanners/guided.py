"""A window the person drives: it is opened and read here, never typed or clicked in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, suppress
from dataclasses import replace
from typing import Any

from privacy_check.errors import UsageError
from privacy_check.model import Account, Capture, Lens, Outcome, RequestRecord
from privacy_check.ports import Clock, SystemClock
from privacy_check.sentences import say
from scanners.browser import OpenPage, RunningBrowser, failures, launch
from scanners.egress import AllowList, Ledger
from scanners.intercept import Watch
from scanners.outcome import classify
from scanners.public_view import Classify, PlatformOf, Progress, judge
from scanners.settle import UNHURRIED
from scanners.snapshot import read

BY_YOU = "looking.window.by_you"
NOTHING_OPENED = ("chrome-error:", "about:blank")
ANSWER_SECONDS = 1.0
CLOSED = "looking.window.closed"

Launcher = Callable[[Ledger], AbstractAsyncContextManager[RunningBrowser]]
Ready = Callable[[Account], Awaitable[None]]


def _visible(ledger: Ledger) -> AbstractAsyncContextManager[RunningBrowser]:
    return launch(ledger, headed=True, guarded=False)


async def _at_once(account: Account) -> None:
    """Reads the page as soon as it is there."""


class GuidedWindow:
    """What a signed-in member sees (lens MEMBER), in a throw-away profile that is deleted when the window closes.

    The person signs in and goes where they like; `open` and `capture_now` do the rest. `collect` waits in between
    until `ready(account)` returns: the person said that their page is on the screen.
    Raises NoDisplay on entering where there is no screen, NoBrowser where no browser can show a window.
    """

    lens = Lens.MEMBER

    def __init__(
        self,
        platform_of: PlatformOf,
        *,
        ready: Ready = _at_once,
        classify: Classify = classify,
        ledger: Ledger | None = None,
        clock: Clock | None = None,
        launcher: Launcher = _visible,
    ) -> None:
        self._platform_of = platform_of
        self._ready = ready
        self._classify = classify
        self._clock = clock or SystemClock()
        self.ledger = ledger or Ledger(self._clock.now)
        self._launcher = launcher
        self._stack = AsyncExitStack()
        self._context: Any = None
        self._account: Account | None = None
        self._hosts: set[str] = set()
        self._statuses: dict[str, int] = {}
        self._one_by_one = asyncio.Lock()

    async def __aenter__(self) -> GuidedWindow:
        browser = await self._stack.enter_async_context(self._launcher(self.ledger))
        self._context = await self._stack.enter_async_context(browser.open_window(self._opened, self._refused))
        self._context.on("response", self._answered)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the window; everything it stored is deleted."""
        self._context = None
        await self._stack.aclose()

    def requests(self) -> Sequence[RequestRecord]:
        """The hosts the window talked to, and what was refused."""
        return self.ledger.records()

    async def open(self, account: Account) -> None:
        """Shows the page of an account, in a new tab when none is left or the one in front answers no more."""
        self._account = account
        with suppress(TimeoutError, *failures()):
            async with asyncio.timeout(UNHURRIED.total):
                page = await self._in_front()
                if page is None or not await _answers(page):
                    page = await self._context.new_page()
                await page.goto(account.url, wait_until="commit", timeout=UNHURRIED.load * 1000)

    async def capture_now(self) -> Capture:
        """Reads the page in front, as it stands. Raises UsageError before `open`."""
        if self._account is None:
            raise UsageError(say("looking.window.not_opened"), say("looking.window.open_first"))
        page = await self._in_front()
        if page is None:
            return self._capture("", "", say(CLOSED))
        try:
            async with asyncio.timeout(UNHURRIED.read):
                standing = await read(await self._opened_page(page))
        except TimeoutError:
            return self._capture(page.url, "", say("looking.window.silent"))
        except failures():
            return self._capture("", "", say(CLOSED))
        if self.ledger.trouble and page.url.startswith(NOTHING_OPENED):
            return self._capture(page.url, "", self.ledger.trouble)
        capture = replace(self._capture(page.url, standing.html), missing=standing.unread)
        platform = self._platform_of(self._account.platform)
        return await asyncio.to_thread(judge, capture, platform, self._classify)

    async def collect(self, account: Account, progress: Progress) -> Capture:
        """Opens the account's page, waits for the person, and reads what is in front; one account at a time."""
        async with self._one_by_one:
            progress(say("looking.window.opening"))
            await self.open(account)
            progress(say("looking.window.waiting"))
            await self._ready(account)
            progress("reading")
            return await self.capture_now()

    def _pages(self) -> list[Any]:
        return list(self._context.pages) if self._context is not None else []

    async def _in_front(self) -> Any:
        """The tab the person looks at; the newest one when none says it is in front."""
        pages = self._pages()
        if len(pages) > 1:
            # Tabs that answer no more are asked all at once, so that many of them take no longer than one.
            shown = await asyncio.gather(
                *(_answers(page, "document.visibilityState === 'visible'") for page in pages)
            )
            pages = [page for page, in_front in zip(pages, shown, strict=True) if in_front] or pages
        return pages[-1] if pages else None

    async def _opened_page(self, page: Any) -> OpenPage:
        session = await self._context.new_cdp_session(page)
        target = await session.send("Target.getTargetInfo")
        watch = Watch(self._key, AllowList(anywhere=True), self.ledger)
        return OpenPage(page, session, target["targetInfo"]["targetId"], watch)

    def _capture(self, url: str, html: str, trouble: str = "") -> Capture:
        assert self._account is not None
        return Capture(
            account=self._account,
            lens=Lens.MEMBER,
            outcome=Outcome.ERROR,
            final_url=url or self._account.url,
            status=self._statuses.get(url.partition("#")[0]),
            html=html,
            captured_at=self._clock.now(),
            requests=self.ledger.records(self._key),
            evidence=(trouble,) if trouble else (),
        )

    @property
    def _key(self) -> str:
        return self._account.key if self._account else ""

    def _opened(self, host: str, port: int) -> None:
        if host not in self._hosts:
            self._hosts.add(host)
            self.ledger.made("CONNECT", _address(host, port), say(BY_YOU), self._key)

    def _refused(self, host: str, port: int, reason: str) -> None:
        self.ledger.refused("CONNECT", _address(host, port), say(BY_YOU), self._key, reason)

    def _answered(self, response: Any) -> None:
        if response.request.is_navigation_request():
            self._statuses[response.url.partition("#")[0]] = response.status


async def _answers(page: Any, question: str = "true") -> bool:
    """What a page says to a yes-or-no question; no when it says nothing within a second."""
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(ANSWER_SECONDS):
            return bool(await page.evaluate(question))
    return False


def _address(host: str, port: int) -> str:
    where = f"[{host}]" if ":" in host else host
    return f"http://{where}/" if port == 80 else f"https://{where}/" if port == 443 else f"http://{where}:{port}/"
