"""Begins what takes its time: the browser's driver boots while the rest of the program is still being read."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from scanners.driver import EarlyDriver

TURN_SECONDS = 0.0005
"""How long a thread that reads a page keeps others waiting; with Python's 5 ms every message waits so long."""

Result = TypeVar("Result")


class Ahead:
    """One event loop for a command, and in it a driver that is begun at once when `browser` is True.

    Entered once (`with`); a driver that was begun and not taken over ends with it.
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
        if self._browser:
            from scanners.driver import EarlyDriver

            self.driver = EarlyDriver()
            self.driver.begin()
        return await asyncio.to_thread(work, self.driver)
