"""The desk as lines: what to say, what the room sees, and one question at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say
from privacy_check.training.nouns import Kind
from privacy_check.training.running import Running
from tui.text import tidy
from tui.training.asking import asked
from tui.training.desk import fix_words
from tui.training.panels import leak_words
from tui.training.wall import wall_lines

Read = Callable[[str], str]
Write = Callable[[str], None]


async def run_plain_desk(opened: AbstractAsyncContextManager[Running], read: Read, write: Write) -> None:
    """Runs a session in lines until the trainer ends it or input does."""
    write(say("training.desk.opening"))
    async with opened as running:
        if told := await running.begin():
            write(told)
        write(say("training.desk.wall", address=running.screen.address))
        write(say("training.desk.wall_hint"))
        _tell_step(running, write)
        while True:
            try:
                word = (await asked(read, say("training.plain.prompt"))).strip().lower()
            except EOFError:
                break
            for notice in running.screen.notices():
                write(notice)
            if word in ("q", "quit", "end"):
                break
            at = running.session.at
            try:
                told = await _done(word, running, read, write)
            except PrivacyCheckError as error:
                told = f"{error.message} {error.hint}".strip()
            if told:
                write(told)
            if running.session.at != at:
                _tell_step(running, write)
    write(say("training.desk.ended"))


async def _done(word: str, running: Running, read: Read, write: Write) -> str:
    acts: dict[str, Callable[[], Awaitable[str]]] = {
        "": lambda: running.move(True),
        "n": lambda: running.move(True),
        "b": lambda: running.move(False),
        "u": running.undo,
        "s": running.save,
        "l": lambda: _leaks(running, read, write),
    }
    if word.isdigit() and len(word) < 3:
        write(say("training.looking"))
        return await running.fix(int(word))
    if word == "w":
        return running.new_address()
    return await acts[word]() if word in acts else say("training.plain.which")


async def _leaks(running: Running, read: Read, write: Write) -> str:
    leaks = running.session.leaks()
    if not leaks:
        return say("training.desk.no_leaks")
    for number, leak in enumerate(leaks, 1):
        write(tidy(f"{number}. {leak_words(leak)}"))
    try:
        word = (await asked(read, say("training.plain.leak_prompt"))).strip()
    except EOFError:
        return ""
    if not word.isdigit() or len(word) > 3 or not 1 <= int(word) <= len(leaks):
        return ""
    return await running.switch(leaks[int(word) - 1])


def _tell_step(running: Running, write: Write) -> None:
    session = running.session
    write("")
    write(f"{session.place}. {tidy(session.step.heading)}")
    write(running.timer.told(session.step.seconds, session.length))
    if session.step.part == "person":
        write(session.person.story)
    write(say("training.desk.say_head"))
    for note in session.step.notes:
        write(f"- {note}")
    if session.step.questions:
        write(say("training.desk.ask_head"))
        for question in session.step.questions:
            write(f"- {question}")
    write(say("training.desk.room_head"))
    for row in wall_lines(session.room()):
        write(row)
    if session.step.kind is Kind.CHANGE:
        for number, fix in enumerate(session.fixes, 1):
            write(f"{number}. {fix_words(running, fix)}")
