"""The linear dialogue's picture: every mark in a sentence, and facts taken away in thought."""

from __future__ import annotations

from privacy_check.journey.flow import Place
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import picture as view
from privacy_check.sentences import say
from tui.dialogue import BACK, Dialogue, Went


def picture(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The picture in words; taking a fact away says which doors close. Nothing real changes."""
    gone: set[str] = set()
    while (shown := view.picture(journey, gone)) is not None:
        talk.heading(say("picture.heading"), say("picture.lead"))
        talk.say(*shown.told)
        choices = [(tie.rule, _words(tie)) for tie in shown.ties]
        choices += [("reset", say("plain.pages.put_back"))] if gone else []
        chosen = talk.choose(say("picture.which"), choices) if choices else ""
        if not chosen:
            return BACK
        gone = set() if chosen == "reset" else gone ^ {chosen}
    return BACK


def _words(tie: view.Tie) -> str:
    return say("plain.pages.taken_away", words=tie.words) if tie.gone else tie.words
