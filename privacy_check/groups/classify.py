"""What the name of a group lets someone conclude: a GRP category, or nothing when the name does not say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupReading:
    """`category` is a GRP id or None; `confidence` 0..1; `why` the words in the name that led there."""

    category: str | None
    confidence: float = 0.0
    why: str = ""


def classify(name: str, *, platform: str | None = None) -> GroupReading:
    """Reads a group's name."""
    return GroupReading(None)
