"""The first thing that runs: an end by Ctrl-C while the rest is still being read is told like any other."""

from __future__ import annotations

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
    try:
        if sys.argv[1:] == ["--version"] and COMPLETING not in os.environ and _told():
            return 0
        from privacy_check.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return INTERRUPTED


def _told() -> bool:
    """Says which version this is, without loading what nobody asked for; False where nothing can be said."""
    try:
        sys.stdout.write(f"privacy-check {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True
