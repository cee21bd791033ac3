"""Places that a bio, a pin or an address names without a word of living there: "mum of two | Harrogate | tea".

Finds: a known town alone in a bio or after a job, a place behind a pin, the town of an address.
Misses: towns in lists of events and customers, teams, a town in a sentence about a restaurant.
Why: a town narrows a search, and a neighbourhood with a street finds the house.
Fix: give a region or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import anywhere, cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.jobs import STAFF_WORDS
from privacy_check.text.organisations import place_of_many
from privacy_check.text.place_names import SWAP, place_end
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end
from privacy_check.text.sayings import listed, saying, stands
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at, place_words

FINDS = (
    ("mum of two | Harrogate | tea", "Harrogate"),
    ("Hairdresser, Bury", "Bury"),
    ("29, Doncaster, single", "Doncaster"),
    ("we are at 27 Osborne Road, Jesmond", "Jesmond"),
)
MISSES = (
    "Picante Mexican Grill in Pimlico, London, a great little lunch spot",
    "Not you, sweetie, the Marquis of Montrose! Your Burns was awesome",
    "Leeds United till I die",
    "Gig: The Fleece, 12 St Thomas Street, Bristol",
)

_LEAD_WORDS = listed("location_in_bio.lead_words")
_PIECE_LEAD = saying("location_in_bio.piece_lead")
_PIN = late(r"[\U0001f4cd\U0001f4cc\U0001f3e0\U0001f3e1\U0001f5fa\ufe0f]+ ?(?:in |from |currently |based in )?")
_VISIT = stands("location.visit")
_BASED = anywhere(r"(?<!\w)(?:based|born|live|living|from|home|mum|dad)(?!\w)")
_SERVES = stands("location_in_bio.serves")
_STREETS = (
    "street st road rd avenue ave close drive lane ln grove crescent terrace place way gardens "
    "court mews square parade row walk hill view rise island house cottage farm paddocks paddock "
    "meadows meadow orchard fields croft wharf quay mansions apartments lodge lofts heights"
)
_STREET_WORDS = word_set(_STREETS)

Found = tuple[int, int, float, str]


class LocationInBio(BaseDetector):
    """Places told by where they stand."""

    name = "location_in_bio"
    entity_types = (EntityType.LOCATION,)
    triggers = Triggers(
        words=place_words() | _LEAD_WORDS | _STREET_WORDS,
        parts=("📍", "🏡", "🏠"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per place."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        taken: list[tuple[int, int]] = []
        for start, end, confidence, why in (
            *_led(folded),
            *_bio(folded),
            *_addressed(folded),
            *_in_handle(folded),
        ):
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Match(EntityType.LOCATION, start, end, confidence, why, "LOC-01")


def _led(folded: Folded) -> Iterator[Found]:
    """Places behind a pin, and behind "from", "now" or "ex" at the head of a piece."""
    text, lower = folded.text, folded.lower
    leads: list[tuple[int, float]] = []
    if len(lower) <= 300 and not _LEAD_WORDS.isdisjoint(folded.words):
        leads += [(m.end(), 0.6) for m in _PIECE_LEAD.finditer(lower)]
    if not text.isascii():
        leads += [(m.end(), 0.75 if "\U0001f4cd" in m[0] else 0.6) for m in _PIN.finditer(lower)]
    for at, confidence in leads:
        end = place_end(text, lower, at, confidence < 0.66)
        if end is None or (confidence < 0.66 and (_VISIT(lower) or _served(lower))):
            continue
        yield at, end, confidence, "a place set apart"
        swap = SWAP.match(lower, end)
        second = place_end(text, lower, swap.end(), True) if swap and swap.end() > end else None
        if swap and second:
            yield swap.end(), second, 0.65, "a second place name"


_HANDLE = late(r"@?[a-z0-9.-]+_[a-z0-9_.-]+")
_PART = late(r"(?<![^\W\d_])[^\W\d_]{4,}")
_BY_A_PERSON = listed("location_in_bio.by_a_person")


def _in_handle(folded: Folded) -> Iterator[Found]:
    """A known place that is a part of somebody's handle: "gaz_from_tipton", "big_ste_widnes_79"."""
    lower = folded.lower.strip()
    if len(lower) > 40 or not _HANDLE.fullmatch(lower):
        return
    if not (_BY_A_PERSON & folded.words or any(first_names().get(word) is False for word in folded.words)):
        return
    for part in _PART.finditer(folded.lower):
        if place_at(part[0], 0) == (len(part[0]), False) and part[0] not in first_names():
            yield part.start(), part.end(), 0.6, "a place in a handle"


def _served(lower: str) -> bool:
    """True when the text offers goods, jobs or tickets in a town, and nobody says it is home."""
    return _SERVES(lower) and not _BASED(lower)


