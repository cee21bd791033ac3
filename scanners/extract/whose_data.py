"""Which of the people that a page's data describe is the one the page is about; never settled by their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from privacy_check.assessment.names import looks_like_a_name, words_of
from privacy_check.sentences import say
from privacy_check.text.name_letters import letters, same_spelling, spellings
from scanners.extract.opengraph import title_name
from scanners.extract.page import Page, host_of
from scanners.extract.target import Target

DISAGREES = "reading.page.another_person"
SEVERAL = "reading.page.several"
_SHORTEST = 3  # letters from which a name is sought inside longer words


@dataclass(frozen=True)
class Claim:
    """What a person in the page's data has to say for being its owner.

    `addresses` are absolute; `referred`: the page's data call this person their main subject; `beside`: they name
    them only as someone's author, publisher, child ...
    """

    names: tuple[str, ...]
    addresses: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    referred: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Settled:
    """The place of the owner among the claims, or None; `warning` says in a sentence what was left out."""

    owner: int | None = None
    warning: str = ""


class PageNames:
    """The names that a page gives its subject in its title and headings, and in its address."""

    def __init__(self, page: Page, target: Target) -> None:
        self._target = target
        heads = [" ".join((node.text(deep=True) or "").split())[:200] for node in page.tree.css("h1")[:5]]
        self.calls = tuple(name for name in (title_name(page, target)[0], *heads) if name)
        self._strong = tuple(letters(name) for name in self.calls)
        self._weak = letters(" ".join((page.title, page.meta("og:title"), *page.headings[:6])))
        self._keys = tuple(key for key in target.keys if len(letters(key)) >= _SHORTEST)
        self._label = target.host.split(".")[0]

    def spells(self, name: str) -> bool:
        """True when the handle or the host is this name, accents and spaces apart."""
        if any(same_spelling(name, key) for key in self._keys):
            return True
        # A host of one word may be the site's name as well as a person's.
        return " " in name.strip() and same_spelling(name, self._label)

    def bears(self, name: str) -> int:
        """2 when the title or the heading is this name, 1 when it stands somewhere in them, else 0."""
        core = letters(name)
        if len(core) < _SHORTEST:
            return 0
        if any(core in said or (len(said) >= _SHORTEST and said in core) for said in self._strong):
            return 2
        return 1 if core in self._weak else 0

    def name_another(self, names: Sequence[str]) -> bool:
        """True when the page plainly calls its subject by a name that is none of these."""
        for index, call in enumerate(self.calls):
            if not looks_like_a_name(call) and not self.spells(call):
                continue
            sure = self.spells(call)
            twice = any(letters(call) == said for place, said in enumerate(self._strong) if place != index)
            if (sure or twice) and not any(_may_be_one(call, name, sure) for name in names):
                return True
        return False


def _may_be_one(call: str, name: str, sure: bool) -> bool:
    """True when two names can be one person's: one inside the other, or one last name."""
    if not spellings(call).isdisjoint(spellings(name)):
        return True
    said, other = words_of(call), words_of(name)
    if not said or not other:
        return False
    if set(said) <= set(other) or set(other) <= set(said):
        return True
    return said[-1] == other[-1] and (not sure or said[0][0] == other[0][0])


def settle(claims: Sequence[Claim], called: PageNames, target: Target) -> Settled:
    """The owner among the people that one kind of data describes: by reference, address, heading and title."""
    worth = [_worth(claim, called, target) for claim in claims]
    able = [place for place, points in enumerate(worth) if points > 0]
    if not able:
        return _lone(claims, worth, called)
    best = max(able, key=lambda place: worth[place])
    rivals = [place for place in able if place != best and not _same_person(claims[place], claims[best])]
    if any(worth[place] == worth[best] for place in rivals):
        return Settled(None, say(SEVERAL))
    if called.name_another(claims[best].names) and not _by_handle(claims[best], called, target):
        return Settled(None, "" if claims[best].beside else say(DISAGREES))
    # A rival that the data call their subject is a contradiction even where everything else speaks for the owner.
    contested = any(claims[place].referred for place in rivals) and not claims[best].referred
    return Settled(best, say(DISAGREES) if contested else "")


def apart(
    nodes: Sequence[LexborNode], claims: Sequence[Claim], called: PageNames, target: Target
) -> tuple[LexborNode | None, list[LexborNode]]:
    """(the owner's element or None, those of people who are plainly not the owner), each with its claim."""
    settled = settle(claims, called, target)
    own = nodes[settled.owner] if settled.owner is not None else None
    return own, [nodes[place] for place in others(claims, settled, called)]


def others(claims: Sequence[Claim], settled: Settled, called: PageNames) -> list[int]:
    """The places of those who are plainly somebody else than the page's owner."""
    named = [place for place, claim in enumerate(claims) if claim.names and place != settled.owner]
    if settled.owner is not None:
        return [place for place in named if not _same_person(claims[place], claims[settled.owner])]
    return [place for place in named if called.name_another(claims[place].names)]


def _lone(claims: Sequence[Claim], worth: list[int], called: PageNames) -> Settled:
    """Nothing speaks for anybody: one person alone is believed, where nothing speaks against them."""
    free = [place for place, claim in enumerate(claims) if not claim.beside and worth[place] == 0]
    if not free:
        return Settled()
    if any(not _same_person(claims[place], claims[free[0]]) for place in free):
        return Settled(None, say(SEVERAL))
    if called.name_another(claims[free[0]].names):
        return Settled(None, say(DISAGREES))
    return Settled(free[0])


def _worth(claim: Claim, called: PageNames, target: Target) -> int:
    """Points for being the owner; 0 where nothing tells, below 0 where the address leads to another profile."""
    here = any(target.points_here(address) for address in claim.addresses)
    points = 2 * claim.referred + 2 * here
    if not here and any(_another_profile(address, target) for address in claim.addresses[:1]):
        points -= 2
    if _by_handle(claim, called, target):
        points += 2
    named = max((called.bears(name) for name in claim.names), default=0)
    # Whoever is only beside the subject may be named in the title of their own site.
    return points + (min(named, 1) if claim.beside else named)


def _by_handle(claim: Claim, called: PageNames, target: Target) -> bool:
    return any(target.is_me(handle) for handle in (*claim.handles, *claim.names)) or any(
        called.spells(name) for name in claim.names
    )


def _same_person(one: Claim, other: Claim) -> bool:
    mine = {letters(name) for name in one.names} - {""}
    return any(letters(name) in mine for name in other.names)


def _another_profile(address: str, target: Target) -> bool:
    """True for an address of the same site and the same shape that ends in another name."""
    if host_of(address) != target.host or not target.path:
        return False
    try:
        path = unquote(urlsplit(address).path).casefold().strip("/")
    except ValueError:
        return False
    own, other = target.path.split("/"), path.split("/")
    return len(own) == len(other) and own[:-1] == other[:-1] and own[-1] != other[-1] and bool(other[-1])
