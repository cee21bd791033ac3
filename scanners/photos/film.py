"""MP4 and MOV: places, devices, names and dates in a film, and where they are blanked.

Sources: ISO/IEC 14496-12; QuickTime File Format; 3GPP TS 26.244; GoPro GPMF; Android Camera Motion Metadata.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from scanners.photos.blank import Patch, freed, zeros
from scanners.photos.boxes import MOST_BOXES, Box, boxes, length_of, whole
from scanners.photos.clues import Clues
from scanners.photos.exif import read_exif
from scanners.photos.film_tracks import is_told, samples
from scanners.photos.xmp import read_xmp

_XMP_ID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF_ID = b"JpgTiffExif->JP2"
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_HEADS = (b"mvhd", b"tkhd", b"mdhd")
_FREE = (b"free", b"skip", b"wide")
_DEEPER = (b"moov", b"trak", b"mdia", b"moof", b"traf", b"edts", b"minf")
_PIECES = (b"udta", b"meta", b"uuid", b"ID32", b"Xtra", b"XMP_", b"PICT", b"SEFT", b"sefd")
_KNOWN_TOP = frozenset(
    {
        b"ftyp",
        b"moov",
        b"mdat",
        b"moof",
        b"mfra",
        b"sidx",
        b"ssix",
        b"styp",
        b"prft",
        b"emsg",
        b"pdin",
        b"mvex",
        *_FREE,
    }
)
_ISO6709 = re.compile(r"([+-])(\d{2,6}(?:\.\d*)?)([+-])(\d{3,7}(?:\.\d*)?)")
_SAID = {
    "mak": "make",
    "mod": "model",
    "manu": "make",
    "modl": "model",
    "make": "make",
    "model": "model",
    "android.manufacturer": "make",
    "android.model": "model",
    "day": "dates",
    "creationdate": "dates",
    "date": "dates",
    "swr": "software",
    "too": "software",
    "enc": "software",
    "software": "software",
    "android.version": "software",
    "aut": "owners",
    "auth": "owners",
    "author": "owners",
    "ART": "owners",
    "aART": "owners",
    "artist": "owners",
    "cpy": "owners",
    "cprt": "owners",
    "copyright": "owners",
    "own": "owners",
    "dir": "owners",
    "prd": "owners",
    "perf": "owners",
    "camera.identifier": "serials",
    "camera.owner": "owners",
    "CAME": "serials",
    "SNum": "serials",
}
_QUIET = frozenset({"hdlr", "keys", "free", "skip", "mhdr"})


def read_film(stream: BinaryIO, clues: Clues) -> None:
    """Adds everything the film gives away; it is read in place, however long it is."""
    end = length_of(stream)
    clues.damaged |= not whole(stream, end)
    created: list[str] = []
    seen = False
    for box, way in _tree(stream, end):
        seen |= box.kind == b"moov"
        if box.kind in _HEADS:
            created += filter(None, [_created(box.read(stream, 40))])
        elif _is_piece(box, way):
            _read_piece(stream, box, clues)
        elif (box.kind in _FREE and way == b"" and _has_words(box.read(stream, 200_000))) or (
            way == b"" and box.kind not in _KNOWN_TOP
        ):
            clues.note("unknown_part")
        elif box.kind == b"trak" and is_told(stream, box):
            clues.note("track")
            _read_track(stream, box, clues)
    for date in created:
        clues.say("dates", date)
    clues.damaged |= not seen


def read_film_bytes(data: bytes, clues: Clues) -> None:
    """As `read_film` for a film that stands inside another file."""
    inner = Clues()
    read_film(io.BytesIO(data), inner)
    for spot in inner.spots:
        clues.spot(*spot)
    for kind in ("make", "model", "serials", "owners", "place_words", "dates"):
        for text in getattr(inner, kind):
            clues.say(kind, text)


def blanks(stream: BinaryIO) -> Iterator[Patch]:
    """Where a copy is blanked: boxes that tell become free room, dates become zero; sound and picture stay."""
    end = length_of(stream)
    last = 0
    for box, way in _tree(stream, end):
        last = max(last, box.end) if way == b"" else last
        if box.kind in _HEADS:
            wide = box.read(stream, 1) == b"\1"
            yield zeros(box.body + 4, box.body + (20 if wide else 12))
        elif _is_piece(box, way) or (way == b"" and box.kind not in _KNOWN_TOP):
            yield from freed(box)
        elif box.kind in _FREE and way == b"":
            yield zeros(box.body, box.end)
        elif box.kind == b"trak" and is_told(stream, box):
            yield from (zeros(start, min(start + size, end)) for start, size in samples(stream, box))
    if 0 < last < end:
        yield zeros(last, end)


def _tree(stream: BinaryIO, end: int) -> Iterator[tuple[Box, bytes]]:
    """Every box of the first levels, with the kind of the one it stands in; pieces that tell are not entered."""
    todo: list[tuple[int, int, bytes]] = [(0, end, b"")]
    count = 0
    while todo and count < MOST_BOXES:
        start, stop, way = todo.pop(0)
        for box in list(boxes(stream, start, stop)):
            count += 1
            yield box, way
            if box.kind in _DEEPER and len(todo) < 2_000:
                todo.append((box.body, box.end, box.kind))


def _is_piece(box: Box, way: bytes) -> bool:
    return box.kind in _PIECES and way != b"traf"


def _created(body: bytes) -> str:
    wide = body[:1] == b"\1"
    seconds = int.from_bytes(body[4:12] if wide else body[4:8], "big")
    if not seconds:
        return ""
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    # Some cameras count from 1970 instead.
    if moment.year < 1971 or moment.year > 2100:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=min(seconds, 4_000_000_000))
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def _read_piece(stream: BinaryIO, box: Box, clues: Clues) -> None:
    if box.kind == b"uuid":
        body = box.read(stream)
        if body[:16] == _XMP_ID:
            read_xmp(body[16:], clues)
        elif body[:16] == _EXIF_ID:
            read_exif(body[16:].removeprefix(b"Exif\0\0"), clues)
        elif body.strip(b"\0"):
            clues.note("unknown_part")
            _read_anything(body[16:], clues)
    elif box.kind == b"XMP_":
        read_xmp(box.read(stream), clues)
    elif box.kind == b"meta":
        _read_meta(stream, box, clues)
    elif box.kind == b"udta":
        _read_user_data(stream, box, clues)
    elif (body := box.read(stream)).strip(b"\0"):
        clues.note("unknown_part")
        _read_anything(body, clues)


def _read_user_data(stream: BinaryIO, udta: Box, clues: Clues) -> None:
    for box in boxes(stream, udta.body, udta.end):
        name = box.kind.lstrip(b"\xa9").decode("latin-1")
        if box.kind == b"meta":
            _read_meta(stream, box, clues)
        elif box.kind == b"XMP_":
            read_xmp(box.read(stream), clues)
        elif box.kind == b"loci":
            _read_loci(box.read(stream, 2_000), clues)
        elif box.kind[:1] == b"\xa9":
            _say(name, _text(box.read(stream, 70_000)[4:]), clues)
        elif box.kind in (b"auth", b"titl", b"dscp", b"cprt", b"perf", b"gnre", b"albm"):
            _say(name, _text(box.read(stream, 70_000)[6:]), clues)
        elif box.kind in (b"manu", b"modl", b"CAME", b"SNum"):
            raw = box.read(stream, 500)
            _say(name, raw.hex() if name == "CAME" else _text(raw.lstrip(b"\0")), clues)
        elif box.kind == b"GPMF":
            _read_gpmf(box.read(stream), clues)
            clues.note("unknown_part")
        elif name not in _QUIET and box.read(stream, 4_000).strip(b"\0"):
            clues.note("unknown_part")
            _read_anything(box.read(stream, 2_000_000), clues)


def _read_meta(stream: BinaryIO, meta: Box, clues: Clues) -> None:
    """Names and values (QuickTime keys, iTunes lists), or an XML page of a camera."""
    head = meta.read(stream, 16)
    inside = list(boxes(stream, meta.body + (0 if head[4:8] == b"hdlr" else 4), meta.end))
    keys: list[str] = []
    for box in inside:
        if box.kind == b"keys":
            keys = list(_keys(box.read(stream)))
        elif box.kind in (b"xml ", b"bxml"):
            _read_anything(box.read(stream)[4:], clues)
            clues.note("unknown_part")
    for box in inside:
        if box.kind == b"ilst":
            for entry in boxes(stream, box.body, box.end):
                number = int.from_bytes(entry.kind, "big")
                name = (
                    keys[number - 1] if 0 < number <= len(keys) else entry.kind.lstrip(b"\xa9").decode("latin-1")
                )
                _read_value(name, stream, entry, clues)


def _keys(body: bytes) -> Iterator[str]:
    at = 8
    for _ in range(min(int.from_bytes(body[4:8], "big"), 1_000)):
        size = int.from_bytes(body[at : at + 4], "big")
        if size < 8:
            return
        yield body[at + 8 : at + size].decode("utf-8", "replace")
        at += size


def _read_value(name: str, stream: BinaryIO, entry: Box, clues: Clues) -> None:
    told = [box for box in boxes(stream, entry.body, entry.end) if box.kind == b"data"]
    for box in told:
        body = box.read(stream, 70_000)
        kind, value = int.from_bytes(body[:4], "big") & 0xFFFFFF, body[8:]
        if kind in (13, 14, 27):
            clues.note("preview")
        elif kind in (1, 2, 4, 5) or name.startswith("com."):
            _say(name, value.decode("utf-16-be" if kind in (2, 5) else "utf-8", "replace"), clues)
        elif value.strip(b"\0"):
            clues.note("settings")


def _say(name: str, text: str, clues: Clues) -> None:
    short = name.removeprefix("com.apple.quicktime.").removeprefix("com.apple.photos.").removeprefix("com.")
    if short in ("xyz", "location.ISO6709", "android.location"):
        clues.spot(*iso6709(text))
    elif short in ("location.name", "location.body", "location.note"):
        clues.say("place_words", text)
    elif short in _SAID:
        clues.say(_SAID[short], text)
    elif (
        short in ("location.role", "location.date", "location.accuracy.horizontal")
        or not text.strip("\0 ")
        or short.startswith(("content.identifier", "live-photo", "still-image", "full-frame", "originating"))
    ):
        clues.note("settings")
    else:
        clues.say("words", text)


def iso6709(text: str) -> tuple[float | None, float | None]:
    """Degrees of `+53.6003-001.9302/`, also in degrees and minutes, or degrees, minutes and seconds."""
    found = _ISO6709.search(text)
    if not found:
        return None, None
    return _angle(found[1], found[2], 2), _angle(found[3], found[4], 3)


def _angle(sign: str, digits: str, places: int) -> float:
    whole_part = digits.split(".")[0]
    extra = len(whole_part) - places
    degrees = float(digits)
    if extra == 2:
        degrees = int(digits[:places]) + float(digits[places:]) / 60
    elif extra == 4:
        degrees = int(digits[:places]) + int(digits[places : places + 2]) / 60 + float(digits[places + 2 :]) / 3600
    return -degrees if sign == "-" else degrees


def _read_loci(body: bytes, clues: Clues) -> None:
    """3GPP's place: a name, its role, then longitude and latitude as fixed-point numbers."""
    rest = body[6:]
    if rest[:2] in (b"\xfe\xff", b"\xff\xfe"):
        name, at = _wide_name(rest)
    else:
        at = rest.find(b"\0") + 1
        name = rest[: max(at - 1, 0)].decode("utf-8", "replace")
    numbers = rest[at + 1 : at + 9]
    clues.say("place_words", name)
    if len(numbers) == 8:
        longitude, latitude = (int.from_bytes(numbers[n : n + 4], "big", signed=True) / 65536 for n in (0, 4))
        clues.spot(latitude, longitude)


