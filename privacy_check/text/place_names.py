"""Where a place name ends, and which capitalised words are none."""

from __future__ import annotations

import re

from privacy_check.text.employers import listed_end
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.sayings import listed, saying
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

_NO_PLACES = listed("place_names.no_places")
_NOT_PLACE_AFTER = saying("place_names.not_place_after")
# What joins a second place to the first: "Clevedon -> Cardiff", "Leeds via Hull".
SWAP = saying("place_names.swap")


def place_end(text: str, lower: str, at: int, listed_only: bool) -> int | None:
    """End of a place at `at`: a listed one in any case, else a run of capitalised words; None when there is
    none.
    """
    listed = place_at(lower, at)
    if listed is not None and lower[at : listed[0]] not in DAY_WORDS:
        end, ambiguous = listed
        if capitalised(text, at) or not ambiguous:
            if _NOT_PLACE_AFTER.match(lower, end):
                return None
            straight = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
            longer = run_end(text, at, 4) if straight else end
            return max(end, longer) if capitalised(text, at) and not listed_only and longer - end < 20 else end
    if listed_only or not capitalised(text, at):
        return None
    end = run_end(text, at, 4)
    first = re.match(r"[\w'-]+", lower[at:end])
    if first is None or first[0] in DAY_WORDS or first[0] in _NO_PLACES or end - at < 3:
        return None
    if listed_end(lower[at:end]) or lower[at:end].endswith("'s"):
        return None
    if (
        (first[0] in first_names() and place_at(lower, at) is None)
        or _NOT_PLACE_AFTER.search(" " + lower[at:end])
        or lower[end : end + 2] == "'s"
    ):
        return None
    if _NOT_PLACE_AFTER.match(lower, end):
        return None
    if text[at:end].isupper() and end - at < 4:
        return None
    return end
