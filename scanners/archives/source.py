"""Archives as they were handed in: zips (several parts), folders, single files; their entries read as streams.

Nothing is unpacked to disk. Whatever a part holds that cannot or should not be read is left out with a warning.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say
from scanners.archives.bounds import BLOCK, LARGEST_INNER, MOST_ENTRIES, MOST_INNER
from scanners.archives.zips import entries_of, opened, safe_name, shown

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What reading a damaged, locked or strangely packed entry raises."""

_MEDIA = re.compile(
    r"\.(jpe?g|png|gif|webp|heic|avif|bmp|tiff?|mp4|mov|m4v|avi|3gp|webm|mkv|mp3|m4a|aac|wav|ogg|opus|amr|srt|pdf|fit|fit\.gz"
    r"|gpx|gpx\.gz|tcx|tcx\.gz|ttf|woff2?|ico|svg|css|docx?|xlsx?|pptx?|vcf|exe|apk|dmg)$"
)
_JUNK = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|\._|Thumbs\.db$|no-data\.txt$)")


@dataclass(frozen=True)
class Entry:
    """One file of an archive: its path there (`/` between folders), its size in bytes, and how to read it."""

    path: str
    size: int
    opener: Callable[[], IO[bytes]] = field(repr=False, compare=False)
    part: str = ""

    @cached_property
    def name(self) -> str:
        """The file's own name, lower case, with one kind of apostrophe."""
        return (
            self.path.rpartition("/")[2]
            .casefold()
            .replace("’", "'")
            .replace("_ve_", "'ve_")
            .replace("_re_", "'re_")
        )

    @cached_property
    def shown(self) -> str:
        """The file's own name as a person may read it."""
        return shown(self.path.rpartition("/")[2])

    @cached_property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0]

    @cached_property
    def kind(self) -> str:
        """json, js, csv, html, txt ... as the name ends."""
        return {"htm": "html", "ndjson": "json"}.get(ending := self.name.rpartition(".")[2], ending)

    @cached_property
    def folder(self) -> str:
        """The folders above the file, lower case."""
        return self.path.rpartition("/")[0].casefold()

    def head(self, length: int = 4096) -> bytes:
        """The first bytes; empty when they cannot be read."""
        try:
            with self.opener() as stream:
                return stream.read(length)
        except BROKEN:
            return b""


@dataclass
class Meter:
    """How far the reading is: calls `progress(done, total)` in bytes, now and then."""

    progress: Callable[[int, int], None] | None = None
    total: int = 0
    done: int = 0

    def moved(self, size: int) -> None:
        """So many more bytes were read."""
        self.done += size
        if self.progress is not None:
            self.progress(min(self.done, self.total), self.total)


@dataclass
class Archive:
    """The entries of one archive, all of its parts together, and what could not be read in it."""

    entries: tuple[Entry, ...]
    names: tuple[str, ...] = ()
    warnings: list[str] = field(default_factory=list)
    meter: Meter = field(default_factory=Meter)
    owner_names: tuple[str, ...] = ()
    reading: Entry | None = None

    def warn(self, sentence: str) -> None:
        """Notes once what could not be read."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def broken(self, entry: Entry) -> None:
        """Notes that an entry could not be read, or not to its end."""
        self.warn(say("archive.warn.broken", name=entry.shown))

    def leave_out(self) -> None:
        """Takes the entry that was read last out of the archive: its shape is not understood."""
        if self.reading is not None:
            strange = self.reading
            self.broken(strange)
            self.entries = tuple(entry for entry in self.entries if entry is not strange)

    def blocks(self, entry: Entry, size: int = BLOCK) -> Iterator[bytes]:
        """The bytes of an entry in blocks; ends early, with a warning, where it is damaged."""
        self.reading = entry
        try:
            with entry.opener() as stream:
                while block := stream.read(size):
                    self.meter.moved(len(block))
                    yield block
        except BROKEN:
            self.broken(entry)

    def raw(self, entry: Entry) -> bytes:
        """All bytes of an entry."""
        return b"".join(self.blocks(entry, max(BLOCK, entry.size + 1)))


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was handed in: its entries that are words, and those that are pictures or films."""

    name: str
    entries: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()
    pictures: tuple[Entry, ...] = ()


