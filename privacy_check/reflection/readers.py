"""The three readers: a parent, a young person, your employer. They ask; only the person can answer."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.employer_pack import EmployerPack, current
from privacy_check.reflection.cards import filled
from privacy_check.text.sanitise import sanitise

LONGEST = 600


@dataclass(frozen=True, slots=True)
class Reader:
    """One of the three: its name, its question, and a thought beside it. There is no verdict and no answer."""

    id: str
    name: str
    asks: str
    think: str


def readers(pack: EmployerPack | None = None) -> tuple[Reader, ...]:
    """The three, in the words of a pack; without one, of the pack in use."""
    gaps = (pack or current()).gaps()
    rows = catalogue.data("reflection/readers.toml")["reader"]
    return tuple(
        Reader(row["id"], filled(row["name"], gaps), filled(row["asks"], gaps), filled(row["think"], gaps))
        for row in rows
    )


def laid_over(words: str) -> str:
    """The words as they are shown with the questions: harmless, trimmed, and cut when very long."""
    return sanitise(words.strip(), LONGEST)
