"""How far a long reading is, and about how long it will still take, in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from privacy_check.sentences import say


@dataclass
class TimeLeft:
    """Words for now and then: `between` and `clock` are in seconds."""

    clock: Callable[[], float] = time.monotonic
    between: float = 10.0
    _began: float = field(default=0.0)
    _last: float = field(default=0.0)

    def words(self, done: int, total: int) -> str:
        """A sentence when `done` of `total` bytes are read; empty where the last one is not long ago."""
        now = self.clock()
        if not self._began:
            self._began = self._last = now
        if now - self._last < self.between or not 0 < done < total:
            return ""
        self._last = now
        left = (now - self._began) * (total - done) / done
        percent = 100 * done // total
        if left < 60:
            return say("archive.progress.seconds", percent=percent)
        return say("archive.progress.left", count=round(left / 60), percent=percent)
