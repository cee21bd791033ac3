"""Colour profiles: the numbers that draw the picture stay, names of screens, makers and dates in them go.

A profile made on a person's own computer can bear the name of the screen or of the computer. Source: ICC.1:2022.
"""

from __future__ import annotations

HEAD = 128
_ROW = 12
_MOST_ROWS = 200
_FACTS = (slice(24, 36), slice(48, 56), slice(80, 100))
"""In the head: when it was made, on which device, by whom, and a sum over all of it."""
_WORDS = frozenset((b"desc", b"mluc", b"text", b"sig ", b"dict", b"pseq", b"psid", b"dtim"))
"""Types of data that are words or dates. What draws is of other types."""
_DATE = b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0"


def bare(profile: bytes) -> bytes:
    """The profile at its length with all words blank; nothing but zeros where it is no profile."""
    rows = int.from_bytes(profile[HEAD : HEAD + 4], "big")
    start = HEAD + 4 + rows * _ROW
    if profile[36:40] != b"acsp" or rows > _MOST_ROWS or start > len(profile):
        return bytes(len(profile))
    out = bytearray(len(profile))
    out[:start] = profile[:start]
    for part in _FACTS:
        out[part] = bytes(part.stop - part.start)
    out[_FACTS[0]] = _DATE
    for row in range(rows):
        at = HEAD + 4 + row * _ROW
        begin, length = (int.from_bytes(profile[at + n : at + n + 4], "big") for n in (4, 8))
        data = profile[begin : begin + length]
        if begin >= start and len(data) == length:
            out[begin : begin + length] = _blank(data) if data[:4] in _WORDS else data
    return bytes(out)


def _blank(data: bytes) -> bytes:
    """Words of a profile as a reader still takes them: of the same type and length, and of nothing."""
    kind = data[:4]
    if kind == b"mluc":  # no name in any language: a count of none, in rows of twelve bytes
        return (kind + bytes(4) + bytes(4) + b"\0\0\0\x0c").ljust(len(data), b"\0")[: len(data)]
    if kind == b"desc":  # one letter, the end of a word
        return (kind + bytes(4) + b"\0\0\0\x01").ljust(len(data), b"\0")[: len(data)]
    return kind[: len(data)].ljust(len(data), b"\0")
