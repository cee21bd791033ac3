"""A passphrase from the terminal, unseen, or as a line of a file or a pipe in whatever encoding that has."""

from __future__ import annotations

import getpass
import sys


def asked(question: str) -> str:
    """What was typed at the terminal; where there is none, the next line that comes in."""
    return getpass.getpass(question) if sys.stdin.isatty() else _next_line()


def _next_line() -> str:
    from privacy_check.vault.passphrase import decoded_line

    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        return sys.stdin.readline().rstrip("\r\n")
    raw: bytes = source.readline()
    if raw.endswith(b"\n") and len(raw) > 1 and (raw.startswith(b"\xff\xfe") or not any(raw[1::2])):
        # Letters of two bytes: the second one of the line end comes after it.
        raw += source.read(1)
    return decoded_line(raw).rstrip("\r\n")
