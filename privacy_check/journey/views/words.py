"""What is said about words checked before posting: most urgent first, lit up in place, and said with less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from privacy_check import catalogue
from privacy_check.model import EntityType, Finding
from privacy_check.sentences import say
from privacy_check.text.vocabulary import MONTH

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?: \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?"
# A day with the small word before it and the date or the hour behind it.
_WHEN = re.compile(
    rf"(?:\b(?:on|this|next|every|from)\s+)*\b(?:{_DAY}s?\b(?:,?\s+(?:{_DATE}))?|{_DATE})"
    r"(?:\s+(?:at\s+)?\d{1,2}(?::\d{2})?\s*(?:am|pm)?\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[\s,;:]*\b(?:on|at|to|or|and|via|by|is|number|mobile|phone|tel|email|e-mail)\b|[\s,;:])+$", re.I
)
_PLACE_BEFORE = re.compile(r"(?:[\s,]*\b(?:at|in|on|to)\b|[\s,])+$", re.IGNORECASE)
_LEFT_OUT = frozenset(
    (
        EntityType.PHONE,
        EntityType.EMAIL,
        EntityType.NINO,
        EntityType.NHS_NUMBER,
        EntityType.PASSPORT,
        EntityType.DRIVING_LICENCE,
        EntityType.VEHICLE_REGISTRATION,
        EntityType.IBAN,
        EntityType.CARD,
        EntityType.BANK_ACCOUNT,
    )
)
_OF_WORK = "WRK-"


@dataclass(frozen=True, slots=True)
class ToldWords:
    """One thing noticed: its number, what kind, and a sentence with the words masked or not."""

    number: int
    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the words: `opens` are the numbers of what begins before it, `closes` how many end behind it."""

    text: str
    lit: bool
    opens: tuple[int, ...] = ()
    closes: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything said about the words; `instead` is them said with less, else `why_not` says why there is none."""

    told: tuple[ToldWords, ...]
    pieces: tuple[Piece, ...]
    instead: str
    why_not: str

    @property
    def in_brackets(self) -> str:
        """The words with brackets and numbers around what was noticed."""
        return "".join(
            f"{''.join(f'[{number}: ' for number in piece.opens)}{piece.text}{']' * piece.closes}"
            for piece in self.pieces
        )


def checked(text: str, findings: Sequence[Finding], *, reveal: bool) -> Checked:
    """What was noticed in these words, most urgent first, then in the order of the text."""
    ordered = sorted(findings, key=lambda item: (-item.severity.rank, item.span.start if item.span else 0))
    instead = _said_with_less(text, ordered)
    about_work = any(item.rule_id.startswith(_OF_WORK) for item in ordered)
    why_not = say("posting.case" if about_work else "posting.none")
    return Checked(
        told=tuple(_told(number, item, reveal) for number, item in enumerate(ordered, 1)),
        pieces=tuple(_pieces(text, ordered)),
        instead=instead,
        why_not="" if instead or not ordered else why_not,
    )


def _told(number: int, finding: Finding, reveal: bool) -> ToldWords:
    value = finding.value.reveal() if reveal else finding.value.masked()
    why = catalogue.rule(finding.rule_id).why if catalogue.known(finding.rule_id) else finding.explanation
    level = catalogue.words("severity", finding.severity)
    return ToldWords(number, catalogue.words("entity", finding.entity_type), f"\u201c{value}\u201d {level}. {why}")


def _spans(text: str, findings: Sequence[Finding]) -> list[tuple[int, int, int]]:
    """(begin, end, number) of what points into the text, each nested whole inside another or beside it."""
    found: list[tuple[int, int, int]] = []
    for number, item in enumerate(findings, 1):
        if item.span is None or not 0 <= item.span.start < item.span.end <= len(text):
            continue
        begin, end = item.span.start, item.span.end
        for other, until, _ in found:
            # What overlaps only in part would break the brackets: it keeps the part that stands alone.
            if other < begin < until < end:
                begin = until
            elif begin < other < end < until:
                end = other
        if begin < end:
            found.append((begin, end, number))
    return found


def _pieces(text: str, findings: Sequence[Finding]) -> list[Piece]:
    spans = _spans(text, findings)
    cuts = sorted({0, len(text), *(at for begin, end, _ in spans for at in (begin, end))})
    made = []
    for begin, end in pairwise(cuts):
        starting = sorted((span for span in spans if span[0] == begin), key=lambda span: -span[1])
        made.append(
            Piece(
                text[begin:end],
                any(first <= begin and end <= last for first, last, _ in spans),
                tuple(number for _, _, number in starting),
                sum(last == end for _, last, _ in spans),
            )
        )
    return made


def _said_with_less(text: str, findings: Sequence[Finding]) -> str:
    """The words with numbers left out and days said loosely; empty where nothing simple helps.

    Words that may tell of somebody met at work get no other wording: leaving a day out would not make them safe.
    """
    if any(item.rule_id.startswith(_OF_WORK) for item in findings):
        return ""
    left = text
    begun = len(text)
    by_end = [(item.span.end, item.span.start, item) for item in findings if item.span is not None]
    for end, start, item in sorted(by_end, key=lambda found: found[:2], reverse=True):
        less = _less(left[:start], left[start:end], item) if end <= begun else None
        if less is not None:
            left, begun = less + left[end:], start
    left = re.sub(r"[ \t]+([.,;!?])", r"\1", left).strip(" ,;")
    return left if left != text.strip(" ,;") and any(map(str.isalpha, left)) else ""


def _less(before: str, words: str, item: Finding) -> str | None:
    """What stands before and the words themselves, said with less; None where nothing simple helps."""
    if item.entity_type in _LEFT_OUT:
        return _BEFORE.sub("", before)
    if item.entity_type is EntityType.ADDRESS:
        return f"{_PLACE_BEFORE.sub('', before)} {say('posting.area')}".lstrip()
    if item.entity_type is EntityType.POSTCODE:
        return before.rstrip(" ,")
    if item.entity_type is EntityType.SCHOOL:
        return f"{before}{say('posting.school')}"
    if item.entity_type in (EntityType.ABSENCE, EntityType.ROUTINE) and _WHEN.search(words):
        loose = "posting.next_week" if item.entity_type is EntityType.ABSENCE else "posting.most_weeks"
        return before + _WHEN.sub(say(loose), words)
    return None
