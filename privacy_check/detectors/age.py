"""How old a person, or their child, is.

Finds: "34yo", "31F", "turning 40", "I'm 27", "as a 61 year old", "the big 3-0", "my 40th", a bare age between the
pieces of a bio; and, as a hint about a relative, "Wren is 2 today" and "8th birthday to my Jaxon".
Misses: ages of buildings, films, cars, whisky and celebrities, other people's words, "10 minutes away",
weights, counts.
Why: an age with a name and a town picks one person out of many, and gives the year of birth.
Fix: leave it out, or hide the year of birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.runs import is_bio, pieces
from privacy_check.text.sayings import cue_of, piece, saying, several, together
from privacy_check.text.vocabulary import MONTH, NEVER_NAMES, NUMBER_WORDS, ONES, TEENS, TENS, WEEKDAY, first_names

FINDS = (
    ("turning 40 and not happy", "40"),
    ("I'm 27 and I still ring my mum", "27"),
    ("34yo dad of two", "34yo"),
    ("the big 3-0 tomorrow", "3-0"),
    ("as a 61 year old grandmother I object", "61 year old"),
    ("31F new in town, any netball teams?", "31F"),
    ("our little girl Wren is 2 today", "is 2 today"),
    ("Happy 8th birthday to my Jaxon", "8th birthday"),
)
MISSES = (
    "This pub is 300 years old and so is the carpet",
    "I'm 10 minutes away",
    "my 3 year old laptop ate my homework",
    "at 20 quid each the tickets are a steal",
    "Taylor Swift turns 36 this year apparently",
    "Happy birthday Elton John, 79 this year",
    "the lad is 17 years old and starts tonight",
    'Gran used to say: "I am 82 and I shall dance"',
)

_N = rf"(?:\d{{1,2}}|{NUMBER_WORDS})"
_GROWN = rf"(?:[1-9]\d|{NUMBER_WORDS})"
_SMALL = rf"(?:{_N}|one|two|three|four|five|six|seven|eight|nine)"
_NOT_UNIT = piece("age.not_unit")
# What follows an age somebody turns; "turned 30 pages" and "nearly 10 years ago" go on with what is counted.
_THEN = piece("age.then")
_OLD = r"(?:[ -]?(?:years?|yrs?|yr)(?:[ -]|s )?(?:old|young|of age)|[ -]?y/?o\b|yo\b|yrs\b(?=[ ,.!]*$))"

_OWN = together(
    "age.own", MONTH=MONTH, WEEKDAY=WEEKDAY, GROWN=_GROWN, N=_N, NOT_UNIT=_NOT_UNIT, OLD=_OLD, THEN=_THEN
)
_FIRST_SAID = saying("age.first_said", GROWN=_GROWN)
_BESIDE_A_NAME = (
    cue(
        "is has turned turns age aged",
        "(?:is|has turned|turned|turns|aged?:?) (?:just |now |aged? |already |officially "
        rf"|only )*(?P<age>{_SMALL})(?![\w-]){_NOT_UNIT}",
    ),
    re.compile(rf"[,(] ?(?:just |now |aged? |already |officially |only )*(?P<age>\d{{1,2}})(?![\w-]){_NOT_UNIT}"),
)
_A_NAME = late(r"(?:^|[^\w'@])(?:(?P<lead>[^\W\d_][\w'-]*) )?(?P<name>[^\W\d_][\w'-]+)[ ,(]*$")
_AGE_ENDS = late(
    r"[ ,.!)|]*(?:$|\n|today|and|&|just|is|[\U0001f300-\U0001faff])"
    r"|[ ,|·•–—-]+(?:[\w.'’-]+ ){1,4}(?:school|primary|academy|nursery|infants?|juniors?|preschool|college)(?!\w)"
)
_RELATIVES = several("age.relatives", N=_N, SMALL=_SMALL)
_TH_BIRTHDAY = cue_of("age.th_birthday")
_LONE_AGE = late(r"(?<![\d.£])[1-9]\d(?![\d%:])")
_BIO_AGE = saying("age.bio_age")
_SOMEBODY_ELSE = saying("age.somebody_else")
# Words of public life that stand in anybody's bio too: "17 yr old guitarist looking for a band".
_ALSO_PRIVATE = word_set("band film movie series album goal goals squad match degrees signing")
_A_NAME_DOES = late(r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:still|is|was|has|retired|scored|playing|won|died)(?!\w)")
_I_AM = late(r"(?<!\w)(?:to me|i'm|im|i am|i (?:just |finally |only )?(?:turn|turned|hit|reached))(?!\w)")
_SAYS_I = late(r"(?:i'm|im|i am|i'll be|a |[1-9]\d|am)")
_ONLY_THOUGHT = saying("age.only_thought")
_I_DID = late(r"(?<!\w)i(?:'ve| have| just| finally| only| also| then)* $")
_OWN_WORDS = late(r"(?<!\w)(?:i|i'm|im|i've|me|my|myself|i'll|we|our)(?!\w)")
_WEATHER = saying("age.weather")
# "The NHS turned 75", "taylor swift turned 30": whatever stands before "turned" and is not the writer.
_WHO_TURNED = saying("age.who_turned")
# "44f newly single", "m52 here, any advice": small letters are an age where people introduce themselves.
_INTRODUCED = saying("age.introduced")
_AS_SELF = saying("age.as_self")
_CLAUSE = saying("age.clause")
_LIKE_ME = late(r" \w+(?: \w+)? like me(?!\w)")
_TWO_NAMES = late(r" [A-Z][\w'-]+ [A-Z][\w'-]+")
_AGE_OF_ALL = saying("age.age_of_all")
# "Aged 50 to 80" is asked for, and "aged 19, Loos 1915" stands on a stone.
_OF_MANY = late(
    r"[+-]|, of (?!course)| (?:to|or|and) (?:over|under|up|above|older|\d)|,? [^.!?\n]{0,30}1[89][0-4]\d"
)
_THIRD_PERSON = late(r"(?<!\w)(?:he|she|they|who|whose|his|her|their|mr|mrs|ms|dr|sir)(?!\w)")
_SEX = late(r"[1-9]\d ?/? ?[FM]|[FM] ?/ ?[1-9]\d|f/[1-9]\d|m/[1-9]\d")
_HEAD = late(r"(?:^|[.!?|\n] ?|(?<!\w)(?:i'm|im|i am|hi|hello|hey|hiya),? |: )$")
_SEX_BEFORE = late(r"(?:^|[|(\n•·.,!] ?|\b(?:i'm|im|i am|me|a|here) )$")
_TENS_WORDS = frozenset(TENS)
_SPELLED_AGE = late(rf"(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?")
_THINGS = saying("age.things")
_OTHERS = saying("age.others")
_OF_OTHERS = saying("age.of_others", ANY_KIN=ANY_KIN)
_ALONE_BEFORE = saying("age.alone_before")
_MY_CHILD = late(r"(?:my|our|the|a|with|your|his|her) (?:\w+ )?$")
_SHORT_NUMBER = late(r"[0-9](?<![0-9].)[0-9]?(?![0-9])")


class Age(BaseDetector):
    """Ages of the writer, and hints at those of the family."""

    name = "age"
    entity_types = (EntityType.AGE, EntityType.PROFILE)
    triggers = Triggers(
        words=frozenset(
            (*TENS, *TEENS, "big", "turned", "turns", "thirtieth", "fortieth", "fiftieth", "sixtieth")
        ),
        digits=1,
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per age, the wider phrase first."""
        if self.triggers.words.isdisjoint(folded.words) and not _SHORT_NUMBER.search(folded.lower):
            return
        taken: list[tuple[int, int]] = []
        for match in (*_relatives(folded), *_own(folded), *_bio(folded)):
            if not any(match.start < end and start < match.end for start, end in taken):
                taken.append((match.start, match.end))
                yield match


