"""JSON too large to be held, read item by item at the speed of the standard library's own decoder."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

Keys = tuple[str, ...]
LIST = "[]"
"""Stands last among the keys of a list's element."""
_SPACE = re.compile(r"[ \t\r\n,]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_ENOUGH = 64
_SHED = 1 << 20
_NEAR = 1 << 19


def items(
    blocks: Iterator[bytes], largest: int, wanted: Callable[[Keys], bool] = lambda keys: True
) -> Iterator[tuple[Keys, Any]]:
    """Every list element, and every object and plain member up to `largest` characters, with the keys above it.

    Lists whose keys are not `wanted` are passed over.
    Raises ValueError where the text is no JSON, ends early, or one item is larger; what came before was yielded.
    """
    window = _Window(blocks, largest, wanted)
    window.enter()
    yield from _value(window, ())


def _value(window: _Window, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    letter = window.peek()
    if letter == "[":
        inside = (*keys, LIST)
        if window.wanted(inside):
            yield from window.elements(inside)
        else:
            for _ in window.elements(inside, heard=False):
                pass
    elif letter == "{":
        whole = window.whole() if keys else None
        if whole is not None:
            yield keys, whole
        else:
            yield from _members(window, keys)
    else:
        yield keys, window.item()


def _members(window: _Window, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    window.take()
    while window.peek() != "}":
        key = window.item()
        if not isinstance(key, str):
            raise ValueError("a key is no text")
        window.colon()
        yield from _value(window, (*keys, key))
    window.take()


class _Window:
    """The stretch of text that is being read; `largest` is how far one item may reach."""

    def __init__(self, blocks: Iterator[bytes], largest: int, wanted: Callable[[Keys], bool]) -> None:
        self.wanted = wanted
        self._blocks = blocks
        self._largest = largest
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._json = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False

    def enter(self) -> None:
        """To the first bracket, past a name and its `=` when one stands before it."""
        self._fill()
        found = re.search(r"[\[{]", self._text)
        if found is None:
            raise ValueError("no JSON")
        self._at = found.start()

    def peek(self) -> str:
        """The next letter that says something. Raises ValueError at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                raise ValueError("the text ends early")

    def take(self) -> None:
        """Past one bracket."""
        self._at += 1

    def elements(self, keys: Keys, *, heard: bool = True) -> Iterator[tuple[Keys, Any]]:
        """Every element of the list that begins here, with `keys`; past its closing bracket in the end.

        Where nobody wants to hear of them, few or none are yielded, which is faster.
        """
        self._at += 1
        scan: Callable[[str, int], tuple[Any, int]] = vars(self._json)["scan_once"]
        space = _SPACE.match
        together = True
        while True:
            many = self._many() if together else ()
            together = many is not None
            for value in (many or ()) if heard else ():
                yield keys, value
            text, at = self._text, self._at
            safe = len(text) - _ENOUGH
            # Almost all of the work is done here, without a call that is not needed.
            while True:
                found = space(text, at)
                at = found.end() if found else at
                if at >= safe or text[at] == "]":
                    break
                try:
                    value, after = scan(text, at)
                except (StopIteration, ValueError, RecursionError):
                    break
                if after > safe:
                    break
                at = after
                yield keys, value
            self._at = at
            if self.peek() == "]":
                self._at += 1
                return
            one = self._try()
            if one is not None:
                yield keys, one[0]
            elif self.peek() == "{":
                yield from _members(self, keys)  # larger than an item may be: its members one by one
            else:
                raise ValueError("an item is damaged or too large")

    def _many(self) -> list[Any] | None:
        """The elements up to the last that surely ends in the window, decoded in one go; None where that fails.

        Elements with objects inside them may be cut in the wrong place: then they are read one by one.
        """
        if self.peek() != "{":
            return []
        end = self._text.rfind("},", self._at, len(self._text) - _ENOUGH) + 1
        if not end:
            return []
        try:
            values: list[Any] = self._json.decode(f"[{self._text[self._at : end]}]")
        except (ValueError, RecursionError):
            return None
        self._at = end
        return values

    def colon(self) -> None:
        """Past the colon behind a key."""
        while (found := _COLON.match(self._text, self._at)) is None or found.end() == len(self._text):
            if not self._fill():
                raise ValueError("no colon")
        self._at = found.end()

    def item(self) -> Any:
        """The value that begins here, as a whole. Raises ValueError when it is none or too large."""
        found = self._try()
        if found is None:
            raise ValueError("an item is damaged or too large")
        return found[0]

    def whole(self) -> Any:
        """The object that begins here, when it is small enough; else None, and nothing is taken."""
        found = self._try(grow=False)
        return found[0] if found else None

    def _try(self, *, grow: bool = True) -> tuple[Any] | None:
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
                if end + _ENOUGH < len(self._text) or self._ended or not self._fill():
                    self._at = end
                    return (value,)
            except RecursionError:
                return None
            except ValueError:
                room = len(self._text) - self._at
                if room > (self._largest if grow else _NEAR) or not self._grow(room):
                    return None

    def _grow(self, size: int) -> bool:
        """Reads on until the window is about twice as wide; False when nothing more came."""
        goal = len(self._text) - self._at + max(size, _ENOUGH)
        grew = False
        while len(self._text) - self._at < goal and self._fill():
            grew = True
        return grew

    def _fill(self) -> bool:
        """One more block; False at the end. What was read before is let go now and then."""
        if self._ended:
            return False
        block = next(self._blocks, None)
        self._ended = block is None
        more = self._decode(block or b"", self._ended)
        if self._at > _SHED and not self._ended:
            self._text, self._at = self._text[self._at :], 0
        self._text += more.removeprefix("\ufeff") if not self._text else more
        return not self._ended
