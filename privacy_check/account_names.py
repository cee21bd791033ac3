"""What an account is called on every screen, in every file and on the command line: "Strider · mags"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from privacy_check.model import Account

NameOf = Callable[[str], str]
BETWEEN = " · "


def as_a_name(platform: str) -> str:
    """The id of a platform written like a name, where nobody is at hand who knows what it is called."""
    return platform.replace("_", " ").replace("-", " ").title()


def account_name(account: Account, name_of: NameOf = as_a_name) -> str:
    """The platform and the user name as people know them; `name_of` says what a platform's id is called.

    A page that is not the profile is named with its path, so that two posts can be told apart.
    """
    handle = f"{account.handle} ({account.page})" if account.page else account.handle
    return _joined(account.platform, handle, name_of)


def key_name(key: str, name_of: NameOf = as_a_name, known: Iterable[Account] = ()) -> str:
    """The same for `platform:handle`; with the account among `known` its own spelling is taken."""
    found = next((account for account in known if account.key == key.lower()), None)
    if found is not None:
        return account_name(found, name_of)
    platform, _, handle = key.partition(":")
    return _joined(platform, handle, name_of)


def profile_name(profile: Mapping[str, object], name_of: NameOf = as_a_name) -> str:
    """The same for the profile of a candidate, which may lack either part."""
    return _joined(str(profile.get("platform") or ""), str(profile.get("handle") or ""), name_of)


def account_names(accounts: Iterable[Account], name_of: NameOf = as_a_name) -> str:
    """Several accounts in one line, each once."""
    return ", ".join(dict.fromkeys(account_name(account, name_of) for account in accounts))


def _joined(platform: str, handle: str, name_of: NameOf) -> str:
    return BETWEEN.join(part for part in (name_of(platform), handle) if part)
