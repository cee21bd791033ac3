"""Accounts a person may have forgotten: their own handles over a list of sites, and what each site answered.

Headless: the asking itself stands behind `ports.SiteRun`, so that the command and the app tell the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from privacy_check.errors import NotYours, UsageError
from privacy_check.model import Account, Outcome
from privacy_check.sentences import say

MOST_HANDLES = 5
LONGEST_HANDLE = 64
_HANDLE = re.compile(r"[\w.+~-]+")


class Topic(StrEnum):
    """Kinds of site that are left alone unless the person asks for them by name."""

    ADULT = "adult"
    DATING = "dating"
    HEALTH = "health"
    POLITICS = "politics"


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What a list says of one site, for a person to read; what it does not say is empty.

    `difficulty` is easy, medium, hard or impossible; `worth` says in a sentence whether deleting is worth it;
    `verified_on` is the day somebody looked at the live site, None when nobody did yet.
    """

    id: str
    name: str
    category: str = ""
    topic: Topic | None = None
    delete_url: str = ""
    delete_how: str = ""
    difficulty: str = ""
    worth: str = ""
    by_hand: str = ""
    confidence: str = ""
    as_of: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """What one site came to for one handle; `seen_on` is the day of an earlier run that was not asked again."""

    account: Account
    site: SiteFacts
    outcome: Outcome
    evidence: tuple[str, ...]
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class ListFacts:
    """The list that is asked: its name, licence and day; `own` is True for the built-in one.

    `unread` entries of the file could not be read, so their sites are not asked.
    """

    name: str
    licence: str
    dated: str
    sites: int
    own: bool = False
    left_alone: Mapping[Topic, int] = field(default_factory=dict)
    unread: int = 0


@dataclass(frozen=True, slots=True)
class SiteWish:
    """What is to be asked: own handles, a list in a file or the built-in one, and the topics that are wanted too.

    `known` are the answers of an earlier run by site and handle (see `key`); only what is not among them is asked.
    """

    handles: tuple[str, ...]
    sites: Path | None = None
    topics: frozenset[Topic] = frozenset()
    known: Mapping[str, SiteAnswer] = field(default_factory=dict)


def key(site: str, handle: str) -> str:
    """How an answer is found again: site and handle, as lower case."""
    return f"{site}\x1f{handle}".lower()


def own_handles(given: Sequence[str], *, stated: bool) -> tuple[str, ...]:
    """The handles that may be asked, each once. Raises NotYours without a statement or over the cap, UsageError
    for what is no handle: an e-mail address, a number to ring, a full name, a link."""
    handles = tuple(dict.fromkeys(_handle(text) for text in given))
    if not handles:
        raise UsageError(say("accounts.refused.none"), say("accounts.refused.none_hint"))
    if not stated:
        raise NotYours(say("accounts.refused.only_yours"), say("accounts.refused.only_yours_hint"))
    if len(handles) > MOST_HANDLES:
        raise NotYours(say("accounts.refused.too_many", count=len(handles), most=MOST_HANDLES))
    return handles


def _handle(text: str) -> str:
    handle = unicodedata.normalize("NFC", text.strip()).removeprefix("@")
    whole = _HANDLE.fullmatch(handle) is not None
    if not whole or len(handle) > LONGEST_HANDLE or not any(ch.isalnum() for ch in handle):
        raise UsageError(say("accounts.refused.no_handle"), say("accounts.refused.no_handle_hint"))
    if sum(ch.isdigit() for ch in handle) >= 9 and not any(ch.isalpha() for ch in handle):
        raise UsageError(say("accounts.refused.number"), say("accounts.refused.no_handle_hint"))
    return handle
