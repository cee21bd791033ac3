"""What a running check says: one line per thing that happened, how far it is, and how long it may still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from privacy_check import catalogue
from privacy_check.account_names import account_name
from privacy_check.cli.output import can_rewrite, passing, say, warn
from privacy_check.lookalikes.search import Asked
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import Event, Failed, Finished, Seen, Started, Step, Stopped
from privacy_check.sentences import lines
from privacy_check.sentences import say as words

FEW_SECONDS = 8
MANY_SECONDS = 90
ASKED_TOLD = 10


@dataclass
class Progress:
    """How far the looks of one command are; `timed` is False where a person's own pace decides.

    The time left is reckoned from the looks that are over, and is not told before the first one is.
    """

    total: int
    timed: bool = True
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _begun: dict[str, float] = field(default_factory=dict)
    _took: list[float] = field(default_factory=list)
    _lanes: int = 1

    def tell(self, event: Event, toolkit: Toolkit, *, who: str = "") -> None:
        """One event as a line on stderr; on a terminal the last line says how far it is."""
        if isinstance(event, Finished):
            return
        if isinstance(event, Asked):
            self._asked(event, toolkit)
            return
        key = f"{who}\x1f{event.account.key}"
        if isinstance(event, Started):
            self._begun[key] = self.clock()
            self._lanes = max(self._lanes, len(self._begun))
        over = isinstance(event, Seen | Stopped | Failed) and key in self._begun
        if over:
            self.done += 1
            self._took.append(self.clock() - self._begun.pop(key))
        if not isinstance(event, Step):
            name = account_name(event.account, toolkit.platform_name)
            self._line(event, f"  {who} · {name}" if who else f"  {name}", quiet_start=bool(who), over=over)
        passing(f"  {self.words()}")

    def _asked(self, event: Asked, toolkit: Toolkit) -> None:
        """Most places are empty: each is told in passing, and one in ten where nothing can pass."""
        if event.total < ASKED_TOLD:
            return
        name = account_name(event.account, toolkit.platform_name)
        line = f"  {words('searches.progress', number=event.number, total=event.total, name=name)}"
        passing(line)
        if not can_rewrite() and (event.number % ASKED_TOLD == 0 or event.number == event.total):
            say(line)

    def words(self) -> str:
        """`3 of 5 done, about 20 seconds left`."""
        time_left = time_words(self.seconds_left()) if self.timed and self._took and self.done < self.total else ""
        name = "commands.progress.left" if time_left else "commands.progress.so_far"
        return words(name, done=self.done, total=self.total, time=time_left)

    def seconds_left(self) -> float:
        """As long as the rest takes when each look takes as long as those before it did, as many side by side."""
        if not self._took:
            return 0.0
        each = sum(self._took) / len(self._took)
        now = self.clock()
        running = sum(max(0.0, each - (now - begun)) for begun in self._begun.values())
        waiting = max(0, self.total - self.done - len(self._begun)) * each
        return (running + waiting) / min(self._lanes, max(1, self.total - self.done))

    def _line(self, event: Event, start: str, *, quiet_start: bool, over: bool) -> None:
        so_far = f" ({self.words()})" if over and not can_rewrite() and self.done < self.total else ""
        if isinstance(event, Seen):
            say(f"{start}: {_seen(event)}{so_far}")
        elif isinstance(event, Stopped):
            warn(
                words("commands.progress.stopped", start=start, sentence=event.sentence),
                *_indented((*lines("commands.progress.if_yours"), *(w.sentence for w in event.ways))),
            )
        elif isinstance(event, Failed):
            warn(words("commands.progress.could_not_see", start=start, sentence=event.sentence, hint=event.hint))
        elif not quiet_start:
            say(words("commands.progress.looking", name=start))


def time_words(seconds: float) -> str:
    """A time rounded so that it promises no more than is known."""
    if seconds < FEW_SECONDS:
        return words("commands.progress.few_seconds")
    if seconds < MANY_SECONDS:
        return words("commands.progress.seconds", count=max(10, round(seconds / 10) * 10))
    return words("commands.progress.minutes", count=round(seconds / 60))


def _seen(event: Seen) -> str:
    state = catalogue.outcome_words(event.view.outcome, event.view.lens)
    things = (
        words("commands.progress.found", counted=words("common.things", count=len(event.findings)))
        if event.view.outcome.seen
        else ""
    )
    part = words("commands.progress.not_all_read") if event.view.partly_read else ""
    return f"{state}{things}{part}"


def _indented(lines: tuple[str, ...]) -> list[str]:
    return [f"    - {line}" for line in lines]
