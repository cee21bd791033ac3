"""What somebody who is not signed in sees of an account: one careful look in a clean browser."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from privacy_check.model import Account, Capture, Lens, Outcome, RequestRecord
from privacy_check.ports import Clock, SystemClock
from privacy_check.sentences import say
from scanners.addresses import is_loopback_name, literal_address
from scanners.browser import OpenPage, RunningBrowser, failures, launch
from scanners.driver import EarlyDriver
from scanners.egress import (
    AllowList,
    Ledger,
    Refused,
    host_of,
)
from scanners.platforms.links import endpoint_url
from scanners.platforms.schema import Platform
from scanners.scroll import scroll
from scanners.seen import KEPT_HEADERS, Seen, explain, failed, sent
from scanners.settle import UNHURRIED, Patience, Pending, halt, settle
from scanners.snapshot import CUT, LARGEST_PAGE, read

if TYPE_CHECKING:
    from scanners.outcome import OutcomeReading

AT_ONCE = 4
MOST_SCROLLS = 3
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
JSON_TYPES = re.compile(r"^(application|text)/([\w.+-]*\+)?json$")
TRANSIENT = re.compile(r"ERR_(CONNECTION_|EMPTY_RESPONSE|TIMED_OUT|NETWORK_CHANGED|SOCKS_|HTTP2_|ABORTED_BY_NET)")

SECOND_SOURCE = "looking.site.second_source"

PlatformOf = Callable[[str], Platform | None]
Classify = Callable[[Capture, Platform | None], "OutcomeReading"]
Progress = Callable[[str], None]
Result = TypeVar("Result")


class PageGone(Exception):
    """The page or the whole browser went away in the middle of a look."""


def by_the_page(capture: Capture, platform: Platform | None) -> OutcomeReading:
    """What a capture shows, by `scanners.outcome`: the readers are loaded while the first page is on its way."""
    from scanners.outcome import classify

    return classify(capture, platform)


class PublicView:
    """The logged-out view (lens PUBLIC): one browser for the whole check, a fresh context for every account.

    `platform_of` finds a platform by id; `classify` judges a capture; `early` is a driver that boots already.
    Never signs in, never clicks, only reads. Raises NoBrowser on entering when no browser can be started.
    """

    lens = Lens.PUBLIC

    def __init__(
        self,
        platform_of: PlatformOf,
        *,
        classify: Classify = by_the_page,
        ledger: Ledger | None = None,
        clock: Clock | None = None,
        headed: bool = False,
        patience: Patience = UNHURRIED,
        early: EarlyDriver | None = None,
    ) -> None:
        self._platform_of = platform_of
        self._classify = classify
        self._clock = clock or SystemClock()
        self.ledger = ledger or Ledger(self._clock.now)
        self._headed = headed
        self._early = early
        self._patience = patience
        self._room = asyncio.Semaphore(AT_ONCE)
        self._starting = asyncio.Lock()
        self._stack = AsyncExitStack()
        self._browser: RunningBrowser | None = None
        self._next_look: dict[str, float] = {}

    async def __aenter__(self) -> PublicView:
        await self._running()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._browser = None
        await self._stack.aclose()

    def requests(self) -> Sequence[RequestRecord]:
        """Every request made or refused so far, in order."""
        return self.ledger.records()

    async def collect(self, account: Account, progress: Progress) -> Capture:
        """One look at an account; walls and failures come back as a Capture with their outcome."""
        platform = self._platform_of(account.platform) or self._platform_of("generic")
        allow = AllowList.for_account(account, platform)
        if reason := allow.refusal(account.url):
            self.ledger.refused("GET", account.url, say("looking.purpose.page"), account.key, reason)
            seen = Seen(account.url)
            seen.refused_at(account.url, reason)
            return self._capture(account, seen)
        await self._wait_turn(host_of(account.url))
        async with self._room:
            seen = await self._look_patiently(account, allow, progress)
        capture = await self._judged(account, seen)
        if platform is None or capture.outcome.conclusive or platform.self_check_mode != "endpoint_then_browser":
            return capture
        progress(say("looking.purpose.asking_data"))
        return await self._second_source(account, platform, allow) or capture

    async def _second_source(self, account: Account, platform: Platform, allow: AllowList) -> Capture | None:
        """What a documented public address says of an account that could not be seen; None unless it shows it."""
        from scanners.http import HttpClient, Unreachable

        for endpoint in platform.endpoints:
            url = endpoint_url(platform, endpoint, account)
            if not endpoint.public_api or not url:
                continue
            try:
                async with HttpClient(self.ledger) as client:
                    answer = await client.get(url, allow, purpose=say("looking.purpose.data"), account=account.key)
            except (Refused, Unreachable):
                continue
            seen = Seen(url, answer.url, answer.status, redirects=list(answer.redirects), html=answer.text)
            seen.headers = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
            seen.media_type = answer.media_type
            capture = await self._judged(account, seen)
            if capture.outcome.seen:
                return replace(capture, note=say(SECOND_SOURCE))
        return None

    async def _judged(self, account: Account, seen: Seen) -> Capture:
        """The capture of a look with its outcome. A page that is still as it was judged is not read again."""
        capture = self._capture(account, seen)
        platform = self._platform_of(account.platform) or self._platform_of("generic")
        known, reading = seen.judged or (None, None)
        if known == seen.as_judged() and reading is not None:
            return with_outcome(capture, reading)
        reading = await asyncio.to_thread(self._classify, capture, platform)
        seen.judged = seen.as_judged(), reading
        return with_outcome(capture, reading)

    async def _look_patiently(self, account: Account, allow: AllowList, progress: Progress) -> Seen:
        seen = Seen(account.url)
        try:
            until = asyncio.get_running_loop().time() + self._patience.total
            async with asyncio.timeout_at(until):
                for last in (False, True):
                    # What took too much memory with its programs is looked at without them.
                    seen = Seen(account.url, run=not seen.greedy)
                    try:
                        await self._look(account, allow, seen, until, progress)
                        return seen
                    except PageGone:
                        if last:
                            seen.sentences.append(say("looking.site.crashed"))
                    except failures() as error:
                        if last or seen.stopped or seen.kept_in or not TRANSIENT.search(str(error)):
                            explain(error, seen)
                            return seen
                        await asyncio.sleep(self._patience.pause)
                    progress(say("looking.purpose.once_more"))
        except TimeoutError:
            seconds = f"{self._patience.total:g}"
            seen.sentences.append(say("looking.site.ended", seconds=seconds))
        return seen

    async def _look(
        self, account: Account, allow: AllowList, seen: Seen, until: float, progress: Progress
    ) -> None:
        browser = await self._running()
        progress("opening")
        async with browser.open_page(account.key, allow) as opened:
            pending = Pending(opened.page)
            opened.page.on("response", lambda response: seen.answered(response, opened))
            opened.page.on("requestfailed", lambda request: failed(request, opened))
            try:
                await _unless_gone(self._read(opened, pending, seen, until, progress), opened, browser)
                if seen.html and not seen.unfinished and not seen.by_status:
                    await _unless_gone(self._make_sure(opened, pending, seen, until, account), opened, browser)
            finally:
                seen.greedy = opened.greedy or (opened.gone.is_set() and browser.appetite.ended_one)
                seen.kept_in = opened.door.trouble if opened.door else None
                # Of several refusals the first is told: the others are attempts to go there all the same.
                for url, reason in opened.watch.refused_documents[:1]:
                    seen.refused_at(url, reason)

    async def _read(
        self, opened: OpenPage, pending: Pending, seen: Seen, until: float, progress: Progress
    ) -> None:
        limit = self._patience.load * 1000
        if not seen.run:
            await opened.session.send("Emulation.setScriptExecutionDisabled", {"value": True})
        response = await opened.page.goto(seen.start, wait_until="commit", timeout=limit)
        seen.final_url = opened.page.url
        if response is not None and JSON_TYPES.match(seen.media_type):
            seen.html = (await response.text())[:LARGEST_PAGE]
            return
        progress("reading")
        # A page that was stopped on its way elsewhere never finishes loading: it is read as it stands.
        await self._take_down(opened, pending, seen, until, self._patience)

    async def _take_down(
        self, opened: OpenPage, pending: Pending, seen: Seen, until: float, patience: Patience
    ) -> None:
        """Waits until the page stands and notes what stands there, and what it had to do without."""
        filled = await _until(
            self._filled(opened, pending, until, patience, run=seen.run), opened.watch.turned_away, opened.full
        )
        seen.unfinished = filled is False or opened.full.is_set()
        waiting, broken_off = list(pending.open), pending.broken_off or pending.document
        if seen.unfinished:
            await halt(opened)
        # A page that was stopped on its way may have much to tidy up before it can be read.
        now = asyncio.get_running_loop().time()
        patient = seen.unfinished and not opened.greedy
        try:
            async with asyncio.timeout_at(max(until - 0.5, now) if patient else now + self._patience.read):
                standing = await read(opened)
        except TimeoutError:
            if opened.greedy:
                raise PageGone from None
            raise
        seen.html, seen.final_url = standing.html, opened.page.url
        if standing.cut:
            seen.sentences.append(say(CUT))
        await seen.take_stock(opened, waiting, whole=not broken_off)
        if opened.greedy or not seen.run:
            why = "looking.lost.greedy" if seen.run else "looking.lost.without_programs"
            seen.missing = (say(why), *seen.missing)
        seen.missing += standing.unread

    async def _make_sure(
        self, opened: OpenPage, pending: Pending, seen: Seen, until: float, account: Account
    ) -> None:
        """Has words that nobody is there stand a while, and weighs what the page had been answered."""
        capture = await self._judged(account, seen)
        if not capture.outcome.absent:
            return
        loop = asyncio.get_running_loop()
        drawn = bool(SCRIPT.search(seen.html) or SCRIPT.search(await sent(seen.answer)))
        if drawn:
            soonest = loop.time() + self._patience.absence
            await asyncio.sleep(max(min(self._patience.absence, until - self._patience.read - loop.time()), 0))
            await self._take_down(
                opened, pending, seen, until, replace(self._patience, empty=self._patience.quiet)
            )
            seen.unfinished = seen.unfinished or loop.time() < soonest
        _, reading = seen.judged or (None, None)
        await seen.doubt(
            opened, capture.outcome, drawn=drawn, documented=reading is not None and reading.documented
        )

    async def _filled(
        self, opened: OpenPage, pending: Pending, until: float, patience: Patience, *, run: bool
    ) -> bool:
        """Waits for the page; False when time is up before it has come whole, or where no program may `run`."""
        loop = asyncio.get_running_loop()
        keep = min(self._patience.read, self._patience.total / 5)
        try:
            async with asyncio.timeout_at(min(loop.time() + self._patience.load, until - keep)):
                await opened.page.wait_for_load_state("domcontentloaded", timeout=0)
            if not run:
                return False
            async with asyncio.timeout_at(until - keep):
                rested = await settle(opened, pending, patience)
                for _ in range(MOST_SCROLLS):
                    if not rested or not (await scroll(opened) or pending.open):
                        break
                    # What came on the way down may have made the page longer.
                    rested = await settle(opened, pending, patience)
            return rested and not pending.broken_off
        except TimeoutError:
            return False

    async def _running(self) -> RunningBrowser:
        async with self._starting:
            if self._browser is None or not self._browser.alive:
                await self._stack.aclose()
                self._stack = AsyncExitStack()
                self._browser = await self._stack.enter_async_context(
                    launch(self.ledger, headed=self._headed, early=self._early)
                )
            return self._browser

    async def _wait_turn(self, host: str) -> None:
        """Keeps looks at one host apart; this machine's own pages (the demo) need no such care."""
        if is_loopback_name(host) or literal_address(host):
            return
        now = asyncio.get_running_loop().time()
        turn = max(self._next_look.get(host, now), now)
        self._next_look[host] = turn + self._patience.gap
        await asyncio.sleep(turn - now)

    def _capture(self, account: Account, seen: Seen) -> Capture:
        return Capture(
            account=account,
            lens=Lens.PUBLIC,
            outcome=seen.outcome,
            final_url=seen.final_url or account.url,
            status=seen.status,
            html=seen.html,
            captured_at=self._clock.now(),
            requests=self.ledger.records(account.key),
            evidence=tuple(seen.sentences),
            redirects=tuple(seen.redirects),
            headers=seen.headers,
            media_type=seen.media_type,
            unfinished=seen.unfinished,
            missing=seen.missing,
            missing_status=seen.missing_status,
            hindered=seen.hindered,
            served=seen.served,
        )


