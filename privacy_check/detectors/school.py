"""Schools, nurseries, colleges and universities: a child's, the writer's own, or the place they teach.

Finds: a named school ("St Wilfrid's Primary", "Ysgol ...") that the writer or a child goes to, and a name after
words that only fit a school.
Misses: schools in the news, in films and at concerts, "high" and "college" as parts of streets, sayings about
school.
Why: a child's school says where the child is at three o'clock; the writer's own is a security answer.
Fix: crop it out or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import late, word_set
from privacy_check.text.employers import listed_end
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end, sentence
from privacy_check.text.sayings import cue_of, piece, saying, together
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
_YEAR = piece("school.year")
_CHILD_CUES = together("school.child_cues", YEAR=_YEAR)
_OWN_CUES = together("school.own_cues")
_AFTER = cue_of("school.after")
_FICTION = saying("school.fiction")
# Somebody close to the school speaks: a pupil, a parent, a teacher, somebody who asks other parents.
_CLOSE = saying("school.close")
_NEWS = saying("school.news")
# In a short text "she" is the writer's girl; in a long one she may be anybody.
_CLOSE_WHEN_SHORT = late(r"(?<!\w)(?:he|he's|she|she's|his|her|parents?|student|who)(?!\w)")
_SHORT = 110
_ALWAYS_NEWS = saying("school.always_news")
_MINE = late(r"(?<!\w)(?:my|our|i|i'm|we|son|daughter|kids?|he|she|mine)(?!\w)")
_CHILD_WORDS = saying("school.child_words")
_OWN_WORDS = saying("school.own_words")
_SCHOOLISH = saying("school.schoolish")
_STUDIES = saying("school.studies")


class School(BaseDetector):
    """Named places of learning."""

    name = "school"
    entity_types = (EntityType.SCHOOL,)
    triggers = Triggers(
        words=word_set(
            "ysgol coleg cylch meithrinfa bunscoil gaelscoil scoil primary junior juniors infant infants "
            "nursery academy high grammar secondary comprehensive comp college school schools university "
            "uni preschool playgroup sixth upper poly prep kindergarten montessori ysgol met teacher teach "
            "teaches teaching taught reception year alumni alumna alumnus leavers grad graduate old "
            "parents nativity studying studied studies offer degree student undergrad class prom drop "
            "dropped dropping collecting collected attended went starts studied pupils polytechnic got "
            "into pta ta hlta senco lecturer bsc msc mba phd pgce honours results halls freshers fresher "
            "dropout levels prefect boarded pupil remember remembers p y yr blazer accepted place goes "
            "pick picking picked enrolled head dinner ladies blessed cardinal bishop archbishop physics "
            "medicine nursing masters"
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
                EntityType.SCHOOL,
                start,
                end,
                confidence,
                "a named school",
                "REL-05" if child else "PI-09",
                Whose.CHILD if child else Whose.WRITER,
            )


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


_SCHOOL_SHAPE = saying("school.school_shape")
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
