"""The process around a command: its streams, the signals that end it, and readers that leave early."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from types import FrameType


def ready_streams() -> None:
    """Streams that were closed lead nowhere; letters a terminal cannot show become marks instead of failures."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Kept open for as long as the program runs, like the stream it stands for.
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
        elif name != "stdin" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def end_like_ctrl_c() -> None:
    """A polite end from outside (a closed window, a shutdown) tidies up like Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def silence_stdout() -> int:
    """The reader of our output left: nothing more can be said to it, and nothing went wrong. Returns 0."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    # A running event loop puts its own handler there; a program started in the background may have none.
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        handler(signal.SIGINT, frame)
    else:
        raise KeyboardInterrupt