def judge(capture: Capture, platform: Platform | None, classify: Classify) -> Capture:
    """The capture with the outcome that `classify` finds."""
    return with_outcome(capture, classify(capture, platform))


def with_outcome(capture: Capture, reading: OutcomeReading) -> Capture:
    """The capture with its outcome. A look that failed keeps its own reason unless a wall explains it."""
    if not capture.html and capture.evidence and reading.outcome in (Outcome.ERROR, Outcome.BLOCKED):
        return capture
    evidence = (*reading.evidence, *capture.evidence)
    return replace(capture, outcome=reading.outcome, evidence=evidence, kind=reading.kind, reading=reading.read)


async def _until(work: Coroutine[Any, Any, Result], *signs: asyncio.Event) -> Result | None:
    """Runs work to its end, or until a sign is given: then None, and the work is dropped."""
    task = asyncio.ensure_future(work)
    waiting = [asyncio.ensure_future(sign.wait()) for sign in signs]
    try:
        await asyncio.wait({task, *waiting}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for each in (task, *waiting):
            each.cancel()
        await asyncio.gather(task, *waiting, return_exceptions=True)


async def _unless_gone(work: Coroutine[Any, Any, None], opened: OpenPage, browser: RunningBrowser) -> None:
    """Runs one step of a look. Raises PageGone as soon as the page crashes or the browser dies."""
    try:
        await _until(work, opened.gone)
    except failures() as error:
        if opened.gone.is_set() or not browser.alive or re.search(r"crashed|has been closed", str(error)):
            raise PageGone from error
        raise
    if opened.gone.is_set():
        raise PageGone
