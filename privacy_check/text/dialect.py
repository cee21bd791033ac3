"""Spoken spelling written out: "am in the gym every mornin wi me mam" says "I'm in the gym every morning with
my mam".

The rules of everyday sayings are written for plain spelling; a text that holds one of these forms is read a second
time in plain words, and what is found there is pointed back to the words as they were written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded

_PLAIN = {
    "wi": "with",
    "wiv": "with",
    "wid": "with",
    "wae": "with",
    "fae": "from",
    "frae": "from",
    "intae": "into",
    "tae": "to",
    "aboot": "about",
    "roond": "round",
    "doon": "down",
    "doun": "down",
    "oot": "out",
    "hoose": "house",
    "hame": "home",
    "dug": "dog",
    "masel": "myself",
    "masell": "myself",
    "maself": "myself",
    "meself": "myself",
    "mesen": "myself",
    "wor": "our",
    "oor": "our",
    "yer": "year",
    "yr": "years",
    "yrs": "years",
    "wk": "week",
    "wks": "weeks",
    "wkend": "weekend",
    "nite": "night",
    "nites": "nights",
    "nyt": "night",
    "2nite": "tonight",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "tmrw": "tomorrow",
    "tmoro": "tomorrow",
    "tomoz": "tomorrow",
    "tomoro": "tomorrow",
    "morra": "tomorrow",
    "bin": "been",
    "av": "i've",
    "babby": "baby",
    "babbies": "babies",
    "wo": "won't",
    "wor'n't": "weren't",
    "evry": "every",
    "everyday": "every day",
    "ova": "over",
    "dropt": "dropped",
}
_CLIPPED = word_set(
    "mornin evenin goin flyin livin stayin workin pickin droppin walkin runnin swimmin trainin "
    "drivin cleanin cookin leavin startin finishin movin teachin servin nursin comin takin gettin "
    "sleepin jettin headin packin travellin ridin dancin boxin playin fishin campin stoppin "
    "graftin deliverin collectin volunteerin joggin cyclin landin skiin"
)
WORDS = (frozenset(_PLAIN) - {"bin", "yer"} | _CLIPPED | word_set("am ma ar bin yer")) - {
    "2nite",
    "2moro",
    "2morrow",
    "wor'n't",
}
_KIN = (
    "(?:mam|mum|mom|nan|nana|nanna|gran|granny|grandad|da|dad|mrs|missus|wife|hubby|husband|fella"
    "|lad|lads|lass|son|daughter|girls?|boys?|kids?|babby|baby|dog|dug|ma|sister|brother|our"
    "|youngest|eldest|oldest|work|job|house|home|flat|shift|hols|holidays?|whole|life|own|first"
    "|last|old|new|wee|little)"
)
# "Am" begins a clause where Northerners and Scots mean "I'm"; "I am" and "9 am" do not.
_STRANGE = late(
    rf"(?<![\w'’@#])(?:(?P<clipped>{'|'.join(sorted(_CLIPPED))})'?|(?P<single>the morra)"
    rf"|(?P<word>{'|'.join(sorted(_PLAIN, key=len, reverse=True))})|(?P<am>(?:(?<=[.!?,;:|\n] )"
    r"|(?<=\n)|(?<=\Z)|(?<= and )|(?<= so )|(?<= but )|(?<= cos )|(?<![\s\S]))(?:am"
    rf"|ar))(?= (?!not sure i))|(?P<my>me|ma)(?= {_KIN}(?!\w))|(?P<joined>n)(?= [a-z]))(?![\w'’@])"
)
_BEEN = late(r"bin (?:at|in|wi|with|a|an|stayin|livin|workin|on|goin|here|doin)(?!\w)")
_YEARS = late(r"(?:\d+|few|two|three|four|five|six|seven|eight|nine|ten|twenty) yer$")


def _plain(found: re.Match[str], lower: str) -> str | None:
    said = found[0]
    if found["clipped"]:
        return found["clipped"] + "g"
    if found["single"]:
        return "tomorrow"
    if found["am"]:
        return "i'm"
    if found["my"]:
        return "my"
    if found["joined"]:
        return "and"
    if said == "bin" and not _BEEN.match(lower, found.start()):
        return None
    if said == "yer":
        return "years" if _YEARS.search(lower, max(0, found.start() - 9), found.end()) else "your"
    if said == "yr" and re.match(r" \d", lower[found.end() : found.end() + 2]):
        return "year"
    return _PLAIN[said]


@lru_cache(maxsize=2)
def plainly(folded: Folded) -> tuple[Folded, Callable[[int], int]] | None:
    """The text in plain spelling, and where each of its places stands in `folded`; None where nothing differs."""
    if WORDS.isdisjoint(folded.words):
        return None
    text, lower = folded.text, folded.lower
    pieces: list[str] = []
    plain_at, written_at = [0], [0]
    done = length = 0
    for strange in _STRANGE.finditer(lower):
        plain = _plain(strange, lower)
        if plain is None:
            continue
        pieces += (text[done : strange.start()], plain)
        begin = length + strange.start() - done
        length, done = begin + len(plain), strange.end()
        plain_at += (begin, length)
        written_at += (strange.start(), done)
    if not done:
        return None
    written = "".join((*pieces, text[done:]))

    def place(index: int) -> int:
        anchor = bisect_right(plain_at, index) - 1
        # Anchors come in pairs around each rewritten word, after the one at the very beginning.
        return written_at[anchor] + (0 if anchor % 2 else index - plain_at[anchor])

    return Folded(written, written), place
