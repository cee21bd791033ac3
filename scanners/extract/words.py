"""The words that profiles use for their fields, and the numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from scanners.extract.counts import COUNT, value_of
from scanners.extract.data import table
from scanners.extract.page import fold

MAX_COUNTER_LINE = 400
_DIGIT = re.compile(r"\d")


@cache
def vocabulary() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """`counters`, `labels` and `classes`: field name to its words."""
    data = table("words")
    return {
        part: {name: tuple(words) for name, words in data[part].items()}
        for part in ("counters", "labels", "classes")
    }


@cache
def labels() -> Mapping[str, str]:
    """Field name by folded label."""
    return {fold(word): name for name, words in vocabulary()["labels"].items() for word in words}


def label_field(text: str) -> str:
    """The field a label announces (`Location:`), or an empty string."""
    if len(text) > 40:
        return ""
    return labels().get(fold(text).strip(" :：*.").strip(), "")


@cache
def _counter_patterns() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    names = {fold(word): name for name, words in vocabulary()["counters"].items() for word in words}
    words = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    after = re.compile(rf"(?<![\d.,]){COUNT}\s*(?:位|名|人の)?\s*(?P<word>{words})(?!\w)", re.IGNORECASE)
    # People are counted with a word of their own in some languages; a number that goes on is another number.
    end = r"(?:人|名|位|명|个|個)?(?!\d|[.,]\d)(?![a-z])"
    before = re.compile(rf"(?<!\w)(?P<word>{words})\s*[:：(]?\s*{COUNT}{end}", re.IGNORECASE)
    return after, before, names


def counters(lines: Iterable[str]) -> dict[str, int]:
    """Followers, following, friends and photos that stand beside their number; the first of each wins.

    `12 followers`, `Followers: 12`, and a number and its word on lines of their own are all read.
    """
    after, before, names = _counter_patterns()
    found: dict[str, int] = {}
    told: set[str] = set()
    previous = ""
    for line in lines:
        if len(line) <= MAX_COUNTER_LINE and line not in told and _DIGIT.search(line):
            told.add(line)  # a line said again adds nothing: the first of each counter counts
            for match in (*after.finditer(line), *before.finditer(line)):
                _keep(found, names, match)
        elif previous[:1].isdigit() and len(previous) < 20 and fold(line[:60]).strip(" :") in names:
            joined = after.search(f"{previous} {line}")
            if joined:
                _keep(found, names, joined)
        previous = line
    return found


def _keep(found: dict[str, int], names: Mapping[str, str], match: re.Match[str]) -> None:
    number = value_of(match.group("number"), match.group("unit"))
    name = names.get(fold(match.group("word")))
    if name and number is not None:
        found.setdefault(name, number)
