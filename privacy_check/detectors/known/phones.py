"""Told phone numbers: whole in any grouping or in words, without the area code, and by their first or last
figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import stretches
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece
from privacy_check.text.vocabulary import ONES, TEENS, TENS

PHONE = "your phone number"

_DIGIT_WORDS = {
    "zero": "0",
    "oh": "0",
    "o": "0",
    "nought": "0",
    "nil": "0",
    "won": "1",
    "to": "2",
    "too": "2",
    "for": "4",
    "ate": "8",
    "i": "1",
    "l": "1",
    "s": "5",
    "b": "8",
    "z": "2",
    "hundred": "00",
    **{word: str(n) for word, n in (ONES | TEENS | TENS).items()},
}
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_SURE_WORDS = word_set("zero oh nought one two three four five six seven eight nine double treble triple hundred")
_LONG_WORDS = "|".join(
    sorted({*TENS, *TEENS, *ONES, "zero", "nought", "nil", *_TIMES, "hundred"}, key=lambda w: (-len(w), w))
)
_FIGURE = piece("known_phones.figure", LONG_WORDS=_LONG_WORDS)
_BETWEEN = r"(?:[\W_]{0,4}|[\W_]{1,2}(?:and|then|dash|space)[\W_]{1,2})"
_CHUNK = re.compile(rf"(?:(?<!\d)(?=\d)|(?<![a-z\d])){_FIGURE}(?:{_BETWEEN}{_FIGURE}){{6,40}}")
_PIECE = re.compile(rf"and|then|dash|space|{_LONG_WORDS}|oh|too?|for|won|ate|[oilsbz]|\d")
_PAUSES = word_set("and then dash space")
_BEFORE = ("", "0", "44", "440", "0044", "00440")

_NUM = rf"{_FIGURE}(?:[\s-]{{0,2}}{_FIGURE}){{2,8}}(?!\d)"
_COUNT = r"(?:two|three|four|five|six|few|[2-6])"
_SAID_LAST = piece("known_phones.said_last", COUNT=_COUNT)
_LAST = (
    (
        ("end", "last", "final", "finish"),
        re.compile(
            rf"(?<![a-z]){_SAID_LAST}(?:(?: are| is|'s| being)?(?: in| with| on)?[\s:,=-]{{0,3}}"
            rf"|[^\n\d]{{0,8}}[\s:,]{{1,2}})(?P<v>{_NUM})"
        ),
    ),
    (
        ("..", "**", "••", "✱✱", "##", "__", "xxx"),
        re.compile(r"(?P<v>(?:\.{2,}|[*•✱#_]{2,}|(?<![a-z])x{3,})[\s-]{0,2}\d{3,8})(?!\d)"),
    ),
    (
        ("the end", "the very end", "the back", "last"),
        re.compile(
            r"(?<![\d£$.:])(?P<v>\d(?:[ -]?\d){2,5}),? (?:(?:is|are|being|was) )?"
            r"(?:(?:at|on) the (?:very )?(?:end"
            f"|back)|(?:the |my )?last (?:{_COUNT}|digits|bit)(?! (?:hours?|minutes|days|weeks|months|years"
            "|games|times|goals|matches|people|places|tickets)))"
        ),
    ),
)
_FIRST = (
    (
        ("start", "begin", "first"),
        re.compile(
            f"(?<![a-z])(?:start(?:s|ing)?|begin(?:s|ning)?|(?:the |my )?first (?:{_COUNT}|seven|bit|half"
            "|part|digits|numbers|figures)(?: digits| numbers| figures)?(?: of (?:my"
            r"|the) (?:\w+ )?(?:number|mobile|phone))?)(?: are| is)?(?: with| in"
            r"| on)?[\s:,=-]{0,3}(?P<v>\+?\d[\d -]{3,10}\d)(?!\d)"
        ),
    ),
    (
        (
            "**",
            "••",
            "✱✱",
            "xx",
            "##",
            "??",
            "__",
            "...",
            "something",
            "blah",
            "etc",
            "the rest",
            "whatever",
            "dot dot",
            "you know",
            "so on",
        ),
        re.compile(
            r"(?<![\d+])(?P<v>\+?\d[\d -]{4,9}\d)(?=\s?(?:[*•✱x#?_]{2,}|\.{3}|(?:and "
            "|then )?(?:something|blah|etc|(?:and |you know )?the rest|whatever|dot dot"
            "|you know|so on|and so on)))"
        ),
    ),
)
_OTHER_NUMBERS = re.compile(
    "(?<![a-z])(?:card|order|ref|reference|tickets?|accounts?|a/c|parcel|tracking|invoice|policy"
    r"|job|lot|bib|code|pin|serial|sort|booking|room|bus|train|flight|score\w*|barcode"
    "|case)(?![a-z])"
)
_CALLING = re.compile(
    "(?<![a-z])(?:call|ring|phone|number|landline|tel|telephone|bell|buzz|dial|text|house|home"
    "|mobile|reach|line|local)(?![a-z])"
)


_AN_END = re.compile(
    r"(?<![a-z])(?:end(?:s|ing|ed)?|last|tail(?: end)?|finish(?:es|ing)?|final|back end)(?![a-z])"
)
_OF_A_PHONE = re.compile(
    r"(?<![a-z])(?:numbers?|phones?|mobile|ring|rang|call\w*|text\w*|digits|figures|dial\w*)(?![a-z])"
)
_FIGURES = re.compile(rf"(?<![\d£$.:]){_FIGURE}(?:{_BETWEEN}{_FIGURE}){{1,5}}(?![\d%])")
# "The one ending 0518" names the number as a whole.
_ENDING = re.compile(r"(?<![a-z])ending (?:in |with )?$")
_LAST_FIGURES = "the last figures of a number you told us"


class Phones:
    """The told phone numbers, however spelled."""

    def __init__(self, phones: tuple[str, ...]) -> None:
        numbers = [national(phone) for phone in phones]
        self.numbers = tuple(dict.fromkeys(number for number in numbers if len(number) >= 7))
        self._local = tuple(local for number in self.numbers if (local := _local(number)))

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Whole numbers forwards or backwards, numbers without the area code, and first or last figures called
        so.
        """
        if not self.numbers or (folded.digits < 3 and len(folded.words & _SURE_WORDS) < 2):
            return
        lower = folded.lower
        for chunk in _CHUNK.finditer(lower):
            yield from self._in_chunk(lower, chunk.start(), chunk.end())
        yield from self._local_only(lower)
        for hit in _tried(_LAST, lower):
            digits, _ = figures(lower, *hit.span("v"))
            start, end = hit.span("v")
            called = _ENDING.search(lower, max(0, start - 12), start)
            told = len(digits) > 2 and any(("0" + number).endswith(digits) for number in self.numbers)
            if told and not _OTHER_NUMBERS.search(lower, max(0, hit.start() - 22), hit.start()):
                yield _phone(called.start() if called else start, end, 0.8, _LAST_FIGURES)
        yield from self._near_an_end(lower)
        for hit in _tried(_FIRST, lower):
            lead = re.sub(r"\D", "", hit["v"]).removeprefix("0044").removeprefix("44").removeprefix("0")
            if len(lead) > 3 and any(number.startswith(lead) for number in self.numbers):
                yield _phone(*hit.span("v"), 0.75, "the first figures of a number you told us")

    def _near_an_end(self, lower: str) -> Iterator[Match]:
        """Three to six last figures with a word for an end near them, where a telephone is spoken of."""
        fewest = 3 if _OF_A_PHONE.search(lower) else 4
        for cue in _AN_END.finditer(lower):
            begin, stop = max(0, cue.start() - 30), cue.end() + 30
            for hit in _FIGURES.finditer(lower, begin, stop):
                digits, _ = figures(lower, *hit.span())
                told = fewest <= len(digits) < 7 and any(
                    ("0" + number).endswith(digits) for number in self.numbers
                )
                if told and not _OTHER_NUMBERS.search(lower, max(0, min(hit.start(), cue.start()) - 22), stop):
                    yield _phone(min(cue.start(), hit.start()), max(cue.end(), hit.end()), 0.7, _LAST_FIGURES)

    def _in_chunk(self, lower: str, start: int, end: int) -> Iterator[Match]:
        digits, places = figures(lower, start, end)
        for number in self.numbers:
            for wanted, forward in ((number, True), (("0" + number)[::-1], False)):
                at = digits.find(wanted)
                if at < 0:
                    continue
                first = at
                if forward:
                    for lead in sorted(_BEFORE, key=len, reverse=True):
                        if lead and digits.endswith(lead, 0, at):
                            first = at - len(lead)
                            break
                last = at + len(wanted)
                if _joined(lower, places, first, last):
                    continue
                yield _phone(
                    places[first][0], places[last - 1][1], 0.95 if forward else 0.75, "a number you told us"
                )

    def _local_only(self, lower: str) -> Iterator[Match]:
        for local, pattern in self._local:
            for hit in pattern.finditer(lower):
                if len(local) > 6 or _CALLING.search(lower[max(0, hit.start() - 30) : hit.start()]):
                    yield _phone(*hit.span(), 0.75, "a number you told us, without its area code")


