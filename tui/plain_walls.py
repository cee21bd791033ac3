"""The linear dialogue's pages on accounts that could not be seen, and on doing one fix at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import slots
from privacy_check.journey.accounts import Entry
from privacy_check.journey.doing_now import done_and_looked
from privacy_check.journey.flow import GO_ON, Place
from privacy_check.journey.given_path import given_path
from privacy_check.journey.look_again import look_again, take_in
from privacy_check.journey.sitting import Journey
from privacy_check.journey.trouble import readable
from privacy_check.journey.views import do_now as fix
from privacy_check.journey.views import walls as view
from privacy_check.journey.views.base import chosen
from privacy_check.model import Account
from privacy_check.next_look import LENS, TYPED, NextLook
from privacy_check.selfcheck import Event, Started, Step
from privacy_check.sentences import say
from tui.dialogue import AGAIN, BACK, Back, Dialogue, Went, went
from tui.plain_findings import UNDO, open_address, undo
from tui.plain_look_options import type_words

_DRAFT = "draft"
T = TypeVar("T")


def walls(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Which sites let nobody in; enter goes on to what was found."""
    shown = view.walls(journey)
    talk.heading(say("walls.heading"))
    talk.say(*shown.says)
    lines = [(offer.id, f"{offer.words}: {offer.aside}" if offer.aside else offer.words) for offer in shown.offers]
    offer = chosen(shown.offers, talk.choose(say("plain.plain.what_next"), lines, enter=view.ENOUGH))
    return went(offer) if offer else BACK


async def wall(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """One account: a way to look at it together, or skip it, or later; enter goes back and changes nothing."""
    entry = journey.accounts.entry(place.subject)
    if entry is None:
        return BACK
    shown = view.wall(entry, journey)
    talk.heading(say("walls.one.heading", name=shown.name))
    talk.say(*shown.says)
    draft = [(_DRAFT, say("walls.one.draft_keep"))] if shown.draft else []
    choices = [*draft, *((offer.id, offer.in_a_line) for offer in shown.offers)]
    way = await asyncio.to_thread(talk.choose, say("walls.one.which"), choices)
    if not way:
        return BACK
    if way in (view.SKIP, view.LATER):
        entry.put_off = way
        talk.say(say(f"walls.{way}_said"))
        return Went()
    try:
        await _go_that_way(way, entry, journey, talk)
    except PrivacyCheckError as error:
        talk.say(error.message, view.what_next(error, way))
        return AGAIN
    talk.say(view.what_came(entry, journey))
    return AGAIN if entry in journey.walls else Went()


async def _go_that_way(wanted: str, entry: Entry, journey: Journey, talk: Dialogue) -> None:
    way = NextLook.PASTE if wanted == _DRAFT else NextLook(wanted)
    steps = view.steps_of(way, entry, journey)
    talk.say(say("walls.one.steps") if way is NextLook.PHONE else "")
    talk.steps(steps)
    if way in TYPED:
        if await asyncio.to_thread(type_words, entry, journey, talk, more=wanted != _DRAFT):
            await asyncio.to_thread(take_in, journey, [entry.key])
    elif LENS[way] in journey.toolkit.collectors:
        talk.say(say("walls.one.opened") if way is NextLook.WINDOW else "")
        await _look(way, entry, journey, talk)
    else:
        path = await asyncio.to_thread(talk.ask, say("walls.one.path_plain"))
        if path:
            journey.hand_in(entry, given_path(path))
            await asyncio.to_thread(take_in, journey, [entry.key])


async def _look(way: NextLook, entry: Entry, journey: Journey, talk: Dialogue) -> None:
    async def tell(event: Event) -> None:
        if isinstance(event, Started):
            talk.say(say("walls.one.looking", name=entry.name))
        await _when_ready(entry.account, journey, talk)

    journey.look_through(entry, LENS[way])
    talk.say(*(await _looked(look_again(journey, [entry.key], tell))).said)


async def _when_ready(account: Account, journey: Journey, talk: Dialogue) -> None:
    """Lets the person say that their page is in the window, where one waits for that."""
    readiness = journey.toolkit.readiness
    if account.key in readiness.waiting:
        talk.say(say("plain.plain.sign_in", name=account_name(account, journey.toolkit.platform_name)))
        await asyncio.to_thread(talk.ask, say("plain.plain.press_enter"))
        readiness.tell(account)


async def _looked(work: Awaitable[T]) -> T:
    """The same, with an error as a sentence."""
    try:
        return await work
    except Exception as error:
        raise readable(error) from None


async def do_now(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """One fix at a time; enter goes back and changes nothing."""
    told = False
    while True:
        shown = fix.do_now(journey, place.subject)
        if shown.step is None:
            talk.say(say("do_now.none"))
            return BACK
        if not told:
            _tell(shown, talk)
        told = True
        talk.say(shown.stands, " ".join(filter(None, (shown.so_far, shown.next))))
        pick = await asyncio.to_thread(
            talk.choose, say("plain.plain.what_next"), [(offer.id, offer.words) for offer in shown.offers]
        )
        if not pick:
            return BACK
        if pick == "next":
            return Went(GO_ON)
        await _do(pick, shown, journey, talk)


def _tell(shown: fix.DoNowView, talk: Dialogue) -> None:
    talk.heading(say("do_now.heading"), f"{shown.title}. {shown.place}.")
    talk.say(shown.why)
    if shown.doing is not None:
        talk.steps(shown.doing.steps)
        talk.say(f"{say('report.about_minutes', count=shown.doing.minutes)} {shown.doing.checked}".rstrip())


async def _do(pick: str, shown: fix.DoNowView, journey: Journey, talk: Dialogue) -> None:
    name_of = journey.toolkit.platform_name

    async def tell(event: Event) -> None:
        if isinstance(event, Started):
            talk.say(say("do_now.looking", name=account_name(event.account, name_of)))
        if isinstance(event, Step):
            await _when_ready(event.account, journey, talk)

    try:
        if pick == "open":
            open_address(shown.url, journey, talk)
        elif pick == "done":
            came = await _looked(done_and_looked(journey, shown, tell))
            talk.say(*(say("do_now.row", what=row.what, before=row.before, now=row.now) for row in came.rows))
            talk.say(*came.said)
        elif pick == "slot":
            await asyncio.to_thread(_slot, journey, talk)
        elif pick == UNDO:
            undo(journey, talk)
        else:
            fix.mark(journey, shown, pick)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)


def _slot(journey: Journey, talk: Dialogue) -> None:
    """A day for it; enter, or back, chooses none and stays on the fix."""
    if why := slots.why_none(journey):
        talk.say(why)
        return
    try:
        offer = talk.offer(say("do_now.slots.which"), slots.slots(journey))
        if offer is None:
            return
        if offer.id != slots.ANOTHER:
            when = slots.moment(offer.id, journey)
        elif written := talk.ask(say("do_now.slots.type")):
            when = slots.other_day(written, journey)
        else:
            return
    except Back:
        return
    talk.say(slots.keep_slot(journey, when))
