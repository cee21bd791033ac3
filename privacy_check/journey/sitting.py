"""The whole of one sitting: what was chosen so far, what came of it, and where on the way the person is.

The app and the plain dialogue both drive a Journey, so that they can never differ in what they do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from privacy_check.assessment import answers
from privacy_check.errors import VaultError
from privacy_check.forgotten import SiteAnswer
from privacy_check.journey.accounts import AccountList, asked_enough
from privacy_check.journey.flow import State
from privacy_check.journey.ports import InventedPerson, Keeper, OpenTour, Pretend, Start
from privacy_check.journey.steps import open_steps
from privacy_check.journey.taking import Taking
from privacy_check.model import (
    Assessment,
    Marked,
    ProfileView,
    RequestRecord,
)
from privacy_check.ports import Toolkit, Unfinished
from privacy_check.subject import AboutMe, Situation

if TYPE_CHECKING:
    from privacy_check.selfcheck import Look, SelfCheck, Stopped


@dataclass
class Journey(Taking):
    """Everything chosen and found in one sitting.

    `saved` says that a report of the check at hand was written; `made_here` that this sitting made the vault.
    """

    toolkit: Toolkit
    vault: Keeper | None = None
    people: Sequence[InventedPerson] = ()
    pretend: Pretend | None = None
    safer: bool = False
    check: SelfCheck | None = None
    stopped: dict[str, Stopped] = field(default_factory=dict)
    previous: Assessment | None = None
    earlier: tuple[Assessment, ...] = ()
    unfinished: Unfinished | None = None
    keep_secret: Callable[[], None] = field(default=lambda: None, repr=False)
    tour: OpenTour | None = None
    sites: dict[str, SiteAnswer] = field(default_factory=dict, repr=False)
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
            walls=tuple(entry.key for entry in self.walls if not entry.put_off),
            to_do=open_steps(self.assessment, self.decisions),
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
        self.sites.clear()

    def start_with(self, start: Start) -> None:
        """Takes what the command line already said; links that are refused are left out."""
        self.about = start.about or self.about
        self.secret = start.secret or self.secret
        self.keep_secret, self.tour = start.keep_secret, start.tour
        for link in start.links:
            for reading in self.recognise_all(link):
                if reading.account is not None:
                    self.add(reading)

    def afresh(self, toolkit: Toolkit) -> Journey:
        """A new journey with the same vault and people and nothing chosen yet."""
        new = Journey(toolkit, vault=self.vault, people=self.people, pretend=self.pretend, safer=self.safer)
        new.secret, new.keep_secret, new.made_here = self.secret, self.keep_secret, self.made_here
        new.tour = self.tour
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
        self.patience.note(self.previous.views if self.previous else ())
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

    # The check -----------------------------------------------------------------------------------------------

    @property
    def looks(self) -> list[Look]:
        """What will be looked at, in the order of the list."""
        from privacy_check.selfcheck import Look

        return [
            Look(entry.account, entry.lens)
            for entry in self.accounts.mine
            if entry.view is None and entry.lens in self.toolkit.collectors and entry.lens is not None
            if self.held_until(entry) is None
        ]

    def begin(self) -> SelfCheck:
        """A check of what was chosen; what was seen before is not looked at again. Raises NotYours."""
        if self.store is not None and not self.safer and self.invented is None:
            self.keep_secret()
        # The detectors are a lot to load; nobody should wait for them on the first page.
        from privacy_check.selfcheck import SelfCheck

        mine, replies = self.accounts.mine, self.decisions.replies
        handed_in = tuple(entry.view for entry in mine if entry.view is not None)
        keys = {entry.key for entry in mine}
        begun = [view for view in self.begun_views if view.account.key in keys]
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
            marks=self.every_mark(),
            not_checked=(*self._left_out(begun), *answers.not_checked(replies)),
            answers=(*answers.findings(replies), *(item for entry in mine for item in entry.pictures)),
        )
        return self.check

    def _left_out(self, begun: Sequence[ProfileView]) -> tuple[str, ...]:
        """Accounts nobody looks at this time: left out, or on a site that wants to be left alone."""
        known = {view.account.key for view in begun}
        unseen = (entry for entry in self.accounts.mine if entry.view is None and entry.key not in known)
        return tuple(entry.key for entry in unseen if entry.lens is None or self.held_until(entry) is not None)

    def every_mark(self) -> Mapping[str, Marked]:
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
        self.patience.note(self.unfinished.views)
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

    def take_anew(self, check: SelfCheck | None, assessment: Assessment) -> None:
        """Takes a check that was looked at again in part: what was decided and shown so far keeps its place."""
        if self.assessment is not None:
            here = {item.fingerprint for item in assessment.findings}
            before = {item.fingerprint for item in self.assessment.findings}
            self.decisions.gone = (self.decisions.gone | before) - here
        self.check, self.assessment, self.saved = check, assessment, False
        self.remember_seen()
        if self.store is not None:
            try:
                self.store.finish(assessment)
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
            self.patience.note(self.check.views.values())

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