def _wide_name(rest: bytes) -> tuple[str, int]:
    for at in range(2, len(rest) - 1, 2):
        if rest[at : at + 2] == b"\0\0":
            return rest[:at].decode("utf-16", "replace"), at + 2
    return "", len(rest)


def _read_track(stream: BinaryIO, trak: Box, clues: Clues) -> None:
    for start, size in list(samples(stream, trak))[:20]:
        stream.seek(start)
        body = stream.read(min(size, 200_000))
        if body[:4] == b"DEVC":
            _read_gpmf(body, clues)
        else:
            _read_anything(body, clues)


def _read_gpmf(body: bytes, clues: Clues) -> None:
    """GoPro's lists of numbers: the first spot of GPS5, in units told by SCAL just before."""
    at = body.find(b"GPS5")
    scale = body.rfind(b"SCAL", 0, max(at, 0))
    if at < 0 or scale < 0 or at + 16 > len(body):
        return
    units = [int.from_bytes(body[scale + 8 + n * 4 : scale + 12 + n * 4], "big", signed=True) for n in (0, 1)]
    values = [int.from_bytes(body[at + 8 + n * 4 : at + 12 + n * 4], "big", signed=True) for n in (0, 1)]
    if all(units):
        clues.spot(values[0] / units[0], values[1] / units[1])


