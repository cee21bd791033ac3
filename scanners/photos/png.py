"""PNG: its chunks, what they give away, and the same picture without them. Source: W3C PNG (third edition)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from scanners.photos.clues import Clues
from scanners.photos.exif import read_exif
from scanners.photos.icc import bare
from scanners.photos.xmp import read_xmp

MAGIC = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 500_000
MOST_TEXT = 2_000_000
"""Compressed words are never let out to more bytes than this."""

_DRAW = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
    | {b"hIST", b"sPLT", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi", b"acTL", b"fcTL", b"fdAT", b"CgBI"}
)
_OWNERS = frozenset({"author", "copyright", "artist", "creator", "camera owner", "owner"})
_PLACES = frozenset({"location", "place", "city", "gps", "gpsposition", "geotag"})


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Type, body and the place behind each chunk, up to IEND; one that is cut off is the last."""
    at, count = len(MAGIC), 0
    while at + 8 <= len(data) and count < MOST_CHUNKS:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        yield kind, data[at + 8 : at + 8 + length], end
        if kind == b"IEND":
            return
        at, count = end, count + 1


def read_png(data: bytes, clues: Clues) -> None:
    """Adds everything the chunks give away, and what stands behind the end of the picture."""
    last, end = b"", 0
    for kind, body, end in chunks(data):  # noqa: B007 - the last ones count
        last = kind
        if kind == b"eXIf":
            read_exif(body.removeprefix(b"Exif\0\0"), clues)
        elif kind == b"tIME" and len(body) == 7:
            clues.say(
                "dates", f"{int.from_bytes(body[:2], 'big'):04}:" + ":".join(f"{part:02}" for part in body[2:7])
            )
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            _read_text(*_words(kind, body, clues), clues)
        elif kind not in _DRAW:
            clues.note("unknown_part")
    if last != b"IEND" or end > len(data):
        clues.damaged = True
    elif data[end:].strip(b"\0\r\n "):
        clues.note("behind_end", len(data) - end)


def _words(kind: bytes, body: bytes, clues: Clues) -> tuple[str, bytes]:
    key, _, rest = body.partition(b"\0")
    if kind == b"tEXt":
        value = rest
    elif kind == b"zTXt":
        value = _unpacked(rest[1:], clues)
    else:
        packed = rest[:1] == b"\x01"
        value = rest[2:].split(b"\0", 2)[-1]
        value = _unpacked(value, clues) if packed else value
    return key[:79].decode("latin-1"), value


def _unpacked(packed: bytes, clues: Clues) -> bytes:
    try:
        box = zlib.decompressobj()
        text = box.decompress(packed, MOST_TEXT)
    except zlib.error:
        clues.note("unknown_part")
        return b""
    if box.unconsumed_tail:
        clues.note("too_long")
    return text


def _read_text(key: str, value: bytes, clues: Clues) -> None:
    lower = key.lower()
    if lower == "xml:com.adobe.xmp" or value.lstrip()[:10].startswith((b"<x:xmpmeta", b"<?xpacket")):
        read_xmp(value, clues)
    elif lower.startswith("raw profile type"):
        _read_profile(lower, value, clues)
    else:
        text = value.decode("utf-8", "replace")
        if lower in _OWNERS:
            clues.say("owners", text)
        elif lower == "software":
            clues.say("software", text)
        elif lower in _PLACES:
            clues.say("place_words", text)
        elif lower in ("creation time", "date:create", "date:modify", "create-date", "date:timestamp"):
            clues.say("dates", text)
            clues.note("unknown_part")
        else:
            clues.say("words", f"{key}: {text}" if lower not in ("comment", "description", "title") else text)


def _read_profile(key: str, value: bytes, clues: Clues) -> None:
    """Blocks that ImageMagick writes as hexadecimal words."""
    try:
        raw = bytes.fromhex("".join(value.decode("ascii", "ignore").split()[2:]))
    except ValueError:
        clues.note("unknown_part")
        return
    if key.endswith(("exif", "app1")):
        if raw.startswith(b"http://ns.adobe.com/xap"):
            read_xmp(raw.partition(b"\0")[2], clues)
        else:
            read_exif(raw.removeprefix(b"Exif\0\0"), clues)
    elif key.endswith("xmp"):
        read_xmp(raw, clues)
    elif key.endswith(("iptc", "8bim")):
        from scanners.photos.iptc import read_iptc, read_resources

        (read_resources if b"8BIM" in raw[:8] else read_iptc)(raw, clues)
    else:
        clues.note("unknown_part")


def _bare_profile(body: bytes) -> bytes:
    """A colour profile without its words, under a name that tells nothing; empty where it cannot be read."""
    packed = body.partition(b"\0")[2][1:]
    try:
        profile = zlib.decompressobj().decompress(packed, MOST_TEXT)
    except zlib.error:
        return b""
    return b"ICC\0\0" + zlib.compress(bare(profile)) if profile[36:40] == b"acsp" else b""


def strip_png(data: bytes) -> bytes:
    """The same picture, point for point, with only the chunks that draw it."""
    out = [MAGIC]
    for kind, body, _ in chunks(data):
        if kind == b"iCCP" and not (body := _bare_profile(body)):
            continue
        if kind in _DRAW:
            out.append(len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big"))
    return b"".join(out)
