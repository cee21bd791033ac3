"""Told employers and own businesses: in full, shortened, as initials, as a tag or an account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.known.base import Check, Form, all_small, flexible, near, needle_of, words_of
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.employers import known
from privacy_check.text.fold import Folded, fold
from privacy_check.text.sayings import listed, piece
from privacy_check.text.vocabulary import everyday_words, first_names, places

_WORKED_SAID = piece("known_employers.worked")

EMPLOYER = "your employer"
BUSINESS = "your own business"

_FORM_WORDS = word_set("nhs city borough county metropolitan district royal the london of and")
_FIRMS = word_set("ltd limited plc llp inc co company")
_LEGAL = word_set("association ltd limited plc llp trust foundation nhs services service group inc uk co company")
_SHORT = {
    "university": r"uni(?:v(?:ersity)?)?\.?",
    "uni": r"uni(?:versity)?",
    "association": r"ass(?:oc|n)?(?:iation)?\.?",
    "hospital": r"hosp(?:ital)?\.?",
    "hospitals": r"hosp(?:ital)?s?\.?",
    "limited": r"(?:limited|ltd\.?)",
    "ltd": r"(?:limited|ltd\.?)",
    "council": r"c(?:oun)?c(?:i)?l",
    "services": r"(?:services?|svcs?\.?)",
    "service": r"services?",
    "veterinary": r"vet(?:erinary|s|\.)?",
    "vets": r"vet(?:s|erinary)",
    "group": r"(?:group|grp)",
    "department": r"dep(?:ar)?t(?:ment)?\.?",
    "international": r"int(?:ernationa|')?l\.?",
    "college": r"coll(?:ege|\.)?",
    "school": r"sch(?:ool|\.)?",
    "company": r"co(?:mpany|\.)?",
    "brothers": r"bro(?:ther)?s\.?",
    "saint": r"(?:saint|st\.?)",
    "st": r"(?:saint|st\.?)",
    "centre": r"cent(?:re|er|\.)",
    "solicitors": r"solicitors?",
    "logistics": r"logistics?",
    "engineering": r"eng(?:ineering|\.)?",
    "construction": r"const(?:ruction|\.)?",
    "technologies": r"tech(?:nolog(?:y|ies))?",
    "technology": r"tech(?:nology)?",
    "government": r"gov(?:ernment|t)?\.?",
    "borough": r"bor(?:ough|o|\.)?",
}
_GAP = r"(?:[\s._-]{1,3}|\s?(?:&|\+)\s?|\s(?:and|n|'n'|an')\s)"
_WORK = re.compile(
    "(?<![a-z])(?:shifts?|work|working|works|worked|job|jobs|team|colleagues?|office|canteen"
    r"|boss(?:es)?|desk|rota|staff\w*|hiring|interview|leaving do|away day|my lot|crew|meetings?"
    "|housing|adoption|payroll|union|strike|picket|lanyard|induction|probation|hr|manager|nurse"
    "|night out|christmas do|xmas do|party|uniform|overtime|payslip|contract|ward|depot|warehouse"
    r"|employed|started|years at|career|apprentic\w+|trainee|intern\w*|reception|recruit\w*"
    r"|vacanc\w+|kitchen|hi-?vis|training|first day|last day|monday|back at|home by|clock\w*|bonus"
    "|wages|promotion|trustees?|volunteers?|lot|netball|five-a-side|5-a-side|football team|girls"
    "|boys|lads|gang|stocked|stall|customers?|orders?|open day|car park|van|shop)(?![a-z])"
)
_ORGANISED = re.compile(
    r"(?<![a-z])(?:health board|board|trust|hospitals?|council|group|services?|shifts?|work\w*|job"
    "|team|colleagues?|staff|ward|rota|car park|canteen|union|strike|picket|crew|payroll|lot"
    r"|night out|office|boss\w*|uniform|depot|interview|years at|van|recruit\w*|hiring|manager"
    "|girls on tour|lads|christmas do|xmas do|party|away day|training|induction|hr"
    "|meetings?)(?![a-z])"
)
_WORK_AT = re.compile(
    "(?:work(?:s|ed|ing)?|job|shifts?|day|years?|career|started|start|boss|manager|colleagues?|team"
    "|desk|office|employed|placement|apprenticeship|internship|interview|induction|nights|lates"
    "|earlies|rota|payroll|hr|meeting|staff|nurse|driver|teacher|chef|engineer|trainee|here|back|am"
    "|are)(?: (?:down|over|up|out|done|today|again))? (?:at|for|with|@|in|by) (?:the )?$"
)
_TEAM_AFTER = re.compile(
    "'?s? (?:(?:duty|night|day|housing|parks|planning|bins?|social|care|adult|children'?s|customer"
    "|it|finance|maintenance|gritting|refuse|contact|support|call|admin|legal|press|comms"
    r"|assessment|safeguarding|early help|relief|bank|duty|sales|warehouse|site) )?(?:staff\w*"
    "|canteen|team|shifts?|colleagues?|office|rota|nights? out|night shift|day shift|mates|gang"
    "|crew|lot|uniform|boss(?:es)?|payroll|hr|christmas (?:do|party)|xmas (?:do|party)|works? do"
    "|away day|car park|netball|football|5-a-side|five-a-side|kitchen|depot|warehouse|managers?"
    "|management|meetings?|induction|training|union|strike|picket|control room|open day|lads|girls"
    "|boys|leaving do|lanyard|van|fleet|vending|toilets|lockers|parking|wages|payday|overtime|choir"
    "|band|orchestra|running club|book club|quiz|bake sale|raffle|sports day|awards|conference"
    r"|intranet|email|laptop|badge|id card|hi-?vis|payslips?|pensions?|redundanc\w+|apprentices?"
    "|graduates?|hq|reception|colleague|nurses?|drivers?|porters?|wards?|theatres?|lunch|fridge"
    "|microwave|biscuits|coffee)(?![a-z])"
)
_WORKED_AT = re.compile(rf"(?<![a-z])(?:{_WORKED_SAID})(?: (?:up|over|down|back|out|here))? (?:at|for) (?:the )?$")
_VISITED = re.compile(
    r"[ -](?:hospice|terrier|rescue|shopping|centre|market|racecourse|station|arms|inn|hotel|park|beach"
    r"|uni)(?![a-z])"
)
_TAG_LEAD = piece("known_employers.tag_lead")
_TAG_TAIL = piece("known_employers.tag_tail")


def employer_forms(name: str, fact: str = EMPLOYER) -> Iterator[Form]:
    """The name in full, shortened ("Leeds Council"), as #hashtag or @account, and as initials beside words of
    work.
    """
    words = words_of(name)
    kept = [word for word in words if word not in ("and", "the", "of")] or words
    if not words:
        return
    for pattern, needle, confidence, check in _written(_camel_parts(name), words, kept):
        yield Form(
            re.compile(pattern),
            (needle,),
            EntityType.EMPLOYER,
            "WRK-05",
            fact,
            "an employer you told us",
            confidence,
            check,
        )
    long, short = _tags(words, kept)
    if long:
        loose = "|".join(r"[._-]?".join(tag) for tag in long)
        needles = tuple(sorted({tag[0][:4] for tag in long}))
        yield _tagged(rf"[@#]{_TAG_LEAD}[._-]?(?:{loose}){_TAG_TAIL}(?!\w)", needles, fact)
    if len(kept) > 1 and len(kept[0]) > 4 and kept[0] not in places():
        first = re.escape(kept[0].replace("'", ""))
        yield _tagged(
            rf"[@#](?:team|lifeat|workingat|workat|proudof|proudtobe|weare)_?{first}(?!\w)", (first[:4],), fact
        )
    if short:
        yield _tagged(rf"[@#]{_TAG_LEAD}_?(?:{'|'.join(short)}){_TAG_TAIL}(?!\w)", tuple(short), fact)


def _tagged(pattern: str, needles: tuple[str, ...], fact: str) -> Form:
    return Form(re.compile(pattern), needles, EntityType.EMPLOYER, "WRK-05", fact, "an employer you told us", 0.85)


def _camel_parts(name: str) -> list[str]:
    """ "tay", "ports" of "TayPorts": a name run together can be written apart again."""
    parts = re.findall(r"[A-Z][a-z]{2,}", fold(name).text)
    return words_of(" ".join(parts)) if len(parts) > 1 and "".join(parts) == name else []


Written = tuple[str, str, float, Check | None]


def _written(apart: list[str], words: list[str], kept: list[str]) -> Iterator[Written]:
    """Patterns for the name in running words, each with a needle, its confidence and what must hold besides."""
    bare = "".join(words).replace("'", "")
    short = len(words) == 1 and (len(bare) <= 4)
    plain = len(words) == 1 and (
        bare in first_names() or bare in places() or bare in known() or words[0] in known()
    )
    check: Check | None = _plain_at_work if plain else None
    if short:
        check = _upper_or_at_work if len(bare) > 3 else _initials_at_work
    yield _org(kept), needle_of(kept[0]), 0.9, check
    trimmed = list(kept)
    while len(trimmed) > 2 and trimmed[-1] in _LEGAL and trimmed[-2] in _LEGAL:
        trimmed = trimmed[:-1]
        yield _org(trimmed), needle_of(kept[0]), 0.85, _capital
    if apart:
        yield _org(apart), needle_of(apart[0]), 0.75, _capital
    core = [word for word in kept if word not in _FORM_WORDS] or kept
    while len(core) > 1 and core[-1] in _LEGAL:
        core = core[:-1]
    if 1 < len(core) < len(kept):
        # "South Eastern" of South Eastern Trust is also a railway.
        anybodys = all(word in _ORDINARY or word in places() for word in core)
        yield _org(core), needle_of(core[0]), 0.8, _capital_at_work if anybodys else _capital
    if len(core) > 2:
        yield _org([core[0], core[-1]]), needle_of(core[0]), 0.75, _capital
        for some in range(2, len(core)):
            yield _org(core[:some]), needle_of(core[0]), 0.7, _capital_at_work
        yield _org(core[-2:]), core[-2][:3], 0.65, _capital_at_work
    if len(core) > 1:
        short = len(core[0]) < 5 and core[0] in everyday_words()
        anybodys = short or core[0] in places() or core[0] in first_names() or core[0] in _ORDINARY
        yield _org(core[:1]), core[0][:4], 0.65, _of_a_team if anybodys else _alone_at_work
    if len(kept) > 1:
        proper = [word for word in kept if word not in _FIRMS]
        for initials in sorted({"".join(w[0] for w in some) for some in (kept, words, proper)}):
            if len(initials) > 2:
                yield rf"(?<![\w@#]){initials}(?!\w)", initials, 0.7, _initials_at_work
                yield _dotted(initials), f"{initials[0]}.", 0.7, _upper
    if short and len(bare) > 2:
        yield _dotted(bare), f"{bare[0]}.", 0.7, _upper


def _dotted(initials: str) -> str:
    return r"(?<![\w@#.])" + r"\.\s?".join(initials) + r"(?:\.|(?!\w))"


def _org(words: list[str]) -> str:
    pattern = _GAP.join(_SHORT.get(word, flexible([word])) for word in words)
    return rf"(?<![\w@#-]){pattern}(?!\w|-\w)"


def _tags(words: list[str], kept: list[str]) -> tuple[list[list[str]], list[str]]:
    """Names run together for tags, as patterns of their words; and initials, which bear no other words around
    them.
    """
    core = [word for word in kept if word not in _FORM_WORDS] or kept
    several = [words, kept, core]
    while len(core) > 1 and core[-1] in _LEGAL:
        core = core[:-1]
        several.append(core)
    if len(core) > 2:
        several += [core[:2], [core[0], core[-1]], core[:-1]]
    if len(core) == 2 and core[1] in _SHORT:
        several.append(core)
    if len(kept) > 2:
        several += [[kept[0], "".join(w[0] for w in kept[1:])], ["".join(w[0] for w in kept[:-1]), kept[-1]]]
    if len(core) > 2 and core[-1] in _SHORT:
        several.append(core[:-1])
    long: dict[str, list[str]] = {}
    for some in several:
        bare = "".join(some).replace("'", "")
        if len(bare) >= 4 and not (len(some) == 1 and len(words) > 1 and len(bare) < 7):
            long[bare] = [
                _SHORT.get(word, re.escape(word.replace("'", ""))).replace(r"\.?", "").replace(r"|\.", "")
                for word in some
            ]
    initials = {"".join(w[0] for w in kept), "".join(w[0] for w in words)} if len(kept) > 1 else {"".join(words)}
    return [long[key] for key in sorted(long, key=len, reverse=True)], sorted(
        i for i in initials if 2 < len(i) < 6
    )


_ORDINARY = listed("known_employers.ordinary")


def _upper(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start:end].isupper()


def _capital(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if not (text[start].isupper() or all_small(folded, start, end)):
        return False
    return not re.match(r" (?!The|And|Is|I\b)[A-Z][a-z]", text[end : end + 4]) or near(
        folded, start, end, _WORK, 30
    )


def _upper_or_at_work(folded: Folded, start: int, end: int) -> bool:
    return (folded.text[start:end].isupper() and not _SONG.match(folded.lower, end)) or _at_work(
        folded, start, end
    )


_SONG = re.compile(r" (?:song|song\w|murders|show|film)(?![a-z])")


def _capital_at_work(folded: Folded, start: int, end: int) -> bool:
    return _capital(folded, start, end) and near(folded, start, end, _ORGANISED)


def _alone_at_work(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if not (text[start].isupper() or all_small(folded, start, end)) or re.match(r"[ -][A-Z]", text[end : end + 2]):
        return False
    ahead = folded.lower[max(0, start - 40) : start]
    return bool(_TEAM_AFTER.match(folded.lower, end) or _WORK_AT.search(ahead) or _WORKED_AT.search(ahead))


def _of_a_team(folded: Folded, start: int, end: int) -> bool:
    """A town that also names the employer: only "Gateshead duty team" and "nights at Airedale" will do."""
    team = _TEAM_AFTER.match(folded.lower, end)
    if not folded.text[start].isupper() or re.match(r"[ -][A-Z]", folded.text[end : end + 2]):
        return False
    if team is not None and " team" in team[0]:
        return True
    worked = _WORKED_AT.search(folded.lower, max(0, start - 40), start)
    return worked is not None and not _VISITED.match(folded.lower, end)


def _plain_at_work(folded: Folded, start: int, end: int) -> bool:
    """A name that is also a word, a place or a shop for everybody: with words of work, and with its capital."""
    if folded.text[start].isupper():
        return near(folded, start, end, _WORK)
    return bool(_TEAM_AFTER.match(folded.lower, end) or _WORK_AT.search(folded.lower[max(0, start - 40) : start]))


def _at_work(folded: Folded, start: int, end: int) -> bool:
    return near(folded, start, end, _WORK)


def _initials_at_work(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start:end].isupper() and bool(
        _TEAM_AFTER.match(folded.lower, end) or _WORK_AT.search(folded.lower[max(0, start - 40) : start])
    )
