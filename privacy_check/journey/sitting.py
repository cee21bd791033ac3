"""The whole of one sitting: what was chosen so far, what came of it, and where on the way the person is.

The app and the plain dialogue both drive a Journey, so that they can never differ in what they do.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.assessment import answers
from privacy_check.errors import NotYours, PrivacyCheckError, VaultError
from privacy_check.journey.accounts import AccountList, Entry, asked_enough, typed_view
from privacy_check.journey.deciding import Deciding
from privacy_check.journey.flow import State
from privacy_check.journey.ports import InventedPerson, Keeper, Pretend, Start
from privacy_check.model import (
    Assessment,
    Lens,
    LinkReading,
    Marked,
    Ownership,
    ProfileView,
    RequestRecord,
    SeenBy,
)
from privacy_check.ownership import Gate
from privacy_check.ports import Toolkit, Unfinished
from privacy_check.sentences import say
from privacy_check.subject import AboutMe, Situation

if TYPE_CHECKING:
    from privacy_check.selfcheck import Look, SelfCheck, Stopped


@dataclass
class Journey(Deciding):
    """Everything chosen and found in one sitting.

    `saved` says that a report of the check at hand was written; `made_here` that this sitting made the vault.
    """

    toolkit: Toolkit
    vault: Keeper | None = None
    people: Sequence[InventedPerson] = ()
    pretend: Pretend | None = None
    invented: InventedPerson | None = None
    safer: bool = False
    stated: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)
    accounts: AccountList = field(default_factory=AccountList)
    check: SelfCheck | None = None
    stopped: dict[str, Stopped] = field(default_factory=dict)
    previous: Assessment | None = None
    earlier: tuple[Assessment, ...] = ()
    unfinished: Unfinished | None = None
    begun_views: tuple[ProfileView, ...] = ()
    keep_secret: Callable[[], None] = field(default=lambda: None, repr=False)
    made_here: bool = False
    saved: bool = False

    @property
    def state(self) -> State:
        """What the order of the pages hangs on, as it stands now."""
        return State(
            stated=self.stated,
            safer=self.safer,
            can_keep=self.vault is not None,
            opened=self.store is not None,
            unfinished=self.unfinished is not None and bool(self.unfinished.accounts),
            accounts=len(self.accounts.mine),
            results=self.assessment is not None,
            stopped=len(self.stopped),
        )

    @property
    def unkept(self) -> bool:
        """True when leaving now would lose what was found; on the safer way, or as somebody else, it is meant."""
        if self.assessment is None or self.safer or self.invented is not None or self.saved:
            return False
        return self.store is None or self.not_kept is not None

    def consent(self, stated: bool) -> None:
        """Takes the answer to whose accounts these are; where nothing can be kept, nobody is asked whether to."""
        self.stated = stated
        if stated and (self.safer or self.vault is None):
            self.keep_nothing()

    # Who and what is kept ------------------------------------------------------------------------------------

    def be(self, person: InventedPerson) -> None:
        """Goes on as an invented person of the pretend network: nothing is kept, the list is filled in."""
        self.invented, self.store, self.stated = person, None, True
        self.about = person.about
        self._forget_check()
        self.accounts.fill(person.accounts, self.toolkit)
        self.accounts.suspects = list(person.suspects)

    def _forget_check(self) -> None:
        self.check = self.assessment = self.previous = self.unfinished = self.not_kept = None
        self.earlier, self.begun_views, self.stopped, self.saved = (), (), {}, False
        self.decisions.forget()

    def start_with(self, start: Start) -> None:
        """Takes what the command line already said; links that are refused are left out."""
        self.about = start.about or self.about
        self.secret = start.secret or self.secret
        self.keep_secret = start.keep_secret
        for link in start.links:
            for reading in self.recognise_all(link):
                if reading.account is not None:
                    self.add(reading)

    def afresh(self, toolkit: Toolkit) -> Journey:
        """A new journey with the same vault and people and nothing chosen yet."""
        new = Journey(toolkit, vault=self.vault, people=self.people, pretend=self.pretend, safer=self.safer)
        new.secret, new.keep_secret, new.made_here = self.secret, self.keep_secret, self.made_here
        return new

    def open_vault(self, passphrase: str) -> None:
        """Opens what was kept, or makes a place for it, and takes it up. Raises VaultError when it cannot."""
        if self.vault is None:
            return
        new = not self.vault.exists
        (self.vault.create if new else self.vault.unlock)(passphrase)
        self.made_here = self.made_here or new
        self.keep_in_vault()

    def keep_in_vault(self) -> None:
        """Keeps this check in the open vault and takes up what was kept before."""
        if self.vault is None or self.safer:
            return
        self.store = self.vault
        self.about = self.about or self.vault.about()
        self.previous, self.earlier = self.vault.last(), tuple(self.vault.history()[:-1])
        self.unfinished = self.vault.unfinished()

    def keep_nothing(self) -> None:
        """Goes on with nothing kept on this computer."""
        self.store = self.previous = self.unfinished = None
        self.earlier = ()

    def take_safer_way(self) -> None:
        """For someone who may be watched: nothing kept, no codes in bios, no changes offered by themselves.

        What this sitting put on the disk goes; what was kept before is only removed when the person says so.
        """
        self.safer = True
        if self.made_here:
            self.remove_kept()
        self.keep_nothing()

    def leave_safer_way(self) -> None:
        """Only on purpose: changes are offered again, and nothing is kept unless the person chooses so."""
        self.safer = False

    @property
    def kept_before(self) -> bool:
        """True when something stands on this computer that was kept in a vault."""
        return self.vault is not None and self.vault.exists

    def remove_kept(self) -> None:
        """Removes the vault and all that is in it."""
        if self.vault is not None and self.vault.exists:
            self.vault.wipe()
        self.made_here = False

    def set_about(self, about: AboutMe | None) -> None:
        """Takes what the person told about themself, and keeps it when a vault is open."""
        self.about = about
        if about is not None and self.store is not None and self.store is self.vault:
            try:
                self.vault.keep_about(about)
            except VaultError as error:
                self.not_kept = error

    def set_situation(self, situation: Situation) -> None:
        """Takes what the person tapped about work and life; it weighs the order of steps, no number."""
        about = replace(self.about or AboutMe(), situation=situation)
        self.set_about(None if about.empty and self.about is None else about)

    def close_and_wipe(self) -> None:
        """Forgets everything, on disk too."""
        self.remove_kept()
        self.keep_nothing()
        self._forget_check()
        self.about, self.accounts = None, AccountList()

    # Accounts ------------------------------------------------------------------------------------------------

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

    def look_through(self, entry: Entry, lens: Lens | None) -> None:
        """Chooses how an account is looked at, None for not at all; the next look at it is then a fresh one."""
        entry.lens, entry.view = lens, None
        self.begun_views = tuple(view for view in self.begun_views if view.account.key != entry.key)

    def _take(self, entry: Entry, view: ProfileView) -> None:
        account = self.gate().rule(view, self.about, ())
        if account.ownership is Ownership.CONTRADICTED:
            raise NotYours(say("errors.ownership.another_name"), say("app.journey.another_name_hint"))
        entry.account = account
        seen = replace(view, account=account, seen_at=self.toolkit.clock.now())
        entry.view, entry.lens = seen, view.lens

    # The check -----------------------------------------------------------------------------------------------

    def gate(self) -> Gate:
        """Who may be looked at; the invented people are exempt from proof, nobody else."""
        return Gate(stated=self.stated, secret=self.secret, exempt=self.invented is not None)

    @property
    def looks(self) -> list[Look]:
        """What will be looked at, in the order of the list."""
        from privacy_check.selfcheck import Look

        return [
            Look(entry.account, entry.lens)
            for entry in self.accounts.mine
            if entry.view is None and entry.lens in self.toolkit.collectors and entry.lens is not None
        ]

    def begin(self) -> SelfCheck:
        """A check of what was chosen; what was seen before is not looked at again. Raises NotYours."""
        if self.store is not None and not self.safer and self.invented is None:
            self.keep_secret()
        # The detectors are a lot to load; nobody should wait for them on the first page.
        from privacy_check.selfcheck import SelfCheck

        mine, replies = self.accounts.mine, self.decisions.replies
        handed_in = tuple(entry.view for entry in mine if entry.view is not None)
        left_out = tuple(entry.key for entry in mine if entry.view is None and entry.lens is None)
        keys = {entry.key for entry in mine}
        begun = (view for view in self.begun_views if view.account.key in keys)
        self.stopped, self.saved = {}, False
        self.check = SelfCheck(
            looks=self.looks,
            toolkit=replace(self.toolkit, store=self.store),
            gate=self.gate(),
            about=self.about,
            suspects=tuple(self.accounts.suspects),
            known=(*begun, *handed_in),
            previous=self.previous,
            earlier=self.earlier,
            marks=self._marks(),
            not_checked=(*left_out, *answers.not_checked(replies)),
            answers=answers.findings(replies),
        )
        return self.check

    def _marks(self) -> Mapping[str, Marked]:
        """Every decision there is: those that were kept, then those of this sitting."""
        kept = self.store.marks() if self.store is not None else {}
        return {**kept, **self.decisions.marks}

    def note_begun(self) -> None:
        """Notes in the vault that a check began, so that a killed one can resume; a full disk does not stop it."""
        if self.store is not None:
            try:
                self.store.begin([entry.account for entry in self.accounts.mine], self.toolkit.clock.now())
            except VaultError as error:
                self.not_kept = error

    def resume(self) -> None:
        """Takes up the check that was cut short: its accounts, and what was seen; a failed look is not that."""
        if self.unfinished is None:
            return
        self.accounts.fill(self.unfinished.accounts, self.toolkit)
        self.begun_views = tuple(view for view in self.unfinished.views if asked_enough(view))
        self.stated = True

    def begin_anew(self) -> None:
        """Leaves the check that was cut short where it is and begins another."""
        self.unfinished = None

    def finish(self, assessment: Assessment) -> None:
        """Takes the finished check and keeps it when a vault is open; what was found stays when that fails."""
        self._show(assessment)
        self.remember_seen()
        if self.store is not None:
            try:
                self.store.finish(assessment)
                self.unfinished = None
                self.not_kept = self.check.not_kept if self.check and self.check.not_kept else None
            except VaultError as error:
                self.not_kept = error

    def stop(self) -> Assessment | None:
        """Ends a check early and keeps what was seen; a later check goes on from there."""
        if self.check is None:
            return None
        self.remember_seen()
        self._show(self.check.conclude())
        return self.assessment

    def remember_seen(self) -> None:
        """Keeps what need not be looked at again by itself."""
        if self.check is not None:
            self.begun_views = tuple(view for view in self.check.views.values() if asked_enough(view))

    def open_last(self) -> bool:
        """Shows the newest kept check; False when there is none."""
        if self.previous is None:
            return False
        self.check = None
        self._show(self.previous)
        return True

    def _show(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.decisions.opened(assessment)

    def requests(self) -> Sequence[RequestRecord]:
        """Every request of this check so far."""
        if self.check is not None:
            return self.check.requests
        return self.assessment.requests if self.assessment else ()
