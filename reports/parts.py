"""What a report is made of, already in words: every format shows these and adds none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from privacy_check.model import Account
from privacy_check.sentences import say
from reports.paper import short

# A card tells so many places of one thing; the list below tells them all.
PLACES_ON_A_CARD = 3


class CopyFor(StrEnum):
    """Whose eyes a copy is for: the person's own, a supervisor's or union's, or anybody's."""

    OWN = "own"
    REDACTED = "redacted"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands, so that it can be found again: the words seen (or nothing), the spot, an address."""

    account: str
    where: str
    seen: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """The words and the spot in one line, without the account."""
        return f"{self.seen}, {self.where}" if self.seen and self.where else self.seen or self.where


@dataclass(frozen=True, slots=True)
class Visit:
    """One trip to the settings of one account, or of several where the steps are the same."""

    names: tuple[str, ...]
    steps: tuple[str, ...]
    minutes: int
    link: str = ""

    @property
    def where(self) -> str:
        """Every account in one line; empty where the steps are done on none."""
        return ", ".join(self.names)

    def named(self, most: int) -> str:
        """The first accounts, each cut where it is very long, and how many more there are."""
        names = [short(name) for name in self.names]
        more = len(names) - most
        return ", ".join([*names[:most], say("seen.more", count=more)] if more > 0 else names)


@dataclass(frozen=True, slots=True)
class FixCard:
    """One thing to do: what, where exactly, why, every step, and what the person plans; `tick` names its box.

    `where` goes on from the title, as in "on 2 sites", or is empty; `account` is the one account, where it is one.
    `causes` holds the fingerprints of what it mends.
    """

    tick: str
    title: str
    level: str
    where: str
    account: str
    places: tuple[Place, ...]
    why: str
    visits: tuple[Visit, ...]
    minutes: int
    if_then: str
    after: str = ""
    checked: str = ""
    closes: tuple[str, ...] = ()
    may_keep: bool = True
    causes: frozenset[str] = frozenset()

    @property
    def heading(self) -> str:
        """What and on how much, in one line."""
        return f"{self.title}, {self.where}" if self.where else self.title

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step of every visit."""
        return tuple(step for visit in self.visits for step in visit.steps)


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """What pieces together allow; `cuts` are the pieces that close it when all of them go, in `minutes`."""

    title: str
    state: str
    sentence: str
    pieces: tuple[str, ...]
    cuts: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class StepList:
    """The steps for one kind of thing; lines of findings point to it by `number`."""

    number: int
    title: str
    steps: tuple[str, ...]
    minutes: int
    link: str = ""
    after: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One kind of thing in an account's list, with every place it was seen; `state` is empty while it is open.

    `seen_by` is empty where the whole account's words say it already; `steps_at` is 0 where there are no steps.
    `card` names the box of the first page's card for the same thing, where there is one; `presses` is False for
    what can wait, which paper need not say of every line. `guidance` names the sections that a line answers to.
    """

    tick: str
    card: str
    title: str
    level: str
    presses: bool
    places: tuple[Place, ...]
    seen_by: str
    why: str
    steps_at: int
    state: str
    is_question: bool
    guidance: str = ""


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
    by_hand: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    by_hand_title: str = ""
    unread: tuple[str, ...] = ()
    nothing: str = ""
    link: str = ""
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A possible copy of the person's account."""

    address: str
    verdict: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody, and what a tap on it opens: a call, a letter, a page."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Whom to call for what."""

    need: str
    name: str
    contacts: tuple[Contact, ...]
    note: str
    checked: str

    @property
    def contact(self) -> str:
        """Name and ways in one line."""
        ways = ", ".join(item.text for item in self.contacts)
        return f"{self.name}: {ways}" if self.name else ways


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Requests to one host; `reads` are its POSTs in words, each once."""

    host: str
    made: int
    refused: int
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture drawn by the tool, as SVG without any remote reference, and the same in lines of text."""

    svg: Markup
    twin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """Everything a report shows, already in words. `id` tells one report's ticks from another's.

    `pictures` holds, where they were drawn, `profiles`, `joined` and `before_after`.
    """

    title: str
    made_on: str
    headline: str
    picture: str
    id: str = ""
    copy_for: CopyFor = CopyFor.OWN
    exposure: str = ""
    changed: tuple[str, ...] = ()
    fixes: tuple[FixCard, ...] = ()
    stays_open: tuple[str, ...] = ()
    after_these: str = ""
    first_calls: tuple[HelpLine, ...] = ()
    scenarios: tuple[ScenarioLine, ...] = ()
    nearly: tuple[ScenarioLine, ...] = ()
    cannot_tell: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    accounts: tuple[AccountSection, ...] = ()
    steps: tuple[StepList, ...] = ()
    good: tuple[str, ...] = ()
    not_seen: tuple[str, ...] = ()
    not_checked: tuple[str, ...] = ()
    cannot_fix: tuple[str, ...] = ()
    copies: tuple[CopyLine, ...] = ()
    copy_steps: tuple[str, ...] = ()
    private_topics: int = 0
    help: tuple[HelpLine, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    tips: tuple[str, ...] = ()
    next_check: str = ""
    masked: bool = True
    footer: tuple[str, ...] = ()
    pictures: Mapping[str, Drawing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Options:
    """How to word a report: in clear or masked, what a platform is called, how to look another way, how to show
    that an account is one's own, and whom the copy is for.

    `watched` leaves the number out. `secret` makes the names of calendar entries; `copy_pages` are the addresses
    of possible copies, by `platform:handle`.
    """

    reveal: bool = False
    platform_name: Callable[[str], str] = lambda platform: platform
    by_hand: Callable[[Account], tuple[str, ...]] = lambda account: ()
    prove: Callable[[Account], tuple[str, ...]] = lambda account: ()
    person: str = ""
    watched: bool = False
    copy_for: CopyFor = CopyFor.OWN
    secret: bytes = field(default=b"", repr=False)
    copy_pages: Mapping[str, str] = field(default_factory=dict)
