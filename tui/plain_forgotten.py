"""The linear dialogue's page of forgotten accounts."""

from __future__ import annotations

from privacy_check.errors import PrivacyCheckError
from privacy_check.forgotten import Topic
from privacy_check.journey import forgetting
from privacy_check.journey.flow import Place
from privacy_check.journey.reporting import default_folder
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import forgotten as view
from privacy_check.sentences import say
from tui.dialogue import BACK, Dialogue, Went

BETWEEN = 25


async def forgotten(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Asks the sites for the person's own names, and says what was found and what can be done."""
    talk.heading(say("forgotten.heading"), say("forgotten.lead"))
    known = " ".join(forgetting.handles_of(journey))
    question = say("forgotten.plain_handles", handles=known) if known else say("forgotten.plain_handles_none")
    names = talk.ask(question) or known
    if not names:
        return BACK
    topics = frozenset(Topic) if talk.sure(say("forgotten.plain_topics")) else frozenset[Topic]()
    if not talk.sure(say("accounts.ask.statement")):
        talk.say(say("forgotten.plain_none"))
        return BACK
    try:
        async for so_far in forgetting.ask(journey, names, topics):
            if so_far.done % BETWEEN == 0:
                talk.say(so_far.words)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return BACK
    shown = view.forgotten(journey)
    talk.say(*shown.says)
    for number, site in enumerate(shown.found, 1):
        talk.say(f"{number}. {say('forgotten.line', name=site.name, handle=site.handle)}", *site.told)
    while shown.found and not journey.safer:
        prompt = say("plain.dialogue.number_or_back", question=say("forgotten.plain_which"))
        chosen = talk.pick(prompt, [site.id for site in shown.found])
        if not chosen:
            break
        answer = next(site.answer for site in shown.found if site.id == chosen)
        try:
            path = forgetting.write_letter(journey, answer, default_folder())
            talk.say(say("forgotten.letter", path=path))
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)
    return BACK
