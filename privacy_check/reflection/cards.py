"""The reflection cards: data by topic, worded for one employer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from privacy_check import catalogue
from privacy_check.employer_pack import EmployerPack, Policy, current
from privacy_check.errors import UsageError
from privacy_check.sentences import language, say

_BEGINS = re.compile(r"(?:^|(?<=[.!?] ))[a-z]")
_NOT_CARDS = ("readers.toml",)


@dataclass(frozen=True, slots=True)
class Card:
    """One card as written, with gaps that an employer pack fills. It has no place for an answer."""

    id: str
    topic: str
    refs: tuple[str, ...]
    title: str
    asks: tuple[str, ...]
    why: str
    good: tuple[str, ...]
    next: str
    rules: tuple[str, ...]
    policy: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True)
class WordedCard:
    """A card in one employer's words. `first` names whom to ask, in order; `cites` the guidance it comes from."""

    card: Card
    title: str
    asks: tuple[str, ...]
    why: str
    good: tuple[str, ...]
    next: str
    first: tuple[str, ...]
    policy: Policy | None
    cites: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A handful of cards that belong together."""

    id: str
    title: str
    cards: tuple[Card, ...]


def topics() -> tuple[Topic, ...]:
    """Every topic in order: why it is here, contact, looking people up, pictures, keeping safe, off duty."""
    return _topics(language())


def cards() -> tuple[Card, ...]:
    """Every card, in the order they are shown."""
    return tuple(card for topic in _topics(language()) for card in topic.cards)


def card(card_id: str) -> Card:
    """The card of that id. Raises UsageError listing the ids."""
    wanted = card_id.strip().lower().replace("-", "_")
    found = next((each for each in cards() if each.id == wanted), None)
    if found is None:
        known = ", ".join(each.id for each in cards())
        raise UsageError(say("reflect.no_card"), say("reflect.cards_are", known=known))
    return found


def worded(given: Card, pack: EmployerPack | None = None) -> WordedCard:
    """The card in the words of a pack; without one, of the pack in use."""
    pack = pack or current()
    gaps = pack.gaps()
    return WordedCard(
        card=given,
        title=filled(given.title, gaps),
        asks=tuple(filled(text, gaps) for text in given.asks),
        why=filled(given.why, gaps),
        good=tuple(filled(text, gaps) for text in given.good),
        next=filled(given.next, gaps),
        first=tuple(contact.sentence for contact in pack.first(given.first)) if given.first else (),
        policy=pack.policy(given.policy) if given.policy else None,
        cites=pack.cites(*given.refs),
    )


def rows(given: WordedCard) -> tuple[tuple[str, str], ...]:
    """The card as labels and texts, in order; a text that goes on from the one above has no label."""
    parts = (
        ("ask", given.asks),
        ("why", (given.why,)),
        ("good", given.good),
        ("next", (given.next,)),
        ("first", ("; ".join(given.first),) if given.first else ()),
        ("rules", (_where(given.policy),) if given.policy else ()),
        ("cites", (given.cites,)),
    )
    return tuple(
        ("" if number else say(f"reflect.label.{label}"), text)
        for label, texts in parts
        for number, text in enumerate(texts)
    )


def _where(policy: Policy) -> str:
    return f"{policy.title}: {policy.url}" if policy.url else policy.title


def filled(text: str, gaps: Mapping[str, str]) -> str:
    """The text with its gaps filled; a sentence that begins with one begins with a capital."""
    return _BEGINS.sub(lambda letter: letter[0].upper(), text.format(**gaps))


@cache
def _topics(_: str) -> tuple[Topic, ...]:
    folder = files("privacy_check") / "data" / "reflection"
    names = (entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    read = {name: catalogue.data(f"reflection/{name}") for name in names if name not in _NOT_CARDS}
    ordered = sorted(read.items(), key=lambda item: int(item[1]["order"]))
    return tuple(_topic(name.removesuffix(".toml"), rows) for name, rows in ordered)


def _topic(topic_id: str, rows: Mapping[str, Any]) -> Topic:
    return Topic(topic_id, rows["title"], tuple(_card(topic_id, row) for row in rows["card"]))


def _card(topic_id: str, row: Mapping[str, Any]) -> Card:
    lists = {key: tuple(row[key]) for key in ("refs", "asks", "good", "rules")}
    return Card(topic=topic_id, **(dict(row) | lists))
