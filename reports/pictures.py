"""The pictures of a check as inline SVG, each with the same in words for those who read or listen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from privacy_check.model import Assessment
from privacy_check.pictures import Look, Pictures, cards_told, change_told, joins_told, pictures
from privacy_check.sentences import say
from reports.drawn_card import drawn_card
from reports.drawn_change import drawn_change
from reports.drawn_joins import drawn_joins
from reports.parts import Options

STRANGERS, JOINS, CHANGE = "strangers", "joins", "change"
TEXT_WIDTH = 76


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its heading, a sentence about it, the drawings (none where a sentence says it all), what is to
    be said beneath, and all of it as lines of plain text."""

    title: str
    about: str
    drawings: tuple[Markup, ...]
    notes: tuple[str, ...]
    text: tuple[str, ...]


def drawn(assessment: Assessment, options: Options) -> Mapping[str, Picture]:
    """The pictures by name, in the order they are shown: strangers, joins, change."""
    found = pictures(assessment, Look(options.reveal, options.platform_name))
    return {STRANGERS: _strangers(found), JOINS: _joins(found), CHANGE: _change(found)}


def _strangers(found: Pictures) -> Picture:
    return Picture(
        title=say("pictures.strangers_title"),
        about=say("pictures.strangers_about") if found.cards else "",
        drawings=tuple(drawn_card(card, f"card-{number}") for number, card in enumerate(found.cards, 1)),
        notes=found.card_notes,
        text=cards_told(found, TEXT_WIDTH),
    )


def _joins(found: Pictures) -> Picture:
    joins = found.joins
    return Picture(
        title=say("pictures.joins_title"),
        about="" if joins.quiet else say("pictures.joins_about"),
        drawings=() if joins.quiet else (drawn_joins(joins, JOINS, " ".join(found.change.sentences)),),
        notes=(joins.quiet,) if joins.quiet else joins.notes,
        text=joins_told(joins, TEXT_WIDTH),
    )


def _change(found: Pictures) -> Picture:
    change = found.change
    quiet = (change.quiet,) if change.quiet else ()
    return Picture(
        title=say("pictures.change_title"),
        about=say("pictures.change_about", count=change.steps) if change.steps and change.doors else "",
        drawings=(drawn_change(change, CHANGE),) if change.doors else (),
        notes=(*quiet, *change.notes),
        text=change_told(change, TEXT_WIDTH),
    )
