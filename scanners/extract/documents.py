"""JSON inside pages: script blocks, assignments, streamed chunks and attributes, within fixed bounds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

MAX_DOCUMENTS = 60
MAX_DOCUMENT_CHARS = 4_000_000
MAX_ATTEMPTS = 60
MAX_NESTING = 200
_OPENING = re.compile(r"(?:=|\(|\b[A-Za-z_$][\w$]{0,60}\s*:)\s*(?=[{\[])")
_NAME_BEFORE = re.compile(r"""(?P<name>[A-Za-z_$][\w$.\[\]"']{0,80})\s*$""")
_JSON_START = re.compile(r"""\{\s*"[^"]*"\s*:|\[\s*[\[{"]|\{\s*\}""")
_PARSED = re.compile(r"""(?:JSON\.parse\(\s*(?P<coded>decodeURIComponent\(\s*)?|\.push\(\s*)(?P<quote>["'])""")
_STREAM = re.compile(r"""self\.__next_f\.push\(\s*(?=\[)""")
_ATTRIBUTE = re.compile(
    r"""\s(?P<name>(?:data-|:)?[a-z][\w-]{2,40})\s*=\s*(?:"(?P<d>\s*[\[{](?:&quot;|&#34;|\{|\[)[^"]{20,})"|'(?P<s>\s*[\[{]["{\[][^']{20,})')"""
)
_INTERESTING = re.compile(
    r"user_?name|full_?name|display_?name|nick_?name|screen_?name|biography|\bbio\b|follower|subscriber|permalink"
    r"|personaname|profile|\"(?:name|login|slug|handle|title|signature|vanity|alias)\"",
    re.IGNORECASE,
)
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class JsonDocument:
    """One JSON value of a page and the place it was found in; `served` is True when it is the whole answer."""

    place: str
    value: Any
    served: bool = False


def served(source: str) -> JsonDocument | None:
    """The source itself, when it is JSON (with or without an anti-hijacking prefix or a callback); else None."""
    text = source.lstrip("\ufeff \t\r\n")
    for prefix in (")]}',", ")]}'", "while(1);", "for(;;);", "])}while(1);</x>"):
        text = text.removeprefix(prefix).lstrip()
    if text[:1] not in "{[":
        return None
    value = _loads(text)
    return None if value is None else JsonDocument("answer", value, served=True)


def from_scripts(scripts: Iterable[tuple[str, str, str]]) -> list[JsonDocument]:
    """JSON in inline scripts, given as (type, id, text)."""
    found: list[JsonDocument] = []
    stream: list[str] = []
    for kind, name, text in scripts:
        if len(found) >= MAX_DOCUMENTS:
            break
        if len(text) > MAX_DOCUMENT_CHARS or not _INTERESTING.search(text):
            continue
        if "json" in kind:
            value = _loads(bare(text))
            if value is not None:
                found.append(JsonDocument(name or "script", _opened(value)))
        elif kind in ("", "module") or "javascript" in kind or "babel" in kind:
            found.extend(_assignments(text))
            stream.extend(_chunks(text))
    if stream:
        found.extend(_streamed("".join(stream)))
    return found[:MAX_DOCUMENTS]


def from_attributes(source: str) -> list[JsonDocument]:
    """JSON in attributes such as data-blob, data-page or data-state."""
    found = []
    if "{&quot;" not in source and "='{" not in source and "='[" not in source and "{&#34;" not in source:
        return []
    for match in _ATTRIBUTE.finditer(source):
        text = html.unescape(match.group("d") or match.group("s"))
        if len(text) > MAX_DOCUMENT_CHARS or not _INTERESTING.search(text):
            continue
        value = _loads(text)
        if value is not None:
            found.append(JsonDocument(match.group("name"), _opened(value)))
        if len(found) >= MAX_DOCUMENTS:
            break
    return found


def _opened(value: Any) -> Any:
    """The value with JSON that was packed into its strings unpacked, one level deep."""
    if not isinstance(value, dict):
        return value
    inner = {
        key: opened
        for key, packed in list(value.items())[:300]
        if isinstance(packed, str)
        and packed[:1] in ("{", "[")
        and _INTERESTING.search(packed)
        and (opened := _loads(packed)) is not None
    }
    return {**value, **inner}


def bare(text: str) -> str:
    """The words of a script without byte order mark and the comments that once hid it from old browsers."""
    text = text.strip("\ufeff \t\r\n")
    for opening, closing in (
        ("<!--", "-->"),
        ("//<![CDATA[", "//]]>"),
        ("<![CDATA[", "]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("//<!--", "//-->"),
    ):
        if text.startswith(opening):
            text = text.removeprefix(opening).strip().removesuffix(closing).strip()
    return text.rstrip(";")


def _loads(text: str) -> Any:
    """The value, or None for anything that is no JSON object or list, or nests too deep."""
    if nests_too_deep(text):
        return None
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError, MemoryError):
        try:
            value = json.loads(html.unescape(text), strict=False) if "&quot;" in text else None
        except (ValueError, RecursionError, MemoryError):
            return None
    return value if isinstance(value, (dict, list)) else None


def nests_too_deep(text: str) -> bool:
    """True for a text that could exhaust a JSON decoder."""
    # A run of opening brackets is how a JSON bomb starts; the decoder would recurse into it.
    return "[" * MAX_NESTING in text or text.count('{"a":' * 50) > 0 or _opens(text) > 400_000


def _opens(text: str) -> int:
    return text.count("{") + text.count("[")


def _raw(text: str, start: int) -> tuple[Any, int] | None:
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError, MemoryError):
        return None
    return (value, end) if isinstance(value, (dict, list)) else None


