"""Word lists and small patterns that several detectors share: names, places, days, clock times, dates.

Patterns are strings for use on lower-case folded text. Lists are read once, when first needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from privacy_check.tables import listed
from privacy_check.text.cues import late, word_set

WEEKDAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?"
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d|noon|midday|midnight|half (?:past )?[a-z]{3,6}|\d{1,2} o'?clock)"
)
DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?: \d{{4}})?"
    rf"|{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|the \d{1,2}(?:st|nd|rd|th)\b|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b)"
)
SMALL_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|a few|a couple of)"
)

TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ONES = {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
}
_TEEN_WORDS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TEENS = {word: n for n, word in enumerate(_TEEN_WORDS, 10)}
NUMBER_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?|{'|'.join(TEENS)})"

DAY_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri "
    "sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec today tomorrow tonight yesterday christmas xmas easter halloween monday's friday's"
)

NEVER_NAMES = (
    word_set(
        "i i'm im i've i'll i'd a an the and or but if so of in on at to for from with by as is are was were "
        "be been has have had do does did will would can could should may might must not no yes this that "
        "these those he she it they we you me him her them my your his its our their who what when where why "
        "how all any both each few more most some such only own same than too very just now then here there "
        "again once off out over under up down new old happy birthday love lovely life day days night nights "
        "week year years school home house work team family mum mam mom mummy mommy dad daddy nan nana "
        "grandad grandma husband hubby wife wifey son daughter sister brother partner boyfriend girlfriend "
        "fiance auntie aunt uncle cousin baby boy girl kids kid child children dog cat pup puppy kitten joke "
        "jokes thing things time best good great big little dear god omg lol tbh wtf ok okay please thanks "
        "thank congratulations congrats well done proud welcome uk tv bbc nhs gcse gcses a-level covid "
        "netflix disney facebook instagram twitter tiktok whatsapp youtube google amazon tesco british "
        "english irish scottish welsh american vs via dm dms rt rts ig mr mrs miss ms dr st hair treats food "
        "walker walkers sitter groomer lover person people trainer rescue show cafe said says told thinks "
        "loves hates likes wants needs got goes went came made makes taught calls called named bought keeps "
        "kept gave gives let makes turned turns starts started act nature figure hood hen stag gym hq inc ltd "
        "spa"
    )
    | DAY_WORDS
)


def _entries(name: str) -> list[str]:
    return [entry.strip() for line in listed(name) for entry in line.split(",") if entry.strip()]


@cache
def first_names() -> Mapping[str, bool]:
    """Lower-case first names; True where the name is also an everyday word."""
    return names("first_names.txt")


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """What people called by a given name are called for short, each way round."""
    lines = (line.partition(":") for line in listed("short_names.txt"))
    return {name.strip(): frozenset(shorts.split()) for name, _, shorts in lines}


@cache
def everyday_words() -> frozenset[str]:
    """Lower-case words of everyday English."""
    return frozenset(word for line in listed("everyday_words.txt") for word in line.split())


@cache
def pet_names() -> Mapping[str, bool]:
    """Lower-case names that animals are given; True where the name is also an everyday word."""
    return names("pet_names.txt")


def names(file: str) -> Mapping[str, bool]:
    """Lower-case entries of a list; True where one is marked as an everyday word too."""
    found: dict[str, bool] = {}
    for entry in _entries(file):
        name = entry.lstrip("!").casefold()
        found[name] = found.get(name, False) or entry.startswith("!")
    return found


@cache
def places() -> Mapping[str, bool]:
    """Lower-case place names, hyphens as spaces; True where the name is also an everyday word or a name."""
    found: dict[str, bool] = {}
    for entry in (*_entries("places.txt"), *_entries("towns.txt")):
        name = entry.lstrip("!").casefold().replace("-", " ")
        found[name] = found.get(name, False) or entry.startswith("!")
    return found


@cache
def place_words() -> frozenset[str]:
    """The most telling word of every place name: a cheap test whether a text can hold one."""
    return frozenset(map(telling_word, places()))


def telling_word(name: str) -> str:
    """The word of a lower-case name that the fewest texts hold: no everyday word where there is another."""
    return max(_WORD.findall(name), key=lambda word: (word not in EVERYDAY, len(word)), default="")


# Words of names that stand in so many texts that another word of the name is the better sign.
EVERYDAY = word_set(
    "a am and are as at be been but by can do first for from get good got had has have he head her here "
    "him his home house how i if in into is it just last like look love m made make me more my new no not "
    "now of off old on one only or our out over place post s see she so some stop t take than that the "
    "their them then there they this time to up us was way we well were what when who will with world "
    "year you your bed better black car country deal end great high king little lower middle power saint "
    "small upper north south east west"
)
_WORD = late(r"[^\W\d_]+")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0].removesuffix("'s") for name in places())


def begins_place(word: str) -> bool:
    """True for a word with which the name of a known place may begin."""
    return word in _first_words() or "'" in word


_TOKEN = late(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_MOST_WORDS = 4


def place_at(lower: str, start: int) -> tuple[int, bool] | None:
    """End of the longest known place that begins at `start` of lower-case text, and whether it is ambiguous."""
    known = places()
    first = _TOKEN.match(lower, start)
    if first is None or first[0].removesuffix("'s") not in _first_words():
        return None
    ends: list[tuple[str, int]] = []
    at, name = start, ""
    for _ in range(_MOST_WORDS):
        token = _TOKEN.match(lower, at)
        if token is None:
            break
        name = f"{name} {token[0]}" if name else token[0]
        ends.append((name, token.end()))
        at = token.end()
        if lower[at : at + 1] not in (" ", "-"):
            break
        at += 1
    for name, end in reversed(ends):
        if name in known:
            return end, known[name]
        if name.endswith("'s") and name[:-2] in known:
            return end - 2, known[name[:-2]]
    return None
