"""Groups a person types or pastes: one a line, or several on a line, as lists are copied from a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.groups.classify import classify
from privacy_check.model import Account, Group, Lens, Outcome, ProfileView
from privacy_check.sentences import say
from privacy_check.text.sanitise import sanitise

MOST_GROUPS = 2000
LONGEST_LINE = 200
_BULLET = re.compile(r"^\s*(?:[-*•·–—▪]|\d{1,4}[.)])\s+")
# What sites set beside the name of a group: who can see it, how many are in it, when it was last read, buttons.
_SEEN = r"(?:public|private|closed|secret|hidden|visible)(?: group)?"
_COUNT = r"[\d.,]+\s?[km]?\+? (?:members?|followers?|people|online|posts?)"
_USED = r"(?:you )?(?:last )?(?:visited|active|joined).*|view group|join(?:ed)?|see (?:more|all)|leave group"
_BESIDE = re.compile(
    rf"\s*(?:[·•|\t]|\s-\s|,\s(?=\d))\s*(?:{_SEEN}|{_COUNT}|{_USED})\s*(?=$|[·•|\t])", re.IGNORECASE
)
_NO_NAME = re.compile(rf"^(?:{_SEEN}|{_COUNT}.*|{_USED}|groups?|your groups|sort|\W*)$", re.IGNORECASE)
_KIND = re.compile(r"\b(public|private|closed|secret|hidden|visible)(?: group)?\b", re.IGNORECASE)


def typed_groups(text: str, platform: str | None = None) -> tuple[Group, ...]:
    """The groups named in a text, each once, in order, with what their names say; at most MOST_GROUPS."""
    found: dict[str, Group] = {}
    for name, visibility in _names(text):
        if name.casefold() not in found:
            reading = classify(name, platform=platform)
            found[name.casefold()] = Group(
                name, "", "group", visibility, Lens.TYPED, reading.category, reading.confidence
            )
        if len(found) == MOST_GROUPS:
            break
    return tuple(found.values())


def typed_view(account: Account, text: str) -> ProfileView:
    """The typed groups as what one lens shows of an account: a part of it, told by its owner alone."""
    groups = typed_groups(text, account.platform)
    evidence = (say("groups.typed", count=len(groups)),)
    return ProfileView(account, Lens.TYPED, Outcome.PARTIAL, groups=groups, evidence=evidence)


def _names(text: str) -> Iterator[tuple[str, str]]:
    for raw in text.splitlines():
        line = sanitise(_BULLET.sub("", raw)).strip()[:LONGEST_LINE]
        kind = _KIND.search(" ".join(_BESIDE.findall(line)))
        bare = _BESIDE.sub("", line)
        parts = re.split(r"\s*;\s*", bare) if ";" in bare else [bare]
        for part in parts:
            name = part.strip(" ,\t\"'")
            if name and not _NO_NAME.match(name):
                yield name, kind[1].casefold() if kind else ""
