"""Label and value rows, titled links and other words in a person's data: `{"name": "Mob", "value": "..."}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from scanners.extract.contacts import contact_in
from scanners.extract.fields import words_of
from scanners.extract.shapes import plain_keys

MAX_ROWS = 120
MAX_DEPTH = 3
MAX_KEYS = 400
MAX_VALUE = 2_000
_LABELS = (
    "name",
    "label",
    "title",
    "key",
    "displayname",
    "caption",
    "question",
    "heading",
    "text",
    "type",
    "kind",
    "platform",
    "service",
)
_VALUES = (
    "value",
    "text",
    "content",
    "body",
    "answer",
    "description",
    "url",
    "href",
    "link",
    "uri",
    "address",
    "number",
)
_OTHERS = re.compile(
    r"suggest|recommend|related|similar|comment|follow|friend|likes?$|liker|repl(?:y|ies)|trending|sponsor|mention"
    r"|author|owner|team|members|contributors|teammates|sidebar|popular|tracks?$|posts?$|videos?$|items$|moderat|group|communit"
    r"|images?$|photos?$|avatar|icon|banner|emoji|reviews?$|testimonial|feedback|guestbook|endorse|ratings?$|messages?$|notification|viewer|^current|session|invite|badges?$|theme|style|config|settings|flags?$|experiment|locale|tags?$|context",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(
    r"https?://\S*|\d{4}-\d\d-\d\d(?:[T ].*)?|[0-9a-f-]{16,}|[\w-]{24,}|#[0-9a-f]{3,8}|true|false"
    r"|[\w.+-]+/[\w.+-]+",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"phone|mobile|^tel|cell|whatsapp|telegram|signal|skype|viber|matrix|xmpp|email|mail|address|street|city|town|postal"
    r"|postcode|zip|birth|school|job|work|employer|interests?|hobb|about|summary|note|status|headline|tagline|pronoun|contact|hours",
    re.IGNORECASE,
)
_WRITERS = frozenset(
    (
        "author",
        "user",
        "creator",
        "sender",
        "reviewer",
        "commenter",
        "poster",
        "buyer",
        "customer",
        "postedby",
        "writtenby",
    )
)
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s-]+")


def rows(person: Mapping[str, Any], served: bool) -> Iterator[str]:
    """Each row as one line, `label: value`; `served` is True for an API answer, which anybody can read whole."""
    yield from islice(_in_object(person, 0, served), MAX_ROWS)


def _in_object(person: Mapping[str, Any], depth: int, served: bool) -> Iterator[str]:
    for key, value in list(person.items())[:MAX_KEYS]:
        if not isinstance(key, str) or _OTHERS.search(key):
            continue
        if isinstance(value, list):
            for item in value[:MAX_ROWS]:
                if isinstance(item, dict) and not _is_person(item) and not _is_signed(item):
                    yield from _row(item)
        elif isinstance(value, dict) and depth < MAX_DEPTH and not _is_person(value):
            yield from _in_object(value, depth + 1, served)
        elif isinstance(value, str) and served and _TELLING.search(key) and (text := _words(value)):
            yield f"{_label(key)}: {text}"


def _row(item: Mapping[str, Any]) -> Iterator[str]:
    keys = plain_keys(item)
    label_key = next((key for key in _LABELS if isinstance(keys.get(key), str) and keys[key].strip()), "")
    label = " ".join(words_of(keys[label_key][:MAX_VALUE]).split()) if label_key else ""
    if label_key in ("type", "kind", "platform", "service"):
        label = _label(label)
    value = next(
        (
            text
            for key in _VALUES
            if key != label_key and isinstance(keys.get(key), str) and (text := _words(keys[key]))
        ),
        "",
    )
    if value and label:
        yield value if value in label else f"{label}{'' if label.endswith(':') else ':'} {value}"
    elif value or (label and label_key in ("title", "label", "text", "caption", "heading")):
        yield value or label


def _words(value: str) -> str:
    """The words of a value: a contact out of a link's address, HTML as words; nothing for other addresses."""
    if contact := contact_in(value):
        return contact
    text = words_of(value[: MAX_VALUE * 4]).strip()[:MAX_VALUE]
    return "" if _NOT_WORDS.fullmatch(text) else text


def _label(key: str) -> str:
    """`EMAIL_ADDRESS` and `emailAddress` as words."""
    spread = " ".join(part for part in _WORD.split(key.strip("$@_")) if part)
    return spread.capitalize()


def _is_person(item: Mapping[str, Any]) -> bool:
    """True for another account's object: it carries a handle."""
    return any(key in item for key in ("username", "handle", "screen_name", "acct", "login", "preferredUsername"))


def _is_signed(item: Mapping[str, Any]) -> bool:
    """True for words that carry their writer: a review, a message, an entry of a guest book."""
    return any(isinstance(key, str) and key.casefold() in _WRITERS and value for key, value in item.items())
