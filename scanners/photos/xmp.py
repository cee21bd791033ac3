"""XMP packets: places, names, devices and histories that editors write beside or instead of EXIF.

Sources: XMP specification part 1 and 2; IPTC Photo Metadata; MWG guidelines (face regions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scanners.photos.clues import Clues

MOST_BYTES = 8_000_000
MOST_NODES = 20_000

_KINDS = {
    "Make": "make",
    "Model": "model",
    "SerialNumber": "serials",
    "LensSerialNumber": "serials",
    "BodySerialNumber": "serials",
    "CameraSerialNumber": "serials",
    "OwnerName": "owners",
    "CameraOwnerName": "owners",
    "creator": "owners",
    "Creator": "owners",
    "Artist": "owners",
    "Copyright": "owners",
    "rights": "owners",
    "Credit": "owners",
    "CaptionWriter": "owners",
    "AuthorsPosition": "words",
    "Owner": "owners",
    "CopyrightOwnerName": "owners",
    "PersonDisplayName": "people",
    "PersonInImage": "people",
    "description": "words",
    "title": "words",
    "Headline": "words",
    "Instructions": "words",
    "subject": "words",
    "hierarchicalSubject": "words",
    "UserComment": "words",
    "Label": "words",
    "Event": "words",
    "AltTextAccessibility": "words",
    "CiEmailWork": "words",
    "CiTelWork": "words",
    "CiAdrExtadr": "words",
    "CiAdrPcode": "words",
    "CiAdrCity": "words",
    "CiUrlWork": "words",
    "CreatorTool": "software",
    "Software": "software",
    "softwareAgent": "software",
    "DateTimeOriginal": "dates",
    "CreateDate": "dates",
    "DateCreated": "dates",
    "ModifyDate": "dates",
    "MetadataDate": "dates",
    "when": "dates",
}
_PLACES = ("Sublocation", "Location", "City", "State", "ProvinceState", "Country", "CountryName", "LocationName")
_LATITUDES = ("GPSLatitude", "GPSDestLatitude", "Latitude", "latitude")
_COORDINATE = re.compile(
    r"^\s*([+-]?\d+(?:\.\d+)?)(?:,\s*(\d+(?:\.\d+)?))?(?:,\s*(\d+(?:\.\d+)?))?\s*([NSEWnsew])?\s*$"
)


def read_xmp(data: bytes, clues: Clues) -> None:
    """Adds what a packet says; one that is broken or too long is read for its words as far as they can be told."""
    packet = data[:MOST_BYTES].strip(b"\0 \r\n\t")
    if not packet:
        return
    clues.note("xmp")
    pairs = list(_pairs(packet))
    place: dict[str, str] = {}
    spots: dict[str, str] = {}
    for name, text, inside in pairs:
        if name.lower().endswith(("latitude", "longitude")):
            spots.setdefault(name, text)
        elif name in _PLACES and text:
            place.setdefault(name, text)
        elif name == "Name" and "Regions" in inside:
            clues.say("people", text)
        elif name in _KINDS:
            clues.say(_KINDS[name], text)
        elif name in ("MotionPhoto", "MicroVideo") and text == "1":
            clues.note("motion")
        elif name == "Data" and ("GImage" in inside or "GDepth" in inside):
            clues.note("second_picture")
        elif name == "image" and "xapGImg" in inside:
            clues.note("preview")
    for name in _LATITUDES:
        if name in spots:
            other = name.replace("Latitude", "Longitude").replace("latitude", "longitude")
            clues.spot(coordinate(spots[name]), coordinate(spots.get(other, "")))
    if place:
        clues.say("place_words", ", ".join(dict.fromkeys(place[name] for name in _PLACES if name in place)))


def coordinate(text: str) -> float | None:
    """Degrees of `53,36.018N`, `53,36,1.1N` or `53.6003`; None for anything else."""
    found = _COORDINATE.match(text)
    if not found:
        return None
    sign = -1 if (found[4] or "").upper() in ("S", "W") or found[1].startswith("-") else 1
    parts = (abs(float(found[1])), float(found[2] or 0), float(found[3] or 0))
    return sign * (parts[0] + parts[1] / 60 + parts[2] / 3600)


def _pairs(packet: bytes) -> Iterator[tuple[str, str, str]]:
    """Local name, text, and where it stands (names of the elements around it and their kinds), in order."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    start = max(packet.find(b"<"), 0)
    try:
        root = etree.fromstring(packet[start:], parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return
    for node, _ in zip(root.iter(etree.Element), range(MOST_NODES), strict=False):
        inside = "/".join(_local(up.tag) for up in node.iterancestors()) + f"/{node.prefix}"
        for key, value in node.attrib.items():
            yield _local(str(key)), str(value), inside
        text = (node.text or "").strip()
        if text:
            name = _local(node.tag)
            if name == "li":
                name = next((_local(up.tag) for up in node.iterancestors() if _local(up.tag) not in _LISTS), name)
            yield name, text, inside


_LISTS = frozenset({"li", "Seq", "Bag", "Alt", "Description", "RDF"})


def _local(name: object) -> str:
    return str(name).rsplit("}", 1)[-1]
