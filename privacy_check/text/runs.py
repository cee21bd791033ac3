"""Runs of capitalised words, names in lists, and the short pieces a bio is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from privacy_check.text.cues import word_set
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

_WORD = re.compile(r"[^\W_][\w'’.&-]*[\w']|[^\W_]")
_JOINERS = word_set("of on upon le la de du the and & in under by for y")
_STRONG_SIGNS = r"|\n\r;~•·▪●◆★☆✦✧"
_PICTURE_SIGNS = r"\u2190-\u2bff\U0001f000-\U0001faff\ufe0f"
# One class of signs comes first and the conditions look back at it: a search then skips all other characters fast.
_PIECE_END = re.compile(
    f"[{_STRONG_SIGNS}{_PICTURE_SIGNS}.!?,/+-](?:(?<=[{_STRONG_SIGNS}])[{_STRONG_SIGNS}]*"
    rf"|(?<=[{_PICTURE_SIGNS}])[{_PICTURE_SIGNS}]*|(?<=[.!?])[.!?]*(?=\s|$)|(?<=,)(?=\s|$)"
    r"|(?<=\s/)/?\s|(?<=\s-)-*\s|(?<=\s\+)\s)"
)
_STRONG = re.compile(r"[|\n•·▪●◆★☆✦✧]|\s/{1,2}\s|[\u2600-\u27bf\U0001f300-\U0001faff]")
_NAME = re.compile(r"@\w(?:[\w.]{1,28}\w)?|[^\W\d_](?:[^\W_]|['-](?=[^\W\d_]))*")
_PICTURES = rf"[{_PICTURE_SIGNS}]"
BETWEEN_NAMES = re.compile(
    rf"(?:\s*\(\w{{1,8}}\)|\s+\d{{1,2}}(?=\W))?\s*{_PICTURES}*\s*(?:,\s*(?:and\s+)?|&\s*|\+\s*|/\s*"
    rf"|\b(?i:and|n)\s+|(?<={_PICTURES})\s*)"
)


def capitalised(text: str, start: int) -> bool:
    """True when the character at `start` is an upper-case letter."""
    return start < len(text) and text[start].isupper()


def run_end(text: str, start: int, most: int = 5, digits: bool = False) -> int:
    """End of the run of up to `most` capitalised words ("of", "and", "&" may stand inside); `start` if none."""
    end, at, count, pending = start, start, 0, False
    while count < most:
        word = _WORD.match(text, at)
        if word is None:
            break
        token = word[0]
        if token[0].isupper() or (digits and token[0].isdigit()):
            if count and token.lower() in ("i", "i'm", "i've"):
                break
            end = word.end()
            count, pending = count + 1, False
        elif count and not pending and token.lower() in _JOINERS:
            pending = True
        else:
            break
        at = word.end()
        if text[at : at + 3] == " & ":
            at += 3
        elif text[at : at + 1] in (" ", "-"):
            at += 1
        else:
            break
    while end > start and text[end - 1] in ".-'&":
        end -= 1
    return end


@lru_cache(maxsize=4)
def pieces(text: str) -> tuple[tuple[int, int], ...]:
    """The short pieces of a text between separators, emoji, commas and full stops: (start, end), trimmed."""
    gaps = [gap.span() for gap in _PIECE_END.finditer(text)]
    found = []
    at = 0
    for stop, after in [*gaps, (len(text), 0)]:
        if stop > at:
            piece = text[at:stop]
            start = at + len(piece) - len(piece.lstrip())
            end = at + len(piece.rstrip())
            if end > start:
                found.append((start, end))
        at = after
    return tuple(found)


@lru_cache(maxsize=4)
def is_bio(text: str) -> bool:
    """True when a text is short and made of fragments, as the lines under a profile's name are."""
    if len(text) > 300:
        return False
    found = pieces(text)
    if len(found) < 2:
        return False
    if "|" in text:
        return True
    if len(found) == 2 and not _STRONG.search(text):
        return False
    return sum(text.count(" ", start, end) < 5 for start, end in found) >= 0.6 * len(found)


def names_from(text: str, start: int, most: int = 6) -> Iterator[tuple[int, int]]:
    """First names in a list such as "Isla, Rory & Bea", from `start` on; ends at the first that is none.

    After the first, only listed names and handles count: what follows a comma may be a town.
    """
    at = start
    for place in range(most):
        found = name_at(text, at)
        listed = found is not None and text[at:found].casefold().split("-")[0] in first_names()
        if found is None or (place and text[at] != "@" and not listed):
            return
        yield at, found
        gap = BETWEEN_NAMES.match(text, found)
        if gap is None:
            return
        at = gap.end()


def name_at(text: str, start: int) -> int | None:
    """End of a first name or @handle at `start`; also a lower-case name that is no everyday word."""
    found = _NAME.match(text, start)
    if found is None:
        return None
    word = found[0]
    plain = word.casefold()
    if word[0] == "@":
        return found.end() if len(word) > 2 else None
    if plain.endswith("'s"):
        plain, word = plain[:-2], word[:-2]
    known = first_names()
    if plain in NEVER_NAMES and known.get(plain) is not False:
        return None
    if word[0].isupper() and (not word.isupper() or len(word) == 1 or plain in known) and len(plain) > 1:
        return start + len(word)
    if known.get(plain) is False and len(plain) > 2:
        return start + len(word)
    return None


_CLAUSE_HEAD = re.compile(
    r"(?:^|[.!?,;:|\n(\u2190-\u2bff\U0001f000-\U0001faff]| (?:so|but|because|and then|while"
    r"|cos) )\s*([^.!?,;:|\n(\u2190-\u2bff\U0001f000-\U0001faff]*)\Z"
)
_CLAUSE_TAIL = re.compile(
    r"[^.!?,;:|\n)\u2190-\u2bff\U0001f000-\U0001faff]*?"
    r"(?=[.!?,;:|\n)\u2190-\u2bff\U0001f000-\U0001faff]| (?:so|but|because|and i|cos|then|lol|come"
    "|which) |$)"
)


def clause(lower: str, start: int, end: int, reach: int = 28) -> tuple[int, int]:
    """The span widened to the clause it stands in, where that takes at most `reach` characters on a side."""
    head = _CLAUSE_HEAD.search(lower, max(0, start - 80), start)
    begin = head.start(1) if head and start - head.start(1) <= reach else start
    tail = _CLAUSE_TAIL.match(lower, end)
    stop = tail.end() if tail and tail.end() - end <= reach else end
    return begin, end + len(lower[end:stop].rstrip())


_SENTENCE_END = re.compile(r"[!?\n|;•·]|\.(?=\s|\Z)|[\u2190-\u2bff\U0001f000-\U0001faff]")


def sentence(lower: str, start: int, end: int, reach: int = 110) -> tuple[int, int]:
    """The sentence around `start`..`end`: to a full stop, a line's end or a picture, at most `reach` on each
    side.
    """
    begin = max(0, start - reach)
    for stop in _SENTENCE_END.finditer(lower, begin, start):
        begin = stop.end()
    after = _SENTENCE_END.search(lower, end, end + reach)
    return begin, after.start() if after else min(len(lower), end + reach)
