"""Whose words a stretch of text is: quoted from somebody else, or the writer's own."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from functools import lru_cache

_SAYING = (
    r"(?:sa(?:id|ys|y|ying)|used to say|told (?:me|us|him|her)|goes|went|ask(?:s|ed)?|shout(?:s|ed|ing)?|repl(?:ies|ied)|announce[sd]|"
    r"yell(?:s|ed)|wrote|writes|texts?|texted|like|whispers?|whispered|sang|sings?|reads|quote[sd]?|asking)"
)
_SPOKEN_BEFORE = re.compile(rf"(?<!\w){_SAYING}(?: (?:to|at) \w+(?: \w+)?)?[,:;.\- ]*$")
_SPOKEN_AFTER = re.compile(
    rf"[,. -]*(?:{_SAYING} (?!i\b|me\b)\w|(?:he|she|they|the \w+|my \w+|our \w+|[a-z]+) {_SAYING}(?!\w)|- ?[a-z]|is (?:still|the|a)|came on|hasn't|was )"
)
_WRITER_SAYS = re.compile(rf"(?<!\w)(?:i|i've|i'd|we|me)(?: \w+)? {_SAYING}[^\"]{{0,14}}$")
_QUOTED = re.compile(r'"[^"\n]{2,240}"')


@lru_cache(maxsize=8)
def _told(lower: str) -> tuple[tuple[int, int], ...]:
    found = []
    for quote in _QUOTED.finditer(lower):
        before = lower[max(0, quote.start() - 48) : quote.start()]
        said = _SPOKEN_BEFORE.search(before) or _SPOKEN_AFTER.match(lower, quote.end())
        if said and not _WRITER_SAYS.search(before):
            found.append((quote.start(), quote.end()))
    return tuple(found)


def someone_elses(lower: str, start: int, end: int) -> bool:
    """True when the span lies in a quotation of another person: `Gran used to say: "I am 82"`."""
    if '"' not in lower:
        return False
    return any(first <= start and end <= last for first, last in _told(lower))
