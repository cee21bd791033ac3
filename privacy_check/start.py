"""The first thing that runs: an end by Ctrl-C while the rest is still being read is told like any other."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from privacy_check import __version__

INTERRUPTED = 130
# Set by a shell that wants words finished: then every command line is read as far as it goes.
COMPLETING = "_PRIVACY_CHECK_COMPLETE"


def main() -> int:
    """Runs the command line and returns its exit code."""
    # Loading makes many things and drops few: looking for rubbish every 700 of them is a tenth of the start.
    gc.set_threshold(50_000, 20, 50)
    # At the end everything goes at once: looking for rubbish in it first would take another fifth of a second.
    atexit.register(gc.freeze)
    try:
        if told_version():
            return 0
        from privacy_check.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return INTERRUPTED


def told_version() -> bool:
    """Says which version this is where that alone is asked, loading nothing; False where it said nothing."""
    if sys.argv[1:] != ["--version"] or COMPLETING in os.environ:
        return False
    try:
        sys.stdout.write(f"privacy-check {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True
