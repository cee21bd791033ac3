"""Names of partners, children, parents and other relatives.

Finds: a name beside a relation word ("my husband Graham", "mum to Isla & Rory", "our Lottie starts reception"), a tagged
partner ("married to @...") and names in what only families write (a first tooth, a birth, a new uniform).
Misses: relations without a name, celebrities and their children, titles of films, greetings.
Why: a name and a relation are a second way to reach a person, and half of many security answers.
Fix: leave relatives' names out, or tell the post to a smaller circle.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.family_sayings import (
    AND_I,
    BARE,
    BIRTHDAY,
    BREED,
    CHILD_BESIDE,
    COUNT_MUM,
    DAY_WORDS,
    FIRST_DAY,
    GROWS,
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
    OWNED,
    POSSESSED,
    PROUD,
    RIP,
    TEACHER_OF,
    TITLE_GOES_ON,
    TO,
    WELCOME,
    WITH_CHILD,
)
from privacy_check.text.fold import Folded
from privacy_check.text.kin import PARTNERS, PHRASES, RULES
from privacy_check.text.runs import capitalised, is_bio, name_at, names_from
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

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
        words=frozenset(re.findall(r"[^\W\d_]+", " ".join(RULES)))
        | word_set(
            "half soulmate me mi results level levels gcse gcses with got packed wedded rip missing courtesy mothers fathers today allergic took said lost remembering love our little married engaged birthday bday hbd proud meet introducing welcome marry marrying anniversary "
            "turns turned started starts born tooth uniform nursery nativity cuddles arrived mummy mommy daddy mrs hubs date vows age aged "
            "reception nanna teacher childminder coach tutor my trampoline homework tantrum potty nits wedding expecting pregnant buying moved bought he she school collecting graduation christening wee bless day year smashing passed crime prom parents parent photo snuggles bath bedtime baptism boots dropped drop picking picked pick results valentine"
        ),
        parts=("\U0001f48d", "\u2764", "\U0001f495", "\U0001f499"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per name."""
        text = folded.text
        for start, end, rule, confidence, why in _all(folded):
            if text[start:end].casefold() in _NOT_NAMES:
                continue
            if text[start] != "@" and _full_name_of_a_stranger(text, end, confidence):
                continue
            whose = Whose.CHILD if rule == "REL-03" else Whose.FAMILY
            yield Match(EntityType.FAMILY_NAME, start, end, confidence, why, rule, whose)


_NOT_NAMES = word_set("isa kane bowie nature lord octopus")
_FAMED = word_set(
    "bob tom mary kevin buck monty sam ben bulgaria pat harry sid albert bryn vernon fester phil scar"
)
Found = tuple[int, int, str, float, str]


def _all(folded: Folded) -> Iterator[Found]:
    yield from _beside_kin(folded)
    yield from _lists(folded)
    yield from _partners(folded)
    yield from _children(folded)
    yield from _scenes(folded)


def _scenes(folded: Folded) -> Iterator[Found]:
    """Names in what is only said of one's own: exam results, "swimming with Poppy", "RIP Grandad Ken"."""
    text, lower = folded.text, folded.lower
    for pattern in CHILD_BESIDE:
        for m in pattern.finditer(folded):
            start = m.start("name")
            end = name_at(text, start)
            if (
                end is None
                or not _known(text, start)
                or not capitalised(text, start)
                or _capital_word_before(text, start)
            ):
                continue
            yield start, _with_second_name(text, end), "REL-03", pattern.confidence, "a child's name"
    for m in RIP.finditer(folded):
        start = m.start("name")
        if capitalised(text, start) and _known(text, start):
            end = _with_surname(text, m.end("name"))
            yield start, end, RULES.get(m["kin"], "REL-02"), 0.85, "a relative's name"
    for m in KIN_TITLE.finditer(folded):
        start = m.start("name")
        end = name_at(text, start)
        if (
            end
            and capitalised(text, start)
            and _known(text, start)
            and lower[start:end] not in _FAMED
            and not _SURNAME.match(text, end)
            and not POSSESSED.search(lower, max(0, m.start() - 14), m.start())
        ):
            yield m.start() if capitalised(text, m.start()) else start, end, "REL-02", 0.66, "a relative's name"


