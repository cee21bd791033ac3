"""Whom a person works for: employer, workplace, ward or team.

Finds: "I work for Kier", "shift at Tesco Extra Seacroft", "Social worker @ Kirklees Council", a council, force or hospital
alone in a bio, "@LeedsCC team" beside words of work.
Misses: shopping, news about councils and companies, "I work for myself", visits and complaints.
Why: an employer lets an angry stranger complain, and lets a fraudster write as a colleague.
Fix: name the kind of work, not the employer.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end
from privacy_check.text.vocabulary import DAY_WORDS, place_at

FINDS = (
    ("I work for Kier doing highways", "Kier"),
    ("Social worker @ Kirklees Council, views my own", "Kirklees Council"),
    ("just finished my shift at Tesco Extra Seacroft", "Tesco Extra Seacroft"),
    ("1985 vintage. Cumbria Police. Kendal.", "Cumbria Police"),
    ("proud to work for @NELincsCouncil", "@NELincsCouncil"),
)
MISSES = (
    "shopping in Tesco, Boots and Greggs, the holy trinity",
    "Bradford Council say the road will close on Monday",
    "I work for myself, worst boss ever",
    "I work from home on Fridays",
    "met the lovely team at Age UK in town",
)

_JOB = (
    r"(?:social worker|sw|support worker|family support worker|youth worker|foster carer|carer|care worker|care assistant|health visitor|midwife|nurse|staff nurse|student nurse|hca|sister|matron|doctor|gp|physio(?:therapist)?|paramedic|emt|radiographer|"
    r"pharmacist|dentist|surgeon|consultant|registrar|porter|therapist|ot|occupational therapist|counsellor|psychologist|teacher|lecturer|tutor|ta|police officer|pc|pcso|detective|dc|sergeant|constable|inspector|family court adviser|special constable|firefighter|fireman|prison officer|"
    r"probation officer|housing officer|council officer|tax officer|benefits officer|planner|planning officer|environmental health officer|engineer|driver|bus driver|hgv driver|lorry driver|train driver|postie|postman|postwoman|cleaner|chef|cook|barista|"
    r"barber|hairdresser|plumber|electrician|spark|sparky|joiner|roofer|scaffolder|labourer|gas engineer|warehouse op(?:erative)?|operative|op|picker|packer|forklift driver|grill chef|sous chef|bar staff|waiter|waitress|kitchen porter|sales exec(?:utive)?|exec|tech lead|team lead|lead|data lead|product manager|account manager|estate agent|lettings|trader|builder|bricklayer|mechanic|receptionist|administrator|admin|secretary|pa|accountant|solicitor|lawyer|paralegal|analyst|developer|dev|programmer|designer|manager|team manager|team leader|supervisor|"
    r"director|ceo|head|deputy|assistant|officer|advisor|adviser|apprentice|trainee|intern|volunteer|librarian|caretaker|security|warden|lifeguard|conductor|pilot|cabin crew|journalist|reporter|editor|producer|researcher|scientist|technician|"
    r"customer service|sales|cashier|colleague|employee|staff|worker|fitter|surveyor|architect|auditor|buyer|coordinator|co-ordinator|practitioner|iro|independent reviewing officer|dsl|lado|commissioner|recruiter|hr|it|marketing|comms|payroll|councillor|cllr)"
)
_JOB_HEADS = (
    "spark sparky roofer scaffolder labourer gas warehouse operative op picker packer forklift grill sous bar waiter waitress kitchen exec tech lead data product account estate lettings trader accountant admin administrator adviser advisor analyst apprentice architect assistant auditor barber barista benefits bricklayer builder bus buyer "
    "cabin care carer caretaker cashier ceo chef cleaner cllr co colleague commissioner comms conductor consultant cook coordinator council councillor "
    "counsellor customer dc dentist deputy designer constable detective dev developer director doctor driver dsl editor electrician employee emt engineer "
    "environmental family firefighter fireman fitter foster gp hairdresser hca head health hgv housing hr independent intern iro it joiner journalist lado "
    "lawyer lecturer librarian lifeguard lorry manager marketing matron mechanic midwife nurse occupational officer ot pa paralegal paramedic payroll pc "
    "pcso pharmacist physio physiotherapist pilot planner planning plumber police porter postie postman postwoman practitioner prison probation producer "
    "programmer psychologist radiographer receptionist recruiter registrar reporter researcher sales scientist secretary security sergeant sister social "
    "solicitor special staff student supervisor support surgeon surveyor sw ta tax teacher team technician therapist train trainee tutor volunteer warden "
    "worker youth "
)
_CUES = Cues(
    cue("work works working worked employed volunteer volunteers volunteering temp temping contracting intern interned interning slave graft grafting", r"(?:work|works|working|worked|employed|volunteer|volunteers|volunteering|temp|temping|contracting|intern|interned|interning|slave|graft(?:ing)?)(?: (?:full time|part time|nights|days|as an? [\w ]{2,25}?|now|here|there|again|hard|shifts|today|tonight))? (?:at|for|@|with|by) (?:the )?(?:lovely |good people at |team at |folks at |amazing )?", 0.8),
    cue("shift shifts night nights lates earlies break overtime double day first last second induction training new job my role position internship apprenticeship placement secondment interview career contract desk christmas leaving canteen colleague colleagues boss manager team crew gang stint time years yrs decade decades months weeks ward", r"(?:shift|shifts|night shift|nights|lates|earlies|my break|lunch break|break|overtime|double shift|long day|on call|on duty|last day|first day|first week|first shift|second week|induction|training day|new job|my job|new role|new post|job|role|position|internship|apprenticeship|placement|secondment|interview|career|contract|my desk|desk|christmas do|work do|leaving do|night out|canteen|colleagues?|boss|manager|team|crew|gang|shift done|stint|time|years|yrs|decades?|months|weeks|day|ward)(?: \w+){0,4}? (?:at|with|for|@) (?:the )?", 0.7),
    cue("start started starting starts joined joining back clocking clocked transferred promoted been now", r"(?:start|started|starting|starts|joined|joining|back on shift|clocking in|clocked in|clocking off|clocked off|back at work|transferred|promoted|been|now)(?: (?:work|back|my new job|a new job|new job|today|tomorrow|on monday|as an? [\w ]{2,25}?|in [\w ]{2,14}?))? (?:at|with|for|@) (?:the )?", 0.66),
    cue("joined joining left leaving quit quitting retired retiring handed redundant sacked fired resigned finished ex formerly previously late currently employer works work workplace job day", r"(?:joined|joining|left|leaving|quit|quitting|retir(?:ed|ing) from|retired|handed (?:in my notice|my notice in) (?:at|to)|redundant from|sacked (?:from|by)|fired (?:from|by)|resigned from|finished (?:at|with)|ex-?|formerly|previously|late of|currently(?: at| with)?|employer:?|works? at:?|workplace:?|work:|job:|day job:?) (?:at |with |the )?", 0.62),
    cue(_JOB_HEADS, rf"{_JOB}(?: \([\w &/]{{2,20}}\)| of \w+)? ?(?:at|@|for|with|in|w/|,|/|\||-|–|•)+ ?(?:the )?", 0.72),
    cue("tills till desk counter floor", r"(?:on the )?(?:tills?|desk|counter|shop floor|floor) (?:at|in) (?:the )?", 0.66),
    cue("everyone lot all folks gang crew girls lads", r"(?:send[- ]off|thanks?|thank you|cheers|love|drinks|goodbye|presents?|flowers|card)[^.!?\n]{0,24} (?:from|to|with) (?:everyone|the lot|all|all the (?:team|gang|girls|lads)|the (?:folks|gang|crew|girls|lads)) (?:at|in) (?:the )?", 0.66, before=60, after=50),
    cue("finish finishes teach teaches", r"(?:finish|finishes|teach|teaches) (?:at|for|with) (?:the )?", 0.66),
    cue("team", r"team (?=[A-Z])", 0.62, cased=True),
    cue("hiring recruiting vacancies jobs spaces come", r"(?:hiring|recruiting|vacancies|jobs going|spaces on my team|come work) (?:at|with|for) (?:us at )?(?:the )?", 0.65),
    cue("proud honoured pleased happy buzzing privileged", r"(?:proud|honoured|pleased|happy|buzzing|privileged) (?:member of|to be part of|part of|to work (?:for|at|with)|to join|to represent)(?: the| team)* ", 0.7),
    cue("team crew gang colleagues lot shift workmates staff bosses boss ward", r"(?:team|crew|gang|colleagues|lot|shift|workmates|staff|bosses|boss|ward) (?:at|@|from|in|of) (?:the )?", 0.6),
    cue("permanent accepted offered promotion graduated qualified registered", r"(?:permanent|accepted|offered a (?:job|post|role)|promotion|qualified|registered) (?:at|with|by|for|from) (?:the )?", 0.7),
    cue("clean cook nurse drive deliver serve lecture care temped cleaned cooked cleaning cooking nursing driving delivering serving lecturing sick", r"(?:clean|cook|nurse|drive|deliver|serve|lecture|care|temped|cleaned|cooked|cleaning|cooking|nursing|driving|delivering|serving|lecturing|off sick|sick) (?:part time |full time |nights )?(?:at|for|from) (?:the )?", 0.66),
    cue("ex", r"ex[- ](?:the )?", 0.62),
    cue("finished", r"finished work\W{1,4}", 0.6),
)  # fmt: skip
_NEEDS_ORG = 0.67
_ORG_END = (
    r"(?:council|borough|police|constabulary|fire (?:&|and) rescue(?: service)?|fire service|fire brigade|ambulance(?: service)?|hospitals?|infirmary|nhs(?: foundation)?(?: trust)?|trust|"
    r"children's services|children's trust|social services|adult social care|housing(?: association)?|homes|fostering(?: service)?|hospice|surgery|medical centre|health centre|academy trust|"
    r"building society|bank|probation(?: service)?|prison|ltd|limited|plc|llp|solicitors|group|care|services|council's|airport|university|college|hotel|brewery|bakery|airways|airlines|water|rail|"
    r"logistics|engineering|construction|consulting|foundation|charity|partnership|society|federation|recruitment|agency|nursing home|care home|centre|a&e|royal infirmary|general)"
)
_SURE_ORG = cue(
    "mbc cbc cc dc council police constabulary rescue fire service brigade ambulance hospital hospitals infirmary trust services fostering hospice association society probation care",
    r"(?<![\w@#'])((?:[A-Z][\w'.-]*,?|&|and|of|on|upon|in)(?: (?:[A-Z][\w'.-]*|&|and|of|on|upon|in)){0,5}? )?"
    r"(Council|Police|Constabulary|Fire (?:&|and) Rescue(?: Service)?|Fire Service|Fire Brigade|Ambulance(?: Service)?|Hospitals?|Infirmary|(?:NHS )?(?:Foundation )?Trust|Children's Services|Children's Trust|"
    r"Fostering|Hospice|Housing Association|Academy Trust|Building Society|NHS Trust|Probation|MBC|CBC|CC|DC|County Council|City Council|Borough Council|Care|Council's)(?![\w-])",
    before=70,
    after=45,
    cased=True,
)
_NHS = cue(
    "nhs hmp raf hms camhs",
    r"(?<![\w@#])(?:NHS|HMP|RAF|HMS|CAMHS) [A-Z][\w']+(?: (?:and|&) [A-Z][\w']+| [A-Z][\w']+)?",
)
_WORK_WORDS = word_set(
    "shift shifts colleague colleagues team boss job hiring work working works worker employee staff canteen rota workmate workmates leaving proud lot crew desk payslip overtime duty ward trainee induction "
    "uniform tribunal redundant redundancy retired retire career role officer nurse midwife planner engineer lecturer social postie driver interview"
)
_ENDS_AS_ORG = re.compile(rf"{_ORG_END}$")
_STAFF = cue(
    "chef grill supervisor barista cashier driver picker employee colleague staff worker engineer postie lifer till apprentice manager canteen shift",
    r"(?<![\w@#'])(?:[A-Z][\w'&-]*(?: (?:&|[A-Z][\w'&-]*)){0,2})(?= (?:grill chef|chef|supervisor|barista|cashier|driver|picker|employee|colleague|staff|worker|engineer|postie|lifer|till girl|apprentice|manager|canteen|shift))",
    before=40,
    after=20,
    cased=True,
)
_HANDLE = re.compile(r"@[a-z][\w.]{2,40}")
_HANDLE_CUE = re.compile(
    rf"(?:{_JOB}|work(?:s|ing)?(?: for| at| with)?|team|employed by|proud to work for|proud of my team @|colleagues?|@|at|for|with|shift at|job at) ?(?:the )?$"
)
_REPORTED = re.compile(
    r"(?:'s)? (?:say|says|said|has announced|have announced|announced?s?|have lost|has lost|has confirmed|confirmed|warns?|urges?|are appealing|is appealing|appeal|are looking|have closed|has closed|plans?|wants?|will|won't|is consulting|are consulting|have|has|are|were|was|put|cabin crew)\b"
)
_VISITOR = re.compile(
    r"(?:shopping|shop|queue|queued?|met|visit(?:ed|ing)?|thanks? to|thank you(?: to)?|ring|call(?:ed)?|report(?:ed)?|contact|email|complain\w*|popped|popping|off to|nipped|lunch|meal|dinner|breakfast|tea|bought|order(?:ed)?|parcel|delivery|waiting|patient|appointment|seen|operation)(?: \w+){0,4} (?:in|at|from|to|the|by)? ?(?:the )?$"
)
_NOT_ORG = (
    word_set(
        "myself home height children people uk us the a an my our school uni university college work god this that it himself herself themselves nothing free fun peanuts life love charity mr mrs miss ms you him her them "
        "christmas xmas easter half bbc1 bbc2 zoom teams i i'm me"
    )
    | DAY_WORDS
)
_SCHOOL = re.compile(
    r"\b(?:primary|school|academy|nursery|infants?|juniors?|high|grammar|college|university|uni|ysgol|montessori|preschool|sixth form)$"
)


@cache
def known() -> dict[str, bool]:
    """Lower-case employer names; True where the name is also an everyday word."""
    text = files("privacy_check.data").joinpath("employers.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    found: dict[str, bool] = {}
    for entry in (entry.strip() for line in lines for entry in line.split(",")):
        if entry:
            name = entry.lstrip("!").casefold()
            found[name] = found.get(name, False) or entry.startswith("!")
    return found


_TOO_COMMON = word_set("my new time come late care then it or head of a")


def _name_words() -> frozenset[str]:
    """One telling word of each listed employer, so that a bare name in a bio is looked at."""
    runs = (re.findall(r"[^\W\d_]+", name) for name, plain in known().items() if not plain)
    return frozenset(max(words, key=len) for words in runs if words)


class Employer(BaseDetector):
    """Employers and workplaces."""

    name = "employer"
    entity_types = (EntityType.EMPLOYER,)
    triggers = Triggers(
        words=(_CUES.words | _SURE_ORG.words | _NHS.words | _STAFF.words | _name_words()) - _TOO_COMMON,
        parts=("@",),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per employer."""
        lower = folded.lower
        taken: list[tuple[int, int]] = []
        for start, end, confidence, why in (
            *_cued(folded),
            *_handles(folded),
            *_organisations(folded),
            *_bio(folded),
        ):
            if any(start < e and s < end for s, e in taken) or _SCHOOL.search(lower, start, end):
                continue
            taken.append((start, end))
            yield Match(EntityType.EMPLOYER, start, end, confidence, why, "WRK-05")


