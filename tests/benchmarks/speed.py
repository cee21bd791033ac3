"""How fast texts are read: `python -m tests.benchmarks.speed`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

DOCUMENTS = Path(__file__).parents[2] / "docs"

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


def prose() -> list[str]:
    """Paragraphs in which next to nothing is to be found: this project's own pages."""
    pages = "\n\n".join(page.read_text(encoding="utf-8") for page in sorted(DOCUMENTS.glob("*.md")))
    return [part for part in pages.split("\n\n") if part.strip() and not part.lstrip().startswith(("|", "```"))]


def hostile() -> list[str]:
    """Texts of 100 kB made to be slow to read, one sort of sign or word over and over."""
    pieces = [
        "0",
        "@",
        "(",
        "x",
        "\n",
        '"',
        "'",
        "\u201c",
        "a ",
        "A ",
        "Ab ",
        "\U0001f3e0",
        "\U0001f4cd ",
        "| ",
        "1.1.",
        "a@",
    ]
    pieces += [
        "@a.b ",
        "&#64;",
        "%40",
        "\u200b",
        "at ",
        "dot ",
        "one ",
        "07700 ",
        "AB12 ",
        "born on the ",
        "my mum ",
        "i ",
    ]
    pieces += [
        "my dog ",
        "every monday ",
        "i live in ",
        "back on friday ",
        "road ",
        "school ",
        "she said ",
        "nurse at ",
    ]
    return [(piece * (100_000 // len(piece) + 1))[:100_000] for piece in pieces]


# The second text is full of what people tell: what is made ready when first needed is ready after it.
STARTS = (
    "from privacy_check.detectors.engine import find, all_detectors; all_detectors()",
    "find('off to Whitby with my mum till friday, 4 High Street is empty, ring 07700 900123')",
)


def start() -> tuple[float, float]:
    """Processor seconds a new interpreter needs to load the detectors, and then to read a first text."""
    loading, reading = STARTS
    code = f"""
import time
began = time.process_time()
{loading}
loaded = time.process_time()
{reading}
print(loaded - began, time.process_time() - loaded)
"""
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled}
        # An installed program is compiled ahead; a checkout is too, after its first run.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        spent = []
        for _ in range(6):
            run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
            loaded, read = map(float, run.stdout.split())
            spent.append((loaded, read))
    return min(loaded for loaded, _ in spent), min(read for _, read in spent)


def section(texts: Sequence[str]) -> str:
    """The speed on `texts` and on prose, in words and a table."""
    from privacy_check.detectors.engine import find

    pages = prose()
    rows = [
        _row("the reporting texts, one by one", texts),
        _row("the same texts as one", ["\n".join(texts)]),
        _row("our own pages, a paragraph at a time", pages),
        _row("the same pages as one", ["\n\n".join(pages)]),
    ]
    worst = max(_seconds(find, text) for text in hostile())
    loading, reading = start()
    return "\n".join(
        (
            "Processor time on one core. The last column is the same on any machine: how many times the work of",
            f"a bare loop over {len(BARE)} regular expressions, which checks nothing, was needed.",
            "",
            "| texts | bytes each | something to find | texts a second | MB/s | times a bare loop |",
            "|---|---:|---:|---:|---:|---:|",
            *rows,
            "",
            f"Loading the detectors takes {loading:.2f} s, and the first text {reading:.2f} s more: what it needs",
            "is made ready then.",
            f"The slowest of {len(hostile())} texts of 100 kB made to be slow took {worst:.2f} s.",
        )
    )


def _row(name: str, texts: Sequence[str]) -> str:
    from privacy_check.detectors.engine import find

    ours = texts_per_second(find, texts)
    plain = texts_per_second(bare, texts)
    size = sum(len(text.encode("utf-8")) for text in texts) / len(texts)
    found = sum(bool(find(text)) for text in texts) / len(texts)
    return f"| {name} | {size:,.0f} | {found:.0%} | {ours:,.0f} | {ours * size / 1e6:.2f} | {plain / ours:.1f} |"


def _seconds(call: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    call(text)
    return time.process_time() - began


if __name__ == "__main__":
    from tests.accuracy import load

    sys.stdout.write(section([row["text"] for row in load("reporting")]) + "\n")
