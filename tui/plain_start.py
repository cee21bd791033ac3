"""The linear dialogue's first pages: welcome, invented people, consent, keeping, going on, the safer way."""

from __future__ import annotations

import asyncio

from privacy_check.errors import PrivacyCheckError, WrongPassphrase
from privacy_check.journey.flow import LAST, Place, Turn
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import start
from privacy_check.journey.views.contacts import contact_sentence, safety_contacts
from privacy_check.sentences import lines, say
from tui.dialogue import AGAIN, BACK, Dialogue, Went, went


def welcome(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Where everybody begins; enter takes the first line."""
    talk.heading(say("app.welcome.place"), say("app.welcome.lead"))
    view = start.welcome(journey)
    talk.say(*view.says)
    offer = talk.offer(say("plain.plain.begin"), view.offers, enter=view.offers[0].id)
    return went(offer) if offer else AGAIN


def people(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The invented people, or the one already chosen."""
    talk.heading(say("app.people.heading"), say("app.people.lead"))
    offers = start.people(journey).offers
    known = next((offer for offer in offers if offer.id == place.subject), None)
    if place.subject and known is None:
        talk.say(say("app.people.nobody"), say("app.people.nobody_hint"))
    offer = known or talk.offer(say("plain.plain.who"), offers, enter=offers[0].id if offers else "")
    return went(offer) if offer else BACK


def consent(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The statement; there is no answer that enter alone would give."""
    view = start.consent()
    talk.heading(say("app.consent.heading"), say("plain.plain.consent_lead"))
    talk.say(*view.says)
    offer = talk.offer(say("plain.plain.answer"), view.offers, enter=None)
    if offer is None:
        return AGAIN
    if offer.id == "wipe":
        if not talk.sure(say("plain.plain.wipe_sure")):
            return AGAIN
        journey.close_and_wipe()
        return went(offer)
    journey.consent(offer.id == "yes")
    return went(offer)


async def keep(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Keep behind a passphrase, open what was kept, or keep nothing."""
    view = start.keep(journey)
    talk.heading(say("app.keep.heading"), *view.says)
    if view.made:
        await _unlock(journey, talk)
    else:
        await _make(journey, talk)
    if place.subject != LAST:
        return Went()
    if journey.store is not None and not journey.open_last() and not journey.state.unfinished:
        talk.say(say("app.keep.no_last"))
        return BACK
    return Went() if journey.store is not None else BACK


async def _unlock(journey: Journey, talk: Dialogue) -> None:
    while True:
        phrase = talk.ask(say("plain.plain.passphrase"), hidden=True)
        if not phrase:
            journey.keep_nothing()
            talk.say(say("plain.plain.nothing_kept"))
            return
        try:
            await asyncio.to_thread(journey.open_vault, phrase)
        except PrivacyCheckError as error:
            talk.say(say("app.keep.forgiving") if isinstance(error, WrongPassphrase) else str(error))
            continue
        return


async def _make(journey: Journey, talk: Dialogue) -> None:
    if not talk.sure(say("plain.plain.keep")):
        journey.keep_nothing()
        return
    while True:
        first = talk.ask(say("commands.keeping.new"), hidden=True)
        if not first:
            journey.keep_nothing()
            talk.say(say("plain.plain.nothing_kept"))
            return
        if talk.ask(say("locked.once_more"), hidden=True) != first:
            talk.say(say("plain.plain.differ"))
            continue
        try:
            await asyncio.to_thread(journey.open_vault, first)
        except PrivacyCheckError as error:
            talk.say(str(error))
            continue
        return


def resume(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """What had been seen, and the two ways on."""
    view = start.resume(journey)
    talk.heading(say("app.resume.heading"), say("app.resume.lead"))
    talk.say(*(f"{platform}, {handle}: {told}" for platform, handle, told in view.accounts))
    offer = talk.offer(say("plain.plain.what_next"), view.offers, enter="go")
    if offer is None:
        return AGAIN
    if offer.id == "go":
        journey.resume()
    else:
        journey.begin_anew()
    return went(offer)


def safer(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Help first, then what to do next."""
    talk.heading(say("app.safer.heading"), say("paths.watched.lead"))
    talk.say(*(contact_sentence(contact) for contact in safety_contacts()))
    view = start.safer(journey)
    talk.say(*lines("paths.watched.silent"), *view.says)
    talk.say(say("paths.watched.kept_before") if journey.kept_before else "")
    offer = talk.offer(say("plain.plain.what_next"), view.offers)
    if offer is None:
        return BACK
    if offer.id == "wipe":
        if talk.sure(say("plain.plain.go", counted=say("paths.watched.wipe_sure"))):
            journey.remove_kept()
        return Went(Turn.STAY)
    if offer.id == "leave_look_only":
        if talk.sure(f"{say('quick.leave_sure')} {say('quick.leave_look_only')}?"):
            journey.leave_safer_way()
            talk.say(say("quick.left"))
        return Went(Turn.STAY)
    return went(offer)
