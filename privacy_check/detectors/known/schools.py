"""Told schools, the person's own and their children's: in full, shortened, as a tag, as what old pupils are
called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.base import Whose
from privacy_check.detectors.known.base import Check, Form, all_small, near, needle_of, words_of
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, piece
from privacy_check.text.vocabulary import first_names, places

_PUPILS_SAID = piece("known_schools.pupils")

SCHOOL = "your school"
CHILDS_SCHOOL = "your child's school"

_KINDS = listed("known_schools.kinds")
_SMALL = word_set(
    "community rc ce cofe catholic integrated gyfun gynradd uwchradd gymraeg voluntary aided church of the and c e"
)
_KINDS_SHORT = {
    "academy": r"acad(?:emy|\.)?",
    "primary": r"(?:primary|prim\.?|pri\.?)",
    "secondary": r"(?:secondary|sec\.?)",
    "school": r"(?:school|sch\.?|skl|skool)",
    "college": r"(?:college|coll\.?)",
    "university": r"(?:university|univ\.?|uni)",
    "grammar": r"(?:grammar|gram\.?)",
    "comprehensive": r"comp(?:rehensive|\.)?",
    "saint": r"(?:saint|st\.?)",
    "st": r"(?:st\.?|saint)",
    "junior": r"(?:juniors?|jun\.?|jr\.?)",
    "infant": r"(?:infants?|inf\.?)",
    "infants": r"(?:infants?|inf\.?)",
    "juniors": r"(?:juniors?|jun\.?|jr\.?)",
    "community": r"comm?(?:unity)?\.?",
    "integrated": r"int(?:egrated)?\.?",
    "catholic": r"(?:catholic|cath\.?|rc)",
    "high": r"hi(?:gh)?",
}
_SCHOOL_WORDS = re.compile(
    r"(?<![a-z])(?:hs|ps|old (?:girls?|boys?)|girls?|boys?|crew|reunion|leavers?'?|class|school\w*"
    r"|teachers?|alum\w*|years?|yr ?\d+|pupils?|head|uniform|pta|gates?|fete|fair|mates|lads|lot"
    r"|grad\w*|kids|reception|primary|high|college|assembly|nativity|homework|days|went to"
    "|go(?:es)? to|sixth form|parents|sports day|term|form|detention|lessons?|exams?|gcses?"
    "|a[- ]levels?|o[- ]levels?|highers|prom|corridors?|bell|tuck shop|dinner ladies|woodwork|maths"
    r"|physics|chemistry|biology|french|history|geography|p\.?e\.?|won|beat|thrashed|english|drama"
    "|textiles|failed|expelled|suspended|bunked|taught|prefect|netball|hockey|rugby|choir|orchestra"
    "|brass band|cup|captain|blazer|tie|yearbook|hoodie|hoodies|cohort|survivors?|educated|bullied"
    r"|since (?:19|20)\d\d|class of|where i (?:learned|learnt|failed|met|was|got)|hated|house"
    "|open day|governors?|inset|lunchbox|packed lunch|science lab|bunsen|mr|mrs|miss|sir)(?![a-z])"
)
_SURE_WORDS = (
    r"(?:old pals?|detentions?|reunion|leavers?'?|class of|school\w*|teachers?|alum\w*"
    "|pupils?|uniform|assembly|sixth form|detention|gcses?|a[- ]levels?|highers|prom|head ?teacher"
    r"|head(?:master|mistress)|blazer|yearbook|prefect|old (?:girls?|boys?)|hoodies?|year (?:\d+"
    r"|group)|yr ?\d+|homework|expelled|bunked|(?:won|beat|lost|thrashed) (?:\w+ ){0,3}(?:cup"
    "|final|league)|netball|pta|nativity|sports day|where i (?:learned|learnt|failed|met|was|got)"
    "|failed|woodwork|tuck shop|form room|lessons?|exams?)"
)
_SURE = re.compile(rf"(?<![a-z]){_SURE_WORDS}(?![a-z])")
_STRONG = re.compile(
    "(?<![a-z])(?:any(?:one|body) else (?:from|go to|remember)|who else (?:went|was|remembers)|went to|back at"
    f"|{_SURE_WORDS})(?![a-z])"
)
_DISH = re.compile(r"(?<![a-z])(?:lamb|chicken|beef|prawn|veg|veggie|paneer|king|a) $")
_OTHER_PLACE = re.compile(
    " (?:hotel|heath|lake|park(?! school)|shopping|retail|pottery|minster|bandstand|marina|farm"
    "|road|street|lane|avenue|station|estate|church|bells|hall|castle|house|garage|surgery|library"
    "|arms|inn|pub|cafe|golf|cricket club|leisure|hospital|organ|museum|woods?|reservoir|common"
    "|flyover|roundabout|services|tyres|garden centre)(?![a-z])"
)
# "Mine's at Beckfoot", "the youngest starts at Beckfoot".
_PUPIL_AT = re.compile(
    rf"(?<![a-z])(?:{_PUPILS_SAID})(?:'s|'re| is| are| was| were| will be)?(?: all| both"
    rf"| now| still)?"
    r" (?:at|off to|going to|(?:start|teach|learn)(?:s|ed|ing)? (?:at )?|in year \w+ at|got into|moved to"
    r"|(?:goes|went) to) ?$"
)
_DEMONYM = r"(?:ians?|n?ites?|ers?|onians?|ensians?|eans?|ans?)"
_TAG_TAIL = piece("known_schools.tag_tail")


def school_forms(name: str, childs: bool) -> Iterator[Form]:
    """The name in full, without its last words, its proper part beside words about school, and tags."""
    words = words_of(name)
    if not words:
        return
    rule, whose, fact = ("REL-05", Whose.CHILD, CHILDS_SCHOOL) if childs else ("PI-09", Whose.WRITER, SCHOOL)
    for pattern, needle, confidence, check in _written(words):
        yield Form(
            re.compile(pattern),
            (needle,),
            EntityType.SCHOOL,
            rule,
            fact,
            "a school you told us",
            confidence,
            check,
            whose,
        )


def _written(words: list[str]) -> Iterator[tuple[str, str, float, Check | None]]:
    core = [word for word in words if word not in _KINDS] or words
    bare = "".join(core).replace("'", "")
    needle = next((word for word in core if word not in _KINDS_SHORT), core[0])
    needle = needle_of(needle)
    yield rf"(?<![\w@]){_named(words)}(?!\w| of (?!course|all|the|my)[a-z])", needle, 0.95, None
    shorter = words[:-1]
    if len(shorter) > len(core) and words[-1] in _KINDS:
        yield rf"(?<![\w@]){_named(shorter)}(?!\w)", needle, 0.9, None
    if len(bare) >= 4 and core != words:
        known = (
            set(core) <= places().keys() | listed("known_schools.also_places")
            or bare in places()
            or bare in first_names()
        )
        yield (
            rf"(?<![\w@#]){_named(core, 0)}(?: (?:hs|ps|gs|cc|cs)(?!\w)|(?!\w))",
            needle,
            0.75,
            _proper(words, known),
        )
    if len(core) > 1 and len(core[0]) > 5 and core[0] not in places() and core[0] not in first_names():
        yield rf"(?<![\w@#]){re.escape(core[0])}(?!\w)", core[0][:4], 0.65, _first_word
    if len(core) == 1 or len(bare) > 6:
        last = core[-1] if len(core[0]) < 5 else core[0]
        stem = re.escape(re.sub(r"(?:s|e|y)$", "", last))
        if len(stem) > 3:
            yield (
                rf"(?<![\w@#])(?:old|ex|former|proud|fellow|once an?|an?)[- ]{stem}[a-z]?{_DEMONYM}(?!\w)",
                stem[:4],
                0.7,
                _demonym,
            )
            loose = re.escape(last[: max(5, len(last) - 3)])
            yield (
                rf"(?<![\w@#])(?:old|ex|former|proud|fellow)[- ]{loose}"
                r"[a-z]{0,4}(?:ians?|ensians?|onians?)(?!\w)",
                last[:4],
                0.65,
                _demonym,
            )
            yield rf"#(?:old|proud|ex)?_?{stem}[a-z]?(?:ians?|onians?|ensians?)(?!\w)", stem[:4], 0.7, None
    initials = "".join(w[0] for w in words if w not in ("of", "the", "and"))
    if len(initials) > 2:
        yield rf"(?<![\w@])#?{initials}(?:'s)?(?:(?= )|(?![\w]))", initials, 0.65, _initials
    if len(bare) >= 5:
        loose = r"[._-]?".join(re.escape(word.replace("'", "")) for word in core)
        yield (
            (
                "[@#](?:old|team|proud"
                f"|ex)?_?{'(?:saint|st)?_?' if core[0] in ('st', 'saint') else ''}{loose}{_TAG_TAIL}(?![a-z])"
            ),
            bare[:4],
            0.8,
            None,
        )
        full = r"[._-]?".join(re.escape(word.replace("'", "")) for word in words)
        yield rf"[@#]{full}\w{{0,12}}(?![a-z])", needle, 0.8, None


def _named(words: list[str], least: int = 1) -> str:
    """A pattern for the words of a school's name, its kind short or in full, its denomination there or not."""
    out = ""
    for place, word in enumerate(words):
        said = _KINDS_SHORT.get(word, re.escape(word).replace("'", "'?"))
        # "Pen Llanw" is also written "Penllanw".
        close = place and word not in _KINDS and words[place - 1] not in _KINDS
        gap = rf"[\s._-]{{{0 if close else least},3}}" if place else ""
        if word in _SMALL and 0 < place < len(words) - 1:
            out += rf"(?:{gap}{said})?"
        else:
            out += gap + said
    return out


