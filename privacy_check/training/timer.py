"""The desk's clock: how long this step and the whole session have taken. It presses nobody on."""

from __future__ import annotations

from collections.abc import Callable

from privacy_check.sentences import say


class Timer:
    """Counts from the moment it is made; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._step = self._whole = clock()
        self._held: float | None = None

    @property
    def held(self) -> bool:
        """True while it stands still."""
        return self._held is not None

    def new_step(self) -> None:
        """Starts the step's own count again."""
        self._step = self._now()

    def hold(self) -> None:
        """Stands still, or goes on from there."""
        if self._held is None:
            self._held = self._clock()
            return
        gap = self._clock() - self._held
        self._step, self._whole, self._held = self._step + gap, self._whole + gap, None

    def told(self, seconds: int, length: int) -> str:
        """The step's time and the session's, of `seconds` and of `length` minutes."""
        name = "training.desk.held" if self.held else "training.desk.time"
        step, whole = self._now() - self._step, self._now() - self._whole
        return say(name, step=_clock(step), of=_clock(seconds), whole=_clock(whole), length=_clock(length * 60))

    def _now(self) -> float:
        return self._clock() if self._held is None else self._held


def _clock(seconds: float) -> str:
    whole = max(int(seconds), 0)
    return f"{whole // 60}:{whole % 60:02}"
