"""Employers that a bio or a job title names without saying "work": a council alone in a bio, "Nando's grill chef".

Finds: "1985 vintage. Cumbria Police. Kendal.", "Royal Mail till I retire", "Planner @CeredigionCC", "HMRC civil
servant".
Misses: shopping lists, workers met or in the news, a firm's own page, questions about a firm.
Why: an employer lets an angry stranger complain, and lets a fraudster write as a colleague.
Fix: name the kind of work, not the employer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from privacy_check.detectors.base import BaseDetector, Match, Triggers, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import late, word_set
from privacy_check.text.employers import (
    ERRANDS,
    FIRM_WORDS,
    LEARNING,
    MAYBE,
    NHS,
    REPORTED,
    SELF,
    SURE_ORG,
    VISITOR,
    common_names,
    general,
    known,
    listed_end,
    met,
    public_body,
    rare_words,
    shaped,
    telling_words,
)
from privacy_check.text.fold import Folded
from privacy_check.text.jobs import STAFF_WORDS
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end
from privacy_check.text.sayings import listed, saying

FINDS = (
    ("1985 vintage. Cumbria Police. Kendal.", "Cumbria Police"),
    ("Nando's grill chef", "Nando's"),
    ("HMRC civil servant, views mine", "HMRC"),
    ("24 | Barrhead Travel | insta below", "Barrhead Travel"),
    ("Royal Mail till I retire", "Royal Mail"),
)
MISSES = (
    "we spoke to an Oxfam worker about the crisis",
    "Amazon driver threw my parcel over the gate",
    "shopping in Tesco, Boots and Greggs, the holy trinity",
    "courier tomorrow. Hermes? Awful.",
    "A Met Police officer has been charged",
)

_WORK_WORDS = listed("employer_in_bio.work_words")
_HELD = STAFF_WORDS | {"nights", "lates", "earlies"}
_ON_SIGHT = word_set("nights lates earlies till until by since canteen shift staff")
_HANDLE = late(r"@[a-z][\w.]{2,40}")


_HELD_OR_STAYS = STAFF_WORDS | _ON_SIGHT


_NAMING = SURE_ORG.words | NHS.words | rare_words() | FIRM_WORDS | word_set("lecturer researcher porter admin")


class EmployerInBio(BaseDetector):
    """Employers told by where they stand."""

    name = "employer_in_bio"
    entity_types = (EntityType.EMPLOYER,)
    triggers = Triggers(
        words=_NAMING,
        parts=("@", *common_names()),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per employer."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        taken: list[tuple[int, int]] = []
        named = not _NAMING.isdisjoint(folded.words) or any(name in folded.lower for name in common_names())
        for start, end, confidence, why in (
            *_handles(folded),
            *(chain(_organisations(folded), _staff(folded), _bio(folded)) if named else ()),
        ):
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Match(EntityType.EMPLOYER, start, end, confidence, why, "WRK-05")


Found = tuple[int, int, float, str]


_HANDLE_CUE = saying("employer_in_bio.handle_cue")


_WORKING = word_set("work works working employed proud shift job")
_OFFICIAL = saying("employer_in_bio.official")


def _handles(folded: Folded) -> Iterator[Found]:
    """“Planner @CeredigionCC”, “proud to work for @NELincsCouncil”."""
    lower = folded.lower
    if "@" not in lower:
        return
    working = not _WORKING.isdisjoint(folded.words)
    for handle in _HANDLE.finditer(lower):
        official = known().get(handle[0][1:]) is False or _OFFICIAL.search(handle[0])
        if handle.start() == 0 or not (official or working) or handle[0].startswith("@anonymous"):
            continue
        m = _HANDLE_CUE.search(lower, max(0, handle.start() - 40), handle.start())
        if m is None:
            continue
        words = lower[max(0, handle.start() - 24) : handle.start()].split()
        job = bool(words) and words[-1] in STAFF_WORDS
        if (official and (m["works"] or m["team"] or job)) or (
            m["works"] and m[0].rstrip().endswith(("for", "at", "by", "with"))
        ):
            yield handle.start(), handle.end(), 0.7, "an employer's account"


def _organisations(folded: Folded) -> Iterator[Found]:
    """Councils, forces and hospitals in a sentence that speaks of work."""
    text, lower = folded.text, folded.lower
    if _WORK_WORDS.isdisjoint(folded.words):
        return
    for m in (*SURE_ORG.finditer(folded), *NHS.finditer(folded)):
        start = _without_lead(text, m.start(), m.end())
        if start is None:
            continue
        near = word_set(
            re.sub(r"[^a-z ]", " ", lower[max(0, start - 60) : start] + " " + lower[m.end() : m.end() + 50])
        )
        named_officer = _OFFICER.match(lower, m.end()) and not _AS_ONE.search(lower[max(0, start - 24) : start])
        if near.isdisjoint(_WORK_WORDS) or REPORTED.match(lower, m.end()) or named_officer:
            continue
        if (
            VISITOR.search(lower, max(0, start - 70), start)
            or met(lower, start)
            or MAYBE.search(lower[max(0, start - 45) : start])
            or LEARNING.search(lower[start : m.end()])
        ):
            continue
        yield start, m.end(), 0.6, "an organisation you may work for"


_OFFICER = late(
    r" (?:officers?|workers?|drivers?|nurses?|staff|doctors?|bosses|chiefs?|engineers?|leaders?)(?!\w)"
)


_LEAD = saying("employer_in_bio.lead")


def _without_lead(text: str, start: int, end: int) -> int | None:
    """Drops joining words in front; None when only the general word is left ("the Council")."""
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    name = text[start:end]
    return start if " " in name and not general(name.casefold()) else None


_FURTHER = late(r"(?: (?:Group|UK|PLC|plc|Ltd|Bank|Express|Extra|Direct|Healthcare|Services|Rail|Water))+(?!\w)")


_AFTER_NAME = late(r" (?:(?:[a-z]+ ){0,2}?)(?P<job>[a-z]+)(?![\w'])")


_BELONGINGS = saying("employer_in_bio.belongings")


_ENDS_THERE = saying("employer_in_bio.ends_there")


_AS_ONE = saying("employer_in_bio.as_one")


_STAYS = saying("employer_in_bio.stays")


def _staff(folded: Folded) -> Iterator[Found]:
    """“Nando's grill chef”, “British Gas engineer”, “Royal Mail till I retire”: the employer before the job."""
    text, lower = folded.text, folded.lower
    if len(text) > 1000 or _HELD_OR_STAYS.isdisjoint(folded.words):
        return
    for word in sorted(telling_words() & folded.words):
        for place in folded.starts[word]:
            at = place
            for _ in range(3):
                end = listed_end(lower[at : at + 40].split("\n")[0])
                if end and at + end > place and capitalised(text, at):
                    further = _FURTHER.match(text, at + end)
                    yield from _staff_of(lower, at, further.end() if further else at + end)
                    break
                back = lower.rfind(" ", 0, max(0, at - 1))
                if at == 0 or lower[at - 1] != " ":
                    break
                at = back + 1
    for m in SURE_ORG.finditer(folded):
        start = _without_lead(text, m.start(), m.end())
        if start is not None:
            yield from _staff_of(lower, start, m.end())


