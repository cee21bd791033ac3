"""How old a person, or their child, is.

Finds: "34yo", "turning 40", "I'm 27", "the big 3-0", "aged 47", "Wren is 2 today", a bare age between the pieces of a bio.
Misses: ages of buildings, cars, whisky and celebrities, "10 minutes away", weights, counts, "my 3 year old's homework".
Why: an age with a name and a town picks one person out of many, and gives the year of birth.
Fix: leave it out, or hide the year of birth.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue
from privacy_check.text.fold import Folded
from privacy_check.text.runs import is_bio, pieces
from privacy_check.text.vocabulary import MONTH, NEVER_NAMES, NUMBER_WORDS, TEENS, TENS, WEEKDAY, first_names

FINDS = (
    ("turning 40 and not happy", "40"),
    ("I'm 27 and I still ring my mum", "27"),
    ("34yo dad of two", "34yo"),
    ("the big 3-0 tomorrow", "3-0"),
    ("our little girl Wren is 2 today", "2"),
)
MISSES = (
    "This pub is 300 years old and so is the carpet",
    "I'm 10 minutes away",
    "my dog ate my 3 year old's homework",
    "at 20 quid each the tickets are a steal",
    "Taylor Swift turns 36 this year apparently",
)

_N = rf"(?:\d{{1,2}}|{NUMBER_WORDS})"
_GROWN = rf"(?:[1-9]\d|{NUMBER_WORDS})"
_SMALL = rf"(?:{_N}|one|two|three|four|five|six|seven|eight|nine)"
_NOT_UNIT = (
    r"(?! ?(?:%|p\b|k\b|mins?\b|minutes?|hours?|hrs?\b|weeks?\b|wks?\b|months?|days?\b|miles?|km\b|kg|lbs?|stone|st\b|quid|pounds?|pence|seconds?|"
    r"per cent|percent|degrees|points?|pages?|times?|lengths|metres?|m\b|am\b|pm\b|o'clock|th\b|people|episodes|goals|in a row|down|up|away|late|"
    r"(?:of )?(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|may \d|out of|of the|kids|grand|sleeps|pints|inches|ft\b|feet|and counting|to go|yards|laps|reps|litres|mph|steps|followers|likes|games|matches|"
    r"-?\d|:\d|\.\d|/\d|,\d|x\b|children|cats|dogs|bags|hot|different|new|more|foot|hundred|thousand|mill))"
)
_OLD = r"(?:[ -]?(?:years?|yrs?|yr)(?:[ -]|s )?(?:old|young|of age)|[ -]?y/?o\b|yo\b|yrs\b(?=[ ,.!]*$))"

_OWN = Cues(
    cue("year years yrs yr y yo", rf"(?<![\w.£$€/:-]){_N}(?:-ish)?{_OLD}", 0.75, before=22, after=14),
    cue("turn turns turned turning hit hitting approaching pushing nearly almost nearing just officially reach reached reaching celebrating", rf"(?:turn(?:s|ed|ing)?|hit(?:ting)?|approaching|pushing|nearly|almost|nearing|just turned|officially|reach(?:ed|ing)|celebrating my) (?:the (?:big )?)?{_GROWN}(?![\w-]){_NOT_UNIT}", 0.7),
    cue("the", rf"the big (?:[2-9][ -]?[0o]|{_GROWN})(?!\w){_NOT_UNIT}(?! ?(?:km?|mile))", 0.8),
    cue("i im will going gonna am me being age aged a", rf"(?:i'm|im|i am|i was|i'll be|i will be|will be|going to be|gonna be|am|me,|me:|i be|being|aged?:?|a/s/l:?) (?:only |just |now |officially |nearly |almost |already |literally )*{_GROWN}(?![\w-]){_NOT_UNIT}", 0.7),
    cue("age aged", rf"aged?:? ?{_N}(?: (?:and a half|and three quarters))?(?![\w-]){_NOT_UNIT}", 0.7),
    cue("at", rf"at (?:the (?:ripe old |grand old |tender )?age of |just |only )?{_GROWN}(?= (?:i|and i|my|still|and still|years|with|you|yrs|and my)\b|[ ,.!?)\U0001f300-\U0001faff\u2600-\u27bf]*$){_NOT_UNIT}", 0.6),
    cue("today tomorrow next this on in soon already", rf"(?<![\w.£$€/:-]){_GROWN} (?:today|tomorrow|next week|next month|this week|next year|on {WEEKDAY}|in {MONTH}|soon|already|this (?:month|year|{MONTH}))\b", 0.6, before=16, after=24, need=r"(?<!\d )(?<!\d)\d{1,2} $|[a-z]{3,} $"),
    cue("years", rf"my {_GROWN} years(?! (?:at|in|of|with|as|on|there|here))", 0.6, before=16, after=20),
    cue("guess", rf"guess who(?:'s| is|se) {_GROWN}(?![\w-]){_NOT_UNIT}", 0.75),
    cue("look feel", rf"(?:don't|do not|never|i|can't|still) (?:look|feel) (?:a day over )?{_GROWN}(?![\w-]){_NOT_UNIT}", 0.65, before=10),
    cue("my this", rf"(?:my|this) {_GROWN}(?:-| )?year(?:-| )?old (?:self|knees|back|body|brain|bones|eyes|legs|heart)", 0.7),
)  # fmt: skip
_FIRST_SAID = re.compile(
    rf"^{_GROWN} (?:and (?:a half|just|still|never|already|i|feeling|fabulous|proud|single|counting|thriving|retired|\w+ed|\w+ing|loving|skint|happy)|already|years? (?:old|young))"
)
_BESIDE_A_NAME = (
    cue(
        "is has turned turns age aged",
        rf"(?:is|has turned|turned|turns|aged?:?) (?:just |now |aged? |already |officially |only )*(?P<age>{_SMALL})(?![\w-]){_NOT_UNIT}",
    ),
    re.compile(rf"[,(] ?(?:just |now |aged? |already |officially |only )*(?P<age>\d{{1,2}})(?![\w-]){_NOT_UNIT}"),
)
_A_NAME = re.compile(r"(?:^|[^\w'@])(?:(?P<lead>[^\W\d_][\w'-]*) )?(?P<name>[^\W\d_][\w'-]+)[ ,(]*$")
_AGE_ENDS = re.compile(r"[ ,.!)|]*(?:$|today|and|&|just|is|[\U0001f300-\U0001faff])")
_RELATIVES = (
    cue(
        "my our",
        rf"(?:my|our) [^.!?\n]{{0,40}}?\bis (?:now |already |only |just )?({_N}) (?:today|tomorrow|now|already|next week)",
    ),
    cue(
        "twins boys girls man boy girl baby princess",
        rf"(?:twins|boys|girls|man|boy|girl|baby|princess)[^.!?\n]{{0,24}}?(?:,|turned|turn|are|is) ({_SMALL}) (?:today|tomorrow|now|already|next week|this week)",
    ),
)
_LONE_AGE = re.compile(r"(?<![\d.£])[1-9]\d(?![\d%:])")
_BIO_AGE = re.compile(
    r"[1-9]\d(?: ?(?:yrs?|years|y/?o))?|(?:just )?[1-9]\d(?: and counting)?|[mf] ?/? ?[1-9]\d|[1-9]\d ?/? ?[mf]"
)
_THINGS = re.compile(
    r"(?<!\w)(?:pub|house|car|van|building|church|hall|town|city|bridge|castle|whisk(?:e)?y|wine|cheese|nhs|library|company|club|album|song|film|sofa|tree|fridge|laptop|phone|boiler|shoes|tradition|theatre|bike|"
    r"hospital|school|council|organisation|charity|factory|steam|record|book|recipe|dress|jumper|coat|photo|law|firm|ship|station|stadium|mill|road|kettle|telly|tv|computer|scotch|rum|cottage|pc|website|show)(?!\w)"
)
_OTHERS = re.compile(
    r"(?:someone|somebody|anyone|any|a|an|every|the|these|those|two|your|for|all|under|over|most|some|'s|his|her|pupils?|patients?|man|woman|suspect|victim|boy|girl) $"
)
_MY_CHILD = re.compile(r"(?:my|our|the|a|with|your|his|her) (?:\w+ )?$")


class Age(BaseDetector):
    """Ages of the writer and of their family."""

    name = "age"
    entity_types = (EntityType.AGE,)
    triggers = Triggers(words=frozenset((*TENS, *TEENS, "big", "turned", "turns")), digits=1)

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per age, the wider phrase first."""
        taken: list[tuple[int, int]] = []
        for match in (*_children(folded), *_own(folded), *_bio(folded)):
            if not any(match.start < end and start < match.end for start, end in taken):
                taken.append((match.start, match.end))
                yield match


