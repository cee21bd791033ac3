"""A told birth date as an age: now, lately, or in a named year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from privacy_check.detectors.base import Match
from privacy_check.detectors.known.base import Form
from privacy_check.detectors.known.birthdays import BIRTH_DATE, spoken_number, spoken_ordinal
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import MONTH_NAMES, ONES, TENS

AGE = "your age"

_PERSON = re.compile(r"(?<![a-z])(?:i|me|my|i'm|i'd|i'll|i've|im|am|myself|we|mum|throwback|tbt)(?![a-z])")
_NOT_AGES = re.compile(
    r"[- ]?(?:%|mins?\b|minutes?|hours?|hrs?\b|days?|weeks?|wks?\b|months?|miles?|km?\b|quid|pounds"
    r"|p\b|pm\b|am\b|people|points?|goals?|metres?|stone|lbs|kg|mph|degrees|runs|votes|per ?cent"
    "|percent|reps|pages|of (?:us|them|the)|calories|episodes|emails|minute|hour|day|week|month"
    r"|mile|of \d|grand|bags|boxes|windows|steps|quarters)"
)
_BEFORE_NOT_AGES = re.compile(
    r"(?:no\.?|number|bus|page|room|flat|route|day|week|score|top|size|chapter|platform|junction"
    "|gate|bed|ward|bay|seat|table|track|scored|episode|series|season|stage|lane|apollo|area|in|of"
    r"|over|under|about|around|to|for|by|the|another|ep|vs?\.?|\w+-) $"
)
# Whose age it is, where that is not the writer.
_OTHERS = re.compile(
    "(?<![a-z])(?:he|she|they|dad|daddy|mum|mam|mom|brother|sister|bro|sis|husband|wife|hubby|nan"
    r"|nana|gran\w*|uncle|aunt\w*|cousin|friend|mate|boss|neighbour|cat|dog|shop|pub|club|you|man"
    "|woman|someone|driver|pensioner|father|mother|son|daughter|youngest|eldest|bestie)(?:'s|'re"
    "| is| are| was| were| just|'ll| will| has| officially| already)*(?: be)? $"
)


# "The house is 38 years old", "Sandra turned 40 today", "happy 40th birthday to my sister".
_OF_A_NAME = re.compile(
    r"(?:(?<![A-Za-z])(?i:the|my|our|his|her|their|your|this|that) (?!(?:age|birthday|turn)\b)"
    r"(?:[A-Za-z'-]+ ){0,2}?[A-Za-z'-]+"
    r"|(?<![A-Za-z'])(?!(?:I|It|Today|Now|Tomorrow|Officially|Finally|Just)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?:'s| is| are| was|'ll be| will be)?(?: only| just| now| officially| already| nearly)? $"
)
_FOR_ANOTHER = re.compile(
    r"(?: (?:birthday|bday|b-day))?,? (?:to|for) (?!(?:me|myself|us|yours truly)\b)(?:(?i:my|our|the|his"
    r"|her)(?: [a-z]+)?|[A-Z])"
)
_I_DID = re.compile(
    "(?:^|[^a-z ] ?|(?<![a-z])(?:i|i've|ive|just|have|and|only|officially|finally|when|me|recently"
    "|to|soon|nearly|almost|am|i'm|im|being|after|before|once|since|i'll|gonna|today|tomorrow"
    "|yesterday|week|month|year|birthday|about) )$"
)
_SOMEBODY = re.compile(
    "(?<!i'm )(?<!im )(?<!i am )(?<!as )(?<!being )(?<![a-z])(?:a|an|this|that|the|some|his|her"
    "|another|any|every|like a|u|you) $"
)


_HE = re.compile(r"(?<![a-z])(?:he|she|his|her|they)(?![a-z])")


def age_forms(born: date, today: date) -> list[Form]:
    """Ages the person has or had lately, in figures, in words and as "the big 4-0"."""
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    # A post may be a few years old, and the age in it with it.
    ages = range(max(1, age - 4), age + 2)
    if not ages or age > 115:
        return []
    said = "|".join([str(n) for n in ages] + [spoken_number(n) for n in ages if 0 < n < 100])
    nth = "|".join([rf"{n}(?:st|nd|rd|th)" for n in ages] + [spoken_ordinal(n) for n in ages if n < 100])
    parts = "|".join(f"{a}[ -]{b}" for n in ages if 20 < n < 100 for a in _part(n // 10) for b in _part(n % 10))
    after = (
        r"(?: ?(?:yo\b|y/o|yrs? old|yrs? young|years? old|years? young|years on (?:this|earth))"
        r"|[- ]years?[- ]old\b| (?:next (?:month|week|year)|today|tomorrow|already|candles"
        r"|trips round the sun|laps of the sun|this (?:year|month)|soon|in \w+ days|going on \w+"
        r"|last (?:month|week|weekend)|yesterday|next birthday|on the \d{1,2}(?:st|nd|rd|th)|on \w+day)(?![a-z])"
        "|[?!.]*$)"
    )
    onward = (
        "(?: and (?:fabulous|counting|still|never|not|proud|thriving|a half|a quarter|three quarters|my|i|i'm|im"
        "|single|tired|living|loving|feeling|already|looking|learning|finally|only|flirty|fine"
        r"|\w{3,}ing)(?![a-z])|,? still (?:\w+ing|can't|cannae|no|not))"
    )
    lead = (
        "(?:at the (?:ripe old )?age of|turn(?:s|ing|ed)?|i'm|im|i am|i'll be|aged?|at|hit(?:s|ting)?|big"
        "|officially|nearly|almost"
        "|being|me at|will be|this is|feeling|pushing|welcome to|hello|level|age of|approaching|me,"
        "|ripe old age of|i've reached|reached)"
    )
    whole = (
        rf"(?<![\w£$€./:-])(?:(?<!\d)(?:{said})(?:{after}|{onward})|{lead} (?P<n>{said})(?![\w%/:.-]\w|\w"
        rf"|,\d)|my (?:{nth})(?! (?:anniversary|wedding|time|year|month|week|day|marathon|book|floor"
        "|attempt|car|job|house|visit|cup))(?: birthday| bday| b-day)?"
        f"|happy (?:{nth}) (?:birthday )?to me|(?:{nth}) (?:birthday|bday|b-day|(?:lap|trip|time|spin) "
        f"(?:of|round|around))(?![a-z]))"
    )
    figures = tuple(str(n) for n in ages)
    tens = {word for n in ages for word in re.findall(r"[a-z]{3,}", spoken_number(n))[:1]}
    forms = [
        Form(
            re.compile(whole),
            (*figures, *sorted(tens)),
            EntityType.AGE,
            "PI-08",
            BIRTH_DATE,
            AGE,
            0.6,
            _age_of_a_person,
        ),
        _in_month(born, age),
    ]
    if parts:
        tens = {a for n in ages if 20 < n < 100 for a in _part(n // 10)}
        needles = tuple(f"{a}{gap}" for a in sorted(tens) for gap in "- ")
        big = re.compile(rf"(?<![a-z])(?:big|hits?|hitting|turned|turning|the) (?P<v>{parts})(?![\w-])")
        forms.append(Form(big, needles, EntityType.AGE, "PI-08", BIRTH_DATE, AGE, 0.6, _big_of_mine))
    if 20 <= age < 100:
        forms.append(_decades(age))
    return forms


def _part(digit: int) -> list[str]:
    if not digit:
        return ["0", "o", "oh"]
    return [str(digit), next(word for word, value in ONES.items() if value == digit)]


def _in_month(born: date, age: int) -> Form:
    """An age reached in the month of the birthday: "turning 35 in August"."""
    month = MONTH_NAMES[born.month - 1]
    reach = range(max(1, age - 10), age + 3)
    ages = "|".join([*map(str, reach), *(spoken_number(n) for n in reach if n < 100)])
    pattern = (
        "(?<![a-z])(?P<v>(?:(?:turn(?:s|ing|in'?|ed)?|be|i'm|im|am|ar bin|was|hit|reach(?:ed)?) "
        rf"|\A|(?<=[.!?,] ))(?:{ages}) (?:back )?(?:in|this|next|that|last|come|on the \w+ of) (?:{month}"
        f"|{month[:3]}(?![a-z])))"
    )
    return Form(re.compile(pattern), (month[:3],), EntityType.AGE, "PI-08", BIRTH_DATE, AGE, 0.75)


def _decades(age: int) -> Form:
    """ "In my forties", "mid-forties", "four decades old", "half a century old"."""
    tens = age // 10
    word = {
        2: "twenties",
        3: "thirties",
        4: "forties",
        5: "fifties",
        6: "sixties",
        7: "seventies",
        8: "eighties",
        9: "nineties",
    }[tens]
    patterns = [
        rf"(?:my|in me|i'm in my) (?:early |mid |mid-|late )?(?:{word}|{tens}0'?s)",
        rf"{next(name for name, value in TENS.items() if value == 10 * tens)}[- ]?something(?= (?:and|me"
        rf"|mum|dad|but|woman|man)|[,.!?]|$)",
        rf"(?:{tens}|{spoken_number(tens)}) decades (?:old|young|on (?:this|earth)|of me|of being)",
    ]
    patterns += ["(?:a )?quarter (?:of a )?century(?: old)?"] if 24 <= age <= 27 else []
    patterns += ["half a century (?:old|young|of me|on (?:this|earth))"] if 49 <= age <= 54 else []
    return Form(
        re.compile(rf"(?<![a-z])(?:{'|'.join(patterns)})(?!\w)"),
        ("decades", "century", word, f"{tens}0", "something"),
        EntityType.AGE,
        "PI-08",
        BIRTH_DATE,
        AGE,
        0.55,
    )


def _age_of_a_person(folded: Folded, start: int, end: int) -> bool:
    lower = folded.lower
    before = lower[max(0, start - 24) : start]
    if _NOT_AGES.match(lower, end) or _BEFORE_NOT_AGES.search(before) or _OTHERS.search(before):
        return False
    said = lower[start:end]
    if of_another(folded, start, end):
        return False
    if said.startswith(("turn", "hit")) and not _I_DID.search(before):
        return False
    if said.startswith("at ") and (
        re.match(r" (?!I\b)[A-Z]", folded.text[end : end + 3]) or _HE.search(lower, end, end + 20)
    ):
        return False
    if re.search(r"(?:'s|s') $", before) or (re.search(r"years?[- ]old$", said) and _SOMEBODY.search(before)):
        return False
    # A bare number, or one that goes on with "and", is an age only as the first thing said.
    if re.fullmatch(r"\d{1,3}[?!.]*", said):
        return not lower[:start].strip()
    if re.match(r"[a-z\d -]{2,14}(?: and |,? still )", said):
        return not lower[:start].strip(" \"'(") or lower[start - 2 : start - 1] in ",.!?;:-\n"
    return True


def of_another(folded: Folded, start: int, end: int) -> bool:
    """True when the words before or after an age give it to somebody or something else."""
    text = folded.text
    alone = not re.match(r"(?:turn|i'm|im |i am|my )", folded.lower[start:end])
    return bool(_FOR_ANOTHER.match(text, end)) or (
        alone and bool(_OF_A_NAME.search(text, max(0, start - 50), start))
    )


def _big_of_mine(folded: Folded, start: int, end: int) -> bool:
    return not of_another(folded, folded.lower.rfind(" ", 0, start - 1) + 1, end)


class ThenAges:
    """Ages in named years that add up to the year of birth: "21 in 2018", "2012. Me at 18", "turned 18 that
    June".
    """

    def __init__(self, born: date) -> None:
        self._born = born
        self._that = re.compile(
            r"(?<![a-z])(?:turned|turning|was) (?P<v>\d{1,2} (?:years old )?(?:that"
            f"|in) {MONTH_NAMES[born.month - 1]})"
        )

    def matches(self, folded: Folded) -> Iterator[Match]:
        """The age, with the year where the two stand side by side."""
        if folded.digits < 2:
            return
        lower = folded.lower
        for hit in self._that.finditer(lower):
            yield _age(*hit.span("v"))
        if folded.digits < 4:
            return
        for year in _YEARS.finditer(lower):
            for age in (int(year[0]) - self._born.year, int(year[0]) - self._born.year - 1):
                if 2 < age < 100:
                    yield from self._beside(folded, age, year)

    @staticmethod
    def _beside(folded: Folded, age: int, year: re.Match[str]) -> Iterator[Match]:
        text, lower = folded.text, folded.lower
        begin, stop = max(0, year.start() - 50), min(len(lower), year.end() + 50)
        for hit in _age_said(age).finditer(lower, begin, stop):
            if "\n" in lower[min(hit.start(), year.start()) : max(hit.end(), year.end())]:
                continue
            if hit["at"] and re.match(r" [A-Z]", text[hit.end() : hit.end() + 2]):
                continue
            if _NOT_AGES.match(lower, hit.end()) or _OTHERS.search(lower[max(0, hit.start() - 24) : hit.start()]):
                continue
            if not (hit["sure"] or hit["nth"] or _PERSON.search(lower, begin, stop)):
                continue
            beside = 0 <= year.start() - hit.end() <= 24
            yield _age(hit.start(), year.end()) if beside else _age(*hit.span("v" if hit["v"] else "nth"))


_YEARS = re.compile(r"(?<![\d£$.:/-])(?:19[3-9]|20[0-4])\d(?![\d%]|[.:]\d)")


@cache
def _age_said(age: int) -> re.Pattern[str]:
    words = rf"{age}|{spoken_number(age)}"
    return re.compile(
        r"(?<![\w£$.:/-])(?:(?:(?P<sure>(?<![a-z])i turn|when i turn|i hit|i was|i'm|i'll be|ill be"
        r"|i turned|hit the big|the big|me at"
        "|me aged|when i was|turned|turnin[g']?|turns|aged)|(?P<at>at)|only|just|being|age|was|hit"
        rf"|celebrated my|me,) (?:just |only |a |about )?(?P<v>{words})(?![\w%/]|[.:]\d)"
        f"|my (?P<nth>{age}(?:st|nd|rd|th)))"
    )


def _age(start: int, end: int) -> Match:
    return Match(EntityType.AGE, start, end, 0.7, "an age that gives your year of birth", "PI-08", fact=BIRTH_DATE)
