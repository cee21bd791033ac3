"""Looking again: only at what was open or unseen in the last check; the rest is taken over as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from privacy_check import catalogue
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Finding,
    Lens,
    LinkReading,
    Mark,
    Nature,
    ProfileView,
)

# The person decided about these: no look can add to that.
_SETTLED = (Mark.KEEP, Mark.NOT_ME)
_LOOKED_THROUGH = (Lens.PUBLIC, Lens.MEMBER)


@dataclass(frozen=True, slots=True)
class Carried:
    """What an earlier check saw and this one does not look at: each part with the day it was seen."""

    views: tuple[ProfileView, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """What a second look is made of.

    `accounts` are to be looked at, each through the lens at the same place of `lenses`; `by_hand` are open or
    unseen too, but the person handed their pages in and has to do so again; `not_checked` are the questions that
    had no answer.
    """

    last: Assessment
    accounts: tuple[Account, ...]
    lenses: tuple[Lens, ...]
    by_hand: tuple[Account, ...]
    not_checked: tuple[str, ...]

    def taken_over(self, looked_at: AbstractSet[str]) -> Carried:
        """What of the last check stands as it was when the accounts with these keys are looked at again."""
        day = self.last.started_at.date()
        views = [view for view in self.last.views if view.account.key not in looked_at]
        findings = [item for item in self.last.findings if _stands(item, looked_at, everything=not views)]
        return Carried(
            tuple(replace(view, seen_on=view.seen_on or day) for view in views),
            tuple(replace(item, seen_on=item.seen_on or day) for item in findings),
            self.last.candidates,
        )


def look_again(last: Assessment, recognise: Callable[[str], LinkReading]) -> Again:
    """What of the last check is to be looked at again; `recognise` finds accounts that it never got to."""
    open_on = {item.account.key for item in last.findings if item.account and item.mark not in _SETTLED}
    wanted = [view for view in last.views if view.account.key in open_on or _unseen(view)]
    again = [view for view in wanted if view.lens in _LOOKED_THROUGH]
    left = tuple(_never_reached(last, recognise))
    return Again(
        last=last,
        accounts=(*(view.account for view in again), *left),
        lenses=(*(view.lens for view in again), *(Lens.PUBLIC for _ in left)),
        by_hand=tuple(view.account for view in wanted if view.lens not in _LOOKED_THROUGH),
        not_checked=tuple(item for item in last.not_checked if catalogue.known(item)),
    )


def _unseen(view: ProfileView) -> bool:
    return not view.outcome.conclusive or view.partly_read


def _never_reached(last: Assessment, recognise: Callable[[str], LinkReading]) -> Iterable[Account]:
    seen = {view.account.key for view in last.views}
    for item in last.not_checked:
        if ":" not in item or item.lower() in seen:
            continue
        reading = recognise(item)
        if reading.account is not None and not reading.ask_only:
            yield reading.account


def _stands(item: Finding, looked_at: AbstractSet[str], *, everything: bool) -> bool:
    """True for what no look at these accounts makes anew: of other accounts, of several, answers, and copies."""
    if item.account is not None:
        return item.nature is Nature.IMPERSONATION or item.account.key not in looked_at
    return not everything or catalogue.rule(item.rule_id).how == ("question",)
