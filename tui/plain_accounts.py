"""The linear dialogue's pages on the person and their accounts."""

from __future__ import annotations

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Account
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from tui.about_form import from_lines, labelled, load_file, to_lines
from tui.dialogue import Dialogue
from tui.journey import Journey
from tui.situation import ASKS, answered, choices, tapped


def about(journey: Journey, talk: Dialogue) -> None:
    """The facts to watch out for, line by line or from a file."""
    talk.heading(say("app.about.heading"), say("plain.accounts.about_lead"))
    talk.say(say("plain.accounts.several"))
    path = talk.ask(say("plain.accounts.path"))
    if path.casefold() == "skip":
        return
    said = (journey.about or AboutMe()).situation
    if path:
        journey.set_about(load_file(path))
        talk.say(say("plain.accounts.read_from_file"))
        return
    known = to_lines(journey.about or AboutMe())
    lines = dict(known)
    for name, label, hint in labelled():
        there = say("plain.accounts.filled") if known.get(name) else ""
        example = f" ({hint})" if hint else ""
        answer = talk.ask(
            say("plain.accounts.about_line", label=label, example=example, there=there), hidden=False
        )
        if answer.casefold() == "done":
            break
        lines[name] = answer or lines.get(name, "")
    journey.set_about(from_lines(lines, said))


def situation(journey: Journey, talk: Dialogue) -> bool:
    """The few taps on work and life; True when the person would rather go the safer way."""
    talk.heading(say("app.situation.heading"), say("paths.situation.lead"))
    said = (journey.about or AboutMe()).situation
    works = [line for line in choices(said) if line[0] not in ASKS]
    work = talk.choose(say("paths.situation.work"), [(line, _ticked(words, on)) for line, words, on in works])
    said = tapped(said, work) if work else said
    for line, words, on in choices(said):
        if line in ASKS and (answer := talk.ask(say("plain.accounts.situation", ticked=_ticked(words, on)))):
            said = answered(said, line, answer.casefold() in ("y", "yes"))
    journey.set_situation(said)
    if not said.careful_of_someone or journey.safer:
        return False
    return talk.sure(f"{say('paths.situation.careful.sentence')} {say('paths.situation.careful.yes')}?")


def _ticked(words: str, on: bool) -> str:
    return f"{words} ({say('paths.situation.yes')})" if on else words


def accounts(journey: Journey, talk: Dialogue) -> None:
    """The list of accounts, each the person's own by their word."""
    talk.heading(say("app.accounts.heading"), say("plain.accounts.lead", most_accounts=MOST_ACCOUNTS))
    while True:
        for entry in journey.entries:
            mine = "yours" if entry.mine else say("plain.accounts.not_mine")
            talk.say(say("plain.accounts.on_list", name=entry.name, mine=mine))
        line = talk.ask(say("plain.accounts.links"))
        if not line:
            return
        if line.casefold() == "copy":
            _suspect(journey, talk)
        elif line.casefold() == "drop":
            _drop(journey, talk)
        else:
            _add(journey, talk, line)


def _add(journey: Journey, talk: Dialogue, line: str) -> None:
    readings = journey.recognise_all(line)
    for reading in readings:
        where = f"{reading.link}: " if len(readings) > 1 else ""
        if reading.account is None:
            talk.say(
                f"{where}{reading.refusal or say('app.accounts.not_link_we_know')}",
                reading.hint or say("plain.accounts.try_another"),
            )
            continue
        if reading.hint:
            talk.say(reading.hint)
        name = _named(reading.account, reading.platform_name)
        if talk.sure(say("plain.accounts.one_yours", name=name)):
            try:
                journey.add(reading, mine=True)
            except PrivacyCheckError as error:
                talk.say(error.message, error.hint)


def _named(account: Account, platform: str) -> str:
    return account_name(account, lambda _: platform)


def _suspect(journey: Journey, talk: Dialogue) -> None:
    line = talk.ask(say("plain.accounts.copy_link"))
    if line:
        try:
            journey.add_suspect(journey.recognise(line))
            talk.say(say("plain.accounts.copy_noted"))
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)


def _drop(journey: Journey, talk: Dialogue) -> None:
    entries = [(entry.key, entry.name) for entry in journey.entries]
    journey.remove(talk.choose(say("reflect.whose.which"), entries))
