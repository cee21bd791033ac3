"""Words that are out of the name of a film, a song or a book."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import late

_MAY_TITLE = late(r"(?:My|Our|I Am|I'm|I Was|The) [A-Z0-9]")
_TITLES = late(
    r"(?:(?<=[Rr]eading )|(?<=[Ww]atching )|(?<=[Ff]inished )|(?<=[Ss]een )|(?<= saw )|(?<=[Bb]inging )|(?<=[Ll]istening to ))(?:My|Our|I Am|The)(?: [A-Z][\w'-]*)+"
    r"|(?<![\w'])(?:My|Our|I Am|I'm|I Was|The)(?: [A-Z0-9][\w'-]*)+(?= (?:is (?:a|an|on|the|such|still|my)|was on|came on|on (?:repeat|again|at the)|by [A-Z]|at the (?:Rep|Odeon|theatre|pictures))(?!\w))"
)
_PLAYED = late(
    r"(?: [a-z']+){0,1} (?:on (?:repeat|netflix|bbc|itv|iplayer|disney|sky|amazon prime|channel)|came on (?:the|and|in)|is on (?:again|the telly)|theme tune|the musical|soundtrack)(?![a-z])"
)


def in_a_title(text: str, lower: str, start: int, end: int) -> bool:
    """True for words out of the name of a film, song or book: "reading My Sister Rosalind", "Galway Girl on repeat"."""
    begin = max(0, start - 40)
    titles = _TITLES.finditer(text, begin, end + 60) if _MAY_TITLE.search(text, begin, end + 60) else ()
    named = any(found.start() < end and found.end() > start for found in titles)
    return named or bool(_PLAYED.match(lower, end))
