"""JSON-LD scripts as values: strictly where they allow it, mended where the site wrote them by hand."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from typing import Any

from scanners.extract.documents import MAX_DOCUMENT_CHARS, MAX_DOCUMENTS, JsonDocument, bare, nests_too_deep

MAX_MENDED_CHARS = 60_000  # of one page; the mender takes a second for so many in the worst case
_PLACE = "json-ld"
_DECODER = json.JSONDecoder(strict=False)


def from_linked_data(scripts: Iterable[str]) -> list[JsonDocument]:
    """The values of JSON-LD scripts, given as their texts; broken ones are mended, within bounds.

    Comments, trailing commas, single quotes, bare keys, raw line ends, a byte order mark, HTML entities and
    several values in one script are all read.
    """
    found: list[JsonDocument] = []
    left = MAX_MENDED_CHARS
    for text in scripts:
        if len(found) >= MAX_DOCUMENTS:
            break
        if len(text) > MAX_DOCUMENT_CHARS:
            continue
        text = bare(text)
        values = _strict(text)
        if not values and len(text) <= left:
            left -= len(text)
            values = _mended(text)
        found.extend(JsonDocument(_PLACE, value) for value in values if isinstance(value, (dict, list)))
    return found[:MAX_DOCUMENTS]


def _strict(text: str) -> list[Any]:
    """The values that stand one after another in a text; none when something else does too."""
    if nests_too_deep(text):
        return []
    values: list[Any] = []
    place = 0
    while place < len(text) and len(values) < MAX_DOCUMENTS:
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError, MemoryError):
            return []
        values.append(value)
        place += len(text[place:]) - len(text[place:].lstrip(" \t\r\n,;"))
    return values


def _mended(text: str) -> list[Any]:
    if nests_too_deep(text):
        return []
    for escaped in (text, html.unescape(text)) if "&" in text else (text,):
        if escaped is not text and (values := _strict(escaped)):
            return values
    from json_repair import repair_json  # only a broken script pays for it

    if "&quot;" in text or "&#34;" in text:
        text = html.unescape(text)
    try:
        value = repair_json(text, return_objects=True, skip_json_loads=True)
    except (ValueError, RecursionError, MemoryError, IndexError):
        return []
    # Several objects in one script come back as one list of them.
    return [value]
