"""Starts asking sites before the command line is loaded: it takes about as long to load as a site takes to answer.

Only the plainest form of the command is begun so: own handles, said to be so with `--mine` or named where nobody
can be asked, and at most a list.
Whatever else stands on the line is read by the command itself, which then takes up the run that has begun.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import sys
import threading
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from privacy_check.cli.process import ready_streams
from privacy_check.errors import PrivacyCheckError
from privacy_check.forgotten import ListFacts, SiteAnswer, SiteWish, own_handles
from privacy_check.model import RequestRecord
from scanners.sites import site_run
from scanners.sites.asking import Asking

COMMAND = "accounts"
FIRST_OUT = 0.05
"""Seconds the first hundred requests get before everything else is loaded."""
_TURN = 0.0002
"""Seconds one thread may go on while the other waits: an answer must not wait for what is being loaded."""
_USUAL_TURN = sys.getswitchinterval()
_LOOK = 0.01  # seconds
_PLAIN = frozenset({"--mine", "--json", "--quiet", "-q"})


@dataclass
class Begun:
    """A run in a thread of its own, behind the same port as any other."""

    wish: SiteWish
    run: Asking
    _told: queue.SimpleQueue[SiteAnswer | Exception | None] = field(default_factory=queue.SimpleQueue)
    _out: threading.Event = field(default_factory=threading.Event)

    @property
    def about(self) -> ListFacts:
        """The list that is asked."""
        return self.run.about

    @property
    def total(self) -> int:
        """How many answers there will be."""
        return self.run.total

    def requests(self) -> Sequence[RequestRecord]:
        """Every request made or refused so far, in order."""
        return self.run.requests()

    async def events(self) -> AsyncIterator[SiteAnswer]:
        """Each answer as it comes."""
        while True:
            # Looked for now and then, because a thread that waits could not be stopped by Ctrl-C.
            try:
                answer = self._told.get_nowait()
            except queue.Empty:
                await asyncio.sleep(_LOOK)
                continue
            if answer is None:
                return
            if isinstance(answer, Exception):
                raise answer
            yield answer

    def begin(self) -> None:
        """Returns once the first requests are on their way."""
        sys.setswitchinterval(_TURN)
        # A program that ends does not wait for sites.
        threading.Thread(target=self._run, daemon=True).start()
        self._out.wait(10 * FIRST_OUT)

    def _run(self) -> None:
        try:
            asyncio.run(self._tell())
        except Exception as error:
            # Told where the answers are awaited, and not by this thread.
            self._told.put(error)
        self._told.put(None)

    async def _tell(self) -> None:
        asyncio.get_running_loop().call_later(FIRST_OUT, self._out.set)
        async for answer in self.run.events():
            self._told.put(answer)


_BEGUN: list[Begun] = []


@dataclass(frozen=True)
class Plain:
    """What the plainest form of the command asks for."""

    wish: SiteWish
    as_json: bool
    quiet: bool
    stated: bool


def begin(words: Sequence[str]) -> None:
    """Begins the run that a whole command line asks for, when it is the plainest form of `accounts`."""
    # This runs before the program has made its streams ready, and one of them may be closed.
    ready_streams()
    asked = plain(words)
    if asked is None:
        return
    # What is wrong with the list is told by the command.
    with contextlib.suppress(PrivacyCheckError, OSError, ValueError):
        begun = Begun(asked.wish, site_run(asked.wish))
        begun.begin()
        _BEGUN.append(begun)


def taken_up(wish: SiteWish) -> Begun | None:
    """The run that has begun for just that wish, once."""
    begun = _BEGUN.pop() if _BEGUN else None
    sys.setswitchinterval(_USUAL_TURN)
    return begun if begun is not None and begun.wish == wish else None


def plain(words: Sequence[str]) -> Plain | None:
    """What a command line asks for; None when it is another form, another command, or would be refused."""
    handles: list[str] = []
    sites: Path | None = None
    left = list(words[1:])
    while left:
        word = left.pop(0)
        if word == "--sites" and left and sites is None:
            sites = Path(left.pop(0))
        elif word.startswith("-") and word not in _PLAIN:
            return None
        elif not word.startswith("-"):
            handles.append(word)
    stated = "--mine" in words
    if list(words[:1]) != [COMMAND] or not (stated or not sys.stdin.isatty()):
        return None
    try:
        wish = SiteWish(own_handles(handles, stated=True), sites)
    except PrivacyCheckError:
        return None
    return Plain(wish, "--json" in words, "--quiet" in words or "-q" in words, stated)
