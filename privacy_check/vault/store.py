"""One person's vault: opened with a passphrase, appended to, read, and emptied."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from privacy_check.errors import VaultError
from privacy_check.files import write_private
from privacy_check.model import Account, Assessment, Mark, Marked, ProfileView
from privacy_check.places import home, own_folder
from privacy_check.ports import Clock, SystemClock, Unfinished
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.vault import records
from privacy_check.vault.keys import Keys
from privacy_check.vault.records import Begun, Chosen, Damaged, Decided, Reported

SNIPPETS_EXPIRE = timedelta(days=30)
_KEPT_HALF_DONE = ("begin", "view")
_CHECK_FILES = ("summary", "snippets")

T = TypeVar("T")


@dataclass
class Vault:
    """One person's vault; a Store. `damaged` names record files that could not be read so far."""

    folder: Path = field(default_factory=lambda: home() / "vault")
    clock: Clock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self._identity: Any = None
        self.damaged: list[str] = []
        self._made_up_for: set[str] = set()

    @property
    def exists(self) -> bool:
        """True when something was kept here, whatever became of its key."""
        return self._keys.there or next(self.folder.glob("*-*.age"), None) is not None

    @property
    def locked(self) -> bool:
        """True until `create` or `unlock` succeeded."""
        return self._identity is None

    @property
    def check_damaged(self) -> bool:
        """True when a finished check is kept and cannot be read: then "none is kept" would be wrong."""
        lost = (name for name in self.damaged if name not in self._made_up_for)
        return any(name.startswith("summary-") for name in lost)

    def create(self, passphrase: str) -> None:
        """Makes a new vault. Raises VaultError when one is there already or the passphrase is empty."""
        if self.exists:
            raise VaultError(say("errors.vault.there_already"), say("errors.vault.there_already_hint"))
        if not passphrase.strip():
            raise VaultError(say("app.keep.empty"), say("app.keep.empty_hint"))
        own_folder(self.folder.parent)
        own_folder(self.folder)
        self._identity = self._keys.make(passphrase)

    def unlock(self, passphrase: str) -> None:
        """Opens the vault. Raises VaultError for a wrong passphrase or damaged key files; no record is changed."""
        if not self.exists:
            raise VaultError(say("errors.vault.none"), say("errors.vault.none_hint"))
        identity = self._keys.open(passphrase)
        self._check_whose(identity)
        self._keys.settle(identity)
        self._identity = identity
        self.forget_expired()

    def troubles(self) -> tuple[str, ...]:
        """What could not be read so far, a sentence or two for each file, with the next step."""
        return tuple(
            records.trouble_with(name, made_up_for=name in self._made_up_for) for name in sorted(self.damaged)
        )

    def begin(self, accounts: Sequence[Account], at: datetime) -> None:
        """Notes that a check of these accounts began; forgets an older half-done one."""
        self._drop(*_KEPT_HALF_DONE)
        self._append("begin", Begun(tuple(accounts), at))

    def keep_view(self, view: ProfileView) -> None:
        """Appends what was just seen; works while locked."""
        self._append("view", view)

    def unfinished(self) -> Unfinished | None:
        """The check that was cut short, or None."""
        begun = [record for _, record in self._read("begin", Begun)]
        views = {view.account.key: view for _, view in self._read("view", ProfileView)}
        if begun:
            return Unfinished(begun[-1].accounts, tuple(views.values()), begun[-1].at)
        if not views:
            return None
        # The note of its beginning is damaged: what had been seen is still worth going on from.
        accounts = tuple(view.account for view in views.values())
        return Unfinished(accounts, tuple(views.values()), self.clock.now())

    def finish(self, assessment: Assessment) -> None:
        """Keeps a finished check (summary and expiring snippets) and forgets its half-done pieces."""
        bare = records.without_decisions(assessment)
        expires = (self.clock.now() + SNIPPETS_EXPIRE).date()
        self._append("summary", records.without_words(bare))
        self._append(f"snippets-until-{expires:%Y%m%d}", bare)
        self._drop(*_KEPT_HALF_DONE)

    def history(self) -> list[Assessment]:
        """Every finished check without its words, oldest first, as it stood when the next one began."""
        from privacy_check.assessment.reweigh import kept_check

        checks, about, decisions = self._checks(), self.about(), self._decisions()
        ends = zip_longest(checks, (check.started_at for check in checks[1:]))
        return [kept_check(check, about, _latest(decisions, end)) for check, end in ends]

    def last(self) -> Assessment | None:
        """The newest finished check: with its words while they are kept, without them after that."""
        from privacy_check.assessment.reweigh import kept_check

        checks = self._checks()
        if not checks:
            return None
        newest = checks[-1]
        whole = [item for _, item in self._read("snippets", Assessment) if item.started_at == newest.started_at]
        return kept_check(max(whole, key=_ended, default=newest), self.about(), self.marks())

    def marks(self) -> Mapping[str, Marked]:
        """The latest decision per fingerprint."""
        return _latest(self._decisions())

    def mark(self, fingerprint: str, mark: Mark, at: datetime | None = None) -> None:
        """Keeps one decision, made at that time (now where none is given); works while locked."""
        self._append("mark", Decided(fingerprint, mark, at or self.clock.now()))

    def choices(self) -> Mapping[str, str]:
        """The latest decision about each membership, by fingerprint."""
        found: dict[str, str] = {}
        for _, record in self._read("chosen", Chosen):
            found.update(record.choices)
        return {key: choice for key, choice in found.items() if choice}

    def choose(self, choices: Mapping[str, str]) -> None:
        """Keeps decisions about memberships, made together; works while locked."""
        self._append("chosen", Chosen(dict(choices)))

    def keep_reported(self, page: Reported) -> None:
        """Keeps where a possible copy is and what became of it; works while locked."""
        self._append("reported", page)

    def reported(self) -> list[Reported]:
        """Every such page as it was last told of, oldest first."""
        return list({item.url: item for _, item in self._read("reported", Reported)}.values())

    def keep_about(self, about: AboutMe) -> None:
        """Keeps what the person told about themself, replacing what was kept before."""
        older = self._files("about")
        self._append("about", about)
        _remove(older)

    def about(self) -> AboutMe | None:
        """What the person told about themself, or None."""
        kept = [record for _, record in self._read("about", AboutMe)]
        return kept[-1] if kept else None

    def forget_expired(self) -> int:
        """Removes snippets and half-done checks past their day; works while locked. Returns how many went."""
        today = self.clock.now().date()
        old = [path for path in self._files("snippets") if records.expiry_in(path) <= today]
        for kind in _KEPT_HALF_DONE:
            old += [path for path in self._files(kind) if records.written_on(path) + SNIPPETS_EXPIRE <= today]
        _remove(old)
        return len(old)

    def wipe(self) -> None:
        """Removes the vault whole."""
        self._identity = None
        if self.folder.exists():
            try:
                shutil.rmtree(self.folder)
            except OSError as error:
                raise _not_removed(self.folder, error) from None

    @property
    def _keys(self) -> Keys:
        return Keys(self.folder, self._write)

    def _check_whose(self, identity: Any) -> None:
        """Raises VaultError when the key opens none of several records: then it is the key of another vault."""
        kept = [path for kind in (*_CHECK_FILES, "mark", "about", "reported") for path in self._files(kind)]
        if len(kept) > 1 and not any(records.opens(path, identity) for path in kept):
            raise VaultError(say("vault.other_key"), say("vault.other_key_hint"))

    def _checks(self) -> list[Assessment]:
        """Every finished check as it was kept, oldest first; one whose summary is damaged from its snippets."""
        found: list[Assessment] = []
        for path, check in self._read("summary", Assessment):
            if check in found:
                # A copy of one record stands where another one stood.
                self._note_damaged(path.name)
            else:
                found.append(check)
        lost = [name for name in self.damaged if name.startswith("summary-")]
        if lost:
            times = {check.started_at for check in found}
            whole = [
                (path, one) for path, one in self._read("snippets", Assessment) if one.started_at not in times
            ]
            for path, one in whole:
                found.append(records.without_words(one))
                self._restore(path, found[-1], lost)
        # A check that was looked at again in part stands there once for each time: the last one holds.
        latest = {check.started_at: check for check in sorted(found, key=_ended)}
        return sorted(latest.values(), key=lambda check: check.started_at)

    def _restore(self, snippets: Path, summary: Assessment, lost: Sequence[str]) -> None:
        """Keeps a summary once more that its snippets made up for: they are forgotten one day, and it is not."""
        at = records.written_at(snippets)
        near = [name for name in lost if at is not None and _near(records.written_at(Path(name)), at)]
        self._made_up_for.update(near)
        self._append("summary", summary)

    def _decisions(self) -> list[tuple[str, Marked]]:
        """Every decision in the order they were kept."""
        return [
            (record.fingerprint, Marked(record.mark, at))
            for path, record in self._read("mark", Decided)
            if (at := record.at or records.written_at(path)) is not None
        ]

    def _append(self, kind: str, record: object) -> None:
        recipient = self._keys.recipient() if self._identity is None else self._identity.to_public()
        name = f"{kind}-{self.clock.now():%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}.age"
        self._write(self.folder / name, records.sealed(record, recipient))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_private(path, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            what = (
                say("errors.vault.disk_full") if full else say("errors.vault.not_written", strerror=error.strerror)
            )
            raise VaultError(say("errors.vault.still_there", what=what), say("errors.vault.make_room")) from None

    def _read(self, kind: str, record: type[T]) -> Iterator[tuple[Path, T]]:
        if self._identity is None:
            raise VaultError(say("errors.vault.locked"), say("errors.vault.locked_hint"))
        for path in self._files(kind):
            try:
                found = records.unsealed(path, record, self._identity)
            except Damaged:
                self._note_damaged(path.name)
            else:
                yield path, found

    def _note_damaged(self, name: str) -> None:
        if name not in self.damaged:
            self.damaged.append(name)

    def _files(self, kind: str) -> list[Path]:
        return sorted(self.folder.glob(f"{kind}-*.age"))

    def _drop(self, *kinds: str) -> None:
        _remove([path for kind in kinds for path in self._files(kind)])


def _latest(decisions: Sequence[tuple[str, Marked]], before: datetime | None = None) -> dict[str, Marked]:
    """The last decision per fingerprint, of those made before that time where one is given."""
    return {key: decided for key, decided in decisions if before is None or decided.at < before}


def _near(one: datetime | None, other: datetime) -> bool:
    """True for the two records of one check, which are written one after the other."""
    return one is not None and abs(other - one) < timedelta(minutes=1)


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _not_removed(path.parent, error) from None


def _not_removed(folder: Path, error: OSError) -> VaultError:
    return VaultError(
        say("errors.vault.left", folder=folder, strerror=error.strerror), say("errors.vault.left_hint")
    )


def _ended(check: Assessment) -> datetime:
    """When a check was over, the last time it was looked at."""
    return check.finished_at or check.started_at
