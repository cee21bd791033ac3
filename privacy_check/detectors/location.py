"""Where a person lives, comes from or spends their days: town, neighbourhood, village.

Finds: "live in ...", "moved to ...", "from ...", "... born and bred", a pin emoji, and a known town alone in a
bio.
Misses: places visited, in the news, in films or in names of teams and dishes; "I live in hope".
Why: a town narrows a search, and a neighbourhood with a street finds the house.
Fix: give a region or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.location_sayings import AFTER_JOB, CUES, LISTED
from privacy_check.text.place_names import SWAP, place_end
from privacy_check.text.runs import capitalised, run_end, sentence
from privacy_check.text.sayings import cue_of, listed, saying, stands
from privacy_check.text.vocabulary import DAY_WORDS, NEVER_NAMES, first_names, place_at, place_words

FINDS = (
    ("live in Chapel Allerton now", "Chapel Allerton"),
    ("born and bred in Little Snoring", "Little Snoring"),
    ("mum of two | Harrogate | tea", "Harrogate"),
    ("I'm from Oswestry, yes it's in England", "Oswestry"),
    ("Wolverhampton born, accent intact", "Wolverhampton"),
)
MISSES = (
    "I live in hope",
    "the film is set in Paris and it shows",
    "lovely meal at the Bristol on Friday",
    "from Monday we have new bins",
    "Leeds United till I die",
)

_KNOWN_ONLY = 0.66
_AFTER = cue_of("location.after")
_VISIT = stands("location.visit")
_TAIL_WORDS = word_set("home come town city live grew")
_TOO_COMMON = listed("location.too_common")
# Ties that take any capitalised name; the others need a known place, whose own words call for this detector.
_FIRM_WORDS = frozenset().union(*(tie.words for tie in CUES.cues if tie.confidence >= _KNOWN_ONLY))
_TAIL = cue_of("location.tail")


class Location(BaseDetector):
    """Towns and neighbourhoods a person is tied to."""

    name = "location"
    entity_types = (EntityType.LOCATION,)
    triggers = Triggers(words=place_words() | (_FIRM_WORDS - _TOO_COMMON) | _TAIL_WORDS)

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per place."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        taken: list[tuple[int, int]] = []
        for start, end, confidence, why in (
            *_cued(folded),
            *_followed(folded),
            *_told_after(folded),
        ):
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Match(EntityType.LOCATION, start, end, confidence, why, "LOC-01")


_IN_THE_NEWS = stands("location.in_the_news")
_IF_ONLY = saying("location.if_only")
_JUST_VISITING = late(
    r"(?<!\w)(?:holiday|hols|weekend|tonight|today|tomorrow|for the|gig|pub|hospital|queue|traffic"
    r"|airport|hotel|trip|visit\w*|til|till|until|for a|court|meeting|final|away|match|game|training"
    "|been to|looked at|viewed|viewing|stayed|airbnb|that (?:new )?place|restaurant|cafe|menu|meal"
    "|lunch|brunch|food|festival|stag|hen|conference|course|wedding|funeral|spa|shopping"
    rf"|{'|'.join(sorted(DAY_WORDS))})(?!\w)"
)
Found = tuple[int, int, float, str]


def _cued(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for tie, m in CUES.finditer(folded):
        if m.start() and lower[m.start() - 1].isalnum() and lower[m.start()].isalnum():
            continue
        confidence = tie.confidence
        at = m.start("place") if "place" in m.re.groupindex else m.end()
        while lower.startswith(("the ", "a "), at) and place_at(lower, at) is None:
            at += lower.index(" ", at) - at + 1
            if at - m.end() > 6:
                break
        end = place_end(text, lower, at, confidence < _KNOWN_ONLY or at > m.end())
        if end is None or _of_others(text, lower, m, end):
            continue
        if _ANYBODYS.match(lower, m.start()) and len(lower) > 60 and not _SPEAKS(lower):
            continue
        if confidence < 0.6 and _VISIT(lower):
            continue
        if confidence == AFTER_JOB and not _PIECE_ENDS.match(lower, end):
            continue
        begin, stop = sentence(lower, m.start(), end)
        passing = confidence == 0.6 or (confidence == LISTED and not _STAYS.match(m[0]))
        if passing and m[0].endswith("in ") and _JUST_VISITING.search(lower, begin, stop):
            continue
        yield at, end, max(confidence, 0.6), "a place you say you live in or come from"
        swap = SWAP.match(lower, end)
        if swap and swap.end() > end:
            second = place_end(text, lower, swap.end(), True)
            if second:
                yield swap.end(), second, 0.65, "a second place name"


def _of_others(text: str, lower: str, m: re.Match[str], end: int) -> bool:
    """True when the place is the news', a wish's, or somebody's whom the writer only speaks of."""
    if _IN_THE_NEWS(lower) or _IF_ONLY.search(
        lower, max(sentence(lower, m.start(), end)[0], m.start() - 40), m.start() + 12
    ):
        return True
    if _somebody_else(text, m.start()):
        return True
    before = lower[max(0, m.start() - 40) : m.start()]
    if _THEIR_OWN.match(m[0]) and _SPOKEN_OF.search(before) and not _RELATED.search(before):
        return True
    if m[0].startswith(("born", "was born")) and (
        before.endswith(("he ", "she ", "he was ", "she was "))
        or _A_LIFE.search(text, max(0, m.start() - 40), m.start())
    ):
        return True
    third = _ONE_FROM.match(m[0]) and (m[0].startswith(("peo", "fol", "some")) or not _I_AM.search(before))
    return bool(third) and bool(_OTHERS_DO.match(lower, end))


