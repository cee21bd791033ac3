"""Times and places that come back: the gym on Tuesdays, the school run, a shift, a service, a club.

Finds: a person's own activity with a repeated day or "every", mostly with a clock time.
Misses: opening hours, single appointments, kick-offs, television times, bin days.
Why: a routine says where a person, or a child, will be and when.
Fix: vary it, or share it with friends only.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import clause
from privacy_check.text.vocabulary import CLOCK, WEEKDAY

FINDS = (
    ("Gym every Tue 6pm, come join", "Gym every Tue 6pm"),
    ("yoga every Monday 6.30pm at the village hall", "yoga every Monday 6.30pm"),
    ("I walk the dog at 6am every morning", "walk the dog at 6am every morning"),
    ("Thursdays = late shift till 9", "Thursdays = late shift till 9"),
)
MISSES = (
    "open Mon-Fri 9am to 5pm, closed bank holidays",
    "Meeting moved to Tuesday 3pm",
    "Kick off Saturday 3pm, come on Town",
    "Every day is a school day",
    "Every Tuesday is bin day now apparently",
)

_DAYS = rf"(?:{WEEKDAY}(?:(?:,| and| &|/|-| to| \+) ?(?:and )?{WEEKDAY})*)"
_PLURAL = r"(?:(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)days)"
_PLURALS = rf"(?:{_PLURAL}(?:(?:,| and| &|/|-| to| \+) ?(?:and )?(?:{_PLURAL}|{WEEKDAY}))*)"
_OFTEN = (
    rf"(?:(?:every|each|most)(?: single| other| second)? (?:{_DAYS}|day|morning|evening|night|week ?day|week ?night|afternoon|lunchtime|week(?:end)?)|(?:{_PLURALS})"
    rf"|(?:{WEEKDAY}) (?:mornings|nights|evenings|afternoons|lunchtimes)|(?:mon(?:day)?s?) ?(?:-|to|thru|through) ?(?:fri(?:day)?s?|thu(?:rs(?:day)?)?s?|wed(?:nesday)?s?|sat(?:urday)?s?)|week ?days|daily|mornings|(?<!last )(?<!to)nights|weekly)"
)
_TIME = rf"(?:(?:at|from|till|til|until|by|about|around|@|before|after|=|-)? ?(?:{CLOCK}|\d{{1,2}}(?:[:.]\d{{2}})?(?= ?(?:-|–|till|til|to) ?\d)|\d{{1,2}})(?: ?(?:-|to|till|til|until|and|,) ?(?:{CLOCK}|\d{{1,2}}))?)(?![\w:%£])"
_DO = (
    r"(?:gym|yoga|pilates|zumba|spin(?: class)?|parkrun|park run|run(?:ning)?(?: club)?|jog(?:ging)?|swim(?:ming)?(?: lessons?| club)?|football(?: training)?|footie|rugby(?: training)?|netball|hockey|cricket(?: nets)?|tennis|badminton|"
    r"squash|five[- ]a[- ]side|5[- ]a[- ]side|boxing|karate|judo|ju[- ]?jitsu|taekwondo|martial arts|gymnastics|ballet|dance(?: class)?|dancing|tap|choir(?: practice)?|band practice|rehearsals?|orchestra|drama(?: club)?|bell ringing|"
    r"church|mass|mosque|jummah|temple|synagogue|chapel|sunday school|bible study|prayer group|worship|aa|na|meeting|slimming world|weight ?watchers|ww|slimming|"
    r"brownies|guides|rainbows|cubs|scouts|beavers|squirrels|cadets|youth club|playgroup|toddler group|baby group|baby sensory|sing and sign|nursery(?: run| pick[- ]?up| drop[- ]?off)?|school run|school pick[- ]?up|school drop[- ]?off|"
    r"pick(?:ing|s|ed)?[- ]?up|drop(?:ping|s|ped)?[- ]?off|breakfast club|after school club|collect(?:ing)?|walk(?:s|ing)?(?: the)?(?: dogs?| kids)?(?: to school)?|tak(?:e|ing) the (?:dogs?|kids|boys|girls|bins)|sunday league|food bank|dog walk|walkies|commute|train|bus|tram|metro|shift|shifts|early shift|late shift|night shift|"
    r"nights|lates|earlies|on call|duty|work(?:ing)?|finish|finishing|start|clinic|surgery|lessons?|piano|guitar|violin|training|class|classes|bootcamp|circuits|crossfit|hiit|aqua ?fit|bingo|quiz(?: night)?|pub|darts|pool night|"
    r"poker|book club|knit(?:ting)?|craft(?: group)?|market|stall|allotment|volunteer(?:ing)?|food ?bank|coffee|lunch|brunch|dinner|tea|sunday lunch|nan's|mum's|mums|nans|dad's|dads|therapy|counselling|physio|dialysis|chemo|slimming club|"
    r"hair(?:dresser)?s?|nails|golf|bowls|bowling|climb(?:ing)?|sea swim|cold water|sauna|spin|cycl(?:e|ing)|ride|riding(?: lessons?)?|horse riding|steps|lengths|rec|lido|leisure centre|pool|school|kids|bedtime|gaming|stream(?:ing)?|live on twitch)"
)
_NEAR = r"(?:[^.!?\n|]|(?<=\d)\.(?=\d)){0,28}?"
_PLACE_TAIL = r"(?: (?:at|in|on|with|along|round|around|by|from|to|down|near|outside|@) (?:the |my |our |st\.? )?[\w'&.-]+(?: (?:hall|church|park|centre|club|school|pool|rec|road|lane|station|canal|gym|lido|chad's|\w+'s|leisure centre|hut|green))?){0,2}"

_DAY_LIST = rf"{WEEKDAY}(?:(?:,| and| &|/| \+|,? n)? ?{WEEKDAY})+"
_SAME_DAYS = (
    rf"(?:every|each) (?:single |other )?(?:{_DAYS}|week ?day|day|morning|evening|night|lunchtime|afternoon)"
)
_PATTERNS = Cues(
    cue("my our i i'm on", rf"(?:my|our) (?:shifts?|nights?|lates|earlies|days off|rest days|days in|long days|office days|gym days|run days|late nights?|late shifts?|work days) (?:(?:is|are|this \w+ are|:|=) )?(?:always )?(?:on )?(?:{_DAY_LIST}|{_DAYS})", 0.75),
    cue("i'm on im", rf"(?:i'm |im )?on (?:nights|lates|earlies|days|shift|call)(?: on| every|:)? {_DAY_LIST}", 0.72),
    cue("off", r"(?:two|three|four|five|six|[2-7]) (?:days? |nights? )?on,?(?: and)? (?:two|three|four|five|six|[2-7]) (?:days? )?off(?:,? (?:nights|days|lates|earlies))?", 0.72, before=26, after=20, need=r"\bon\b"),
    cue("on", r"(?:i'm|im|i am|we're) (?:always|usually) on the \d{1,2}[.:]?\d{2}(?: (?:train|bus|tram))?(?: (?:to|from) \w+)?", 0.75, before=14, after=40),
    cue("there", rf"(?:i'm|im|we're|i am) (?:always )?there (?:at |from |by )?{_TIME} {_SAME_DAYS}", 0.72, before=14, after=40),
    cue("gym yoga pilates spin run running swim swimming football boxing karate ballet choir training class dance park", rf"(?<!\w){_DO}(?:,? (?:at )?{_TIME})?(?: on| every|:| is)? {_DAY_LIST}(?: (?:mornings?|evenings?|nights?|afternoons?))?,? ?(?:{_TIME})?", 0.72),
    cue("same usual", rf"(?:same|usual) [^.!?\n|]{{2,40}}?(?:{_SAME_DAYS}|daily|week ?days?)(?:,? (?:at )?{_TIME})?{_PLACE_TAIL}", 0.75),
    cue("every each", rf"{_SAME_DAYS},?(?: at| from| by|,)? ?{_TIME}(?:[^.!?\n|]{{0,24}})", 0.62),
    cue("get catch take gets catches takes", rf"(?:i|he|she|we) (?:always )?(?:get|catch|take)s? (?:the )?(?:\d{{1,2}}[.:]?\d{{2}}|first train|last train|early train|early bus)(?: (?:train|bus|tram|ferry|tube))?(?: (?:to|from|into) \w+)?[^.!?\n|]{{0,20}}? (?:every|each) (?:single )?(?:day|morning|evening|night|week ?day|{WEEKDAY})", 0.78, before=6, after=100),
    cue("monday tuesday wednesday thursday friday saturday sunday", rf"(?<!\w){_DO} (?:is )?on an? {WEEKDAY}(?: (?:morning|evening|night|afternoon))?(?:,? ?{_TIME})?", 0.7, before=44, after=40, need=r" on an? $"),
    cue("friday sunday saturday thursday monday tuesday wednesday", rf"(?:every|each) {WEEKDAY} (?:after (?:work|school|church)|before (?:work|school)|night|morning|evening|lunch)[^.!?\n|]{{3,50}}?(?:{_TIME})", 0.7, before=8, after=80),
    cue("leave home out leaving", rf"(?:leave|leaving|out of) the house (?:at|by|for) {_TIME}[^.!?\n|]{{0,30}}?(?:back|home|in|return)(?: at| by| for| around)? {_TIME}", 0.75),
    cue("i'm im we're out", rf"(?:i'm|im|we're|i am) (?:out|at work|in work|away|on shift|working|in the office) {CLOCK} ?(?:-|to|till|til|until) ?{CLOCK} {_DAYS}", 0.78),
    cue("bingo chippy pub quiz chip curry", rf"(?:bingo|chippy|chip shop|the pub|pub quiz|curry night|the quiz|takeaway) {_SAME_DAYS}(?:,? (?:at )?{_TIME})?", 0.66),
    cue("home", rf"home (?:by|at|for|about|around)(?: about| half)? {_TIME} {_SAME_DAYS}", 0.7),
    cue("every each most daily weekdays weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays mon mons tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday week mornings nights", rf"(?<!\w)(?:(?:i|we|she|he|i'm|you'll find me|catch me|find me|see me)(?:'m|'re)? (?:(?:always|usually|do|go to|go|have|am|are|run|at|in|teach|play|do the)\b ?){{0,3}})?(?:the )?{_DO}\b{_NEAR}{_OFTEN}(?:,? ?{_TIME})?{_PLACE_TAIL}", 0.6, before=75, after=70),
    cue("every each most daily weekdays weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays mon mons tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday week mornings nights", rf"(?<!\w){_OFTEN}\b(?:,| -| =|:)? ?(?:{_TIME},? ?)?{_NEAR}\b{_DO}\b(?:{_NEAR}{_TIME})?{_PLACE_TAIL}", 0.6),
    cue("train bus tram ferry tube metro", rf"(?<!\w)(?:same|the|my|our|on the|catch the|get the|gets? the) (?:{_NEAR})(?:train|bus|tram|ferry|tube|metro)\b{_NEAR}(?:every|each|daily){_NEAR}(?:{_TIME}{_PLACE_TAIL})?", 0.75, before=36, after=80),
    cue("mondays tuesdays wednesdays thursdays fridays saturdays sundays mon mons tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday", rf"(?<!\w){_DO}\b[ ,:(]{{1,3}}(?:is |are |on |at |every |=|'s )*{_DAYS}\b[ ,@-]*{_TIME}{_PLACE_TAIL}", 0.7, before=44, after=50),
    cue("drop dropping take taking walk get leave up", r"(?:drop(?:ping)?|tak(?:e|ing)|walk|get|leave|up)\b[^.!?\n|]{0,24}?(?:at|by|for|@) \d{1,2}[.:]\d{2}[^!?\n|]{0,40}?(?:\d{1,2}(?:[.:]\d{2})?(?! ?(?:%|quid))|every (?:single )?(?:day|morning)|daily|every\. single)", 0.7),
    cue("monday tuesday wednesday thursday friday saturday sunday", r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s? (?:nights?|mornings?|evenings?|afternoons?|lunchtimes?) (?:is|are|=|means?|'s) (?:always |our |my |for )*[\w' ]{3,24}", 0.65),
    cue("drop dropoff school pick pickup", rf"(?<!\w)(?:drop[- ]?off|school run|pick[- ]?up)\b{_NEAR}\d{{1,2}}[.:]?\d{{0,2}}{_NEAR}(?:pick[- ]?up|drop[- ]?off|every|each|daily|and \d|mon)[^.!?\n|]{{0,24}}?(?:\d{{1,2}}[.:]\d{{2}}|every day|mon(?:day)? to fri(?:day)?|daily)?", 0.8),
    cue("i we he she", rf"(?<!\w)(?:i|we|he|she) (?:work|do|finish|start|run|swim|walk|train|teach|play|go|am|volunteer|clean|drive|catch|leave)\w*\b{_NEAR}(?:{_DAYS}|{_OFTEN})\b[ ,]*(?:{_TIME})?{_PLACE_TAIL}", 0.65),
    cue("every each most daily weekdays weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays mon mons tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday week mornings nights", rf"(?<!\w){_OFTEN},? (?:{_TIME},? ?)?(?:i|we|i'm|you'll find me|catch me|find me|he|she)(?:'m|'re|'ll be)? {_NEAR}(?:finish|start|swim|run|walk|am|go|work|train|at|in|on my way|leave|teach|do|get|catch|take|drive)\b{_NEAR}(?:{_TIME})?{_PLACE_TAIL}", 0.7),
    cue("kid kids son daughter girls boys children", rf"(?<!\w)(?:kids?|son|daughter|girls|boys|children) (?:at|with|are at|go to|is at) (?:their|his|her) (?:dad|mum|nan|father|mother|gran)(?:'?s)?\b{_NEAR}{_OFTEN}", 0.75),
    cue("every each", rf"(?<!\w)(?:up|out|awake|home|leave(?: the house)?|out the door|in the gym|at the gym|at work|at my desk|on the road|walk(?:ing)?|on the m\d+)\b{_NEAR}{_TIME}{_NEAR}(?:every|each) (?:day|morning|week ?day|evening|night|{WEEKDAY})", 0.75, before=70, after=40),
    cue("month", rf"(?<!\w){_DO}\b{_NEAR}\b(?:the )?(?:first|second|third|last|1st|2nd|3rd|alternate) {WEEKDAY} of (?:the|every|each) month", 0.7, before=90, after=20),
)  # fmt: skip
_PUBLIC = re.compile(
    r"(?<!\w)(?:open(?:ing)?(?: times| hours)?|closed|closes|opens|doors (?:at|open|\d)|kick[- ]?off|k\.?o\.?|tickets?|gates (?:at|open|from|\d)|bbc\w*|itv\w*|channel \d|netflix|sky|episode|series|surgery|office hours|bin day|bins?|clap(?:ped)?|"
    r"is a school day|all abilities|book online|live music|market is|toddler group|baby group|messy church|stay and play|two for one|2 for 1|curry club|half price|bake sale|happy hour|free entry|book(?: your)? (?:now|a)|all welcome|everyone welcome|drop[- ]in|walk[- ]ins?|phone lines|helpline|lines are|collections?|deliveries|trains? (?:are|is)|buses|service runs|matinee|"
    r"meeting moved|screening|spaces|places available|sign up|enrol|new members|clinic runs|no appointment|sessions? runs?|runs every|per week|per day)(?!\w)"
)
_OWN = re.compile(
    r"(?<!\w)(?:i|i'm|my|we|our|me|she|he|her|his|come (?:join|say)|see you|same|always|loves?)(?!\w)"
)
# Patterns as sure as this hold only what people say of their own days.
_OWN_WORDS = 0.72
_TRIVIAL = re.compile(r"^(?:every|each) (?:day|morning|night|week|evening)\b(?![^\n]*\d)")
_CHILD = re.compile(r"school|nursery|brownies|cubs|beavers|rainbows|kids|pick|playgroup")
_HAS_TIME = re.compile(rf"{CLOCK}|(?:at|till|til|until|from|by|@|-) ?\d{{1,2}}\b|\d{{1,2}} ?(?:-|till|til|to) ?\d")
_REPEATED = re.compile(r"(?<!\w)(?:every|each|daily|pick|week ?days?)")
_HAS_DAY = re.compile(rf"(?<!\w){WEEKDAY}(?!\w)")
_FAR_DAY = re.compile(
    r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?<!\w)(?:tues?|weds?|thurs?|fri|mon)(?!\w)"
)


class Routine(BaseDetector):
    """Regular times and places."""

    name = "routine"
    entity_types = (EntityType.ROUTINE,)
    triggers = Triggers(
        words=word_set(
            "every each most mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed weds thu thur thurs fri monday tuesday wednesday thursday friday saturday sunday "
            "daily weekdays weekday mornings nights pickup dropoff weekly sat sun shift shifts leave off always"
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """Non-overlapping phrases; a day or a clock time must be part of each."""
        lower = folded.lower
        taken = -1
        spans = sorted((m.start(), -m.end(), pattern.confidence) for pattern, m in _PATTERNS.finditer(folded))
        for start, minus_end, confidence in spans:
            end = -minus_end
            if start < taken or not self._personal(lower, start, end, confidence):
                continue
            start, end = clause(lower, start, end)
            start, taken = max(start, taken), end
            words = lower[start:end]
            whose = Whose.CHILD if _CHILD.search(words) else Whose.WRITER
            sure = confidence + (0.15 if _HAS_TIME.search(words) and _HAS_DAY.search(words) else 0.0)
            yield Match(
                EntityType.ROUTINE,
                start,
                end,
                min(sure, 0.9),
                "a time that comes back every week or day",
                "LOC-08",
                whose,
            )

    @staticmethod
    def _personal(lower: str, start: int, end: int, confidence: float) -> bool:
        words = lower[start:end]
        around = lower[max(0, start - 60) : end + 40]
        if _PUBLIC.search(around) and not re.search(r"drop[- ]?off|pick[- ]?up|school run", words):
            return False
        if _TRIVIAL.search(words):
            return False
        if re.search(r"day (?:night|morning|evening|afternoon|lunchtime)s? (?:is|=|means)", words):
            return bool(_OWN.search(around) or "team" in around)
        if confidence >= _OWN_WORDS:
            return True
        timed, dayed = bool(_HAS_TIME.search(words)), bool(_FAR_DAY.search(words))
        if timed and (dayed or _REPEATED.search(words)):
            return True
        if re.search(r"work(?:ing)? (?:from|at) home|wfh", words):
            return False
        if re.search(r"every other week", words) and (
            _OWN.search(around) or re.search(r"their (?:dad|mum|nan)", around)
        ):
            return True
        # A day alone counts only in the person's own mouth.
        return dayed and bool(
            _OWN.search(around)
            or re.search(
                r"shift|lates|earlies|nights|training|mass|church|class|darts|dominoes|bell ringing|choir|rehears",
                words,
            )
        )


DETECTOR = Routine()
