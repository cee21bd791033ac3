"""GIF: its blocks, what they give away, and the same picture without them. Source: GIF89a; XMP part 3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scanners.photos.clues import Clues
from scanners.photos.xmp import read_xmp

MOST_BLOCKS = 50_000
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `kind` is head, frame, comment, application, text, control or end; `body` its joined data."""

    kind: str
    start: int
    end: int
    body: bytes = b""
    name: bytes = b""


_EXTENSIONS = {0xFE: "comment", 0xFF: "application", 0x01: "text", 0xF9: "control"}


def blocks(data: bytes) -> Iterator[Block]:
    """Every block up to the end mark; where the file is cut off there is none."""
    if len(data) < 13:
        return
    at = 13 + _colours(data[10])
    yield Block("head", 0, at)
    for _ in range(MOST_BLOCKS):
        start = at
        mark = data[at : at + 1]
        if mark == b"\x21" and at + 2 < len(data):
            kind = _EXTENSIONS.get(data[at + 1], "text")
            body, at = _parts(data, at + 2)
            # The application's name is the first part.
            yield Block(kind, start, at, body, body[:11])
        elif mark == b"\x2c" and at + 10 < len(data):
            _, at = _parts(data, at + 11 + _colours(data[at + 9]), keep=False)
            yield Block("frame", start, at)
        else:
            if mark == b"\x3b":
                yield Block("end", start, start + 1)
            return


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _parts(data: bytes, at: int, *, keep: bool = True) -> tuple[bytes, int]:
    parts: list[bytes] = []
    while at < len(data) and data[at]:
        if keep:
            parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(parts), min(at + 1, len(data))


def read_gif(data: bytes, clues: Clues) -> None:
    """Adds everything the blocks give away, and what stands behind the end of the picture."""
    end = 0
    for block in blocks(data):
        if block.kind == "comment" or (block.kind == "text" and block.body):
            clues.say("words", block.body.decode("utf-8", "replace"))
        elif block.kind == "application" and block.name.startswith(b"XMP Data"):
            # The packet is not cut into parts: its own bytes are read, up to the tail that tells its end.
            read_xmp(data[block.start + 14 : block.end].split(b"\x01\xff\xfe")[0], clues)
        elif block.kind == "application" and block.name not in _LOOPS:
            clues.note("unknown_part")
        elif block.kind == "end":
            end = block.end
    if not end:
        clues.damaged = True
    elif data[end:].strip(b"\0\r\n "):
        clues.note("behind_end", len(data) - end)


def strip_gif(data: bytes) -> bytes:
    """The same picture or animation with only the blocks that draw it."""
    drawn = (
        block
        for block in blocks(data)
        if block.kind in ("head", "frame", "control") or (block.kind == "application" and block.name in _LOOPS)
    )
    return b"".join((*(data[block.start : block.end] for block in drawn), b"\x3b"))
