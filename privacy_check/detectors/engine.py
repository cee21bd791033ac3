"""Runs every detector over a text: match, validate, weigh by context, filter, merge."""

from __future__ import annotations

import importlib
import math
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from privacy_check import detectors as package
from privacy_check.detectors import filters
from privacy_check.detectors.base import Detector, Match
from privacy_check.detectors.explain import finding
from privacy_check.model import EntityType, Finding
from privacy_check.text.fold import Folded, fold

if TYPE_CHECKING:
    from privacy_check.subject import AboutMe

MOST_CHARACTERS = 4_000_000
WINDOW = 4_000
MARGIN = 160
SECONDS_PER_MEGABYTE = 20.0

_STRETCH = 64
_MOST_DIGITS = 20
_HELPERS = frozenset({"base", "engine", "explain", "filters", "rule_heads", "rule_shapes"})
_COMMON = "/:-.' "
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found, in text order; `complete` is False when the text was too long or took too long."""

    findings: tuple[Finding, ...]
    complete: bool = True


def find(text: str, *, about: AboutMe | None = None, field: str = "text") -> list[Finding]:
    """Every piece of personal information in `text`, in text order; spans are code points of `text`.

    `about` are the person's own facts, recognised in whatever form they take; `field` names where the text stood.
    """
    return list(read(text, about=about, field=field).findings)


def find_all(text: str, *, about: AboutMe | None = None, field: str = "text") -> list[Finding]:
    """As `find`, however long it takes: for words that the person hands in and waits for."""
    folded = fold(text)
    matches, _ = _in_time(folded, math.inf)
    if about is not None:
        matches += _known(folded, about)
    return [finding(m, folded, field) for m in merge(matches)]


def read(text: str, *, about: AboutMe | None = None, field: str = "text") -> Reading:
    """As `find`, and says whether the whole text could be read in the time a text of its length may take.

    Seconds of this thread's own work count, so that a busy computer reads as much as an idle one.
    """
    folded = fold(text[:MOST_CHARACTERS])
    matches, complete = _in_time(folded, 2.0 + SECONDS_PER_MEGABYTE * len(folded.text) / 1e6)
    if about is not None:
        matches += _known(folded, about)
    return Reading(
        tuple(finding(m, folded, field) for m in merge(matches)), complete and len(text) <= MOST_CHARACTERS
    )


def _in_time(folded: Folded, seconds: float) -> tuple[list[Match], bool]:
    """What the detectors find, and whether there was time for the whole text."""
    # Asking the time costs more than many a short text does, and one window is always read.
    if len(folded.text) <= WINDOW + 2 * MARGIN:
        return list(_in_part(folded, range(len(folded.text)))), True
    deadline = time.thread_time() + seconds
    matches: list[Match] = []
    for begin, part, core in _windows(folded):
        matches += (m.moved(begin) if begin else m for m in _in_part(part, core))
        if time.thread_time() > deadline:
            return matches, False
    return matches, True


@cache
def all_detectors() -> tuple[Detector, ...]:
    """Every detector of this package, found by walking it."""
    found: list[Detector] = []
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        if module.name in _HELPERS or module.name.startswith("known"):
            continue
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        found += getattr(loaded, "DETECTORS", ())
        if hasattr(loaded, "DETECTOR"):
            found.append(loaded.DETECTOR)
    return tuple(found)


def _windows(folded: Folded) -> Iterator[tuple[int, Folded, range]]:
    """Pieces of the text with a margin on both sides; matches that start in the core count, each exactly once."""
    length = len(folded.text)
    for core in range(0, length, WINDOW):
        begin = max(0, core - MARGIN)
        end = min(length, core + WINDOW + MARGIN)
        # Never cut a word in two: half a word could look like a whole code.
        while begin and begin > core - MARGIN - 40 and not folded.text[begin].isspace():
            begin -= 1
        begin = max(begin, 0)
        yield begin, folded.part(begin, end), range(core - begin, core - begin + WINDOW)


@dataclass(frozen=True, slots=True)
class _Index:
    """Who wants to be called for which word, substring or number of digits: one look at a text settles it.

    Sets of detectors are numbers with one bit each; `parts` are grouped by their rarest sign.
    """

    words: dict[str, int]
    parts: dict[str, tuple[tuple[str, int], ...]]
    known: frozenset[str]
    signs: frozenset[str]
    digits: tuple[int, ...]
    always: int


@cache
def _index() -> _Index:
    words: dict[str, int] = {}
    parts: dict[str, dict[str, int]] = {}
    triggers = [detector.triggers for detector in all_detectors()]
    for place, trigger in enumerate(triggers):
        for word in trigger.words:
            words[word] = words.get(word, 0) | 1 << place
        for part in trigger.parts:
            # Almost no text holds the rarest sign of a part, so that sign is looked for first.
            signs = sorted((c for c in part if not c.isalnum()), key=_COMMON.find)
            alike = parts.setdefault(signs[0] if signs else "", {})
            alike[part] = alike.get(part, 0) | 1 << place
    digits = [0] * (_MOST_DIGITS + 1)
    for place, trigger in enumerate(triggers):
        for least in range(trigger.digits, _MOST_DIGITS + 1) if trigger.digits else ():
            digits[least] |= 1 << place
    always = sum(1 << p for p, t in enumerate(triggers) if not (t.words or t.parts or t.digits))
    grouped = {sign: tuple(found.items()) for sign, found in parts.items()}
    return _Index(words, grouped, frozenset(words), frozenset(filter(None, grouped)), tuple(digits), always)


def _pulled(part: Folded) -> tuple[Detector, ...]:
    """The detectors whose triggers the text pulls, in their order."""
    index = _index()
    lower, by_word = part.lower, index.words
    wanted = index.always | index.digits[min(part.digits, _MOST_DIGITS)]
    for word in part.words & index.known:
        wanted |= by_word[word]
    for sign in index.signs.intersection(lower):
        for text, bits in index.parts[sign]:
            if text in lower:
                wanted |= bits
    for text, bits in index.parts.get("", ()):
        if text in lower:
            wanted |= bits
    return _chosen(wanted)


@lru_cache(maxsize=4096)
def _chosen(wanted: int) -> tuple[Detector, ...]:
    return tuple(detector for place, detector in enumerate(all_detectors()) if wanted >> place & 1)


def _in_part(part: Folded, core: range) -> Iterator[Match]:
    for detector in _pulled(part):
        for candidate in detector.match(part):
            if candidate.start not in core or candidate.end <= candidate.start:
                continue
            match = detector.validate(candidate, part)
            if match is None:
                continue
            if detector.context.raises or detector.context.lowers:
                match = weigh(match, detector, part.lower)
            if not filters.reason(match, part):
                yield match


def weigh(match: Match, detector: Detector, lower: str) -> Match:
    """The match with its confidence moved by the context words around it, kept within 0.05..0.99."""
    context = detector.context
    near = set(_WORDS.findall(lower, max(0, match.start - context.reach), match.start))
    near |= set(_WORDS.findall(lower, match.end, match.end + context.reach))
    step = context.step * (bool(near & context.raises) - bool(near & context.lowers))
    return match.but(confidence=min(0.99, max(0.05, match.confidence + step))) if step else match


def _known(folded: Folded, about: AboutMe) -> Iterable[Match]:
    from privacy_check.detectors import known

    return known.match(folded, about)


# Where two kinds claim the same characters, the more particular one keeps them.
_PARTICULAR: Sequence[EntityType] = (
    EntityType.IBAN,
    EntityType.CARD,
    EntityType.DRIVING_LICENCE,
    EntityType.NINO,
    EntityType.NHS_NUMBER,
    EntityType.EMAIL,
    EntityType.PASSPORT,
    EntityType.BANK_ACCOUNT,
    EntityType.GPS,
    EntityType.IP,
    EntityType.PHONE,
    EntityType.HANDLE,
    EntityType.URL,
    EntityType.BIRTH_DATE,
    EntityType.POSTCODE,
    EntityType.VEHICLE_REGISTRATION,
)
_RANK = {kind: len(_PARTICULAR) - place for place, kind in enumerate(_PARTICULAR)}


def merge(matches: Iterable[Match]) -> list[Match]:
    """One match per place and kind, in text order; structured kinds never overlap, and a told fact wins."""
    several = list(matches)
    if len(several) < 2:
        return several
    kept: list[Match] = []
    by_place: dict[int, list[Match]] = {}
    for match in sorted(several, key=_strength, reverse=True):
        stretches = range(match.start // _STRETCH, (match.end - 1) // _STRETCH + 1)
        if any(_collide(match, other) for stretch in stretches for other in by_place.get(stretch, ())):
            continue
        kept.append(match)
        for stretch in stretches:
            by_place.setdefault(stretch, []).append(match)
    return sorted(kept, key=lambda m: (m.start, m.end, m.entity_type))


def _strength(match: Match) -> tuple[bool, int, int, float]:
    return bool(match.fact), _RANK.get(match.entity_type, 0), match.end - match.start, match.confidence


def _collide(one: Match, other: Match) -> bool:
    if one.start >= other.end or other.start >= one.end:
        return False
    if one.entity_type is other.entity_type:
        return True
    return one.entity_type in _RANK and other.entity_type in _RANK
