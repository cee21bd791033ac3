"""One line of a card: the words of a page with what findings point at set apart, in clear or hidden."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from privacy_check import groups, wording
from privacy_check.assessment.pieces import private_topic
from privacy_check.model import Finding, Sensitive
from privacy_check.model.sensitive import LABELS
from privacy_check.pictures.nouns import Bit, BitKind
from privacy_check.text.sanitise import CUT, one_line

LONGEST_VALUE = 60
LONGEST_AROUND = 90
LONGEST_READ = 6000
MOST_PARTS = 40


@dataclass(frozen=True, slots=True)
class Curtain:
    """What may be shown in clear: nothing unless it was asked for, and private topics never."""

    reveal: bool
    private: Collection[str] = ()

    def opens(self, text: str) -> bool:
        """True when these words may be drawn as they are."""
        return self.reveal and not self._private(text)

    def _private(self, text: str) -> bool:
        folded = text.casefold()
        if any(name and name in folded for name in self.private):
            return True
        parts = re.split(r"[.!?|•·,;\n]+", text[:LONGEST_READ])[:MOST_PARTS]
        read = (groups.classify(part).category for part in (text, *parts) if part.strip())
        return any(category is not None and private_topic(category) for category in read)


@dataclass(frozen=True, slots=True)
class Pointed:
    """A part of a text that findings point at; `finding` is the one that says what stands there."""

    start: int
    end: int
    finding: Finding
    pins: tuple[int, ...]


def bits(
    text: str, pointed: Sequence[tuple[Finding, int]], curtain: Curtain, *, short: bool = False
) -> tuple[Bit, ...]:
    """The pieces of a line. `short` keeps only a few words around what is pointed at, as of a post."""
    parts = _apart(text, pointed)
    opens = curtain.opens(text)
    found: list[Bit] = []
    at = 0
    for part in parts:
        found += _around(text[at : part.start], opens, before=short or at > 0, after=True)
        value = text[part.start : part.end]
        found.append(value_bit(part.finding, part.pins, curtain.opens(value), value))
        at = part.end
    found += _around(text[at:], opens, before=bool(parts), after=False)
    return tuple(found)


def value_bit(finding: Finding, pins: tuple[int, ...], opens: bool, value: str = "") -> Bit:
    """What a finding points at: in clear, in words about it, or as dots."""
    said = value or finding.value.reveal()
    if opens or said in LABELS:
        return Bit(one_line(said, LONGEST_VALUE), BitKind.CLEAR, pins)
    about = wording.of(wording.SEEN, finding.entity_type, finding.rule_id)
    return Bit(about, BitKind.ABOUT, pins) if about else Bit(Sensitive(said).masked(), BitKind.DOTS, pins)


def _apart(text: str, pointed: Iterable[tuple[Finding, int]]) -> list[Pointed]:
    """The parts pointed at, in order; parts that overlap are one."""
    places = ((place(text, finding), finding, pin) for finding, pin in pointed)
    whole = [Pointed(*at, finding, (pin,)) for at, finding, pin in places if at is not None]
    joined: list[Pointed] = []
    for part in sorted(whole, key=lambda item: (item.start, -item.end)):
        last = joined[-1] if joined else None
        if last is None or part.start >= last.end:
            joined.append(part)
            continue
        pins = tuple(dict.fromkeys((*last.pins, *part.pins)))
        joined[-1] = Pointed(last.start, max(last.end, part.end), last.finding, pins)
    return joined


def place(text: str, finding: Finding) -> tuple[int, int] | None:
    """Where in a text a finding points; None where it says something about the text and not in it."""
    span, value = finding.span, finding.value.reveal()
    if span is not None and 0 <= span.start < span.end <= len(text):
        return span.start, span.end
    at = text.find(value) if value else -1
    return (at, at + len(value)) if at >= 0 else None


def _around(text: str, opens: bool, *, before: bool, after: bool) -> list[Bit]:
    """The words beside what is pointed at: `before` and `after` say whether something stands on either side."""
    text = text.lstrip(" .,;:!?·|–—-") if before else text
    if not any(letter.isalnum() for letter in text):
        return []
    if not opens:
        return [Bit(Sensitive(text).masked(), BitKind.DOTS)]
    if after and before and len(text) > LONGEST_AROUND:
        text = text[-LONGEST_AROUND:]
        return [Bit(CUT + one_line(text, LONGEST_AROUND))]
    return [Bit(one_line(text, LONGEST_AROUND * 2))]
