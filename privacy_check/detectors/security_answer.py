"""Answers to the questions banks and sites ask: pets, maiden names, first car, school, street, teacher.

Finds: "our dog Bramble", "first pet? a goldfish named Jaws", "née ...", "my mother was a ... before she married",
"the street I grew up on", "my first car was a ...", and the answers given in chain quizzes.
Misses: pets without a name, "first car to cross the line", quizzes that only ask.
Why: these facts reset passwords. A quiz collects several of them at once.
Fix: take them out, and keep invented answers in a password manager.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.answer_sayings import (
    BEFORE_WED,
    BEST_TEACHER,
    BORN_AT,
    BORN_IN_A_LIST,
    CARS,
    FIRST_JOB,
    FIRST_SCHOOL,
    FIRST_WHEELS,
    GAME_NAME,
    GREW_UP,
    IS_MAIDEN,
    LABEL,
    LISTED,
    MAIDEN,
    MODEL,
    MY_TEACHER,
    NO_ANSWER,
    NOT_SURNAMES,
    NOT_TEAMS,
    PART_VALUE,
    QUESTIONS,
    QUIZ,
    QUIZ_NAME,
    QUIZ_PARTS,
    QUIZ_SAID,
    SMALL_IN_A_LIST,
    SMALL_TOPICS,
    SMALL_VALUE,
    STREET,
    TAUGHT_ME,
    TEACHERS_OF_FICTION,
    TEAM,
    TITLES,
    TWO_CAPITALS,
    WORN_CAR,
)
from privacy_check.text.cues import late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.pets import TELLING_WORDS, pets_in
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.sayings import listed
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, pet_names
from privacy_check.text.whose_name import FULL_NAME_BEFORE, written_about

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
        words=frozenset(TELLING_WORDS.split()) | listed("security_answer.calling"),
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
    yield from _teachers(folded)
    yield from _maiden(folded)
    yield from _childhood(folded)
    yield from _pets(folded)


_MAY_BEGIN = word_set("mr mrs miss ms st dr tesco amazon boots the a")


def _value(text: str, lower: str, at: int, most: int = 3) -> int | None:
    """End of a capitalised answer of up to `most` words at `at`."""
    if not capitalised(text, at):
        return None
    end = run_end(text, at, most)
    words = lower[at:end].split()
    head = words[0].removesuffix("'s")
    if head in NEVER_NAMES - _MAY_BEGIN or head in NO_ANSWER - _MAY_BEGIN:
        return None
    if head in ("the", "a") and len(words) < 2:
        return None
    return end - 2 if lower.endswith("'s", at, end) else end


def _pets(folded: Folded) -> Iterator[Found]:
    for start, end, sure in pets_in(folded):
        yield start, end, "REL-08", sure, "a pet's name"


def _maiden(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in MAIDEN:
        for m in pattern.finditer(folded):
            end = _value(text, lower, m.end(), 2)
            head = lower[m.end() : end].split() if end else []
            if end is None or head[0] in NOT_SURNAMES or written_about(text, m.start()):
                continue
            if (
                _plainly_maiden(text, m, head[0])
                or BEFORE_WED.search(lower, max(0, m.start() - 40), m.start())
                or BEFORE_WED.search(lower, end, end + 50)
            ):
                yield m.end(), end, "CRD-03", 0.9, "a maiden name"
    for m in IS_MAIDEN.finditer(folded):
        end = _value(text, lower, m.start("name"), 1)
        if end and lower[m.start("name") : end] not in NOT_SURNAMES:
            yield m.start("name"), end, "CRD-03", 0.8, "a maiden name"


def _plainly_maiden(text: str, m: re.Match[str], surname: str) -> bool:
    """True where the words themselves say "maiden name": née, "born a ..."; "formerly" after a person's name."""
    said = m[0].lstrip()
    if "born" in m.groupdict() and m["born"]:
        return not surname.endswith(("ian", "ish", "ist", "ic", "man", "woman"))
    if said.startswith("formerly"):
        named = FULL_NAME_BEFORE.search(text, max(0, m.start() - 40), m.start())
        return named is not None and named[1].casefold() in first_names()
    return said.startswith(("née", "nee", "né", "ne", "maiden", "birth", "surname"))


