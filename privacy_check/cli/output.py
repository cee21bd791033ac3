"""What commands say: results on stdout, progress and messages on stderr, and what `--fail-on` means."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from privacy_check.model import Finding, Severity
from privacy_check.text.sanitise import sanitise

FOUND = 1
LONGEST = 5_000_000


def say(*lines: str) -> None:
    """Progress and messages, for the person, on stderr."""
    for line in lines:
        print(sanitise(line, LONGEST), file=sys.stderr, flush=True)


def put(text: str) -> None:
    """A result, on stdout, whatever it quotes: no escape of a page or a file name reaches the terminal."""
    clean = sanitise(text, LONGEST)
    sys.stdout.write(clean if clean.endswith("\n") else f"{clean}\n")


def put_json(document: Any) -> None:
    """A JSON result, on stdout; escaped where the terminal has not all letters, so that no value changes."""
    text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(document, ensure_ascii=True, indent=2, default=str)
    sys.stdout.write(f"{text}\n")


def code_for(findings: Iterable[Finding], fail_on: Severity | None) -> int:
    """1 when a confirmed finding reaches the level, else 0."""
    if fail_on is None:
        return 0
    reached = any(item.confirmed and item.severity.rank >= fail_on.rank for item in findings)
    return FOUND if reached else 0


def counted(number: int, noun: str) -> str:
    """A number and its noun: 1 thing, 2 things."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
