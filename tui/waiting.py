"""Whether more was pasted into a terminal than the one line that was read of it."""

from __future__ import annotations

import sys

PASTE_SECONDS = 0.05
"""A paste comes faster than anybody types."""


def more_waits() -> bool:
    """True when a terminal holds input nobody read yet; False for a pipe or a file."""
    if not sys.stdin.isatty():
        return False
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.kbhit()
    import select

    return bool(select.select([sys.stdin], [], [], PASTE_SECONDS)[0])
