"""Schools, nurseries, colleges and universities: a child's, the writer's own, or the place they teach.

Finds: a named school ("St Wilfrid's Primary", "Ysgol ..."), and a name after words that only fit a school.
Misses: schools in films, "high" and "college" as parts of streets, sayings about school, generic words without a name.
Why: a child's school says where the child is at three o'clock; the writer's own is a security answer.
Fix: crop it out or leave it out.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import RULES
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

FINDS = (
    ("Year 4 teacher at St Wilfrid's Primary", "St Wilfrid's Primary"),
    ("so I went to Heckmondwike Grammar", "Heckmondwike Grammar"),
    ("Maya starts Year 3 at Burley Oaks on Monday", "Burley Oaks"),
    ("collecting him from Little Acorns Nursery", "Little Acorns Nursery"),
    ("1985 vintage. Kendal. QES old boy", "QES"),
)
MISSES = (
    "class of Nevermore Academy is better than mine",
    "back to school tomorrow, lunchboxes at the ready",
    "Every day is a school day",
    "new series of Waterloo Road and Grange Hill repeats",
    "Happy High Street Saturday",
)

_SUFFIX = (
    r"(?:(?:catholic |c of e |cofe |ce |rc |church of england |c\.e\. |r\.c\. |community |junior |infant |junior and infant |j & i |j&i |roman catholic |church |county |voluntary |free |first )*"
    r"(?:primary|junior|infants?'?|nursery|middle|lower|upper|secondary|high|grammar|comprehensive|special|prep(?:aratory)?|first|boys'?|girls'?) (?:and nursery |& nursery )?school"
    r"|(?:primary|infants?|juniors?|j&i|jni) academy|(?:catholic |c of e |cofe |ce |rc |church of england |community )*(?:primary|juniors?|infants?|nursery|secondary|grammar|academy|comprehensive|prep)"
    r"|sixth form(?: college)?|6th form(?: college)?|high|upper|comp|college|school|schools|university|uni|preschool|pre-school|playgroup|day nursery|kindergarten|montessori|poly|polytechnic|met)"
)
_KIND_WORDS = (
    "primary junior juniors infant infants nursery middle lower upper secondary high grammar comprehensive special prep preparatory first boys girls academy jni sixth "
    "comp college school schools university uni preschool pre playgroup kindergarten montessori poly polytechnic met boy girl"
)
_NAMED = cue(
    _KIND_WORDS,
    rf"(?<![\w@#-])(?P<name>(?:[^\W\d_][\w'.&-]*|&)(?: (?:[^\W\d_][\w'.&-]*|&)){{0,4}}?) (?P<kind>{_SUFFIX})(?![\w-])(?! (?:street|road|lane|rd|wycombe|peak|court|green|park|hill|heels?|tea|speed|five|time|life|awards?|challenge|musical|run|holidays?|drive|close|avenue|barnet|tide))",
    before=60,
    after=50,
    need=r"(?:[A-Z][\w'.&-]*|of|and|&) $",
)
_OF = cue(
    "university uni college academy", r"(?<![\w@#])(?:university|uni|college|academy) of (?:the )?(?=[^\W\d_])"
)
_WELSH = cue("ysgol", r"(?<!\w)ysgol (?=[^\W\d_])")
_CHILD_CUES = Cues(
    cue("start starts starting started begin begins join joins joined in into", r"(?:starts?|starting|started|begins?|joins?|joined|in|into) (?:year (?:\d{1,2}|one|two|three|four|five|six)|reception|nursery|pre-?school|sixth form|big school|secondary(?: school)?|primary(?: school)?|school|y\d{1,2}|yr ?\d{1,2}|p\d|s\d|p[1-7])(?: today| tomorrow| on monday| next week| this week| in september)? (?:at|@|in) ", 0.8),
    cue("first", r"first day (?:back )?(?:at|in|of) (?:big school at |school at |year \d{1,2} at |reception at |nursery at )?", 0.6),
    cue("parents parent sports nativity prom open class harvest leavers pta speech summer school", r"(?:parents?'? ?evening|sports day|nativity|prom|open (?:day|evening)|class assembly|harvest festival|leavers'? assembly|pta(?: meeting)?|speech day|summer fair|school council) (?:at|@|for) ", 0.75),
    cue("got gets getting accepted offer offered place places starting enrolled passed", r"(?:got|gets|getting|accepted|offer(?:ed)?(?: a place)?|place|places|starting|enrolled|passed) (?:in|in to|into|at|from|for) (?:the )?", 0.65),
    cue("went attended left leaving goes go at attends", r"(?:went to|attended|left|leaving|goes to|go to|at|attends) (?=(?:st\.?|saint|sir|king|queen|cardinal|bishop|our lady|archbishop|holy|lady|lord|blessed|thomas|john) )", 0.6),
    cue("drop dropped dropping pick picked picking collect collecting collected", r"(?:drop(?:ped|ping)?(?: \w+){0,2}? off|pick(?:ed|ing)?(?: \w+){0,2}? up|collect(?:ing|ed)?(?: \w+){0,2}?) (?:at|from) ", 0.55),
)  # fmt: skip
_UNIS = word_set(
    "aberdeen,aberystwyth,bangor,bath,bath spa,birmingham,bournemouth,bradford,brighton,bristol,brunel,cambridge,canterbury,cardiff,chester,chichester,coventry,derby,de montfort,dundee,durham,east anglia,edge hill,edinburgh,"
    "essex,exeter,falmouth,glasgow,gloucestershire,goldsmiths,greenwich,harper adams,heriot watt,heriot-watt,hertfordshire,huddersfield,hull,imperial,keele,kent,king's,kings,kingston,lancaster,leeds,leeds beckett,leicester,"
    "lincoln,liverpool,liverpool hope,ljmu,loughborough,lse,manchester,manchester met,mmu,middlesex,newcastle,northampton,northumbria,nottingham,nottingham trent,ntu,open university,oxford,oxford brookes,plymouth,portsmouth,"
    "queen mary,queen's,queens,reading,roehampton,royal holloway,salford,sheffield,sheffield hallam,hallam,soas,southampton,st andrews,st mary's,staffs,stirling,strathclyde,sunderland,surrey,sussex,swansea,teesside,trinity,"
    "ucl,uclan,uea,ulster,uwe,warwick,west london,westminster,winchester,wolverhampton,worcester,york,york st john",
    ",",
)
_UNI_CUES = Cues(
    cue(
        "studying studies studied study reading",
        r"(?:studying|studies|studied|study|reading) (?!for|in|at home)(?:\w+ ){1,4}?(?:at|@) ",
        0.75,
    ),
    cue(
        "offer place unconditional conditional",
        r"(?:offer|place|unconditional|conditional)(?: \w+){0,2} (?:from|at|to|for) ",
        0.7,
    ),
    cue(
        "off going heading",
        r"(?:off|going|heading|she's off|he's off) to (?=[^.!?\n]{3,60}(?:autumn|september|uni|university|freshers|degree|a[ -]?levels?))",
        0.66,
    ),
    cue(
        "student undergrad fresher freshers graduate grad dropout alum graduated degree phd",
        r"(?:student|undergrad|fresher|freshers(?: week)?|graduate|grad|dropout|alum|graduated|degree|phd)(?: (?:at|from|@))+ ",
        0.72,
    ),
)
_CLASS_OF = cue(
    "class year leavers", r"(?:class|year|leavers?) of '?\d{2,4}(?: at| from|,|:| -)? (?=[^\W\d_])", 0.72
)
_CUES = Cues(
    cue("school nursery playgroup", r"(?:school|nursery|playgroup) (?:fair|fete|fayre|play|disco|photos?|concert|assembly|gates?|run|trip|dinner|nativity)s? (?:at|@|for) ", 0.7),
    cue("teach teaches teaching taught", r"(?:teach|teaches|teaching|taught)(?: (?:\w+|year \d{1,2}|ks\d)){0,4}? (?:at|@) ", 0.75),
    cue("teacher headteacher head headmaster headmistress deputy assistant teaching ta hlta lsa senco nqt ect lecturer tutor governor dinner lunchtime learning caretaker year pastoral safeguarding dsl pupil pupils student students kids class", r"(?:teacher|head ?teacher|headmaster|headmistress|deputy head|assistant head|teaching assistant|ta|hlta|lsa|senco|senco\.|nqt|ect|lecturer|tutor|governor|dinner lady|lunchtime supervisor|learning mentor|caretaker|head of (?:year|maths|english|science|art|music|pe|history|geography|mfl|sixth form|key stage)(?: \d{1,2})?|year \d{1,2}|pastoral lead|safeguarding lead|dsl|pupils?|students?|kids|class)(?: of \w+)? ?(?:at|@|,|in|for) ?(?:the )?", 0.75),
    cue("old former first kid kids son daughter boy boys girl girls local my our his her", r"(?:(?:my|our|his|her) )?(?:(?:old|former|first|kids?'?|son's|daughter's|boys'?|girls'?|local) )?school,? (?:was |is |called )?", 0.7),
    cue("alum alumnus alumna alumni alumnae alums graduate grad graduated degree studied studying read student phd masters ma ba bsc educated schooled a gcses sixth expelled", r"(?:alum(?:nus|na|ni|nae|s)?|graduate|grad|graduated|degree|studied(?: \w+){0,3}?|studying(?: \w+){0,3}?|read \w+|student|phd|masters|ma|ba|bsc|educated|schooled|a-?levels|gcses|sixth form|expelled)(?: of| from| at| @|:)+ (?:the )?", 0.7),
)  # fmt: skip
_AFTER = cue(
    "old alum alumnus alumna alumni leaver leavers sixth grad graduate class pta school reception crew",
    r"([^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2}?) (?:old (?:boys?|girls?|student|pupil)|alum(?:nus|na|ni)?|leavers?|sixth form(?:er)?|grad(?:uate)?|class of|pta|school run|school gates?|reception class|crew reunion)(?!\w)",
    before=45,
    after=30,
    need=r"[A-Z][\w'-]* $",
)
_FICTION = re.compile(
    r"(?<!\w)(?:hogwarts|nevermore|grange hill|waterloo road|bash street|greendale|sunnydale|sweet valley|hollyoaks|police academy|o2 academy|educating|starfleet|greyfriars|malory towers|xavier'?s|bel-?air|rydell|riverdale|st trinian'?s|premier league)(?!\w)"
)
_EMPTY = word_set(
    "the a an my our your his her their this that local old new any every first big secondary primary junior infant high middle sunday summer night driving medical law art drama dance film music cookery "
    "ballet private public state boarding special catholic free at in to from of for and is was back after before no not love ex former went teacher day year years reception nursery school university "
    "british royal premier league open young happy good great best better whole last next same another all most both i i'm we he she it off too so very finished left started starting starts "
    "in plant garden fruit forest tree rock clown spin dog puppy ski surf swim riding beauty barber hard only really local sixth form football tennis well riding said say says aim aiming so jump knee "
    "kids kid parents year's teaching supply teachers uni's"
)
_KINDS_ALONE = frozenset(
    (
        "high",
        "upper",
        "college",
        "school",
        "schools",
        "comp",
        "met",
        "nursery",
        "uni",
        "academy",
        "prep",
        "primary",
        "university",
    )
)
_CHILD_WORDS = re.compile(
    r"(?<!\w)(?:start(?:s|ed|ing)?|uniform|year \d{1,2}|reception|nursery|preschool|first day|last day|drop(?:ped|ping)?|pick(?:ed|ing)?|collect(?:ing|ed)?|parents'? ?evening|sports day|nativity|prom|"
    r"son|daughter|eldest|youngest|boy|girl|kids?|my little|our little|he|she|proud of|for her|for his|school run|pta)(?!\w)"
)
_OWN_WORDS = re.compile(
    r"(?<!\w)(?:teach\w*|ta|hlta|alum\w*|grad\w*|went to|leavers?|class of|studied|student|lecturer|head|staffroom|pupils|old boy|old girl|i)(?!\w)"
)
_SCHOOLISH = re.compile(
    r"(?<!\w)(?:school|pupils?|teacher|class|year|uniform|classroom|exam\w*|gcse\w*|primary|term|lessons?|homework|educated|kids|survived|graduated|head)(?!\w)"
)
_NEWS = re.compile(
    r"(?<!\w)(?:ofsted|bbc|news|documentary|series|episode|report|headlines|mps?|minister|league table|campus tour|film|fire at|police|closed due|copyright|regents|licen[cs]e)(?!\w)"
)


class School(BaseDetector):
    """Named places of learning."""

    name = "school"
    entity_types = (EntityType.SCHOOL,)
    triggers = Triggers(
        words=word_set(
            "primary junior juniors infant infants nursery academy high grammar secondary comprehensive comp college school schools university uni preschool playgroup sixth "
            "upper poly prep kindergarten montessori ysgol met teacher teach teaches teaching taught reception year alumni alumna alumnus leavers grad graduate old parents nativity "
            "studying studied studies offer degree student undergrad class prom drop dropped dropping collecting collected attended went starts studied pupils polytechnic got into pta ta hlta senco lecturer"
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per school, the clearest first."""
        lower = folded.lower
        taken: list[tuple[int, int]] = []
        for start, end, confidence, childlike in (
            *_named(folded),
            *_cued(folded),
            *_tailed(folded),
            *_at_university(folded),
        ):
            if (
                _NEWS_OF.match(lower, end)
                or any(start < e and s < end for s, e in taken)
                or _FICTION.search(lower, max(0, start - 12), end + 1)
            ):
                continue
            taken.append((start, end))
            around = lower[max(0, start - 80) : end + 40]
            child = (childlike or bool(_CHILD_WORDS.search(around))) and not _OWN_WORDS.search(around)
            yield Match(
                EntityType.SCHOOL, start, end, confidence, "a named school", "REL-05" if child else "PI-09",
                Whose.CHILD if child else Whose.WRITER,
            )  # fmt: skip


