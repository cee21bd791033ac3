"""WebP: its chunks, what they give away, and the same picture without them. Source: the WebP container format."""

from __future__ import annotations

from collections.abc import Iterator

from scanners.photos.clues import Clues
from scanners.photos.exif import read_exif
from scanners.photos.icc import bare
from scanners.photos.xmp import read_xmp

MOST_CHUNKS = 200_000
_DRAW = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_TOLD = 0b00001100
"""The bits of VP8X that say: EXIF inside, XMP inside."""

_PROFILE = 0b00100000


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and body of each chunk of the picture; a cut-off one is the last."""
    at, end, count = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little")), 0
    while at + 8 <= end and count < MOST_CHUNKS:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : min(at + 8 + length, len(data))]
        at, count = at + 8 + length + length % 2, count + 1


def read_webp(data: bytes, clues: Clues) -> None:
    """Adds everything the chunks give away, and what stands behind the end of the picture."""
    for kind, body in chunks(data):
        if kind == b"EXIF":
            read_exif(body.removeprefix(b"Exif\0\0"), clues)
        elif kind == b"XMP ":
            read_xmp(body, clues)
        elif kind not in _DRAW:
            clues.note("unknown_part")
    length = 8 + int.from_bytes(data[4:8], "little")
    if length > len(data) + 1:
        clues.damaged = True
    elif data[length:].strip(b"\0\r\n "):
        clues.note("behind_end", len(data) - length)


def strip_webp(data: bytes) -> bytes:
    """The same picture, point for point, with only the chunks that draw it."""
    out = []
    profile = next((bare(body) for kind, body in chunks(data) if kind == b"ICCP"), b"")
    gone = _TOLD if any(profile) else _TOLD | _PROFILE
    for kind, body in chunks(data):
        if kind not in _DRAW or (kind == b"ICCP" and not any(profile)):
            continue
        if kind == b"VP8X" and body:
            body = bytes([body[0] & ~gone & 0xFF]) + body[1:]
        if kind == b"ICCP":
            body = profile
        out.append(kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2))
    inside = b"WEBP" + b"".join(out)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside
