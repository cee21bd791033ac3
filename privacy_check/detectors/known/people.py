"""Told partners and children: in full, by first or short name, disguised, and in tags and
accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from privacy_check.detectors.base import Whose
from privacy_check.detectors.known.base import Check, Form, all_small, flexible, plain, words_of
from privacy_check.detectors.known.scene import (
    after_other_capital,
    does_something,
    everyday,
    is_person,
    namesake,
    somebody_else,
    written_as_name,
)
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, phrases, piece
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, short_names

PARTNER = "your partner's name"
CHILD = "your child's name"

_LOOSE = r"[\s._-]{0,3}"
_ALSO_THINGS = listed("known_people.also_things")
_CHERISHED = piece("known_people.cherished")
_SAFE_TAIL = re.compile(
    "(?:s|x+|and|n(?![a-z])|is|was|the|turns?|turned|goes|went|does|did|has|had|at|in|on|my|our"
    r"|loves?|first|1st|birthday|bday|day|party|says?|said|grad\w*|week|years?|bear|boo|pops|bug|to"
    "|of|for|we|you|big|little|baby|starts?|started|wins?|won|can|will|family|adventures?|diary"
    "|diaries|update|life|face|rocks|makes?|made|cooks?|bakes?|runs?|walks?|eats?|ate|wants?|gets?"
    "|got|meets?|plays?|sings?|dances?|swims?|reads?|rides?|grows?|explores?|christening|wedding"
    r"|hen|stag|40th|\d)"
)
LICENCE = re.compile(
    r" (?:licen[cs]e|van|write|salvage|car\b|&|and c|levels?|star|grade|road|class|team|roads?|shirts?"
    r"|keys?|drive|section|cup|string|grade"
    r"|chord|card|bra|word|game|plan|cells?|sharp|flat|major|minor|bus|train|vitamin)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Person:
    """A told partner or child. `given`, `family`: words; `couple`: the teller's own given names; `own`: surnames
    that may follow.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    fact: str
    couple: tuple[str, ...] = ()
    own: frozenset[str] = field(default=frozenset())

    @property
    def first(self) -> str:
        """The given name run together."""
        return "".join(self.given).replace("'", "")

    @property
    def last(self) -> str:
        """The surname run together."""
        return "".join(self.family).replace("'", "")


def person(name: str, fact: str, couple: tuple[str, ...], own: frozenset[str]) -> Person:
    """A person of a told name: the first part is the given name, hyphens and all; the last part is the surname."""
    parts = [words_of(part) for part in plain(name).split()]
    parts = [part for part in parts if part]
    given = tuple(parts[0]) if parts else ()
    family = tuple(word for part in parts[1:] for word in part)
    return Person(given, family, fact, couple, own | set(family) | {word.replace("'", "") for word in family})


def person_forms(who: Person) -> Iterator[Form]:
    """Every form of one person's name."""
    if not who.given:
        return
    yield from _whole(who)
    yield from _first(who)
    yield from _short(who)
    yield from _tags(who)


def form(
    who: Person, pattern: str, needles: tuple[str, ...], confidence: float, check: Check | None = None
) -> Form:
    rule, whose = ("REL-01", Whose.FAMILY) if who.fact == PARTNER else ("REL-03", Whose.CHILD)
    return Form(
        re.compile(pattern),
        needles,
        EntityType.FAMILY_NAME,
        rule,
        who.fact,
        "a name you told us",
        confidence,
        check,
        whose,
    )


def _whole(who: Person) -> Iterator[Form]:
    if not who.family:
        return
    given, family = flexible(who.given, _LOOSE), flexible(who.family, _LOOSE)
    needle = (who.family[-1].split("'")[-1][:3],)
    last = flexible(who.family[-1:])
    yield form(who, rf"(?<![\w#@]){given}{_LOOSE}(?:[a-z]+ )?{family}(?!\w)", needle, 0.9)
    yield form(who, rf"(?<![\w#@]){family}, ?{given}(?!\w)", needle, 0.9)
    yield form(who, rf"(?<![\w#@.]){who.given[0][0]}(?:\. ?| ){last}(?!\w)", needle, 0.8, _capital_start)
    if len(who.given) > 1:
        both = r"\.?[ -]?".join(word[0] for word in who.given)
        yield form(who, rf"(?<![\w#@.]){both}\.? {last}(?!\w)", needle, 0.75, _capital_start)
    if who.fact == PARTNER:
        yield form(
            who,
            r"(?<!\w)(?:mr|mrs|ms|miss|mx|dr)\.? (?:(?:&|and|\+) (?:mr|mrs|ms|mx"
            rf"|dr)s?\.? )?{last}(?:e?s)?(?![\w-]|'?s? [a-z]+ (?:street|road|lane))",
            needle,
            0.8,
            titled,
        )
        yield form(who, rf"(?<!\w)the {last}e?s(?!\w)", needle, 0.65, _capital_last)


