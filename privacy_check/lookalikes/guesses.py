"""Where a copy could be: variants of the person's own handles, on their own sites and the commonest ones.

Nobody is searched by name. Every guess comes from an account that the person stated as their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from privacy_check import catalogue
from privacy_check.lookalikes.handles import variants
from privacy_check.lookalikes.names import words_of
from privacy_check.lookalikes.shapes import seen
from privacy_check.model import Account, LinkReading, ProfileView
from privacy_check.sentences import say

MOST, LIMIT = 60, 300
"""Guesses that are tried unless more are asked for, and the most that can be."""
_ELSEWHERE = 4.0  # how much less likely the same variant is on a site where the person has no account
_FOLDERS = re.compile(r"u|c|in|users?|people|profiles?|members?|authors?|channels?", re.IGNORECASE)

Recognise = Callable[[str], LinkReading]


@dataclass(frozen=True, slots=True)
class Guess:
    """An account to look at; `change` says how its handle differs from the person's own `like`."""

    account: Account
    change: str
    like: str


@dataclass(frozen=True, slots=True)
class _Base:
    """A handle that is varied, and the texts around it that make an account of it again."""

    handle: str
    before: str
    after: str
    platform: str


def guesses(
    own: Sequence[ProfileView], recognise: Recognise, most: int = MOST, places: Sequence[str] | None = None
) -> list[Guess]:
    """Up to `most` guesses, most plausible first; `places` are the sites tried besides the person's own."""
    most = min(most, LIMIT)
    bases = list({(base.handle.casefold(), base.before): base for base in map(_base, own) if base}.values())
    if places is None:
        # A page of this machine's own network is nobody's on the internet.
        places = () if all(_on_this_machine(view.account.url) for view in own) else commonest()
    taken = {view.account.key for view in own}
    found: list[Guess] = []
    for _, handle, change, base, place in sorted(_ranked(bases, places, most), key=lambda item: item[0]):
        if len(found) >= most:
            break
        reading = recognise(f"{place or base.before}{handle}{'' if place else base.after}")
        account = reading.account
        if account is None or reading.ask_only or account.key in taken or not _meant(account, handle):
            continue
        taken.add(account.key)
        found.append(Guess(account, change, base.handle))
    return found


def _on_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in ("127.0.0.1", "::1", "localhost") or host.endswith(".localhost")


def commonest() -> tuple[str, ...]:
    """The sites a copied name is tried on, most used first."""
    return tuple(catalogue.written("copy_searches.toml")["commonest"])


def _ranked(
    bases: Sequence[_Base], others: Sequence[str], most: int
) -> Iterator[tuple[float, str, str, _Base, str]]:
    """Each variant with how far down the list it stands, its base and another site's id ("" for the own one)."""
    handles = {base.handle.casefold(): base for base in bases}
    for base in bases:
        for number, variant in enumerate(variants(base.handle, most), 1):
            yield number, variant.handle, variant.change, base, ""
    for base in handles.values():
        mine = {each.platform for each in bases if each.handle.casefold() == base.handle.casefold()}
        for at, place in enumerate(others):
            if place in mine:
                continue
            ahead = at / 100
            yield 0.5 + ahead, base.handle, say("searches.change.none"), base, f"{place}:"
            for number, variant in enumerate(variants(base.handle, most // 4), 1):
                yield number * _ELSEWHERE + ahead, variant.handle, variant.change, base, f"{place}:"


def _base(view: ProfileView) -> _Base | None:
    """The handle of an own account taken apart; None for a page of one's own that is named by its host."""
    account = view.account
    if account.platform == "generic":
        return _in_address(view)
    name, at, host = account.handle.lstrip("@").partition("@")
    if not at and account.platform == "bluesky":
        name, at, host = name.partition(".")
    if len(name) < 3:
        return None
    return _Base(name, f"{account.platform}:", at + host, account.platform)


def _in_address(view: ProfileView) -> _Base | None:
    """The last step of an address, where it is a name: after a folder of people, an @, or like the name shown."""
    url = view.account.url
    path = urlsplit(url).path.rstrip("/")
    steps = [step for step in path.split("/") if step]
    if not steps or len(steps[-1].lstrip("@")) < 3:
        return None
    name = steps[-1].lstrip("@")
    shown = view.first("display_name")
    words = [word for word in words_of(shown.text) if len(word) > 3] if shown else []
    named = any(word in seen(name).replace(" ", "") for word in words)
    if not (steps[-1].startswith("@") or named or (len(steps) > 1 and _FOLDERS.fullmatch(steps[-2]))):
        return None
    before, _, after = url.rpartition(name)
    return _Base(name, before, after, "generic")


def _meant(account: Account, handle: str) -> bool:
    """False where the site would have read the guess as something else."""
    return re.sub(r"[^\w]", "", handle.casefold()) in re.sub(r"[^\w]", "", account.handle.casefold())
