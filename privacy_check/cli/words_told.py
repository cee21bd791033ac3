"""What `privacy-check text` tells a person: each thing once, with every place where it stands in their words."""

from __future__ import annotations

import re
import shutil
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from privacy_check import catalogue
from privacy_check.model import Finding
from privacy_check.sentences import say
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

MOST_PLACES = 8
AROUND = 28
WIDEST = 88
_DOT = "•"
_TELLING = re.compile(r"[A-Z][\w'’-]*|\w*[0-9]\w*|[@#][\w.]+")
_DOTS = re.compile(f"{_DOT}+")


def told(words: str, findings: Sequence[Finding], reveal: bool) -> Iterator[str]:
    """The lines to print, most pressing first, questions last; without `reveal` every found word is dots."""
    yield _heading(sum(item.confirmed for item in findings))
    quoted = _Quoted(words, () if reveal else tuple(findings))
    for _, group in groupby(sorted(findings, key=_order), key=_order):
        alike = tuple(group)
        yield ""
        yield from _one(alike, quoted)
    yield ""
    yield from _wrapped(say("commands.words_told.leave_out"))
    if not reveal:
        yield say("commands.words_told.hidden")


def _order(item: Finding) -> tuple[bool, int, str, str, str]:
    return not item.confirmed, -item.severity.rank, item.rule_id, item.entity_type.value, item.explanation


def _heading(sure: int) -> str:
    if sure == 0:
        return say("commands.words_told.unsure")
    return say("commands.words_told.lead", counted=say("common.things", count=sure))


def _one(alike: Sequence[Finding], quoted: _Quoted) -> Iterator[str]:
    first = alike[0]
    mark = catalogue.words("severity", first.severity.value) if first.confirmed else "A question"
    yield f"{mark}: {catalogue.rule(first.rule_id).title}"
    for place in dict.fromkeys(quoted.place(item) for item in alike[:MOST_PLACES]):
        yield f"  {place}"
    if len(alike) > MOST_PLACES:
        more = say("common.more_places", count=len(alike) - MOST_PLACES)
        yield f"  {say('commands.words_told.and_in', counted=more)}"
    yield from _wrapped(first.explanation, "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    width = min(WIDEST, shutil.get_terminal_size().columns - 1)
    return textwrap.wrap(text, max(width, 30), initial_indent=indent, subsequent_indent=indent)


def _everyday(word: str, before: str) -> bool:
    """True for a capital that tells nothing: a word that is never a name, or one that opens a sentence."""
    opens = not before or before[-1] == "\n" or before in (". ", "! ", "? ")
    return word in NEVER_NAMES or (opens and word.isalpha() and word not in first_names())


@dataclass(frozen=True)
class _Quoted:
    """The words, and what of them must be dots when a piece is shown."""

    words: str
    hidden: tuple[Finding, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.words))]

    @cached_property
    def _shown(self) -> str:
        letters = list(self.words)
        for item in self.hidden:
            if item.span is not None:
                for place in range(item.span.start, item.span.end):
                    letters[place] = letters[place] if letters[place].isspace() else _DOT
        if self.hidden:
            # What a detector missed stands here as well: names and numbers around are hidden with it.
            for word in _TELLING.finditer(self.words):
                if not _everyday(word[0].casefold(), self.words[max(0, word.start() - 2) : word.start()]):
                    letters[word.start() : word.end()] = _DOT * len(word[0])
        return "".join(letters)

    def place(self, item: Finding) -> str:
        """`Line 2: the words around, [what was found], more words`; the line only where there are several."""
        if item.span is None:
            return item.value.masked()
        begin, end = item.span.start, item.span.end
        line = bisect_right(self._line_starts, begin)
        before = self._before(begin, self._line_starts[line - 1])
        quote = f"{before}[{self._shown[begin:end]}]{self._after(end)}"
        dotted = _DOTS.sub(lambda run: _DOT * min(max(len(run[0]), 2), 5), " ".join(quote.split()))
        return say("commands.words_told.line", line=line, dotted=dotted) if len(self._line_starts) > 1 else dotted

    def _before(self, begin: int, line_start: int) -> str:
        start = begin - AROUND
        if start <= line_start:
            return self._shown[line_start:begin]
        piece = self._shown[start:begin]
        return f"… {piece.partition(' ')[2]}"

    def _after(self, end: int) -> str:
        stop = min(end + AROUND, len(self.words))
        line_end = self.words.find("\n", end, stop + 1)
        if line_end >= 0 or stop == len(self.words):
            return self._shown[end : line_end if line_end >= 0 else stop]
        return f"{self._shown[end : end + AROUND].rpartition(' ')[0]} …"
