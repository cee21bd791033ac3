"""How a name or a sentence looks, whatever signs it is written with: two steps of undoing, for any script.

`spelt` undoes what is only another way to write the same letters (wide, bold, circled and small-capital letters,
accents, vowel signs that may be left out, signs nobody sees). `seen` also takes letters of other scripts and
digits for the plain letters an eye takes them for, after the skeletons of Unicode TR39.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from privacy_check.tables import listed
from privacy_check.text.lookalike_letters import LOOKALIKES
from privacy_check.text.name_letters import letters_apart

# Scripts in which a mark on a letter may be left out without writing another word. In others (Devanagari, Thai,
# Japanese) the marks are vowels or other consonants.
_MARKS_GO = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DIGIT", "COMBINING")
_ARABIC = str.maketrans("أإآٱىیئةکؤھہ", "اااايييهكوهه")
_DIGITS = str.maketrans("0134578", "oleastb")
_TATWEEL = "\u0640"
_LATIN = (range(0x0180, 0x02B0), range(0x1D60, 0x1DC0), range(0x2C60, 0x2C80), range(0xA720, 0xA800))
_KATAKANA, _HIRAGANA = range(0x30A1, 0x30F7), 0x60
LONGEST = 2_000
"""Code points that are compared; a page can be of any length."""


@cache
def look_alike_letters() -> dict[int, str]:
    """Every sign that is taken for plain letters, as `str.translate` takes it."""
    table = {ord(odd): plain for odd, plain in LOOKALIKES.items() if plain.isalnum()}
    for line in listed("look_alike_letters.txt"):
        plain, _, odd = line.partition(": ")
        table.update({ord(sign): plain for sign in odd.split() if ord(sign) not in table})
    return table


@lru_cache(maxsize=4096)
def spelt(text: str) -> str:
    """Lower-case letters without what may be left out; every sign that is neither letter nor digit is a space."""
    drawn = _drawn(text[:LONGEST])
    small = letters_apart(unicodedata.normalize("NFKD", drawn.casefold()).casefold()).translate(_hooked())
    pieces: list[str] = []
    marks_go = True
    for sign in small:
        category = unicodedata.category(sign)
        if category[0] == "M":
            if not marks_go:
                pieces.append(sign)
        elif category == "Cf" or sign == _TATWEEL or sign in "'\u02bc":
            continue
        elif category[0] in "LN":
            marks_go = unicodedata.name(sign, "").startswith(_MARKS_GO)
            pieces.append(sign)
        else:
            pieces.append(" ")
    joined = unicodedata.normalize("NFC", "".join(pieces)).translate(_ARABIC)
    return " ".join("".join(map(_one_kana, joined)).split())


@lru_cache(maxsize=4096)
def seen(text: str) -> str:
    """As `spelt`, with every letter taken for the plain one it looks like, digits inside words too."""
    drawn = unicodedata.normalize("NFKC", text[:LONGEST]).translate(look_alike_letters())
    return " ".join(_without_digits(word) for word in spelt(drawn).split())


@cache
def _hooked() -> dict[int, str]:
    """Letters with a hook, a bar or a tail, which no normal form parts: `ɓ` and `ʝ` as `b` and `j`."""
    named = ((code, unicodedata.name(chr(code), "")) for block in _LATIN for code in block)
    found = ((code, re.fullmatch("LATIN SMALL LETTER ([A-Z]) WITH .+", name)) for code, name in named)
    return {code: match[1].lower() for code, match in found if match}


def _drawn(text: str) -> str:
    """The same letters where styles (bold, circled, small capitals, white on black) are only drawings of them."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(LOOKALIKES.get(sign, sign) if _is_drawing(sign) else sign for sign in normal)


@lru_cache(maxsize=4096)
def _is_drawing(sign: str) -> bool:
    if sign.isascii():
        return False
    name = unicodedata.name(sign, "")
    return sign in "’‘ʼ＇´`" or "SMALL CAPITAL" in name or name.startswith(("NEGATIVE ", "LATIN LETTER SMALL"))


def _without_digits(word: str) -> str:
    """Digits for letters, as in `J4ne`; a number of its own stays one."""
    if word.isdigit() or not word.isascii():
        return word
    core = word.rstrip("0123456789")
    return core.translate(_DIGITS) + word[len(core) :]


def _one_kana(sign: str) -> str:
    return chr(ord(sign) - _HIRAGANA) if ord(sign) in _KATAKANA else sign
