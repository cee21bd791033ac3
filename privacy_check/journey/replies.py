"""What a person means by a typed answer: yes, no, or neither."""

from __future__ import annotations

import re

from privacy_check.assessment import answers

_YES = frozenset(
    [
        "y",
        "yes",
        "yep",
        "yeah",
        "yea",
        "yup",
        "aye",
        "ok",
        "okay",
        "sure",
        "certainly",
        "definitely",
        "absolutely",
        "correct",
        "agreed",
    ]
)
_NO = frozenset(["n", "no", "nope", "nah", "not", "never", "don't", "dont", "stop", "cancel"])
_UNSURE = frozenset(["u", "unsure"])


def yes_or_no(text: str) -> bool | None:
    """True for a clear yes in everyday words ("yes please", "ok", "yep"), False for a no, None for all else."""
    words = re.findall(r"[a-z']+", text.casefold().replace("\u2019", "'"))
    if not words or " ".join(words).startswith("not sure"):
        return None
    no = any(word in _NO for word in words)
    yes = words[0] in _YES or words[:2] == ["of", "course"]
    if yes == no:
        return None
    return yes


def reply_to_question(text: str) -> str | None:
    """One of `answers.CHOICES`, or None for what is none of them."""
    words = " ".join(text.casefold().replace("\u2019", "'").split()).strip(".!")
    if words in _UNSURE or words.startswith(("not sure", "don't know", "dont know", "no idea")):
        return answers.UNSURE
    clear = yes_or_no(words)
    return None if clear is None else answers.YES if clear else answers.NO
