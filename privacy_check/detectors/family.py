"""Names of partners, children, parents and other relatives.

Finds: a name beside a relation word ("my husband Graham", "mum to Isla & Rory", "our Lottie starts reception"),
a tagged partner ("married to @...") and names in what only families write (a first tooth, a birth, a new
uniform).
Misses: relations without a name, celebrities and their children, titles of films, greetings.
Why: a name and a relation are a second way to reach a person, and half of many security answers.
Fix: leave relatives' names out, or tell the post to a smaller circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.family_sayings import (
    AND_I,
    AND_ME,
    BARE,
    BIRTHDAY,
    BIRTHDAY_OF,
    BREED,
    CALLED,
    CHILD_BESIDE,
    COUNT_MUM,
    COUNTED,
    DAY_WORDS,
    FIRST_DAY,
    GROWS,
    HAPPY_FIRST,
    IN_MEMORY,
    IS_KIN,
    KIN_TITLE,
    LINK,
    LITTLE,
    LOVE_YOU,
    LOVED,
    MARRIED,
    MEANT,
    MUMMY_OF,
    MY,
    MY_CHILD_OPENS,
    MY_TWO,
    OFF_SHE_GOES,
    OWNED,
    POSSESSED,
    POSSESSIVES,
    PROUD,
    RIP,
    ROYAL,
    SPOKEN_KIN,
    SPOKEN_TO,
    TEACHER_OF,
    TITLE_GOES_ON,
    TO,
    TOLD_OF_KIN,
    WELCOME,
    WITH_CHILD,
)
from privacy_check.text.fold import Folded
from privacy_check.text.kin import PARTNERS, PHRASES, RULES, SEVERAL, TITLES_OF_KIN
from privacy_check.text.plain_names import Announced, announced_by, children_in_rows, names_listed, set_off
from privacy_check.text.runs import capitalised, is_bio, name_at, names_from
from privacy_check.text.sayings import listed
from privacy_check.text.vocabulary import first_names, telling_word
from privacy_check.text.whose_name import (
    ANY_CHILD,
    FIRST_PERSON,
    NAMES_OF_FICTION,
    OF_ANYBODY,
    SURNAME,
    a_title,
    capital_word_before,
    family_words,
    in_school_words,
    known_name,
    name_of_a_stranger,
    of_an_animal,
    of_public_life,
    said_at_home,
    spoken_of_ours,
    with_second_name,
    with_surname,
)

FINDS = (
    ("my husband Graham has put the shelf up", "Graham"),
    ("proud mum to Isla and Rory", "Isla"),
    ("so proud of our Kayleigh, first in her class", "Kayleigh"),
    ("married to @lena.bakes since forever", "@lena.bakes"),
    ("Theo started nursery today, I cried", "Theo"),
)
MISSES = (
    "my husband thinks he can sing",
    "David Beckham's son Brooklyn is in the papers",
    "mum's the word",
    "proud of Marcus Rashford tonight",
    "my dad joke of the day",
)


class Family(BaseDetector):
    """Names of relatives and partners."""

    name = "family"
    entity_types = (EntityType.FAMILY_NAME,)
    triggers = Triggers(
        words=frozenset(map(telling_word, RULES)) | listed("family.calling"),
        parts=("\U0001f48d", "\u2764", "\U0001f495", "\U0001f499", *"💗💖💜💚🧡💛🩷🩵👧👦👶🧒👼"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per name."""
        text = folded.text
        for start, end, rule, confidence, why in _all(folded):
            stranger = text[start] != "@" and name_of_a_stranger(text, end, confidence)
            if stranger or of_public_life(folded, start, end):
                continue
            whose = Whose.CHILD if rule == "REL-03" else Whose.FAMILY
            yield Match(EntityType.FAMILY_NAME, start, end, confidence, why, rule, whose)


Found = tuple[int, int, str, float, str]


