"""Answers to the questions banks and sites ask: pets, maiden names, first car, school, street, teacher.

Finds: "our dog Bramble", "first pet? a goldfish named Jaws", "née ...", "my mother was a ... before she married",
"the street I grew up on", "my first car was a ...", and the answers given in chain quizzes.
Misses: pets without a name, "first car to cross the line", quizzes that only ask.
Why: these facts reset passwords. A quiz collects several of them at once.
Fix: take them out, and keep invented answers in a password manager.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.answer_sayings import (
    ANIMAL_BARE,
    ANIMAL_NAME,
    ANIMAL_WORDS,
    BEFORE_WED,
    BEST_TEACHER,
    CARS,
    FICTION,
    FIRST_JOB,
    FIRST_WHEELS,
    GREW_UP,
    MAIDEN,
    MODEL,
    NOT_PETS,
    OF_OURS,
    PART_VALUE,
    PET_AFTER,
    PET_CUES,
    PET_EMOJI_NAME,
    PET_PICTURE,
    PET_SCENE,
    POSSESSIVE_PET,
    QUESTIONS,
    QUIZ,
    QUIZ_PARTS,
    QUIZ_SAID,
    SCENE_WORDS,
    STREET,
    TEAM,
    TITLES,
    VERBS,
)
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

FINDS = (
    ("cuddles with our dog Bramble", "Bramble"),
    ("née Blenkinsop, don't ask", "Blenkinsop"),
    ("My first car was a Nissan Micra", "Nissan Micra"),
    ("grew up on Poplar Avenue", "Poplar Avenue"),
    ("lost cat, answers to Smokey", "Smokey"),
    ("our cockatiel Kiki bit me", "Kiki"),
    ("first love: Karen Doyle", "Karen Doyle"),
    ("me nan's maiden names Entwistle", "Entwistle"),
)
MISSES = (
    "my dog is fine, thank you",
    "The first car to cross the line was a Ferrari",
    "first pet hate: loud chewers",
    "our street party was rained off",
    "the cat's away so the mice will play",
    "Scooby the dog from the telly",
    "Miss Trunchbull was the best teacher",
    "Dave's Fish Bar",
)


class SecurityAnswer(BaseDetector):
    """What resets a password: pets, maiden names and other firsts."""

    name = "security_answer"
    entity_types = (EntityType.SECURITY_ANSWER,)
    triggers = Triggers(
        words=frozenset(ANIMAL_WORDS.split())
        | word_set(
            "née nee maiden first 1st teacher favourite fave grew raised mother mum mam mom nan gran grandma childhood birthplace birth pet pets walkies answers rip jabs supported supporting followed following learned learnt drove passed say hello inspiring "
            "cockatiel cockatoo macaw canary gotcha goodbye used lived love wheels kiss mate growing st quiz name star drag elf royal cuddles team support meow woof paws vet vets formerly street walked walking brought meet miss memorable snuggles reception"
        ),
        parts=("🐶", "🐱", "🐾", "🐕", "🐈", "🐩", "🐰", "🐹"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per answer."""
        seen: set[int] = set()
        for start, end, rule, confidence, why in _all(folded):
            if start not in seen and end - start > 1:
                seen.add(start)
                whose = Whose.FAMILY if rule == "REL-08" else Whose.WRITER
                yield Match(EntityType.SECURITY_ANSWER, start, end, confidence, why, rule, whose)


Found = tuple[int, int, str, float, str]


def _all(folded: Folded) -> Iterator[Found]:
    yield from _quiz(folded)
    yield from _questions(folded)
    yield from _firsts(folded)
    yield from _maiden(folded)
    yield from _childhood(folded)
    yield from _pets(folded)


def _value(text: str, lower: str, at: int, most: int = 3) -> int | None:
    """End of a capitalised answer of up to `most` words at `at`."""
    if not capitalised(text, at):
        return None
    end = run_end(text, at, most)
    word = re.match(r"[\w'-]+", lower[at:end])
    if word is None or word[0].removesuffix("'s") in NEVER_NAMES - {"mr", "mrs", "miss", "ms", "tesco", "amazon"}:
        return None
    if any(letter.isdigit() for letter in lower[at:end].split()[0]):
        return None
    return end - 2 if lower.endswith("'s", at, end) else end


def _pet_name(text: str, lower: str, at: int) -> int | None:
    end = _value(text, lower, at, 2)
    if end is None or (text[at:end].isupper() and text.isupper()) or STREET.match(text, at):
        return None
    first = lower[at:end].split()[0]
    return None if first in FICTION or first in NOT_PETS else end


