"""Before and after, drawn: each door as it is now and as it is after the first fixes."""

from __future__ import annotations

from markupsafe import Markup

from privacy_check.pictures.fit import wrapped
from privacy_check.pictures.nouns import Change, DoorNode
from privacy_check.sentences import say
from reports.signs import door_sign
from reports.svg import SMALL, USUAL, WIDTH, Sheet, leading, wide

EDGE = 16.0
NOW, AFTER = 244.0, 306.0
COLUMN = 62.0
WORDS = NOW - COLUMN / 2 - EDGE - 4
ROW = 54.0


def drawn_change(change: Change, name: str, desc: str) -> Markup:
    """The doors in two columns as one picture; `name` is its own on the page, `desc` says it in words."""
    sheet = Sheet()
    sheet.y = EDGE + 14
    for sentence in change.sentences:
        lines = wrapped(sentence, WIDTH - 2 * EDGE, lambda text: wide(text, strong=True))
        sheet.y = sheet.lines(EDGE, sheet.y, lines, "strong")
    if change.steps:
        _heads(sheet, change.steps)
    for door in change.doors:
        _row(sheet, door, after=bool(change.steps))
    whole = Sheet()
    whole.y = sheet.y + 8
    whole.box(1, 1, WIDTH - 2, whole.y - 2, "sheet", 12)
    whole.add(sheet)
    return whole.finished(name, say("report.more.before_after"), desc)


def _heads(sheet: Sheet, steps: int) -> None:
    after = wrapped(
        say("pictures.after", count=steps), 2 * (WIDTH - EDGE - AFTER), lambda text: wide(text, SMALL, strong=True)
    )
    y = sheet.y + 6
    for at, line in enumerate(after):
        sheet.centred(AFTER, y + at * leading(SMALL), line, "dim strong")
    sheet.centred(NOW, y + (len(after) - 1) * leading(SMALL), say("pictures.now"), "dim strong")
    sheet.y = y + (len(after) - 1) * leading(SMALL) + 10


def _row(sheet: Sheet, door: DoorNode, *, after: bool) -> None:
    sheet.wire("edge", (EDGE, sheet.y), (WIDTH - EDGE, sheet.y))
    top = sheet.y + 8
    lines = wrapped(door.words, WORDS, wide, most=4)
    end = sheet.lines(EDGE, top + 14, lines)
    if after:
        state = wrapped(door.after, WORDS, lambda text: wide(text, SMALL), most=2)
        end = sheet.lines(EDGE, end - 1, state, "dim" if door.closes else "warm", SMALL)
        _state(sheet, AFTER, top, closed=door.closes)
    _state(sheet, NOW, top, closed=False)
    sheet.y = max(end - USUAL + 8, top + ROW)


def _state(sheet: Sheet, x: float, top: float, *, closed: bool) -> None:
    """A door's sign with its word beneath."""
    door_sign(sheet, x - 12, top, closed=closed)
    word = say("pictures.closed_word" if closed else "pictures.open_word")
    sheet.centred(x, top + 50, word)
