"""The same pictures as lines of plain characters, for text reports, for screen readers and for the app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from privacy_check.pictures.fit import cells, wrapped
from privacy_check.pictures.joins import fixes_words
from privacy_check.pictures.nouns import (
    BitKind,
    CardLine,
    Change,
    DoorNode,
    FactNode,
    Joins,
    Pictures,
    ProfileCard,
)
from privacy_check.sentences import say
from privacy_check.wording import listed

NARROWEST = 24
UNBROKEN = 100_000
"""A width no line reaches: for what breaks the lines itself."""
INDENT = "  "


def cards_told(pictures: Pictures, width: int, *, framed: bool = False) -> tuple[str, ...]:
    """Every card as lines of at most `width` columns; `framed` draws a box around each."""
    found: list[str] = []
    for card in pictures.cards:
        inner = max(width - 4 if framed else width, NARROWEST)
        told = list(card_told(card, inner))
        found += [*(_framed(told, inner) if framed else told), ""]
    return (*found, *_wrapped(pictures.card_notes, max(width, NARROWEST)))


def card_told(card: ProfileCard, width: int) -> Iterator[str]:
    """One card: the account, how the look ended, its lines, what the numbers mean, and what is to be said."""
    yield from wrapped(f"{card.title} [{card.state}]", width)
    for line in card.lines:
        yield from _hanging(f"{line.label}: ", _line(line), width)
    for pin in card.pins:
        yield from _hanging(f"({pin.number}) ", pin.words, width)
    yield from _wrapped(card.notes, width)


def joins_told(joins: Joins, width: int) -> tuple[str, ...]:
    """How the pieces join: accounts, facts, doors and first fixes, each by its letter or number."""
    width = max(width, NARROWEST)
    if joins.quiet:
        return tuple(wrapped(joins.quiet, width))
    return (
        *_part(say("pictures.accounts_head"), [(f"{node.letter}  ", node.name) for node in joins.accounts], width),
        *_part(say("pictures.facts_head"), [("-  ", fact_words(fact)) for fact in joins.facts], width),
        *_part(
            say("pictures.doors_head"), [(f"{node.number}  ", door_words(node)) for node in joins.doors], width
        ),
        *_part(
            say("pictures.cuts_head"),
            [
                ("x  ", say("pictures.cut_line", step=cut.step, what=cut.words, minutes=cut.minutes))
                for cut in joins.cuts
            ],
            width,
        ),
        *_wrapped(joins.notes, width),
    )


def change_told(change: Change, width: int) -> tuple[str, ...]:
    """Before and after: each door with both states, then how many."""
    width = max(width, NARROWEST)
    if change.quiet:
        return (*wrapped(change.quiet, width), *_wrapped(change.notes, width))
    rows = [
        line
        for door in change.doors
        for line in _hanging(
            f"[{'x' if door.closes else ' '}] ",
            say("pictures.before_after_line", door=door.words, after=door.after),
            width,
        )
    ]
    return (*_wrapped(change.sentences, width), *rows, *_wrapped(change.notes, width))


def fact_words(fact: FactNode) -> str:
    """A fact with where it stands, what it opens and what cuts it, as one line."""
    parts = [
        say("pictures.fact_on", accounts=listed(fact.accounts)),
        say("pictures.fact_opens", doors=doors_words(fact.doors)),
    ]
    return say(
        "pictures.fact_line",
        fact=fact.words,
        told=", ".join((*parts, *((cut_words(fact),) if fact.steps else ()))),
    )


def cut_words(fact: FactNode) -> str:
    """Which fixes take a fact away, wholly or in part."""
    name = "pictures.fact_cut" if fact.gone else "pictures.fact_cut_partly"
    return say(name, fixes=fixes_words(fact.steps))


def doors_words(numbers: Sequence[int]) -> str:
    """The doors of these numbers: door 1, doors 1 and 2."""
    if len(numbers) == 1:
        return say("pictures.door", number=numbers[0])
    return say("pictures.doors", numbers=listed(numbers))


def door_words(door: DoorNode) -> str:
    """A door, and what becomes of it."""
    start = f" {say('pictures.start_here')}" if door.first else ""
    return f"{door.words}: {door.after}.{start}"


def _line(line: CardLine) -> str:
    parts = []
    for bit in line.bits:
        shown = f"[{bit.text}]" if bit.kind is BitKind.ABOUT else bit.text
        parts.append(" ".join((shown, *(f"({pin})" for pin in bit.pins))))
    return " ".join(parts)


def _part(head: str, rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    told = [line for mark, words in rows for line in _hanging(INDENT + mark, words, width)]
    return [*wrapped(head, width), *told, ""] if told else []


def _hanging(mark: str, words: str, width: int) -> Iterator[str]:
    """Words behind a mark, with the following lines under the first."""
    room = width - len(mark)
    if room < NARROWEST // 2:
        yield from wrapped(mark + words, width)
        return
    for at, line in enumerate(wrapped(words, room)):
        yield f"{mark if at == 0 else ' ' * len(mark)}{line}"


def _wrapped(sentences: Iterable[str], width: int) -> list[str]:
    return [line for sentence in sentences for line in wrapped(sentence, width)]


def _framed(lines: Iterable[str], inner: int) -> Iterator[str]:
    edge = f"+{'-' * (inner + 2)}+"
    yield edge
    for line in lines:
        yield f"| {line}{' ' * (inner - int(cells(line)))} |"
    yield edge
