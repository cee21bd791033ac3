"""EXIF and the other tags of a TIFF structure, read with bounds: loops, lies and zero denominators are ordinary.

Sources: TIFF 6.0; CIPA DC-008 (Exif 2.32).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scanners.photos.clues import Clues
from scanners.photos.iptc import read_iptc, read_resources
from scanners.photos.xmp import read_xmp

MOST_FOLDERS = 24
MOST_TAGS = 4_000
MOST_VALUE = 4_000_000

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_FORMS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}
_EXIF, _GPS, _INTEROP, _SUB = 0x8769, 0x8825, 0xA005, 0x014A
_XMP, _IPTC, _PHOTOSHOP = 0x02BC, 0x83BB, 0x8649
_SHORT = 20
_WORDS = {
    0x010E: "words",
    0x010F: "make",
    0x0110: "model",
    0x0131: "software",
    0x013B: "owners",
    0x013C: "software",
    0x8298: "owners",
    0x9003: "dates",
    0xA430: "owners",
    0xA431: "serials",
    0xA435: "serials",
    0xA436: "words",
    0xA437: "owners",
    0xA438: "owners",
    0xC62F: "serials",
    0xC614: "model",
    0xC68B: "words",
}
_LATER_DATES = (0x9004, 0x0132)
_WINDOWS = {0x9C9B: "words", 0x9C9C: "words", 0x9C9D: "owners", 0x9C9E: "words", 0x9C9F: "words"}
# How the points of the picture are laid out: nothing of the person, and needed to draw it.
_DRAWING = frozenset(
    {0xFE, 0xFF, *range(0x100, 0x108), 0x10A, 0x111, 0x112, 0x115, 0x116, 0x117, 0x11A, 0x11B, 0x11C, 0x120, 0x121}
    | {0x124, 0x125, 0x128, 0x12D, 0x13D, 0x13E, 0x13F, 0x140, *range(0x141, 0x146), 0x14A, 0x152, 0x153, 0x154}
    | {0x155, 0x15B, 0x201, 0x202, 0x211, 0x212, 0x213, 0x214, 0x8773, 0x8769, 0x8825, 0xA005}
    | {0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA500, 0x0001, 0x0002, 0x1001, 0x1002}
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One entry: its folder (`0`, `1` ..., `exif`, `gps`, `interop`, `sub`), number, TIFF type and raw value."""

    folder: str
    number: int
    type: int
    raw: bytes
    order: str

    @property
    def text(self) -> str:
        """The value as words."""
        return self.raw.split(b"\0\0\0\0", 1)[0].strip(b"\0 ").decode("utf-8", "replace")

    @property
    def numbers(self) -> tuple[float | None, ...]:
        """The value as numbers; None where a denominator is zero or the number is none."""
        if self.type in (5, 10):
            parts = struct.unpack(f"{self.order}{len(self.raw) // 4}{'I' if self.type == 5 else 'i'}", self.raw)
            return tuple(
                top / bottom if bottom else None for top, bottom in zip(parts[::2], parts[1::2], strict=False)
            )
        form = _FORMS.get(self.type)
        if form is None:
            return ()
        values = struct.unpack(f"{self.order}{len(self.raw) // struct.calcsize(form)}{form}", self.raw)
        return tuple(float(value) if math.isfinite(value) else None for value in values)

    @property
    def whole(self) -> int:
        """The first number, as a whole one; 0 without."""
        return int(next(iter(self.numbers), 0) or 0)


