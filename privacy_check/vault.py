"""What is kept: age files in the tool's own folder, each written whole or not at all, and when they are forgotten.

`identity.age` is an X25519 identity locked by the passphrase; `recipient.txt` its public half, so that a check can
append while the vault is locked; every record is an age file of its own, so `age -d` opens a vault without this
tool. A finished check is two records: a summary without any words of the person (kept until `wipe`) and the
snippets, whose file name carries the day they expire, so that they go even while the vault is locked.
"""

from __future__ import annotations

import errno
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pyrage
from pydantic import TypeAdapter, ValidationError

from privacy_check.errors import VaultError, WrongPassphrase
from privacy_check.files import write_private
from privacy_check.model import Account, Assessment, Finding, Group, Mark, Post, ProfileView, Sensitive
from privacy_check.places import home, own_folder
from privacy_check.ports import Clock, SystemClock, Unfinished
from privacy_check.sentences import say
from privacy_check.subject import AboutMe

SNIPPETS_EXPIRE = timedelta(days=30)
# A whole key file of the age format, locked with a passphrase: header, its seal, and a nonce and tag at least.
_KEY_FILE = re.compile(rb"age-encryption\.org/v1\n-> scrypt \S{22} \d{1,3}\n\S{43}\n--- \S{43}\n.{32,}", re.DOTALL)
_KEPT_HALF_DONE = ("begin", "view")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Begun:
    accounts: tuple[Account, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class _Marked:
    fingerprint: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reported:
    """A page a sheet was written about: its address, the day, and what the site said once the person told."""

    url: str
    on: date
    answer: str = ""


@dataclass
class Vault:
    """One person's vault; a Store. `damaged` names record files that could not be read this time."""

    folder: Path = field(default_factory=lambda: home() / "vault")
    clock: Clock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self._identity: Any = None
        self.damaged: list[str] = []

    @property
    def exists(self) -> bool:
        """True when a vault was made here before."""
        return (self.folder / "identity.age").exists()

    @property
    def locked(self) -> bool:
        """True until `create` or `unlock` succeeded."""
        return self._identity is None

    def create(self, passphrase: str) -> None:
        """Makes a new vault. Raises VaultError when one is there already or the passphrase is empty."""
        if self.exists:
            raise VaultError(say("errors.vault.there_already"), say("errors.vault.there_already_hint"))
        if not passphrase.strip():
            raise VaultError(say("app.keep.empty"), say("app.keep.empty_hint"))
        own_folder(self.folder.parent)
        own_folder(self.folder)
        identity = pyrage.x25519.Identity.generate()
        locked = pyrage.passphrase.encrypt(str(identity).encode(), passphrase)
        self._write(self.folder / "recipient.txt", str(identity.to_public()).encode())
        self._write(self.folder / "identity.age", locked)
        self._identity = identity

    def unlock(self, passphrase: str) -> None:
        """Opens the vault. Raises VaultError for a wrong passphrase or a damaged vault; nothing is changed."""
        try:
            locked = (self.folder / "identity.age").read_bytes()
        except OSError:
            raise VaultError(say("errors.vault.none"), say("errors.vault.none_hint")) from None
        if not _KEY_FILE.fullmatch(locked):
            raise VaultError(
                say("errors.vault.key_damaged"),
                say("errors.vault.key_damaged_hint"),
            )
        try:
            opened = pyrage.passphrase.decrypt(locked, passphrase)
        except pyrage.DecryptError:
            raise WrongPassphrase(say("errors.vault.wrong"), say("errors.vault.wrong_hint")) from None
        self._identity = pyrage.x25519.Identity.from_str(opened.decode())
        self.forget_expired()

    def begin(self, accounts: Sequence[Account], at: datetime) -> None:
        """Notes that a check of these accounts began; forgets an older half-done one."""
        self._drop(*_KEPT_HALF_DONE)
        self._append("begin", _Begun(tuple(accounts), at))

    def keep_view(self, view: ProfileView) -> None:
        """Appends what was just seen; works while locked."""
        self._append("view", view)

    def unfinished(self) -> Unfinished | None:
        """The check that was cut short, or None."""
        begun = list(self._read("begin", _Begun))
        if not begun:
            return None
        views = {view.account.key: view for view in self._read("view", ProfileView)}
        return Unfinished(begun[-1].accounts, tuple(views.values()), begun[-1].at)

    def finish(self, assessment: Assessment) -> None:
        """Keeps a finished check (summary and expiring snippets) and forgets its half-done pieces."""
        expires = (self.clock.now() + SNIPPETS_EXPIRE).date()
        self._append("summary", without_words(assessment))
        self._append(f"snippets-until-{expires:%Y%m%d}", assessment)
        self._drop(*_KEPT_HALF_DONE)

    def history(self) -> list[Assessment]:
        """Every finished check without its words, oldest first."""
        return list(self._read("summary", Assessment))

    def last(self) -> Assessment | None:
        """The newest finished check: with its words while they are kept, without them after that."""
        summaries = self.history()
        if not summaries:
            return None
        newest = summaries[-1]
        whole = [item for item in self._read("snippets", Assessment) if item.started_at == newest.started_at]
        return self._with_marks(whole[-1] if whole else newest)

    def marks(self) -> Mapping[str, Mark]:
        """The latest decision per fingerprint."""
        return {item.fingerprint: item.mark for item in self._read("mark", _Marked)}

    def mark(self, fingerprint: str, mark: Mark) -> None:
        """Keeps one decision; works while locked."""
        self._append("mark", _Marked(fingerprint, mark))

    def keep_reported(self, page: Reported) -> None:
        """Keeps where a possible copy is and what became of it; works while locked."""
        self._append("reported", page)

    def reported(self) -> list[Reported]:
        """Every such page as it was last told of, oldest first."""
        return list({item.url: item for item in self._read("reported", Reported)}.values())

    def keep_about(self, about: AboutMe) -> None:
        """Keeps what the person told about themself, replacing what was kept before."""
        older = self._files("about")
        self._append("about", about)
        for path in older:
            path.unlink(missing_ok=True)

    def about(self) -> AboutMe | None:
        """What the person told about themself, or None."""
        kept = list(self._read("about", AboutMe))
        return kept[-1] if kept else None

    def forget_expired(self) -> int:
        """Removes snippets and half-done checks past their day; works while locked. Returns how many went."""
        today = self.clock.now().date()
        old = [path for path in self._files("snippets") if _expiry_in(path) <= today]
        for kind in _KEPT_HALF_DONE:
            old += [path for path in self._files(kind) if _written_on(path) + SNIPPETS_EXPIRE <= today]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def wipe(self) -> None:
        """Removes the vault whole."""
        self._identity = None
        if self.folder.exists():
            try:
                shutil.rmtree(self.folder)
            except OSError as error:
                raise VaultError(
                    say("errors.vault.left", folder=self.folder, strerror=error.strerror),
                    say("errors.vault.left_hint"),
                ) from None

    def _with_marks(self, assessment: Assessment) -> Assessment:
        marks = self.marks()
        findings = tuple(
            replace(item, mark=marks.get(item.fingerprint, item.mark)) for item in assessment.findings
        )
        return replace(assessment, findings=findings)

    def _append(self, kind: str, record: object) -> None:
        try:
            recipient = pyrage.x25519.Recipient.from_str(
                (self.folder / "recipient.txt").read_text(encoding="ascii").strip()
            )
        except (OSError, ValueError, pyrage.RecipientError):
            raise VaultError(say("errors.vault.unusable"), say("errors.vault.unusable_hint")) from None
        content = TypeAdapter(type(record)).dump_json(record)
        name = f"{kind}-{self.clock.now():%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}.age"
        self._write(self.folder / name, pyrage.encrypt(content, [recipient]))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_private(path, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            what = (
                say("errors.vault.disk_full") if full else say("errors.vault.not_written", strerror=error.strerror)
            )
            raise VaultError(say("errors.vault.still_there", what=what), say("errors.vault.make_room")) from None

    def _read(self, kind: str, record: type[T]) -> Iterator[T]:
        if self._identity is None:
            raise VaultError(say("errors.vault.locked"), say("errors.vault.locked_hint"))
        for path in self._files(kind):
            try:
                opened = pyrage.decrypt(path.read_bytes(), [self._identity])
                yield TypeAdapter(record).validate_json(opened)
            except (OSError, pyrage.DecryptError, ValidationError):
                if path.name not in self.damaged:
                    self.damaged.append(path.name)

    def _files(self, kind: str) -> list[Path]:
        return sorted(self.folder.glob(f"{kind}-*.age"))

    def _drop(self, *kinds: str) -> None:
        for kind in kinds:
            for path in self._files(kind):
                path.unlink(missing_ok=True)


def without_words(assessment: Assessment) -> Assessment:
    """The same check with ids, dates and states only: no field text, no value, no picture address."""
    views = tuple(_wordless_view(view) for view in assessment.views)
    return replace(
        assessment,
        views=views,
        findings=tuple(_wordless(finding) for finding in assessment.findings),
        candidates=(),
        requests=(),
    )


def _wordless_view(view: ProfileView) -> ProfileView:
    """Whether groups and posts stood there, and all was read: without that, more would be said than was seen."""
    return ProfileView(
        view.account,
        view.lens,
        view.outcome,
        groups=(Group(""),) if view.groups or view.first("groups") else (),
        posts=(Post(""),) if view.posts or view.first("posts") else (),
        seen_by=view.seen_by,
        kind=view.kind,
        unfinished=view.partly_read,
        seen_on=view.seen_on,
    )


def _wordless(finding: Finding) -> Finding:
    return replace(finding, value=Sensitive(""), explanation="", span=None, kept_fingerprint=finding.fingerprint)


def _expiry_in(path: Path) -> date:
    return _day(path, part=2)


def _written_on(path: Path) -> date:
    return _day(path, part=1)


def _day(path: Path, part: int) -> date:
    """The day in a record's file name; a name without one counts as long past."""
    try:
        return datetime.strptime(path.name.split("-")[part][:8], "%Y%m%d").replace(tzinfo=UTC).date()
    except (IndexError, ValueError):
        return date(1970, 1, 1)
