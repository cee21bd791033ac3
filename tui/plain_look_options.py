"""The linear dialogue's pages on how each account is looked at, and the few questions."""

from __future__ import annotations

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import Place
from privacy_check.journey.given_path import given_path
from privacy_check.journey.replies import reply_to_question
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import look
from privacy_check.model import Lens, SeenBy
from privacy_check.sentences import say
from tui.dialogue import AGAIN, BACK, Dialogue, Went, went


def look_options(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Says how each account will be looked at; enter starts."""
    talk.heading(say("app.lens.heading"), say("plain.ways.lead"))
    view = look.look_options(journey)
    for number, offer in enumerate(view.offers, 1):
        talk.say(f"{number}. {offer.words}{f': {offer.aside}' if offer.aside else ''}")
    talk.say(*view.says)
    ids = [offer.id for offer in view.offers]
    chosen = talk.pick(say("plain.ways.change_one"), ids, enter="start")
    if chosen == look.PICTURES:
        journey.ask_pictures()
        return AGAIN
    return next(went(offer) for offer in view.offers if offer.id == chosen)


def look_option(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The ways of one account; enter goes back and changes nothing."""
    entry = journey.accounts.entry(place.subject)
    if entry is None:
        return BACK
    view = look.look_option(entry)
    talk.heading(say("app.ways.heading"), view.name)
    offer = talk.offer(say("plain.ways.how"), view.offers)
    if offer is None:
        return BACK
    if offer.id == look.GROUPS:
        return BACK if _groups(entry, journey, talk) else AGAIN
    lens = None if offer.id == "skip" else Lens(offer.id)
    if look.opens_archives(journey, lens):
        return Went("archives", entry.key)
    if lens not in (*look.FILES, Lens.TYPED):
        try:
            journey.look_through(entry, lens)
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)
            return AGAIN
        return BACK
    steps = look.steps_for(entry, lens, journey) if lens else ()
    talk.steps(steps)
    try:
        taken = type_words(entry, journey, talk) if lens is Lens.TYPED else _handed_in(entry, journey, talk)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return AGAIN
    return BACK if taken else AGAIN


def _handed_in(entry: Entry, journey: Journey, talk: Dialogue) -> bool:
    path = talk.ask(say("plain.ways.path_file"))
    if path:
        journey.hand_in(entry, given_path(path))
        talk.say(say("plain.ways.read"))
    return bool(path)


def type_words(entry: Entry, journey: Journey, talk: Dialogue, *, more: bool = True) -> bool:
    """Takes line after line until an empty one; each is noted at once, so that going back loses none.

    With `more` false only what was typed before is taken. False when nothing was.
    """
    if more:
        talk.say(say("walls.one.draft", words=entry.draft) if entry.draft else "", say("walls.one.typed_lines"))
        for line in talk.several(say("walls.one.typed_more")):
            entry.draft = f"{entry.draft}\n{line}".lstrip()
    if not entry.draft.strip():
        talk.say(say("app.ways.empty"), say("app.ways.empty_hint"))
        return False
    seen_by = look.look_option(entry).seen_by
    by = talk.choose(say("plain.ways.who_can_see"), [(offer.id, offer.words) for offer in seen_by], enter=None)
    journey.type_in(entry, entry.draft, SeenBy(by))
    entry.draft = ""
    return True


def _groups(entry: Entry, journey: Journey, talk: Dialogue) -> bool:
    for line in talk.several(say("reviewing.typed_plain")):
        entry.draft_groups = f"{entry.draft_groups}\n{line}".lstrip()
    taken = journey.type_groups(entry, entry.draft_groups)
    talk.say(say("groups.typed", count=taken) if taken else say("reviewing.typed_none"))
    return bool(taken)


def questions(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The few questions; enter skips one, and what is skipped counts as not checked."""
    talk.heading(say("app.questions.heading"), say("plain.ways.questions_lead"))
    for item in look.questions(journey):
        before = f" {say('plain.ways.said', said=item.said)}" if item.said else ""
        while line := talk.ask(say("plain.ways.question", question=item.words, before=before)):
            reply = reply_to_question(line)
            if reply is None:
                talk.say(say("plain.ways.yes_no_unsure"))
                continue
            if reply != item.said:
                journey.reply(item.rule_id, reply)
            break
    return BACK
