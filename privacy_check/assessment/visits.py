"""Where a piece is taken away and how long it takes: one visit for each settings page of an account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from privacy_check import catalogue
from privacy_check.catalogue import Remedy

# A remedy for this rule closes the whole account to strangers.
WHOLE_ACCOUNT = "VIS-01"
_LINKS = ("links", "website")

# A rule on one account; the account's key is empty for what belongs to none.
Spot = tuple[str, str]
# A finding as far as it stands in words: the field of the page, and the value in clear.
Worded = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """The accounts each rule shows on, and for some of its spots the other rule whose visit mends it as well."""

    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    goes_with: Mapping[Spot, str] = field(default_factory=dict)


def remedy_for(rule_id: str, platform: str | None) -> Remedy:
    """The steps to follow: the platform's own first; a child is never kept safe by hiding an account."""
    found = catalogue.remedies(rule_id, platform)
    if catalogue.rule(rule_id).comes_first:
        return next((item for item in found if not hides_account(item)), found[-1])
    return found[0]


def hides_account(remedy: Remedy) -> bool:
    """True when following the steps closes the whole account to strangers."""
    return WHOLE_ACCOUNT in remedy.rules


def total_minutes(rules: Iterable[str], shown: Shown) -> int:
    """The time of every visit that these rules take on every account; a settings page is visited once.

    What belongs to no account is mended on the accounts, where the same steps are followed there.
    """
    visits: dict[tuple[str, str], int] = {}
    for rule_id in rules:
        for account in shown.accounts.get(rule_id) or ("",):
            mended_by = shown.goes_with.get((rule_id, account), rule_id)
            remedy = remedy_for(mended_by, account.partition(":")[0])
            visits[(account, remedy.id)] = remedy.minutes
    on_accounts = {remedy_id for account, remedy_id in visits if account}
    return sum(time for (account, remedy_id), time in visits.items() if account or remedy_id not in on_accounts)


def inside_links(spots: Mapping[Spot, Sequence[Worded]], alike: Callable[[str, str], bool]) -> dict[Spot, str]:
    """What stands inside a link that is to be taken out anyway, such as the number in the address of a chat.

    Gives the rule of the link; `alike` says of two rules whether one step may mend both.
    """
    near = {spot: found for spot, found in spots.items() if any(item[0] in _LINKS for item in found)}
    taken: dict[Spot, str] = {}
    for (rule_id, key), found in near.items():
        for (other, where), links in near.items():
            same = where == key and other != rule_id and (other, where) not in taken and alike(rule_id, other)
            if same and all(_inside(item, links) for item in found):
                taken[(rule_id, key)] = other
    return taken


def _inside(item: Worded, links: Sequence[Worded]) -> bool:
    field_name, words = item[0], item[1].casefold()
    return field_name in _LINKS and any(
        where == field_name and words != (text := link.casefold()) and words in text for where, link in links
    )
