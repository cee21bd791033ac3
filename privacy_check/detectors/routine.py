"""Times and places that come back: the gym on Tuesdays, the school run, a shift, a service, a club.

Finds: a person's own activity with a repeated day or "every", mostly with a clock time.
Misses: opening hours, single appointments, kick-offs, television times, bin days.
Why: a routine says where a person, or a child, will be and when.
Fix: vary it, or share it with friends only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose, in_plain_words
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.recurrence import CLOCK_TIME, DAYS, EVERY, REPEATS, SEVERAL_DAYS
from privacy_check.text.runs import clause, sentence
from privacy_check.text.sayings import cue_of, piece, saying, together
from privacy_check.text.vocabulary import first_names

FINDS = (
    ("Gym every Tue 6pm, come join", "Gym every Tue 6pm"),
    ("yoga every Monday 6.30pm at the village hall", "yoga every Monday 6.30pm"),
    ("I walk the dog at 6am every morning", "walk the dog at 6am every morning"),
    ("Thursdays = late shift till 9", "Thursdays = late shift till 9"),
    ("always out on my bike Sunday mornings 7-10", "always out on my bike Sunday mornings 7-10"),
    ("she gets off the 36 at ten past four every day", "she gets off the 36 at ten past four every day"),
    ("Leave at 7.10, home by 6. Every. Single. Day.", "Leave at 7.10, home by 6"),
)
MISSES = (
    "open Mon-Fri 9am to 5pm, closed bank holidays",
    "Meeting moved to Tuesday 3pm",
    "Kick off Saturday 3pm, come on Town",
    "Every day is a school day",
    "Every Tuesday is bin day now apparently",
    "I start Friday, wish me luck",
    "I do not work Fridays",
    "My phone dies every day at 4",
)

_KIN = piece("routine.kin")
# Who does it: the writer, or somebody of the family.
_ACTOR = piece("routine.actor", KIN=_KIN)
# What people do week after week and would name without saying who does it.
_DO = piece("routine.do")
_HABIT = piece("routine.habit")
_WHEN = rf"(?:{EVERY}|{SEVERAL_DAYS})"
_SHIFTS = together("routine.shifts", CLOCK_TIME=CLOCK_TIME, DAYS=DAYS, ACTOR=_ACTOR, DO=_DO, WHEN=_WHEN)
# A club, class or lesson on one named day with a time is a standing date; a dentist on that day is not.
_CLUB_DAY = cue_of("routine.club_day", CLOCK_TIME=CLOCK_TIME, DAYS=DAYS)
_PUBLIC = saying("routine.public")
_STAYS_OWN = late(rf"(?<!\w)(?:drop[- ]?off|pick[- ]?up|school run|i|i'm|im|my {_KIN})(?!\w)")
_GIVING = saying("routine.giving")
_NOT_DONE = saying("routine.not_done")
_FEELS = saying("routine.feels")
_ACTING = saying("routine.acting", ACTOR=_ACTOR)
_ACTING_AFTER = late(rf"(?:[^.!?\n]|(?<=\d)\.(?=\d)){{0,22}}?[ ,](?:{_ACTOR})(?!\w)")
_TIMES = late(CLOCK_TIME)
_DOES = late(rf"(?<!\w)(?<!before )(?<!after ){_DO}(?!\w)")
_HABITUAL = late(rf"(?<!\w)(?:{_HABIT})(?!\w)")
_SAME = late(r"(?:same|usual|always|usually|without fail|regular)(?!\w)")
_THING_FIRST = saying("routine.thing_first")
_ONE_WEEK = late(
    r"(?<!\w)(?:this(?! month)|next|last|coming|tomorrow|tonight|today|yesterday|\d{1,2}(?:st|nd|rd|th))(?!\w)"
)
_ALONE = late(r"\W*\Z")
_SURE = 0.75


class Routine(BaseDetector):
    """Regular times and places."""

    name = "routine"
    entity_types = (EntityType.ROUTINE,)
    triggers = Triggers(
        words=(
            REPEATS.words | _CLUB_DAY.words | frozenset({"off", "always", "usually", "month", "shift", "shifts"})
        )
        - {"a", "an", "days", "times"}
        | {"week"}
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """Non-overlapping phrases; a repeated day, and who does what or when, are part of each."""
        return in_plain_words(folded, self._read)

    def _read(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        taken = -1
        for start, end, confidence in sorted(
            (*_shifts(folded), *_repeated(folded)), key=lambda found: (found[0], -found[1])
        ):
            if start < taken:
                continue
            start, end = clause(lower, start, end)
            start, taken = max(start, taken), end
            whose = Whose.CHILD if _CHILD.search(lower, start, end) else Whose.WRITER
            yield Match(
                EntityType.ROUTINE,
                start,
                end,
                confidence,
                "a time that comes back every week or day",
                "LOC-08",
                whose,
            )


_CHILD = late(r"school|nursery|brownies|cubs|beavers|rainbows|kids|pick|playgroup")
Found = tuple[int, int, float]
_MOST_REPEATS = 60  # in one piece of text: no writer says more, and hostile text must not take long


def _shifts(folded: Folded) -> Iterator[Found]:
    """Shift patterns, standing trains and lists of days, which hold only what people say of themselves."""
    lower = folded.lower
    for pattern, m in _SHIFTS.finditer(folded):
        begin, end = sentence(lower, m.start(), m.end())
        if not _public(lower, begin, end):
            yield m.start(), m.end(), pattern.confidence
    for m in _CLUB_DAY.finditer(folded):
        begin, end = sentence(lower, m.start(), m.end())
        if lower[end : end + 1] == "?" and _ASKS.match(lower[begin:end].lstrip()):
            continue
        if not _public(lower, begin, end) and not _ONE_WEEK.search(lower, begin, end):
            yield m.start(), m.end(), 0.72


def _repeated(folded: Folded) -> Iterator[Found]:
    """“Every Tuesday” and its like, with the sentence they stand in: who, what and when."""
    lower = folded.lower
    for m in islice(REPEATS.finditer(folded), _MOST_REPEATS):
        begin, end = sentence(lower, m.start(), m.end())
        if _ALONE.match(lower[begin : m.start()]) and _ALONE.match(lower[m.end() : end]) and begin > 1:
            # "Every. Single. Day." stands behind the sentence it is about.
            begin, _ = sentence(lower, max(0, begin - 3), max(0, begin - 3))
        if _public(lower, begin, end):
            continue
        found = _told(folded, m, begin, end)
        if found:
            yield found


def _public(lower: str, begin: int, end: int) -> bool:
    """True when the sentence is about a shop, a club's offer, a broadcast or a timetable."""
    if _GIVING.search(lower, begin, end) and not re.search(r"(?<!\w)(?:i|i'm|we)(?!\w)", lower[begin:end]):
        return True
    return bool(_PUBLIC.search(lower, begin, end)) and not (
        _STAYS_OWN.search(lower, begin, end) and not _NOT_DONE.search(lower, begin, end)
    )


