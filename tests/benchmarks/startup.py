"""How soon the program is there: `--version` against an empty Python, the first page against an empty Textual app.

Run `python -m tests.benchmarks.startup`; `--rounds N` takes more turns, `--code FOLDER` measures another checkout.
Not part of the tests: it prints the medians of turns taken one after the other, in processor time (user and
system) and by the clock, and their ratios. A page is there when its last line stands on a terminal of 80 by 24.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZE = (24, 80)
PATIENCE = 60.0
MOST_VERSION, MOST_PAINT = 4.0, 1.8
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("nothing to see")

Empty().run()
"""
PROGRAM = "import sys; sys.argv[0] = 'privacy-check'; from privacy_check.start import main; sys.exit(main())"


@dataclass(frozen=True)
class Start:
    """One way to start: the words behind `python`, and the words that stand on the screen when it is there."""

    words: Sequence[str]
    shows: str = ""


@dataclass(frozen=True)
class Taken:
    """Seconds of processor time, and by the clock."""

    work: float
    clock: float


STARTS: Mapping[str, Start] = {
    "empty Python": Start(("-c", "pass")),
    "--version": Start(("-c", PROGRAM, "--version")),
    "empty Textual": Start(("-c", EMPTY_APP), "nothing to see"),
    "first page": Start(("-c", PROGRAM), "cards, for you alone"),
}


def once(start: Start, environment: Mapping[str, str]) -> Taken:
    """Starts it on a terminal of its own, and ends it when it is there."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        os.execve(sys.executable, [sys.executable, *start.words], dict(environment))
    seen = b""
    try:
        while not start.shows or start.shows.encode() not in seen:
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"nothing to see of {start.words}")
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        clock = time.perf_counter() - began
        if start.shows:
            os.kill(child, signal.SIGKILL)
    finally:
        _, _, usage = os.wait4(child, 0)
        os.close(terminal)
    return Taken(usage.ru_utime + usage.ru_stime, clock)


def measured(rounds: int, code: Path) -> dict[str, Taken]:
    """The medians of that many turns, the ways one after the other in each; the first turn warms up."""
    taken: dict[str, list[Taken]] = {name: [] for name in STARTS}
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(code),
        }
        for turn in range(rounds + 1):
            for name, start in STARTS.items():
                one = once(start, environment)
                if turn:
                    taken[name].append(one)
    return {
        name: Taken(statistics.median(t.work for t in turns), statistics.median(t.clock for t in turns))
        for name, turns in taken.items()
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=11)
    options.add_argument("--code", type=Path, default=ROOT)
    asked = options.parse_args()
    taken = measured(asked.rounds, asked.code)
    for name, one in taken.items():
        print(f"{name:14}  {one.work * 1000:6.0f} ms of work  {one.clock * 1000:6.0f} ms by the clock")
    reached = True
    for name, empty, most in (
        ("--version", "empty Python", MOST_VERSION),
        ("first page", "empty Textual", MOST_PAINT),
    ):
        work = taken[name].work / taken[empty].work
        clock = taken[name].clock / taken[empty].clock
        print(f"{name} / {empty}: {work:.2f} by work, {clock:.2f} by the clock (aim: at most {most})")
        reached &= work <= most
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
