"""Values of an archive as they were meant: letters mended, "None" taken for nothing, dates in one shape."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from privacy_check.text.sanitise import sanitise
from scanners.archives.words import MONTHS, NOTHING

LONGEST = 20_000
"""Characters kept of one value."""

_EMPTY: tuple[Any, ...] = ("", [], {})
_LONGEST_NOTHING = 60
_MANY_KEYS = 60
# What Windows shows for the bytes 0x80 to 0x9f, back to those bytes: words that were saved again after the mishap.
_WINDOWS = {
    ord(bytes([n]).decode("cp1252")): n for n in range(0x80, 0xA0) if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_CONTINUED = "\x80-\xbf" + "".join(map(chr, _WINDOWS))
_SUSPECT = re.compile(f"[{_CONTINUED}]")
_BROKEN = re.compile(
    rf"(?:[\xc2-\xdf][{_CONTINUED}]|[\xe0-\xef][{_CONTINUED}]{{2}}|[\xf0-\xf4][{_CONTINUED}]{{3}})+"
)


def mend(text: str) -> str:
    """UTF-8 that was read as Latin-1 turned back; whatever is not such a mishap stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")  # all of it, which is the usual way, and the fast one
    except UnicodeError:
        return _BROKEN.sub(lambda found: _again(found[0]), text) if _SUSPECT.search(text) else text


def _again(run: str) -> str:
    try:
        return bytes(_WINDOWS.get(ord(letter), ord(letter)) for letter in run).decode("utf-8")
    except ValueError:
        return run


def said(value: Any) -> str:
    """A value as clean words; empty for nothing, in whichever way the archive says nothing."""
    if isinstance(value, str):
        text = (value if value.isascii() else mend(value)).strip()
    elif isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    else:
        text = str(value)
    if len(text) < _LONGEST_NOTHING and text.casefold().strip(" .") in NOTHING:
        return ""
    if len(text) < LONGEST and text.replace("\n", "").isprintable():
        return text  # nothing in it that a screen could take for anything but a letter
    return sanitise(text, LONGEST).strip()


def truth(value: Any) -> bool | None:
    """A switch as the archive writes it in its language; None when it does not say."""
    if isinstance(value, bool):
        return value
    word = fold(value) if isinstance(value, str) else ""
    if word in (
        "true",
        "yes",
        "on",
        "enabled",
        "vrai",
        "oui",
        "vero",
        "si",
        "ja",
        "wahr",
        "verdadero",
        "sim",
        "1",
    ):
        return True
    return (
        False
        if word in ("false", "no", "off", "disabled", "faux", "non", "falso", "nein", "nee", "nao", "0")
        else None
    )


@lru_cache(maxsize=20_000)
def fold(key: str) -> str:
    """A key as it is compared: letters and digits only, without case, accents and broken letters."""
    plain = unicodedata.normalize("NFKD", mend(key)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def pick(record: Any, *names: str) -> Any:
    """The first of these members that says something, however its key is cased; None when there is none."""
    if not isinstance(record, dict):
        return None
    for name in names:
        value = record.get(name)
        if value or (value is not None and value not in _EMPTY):
            return value
    # Records come by the hundred thousand, and nearly all have the keys of the one before.
    route = _route(tuple(record), names) if len(record) < _MANY_KEYS else _route.__wrapped__(tuple(record), names)
    for key in route:
        value = record[key]
        if value is not None and value not in _EMPTY:
            return value
    return None


@lru_cache(maxsize=4096)
def _route(keys: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these keys bear one of the names, as it is written first, then however it is cased."""
    folded = {fold(key): key for key in keys}
    written = [name for name in names if name in keys]
    return tuple(dict.fromkeys((*written, *(folded[fold(name)] for name in names if fold(name) in folded))))


_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z| UTC|\+00:?00)?)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º)?[ .-]+(?:de )?([^\W\d_]{3,})\.?,?[ .-]+(?:de )?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:at )?(?:\d{1,2}:\d\d\S* .*)?(\d{4})")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:[ \u202f]?([ap])\.?m\b)?", re.IGNORECASE)
_POSTED = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d:\d\d:\d\d) \+0000 (\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def moment(value: Any) -> str:
    """A date as ISO 8601 (UTC where the archive counts seconds); as written when not read, empty for none."""
    if isinstance(value, str):
        if _plainly_written(value[:19]) and value[19:] in ("", "Z"):
            return f"{value[:10]}T{value[11:]}"
    elif isinstance(value, bool) or value is None:
        return ""
    elif isinstance(value, int | float):
        return _counted(value)
    text = said(value)
    if re.fullmatch(r"-?\d{9,17}(?:\.\d+)?", text):
        return _counted(float(text))
    return _written(text)


def _plainly_written(text: str) -> bool:
    """True for `2024-03-02 10:00:00`: nearly all dates are so, and there can be hundreds of thousands."""
    marks = len(text) == 19 and text[4] == text[7] == "-" and text[13] == text[16] == ":" and text[10] in " T"
    return marks and (text[:4] + text[5:7] + text[8:10] + text[11:13] + text[14:16] + text[17:]).isdecimal()


def _counted(number: float) -> str:
    if not number or abs(number) < 100_000:
        return ""
    while abs(number) > 1e11:  # milliseconds, microseconds
        number /= 1000
    try:
        return f"{datetime.fromtimestamp(number, UTC).isoformat()[:19]}Z"
    except (OverflowError, ValueError, OSError):
        return ""


def _written(text: str) -> str:
    found = _POSTED.fullmatch(text)
    if found and (number := MONTHS.get(found[1].lower())):
        return f"{found[4]}-{number:02}-{found[2]}T{found[3]}Z"
    found = _ISO.search(text)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        clock = f"T{int(hour):02}:{minute}:{second or '00'}{'Z' if zone else ''}" if hour else ""
        return f"{year}-{int(month):02}-{int(day):02}{clock}"
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        found = pattern.search(text)
        number = MONTHS.get(fold(found[order[1]])) if found else None
        if found and number:
            return f"{found[order[0]]}-{number:02}-{int(found[order[2]]):02}{_clock(text)}"
    found = _FIGURES.search(text)
    if found:
        day, month = int(found[1]), int(found[2])
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month:
            return text  # nobody can tell the day from the month
        return f"{found[3]}-{month:02}-{day:02}{_clock(text)}"
    return text


def _clock(text: str) -> str:
    found = _CLOCK.search(text)
    if found is None:
        return ""
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    return f"T{hour:02}:{found[2]}:{found[3] or '00'}"


def birthday(value: Any) -> str:
    """A date of birth, from parts or from words; without a year when the archive gives none."""
    if isinstance(value, dict):
        year, month, day = (pick(value, part) for part in ("year", "month", "day"))
        if month and day:
            start = f"{int(year):04}-" if year else "--"
            return f"{start}{int(month):02}-{int(day):02}"
        return said(year)
    written = moment(value) if not isinstance(value, int | float) or abs(value) > 9999 else str(value)
    return written.partition("T")[0]
