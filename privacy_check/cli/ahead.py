"""Begins what takes its time: the browser's driver boots while the rest of the program is still being read."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from scanners.driver import EarlyDriver

TURN_SECONDS = 0.0005
"""How long a thread that reads a page keeps others waiting; with Python's 5 ms every message waits so long."""

STEPS_TO_START = 10

Result = TypeVar("Result")


_NOT_AHEAD = frozenset({"--window", "--again", "--help"})


class Ahead:
    """One event loop for a command, and in it a driver that is begun at once when `browser` is True.

    Entered with `with`; a driver that was begun and not taken over ends with it.
    """

    def __init__(self, *, browser: bool) -> None:
        self._browser = browser
        self._runner = asyncio.Runner()
        self._turn = sys.getswitchinterval()
        self.driver: EarlyDriver | None = None

    def __enter__(self) -> Ahead:
        self._runner.__enter__()
        sys.setswitchinterval(TURN_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        try:
            if self.driver is not None:
                self._runner.run(self.driver.close())
        finally:
            sys.setswitchinterval(self._turn)
            self._runner.__exit__(kind, error, where)

    def meanwhile(self, work: Callable[[EarlyDriver | None], Result]) -> Result:
        """What `work` comes to, done in a thread while the driver boots; it is handed the driver."""
        return self.run(self._meanwhile(work))

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Runs to its end. Raises KeyboardInterrupt when Ctrl-C came, after it was wound up."""
        return self._runner.run(work)

    async def _meanwhile(self, work: Callable[[EarlyDriver | None], Result]) -> Result:
        if self._browser and self.driver is None:
            from scanners.driver import EarlyDriver

            self.driver = EarlyDriver()
            self.driver.begin()
            # What it needs is loaded and it is started before the thread begins: two that load at once keep each
            # other waiting.
            for _ in range(STEPS_TO_START):
                await asyncio.sleep(0)
        return await asyncio.to_thread(work, self.driver)


_BEGUN: list[Ahead] = []


@contextmanager
def begun(words: Sequence[str]) -> Iterator[None]:
    """Boots the driver while that which reads the command line is loaded, where the words plainly ask for a look.

    The command takes it over with `running`; what nobody took is ended.
    """
    if not _plainly_a_look(words):
        yield
        return
    with Ahead(browser=True) as ahead:
        ahead.meanwhile(_load_commands)
        _BEGUN.append(ahead)
        try:
            yield
        finally:
            _BEGUN.clear()


@contextmanager
def running(*, browser: bool) -> Iterator[Ahead]:
    """The one that was begun for this command line, else a new one."""
    if _BEGUN:
        yield _BEGUN.pop()
        return
    with Ahead(browser=browser) as ahead:
        yield ahead


def _plainly_a_look(words: Sequence[str]) -> bool:
    """True for `check` with a link that is said to be one's own: nothing is asked before the first page."""
    links = [word for word in words[1:] if not word.startswith("-")]
    return words[:1] == ["check"] and bool(links) and "--mine" in words and not _NOT_AHEAD & set(words)


def _load_commands(_: EarlyDriver | None) -> None:
    # The library for command lines loads pydantic only as it reads one.
    for name in ("pydantic.type_adapter", "privacy_check.cli.commands"):
        import_module(name)