def _own(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    said = [(m, pattern.confidence) for pattern, m in _OWN.finditer(folded)]
    first = _FIRST_SAID.match(lower)
    for m, confidence in [*said, (first, 0.65)] if first else said:
        if not _plausible(m[0]) or _not_the_writer(text, lower, m.start(), m.end()):
            continue
        yield Match(EntityType.AGE, m.start(), m.end(), confidence, "an age", "PI-08")


def _plausible(words: str) -> bool:
    digits = re.search(r"\d{1,2}", words)
    return digits is None or words.startswith("the big") or 1 <= int(digits[0]) <= 99


def _not_the_writer(text: str, lower: str, start: int, end: int) -> bool:
    before = lower[max(0, start - 40) : start]
    words = lower[start:end]
    if re.search(r"(?:years?|yrs?)[ -]?(?:s )?(?:old|young|of age)|y/?o\b|yrs", words):
        if lower[end : end + 2] in ("'s", "s ") or lower[end : end + 3] == " me":
            return True
        if not re.search(r"self|knees|back|body|brain", words) and (
            _MY_CHILD.search(before) or _OTHERS.search(before)
        ):
            return True
        return bool(_THINGS.search(before))
    if words.startswith("at ") and (
        re.search(
            r"(?:back|start\w*|finish\w*|open\w*|clos\w+|home|meet|leav\w+|up|done|in|out|off|live) $", before
        )
        or _small(words)
    ):
        return not before.endswith(("out ", "off ")) or _small(words)
    if _THINGS.search(before[-25:]):
        return True
    if re.match(r"turn|hit|will be|going|reach|nearly|almost|approach|push", words):
        named = re.search(
            r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)(?: will| is| has| just| finally)* $",
            text[max(0, start - 40) : start],
        )
        return bool(named) and named[1].split()[0].casefold() not in NEVER_NAMES  # type: ignore[index]
    if before.endswith(("would have been ", "would be ", "would've been ", "should have been ")):
        return True
    told = re.search(
        r"([A-Z][\w'-]+) (?:turns|turned|is|will be|hits|reaches|was) $", text[max(0, start - 40) : start]
    )
    if told and told[1].casefold() not in NEVER_NAMES:
        return True
    return bool(re.search(r"(?:he|she|they|who|it) $", before)) and words.startswith("aged")


