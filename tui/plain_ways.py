"""The linear dialogue's page on how each account is looked at, and the few questions."""

from __future__ import annotations

from pathlib import Path

from privacy_check.assessment import answers
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Lens, SeenBy
from tui.dialogue import Dialogue
from tui.entries import Entry
from tui.journey import Journey
from tui.telling import WAYS, lens_words, way_words

_SEEN_BY = [
    (SeenBy.PUBLIC.value, "Anyone can see this"),
    (SeenBy.MEMBERS.value, "People who are signed in can see this"),
    (SeenBy.FRIENDS.value, "Only people I am connected with can see this"),
]


def choose_ways(journey: Journey, talk: Dialogue) -> None:
    """Says how each account will be looked at, and changes it where the person wants to."""
    while True:
        talk.heading(
            "How to look", "Each account is looked at the way a stranger would, unless you choose otherwise."
        )
        choices = [(entry.key, f"{entry.name}: {_way(entry)}") for entry in journey.mine]
        choices.append(("questions", f"A few questions no page can answer, {len(journey.replies)} answered"))
        chosen = talk.choose("Change one? Enter starts looking.", choices)
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
        return f"read already, {lens_words(entry.view.lens)}"
    if entry.lens is None and entry.ask_only:
        return "nothing to look at, steps by hand"
    return way_words(entry.lens)


def _change(entry: Entry, journey: Journey, talk: Dialogue) -> None:
    ways = [*entry.ways, *([Lens.TYPED] if Lens.TYPED not in entry.ways else [])]
    chosen = talk.choose(
        "How?", [*((lens.value, WAYS[lens]) for lens in ways), ("skip", "Leave it out this time")]
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
                talk.say(*(f"Step {number}: {step}" for number, step in enumerate(steps, 1)))
            path = talk.ask("Path of the file:")
            if path:
                journey.hand_in(entry, Path(path).expanduser())
                talk.say("Read.")
        else:
            entry.lens, entry.view = lens, None
            journey.look_again(entry.key)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)


def _by_hand(entry: Entry, journey: Journey, talk: Dialogue) -> None:
    steps = journey.toolkit.steps_by_hand(entry.account)
    talk.say(*(f"Step {number}: {step}" for number, step in enumerate(steps, 1)))
    words = talk.ask("Type what you see there, on one line:")
    if not words:
        return
    seen_by = talk.choose("Who can see this?", _SEEN_BY)
    if seen_by:
        journey.type_in(entry, words, SeenBy(seen_by))


def questions(journey: Journey, talk: Dialogue) -> None:
    """The few questions; enter skips one, and what is skipped counts as not checked."""
    talk.heading("A few questions", "Enter skips one. What is skipped counts as not checked.")
    for rule_id, question in answers.questions():
        said = journey.replies.get(rule_id)
        before = f" You said {said}." if said else ""
        answer = talk.ask(f"{question}{before} Type yes, no or not sure:").casefold()
        full = {"y": answers.YES, "n": answers.NO, "u": answers.UNSURE}.get(answer, answer)
        if full in answers.CHOICES and full != said:
            journey.reply(rule_id, full)
