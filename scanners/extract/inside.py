"""Words that a page keeps in trees of their own: shadow roots written as templates, and frames with their page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scanners.extract.hidden import is_hidden

ROOT = "shadow-root"
MAX_ROOTS = 3_000
MAX_FRAMES = 60
MAX_FRAME_DEPTH = 3
SECONDS = 1.0

# Browsers write `shadowrootmode`; `shadowroot` is its first name, `shadowmode` that of archives.
_DECLARED = re.compile(r"\s(?:data-)?shadow(?:root(?:mode)?|mode)\s{0,9}=", re.IGNORECASE)
_MARKS = re.compile(r"<(?:(/?)template\b([^>]{0,2000})>|(script|style|textarea|title)\b|!--)", re.IGNORECASE)
_ADVERT = re.compile(
    r"(?:^|[^a-z])(?:ads?|advert\w{0,8}|adsense|doubleclick|sponsor\w{0,4}|(?:re)?captcha)(?:$|[^a-z])",
    re.IGNORECASE,
)
_UNREAD_HERE = ["script", "style", "noscript", "svg", "title", "template"]
_TINY = re.compile(r"^\s*[012](?:px)?\s*$")


def uncover_roots(source: str) -> str:
    """The markup with each declarative shadow root as an element `<shadow-root>`; inert templates stay."""
    # Almost no page holds the word at all: looking for it letter by letter would cost as much as parsing.
    if not ("shadow" in source or "SHADOW" in source or "Shadow" in source) or not _DECLARED.search(source):
        return source
    pieces: list[str] = []
    open_templates: list[bool] = []
    done = place = 0
    unclosed: set[str] = set()
    while match := _MARKS.search(source, place):
        place = match.end()
        ending = "-->" if match[0] == "<!--" else f"</{match[3]}" if match[3] else ""
        if ending:
            end = -1 if ending in unclosed else _find(source, ending, place)
            if end < 0:
                unclosed.add(ending)
            place = max(place, end)
            continue
        if not match[1]:
            declared = bool(_DECLARED.search(match[2]))
            open_templates.append(declared)
        else:
            declared = open_templates.pop() if open_templates else False
        if declared:
            pieces.extend((source[done : match.start()], f"<{match[1]}{ROOT}>"))
            done = match.end()
    pieces.extend((source[done:], f"</{ROOT}>" * min(sum(open_templates), MAX_ROOTS)))
    return "".join(pieces)


def _find(source: str, ending: str, start: int) -> int:
    """Where an ending stands, in lower or upper case."""
    found = source.find(ending, start)
    return found if found >= 0 else source.find(ending.upper(), start)


def fill_slots(tree: LexborHTMLParser) -> bool:
    """Puts the elements of each shadow host where its shadow root draws them; False when there were too many."""
    deadline = time.monotonic() + SECONDS
    roots = tree.css(ROOT)
    # Inner roots come first: what an outer one moves is complete by then.
    for root in reversed(roots[:MAX_ROOTS]):
        if time.monotonic() > deadline:
            return False
        _fill(root)
    return len(roots) <= MAX_ROOTS


def _fill(root: LexborNode) -> None:
    host = root.parent
    slots = root.css("slot")
    if host is None or not slots:
        return
    lights = [node for node in host.iter(include_text=True) if node.tag not in (ROOT, "-comment")]
    by_slot: dict[str, list[LexborNode]] = {}
    for node in lights:
        name = "" if node.is_text_node else node.attributes.get("slot") or ""
        by_slot.setdefault(name, []).append(node)
    for slot in slots:
        given = by_slot.pop(slot.attributes.get("name") or "", [])
        if any(not node.is_text_node or (node.text_content or "").strip() for node in given):
            for node in given:
                slot.insert_before(node)  # a copy
                node.decompose()
            slot.decompose()
        else:
            slot.unwrap()


def open_frames(tree: LexborHTMLParser, depth: int = 0) -> list[str]:
    """Puts the words of frames that carry their page (`srcdoc`) in place; returns the addresses of all others.

    A frame too deep inside others has the address of a part of the same file (`cid:`).
    """
    missing: list[str] = []
    for frame in tree.css("iframe,frame")[:MAX_FRAMES]:
        attributes = frame.attributes
        if is_hidden(frame.tag or "", attributes) or _beside_the_point(attributes):
            continue
        inner = attributes.get("srcdoc") or ""
        if inner.strip():
            missing += _unfold(frame, inner, depth)
        elif src := attributes.get("src"):
            missing.append(src)
    return missing


def _unfold(frame: LexborNode, inner: str, depth: int) -> list[str]:
    if depth >= MAX_FRAME_DEPTH:
        return ["cid:"]
    document = LexborHTMLParser(uncover_roots(inner))
    fill_slots(document)
    document.strip_tags(_UNREAD_HERE, recursive=True)
    missing = open_frames(document, depth + 1)
    for node in _content(document):
        frame.insert_before(node)
    return missing


def _content(document: LexborHTMLParser) -> Iterator[LexborNode]:
    if document.body is not None:
        yield from document.body.iter(include_text=True)


def _beside_the_point(attributes: dict[str, str | None]) -> bool:
    """True for adverts, checks for robots and frames too small to read."""
    called = " ".join(attributes.get(name) or "" for name in ("id", "class", "name", "title"))[:600]
    tiny = any(_TINY.match(attributes.get(side) or "") for side in ("width", "height"))
    return tiny or bool(_ADVERT.search(called))


def same_site(src: str, url: str) -> bool:
    """True when a frame's address leads to the site that the page stands on, or to a part of the same file."""
    src = src.strip()
    if not src or src.casefold().startswith(("about:", "javascript:", "data:", "blob:", "#")):
        return False
    if src.casefold().startswith("cid:"):
        return True
    try:
        host = urlsplit(urljoin(url or "https://invalid.example/", src)).hostname or ""
        own = urlsplit(url or "https://invalid.example/").hostname or ""
    except ValueError:
        return False
    labels = own.removeprefix("www.").split(".")
    site = ".".join(labels[-2:]) if len(labels[-1]) > 2 or len(labels) < 3 else ".".join(labels[-3:])
    return host.removeprefix("www.") == site or host.endswith(f".{site}")