def _told(folded: Folded, when: re.Match[str], begin: int, end: int) -> Found | None:
    """From who or what to the time, when the sentence says what a person does again and again; else None."""
    text, lower = folded.text, folded.lower
    head = begin + len(lower[begin:end]) - len(lower[begin:end].lstrip())
    near = max(begin, when.start() - 70), min(end, when.end() + 50)
    time, does = _nearest(_TIMES, lower, near, when), _nearest(_DOES, lower, near, when)
    actor = _actor(text, lower, head, when)
    named = [when.span(), *(m.span() for m in (time, does) if m)]
    start = min(s for s, _ in named) if actor is None else min(actor, *(s for s, _ in named))
    stop = max(e for _, e in named)
    after = _ACTING_AFTER.match(lower, when.end())
    if after and actor == when.start():
        stop = max(stop, _REST.match(lower, after.end()).end())  # type: ignore[union-attr]
    said = lower[max(head, lower.rfind(",", 0, start) + 1) : stop]
    if (
        _NOT_DONE.search(said)
        or (_FEELS.search(said) and not (time and does))
        or _UNTIL.search(lower[head : when.start()])
    ):
        return None
    if when["every"] is None and not _PLURAL.search(when[0]) and _ONE_WEEK.search(lower, begin, end):
        return None
    if lower[end : end + 1] == "?" and _ASKS.match(lower, head):
        return None
    thing = bool(_THING_FIRST.match(lower, head)) and not _OWN_FIRST.match(lower, head)
    if not _enough(lower, when, head, thing, (time, does, actor)):
        return None
    start, stop = _with_neighbours(lower, head, end, start, stop)
    return start, stop, _SURE + (0.1 if time and does else 0.0)