def _own(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    said = [(m, pattern.confidence) for pattern, m in _OWN.finditer(folded)]
    first = _FIRST_SAID.search(lower) if len(lower) < 400 else None
    for m, confidence in [*said, (first, 0.65)] if first else said:
        if not _plausible(m[0]) or _not_the_writer(text, lower, m.start(), m.end()):
            continue
        yield Match(EntityType.AGE, m.start(), m.end(), confidence, "an age", "PI-08")


def _plausible(words: str) -> bool:
    digits = re.search(r"\d{1,2}", words)
    return digits is None or words.startswith("the big") or 1 <= int(digits[0]) <= 99


def _not_the_writer(text: str, lower: str, start: int, end: int) -> bool:
    before = lower[max(0, start - 40) : start]
    words = lower[start:end]
    near = lower[max(0, start - 160) : end + 160]
    public = _SOMEBODY_ELSE.search(near)
    if public and not _I_AM.search(near) and (start or public[0] not in _ALSO_PRIVATE):
        return True
    if words.startswith("at ") and _A_NAME_DOES.match(text) and not _OWN_WORDS.search(lower):
        return True
    if _ONLY_THOUGHT.search(before) and _SAYS_I.match(words):
        return True
    if re.fullmatch(r"[fm][ /]{0,2}\d\d|\d\d[ /]{0,2}[fm]", words):
        return not _says_sex(text, lower, start, end)
    if re.search(r"(?:years?|yrs?|yr)[ -]?(?:s )?(?:old|young|of age)|y/?o\b|yrs", words):
        return bool(_TWO_NAMES.match(text, end)) or _old_thing(lower, before, words, end)
    if re.match(rf"(?:{_GROWN}) (?:today|tomorrow|tmrw|tomoz|tmoro|next|this|on|in|soon|already)", words):
        return _weather(near) or not _ALONE_BEFORE.search(before) or bool(_OF_OTHERS.search(before))
    if words.startswith("at ") and _THIRD_PERSON.search(near) and not _OWN_WORDS.search(near):
        return True
    if words.startswith("at ") and _small_or_clock(before, words):
        return not before.endswith(("out ", "off ")) or _small(words)
    if words.startswith("age"):
        said_of_all = _AGE_OF_ALL.search(before) and not _OWN_WORDS.search(near)
        if said_of_all or _OF_MANY.match(lower, end):
            return True
        if re.match(r" (?:years|yrs)(?! old)", lower[end:]):
            return True
        return bool(_OF_OTHERS.search(before)) or before.endswith(("'ve ", " has ", " me "))
    if _THINGS.search(before[-25:]) and not (words.startswith("my ") or _I_DID.search(before)):
        return True
    if before.endswith(("would have been ", "would be ", "would've been ", "should have been ")):
        return True
    return _of_a_name(text, before, words, start)


def _weather(near: str) -> bool:
    return _WEATHER.search(near) is not None and not _OWN_WORDS.search(near)


def _of_a_name(text: str, before: str, words: str, start: int) -> bool:
    """True when somebody with a name, or "he" or "the man", turns the age."""
    heard = text[max(0, start - 40) : start]
    if re.match(r"turn|hit|will be|going|reach|nearly|almost|approach|push", words):
        if _OF_OTHERS.search(before) or (words.startswith("turned") and _WHO_TURNED.search(before)):
            return True
        named = re.search(r"([A-Z][\w'-]+)(?: [A-Z][\w'-]+)*(?: will| is| has| just| finally)* $", heard)
    else:
        named = re.search(r"([A-Z][\w'-]+) (?:turns|turned|is|will be|hits|reaches|was) $", heard)
    return named is not None and named[1].casefold() not in NEVER_NAMES


def _says_sex(text: str, lower: str, start: int, end: int) -> bool:
    """True for "31F" written as people write it of themselves, never for metres, millions or degrees."""
    return (
        (
            bool(_SEX.fullmatch(text, start, end))
            or bool(_INTRODUCED.match(lower, end) and _HEAD.search(lower, 0, start))
        )
        and bool(_SEX_BEFORE.search(lower, max(0, start - 8), start))
        and not re.match(
            " ?(?:views|people|followers|£|quid|pounds|long|deep|high|away|outside|today|swim|sprint|race"
            "|users|%)",
            lower[end:],
        )
        and int(re.findall(r"\d+", lower[start:end])[0]) >= 16
    )


def _old_thing(lower: str, before: str, words: str, end: int) -> bool:
    """True when "N years old" is not said of the writer."""
    if lower[end : end + 2] in ("'s", "s ") or lower[end : end + 3] == " me":
        return True
    if re.search(r"self|knees|back|body|brain", words):
        return False
    if _AS_SELF.search(before) or re.search(r"(?<!\w)(?:i'm|im|i am|am)(?: only| just| now| nearly)? $", before):
        return _small(words) and "i'm" not in before
    if _LIKE_ME.match(lower, end):
        return False
    if _small(words) or _THINGS.search(lower, end, end + 22) or not _CLAUSE.search(before):
        return True
    return bool(_MY_CHILD.search(before) or _OTHERS.search(before) or _THINGS.search(before))


def _small_or_clock(before: str, words: str) -> bool:
    clock = re.search(
        r"(?:back|start\w*|finish\w*|open\w*|clos\w+|home|meet|leav\w+|up|done|in|out|off|live) $", before
    )
    return bool(clock) or _small(words)


def _small(words: str) -> bool:
    digits = re.search(r"\d{1,2}", words)
    return digits is not None and int(digits[0]) < 16


def _relatives(folded: Folded) -> Iterator[Match]:
    """Ages of named children and relatives, as hints: the names are the business of another detector."""
    text, lower = folded.text, folded.lower
    verbs, signs = _BESIDE_A_NAME
    for m in (*verbs.finditer(folded), *(signs.finditer(lower) if folded.digits else ())):
        head = _A_NAME.search(text, max(0, m.start() - 34), m.start())
        if head is None or not _is_a_child(head["name"], head["lead"], comma=m[0][0] in ",("):
            continue
        if m[0][0] == "," and "age" not in m[0] and not _AGE_ENDS.match(lower, m.end()):
            continue
        today = re.compile(r" (?:today|tomorrow|now|already)(?!\w)").match(lower, m.end())
        yield _hint(m.start() if m[0][0] not in ",(" else m.start("age"), today.end() if today else m.end())
    for pattern in _RELATIVES:
        for m in pattern.finditer(folded):
            yield _hint(m.start(1), m.end(1))
    for m in _TH_BIRTHDAY.finditer(folded):
        known = first_names().get(lower[m.start("name") : m.end("name")])
        plainly = known is not None or lower.endswith(("to my ", "to our "), 0, m.start("name"))
        if (
            plainly
            and text[m.start("name")].isupper()
            and lower[m.start("name") : m.end("name")] not in NEVER_NAMES
        ):
            yield _hint(m.start("age"), m.end("age"))


def _hint(start: int, end: int) -> Match:
    return Match(EntityType.PROFILE, start, end, 0.7, "a relative's age", "REL-04", Whose.CHILD)


def _is_a_child(name: str, lead: str | None, *, comma: bool) -> bool:
    """True for a listed first name that no other name stands before: "Wren is 2", never "Taylor Swift is 36"."""
    known = first_names()
    if name.casefold() not in known or (not name[0].isupper() and known[name.casefold()]):
        return False
    return comma or lead is None or not lead[0].isupper() or lead.casefold() in NEVER_NAMES


# Pieces on either side that make a number something else than the age of whoever writes the bio.
_NOT_AGE_BEFORE = saying("age.not_age_before", MONTH=MONTH)
_NEWS_AFTER = saying("age.news_after")
_NEWS_NOUN = late(r"(?<!\w)(?:man|woman|boy|girl|driver|cyclist|pensioner|victim|teenager|suspect|couple), $")
_IN_NEWS = saying("age.in_news")


def _bio(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    words = not _TENS_WORDS.isdisjoint(folded.words)
    if len(text) > 300 or not (words or _LONE_AGE.search(lower)) or not is_bio(text):
        return
    if "|" not in text and _SOMEBODY_ELSE.search(lower):
        return
    found = pieces(text)
    if sum(lower[start:end].isdigit() for start, end in found) > 1:
        return
    for start, end in found:
        if words and _SPELLED_AGE.fullmatch(lower, start, end):
            yield Match(EntityType.AGE, start, end, 0.65, "what looks like your age", "PI-08")
            continue
        m = _BIO_AGE.match(lower, start, end)
        if (
            m
            and (m.end() == end or lower.startswith(" (", m.end()))
            and not _not_an_age(lower, start, m.end())
            and 13 <= int(re.findall(r"\d+", m[0])[0]) <= 89
        ):
            yield Match(EntityType.AGE, start, m.end(), 0.65, "what looks like your age", "PI-08")


def _not_an_age(lower: str, start: int, end: int) -> bool:
    """True for "Woman, 63, dies", "Sept. 25", "28... and": a number beside something else than a person's bio."""
    before = lower[max(0, start - 40) : start]
    if _NEWS_NOUN.search(before) and _IN_NEWS.search(lower):
        return True
    return bool(_NOT_AGE_BEFORE.search(before) and not _NEWS_NOUN.search(before)) or bool(
        _NEWS_AFTER.match(lower, end)
    )


DETECTOR = Age()
