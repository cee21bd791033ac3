"""How every reader hands over what it found: one field at a time, tidied, with its source."""

from __future__ import annotations

import html
import re

from privacy_check.model import Field
from privacy_check.text.sanitise import sanitise

NAMES = (
    "display_name", "handle", "bio", "location", "website", "links", "avatar", "joined", "followers", "following",
    "employer", "job_title", "education", "email", "phone", "birthday", "address", "groups", "posts", "photos",
    "friends", "page_text",
)  # fmt: skip
MANY = {"links": 200, "posts": 50, "groups": 100, "website": 5, "handle": 2, "email": 5, "phone": 5,
        "employer": 20, "education": 20, "job_title": 20, "friends": 60, "address": 5,
        "page_text": 800}  # fmt: skip
UNREAD = "unread"  # a sentence on what was left out, in place of a field
COUNTS = ("followers", "following", "photos", "friends")
LIMITS = {"bio": 20_000, "posts": 8_000, "page_text": 4_000, "display_name": 300, "handle": 200}
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]{0,10})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NOTHING = frozenset(
    {"", "-", "–", "—", "null", "none", "undefined", "n/a", "nan", "[object object]", "unknown", "true", "false"}
)


def field(name: str, text: str, source: str, confidence: float = 0.9, on_screen: bool = True) -> Field | None:
    """A tidied field, or None when nothing is left to say."""
    limit = LIMITS.get(name, 2_000)
    clean = sanitise(text[: limit * 4], limit).strip()
    if clean.casefold() in _NOTHING:
        return None
    return Field(name, clean, source, confidence, on_screen=on_screen)


def words_of(value: str) -> str:
    """HTML in a value turned into words, with line ends where it broke lines."""
    if "<" not in value and "&" not in value:
        return value
    if not _TAG.search(value):
        return html.unescape(value)
    # Few pages hold markup in a value, and the parser for it is slow to load.
    from bs4 import BeautifulSoup

    fragment = BeautifulSoup(value[:100_000], "lxml")
    for hidden in fragment.select(".invisible"):
        hidden.unwrap()
    for tag in fragment.find_all("br"):
        tag.replace_with("\n")
    for tag in fragment.find_all(["p", "div", "li"]):
        tag.append("\n")
    lines = (" ".join(line.split()) for line in fragment.get_text().split("\n"))
    return "\n".join(line for line in lines if line)
