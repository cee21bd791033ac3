"""Where a place name ends, and which capitalised words are none."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re

from privacy_check.text.cues import late, word_set
from privacy_check.text.employers import listed_end
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

_NO_PLACES = word_set(
    "uk britain the hell heaven bed love england's paradise peace limbo denial lockdown town reality fear hope harmony sin silence tears bits pieces zoom teams hospital prison android iphone ios windows mac linux wordpress substack bluesky mastodon threads spotify apple google gmail outlook vinted depop ebay tiktok instagram facebook crocs uggs leggings pyjamas pjs joggers converse barbour north africa asia europe america narnia westeros mordor hogwarts gotham wakanda neverland walford weatherfield emmerdale ambridge"
)
_NOT_PLACE_AFTER = late(
    r" (?:united|city(?! (?:centre|council))|town fc|rovers|rangers|fc|wanderers|athletic|albion|utd|council|police|castle|airport|marathon|festival|university|uni|college|hospital|road|street|lane|avenue|close|drive|"
    r"arena|rhinos|pudding|cheese|accent|terrier|times|post|news|met|royal|infirmary|academy|high|grammar|primary|school|children's|fire|ambulance|nhs|housing|bake|sausage|pasty|tart|wanderers|general|cathedral|station|gazette|evening)\b"
)
# What joins a second place to the first: "Clevedon -> Cardiff", "Leeds via Hull".
SWAP = late(
    r"(?: (?:for|to|->|>|via|and|&|by way of|-) |[ ]?(?:->|➡️?|→|✈️?|/) ?|, (?:now |currently |then |but (?:now )?|lives? in |living in |via )?)(?:in )?"
)


def place_end(text: str, lower: str, at: int, listed_only: bool) -> int | None:
    """End of a place at `at`: a listed one in any case, else a run of capitalised words; None when there is none."""
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
