"""The first thing that runs: an end by Ctrl-C while the rest is still being read is told like any other."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Runs the command line and returns its exit code."""
    try:
        from privacy_check.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return INTERRUPTED
