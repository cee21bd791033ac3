"""Every sentence a person reads, by name: kept in `data/sentences`, a file per room, ready to be translated."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from privacy_check.tables import table, tables

DOMAIN = "privacy-check"
LANGUAGE = "PRIVACY_CHECK_LANGUAGE"
# Words drawn out and in brackets, so that a sentence which stands in the code and not in a file is seen at once.
PSEUDO = "en-XA"
LOCALE = Path(__file__).parent / "data" / "locale"
_DRAWN_OUT = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def say(name: str, /, *, count: int | None = None, **values: object) -> str:
    """The sentence called `room.name`, with its `{gaps}` filled; `count` chooses `one` or `other`.

    Raises KeyError for a name or a gap nobody wrote: both are faults of the program, and tests find them.
    """
    entry = _entry(name)
    if isinstance(entry, Mapping):
        number = 0 if count is None else count
        text = _translation(language()).ngettext(entry["one"], entry["other"], number)
    else:
        text = _translation(language()).gettext(entry)
    return text.format(**values) if count is None else text.format(count=count, **values)


def lines(name: str, /, **values: object) -> tuple[str, ...]:
    """The sentences of a list, such as steps, each with its gaps filled. Raises KeyError as `say` does."""
    words = _translation(language())
    return tuple(words.gettext(text).format(**values) for text in _entry(name))


def has(name: str) -> bool:
    """True when there is an entry of that name."""
    try:
        return bool(_entry(name))
    except (KeyError, TypeError):
        return False


def translated(text: str) -> str:
    """A text of another data file in the language asked for; an empty one stays empty."""
    return _translation(language()).gettext(text) if text else ""


class Said:
    """A class attribute that is said when it is looked at: no file is read, and no language fixed, before."""

    def __init__(self, name: str = "", /, **values: object) -> None:
        self._name, self._values = name, values

    def __get__(self, instance: object, owner: type | None = None) -> str:
        return say(self._name, count=None, **self._values) if self._name else ""


def language() -> str:
    """The language asked for with the environment variable PRIVACY_CHECK_LANGUAGE; English without one."""
    return os.environ.get(LANGUAGE, "en")


def everything() -> dict[str, Any]:
    """Every entry by its full name: a sentence, a list of them, or a pair `one` and `other`."""
    rooms = tables("privacy_check", "data", "sentences").items()
    return {f"{room}.{key}": value for room, entries in rooms for key, value in _flat(entries)}


def _entry(name: str) -> Any:
    room, _, rest = name.partition(".")
    found: Any = _room(room)
    for part in rest.split("."):
        found = found[part]
    return found


def _flat(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, Mapping) and set(value) != {"one", "other"}:
            found += [(f"{key}.{inner}", entry) for inner, entry in _flat(value)]
        else:
            found.append((key, value))
    return found


def _room(room: str) -> dict[str, Any]:
    return table("privacy_check", "data", "sentences", f"{room}.toml")


class _DrawnOut(gettext.NullTranslations):
    """English made strange, to see which words are not in the files."""

    def gettext(self, message: str) -> str:
        return f"[{_outside_gaps(message)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(super().ngettext(msgid1, msgid2, n))


def _outside_gaps(message: str) -> str:
    parts = message.replace("{", "\0{").replace("}", "}\0").split("\0")
    return "".join(part if part.startswith("{") else part.translate(_DRAWN_OUT) for part in parts)


@cache
def _translation(wanted: str) -> gettext.NullTranslations:
    if wanted == PSEUDO:
        return _DrawnOut()
    return gettext.translation(DOMAIN, LOCALE, [wanted], fallback=True)


def forget_languages() -> None:
    """Reads the languages anew when they are next asked for."""
    _translation.cache_clear()
