"""JSON embedded in a page, or served by a public API: finding the object that is this profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from privacy_check.model import Field
from privacy_check.sentences import say
from scanners.extract.fields import LIMITS, UNREAD, field
from scanners.extract.page import Page
from scanners.extract.pairs import MAX_DEPTH, MAX_KEYS, MAX_ROWS, rows
from scanners.extract.shapes import HANDLE_KEYS, handles, is_person, plain_keys, read_person, whole_keys
from scanners.extract.target import Target
from scanners.extract.walk import Found

_VIEWER = re.compile(
    r"viewer|current_?user|logged_?in|auth|session|^me$|^myself$|visitor|identity|loggedin|signed_?in|^config$|csrf",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"suggest|recommend|related|similar|comment|follower|following|friend|likes?$|liker|reply|replies|trending|sponsor"
    r"|mention|author$|owner$|team|members|contributors|teammates|sidebar|popular|tracks?$|posts?$|videos?$|items$",
    re.IGNORECASE,
)
_ROOTS = re.compile(
    r"profile|user_?info|userdetail|channelmetadatarenderer|pageprops|^user$|^account$|^person$|^channel$|^artist$|^member$"
    r"|actor|^owner$|^creator$|^data$|^result$|^entry$|^items$|^them$|^response$",
    re.IGNORECASE,
)


def read_embedded(page: Page, target: Target) -> list[Field]:
    """Fields of the objects whose handle is the account's; without any, of the one object that can only be it."""
    found = page.objects
    people = [
        (item, keys)
        for item in found
        if _may_be_person(item.object) and is_person(keys := whole_keys(item.object))
    ]
    mine = [item for item, keys in people if any(target.is_me(handle) for handle in handles(keys))]
    if mine:
        return _read(sorted(mine, key=_worth, reverse=True)[:4], page, target, 0.9)
    if page.is_json:
        served = _served_person(found, people)
        return _read([served], page, target, 0.85) if served else []
    alone = [item for item, _ in people if _is_root(item)]
    return _read(alone[:1], page, target, 0.6) if len(alone) == 1 else []


def _may_be_person(value: dict[str, Any]) -> bool:
    return 2 < len(value) < 400


def _worth(item: Found) -> tuple[bool, bool, int]:
    """Own objects before the viewer's and before those among other people; then the fullest."""
    return (
        not any(_VIEWER.search(key) for key in item.keys),
        not any(_OTHERS.search(key) for key in item.keys[:-1]),
        len([value for value in item.object.values() if value not in (None, "", [], {})]),
    )


def _is_root(item: Found) -> bool:
    if any(_VIEWER.search(key) or _OTHERS.search(key) for key in item.keys):
        return False
    return any(_ROOTS.search(key) for key in item.keys[-3:])


def _served_person(found: list[Found], people: list[tuple[Found, dict[str, Any]]]) -> Found | None:
    """In an API answer the object nearest to the root is the one that was asked for."""
    if not people:
        return next(
            (
                item
                for item in found[:3]
                if _may_be_person(item.object) and set(plain_keys(item.object)) & set(HANDLE_KEYS[:10])
            ),
            None,
        )
    nearest = min(len(item.keys) for item, _ in people)
    level = [item for item, _ in people if len(item.keys) == nearest]
    # A list of many people answers a search, not a look at one profile.
    return level[0] if len(level) == 1 else None


def _read(items: Sequence[Found], page: Page, target: Target, confidence: float) -> list[Field]:
    fields: list[Field] = []
    lines: dict[str, None] = {}
    if page.is_json and any(_is_longer_than_read(item.object) for item in items):
        fields.append(Field(UNREAD, say("looking.long_answer"), "public API"))
    for item in items:
        source = "public API" if item.document.served else f"page data ({item.document.place})"
        for name, text in read_person(item.object, target.host):
            made = field(name, text, source, confidence, on_screen=page.shows(name, text))
            if made:
                fields.append(made)
        lines |= dict.fromkeys(rows(item.object, item.document.served))
    for block in _blocks(lines):
        if made := field("page_text", block, source, confidence):
            fields.append(made)
    return fields


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """Lines put together into as few texts as fit into a field, so that none of them is cut off."""
    block = ""
    for line in lines:
        if block and len(block) + len(line) >= LIMITS["page_text"]:
            yield block
            block = ""
        block += f"\n{line}" if block else line
    if block:
        yield block


def _is_longer_than_read(value: Any, depth: int = 0) -> bool:
    """True where a list or a text of an answer goes on beyond what the readers take of it."""
    if isinstance(value, str):
        return len(value) > LIMITS["bio"]
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if len(inner) > (MAX_ROWS if isinstance(value, list) else MAX_KEYS):
        return True
    return depth < MAX_DEPTH and any(_is_longer_than_read(each, depth + 1) for each in inner)
