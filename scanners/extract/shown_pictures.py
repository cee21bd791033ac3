"""The addresses of the pictures that a page shows of its owner's: the avatar, and what stands in its main part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from privacy_check.model import Picture
from scanners.extract.page import Page

MOST_PICTURES = 24
_SMALLEST = 65  # sides in points up to which a picture is a sign, not a photo
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif)$", re.IGNORECASE)
_SIGNS = re.compile(r"\b(?:avatar|logo|icon|emoji|badge|sprite|flag|banner-ad|advert)", re.IGNORECASE)
_OUTSIDE = ("header", "footer", "nav", "aside", "template", "noscript")


def shown_pictures(page: Page, avatars: Iterable[str]) -> tuple[Picture, ...]:
    """Photos in page order, then avatars, each once; the file that a small picture leads to stands in for it."""
    faces = {urljoin(page.url, address): Picture(address, role="avatar") for address in avatars}
    photos = (address for address in dict.fromkeys(_photos(page)) if address not in faces)
    return (*map(Picture, islice(photos, MOST_PICTURES)), *faces.values())


def _photos(page: Page) -> Iterator[str]:
    for node in page.tree.css("img"):
        address = _address(node)
        if not address or _is_a_sign(node) or _outside(node):
            continue
        whole = urljoin(page.url, address)
        if urlsplit(whole).scheme in ("http", "https"):
            yield whole


def _address(node: LexborNode) -> str:
    """Where the picture itself is: a link around it that leads to a file, else its own address."""
    parent = node.parent
    if parent is not None and parent.tag == "a":
        link = (parent.attributes.get("href") or "").strip()
        if _FILE.search(urlsplit(link).path):
            return link
    held = node.attributes
    return (held.get("src") or held.get("data-src") or "").strip()


def _is_a_sign(node: LexborNode) -> bool:
    held = node.attributes
    sides = [held.get("width") or "", held.get("height") or ""]
    small = any(side.isdigit() and int(side) < _SMALLEST for side in sides)
    return small or _SIGNS.search(f"{held.get('class') or ''} {held.get('id') or ''}") is not None


def _outside(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in _OUTSIDE:
            return True
        parent = parent.parent
    return False
