"""Home addresses: house and street, flats, farms and named houses, full postal lines, a street the writer lives
on.

Finds: "Flat 3, 27 Osborne Road", "number 42 on Acacia Grove", "12 HIGH STREET, SOMETOWN, AB1 2CD", "our street
(Hawthorn Drive)".
Misses: fiction and famous streets, shops and town halls, news about a road, titles.
Why: an address brings people to the door.
Fix: remove it now; a neighbourhood is enough for friends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.address_shapes import (
    CODE_ENDS,
    FAMOUS,
    HOME_WORDS,
    ICONIC,
    LEADS,
    NEVER_INSIDE,
    NOT_NAMES,
    NUMBERED,
    OUR_STREET,
    OWN_STREET,
    PART,
    POSTAL_WORD,
    POSTCODE,
    PUBLIC,
    RESIDENTS,
    SHORT_TYPES,
    SMALL_LINE,
    SMALL_PLAIN,
    SPELLED,
    STREET_ONLY,
    SURE_TYPES,
    THEN_STREET,
    TO_STREET,
    TYPES,
    US,
)
from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised
from privacy_check.text.sayings import saying
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, places
from privacy_check.text.whose_house import famous, public

FINDS = (
    ("New keys! Flat 3, 27 Osborne Road, Jesmond", "Flat 3, 27 Osborne Road"),
    ("we live at number 42 on Acacia Grove", "42 on Acacia Grove"),
    ("lost cat near Tennyson Close", "Tennyson Close"),
    ("write to 12 HIGH STREET, ALTHORNE, ESSEX, CM3 6EP", "12 HIGH STREET, ALTHORNE, ESSEX"),
    ("deliver to 61 cavendish meadow, bristol, bs17 0wf please", "61 cavendish meadow, bristol"),
    ("we're sixty-two Dunmore Avenue, they're twenty-six", "sixty-two Dunmore Avenue"),
)
MISSES = (
    "221B Baker Street is my spiritual home",
    "town hall, Calverley Street, Leeds LS1 1UR, is open for registrars",
    "new series of Waterloo Road and Grange Hill",
    "wanted to live at 4 Privet Drive once",
    "baby clothes 0-6m, BT36 7GX",
    "post to PO Box 12",
    "tapping 2 Islands to cast Time Walk",
    "born 15 July 1858 in Moss Side",
    "Jo Smith, 03/03/1994, LS6 2AB",
    "Police are appealing after a crash on Station Road",
    "the road to hell is paved with good intentions",
    "a 120 gb remote drive for my pictures",
    "8 Crazy Nights comes close, but not quite",
    "Jo Smith, Leeds, LS6 2AB",
)


class Address(BaseDetector):
    """Home addresses and the street a person lives on."""

    name = "address"
    entity_types = (EntityType.ADDRESS,)
    triggers = Triggers(
        words=frozenset(TYPES)
        | word_set(
            "st heol ffordd stryd lon lôn clos maes cae rhodfa trem dr pl ter pkwy hwy forge farm cottage "
            "vicarage rectory house barn lodge smithy manse bungalow grange"
        ),
        digits=3,
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """Numbered streets, named houses, postal lines, and streets the words call home; the widest wins."""
        found = sorted(_all(folded), key=lambda m: (m.start, -m.end))
        taken = -1
        for match in found:
            if match.start >= taken:
                taken = match.end
                yield match


def _all(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    posted = CODE_ENDS.search(lower) is not None
    for start, end in (*_postal(text, lower), *_small_letters(text, lower)) if posted else ():
        if not public(lower, start, end):
            yield _found(start, end, 0.85, "a postal address")
    for m in US.finditer(folded):
        if _capital_inside(text, m.start(), m.end()) and text[m.start("state") : m.end("state")].isupper():
            yield _found(m.start(), m.end(), 0.8, "a street, city and state")
    for m in SPELLED.finditer(folded):
        if capitalised(text, m.start("street")) and not public(lower, m.start(), m.end()):
            yield _found(m.start(), m.end(), 0.75, "a house number and a street")
    yield from _numbered(folded)
    yield from _streets(folded)


def _found(start: int, end: int, confidence: float, why: str) -> Match:
    return Match(EntityType.ADDRESS, start, end, confidence, why, "PI-06")


def _capital_inside(text: str, start: int, end: int) -> bool:
    return any(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text[start:end])[:2])


def _numbered(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in NUMBERED.finditer(folded):
        street = m["street"]
        kind = street.split()[-1].rstrip(".")
        years = re.match(r"(?:19|20)\d\d(?:[ -]|$)", m["number"]) and lower[
            m.end("number") : m.end("number") + 1
        ] in (",", "")
        if (
            years
            or re.match(r"(?:19|20)\d\d ?-", m["number"])
            or (re.match(r"1[5-9]\d\d|20\d\d", m["number"]) and re.search(r"\d (?:in|at|on) ", m[0]))
            or NEVER_INSIDE.intersection(street.split())
            or f"{m['number']} {street}" in ICONIC
            or ("/" in m["number"] and " at " in m[0])
            or street.split()[0] in NOT_NAMES - {"the"}
            or famous(lower, m.start(), street)
            or (kind not in SURE_TYPES | SHORT_TYPES and _STANDS_ON.search(m[0]))
            or _COUNTED.search(lower, max(0, m.start("number") - 8), m.start("number"))
        ):
            continue
        written = text[m.start("street") : m.end("street")]
        capital = _named(written, kind)
        homely = bool(HOME_WORDS.search(lower[max(0, m.start() - 60) : m.start()])) or "flat" in m[0]
        posted = bool(POSTCODE.search(lower, m.end(), m.end() + 60))
        if not capital and not (
            (homely or posted or lower == text)
            and (
                (kind in SURE_TYPES - {"way"} and not NOT_NAMES.intersection(street.split()))
                or (kind in _THE_PLURAL and street == f"the {kind}")
            )
        ):
            continue
        if (
            kind not in SURE_TYPES
            and kind not in SHORT_TYPES
            and not (homely or posted or "flat" in m[0])
            and m["number"].isdigit()
            and (not _ends(lower, m.end()) or _YEAR.fullmatch(m["number"]))
        ):
            continue
        if public(lower, m.start(), m.end()):
            continue
        start = _trim(text, m.start(), m.start("number"))
        more = THEN_STREET.match(text, m.end())
        end = more.end() if more else m.end()
        yield _found(start, end, 0.85 if capital else 0.7, "a house number and a street")


def _named(written: str, kind: str) -> bool:
    """True for a street in capitals; its last word alone may be small ("Acacia close", never "Nights comes
    close").
    """
    *name, last = written.split()
    capitals = written[:1].isupper() and all(
        word[:1].isupper() or word in _INSIDE or word[0].isdigit() for word in name
    )
    return capitals and (last[:1].isupper() or kind in SURE_TYPES)


def _ends(lower: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:[,.!?\n)]|$)", lower[end:]))


def _trim(text: str, start: int, number: int) -> int:
    """Drops lower-case words the building pattern took in ("our new house 12 ...")."""
    head = text[start:number]
    if (
        not head
        or re.match(r"(?:flat|apartment|apt|unit|no|number|plot|room|suite|studio|nr|#)\b", head, re.I)
        or head[:1].isupper()
    ):
        shout = re.match(r"(?:No\.? ?|no\.? ?|number |Number |nr\.? ?|#|house )$", head)
        return number if shout else start
    capital = re.search(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*,? ?$", head)
    return start + capital.start() if capital else number


def _streets(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    for m in STREET_ONLY.finditer(folded):
        start = m.start()
        first = m[0].split()[0].casefold()
        if first in LEADS:
            space = text.find(" ", start, m.end())
            if space < 0 or text.find(" ", space + 1, m.end()) < 0:
                continue
            start = space + 1
        street = lower[start : m.end()]
        before = lower[max(0, start - 60) : start]
        if RESIDENTS.match(lower, m.end()) and not PUBLIC.search(lower):
            yield _found(start, m.end(), 0.65, "a street near your home")
            continue
        if street in FAMOUS or (
            street.split()[-1] in ("park", "hill", "green", "gate", "court", "view", "place", "heath")
            and not re.search(r"live|our|last seen|neighbour|new to|view(?:ing)? at|collect|pick ?up", before)
            and not _BLOCK.match(lower, m.end())
        ):
            continue
        if street.startswith("st ") and street.count(" ") < 2:
            continue
        if not OUR_STREET.search(lower[max(0, start - 90) : m.end() + 60]) or not (
            TO_STREET.search(before) or _ends(lower, m.end())
        ):
            continue
        if (
            not _BLOCK.match(lower, m.end())
            and PUBLIC.search(lower[max(0, start - 60) : m.end() + 40])
            and not OWN_STREET.search(lower[max(0, start - 90) : m.end() + 50])
        ):
            continue
        if re.match(
            " (?:school|primary|academy|station|surgery|church|market|baptist|methodist|high|hospital"
            "|retail|tube|park|cemetery|studios|band|stadium|infants|juniors|nursery|clinic|health)",
            lower[m.end() :],
        ):
            continue
        yield _found(start, m.end(), 0.65, "a street near your home")


def _postal(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """From each postcode back over the comma-parted lines before it; columns of a table may be quoted."""
    text, lower = text.replace('"', " "), lower.replace('"', " ")
    for code in POSTCODE.finditer(lower):
        end = code.start()
        while end > 0 and text[end - 1] in " ,.\n-":
            end -= 1
        if code.start() - end > 3 or end == 0:
            continue
        start, at = end, end
        for _ in range(8):
            cut = max(text.rfind(",", 0, at), text.rfind("\n", 0, at), at - 60)
            piece = text[max(cut, 0) if cut <= 0 and text[:1] not in ",\n" else cut + 1 : at]
            begin = at - len(piece)
            tail = PART.search(piece.rstrip())
            if tail is None or _DATE.fullmatch(piece.strip()):
                break
            start = begin + tail.start()
            lead = piece[: tail.start()].strip()
            if lead or cut <= 0 or text[cut] not in ",\n":
                break
            at = cut
        line = lower[start:end]
        if _DATE.fullmatch(line) or not re.search("[a-z]{3}", line):
            continue
        parted = "," in line or "\n" in line
        if (POSTAL_WORD.search(line) and (parted or re.match(r"\d", line))) or (
            parted and _house_first(lower, start, end)
        ):
            yield start, end


def _house_first(lower: str, start: int, end: int) -> bool:
    """True for "Kelda, Walkley, Leeds" where an address begins: a house that has only a name."""
    house, *others = (piece.strip() for piece in re.split(r"[,\n]", lower[start:end]))
    words = house.split()
    towns = [piece.replace("-", " ") in places() for piece in others]
    return (
        1 <= len(words) <= _WORDS_OF_A_HOUSE
        and towns[-1:] == [True]
        and (len(towns) > 2 or all(towns))
        and (len(towns) > 1 or _LIKE_A_HOUSE.search(house) is not None)
        and len(house) > _WORDS_OF_A_HOUSE
        and house not in places()
        and words[0] not in _TITLES
        and (len(words) == 1 or words[0] in NEVER_NAMES or words[0] not in first_names())
        and not PUBLIC.search(house)
        and _BEGINS.search(lower, max(0, start - 24), start) is not None
    )


def _small_letters(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Address lines typed in small letters, parted by commas, up to a whole postcode."""
    for code in POSTCODE.finditer(text):
        begin = max(0, code.start() - 130)
        begin += max(lower.rfind(sign, begin, code.start()) - begin + 1 for sign in "\n.!?:;")
        written = lower[begin : code.start()].rstrip(" ,")
        end = begin + len(written)
        first, *others = written.split(",")
        if others:
            line = SMALL_LINE.search(first)
            if line and all(0 < len(piece.split()) < _WORDS_OF_A_PIECE for piece in others):
                yield begin + line.start(), end
            elif written == text[begin:end]:
                lead = _LEADS_IN.match(first)
                begin += lead.end() if lead else 0
                if _house_first(lower, begin, end):
                    yield begin, end
            continue
        words = frozenset(written.split())
        if not TYPES.isdisjoint(words):
            plain = SMALL_PLAIN.search(lower, begin, code.start())
            if plain and NEVER_INSIDE.isdisjoint(plain["line"].split()):
                yield plain.start("line"), end


_DATE = late(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{5,}")
_BLOCK = late(r",? (?:block|flat|floor|staircase) [a-z0-9]{1,2}(?!\w)")
_YEAR = late(r"1[5-9]\d\d|20\d\d")
_STANDS_ON = late(r"\d[a-z]?,? (?:on|in|at|along) ")
# "My 1990 Chevy Drive", "a 2 Way Street": so many of a thing.
_COUNTED = saying("address.counted")
_THE_PLURAL = frozenset(kind for kind in TYPES if kind.endswith("s") and len(kind) > 4)
_INSIDE = word_set("of the on upon y yr and le la de du next")
_WORDS_OF_A_HOUSE = 4
_WORDS_OF_A_PIECE = 6
_LEADS_IN = late(r"(?:.*(?<!\w)(?:at|to|is|in|from|:) )?\s*")
_LIKE_A_HOUSE = saying("address.like_a_house")
_TITLES = word_set("mr mrs ms miss dr prof rev sir dame mx")
# Where an address may begin: a line's start, or words that announce one.
_BEGINS = saying("address.begins")

DETECTOR = Address()
