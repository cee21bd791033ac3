"""The boxes that HEIC, AVIF, MP4 and MOV files are made of, read from a stream. Source: ISO/IEC 14496-12."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_BOXES = 20_000
MOST_BODY = 16_000_000


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its type, and where it starts, where its body starts, and where it ends, in bytes of the file."""

    kind: bytes
    start: int
    body: int
    end: int

    def read(self, stream: BinaryIO, most: int = MOST_BODY) -> bytes:
        """The body, or its first `most` bytes."""
        stream.seek(self.body)
        return stream.read(min(self.end - self.body, most))


def length_of(stream: BinaryIO) -> int:
    """The whole length of a stream."""
    return stream.seek(0, 2)


def boxes(stream: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes of one level; one that claims to go on past `end` is cut there, and is the last."""
    at = start
    for _ in range(MOST_BOXES):
        if at + 8 > end:
            return
        stream.seek(at)
        head = stream.read(16)
        size, kind, body = int.from_bytes(head[:4], "big"), head[4:8], at + 8
        if size == 1 and len(head) == 16:
            size, body = int.from_bytes(head[8:16], "big"), at + 16
        elif size == 0:
            size = end - at
        if size < body - at:
            return
        yield Box(kind, at, body, min(at + size, end))
        at += size


def whole(stream: BinaryIO, end: int) -> bool:
    """True when the boxes of the first level end where the file ends."""
    at = 0
    for box in boxes(stream, 0, end):
        stream.seek(box.start)
        head = stream.read(16)
        size = int.from_bytes(head[:4], "big")
        size = int.from_bytes(head[8:16], "big") if size == 1 else size or end - box.start
        at = box.start + size
    return at == end
