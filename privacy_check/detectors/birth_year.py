"""A year of birth, said or hidden: "born in 88", "'79 vintage", "you 2003 borns", the 94 at the end of a handle.

Finds: years a person ties to their own birth or style, and years at the end of a whole handle.
Misses: years of events, albums, films and firms, "class of 2004", "est. 2016", counts, handle numbers no one is
born in.
Why: the year completes a date of birth, and a handle carries it to every site.
Fix: choose a handle without numbers; leave the year out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.runs import is_bio, pieces
from privacy_check.text.sayings import piece, saying, together
from privacy_check.text.vocabulary import MONTH, NUMBER_WORDS

FINDS = (
    ("born in 93 and already my knees click", "born in 93"),
    ("Star Wars day baby, '79 vintage", "'79"),
    ("@dana.b82", "82"),
    ("@mrs_j_1979", "1979"),
    ("my YOB is 1964, still dancing", "YOB is 1964"),
    ("all you 2003 borns are babies", "2003 borns"),
    ("Born in Cork in 1962 and left at six", "1962"),
)
MISSES = (
    "1994 signatures on the petition",
    "In 1985 a pint was 80p",
    "@studio54ldn",
    "@route66rider",
    "Ofsted good 2019 and 2023",
    "Nevermind, 1991, no skips",
    "leavers of 1996, class of 1996",
)

_FULL = r"(?:19[2-9]\d|20[01]\d)"
_SHORT = rf"(?:'?[3-9]\d|'?0\d)(?!(?:st|nd|rd|th)? ?(?:of )?{MONTH}\b)"
_YEAR = rf"(?:{_FULL}|{_SHORT})"
_WORD_YEAR = rf"nineteen[ -](?:{NUMBER_WORDS}|oh[ -]?\w+)"
_CAME = piece("birth_year.came")
_WHEN = piece("birth_year.when")
_END = r"(?![/:.,-]\d|[\w%]| (?:people|signatures|quid|pounds|miles|followers|babies))"
_SAID = together("birth_year.said", CAME=_CAME, END=_END, FULL=_FULL, WHEN=_WHEN, WORD_YEAR=_WORD_YEAR, YEAR=_YEAR)
_LONE_YEAR = late(r"(?<!\d)(?:19[3-9]\d|20[01]\d)(?!\d)|'[4-9]\d(?!\d)")
_SINCE_BIRTH = late(rf"(?<!\w)(?:established|est\.?) ?(?:in )?({_FULL})(?!\w)")
_OWN = saying("birth_year.own")
# "Born the same year as the Mini" is about the writer, whatever else was new that year.
_OWN_BIRTH = late(r"born (?:the|before|after|when|as|during|just)|i (?:was|arrived|came)|mum |mam ")
_SHOP = saying("birth_year.shop")
_NOT_BIRTH = saying("birth_year.not_birth")
_HANDLE = late(r"@?[^\W_](?:[\w.-]{1,40})")
_HANDLE_YEAR = saying("birth_year.handle_year")
_NOT_A_PERSON = saying("birth_year.not_a_person")
_LUCKY = frozenset(("69", "99", "00", "007", "07"))


class BirthYear(BaseDetector):
    """Years of birth."""

    name = "birth_year"
    entity_types = (EntityType.BIRTH_YEAR,)
    triggers = Triggers(words=frozenset({"nineteen"}), digits=2)

    def match(self, folded: Folded) -> Iterable[Match]:
        """Years said in words, or the year in a text that is one handle."""
        text, lower = folded.text, folded.lower
        if len(text) <= 42 and _HANDLE.fullmatch(lower.strip()) and re.search(r"[^\W\d_]{2}", lower):
            yield from _in_handle(lower)
            return
        taken: set[int] = set()
        for pattern, m in _SAID.finditer(folded):
            if (
                m.end() in taken
                or _of_a_thing(text, m)
                or (not _OWN_BIRTH.match(m[0]) and _NOT_BIRTH.search(lower[max(0, m.start() - 25) : m.end() + 25]))
            ):
                continue
            taken.add(m.end())
            start = m.start("year") if "year" in pattern.pattern.groupindex else m.start()
            yield Match(EntityType.BIRTH_YEAR, start, m.end(), pattern.confidence, "a year of birth", "PI-08")
        yield from _in_bio(text, lower, taken)


_SUBJECT = saying("birth_year.subject")
_PEOPLE = late(rf"(?:{ANY_KIN}|me|self|whole family)(?!\w)")
_WORKED = saying("birth_year.worked")
_HE_WENT_ON = late(r",? (?:(?:he|she) (?:went|was|became|played|joined)|the band)(?!\w)")


def _of_a_thing(text: str, m: re.Match[str]) -> bool:
    """True when something else was born: "it was born in 2005", "Facebook, born 2004"."""
    lower = m.string
    if re.search(r"(?:here|around|going|existing) since", m[0]) and _WORKED.search(
        lower, max(0, m.start() - 30), m.start()
    ):
        return True
    if not re.match(r"born|was made|was hatched|made|came|arrived|entered", m[0]):
        return m[0].startswith("circa") and not _OWN.search(lower) and len(lower) > 40
    if _HE_WENT_ON.match(lower, m.end()):
        return True
    if re.search(
        r"(?<!\w)me (?:in|on|at|with|second|third|far|front|back)[^,.!?\n]{0,20}, $",
        lower[max(0, m.start() - 40) : m.start()],
    ):
        return False
    head = _SUBJECT.search(text, max(0, m.start() - 40), m.start())
    if head is None or re.match(r"(?:[.!?,] )?I ", head[0]):
        return False
    return not (head["what"] and _PEOPLE.search(head["what"].casefold()))


def _in_bio(text: str, lower: str, taken: set[int]) -> Iterator[Match]:
    if len(text) > 300 or not _LONE_YEAR.search(lower) or not is_bio(text):
        return
    if not _SHOP.search(lower):
        for m in _SINCE_BIRTH.finditer(lower):
            if 1940 <= int(m[1]) <= 2010:
                yield Match(
                    EntityType.BIRTH_YEAR, m.start(), m.end(), 0.65, "what looks like your birth year", "PI-08"
                )
    if len(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", lower)) > 1 or re.search(
        r"copyright|licen[cs]e|©|\(c\)", lower
    ):
        return
    found = pieces(text)
    alone = [p for p in found if re.fullmatch(r"19[3-9]\d|200\d|'[4-9]\d", lower[p[0] : p[1]])]
    if (
        len(alone) == 1
        and alone[0][1] not in taken
        and not _SHOP.search(lower)
        and not re.search(
            r"leavers|reunion|throwback|school photo|fringe|perm(?!\w)|hairdo|ofsted|winner|award|champion"
            "|album|track|skips|vinyl|film|song|record|flawless|perfect",
            lower,
        )
        and (alone[0] == found[0] or _OWN.search(lower) or "|" in text or not text.isascii())
    ):
        yield Match(EntityType.BIRTH_YEAR, *alone[0], 0.6, "what looks like your birth year", "PI-08")


def _in_handle(lower: str) -> Iterator[Match]:
    bare = lower.strip().lstrip("@")
    shift = lower.index(bare)
    m = _HANDLE_YEAR.search(bare)
    if m is None or not re.search(r"[^\W\d_]{2}", bare) or _NOT_A_PERSON.search(bare):
        return
    group = "full" if m["full"] else "short"
    after = bare[m.end(group) :]
    if group == "short" and (
        m[0] in _LUCKY or (len(after) > 0 and not re.fullmatch(r"[x._-]{1,2}|xx?o?x?", after))
    ):
        return
    before = bare[: m.start(group)]
    if re.fullmatch(r"the[a-z]{4,}[._]?", before) and not re.match(r"the_?(?:real|one|only)", before):
        return
    if group == "short" and before.endswith("_") and m[0] < "55":
        return
    yield Match(
        EntityType.BIRTH_YEAR,
        shift + m.start(group),
        shift + m.end(group),
        0.65,
        "what looks like a birth year",
        "PI-08",
    )


DETECTOR = BirthYear()
