"""The note in a kit's folder: which campaign it is of, and when that begins. Read again by `campaign count`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from privacy_check.campaign.code import read_code
from privacy_check.errors import UsageError
from privacy_check.sentences import say

NAME = "campaign.toml"
MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class KitNote:
    """The code of a campaign and the day it begins."""

    code: str
    start: date

    def as_bytes(self) -> bytes:
        """The note as TOML, with a line that says what it is for."""
        return f'# {say("campaign.note")}\ncode = "{self.code}"\nstart = {self.start.isoformat()}\n'.encode()


def beside(folder: Path) -> KitNote | None:
    """The note of the kit this folder is, or lies in; None where there is none that can be read."""
    return next((note for place in (folder, folder.absolute().parent) if (note := _read(place / NAME))), None)


def _read(path: Path) -> KitNote | None:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        held = tomllib.loads(path.read_text("utf-8"))
        code, start = held.get("code"), held.get("start")
        if not isinstance(code, str) or not isinstance(start, date):
            return None
        return KitNote(read_code(code), date(start.year, start.month, start.day))
    except (OSError, ValueError, UsageError, RecursionError):
        return None
