"""The key files of a vault: made once, opened with a passphrase, and told apart when one of them is damaged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from privacy_check.errors import VaultError, WrongPassphrase
from privacy_check.files import why_not
from privacy_check.sentences import say
from privacy_check.vault.passphrase import canonical, readings

IDENTITY, RECIPIENT, SUMS = "identity.age", "recipient.txt", "keys.sum"

# A whole key file of the age format, locked with a passphrase: header, its seal, and a nonce and tag at least.
_KEY_FILE = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt \S{22} (\d{1,3})\n\S{43}\n--- \S{43}\n.{32,}", re.DOTALL
)
_SECRET = re.compile(r"^AGE-SECRET-KEY-1\S+$", re.MULTILINE)
# Each step doubles time and memory: this one takes a gigabyte. What age writes by itself stays below.
MOST_WORK = 20
# What pyrage says when no key of the file fits, rather than the file being broken.
_NOT_THIS_KEY = "Decryption failed"
_TOO_COSTLY = "Excessive work"


@dataclass(frozen=True)
class Keys:
    """The three key files in a vault's folder; `write` puts a file there, whole or not at all."""

    folder: Path
    write: Callable[[Path, bytes], None]

    @property
    def there(self) -> bool:
        """True when the locked key stands there, in whatever state."""
        path = self.folder / IDENTITY
        return path.exists() or path.is_symlink()

    def make(self, passphrase: str) -> Any:
        """A new identity, written down locked. Raises VaultError for an empty passphrase."""
        import pyrage

        phrase = canonical(passphrase)
        if not phrase.strip():
            raise VaultError(say("app.keep.empty"), say("app.keep.empty_hint"))
        identity = pyrage.x25519.Identity.generate()
        locked = pyrage.passphrase.encrypt(str(identity).encode(), phrase)
        public = _public(identity)
        self.write(self.folder / RECIPIENT, public)
        self.write(self.folder / SUMS, _sums(locked, public))
        # Last of all: from here on there is a vault.
        self.write(self.folder / IDENTITY, locked)
        return identity

    def open(self, passphrase: str) -> Any:
        """The identity. Raises WrongPassphrase, or VaultError with what is wrong with the file and what to do."""
        locked = self._locked()
        shape = _KEY_FILE.fullmatch(locked)
        if shape is None:
            raise _broken("key_damaged")
        if int(shape[1]) > MOST_WORK:
            raise _broken("too_costly")
        return _identity(self._decrypted(locked, passphrase))

    def settle(self, identity: Any) -> None:
        """After opening: makes the public half and the sums anew where they are missing or broken.

        Raises VaultError when the public half is that of another vault.
        """
        public = _public(identity)
        kept = self._read(RECIPIENT)
        if kept is None or _recipient(kept) is None:
            self.write(self.folder / RECIPIENT, public)
        elif kept.strip() != public:
            raise _broken("other_recipient", folder=self.folder)
        sums = _sums(self._locked(), self._read(RECIPIENT) or public)
        if self._read(SUMS) != sums:
            self.write(self.folder / SUMS, sums)

    def recipient(self) -> Any:
        """The public half, to append while locked. Raises VaultError when it is missing, broken or of another."""
        kept = self._read(RECIPIENT)
        recipient = None if kept is None else _recipient(kept)
        if kept is None or recipient is None:
            raise VaultError(say("errors.vault.unusable"), say("errors.vault.unusable_hint"))
        if self._sum_fits(RECIPIENT, kept) is False:
            raise _broken("other_recipient", folder=self.folder)
        return recipient

    def _locked(self) -> bytes:
        try:
            return (self.folder / IDENTITY).read_bytes()
        except FileNotFoundError:
            raise _broken("key_missing", folder=self.folder) from None
        except OSError as error:
            raise _broken("key_unreadable", reason=why_not(error)) from None

    def _decrypted(self, locked: bytes, passphrase: str) -> bytes:
        import pyrage

        for phrase in readings(passphrase):
            try:
                return bytes(pyrage.passphrase.decrypt(locked, phrase))
            except pyrage.DecryptError as error:
                told = str(error)
            if told.startswith(_TOO_COSTLY):
                raise _broken("too_costly")
            if told != _NOT_THIS_KEY:
                raise _broken("key_damaged")
        if self._sum_fits(IDENTITY, locked) is False:
            raise _broken("key_damaged")
        raise WrongPassphrase(say("errors.vault.wrong"), say("errors.vault.wrong_hint"))

    def _sum_fits(self, name: str, content: bytes) -> bool | None:
        """Whether the file is the one the sums were made of; None when the sums cannot tell."""
        known = _known_sums(self._read(SUMS) or b"")
        if name not in known:
            return None
        # Sums that fit neither file are those of another vault.
        others = [self._read(other) for other in known if other != name]
        fits = known[name] == _sum(content)
        if not fits and not any(_sum(other) in known.values() for other in others if other is not None):
            return None
        return fits

    def _read(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sums(locked: bytes, public: bytes) -> bytes:
    """Both sums, and a line that tells whether this file itself is whole."""
    lines = f"{_sum(locked)}  {IDENTITY}\n{_sum(public)}  {RECIPIENT}\n"
    return f"{lines}# {_sum(lines.encode())}\n".encode()


def _known_sums(content: bytes) -> dict[str, str]:
    """The sums by file name; nothing where the file of sums is damaged."""
    lines, _, seal = content.decode("ascii", "replace").rpartition("# ")
    if seal.strip() != _sum(lines.encode()):
        return {}
    return {name: value for value, _, name in (line.partition("  ") for line in lines.splitlines())}


def _public(identity: Any) -> bytes:
    return str(identity.to_public()).encode()


def _recipient(content: bytes) -> Any | None:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(content.decode("ascii").strip())
    except (ValueError, pyrage.RecipientError):
        return None


def _identity(opened: bytes) -> Any:
    """The identity in an opened key file, which may hold comments around it, as `age-keygen` writes them."""
    import pyrage

    found = _SECRET.search(opened.decode("ascii", "replace"))
    try:
        return pyrage.x25519.Identity.from_str(found[0] if found else "")
    except pyrage.IdentityError:
        raise _broken("identity_cut") from None


def _broken(what: str, folder: Path | str = "", reason: str = "") -> VaultError:
    gaps = {"folder": str(folder), "reason": reason}
    return VaultError(say(f"vault.{what}", count=None, **gaps), say(f"vault.{what}_hint", count=None, **gaps))