def open_part(path: Path) -> Part:
    """A zip, an unpacked folder or a single file. Raises UnreadableInput with the next step."""
    if path.is_dir():
        return _sorted(path.name, *_in_folder(path))
    if not path.exists():
        raise UnreadableInput(
            say("archive.refused.missing", name=shown(str(path))), say("archive.refused.missing_hint")
        )
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        raise UnreadableInput(say("archive.refused.empty", name=shown(path.name)), say("archive.refused.again"))
    if start.startswith(b"PK") or path.suffix.lower() == ".zip":
        return _sorted(path.name, *_in_zip(path))
    if start.startswith((b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b")):
        raise UnreadableInput(
            say("archive.refused.packed", name=shown(path.name)), say("archive.refused.packed_hint")
        )
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInput(
            say("archive.refused.no_archive", name=shown(path.name)), say("archive.refused.no_archive_hint")
        )
    return Part(path.name, (Entry(path.name, path.stat().st_size, lambda: path.open("rb"), path.name),))


def _in_folder(path: Path) -> tuple[list[Entry], list[str]]:
    entries: list[Entry] = []
    warnings: list[str] = []
    for folder, folders, files in os.walk(path, followlinks=False):
        folders.sort()
        for name in sorted(files):
            file = Path(folder, name)
            if file.is_symlink() or not file.is_file():
                warnings.append(say("archive.warn.link"))
                continue
            inside = file.relative_to(path).as_posix()
            if name.lower().endswith(".zip"):
                entries += _in_zip(file)[0]
            else:
                entries.append(Entry(inside, file.stat().st_size, _reader(file), path.name))
        if len(entries) > MOST_ENTRIES:
            raise UnreadableInput(
                say("archive.refused.too_many", name=shown(path.name)), say("archive.refused.part_hint")
            )
    return entries, warnings


def _reader(file: Path) -> Callable[[], IO[bytes]]:
    return lambda: file.open("rb")


def _in_zip(path: Path, depth: int = 0) -> tuple[list[Entry], list[str]]:
    archive = opened(path, path.name)
    return _entries(archive, path.name, depth)


def _entries(archive: zipfile.ZipFile, name: str, depth: int) -> tuple[list[Entry], list[str]]:
    infos, warnings = entries_of(archive, name)
    entries: list[Entry] = []
    inner: list[zipfile.ZipInfo] = []
    for info in infos:
        if info.filename.lower().endswith(".zip"):
            inner.append(info)
        else:
            entries.append(Entry(safe_name(info.filename), info.file_size, _opener(archive, info), name))
    for info in inner[:MOST_INNER]:
        entries += _inner(archive, info, depth, warnings)
    if len(inner) > MOST_INNER:
        warnings.append(say("archive.warn.inner", name=name))
    return entries, warnings


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _inner(archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int, warnings: list[str]) -> list[Entry]:
    """The entries of a zip inside a zip, one level down, where it is small enough to be held."""
    name = shown(info.filename.rpartition("/")[2])
    if depth or info.file_size > LARGEST_INNER:
        warnings.append(say("archive.warn.inner", name=name))
        return []
    try:
        inside = opened(io.BytesIO(archive.read(info)), name)
        entries, more = _entries(inside, name, depth + 1)
    except (*BROKEN, UnreadableInput):
        warnings.append(say("archive.warn.broken", name=name))
        return []
    warnings += more
    return entries


def _sorted(name: str, entries: Sequence[Entry], warnings: Sequence[str]) -> Part:
    words = [entry for entry in entries if not _JUNK.search(entry.path)]
    kept = tuple(entry for entry in words if not _MEDIA.search(entry.name))
    media = tuple(entry for entry in words if _MEDIA.search(entry.name))
    return Part(name, kept, tuple(dict.fromkeys(warnings)), media)
