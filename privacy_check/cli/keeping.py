"""Keeping a check made on the command line: the vault is opened before the look and takes up what it can."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from privacy_check.cli.hidden import asked
from privacy_check.cli.output import say, warn
from privacy_check.errors import UsageError, VaultError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.model import Account, ProfileView
    from privacy_check.vault import Vault

NAMED = "PRIVACY_CHECK_PASSPHRASE"


def opened() -> Vault:
    """The vault of this computer, open. Raises VaultError when there is none or the passphrase is wrong."""
    from privacy_check.vault import Vault

    vault = Vault()
    if not vault.exists:
        raise VaultError(words("commands.keeping.none"), words("commands.keeping.none_hint"))
    vault.unlock(_passphrase(f"{words('commands.keeping.passphrase')} "))
    return vault


def opened_or_made() -> Vault:
    """Like `opened`, and makes the vault when this is the first check kept; asks for a new passphrase twice."""
    from privacy_check.vault import Vault

    if Vault().exists:
        return opened()
    first = _passphrase(f"{words('commands.keeping.new')} ")
    if sys.stdin.isatty() and NAMED not in os.environ and asked(f"{words('locked.once_more')} ") != first:
        raise UsageError(words("commands.keeping.differ"), words("commands.keeping.differ_hint"))
    vault = Vault()
    vault.create(first)
    return vault


def take_up(vault: Vault, accounts: Sequence[Account]) -> tuple[ProfileView, ...]:
    """Notes that a check of `accounts` begins; returns what one that was cut short had already seen of them."""
    keys = {account.key for account in accounts}
    unfinished = vault.unfinished()
    seen = unfinished.views if unfinished else ()
    views = tuple(view for view in seen if view.account.key in keys and view.outcome.conclusive)
    vault.begin(accounts, vault.clock.now())
    for view in views:
        vault.keep_view(view)
    if views:
        say(words("commands.keeping.going_on", counted=words("common.accounts", count=len(views))))
    return views


def tell_troubles(vault: Vault) -> None:
    """Says which files of the vault could not be read so far, and what to do about each."""
    warn(*vault.troubles())


def none_kept(vault: Vault, hint: str) -> VaultError:
    """No finished check can be shown: because none is kept, or because what is kept is damaged."""
    tell_troubles(vault)
    if vault.check_damaged:
        return VaultError(words("vault.checks_damaged"), words("vault.checks_damaged_hint"))
    return VaultError(words("commands.again.nothing_kept"), hint)


def _passphrase(question: str) -> str:
    named = os.environ.get(NAMED)
    return asked(question) if named is None else named
