"""The three pictures of one check, put together."""

from __future__ import annotations

from privacy_check.model import Assessment
from privacy_check.pictures.card import cards
from privacy_check.pictures.doors import Doors
from privacy_check.pictures.joins import change, joins
from privacy_check.pictures.nouns import Look, Pictures


def pictures(assessment: Assessment, look: Look | None = None) -> Pictures:
    """The pictures of one check; private topics are in none of them."""
    look = look or Look()
    doors = Doors.of(assessment)
    drawn, notes = cards(assessment, doors.steps, look)
    return Pictures(cards=drawn, card_notes=notes, joins=joins(assessment, doors, look), change=change(doors))
