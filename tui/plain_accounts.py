"""The linear dialogue's pages on the person and their accounts."""

from __future__ import annotations

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Account
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from tui.about_form import LINES, from_lines, load_file, to_lines
from tui.dialogue import Dialogue
from tui.journey import Journey
from tui.situation import ASKS, answered, choices, tapped


def about(journey: Journey, talk: Dialogue) -> None:
    """The facts to watch out for, line by line or from a file."""
    talk.heading("About me", "Tell it what to watch out for. Enter skips a line. Nothing is sent anywhere.")
    talk.say("Several facts on one line stand with a semicolon between them.")
    path = talk.ask("Path of an About me file, or enter to type it in, or skip to leave it all empty:")
    if path.casefold() == "skip":
        return
    said = (journey.about or AboutMe()).situation
    if path:
        journey.set_about(load_file(path))
        talk.say("Read from the file.")
        return
    known = to_lines(journey.about or AboutMe())
    lines = dict(known)
    for name, label, hint in LINES:
        there = ", filled in already" if known.get(name) else ""
        example = f" ({hint})" if hint else ""
        answer = talk.ask(f"{label}{example}{there}. Enter skips, done ends:", hidden=False)
        if answer.casefold() == "done":
            break
        lines[name] = answer or lines.get(name, "")
    journey.set_about(from_lines(lines, said))


def situation(journey: Journey, talk: Dialogue) -> bool:
    """The few taps on work and life; True when the person would rather go the safer way."""
    talk.heading("My situation", say("paths.situation.lead"))
    said = (journey.about or AboutMe()).situation
    works = [line for line in choices(said) if line[0] not in ASKS]
    work = talk.choose(say("paths.situation.work"), [(line, _ticked(words, on)) for line, words, on in works])
    said = tapped(said, work) if work else said
    for line, words, on in choices(said):
        if line in ASKS and (answer := talk.ask(f"{_ticked(words, on)}? Type yes or no, or enter to skip:")):
            said = answered(said, line, answer.casefold() in ("y", "yes"))
    journey.set_situation(said)
    if not said.careful_of_someone or journey.safer:
        return False
    return talk.sure(f"{say('paths.situation.careful.sentence')} {say('paths.situation.careful.yes')}?")


def _ticked(words: str, on: bool) -> str:
    return f"{words} ({say('paths.situation.yes')})" if on else words


def accounts(journey: Journey, talk: Dialogue) -> None:
    """The list of accounts, each the person's own by their word."""
    talk.heading("My accounts", f"Paste a link or type platform:name. Up to {MOST_ACCOUNTS}.")
    while True:
        for entry in journey.entries:
            mine = "yours" if entry.mine else "not marked as yours"
            talk.say(f"On your list: {entry.name}, {mine}.")
        line = talk.ask("Links, or copy for one that may copy you, or drop to take one off, or enter to go on:")
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
            talk.say(f"{where}{reading.refusal or 'That is not a link we know.'}", reading.hint or "Try another.")
            continue
        if reading.hint:
            talk.say(reading.hint)
        name = _named(reading.account, reading.platform_name)
        if talk.sure(f"{name}. Is this one yours?"):
            try:
                journey.add(reading, mine=True)
            except PrivacyCheckError as error:
                talk.say(error.message, error.hint)


def _named(account: Account, platform: str) -> str:
    return account_name(account, lambda _: platform)


def _suspect(journey: Journey, talk: Dialogue) -> None:
    line = talk.ask("The link of the account that may copy you:")
    if line:
        try:
            journey.add_suspect(journey.recognise(line))
            talk.say("Noted. It will be held beside your own pages. Do not write to it.")
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)


def _drop(journey: Journey, talk: Dialogue) -> None:
    entries = [(entry.key, entry.name) for entry in journey.entries]
    journey.remove(talk.choose("Which one?", entries))
