"""JPEG: its segments, what they give away, and the same picture without them. Source: ITU-T T.81; CIPA DC-007."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scanners.photos.clues import Clues
from scanners.photos.exif import read_exif
from scanners.photos.icc import bare
from scanners.photos.iptc import read_resources
from scanners.photos.xmp import read_xmp

MOST_SEGMENTS = 20_000
MOST_EXTENDED = 40_000_000
FEW = 16

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_PROFILE_HEAD = 14
"""Bytes before a colour profile: what it is, which piece of how many."""
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker with what follows it: `start`..`end` in the file, `body` without marker and length."""

    marker: int
    start: int
    end: int
    body: bytes


def segments(data: bytes) -> Iterator[Segment]:
    """Every segment up to the end of the picture; a scan's points belong to its SOS segment."""
    at, count = 2, 0
    while at + 1 < len(data) and count < MOST_SEGMENTS:
        count += 1
        if data[at] != 0xFF:
            at = data.find(b"\xff", at)
            if at < 0:
                return
            continue
        marker = data[at + 1]
        if marker in (0xFF, 0x00):
            at += 1
            continue
        if marker == _EOI:
            yield Segment(marker, at, at + 2, b"")
            return
        if marker in _NO_LENGTH or marker == _SOI:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + max(length, 2)
        body = data[at + 4 : end]
        if marker == _SOS:
            end = _scan_end(data, end)
        yield Segment(marker, at, min(end, len(data)), body)
        at = end


def _scan_end(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] not in (0x00, 0xFF) and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def read_jpeg(data: bytes, clues: Clues) -> None:
    """Adds everything the segments give away, and what stands behind the end of the picture."""
    extended: list[bytes] = []
    end, scanned = 0, False
    for part in segments(data):
        end = part.end if part.marker == _EOI else end
        scanned |= part.marker == _SOS
        if part.marker == 0xFE:
            clues.say("words", _text(part.body))
        elif 0xE0 <= part.marker <= 0xEF:
            _read_application(part, clues, extended)
    if extended:
        read_xmp(b"".join(extended)[:MOST_EXTENDED], clues)
    if not end or not scanned:
        clues.damaged = True
    elif len(data) - end > 0 and data[end:].strip(b"\0\r\n "):
        _read_rest(data[end:], clues)


def _read_application(part: Segment, clues: Clues, extended: list[bytes]) -> None:
    body, marker = part.body, part.marker
    if marker == 0xE1 and body.startswith(b"Exif\0"):
        read_exif(body[6:], clues)
    elif marker == 0xE1 and body.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
        read_xmp(body[29:], clues)
    elif marker == 0xE1 and body.startswith(_EXTENDED):
        extended.append(body[len(_EXTENDED) + 40 :])
    elif marker == 0xED and body.startswith(b"Photoshop 3.0\0"):
        read_resources(body[14:], clues)
    elif marker == 0xE2 and body.startswith(b"MPF\0"):
        clues.note("second_picture")
    elif marker == 0xE0 and body.startswith(b"JFXX\0") and body[5:6] == b"\x10":
        clues.thumbnails.append(body[6:])
    elif marker == 0xE0 and body.startswith(b"JFIF\0"):
        if len(body) > 14 and body[12] and body[13]:
            clues.thumbnails.append(_as_picture(body[12], body[13], body[14:]))
    elif not _needed(part):
        clues.note("maker_notes" if marker >= 0xE3 else "unknown_part")


def _as_picture(width: int, height: int, points: bytes) -> bytes:
    """Bare points, three bytes each, as a picture file any reader opens (PPM)."""
    return b"P6 %d %d 255\n" % (width, height) + points[: width * height * 3].ljust(width * height * 3, b"\0")


def _read_rest(rest: bytes, clues: Clues) -> None:
    """Phones put a second picture or a short film behind the end; others hide a file there."""
    film = rest.find(b"ftyp", 0, 200_000_000)
    if film >= 4:
        from scanners.photos.film import read_film_bytes

        clues.note("motion")
        read_film_bytes(rest[film - 4 :], clues)
        return
    if b"\xff\xd8\xff" in rest[:4096]:
        clues.note("second_picture")
        inner = Clues()
        read_jpeg_facts(rest[rest.index(b"\xff\xd8\xff") :], inner)
        for spot in inner.spots:
            clues.spot(*spot)
        return
    clues.note("behind_end", len(rest))


def read_jpeg_facts(data: bytes, clues: Clues) -> None:
    """As `read_jpeg` for a picture that stands behind another: only its EXIF block counts."""
    for part in segments(data):
        if part.marker == 0xE1 and part.body.startswith(b"Exif\0"):
            read_exif(part.body[6:], clues)


def _needed(part: Segment) -> bool:
    """True for segments without which the picture looks different: JFIF, Adobe's colours, an ICC profile."""
    if part.marker == 0xE2:
        return part.body.startswith(b"ICC_PROFILE\0")
    if part.marker == 0xEE:
        return part.body.startswith(b"Adobe") and len(part.body) <= FEW
    if part.marker == 0xE0:
        return part.body.startswith(b"JFIF\0")
    return not 0xE0 <= part.marker <= 0xEF and part.marker != 0xFE


def strip_jpeg(data: bytes) -> bytes:
    """The same picture, point for point, with only the segments that draw it."""
    out = [b"\xff\xd8"]
    profiles = _bare_profile(data)
    for part in segments(data):
        if part.marker == _EOI:
            break
        if not _needed(part):
            continue
        if part.start in profiles:
            if not any(profiles[part.start]):
                continue
            body = part.body[:_PROFILE_HEAD] + profiles[part.start]
            out.append(b"\xff\xe2" + (len(body) + 2).to_bytes(2, "big") + body)
        elif part.marker == 0xE0:
            # The head without its small picture.
            out.append(b"\xff\xe0\x00\x10" + part.body[:12].ljust(12, b"\0") + b"\0\0")
        else:
            out.append(data[part.start : part.end])
    return b"".join((*out, b"\xff\xd9"))


def _bare_profile(data: bytes) -> dict[int, bytes]:
    """What each segment of the colour profile is to hold, by where it starts: the profile without its words."""
    held = [part for part in segments(data) if part.marker == 0xE2 and part.body.startswith(b"ICC_PROFILE\0")]
    held.sort(key=lambda part: part.body[12:13])
    whole = bare(b"".join(part.body[_PROFILE_HEAD:] for part in held)) if held else b""
    found, at = {}, 0
    for part in held:
        length = len(part.body) - _PROFILE_HEAD
        if length > 0:
            found[part.start] = whole[at : at + length]
            at += length
    return found


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
