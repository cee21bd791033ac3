"""How the pieces join, drawn like a plan of wires: accounts left, facts in the middle, doors right and below.

A dot is where a wire joins; wires that only pass one another have none. What a first fix cuts is dashed.
"""

from __future__ import annotations

from markupsafe import Markup

from privacy_check.pictures.fit import wrapped
from privacy_check.pictures.nouns import AccountNode, DoorNode, FactNode, Joins
from privacy_check.pictures.told import cut_words
from privacy_check.sentences import say
from reports.signs import door_sign, scissors
from reports.svg import MIDDLE, SMALL, WIDTH, Sheet, leading, wide

EDGE = 16.0
APART = 13.0
NODE = 10.5
DOT = 4.0
SIGN = 26.0


class _Plan:
    """Where the wires run: accounts from the left edge, doors up to the right edge, words between them."""

    def __init__(self, joins: Joins) -> None:
        self.joins = joins
        left = EDGE + NODE
        right = WIDTH - EDGE - NODE
        self.account = {node.letter: left + at * APART for at, node in enumerate(joins.accounts)}
        self.door = {
            node.number: right - (len(joins.doors) - 1 - at) * APART for at, node in enumerate(joins.doors)
        }
        self.words_from = left + (len(joins.accounts) - 1) * APART + NODE + 8
        self.words_to = right - (len(joins.doors) - 1) * APART - NODE - 8
        self.you = 0.0
        self.account_end: dict[str, float] = {}
        self.door_ends: dict[int, list[float]] = {node.number: [] for node in joins.doors}


def drawn_joins(joins: Joins, name: str, desc: str) -> Markup:
    """The plan as one picture; `name` is its own on the page, `desc` says in words what it comes to."""
    plan, sheet = _Plan(joins), Sheet()
    sheet.y = EDGE + 4
    _accounts(sheet, plan)
    rows = Sheet()
    rows.y = sheet.y
    _head(rows, plan.words_from - 4, say("pictures.facts_head"))
    for fact in joins.facts:
        _fact(rows, plan, fact)
    _head(rows, EDGE, say("pictures.doors_head"))
    for door in joins.doors:
        _door(rows, plan, door)
    _cuts(rows, joins)
    whole = Sheet()
    whole.y = rows.y + 6
    whole.box(1, 1, WIDTH - 2, whole.y - 2, "sheet", 12)
    _account_wires(whole, plan)
    _door_wires(whole, plan)
    whole.add(sheet)
    whole.add(rows)
    return whole.finished(name, say("report.more.joined"), desc)


def _head(sheet: Sheet, x: float, words: str) -> None:
    sheet.y += 18
    sheet.text(x, sheet.y - 4, words, "dim strong", SMALL)
    sheet.y += 10


def _accounts(sheet: Sheet, plan: _Plan) -> None:
    """The person, and the accounts that hang on them, each with its letter on its own wire."""
    plan.you = sheet.y + 8
    sheet.ring(EDGE + NODE, plan.you, NODE + 1, "pin full")
    sheet.ring(EDGE + NODE, plan.you - 4, 3.4, "hole")
    sheet.shape(f"M{EDGE + NODE - 6:g} {plan.you + 6:g}a6 5.5 0 0 1 12 0z", "hole")
    sheet.text(plan.words_from, plan.you + 5, say("pictures.you"), "strong")
    sheet.y = plan.you + 8
    _head(sheet, plan.words_from, say("pictures.accounts_head"))
    for node in plan.joins.accounts:
        _account(sheet, plan, node)


def _account(sheet: Sheet, plan: _Plan, node: AccountNode) -> None:
    x, y = plan.account[node.letter], sheet.y + 12
    plan.account_end[node.letter] = y
    sheet.ring(x, y, NODE, "pin")
    sheet.centred(x, y + 4.7, node.letter, "strong")
    room = WIDTH - EDGE - plan.words_from - 18
    sheet.text(plan.words_from, y + 5, node.letter, "strong")
    lines = wrapped(node.name, room, wide, most=2)
    sheet.y = max(sheet.lines(plan.words_from + 18, y + 5, lines) - 10, y + 14)


