"""What a report is made of, already in words: every format shows these and adds none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from privacy_check.model import Account


@dataclass(frozen=True, slots=True)
class FixCard:
    """One thing to do: what, who sees it now, why it matters, the steps, and who sees it afterwards."""

    title: str
    level: str
    where: str
    seen: str
    seen_by: str
    why: str
    steps: tuple[str, ...]
    link: str
    minutes: int
    after: str
    checked: str
    closes: tuple[str, ...]
    if_then: str


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """What pieces together allow, in words."""

    title: str
    state: str
    sentence: str
    pieces: tuple[str, ...]
    cheapest: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One kind of thing in a platform's list, with every place it was seen; `state` is empty while it is open."""

    title: str
    level: str
    seen: tuple[str, ...]
    seen_by: str
    why: str
    first_step: str
    state: str
    is_question: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to look at an account: what to do, and the command for it where there is one."""

    sentence: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class AccountSection:
    """One account: how the look ended, in words, and what it showed.

    `unread` says which parts of the page were not read; `nothing` stands where nothing was found.
    """

    name: str
    address: str
    state: str
    sentence: str
    could_see: bool
    findings: tuple[FindingLine, ...]
    by_hand: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    by_hand_title: str = "Look yourself"
    unread: tuple[str, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A possible copy of the person's account."""

    address: str
    verdict: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Whom to call for what."""

    need: str
    contact: str
    note: str
    checked: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Requests to one host; `reads` are its POSTs in words, each once."""

    host: str
    made: int
    refused: int
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """Everything a report shows, already in words."""

    title: str
    made_on: str
    headline: str
    picture: str
    exposure: str
    fixes: tuple[FixCard, ...]
    scenarios: tuple[ScenarioLine, ...]
    nearly: tuple[ScenarioLine, ...]
    cannot_tell: tuple[str, ...]
    closed: tuple[str, ...]
    closed_heading: str
    accounts: tuple[AccountSection, ...]
    good: tuple[str, ...]
    changed: tuple[str, ...]
    not_seen: tuple[str, ...]
    not_checked: tuple[str, ...]
    cannot_fix: tuple[str, ...]
    copies: tuple[CopyLine, ...]
    copy_steps: tuple[str, ...]
    private_topics: int
    help: tuple[HelpLine, ...]
    ledger: tuple[LedgerLine, ...]
    next_check: str
    masked: bool
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How to word a report: in clear or masked, what a platform is called, how to look another way, and how to
    show that an account is one's own. `secret` makes the names of calendar entries."""

    reveal: bool = False
    platform_name: Callable[[str], str] = lambda platform: platform
    by_hand: Callable[[Account], tuple[str, ...]] = lambda account: ()
    prove: Callable[[Account], tuple[str, ...]] = lambda account: ()
    person: str = ""
    secret: bytes = field(default=b"", repr=False)
