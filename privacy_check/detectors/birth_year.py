"""A year of birth, said or hidden: "born in 88", "'79 vintage", "you 2003 borns", the 94 at the end of a handle.

Finds: years a person ties to their own birth or style, and years at the end of a whole handle.
Misses: years of events, albums, films and firms, "class of 2004", "est. 2016", counts, handle numbers no one is born in.
Why: the year completes a date of birth, and a handle carries it to every site.
Fix: choose a handle without numbers; leave the year out.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ANY_KIN
from privacy_check.text.runs import is_bio, pieces
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
_CAME = r"(?:came into (?:this|the) world|came into being|arrived on (?:this|the) (?:planet|earth)|arrived in (?:this|the) world|entered (?:this|the) world|had (?:me|us)|gave birth to me|popped out|hatched|was made|was hatched|saw the light)"
_WHEN = r"(?:(?:back |way back )?(?:in |circa |on )?(?:the (?:year |hot |long )*)?(?:(?:summer|winter|spring|autumn|late|early|hot summer|end|start|year) (?:of )?)?)"
_END = r"(?![/:.,-]\d|[\w%]| (?:people|signatures|quid|pounds|miles|followers|babies))"
_SAID = Cues(
    cue("had came arrived entered gave popped hatched was saw", rf"{_CAME}(?: (?!in\b)\w+){{0,3}}? {_WHEN}(?:{_YEAR}|{_WORD_YEAR}){_END}", 0.75),
    cue("born b", rf"(?<!\w)(?:born|b)(?:\.|orn)?:? (?:(?:and|&|n) (?:bred|raised) )?(?:back |way back )?(?:in |circa |c\.? ?|on )?(?:the (?:year )?)?(?:(?:summer|winter|spring|autumn|late|early|hot summer) (?:of )?)?(?:{_YEAR}|{_WORD_YEAR}){_END}", 0.8),
    cue("born", rf"born (?:(?:and|&|n) (?:bred|raised) )?(?:in |at |near )?(?!in\b)[a-z][\w'-]*(?: (?!in\b)[a-z][\w'-]*){{0,2}}?,? (?:back )?(?:in )?(?P<year>{_FULL}|in (?:'?[4-9]\d)){_END}", 0.75),
    cue("born", rf"born (?:in )?the (?:same )?(?:year|summer|day|week|month|night)(?: (?:as|that|when))? [^.!?\n]{{3,44}}?[(, ]+(?:in |back in )?(?P<year>{_FULL}){_END}", 0.75),
    cue("b", rf"(?<!\w)b\.? ?{_FULL}(?!\w)", 0.7),
    cue("vintage baby babies model edition born borns kid child bab liner made issue", rf"(?<![\w£$])(?:{_FULL}|'[3-9]\d|'0\d)(?: (?!first|limited|special|has|was|were|is|are|and|to|but|not|though)\w+)? ?(?:vintage|baby|babies|model|edition|borns?|kids?|child|bab|liner|made|issue)(?!\w)", 0.75, before=22, after=14),
    cue("vintage baby babies model born borns kid child bab liner", r"(?<![\w£$:.,/-])(?:[4-9]\d|0\d) (?:vintage|baby|babies|model|borns?|kid|child|bab|liner)(?!\w)(?! (?:mill|seat|class|group|wipes|clothes))", 0.75, before=6, after=12),
    cue("born", rf"(?<!\w)born (?:before|after|when|just after|just before|as|during|in the same year as|the same (?:year|summer|day|week|month) as|in the year of|in the year)[^.!?\n]{{2,44}}?[(, ]+(?:in |back in )?(?P<year>{_FULL}){_END}", 0.7),
    cue("was is", rf"(?<!\w)(?P<year>{_FULL}|{_WORD_YEAR}) (?:is|was) (?:when|the year) (?:i|they|my mum|mum) (?:arrived|was born|came|had me|made me|turned up)", 0.75, before=40, after=40),
    cue("me my", rf"(?<!\w)(?P<year>{_FULL}) (?:was|is|saw|brought|gave the world) (?:me(?=\W*$|,|\.| and|:| arriv)|my (?:birth(?!day)|year of birth|arrival))", 0.7, before=22, after=16),
    cue("i", rf"(?<!\w)i (?:arrived|turned up|came along|came into it|showed up|appeared|landed) (?:back )?in {_YEAR}{_END}", 0.7),
    cue("mum mam mother", rf"(?:mum|mam|mother) (?:popped me out|had me|gave birth to me|birthed me|made me)(?: (?!in\b)\w+){{0,3}}? {_WHEN}{_YEAR}{_END}", 0.75),
    cue("year", rf"year (?:that )?(?:i was born|of my birth)[^.!?\n\d]{{0,14}}(?P<year>{_FULL}){_END}", 0.75),
    cue("year", rf"year of the (?:rat|ox|tiger|rabbit|dragon|snake|horse|goat|sheep|monkey|rooster|dog|pig)[, (]{{1,2}}(?P<year>19[4-9]\d|200\d){_END}", 0.65),
    cue("edition loading", rf"(?:limited edition|loading since|under warranty since|in beta since)[, ]{{1,2}}(?:19[4-9]\d|200\d){_END}", 0.65, before=10),
    cue("i'm im i", r"(?<!\w)(?:i'm|im) (?P<year>19[4-9]\d|200\d)(?= (?:and|so|but|born|not)(?!\w)|[.,!]*$)", 0.65),
    cue("arrived", rf"^arrived (?:back )?in (?:19[4-9]\d|'[4-9]\d){_END}", 0.65, before=1),
    cue("and good great fine a", r"^(?P<year>'[4-9]\d|19[4-9]\d|200\d)(?= and (?:still|proud|never|loving|already|counting)|, (?:an? )?(?:good|great|fine|excellent) (?:year|vintage))", 0.65, before=8),
    cue("kid child", rf"(?:[5-9]0s|noughties|nineties|eighties|seventies) (?:kid|child|baby) \((?P<year>{_FULL})\)", 0.7, before=10),
    cue("vintage model made mk manufactured child kid baby product circa year yr birth yob born dob", rf"(?<!\w)(?:vintage|model|made in|model year|mk|manufactured(?: in)?|child of|kid of|baby of|product of|circa|(?:year|yr) of (?:my )?birth|birth ?year|yob|y\.o\.b\.?|born|dob(?: year)?)(?::| is| was|'s| =|=| -)? ?(?:the )?{_YEAR}{_END}(?! in [^\W\d_])", 0.7),
    cue("since", rf"(?:on (?:this|the|god's) (?:earth|planet|rock|green earth)|(?:[a-z]+ing (?:[a-z]+ )?(?:people|everyone|my mum|my mother|my parents|noise|trouble|chaos|the world|havoc)|alive|here|around|existing|breathing|going|awesome|fabulous|being \w+)|been an? (?:\w+ ){{0,2}}(?:nuisance|pain|legend|problem|menace|mess|disappointment|liability|handful|nightmare|worry)) since {_YEAR}{_END}", 0.7, before=44, after=14),
    cue("from", r"(?:i'm|im|i am) from (?:19[4-9]\d|'?[5-9]\d)(?![\w%/:.-]| (?:high|mill|station|church))", 0.6, before=8, after=12),
    cue("kid child baby", rf"(?<!\w)(?:(?:19)?[5-9]0s) (?:kid|child|baby)[,:]? {_YEAR}(?!\w)", 0.7, before=8, after=16),
    cue("date dob", rf"{_FULL}(?= (?:on|for) (?:the |my )?(?:date of birth|dob|birth ?year)(?!\w))", 0.7, before=20, after=20),
    cue("id passport licence certificate", rf"(?:id|passport|licence|birth certificate|certificate) says (?:i'm )?(?:from )?{_FULL}{_END}", 0.7),
    cue("id passport licence mine", rf"{_FULL} on (?:mine|my (?:id|passport|licence))(?!\w)", 0.7, before=14, after=12),
)  # fmt: skip
_LONE_YEAR = late(r"(?<!\d)(?:19[3-9]\d|20[01]\d)(?!\d)|'[4-9]\d(?!\d)")
_SINCE_BIRTH = late(rf"(?<!\w)(?:established|est\.?) ?(?:in )?({_FULL})(?!\w)")
_OWN = late(
    r"(?<!\w)(?:i|i'm|im|my|me|mum|mam|dad|she/her|he/him|they/them|born|leo|aries|taurus|gemini|virgo|libra|pisces|scorpio|sagittarius|capricorn|aquarius|nurse|teacher|views)(?!\w)"
)
# "Born the same year as the Mini" is about the writer, whatever else was new that year.
_OWN_BIRTH = late(r"born (?:the|before|after|when|as|during|just)|i (?:was|arrived|came)|mum |mam ")
_SHOP = late(
    r"(?<!\w)(?:ltd|orders?|shop|cakes?|dm|salon|business|brand|family run|company|bookings?|delivery|services?|club|band|church|school|bakery|brewery|firm|builders?|quotes?|trading|independent|store|co)(?!\w)"
)
_NOT_BIRTH = late(
    r"(?<!\w)(?:website|facebook|google|internet|usa|to run|singer|film|song|album|band|club|company|movement|tune|documentary|stadium|show|series|wine|port|bottle|lamp|dress|car|guitar|chair|film's|whisky|fiesta|mini|vw|shakespeare|player|singer|actor)(?!\w)"
)
_HANDLE = late(r"@?[^\W_](?:[\w.-]{1,40})")
_HANDLE_YEAR = late(
    r"(?:(?<=[^\d])|^)(?P<full>19[3-9]\d|200\d|201[0-2])(?=[^\d]{0,3}$|[._-][a-z])|(?<=[^\d])(?P<short>[5-9]\d|0[0-9])(?=[^\d]{0,2}$)"
)
_NOT_A_PERSON = late(
    r"studio|catch|route|area|blink|heaven|level|windows|radio|fm$|channel|world|team|covid|formula|steps|flat|unit|room|apollo|bus|road|boeing|airbus|commodore|"
    r"nintendo|xbox|cafe|shop|books|photo|media|gallery|official|hq|news|events|records|maths|physics|squad|brigade|agent|sector|"
    r"district|warehouse|highway|platform|tower|project|labs|store|design|vinyl|cinema|theatre|kitchen|brewery|live_?aid|euro|italia|mexico|england|scotland|olympi|world_?cup|summer|treble|^since|^est|wales|beatles|^the_?clash|(?:^|[._-])(?:fc|utd|bar|pub|club|class|year)(?=[._\d-]|$)"
)
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


_SUBJECT = late(
    r"(?:(?:^|[.!?,] )(?:(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|who) (?:was |were )?|[A-Z][\w']+(?: [A-Z][\w']+)*,? (?:was )?)"
    r"|(?<![\w'])(?:which|that|movie|film|song|album|show) (?:was |were )?"
    r"|(?<![\w'])(?:[Oo]ur|[Mm]y|[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]hat|[Tt]his|[Ee]very) (?P<what>(?:[\w'-]+ ){0,2}?[\w'-]+),? (?:was |were |is |are )?)$"
)
_PEOPLE = late(rf"(?:{ANY_KIN}|me|self|whole family)(?!\w)")
_WORKED = late(
    r"(?<!\w)(?:work\w*|been|lived?|living|trading|serving|member|open|based|teaching|playing|together|married|coming)(?: \w+)? $"
)
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
            r"leavers|reunion|throwback|school photo|fringe|perm(?!\w)|hairdo|ofsted|winner|award|champion|album|track|skips|vinyl|film|song|record|flawless|perfect",
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
