"""What of the first page stands on paper: less of each list where people have much, until it is one sheet.

What is left out is counted on the page and stands further down, or in the list saved beside it. Letters grow no
smaller than one step.
"""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.sentences import say
from reports.paper import ACROSS, LETTER, SHEET, height, listed, paragraph, short
from reports.parts import FixCard, ReportDocument

_FITS = SHEET - 8
_SMALLER = 0.92
_LEFT, _RIGHT = 236.0, 262.0
_INSIDE = 505.0
_AROUND_CARD, _HEADING, _TAG_LETTERS = 13.5, 21.0, 30


@dataclass(frozen=True, slots=True)
class FirstSheet:
    """How many of each list stand on paper: places, doors and visits of a card, the accounts a visit names, and
    what stays open."""

    places: int
    doors: int
    visits: int
    names: int
    still: int
    dense: bool = False

    @property
    def letter(self) -> float:
        """Points of the letters in the cards."""
        return LETTER * _SMALLER if self.dense else LETTER

    def side_by_side(self, card: FixCard) -> bool:
        """True when steps of several visits stand beside each other, under the places and not next to them."""
        return min(len(card.visits), self.visits) > 1


_LEVELS = (
    FirstSheet(3, 9, 9, 12, 16),
    FirstSheet(3, 4, 4, 6, 6),
    FirstSheet(2, 3, 3, 4, 4),
    FirstSheet(2, 3, 3, 4, 4, dense=True),
    FirstSheet(2, 2, 2, 3, 3, dense=True),
    FirstSheet(1, 2, 2, 2, 3, dense=True),
    FirstSheet(1, 1, 1, 1, 2, dense=True),
)


def first_sheet(document: ReportDocument) -> FirstSheet:
    """The most that fits; where nothing does, the least there is."""
    return next((level for level in _LEVELS if _height(document, level) <= _FITS), _LEVELS[-1])


def _height(document: ReportDocument, level: FirstSheet) -> float:
    letter = level.letter
    title = height(document.title, ACROSS, 13, strong=True) + 15 + 20
    told = paragraph(f"{document.picture} {document.exposure}", ACROSS, letter)
    told += listed(document.changed, ACROSS, letter) + (16 if document.changed else 0)
    told += listed(document.tips, ACROSS, letter + 3)
    checked = " ".join(dict.fromkeys(card.checked for card in document.fixes if card.checked))
    cards = sum(_card(card, level) for card in document.fixes)
    return title + told + cards + paragraph(checked, ACROSS, letter) + _ends(document, level)


def _ends(document: ReportDocument, level: FirstSheet) -> float:
    """What stays open beside whom to call."""
    letter = level.letter
    still = document.stays_open
    named = [*still[: level.still], *(["more"] if len(still) > level.still else [])]
    left = listed(named, _LEFT, letter) + paragraph(document.after_these, _LEFT, letter)
    left += paragraph(say("report.first.open_how"), _LEFT, letter) if still else 0
    right = listed((f"{line.need}: {line.contact}" for line in document.first_calls), _RIGHT, letter)
    return _HEADING + max(left, right)


def _card(card: FixCard, level: FirstSheet) -> float:
    letter = level.letter
    title = height(f"{short(card.heading)} {'e' * _TAG_LETTERS}", _INSIDE, LETTER * 1.05, strong=True) * 1.1
    several = level.side_by_side(card)
    places = [
        f"{place.text} {short(place.account) if place.account != card.account else ''}" for place in card.places
    ]
    kept = [*places[: level.places], *(["more"] if len(places) > level.places else [])]
    where = paragraph(places[0] if len(places) == 1 else "Where:", _LEFT, letter)
    where += listed(kept, _LEFT, letter, strong=True) if len(places) > 1 else 0
    doors = [*card.closes[: level.doors], *(["more"] if len(card.closes) > level.doors else [])]
    why = paragraph(f"Why: {card.why}", _LEFT, letter)
    why += listed(doors, _LEFT, letter) + paragraph("This", _LEFT, letter) if doors else 0
    steps = _visits(card, level) + paragraph(card.after, _INSIDE if several else _RIGHT, letter)
    body = max(where, why) + steps if several else max(where + why, steps)
    return _AROUND_CARD + title + body + paragraph(card.if_then + " " * 40, _INSIDE, letter) + 3


def _visits(card: FixCard, level: FirstSheet) -> float:
    """The visits side by side, at most three in a row."""
    letter = level.letter
    shown = card.visits[: level.visits]
    across = min(len(shown), 3) or 1
    room = _RIGHT if not level.side_by_side(card) else (_INSIDE - 11.5 * (across - 1)) / across
    heights = [
        paragraph(short(", ".join(visit.names[: level.names])) + " " * 50, room, letter, strong=True)
        + listed(visit.steps, room, letter)
        for visit in shown
    ]
    in_rows = (max(heights[at : at + across]) for at in range(0, len(heights), across))
    more = paragraph(say("report.paper.visits", count=2), room, letter) if len(card.visits) > level.visits else 0
    return sum(in_rows) + more
