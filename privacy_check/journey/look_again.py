"""Looking again at some accounts of a check that is over; the rest of it stays as it was seen.

await look_again(journey, keys, tell) -> LookedAgain    which accounts were seen, and sentences on the rest
take_in(journey, keys) -> None                          weighs what was handed in or typed
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from privacy_check.account_names import account_name
from privacy_check.again import look_again as of_before
from privacy_check.assessment import answers
from privacy_check.journey.presenters import outcome_sentence
from privacy_check.journey.sitting import Journey
from privacy_check.model import Account, Assessment, Lens, ProfileView
from privacy_check.ownership import Gate
from privacy_check.sentences import say
from privacy_check.wording import spoken_time

if TYPE_CHECKING:
    from privacy_check.selfcheck import Event, Look, SelfCheck

Tell = Callable[["Event"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class LookedAgain:
    """The keys of the accounts that were seen, and why others were not looked at or not seen this time."""

    seen: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()


async def look_again(journey: Journey, keys: Iterable[str], tell: Tell) -> LookedAgain:
    """Looks at these accounts now and takes what was seen into the check; what was found before is never lost."""
    from privacy_check.selfcheck import Finished, Stopped

    before = journey.assessment
    if before is None:
        return LookedAgain()
    looks, said = _looks(journey, keys)
    if not looks:
        return LookedAgain(said=tuple(said))
    over = {look.account.key for look in looks}
    check = _composed(journey, before, looks, (), over)
    async for event in check.events():
        if isinstance(event, Stopped):
            journey.stopped[event.account.key] = event
            said.append(event.sentence)
        if not isinstance(event, Finished):
            await tell(event)
    journey.patience.note(check.views.values())
    looked = _take(journey, before, check, over)
    return LookedAgain(looked.seen, (*said, *looked.said))


def take_in(journey: Journey, keys: Iterable[str]) -> None:
    """Weighs the check anew with what was handed in or typed for these accounts."""
    before, wanted = journey.assessment, set(keys)
    if before is None:
        return
    new = [entry.view for entry in journey.accounts.mine if entry.key in wanted and entry.view is not None]
    check = _composed(journey, before, (), new, {view.account.key for view in new})
    journey.take_anew(check if journey.check is not None else None, check.conclude())


def _looks(journey: Journey, keys: Iterable[str]) -> tuple[list[Look], list[str]]:
    """What can be looked at by itself, and sentences on the rest."""
    from privacy_check.selfcheck import Look

    looks: list[Look] = []
    said: list[str] = []
    for key in dict.fromkeys(keys):
        account, lens = _how(journey, key)
        if account is None:
            continue
        name = account_name(account, journey.toolkit.platform_name)
        until = journey.patience.until(account.platform, journey.toolkit.clock.now())
        if lens not in journey.toolkit.collectors:
            said.append(say("do_now.by_hand", name=name))
        elif until is not None:
            said.append(say("walls.held", name=name, time=spoken_time(until)))
        else:
            looks.append(Look(account, lens))
    return looks, said


def _how(journey: Journey, key: str) -> tuple[Account | None, Lens]:
    """The account, and whose eyes it was seen through or is to be seen through."""
    entry, view = journey.accounts.entry(key), journey.view_of(key)
    if entry is not None and entry.view is None and entry.lens is not None:
        return entry.account, entry.lens
    if view is not None:
        return view.account, view.lens
    return (entry.account if entry else None), Lens.TYPED


def _take(journey: Journey, before: Assessment, check: SelfCheck, over: Collection[str]) -> LookedAgain:
    """Takes the new looks that saw at least as well as the old ones, and says which did not."""
    good: list[ProfileView] = []
    said: list[str] = []
    for key in over:
        new, old = check.views.get(key), next((view for view in before.views if view.account.key == key), None)
        if new is None:
            continue
        if old is not None and _saw_less(new, old):
            name = account_name(new.account, journey.toolkit.platform_name)
            said.append(say("do_now.not_this_time", name=name, why=outcome_sentence(new)))
        else:
            good.append(new)
    if not good:
        # Nothing was learnt, yet the requests were made.
        journey.assessment = replace(before, requests=check.requests)
        if journey.check is not None:
            journey.check.take_over(check.requests)
        return LookedAgain(said=tuple(said))
    if len(good) < len(over):
        asked = check.requests
        check = _composed(journey, before, (), good, {view.account.key for view in good})
        check.take_over(asked)
    # The words of a check that was kept may be forgotten: it is not to be judged anew from what is left of them.
    journey.take_anew(check if journey.check is not None else None, check.conclude())
    return LookedAgain(frozenset(view.account.key for view in good if view.outcome.conclusive), tuple(said))


def _saw_less(new: ProfileView, old: ProfileView) -> bool:
    """A wall, or half a page, says nothing of what stood on the page that was seen before."""
    if not old.outcome.conclusive:
        return False
    return not new.outcome.conclusive or (new.partly_read and not old.partly_read)


def _composed(
    journey: Journey, before: Assessment, looks: Sequence[Look], new: Sequence[ProfileView], over: Collection[str]
) -> SelfCheck:
    """A check of the accounts `over`; the others as this sitting saw them, or as an earlier check had them."""
    from privacy_check.selfcheck import SelfCheck

    here = journey.check is not None
    others = tuple(view for view in before.views if view.account.key not in over)
    again = of_before(before, journey.toolkit.recognise)
    left = (item for item in before.not_checked if item.lower() not in over)
    check = SelfCheck(
        looks=looks,
        toolkit=replace(journey.toolkit, store=journey.store),
        # They were the person's own when the check began.
        gate=Gate(stated=True, secret=journey.secret, exempt=journey.invented is not None),
        about=journey.about,
        known=(*others, *new) if here else new,
        previous=journey.previous if here else before,
        earlier=journey.earlier,
        marks=journey.every_mark(),
        not_checked=tuple(left),
        answers=answers.findings(journey.decisions.replies),
        started_at=before.started_at if here else None,
        order=tuple(view.account.key for view in before.views),
    )
    if not here:
        check.carried = again.taken_over(set(over))
    check.take_over(before.requests if here else (), before.candidates if here else ())
    return check