def _phone(start: int, end: int, confidence: float, why: str) -> Match:
    return Match(EntityType.PHONE, start, end, confidence, why, "PI-03", fact=PHONE)


def _tried(cued: Sequence[tuple[tuple[str, ...], re.Pattern[str]]], lower: str) -> Iterator[re.Match[str]]:
    for needles, pattern in cued:
        for begin, stop in stretches(lower, needles):
            yield from pattern.finditer(lower, begin, stop)


def _joined(lower: str, places: list[tuple[int, int]], first: int, last: int) -> bool:
    """True when the figures go on directly before or after: it is some other, longer number."""
    begin, end = places[first][0], places[last - 1][1]
    return (begin > 0 and lower[begin - 1].isdigit()) or (end < len(lower) and lower[end].isdigit())


def figures(lower: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """Figures spelled in lower[start:end] and the place of each."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    repeat, begun, word, over = 1, 0, "", 0
    for part in _PIECE.finditer(lower, start, end):
        if part[0] in _PAUSES:
            continue
        last, word = word, part[0]
        if word in _TIMES:
            repeat, begun = _TIMES[word], part.start()
            continue
        said = _DIGIT_WORDS.get(word, word)
        if last == "hundred" and "and" in lower[over : part.start()]:
            # "Eight hundred and fifteen" is 815.
            del out[-2:], places[-2:]
            said = said.rjust(2, "0")
        elif last in TENS and word in ONES and part.start() - over < 2:
            del out[-1:], places[-1:]
        over = part.end()
        first = begun if repeat > 1 else part.start()
        out += said * repeat
        places += [(first, part.end())] * (repeat * len(said))
        repeat = 1
    return "".join(out), places


def national(phone: str) -> str:
    """The figures of a phone number without +44, 0044 or the leading 0."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    for lead in ("0044", "44", "0"):
        if digits.startswith(lead) and len(digits) - len(lead) >= 7:
            return digits[len(lead) :].removeprefix("0")
    return digits


def _local(number: str) -> tuple[str, re.Pattern[str]] | None:
    """What is dialled from next door, and a pattern for it; None for mobiles and numbers of another length."""
    if len(number) == 10 and number[0] == "7":
        return number[4:], re.compile(rf"(?<![\d£$.,])(?<!\d[\s-]){number[4:7]}[\s.-]?{number[7:]}(?![\s.-]?\d)")
    if len(number) != 10 or number[0] not in "12":
        return None
    area = 2 if number[0] == "2" else 3 if number[1] == "1" or number[2] == "1" else 4
    local = number[area:]
    loose = r"[\s.-]{0,2}".join(local)
    return local, re.compile(rf"(?<![\d£$])(?<!\d[\s).-])(?<!\d\) )(?<!\d - ){loose}(?![\s.-]?\d)")
