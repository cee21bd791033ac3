"""Whom a person works for: employer, workplace, ward or team.

Finds: "I work for Kier", "shift at Tesco Extra Seacroft", "Social worker @ Kirklees Council", a council, force
or hospital alone in a bio, "@LeedsCC team" beside words of work.
Misses: shopping, news about councils and companies, "I work for myself", visits and complaints.
Why: an employer lets an angry stranger complain, and lets a fraudster write as a colleague.
Fix: name the kind of work, not the employer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, late, word_set
from privacy_check.text.employers import (
    ERRANDS,
    LEARNING,
    MAYBE,
    REPORTED,
    SELF,
    VISITOR,
    common_names,
    general,
    listed_end,
    met,
    name_words,
    public_body,
    shaped,
    small_end,
)
from privacy_check.text.fold import Folded
from privacy_check.text.jobs import JOB_WORDS, LOOSE_JOB_WORDS, STAFF_WORDS
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.sayings import listed, saying, stands
from privacy_check.text.vocabulary import DAY_WORDS, place_at

FINDS = (
    ("I work for Kier doing highways", "Kier"),
    ("Social worker @ Kirklees Council, views my own", "Kirklees Council"),
    ("just finished my shift at Tesco Extra Seacroft", "Tesco Extra Seacroft"),
    ("proud to work for @NELincsCouncil", "@NELincsCouncil"),
    ("Business Change Manager at Severn Trent | dad", "Severn Trent"),
    ("got the job!!! Thames Water here I come", "Thames Water"),
)
MISSES = (
    "shopping in Tesco, Boots and Greggs, the holy trinity",
    "Bradford Council say the road will close on Monday",
    "I work for myself, worst boss ever",
    "I work from home on Fridays",
    "met the lovely team at Age UK in town",
    "we spoke to an Oxfam worker about the crisis",
    "watch it in HD, reading about it in Empire",
    "Customer service at Currys was shocking",
    "you could be working at IBM undercover",
)

# After these any capitalised name is an employer.
_FIRM = 0.8
# After these only a known employer, or a name built like one, is.
_LOOSE = 0.66
# After a job title and no joining word, only a public body is: "watch manager Kent Fire and Rescue".
_BARE = 0.65
_AS = r"(?: as an? [\w ]{2,25}?)?"
_TIES = Cues(
    cue(
        "work works working worked employed volunteer volunteers volunteering temp temping contracting "
        "intern interned interning slave graft grafting",
        "(?:work|works|working|worked|employed|volunteer|volunteers|volunteering|temp|temping"
        "|contracting|intern|interned|interning|slave|graft(?:ing)?)(?: (?:full time|part time"
        "|full-time|part-time|nights|days|from home|now|here|there|again|hard|shifts|today|tonight"
        f"|weekends|saturdays))?{_AS} (?:at|for|@) (?:the )?(?:lovely |good people at |team at "
        "|folks at |amazing )?",
        _FIRM,
    ),
    cue(
        "work works working worked employed temping contracting",
        f"(?:work|works|working|worked|employed|temping|contracting){_AS}(?: for the lot)? (?:in|with"
        "|by) (?:the )?(?:lovely )?",
        _LOOSE,
    ),
    cue(
        "shift shifts double overtime break job role position post internship apprenticeship placement "
        "secondment induction traineeship interview career boss manager canteen rota",
        "(?:my |new |first |old |dream |lost my |got a |late |early |night )*(?:shifts?|double|overtime"
        "|break|job|role|position|post|internship|apprenticeship|placement|secondment|induction"
        "|traineeship|interview|career|boss|manager|canteen|rota)(?: (?!at |with "
        r"|for )\w+){0,4}? (?:at|@) (?:the )?",
        _FIRM,
    ),
    cue(
        "my first second last final long busy another full lates earlies nights on work christmas "
        "leaving night shift shifts break overtime job role position placement secondment interview "
        "career contract desk christmas do night leaving canteen colleague colleagues boss manager "
        "team crew gang stint time years yrs year decade decades months weeks nights day ward "
        "induction training done",
        r"(?:shifts?|lates|earlies|nights|break|overtime|day \d+|(?:first|second|last|final|long|busy"
        "|another|full) (?:day|week|shift)|on call|on duty|induction|training(?: day)?|job|role"
        "|position|placement|secondment|interview|career|contract|desk|christmas do|work do|leaving do"
        "|night out|canteen|colleagues?|boss|manager|team|crew|gang|stint|my time|years?|yrs|decades?"
        r"|months|weeks|ward(?: \d+)?)(?: (?!at |with |for )\w+){0,4}? (?:at|with|for|@) (?:the )?",
        _LOOSE,
    ),
    cue(
        "start started starting starts joined joining back clocking clocked transferred promoted been "
        "now currently i im day new signed off on",
        "(?:start|started|starting|starts|joined|joining|back on shift|clocking in|clocked in"
        "|clocking off|clocked off|new starter|signed off work|off work|on my (?:lunch|break|dinner"
        "|tea break)|back at work|transferred|promoted|been|now|currently|i'?m(?= with)|day (?:one"
        "|1))(?: (?:work|back|my new job|a new job|new job|today|tomorrow|on monday"
        rf"|in [\w ]{{2,14}}?))?{_AS}(?: (?:at|with|for|from|@))? (?:the )?",
        _LOOSE,
    ),
    cue(
        "left leaving quit quitting retired retiring handed redundant sacked fired resigned finished "
        "finish finishes ex formerly previously late former",
        "(?:left|leaving|quit|quitting|retir(?:ed|ing) from|retired|handed (?:in my notice"
        "|my notice in) (?:at|to)|redundan(?:t|cy) (?:from|at)|sacked (?:from|by)|fired (?:from|by)"
        "|resigned from|finish(?:ed|es)? (?:at|with)|ex[- ]?|formerly|former|previously|late of)(?: at"
        "| with)? ?(?:the )?",
        0.62,
    ),
    cue(
        "employer workplace work job occupation",
        r"(?:employer|workplace|works? at|work|day job|job|occupation) ?: ?(?:the )?",
        _FIRM,
    ),
    cue(
        "tills till checkout checkouts desk counter floor wards aisles",
        r"(?:tills?|checkouts?|desk|counter|floor|wards|aisles) (?:at|in) (?:the )?",
        _LOOSE,
    ),
    cue(
        "everyone lot all folks gang crew girls lads team",
        "(?:send[- ]off|thanks?|thank you|cheers|love|drinks|goodbye|presents?|flowers|card|party"
        r"|do)[^.!?\n]{0,24} (?:from|to|with) (?:everyone|the lot|all|all the (?:team|gang|girls|lads)"
        "|the (?:folks|gang|crew|girls|lads|team)) (?:at|in) (?:the )?",
        _LOOSE,
        before=60,
        after=50,
    ),
    cue("team", r"team (?=[a-z])", 0.62),
    cue(
        "line phones till tills checkout checkouts deli bakery counter shift shifts shop warehouse "
        "floor doors bins vans trucks lorries buses trains",
        "(?:line|phones|tills?|checkouts?|deli|bakery|counter|shop floor|warehouse|doors|bins|vans"
        "|trucks|lorries|buses|trains) (?:at|in|for|with|down) (?:the )?",
        _LOOSE,
        also="me us i i'm we my hubby wife dad mam mum lad lass brother sister son daughter since years",
    ),
    cue(
        "drives picking packing stacking lifting flipping stocking scanning serving cooks cleans "
        "nurses teaches manages runs fixes delivers sells packs grafts",
        "(?:drives|picking|packing|stacking|lifting|flipping|stocking|scanning|serving|cooks|cleans"
        r"|nurses|manages|fixes|delivers|packs|grafts)(?: (?:the |a |up )?[\w£]+){0,2}? (?:at"
        "|for) (?:the )?",
        _LOOSE,
    ),
    cue(
        "my new our",
        "(?:my|our)(?: new| last| first)? (?:lanyard|payslip|p45|p60|uniform|wages?|pension|contract"
        "|id badge|name badge|discount) (?:from|with|at) (?:the )?",
        _LOOSE,
    ),
    cue(
        "hiring recruiting vacancies spaces come",
        "(?:we're hiring|hiring|recruiting|vacancies|spaces on my team|come work) (?:(?:at|with"
        "|for) us (?:at|in)|on my team at) (?:the )?",
        _LOOSE,
    ),
    cue(
        "proud honoured pleased happy buzzing privileged",
        "(?:proud|honoured|pleased|happy|buzzing|privileged) (?:to be (?:part of|a)|member of|part of"
        "|to work (?:for|at|with)|to join|to represent)(?: (?:the|an?))?(?: team)? ",
        _LOOSE,
    ),
    cue(
        "team crew gang colleagues lot shift workmates staff bosses boss ward",
        r"(?:team|crew|gang|colleagues|lot|shift|workmates|staff|bosses|boss|ward) (?:at|@|from|in|of) (?:the )?",
        0.6,
    ),
    cue(
        "permanent accepted offered promotion qualified registered",
        "(?:permanent|accepted|offered a (?:job|post|role)|promotion|qualified|registered) (?:at|with"
        "|by|for|from) (?:the )?",
        _LOOSE,
    ),
    cue(
        "clean cook nurse drive deliver serve lecture care teach temped cleaned cooked cleaning "
        "cooking nursing driving delivering serving lecturing teaching sick",
        "(?:clean|cook|nurse|drive|deliver|serve|lecture|care|teach|temped|cleaned|cooked|cleaning"
        "|cooking|nursing|driving|delivering|serving|lecturing|teaching|off sick"
        r"|sick) (?:[\w ]{2,16} )?(?:at|for|from) (?:the )?",
        _LOOSE,
    ),
    cue(
        "got i new finished",
        r"(?:got the job|finished work|i got it|i start monday|new job alert|new job)\W{1,5}",
        0.6,
    ),
    cue(
        JOB_WORDS,
        r"\w+(?: \([\w &/]{2,20}\)| of \w+| \d{1,2}| on ward \w+| class \d| up| down| over| out"
        "| here)? ?(?:at|@) ?(?:the )?",
        0.72,
    ),
    cue(
        JOB_WORDS, r"\w+(?: \([\w &/']{2,20}\)| of \w+)? ?(?:for|with|in|w/|,|/|\||-|•|\n|\()+ ?(?:the )?", _LOOSE
    ),
    cue(JOB_WORDS, r"\w+ (?=[a-z])", _BARE),
    cue(LOOSE_JOB_WORDS, r"\w+(?: \([\w &/]{2,20}\)| of \w+)? ?(?:at|@|with|for|w/|,|\|)+ ?(?:the )?", 0.64),
)
_ANY_NAME = 0.7
_FIRM_WORDS = frozenset().union(*(tie.words for tie in _TIES.cues if tie.confidence >= _ANY_NAME))

_HANDLE = late(r"@[a-z][\w.]{2,40}")
_NOT_ORG = listed("employer.passed_over") | DAY_WORDS
_FICTION = word_set("hogwarts dunder wernham greendale sterling bluth waystar springfield acme santa batman")

_HIGHER = late(r"(?:university|college|uni)$|^university of ")
_SCHOOL_JOB = late(
    r"(?:student|teacher|head|ta|governor|pupil|teach\w*|nqt|ect|placement|place|senco|hlta|deputy|tutor)(?!\w)"
)
_TOO_COMMON = listed("employer.too_common")


class Employer(BaseDetector):
    """Employers and workplaces."""

    name = "employer"
    entity_types = (EntityType.EMPLOYER,)
    triggers = Triggers(
        words=(_FIRM_WORDS - _TOO_COMMON) | name_words() | word_set("exec executive hr media university"),
        parts=common_names(),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per employer."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        taken: list[tuple[int, int]] = []
        for start, end, confidence, why in (*_tied(folded),):
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Match(EntityType.EMPLOYER, start, end, confidence, why, "WRK-05")


Found = tuple[int, int, float, str]
_SITE = saying("employer.site")


def _name_end(text: str, lower: str, at: int) -> int | None:
    """End of the name at `at`, without days and joining words; None when none stands there."""
    if lower.startswith("@", at):
        handle = _HANDLE.match(lower, at)
        return (
            handle.end() if handle and handle.end() - at > 5 and not lower.startswith("@anonymous", at) else None
        )
    if not capitalised(text, at):
        return small_end(lower, at)
    end = run_end(text, at, 6)
    if lower[end : end + 4] == " a&e":
        end += 4
    name = lower[at:end]
    for cut in (" on ", " in ", " at ", " for ", " and i", " by "):
        if cut in name and name.split(cut)[-1].split()[0] in DAY_WORDS:
            end = at + name.index(cut)
            name = lower[at:end]
    words = name.split()
    while words and (words[-1] in DAY_WORDS or words[-1] in ("i", "i'd", "i'm", "i've", "i'll", "and")):
        words.pop()
        end = at + len(" ".join(words))
    site = _SITE.match(text, end)
    if site:
        end = site.end()
    if (
        not words
        or len(words[0]) < 2
        or (words[0] in _NOT_ORG and not listed_end(name) and not _HIGHER.search(name))
    ):
        return None
    return end


def _tied(folded: Folded) -> Iterator[Found]:
    """Names after words that tie the writer to an employer."""
    text, lower = folded.text, folded.lower
    for tie, m in _TIES.finditer(folded):
        end = _name_end(text, lower, m.end())
        if end is None or (m.start() and (lower[m.start() - 1].isalnum() or lower[m.start() - 1] == "-")):
            continue
        name = lower[m.end() : end]
        sure = public_body(name) if tie.confidence == _BARE else bool(listed_end(name)) or shaped(name)
        signed = (
            text.count("\n") > 1 and m[0].rstrip(" ").endswith((",", "\n")) and lower[end : end + 1] in ("\n", "")
        )
        sure = sure or (signed and m[0].split()[0].strip(",") in STAFF_WORDS)
        if (tie.confidence < _ANY_NAME and not sure) or general(name) or name.split()[0] in _FICTION:
            continue
        place = place_at(lower, m.end())
        if place and place[0] == end and not listed_end(name):
            continue
        if LEARNING.search(name) and not (
            _HIGHER.search(name) and "job" in _kind(tie.confidence, m) and not _SCHOOL_JOB.match(m[0])
        ):
            continue
        if _of_others(text, lower, m, end, tie.confidence):
            continue
        yield m.end(), end, tie.confidence, "an employer's name"


# "They've put me on the tills" is no guess about somebody.
_PUT_THERE = saying("employer.put_there")


# "On the tills at" is said by staff; "the tills at" and "queue at the tills at" by customers.
_POST = late(
    r"(?:line|phones|tills?|checkouts?|deli|bakery|counter|warehouse|doors|bins|vans|trucks|lorries|buses|trains) "
)
_ON_POST = late(r"(?<!\w)(?:on|off|works?|working|worked|run|running)(?: (?:the|a))?(?: \w+)? $")


def _kind(confidence: float, m: re.Match[str]) -> str:
    first = m[0].split()[0].strip(",")
    return "job" if first in STAFF_WORDS or confidence >= _FIRM or confidence == 0.64 else "other"


def _of_others(text: str, lower: str, m: re.Match[str], end: int, confidence: float) -> bool:
    """True when the words are about somebody else, a wish, a visit or the news."""
    before = lower[max(0, m.start() - 45) : m.start()]
    own = bool(_OWN_BEFORE.search(lower, max(0, m.start() - 24), m.end()))
    if (
        (MAYBE.search(before) and not _PUT_THERE.search(before + m[0]))
        or _WISHED.search(lower, max(0, m.start() - 120), m.start())
        or met(lower, m.start())
    ):
        return True
    if m[0].startswith("work") and not _someone_works(text, lower, m):
        return True
    if confidence < 0.75 and not own and VISITOR.search(lower, max(0, m.end() - 70), m.end()):
        return True
    if m[0].rstrip().endswith((",", "|", "/")) and ERRANDS.match(lower, end):
        return True
    if _POST.match(m[0]) and not own and not _ON_POST.search(before):
        return True
    told_of = bool(REPORTED.match(lower, end)) and not own
    first = m[0].split()[0].strip(",.")
    if first in STAFF_WORDS or confidence == 0.64:
        others = _OTHERS_JOB.search(before) and not _BEING.search(before)
        return bool(others) or told_of or (confidence == 0.64 and not _heads(lower, m.start()))
    if _PASSING.match(m[0]) and not own and not _AT_WORK(lower):
        return True
    if _LEAVES.match(lower, m.start()) and _WITH_SHOPPING.match(lower, end):
        return True
    if _WORKMATES.match(m[0]):
        return bool(_ACTED.match(lower, end)) and not SELF.search(lower)
    return False


# "Been at", "now at" and "joined" are said of shops and gyms too, so something about work must stand near.
_PASSING = saying("employer.passing")
_AT_WORK = stands("employer.at_work")
_LEAVES = late(r"left|leaving")
_WITH_SHOPPING = late(r" (?:with|without|carrying|empty|and (?:went|forgot)|car park|at \d)(?!\w)")

_ACTED = saying("employer.acted")
_WORKMATES = late(r"(?:team|crew|gang|colleagues?|lot|shift|workmates|staff|boss|bosses|manager|ward)(?!\w)")
_WISHED = saying("employer.wished")
_OWN_BEFORE = late(r"(?<!\w)(?:my|our|fellow|i|i'm|im|i am|we|me)(?!\w)")
_OTHERS_JOB = late(r"(?<!\w)(?:the|a|an|that|this|some|every|your|their|his|another|one)(?: [\w-]+){0,2} $")
_BEING = saying("employer.being")


def _heads(lower: str, at: int) -> bool:
    """True when a job title begins right here, or after at most three words of its own piece."""
    piece = re.split(r"[.!?\n|•,;:]|[\u2190-\u2bff\U0001f000-\U0001faff]", lower[max(0, at - 50) : at])[-1]
    return len(piece.split()) <= 3 and not re.search(
        r"(?<!\w)(?:it|in|watch|reading|about|the|with|and|see|new|was|had|got|get|is|customer|to|of)(?!\w)", piece
    )


_WORKER = saying("employer.worker", ANY_KIN=ANY_KIN)


_NAMED_KIN = late(rf"(?<!\w)(?i:{ANY_KIN}),? [A-Z][a-z]+ (?:who |also |still |now |only |just )?$")


def _someone_works(text: str, lower: str, m: re.Match[str]) -> bool:
    """True when a person does the working: "I work for ...", never "this only works for ..."."""
    named = _NAMED_KIN.search(text, max(0, m.start() - 30), m.start())
    return bool(named) or bool(_WORKER.search(lower, max(0, m.start() - 16), m.start()))


DETECTOR = Employer()