def _fact(sheet: Sheet, plan: _Plan, fact: FactNode) -> None:
    """One fact in its box, wired to where it stands and to what it helps to open."""
    room = plan.words_to - plan.words_from - 12
    words = wrapped(fact.words, room, lambda text: wide(text, MIDDLE), most=4)
    cut = wrapped(cut_words(fact), room - 20, lambda text: wide(text, SMALL, strong=True)) if fact.steps else []
    top = sheet.y
    height = 8 + len(words) * leading(MIDDLE) + len(cut) * leading(SMALL) + (4 if cut else 0)
    middle = top + height / 2
    left = min(plan.account[letter] for letter in fact.accounts)
    right = max(plan.door[number] for number in fact.doors)
    wire = "wire cut" if fact.gone else "wire"
    for look in ("halo", "wire"):
        sheet.wire(look, (left, middle), (plan.words_from - 4, middle))
    for look in ("halo", wire):
        sheet.wire(look, (plan.words_to + 4, middle), (right, middle))
    sheet.box(plan.words_from - 4, top, plan.words_to - plan.words_from + 8, height, f"fact{' cut' * fact.gone}")
    y = sheet.lines(plan.words_from + 4, top + 4 + MIDDLE, words, "", MIDDLE)
    if cut:
        scissors(sheet, plan.words_from + 4, y - 9)
        sheet.lines(plan.words_from + 24, y + 2, cut, "strong", SMALL)
    for letter in fact.accounts:
        sheet.ring(plan.account[letter], middle, DOT, "dot")
        plan.account_end[letter] = middle
    for number in fact.doors:
        sheet.ring(plan.door[number], middle, DOT, "dot hollow" if fact.gone else "dot")
        plan.door_ends[number].append(middle)
    sheet.y = top + height + 6


def _door(sheet: Sheet, plan: _Plan, door: DoorNode) -> None:
    """A door with its number at the end of its wire, and what becomes of it."""
    x, y = plan.door[door.number], sheet.y + 13
    plan.door_ends[door.number].append(y)
    sheet.box(x - NODE + 1, y - NODE + 1, 2 * NODE - 2, 2 * NODE - 2, "pin", 3)
    sheet.centred(x, y + 4.7, str(door.number), "strong")
    door_sign(sheet, EDGE, y - 10, closed=door.closes)
    from_x = EDGE + SIGN + 6
    room = plan.words_to - from_x
    words = wrapped(f"{door.number}  {door.words}", room, lambda text: wide(text, MIDDLE, strong=True), most=4)
    end = sheet.lines(from_x, y + 3, words, "strong", MIDDLE)
    if door.first:
        end = sheet.lines(from_x, end, [say("pictures.start_here")], "strong", MIDDLE)
    state = wrapped(door.after, room, lambda text: wide(text, SMALL), most=2)
    end = sheet.lines(from_x, end - 2, state, "dim" if door.closes else "warm", SMALL)
    sheet.y = max(end - 8, y + 22)


def _cuts(sheet: Sheet, joins: Joins) -> None:
    if not joins.cuts:
        return
    _head(sheet, EDGE, say("pictures.cuts_head"))
    for cut in joins.cuts:
        told = say("pictures.cut_line", step=cut.step, what=cut.words, minutes=cut.minutes)
        scissors(sheet, EDGE + 2, sheet.y + 4)
        lines = wrapped(told, WIDTH - 2 * EDGE - 28, lambda text: wide(text, MIDDLE), most=4)
        sheet.y = sheet.lines(EDGE + 28, sheet.y + 15, lines, "", MIDDLE) - 8


def _account_wires(sheet: Sheet, plan: _Plan) -> None:
    """From the person to each account, and on to the last fact that stands on it."""
    for letter, x in plan.account.items():
        sheet.wire("wire", (EDGE + NODE, plan.you), (x, plan.you), (x, plan.account_end[letter]))


def _door_wires(sheet: Sheet, plan: _Plan) -> None:
    """From the first fact that helps down to the door; dashed where the first fixes close it."""
    for door in plan.joins.doors:
        x, ends = plan.door[door.number], plan.door_ends[door.number]
        sheet.wire("wire cut" if door.closes else "wire", (x, ends[0]), (x, ends[-1]))
