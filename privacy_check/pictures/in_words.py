"""All pictures of one check in words, below the headings they have in a report."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.model import Assessment
from privacy_check.pictures.nouns import Look
from privacy_check.pictures.picture import pictures
from privacy_check.pictures.told import cards_told, change_told, joins_told
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class PictureInWords:
    """One picture: `name` is that of the report's drawing, `lines` are what it shows."""

    name: str
    heading: str
    lines: tuple[str, ...]


def in_words(assessment: Assessment, look: Look | None = None, width: int = 76) -> tuple[PictureInWords, ...]:
    """The text twin of each picture, in lines of at most `width` columns; none without an account."""
    if not assessment.views:
        return ()
    found = pictures(assessment, look)
    told = {
        "profiles": cards_told(found, width),
        "joined": joins_told(found.joins, width),
        "before_after": change_told(found.change, width),
    }
    return tuple(PictureInWords(name, say(f"report.more.{name}"), lines) for name, lines in told.items())
