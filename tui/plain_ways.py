"""The linear dialogue's page on how each account is looked at, and the few questions."""

from __future__ import annotations

from pathlib import Path

from privacy_check.assessment import answers
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Lens, SeenBy
from privacy_check.sentences import say
from tui.dialogue import Dialogue
from tui.entries import Entry
from tui.journey import Journey
from tui.telling import lens_words, offered_way, way_words

_SEEN_BY = (SeenBy.PUBLIC, SeenBy.MEMBERS, SeenBy.FRIENDS)


def choose_ways(journey: Journey, talk: Dialogue) -> None:
    """Says how each account will be looked at, and changes it where the person wants to."""
    while True:
        talk.heading(say("app.lens.heading"), say("plain.ways.lead"))
        choices = [(entry.key, f"{entry.name}: {_way(entry)}") for entry in journey.mine]
        choices.append(("questions", say("plain.ways.questions", replies=len(journey.replies))))
        chosen = talk.choose(say("plain.ways.change_one"), choices)
        if not chosen:
            return
        if chosen == "questions":
            questions(journey, talk)
            continue
        entry = journey.entry(chosen)
        if entry is not None:
            _change(entry, journey, talk)


def _way(entry: Entry) -> str:
    if entry.view is not None:
        return say("plain.ways.read_already", lens_words=lens_words(entry.view.lens))
    if entry.lens is None and entry.ask_only:
        return say("plain.ways.by_hand")
    return way_words(entry.lens)


def _change(entry: Entry, journey: Journey, talk: Dialogue) -> None:
    ways = [*entry.ways, *([Lens.TYPED] if Lens.TYPED not in entry.ways else [])]
    chosen = talk.choose(
        say("plain.ways.how"),
        [*((lens.value, offered_way(lens)) for lens in ways), ("skip", say("app.ways.leave_out"))],
    )
    if not chosen:
        return
    if chosen == "skip":
        entry.lens = entry.view = None
        return
    lens = Lens(chosen)
    try:
        if lens is Lens.TYPED:
            _by_hand(entry, journey, talk)
        elif lens in (Lens.SAVED_PAGE, Lens.ARCHIVE):
            if lens is Lens.ARCHIVE:
                steps = journey.toolkit.archive_steps(entry.account)
                talk.say(
                    *(say("plain.pages.step", number=number, step=step) for number, step in enumerate(steps, 1))
                )
            path = talk.ask(say("plain.ways.path_file"))
            if path:
                journey.hand_in(entry, Path(path).expanduser())
                talk.say(say("plain.ways.read"))
        else:
            entry.lens, entry.view = lens, None
            journey.look_again(entry.key)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)


def _by_hand(entry: Entry, journey: Journey, talk: Dialogue) -> None:
    steps = journey.toolkit.steps_by_hand(entry.account)
    talk.say(*(say("plain.pages.step", number=number, step=step) for number, step in enumerate(steps, 1)))
    words = talk.ask(say("plain.ways.type_in"))
    if not words:
        return
    seen_by = talk.choose(
        say("plain.ways.who_can_see"), [(by.value, say(f"plain.ways.seen_by.{by}")) for by in _SEEN_BY]
    )
    if seen_by:
        journey.type_in(entry, words, SeenBy(seen_by))


def questions(journey: Journey, talk: Dialogue) -> None:
    """The few questions; enter skips one, and what is skipped counts as not checked."""
    talk.heading(say("app.questions.heading"), say("plain.ways.questions_lead"))
    for rule_id, question in answers.questions():
        said = journey.replies.get(rule_id)
        before = f" {say('plain.ways.said', said=said)}" if said else ""
        answer = talk.ask(say("plain.ways.question", question=question, before=before)).casefold()
        full = {"y": answers.YES, "n": answers.NO, "u": answers.UNSURE}.get(answer, answer)
        if full in answers.CHOICES and full != said:
            journey.reply(rule_id, full)