def _beside_kin(folded: Folded) -> Iterator[Found]:
    if BARE.words.isdisjoint(folded.words):
        return
    text, lower = folded.text, folded.lower
    for m in OWNED.finditer(folded):
        if (
            m[1] in ("the", "his", "her", "a")
            and m[2] not in PARTNERS
            and m[2] not in ("twins", "boy", "girl", "kids")
        ):
            continue
        if POSSESSED.search(lower, max(0, m.start() - 14), m.start()) or (m[1] == "me" and m[2] not in RULES):
            continue
        yield from _named_after(text, lower, m.end(), m[2], 0.85)
    for m in BARE.finditer(folded):
        if POSSESSED.search(lower, max(0, m.start() - 14), m.start()) or not MEANT.search(
            lower, max(0, m.start() - 6), m.start()
        ):
            continue
        if m[1] in (
            "boy",
            "girl",
            "child",
            "kid",
            "lad",
            "mother",
            "father",
            "mama",
            "papa",
            "babies",
            "kids",
            "lads",
        ):
            continue
        yield from _named_after(text, lower, m.end(), m[1], 0.7)


def _named_after(text: str, lower: str, at: int, kin: str, confidence: float) -> Iterator[Found]:
    link = LINK.match(text, at)
    begin = link.end() if link else at
    if link and link[0].strip() in (",", ".", "...", "is", "-", ":") and not _known(text, begin):
        return
    rule = RULES.get(kin) or dict(PHRASES)[kin]
    if BREED.match(lower, begin) or (not _known(text, begin) and TITLE_GOES_ON.match(text, begin)):
        return
    for start, end in names_from(text, begin):
        yield start, _with_surname(text, end), rule, confidence, f"a name after “{kin}”"


def _known(text: str, start: int) -> bool:
    """True when a listed first name (or @handle) stands at `start`."""
    end = name_at(text, start)
    return end is not None and (
        text[start] == "@" or text[start:end].casefold() in first_names() or "-" in text[start:end]
    )


def _with_second_name(text: str, end: int) -> int:
    """Takes in a second forename ("Ottilie Grace"), never a surname."""
    follow = _SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() in first_names() else end


def _with_surname(text: str, end: int) -> int:
    """Takes in whatever name follows ("Ottilie Grace", "Cyril Atherton"), where a word of kinship ties it."""
    follow = _SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() not in NEVER_NAMES else end


def _lists(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in (TO, COUNT_MUM):
        for m in pattern.finditer(folded):
            head = m[0].split()[0].strip(":,")
            rule = "REL-03"
            if head in (
                "wife",
                "wifey",
                "husband",
                "hubby",
                "partner",
                "girlfriend",
                "boyfriend",
            ) or head.startswith("fianc"):
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
                or _animal(lower, m.start(), m.end())
            ):
                continue
            if not _known(text, begin) and text[m.end() - 1 : m.end()] in ".!":
                continue
            for start, end in names_from(text, begin):
                yield start, end, rule, 0.85, f"a name after “{head} to”"


def _animal(lower: str, start: int, end: int) -> bool:
    around = lower[max(0, start - 8) : end + 10]
    return any(beast in around for beast in ("dog", "cat ", "cats", " of cat", "fur", "pup", "🐶", "🐱"))


def _partners(folded: Folded) -> Iterator[Found]:
    text = folded.text
    for pattern, rule in (
        (IS_KIN, ""),
        (AND_I, "REL-01"),
        (WITH_CHILD, "REL-03"),
        (TEACHER_OF, "REL-03"),
        (MUMMY_OF, "REL-03"),
    ):
        for m in pattern.finditer(folded):
            end = name_at(text, m.start(1))
            if end and capitalised(text, m.start(1)) and _known(text, m.start(1)):
                yield m.start(1), min(end, m.end(1)), rule or RULES[m["kin"]], 0.7, "a relative's name"
    for m in MARRIED.finditer(folded):
        if _known(text, m.end()) or (re.search(r" (?:to|with|by) ", m[0]) and capitalised(text, m.end())):
            end = name_at(text, m.end())
            if end:
                yield m.end(), end, "REL-01", 0.85, "a name after “married to”"
    for m in LOVE_YOU.finditer(folded):
        end = name_at(text, m.end())
        if end and _known(text, m.end()):
            yield m.end(), end, "REL-01", 0.65, "a loved one's name"


