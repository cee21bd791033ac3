"""What other people's words on a page give away of its owner: good wishes, `your mum`, the owner by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from privacy_check import wording
from privacy_check.assessment.noticing import DIRECT, HINT, noticed
from privacy_check.detectors.engine import find
from privacy_check.model import EntityType, Field, Finding, Nature, ProfileView, Span
from privacy_check.sentences import say
from privacy_check.subject import AboutMe

# What somebody may say of another; a number or a mailbox in their words is most likely their own.
_OF_THE_OWNER = frozenset(
    [
        EntityType.ADDRESS,
        EntityType.POSTCODE,
        EntityType.LOCATION,
        EntityType.BIRTH_DATE,
        EntityType.BIRTH_YEAR,
        EntityType.AGE,
        EntityType.FAMILY_NAME,
        EntityType.SCHOOL,
        EntityType.EMPLOYER,
        EntityType.JOB_TITLE,
        EntityType.ABSENCE,
        EntityType.ROUTINE,
        EntityType.SECURITY_ANSWER,
    ]
)
_PLACES = frozenset([EntityType.ADDRESS, EntityType.POSTCODE])
_TO_YOU = (
    (re.compile(r"\byou(?:['’]re| are)\b", re.IGNORECASE), "I am"),
    (re.compile(r"\byou were\b", re.IGNORECASE), "I was"),
    (re.compile(r"\b(?:your|ur)\b", re.IGNORECASE), "my"),
)
_WISH = re.compile(
    r"\b(?:happy|belated)\s+(?:(?:big |very )?(?P<age>\d{1,2})(?:st|nd|rd|th)(?:\s+(?:birthday|bday|b-day))?"
    r"|birthday|bday|b-day)\b"
    r"|\bmany happy returns\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\s*,?\s*(?:to |dear |my |our |lovely |darling )*(?P<name>[A-Z][^\W\d_]{2,})")
_NOBODY = frozenset(
    ("mum", "mummy", "mam", "dad", "daddy", "nan", "nana", "gran", "grandad", "auntie", "aunt", "uncle",
     "sis", "bro", "miss", "sir", "mate", "love", "lovely", "gorgeous", "beautiful", "hope", "have",
     "many", "and", "from", "see", "you", "wishing", "enjoy", "xxx", "lots", "what")
)  # fmt: skip
_THEMSELVES = re.compile(r"\b(?:my|mine|i|i'm|i’m|our|ours|we|us|me)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?=\s|$)|[.!?](?=\S))?[^\n.!?]*")
WORDS = "others_words"
MAX_LINES = 400


def said_of_the_owner(view: ProfileView, field: Field, about: AboutMe | None) -> Iterator[Finding]:
    """Findings in one block of another person's words, each told as such; spans point into the field's text."""
    names = _names(view, about)
    yield from _wishes(view, field, names)
    for start, sentence in _sentences(field.text):
        spoken = _as_the_owner(sentence, names)
        if spoken is None:
            continue
        speaks_of_self = bool(_THEMSELVES.search(sentence))
        for item in find(spoken, about=about, field=WORDS):
            if not item.fact and (item.entity_type not in _OF_THE_OWNER or item.span is None):
                continue
            if not item.fact and speaks_of_self and item.entity_type in _PLACES:
                continue
            yield _told(item, sentence, start)


def _wishes(view: ProfileView, field: Field, names: tuple[str, ...]) -> Iterator[Finding]:
    """`Happy 40th!`: an age, or that there is a birthday, unless somebody else is wished well."""
    for match in islice(_WISH.finditer(field.text), MAX_LINES):
        to = _WISHED.match(field.text, match.end())
        if to and to["name"].casefold() not in _NOBODY and not any(to["name"] in name for name in names):
            continue
        kind = ("PI-08", EntityType.AGE, DIRECT) if match["age"] else ("PI-02b", EntityType.BIRTH_DATE, HINT)
        found = noticed(view, kind[0], kind[1], match[0], field.name, kind[2])
        seen = wording.of(wording.SEEN, kind[1], kind[0])
        words = say("explain.saw", seen=seen, where=wording.place(WORDS), rest=found.explanation)
        yield replace(found, nature=Nature.THIRD_PARTY, span=Span(*match.span()), explanation=words)


def _told(item: Finding, sentence: str, start: int) -> Finding:
    span = item.span
    if span is None:
        return replace(item, nature=Nature.THIRD_PARTY, field="page_text")
    begin = span.start
    while begin and sentence[begin - 1].isalnum():
        begin -= 1
    value = type(item.value)(sentence[begin : span.end])
    return replace(
        item, nature=Nature.THIRD_PARTY, field="page_text", value=value, span=Span(start + begin, start + span.end)
    )


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a block with the place where it begins."""
    for count, match in enumerate(_SENTENCE.finditer(text)):
        if count >= MAX_LINES:
            return
        if match[0].strip():
            yield match.start(), match[0]


def _as_the_owner(sentence: str, names: tuple[str, ...]) -> str | None:
    """The sentence as its subject would say it, letter for letter as long; None when it is not about the owner."""
    spoken, changes = sentence, 0
    for name in names:
        own = re.escape(name)
        spoken, hits = re.subn(rf"(?<!\w){own}['’]s?(?!\w)", _Padded("my"), spoken)
        spoken, more = re.subn(rf"(?<!\w){own} (?:is|was)(?!\w)", _Padded("I am"), spoken)
        changes += hits + more + bool(re.search(rf"(?<!\w){own}(?!\w)", spoken))
    for pattern, words in _TO_YOU:
        spoken, hits = pattern.subn(_Padded(words), spoken)
        changes += hits
    return spoken if changes else None


class _Padded:
    """A replacement of the same length as what it stands for."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self, match: re.Match[str]) -> str:
        trailing = " " if match[0].endswith(" ") else ""
        return (self._words[: len(match[0])] + trailing).rjust(len(match[0]))[: len(match[0])]


def _names(view: ProfileView, about: AboutMe | None) -> tuple[str, ...]:
    """What others call the owner: whole names first, then first names."""
    shown = view.first("display_name")
    whole = [
        *([shown.text] if shown else ()),
        *(about.names if about else ()),
        *(about.nicknames if about else ()),
    ]
    firsts = [
        words[0]
        for name in whole
        if 2 <= len(words := name.split()) <= 4 and len(words[0]) > 2 and words[0].isalpha()
    ]
    return tuple(dict.fromkeys(name for name in (*whole, *firsts) if 2 < len(name) <= 80))
