"""IPTC-IIM records and the Photoshop resources that hold them: captions, names and places of press agencies.

Sources: IPTC-IIM 4.2; Adobe Photoshop File Formats (image resources).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanners.photos.clues import Clues
from scanners.photos.xmp import read_xmp

_KINDS = {
    5: "words",
    25: "words",
    40: "words",
    55: "dates",
    65: "software",
    80: "owners",
    85: "words",
    103: "words",
    105: "words",
    110: "owners",
    115: "owners",
    116: "owners",
    118: "owners",
    120: "words",
    122: "owners",
}
_PLACES = (92, 90, 95, 101)
MOST_RECORDS = 2_000


def read_iptc(data: bytes, clues: Clues) -> None:
    """Adds what the records say; the place is put together from sublocation, city, state and country."""
    place: dict[int, str] = {}
    told = False
    wide = b"\x1c\x01Z\x00\x03\x1b%G" in data
    for number, raw in _records(data):
        text = raw.decode("utf-8" if wide or _is_utf8(raw) else "cp1252", "replace").strip("\0 ")
        if number in _PLACES and text:
            place.setdefault(number, text)
        elif number in _KINDS:
            clues.say(_KINDS[number], text)
        elif number not in (0, 200, 201, 202):
            told = True
    if place:
        clues.say("place_words", ", ".join(place[number] for number in _PLACES if number in place))
    if told:
        clues.note("iptc")


def read_resources(data: bytes, clues: Clues) -> None:
    """Adds what Photoshop's resources hold: IPTC, small pictures, XMP, addresses."""
    for number, raw in _resources(data):
        if number == 0x0404:
            read_iptc(raw, clues)
        elif number in (0x0409, 0x040C) and len(raw) > 28:
            clues.thumbnails.append(raw[28:])
        elif number == 0x0424:
            read_xmp(raw, clues)
        elif number == 0x040B:
            clues.say("words", raw.decode("utf-8", "replace"))
        else:
            clues.note("editor")


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at, count = 0, 0
    while at + 5 <= len(data) and data[at] == 0x1C and count < MOST_RECORDS:
        record, number = data[at + 1], data[at + 2]
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        at += 5
        if size & 0x8000:
            extra = size & 0x7FFF
            size = int.from_bytes(data[at : at + min(extra, 4)], "big")
            at += extra
        if record == 2:
            yield number, data[at : at + min(size, 100_000)]
        at, count = at + size, count + 1


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    for found, _ in zip(re.finditer(rb"8BIM", data), range(MOST_RECORDS), strict=False):
        at = found.end()
        number = int.from_bytes(data[at : at + 2], "big")
        name = data[at + 2] if at + 2 < len(data) else 0
        at += 2 + (name + 2) // 2 * 2
        size = int.from_bytes(data[at : at + 4], "big")
        if at + 4 + size <= len(data):
            yield number, data[at + 4 : at + 4 + size]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
