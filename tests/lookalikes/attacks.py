"""Handles as somebody who copies would write them, by rules of their own: nothing of the variants is used here."""

from __future__ import annotations

import random
import string

_EYE = {"o": "0", "l": "1I", "i": "1l", "e": "3", "a": "4", "s": "5", "t": "7", "b": "8", "g": "9"}
_OTHER = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х", "y": "у", "i": "і", "s": "ѕ", "j": "ј"}
_SHAPES = {"m": "rn", "w": "vv", "d": "cl", "rn": "m"}
_NEXT = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_FRONT = (
    "real",
    "the",
    "official",
    "its",
    "im",
    "iam",
    "mr",
    "miss",
    "hey",
    "not",
    "thereal",
    "ask",
    "team",
    "my",
    "only",
)
_BACK = (
    "official",
    "real",
    "uk",
    "backup",
    "new",
    "private",
    "2nd",
    "page",
    "x",
    "xo",
    "hq",
    "tv",
    "alt",
    "priv",
    "online",
)
_ENDS = (".uk", ".co", ".com", ".me", ".net", ".org")
CLASSES = (
    "digits",
    "mark added",
    "mark at an end",
    "mark moved",
    "doubled",
    "left out",
    "turned",
    "next key",
    "put in",
    "vowel",
    "look-alike",
    "shape",
    "other alphabet",
    "leet",
    "front",
    "back",
    "end",
    "order",
    "initial",
    "middle",
    "two",
)


def attack_handle(handle: str, chance: random.Random, kind: str | None = None) -> str:
    """A handle that could pass for this one, by one kind of change (any by default); never the same."""
    for _ in range(30):
        changed = _change(handle, kind or chance.choice(CLASSES), chance)
        if changed != handle and len(changed) > 2:
            return changed
    return handle + "1"


def homoglyphs(text: str, chance: random.Random) -> str:
    """One to three letters taken from another alphabet."""
    places = [place for place, letter in enumerate(text) if letter in _OTHER]
    letters = list(text)
    for place in chance.sample(places, min(len(places), chance.randint(1, 3))):
        letters[place] = _OTHER[letters[place]]
    return "".join(letters)


def _change(handle: str, kind: str, chance: random.Random) -> str:  # noqa: C901 - one line a kind
    at = chance.randrange(len(handle))
    letter = handle[at]
    parts = [part for part in handle.replace("_", ".").split(".") if part]
    mark = chance.choice("._")
    if kind == "digits":
        return handle + chance.choice(
            (str(chance.randint(0, 9)), f"{chance.randint(0, 99):02d}", str(chance.randint(1970, 2012)))
        )
    if kind == "mark added":
        return (
            handle[:at] + mark + handle[at:]
            if len(parts) < 2
            else handle.replace(".", "_")
            if "." in handle
            else handle.replace("_", ".")
        )
    if kind == "mark at an end":
        return chance.choice((f"_{handle}", f"{handle}_", f"_{handle}_", f"{handle}__", f".{handle}"))
    if kind == "mark moved":
        return "".join(parts) if len(parts) > 1 else handle
    if kind == "doubled":
        return handle[:at] + letter + handle[at:]
    if kind == "left out":
        return handle[:at] + handle[at + 1 :]
    if kind == "turned":
        return handle[:at] + handle[at + 1 : at + 2] + letter + handle[at + 2 :]
    if kind == "next key":
        return handle[:at] + _next_key(letter, chance) + handle[at + 1 :]
    if kind == "put in":
        return handle[:at] + chance.choice(string.ascii_lowercase) + handle[at:]
    if kind == "vowel":
        return handle[:at] + chance.choice("aeiou") + handle[at + 1 :] if letter in "aeiou" else handle
    if kind == "look-alike":
        return handle[:at] + chance.choice(_EYE[letter]).lower() + handle[at + 1 :] if letter in _EYE else handle
    if kind == "shape":
        return next(
            (handle.replace(a, b, 1) for a, b in _SHAPES.items() if a in handle and chance.random() < 0.6), handle
        )
    if kind == "other alphabet":
        return handle[:at] + _OTHER.get(letter, letter) + handle[at + 1 :]
    if kind == "leet":
        return "".join(_EYE[sign][0] if sign in "oeait"[: chance.choice((3, 5))] else sign for sign in handle)
    if kind in ("front", "back", "end"):
        word = chance.choice({"front": _FRONT, "back": _BACK, "end": _ENDS}[kind])
        join = "" if kind == "end" else chance.choice(("", "_", "."))
        return f"{word}{join}{handle}" if kind == "front" else f"{handle}{join}{word}"
    if kind == "order":
        return chance.choice(("", ".", "_")).join(parts[::-1]) if len(parts) > 1 else handle
    if kind == "initial":
        return chance.choice(("", ".", "_")).join((parts[0][0], *parts[1:])) if len(parts) > 1 else handle
    if kind == "middle":
        return mark.join((parts[0], chance.choice("abcdefghjklmrst"), *parts[1:])) if len(parts) > 1 else handle
    first, second = chance.sample([name for name in CLASSES if name != "two"], 2)
    return _change(_change(handle, first, chance) or handle, second, chance)


def _next_key(letter: str, chance: random.Random) -> str:
    for row in _NEXT:
        if letter in row:
            place = row.index(letter)
            return chance.choice([row[other] for other in (place - 1, place + 1) if 0 <= other < len(row)])
    return letter
