"""Words that are out of the name of a film, a song or a book."""

from __future__ import annotations

from privacy_check.text.cues import late
from privacy_check.text.sayings import saying

_MAY_TITLE = late(r"(?:My|Our|I Am|I'm|I Was|The) [A-Z0-9]")
_TITLES = saying("titles.titles")
_PLAYED = saying("titles.played")


def in_a_title(text: str, lower: str, start: int, end: int) -> bool:
    """True for words out of the name of a film, song or book: "reading My Sister Rosalind", "Galway Girl on
    repeat".
    """
    begin = max(0, start - 40)
    titles = _TITLES.finditer(text, begin, end + 60) if _MAY_TITLE.search(text, begin, end + 60) else ()
    named = any(found.start() < end and found.end() > start for found in titles)
    return named or bool(_PLAYED.match(lower, end))
