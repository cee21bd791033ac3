"""One person's way through a check, without a screen: what was chosen so far and what came of it.

The app and the linear dialogue both drive a Journey, so that they can never differ in what they do.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.assessment import answers, own_paths
from privacy_check.assessment.marks import decided_now
from privacy_check.assessment.reweigh import weighed_again
from privacy_check.errors import NotYours, PrivacyCheckError
from privacy_check.model import (
    Account,
    Assessment,
    Finding,
    Lens,
    LinkReading,
    Mark,
    Marked,
    Nature,
    Outcome,
    Ownership,
    PlanStep,
    ProfileView,
    RequestRecord,
    SeenBy,
)
from privacy_check.model import Field as ProfileField
from privacy_check.ownership import MOST_ACCOUNTS, Gate
from privacy_check.ports import Store, Toolkit, Unfinished
from privacy_check.sentences import say
from privacy_check.subject import AboutMe, Situation
from tui.entries import Entry, InventedPerson, Keeper, Pretend, Start, ways_of

if TYPE_CHECKING:
    from privacy_check.selfcheck import Look, SelfCheck


@dataclass
class Journey:
    """Everything chosen and found in one sitting. `store` is None while nothing is kept."""

    toolkit: Toolkit
    vault: Keeper | None = None
    people: Sequence[InventedPerson] = ()
    pretend: Pretend | None = None
    about: AboutMe | None = None
    invented: InventedPerson | None = None
    safer: bool = False
    stated: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)
    store: Store | None = None
    entries: list[Entry] = field(default_factory=list)
    suspects: list[Account] = field(default_factory=list)
    about_copies: dict[int, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict, repr=False)
    replies: dict[str, str] = field(default_factory=dict, repr=False)
    check: SelfCheck | None = None
    assessment: Assessment | None = None
    previous: Assessment | None = None
    earlier: tuple[Assessment, ...] = ()
    unfinished: Unfinished | None = None
    begun_views: tuple[ProfileView, ...] = ()
    marks: dict[str, Marked] = field(default_factory=dict)
    keep_secret: Callable[[], None] = field(default=lambda: None, repr=False)
    made_here: bool = False

    # Who and what is kept ------------------------------------------------------------------------------------

    def be(self, person: InventedPerson) -> None:
        """Goes on as an invented person of the pretend network: nothing is kept, the list is filled in."""
        self.invented, self.store, self.stated = person, None, True
        self.about = person.about
        self.entries, self.suspects = [], list(person.suspects)
        self.check = self.assessment = self.previous = self.unfinished = None
        self.earlier, self.begun_views, self.marks, self.about_copies = (), (), {}, {}
        self.plans, self.replies = {}, {}
        for account in person.accounts:
            reading = self.toolkit.recognise(account.url or f"{account.platform}:{account.handle}")
            name = self.toolkit.platform_name(account.platform)
            self.entries.append(Entry(account, name, ways_of(reading, self.toolkit), reading.ask_only, mine=True))

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
        self.marks = dict(self.vault.marks())

    def keep_nothing(self) -> None:
        """Goes on with nothing kept on this computer."""
        self.store, self.previous, self.unfinished, self.earlier = None, None, None, ()

    def take_safer_way(self) -> None:
        """For someone who may be watched: nothing kept, no codes in bios, no changes offered by themselves.

        What this sitting put on the disk goes; what was kept before is only removed when the person says so.
        """
        self.safer = True
        if self.made_here:
            self.remove_kept()
        self.keep_nothing()

    @property
    def kept_before(self) -> bool:
        """True when something stands on this computer that was kept in a vault."""
        return self.vault is not None and self.vault.exists

    def remove_kept(self) -> None:
        """Removes the vault and all that is in it."""
        if self.kept_before and self.vault is not None:
            self.vault.wipe()
        self.made_here = False

    def set_about(self, about: AboutMe | None) -> None:
        """Takes what the person told about themself, and keeps it when a vault is open."""
        self.about = about
        if about is not None and self.store is not None and self.store is self.vault:
            self.vault.keep_about(about)

    def set_situation(self, situation: Situation) -> None:
        """Takes what the person tapped about work and life; it weighs the order of steps, no number."""
        about = replace(self.about or AboutMe(), situation=situation)
        self.set_about(None if about.empty and self.about is None else about)

    def close_and_wipe(self) -> None:
        """Forgets everything, on disk too."""
        self.remove_kept()
        self.keep_nothing()
        self.about = None
        self.entries, self.suspects, self.check, self.assessment = [], [], None, None

    # Accounts ------------------------------------------------------------------------------------------------

    def recognise(self, text: str) -> LinkReading:
        """What a typed line is; never raises."""
        text = text.strip()
        return self._if_new(self.toolkit.recognise(text)) if text else LinkReading()

    def recognise_all(self, text: str) -> tuple[LinkReading, ...]:
        """Every link of a typed or pasted text, each by itself; never raises."""
        text = text.strip()
        return tuple(self._if_new(each) for each in self.toolkit.recognise_all(text)) if text else ()

    def _if_new(self, reading: LinkReading) -> LinkReading:
        if reading.account is not None and self.entry(reading.account.key):
            return replace(reading, refusal=say("app.journey.there_already"), hint="", account=None)
        return reading

    def add(self, reading: LinkReading, *, mine: bool = False) -> Entry:
        """Puts a recognised account on the list. Raises NotYours over the cap or with nothing recognised."""
        if reading.account is None:
            raise NotYours(reading.refusal or say("app.accounts.not_link_we_know"), reading.hint)
        if len(self.entries) >= MOST_ACCOUNTS:
            raise NotYours(
                say("app.journey.full", most_accounts=MOST_ACCOUNTS),
                say("app.journey.full_hint"),
            )
        ways = ways_of(reading, self.toolkit)
        lens = Lens.PUBLIC if Lens.PUBLIC in ways else (ways[0] if ways else None)
        name = reading.platform_name or self.toolkit.platform_name(reading.account.platform)
        entry = Entry(reading.account, name, ways, reading.ask_only, mine, None if reading.ask_only else lens)
        self.entries.append(entry)
        return entry

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
        """Takes an account, or a possible copy, off the list."""
        self.entries = [entry for entry in self.entries if entry.key != key]
        self.suspects = [suspect for suspect in self.suspects if suspect.key != key]

    @property
    def mine(self) -> list[Entry]:
        """The accounts the person says are theirs."""
        return [entry for entry in self.entries if entry.mine]

    def hand_in(self, entry: Entry, path: Path) -> None:
        """Reads a saved page or the account's own archive. Raises PrivacyCheckError when it cannot be used."""
        if self.toolkit.read_saved is None:
            raise PrivacyCheckError(say("app.journey.no_saved"), say("app.journey.no_saved_hint"))
        self._take(entry, self.toolkit.read_saved(entry.account, path))

    def type_in(self, entry: Entry, words: str, seen_by: SeenBy) -> None:
        """Takes what the person saw themself, in their own words, as a view of the account."""
        text = ProfileField("bio", words.strip(), "typed", seen_by=seen_by)
        view = ProfileView(entry.account, Lens.TYPED, Outcome.PARTIAL, (text,), seen_by=seen_by)
        self._take(entry, view)

    def _take(self, entry: Entry, view: ProfileView) -> None:
        account = self.gate().rule(view, self.about, ())
        if account.ownership is Ownership.CONTRADICTED:
            raise NotYours(
                say("errors.ownership.another_name"),
                say("app.journey.another_name_hint"),
            )
        entry.account = account
        entry.view, entry.lens = replace(view, account=account, seen_at=self.toolkit.clock.now()), view.lens

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
            for entry in self.mine
            if entry.view is None and entry.lens in self.toolkit.collectors and entry.lens is not None
        ]

    def begin(self) -> SelfCheck:
        """A check of what was chosen; what was seen before is not looked at again. Raises NotYours."""
        if self.store is not None and not self.safer and self.invented is None:
            self.keep_secret()
        # The detectors are a lot to load; nobody should wait for them on the first page.
        from privacy_check.selfcheck import SelfCheck

        looks = self.looks
        handed_in = tuple(entry.view for entry in self.mine if entry.view is not None)
        left_out = tuple(entry.key for entry in self.mine if entry.view is None and entry.lens is None)
        check = SelfCheck(
            looks=looks,
            toolkit=replace(self.toolkit, store=self.store),
            gate=self.gate(),
            about=self.about,
            suspects=tuple(self.suspects),
            known=(*self.begun_views, *handed_in),
            previous=self.previous,
            earlier=self.earlier,
            marks=self.marks,
            not_checked=(*left_out, *answers.not_checked(self.replies)),
            answers=answers.findings(self.replies),
        )
        self.check = check
        return check

    def reply(self, rule_id: str, answer: str) -> None:
        """Takes an answer to one of the few questions; the same again takes it back."""
        if self.replies.get(rule_id) == answer:
            del self.replies[rule_id]
        else:
            self.replies[rule_id] = answer
        if self.assessment is not None:
            asked = {question for question, _ in answers.questions()}
            left = tuple(item for item in self.assessment.not_checked if item not in asked)
            seen = tuple(item for item in self.assessment.findings if item.field != answers.FIELD)
            self.assessment = weighed_again(
                replace(self.assessment, findings=(*seen, *answers.findings(self.replies))),
                self.about,
                not_checked=(*left, *answers.not_checked(self.replies)),
            )

    def note_begun(self) -> None:
        """Notes in the vault that a check began, so that a killed one can resume."""
        if self.store is not None:
            at = self.toolkit.clock.now()
            self.store.begin([entry.account for entry in self.mine], at)

    def resume(self) -> None:
        """Takes up the check that was cut short: its accounts, and what had been seen by then."""
        if self.unfinished is None:
            return
        self.entries = []
        for account in self.unfinished.accounts:
            reading = self.toolkit.recognise(account.url or f"{account.platform}:{account.handle}")
            name = self.toolkit.platform_name(account.platform)
            self.entries.append(Entry(account, name, ways_of(reading, self.toolkit), reading.ask_only, mine=True))
        self.begun_views, self.stated = self.unfinished.views, True

    def finish(self, assessment: Assessment) -> None:
        """Takes the finished check and keeps it when a vault is open."""
        self.assessment = assessment
        self.begun_views = ()
        if self.store is not None:
            self.store.finish(assessment)

    def stop(self) -> Assessment | None:
        """Ends a check early and keeps what was seen; a later check goes on from there."""
        if self.check is None:
            return None
        self.begun_views = tuple(view for view in self.check.views.values() if view.outcome.conclusive)
        self.assessment = self.check.conclude()
        return self.assessment

    def look_again(self, key: str) -> None:
        """Forgets what was seen of one account, so that the next look is a fresh one."""
        self.begun_views = tuple(view for view in self.begun_views if view.account.key != key)

    def remember_seen(self) -> None:
        """After a check, keeps the conclusive views so that only the others are looked at again."""
        if self.check is not None:
            self.begun_views = tuple(view for view in self.check.views.values() if view.outcome.conclusive)

    # Decisions -----------------------------------------------------------------------------------------------

    def mark(self, finding: Finding, mark: Mark) -> None:
        """Keeps one decision; deciding the same again opens the finding once more.

        Raises PrivacyCheckError for "keep it as it is" where a child must not be found.
        """
        if self.assessment is None:
            return
        if mark is Mark.KEEP and not own_paths.may_keep(finding, self.assessment):
            raise PrivacyCheckError(say("paths.protected_child.no_keep"))
        new = Mark.OPEN if self.mark_of(finding) is mark else mark
        self.marks[finding.fingerprint] = now = decided_now(new, self.assessment, self.toolkit.clock.now())
        if self.store is not None:
            self.store.mark(finding.fingerprint, now.mark, now.at)
        self.assessment = weighed_again(self.assessment, self.about, decided={finding.fingerprint: now})

    def step_done(self, step: PlanStep) -> None:
        """Marks every finding of a step of the plan as done."""
        for fingerprint in step.fingerprints:
            finding = self.finding(fingerprint)
            if finding is not None and self.mark_of(finding) is not Mark.FIXED:
                self.mark(finding, Mark.FIXED)

    def answer(self, at: int, answer: str) -> None:
        """Keeps what the person says a possible copy is; its findings are marked to match."""
        if self.assessment is None or at >= len(self.assessment.candidates):
            return
        self.about_copies[at] = answer
        handle = str(self.assessment.candidates[at].profile.get("handle", "")).casefold()
        mark = Mark.OPEN if answer == "copy" else Mark.NOT_ME
        for finding in self.assessment.findings:
            about_it = handle and handle in finding.value.reveal().casefold()
            if finding.nature is Nature.IMPERSONATION and about_it and self.mark_of(finding) is not mark:
                self.mark(finding, mark if mark is not Mark.OPEN else self.mark_of(finding))

    def mark_of(self, finding: Finding) -> Mark:
        """What the person decided about a finding, as it stands in the check at hand."""
        return (self.finding(finding.fingerprint) or finding).mark

    def open_last(self) -> bool:
        """Shows the newest kept check; False when there is none."""
        if self.previous is None:
            return False
        self.assessment, self.check = self.previous, None
        return True

    def finding(self, fingerprint: str) -> Finding | None:
        """The finding of that fingerprint in the check at hand."""
        found = self.assessment.findings if self.assessment else ()
        return next((finding for finding in found if finding.fingerprint == fingerprint), None)

    def requests(self) -> Sequence[RequestRecord]:
        """Every request of this check so far."""
        source = self.check or self.assessment
        return source.requests if source else ()
