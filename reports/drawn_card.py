"""A card as a stranger sees it, drawn: the page in outline, numbers on what findings point at, and their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from privacy_check.pictures.fit import wrapped
from privacy_check.pictures.nouns import BitKind, CardLine, Pin, PinKind, ProfileCard
from privacy_check.pictures.told import UNBROKEN, card_told
from privacy_check.sentences import say
from privacy_check.text.sanitise import CUT
from reports.svg import BIG, MIDDLE, SMALL, USUAL, WIDTH, Sheet, leading, wide

EDGE = 16.0
ROOM = WIDTH - 2 * EDGE
PIN = 11.0
MOST_ROWS = 4
ROW = leading(USUAL) + 2
GAP = 5.0
BAR, BOXED = "bar", "told"
BAR_LETTER = 8.0
FACE = 26.0
TITLE_AT = EDGE + 2 * FACE + 12
PIN_WORDS_AT = EDGE + 2 * PIN + 8


def drawn_card(card: ProfileCard, name: str) -> Markup:
    """The card as one picture; `name` is its own on the page."""
    sheet = Sheet()
    kinds = {pin.number: pin.kind for pin in card.pins}
    _head(sheet, card, kinds)
    for line in card.lines:
        if line.name != "avatar":
            _line(sheet, line, kinds)
    if card.pins:
        sheet.wire("edge", (EDGE, sheet.y + 5), (WIDTH - EDGE, sheet.y + 5))
        sheet.y += 15
    for pin in card.pins:
        _pin(sheet, pin)
    sheet.y += 12 if card.notes else 0
    for note in card.notes:
        words = wrapped(note, ROOM, _small, most=MOST_ROWS)
        sheet.y = sheet.lines(EDGE, sheet.y + 2, words, "dim", SMALL)
    frame = Sheet()
    frame.y = sheet.y + 4
    frame.box(1, 1, WIDTH - 2, frame.y - 2, "sheet" if card.seen else "sheet unseen", 12)
    frame.add(sheet)
    told = "; ".join(card_told(card, UNBROKEN))
    return frame.finished(name, f"{say('report.more.profiles')}: {card.title}", told)


def _head(sheet: Sheet, card: ProfileCard, kinds: dict[int, PinKind]) -> None:
    """The face, whose account it is, and how the look ended."""
    middle = EDGE + FACE
    sheet.ring(middle, EDGE + FACE, FACE, "wash" if card.seen else "wash unseen")
    if card.seen:
        sheet.ring(middle, EDGE + FACE - 7, 8, "face")
        sheet.shape(f"M{middle - 15:g} {EDGE + FACE + 18:g}a15 13 0 0 1 30 0z", "face")
    else:
        sheet.centred(middle, EDGE + FACE + 8, "?", "strong", 24)
    pictured = [pin for line in card.lines if line.name == "avatar" for bit in line.bits for pin in bit.pins]
    for at, pin in enumerate(pictured[:1]):
        mark(sheet, EDGE + 2 * FACE - 6 + at * 8, EDGE + 2 * FACE - 8, pin, kinds[pin])
    room = WIDTH - TITLE_AT - EDGE
    title = wrapped(card.title, room, lambda text: wide(text, BIG, strong=True), most=2)
    y = sheet.lines(TITLE_AT, EDGE + 16, title, "strong", BIG)
    state = wrapped(card.state, room, _small, most=2)
    y = sheet.lines(TITLE_AT, y, state, "dim" if card.seen else "warm", SMALL)
    sheet.y = max(y - 8, EDGE + 2 * FACE + 6)


@dataclass(frozen=True)
class _Item:
    """What flows along a line: a word, a boxed word about something, a bar for hidden words, or a number."""

    text: str
    look: str
    pin: int = 0

    @property
    def width(self) -> float:
        if self.pin:
            return 2 * PIN + 4
        if self.look == BAR:
            return BAR_LETTER * len(self.text)
        return wide(self.text, strong=self.look == "strong") + (10 if self.look == BOXED else 0)

    @property
    def before(self) -> float:
        """The gap before it when something stands before it."""
        return 0.0 if self.pin else GAP


def _line(sheet: Sheet, line: CardLine, kinds: dict[int, PinKind]) -> None:
    """What a part of the page is called, and what stands there, flowing over a few rows."""
    rows: list[list[_Item]] = [[]]
    for part in _together(_items(line)):
        if rows[-1] and _width([*rows[-1], *part]) > ROOM:
            rows.append([])
        rows[-1] += part
    if len(rows) > MOST_ROWS:
        rows = [*rows[: MOST_ROWS - 1], [*rows[MOST_ROWS - 1][:-1], _Item(CUT, "")]]
    for row in rows:
        sheet.y += ROW
        _row(sheet, row, kinds)
    sheet.y += 4


def _together(items: Iterator[_Item]) -> list[list[_Item]]:
    """What may not be parted at the end of a row: a word and the numbers that point at it."""
    parts: list[list[_Item]] = []
    for item in items:
        if item.pin and parts and _width([*parts[-1], item]) <= ROOM:
            parts[-1].append(item)
        else:
            parts.append([item])
    return parts


def _width(items: Sequence[_Item]) -> float:
    return sum(item.width + (item.before if at else 0) for at, item in enumerate(items))


def _items(line: CardLine) -> Iterator[_Item]:
    yield from _words(f"{line.label}:", "dim")
    for bit in line.bits:
        if bit.kind is BitKind.DOTS:
            yield from (_Item(word, BAR) for word in bit.text.split())
        elif bit.kind is BitKind.ABOUT:
            yield from (_Item(part, BOXED) for part in wrapped(bit.text, ROOM - 40, _usual))
        else:
            yield from _words(bit.text, "strong" if bit.pins else "")
        yield from (_Item("", "", pin) for pin in bit.pins)


def _words(text: str, look: str) -> Iterator[_Item]:
    for word in text.split():
        yield from (_Item(part, look) for part in wrapped(word, ROOM - 60, _usual))


def _row(sheet: Sheet, row: list[_Item], kinds: dict[int, PinKind]) -> None:
    """One row; words of one look are one text, so that the font spaces them."""
    x = EDGE
    for look, run in groupby(row, key=lambda item: (item.look, item.pin)):
        items = list(run)
        x += items[0].before if x > EDGE else 0
        width = _width(items)
        if items[0].pin:
            mark(sheet, x + PIN + 3, sheet.y - 5, items[0].pin, kinds[items[0].pin])
        elif look[0] == BAR:
            for at, item in enumerate(items):
                start = x + sum(one.width + GAP for one in items[:at])
                sheet.box(start, sheet.y - 10, item.width, 9, "bar", 4)
        elif look[0] == BOXED:
            sheet.box(x, sheet.y - 15, width, 20, "told", 4)
            sheet.text(x + 5, sheet.y, items[0].text, fit=width - 10)
        else:
            last = items[-1] is row[-1]
            sheet.text(x, sheet.y, " ".join(item.text for item in items), look[0], fit=0 if last else width)
        x += width


def mark(sheet: Sheet, x: float, y: float, number: int, kind: PinKind) -> None:
    """A number in its shape: full for a first fix, ring for others, dashed for a question, square when settled."""
    if kind is PinKind.SETTLED:
        sheet.box(x - PIN + 1, y - PIN + 1, 2 * PIN - 2, 2 * PIN - 2, "pin", 3)
    else:
        sheet.ring(x, y, PIN - 0.5, {PinKind.FIRST: "pin full", PinKind.QUESTION: "pin asked"}.get(kind, "pin"))
    sheet.centred(x, y + 4.7, str(number), "strong on" if kind is PinKind.FIRST else "strong")


def _pin(sheet: Sheet, pin: Pin) -> None:
    room = WIDTH - PIN_WORDS_AT - EDGE
    words = wrapped(pin.words, room, lambda text: wide(text, MIDDLE), most=MOST_ROWS)
    mark(sheet, EDGE + PIN, sheet.y + 11, pin.number, pin.kind)
    sheet.y = max(sheet.lines(PIN_WORDS_AT, sheet.y + 16, words, size=MIDDLE) - 11, sheet.y + 24)


def _usual(text: str) -> float:
    return wide(text)


def _small(text: str) -> float:
    return wide(text, SMALL)
