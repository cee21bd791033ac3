"""The linear dialogue's pages on the person and their accounts."""

from __future__ import annotations

from collections.abc import Mapping

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.about_form import LATER, from_lines, labelled, line_told, load_file, to_lines
from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.replies import yes_or_no
from privacy_check.journey.sitting import Journey
from privacy_check.journey.situation import ASKS, answered, choices, tapped
from privacy_check.journey.views import look
from privacy_check.model import LinkReading
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from tui.dialogue import AGAIN, BACK, Dialogue, Went


def about(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The facts to watch out for, line by line or from a file."""
    talk.heading(say("app.about.heading"), say("plain.accounts.about_lead"))
    talk.say(say("plain.accounts.several"))
    path = talk.ask(say("plain.accounts.path"))
    if path.casefold() == "skip":
        return Went()
    said = (journey.about or AboutMe()).situation
    if path:
        try:
            journey.set_about(load_file(path))
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)
            return AGAIN
        talk.say(say("plain.accounts.read_from_file"))
        return Went()
    known = to_lines(journey.about or AboutMe())
    lines = dict(known)
    try:
        _form(lines, known, talk)
    finally:
        # Going back, or leaving to come back, loses no line that was typed.
        journey.set_about(from_lines(lines, said))
    return Went()


def _form(lines: dict[str, str], known: Mapping[str, str], talk: Dialogue) -> None:
    for name, label, hint in labelled():
        if name == LATER[0] and not talk.sure(say("quick.ask_more")):
            break
        there = say("plain.accounts.filled") if known.get(name) else ""
        example = f" ({hint})" if hint else ""
        answer = _line(name, say("plain.accounts.about_line", label=label, example=example, there=there), talk)
        if answer.casefold() == "done":
            break
        lines[name] = answer or lines.get(name, "")


def _line(name: str, question: str, talk: Dialogue) -> str:
    """One line of the form; one that cannot be read is asked again, so that the others are not lost with it."""
    while True:
        answer = talk.ask(question)
        if not answer or answer.casefold() == "done":
            return answer
        try:
            talk.say(line_told(name, answer))
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)
            continue
        return answer


def situation(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The few taps on work and life; somebody to be careful of leads to the safer way, if the person wants."""
    talk.heading(say("app.situation.heading"), say("paths.situation.lead"))
    said = (journey.about or AboutMe()).situation
    works = [line for line in choices(said) if line[0] not in ASKS]
    for number, (_, words, on) in enumerate(works, 1):
        talk.say(f"{number}. {_ticked(words, on)}")
    prompt = say("plain.dialogue.number_or_skip", question=say("paths.situation.work"))
    work = talk.pick(prompt, [line for line, _, _ in works])
    said = tapped(said, work) if work and not _on(work, works) else said
    for line, words, on in choices(said):
        if line in ASKS:
            answer = _asked(_ticked(words, on), talk)
            said = said if answer is None else answered(said, line, answer)
    journey.set_situation(said)
    careful = said.careful_of_someone and not journey.safer
    if careful and talk.sure(f"{say('paths.situation.careful.sentence')} {say('paths.situation.careful.yes')}?"):
        return Went(PageId.SAFER)
    return Went()


def _on(work: str, works: list[tuple[str, str, bool]]) -> bool:
    return any(on for line, _, on in works if line == work)


def _asked(words: str, talk: Dialogue) -> bool | None:
    """Yes, no, or None for enter alone, which changes nothing."""
    while True:
        line = talk.ask(say("plain.accounts.situation", ticked=words))
        if not line:
            return None
        answer = yes_or_no(line)
        if answer is not None:
            return answer
        talk.say(say("plain.dialogue.yes_or_no"))


def _ticked(words: str, on: bool) -> str:
    return f"{words} ({say('paths.situation.yes')})" if on else words


def accounts(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The account list, each the person's own by their word."""
    talk.heading(say("app.accounts.heading"), say("plain.accounts.lead", most_accounts=MOST_ACCOUNTS))
    while True:
        for entry in look.accounts(journey).accounts:
            name = journey.accounts.entry(entry.key)
            mine = say("plain.accounts.mine" if entry.mine else "plain.accounts.not_mine")
            talk.say(say("plain.accounts.on_list", name=name.name if name else entry.handle, mine=mine))
        line = talk.ask(say("plain.accounts.links"))
        word = line.casefold()
        if not line:
            if journey.accounts.mine:
                return Went()
            talk.say(say("plain.plain.no_account"), say("plain.accounts.add_or_back"))
        elif word == "copy":
            return Went("suspects")
        elif word == "archive" and journey.toolkit.read_archives is not None:
            return Went("archives")
        elif word == "about":
            return Went("about")
        elif word == "drop":
            _drop(journey, talk)
        elif word == "undo":
            name_back = journey.accounts.undo()
            talk.say(say("journey.back_on_list", name=name_back) if name_back else say("journey.nothing_to_undo"))
        elif word == "mine":
            _mine(journey, talk)
        else:
            _add(journey, talk, line)


def _add(journey: Journey, talk: Dialogue, line: str) -> None:
    """Takes every link of a paste: a line of it that comes where yes or no was asked is a link all the same."""
    found: list[LinkReading] = []
    _sort(journey.recognise_all(line), found, talk)
    while found:
        reply = talk.ask(_whose(found))
        answer = yes_or_no(reply)
        if answer is None:
            more = journey.recognise_all(reply)
            if any(reading.account for reading in more):
                _sort(more, found, talk)
            elif reply:
                talk.say(say("plain.dialogue.yes_or_no"))
            else:
                answer = False
        if answer is None:
            continue
        for reading in found if answer else ():
            try:
                journey.add(reading, mine=True)
            except PrivacyCheckError as error:
                talk.say(error.message, error.hint)
                return
        return


def _sort(readings: tuple[LinkReading, ...], found: list[LinkReading], talk: Dialogue) -> None:
    for reading in readings:
        if reading.account is None:
            where = f"{reading.link}: " if len(readings) > 1 else ""
            talk.say(
                f"{where}{reading.refusal or say('app.accounts.not_link_we_know')}",
                reading.hint or say("plain.accounts.try_another"),
            )
        elif reading.account.key not in {item.account.key for item in found if item.account}:
            talk.say(reading.hint)
            found.append(reading)


def _whose(found: list[LinkReading]) -> str:
    names = []
    for item in found:
        platform = item.platform_name
        if item.account:
            names.append(account_name(item.account, {item.account.platform: platform}.__getitem__))
    if len(names) == 1:
        return say("plain.dialogue.sure", question=say("plain.accounts.one_yours", name=names[0]))
    named = "; ".join(names)
    return say("plain.dialogue.sure", question=say("plain.accounts.all_yours", count=len(names), names=named))


def suspects(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Accounts that may copy the person, noted one after the other."""
    talk.heading(say("app.suspects.heading"), say("app.suspects.lead"))
    while True:
        for suspect in journey.accounts.suspects:
            talk.say(say("plain.accounts.copy_listed", name=account_name(suspect, journey.toolkit.platform_name)))
        line = talk.ask(say("plain.accounts.copy_link"))
        if not line:
            return BACK
        for reading in journey.recognise_all(line):
            try:
                journey.accounts.add_suspect(reading)
                talk.say(say("plain.accounts.copy_noted"))
            except PrivacyCheckError as error:
                talk.say(error.message, error.hint)


def _drop(journey: Journey, talk: Dialogue) -> None:
    entries = [(entry.key, entry.name) for entry in journey.accounts.entries]
    entries += [
        (suspect.key, say("plain.accounts.copy_listed", name=account_name(suspect, journey.toolkit.platform_name)))
        for suspect in journey.accounts.suspects
    ]
    chosen = talk.choose(say("reflect.whose.which"), entries)
    if chosen:
        journey.accounts.remove(chosen)
        talk.say(say("plain.accounts.dropped"))


def _mine(journey: Journey, talk: Dialogue) -> None:
    """Says of one on the list that it is the person's, or that it is not."""
    chosen = talk.choose(
        say("reflect.whose.which"), [(entry.key, entry.name) for entry in journey.accounts.entries]
    )
    entry = journey.accounts.entry(chosen)
    if entry is not None:
        entry.mine = not entry.mine