def _assignments(text: str) -> Iterator[JsonDocument]:
    """`name = {...}` and `name({...})` where the braces hold JSON; script code in braces fails at once."""
    if "[" * MAX_NESTING in text:
        return
    attempts = position = 0
    while attempts < MAX_ATTEMPTS and (match := _OPENING.search(text, position)):
        position = match.end()
        if not _JSON_START.match(text, position):
            continue
        attempts += 1
        if decoded := _raw(text, position):
            value, position = decoded
            if len(value) > 0 and _INTERESTING.search(text, match.end(), position):
                name = _NAME_BEFORE.search(text, max(0, match.start() - 100), match.start())
                yield JsonDocument(name.group("name").strip(".") if name else "script", value)
    for match in list(_PARSED.finditer(text))[:10]:
        literal = _string(text, match.end() - 1, match.group("quote"))
        literal = unquote(literal) if match.group("coded") else literal
        value = _loads(literal) if literal else None
        if value is not None:
            yield JsonDocument("JSON.parse", value)


def _string(text: str, start: int, quote: str) -> str:
    """The words of a JavaScript string literal that starts at `start`."""
    end = start + 1
    while (end := text.find(quote, end)) != -1:
        backslashes = len(text[start:end]) - len(text[start:end].rstrip("\\"))
        if backslashes % 2 == 0:
            break
        end += 1
    if end == -1:
        return ""
    inner = text[start + 1 : end]
    if quote == "'":
        inner = inner.replace("\\'", "'").replace('"', '\\"').replace('\\\\"', '\\"')
    inner = re.sub(r"\\x([0-9a-fA-F]{2})", r"\\u00\1", inner)
    try:
        value = json.loads(f'"{inner}"', strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _chunks(text: str) -> Iterator[str]:
    for match in _STREAM.finditer(text):
        decoded = _raw(text, match.end())
        if decoded and len(decoded[0]) > 1 and isinstance(decoded[0][1], str):
            yield decoded[0][1]


def _streamed(text: str) -> Iterator[JsonDocument]:
    """Rows `id:json` of a streamed page."""
    if len(text) > MAX_DOCUMENT_CHARS:
        return
    for row in text.split("\n")[:2000]:
        _, _, rest = row.partition(":")
        rest = rest[1:] if rest[:1] == "I" else rest
        if rest[:1] in ("[", "{") and _INTERESTING.search(rest):
            value = _loads(rest)
            if value is not None:
                yield JsonDocument("stream", value)
