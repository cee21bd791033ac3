"""Where a piece is taken away and how long it takes: one visit for each settings page of an account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from privacy_check import catalogue
from privacy_check.catalogue import Remedy

# A remedy for this rule closes the whole account to strangers.
WHOLE_ACCOUNT = "VIS-01"

# Accounts by rule: the keys of the accounts a rule shows on, empty for what belongs to no account.
Shown = Mapping[str, Iterable[str]]


def remedy_for(rule_id: str, platform: str | None) -> Remedy:
    """The steps to follow: the platform's own first; a child is never kept safe by hiding an account."""
    found = catalogue.remedies(rule_id, platform)
    if catalogue.rule(rule_id).comes_first:
        return next((item for item in found if not hides_account(item)), found[-1])
    return found[0]


def hides_account(remedy: Remedy) -> bool:
    """True when following the steps closes the whole account to strangers."""
    return WHOLE_ACCOUNT in remedy.rules


def total_minutes(shown: Shown) -> int:
    """The time of every visit that these rules take on every account; a settings page is visited once."""
    visits: dict[tuple[str, str], int] = {}
    for rule_id, accounts in shown.items():
        for account in tuple(accounts) or ("",):
            remedy = remedy_for(rule_id, account.partition(":")[0])
            visits[(account, remedy.id)] = remedy.minutes
    return sum(visits.values())
