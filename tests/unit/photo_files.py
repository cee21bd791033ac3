"""Pictures and films made for tests: invented people and places, one small file of every kind."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin

MARSDEN = (53.6003, -1.9302)
OWNER = "Carol Ashworth"
SERIAL = "C0FFEE123"


def picture(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """A drawn scene whose parts all differ, so that a part of it is told from the whole."""
    image = Image.new("RGB", (width, height), (120, 170, 210))
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, height * 0.6, width, height], fill=(40, 110, 50))
    draw.ellipse([width * 0.08, height * 0.1, width * 0.25, height * 0.35], fill=(250, 220, 90))
    draw.polygon(
        [(width * 0.6, height * 0.6), (width * 0.75, height * 0.2), (width * 0.95, height * 0.6)],
        fill=(90, 40, 40),
    )
    draw.rectangle([width * 0.3, height * 0.45, width * 0.42, height * 0.8], fill=(230, 230, 230))
    return image.convert(mode)


def exif(*, place: tuple[float, float] | None = MARSDEN, orientation: int = 1) -> Image.Exif:
    """EXIF of a telling picture: place, camera, numbers, owner, date."""
    made = Image.Exif()
    made[0x010F], made[0x0110], made[0x0131] = "Pretend", "Pocket Camera", "Sketchbook 2"
    made[0x013B], made[0x0112] = OWNER, orientation
    made.get_ifd(0x8769).update({0x9003: "2026:08:30 14:05:00", 0xA431: SERIAL, 0xA435: "LENS77", 0xA430: OWNER})
    if place:
        made.get_ifd(0x8825).update(gps(*place))
    return made


def gps(latitude: float, longitude: float) -> dict[int, Any]:
    return {
        1: "N" if latitude >= 0 else "S",
        2: _degrees(latitude),
        3: "E" if longitude >= 0 else "W",
        4: _degrees(longitude),
    }


def _degrees(value: float) -> tuple[float, float, float]:
    whole, rest = divmod(abs(value), 1)
    minutes, rest = divmod(rest * 60, 1)
    return whole, minutes, round(rest * 60, 3)


XMP = b"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:exif='http://ns.adobe.com/exif/1.0/'
 xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmlns:aux='http://ns.adobe.com/exif/1.0/aux/'
 xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:mwg='http://www.metadataworkinggroup.com/schemas/regions/'
 exif:GPSLatitude='53,36.018N' exif:GPSLongitude='1,55.812W' photoshop:City='Marsden' photoshop:Country='England'
 aux:SerialNumber='C0FFEE123'>
<dc:creator><rdf:Seq><rdf:li>Carol Ashworth</rdf:li></rdf:Seq></dc:creator>
<mwg:Regions rdf:parseType='Resource'><mwg:RegionList><rdf:Bag><rdf:li rdf:parseType='Resource'>
<mwg:Name>Pete Ashworth</mwg:Name></rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""


def jpeg(image: Image.Image | None = None, **options: Any) -> bytes:
    return _saved(image or picture(), "JPEG", quality=92, **({"exif": exif()} | options))


def png(**options: Any) -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", OWNER)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    words.add_text("Comment", "ring 07700 900263", zip=True)
    return _saved(picture(), "PNG", pnginfo=words, **({"exif": exif()} | options))


def webp(**options: Any) -> bytes:
    return _saved(picture(), "WEBP", **({"exif": exif(), "xmp": XMP, "quality": 90} | options))


def gif() -> bytes:
    frames = [picture(mode="P"), picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT).convert("P")]
    made = _saved(frames[0], "GIF", save_all=True, append_images=frames[1:], loop=0, comment=b"by Carol Ashworth")
    packet = b"\x21\xff\x0bXMP DataXMP" + XMP + b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
    return made[:-1] + packet + b"\x3b"


def tiff() -> bytes:
    block = exif(orientation=6)
    block[700] = XMP
    return _saved(picture(), "TIFF", exif=block.tobytes())


def avif() -> bytes:
    return _saved(picture(), "AVIF", exif=exif(), xmp=XMP, quality=80)


def heic(block: bytes | None = None, xmp: bytes = XMP) -> bytes:
    """The boxes of a HEIC file with EXIF and XMP beside a picture whose points are nothing."""
    block = b"\0\0\0\x06Exif\0\0" + (block or exif().tobytes().removeprefix(b"Exif\0\0"))
    points = b"\0" * 64
    infos = box(b"iinf", b"\0\0\0\0" + struct.pack(">H", 3) + _info(1, b"hvc1") + _info(2, b"Exif") + _mime(3))
    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    before = box(b"hdlr", b"\0" * 8 + b"pict" + b"\0" * 13) + box(b"pitm", b"\0\0\0\0\0\1") + infos

    def meta(start: int) -> bytes:
        sizes = (len(points), len(block), len(xmp))
        starts = (start, start + sizes[0], start + sizes[0] + sizes[1])
        rows = b"".join(struct.pack(">HHHII", n + 1, 0, 1, starts[n], sizes[n]) for n in range(3))
        return box(b"meta", b"\0" * 4 + before + box(b"iloc", b"\0\0\0\0\x44\0\0\3" + rows))

    start = len(head) + len(meta(0)) + 8
    return head + meta(start) + box(b"mdat", points + block + xmp)


def _info(number: int, kind: bytes) -> bytes:
    return box(b"infe", b"\2\0\0\0" + struct.pack(">HH", number, 0) + kind + b"\0")


def _mime(number: int) -> bytes:
    return box(b"infe", b"\2\0\0\0" + struct.pack(">HH", number, 0) + b"mime\0application/rdf+xml\0")


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + kind + body


CREATED = 3_871_000_000
"""A day of 2026 in seconds since 1904."""


def film(
    brand: bytes = b"isom", *, user: bytes = b"", meta: bytes = b"", tracks: bytes = b"", more: bytes = b""
) -> bytes:
    """A film with one empty picture track; `user` stands in udta, `meta` in moov, `more` behind."""
    dates = struct.pack(">II", CREATED, CREATED)
    head = box(b"mvhd", b"\0\0\0\0" + dates + struct.pack(">II", 600, 600) + b"\0" * 80)
    track = box(b"trak", box(b"tkhd", b"\0\0\0\7" + dates + b"\0" * 72) + box(b"mdia", _media(b"vide", dates)))
    moov = box(b"moov", head + track + tracks + (box(b"udta", user) if user else b"") + meta)
    return box(b"ftyp", brand + b"\0\0\2\0" + brand + b"mp42") + moov + box(b"mdat", b"points and sound") + more


def _media(kind: bytes, dates: bytes) -> bytes:
    return box(b"mdhd", b"\0\0\0\0" + dates + b"\0" * 12) + box(b"hdlr", b"\0" * 8 + kind + b"\0" * 13)


def apple_meta(**values: str) -> bytes:
    """A QuickTime list of names and values, as phones write it: `location_ISO6709` is location.ISO6709."""
    keys = b"".join(
        struct.pack(">I", 8 + len(name)) + b"mdta" + name
        for name in (b"com.apple.quicktime." + key.replace("_", ".").encode() for key in values)
    )
    entries = b"".join(
        box(struct.pack(">I", number), box(b"data", struct.pack(">II", 1, 0) + text.encode()))
        for number, text in enumerate(values.values(), 1)
    )
    listed = box(b"keys", b"\0\0\0\0" + struct.pack(">I", len(values)) + keys)
    return box(b"meta", box(b"hdlr", b"\0" * 8 + b"mdta" + b"\0" * 13) + listed + box(b"ilst", entries))


def said(name: bytes, text: bytes) -> bytes:
    """A QuickTime sentence, such as the place in `xyz`."""
    return box(b"\xa9" + name, struct.pack(">HH", len(text), 0x15C7) + text)


def loci(latitude: float, longitude: float, name: bytes = b"") -> bytes:
    spot = b"".join(struct.pack(">i", round(value * 65536)) for value in (longitude, latitude, 0.0))
    return box(b"loci", b"\0\0\0\0\x15\xc7" + name + b"\0\0" + spot + b"earth\0\0")


def noted_track(sample: bytes, at: int, kind: bytes = b"meta") -> bytes:
    """A track of notes whose only sample stands at byte `at` of the file."""
    table = (
        box(b"stsd", b"\0" * 8)
        + box(b"stsz", b"\0\0\0\0" + struct.pack(">II", len(sample), 1))
        + box(b"stsc", b"\0\0\0\0" + struct.pack(">IIII", 1, 1, 1, 1))
        + box(b"stco", b"\0\0\0\0" + struct.pack(">II", 1, at))
    )
    return box(b"trak", box(b"mdia", _media(kind, b"\0" * 8) + box(b"minf", box(b"stbl", table))))


def with_thumbnail(shown: Image.Image, small: Image.Image) -> bytes:
    """A JPEG whose EXIF holds `small` as its small picture."""
    inside = _saved(small, "JPEG", quality=85)
    block = struct.pack("<2sHI", b"II", 42, 8)
    block += struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, 1, 0, 26)
    block += struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 56, 0x0202, 4, 1, len(inside), 0)
    return _saved(shown, "JPEG", quality=92, exif=b"Exif\0\0" + block + inside)


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def put_segment(made: bytes, marker: int, body: bytes) -> bytes:
    """The JPEG with one more segment right after its start."""
    return made[:2] + segment(marker, body) + made[2:]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def iptc(**records: bytes) -> bytes:
    """The Photoshop block of APP13 with IPTC records named r90, r92 ..."""
    rows = b"".join(
        b"\x1c\x02" + bytes((int(key[1:]),)) + struct.pack(">H", len(text)) + text for key, text in records.items()
    )
    return b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(rows)) + rows


def _saved(image: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
