"""A last look over the bytes of a copy, whatever its structure: blocks of metadata, and what the original told.

A file made to mislead readers can hide a block where no table leads to it; others search for its first bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from scanners.photos.blank import Patch, zeros
from scanners.photos.clues import PhotoReading

_STEP = 4 << 20
_OVERLAP = 1 << 17
_SHORTEST = 6  # bytes; shorter words stand in any picture by chance
_PACKET = re.compile(
    rb"<\?xpacket begin.{0,120000}?<\?xpacket end.{0,16}?>|<x:xmpmeta.{0,120000}?</x:xmpmeta>"
    rb"|<rdf:RDF.{0,120000}?</rdf:RDF>",
    re.DOTALL,
)
_SIGN = re.compile(rb"<x:xmpmeta|<\?xpacket|<rdf:RDF|Exif\0\0(?:II\*\0|MM\0\*)|Photoshop 3\.0\0")


def holds(data: bytes, before: PhotoReading) -> bool:
    """True when the bytes still hold a block of metadata, or words that the original gave away."""
    return _SIGN.search(data) is not None or any(word in data for word in _told(before))


def blanks(stream: BinaryIO, before: PhotoReading) -> Iterator[Patch]:
    """What is to be blanked in a copy of the same length."""
    for start, part in _windows(stream):
        for found in _PACKET.finditer(part):
            yield zeros(start + found.start(), start + found.end())
        for word in _told(before):
            at = part.find(word)
            while at >= 0:
                yield zeros(start + at, start + at + len(word))
                at = part.find(word, at + len(word))


def clean(stream: BinaryIO) -> bool:
    """True when no block of metadata begins anywhere in the file."""
    return all(_SIGN.search(part) is None for _, part in _windows(stream))


def _windows(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The file in pieces that overlap, with the byte each begins at."""
    at = 0
    while True:
        stream.seek(at)
        part = stream.read(_STEP + _OVERLAP)
        if not part:
            return
        yield at, part
        if len(part) <= _STEP:
            return
        at += _STEP


def _told(before: PhotoReading) -> tuple[bytes, ...]:
    texts = {before.device.owner, before.device.serial, *before.names, *before.words}
    forms = (text.encode(code, "ignore") for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be"))
    return tuple(sorted({form for form in forms if len(form) >= _SHORTEST}, key=len, reverse=True))
