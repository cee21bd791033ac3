"""Stops a page that takes more memory than any honest one needs, before it takes the computer's."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from scanners.intercept import Session

if TYPE_CHECKING:
    import psutil

MEGABYTE = 1024 * 1024
MOST = 640 * MEGABYTE
"""Bytes of one process of the browser, shared ones with them, from which on its page is stopped and read."""

FAR_TOO_MUCH = 1000 * MEGABYTE
"""Bytes from which on a process that takes still more is ended."""

FIRST_SECONDS = 0.4
TURN_SECONDS = 0.1
TURNS_PER_LIST = 4
ANSWER_SECONDS = 0.5
SLACK_SECONDS = 0.03
NEXT_SECONDS = 1.0
LATELY_SECONDS = 3.0
_RENDERER = "renderer"


class Page(Protocol):
    """The part of an open page that is used here."""

    @property
    def session(self) -> Session: ...

    def stop_for_memory(self) -> None: ...


class Appetite:
    """Watches the memory of one browser's processes while pages are open in it.

    No part of the browser tells which process is whose: a page is known by the processor time of its process,
    which it tells even while a script of it runs without end. `session` is the browser's own.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pages: list[Page] = []
        self._stopped: set[int] = set()
        self._blamed: list[Page] = []
        self._blame_again = 0.0
        self._ended_at = -LATELY_SECONDS
        self._watching: asyncio.Task[None] | None = None
        self._stopping: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._stopping.set_result(None)

    def watch(self, page: Page) -> None:
        """Lets a page, whose Performance domain is enabled, take what an honest one needs."""
        self._pages.append(page)
        if self._watching is None or self._watching.done():
            self._watching = asyncio.ensure_future(self._watch())

    def forget(self, page: Page) -> None:
        """Ends that."""
        with suppress(ValueError):
            self._pages.remove(page)
        if page in self._blamed:
            self._blamed.remove(page)
        if not self._pages and self._watching is not None:
            self._watching.cancel()
            self._stopping.cancel()

    @property
    def ended_one(self) -> bool:
        """True when a process was ended a moment ago: a page that is gone since then took too much."""
        return asyncio.get_running_loop().time() - self._ended_at < LATELY_SECONDS

    async def _watch(self) -> None:
        known: dict[int, psutil.Process] = {}
        kinds: dict[int, str] = {}
        turn = 0
        # The first pages are on their way, and no page takes much in so short a time.
        await asyncio.sleep(FIRST_SECONDS)
        while self._pages:
            await asyncio.sleep(TURN_SECONDS)
            if turn % TURNS_PER_LIST == 0:
                # A browser that has gone is told elsewhere; one that is busy is asked again.
                with suppress(Exception):
                    kinds = {number: kind for number, kind, _ in await self._processes()}
                    known = _opened(kinds, known)
                    self._stopped &= set(kinds)
            turn += 1
            for number, process in known.items():
                taken = _taken(process)
                if taken >= FAR_TOO_MUCH and _end(process):
                    self._ended_at = asyncio.get_running_loop().time()
                elif taken >= MOST and number not in self._stopped and self._stopping.done():
                    # Pages take their time to answer, and others must not grow meanwhile.
                    self._stopping = asyncio.ensure_future(self._stop(number, kinds[number]))

    async def _processes(self) -> list[tuple[int, str, float]]:
        """Number, kind and processor seconds of every process of the browser."""
        async with asyncio.timeout(ANSWER_SECONDS):
            told = await self._session.send("SystemInfo.getProcessInfo")
        return [(each["id"], each["type"], each["cpuTime"]) for each in told["processInfo"]]

    async def _stop(self, number: int, kind: str) -> None:
        """Stops the page of a process, or the busiest one for a process that serves them all."""
        # Who has gone meanwhile takes nothing any more, and who is too busy to answer is asked again.
        with suppress(Exception):
            before = {process: seconds for process, _, seconds in await self._processes()}
            spent = await self._spent()
            after = {process: seconds for process, _, seconds in await self._processes()}
            if kind == _RENDERER:
                least, most = before[number] - SLACK_SECONDS, after[number] + SLACK_SECONDS
                found = [page for page, seconds in spent if least <= seconds <= most]
                self._stopped.update([number] if found else [])
            else:
                found = self._next_to_blame(spent)
            for page in found:
                page.stop_for_memory()

    async def _spent(self) -> list[tuple[Page, float]]:
        """The processor seconds of each page's process, of those that tell."""
        pages = list(self._pages)
        told = await asyncio.gather(*map(_seconds, pages), return_exceptions=True)
        return [(page, each) for page, each in zip(pages, told, strict=True) if isinstance(each, float)]

    def _next_to_blame(self, spent: Iterable[tuple[Page, float]]) -> list[Page]:
        now = asyncio.get_running_loop().time()
        left = [(seconds, page) for page, seconds in spent if page not in self._blamed]
        if now < self._blame_again or not left:
            return []
        _, page = max(left, key=lambda each: each[0])
        self._blamed.append(page)
        self._blame_again = now + NEXT_SECONDS
        return [page]


async def _seconds(page: Page) -> float:
    async with asyncio.timeout(ANSWER_SECONDS):
        told: Mapping[str, Any] = await page.session.send("Performance.getMetrics")
    return next(float(each["value"]) for each in told["metrics"] if each["name"] == "ProcessTime")


def _opened(numbers: Iterable[int], known: Mapping[int, psutil.Process]) -> dict[int, psutil.Process]:
    """The processes of these numbers, as far as they are still there."""
    import psutil

    found = {}
    for number in numbers:
        with suppress(psutil.Error):
            found[number] = known.get(number) or psutil.Process(number)
    return found


def _taken(process: psutil.Process) -> int:
    import psutil

    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _end(process: psutil.Process) -> bool:
    """Ends a process, if this program started it, itself or through others; True when it did."""
    import psutil

    with suppress(psutil.Error):
        if any(parent.pid == os.getpid() for parent in process.parents()):
            process.kill()
            return True
    return False
