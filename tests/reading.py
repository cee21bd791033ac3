"""How hard words are to read: the Flesch-Kincaid grade, in years of school."""

from __future__ import annotations

import re


def grade(text: str) -> float:
    """Flesch-Kincaid grade; a colon ends a sentence, as it does for somebody who reads aloud."""
    sentences = max(1, len(re.findall(r"[.!?:]+(?:\s|$)", text)))
    words = re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / max(1, len(words)) - 15.59


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)
