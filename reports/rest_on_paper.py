"""What of the appendix stands on paper: four sheets at most, the most pressing things first.

Pictures take what they need, of as many accounts as one sheet holds. Then everything has its place but the lines
of the accounts: what is left is shared out among them, first to what presses. The lines left out are counted where
they would stand, and all of them are in the whole list saved beside the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from privacy_check.sentences import say
from reports.paper import ACROSS, LETTER, SHEET, height, in_two, listed, paragraph
from reports.parts import AccountSection, Drawing, FindingLine, ReportDocument

_SHEETS = 4
_LETTER = LETTER * 0.89
_HEADING = 24.0
# Lists in two columns take less than their parts suggest. A page that is filled to its end needs more to spare.
_AS_PRINTED, _SPARE = 0.81, 55.0
_FILLED_UP = 75.0
# A unit of a drawing in points: 360 units are 74 mm, and no drawing is higher than 206 mm.
_UNIT, _HIGHEST, _UNDER = 74 / 25.4 * 72 / 360, 206 / 25.4 * 72, 4.0
_COLUMN = SHEET - 10
_TICK, _HALF = 13.0, 254.0
_MOST_HOSTS, _NOTED = 6, 6
_HEIGHTS = re.compile(r'viewBox="0 0 \d+ ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class RestOnPaper:
    """How many of each stand on paper: drawn accounts, doors told in full, places of a line, hosts; for each
    account in order, how many of its lines."""

    cards: int
    doors: int
    places: int
    by_hand: int
    hosts: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    doors: int
    places: int
    by_hand: int


_MOST_PLACES = 4
_LEVELS = (_Level(17, _MOST_PLACES, 9), _Level(8, 3, 4), _Level(6, 2, 1), _Level(4, 1, 0))


def rest_on_paper(document: ReportDocument) -> RestOnPaper:
    """The most that fits on four sheets; all lines of all accounts where there is room for them."""
    cards, drawn = _pictures(document)
    tail = _tail(document)
    for level in _LEVELS:
        room = _SHEETS * SHEET - _SPARE - drawn - _AS_PRINTED * (tail + _doors(document, level))
        room -= sum(_head(account, level) for account in document.accounts)
        lines = _shared_out(document.accounts, room, level)
        if sum(lines) == sum(len(account.findings) for account in document.accounts):
            break
    else:
        lines = _shared_out(document.accounts, room - _FILLED_UP, level)
    return RestOnPaper(cards, level.doors, level.places, level.by_hand, _MOST_HOSTS, lines)


def everything(document: ReportDocument) -> RestOnPaper:
    """All there is, whatever it takes."""
    accounts = document.accounts
    lines = tuple(len(account.findings) for account in accounts)
    by_hand = max((len(account.by_hand) for account in accounts), default=0)
    return RestOnPaper(len(accounts), len(document.scenarios), _MOST_PLACES, by_hand, len(document.ledger), lines)


def all_on_paper(document: ReportDocument, sheet: RestOnPaper) -> bool:
    """True when nothing of the accounts and doors is left out on paper."""
    lines = sum(sheet.lines) == sum(len(account.findings) for account in document.accounts)
    steps = all(len(account.by_hand) <= sheet.by_hand for account in document.accounts)
    return lines and steps and len(document.scenarios) <= sheet.doors


def _pictures(document: ReportDocument) -> tuple[int, float]:
    """How many accounts are drawn on one sheet, and what all pictures take: they stand in two columns a sheet."""
    if not document.pictures:
        return 0, 0.0
    heights = _drawn(document.pictures["profiles"])
    cards = next(
        (count for count in range(len(heights), 1, -1) if _columns([_HEADING + 30, *heights[:count], 20]) <= 2),
        min(1, len(heights)),
    )
    pair = [_HEADING + 60 + sum(_drawn(document.pictures[name])) for name in ("joined", "before_after")]
    profiles = [_HEADING + 30, *heights[:cards], 20]
    columns = _columns([*profiles, *pair])
    if columns == 4 and _columns([*profiles, pair[0]]) == 3:
        return cards, SHEET + max(pair)  # the two joined pictures stand side by side on a sheet that has room left
    return cards, SHEET * ((columns + 1) // 2)


def _drawn(picture: Drawing) -> list[float]:
    return [min(float(units) * _UNIT, _HIGHEST) + _UNDER for units in _HEIGHTS.findall(str(picture.svg))]


def _columns(heights: Iterable[float]) -> int:
    """Columns that these fill in order, none of them parted."""
    columns, left = 0, 0.0
    for one in heights:
        if one > left:
            columns, left = columns + 1, _COLUMN
        left -= one
    return columns


def _doors(document: ReportDocument, level: _Level) -> float:
    # The longest that can stand there: several pieces, and minutes of three digits.
    cuts = f"{say('report.together.cuts', count=2)} {say('report.about_minutes', count=100)}"
    told = [
        height(door.title + "e" * 8, _HALF, 10, strong=True)
        + paragraph(door.sentence, _HALF, _LETTER)
        + paragraph(cuts, _HALF, _LETTER)
        + listed(door.cuts or door.pieces, _HALF, _LETTER)
        + 4
        for door in document.scenarios[: level.doors]
    ]
    rest = [door.title for door in document.scenarios[level.doors :]]
    lists = ([line.title for line in document.nearly], document.cannot_tell, document.closed, rest)
    told_short = sum(in_two(names, ACROSS, _LETTER) + 17 for names in lists if names)
    return _HEADING + (sum(told) + max(told, default=0.0)) / 2 + told_short


def _tail(document: ReportDocument) -> float:
    """Everything after the accounts."""
    pages = [
        in_two(document.good, ACROSS, _LETTER),
        listed(document.not_seen, ACROSS, _LETTER) + in_two(document.not_checked, ACROSS, _LETTER) + 30,
        in_two(document.cannot_fix, ACROSS, _LETTER),
        in_two(_calls(document), ACROSS, _LETTER * 0.9) + 14,
    ]
    for copy in document.copies:
        pages.append(in_two(copy.reasons, ACROSS, _LETTER) + 18)
    if document.copy_steps:
        pages.append(in_two(document.copy_steps, ACROSS, _LETTER) + 14)
    hosts = "; ".join(f"{line.host}: 10 looks, 10 refused" for line in document.ledger[:_MOST_HOSTS])
    left = height(hosts, _HALF, _LETTER) + 30
    footer = sum(height(line, ACROSS, _LETTER) for line in document.footer)
    return sum(pages) + _HEADING * (len(pages) + 1) + left + footer + 20


def _calls(document: ReportDocument) -> list[str]:
    """Whom to call for each need in one go, as the page tells it: paper leaves notes out further down."""
    told: dict[str, str] = {}
    for line in document.help:
        note = line.note if line.need in told or len(told) < _NOTED else ""
        told[line.need] = f"{told.get(line.need, line.need + ':')} {line.contact}. {note}"
    return list(told.values())


def _head(account: AccountSection, level: _Level) -> float:
    """The name of an account, how the look ended, and what to do where it could not be seen."""
    words = f"{account.address} {'' if account.could_see else account.sentence} {account.seen_by}"
    title = height(account.name + "e" * 14, ACROSS, 10, strong=True) + 6
    told = title + paragraph(words, ACROSS, _LETTER)
    told += listed(account.unread, ACROSS, _LETTER) + (14 if account.unread else 0)
    hand = account.by_hand[: level.by_hand]
    told += listed(hand, ACROSS, _LETTER) + (14 if hand else 0)
    return told + paragraph(account.nothing, ACROSS, _LETTER) + 6


def _shared_out(accounts: Sequence[AccountSection], room: float, level: _Level) -> tuple[int, ...]:
    """How many lines of each account have room: what presses on any of them first, then one of each in turn."""
    kept = [0] * len(accounts)
    for pressing in (True, False):
        for place in range(max((len(account.findings) for account in accounts), default=0)):
            for at, account in enumerate(accounts):
                if kept[at] != place or place >= len(account.findings):
                    continue
                line = account.findings[place]
                if pressing and not line.presses:
                    continue
                needs = _line(line, level)
                if needs <= room:
                    room -= needs
                    kept[at] = place + 1
    return tuple(kept)


def _line(line: FindingLine, level: _Level) -> float:
    spots = "; ".join(place.text for place in line.places[: level.places])
    more = " and 10 more places" if len(line.places) > level.places else ""
    words = f"{line.title}: {spots}{more}. {line.level if line.presses else ''} {line.seen_by} {line.state}"
    return height(words, ACROSS - _TICK, _LETTER) + 2.5