_NEWS_OF = re.compile(r" (?:has|have) (?:a new|been|closed|announced)|closed (?:for|due)")
Found = tuple[int, int, float, bool]


def _named(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _NAMED.finditer(folded):
        start = _name_start(text, lower, m.start(), m.end("name"))
        if start is None:
            continue
        if m["kind"].startswith("school") and lower[start : m.end("name")].removesuffix("'s") in first_names():
            continue
        kind = text[m.start("kind") : m.end("kind")]
        tail = kind.split()[0]
        if not (
            tail[0].isupper()
            or m["kind"]
            in (
                "uni",
                "nursery",
                "preschool",
                "playgroup",
                "sixth form",
                "school",
                "high school",
                "primary school",
            )
        ):
            continue
        if m["kind"] in ("met", "poly", "upper", "comp") and place_at(lower, start) is None:
            continue
        if _NEWS.search(lower):
            continue
        longer = _kind_end(lower, m.end())
        yield start, longer, 0.75, False
    for pattern in (_OF, _WELSH):
        for m in pattern.finditer(folded):
            end = run_end(text, m.end(), 4)
            if end > m.end() and capitalised(text, m.start()):
                yield m.start(), end, 0.8, False


def _kind_end(lower: str, end: int) -> int:
    """Takes in what follows the kind: a town ("Harris Academy Bromley"), a further word ("High School")."""
    more = re.match(r" (?:school|academy|of [a-z]+|sixth form)\b", lower[end:])
    if more:
        return end + more.end()
    if lower[end : end + 1] == " ":
        place = place_at(lower, end + 1)
        if place:
            return place[0]
    return end


def _name_start(text: str, lower: str, start: int, end: int) -> int | None:
    """Where the proper name begins; None when the words before the kind are no name."""
    words = list(re.finditer(r"[^\W_][\w'.&-]*|&", text[start:end]))
    first: int | None = None
    for word in reversed(words):
        plain = word[0].casefold()
        small = (
            plain in ("of", "and", "the", "&", "on", "in", "le", "vi", "st", "for") and not word[0][0].isupper()
        )
        if word[0][0].isupper() and (
            plain not in _EMPTY
            or (plain in ("the", "king", "queen", "royal", "holy", "british") and first is not None)
        ):
            first = start + word.start()
        elif (
            (small and first is not None)
            or (
                word[0][0].isupper()
                and plain
                in (
                    "tree",
                    "forest",
                    "sunday",
                    "garden",
                    "first",
                    "open",
                    "sixth",
                    "high",
                    "middle",
                    "fruit",
                )
            )
            or plain in ("catholic", "community", "church", "c", "e", "rc", "ce", "cofe")
            or (
                word[0][0].isupper()
                and plain in ("primary", "junior", "infant", "free", "special", "high")
                and first is None
            )
        ):
            continue
        else:
            break
    if first is None:
        return None
    name = lower[first:end]
    head = name.split()[0]
    if text.isupper() and (name.count(" ") > 1 or head in RULES):
        return None
    return None if head in DAY_WORDS or name in _EMPTY else first


def _cued(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    found = [(pattern, m, True) for pattern, m in _CHILD_CUES.finditer(folded)]
    found += [(pattern, m, False) for pattern, m in _CUES.finditer(folded)]
    for pattern, m, childlike in found:
        end = run_end(text, m.end(), 5)
        name = lower[m.end() : end]
        if end - m.end() < 3 or not capitalised(text, m.end()) or not _looks_named(name, m[0]):
            continue
        if m[0].startswith(("at ", "went to")) and pattern.confidence == 0.6 and not _SCHOOLISH.search(lower):
            continue
        if "in" in m[0].split()[-1:] and place_at(lower, m.end()):
            continue
        yield m.end(), end, pattern.confidence, childlike


def _at_university(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    level = bool(_A_LEVELS.search(lower))
    for pattern, m in _UNI_CUES.finditer(folded):
        end = run_end(text, m.end(), 3)
        while end > m.end() and lower[m.end() : end] not in _UNIS and " " in text[m.end() : end]:
            end = m.end() + text[m.end() : end].rindex(" ")
        if lower[m.end() : end] in _UNIS and capitalised(text, m.end()) and (pattern.confidence > 0.66 or level):
            yield m.end(), end, pattern.confidence, False
    for m in _CLASS_OF.finditer(folded):
        end = run_end(text, m.end(), 3)
        name = lower[m.end() : end]
        if (
            end - m.end() > 3
            and capitalised(text, m.end())
            and name.split()[0] not in DAY_WORDS | _EMPTY
            and name not in first_names()
        ):
            yield m.end(), end, 0.7, False


_A_LEVELS = re.compile(r"(?<!\w)(?:uni|university|a[ -]?levels?|freshers|degree|ucas|results day)(?!\w)")


def _looks_named(name: str, cue: str) -> bool:
    head = name.split()[0]
    if head in _EMPTY | DAY_WORDS or head.startswith(("year", "ks", "key")):
        return False
    if head in first_names() and name == head and not name.endswith("'s"):
        return False
    place = place_at(name, 0)
    if place and place[0] == len(name):
        return False
    if re.match(
        r"got|get|accept|offer|place|starting (?:in|at)|enrol|pass|left|leaving|first day|at|drop|pick|collect",
        cue,
    ):
        return bool(
            re.search(
                r"king|queen|saint|\bst\b|camp|girls|boys|hall|school|college|grammar|high|oaks?|house|park|bank|lady|heart|bishop|cardinal|infants|academy|'s$| vi\b",
                name,
            )
        )
    return not re.search(r"council|police|hospital|nhs|trust|university hospital|ltd|park$|street|road", name)


def _tailed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _AFTER.finditer(folded):
        words = list(re.finditer(r"[\w'-]+", text[m.start(1) : m.end(1)]))
        first = None
        for word in reversed(words):
            if not word[0][0].isupper() or word[0].casefold() in _EMPTY | DAY_WORDS:
                break
            first = m.start(1) + word.start()
        if first is None or lower[first : m.end(1)] in first_names():
            continue
        yield first, m.end(1), 0.65, False
    if is_bio(text):
        for start, end in pieces(text):
            if re.fullmatch(
                r"(?:[A-Z]{2,5}|[A-Z][\w']+(?: [A-Z][\w']+)?) (?:old (?:boy|girl)|alum\w*|grad)", text[start:end]
            ):
                yield (
                    start,
                    start + len(text[start:end].rsplit(" old ", 1)[0].split(" alum")[0].split(" grad")[0]),
                    0.65,
                    False,
                )


DETECTOR = School()
