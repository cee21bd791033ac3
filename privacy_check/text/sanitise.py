"""Text from a page made harmless: no terminal escapes, no control or direction marks, never megabytes."""

from __future__ import annotations

import re

LONGEST = 100_000
CUT = "…"

# ECMA-48: CSI sequences, then strings (OSC, DCS, SOS, PM, APC) up to their end, then any other escape.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Controls but tab and newline; direction marks and isolates; line and paragraph separators; interlinear marks;
# the byte order mark; lone surrogates; tag characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def sanitise(text: str, limit: int = LONGEST) -> str:
    """The text as it may be shown: at most `limit` code points, cut with “…”. Doing it twice changes nothing."""
    # What is far beyond the limit is never even looked at: escapes can only make a text shorter.
    bounded = text[: limit * 4 + 1000]
    plain = _NEWLINES.sub("\n", bounded)
    plain = _UNSEEN.sub("", _ESCAPES.sub("", plain))
    if len(plain) > limit or len(text) > len(bounded):
        return plain[: max(limit - 1, 0)] + CUT if limit > 0 else ""
    return plain


def one_line(text: str, limit: int = 200) -> str:
    """Like `sanitise`, with every run of white space as one blank."""
    return sanitise(" ".join(sanitise(text, limit * 4 + 1000).split()), limit)
