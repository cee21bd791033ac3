"""Telephone numbers, written, spoken, spelled, disguised or packed into a link.

Finds: UK mobiles and landlines in any grouping, numbers from abroad, `tel:` and messenger links, digits as words,
letters standing for digits.
Misses: lines of organisations (03, 08, 09, helplines), order and reference numbers, a number without its area
code.
Why: a number is a direct way to you, and apps use it to find your other accounts.
Fix: take it out, and turn off "find me by my number".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text import phone_plan
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.spoken import NUMBER_WORDS, Unit, digit_runs

FINDS = (
    ("text me on 07700 900123", "07700 900123"),
    ("ring +44 (0)7700 900 456", "+44 (0)7700 900 456"),
    ("(020) 7946 0018 is the flat", "(020) 7946 0018"),
    ("mob O77OO 9OO 789", "O77OO 9OO 789"),
    (
        "oh seven seven double zero, nine double oh, one two 3",
        "oh seven seven double zero, nine double oh, one two 3",
    ),
    ("chat: wa.me/447700900123", "wa.me/447700900123"),
    ("call 212-555-0187 x12 in New York", "212-555-0187 x12"),
    ("tel:+447700900222", "tel:+447700900222"),
    ("family firm. 0114 496 0728 or the van", "0114 496 0728"),
    ("for sale, fridge £40 07700900121", "07700900121"),
    ("Jo Beck,07700 900123-mob", "07700 900123"),
    (
        "zero one one three ... four nine six um zero two oh eight",
        "zero one one three ... four nine six um zero two oh eight",
    ),
    ("my number in Paris is +33 1 99 00 12 34", "+33 1 99 00 12 34"),
)
MISSES = (
    "ring 0300 123 4567 or 999",
    "order 07700 900123 has shipped",
    "we counted one two three four five six seven sheep",
    "counted to twelve: one two three four five six seven eight nine ten eleven twelve",
    "lottery numbers were four eight fifteen sixteen twenty three and forty two",
    "score 21-14, 45,312 in the ground",
    "Samaritans 116 123",
    "trains at 09.00 12.30 15.45",
)


_GAP = r"(?:[\s().\-/·•_~*|\\+'\"\[\]<>・]|,(?=\s)|:(?=[0-9]{3}))"
_RUN = late(rf"[0-9](?:{_GAP}{{0,3}}[0-9]){{6,}}")
_SIGNS = "._#/=-"
_GROUP = late("[0-9]+")
_EXTENSION = late(r"\s?,?\s?(?:x|ext\.?|extension)\s?[0-9]{1,6}(?![0-9])")
_LINK = late(
    r"(?:https?://)?(?:(?:www|api|web)\.)?"
    r"(?:wa\.me/|whatsapp\.com/send/?\?(?:[\w=&]{0,40}&)?phone=|signal\.me/#p/|t\.me/)\+?[0-9]{7,15}(?!\w)"
    r"|(?<!\w)(?:tel|sms|smsto|callto|facetime|imessage|whatsapp|viber)(?::|://)(?:chat\?number=|send\?phone=)?"
    r"\+?[0-9](?:[-.() ]?[0-9]){6,15}"
)
_LINK_SIGNS = (
    "wa.me",
    "whatsapp",
    "signal.me",
    "t.me",
    "tel:",
    "sms",
    "callto:",
    "facetime:",
    "imessage:",
    "viber:",
)
_SAYS_PHONE = late(
    r"(?<![a-z])(?:call(?:s|ed|ing)?|rings?|texts?|texting|txt|(?:tele)?phones?|phoning|tel|mob|mobile|cell"
    r"|whats ?app(?: me)?|numbers?|num|contact|dial|reach(?:ed)?|sms|fax|(?:land|hot)?line|digits|office|viber"
    r"|signal|msg|messages?)(?![a-z])|[📞☎📱📲🤙]"
)
_CALLED = late(
    r"(?:(?<![a-z])(?:call(?:ing|ed)?|rings?|text(?:ing)?|txt|(?:tele)?phones?|phoning|tel|mob|mobile|cell"
    r"|whats ?app|numbers?"
    r"|num|contact|dial(?:ing)?|reach(?:ed)?|sms|fax|(?:land)?line|digits|viber|signal|msg|messages?|extension"
    r"|office|(?:my|your|the) registered|(?:not|n't|never) (?:answer|pick)(?:ing)?(?: up)?|voicemail)"
    r"(?:'s)?|[📞☎📱📲🤙])"
    r"(?:[\s,]{1,2}(?:me|us|you|him|her|them|back|on|at|to|is|no|number|num|my|the|this|now|it's|its|today|please"
    r"|pls|just|here|from"
    r"|via|using|uk|home|work|mobile|cell|office|in|\w{1,12}(?=\s(?:is|on|at))|was|are|area|code|up|out|new"
    r"|phone|anytime|or|text|call)){0,6}"
    r"[\s:=#.,>?!\u2192-]{0,4}[(\[]?\Z"
)
# Close enough that even bare figures are for ringing.
_NAMED = late(
    r"(?<![a-z])(?:call|ring|text|dial|(?:tele)?phone|tel|mob|mobile|cell|whats ?app|fax|contact|my (?:new "
    r"|old )?number|reach me)"
    r"(?:\s(?:me|us|on|at|is|no|number)){0,2}[\s:]{1,3}\Z"
)
_CALLED_AFTER = late(
    r"\W{0,3}(?:\(?(?:mobile|mob|cell|office|fax|home|landline|text only|texts only|(?:text|call|ring) me"
    r"|whatsapp|work|call|ext)(?![a-z]))"
)
_PLUS = late(r"(?:\+|(?<![a-z])plus)\s?\(?\Z")
_COUNTING = ("1234567", "2345678", "7654321", "8765432", "9876543")
_DRAWN = late(
    r"(?<![a-z])(?:lott(?:ery|o)|euromillions|thunderball|bonus ball|balls|bingo|raffle|scores?)(?![a-z])"
)
_STEPS = 5
_LONG_FRACTION = 7
_MOST_DIGITS = 17
# Less than this is no part of a longer row of words for figures, such as a card's.
_SURE_IN_WORDS = 0.7
# What is rung abroad is written in so many groups, and one of them is so long; times of day are not.
_GROUPS_ABROAD = 3


class Phone(BaseDetector):
    """Telephone numbers."""

    name = "phone"
    entity_types = (EntityType.PHONE,)
    triggers = Triggers(words=NUMBER_WORDS, digits=4)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        if folded.digits >= 7:
            if any(sign in lower for sign in _LINK_SIGNS):
                yield from _links(lower)
            yield from _written(lower)
        for run in digit_runs(folded):
            yield from _numbers(run, lower, spoken=True)

    def validate(self, match: Match, folded: Folded) -> Match | None:
        digits = "".join(_GROUP.findall(folded.lower[match.start : match.end]))
        return None if len(digits) >= 7 and len(set(digits)) < 3 else match


def _links(lower: str) -> Iterator[Match]:
    for hit in _LINK.finditer(lower):
        digits = "".join(_GROUP.findall(re.split(r"[:/=]", hit.group())[-1]))
        reading = phone_plan.read(digits, not digits.startswith("0")) or phone_plan.Reading("abroad", 0.7)
        yield _found(*hit.span(), reading, "a link that rings or messages a number")


def _written(lower: str) -> Iterator[Match]:
    for run in _RUN.finditer(lower):
        groups = [Unit(g.start(), g.end(), g.group(), False) for g in _GROUP.finditer(lower, *run.span())]
        before = lower[max(0, run.start() - 1)] if run.start() else " "
        if before in "£$€":
            # A price stands beside the number: "£40 07700 900123".
            if lower[groups[0].end : groups[0].end + 1] not in (" ", ",", "/"):
                continue
            groups = groups[1:]
        found = _numbers(groups[:60], lower, spoken=False)
        first = next(found, None)
        # Figures that go on from a word or a sign begin with a number, or belong to something else.
        glued = before.isalnum() or before in _SIGNS
        if first is None or (glued and first.start > groups[0].start and lower[first.start - 1] not in "/|-"):
            continue
        yield first
        yield from found


def _numbers(units: Sequence[Unit], lower: str, *, spoken: bool) -> Iterator[Match]:
    """Numbers made of whole neighbouring units, longest sensible reading first, left to right."""
    first, ended = 0, 0
    while first < len(units):
        decimal = ended < units[first].start - 1 and _is_fraction(units[first], lower)
        best = None if decimal else _best_from(units, first, lower, spoken)
        if best is None:
            first += 1
            continue
        last, match = best
        yield match
        ended = match.end
        first = last + 1


def _is_fraction(unit: Unit, lower: str) -> bool:
    """True for the long second half of "0.07700900123"."""
    before = lower[max(0, unit.start - 2) : unit.start]
    return len(unit.digits) >= _LONG_FRACTION and before[-1:] == "." and before[:1].isdigit()


def _best_from(units: Sequence[Unit], first: int, lower: str, spoken: bool) -> tuple[int, Match] | None:
    start = units[first].start
    plus = _PLUS.search(lower, max(0, start - 7), start)
    best: tuple[int, phone_plan.Reading] | None = None
    digits = ""
    for last in range(first, len(units)):
        digits += units[last].digits
        if len(digits) > _MOST_DIGITS:
            break
        if (
            len(digits) < 7
            or len(set(digits)) < 3
            or (spoken and len(digits) < 11 and any(run in digits for run in _COUNTING))
            or (spoken and digits[0] != "0" and digits[3:] == digits[:-3])  # one, two, three, one, two, three
        ):
            continue
        pieces = units[first : last + 1]
        if spoken and not any(u.disguised for u in pieces):
            continue
        reading = _read(digits, pieces, lower, plus is not None)
        whole = len(pieces) == len(units)
        if reading and not whole and (reading.kind == "local" or (spoken and reading.sure < _SURE_IN_WORDS)):
            continue
        if reading and (best is None or reading.sure >= best[1].sure):
            best = (last, reading)
    if best is None:
        return None
    begin = plus.start() if plus else start
    if begin and lower[begin - 1] == "(" and ")" in lower[start : units[best[0]].end]:
        begin -= 1
    extension = _EXTENSION.match(lower, units[best[0]].end)
    end = extension.end() if extension else units[best[0]].end
    why = "a telephone number in disguise" if spoken else "a telephone number"
    return best[0], _found(begin, end, best[1], why)


def _read(digits: str, pieces: Sequence[Unit], lower: str, plus: bool) -> phone_plan.Reading | None:
    start, end = pieces[0].start, pieces[-1].end
    lengths = [len(u.digits) for u in pieces]
    figures = not any(u.disguised for u in pieces)
    if not plus and (_like_a_date(pieces) or (figures and _like_a_decimal(lower[start:end], lengths))):
        return None
    reading = phone_plan.read(digits, plus)
    if reading:
        unsure = not plus and digits.startswith("00") and not digits.startswith("0044")
        few = len(pieces) < _GROUPS_ABROAD or max(lengths) < _GROUPS_ABROAD
        return None if unsure and few and not _says_phone(lower, start, end) else reading
    if plus or len(digits) > 15:
        return None
    spoken = sum(u.disguised for u in pieces) >= 5
    if spoken and len(digits) == 10 and digits[0] == "7" and _says_phone(lower, start, end):
        # The leading nought is often left out when a mobile number is spelled.
        return phone_plan.Reading("mobile", 0.75)
    marked = any(sign in lower[start:end] for sign in "-.)")
    by_three = lengths[-3:] == [3, 3, 4]
    called = _is_called(lower, start, end)
    if spoken and _counted(pieces, lower, start):
        return None
    if phone_plan.north_american(digits) and (spoken or (by_three and (marked or called))):
        return phone_plan.Reading("abroad", 0.8 if not spoken else 0.65)
    if lengths == [3, 3, 4] and marked and (digits[0] > "1" or _bracketed(lower, start, end)):
        return phone_plan.Reading("abroad", 0.7)
    several = spoken or (len(pieces) > 1 and _grouped_for_ringing(lengths, pieces))
    if called and (several or digits[0] == "0" or len(digits) == 10):
        return phone_plan.Reading("local", 0.65)
    pairs = set(lengths) == {2} and 4 <= len(lengths) <= 5
    if (pairs or (len(pieces) == 1 and 7 <= len(digits) <= 12)) and _NAMED.search(
        lower, max(0, start - 30), start
    ):
        return phone_plan.Reading("local", 0.55)
    return None


def _bracketed(lower: str, start: int, end: int) -> bool:
    """True for "(012)345-6789" and for an extension behind: nothing but a number to ring is written so."""
    area = lower[max(0, start - 1)] == "(" and lower[start + 3] == ")" and lower[end - 5] == "-"
    return area or _EXTENSION.match(lower, end) is not None


def _counted(pieces: Sequence[Unit], lower: str, start: int) -> bool:
    """True for words that count up or down, or tell the numbers of a draw."""
    values = [int(u.digits) for u in pieces]
    steps = [after - before for before, after in itertools.pairwise(values)]
    counting = any(
        abs(steps[at]) == 1 and len(set(steps[at : at + _STEPS])) == 1 for at in range(len(steps) - _STEPS + 1)
    )
    return counting or _DRAWN.search(lower, max(0, start - 40), start) is not None


def _like_a_date(pieces: Sequence[Unit]) -> bool:
    """True for "2024 01 02" and "20-10-24 18": a date, perhaps with an hour behind it."""
    lengths = [len(u.digits) for u in pieces]
    if not 3 <= len(lengths) <= 4:
        return False
    first, second, third = (u.digits for u in pieces[:3])
    if lengths[:3] == [4, 2, 2]:
        return first[:2] in ("19", "20") and second <= "12" and third <= "31"
    return lengths[:2] == [2, 2] and lengths[2] in (2, 4) and first <= "31" and second <= "12"


def _like_a_decimal(written: str, lengths: Sequence[int]) -> bool:
    one_by_one = max(lengths) == 1 and len(lengths) > _GROUPS_ABROAD
    return "." in written and not one_by_one and (len(lengths) == 2 or min(lengths) < 2)


def _says_phone(lower: str, start: int, end: int) -> bool:
    return bool(_SAYS_PHONE.search(lower, max(0, start - 40), start) or _SAYS_PHONE.search(lower, end, end + 18))


def _is_called(lower: str, start: int, end: int) -> bool:
    """True when the words right before or after say that this is for ringing."""
    return bool(_CALLED.search(lower, max(0, start - 50), start) or _CALLED_AFTER.match(lower, end))


def _grouped_for_ringing(lengths: Sequence[int], pieces: Sequence[Unit]) -> bool:
    """True for groups a number is read in; spans of years and rows of small numbers are not."""
    years = all(len(u.digits) == 4 and u.digits[:2] in ("19", "20") for u in pieces)
    one_by_one = sum(lengths) in (7, 10, 11) and sorted(lengths)[-2] == 1
    return not years and (one_by_one or (len(lengths) <= 6 and max(lengths) >= 3))


def _found(start: int, end: int, reading: phone_plan.Reading, why: str) -> Match:
    whose = Whose.BUSINESS if reading.kind == "business" else Whose.WRITER
    return Match(EntityType.PHONE, start, end, reading.sure, why, "PI-03", whose)


DETECTOR = Phone()
