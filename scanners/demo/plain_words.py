"""Words as they are compared: however they are spaced, and whichever apostrophe they have."""

from __future__ import annotations


def plain(text: str) -> str:
    """The words in small letters, one space apart, with plain apostrophes."""
    return " ".join(text.replace("’", "'").casefold().split())