def _staff_of(lower: str, start: int, end: int) -> Iterator[Found]:
    if lower.endswith(("my ", "our "), 0, start) and _BELONGINGS.match(lower, end):
        yield start, end, 0.65, "an employer's name"
    if not _AS_ONE.search(lower[max(0, start - 24) : start]):
        return
    after = _AFTER_NAME.match(lower, end)
    while after and after["job"] not in _HELD:
        # "Kier Group site manager": the title may be two or three words long.
        longer = re.compile(r" (?:[a-z]+ ){1,2}(?P<job>[a-z]+)(?![\w'])").match(lower, end)
        after = None if longer is None or longer["job"] == after["job"] else longer
    if (
        (after and _ENDS_THERE.match(lower, after.end()))
        or _STAYS.match(lower, end)
        or (_BELONGINGS.match(lower, end) and SELF.search(lower))
    ):
        yield start, end, 0.65, "an employer's name"


_PERSON = saying("employer_in_bio.person")


_SET_APART = late(r"[|\n•·\u2600-\u27bf\U0001f300-\U0001faff]")
_TRADING = saying("employer_in_bio.trading")


_BIO_LEAD = late(
    r"(?:ex-?|retired|former(?:ly)?|previously|proud|now|currently|works? (?:at|for)|@|at|team)\s?(?=[A-Za-z])"
)


def _bio(folded: Folded) -> Iterator[Found]:
    """Pieces of a bio that hold an employer alone."""
    text, lower = folded.text, folded.lower
    if lower.startswith("@") or "rt @" in lower or not is_bio(text):
        return
    found = pieces(text)
    prose = not _SET_APART.search(text) and any(text.count(" ", start, end) > 4 for start, end in found)
    if prose and not _PERSON.search(lower) and not STAFF_WORDS & folded.words:
        return
    shopping = sum(lower[start:end] in known() for start, end in found) > 1
    for start, end in found:
        lead = _BIO_LEAD.match(lower, start, end)
        begin = lead.end() if lead else start
        name = lower[begin:end]
        cut = lower[end : end + 1] == "?" or ERRANDS.match(lower, end) or lower.endswith("st. ", 0, begin)
        if not name or not capitalised(text, begin) or cut:
            continue
        whole = known().get(name)
        if (whole is False and (lead or not shopping)) or (whole and lead):
            yield begin, end, 0.65, "an employer's name"
            continue
        named = run_end(text, begin, 6) == end and not LEARNING.search(name)
        if (named and public_body(name)) or NHS.pattern.fullmatch(text, begin, end):
            yield begin, end, 0.7, "an organisation you may work for"
        elif named and shaped(name) and _PERSON.search(lower) and not _TRADING.search(lower):
            yield begin, end, 0.6, "an organisation you may work for"
        elif re.fullmatch(
            r"[\w'&-]+(?: [\w'&-]+){0,3} (?:lecturer|professor|researcher|porter|admin|administrator|librarian)",
            name,
        ):
            stop = begin + len(name.rsplit(" ", 1)[0])
            if shaped(lower[begin:stop]) and run_end(text, begin, 6) == stop:
                yield begin, stop, 0.65, "an employer's name"


DETECTOR = EmployerInBio()
