"""Tries what is handed out, away from the checkout: `python -m tests.installed wheel|sdist|portable [--start-up]`.

Builds it first (`packaging/portable.py`), then runs the jobs below from an empty folder, with an empty home, few
settings. Prints a line for each; ends with 1 when one fails. The build needs a registry, nothing else a network.
`--start-up` also compares how long the portable program and the installed one take to start: 1.5 times at most.
"""

from __future__ import annotations

import os
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = (
    "PATH",
    "SYSTEMROOT",
    "LOCALAPPDATA",
    "PROGRAMFILES",
    "PROGRAMFILES(X86)",
    "PLAYWRIGHT_BROWSERS_PATH",
    "LANG",
)
SECONDS = 300.0
STARTS = 15
MOST_START_UP = 1.5
"""The portable program may take so many times as long to start as the installed one."""


@dataclass(frozen=True)
class Job:
    """One thing people do: the words after the program's name, what is piped in, and the files it must leave."""

    words: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    given: str = ""
    code: int = 0


JOBS = (
    Job(("--version",)),
    Job(("text", "-"), given="Ring me on 07700 900123"),
    Job(("platforms",)),
    Job(("schema",)),
    Job(("doctor",)),
    Job(("setup",)),
    Job(
        ("demo", "--persona", "carol", "--report", "report", "--format", "html,pdf,json"),
        ("report/privacy-report.pdf",),
    ),
    Job(
        ("campaign", "new", "kit", "--code", "SPRING-27"), ("kit/poster.pdf", "kit/dpia.html", "kit/calendar.ics")
    ),
    Job(("receipt", "--campaign", "SPRING-27", "--output", "box/one.json"), ("box/one.json",)),
    Job(("campaign", "count", "box")),
    Job(("train", "--export", "papers", "--persona", "amara", "--minutes", "20"), ("papers/deck.html",)),
)


def tried(program: Sequence[str], jobs: Sequence[Job] = JOBS) -> bool:
    """Runs every job and says how it went; True when all went well."""
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "home").mkdir()
        (place / "work").mkdir()
        surroundings = {name: os.environ[name] for name in KEPT if name in os.environ}
        surroundings |= {"HOME": str(place / "home"), "USERPROFILE": str(place / "home"), "NO_COLOR": "1"}
        for job in jobs:
            begun = time.perf_counter()
            done = subprocess.run(
                [*program, *job.words],
                input=job.given,
                capture_output=True,
                encoding="utf-8",
                cwd=place / "work",
                env=surroundings,
                timeout=SECONDS,
            )
            missing = [name for name in job.leaves if not (place / "work" / name).is_file()]
            right = done.returncode == job.code and not missing and "Traceback" not in done.stderr
            fine = fine and right
            print(f"{'ok  ' if right else 'FAIL'} {time.perf_counter() - begun:5.1f} s  {' '.join(job.words)}")
            if not right:
                print(f"     ended with {done.returncode}; missing: {missing}", done.stderr[-800:], sep="\n")
    return fine


def start_up(programs: Sequence[Sequence[str]], words: Sequence[str]) -> list[float]:
    """The middle of several starts of each program, in seconds; they take turns and meet the same noise."""
    spent: list[list[float]] = [[] for _ in programs]
    for _ in range(STARTS):
        for program, times in zip(programs, spent, strict=True):
            begun = time.perf_counter()
            subprocess.run([*program, *words], capture_output=True, check=True)
            times.append(time.perf_counter() - begun)
    return [statistics.median(times) for times in spent]


def left_out(wheel: Path) -> list[str]:
    """Files of the four packages that the wheel lacks."""
    import zipfile

    held = set(zipfile.ZipFile(wheel).namelist())
    packages = ("privacy_check", "scanners", "reports", "tui")
    listed = subprocess.run(["git", "ls-files", *packages], capture_output=True, text=True, check=True, cwd=ROOT)
    return [name for name in listed.stdout.splitlines() if name not in held]


def main(arguments: Sequence[str]) -> int:
    """Builds and tries one of the three; returns the exit code."""
    making = runpy.run_path(str(ROOT / "packaging" / "portable.py"))
    kind = arguments[0] if arguments else "wheel"
    wheel, source = making["wheel"]()
    missing = left_out(wheel)
    print(f"left out of the wheel: {missing or 'nothing'}")
    if kind == "portable":
        program = [str(making["portable"]())]
    else:
        python = making["installed"](kind, source if kind == "sdist" else wheel)
        program = [str(python.parent / "privacy-check")]
    fine = tried(program) and not missing
    if "--start-up" in arguments:
        scripts = "Scripts" if os.name == "nt" else "bin"
        installed = [str(ROOT / "build" / "portable" / scripts / "privacy-check")]
        for words in (["--version"], ["platforms"]):
            portable, usual = start_up((program, installed), words)
            fine = fine and portable <= MOST_START_UP * usual
            print(f"start-up, {words[0]}: {portable:.2f} s, installed {usual:.2f} s, {portable / usual:.2f} times")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