def _personal(folded: Folded) -> bool:
    """True when a text made of pieces is about a person: their age, job, family, pronouns, or "I"."""
    if _SELF.search(folded.lower) or _ABOUT.search(folded.lower) or STAFF_WORDS & folded.words:
        return True
    found = pieces(folded.text)
    plain = not _LOUD.search(folded.text)
    return plain and all(folded.text.count(" ", start, end) < 4 for start, end in found)


_LOUD = late(r"[!#@?]")
_ABOUT = saying("location_in_bio.about")


def _bio(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    if lower.startswith("@") or "http" in lower:
        return
    if not is_bio(text) or not _personal(folded):
        yield from _last_piece(folded)
        return
    if _served(lower):
        return
    for start, end in pieces(text):
        listed = place_at(lower, start)
        if listed is None:
            last = re.search(r"(?:in|near|from) (?=[a-z' -]+$)", lower[start:end]) if end - start < 60 else None
            inner = place_at(lower, start + last.end()) if last else None
            if last and inner and inner[0] == end and capitalised(text, start + last.end()):
                yield start + last.end(), end, 0.65, "a place name"
            continue
        if end - start > 40:
            continue
        stop, ambiguous = listed
        if lower[start:end] in _TEAMS:
            continue
        if not capitalised(text, start) and (ambiguous or len(pieces(text)) < 3):
            continue
        rest = lower[stop:end].strip(" .'")
        if rest in (
            "",
            "uk",
            "england",
            "scotland",
            "wales",
            "now",
            "area",
            "ish",
            "way",
            "lass",
            "lad",
            "baby",
            "in the holidays",
            "at weekends",
            "mostly",
            "for now",
            "these days",
        ) or re.fullmatch(r"(?:&|and|/|->|>|via|to|➡) ?[\w' -]+", rest):
            yield start, stop, 0.6 if ambiguous else 0.7, "a place name"
            second = re.match(r" ?(?:&|and|/|->|>|via|to|➡) ?", lower[stop:end])
            if second:
                more = place_at(lower, stop + second.end())
                if more:
                    yield stop + second.end(), more[0], 0.65, "a second place name"


_SELF = saying("location_in_bio.self")


_TEAMS = word_set(
    "west ham,everton,crystal palace,millwall,aston villa,fulham,charlton,leyton orient,queen's "
    "park,wigan warriors",
    ",",
)
_OWN_PIECE = late(r"[|\n.•]\s*$|^$")


def _last_piece(folded: Folded) -> Iterator[Found]:
    """A known town set apart at the end of a short text about the writer, or as a sentence of its own."""
    text, lower = folded.text, folded.lower
    found = pieces(text) if len(text) <= 200 else ()
    if len(found) < 2:
        return
    towns: list[tuple[int, int, int, bool]] = []
    for place, (start, end) in enumerate(found):
        listed = place_at(lower, start)
        if listed and listed[0] == end and capitalised(text, start) and not text[start:end].isupper():
            towns.append((place, start, end, listed[1]))
    if not towns or _VISIT(lower) or not _personal(folded) or _served(lower):
        return
    for place, start, end, ambiguous in towns:
        before = found[place - 1] if place else (0, 0)
        after_job = bool(place) and lower[before[0] : before[1]].split()[-1] in STAFF_WORDS
        alone = bool(_OWN_PIECE.search(lower[:start])) and lower[end : end + 1] in (".", "|", "\n", "")
        last = place == len(found) - 1 and bool(_SELF.search(lower))
        if (after_job and before[1] - before[0] < 40) or (not ambiguous and (last or (alone and place))):
            yield start, end, 0.6, "a place name"


_STREET_LAST = late(
    r"(?:road|street|lane|avenue|drive|close|way|place|court|square|terrace|gardens|hill|park|estate|centre)$"
)
_STREET_COMMA = cue(
    _STREETS,
    r"[a-z]+, ",
)


def _addressed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """The town after a house and street: "27 Osborne Road, Jesmond"."""
    for m in _STREET_COMMA.finditer(folded):
        if not re.search(
            r"(?:\d|flat|cottage|house|farm)[^.!?\n|]{2,45}$", lower[max(0, m.start() - 50) : m.start() + 1]
        ):
            continue
        listed = place_at(lower, m.end())
        if (listed and text[m.end() : listed[0]].isupper()) or place_of_many(
            lower, m.start(), listed[0] if listed else m.end()
        ):
            continue
        if (
            listed
            and (capitalised(text, m.end()) or not listed[1])
            and not re.match(r" (?:road|street|lane|avenue)", lower[listed[0] :])
        ):
            yield m.end(), listed[0], 0.75, "the town of an address"
        elif capitalised(text, m.end()):
            end = run_end(text, m.end(), 3)
            if (
                not text[m.end() : end].isupper()
                and lower[m.end() : end] not in DAY_WORDS
                and not any(word in first_names() for word in lower[m.end() : end].split())
                and not _STREET_LAST.search(lower, m.end(), end)
                and re.match(r"\s*(?:[.,!?;|]|$|\(|-)", lower[end:])
            ):
                yield m.end(), end, 0.6, "the town of an address"


DETECTOR = LocationInBio()
