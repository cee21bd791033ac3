"""Files as people name them: typed, pasted with quotes, or dropped onto the terminal."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

_QUOTES = "'\"\u2018\u2019\u201c\u201d"


def given_path(text: str) -> Path:
    """The path in a typed, pasted or dropped line; terminals quote it, escape its blanks or make it a file link.

    A name that really holds a backslash is taken as it is when such a file stands there.
    """
    line = text.replace("\x00", "").strip()
    if len(line) > 1 and line[0] in _QUOTES and line[-1] in _QUOTES:
        line = line[1:-1].strip()
    if line.casefold().startswith("file://"):
        line = unquote(urlsplit(line).path)
        line = line[1:] if re.match(r"/[A-Za-z]:[/\\]", line) else line
    path = _expanded(line)
    if os.sep == "/" and "\\" in line and not _stands(path):
        return _expanded(re.sub(r"\\(.)", r"\1", line))
    return path


def given_paths(text: str) -> tuple[Path, ...]:
    """The files named in such a line: one, blanks in its name and all, or several in quotes; none for no words."""
    line = text.strip()
    if not line:
        return ()
    whole = given_path(line)
    if _stands(whole):
        return (whole,)
    try:
        parts = shlex.split(line, posix="\\" not in line or "/" in line)
    except ValueError:
        return (whole,)
    several = tuple(map(given_path, parts))
    return several if any(map(_stands, several)) else (whole,)


def _expanded(line: str) -> Path:
    try:
        return Path(line).expanduser()
    except RuntimeError:
        # A home of somebody who is not known here: the name is then just a name.
        return Path(line)


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
