"""Tracks of a film that hold no picture and no sound but what a camera noted along the way, such as every spot."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from scanners.photos.boxes import Box, boxes

MOST_SAMPLES = 400_000
_NOTES = frozenset({b"meta", b"camm", b"mdta", b"gps ", b"data"})
_WORDS = frozenset({b"text", b"sbtl", b"subt", b"subp"})
_SPOT = re.compile(rb"GPS|[Ll]atitude|[+-]\d{2}\.\d{3,}[+-]\d{3}\.\d{3,}|\d{1,2}\.\d{4,}\D{1,3}-?\d{1,3}\.\d{4,}")


def is_told(stream: BinaryIO, trak: Box) -> bool:
    """True for a track of notes that is not blank: by its kind, or subtitles that hold spots."""
    kind = _kind(stream, trak)
    if kind not in _NOTES | _WORDS:
        return False
    for start, size in islice(samples(stream, trak), 2_000):
        stream.seek(start)
        body = stream.read(min(size, 100_000))
        if (kind in _NOTES and body.strip(b"\0")) or (kind in _WORDS and _SPOT.search(body)):
            return True
    return False


def samples(stream: BinaryIO, trak: Box) -> Iterator[tuple[int, int]]:
    """Where each sample of the track lies in the file, and its length."""
    table = {box.kind: box for box in _inside(stream, trak, (b"mdia", b"minf", b"stbl"))}
    lengths = _lengths(stream, table.get(b"stsz"))
    starts = _starts(stream, table)
    runs = _runs(stream, table.get(b"stsc"))
    firsts = [first for first, _ in runs]
    at, left = 0, MOST_SAMPLES
    for number, start in enumerate(starts, 1):
        run = bisect_right(firsts, number) - 1
        many = runs[run][1] if run >= 0 else 1
        for _ in range(many):
            if at >= len(lengths) or not left:
                return
            yield start, lengths[at]
            start += lengths[at]
            at, left = at + 1, left - 1


def _kind(stream: BinaryIO, trak: Box) -> bytes:
    head = next((box for box in _inside(stream, trak, (b"mdia",)) if box.kind == b"hdlr"), None)
    return head.read(stream, 12)[8:12] if head else b""


def _inside(stream: BinaryIO, box: Box, way: tuple[bytes, ...]) -> list[Box]:
    found = [box]
    for name in way:
        found = [inner for outer in found for inner in boxes(stream, outer.body, outer.end) if inner.kind == name]
    return [inner for outer in found for inner in boxes(stream, outer.body, outer.end)]


def _lengths(stream: BinaryIO, box: Box | None) -> list[int]:
    body = box.read(stream) if box else b""
    same, count = int.from_bytes(body[4:8], "big"), min(int.from_bytes(body[8:12], "big"), MOST_SAMPLES)
    return [same] * count if same else _numbers(body[12:], 4, count)


def _starts(stream: BinaryIO, table: dict[bytes, Box]) -> list[int]:
    size, box = (8, table.get(b"co64")) if b"co64" in table else (4, table.get(b"stco"))
    body = box.read(stream) if box else b""
    return _numbers(body[8:], size, min(int.from_bytes(body[4:8], "big"), MOST_SAMPLES))


def _runs(stream: BinaryIO, box: Box | None) -> list[tuple[int, int]]:
    body = box.read(stream) if box else b""
    found = _numbers(body[8:], 4, min(int.from_bytes(body[4:8], "big"), 10_000) * 3)
    return list(zip(found[::3], found[1::3], strict=False))


def _numbers(body: bytes, size: int, count: int) -> list[int]:
    return [int.from_bytes(body[n * size : (n + 1) * size], "big") for n in range(min(count, len(body) // size))]