def _children(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in MY.finditer(folded):
        end = name_at(text, m.end())
        plain = end is None or first_names().get(text[m.end() : end].casefold()) is not False
        if end and not plain and capitalised(text, m.end()) and not _SURNAME.match(text, end):
            yield m.end(), end, "REL-03", 0.6, "the name of someone close to you"
    if not text.isascii() and is_bio(text):
        for m in LOVED.finditer(text):
            if m[1].casefold() in first_names():
                yield m.start(1), m.end(1), "REL-01", 0.65, "a loved one's name"
    for pattern, confidence in ((BIRTHDAY, 0.7), (LITTLE, 0.65), (PROUD, 0.65), (WELCOME, 0.6)):
        for m in pattern.finditer(folded):
            end = name_at(text, m.end())
            if end and pattern is LITTLE and _full_name_of_a_stranger(text, end, 0.6):
                continue
            if end is None or not _known(text, m.end()) or text[m.end()] == "@" or BREED.match(lower, m.end()):
                continue
            if pattern is WELCOME and not _family_words(lower):
                continue
            yield m.end(), _with_second_name(text, end), "REL-03", confidence, "a child's name"
    yield from _growing(folded)


def _growing(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in GROWS.finditer(folded):
        end = name_at(text, m.start(1))
        if end is None or not _known(text, m.start(1)) or not capitalised(text, m.start(1)):
            continue
        if _capital_word_before(text, m.start(1)):
            continue
        end = min(end, m.end(1))
        yield m.start(1), end, "REL-03", 0.75, "a child's name"
    if len(text) < 200 and not DAY_WORDS.isdisjoint(folded.words) and FIRST_DAY.search(lower):
        yield from _in_school_words(folded)


def _in_school_words(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """A listed first name in a short text about a first day, a uniform, a school play."""
    known = first_names()
    for m in re.finditer(r"(?<![\w'@#])([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?=('s)?(?:[ ,.!:)]|$))", text):
        word = m[1].casefold()
        if known.get(word) is not False or word in NEVER_NAMES:
            continue
        before, after = lower[max(0, m.start() - 14) : m.start()], text[m.end() :]
        if re.search(
            r"(?:mrs?|miss|ms|dr|sir|st|saint|king|queen|prince|princess|dame|lord|lady|the|'s|at|in) $", before
        ):
            continue
        if (
            before.endswith(" ")
            and text[m.start() - 2 : m.start() - 1].isalpha()
            and _capital_word_before(text, m.start())
        ):
            continue
        if re.match(r" (?:[A-Z]|was the best|taught|college|school|street|road)", after) and not re.match(
            r" (?:I|Year)\b", after
        ):
            continue
        yield m.start(1), m.end(1), "REL-03", 0.6, "a first name beside school or baby words"


def _capital_word_before(text: str, start: int) -> bool:
    word = re.search(r"([A-Za-z'.]+) $", text[max(0, start - 20) : start])
    return bool(word) and word[1][0].isupper() and word[1].casefold() not in NEVER_NAMES  # type: ignore[index]


def _family_words(lower: str) -> bool:
    return any(
        word in lower
        for word in ("baby", "born", "world", "family", "lb", "mum", "son", "daughter", "arriv", "wee one")
    )


_SURNAME = re.compile(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?!\w)")


def _full_name_of_a_stranger(text: str, end: int, confidence: float) -> bool:
    """True when a weakly tied name goes on as a surname: a celebrity or a character."""
    follow = _SURNAME.match(text, end)
    if follow is None or confidence >= 0.8:
        return False
    return follow[1].casefold() not in NEVER_NAMES and follow[1].casefold() not in first_names()


DETECTOR = Family()