_STAYS = late(
    r"(?:grew|live|lives|living|lived|raised|born|settled|moved|home for|a |the |our |my |wee |tiny |council )"
)
_THEIR_OWN = saying("location.their_own")
_SPOKEN_OF = saying("location.spoken_of")
_RELATED = saying("location.related", ANY_KIN=ANY_KIN)
# "Emmeline Pankhurst, born 15 July 1858 in Moss Side" is out of a book.
_A_LIFE = late(r"[A-Z][a-z]+ [A-Z][\w'-]+(?: \(|, | was )$")
_PIECE_ENDS = late(
    r"\s*(?:[.,!;:|\n•(\u2190-\u2bff\U0001f000-\U0001faff]|\Z|and (?:mum|dad|a|proud|i)(?!\w)|since|with \d)"
)
# "A house in London", "the Park Slope area": whoever speaks must be in it.
_ANYBODYS = saying("location.anybodys")
_SPEAKS = stands("location.speaks")
_ONE_FROM = late(r"(?:lad|lass|girl|boy|woman|bloke|man|mum|dad|northerner|people|folks?|someone|parents)(?!\w)")
_I_AM = saying("location.i_am")
_OTHERS_DO = late(r" (?:has|have|had|is|was|were|who|won|died|jailed|said|says|gets?|got|on|aged?|will|are)(?!\w)")


# "Morning Skipton people" is said by one of them; "more from Perthshire folk" is not.
_CROWD = late(r"folks?|people|peeps|mums|dads|parents|homeowner")
_CALLED = saying("location.called")
_ASKED = late(r"(?:was|is|were|are|did|the|a|if|has|why|when|where|who|and|but|so)$")


def _full_name(text: str, start: int) -> bool:
    """True when the word at `start` follows a listed first name: a surname, not a place."""
    first = re.search(r"([A-Z][a-z]+) $", text[max(0, start - 16) : start])
    return bool(first) and first[1].casefold() in first_names()  # type: ignore[index]


def _somebody_else(text: str, start: int) -> bool:
    """True when a capitalised name stands right before: it is that person's home, not the writer's."""
    named = re.search(r"([A-Z][\w'-]+) (?:was |is |who |has |who's )?$", text[max(0, start - 24) : start])
    if not named:
        return False
    return named[1].casefold() not in NEVER_NAMES and place_at(named[1].casefold(), 0) is None


def _followed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """“Bristol born & bred”, “Wakefield lass”: the place and the words that tie the writer to it."""
    for m in _AFTER.finditer(folded):
        tie = m.start() - 1
        head = re.search(r"(?:[^\W\d_][\w'-]*[ -]){0,3}[^\W\d_][\w'-]*$", text[max(0, tie - 40) : max(tie, 0)])
        if head is None:
            continue
        begin = tie - len(head[0])
        unknown = "bred" in m[0] or m[0].strip(" -") in ("born", "based", "born and raised")
        for word in re.finditer(r"[^\W\d_][\w'-]*", text[begin:tie]):
            start = begin + word.start()
            listed = place_at(lower, start)
            if lower.endswith("new ", 0, start):
                break
            if listed is None and not unknown:
                continue
            if _CROWD.match(lower, m.start()) and not _CALLED.search(lower, max(0, start - 30), start):
                continue
            if listed and listed[0] == tie and (capitalised(text, start) or not listed[1]):
                yield start, m.end(), 0.8, "a place you belong to"
                break
            ends = re.match(r"\s*(?:[|.,!•\n]|$|in\b|[^\x00-\x7f])", lower[m.end() :])
            if (
                unknown
                and ends
                and not _full_name(text, start)
                and not _ASKED.search(lower[:start].rstrip())
                and not any(w in first_names() or _ASKED.match(w) for w in lower[start:tie].split())
                and capitalised(text, start)
                and run_end(text, start) == tie
                and word[0].casefold() not in DAY_WORDS | {"new", "still", "first", "i", "natural", "home", "not"}
            ):
                yield start, m.end(), 0.6, "a place you belong to"
                break


_HOLIDAY = stands("location.holiday")


def _told_after(folded: Folded) -> Iterator[Found]:
    """“Sheffield is home now”, “Chelmsford here we come”."""
    if folded.words.isdisjoint(_TAIL_WORDS):
        return
    text, lower = folded.text, folded.lower
    for m in _TAIL.finditer(folded):
        if "come" in m[0] and _HOLIDAY(lower):
            continue
        for word in re.finditer(r"[^\W\d_][\w'-]*", text[max(0, m.start() - 26) : m.start()]):
            start = max(0, m.start() - 26) + word.start()
            listed = place_at(lower, start)
            if listed and listed[0] == m.start() and capitalised(text, start):
                yield start, listed[0], 0.75, "a place you belong to"
                break


DETECTOR = Location()