def _childhood(folded: Folded) -> Iterator[Found]:
    text = folded.text
    for m in GREW_UP.finditer(folded):
        street = STREET.match(text, m.end())
        if street:
            yield street.start(), street.end(), "CRD-03", 0.85, "the street of a childhood"
    for m in BORN_AT.finditer(folded):
        end = _value(text, folded.lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.7, "a place of birth"
    for m in BORN_IN_A_LIST.finditer(folded.lower) if "born" in folded.words else ():
        end = _value(text, folded.lower, m.end())
        if end and _in_a_list(folded):
            yield m.end(), end, "CRD-03", 0.7, "a place of birth"
    for m in FIRST_SCHOOL.finditer(folded):
        if capitalised(text, m.start("name")) and not re.match("[Tt]he ", text[m.start("name") :]):
            yield m.start("name"), m.end("name"), "CRD-03", FIRST_SCHOOL.confidence, "a first school"


def _in_a_list(folded: Folded) -> bool:
    """True for the posts that ask everyone the same questions, one line each."""
    return LISTED.search(folded.lower) is not None or sum(1 for _ in QUESTIONS.finditer(folded)) > 1


_PLAIN_TOPICS = late(r"pet|dog|cat|teacher|school|car$|car |middle name|birth ?place|born at|childhood")
# "Primary teacher, Gateshead" is a line about work, not about a childhood.
_POSTS = late(r"(?:primary|infant|junior|maths|english|reception)(?: school)? teacher")
_POSTS_AND_PLACES = late(r"(?:primary|infant|junior) school|.*teacher")
_BOUGHT = late(r"album|single|record|book|film|movie|song")
_PERSON_TOPICS = late(r"love|crush|kiss|snog|friend|mate|pal|boyfriend|girlfriend")
_WEAK_TOPICS = late(r"(?:fave|fav|favou?rite|best)(?!.*(?:childhood|when|as a|growing up|teacher|school)) ")


def _questions(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in QUESTIONS.finditer(folded):
        topic, link, at = m["topic"], m["link"].strip(), m.end()
        owner = lower[max(0, m.start() - 6) : m.start()]
        if "?" not in link and owner.endswith(("your ", " ur ", "his ", "her ", "their ", "'s ")):
            continue
        asked = lower[m.start() : at]
        end = _answer(text, lower, at, topic)
        if end is None:
            small = _small_answer(folded, m)
            if small:
                yield at, small, "CRD-03", 0.75, "an answer to a security question"
            continue
        if not link and not _plain_answer(lower, at, topic):
            continue
        if "?" in link and lower.startswith(" or ", end):
            continue
        if _POSTS.fullmatch(topic) and lower[at : at + 3] not in ("mr ", "mrs", "mis", "ms "):
            continue
        if link == "," and _POSTS_AND_PLACES.fullmatch(topic):
            continue
        if _BOUGHT.search(topic) and (asked.endswith((" in ", " at ")) or link.startswith(",")):
            continue
        if topic.startswith(("team", "football team")) and not set(link) & set(":?="):
            continue
        if _WEAK_TOPICS.match(asked) and not _in_a_list(folded):
            continue
        if "teacher" in topic and lower[at:end].split()[-1] in TEACHERS_OF_FICTION:
            continue
        if "job" in topic and "?" not in link and ":" not in link:
            continue
        yield at, end, "CRD-03", 0.85 if link else 0.65, "an answer to a security question"


def _answer(text: str, lower: str, at: int, topic: str) -> int | None:
    """End of a capitalised answer; of a car with its model; of a make of car in small letters."""
    reg = WORN_CAR.match(lower, at) if re.search(r"car|motor|wheels", topic) else None
    if reg:
        return reg.end()
    end = _value(text, lower, at, 6 if re.search("film|movie|book|song|album", topic) else 3)
    wheels = re.search(r"car|motor|wheels|bike", topic)
    if end is not None:
        model = MODEL.match(text, end) if wheels else None
        return model.end() if model else end
    worn = re.compile(r"(?:[a-z-]+ ){1,3}?(?=[A-Z])").match(text, at) if wheels else None
    if worn:
        make = _value(text, lower, worn.end(), 2)
        return make if make and lower[worn.end() : make].split()[0] in CARS else None
    word = re.compile(r"([a-z]+)(?: [a-z0-9]+)?").match(lower, at) if wheels else None
    return word.end() if word and word[1] in CARS else None


def _plain_answer(lower: str, at: int, topic: str) -> bool:
    """True where an answer may follow its question without a sign: "first pet Goldie", "first love Steven
    Marsh".
    """
    if _PERSON_TOPICS.search(topic):
        word = re.compile(r"[\w'-]+").match(lower, at)
        return word is not None and word[0] in first_names()
    return _PLAIN_TOPICS.search(topic) is not None


def _small_answer(folded: Folded, m: re.Match[str]) -> int | None:
    """End of an answer in small letters: a secret word, or one line of a list."""
    lower, link = folded.lower, m["link"].strip()
    found = SMALL_VALUE.match(lower, m.end())
    secret = SMALL_TOPICS.search(m["topic"])
    if secret:
        word = re.compile(r"[a-z][a-z'-]{2,}").match(lower, m.end())
        if word is None or word[0] in NO_ANSWER:
            return None
        if link and not link.startswith(","):
            return word.end()
        ends = found is not None and found.end() == word.end()
        return word.end() if ends and re.search(r"(?:^|my )$", lower[: m.start()]) else None
    if found is None or re.match(r"\w+", found[0])[0] in NO_ANSWER:  # type: ignore[index]
        return None
    if "food" in m["topic"] and re.match(r"(?:was|is|has always been)", link):
        return found.end()
    if not SMALL_IN_A_LIST.search(m["topic"]) or not _in_a_list(folded):
        return None
    return found.end() if set(link) & set(":?=>") or "job" in m["topic"] else None


def _teachers(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in BEST_TEACHER.finditer(folded):
        start = m.start(1)
        if capitalised(text, start) and lower[start : m.end(1)].split()[-1] not in TEACHERS_OF_FICTION:
            yield start, m.end(1), "CRD-03", 0.8, "a favourite teacher"
    for m in TAUGHT_ME.finditer(folded):
        if (
            capitalised(text, m.start())
            and lower[m.start() : m.end("name")].split()[-1] not in TEACHERS_OF_FICTION
        ):
            yield m.start(), m.end("name"), "CRD-03", TAUGHT_ME.confidence, "a teacher"
    for m in MY_TEACHER.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", MY_TEACHER.confidence, "a teacher"


def _firsts(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    labels = list(LABEL.finditer(folded))
    for m in labels if len(labels) > 1 else ():
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", LABEL.confidence, "an answer in a list"
    for m in FIRST_WHEELS.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.75, "a first car"
    for m in TEAM.finditer(folded):
        end = _value(text, lower, m.end())
        if end and lower[m.end() : end].split()[0] not in NOT_TEAMS:
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
    name = QUIZ_NAME.search(lower)
    if parts:
        # "My rock star name is Patch Elm Close (pet + street)".
        name = GAME_NAME.search(lower, 0, parts[0].start()) if "(" in lower[: parts[0].start()] else None
    if name and _value(text, lower, name.end(), 2):
        yield from _quiz_words(text, lower, name.end(), parts)
        if parts:
            return
    if not parts and "know" not in quiz[0] and "jobs" not in quiz[0]:
        return
    answered = False
    for m in PART_VALUE.finditer(lower):
        end = _value(text, lower, m.end(), 3)
        # "Rapper name is first pet and fave colour: Socks Blue": a colour ends the question, not the answer.
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
        yield from _quiz_words(text, lower, m.end(), parts)
        return
    loose = re.compile(r"[^\w]*").match(text, last)
    # "Drop yours below" begins with a capital too: a game's name has two.
    if loose and TWO_CAPITALS.match(text, loose.end()) and loose[0].strip():
        yield from _quiz_words(text, lower, loose.end(), parts)


def _quiz_words(text: str, lower: str, at: int, parts: list[re.Match[str]]) -> Iterator[Found]:
    """Each capitalised word of a quiz name is one answer; a street of two words stays whole.

    Words answer the questions in their order: a colour or a meal gives nothing away.
    """
    place = 0
    while capitalised(text, at):
        street = STREET.match(text, at)
        one = re.compile(r"[\w'-]+").match(text, at)
        if one is None or one[0].casefold() == "i":
            return
        if one[0].casefold() in TITLES:
            at = one.end() + 1
            continue
        if (
            street
            and text[at : street.end()].count(" ") > 1
            and one[0].casefold() in (first_names().keys() | pet_names().keys())
        ):
            street = None
        end = street.end() if street else one.end()
        if not (place < len(parts) and parts[place]["harmless"]):
            yield at, end, "CRD-04", 0.8, "an answer in a chain quiz"
        place += 1
        gap = re.compile(r" (?:of |the |von |de )?").match(text, end)
        if gap is None:
            return
        at = gap.end()


DETECTOR = SecurityAnswer()
