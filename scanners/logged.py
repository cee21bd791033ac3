"""Runs one command of the set-up: what it says goes to a log, and the person hears only that it still goes on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from privacy_check import sentences
from privacy_check.places import home, own_folder

INSTALL_SECONDS = 15 * 60
BEAT_SECONDS = 60.0
UNREACHABLE = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|Could not resolve|Failed to fetch|Connection (timed|refused)"
)

Say = Callable[[str], None]


def log_file() -> Path:
    """Where the set-up writes its details: in the environment it runs from, else in the tool's own folder."""
    if sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK):
        return Path(sys.prefix) / "setup.log"
    return own_folder(home()) / "setup.log"


class Logged:
    """Runs commands one after the other, each with its output at the end of one log."""

    def __init__(self, log: Path, *, beat: float = BEAT_SECONDS) -> None:
        self.log = log
        self._beat = beat

    def __call__(self, command: Sequence[str], settings: Mapping[str, str], say: Say) -> bool:
        """False when the command cannot be started, fails, or takes longer than `INSTALL_SECONDS`."""
        with self.log.open("ab") as log:
            log.write(f"\n$ {' '.join(command)}\n".encode())
            log.flush()
            began = log.tell()
            try:
                process = subprocess.Popen(  # noqa: S603 - the set-up's own commands, nothing a person typed
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, **settings},
                )
            except OSError as error:
                log.write(f"{error}\n".encode())
                return False
            with process, _still_going(say, self._beat):
                _wait(process)
        if process.returncode and UNREACHABLE.search(self._since(began)):
            say(sentences.say("setup.cannot_reach_place"))
        return process.returncode == 0

    def _since(self, began: int) -> str:
        with self.log.open("rb") as log:
            log.seek(began)
            return log.read().decode("utf-8", "replace")


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
    except BaseException:
        process.kill()
        raise


@contextmanager
def _still_going(say: Say, beat: float) -> Iterator[None]:
    """Says now and then that a long command is still at work."""
    over = threading.Event()

    def tell() -> None:
        while not over.wait(beat):
            say(sentences.say("setup.still_at_it"))

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