def _capital(folded: Folded, start: int) -> bool:
    return folded.text[start].isupper() or all_small(folded, start, start + 1)


def _proper(words: list[str], known: bool) -> Check:
    """The proper part of the name: not before another kind of school or place, and with school about it."""
    own = {re.escape(word) for word in words}

    def check(folded: Folded, start: int, end: int) -> bool:
        lower = folded.lower
        follow = re.match(r" ([a-z]+)", lower[end : end + 20])
        if follow and follow[1] in _KINDS and follow[1] not in own and follow[1] not in _FREE_KINDS:
            return False
        if not _capital(folded, start) or _OTHER_PLACE.match(lower, end):
            return False
        if known:
            # "Went to Madras" may be a journey, and "lamb Madras" a dish.
            return near(folded, start, end, _SURE, 40) and not _DISH.search(lower, max(0, start - 12), start)
        return near(folded, start, end, _STRONG, 40) or near(folded, start, end, _SCHOOL_WORDS, 40)

    return check


_FREE_KINDS = word_set("school girls boys form sixth of the and high")


def _first_word(folded: Folded, start: int, end: int) -> bool:
    if re.match(r"[ -][A-Z]", folded.text[end : end + 2]) or not _capital(folded, start):
        return False
    if _OTHER_PLACE.match(folded.lower, end):
        return False
    there = _PUPIL_AT.search(folded.lower, max(0, start - 50), start)
    return there is not None or near(folded, start, end, _STRONG, 40)


def _demonym(folded: Folded, start: int, end: int) -> bool:
    return not folded.text[:200].isupper()


def _initials(folded: Folded, start: int, end: int) -> bool:
    said = folded.text[start:end]
    return said[:3].lstrip("#").isupper() and near(folded, start, end, _STRONG, 30)