def _pets(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in (OF_OURS, ANIMAL_NAME, ANIMAL_BARE):
        for m in pattern.finditer(folded):
            for start, end in _pet_list(text, lower, m.end()):
                yield start, end, "REL-08", pattern.confidence, "a pet's name"
    pictures = not text.isascii() and PET_PICTURE.search(text)
    if not pictures and SCENE_WORDS.isdisjoint(folded.words):
        return
    for m in PET_CUES.finditer(folded):
        if not PET_SCENE.search(lower, max(0, m.start() - 100), m.end() + 100):
            continue
        for start, end in _pet_list(text, lower, m.end()):
            yield start, end, "REL-08", 0.7, "a pet's name"
    for m in PET_AFTER.finditer(folded):
        stop = _pet_name(text, lower, m.start(1))
        if (
            stop
            and _stands_alone(text, m.start(1))
            and m[1] not in VERBS
            and not m[1].endswith(("ed", "ing", "ot", "as"))
        ):
            yield m.start(1), min(stop, m.end(1)), "REL-08", 0.75, "a pet's name"
    for m in POSSESSIVE_PET.finditer(lower) if pictures or "vet" in folded.words or "jabs" in folded.words else ():
        if _pet_name(text, lower, m.start(1)) and _stands_alone(text, m.start(1)) and m[1] not in NEVER_NAMES:
            yield m.start(1), m.end(1), "REL-08", 0.6, "a pet's name"
    for m in PET_EMOJI_NAME.finditer(lower) if pictures else ():
        stop = _pet_name(text, lower, m.start(1))
        if stop and _stands_alone(text, m.start(1)) and m[1] not in NEVER_NAMES:
            yield m.start(1), min(stop, m.end(1)), "REL-08", 0.6, "a pet's name"


def _stands_alone(text: str, start: int) -> bool:
    before = re.search(r"([A-Z][\w'.]*) $", text[max(0, start - 20) : start])
    return before is None or before[1].casefold() in NEVER_NAMES


def _pet_list(text: str, lower: str, at: int) -> Iterator[tuple[int, int]]:
    for _ in range(4):
        end = _pet_name(text, lower, at)
        if end is None:
            return
        yield at, end
        gap = re.compile(r"(?:, | and | & |, and )").match(text, end)
        if gap is None:
            return
        at = gap.end()


def _maiden(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in (found for pattern in MAIDEN for found in pattern.finditer(folded)):
        end = _value(text, lower, m.end(), 2)
        if end is None:
            continue
        clear = m[0].lstrip().startswith(("n", "maiden", "birth")) and not m[0].startswith("nan")
        if m[0].startswith("used"):
            clear = False
        if clear or BEFORE_WED.search(lower, end, end + 50):
            yield m.end(), end, "CRD-03", 0.9, "a maiden name"


def _childhood(folded: Folded) -> Iterator[Found]:
    text = folded.text
    for m in GREW_UP.finditer(folded):
        street = STREET.match(text, m.end())
        if street:
            yield street.start(), street.end(), "CRD-03", 0.85, "the street of a childhood"


def _questions(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in QUESTIONS.finditer(folded):
        at = m.end()
        plain = not m["link"].strip()
        end = _value(text, lower, at)
        if end is not None and re.search(r"car|motor|wheels", m[0]):
            model = MODEL.match(text, end)
            end = model.end() if model else end
        if end is None:
            word = re.match(r"[a-z]+", lower[at:])
            if word and word[0] in CARS and re.search(r"car|motor", m[0]):
                yield at, re.compile(r"[a-z]+(?: [a-z0-9]+)?").match(lower, at).end(), "CRD-03", 0.8, "a first car"  # type: ignore[union-attr]
            continue
        if plain and not re.search(r"pet|dog|cat|teacher|school|car$|car ", m[0]):
            continue
        if "job" in m[0] or (m[0].startswith("team") and ":" not in m["link"] and "?" not in m["link"]):
            continue
        yield at, end, "CRD-03", 0.65 if plain else 0.85, "an answer to a security question"


def _firsts(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in BEST_TEACHER.finditer(folded):
        start = m.start(1)
        if capitalised(text, start) and lower[start : m.end(1)].split()[-1] not in FICTION:
            yield start, m.end(1), "CRD-03", 0.8, "a favourite teacher"
    for m in FIRST_WHEELS.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.75, "a first car"
    for m in TEAM.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.7, "a favourite team"
    for m in FIRST_JOB.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.7, "a first job"


def _quiz(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    quiz = next(QUIZ.finditer(folded), None)
    if quiz is None:
        return
    parts = list(QUIZ_PARTS.finditer(lower))
    if not parts and "know" not in quiz[0] and "jobs" not in quiz[0]:
        return
    answered = False
    for m in PART_VALUE.finditer(lower):
        end = _value(text, lower, m.end(), 3)
        if end:
            answered = True
            street = STREET.match(text, m.end())
            yield m.end(), street.end() if street else end, "CRD-04", 0.85, "an answer in a chain quiz"
    if answered:
        return
    last = parts[-1].end() if parts else quiz.end()
    for m in QUIZ_SAID.finditer(lower, quiz.end()):
        if m.end() < last:
            continue
        yield from _quiz_words(text, lower, m.end())
        return
    loose = re.compile(r"[^\w]*").match(text, last)
    if loose and capitalised(text, loose.end()) and loose[0].strip():
        yield from _quiz_words(text, lower, loose.end())


def _quiz_words(text: str, lower: str, at: int) -> Iterator[Found]:
    """Each capitalised word of a quiz name is one answer; a street of two words stays whole."""
    while capitalised(text, at):
        street = STREET.match(text, at)
        one = re.compile(r"[\w'-]+").match(text, at)
        if one is None or one[0].casefold() == "i":
            return
        if one[0].casefold() in TITLES:
            at = one.end() + 1
            continue
        if street and text[at : street.end()].count(" ") > 1 and one[0].casefold() in first_names():
            street = None
        end = street.end() if street else one.end()
        yield at, end, "CRD-04", 0.8, "an answer in a chain quiz"
        gap = re.compile(r" (?:of |the |von |de )?").match(text, end)
        if gap is None:
            return
        at = gap.end()


DETECTOR = SecurityAnswer()
