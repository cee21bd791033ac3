"""What gives a told birth date away without naming it: a star sign, the animal of the year, a feast day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from privacy_check.detectors.known.base import Check, Form, all_small, near
from privacy_check.detectors.known.birthdays import BIRTH_DATE
from privacy_check.detectors.known.feasts import feast_of
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece

_NOT_MINE_SAID = piece("known_signs.not_mine")

# The sign, its last day plus one as month and day, what its people are called, and its picture.
_SIGNS = (
    ("capricorn", 120, "capricorns?", "♑"),
    ("aquarius", 219, "aquarians?", "♒"),
    ("pisces", 321, "piscean|pisceans", "♓"),
    ("aries", 420, "ariens?", "♈"),
    ("taurus", 521, "taureans?", "♉"),
    ("gemini", 621, "geminis?", "♊"),
    ("cancer", 723, "cancerians?", "♋"),
    ("leo", 823, "leos", "♌"),
    ("virgo", 923, "virgos?", "♍"),
    ("libra", 1023, "librans?", "♎"),
    ("scorpio", 1122, "scorpios?", "♏"),
    ("sagittarius", 1222, "sagittarians?|sag", "♐"),
    ("capricorn", 1232, "capricorns?", "♑"),
)
_ALSO_WORDS = ("cancer", "leo")
_BEFORE_SIGN = re.compile(
    "(?:typical|proper|such an?|classic|true|total|as an?|i'm an?|im an?|i am an?|being an?|fellow"
    "|stubborn|proud|us|we|sign:?|star sign is|zodiac:?|sun|double|another|little|lil|hot|big|full"
    r"|100%|very|pure|sorry,?|so|(?:^|[.!?,\n|•·✨] ?)(?:an? )?) $|(?:^|[.!?\n|•·✨(] ?)(?:an? "
    "|the )?$"
)
_AFTER_SIGN = re.compile(
    r"\s?(?:$|[,.!?;:|•·✨♀-♓)\n-]| (?:and|so|but|here|to the (?:core|bone|max|end)|cusp|with an?"
    "|by (?:birth|nature)|on the|who|forever|always|cusp|with an?|by (?:birth|nature)|and proud"
    "|on the|who|forever|always|through|thru|season|energy|vibes?|baby|babe|queen|king|girl|boy|lad"
    r"|lass|gang|things|problems|szn|sun|moon|rising|behaviou?r|tendenc\w+|traits?|as|obviously|af"
    r"|if|because|cos|like me|me|brain|stubborn\w*|horoscope|in the house|born|mum|dad|woman"
    r"|man(?! utd)|gal|life|club|squad|till|til|\d)(?![a-z]))"
)
_SIGN_WORDS = re.compile(
    "(?<![a-z])(?:typical|proper|star sign|season|as a|i'm a|im a|i am a|classic|horoscope|zodiac"
    "|vibes|energy|sun|moon|rising|behaviou?r|traits?|fellow|to the core|through and through|szn"
    "|like me|us|stubborn)(?![a-z])"
)
_NOT_SIGNS = re.compile(
    "(?: (?:ai|app|pro|chat|chatbot|research|uk|charity|ward|care|treatment|free|survivor|scare"
    "|nurse|patients?|centre|bar|club|nightclub|hotel|restaurant|rooms|the musical|messi|dicaprio"
    "|sayer|mckern|varadkar|tolstoy)(?![a-z]))"
)
_TROPICS = re.compile(r"(?:tropic of|age of|ford|gp|opel|lego|google|project|constellation) $")

_SIGN_OF_MINE = re.compile(
    r"(?<![a-z])(?:i'm|im|i am|i was|we|us|as|being|born under|sun in|my|me|blame)(?: an?| the)?"
    rf" (?:(?!(?:{_NOT_MINE_SAID})(?![a-z]))[a-z'-]+,? ){{0,3}}$"
)

_ANIMALS = (
    "monkey",
    "rooster|cockerel|chicken",
    "dog",
    "pig|boar",
    "rat",
    "ox",
    "tiger",
    "rabbit",
    "dragon",
    "snake",
    "horse",
    "goat|sheep|ram",
)
_BORN_AFTER = piece("known_signs.born_after")
_BORN_BEFORE = piece("known_signs.born_before")


def sign_forms(born: date) -> Iterator[Form]:
    """The star sign in words and as a picture, the animal of the year, and the feast day of the birth."""
    for sign, people, picture in _near_signs(born):
        yield from _one_sign(sign, people, picture)
    animals = "|".join(dict.fromkeys(_ANIMALS[year % 12] for year in _lunar_years(born)))
    yield _form(
        rf"(?<!\w)(?:chinese )?(?P<v>year of the (?:(?:wood|fire|earth|metal|water|golden) )?(?:{animals}))(?!\w)",
        ("year of the",),
        "the animal of the year you told us",
        _born_then,
    )
    yield _form(
        rf"(?<!\w)(?:(?:chinese (?:zodiac|horoscope|sign|year|calendar)|lunar (?:year|calendar)"
        rf"|chinese new year|placemat)"
        rf"[^.!?\n]{{0,40}}(?<![a-z])(?:{animals})|(?:an?|the) (?:{animals})[^.!?\n]{{0,40}} "
        rf"(?:the )?chinese(?: |$|[,.!])"
        rf"(?:zodiac|horoscope|sign|calendar|years?)?|(?:{animals}) year (?:baby|babies|kid|child))(?!\w)",
        ("chinese", "lunar", "placemat", " year "),
        "the animal of the year you told us",
        None,
    )
    day = feast_of(born)
    if day:
        pattern = rf"(?<!\w)(?P<v>(?:{day}){_BORN_AFTER}|{_BORN_BEFORE}(?:{day}))(?![a-z]| eve(?![a-z]))"
        yield _form(pattern, tuple(re.findall(r"[a-z]{3,}", day)), "the feast day you were born on", None, 0.7)
        if born.month == 2 and born.day == 29:
            yield _form(r"(?<!\w)leaplings?(?!\w)", ("leapling",), "the feast day you were born on", None)
    if born.year in (1999, 2000, 2001):
        yield _form(
            r"(?<!\w)millennium (?:bab(?:y|ies)|bug baby|kids?|child)(?!\w)",
            ("millennium",),
            "the year you told us",
            None,
        )


def _sign_of(day: date) -> tuple[str, str, str]:
    sign, _, people, picture = next(entry for entry in _SIGNS if day.month * 100 + day.day < entry[1])
    return sign, people, picture


def _near_signs(born: date) -> tuple[tuple[str, str, str], ...]:
    """The sun changes its sign a day earlier or later from year to year."""
    near_days = (born - timedelta(1), born, born + timedelta(1)) if date.min < born < date.max else (born,)
    return tuple(dict.fromkeys(map(_sign_of, near_days)))


def signs_of(born: date) -> tuple[str, ...]:
    """The names of the star signs a person of that day may claim."""
    return tuple(dict.fromkeys(sign for sign, _, _ in _near_signs(born)))


def _one_sign(sign: str, people: str, picture: str) -> Iterator[Form]:
    strict = sign in _ALSO_WORDS
    needles = (sign, people[:5])
    yield _form(
        rf"(?<![\w@#])(?:{sign}|{people})(?!\w)", needles, "your star sign", _is_strict if strict else _is_sign
    )
    yield _form(
        rf"#(?P<v>(?:{sign}|{people})(?:season|szn|baby|gang|vibes|energy|queen|king|girl|boy|life|sun)?)(?!\w)",
        needles,
        "your star sign",
        _of_me,
    )
    yield _form(rf"(?:{sign} ?)?{picture}", (picture,), "your star sign", None)


def _form(pattern: str, needles: tuple[str, ...], why: str, check: Check | None, confidence: float = 0.6) -> Form:
    return Form(re.compile(pattern), needles, EntityType.BIRTH_DATE, "PI-02", BIRTH_DATE, why, confidence, check)


def _lunar_years(born: date) -> tuple[int, ...]:
    """The years whose animal a person of that day may name: the new year falls between 21 January and 20
    February.
    """
    day = born.month * 100 + born.day
    if day < 121:
        return (born.year - 1,)
    return (born.year, born.year - 1) if day < 221 else (born.year,)


def _is_sign(folded: Folded, start: int, end: int) -> bool:
    if not folded.text[start].isupper() and not all_small(folded, start, end):
        return False
    lower = folded.lower
    if _NOT_SIGNS.match(lower, end) or _TROPICS.search(lower[max(0, start - 16) : start]):
        return False
    ahead = lower[max(0, start - 24) : start]
    if _BEFORE_SIGN.search(ahead) and _AFTER_SIGN.match(lower, end):
        return True
    mine = _SIGN_OF_MINE.search(lower, max(0, start - 44), start) or re.match(
        r" in me(?![a-z])", lower[end : end + 7]
    )
    goes_on = re.match(r"[ -][A-Z]", folded.text[end : end + 2])
    return bool(mine and not goes_on) or near(folded, start, end, _SIGN_WORDS, 24)


def _of_me(folded: Folded, start: int, end: int) -> bool:
    """A tag counts when it says more than the sign, or the words around are about the writer."""
    more = re.search(r"season|szn|baby|gang|vibes|queen|king", folded.lower[start:end])
    return bool(more) or near(folded, start, end, _ME, 60)


_ME = re.compile(r"(?<![a-z])(?:i|me|my|i'm|im|birthday|bday|typical|mum|mam|dad|\|)(?![a-z])")


def _is_strict(folded: Folded, start: int, end: int) -> bool:
    """ "Cancer" and "Leo" are an illness and a boy's name first."""
    if not folded.text[start].isupper() or _NOT_SIGNS.match(folded.lower, end):
        return False
    return near(folded, start, end, _SIGN_WORDS, 24)


def _born_then(folded: Folded, start: int, end: int) -> bool:
    alone = not folded.lower[:start].strip(" '\"") and len(folded.lower) < 60
    return alone or near(folded, start, end, _BORN_WORDS, 24)


_BORN_WORDS = re.compile(
    "(?<![a-z])(?:born|i'm|im|i am|me|my|baby|babies|typical|proud|kids?|us|girl|boy|which (?:is"
    "|makes|explains)|loyal|stubborn|hence|apparently|explains|traits?|like me)(?![a-z])"
)
