"""What a detector is: small values and a Protocol; `engine` finds every detector by walking this package.

A module offers its detectors as `DETECTOR` (one) or `DETECTORS` (a tuple). It also holds `FINDS`, pairs of a text
and the slice to be found in it, and `MISSES`, texts in which it must find nothing; the tests run them through
`engine.find`. Its docstring has the sections Finds, Misses, Why and Fix. Detectors never import one another and
see folded text only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, runtime_checkable

from privacy_check.model import EntityType
from privacy_check.text.dialect import plainly
from privacy_check.text.fold import Folded


class Whose(StrEnum):
    """Whose piece it is, as far as the words say."""

    WRITER = "writer"
    CHILD = "child"
    FAMILY = "family"
    OTHER = "other"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate: folded offsets (end exclusive), confidence 0..1, and `why`, a short phrase of what was seen.

    `rule_id` is a taxonomy id; `fact` names the About-me fact it matches, never its value.
    """

    entity_type: EntityType
    start: int
    end: int
    confidence: float
    why: str
    rule_id: str
    whose: Whose = Whose.WRITER
    fact: str = ""

    def but(self, **changes: object) -> Match:
        """The same match with some parts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def moved(self, by: int) -> Match:
        """The same match `by` characters further on."""
        start, end = self.start + by, self.end + by
        return Match(self.entity_type, start, end, self.confidence, self.why, self.rule_id, self.whose, self.fact)


@dataclass(frozen=True, slots=True)
class Triggers:
    """When a detector is worth running on a text: any one of these is enough.

    `words`: runs of letters in the lower-case text; `parts`: substrings of it; `digits`: at least so many digits
    (0 = digits do not matter). With none of the three the detector always runs.
    """

    words: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    digits: int = 0

    def pulled(self, folded: Folded) -> bool:
        """True when the detector should look."""
        if self.digits and folded.digits >= self.digits:
            return True
        if self.words and not self.words.isdisjoint(folded.words):
            return True
        lower = folded.lower
        for part in self.parts:
            if part in lower:
                return True
        return not (self.words or self.parts or self.digits)


@dataclass(frozen=True, slots=True)
class Context:
    """Lower-case words near a match, `reach` characters around, that make it more or less likely by `step`."""

    raises: frozenset[str] = frozenset()
    lowers: frozenset[str] = frozenset()
    reach: int = 40
    step: float = 0.25


@runtime_checkable
class Detector(Protocol):
    """Finds candidates of one kind in folded text.

    `match` proposes, cheaply and generously; `validate` checks shapes and check digits and may correct or
    refuse (None). Weighing by `context`, filtering and merging are the engine's. Offsets are those of
    `folded.text`, which may be one window of a longer text: use `folded.text`, `lower`, `words`, `digits`,
    never `original`.
    """

    name: str
    entity_types: tuple[EntityType, ...]
    triggers: Triggers
    context: Context

    def match(self, folded: Folded) -> Iterable[Match]:
        """Candidates, in any order."""
        ...

    def validate(self, match: Match, folded: Folded) -> Match | None:
        """The match, corrected, or None."""
        ...


class BaseDetector:
    """Defaults for a detector: no context words, nothing refused."""

    name: str = ""
    entity_types: tuple[EntityType, ...] = ()
    triggers: Triggers = Triggers()
    context: Context = Context()

    def match(self, folded: Folded) -> Iterable[Match]:
        """Nothing; a detector overrides this."""
        return ()

    def validate(self, match: Match, folded: Folded) -> Match | None:
        """The match as it is."""
        return match


def in_plain_words(folded: Folded, read: Callable[[Folded], Iterable[Match]]) -> Iterator[Match]:
    """What `read` finds in the text as written, and what it finds besides where spoken spelling is written out."""
    found = list(read(folded))
    yield from found
    plain = plainly(folded)
    if plain is None:
        return
    for match in read(plain[0]):
        start, end = plain[1](match.start), plain[1](match.end)
        over = [m for m in found if m.start < end and start < m.end]
        if all(end - start > m.end - m.start for m in over):
            yield match.but(start=start, end=end)