def _small(words: str) -> bool:
    digits = re.search(r"\d{1,2}", words)
    return digits is not None and int(digits[0]) < 16


def _children(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    verbs, signs = _BESIDE_A_NAME
    for m in (*verbs.finditer(folded), *(signs.finditer(lower) if folded.digits else ())):
        head = _A_NAME.search(text, max(0, m.start() - 34), m.start())
        if head is None or not _is_a_child(head["name"], head["lead"], comma=m[0][0] in ",("):
            continue
        if m[0][0] == "," and "age" not in m[0] and not _AGE_ENDS.match(lower, m.end()):
            continue
        yield Match(
            EntityType.AGE, m.start("age"), m.end("age"), 0.75, "an age beside a name", "REL-04", Whose.CHILD
        )
    for pattern in _RELATIVES:
        for m in pattern.finditer(folded):
            yield Match(EntityType.AGE, m.start(1), m.end(1), 0.7, "a relative's age", "REL-04", Whose.FAMILY)


def _is_a_child(name: str, lead: str | None, *, comma: bool) -> bool:
    """True for a listed first name that no other name stands before: "Wren is 2", never "Taylor Swift is 36"."""
    known = first_names()
    if name.casefold() not in known or (not name[0].isupper() and known[name.casefold()]):
        return False
    return comma or lead is None or not lead[0].isupper() or lead.casefold() in NEVER_NAMES


def _bio(folded: Folded) -> Iterator[Match]:
    text, lower = folded.text, folded.lower
    if len(text) > 300 or not _LONE_AGE.search(lower) or not is_bio(text):
        return
    for start, end in pieces(text):
        if (
            end - start <= 12
            and not re.search(
                r"(?:no\.?|number|nr\.?|#|£|i\.e\.?,?|e\.g\.?,?|page|vol\.?|v\.?|pp?\.) ?$",
                lower[max(0, start - 8) : start],
            )
            and _BIO_AGE.fullmatch(lower, start, end)
            and 13 <= int(re.findall(r"\d+", lower[start:end])[0]) <= 89
        ):
            yield Match(EntityType.AGE, start, end, 0.65, "what looks like your age", "PI-08")


DETECTOR = Age()