def _enough(
    lower: str,
    when: re.Match[str],
    head: int,
    thing: bool,
    told: tuple[re.Match[str] | None, re.Match[str] | None, int | None],
) -> bool:
    """True when time, deed and person together make a routine of somebody's; `thing`: a thing is the subject."""
    time, does, actor = told
    if does:
        if thing and (actor is None or does.start() > when.start()):
            return bool(time) and does.start() < when.start() and actor is not None
        return bool(time) or actor is not None or _bare(head, does, when)
    if actor is not None and not thing:
        told_day = when["habit"] is None and bool(_DAY_NAME.search(when[0]) or _PART.search(when[0]))
        return bool(time) or (told_day and bool(_HABITUAL.search(lower, actor)))
    starts_so = when.start() - head < 3 or bool(_SAME.match(lower, head))
    dated = _DAY_NAME.search(when[0]) or _SAME.match(lower, head)
    return bool(time and dated) and when["every"] is not None and starts_so and not thing


def _with_neighbours(lower: str, head: int, end: int, start: int, stop: int) -> tuple[int, int]:
    """Takes in the parts of the sentence that go on telling times: "out at 7, home by 6, five days a week"."""
    earlier = _TIMES.search(lower, head, start)
    if earlier:
        start = lower.rfind(",", head, earlier.start()) + 1 or head
        start += len(lower[start:stop]) - len(lower[start:stop].lstrip())
    following = _NEXT_PART.match(lower, stop, end)
    if following and _TIMES.search(following[0]):
        stop = following.end()
    return start, stop


_REST = late(r"(?:[^,.!?;\n|]{0,40}(?!\w))?")
_ASKS = saying("routine.asks")
_NEXT_PART = late(r"[^,]{0,12}, (?:[^,]|(?<=\d),(?=\d)){3,34}(?=,|\Z)")
_UNTIL = late(r"(?<!\w)(?:until|till?|by|since|before|after|on the|closed|from)(?: at least)? \Z")


_PLURAL = late(r"days\b|(?:morning|evening|night|afternoon|time)s\b|(?:mon|fri|sat|sun|wed)s\b")
_OWN_FIRST = late(rf"(?:my|our|the)(?: \w+)? {_KIN}(?!\w)|(?:my|our|the) {_DO}(?!\w)")


def _bare(head: int, does: re.Match[str], when: re.Match[str]) -> bool:
    """True for "bingo every Thursday": what is done begins the sentence and the days follow, or the other way
    round.
    """
    apart = max(does.start(), when.start()) - min(does.end(), when.end())
    return min(does.start(), when.start()) - head < 16 and apart < 16 and bool(_DAY_NAME.search(when[0]))


_PART = late(r"morning|evening|night|afternoon|lunch|week ?day|weekend")
_DAY_NAME = late(r"(?<!\w)(?:mon|tue|wed|thu|fri|sat|sun)")


def _nearest(
    pattern: re.Pattern[str], lower: str, near: tuple[int, int], when: re.Match[str]
) -> re.Match[str] | None:
    """The match nearest to the repeated day, outside it."""
    found = [m for m in pattern.finditer(lower, *near) if m.end() <= when.start() or m.start() >= when.end() - 1]
    return min(found, key=lambda m: max(when.start() - m.end(), m.start() - when.end()), default=None)


def _actor(text: str, lower: str, head: int, when: re.Match[str]) -> int | None:
    """Where the person who does it is named: "I", "our eldest", a first name at the head of the sentence."""
    found = _ACTING.search(lower[head : when.start()])
    if found:
        at = head + found.start()
        return at + len(found[0]) - len(found[0].lstrip(",;:( "))
    after = _ACTING_AFTER.match(lower, when.end())
    if after:
        return when.start()
    name = re.match(r"(?:[Oo]ur |[Ww]or |[Mm]y )?([A-Z][a-z]+)(?='s| )", text[head : when.start()])
    return head if name and first_names().get(name[1].casefold()) is False else None


DETECTOR = Routine()
