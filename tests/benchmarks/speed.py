"""How fast texts are read: `python -m tests.benchmarks.speed`."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence

# What a bare program would do: one pattern per kind, no checks. The measure that does not depend on the machine.
BARE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[\w.+-]+@[\w-]+\.[\w.]+",
        r"(?:\+44|0)\s?\d[\d\s-]{8,12}\d",
        r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b",
        r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
        r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b",
        r"\b\d{3}\s?\d{3}\s?\d{4}\b",
        r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b",
        r"\b(?:\d[ -]?){13,19}\b",
        r"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}\b",
        r"\b\d{2}-\d{2}-\d{2}\b",
        r"-?\d{1,2}\.\d{4,},\s?-?\d{1,3}\.\d{4,}",
        r"\b\d{1,3}(?:\.\d{1,3}){3}\b",
        r"(?i)\b(?:my|our) (?:son|daughter|husband|wife|partner) [A-Z]\w+",
        r"(?i)\bborn (?:in|on) [\w /.]+",
    )
)


def bare(text: str) -> int:
    """How many matches the bare patterns give."""
    return sum(len(pattern.findall(text)) for pattern in BARE)


def texts_per_second(call: Callable[[str], object], texts: Sequence[str], seconds: float = 2.0) -> float:
    """Texts read in one second of processor time on one core, in the best of several rounds."""
    for text in texts[:50]:
        call(text)
    best, first = 0.0, time.process_time()
    while time.process_time() - first < seconds:
        began = time.process_time()
        for text in texts:
            call(text)
        best = max(best, len(texts) / (time.process_time() - began))
    return best


def paragraph(texts: Sequence[str]) -> str:
    """The speed on these texts in words."""
    from privacy_check.detectors.engine import find

    ours = texts_per_second(find, texts)
    plain = texts_per_second(bare, texts)
    size = sum(len(text.encode("utf-8")) for text in texts) / len(texts)
    found = sum(bool(find(text)) for text in texts) / len(texts)
    return (
        f"One core reads about {ours:,.0f} texts a second, {ours * size / 1e6:.2f} MB/s "
        f"({size:.0f} bytes a text, something to find in {found:.0%} of them).\n"
        f"That is {plain / ours:.1f} times the work of a bare loop over {len(BARE)} regular expressions, "
        "which checks nothing."
    )


if __name__ == "__main__":
    from tests.accuracy import load

    sys.stdout.write(paragraph([row["text"] for row in load("reporting")]) + "\n")
