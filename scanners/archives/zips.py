"""What a zip is allowed to be: one that no service builds is refused, an entry that could do harm is left out."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path
from typing import IO

from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from scanners.archives.bounds import (
    LONGEST_NAME,
    MOST_DEPTH,
    MOST_ENTRIES,
    MOST_RATIO,
    MOST_UNPACKED,
    RATIO_FROM,
)

_LOCKED = 0x1
_DRIVE = re.compile(r"^[A-Za-z]:")
_LOCAL_HEADER = 30


def opened(source: Path | IO[bytes], name: str) -> zipfile.ZipFile:
    """The zip, with its list of entries read. Raises UnreadableInput for one that is none or is damaged."""
    try:
        return zipfile.ZipFile(source)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OverflowError, RecursionError):
        raise UnreadableInput(
            say("archive.refused.damaged", name=shown(name)), say("archive.refused.again")
        ) from None


def entries_of(archive: zipfile.ZipFile, name: str) -> tuple[list[zipfile.ZipInfo], list[str]]:
    """The entries that may be read, and a sentence for each kind that is left out.

    Raises UnreadableInput for a zip that is locked, has too many entries, or whose entries overlap.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_ENTRIES or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise UnreadableInput(say("archive.refused.too_many", name=shown(name)), say("archive.refused.part_hint"))
    if _overlapping(infos):
        raise UnreadableInput(say("archive.refused.bomb", name=shown(name)), say("archive.refused.again"))
    if infos and all(info.flag_bits & _LOCKED for info in infos):
        raise UnreadableInput(say("archive.refused.locked", name=shown(name)), say("archive.refused.locked_hint"))
    kept: dict[str, zipfile.ZipInfo] = {}
    warnings: dict[str, None] = {}
    for info in infos:
        fault = _fault(info)
        if not fault and info.filename in kept:
            fault = "twice"
        if fault:
            warnings[say(f"archive.warn.{fault}")] = None
        if fault in ("", "twice"):
            kept[info.filename] = info
    return list(kept.values()), list(warnings)


def _fault(info: zipfile.ZipInfo) -> str:
    """Why an entry is left out; empty when it may be read."""
    path = info.filename.replace("\\", "/")
    parts = path.split("/")
    if ".." in parts or path.startswith("/") or _DRIVE.match(path):
        return "outside"
    if len(path) > LONGEST_NAME or len(parts) > MOST_DEPTH:
        return "deep"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "link"
    if info.flag_bits & _LOCKED:
        return "locked"
    if info.file_size > RATIO_FROM and info.file_size > MOST_RATIO * max(1, info.compress_size):
        return "bomb"
    return ""


def _overlapping(infos: list[zipfile.ZipInfo]) -> bool:
    """True when two entries share bytes of the file: the sign of a zip made to burst."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + _LOCAL_HEADER + info.compress_size
    return False


def shown(name: str) -> str:
    """A name from outside as a person may read it."""
    return one_line(name)


def safe_name(filename: str) -> str:
    """A path of an entry with forward slashes, the right letters where the zip did not say which, and no NUL."""
    name = filename.replace("\\", "/").replace("\0", "")
    try:
        # A zip that does not say it is UTF-8 is read as DOS letters; folders of services are UTF-8 all the same.
        return name.encode("cp437").decode("utf-8") if not name.isascii() else name
    except ValueError:
        return name
