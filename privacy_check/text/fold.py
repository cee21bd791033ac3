"""One folding pass over untrusted text, with a way back to the original offsets.

Look-alike letters, full-width forms, styled letters, emoji key-caps, HTML entities, odd spaces, dashes and quotes
and percent-encoded signs become plain characters; zero-width characters, stacked marks, terminal escapes, comments
of a page and its empty marks go. Accented letters stay as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from privacy_check.model import Span
from privacy_check.text.lookalike_letters import LOOKALIKES

_WORDS = re.compile(r"[^\W\d_]+")
_PLAIN_WORDS = re.compile("[a-z]+")
_UNITS = re.compile(
    # Colours of a terminal; what an unfinished escape would hide is read all the same.
    "(?P<escape>\x1b(?:\\[[0-?]*[ -/]*[@-~])?"
    # Marks of a page that show nothing and only break a word for programs.
    "|<!--[^<>]{0,80}-->|<wbr ?/?>|<(?P<tag>[biu]|em|span|del|font|strong)></(?P=tag)>)"
    "|[0-9#*]\N{VARIATION SELECTOR-16}?\N{COMBINING ENCLOSING KEYCAP}"
    "|(?P<at>[\u24b6\u24d0\U0001f150\U0001f170]\ufe0f?(?=\\s{0,2}[\\w-]{2,40}\\.[a-z]{2}))"
    "|&(?:#[0-9]{1,7}(?![0-9]);?|(?:#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});)"
    "|%(?:2[0BbCcDdEeFf36]|3[AaBbDdFf]|40|5[Ff]|0[AaDd])"
    "|[^\x00-\x7f]"
)
_DIGIT = re.compile("[0-9]")
_NEVER_LETTERS = {"Mn", "Me", "Cf"}


class Folded:
    """Folded text and its original; all offsets are code points.

    `text` is folded, `lower` is its lower case of the same length; `words` are the runs of letters in `lower`;
    `digits` counts 0-9; `span(start, end)` turns folded offsets into a Span of `original`.
    """

    __slots__ = (
        "_folded_at",
        "_order",
        "_original_at",
        "_shift",
        "_starts",
        "digits",
        "lower",
        "original",
        "text",
        "words",
    )

    def __init__(
        self,
        original: str,
        text: str,
        folded_at: tuple[int, ...] = (),
        original_at: tuple[int, ...] = (),
        shift: int = 0,
    ) -> None:
        self.original = original
        self.text = text
        self.lower = _lower(text)
        self._folded_at = folded_at
        self._original_at = original_at
        self._shift = shift
        self._order: list[str] = (_PLAIN_WORDS if self.lower.isascii() else _WORDS).findall(self.lower)
        self.words = frozenset(self._order)
        self._starts: dict[str, list[int]] | None = None
        self.digits = len(_DIGIT.findall(text))

    @property
    def starts(self) -> Mapping[str, Sequence[int]]:
        """Where each of `words` begins in `lower`, in order."""
        if self._starts is None:
            found: dict[str, list[int]] = {}
            place, at = self.lower.index, 0
            # Words come in order and stand apart, so each is the first of its kind from where the last one ended.
            for word in self._order:
                at = place(word, at)
                if word in found:
                    found[word].append(at)
                else:
                    found[word] = [at]
                at += len(word)
            self._starts = found
        return self._starts

    def part(self, start: int, end: int) -> Folded:
        """The folded text from `start` to `end` alone; its own `span` still points into the whole original."""
        return Folded(self.original, self.text[start:end], self._folded_at, self._original_at, self._shift + start)

    def rewritten(self, text: str) -> Folded:
        """The same with another text of the same length; `span` still points into the original."""
        return Folded(self.original, text, self._folded_at, self._original_at, self._shift)

    def span(self, start: int, end: int) -> Span:
        """The original characters behind folded `start`..`end` (end exclusive, end > start)."""
        first, _ = self._place(start + self._shift)
        _, last = self._place(end - 1 + self._shift)
        return Span(first, max(last, first))

    def _place(self, index: int) -> tuple[int, int]:
        """Start and end, in the original, of the character or unit behind one folded character."""
        if not self._folded_at:
            return index, index + 1
        # Anchors come in pairs: a unit that changed length begins at an even one and ends at the odd one after it.
        anchor = bisect_right(self._folded_at, index) - 1
        if anchor < 0:
            return index, index + 1
        if anchor % 2 == 0:
            return self._original_at[anchor], self._original_at[anchor + 1]
        start = self._original_at[anchor] + index - self._folded_at[anchor]
        return start, start + 1


def fold(text: str) -> Folded:
    """Folds `text`; plain ASCII without HTML entities comes back unchanged and fast."""
    if text.isascii() and "&" not in text and "%" not in text and "\x1b" not in text and "<" not in text:
        return Folded(text, text)
    pieces: list[str] = []
    folded_at: list[int] = []
    original_at: list[int] = []
    done = 0
    length = 0
    for unit in _UNITS.finditer(text):
        raw = unit.group()
        # A circled A right before a host name stands for the sign that programs look for.
        plain = "@" if unit["at"] else "" if unit["escape"] else _SEEN.get(raw)
        if plain is None:
            plain = _remember(raw)
        start, end = unit.span()
        pieces.append(text[done:start])
        length += start - done
        if len(plain) != end - start:
            folded_at += (length, length + len(plain))
            original_at += (start, end)
        pieces.append(plain)
        length += len(plain)
        done = end
    pieces.append(text[done:])
    return Folded(text, "".join(pieces), tuple(folded_at), tuple(original_at))


def skeleton(text: str) -> str:
    """Folded lower-case text: two strings that look alike have the same skeleton."""
    return fold(text).lower


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


_SEEN: dict[str, str] = {}
_MOST_SEEN = 20_000


def _remember(raw: str) -> str:
    plain = _fold_unit(raw)
    if len(_SEEN) < _MOST_SEEN:
        _SEEN[raw] = plain
    return plain


def _fold_unit(raw: str) -> str:
    if len(raw) == 1:
        return _fold_letter(raw)
    if raw[0] == "&":
        meant = html.unescape(raw)
        return raw if meant == raw else "".join(c if c < "\x80" else _fold_letter(c) for c in meant)
    return chr(int(raw[1:], 16)) if raw[0] == "%" else raw[0]


def _fold_letter(letter: str) -> str:
    known = LOOKALIKES.get(letter)
    if known is not None:
        return known
    category = unicodedata.category(letter)
    if category in _NEVER_LETTERS:
        return ""
    if category == "Zs":
        return " "
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    wide = unicodedata.normalize("NFKC", letter)
    if wide == letter:
        return letter
    return "".join(LOOKALIKES.get(c, "" if unicodedata.category(c) in _NEVER_LETTERS else c) for c in wide)
