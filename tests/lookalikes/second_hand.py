"""A second way to write attacked handles, apart from `attacks`: what impersonators are reported to do."""

from __future__ import annotations

import random
from collections.abc import Callable

_SHORT = {
    "sarah": ("sal", "sadie"), "michael": ("mike", "mick"), "elizabeth": ("liz", "beth"), "robert": ("rob", "bob"),
    "katherine": ("kate", "kathy"), "william": ("will", "bill"), "james": ("jim", "jamie"), "susan": ("sue",),
    "margaret": ("maggie", "peggy"), "thomas": ("tom",), "daniel": ("dan", "danny"), "andrew": ("andy",),
    "benjamin": ("ben",), "jennifer": ("jen", "jenny"), "christopher": ("chris",), "rebecca": ("becky", "bex"),
}  # fmt: skip
_EYES = (
    ("l", "i"),
    ("l", "1"),
    ("i", "l"),
    ("i", "1"),
    ("o", "0"),
    ("e", "3"),
    ("a", "4"),
    ("s", "5"),
    ("g", "q"),
)
_PAIRS = (("m", "rn"), ("w", "vv"), ("d", "cl"), ("rn", "m"))
Change = Callable[[list[str], str, random.Random], str]


def _joined(words: list[str], mark: str) -> str:
    return mark.join(words)


def _one_of(text: str, chance: random.Random, swaps: tuple[tuple[str, str], ...]) -> str:
    usable = [(old, new) for old, new in swaps if old in text]
    if not usable:
        return text
    old, new = chance.choice(usable)
    places = [at for at in range(len(text)) if text.startswith(old, at)]
    at = chance.choice(places)
    return text[:at] + new + text[at + len(old) :]


def _dropped_vowel(words: list[str], mark: str, chance: random.Random) -> str:
    whole = _joined(words, mark)
    places = [at for at, letter in enumerate(whole) if letter in "aeiou" and at]
    if not places:
        return whole
    at = chance.choice(places)
    return whole[:at] + whole[at + 1 :]


def _doubled(words: list[str], mark: str, chance: random.Random) -> str:
    whole = _joined(words, mark)
    at = chance.choice([at for at, letter in enumerate(whole) if letter.isalpha()])
    return whole[:at] + whole[at] + whole[at:]


def _short(words: list[str], mark: str, chance: random.Random) -> str:
    shorts = _SHORT.get(words[0])
    return _joined([chance.choice(shorts), *words[1:]], mark) if shorts else _joined(words, mark)


_FRONT = ("real", "the", "its", "official", "thereal", "im", "hey")
_BACK = (
    *("_official", "xo", "_xo", "2", "_2", ".uk", "_uk", "real", "_real"),
    *("x", "xx", "official", ".official", "backup", "_backup"),
)
CHANGES: dict[str, Change] = {
    "in front": lambda w, m, c: c.choice(_FRONT) + c.choice(("", m, "_", ".")) + _joined(w, m),
    "behind": lambda w, m, c: _joined(w, m) + c.choice(_BACK),
    "year": lambda w, m, c: _joined(w, m) + str(c.choice((*range(75, 100), *range(1975, 2006), 2024, 2025, 2026))),
    "digit": lambda w, m, c: _joined(w, m) + str(c.randint(1, 9)),
    "doubled": _doubled,
    "eyes": lambda w, m, c: _one_of(_joined(w, m), c, _EYES),
    "shapes": lambda w, m, c: _one_of(_joined(w, m), c, _PAIRS),
    "marks": lambda w, m, c: _joined(w, c.choice([mark for mark in ("", ".", "_", "-", "__") if mark != m])),
    "mark at an end": lambda w, m, c: c.choice(("_{}", "{}_", "{}.", "{}__", "_{}_")).format(_joined(w, m)),
    "order": lambda w, m, c: _joined(w[::-1], c.choice((m, "", "_", "."))),
    "initial": lambda w, m, c: _joined([w[0][0], *w[1:]], c.choice((m, "", "_", "."))),
    "last initial": lambda w, m, c: _joined([*w[:-1], w[-1][0]], c.choice((m, "", "_", "."))),
    "short": _short,
    "dropped vowel": _dropped_vowel,
    "plural": lambda w, m, c: _joined(w, m) + c.choice(("s", "z")),
}  # fmt: skip


def handle_of(given: str, family: str, chance: random.Random) -> tuple[list[str], str]:
    """The words of a person's own handle and the mark between them."""
    return [given, family], chance.choice(("", ".", "_", "-"))


def attacked(words: list[str], mark: str, kind: str, chance: random.Random) -> str | None:
    """The handle with one change of that kind; None where it has nothing to change."""
    changed = CHANGES[kind](words, mark, chance)
    return changed if changed != _joined(words, mark) and len(changed) > 2 else None
