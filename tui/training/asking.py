"""Asking for a line while a loop runs, so that Ctrl-C is heard at once and not only after the next line."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress


async def asked(read: Callable[[str], str], prompt: str) -> str:
    """The line that `read` gives. Raises EOFError where input ends."""
    loop = asyncio.get_running_loop()
    line: asyncio.Future[str] = loop.create_future()

    def give(words: str | None) -> None:
        if line.done():
            return
        if words is None:
            line.set_exception(EOFError())
        else:
            line.set_result(words)

    def ask() -> None:
        try:
            words: str | None = read(f"{prompt} ")
        except EOFError:
            words = None
        with suppress(RuntimeError):  # the loop has gone: nobody waits for this line any more
            loop.call_soon_threadsafe(give, words)

    # No thread of the loop's own, because a loop waits for those when it ends.
    threading.Thread(target=ask, daemon=True).start()
    return await line
