"""What a person gives in a sitting: links, saved pages, typed words, and how each account is to be looked at."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from privacy_check.errors import NotYours, PrivacyCheckError
from privacy_check.journey.accounts import AccountList, Entry, typed_view
from privacy_check.journey.deciding import Deciding
from privacy_check.journey.patience import Patience
from privacy_check.journey.ports import InventedPerson
from privacy_check.model import Lens, LinkReading, Ownership, ProfileView, SeenBy
from privacy_check.ownership import Gate
from privacy_check.sentences import say
from privacy_check.wording import spoken_time


@dataclass(kw_only=True)
class Taking(Deciding):
    """The list of accounts, and who may be looked at.

    `begun_views` are what an unfinished check saw; `patience` knows which sites want to be left alone.
    """

    invented: InventedPerson | None = None
    stated: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)
    accounts: AccountList = field(default_factory=AccountList)
    begun_views: tuple[ProfileView, ...] = ()
    patience: Patience = field(default_factory=Patience)

    def gate(self) -> Gate:
        """Who may be looked at; the invented people are exempt from proof, nobody else."""
        return Gate(stated=self.stated, secret=self.secret, exempt=self.invented is not None)

    def recognise(self, text: str) -> LinkReading:
        """What a typed line is; never raises."""
        return self.accounts.recognise(text, self.toolkit)

    def recognise_all(self, text: str) -> tuple[LinkReading, ...]:
        """Every link of a typed or pasted text, each by itself; never raises."""
        return self.accounts.recognise_all(text, self.toolkit)

    def add(self, reading: LinkReading, *, mine: bool = False) -> Entry:
        """Puts a recognised account on the list. Raises NotYours over the cap or with nothing recognised."""
        return self.accounts.add(reading, self.toolkit, mine=mine)

    def hand_in(self, entry: Entry, path: Path) -> None:
        """Reads a saved page or the account's own archive. Raises PrivacyCheckError when it cannot be used."""
        if self.toolkit.read_saved is None:
            raise PrivacyCheckError(say("app.journey.no_saved"), say("app.journey.no_saved_hint"))
        self._take(entry, self.toolkit.read_saved(entry.account, path))

    def type_in(self, entry: Entry, words: str, seen_by: SeenBy) -> None:
        """Takes what the person saw themself, in their own words, as a view of the account."""
        self._take(entry, typed_view(entry.account, words, seen_by))

    def type_groups(self, entry: Entry, text: str) -> int:
        """Takes groups the person typed or pasted, beside what is in hand of the account; gives how many."""
        from privacy_check.groups import typed

        view = typed.typed_view(entry.account, text)
        if view.groups and entry.view is not None:
            held = {group.name.casefold() for group in entry.view.groups}
            new = tuple(group for group in view.groups if group.name.casefold() not in held)
            entry.view = replace(entry.view, groups=(*entry.view.groups, *new))
        elif view.groups:
            self._take(entry, view)
        if view.groups:
            entry.draft_groups = ""
        return len(view.groups)

    def ask_pictures(self) -> None:
        """Has the files of the pictures on own pages looked into, or no longer."""
        self.toolkit = replace(self.toolkit, look_into_pictures=not self.toolkit.look_into_pictures)

    def look_through(self, entry: Entry, lens: Lens | None) -> None:
        """Chooses how an account is looked at, None for not at all; the next look at it is then a fresh one.

        Raises PrivacyCheckError for a look at a site that said within the hour that it was asked too often.
        """
        until = self.held_until(entry)
        if until is not None and lens in self.toolkit.collectors:
            raise PrivacyCheckError(
                say("walls.held", name=entry.name, time=spoken_time(until)), say("walls.held_hint")
            )
        entry.lens, entry.view, entry.pictures = lens, None, ()
        self.begun_views = tuple(view for view in self.begun_views if view.account.key != entry.key)

    def _take(self, entry: Entry, view: ProfileView) -> None:
        account = self.gate().rule(view, self.about, ())
        if account.ownership is Ownership.CONTRADICTED:
            raise NotYours(say("errors.ownership.another_name"), say("app.journey.another_name_hint"))
        entry.account = account
        seen = replace(view, account=account, seen_at=self.toolkit.clock.now())
        entry.view, entry.lens, entry.put_off = seen, view.lens, ""

    # Walls ---------------------------------------------------------------------------------------------------

    def view_of(self, key: str) -> ProfileView | None:
        """What came of the last look at that account, what was handed in before anything else."""
        entry = self.accounts.entry(key)
        if entry is not None and entry.view is not None:
            return entry.view
        views = self.assessment.views if self.assessment else ()
        return next((view for view in (*views, *self.begun_views) if view.account.key == key), None)

    @property
    def walls(self) -> tuple[Entry, ...]:
        """The person's accounts that were looked at and could not be seen, in the order of the list."""
        views = ((entry, self.view_of(entry.key)) for entry in self.accounts.mine)
        return tuple(entry for entry, view in views if view is not None and not view.outcome.conclusive)

    def held_until(self, entry: Entry) -> datetime | None:
        """Until when the site of an account is left alone because it was asked too often; None when it is not."""
        return self.patience.until(entry.account.platform, self.toolkit.clock.now())
