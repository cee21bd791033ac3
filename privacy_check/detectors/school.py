"""Schools, nurseries, colleges and universities: a child's, the writer's own, or the place they teach.

Finds: a named school ("St Wilfrid's Primary", "Ysgol ...") that the writer or a child goes to, and a name after words
that only fit a school.
Misses: schools in the news, in films and at concerts, "high" and "college" as parts of streets, sayings about school.
Why: a child's school says where the child is at three o'clock; the writer's own is a security answer.
Fix: crop it out or leave it out.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, late, word_set
from privacy_check.text.employers import listed_end
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end, sentence
from privacy_check.text.schools import EMPTY, is_university, named, small, universities
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

FINDS = (
    ("Year 4 teacher at St Wilfrid's Primary", "St Wilfrid's Primary"),
    ("so I went to Heckmondwike Grammar", "Heckmondwike Grammar"),
    ("Maya starts Year 3 at Burley Oaks on Monday", "Burley Oaks"),
    ("collecting him from Little Acorns Nursery", "Little Acorns Nursery"),
    ("1985 vintage. Kendal. QES old boy", "QES"),
    ("MSc Data Science @ Strathclyde", "Strathclyde"),
    ("she goes to parkside juniors now", "parkside juniors"),
)
MISSES = (
    "class of Nevermore Academy is better than mine",
    "back to school tomorrow, lunchboxes at the ready",
    "Every day is a school day",
    "new series of Waterloo Road and Grange Hill repeats",
    "Happy High Street Saturday",
    "weather in a word: Adequate. High of 61",
    "historic Newton Academy building burns down after lightning strike",
    "Oxford University scientists have found a new frog",
    "a degree of luck got us to the final",
)

# After these any capitalised name but a town is a school.
_FIRM = 0.75
_YEAR = r"(?:year ?\d{1,2}|yr ?\d{1,2}|y\d{1,2}|p[1-7]|s[1-6]|reception|nursery|pre-?school|sixth form|6th form|foundation|ks\d|year (?:one|two|three|four|five|six|seven)|big school|secondary(?: school)?|primary(?: school)?|school)"
_CHILD_CUES = Cues(
    cue("year yr y p s reception nursery pre preschool sixth th foundation ks big secondary primary school", rf"{_YEAR}(?: today| tomorrow| on monday| next week| this week| in september| starts?| class)? (?:at|@) ", 0.8),
    cue("start starts starting started begin begins join joins joined in into going", rf"(?:starts?|starting|started|begins?|joins?|joined|in|into|going into) {_YEAR}(?: today| tomorrow| on monday| next week| this week| in september)? (?:at|@|in) ", 0.8),
    cue("parents mums dads class pupils kids", r"(?:parents|mums|dads|class|pupils|kids) (?:of|in) (?:\d{1,2}[a-z]{1,2}|year \d{1,2}|reception|[a-z]{2,9} class) at ", 0.8),
    cue("parents parent sports nativity prom open class harvest leavers pta speech summer school", r"(?:parents?'? ?evening|sports day|nativity|prom|open (?:day|evening)|class assembly|harvest festival|leavers'? (?:assembly|prom|do)|pta(?: meeting)?|speech day|summer fair|school council) (?:at|@|for) ", 0.75),
    cue("first", r"first day (?:back )?(?:at|in|of) (?:big school at |school at |year \d{1,2} at |reception at |nursery at )?", 0.6),
    cue("got gets getting accepted offer offered place places starting starts enrolled passed", r"(?:got|gets|getting|accepted|offer(?:ed)?(?: a place)?|place|places|starting|starts|enrolled|passed) (?:in|in to|into|at|from|for) (?:the )?", 0.62),
    cue("went attended left leaving goes go at attends for from", r"(?:went to|attended|left|leaving|goes to|go to|at|attends|for|from) (?=(?:st\.?|saint|sir|king|queen|cardinal|bishop|our lady|archbishop|holy|lady|lord|blessed|thomas|john) )", 0.6),
    cue("drop dropped dropping pick picked picking collect collecting collected", r"(?:drop(?:ped|ping)?(?: \w+){0,2}? off|pick(?:ed|ing)?(?: \w+){0,2}? up|collect(?:ing|ed)?(?: \w+){0,2}?) (?:at|from) ", 0.55),
    cue("school nursery playgroup", r"(?:school|nursery|playgroup) (?:fair|fete|fayre|play|disco|photos?|concert|assembly|gates?|run|trip|dinner|nativity)s? (?:at|@|for|to) ", 0.75),
)  # fmt: skip
_OWN_CUES = Cues(
    cue("teach teaches teaching taught", r"(?:teach|teaches|teaching|taught)(?: (?:\w+|year \d{1,2}|ks\d)){0,4}? (?:at|@) ", 0.75),
    cue("teacher headteacher head headmaster headmistress deputy assistant teaching ta hlta lsa senco nqt ect lecturer tutor governor governors dinner lunchtime learning caretaker year pastoral safeguarding dsl pupil pupils student students kids class prefect captain boarder boarded", r"(?:teacher|head ?teacher|headmaster|headmistress|head (?:girl|boy)|prefect|captain|boarder|boarded|deputy head|assistant head|teaching assistant|ta|hlta|lsa|senco|senco\.|nqt|ect|lecturer|tutor|governors?|dinner lady|lunchtime (?:supervisor|assistant)|learning mentor|caretaker|head of (?:year|maths|english|science|art|music|pe|history|geography|mfl|sixth form|key stage)(?: \d{1,2})?|year \d{1,2}|pastoral lead|safeguarding lead|dsl)(?: of \w+)? ?(?:at|@|,|in|for) ?(?:the )?", 0.75),
    cue("pupil pupils student students kids class", r"(?:pupils?|students?|kids|class) (?:at|@) (?:the )?", 0.75),
    cue("my our his her", r"(?:my|our|his|her|the) (?:(?:old|former|first|kids?'?|son's|daughter's|boys'?|girls'?|local|primary|secondary|high) )*school,? (?:was |is |called )?", 0.7),
    cue("school", r"school (?:was|is called|called|name)[: ]+", 0.7),
    cue("alum alumnus alumna alumni alumnae alums graduate grad graduated degree studied studying read student phd masters ma ba bsc educated schooled a gcses sixth expelled", r"(?:alum(?:nus|na|ni|nae|s)?|graduate|grad|graduated|degree|studied(?: \w+){0,3}?|studying(?: \w+){0,3}?|read \w+|student|phd|masters|ma|ba|bsc|educated|schooled|a-?levels|gcses|sixth form|expelled)(?: of| from| at| @|:)+ (?:the )?", 0.7),
    cue("remember remembers remembered", r"remember(?:s|ed)? (?:mr|mrs|miss|ms|sir|old) \w+ (?:at|from) ", 0.7),
    cue("class year leavers", r"(?:class|year|leavers?) of '?\d{2,4}(?: at| from|,|:| -)? (?=[^\W\d_])", 0.7),
)  # fmt: skip
_AFTER = cue(
    "old alum alumnus alumna alumni leaver leavers sixth grad graduate class pta school reception crew pupil student year parents mums pe book bookbag blazer",
    r"([^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2}?) (?:old (?:boys?|girls?|student|pupil)|alum(?:nus|na|ni)?|leavers?|sixth form(?:er)?|grad(?:uate)?(?! scheme)|class of|pta|school run|school gates?|reception class|crew reunion|ex[- ]?pupil|pupil|year \d{1,2} (?:parents|mums|kids|lot|crew)|pe kit|book ?bag|school (?:jumper|uniform|blazer|hoodie|tie)|blazer(?=[^.!?\n]*(?:chest|age \d|school|year \d|\d{2} ?inch)))(?!\w)",
    before=45,
    after=30,
    need=r"[A-Z][\w'-]* $",
)
_FICTION = late(
    r"(?<!\w)(?:hogwarts|nevermore|grange hill|waterloo road|bash street|greendale|sunnydale|sweet valley|hollyoaks|police academy|o2 academy|educating|starfleet|greyfriars|malory towers|xavier'?s|bel-?air|rydell|riverdale|st trinian'?s|premier league|umbrella academy|khan academy|winterfell|royal academy|military academy|manchester academy|brixton academy|university challenge|trump university|monsters university|school of rock|ridgemont|east high|hawkins)(?!\w)"
)
# Somebody close to the school speaks: a pupil, a parent, a teacher, somebody who asks other parents.
_CLOSE = late(
    r"(?<!\w)(?:my|our|i|i'm|i've|me|we|us|son|daughter|kids?|lads?|lass|boys?|girls?|twins|little|eldest|youngest|(?:year|yr|y|p|s) ?\d{1,2}|class|mums?|dads?|uniform|blazer|teacher|teach\w*|ta|hlta|nqt|ect|lecturer|pupil|alum\w*|grad|graduat\w+|leavers?|reunion|studied|degree|bsc|ba|ma|msc|phd|went|left|run|gates?|pick\w*|drop\w*|collect\w*|nativity|sports day|prom|results|offer|starts?|started|starting|first day|last day|anyone|anybody|who (?:else|went|remembers|goes|is|else's)|who's|anyone's|netball|fair|pta|governors?|head of|headteacher|deputy|form|homework|freshers?|halls|survivor|old (?:boy|girl)|educated|marking|staffroom|senco|loves?|loving|proud|reception|nursery|fun day|disco|trip|enrol\w*|dept|department|\d{4}-\d{2,4}|'\d\d)(?!\w)"
)
_NEWS = late(
    r"(?<!\w)(?:ofsted|bbc|news|documentary|series|season|episode|reports?|headlines?|mps?|minister|league tables?|campus tour|film(?:ed)?|fire(?:fighters)? (?:at|on|in)|police|closed due|copyright|regents|licen[cs]e|scientists|study (?:says|finds|shows)|researchers|press|burns?|lightning|historic|campus|charter|opening (?:held|ceremony)|gig|concert|tour|tickets|exhibition|parade|raised £|resigns?|merger|inquest|court|council|fees|ranked|scholars|streamed|plants|compost|half price|market|garden|boat race|thinktank|gazette|according to)(?!\w)"
)
# In a short text "she" is the writer's girl; in a long one she may be anybody.
_CLOSE_WHEN_SHORT = late(r"(?<!\w)(?:he|he's|she|she's|his|her|parents?|student|who)(?!\w)")
_SHORT = 110
_ALWAYS_NEWS = late(
    r"(?<!\w)(?:vacanc(?:y|ies)|(?:two|three|four|five|several|some|all|\d+) (?:\w+ )?schools|schools in|shut by|closed by|hiring|now hiring|interviews? for)(?!\w)"
)
_MINE = late(r"(?<!\w)(?:my|our|i|i'm|we|son|daughter|kids?|he|she|mine)(?!\w)")
_CHILD_WORDS = late(
    r"(?<!\w)(?:start(?:s|ed|ing)?|uniform|year \d{1,2}|reception|nursery|preschool|first day|last day|drop(?:ped|ping)?|pick(?:ed|ing)?|collect(?:ing|ed)?|parents'? ?evening|sports day|nativity|prom|"
    r"son|daughter|eldest|youngest|boy|girl|kids?|my little|our little|he|she|proud of|for her|for his|school run|pta)(?!\w)"
)
_OWN_WORDS = late(
    r"(?<!\w)(?:teach\w*|ta|hlta|alum\w*|grad\w*|went to|leavers?|class of|studied|student|lecturer|head|staffroom|pupils|old boy|old girl|i)(?!\w)"
)
_SCHOOLISH = late(
    r"(?<!\w)(?:school|pupils?|teacher|class|year|uniform|classroom|exam\w*|gcse\w*|primary|term|lessons?|homework|educated|kids|survived|graduated|head|dinner ladies|leavers|yr \d|blazer|sept(?:ember)?|p\d)(?!\w)"
)
_STUDIES = late(
    r"(?<!\w)(?:degree|uni|university|student|studying|studied|studies|(?:1st|2nd|3rd|4th|first|second|third|final) year|freshers?|graduat\w*|2:[12]|first class|1st class|honours|bsc|ba|bas?c|ma|msc|mba|llb|phd|pgce|masters|a[ -]?levels?|ucas|unconditional|conditional|offer|results|halls|dissertation|alum\w*|undergrad|dropout|lectures?|campus|place (?:at|to)|accepted|to (?:study|read|do)|sport science|physics|maths|medicine|psychology|nursing|bunsen burner|labs?)(?!\w)|\U0001f393"
)


class School(BaseDetector):
    """Named places of learning."""

    name = "school"
    entity_types = (EntityType.SCHOOL,)
    triggers = Triggers(
        words=word_set(
            "ysgol coleg cylch meithrinfa bunscoil gaelscoil scoil primary junior juniors infant infants nursery academy high grammar secondary comprehensive comp college school schools university uni preschool playgroup sixth "
            "upper poly prep kindergarten montessori ysgol met teacher teach teaches teaching taught reception year alumni alumna alumnus leavers grad graduate old parents nativity "
            "studying studied studies offer degree student undergrad class prom drop dropped dropping collecting collected attended went starts studied pupils polytechnic got into pta ta hlta senco lecturer "
            "bsc msc mba phd pgce honours results halls freshers fresher dropout levels prefect boarded pupil remember remembers p y yr blazer accepted place goes pick picking picked enrolled head dinner ladies blessed cardinal bishop archbishop physics medicine nursing masters"
        ),
        parts=("\U0001f393", "@ "),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per school, the clearest first."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
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


_NEWS_OF = late(r" (?:has|have) (?:a new|been|closed|announced|published|produced)|closed (?:for|due)")
Found = tuple[int, int, float, bool]


def _named(folded: Folded) -> Iterator[Found]:
    """Names that say they are of a school, where somebody close to it speaks."""
    lower = folded.lower
    told = is_bio(folded.text) or len(lower) < 34
    for start, end in (*named(folded), *small(folded)):
        around = lower[max(0, start - 90) : start] + " . " + lower[end : end + 70]
        if (_NEWS.search(around) and not _MINE.search(around)) or _ALWAYS_NEWS.search(around):
            continue
        if told or _CLOSE.search(around) or (len(lower) < _SHORT and _CLOSE_WHEN_SHORT.search(around)):
            yield start, end, 0.75, False


def _cued(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    found = [(pattern, m, True) for pattern, m in _CHILD_CUES.finditer(folded)]
    found += [(pattern, m, False) for pattern, m in _OWN_CUES.finditer(folded)]
    for pattern, m, childlike in found:
        end = run_end(text, m.end(), 5)
        while end > m.end() and lower[m.end() : end].split()[-1] in DAY_WORDS:
            end = m.end() + len(lower[m.end() : end].rpartition(" ")[0])
        name = lower[m.end() : end]
        if end - m.end() < 3 or not capitalised(text, m.end()):
            continue
        if m.start() and lower[m.start() - 1].isalnum():
            continue
        if not _looks_named(name, m[0], pattern.confidence):
            continue
        if (
            m[0].startswith(("at ", "went to", "for ", "from "))
            and pattern.confidence == 0.6
            and not _SCHOOLISH.search(lower, *sentence(lower, m.start(), m.end()))
        ):
            continue
        if "in" in m[0].split()[-1:] and place_at(lower, m.end()):
            continue
        around = lower[max(0, m.start() - 60) : m.start()] + " . " + lower[end : end + 60]
        if _NEWS.search(around) and not _MINE.search(around):
            continue
        yield m.end(), end, pattern.confidence, childlike


_SCHOOL_SHAPE = late(
    r"king|queen|blessed|trinity|holy|sacred|\brc\b|saint|\bst\b|camp|girls|boys|hall|school|college|grammar|high|oaks?|house|park|bank|lady|heart|bishop|cardinal|infants|academy|busy bees|bright horizons|kids planet|kiddi caru|'s$| vi\b"
)
_NEEDS_SHAPE = 0.66
# Nobody is head girl or in Year 8 at a town, so the school is called like one.
_ONLY_SCHOOLS = late(rf"(?:{_YEAR}|head (?:girl|boy)|prefect|boarded|parents (?:of|in)).* (?:at|@) $")


def _looks_named(name: str, cue_words: str, confidence: float) -> bool:
    head = name.split()[0]
    if head in EMPTY | DAY_WORDS or head.startswith(("year", "ks", "key")):
        return False
    if head in first_names() and name == head and not name.endswith("'s"):
        return False
    place = place_at(name, 0)
    if place and place[0] == len(name) and not _ONLY_SCHOOLS.match(cue_words):
        return is_university(name) and "stud" in cue_words
    if listed_end(name) and not re.match(r"busy bees|bright horizons|kids planet|kiddi caru", name):
        return False
    if confidence < _NEEDS_SHAPE:
        return bool(_SCHOOL_SHAPE.search(name))
    return not re.search(r"council|police|hospital|nhs|trust|university hospital|ltd|street|road", name)


def _at_university(folded: Folded) -> Iterator[Found]:
    """Universities by name alone, beside words of studying."""
    lower = folded.lower
    named = list(universities(folded))
    if not named or not _STUDIES.search(lower):
        return
    for start, end in named:
        near = lower[max(0, start - 70) : start] + " . " + lower[end : end + 60]
        if _STUDIES.search(near) and not _NEWS.search(near):
            yield start, end, 0.7, False


def _tailed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _AFTER.finditer(folded):
        words = list(re.finditer(r"[\w'-]+", text[m.start(1) : m.end(1)]))
        first = None
        for word in reversed(words):
            if not word[0][0].isupper() or word[0].casefold() in EMPTY | DAY_WORDS:
                break
            first = m.start(1) + word.start()
        if first is not None and lower.endswith((" the ", "new "), 0, first):
            continue
        if first is None or lower[first : m.end(1)] in first_names() or listed_end(lower[first : m.end(1)]):
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
