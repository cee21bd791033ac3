"""First names of relatives in lists, in small letters or in capitals, told from everyday words by what follows
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.jobs import JOB_WORDS
from privacy_check.text.kin import SEVERAL
from privacy_check.text.runs import BETWEEN_NAMES, name_at, names_from
from privacy_check.text.sayings import cue_of, listed, piece, saying
from privacy_check.text.vocabulary import NEVER_NAMES, everyday_words, first_names, places

_WORD = late(r"[^\W\d_]{2,14}(?:-[^\W\d_]{2,12})?(?![\w@])")
_SHORTEST = 3
_SHORT_NAMES = word_set("al bo ed jo mo ty vi")
_VOWEL = late(r"[aeiouyà-öø-ÿ]")
_JOBS = word_set(JOB_WORDS)
_AND = late(r"(?:&|\+|\b(?i:and|n))\s*\Z|[^\x00-\x7f]\s*\Z")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("'s", ""),
)
_AGE = piece("plain_names.age")
# What a child is said to be or do, right behind its name.
_DOES = piece("plain_names.does")
_OWNS = piece("plain_names.owns")
_SPOKEN_OF = late(rf"{_AGE}|{_DOES}|{_OWNS}")
_SPOKEN_OF_ALL = saying("plain_names.spoken_of_all", AGE=_AGE)
_AGED = late(_AGE)
_CALLED_SO = late(r"(?:(?:is|are|was|were|be) (?:called|named|known as)|names? (?:is|are|was)) ?\Z")
_SET_OFF = late(r", ?\Z")
_SET_OFF_DOES = late(rf"[^\W\d_]{{3,14}}(?:-[^\W\d_]{{2,12}})?,{_DOES}")
# Who is greeted, loved or fetched is a person, and no verb follows: "happy birthday to my son tarn".
_OBJECT = late(
    r"(?<![a-z])(?:to|of|for|with|from|by|love|loves|miss|meet|and|up|off) (?:my|our|oor|wor) (?:[\w-]+ ){1,3}\Z"
)
_BESIDE = late(r"(?:[\s,&+|/•·~)(-]|[^\x00-\x7f]|and(?!\w)|n(?!\w)){1,8}")
_ENDS = late(rf"{_AGE}|\s?(?:\Z|[!|\n•·~(]|[,.](?=\s|\Z)|[\u2190-\u2bff\U0001f000-\U0001faff])")


# A child's picture, in any of its skins or as the last of a family's.
_CHILD_PICTURE = late(r"[👧👦👶🧒👼][\U0001f3fb-\U0001f3ff\ufe0f\s]*\Z")


@cache
def _everyday_words() -> frozenset[str]:
    return everyday_words().union(_JOBS)


def is_everyday(word: str) -> bool:
    """True for a lower-case word of everyday English, in any of its forms."""
    known = _everyday_words()
    if word in known or word in NEVER_NAMES:
        return True
    return any(word.endswith(end) and word[: -len(end)] + stem in known for end, stem in _ENDINGS)


class Announced(StrEnum):
    """What the words before a name promise: one name, several, or either."""

    ONE = "one"
    SEVERAL = "several"
    ANY = "any"


def announced_by(kin: str) -> Announced:
    """What a word of kin in small letters promises: "twins" several names, "son" one."""
    return Announced.SEVERAL if kin in SEVERAL else Announced.ONE


def names_listed(text: str, lower: str, start: int, announced: Announced) -> Iterator[tuple[int, int]]:
    """The names that begin at `start`, where words of kin announce them.

    As `runs.names_from`, and besides: names of no list behind "and" or a picture, and names in small letters or in
    capitals, as far as what follows says that a person is meant.
    """
    found = list(names_from(text, start))
    yield from found
    if found and text[found[0][0]] == "@":
        return
    chain = list(_chain(text, lower, found[-1][1] if found else start, bool(found)))
    if not chain:
        return
    if found or (announced is not Announced.ONE and len(chain) > 1):
        yield from chain if _SPOKEN_OF_ALL.match(lower, chain[-1][1]) else ()
    elif _one_alone(text, lower, *chain[0], announced):
        yield chain[0]


def _chain(text: str, lower: str, at: int, goes_on: bool) -> Iterator[tuple[int, int]]:
    """Words that could be names, one after another; behind a comma only where another one follows with "and"."""
    waiting: list[tuple[int, int]] = []
    joined = True
    while True:
        if goes_on:
            gap = BETWEEN_NAMES.match(text, at)
            if gap is None:
                return
            joined, at = _AND.search(gap[0]) is not None, gap.end()
        word = _WORD.match(text, at)
        if word is None or not _could_be_called(text, lower, at, word.end()):
            return
        waiting.append(word.span())
        if joined or _AGED.match(lower, word.end()):
            yield from waiting
            waiting = []
        at, goes_on = word.end(), True


def _could_be_called(text: str, lower: str, start: int, end: int) -> bool:
    word = lower[start:end]
    parts = word.split("-")
    if len(word) < _SHORTEST:
        return word in _SHORT_NAMES
    if parts[0] in first_names() and (len(parts) == 1 or not is_everyday(parts[1]) or parts[1] in first_names()):
        return True
    if any(is_everyday(part) for part in parts) or not _VOWEL.search(word):
        return False
    if word in places() or (
        text[end : end + 2].strip()
        and text[end + 1 : end + 2].isupper()
        and text[start].isupper()
        and not text[start:end].isupper()
    ):
        return False
    return name_at(text, start) is not None or text[start:end].islower() or text[start:end].isupper()


def _one_alone(text: str, lower: str, start: int, end: int, announced: Announced) -> bool:
    """True for one name in small letters or capitals: "my daughter saffi is 7", "mum to saffi"."""
    if text[start].isupper() and not text[start:end].isupper():
        return False
    # "My sons teacher is kind": behind a plural one word alone is more often a thing of theirs.
    if announced is Announced.SEVERAL:
        return _AGED.match(lower, end) is not None
    if _SPOKEN_OF.match(lower, end) or _CALLED_SO.search(lower, max(0, start - 30), start):
        return True
    bracket = (lower[start - 1 : start], lower[end : end + 1])
    if bracket == ("(", ")") or set_off(lower, start):
        return True
    listed = lower[start:end].split("-")[0] in first_names()
    if listed or lower.endswith("s", start, end) or not _ENDS.match(lower, end):
        return listed and "-" in lower[start:end]
    return announced is Announced.ANY or _OBJECT.search(lower, max(0, start - 60), start) is not None


def set_off(lower: str, start: int) -> bool:
    """True for a word between two commas of which something is said: "our youngest, saffi, is four"."""
    return (
        _SET_OFF.search(lower, max(0, start - 2), start) is not None
        and _SET_OFF_DOES.match(lower, start) is not None
    )


_AGED_NAME = saying("plain_names.aged_name")
_SPORT = listed("plain_names.sport")


# "Kids: Tarn 9, Willa 6" on a line of its own.
_LABEL = cue_of("plain_names.label")
_LINE_BEGINS = late(r"(?:\A|[|\n•·~])\W*(?:(?:my|our) )?\Z")


def children_in_rows(folded: Folded) -> Iterator[tuple[int, int]]:
    """Children named in a row: with an age behind each, or after a label that says who they are."""
    if folded.digits and _SPORT.isdisjoint(folded.words):
        yield from _aged(folded.text)
    for label in _LABEL.finditer(folded):
        if _LINE_BEGINS.search(folded.lower, max(0, label.start() - 12), label.start()):
            row = list(names_listed(folded.text, folded.lower, label.end(), Announced.SEVERAL))
            yield from row if len(row) > 1 or any(folded.lower[s:e] in first_names() for s, e in row) else ()


def _aged(text: str) -> Iterator[tuple[int, int]]:
    """Listed names with the age of a child behind each: "Isla 7 💗 Rory 4", "Tyler 14, Mason 11".

    One alone has to stand behind the picture of a child, and need not be listed then: "👧 Ella, 7".
    """
    row: list[re.Match[str]] = []
    for hit in _AGED_NAME.finditer(text):
        pictured = _CHILD_PICTURE.search(text, max(0, hit.start() - 10), hit.start()) is not None
        listed = first_names().get(hit["name"].casefold()) is not None
        if not (pictured or listed) or not hit["name"][0].isupper():
            continue
        if pictured:
            yield hit.span("name")
            continue
        if row and not _BESIDE.fullmatch(text, row[-1].end(), hit.start()):
            yield from (each.span("name") for each in row if len(row) > 1)
            row = []
        row.append(hit)
    yield from (each.span("name") for each in row if len(row) > 1)