def titled(folded: Folded, start: int, end: int) -> bool:
    """ "Mr Ross" but not "Mr Ross Kemp"."""
    return not re.match(r" [A-Z][a-z]", folded.text[end : end + 3])


def _capital_start(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() and folded.text[start:end].lstrip(". ")[-2:].strip() != ""


def _capital_last(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start + 4].isupper() and not re.match(r" [A-Z]", folded.text[end : end + 2])


def _first(who: Person) -> Iterator[Form]:
    """The given name alone, disguised, or with one half of it left out."""
    needle = (who.given[0][:3],)
    check = _is_person(who, everyday(who.given[0]))
    yield form(who, rf"(?<![\w#@.-]){flexible(who.given, _LOOSE)}(?!\w|-\w)", needle, 0.75, check)
    if len(who.given) > 1:
        yield form(who, rf"(?<![\w#@.-]){who.given[0]}(?!\w|-\w)", needle, 0.7, check)


# A name that is shouted: "TEMI COME HERE", "STRUAN!!!", but not "WILL THE REAL ...".
_CALLED = re.compile(r"[,!]| (?!(?:THE|YOU|IT|THEY|WE|I|HE|SHE|THIS|THAT|THERE|A|BE|NOT|MY|ANYONE)\b)[A-Z]{2,}")


def _is_person(who: Person, also_a_word: bool) -> Check:
    def check(folded: Folded, start: int, end: int) -> bool:
        shouted = not also_a_word and len(who.given[0]) > 3 and folded.text[start:end].isupper()
        if not shouted and not written_as_name(folded, start, end):
            lowers = all_small(folded, start, end) and not also_a_word and len(who.first) > 3
            return (
                lowers
                and (does_something(folded, start, end) or is_person(folded, start, end))
                and not somebody_else(folded, start, end, who.own)
                and not namesake(folded, start, end)
            )
        if somebody_else(folded, start, end, who.own) or namesake(folded, start, end):
            return False
        if not also_a_word:
            return True
        if folded.text[start:end].isupper() and end - start > 2:
            return does_something(folded, start, end) or bool(_CALLED.match(folded.text, end))
        return not after_other_capital(folded, start) and is_person(folded, start, end)

    return check


_ENDEARED = re.compile(
    r"[ -](?:boy|girl|bear|boo|bug|pops|pie|lad|lass|chops|bean|pants|monster|moo|bum)(?![a-z])"
)


_AT_HOME = re.compile(
    r"'s (?:home|got|been|away|off|back|coming|going|birthday|graduation|wedding|school|teacher|exams?"
    r"|room|phone)(?![a-z])"
)


_CALLS = re.compile(
    r" (?:and [A-Z]|(?:has |just |finally )*(?:phoned|rang|texted|messaged|facetimed|graduated|passed"
    r"|qualified|says|said|reckons"
    r"|thinks|told|drove|drives|works|got engaged|got a job|is home|came home|moved))(?![a-z])"
)


def _short(who: Person) -> Iterator[Form]:
    """Pet forms: "wee Stru", "little Naya", "Simmi drew me a potato", and "Cat B" with the surname's initial."""
    shorts = _short_names(who.given[0])
    endings = r"(?:ie|y|ey|i|o|s|a|kins|ster)"
    stems = sorted({who.given[0][:n] for n in range(3, len(who.given[0]) + 1)} | shorts, key=len, reverse=True)
    if len(who.given[0]) > 4:
        stems += [who.given[0][n:] for n in range(1, len(who.given[0]) - 3)]
    doubled = [stem + stem[-1] for stem in stems if len(stem) == 3]
    pattern = "|".join(map(re.escape, [*doubled, *stems]))
    needles = tuple(dict.fromkeys(stem[:3] for stem in [who.given[0], *stems]))

    def check(folded: Folded, start: int, end: int) -> bool:
        said = folded.lower[start:end]
        never = said in NEVER_NAMES and said not in shorts
        if said == who.given[0] or never or not written_as_name(folded, start, end):
            return False
        if (said in _ALSO_THINGS and said not in shorts) or (
            first_names().get(said, False) and said not in shorts
        ):
            return False
        if somebody_else(folded, start, end, who.own):
            return False
        if re.search(rf"(?<![a-z]){_CHERISHED}$", folded.lower[max(0, start - 24) : start]):
            return said not in _ALSO_THINGS or said in shorts
        if said in first_names() and said not in shorts and not said.startswith(who.given[0]):
            return False
        if said in shorts and said in _ALSO_THINGS:
            # "Cat has been sick" opens a sentence about an animal as well.
            return bool(_AT_HOME.match(folded.lower, end) or _CALLS.match(folded.lower, end))
        if _ENDEARED.match(folded.lower, end) or (said in shorts and _AT_HOME.match(folded.lower, end)):
            return True
        called = said in shorts or bool(re.search(r"(?:ie|y|i|o|a|s)$", said)) or len(said) > 3
        return called and said not in _ALSO_THINGS and does_something(folded, start, end)

    if len(who.given[0]) > 2:
        yield form(who, rf"(?<![\w#@'-])(?:{pattern}){endings}?(?!\w|-\w)", needles, 0.6, check)
    if who.family:
        names = "|".join(map(re.escape, [*who.given[:1], *stems]))
        yield form(
            who,
            rf"(?<![\w#@'-])(?:{names})(?:ie|y|i)? {who.family[-1][0]}(?![\w'-])\.?",
            needles,
            0.65,
            _capitals_both,
        )


def _capitals_both(folded: Folded, start: int, end: int) -> bool:
    said = folded.text[start:end].rstrip(".").split()
    return all(word[0].isupper() for word in said) and len(said) == 2 and not LICENCE.match(folded.text, end)


def _short_names(given: str) -> frozenset[str]:
    return short_names().get(given, frozenset()) | _more_shorts().get(given, frozenset())


@cache
def _more_shorts() -> dict[str, frozenset[str]]:
    entries = (entry.split(":") for entry in phrases("known_people.more_shorts"))
    return {name: frozenset(shorts.split()) for name, shorts in entries}


def _tags(who: Person) -> Iterator[Form]:
    """Hashtags and accounts of the person, of the couple and of the family."""
    first, last = re.escape(who.first), re.escape(who.last)
    lead = (
        "(?:my|our|birthday|happybirthday|hbd|team|love|for|baby|welcome|wee|little|mummyand|meand"
        r"|bigboy|biggirl|bravo|go|missing|proudof|congrats|well ?done|happy\d+(?:st|nd|rd|th)?|hello)?"
    )
    needle = (who.first[:3],)
    yield form(who, rf"#{lead}{first}\w{{0,24}}", needle, 0.8, _safe_tag(who))
    if len(who.given) > 1 and len(who.given[0]) > 3:
        yield form(who, rf"#{lead}{re.escape(who.given[0])}(?:turns|is|s)\w{{0,20}}", needle, 0.7)
    for other in who.couple:
        join = r"(?:and|n|&|x|loves|plus|hearts|weds|marries|meets|to|_)"
        yield form(
            who, rf"#(?:team|love|mrandmrs)?(?:{first}{join}{other}|{other}{join}{first})\w{{0,12}}", needle, 0.85
        )
    if who.fact == PARTNER and who.family:
        yield form(
            who,
            "#(?:the|team|mr(?:and|n|&)?mrs|meetthe|futuremrs|futuremr|newmrs|mr|mrs"
            f"|wearethe)_?{last}(?:e?s)?(?:family|wedding|onhols|ontour|adventures?|party|tobe"
            r"|\d{1,4})?(?!\w)",
            (who.last[:3],),
            0.75,
        )
    families = {who.last} | ({name.replace("'", "") for name in who.own} if who.fact == CHILD else set())
    for family in sorted(f for f in families if len(f) > 1):
        one = re.escape(family)
        short = {family[0], "".join(part[0] for word in who.family for part in word.split("'") if part)} - {""}
        some = "|".join(sorted(short, key=len, reverse=True))
        yield form(
            who,
            f"@(?:real|its|im|the|mr|mrs)?[._-]?(?:{first}[._-]{{0,2}}{one}|{one}[._-]{{0,2}}{first}"
            rf"|{first[0]}[._-]?{one}|{first}[._](?:{some}))(?:[._-]?\d{{1,4}}|[._]{{1,2}}|[._]?(?:official"
            r"|art|photos?|makes|bakes|runs|cooks))?(?![\w-]|\.\w)",
            (who.first[:3], family[:3]),
            0.75,
            _long_account,
        )


def _long_account(folded: Folded, start: int, end: int) -> bool:
    return end - start > 5


def _safe_tag(who: Person) -> Check:
    own = who.own | {who.last} | set(who.couple)

    def check(folded: Folded, start: int, end: int) -> bool:
        said = folded.text[start:end]
        at = said.lower().find(who.first)
        rest = said[at + len(who.first) :]
        if len(who.first) < 4 and (not rest or rest[0].islower()):
            return (bool(rest) and bool(re.match(r"(?:is|turns|s[A-Z]|and|birthday)", rest))) or at > 1
        lower = rest.lower()
        if not rest or _SAFE_TAIL.match(lower) or any(name and lower.startswith(name) for name in own):
            return True
        words = re.findall(r"[A-Z][a-z]+", rest)
        return len(words) > 1 and rest[0].isupper()

    return check