Found = tuple[int, int, float, str]


_SITE = re.compile(
    r"(?: (?:depot|warehouse|health board|branch|store|distribution centre|fulfilment centre|factory|plant|hub|trust|council|hospital|care home|nursing home|bakery|dental))+(?: in [A-Z][a-z]+)?(?!\w)"
)


def _name_end(text: str, lower: str, at: int) -> int | None:
    if lower.startswith("@", at):
        handle = _HANDLE.match(lower, at)
        return handle.end() if handle else None
    if not capitalised(text, at):
        return None
    end = run_end(text, at, 6)
    if lower[end : end + 4] == " a&e":
        end += 4
    name = lower[at:end]
    for cut in (" on ", " in ", " at ", " for ", " and i", " by "):
        if cut in name and name.split(cut)[-1].split()[0] in DAY_WORDS:
            end = at + name.index(cut)
            name = lower[at:end]
    words = name.split()
    while words and words[-1] in DAY_WORDS:
        words.pop()
        end = at + len(" ".join(words))
    site = _SITE.match(text, end)
    if site:
        end = site.end()
    if not words or words[0] in _NOT_ORG or (len(words[0]) < 2):
        return None
    return end


def _cued(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern, m in _CUES.finditer(folded):
        confidence = pattern.confidence
        at = m.end()
        end = _name_end(text, lower, at)
        if end is None:
            continue
        name = lower[at:end]
        listed = _listed(name)
        if confidence < _NEEDS_ORG and not listed and not _ENDS_AS_ORG.search(name):
            continue
        if m[0].startswith("staff") and not _MINE.search(lower, max(0, m.start() - 24), m.start()):
            continue
        if confidence <= 0.6 and _REPORTED.match(lower, end):
            continue
        if name.split()[0] in _FICTION:
            continue
        place = place_at(lower, at)
        if (
            (place and place[0] == end)
            or (confidence < 0.75 and _VISITOR.search(lower, max(0, m.end() - 70), m.end()))
            or _met(lower, m.start())
        ):
            continue
        if m[0].startswith("work") and not _someone_works(lower, m, listed or bool(_ENDS_AS_ORG.search(name))):
            continue
        if m[0].rstrip().endswith(("|", ",", "/", "-", "•")) and not (listed or _ENDS_AS_ORG.search(name)):
            continue
        if re.match(
            r"(?:years|yrs|time|day|team|been|now|start|back|last|first|nights|weeks|months)", m[0]
        ) and not (listed or (_ENDS_AS_ORG.search(name) or name.endswith("'s"))):
            continue
        yield at, end, confidence, "an employer's name"


_PRAISED = re.compile(r" \w+(?:,)? (?:are|is|were|was|have|has|deserve|do|need|on strike)(?!\w)")
_MINE = re.compile(r"(?<!\w)(?:my|our|fellow) (?:\w+ )?$")
_FICTION = word_set("hogwarts dunder wernham greendale sterling bluth waystar springfield acme")
_WORKER = re.compile(
    r"(?:^|[.!?,;:|(\n]|(?<!\w)(?:i|we|he|she|who|they|you|to|also|and|but|now|still|currently|used to|i've|i'm|we're|been|started|start|love|hate|loved|enjoy|proud|from|after|while|when|"
    r"mum|dad|husband|hubby|wife|partner|son|daughter|sister|brother|mate|bf|gf|nan|boyfriend|girlfriend|happily|actually|usually|that|as|is|are|was|years|yrs|job|me|people|social|support|youth|care)|[^\x00-\x7f]) ?$"
)


def _someone_works(lower: str, m: re.Match[str], known_name: bool) -> bool:
    """True when a person does the working: "I work for ...", never "this only works for ..."."""
    if m[0].split()[-1] in ("with", "by") and not known_name:
        return False
    return known_name or bool(_WORKER.search(lower, max(0, m.start() - 16), m.start()))


def _met(lower: str, start: int) -> bool:
    return (
        bool(
            re.search(
                r"(?:met|thank(?:s| you)(?: so much)?(?: to)?|shout ?out(?: to)?|love|visited|saw|hats off to|cheers to|well done to)(?: \w+){0,3} $",
                lower[max(0, start - 30) : start],
            )
        )
        and "night team" not in lower
    )


def _listed(name: str) -> bool:
    first = known()
    words = name.split()
    return any(" ".join(words[:n]) in first for n in range(1, min(4, len(words)) + 1))


def _listed_end(name: str) -> int:
    """End of the employer that `name` begins with; 0 when it begins with none, or with an everyday word."""
    words = name.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        first = " ".join(words[:count])
        if known().get(first) is False:
            return len(first)
    return 0


def _handles(folded: Folded) -> Iterator[Found]:
    lower = folded.lower
    if "@" not in lower:
        return
    for handle in _HANDLE.finditer(lower):
        m = _HANDLE_CUE.search(lower, max(0, handle.start() - 40), handle.start())
        if m is None:
            continue
        official = re.search(
            r"wyp|gmp|council|city|county|nhs|police|trust|fire|cc(?:_|$)|bc$|mbc|hospital|amb|borough|rescue|care|housing|uni",
            handle[0],
        )
        working = re.match(r"(?:work|team|employed|proud|colleague|shift|job)", m[0])
        if official or (working and m[0].rstrip().endswith(("for", "at", "by", "with"))):
            yield handle.start(), handle.end(), 0.7, "an employer's account"


def _organisations(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    if _WORK_WORDS.isdisjoint(folded.words) and "@ " not in lower:
        return
    for m in (*_SURE_ORG.finditer(folded), *_NHS.finditer(folded)):
        start = _without_lead(text, m.start(), m.end())
        if (
            start is None
            or _REPORTED.match(lower, m.end())
            or _VISITOR.search(lower, max(0, start - 70), start)
            or _met(lower, start)
        ):
            continue
        yield start, m.end(), 0.6, "an organisation you may work for"
    for m in _STAFF.finditer(folded):
        if _listed(m[0].casefold()) and not _PRAISED.match(lower, m.end()):
            yield m.start(), m.end(), 0.65, "an employer's name"


_GENERAL = word_set(
    "children's services,social services,adult social care,housing association,county council,city council,borough council,the council,ambulance service,fire service,foundation trust,nhs trust,academy trust",
    ",",
)


def _without_lead(text: str, start: int, end: int) -> int | None:
    """Drops joining words in front; None when only the general word is left ("the Council")."""
    while True:
        lead = re.match(
            r"(?:and|of|on|upon|in|the|at|&|The|At|For|My|Our|So|With|From|And|Ex|Retired|Proud|Love|I|Thanks|Former|Previously|Dear) ",
            text[start:end],
        )
        if lead is None:
            break
        start += lead.end()
    return start if " " in text[start:end] and text[start:end].casefold() not in _GENERAL else None


def _bio(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    if not is_bio(text):
        return
    found = pieces(text)
    shopping = sum(lower[start:end] in known() for start, end in found) > 1
    for start, end in found:
        lead = re.match(
            r"(?:ex-?|retired|former(?:ly)?|previously|proud|now|currently|works? (?:at|for)|@|at|team)\s?(?=[A-Za-z])",
            lower[start:end],
        )
        begin = start + (lead.end() if lead else 0)
        name = lower[begin:end]
        if not name or not capitalised(text, begin):
            continue
        whole = known().get(name)
        if (whole is False and (lead or not shopping)) or (whole and lead):
            yield begin, end, 0.65, "an employer's name"
            continue
        sure = _SURE_ORG.pattern.match(text, begin)
        if (sure and sure.end() == end and " " in name and name not in _GENERAL) or _NHS.pattern.fullmatch(
            text, begin, end
        ):
            yield begin, end, 0.7, "an organisation you may work for"
            continue
        after = re.match(
            r"([A-Z][\w'&-]*(?: (?:&|[A-Z][\w'&-]*)){0,3}) (?:employee|colleague|staff|engineer|postie|lecturer|nurse|driver|officer|worker|manager|planner|apprentice|admin|girl|lad|cleaner|porter|receptionist|picker|cashier)",
            text[begin:end],
        )
        tail = re.match(
            r" (?:till|until|by day|by night|for now|since|most days|weekends|nights|\w+ supervisor)(?!\w)",
            lower[begin:end][_listed_end(name) :],
        )
        if tail and _listed_end(name):
            yield begin, begin + _listed_end(name), 0.65, "an employer's name"
            continue
        if after and (
            _listed(after[1].casefold()) or (" " in after[1] and _ENDS_AS_ORG.search(after[1].casefold()))
        ):
            yield begin, begin + after.end(1), 0.65, "an employer's name"


DETECTOR = Employer()
