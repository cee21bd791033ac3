"""`check --again`: what was open or could not be seen in the last kept check, looked at once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from privacy_check.account_names import account_name
from privacy_check.cli.output import put, say
from privacy_check.model import Account, Lens
from privacy_check.sentences import say as words
from privacy_check.wording import spoken_day

if TYPE_CHECKING:
    from privacy_check.again import Again
    from privacy_check.model import Assessment
    from privacy_check.ports import Toolkit
    from privacy_check.selfcheck import SelfCheck
    from privacy_check.subject import AboutMe
    from privacy_check.vault import Vault


def planned_again(
    vault: Vault, toolkit: Toolkit, about: AboutMe | None, *, window: bool, suspects: Sequence[Account]
) -> SelfCheck:
    """The check that goes on from the last kept one, with what it takes over. Says what will be looked at.

    Raises VaultError when no finished check is kept, and Exit (0) when nothing is left to look at.
    """
    from privacy_check.again import look_again
    from privacy_check.cli.keeping import none_kept, take_up, tell_troubles
    from privacy_check.ownership import Gate
    from privacy_check.selfcheck import Look, SelfCheck

    last = vault.last()
    if last is None:
        raise none_kept(vault, words("commands.again.nothing_kept_hint"))
    again = look_again(last, toolkit.recognise)
    looks = [
        Look(account, lens)
        for account, lens in zip(again.accounts, again.lenses, strict=True)
        if lens is Lens.PUBLIC or window
    ]
    left_out = [account for account in again.accounts if account.key not in {look.account.key for look in looks}]
    _tell(again, last, [look.account for look in looks], left_out, toolkit)
    if not looks and not suspects:
        raise typer.Exit(0)
    accounts = [look.account for look in looks]
    run = SelfCheck(
        looks,
        replace(toolkit, store=vault),
        # The person said so when the check was kept, and only their passphrase opens it.
        Gate(stated=True, secret=toolkit.secret),
        suspects=suspects,
        not_checked=again.not_checked,
        about=about or vault.about(),
        known=take_up(vault, accounts),
        previous=last,
        earlier=vault.history()[:-1],
        carried=again.taken_over({account.key for account in accounts}),
        marks=vault.marks(),
    )
    tell_troubles(vault)
    return run


def _tell(
    again: Again, last: Assessment, looked: Sequence[Account], left_out: Sequence[Account], toolkit: Toolkit
) -> None:
    day = spoken_day(last.started_at)
    if looked:
        say(words("commands.again.looking", count=len(looked)))
        say(*(f"  {account_name(account, toolkit.platform_name)}" for account in looked))
    carried = len(again.taken_over({account.key for account in looked}).views)
    if looked and carried:
        say(words("commands.again.carried", count=carried, day=day))
    for account in again.by_hand:
        say(words("commands.again.by_hand", name=account_name(account, toolkit.platform_name)))
    for account in left_out:
        say(words("commands.again.window", name=account_name(account, toolkit.platform_name)))
    if not looked and not again.by_hand and not left_out:
        put(words("commands.again.nothing", day=day))
        say(words("commands.again.nothing_hint"))
