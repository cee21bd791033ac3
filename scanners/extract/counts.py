"""Numbers as people write them: `5 012`, `12.3K`, `2,5 Mio`, `1,2 тыс`, `3万`."""

from __future__ import annotations

import re
import unicodedata

from scanners.extract.data import table

_UNITS = {word: int(factor) for factor, words in table("units")["units"].items() for word in words}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
# Scripts without spaces write the next word right behind the unit.
_LETTER = r"[^\W\d_\u3040-\u9fff\uac00-\ud7af]"
# A space, thin space, dot, comma or apostrophe may part groups of three digits.
NUMBER = r"\d{1,3}(?:[\s\u00a0\u202f\u2009.,'’٬]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,٫]\d+)?"
COUNT = rf"(?P<number>{NUMBER})\s?(?:(?P<unit>{_UNIT})(?!{_LETTER}))?\.?"
_COUNT = re.compile(COUNT, re.IGNORECASE)
_GROUPED = re.compile(r"^\d{1,3}(?:([\s\u00a0\u202f\u2009.,'’٬])\d{3})+$")


def count(text: str) -> int | None:
    """The first number in the text, with its unit; None when there is none."""
    plain = unicodedata.normalize("NFKC", text.replace("\u066c", ",").replace("\u066b", "."))
    match = _COUNT.search(plain)
    return value_of(match.group("number"), match.group("unit")) if match else None


def value_of(number: str, unit: str | None = None) -> int | None:
    """The value of digits with separators and an optional unit."""
    factor = _UNITS.get((unit or "").casefold(), 1) if unit else 1
    # "1.234" is a group of three in plain counts, but "1.234K" can only be a fraction.
    if _GROUPED.match(number) and (factor == 1 or len(re.findall(r"\D", number)) > 1):
        digits = re.sub(r"\D", "", number)
        return int(digits) * factor if len(digits) < 16 else None
    parts = re.split(r"[.,٫]", re.sub(r"[\s\u00a0\u202f\u2009'’٬]", "", number))
    whole = "".join(parts[:-1]) if len(parts) > 1 else parts[0]
    fraction = parts[-1] if len(parts) > 1 else ""
    try:
        value = float(f"{whole or '0'}.{fraction or '0'}") * factor
    except ValueError:
        return None
    return round(value) if value < 10**15 else None
