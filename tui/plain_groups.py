"""The linear dialogue's review of groups: words to search, a number to open one, one decision about many."""

from __future__ import annotations

from privacy_check.groups.review import Choice, GroupCard
from privacy_check.journey.flow import Place
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import groups as view
from privacy_check.sentences import say
from tui.dialogue import BACK, Back, Dialogue, Went

MOST_LINES = 20


def groups(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Groups; the private ones are named only when asked for."""
    talk.heading(say("app.groups.heading"), say("reviewing.lead"))
    reveal, words = False, ""
    while (shown := view.taken_up(journey, reveal=reveal)) is not None:
        if shown.none:
            talk.say(shown.none)
            return BACK
        found = shown.search(words)
        _list(shown, found, talk)
        line = talk.ask(_prompt(shown, reveal=reveal))
        word = line.casefold()
        if not line:
            return BACK
        if word == say("app.keys.names"):
            reveal = not reveal and shown.any_private
            if not shown.any_private:
                talk.say(say("journey.why.no_hidden_group"))
        elif word == say("app.keys.take_back"):
            talk.say(say("journey.undone" if view.undo(journey, shown) else "journey.nothing_to_undo"))
        elif word == say("reviewing.every"):
            words = ""
        elif word == say("reviewing.all"):
            _decide(journey, shown, found, say("reviewing.plain_many", count=len(found)), talk)
        elif line.isascii() and line.isdecimal() and 1 <= int(line[:6]) <= min(len(found), MOST_LINES):
            _one(journey, shown, found[int(line) - 1], talk)
        else:
            words = line
    return BACK


def _list(shown: view.GroupsView, found: tuple[GroupCard, ...], talk: Dialogue) -> None:
    talk.say(view.counted(shown, len(found)))
    for number, card in enumerate(found[:MOST_LINES], 1):
        told = view.mark_words(shown, card) or card.could_conclude or say("app.telling.tells_little")
        place = shown.name_of(card.account.platform)
        talk.say(f"{number}. {say('reviewing.line', name=card.name, place=place, told=told)}")
    if len(found) > MOST_LINES:
        talk.say(say("reviewing.plain_more", count=len(found) - MOST_LINES))
    if not found:
        talk.say(say("reviewing.plain_none"))


def _prompt(shown: view.GroupsView, *, reveal: bool) -> str:
    names = ""
    if shown.any_private:
        names = say("plain.pages.hide_private_names") if reveal else say("plain.pages.say_private_names")
        names = f" {say('reviewing.plain_names', word=say('app.keys.names'), what=names)}"
    return say("reviewing.plain_ask") + names


def _one(journey: Journey, shown: view.GroupsView, card: GroupCard, talk: Dialogue) -> None:
    talk.say(card.name, *view.told(shown, card))
    talk.steps(card.steps)
    _decide(journey, shown, (card,), say("reviewing.plain_one"), talk)


def _decide(
    journey: Journey, shown: view.GroupsView, cards: tuple[GroupCard, ...], question: str, talk: Dialogue
) -> None:
    try:
        chosen = talk.choose(question, view.choices()) if cards else ""
    except Back:
        return
    if chosen:
        view.decide(journey, shown, [card.key for card in cards], Choice(chosen))
        talk.say(say("reviewing.plain_done", count=len(cards), words=say(f"reviewing.mark.{chosen}")))