def tags(data: bytes, clues: Clues) -> list[Tag]:
    """Every tag of a TIFF structure, each folder once; what lies outside the data or has no end is left out."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        clues.damaged = True
        return []
    found: list[Tag] = []
    seen: set[int] = set()
    todo = [(struct.unpack_from(f"{order}I", data, 4)[0], "0")]
    while todo and len(seen) < MOST_FOLDERS and len(found) < MOST_TAGS:
        at, name = todo.pop(0)
        if at in seen or not 8 <= at <= len(data) - 2:
            clues.damaged |= at != 0
            continue
        seen.add(at)
        entries = list(_entries(data, at, order, name, clues))
        found += entries
        todo += [link for tag in entries for link in _links(tag)]
        (count,) = struct.unpack_from(f"{order}H", data, at)
        after = at + 2 + 12 * count
        if name.isdigit() and after + 4 <= len(data):
            following = struct.unpack_from(f"{order}I", data, after)[0]
            todo += [(following, str(int(name) + 1))] if following else []
    return found


def _entries(data: bytes, at: int, order: str, name: str, clues: Clues) -> Iterator[Tag]:
    (count,) = struct.unpack_from(f"{order}H", data, at)
    for number in range(min(count, MOST_TAGS)):
        start = at + 2 + 12 * number
        if start + 12 > len(data):
            clues.damaged = True
            return
        tag, type_, length = struct.unpack_from(f"{order}HHI", data, start)
        size = _SIZES.get(type_, 0) * length
        if not size or size > MOST_VALUE:
            clues.damaged |= size == 0 and length > 0 and type_ not in _SIZES
            continue
        place = start + 8 if size <= 4 else struct.unpack_from(f"{order}I", data, start + 8)[0]
        if place + size > len(data):
            # What is there of a value that was cut off may still tell something.
            clues.damaged = True
            size = max(0, len(data) - place) if type_ in (2, 7) else 0
        if size:
            yield Tag(name, tag, type_, data[place : place + size], order)


def _links(tag: Tag) -> Iterator[tuple[int, str]]:
    names = {_EXIF: "exif", _GPS: "gps", _INTEROP: "interop", _SUB: "sub"}
    if tag.number in names and tag.folder != "gps":
        yield from ((int(value), names[tag.number]) for value in tag.numbers[:8] if value)


def read_exif(data: bytes, clues: Clues, *, picture: bool = False) -> None:
    """Adds what the tags give away; `picture` is True for a TIFF file, whose tags also draw it."""
    found = tags(data, clues)
    for tag in found:
        if tag.folder == "gps":
            continue
        kind = _said(tag)
        if kind:
            clues.say(kind, tag.raw.decode("utf-16-le", "replace") if tag.number in _WINDOWS else tag.text)
        elif tag.number in _READ:
            _READ[tag.number](tag, clues)
        elif tag.number not in _DRAWING and tag.number not in _LATER_DATES:
            clues.note("settings")
    for number in _LATER_DATES:
        for tag in found:
            if tag.number == number:
                clues.say("dates", tag.text)
    _gps([tag for tag in found if tag.folder == "gps"], clues)
    if picture:
        clues.damaged |= _cut_off(found, len(data))
    else:
        _thumbnail(found, data, clues)


def _cut_off(found: list[Tag], size: int) -> bool:
    """True when points of a TIFF picture should stand behind the end of the file, or nowhere."""
    strips = [(0x111, 0x117), (0x144, 0x145)]
    ends = []
    for starts, lengths in strips:
        for tag in found:
            if tag.number == starts:
                many = next((t.numbers for t in found if t.folder == tag.folder and t.number == lengths), ())
                ends += [(at or 0) + (length or 0) for at, length in zip(tag.numbers, many, strict=False)]
    return not ends or max(ends) > size


def _said(tag: Tag) -> str:
    if tag.number in _WINDOWS:
        return _WINDOWS[tag.number]
    return _WORDS.get(tag.number, "") if tag.type in (1, 2, 7) else ""


def _turn(tag: Tag, clues: Clues) -> None:
    if tag.folder == "0" and 1 <= tag.whole <= 8:
        clues.orientation = tag.whole


_READ: Mapping[int, Callable[[Tag, Clues], None]] = {
    0x0112: _turn,
    0x927C: lambda tag, clues: clues.note("maker_notes"),
    0x9286: lambda tag, clues: clues.say("words", _comment(tag)),
    0xA420: lambda tag, clues: clues.note("picture_number"),
    _XMP: lambda tag, clues: read_xmp(tag.raw, clues),
    _IPTC: lambda tag, clues: read_iptc(tag.raw, clues),
    _PHOTOSHOP: lambda tag, clues: read_resources(tag.raw, clues),
}


def _comment(tag: Tag) -> str:
    code, text = tag.raw[:8], tag.raw[8:]
    if code.startswith(b"UNICODE"):
        return text.decode("utf-16-be" if tag.order == ">" else "utf-16-le", "replace")
    return text.decode("utf-8", "replace").strip("\0 ")


def _gps(found: list[Tag], clues: Clues) -> None:
    by_number = {tag.number: tag for tag in found}
    for latitude, longitude in ((1, 3), (0x13, 0x15)):
        if latitude + 1 in by_number or longitude + 1 in by_number:
            clues.spot(*(_degrees(by_number, ref) for ref in (latitude, longitude)))
    if 0x1D in by_number:
        clues.say("dates", by_number[0x1D].text)
    for number in (0x1B, 0x1C):
        if number in by_number:
            words = _comment(by_number[number])
            if number == 0x1C:
                clues.say("place_words", words)
    told = {1, 2, 3, 4, 0x13, 0x14, 0x15, 0x16, 0x1D, 0x1C, 0, 0x12, 0x1B}
    if set(by_number) - told:
        clues.note("gps_more")


def _degrees(by_number: dict[int, Tag], ref: int) -> float | None:
    if ref + 1 not in by_number:
        return None
    parts = by_number[ref + 1].numbers[:3]
    if not parts or parts[0] is None or any(part is None for part in parts[:2]):
        return None
    # Seconds of 0/0 are what cameras write that count in minutes.
    whole, minutes, seconds = (*(part or 0.0 for part in parts), 0.0, 0.0)[:3]
    value = whole + minutes / 60 + seconds / 3600
    side = by_number[ref].text.strip().upper()[:1] if ref in by_number else ""
    return -abs(value) if side in ("S", "W") else value


def _thumbnail(found: list[Tag], data: bytes, clues: Clues) -> None:
    """The small picture of folder 1, which programs often leave as it was when they cut or blur the big one."""
    inside = {tag.number: tag.whole for tag in found if tag.folder != "0" and tag.number in (0x201, 0x202)}
    start, length = inside.get(0x201, 0), inside.get(0x202, 0)
    if 0 < start < len(data) and length > _SHORT:
        clues.thumbnails.append(data[start : start + min(length, MOST_VALUE)])
