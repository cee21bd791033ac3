"""The sections of the online safety guidance, and what answers to each: a card, a check or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from privacy_check import catalogue
from privacy_check.reflection.cards import cards
from privacy_check.sentences import language


@dataclass(frozen=True, slots=True)
class Section:
    """One line of the guidance: its number and our letter, and what answers to it.

    `checks` are rule ids, those that cite the section first; `kept_by` names code as `module:name`.
    """

    ref: str
    about: str
    cards: tuple[str, ...]
    checks: tuple[str, ...]
    refused: str
    kept_by: tuple[str, ...]


def sections() -> tuple[Section, ...]:
    """Every line from 1 to 3.2, in order."""
    return _sections(language())


@cache
def _sections(_: str) -> tuple[Section, ...]:
    return tuple(
        Section(
            ref=row["ref"],
            about=row["about"],
            cards=tuple(card.id for card in cards() if row["ref"] in card.refs),
            checks=(*_citing(row["ref"]), *row.get("also", ())),
            refused=row.get("refused", ""),
            kept_by=tuple(row.get("kept_by", ())),
        )
        for row in catalogue.data("guidance.toml")["section"]
    )


def source() -> str:
    """The address of the guidance itself."""
    return str(catalogue.data("guidance.toml")["source"])


def _citing(ref: str) -> tuple[str, ...]:
    return tuple(rule.id for rule in catalogue.rules() if rule.guidance_ref == ref)
