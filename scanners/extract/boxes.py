"""The visible page as a light tree: one walk over the markup, hidden parts left out, bounded."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Self

from selectolax.lexbor import LexborNode

from scanners.extract.hidden import is_hidden
from scanners.extract.page import Page

MAX_BOXES = 120_000
ENOUGH_CHARS = 120_000
"""Words of a page from which on no more of the same is taken down: more than is ever kept of one page."""

LARGEST_ROW = 20_000
_OUT = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "datalist", "video",
     "audio", "canvas", "math", "rp", "progress", "meter")
)  # fmt: skip
_NONE: Mapping[str, str | None] = {}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Each expression begins with one kind of sign only, so that whole pages are looked through at little cost.
_HEADED = re.compile(r"<(?:h[1-6]|dt|th|legend|caption)\b")
_NUMBER = re.compile(r"[0-9](?:[\s().-]{0,2}[0-9]){5}")
_POSTCODE_END = re.compile(r"[0-9][A-Z]{2}\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PIECES = re.compile(r"[^a-zA-Z0-9]+")


class Box:
    """One element: its tag, attributes, parent and contents in order (boxes and pieces of text).

    `place` counts boxes in page order and `end` is the place behind its last inner box; `first` is the first piece
    of text inside and `first_in` the box that holds it; `chars` counts the characters of text inside; `last` is
    the last box directly inside.
    """

    __slots__ = (
        "attributes", "chars", "contents", "end", "first", "first_in", "last", "node", "parent", "place", "tag",
    )  # fmt: skip

    def __init__(
        self, tag: str, attributes: Mapping[str, str | None], parent: Box | None, place: int, node: int
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.place = place
        self.node = node
        self.end = place + 1
        self.contents: list[Box | str] = []
        self.first = ""
        self.first_in: Box | None = None
        self.last: Box | None = None
        self.chars = 0

    def attribute(self, name: str) -> str:
        """An attribute's words, or an empty string."""
        return self.attributes.get(name) or ""

    def boxes(self) -> list[Box]:
        """The boxes directly inside."""
        return [inner for inner in self.contents if isinstance(inner, Box)]

    def holds(self, other: Box) -> bool:
        """True when the other box stands inside this one, or is it."""
        return self.place <= other.place < self.end

    def up(self) -> Iterator[Box]:
        """This box and those around it, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@contextmanager
def quietly() -> Iterator[None]:
    """Keeps the search for unused rings of objects from running while a tree is made and read.

    Such a search goes through every box again and again, a fifth of the time, and finds nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Tree:
    """Every visible box of a page in page order; `whole` is False when the page held more than is read."""

    def __init__(self, page: Page) -> None:
        self.boxes: list[Box] = []
        self.whole = True
        self._chars = 0
        body = page.tree.body
        if body is not None:
            self._walk(body)
        for box in reversed(self.boxes):
            around = box.parent
            if around is not None:
                around.chars += box.chars
                if box.end > around.end:
                    around.end = box.end

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Takes the boxes apart: each knows its parent, and such rings are costly to clear away otherwise."""
        for box in self.boxes:
            box.parent = box.first_in = box.last = None
            box.contents = []
        self.boxes = []

    def _walk(self, body: LexborNode) -> None:
        root = Box("body", _NONE, None, 0, body.mem_id)
        self.boxes.append(root)
        open_boxes: list[tuple[Box, LexborNode | None]] = [(root, body.first_child)]
        while open_boxes:
            box, node = open_boxes.pop()
            while node is not None:
                tag = node.tag or ""
                if tag == "-text":
                    text = node.text_content or ""
                    self._chars += len(text)
                    _hold(box, text)
                elif tag not in _OUT and tag[:1] != "-":
                    if len(self.boxes) >= MAX_BOXES:
                        self.whole = False
                        return
                    attributes = node.attributes or _NONE
                    if self._chars > ENOUGH_CHARS and _is_more_of_the_same(box, node, attributes):
                        self.whole = False
                        node = node.next
                        continue
                    if not (attributes or tag == "dialog") or not is_hidden(tag, attributes):
                        inner = Box(tag, attributes, box, len(self.boxes), node.mem_id)
                        self.boxes.append(inner)
                        box.contents.append(inner)
                        box.last = inner
                        open_boxes.append((box, node.next))
                        box, node = inner, node.first_child
                        continue
                node = node.next


def _hold(box: Box, text: str) -> None:
    box.contents.append(text)
    if not text or text.isspace():
        return
    words = text.strip()
    box.chars += len(words)
    around: Box | None = box
    while around is not None and not around.first:
        around.first = words
        around.first_in = box
        around = around.parent


def _is_more_of_the_same(around: Box, node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """True for one more row of a list that holds no contact and no heading."""
    before = around.last
    if before is None or before.tag != node.tag or before.attribute("class") != (attributes.get("class") or ""):
        return False
    markup = node.html or ""
    telling = len(markup) > LARGEST_ROW or holds_contact(markup)
    return not (telling or 'role="' in markup or _HEADED.search(markup))


def holds_contact(text: str) -> bool:
    """True for words that look like a number, a mailbox or a postcode."""
    if "@" in text or _NUMBER.search(text):
        return True
    return bool(_POSTCODE_END.search(text) and _POSTCODE.search(text))


def words_in(box: Box, most: int = 400) -> str:
    """The words inside a box in one line, at most so many characters."""
    found: list[str] = []
    length = 0
    stack: list[Box | str] = [box]
    while stack and length < most:
        part = stack.pop()
        if isinstance(part, str):
            words = part.strip()
            if words:
                found.append(words)
                length += len(words) + 1
        else:
            stack.extend(reversed(part.contents))
    return " ".join(" ".join(found).split())[:most]


def tokens(box: Box) -> frozenset[str]:
    """The words of an element's class and id, lower case: `commentList` gives comment and list."""
    attributes = box.attributes
    called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""
    return _tokens(called[:600]) if len(called) > 1 else frozenset()


@lru_cache(maxsize=4096)
def _tokens(called: str) -> frozenset[str]:
    return frozenset(piece for piece in _PIECES.split(_CAMEL.sub("-", called).casefold()) if piece)