def _all(folded: Folded) -> Iterator[Found]:
    yield from _beside_kin(folded)
    yield from _lists(folded)
    yield from _partners(folded)
    yield from _children(folded)
    yield from _scenes(folded)
    yield from _remembered(folded)


def _remembered(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in IN_MEMORY.finditer(folded):
        if capitalised(text, m.start("name")) and known_name(text, m.start("name")):
            yield *m.span("name"), RULES.get(m["kin"], "REL-02"), 0.85, "a relative's name"
    for m in (*MY_TWO.finditer(folded), *COUNTED.finditer(folded)):
        if known_name(text, m.end()):
            for start, end in names_listed(text, lower, m.end(), Announced.SEVERAL):
                yield start, end, "REL-03", MY_TWO.confidence, "a child's name"
    if SPOKEN_KIN & folded.words and folded.words & POSSESSIVES:
        for m in TOLD_OF_KIN.finditer(folded):
            start = m.start("name")
            if capitalised(text, start) and known_name(text, start):
                for begin, end in names_from(text, start):
                    yield begin, end, "REL-03", TOLD_OF_KIN.confidence, "a relative's name"
    yield from _spoken_to(folded)
    for m in BIRTHDAY_OF.finditer(folded):
        start = m.start("name")
        if capitalised(text, start) and first_names().get(lower[start : m.end("name")]) is False:
            yield *m.span("name"), "REL-03", BIRTHDAY_OF.confidence, "whose birthday it is"


def _spoken_to(folded: Folded) -> Iterator[Found]:
    """A child whose name ends a post that began with "my youngest", and stands nowhere else in it."""
    text, lower = folded.text, folded.lower
    if len(text) > 280:
        return
    for m in SPOKEN_TO.finditer(folded):
        start, end = m.span("name")
        once = lower.count(lower[start:end]) == 1 and lower[start:end] not in NAMES_OF_FICTION
        if once and capitalised(text, start) and known_name(text, start) and MY_CHILD_OPENS.match(lower):
            yield start, end, "REL-03", SPOKEN_TO.confidence, "a child's name"


def _scenes(folded: Folded) -> Iterator[Found]:
    """Names in what is only said of one's own: exam results, "swimming with Poppy", "RIP Grandad Ken"."""
    text, lower = folded.text, folded.lower
    for pattern in CHILD_BESIDE:
        for m in pattern.finditer(folded):
            start = m.start("name")
            end = name_at(text, start)
            if (
                end is None
                or not known_name(text, start)
                or not capitalised(text, start)
                or (m.start() == start and capital_word_before(text, start))
                or (SURNAME.match(text, end) and not text[m.start() : m.end()].isupper())
                or text.startswith(("Big Brother", "Big Sister"), m.start())
            ):
                continue
            yield start, with_second_name(text, end), "REL-03", pattern.confidence, "a child's name"
    for m in RIP.finditer(folded):
        start = m.start("name")
        if capitalised(text, start) and known_name(text, start):
            end = with_surname(text, m.end("name"))
            yield start, end, RULES.get(m["kin"], "REL-02"), 0.85, "a relative's name"
    for m in KIN_TITLE.finditer(folded):
        start = m.start("name")
        end = name_at(text, start)
        if (
            end
            and capitalised(text, start)
            and known_name(text, start)
            and not (lower[start:end] in NAMES_OF_FICTION and capitalised(text, m.start()))
            and not SURNAME.match(text, end)
            and said_at_home(folded, m.start())
            and not POSSESSED.search(lower, max(0, m.start() - 14), m.start())
        ):
            yield m.start() if capitalised(text, m.start()) else start, end, "REL-02", 0.66, "a relative's name"


def _beside_kin(folded: Folded) -> Iterator[Found]:
    # "My boyfriends name is Liam" has a word of kin inside another.
    if BARE.words.isdisjoint(folded.words) and "name" not in folded.words:
        return
    text, lower = folded.text, folded.lower
    for m in OWNED.finditer(folded):
        if (
            m[1] in ("the", "his", "her", "a")
            and m[2] not in PARTNERS
            and m[2] not in ("twins", "boy", "girl", "kids")
        ):
            continue
        if m[1] not in ("my", "ma", "our", "oor", "wor", "mi") and POSSESSED.search(
            lower, max(0, m.start() - 14), m.start()
        ):
            continue
        if (m[1] == "me" and m[2] not in RULES) or (
            m[1] in ("his", "her") and FIRST_PERSON.isdisjoint(folded.words)
        ):
            continue
        if m[1] in ("a", "the", "to", "of", "with", "new") and a_title(text, m.start(2), m.end()):
            continue
        # "My mum's called the police": only a listed name is what she is called.
        said = CALLED.match(lower, m.end()) if m[0].endswith("s") else None
        if said and not known_name(text, said.end()):
            continue
        yield from _named_after(text, lower, m.end(), m[2], 0.85)
    for m in BARE.finditer(folded):
        in_brackets = lower.startswith(" (", m.end())
        if POSSESSED.search(lower, max(0, m.start() - 14), m.start()) or not (
            in_brackets or MEANT.search(lower, max(0, m.start() - 6), m.start())
        ):
            continue
        if a_title(text, m.start(), m.end()):
            continue
        if m[1] in ANY_CHILD:
            continue
        link = LINK.match(text, m.end())
        name = lower[link.end() : name_at(text, link.end())] if link and name_at(text, link.end()) else ""
        if m[1] in TITLES_OF_KIN and name in NAMES_OF_FICTION:
            continue
        yield from _named_after(text, lower, m.end(), m[1], 0.7)


def _named_after(text: str, lower: str, at: int, kin: str, confidence: float) -> Iterator[Found]:
    link = LINK.match(lower, at)
    begin = link.end() if link else at
    # "My eldest, Saffi": without a list of names such a sign may be followed by anything.
    parted = link is not None and link[0].strip() in (",", ".", "...", "is", "-", ":")
    if parted and kin not in SEVERAL and not known_name(text, begin) and not set_off(lower, begin):
        return
    rule = RULES.get(kin) or dict(PHRASES)[kin]
    if BREED.match(lower, begin) or (not known_name(text, begin) and TITLE_GOES_ON.match(text, begin)):
        return
    for start, end in names_listed(text, lower, begin, announced_by(kin)):
        yield start, with_surname(text, end), rule, confidence, f"a name after “{kin}”"


def _lists(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in (TO, COUNT_MUM):
        for m in pattern.finditer(folded):
            head = m[0].split()[0].strip(":,")
            rule = "REL-03"
            if head in PARTNERS or head.startswith("fianc"):
                rule = "REL-01"
            elif head in ("sister", "brother", "auntie", "aunty", "aunt", "uncle", "twin"):
                rule = "REL-02"
            begin = m.end()
            while begin < len(text) and not (text[begin].isalnum() or text[begin] == "@"):
                begin += 1
            if (
                begin - m.end() > 4
                or set(text[m.end() : begin]) & set(".!?|\n")
                or set(m[0][-3:]) & set(".!?|\n")
                or of_an_animal(lower, m.start(), m.end())
            ):
                continue
            if not known_name(text, begin) and text[m.end() - 1 : m.end()] in ".!":
                continue
            if head in OF_ANYBODY and not known_name(text, begin):
                continue
            if not known_name(text, begin) and re.search(
                r"(?:boys|girls|kids|twins|two|three|four|\d),? ?$", m[0]
            ):
                continue
            for start, end in names_listed(text, lower, begin, Announced.ANY):
                yield start, end, rule, 0.85, f"a name after “{head} to”"


def _partners(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern, rule in (
        (IS_KIN, ""),
        (AND_I, "REL-01"),
        (WITH_CHILD, "REL-03"),
        (TEACHER_OF, "REL-03"),
        (MUMMY_OF, "REL-03"),
    ):
        for m in pattern.finditer(folded):
            for group in (1,) if pattern is not MUMMY_OF else ("other", "child"):
                begin = m.start(group)
                end = name_at(text, begin) if begin >= 0 else None
                if end is None or ROYAL.search(lower, max(0, begin - 9), begin):
                    continue
                if capitalised(text, begin) and known_name(text, begin):
                    yield begin, min(end, m.end(group)), rule or RULES[m["kin"]], 0.7, "a relative's name"
    for m in AND_ME.finditer(folded):
        group = next(name for name in ("name", "sender", "with", "who", "one") if m[name])
        end = name_at(text, m.start(group))
        if end and capitalised(text, m.start(group)) and known_name(text, m.start(group)):
            yield m.start(group), min(end, m.end(group)), "REL-01", AND_ME.confidence, "a partner's name"
    for m in MARRIED.finditer(folded):
        if not re.search(r" (?:to|2|with|by) ", m[0]) and name_of_a_stranger(
            text, name_at(text, m.end()) or m.end(), 0
        ):
            continue
        if known_name(text, m.end()) or (re.search(r" (?:to|with|by) ", m[0]) and capitalised(text, m.end())):
            end = name_at(text, m.end())
            if end:
                yield m.end(), end, "REL-01", 0.85, "a name after “married to”"
    for m in LOVE_YOU.finditer(folded):
        end = name_at(text, m.end())
        if end and known_name(text, m.end()):
            yield m.end(), end, "REL-01", 0.65, "a loved one's name"


def _children(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in MY.finditer(folded):
        end = name_at(text, m.end())
        plain = end is None or first_names().get(text[m.end() : end].casefold()) is not False
        if end and plain and first_names().get(lower[m.end() : end]):
            plain = OFF_SHE_GOES.match(lower, end) is None
        if end and not plain and capitalised(text, m.end()) and not SURNAME.match(text, end):
            yield m.end(), end, "REL-03", 0.6, "the name of someone close to you"
    if not text.isascii() and is_bio(text):
        for m in LOVED.finditer(text):
            if m[1].casefold() in first_names():
                yield m.start(1), m.end(1), "REL-01", 0.65, "a loved one's name"
    for pattern, confidence in ((BIRTHDAY, 0.7), (LITTLE, 0.65), (PROUD, 0.65), (WELCOME, 0.6)):
        for m in pattern.finditer(folded):
            end = name_at(text, m.end())
            if end and pattern is LITTLE and name_of_a_stranger(text, end, 0.6):
                continue
            if end is None or not known_name(text, m.end()) or text[m.end()] == "@" or BREED.match(lower, m.end()):
                continue
            if pattern is LITTLE and not spoken_of_ours(text, m.start(), m.end()):
                continue
            if pattern is WELCOME and not family_words(lower):
                continue
            yield m.end(), with_second_name(text, end), "REL-03", confidence, "a child's name"
    for start, end in children_in_rows(folded):
        yield start, end, "REL-03", 0.62, "a child's name"
    yield from _greeted(folded)
    yield from _growing(folded)


def _greeted(folded: Folded) -> Iterator[Found]:
    """ "Happy 1st birthday Luna": so small a number is a child of one's own."""
    text = folded.text
    for m in HAPPY_FIRST.finditer(folded):
        end = name_at(text, m.end())
        if (
            end
            and known_name(text, m.end())
            and capitalised(text, m.end())
            and not name_of_a_stranger(text, end, 0)
        ):
            yield m.end(), with_second_name(text, end), "REL-03", 0.7, "a child's name"


def _growing(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in GROWS.finditer(folded):
        end = name_at(text, m.start(1))
        if end is None or not known_name(text, m.start(1)) or not capitalised(text, m.start(1)):
            continue
        if capital_word_before(text, m.start(1)):
            continue
        end = min(end, m.end(1))
        yield m.start(1), end, "REL-03", 0.75, "a child's name"
    if len(text) < 200 and not DAY_WORDS.isdisjoint(folded.words) and FIRST_DAY.search(lower):
        yield from in_school_words(folded)


DETECTOR = Family()
