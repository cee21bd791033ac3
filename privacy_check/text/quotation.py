"""Whose words a stretch of text is: the writer's own, or somebody else's who is quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from privacy_check.text.cues import late
from privacy_check.text.kin import ANY_KIN

_OPENS = late(r"(?<![\w'\"])[\"'](?=[\w¿¡(])")
_CLOSES = {mark: re.compile(rf"{mark}(?!\w)|\n|\Z") for mark in "\"'"}
_LONGEST = 400
_SAYING = (
    r"(?:says?|said|saying|goes|went|told|tells|asks?|asked|asking|shouts?|shouted|yells?|yelled|replied|replies"
    r"|wrote|writes|texts|texted|announced|announces|whispered|whispers|screamed|screams|reckons|reckoned|answers"
    r"|answered|adds?|added|claims|explained|sighs|sighed|laughs|laughed|quips|mutters|muttered|insisted|insists"
    r"|sings?|sang|reads|quotes?|quoted|used to say|(?:is|was|were|are|be)(?:\sall)?\slike)"
)
_PERSON = (
    rf"(?:{ANY_KIN}|neighbours?|teacher|boss|nurse|doctor|driver|man|woman|lady|bloke|guy|old boy|old girl"
    rf"|lad|lass"
    r"|kid|pupil|student|friend|mate|colleague|customer|patient|resident|officer|he|she|they|him|her|someone"
    r"|somebody|miss|sir|head)"
)
# Right before a quotation: a verb of saying with at most a few words behind it, or a person and a colon.
_SAID_BEFORE = late(
    rf"(?<![a-z]){_SAYING}(?:\s(?:to|me|us|him|her|them|back|out|again|loudly|quietly|today|yesterday)){{0,3}}"
    r"\s?[:,\u2026.-]{0,3}\s{0,2}\Z"
    rf"|(?<![a-z]){_SAYING}(?:\s[\w']+){{0,6}}\s?[:,]\s{{0,2}}\Z"
    rf"|(?<![a-z])(?P<label>{_PERSON}|overheard|heard)(?:'s words|\s(?:at|in|on)\s(?:the\s)?\w{{1,12}})?"
    r"\s?:\s{0,2}\Z"
)
_SAID_AFTER = late(
    rf"[\"'][\s,.!?\u2026-]{{0,3}}(?:(?P<who>(?:[\w']+\s){{0,3}}[\w']+)\s{_SAYING}"
    rf"|{_SAYING}\s(?P<whom>[\w']+)|-\s?(?:my\s|our\s|the\s)?(?P<signed>{_PERSON}))(?![a-z])"
)
# A song, film or book named by its title, which speaks of whoever is in it.
_TITLE_AFTER = late(
    r"[\"']\s(?:by\s[a-z]|came on|comes on|is (?:still|playing|on|a|the)(?![a-z])|(?:was|is) playing)"
)
_TITLE_BEFORE = late(
    r"(?<![a-z])(?:sing|singing|play|playing|plays|played|listening to|humming|watching|reading"
    r"|(?:song|tune|lyric|film|book|track)(?:\scalled)?)\s?:?\s\Z"
)
_I = late(r"(?<![a-z])(?:i|i've|i'll|i'd|me|we|myself)(?![a-z'])")
_FIRST_PERSON = late(r"(?<![a-z])(?:i|i'm|im|i've|my|me|mine|our|we)(?![a-z])")
# "You don't look 45" is about the one who is spoken to.
_YOU = late(r"(?<![a-z])(?:you|your|you're|youre|ur)(?![a-z])")
_SENTENCE = late(r"[.!?\n;](?=\s|\Z)|[|\u2022]")


def of_another(lower: str, start: int, end: int) -> bool:
    """True when `start`..`end` of lower-case folded text lies in the quoted words of somebody else."""
    return any(
        first < start
        and end <= last
        and (_FIRST_PERSON.search(lower, first, last) or not _YOU.search(lower, first, last))
        for first, last in _quotes_of_others(lower)
    )


@lru_cache(maxsize=8)
def quotes(lower: str) -> tuple[tuple[int, int], ...]:
    """Where quoted words stand in lower-case folded text: from the opening mark to the closing one."""
    if "'" not in lower and '"' not in lower:
        return ()
    found = []
    done = 0
    for opening in _OPENS.finditer(lower):
        if opening.start() < done:
            continue
        closing = _CLOSES[opening[0]].search(lower, opening.end(), opening.end() + _LONGEST)
        last = closing.start() if closing else min(len(lower), opening.end() + _LONGEST)
        done = last + 1
        found.append((opening.start(), last))
    return tuple(found)


@lru_cache(maxsize=8)
def _quotes_of_others(lower: str) -> tuple[tuple[int, int], ...]:
    return tuple(place for place in quotes(lower) if _by_another(lower, *place))


def _by_another(lower: str, opening: int, closing: int) -> bool:
    said = _SAID_BEFORE.search(lower, max(0, opening - 60), opening)
    if said:
        begin = max(
            (stop.end() for stop in _SENTENCE.finditer(lower, max(0, opening - 90), said.start())), default=0
        )
        subject = lower[max(begin, said.start() - 40) : said.start()]
        return bool(said["label"]) or not _I.search(subject)
    if _TITLE_BEFORE.search(lower, max(0, opening - 30), opening):
        return True
    if _TITLE_AFTER.match(lower, closing, closing + 30):
        return True
    after = _SAID_AFTER.match(lower, closing, closing + 60)
    return after is not None and not _I.search(after["who"] or after["whom"] or after["signed"])
