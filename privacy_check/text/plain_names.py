"""First names of relatives in lists, in small letters or in capitals, told from everyday words by what follows them."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from privacy_check.text.cues import late, word_set
from privacy_check.text.jobs import JOB_WORDS
from privacy_check.text.runs import BETWEEN_NAMES, name_at, names_from
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, places

_WORD = late(r"[^\W\d_]{3,14}(?:-[^\W\d_]{2,12})?(?![\w@])")
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
_AGE = r",?\s?\(?(?:age[d]?\s|just\s)?(?:1[0-7]|[1-9])(?!\w|[:.,]\d|\s?(?:am|pm|km|k|m|miles?|days?|weeks?|hours?|times|points?|goals?|people|of|to|out|-)(?!\w))"
# What a child is said to be or do, right behind its name.
_DOES = (
    r"\s(?:is|was|isn't|wasn't|has|hasn't|had|turns|turned|turning|starts|started|starting|loves|loved|lost|got|gets|wants|wanted|said|says|won|scored|passed|made"
    r"|came|went|goes|takes|took|plays|played|asked|can|can't|did|does|doesn't|didn't|will be|who|and (?:i|me|his|her)|at (?:school|nursery)|in (?:his|her))(?!\w)"
)
_OWNS = r"'s\s(?:\w+\s)?(?:birthday|bday|party|school|teacher|nursery|class|first|new|room|bedtime|christening|graduation|prom|results|team)(?!\w)"
_SPOKEN_OF = late(rf"{_AGE}|{_DOES}|{_OWNS}")
_SPOKEN_OF_ALL = late(
    rf"{_AGE}|\s(?:are|were|have|had|both|love|loved|got|went|want|start|started|made|came|play|played|at|off|in|on|and i|who|will be)(?!\w)|\s?(?:\Z|[,.!?)|\n•·~/]|[\u2190-\u2bff\U0001f000-\U0001faff])|'s?\s"
)
_ENDS = late(rf"{_AGE}|\s?(?:\Z|[!|\n•·~(]|[,.](?=\s|\Z)|[\u2190-\u2bff\U0001f000-\U0001faff])")


@cache
def _everyday_words() -> frozenset[str]:
    text = files("privacy_check.data").joinpath("everyday_words.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_everyday(word: str) -> bool:
    """True for a lower-case word of everyday English, in any of its forms."""
    known = _everyday_words()
    if word in known or word in NEVER_NAMES or word in _JOBS:
        return True
    return any(word.endswith(end) and word[: -len(end)] + stem in known for end, stem in _ENDINGS)


def names_listed(text: str, lower: str, start: int, several: bool) -> Iterator[tuple[int, int]]:
    """The names that begin at `start`, where words of kin announce them; `several` when they announce more than one.

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
    end = chain[-1][1]
    if found or (several and len(chain) > 1):
        yield from chain if _SPOKEN_OF_ALL.match(lower, end) else ()
    elif _one_alone(text, lower, *chain[0], several):
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
        if joined:
            yield from waiting
            waiting = []
        at, goes_on = word.end(), True


def _could_be_called(text: str, lower: str, start: int, end: int) -> bool:
    word = lower[start:end]
    parts = word.split("-")
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


def _one_alone(text: str, lower: str, start: int, end: int, several: bool) -> bool:
    """True for one name in small letters or capitals: "my daughter saffi is 7", "mum to saffi"."""
    if text[start].isupper() and not text[start:end].isupper():
        return False
    if _SPOKEN_OF.match(lower, end):
        return True
    listed = lower[start:end].split("-")[0] in first_names()
    if "-" in lower[start:end] and listed:
        return True
    return several and not listed and lower[end - 1] != "s" and _ENDS.match(lower, end) is not None
