"""What is said of one site that has an account with the person's handle, and of those that could not be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from privacy_check.forgotten import SiteAnswer
from privacy_check.sentences import say

NAMED = 6
"""Sites named for one reason; the rest are counted."""


def about(answer: SiteAnswer) -> list[str]:
    """Where it is, how to delete it, how hard and how worth it that is, and how old that knowledge is."""
    site = answer.site
    told = [say("accounts.told.link", url=answer.account.url)]
    if site.delete_url:
        told.append(say("accounts.told.delete", url=site.delete_url))
    if site.delete_how:
        told.append(say("accounts.told.delete_how", how=site.delete_how))
    if not site.delete_url and not site.delete_how:
        told.append(say("accounts.told.unknown_delete"))
    if site.difficulty:
        told.append(say("accounts.told.difficulty", difficulty=say(f"accounts.difficulty.{site.difficulty}")))
    if site.worth:
        told.append(say("accounts.told.worth", worth=site.worth))
    if site.verified_on:
        told.append(say("accounts.told.verified", day=site.verified_on))
    elif site.as_of:
        told.append(say("accounts.told.unverified", day=site.as_of))
    return told


def reasons(unseen: Sequence[SiteAnswer]) -> list[str]:
    """Each reason once, with how many sites it kept back and some of their names, commonest first."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    by_hand: list[str] = []
    for answer in unseen:
        why = answer.evidence[0] if answer.evidence else ""
        if answer.site.by_hand and answer.site.by_hand in why:
            by_hand.append(f"  {say('accounts.told.site', name=answer.site.name, handle=why)}")
        else:
            by_reason[why].append(answer.site.name)
    lines: list[str] = []
    for why, names in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"  {say('accounts.told.reason', count=len(names), why=why)}")
        lines.append(f"    {_some(names)}")
    return [*lines, *by_hand]


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return say("accounts.told.names", names=shown)
    return say("accounts.told.more", names=shown, count=len(names) - NAMED)
