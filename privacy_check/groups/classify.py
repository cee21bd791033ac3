"""What the name of a group lets someone conclude: a GRP category, or nothing when the name does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from privacy_check.groups import official, phrases
from privacy_check.groups.folding import Folded, composed, folded
from privacy_check.sentences import say

PRIVATE_TOPICS = "GRP-S"
_TOGETHER = "&"


@dataclass(frozen=True, slots=True)
class GroupReading:
    """`category` is a GRP id or None; `confidence` 0..1; `why` the words in the name that led there.

    For a private topic `why` is one sentence, the same for all of them.
    """

    category: str | None
    confidence: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Category:
    id: str
    strong: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    cased: re.Pattern[str] | None
    never: re.Pattern[str] | None
    together: tuple[re.Pattern[str], ...]

    @property
    def private(self) -> bool:
        return self.id.startswith(PRIVATE_TOPICS)

    def why(self, strength: str, name: str, words: Folded) -> str | None:
        """The words that led here by phrases of that strength; None when there are none."""
        found = self._found(strength, name, words)
        if found is None or (self.never and self.never.search(words.text)):
            return None
        return say("groups.private") if self.private else found

    def _found(self, strength: str, name: str, words: Folded) -> str | None:
        if strength == "cased":
            met = self.cased.search(name) if self.cased else None
            return met[0] if met else None
        pattern = self.strong if strength == "strong" else self.weak
        met = pattern.search(words.text) if pattern else None
        if met is not None:
            return words.words(*met.span())
        if strength == "strong" and self.together:
            both = [pattern.search(words.text) for pattern in self.together]
            if all(both):
                return " ... ".join(words.words(*met.span()) for met in both if met)
        return None


def classify(name: str, *, platform: str | None = None, today: date | None = None) -> GroupReading:
    """Reads a group's name; category None when the name does not say enough.

    `platform` decides only where the name says nothing, for platforms all of whose groups are of one kind.
    Nothing is ever read as hateful or banned but a whole name on the dated official list, where there is one;
    `today` is the day on which that list must not be too old.
    """
    shown = composed(name)
    if listed := official.listed_on(shown, today or date.today()):
        return GroupReading(official.RULE, confidence=0.5, why=say("groups.listed", day=listed))
    words = folded(shown)
    confidence = phrases.vocabulary()["confidence"]
    if phrases.things().search(words.text):
        return GroupReading(None)
    about_things = phrases.making().search(words.text) is not None
    strengths = ("strong", "weak") if shown.isupper() else ("strong", "cased", "weak")
    for strength in strengths:
        for category in (one for one in _categories() if one.private or not about_things):
            why = category.why(strength, shown, words)
            if why is not None:
                sure = confidence["private_topic" if category.private else strength]
                return GroupReading(category.id, sure, why)
    for category_id, platforms in phrases.vocabulary()["platforms"].items():
        if platform in platforms:
            return GroupReading(category_id, confidence["platform"], say("groups.platform"))
    return GroupReading(None)


@cache
def _categories() -> tuple[_Category, ...]:
    return tuple(
        _Category(
            id=row["id"],
            strong=phrases.pattern(row.get("strong", "")),
            weak=phrases.pattern(row.get("weak", "")),
            cased=phrases.as_written(row.get("cased", "")),
            never=phrases.pattern(row.get("never", "")),
            together=_both(row.get("together", "")),
        )
        for row in phrases.vocabulary()["category"]
    )


def _both(text: str) -> tuple[re.Pattern[str], ...]:
    parts = [phrases.pattern(part) for part in text.split(_TOGETHER)] if text else []
    return tuple(part for part in parts if part is not None)
