"""The program that drives the browser: started before it is known what for, since it takes its time to boot."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from privacy_check.errors import NoBrowser
from privacy_check.sentences import say
from scanners.browsers_here import SETUP_HINT, driver_trouble
from scanners.run_folder import run_folder

START_SECONDS = 30.0
CLOSE_SECONDS = 5.0

# Drivers that are being stopped with nobody waiting; a task that is named nowhere may be thrown away half done.
_STOPPING: set[asyncio.Future[Any]] = set()

Result = TypeVar("Result")


class EarlyDriver:
    """A driver that boots while the rest of the program is still being read; the first launch takes it over.

    One event loop is used from `begin` to `close`. `close` ends a driver that nobody took.
    """

    def __init__(self) -> None:
        self._driver: AbstractAsyncContextManager[Any] | None = None
        self._opening: asyncio.Task[Any] | None = None

    def begin(self) -> None:
        """Starts it in the running event loop; what goes wrong is told to whoever takes it."""
        self._driver = driver()
        self._opening = asyncio.ensure_future(self._driver.__aenter__())

    @asynccontextmanager
    async def taken(self) -> AsyncIterator[Any]:
        """The driver, and its end: the one that was begun the first time, later and otherwise a new one."""
        if self._driver is None or self._opening is None:
            async with driver() as playwright:
                yield playwright
            return
        begun, opening = self._driver, self._opening
        self._driver = self._opening = None
        try:
            yield await opening
        finally:
            if not opening.cancelled() and opening.exception() is None:
                await begun.__aexit__(None, None, None)

    async def close(self) -> None:
        """Ends a driver that was begun and that nobody took."""
        if self._driver is not None:
            with suppress(NoBrowser):
                async with self.taken():
                    pass


def failures() -> tuple[type[Exception], ...]:
    """What the browser library raises when a page or the browser fails."""
    from playwright.async_api import Error

    return (Error,)


@asynccontextmanager
async def driver() -> AsyncIterator[Any]:
    """Playwright's driver, with its temporary files (the browser's profile) in a folder of our own.

    Raises NoBrowser when it does not start.
    """
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        raise NoBrowser(say("looking.browser.no_library"), say("looking.browser.install_again")) from None

    with run_folder() as folder:
        starting = asyncio.ensure_future(async_playwright().start())
        try:
            with _temporary_files_in(folder):
                playwright = await _started(starting)
            yield playwright
        finally:
            # Closing the driver ends every browser it started, also one whose launch was cancelled.
            if not starting.done():
                starting.add_done_callback(_stop_late)
            elif _is_there(starting):
                with suppress(*failures(), TimeoutError):
                    await see_through(starting.result().stop(), CLOSE_SECONDS)


async def _started(starting: asyncio.Future[Any]) -> Any:
    """Waits for the driver. Raises NoBrowser, with what the system lacks where that is the reason."""
    try:
        # One that is too late is not cut short, which would leave it behind: `_stop_late` ends it when it comes.
        return await see_through(asyncio.shield(starting), START_SECONDS)
    except Exception as error:  # a driver that ends at once is told as a plain Exception
        reason = (str(error).strip().splitlines() or [say("looking.browser.driver_silent")])[0]
        told = NoBrowser(say("looking.browser.driver_stopped", reason=reason), say(SETUP_HINT))
        raise (driver_trouble() or told) from None


def _is_there(starting: asyncio.Future[Any]) -> bool:
    return starting.done() and not starting.cancelled() and starting.exception() is None


def _stop_late(starting: asyncio.Future[Any]) -> None:
    """Ends a driver that came when nobody waited for it any more."""
    if _is_there(starting):
        stopping = asyncio.ensure_future(starting.result().stop())
        _STOPPING.add(stopping)
        stopping.add_done_callback(_STOPPING.discard)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    names = ("TMPDIR", "TEMP", "TMP")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


async def see_through(work: Awaitable[Result], seconds: float) -> Result:
    """Waits for work that must not be left half done: a cancellation is passed on only after it has ended.

    Raises TimeoutError when it takes longer than `seconds`.
    """
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    deadline = asyncio.get_running_loop().time() + seconds
    while not task.done():
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0:
            task.cancel()
            raise TimeoutError
        try:
            await asyncio.wait({task}, timeout=left)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
    return task.result()
