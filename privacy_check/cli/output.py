"""What commands say: results on stdout, progress and messages on stderr, and what `--fail-on` means."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from privacy_check.sentences import say as words
from privacy_check.text.sanitise import sanitise

if TYPE_CHECKING:
    from pathlib import Path

    from privacy_check.model import Finding, Severity

FOUND = 1
LONGEST = 5_000_000


@dataclass
class _Screen:
    """What is true of this terminal: whether only results are wanted, and how long the passing line is."""

    quiet: bool = False
    passing: int = 0


_SCREEN = _Screen()


def be_quiet(quiet: bool) -> None:
    """With True, `say` says nothing until further notice: only results, questions and errors are left."""
    _SCREEN.quiet = quiet


def say(*lines: str) -> None:
    """Progress and messages, for the person, on stderr."""
    if not _SCREEN.quiet:
        warn(*lines)


def say_saved(files: Iterable[Path]) -> None:
    """Names each file that was saved."""
    say(*(words("commands.saved.file", path=path) for path in files))


def warn(*lines: str) -> None:
    """Errors, and what a person is asked, on stderr; also when quiet."""
    clear()
    for line in lines:
        print(sanitise(line, LONGEST), file=sys.stderr, flush=True)


def passing(line: str) -> None:
    """A line that the next one takes the place of; nothing where stderr is no terminal that can do so."""
    if _SCREEN.quiet or not can_rewrite():
        return
    width = shutil.get_terminal_size().columns - 1
    clean = sanitise(line, LONGEST)[:width]
    clear()
    sys.stderr.write(clean)
    sys.stderr.flush()
    _SCREEN.passing = len(clean)


def clear() -> None:
    """Takes away the line that was passing."""
    if _SCREEN.passing:
        sys.stderr.write(f"\r{' ' * _SCREEN.passing}\r")
        sys.stderr.flush()
        _SCREEN.passing = 0


def can_rewrite() -> bool:
    """True on a terminal where a line can be written over."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def put(text: str) -> None:
    """A result, on stdout, whatever it quotes: no escape of a page or a file name reaches the terminal."""
    clear()
    clean = sanitise(text, LONGEST)
    sys.stdout.write(clean if clean.endswith("\n") else f"{clean}\n")


def put_json(document: Any) -> None:
    """A JSON result, on stdout; escaped where the terminal has not all letters, so that no value changes."""
    clear()
    text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(document, ensure_ascii=True, indent=2, default=str)
    sys.stdout.write(f"{text}\n")


def put_json_by_line(document: Mapping[str, Any]) -> None:
    """A JSON result with one entry of a list on a line: several times as fast to write as an indented one."""
    clear()
    ascii_only = (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8"

    def written(value: Any) -> str:
        return json.dumps(value, ensure_ascii=ascii_only, default=str)

    parts = []
    for name, value in document.items():
        many = isinstance(value, list) and value
        inner = ",\n    ".join(map(written, value)) if many else ""
        parts.append(f"  {written(name)}: " + (f"[\n    {inner}\n  ]" if many else written(value)))
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    sys.stdout.write(text.encode("utf-8", "replace").decode("utf-8"))


def code_for(findings: Iterable[Finding], fail_on: Severity | None) -> int:
    """1 when a confirmed finding reaches the level, else 0."""
    if fail_on is None:
        return 0
    reached = any(item.confirmed and item.severity.rank >= fail_on.rank for item in findings)
    return FOUND if reached else 0
