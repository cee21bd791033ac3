"""Ctrl-C for one long piece of work in the linear dialogue, and not for the program."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def interrupted_by(stop: Callable[[], object]) -> Iterator[None]:
    """While it lasts, Ctrl-C calls `stop` and does not end the program, where the system lets us say so."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, stop)
    except (NotImplementedError, RuntimeError, ValueError):
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
