"""HEIC and AVIF: what lies beside the picture, and where it is blanked. Source: ISO/IEC 23008-12."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from scanners.photos.blank import Patch, freed, zeros
from scanners.photos.boxes import Box, boxes, length_of, whole
from scanners.photos.clues import Clues
from scanners.photos.exif import read_exif
from scanners.photos.icc import bare
from scanners.photos.xmp import read_xmp

MOST_ITEMS = 5_000
MOST_ITEM = 16_000_000
NO_TYPE = b"skip"
"""A type of item that no reader knows, and so passes over."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item beside the picture: its type, where the type is written, and the stretches of the file it holds."""

    kind: bytes
    content: bytes
    type_at: int
    stretches: tuple[tuple[int, int], ...]

    def read(self, stream: BinaryIO) -> bytes:
        """The item's bytes."""
        parts = []
        for start, size in self.stretches[:64]:
            stream.seek(start)
            parts.append(stream.read(min(size, MOST_ITEM)))
        return b"".join(parts)[:MOST_ITEM]


def read_heif(stream: BinaryIO, clues: Clues) -> None:
    """Adds everything that lies beside the picture."""
    end = length_of(stream)
    clues.damaged |= not whole(stream, end)
    for item in items(stream, end):
        raw = item.read(stream)
        if item.kind == b"Exif":
            start = 4 + int.from_bytes(raw[:4], "big")
            # The picture is turned by a property of its own: what EXIF says of it is not used.
            held = clues.orientation
            read_exif(raw[start:] if raw[start : start + 2] in (b"II", b"MM") else _from_order(raw), clues)
            clues.orientation = held
        elif item.content.startswith((b"application/rdf+xml", b"text/xml", b"application/xml")):
            read_xmp(raw, clues)
        else:
            clues.note("unknown_part")
    for box in _beside(stream, end):
        if box.kind == b"mpvd":
            from scanners.photos.film import read_film_bytes

            clues.note("motion")
            read_film_bytes(box.read(stream), clues)
        else:
            clues.note("unknown_part")


# What pictures are made of: coded pictures, and those put together of others.
_DRAWN = frozenset(b"hvc1 hev1 hvt1 lhv1 vvc1 evc1 av01 avc1 jpeg j2k1 unci mski grid iovl iden tmap sato".split())


def blanks(stream: BinaryIO) -> Iterator[Patch]:
    """Where a copy is blanked so that only the picture is left."""
    end = length_of(stream)
    for item in items(stream, end, unknown=True):
        yield Patch(item.type_at, NO_TYPE)
        if item.content:
            yield zeros(item.type_at + 4, item.type_at + 4 + len(item.content) + 1)
        yield from (zeros(start, min(start + size, end)) for start, size in item.stretches)
    for box in _beside(stream, end):
        yield from freed(box)
    for box in _profiles(stream, end):
        profile = bare(box.read(stream)[4:])
        yield from (Patch(box.body + 4, profile),) if any(profile) else freed(box)


def _profiles(stream: BinaryIO, end: int) -> Iterator[Box]:
    """The boxes that hold a colour profile."""
    level = [Box(b"", 0, 0, end)]
    for kind, ahead in ((b"meta", 4), (b"iprp", 0), (b"ipco", 0), (b"colr", 0)):
        found = (inner for box in level for inner in boxes(stream, box.body, box.end) if inner.kind == kind)
        level = [Box(box.kind, box.start, box.body + ahead, box.end) for box in found]
    yield from (box for box in level if box.read(stream, 4) in (b"prof", b"rICC"))


def items(stream: BinaryIO, end: int, *, unknown: bool = False) -> list[Item]:
    """The items that are no part of the picture: EXIF, XMP and what else is told in words; `unknown` ones too."""
    meta = next((box for box in boxes(stream, 0, end) if box.kind == b"meta"), None)
    if meta is None:
        return []
    inner = {box.kind: box for box in boxes(stream, meta.body + 4, meta.end)}
    if b"iinf" not in inner:
        return []
    places = dict(_places(inner[b"iloc"].read(stream), inner.get(b"idat"))) if b"iloc" in inner else {}
    found = []
    for number, kind, content, type_at in _infos(stream, inner[b"iinf"]):
        if kind in (b"Exif", b"mime", b"uri ") or (unknown and kind not in _DRAWN):
            stretches = tuple(
                (start, min(size, end - start)) for start, size in places.get(number, ()) if start < end
            )
            found.append(Item(kind, content, type_at, stretches))
    return found


def _beside(stream: BinaryIO, end: int) -> Iterator[Box]:
    """Boxes of the first level that draw nothing."""
    known = (
        b"ftyp",
        b"meta",
        b"mdat",
        b"moov",
        b"free",
        b"skip",
        b"wide",
        b"styp",
        b"sidx",
        b"moof",
        b"idat",
        b"grpl",
    )
    yield from (box for box in boxes(stream, 0, end) if box.kind not in known)


def _infos(stream: BinaryIO, iinf: Box) -> Iterator[tuple[int, bytes, bytes, int]]:
    """Number, type, media type and the place of the type of each item."""
    stream.seek(iinf.body)
    wide = stream.read(1) != b"\0"
    for box in boxes(stream, iinf.body + (8 if wide else 6), iinf.end):
        body = box.read(stream, 2_000)
        if box.kind != b"infe" or len(body) < 12 or body[0] < 2:
            continue
        size = 2 if body[0] == 2 else 4
        number, at = int.from_bytes(body[4 : 4 + size], "big"), 4 + size + 2
        kind, rest = body[at : at + 4], body[at + 4 :]
        content = rest.split(b"\0")[1] if kind == b"mime" and rest.count(b"\0") >= 1 else b""
        yield number, kind, content, box.body + at


def _places(iloc: bytes, idat: Box | None) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """For each item, the stretches of the file that hold it."""
    reader = _Numbers(iloc)
    version = reader.take(1)
    reader.take(3)
    sizes = reader.take(2)
    offset, length, base, index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    count = reader.take(2 if version < 2 else 4)
    for _ in range(min(count, MOST_ITEMS)):
        number = reader.take(2 if version < 2 else 4)
        way = reader.take(2) & 15 if version in (1, 2) else 0
        reader.take(2)
        start = reader.take(base)
        found = []
        for _ in range(min(reader.take(2), 1_000)):
            if version in (1, 2):
                reader.take(index)
            at, size = reader.take(offset), reader.take(length)
            begin = start + at + (idat.body if way == 1 and idat else 0)
            if way in (0, 1) and size:
                found.append((begin, size))
        yield number, found
        if reader.over:
            return


class _Numbers:
    """Takes numbers of so many bytes, one after the other; behind the end they are 0."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, size: int) -> int:
        part = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(part, "big")

    @property
    def over(self) -> bool:
        return self._at >= len(self._data)


def _from_order(raw: bytes) -> bytes:
    """The block from its byte order mark on, where the number before it is wrong."""
    for mark in (b"II*\0", b"MM\0*"):
        if mark in raw[:64]:
            return raw[raw.index(mark) :]
    return raw[4:]
