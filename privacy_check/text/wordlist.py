"""Word lists written as plain lines of words."""

from __future__ import annotations


def words(line: str) -> frozenset[str]:
    """The words of a line, once each."""
    return frozenset(line.split())
