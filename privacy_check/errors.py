"""Errors a person can read: one sentence, then what to do next.

PrivacyCheckError            exit 2
+-- UsageError               exit 2   wrong words on the command line
+-- UnreadableInput          exit 2   a file, archive or page that cannot be read
+-- NotYours                 exit 2   refused: ownership, cap or contradiction
+-- NothingSeen              exit 3   every look ended without seeing anything
+-- NoBrowser                exit 4   no browser could be found or started
+-- VaultError               exit 2   damaged record, full disk
|   +-- WrongPassphrase      exit 2   the passphrase opens nothing
+-- Interrupted              exit 130 stopped before the end; what was seen so far was shown
"""

from __future__ import annotations


class PrivacyCheckError(Exception):
    """A failure a person should read: `message` says what happened, `hint` what to do next."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(PrivacyCheckError):
    """The words of a command do not fit together."""


class UnreadableInput(PrivacyCheckError):
    """A file, page or archive could not be read."""


class NotYours(PrivacyCheckError):
    """A look was refused because the account is not shown to belong to the person."""


class NothingSeen(PrivacyCheckError):
    """Every account ended without anything being seen."""

    exit_code = 3


class NoBrowser(PrivacyCheckError):
    """No browser could be found or started."""

    exit_code = 4


class VaultError(PrivacyCheckError):
    """The vault could not be opened, read or written."""


class WrongPassphrase(VaultError):
    """The passphrase does not open the vault; nothing was changed."""


class Interrupted(PrivacyCheckError):
    """The person stopped a check before its end, after what was seen so far had been shown."""

    exit_code = 130