_ATTRIBUTES = {
    "make": re.compile(r'manufacturer="([^"<>]{1,80})"'),
    "model": re.compile(r'modelName="([^"<>]{1,80})"'),
    "serials": re.compile(r'serialNo="([^"<>]{1,80})"'),
}
_DRONE = re.compile(
    r"(?:GPS\s*\(|\[latitude\s*:|latitude\W{1,3})\s*([+-]?\d{1,3}\.\d+)\W+(?:long?t?itude\s*:?\s*)?([+-]?\d{1,3}\.\d+)",
    re.I,
)


def _read_anything(body: bytes, clues: Clues) -> None:
    """Words of a camera in a form of its own: a spot, its maker, its number, where they can be told."""
    text = body[:400_000].decode("utf-8", "ignore")
    for kind, pattern in _ATTRIBUTES.items():
        for found in pattern.finditer(text):
            clues.say(kind, found[1])
    if drone := _DRONE.search(text):
        first, second = float(drone[1]), float(drone[2])
        # Some write the longitude first: only the other way round can it be on a map.
        clues.spot(*((first, second) if abs(first) <= 90 and "GPS" not in drone[0].upper() else (second, first)))
    elif (place := _ISO6709.search(text)) and "." in place[0] and "/" in text[place.end() : place.end() + 12]:
        clues.spot(*iso6709(place[0]))


def _has_words(body: bytes) -> bool:
    return bool(re.search(rb"[A-Za-z0-9+.,:; -]{12}", body))


def _text(raw: bytes) -> str:
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw.decode("utf-16", "replace").strip("\0 ")
    try:
        return raw.decode("utf-8").strip("\0 ")
    except UnicodeDecodeError:
        return raw.decode("mac-roman", "replace").strip("\0 ")
