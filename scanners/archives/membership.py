"""Logs of memberships: one line each time a group was joined or left, in the language of the account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scanners.archives.words import phrases

_LINKING = re.compile(
    r"^(?:(?:a member|members?|membre|un membro|membro|mitglied|parte|of|de la|de|di|du|des|del|della"
    r"|d'|the group|group|le groupe|groupe|il gruppo|al gruppo|gruppo|von|van|zu)\s+|d['’])+",
    re.IGNORECASE,
)
_QUOTES = ' .«»“”"„‟:'
_Span = tuple[str, str]


class Memberships:
    """What the lines of a log, met in any order, come to: the groups the owner is still in.

    The last line about a group decides. What a line says is known by its words; where they are of a language
    nobody wrote down, by its place: what follows the first line about a group is its end.
    """

    def __init__(self) -> None:
        self._groups: dict[str, dict[str, _Span]] = {}
        self._logged = False

    def __len__(self) -> int:
        return len(self._groups)

    def __contains__(self, name: str) -> bool:
        return name in self._groups

    def line(self, name: str, at: str, title: str) -> None:
        """One line of the log; without a title, something that only a member can do in the group."""
        self._logged = self._logged or bool(title)
        said = title.replace(name, " ").replace("’", "'").casefold()
        spans = self._groups.setdefault(name, {})
        first, last = spans.get(said, (at, at))
        spans[said] = (min(first, at), max(last, at))

    def asked(self, name: str) -> None:
        """Questions were answered on the way in: a sign of membership where there is no log."""
        self._groups.setdefault(name, {})

    def still(self) -> Iterator[str]:
        """The groups whose last line is no end, in the order they were met."""
        ends = self._unknown_ends()
        for name, spans in self._groups.items():
            if not spans:
                if not self._logged:
                    yield name
                continue
            said = max(spans, key=lambda said: spans[said][1])
            if not _ends(said) and said not in ends:
                yield name

    def _unknown_ends(self) -> set[str]:
        """Lines in unknown words that stand after the first line of a group, and never are the first."""
        firsts: set[str] = set()
        later: set[str] = set()
        for spans in self._groups.values():
            told = {said: span for said, span in spans.items() if said}
            if len(told) > 1:
                first = min(told, key=lambda said: told[said][0])
                firsts.add(first)
                later |= {said for said in told if said != first and told[said][0] > told[first][1]}
        return {said for said in later - firsts if not _begins(said)}


@lru_cache(maxsize=1000)
def _ends(said: str) -> bool:
    return left(said)


@lru_cache(maxsize=1000)
def _begins(said: str) -> bool:
    return any(_plain(phrase) in said for name in ("joined", "runs") for phrase in phrases("membership", name))


def left(title: str) -> bool:
    """True when a line of a membership log says that it ended, in any of the known languages."""
    words = _plain(title.casefold())
    return any(_plain(phrase) in words for phrase in phrases("membership", "left"))


def group_in(title: str) -> str:
    """The group a line of the membership log names, where the log names it nowhere else."""
    folded = _plain(title.lower())
    for name in ("left", "joined"):
        for phrase in phrases("membership", name):
            at = folded.find(_plain(phrase))
            if at >= 0:
                rest = title[at + len(phrase) :].strip()
                return _LINKING.sub("", rest).strip(_QUOTES)
    return ""


def _plain(words: str) -> str:
    return words.replace("’", "'")
