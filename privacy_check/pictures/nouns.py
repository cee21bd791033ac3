"""What a picture is made of, already in words; whoever draws it adds shapes and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PinKind(StrEnum):
    """What a number on a card stands for; each kind has a shape and words of its own."""

    FIRST = "first"
    OPEN = "open"
    QUESTION = "question"
    SETTLED = "settled"


class BitKind(StrEnum):
    """How a piece of a line is shown: as the words themselves, as dots, or as words about what stands there."""

    CLEAR = "clear"
    DOTS = "dots"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Look:
    """How the pictures are to be worded: values in clear or not, and what a platform is called."""

    reveal: bool = False
    platform_name: Callable[[str], str] = lambda platform: platform


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of a line, and the numbers that point at it."""

    text: str
    kind: BitKind = BitKind.CLEAR
    pins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card: which part of the page it is, and what stands there."""

    name: str
    label: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A number on a card and its words."""

    number: int
    words: str
    kind: PinKind = PinKind.OPEN


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """One account as it was seen; `seen` is False where there is nothing of it to draw."""

    title: str
    state: str
    seen: bool
    lines: tuple[CardLine, ...] = ()
    pins: tuple[Pin, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountNode:
    """Where a fact stands, known in the picture by a letter: an account, several, or the person's own answers."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class FactNode:
    """A fact, the letters of where it stands, the numbers of the doors it helps to open, and the steps that take
    it away; `gone` when they take it away everywhere. `rule` is the rule it was found by."""

    words: str
    accounts: tuple[str, ...]
    doors: tuple[int, ...]
    steps: tuple[int, ...] = ()
    gone: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DoorNode:
    """Something the facts allow together: what becomes of it after the first steps is `after` in words, and
    `closed_by` holds the fewest of them that close it; `id` is its scenario."""

    number: int
    words: str
    after: str
    closed_by: tuple[int, ...] = ()
    first: bool = False
    id: str = ""

    @property
    def closes(self) -> bool:
        """True when the first steps close it."""
        return bool(self.closed_by)


@dataclass(frozen=True, slots=True)
class Cut:
    """One of the first steps: its number, what it is about, and the time it takes in words."""

    step: int
    words: str
    minutes: str


@dataclass(frozen=True, slots=True)
class Joins:
    """How the pieces join; `quiet` is a sentence that stands in place of a picture where no door is open."""

    accounts: tuple[AccountNode, ...] = ()
    facts: tuple[FactNode, ...] = ()
    doors: tuple[DoorNode, ...] = ()
    cuts: tuple[Cut, ...] = ()
    notes: tuple[str, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The doors now and after the first steps, and in words how many; `steps` is how many there are."""

    doors: tuple[DoorNode, ...] = ()
    steps: int = 0
    sentences: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The three pictures of one check."""

    cards: tuple[ProfileCard, ...]
    card_notes: tuple[str, ...]
    joins: Joins
    change: Change
