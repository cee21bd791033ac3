"""How fast a whole check is: `check LINK*12 --mine --json` against a bare Playwright loop over the same pages.

Run `python -m tests.benchmarks.scan`. Not part of the tests. Both are programs of their own, run in turns. A
server notes when each page was asked for, so that three things can be told apart: how much later than the bare
loop the first page is asked for (target: at most 0.7 s), how many pages a second are done from then to the end of
the program (target: at least 85 % of the bare loop), and the processor time of the program itself.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scanners.browser import find
from tests.benchmarks.pages_served import TIMES, serving

PAGES = 12
BARE = Path(__file__).with_name("bare_loop.py")
CHECK = "import sys; from privacy_check.start import main; sys.exit(main())"


@dataclass(frozen=True)
class Run:
    """One run: seconds to the first page, pages a second from there on, and processor seconds of our own process.

    The browser's are left out: its pages are children of a process that does not wait for them.
    """

    start: float
    rate: float
    own: float


def timed(command: Sequence[str], site: str, environment: dict[str, str]) -> Run:
    """Runs a program that opens all pages of `site`."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(
            command, stdout=said, stderr=said, env=environment, cwd=environment["PYTHONPATH"]
        )
        own = 0.0
        while True:
            own = _own_seconds(process.pid) or own
            if process.poll() is not None:
                break
            time.sleep(0.01)
        finished = time.monotonic()
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command[:4]} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    with urllib.request.urlopen(site + TIMES) as answer:
        asked = json.load(answer)
    assert len(asked) == PAGES, f"{len(asked)} pages were asked for"
    rate = PAGES / (finished - asked[0])
    return Run(asked[0] - began, rate, own)


def _own_seconds(process: int) -> float:
    """Processor seconds of one process without its children; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--code", default=str(Path(__file__).parents[2]), help="a checkout to measure instead")
    given = options.parse_args()
    choice = find()
    if choice is None or not choice.path:
        raise SystemExit("No browser was found.")
    runs: dict[str, list[Run]] = {"bare": [], "check": []}
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as home, serving(PAGES) as site:
        environment = os.environ | {
            "PRIVACY_CHECK_ALLOW_LOOPBACK": "1",
            "PRIVACY_CHECK_HOME": home,
            "PYTHONPATH": given.code,
            "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        }
        # An installed program is compiled ahead; a checkout is too, after its first run.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        urls = [f"{site}/page/{number}" for number in range(PAGES)]
        ways = {
            "bare": [sys.executable, str(BARE), choice.path, *urls],
            "check": [sys.executable, "-c", CHECK, "check", *urls, "--mine", "--json"],
        }
        for _ in range(given.rounds + 1):
            for name, command in ways.items():
                runs[name].append(timed(command, site, environment))
    # The first round fills the caches of the file system.
    bare, check = runs["bare"][1:], runs["check"][1:]
    for name, several in (("bare", bare), ("check", check)):
        print(f"{name:6}", *(_row(several, each) for each in ("start", "rate", "own")), sep="   ")
    # Round by round, because other work on the machine slows both ways of one round alike.
    both = list(zip(check, bare, strict=True))
    ratios = sorted(ours.rate / theirs.rate for ours, theirs in both)
    delays = sorted(ours.start - theirs.start for ours, theirs in both)
    print(
        f"pages a second: {statistics.median(ratios):.0%} of the bare loop ({ratios[0]:.0%} to {ratios[-1]:.0%})"
    )
    print(f"first page: {statistics.median(delays):.2f} s after it ({delays[0]:.2f} to {delays[-1]:.2f})")
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _row(runs: Sequence[Run], name: str) -> str:
    values = [getattr(run, name) for run in runs]
    return f"{name} {statistics.median(values):.2f} [{min(values):.2f} to {max(values):.2f}]"


if __name__ == "__main__":
    main()
