"""The account list: what is on it, whose it is, how each is looked at; taking one off can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from privacy_check.account_names import account_name
from privacy_check.errors import NotYours
from privacy_check.model import Account, Finding, Hint, Lens, LinkReading, Outcome, ProfileView, SeenBy
from privacy_check.model import Field as ProfileField
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.ports import Toolkit
from privacy_check.sentences import say

# The site has answered: asking it the same again would only meet the same page.
WALLS = frozenset({Outcome.LOGIN_WALL, Outcome.CONSENT_WALL, Outcome.CHALLENGE, Outcome.RATE_LIMITED})


@dataclass
class Entry:
    """One account on the list: `lens` is how it will be looked at, None to leave it out; `view` was handed in.

    `draft` and `draft_groups` are words typed and not taken yet; `put_off` is `skip` or `later`, said of its
    wall. `pictures` is what the files of the pictures in its archive gave away.
    """

    account: Account
    platform: str
    ways: tuple[Lens, ...]
    ask_only: bool = False
    mine: bool = False
    lens: Lens | None = Lens.PUBLIC
    view: ProfileView | None = None
    draft: str = field(default="", repr=False)
    draft_groups: str = field(default="", repr=False)
    put_off: str = ""
    pictures: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def key(self) -> str:
        """The key of the account."""
        return self.account.key

    @property
    def name(self) -> str:
        """What people call the account."""
        return account_name(self.account, lambda _: self.platform)


@dataclass(frozen=True, slots=True)
class _Removed:
    """What was taken off the list, and where it stood."""

    at: int
    what: Entry | Account

    @property
    def name(self) -> str:
        """What it is called when it comes back."""
        return self.what.name if isinstance(self.what, Entry) else account_name(self.what)


@dataclass
class AccountList:
    """The person's accounts in the order they were named, and `suspects`: accounts that may copy them.

    `hints` are sites that the person's own files name.
    """

    entries: list[Entry] = field(default_factory=list)
    suspects: list[Account] = field(default_factory=list)
    hints: tuple[Hint, ...] = field(default=(), repr=False)
    _removed: list[_Removed] = field(default_factory=list, repr=False)

    def recognise(self, text: str, toolkit: Toolkit) -> LinkReading:
        """What a typed line is; never raises."""
        text = text.strip()
        return self._if_new(toolkit.recognise(text)) if text else LinkReading()

    def recognise_all(self, text: str, toolkit: Toolkit) -> tuple[LinkReading, ...]:
        """Every link of a typed or pasted text of any number of lines, each by itself; never raises."""
        text = text.strip()
        return tuple(self._if_new(each) for each in toolkit.recognise_all(text)) if text else ()

    def _if_new(self, reading: LinkReading) -> LinkReading:
        if reading.account is not None and self.entry(reading.account.key):
            return replace(reading, refusal=say("app.journey.there_already"), hint="", account=None)
        return reading

    def add(self, reading: LinkReading, toolkit: Toolkit, *, mine: bool = False) -> Entry:
        """Puts a recognised account on the list. Raises NotYours over the cap or with nothing recognised."""
        if reading.account is None:
            raise NotYours(reading.refusal or say("app.accounts.not_link_we_know"), reading.hint)
        if len(self.entries) >= MOST_ACCOUNTS:
            raise NotYours(say("app.journey.full", most_accounts=MOST_ACCOUNTS), say("app.journey.full_hint"))
        entry = made_entry(reading.account, reading, toolkit)
        lens = Lens.PUBLIC if Lens.PUBLIC in entry.ways else next(iter(entry.ways), None)
        entry.mine, entry.lens = mine, None if reading.ask_only else lens
        self.entries.append(entry)
        return entry

    def fill(self, accounts: Sequence[Account], toolkit: Toolkit) -> None:
        """Makes the list anew of accounts that are known to be the person's own."""
        self.entries, self._removed = [], []
        for account in accounts:
            reading = toolkit.recognise(account.url or f"{account.platform}:{account.handle}")
            entry = made_entry(account, replace(reading, platform_name=""), toolkit)
            entry.mine = True
            self.entries.append(entry)

    def add_suspect(self, reading: LinkReading) -> None:
        """Notes an account that may copy the person, for comparing only. Raises NotYours when refused."""
        if reading.account is None:
            raise NotYours(reading.refusal or say("app.accounts.not_link_we_know"), reading.hint)
        if len(self.suspects) >= MOST_ACCOUNTS:
            raise NotYours(say("app.journey.copies_full"), say("app.journey.full_hint"))
        if reading.account.key not in {suspect.key for suspect in self.suspects}:
            self.suspects.append(reading.account)

    def entry(self, key: str) -> Entry | None:
        """The entry of that account key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def remove(self, key: str) -> None:
        """Takes an account, or a possible copy, off the list; `undo` puts it back where it stood."""
        listed: list[tuple[int, Entry | Account]] = [*enumerate(self.entries), *enumerate(self.suspects)]
        self._removed += [_Removed(at, item) for at, item in listed if item.key == key]
        self.entries = [entry for entry in self.entries if entry.key != key]
        self.suspects = [suspect for suspect in self.suspects if suspect.key != key]

    def undo(self) -> str:
        """Puts back what was last taken off, as it was, and gives its name; empty when there is nothing."""
        if not self._removed:
            return ""
        back = self._removed.pop()
        if isinstance(back.what, Entry):
            if self.entry(back.what.key) is None:
                self.entries.insert(back.at, back.what)
        elif back.what not in self.suspects:
            self.suspects.insert(back.at, back.what)
        return back.name

    @property
    def can_undo(self) -> bool:
        """True when something was taken off that can be put back."""
        return bool(self._removed)

    @property
    def mine(self) -> list[Entry]:
        """The accounts the person says are theirs."""
        return [entry for entry in self.entries if entry.mine]


def made_entry(account: Account, reading: LinkReading, toolkit: Toolkit) -> Entry:
    """A line of the list for an account, with the ways there are to look at it."""
    name = reading.platform_name or toolkit.platform_name(account.platform)
    return Entry(account, name, ways_of(reading, toolkit), reading.ask_only)


def ways_of(reading: LinkReading, toolkit: Toolkit) -> tuple[Lens, ...]:
    """The ways to look at what a link leads to, of those that can be gone here."""
    usual = () if reading.ask_only else (Lens.PUBLIC, Lens.MEMBER, Lens.SAVED_PAGE)
    able = set(toolkit.collectors) | {Lens.TYPED}
    if Lens.MEMBER in able and not toolkit.can_show_window():
        able.remove(Lens.MEMBER)
    if toolkit.read_saved is not None:
        able |= {Lens.SAVED_PAGE, Lens.ARCHIVE}
    return tuple(lens for lens in reading.ways or usual if lens in able)


def asked_enough(view: ProfileView) -> bool:
    """True when another look at the same page would not be tried by itself: it was seen, or a wall stands there.

    A look that failed is tried again. The person may always ask for another one.
    """
    return view.outcome.conclusive or view.outcome in WALLS


def typed_view(account: Account, words: str, seen_by: SeenBy) -> ProfileView:
    """What the person saw themself, in their own words, as a view of the account."""
    text = ProfileField("bio", words.strip(), "typed", seen_by=seen_by)
    return ProfileView(account, Lens.TYPED, Outcome.PARTIAL, (text,), seen_by=seen_by)
