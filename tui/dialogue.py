"""Talking in lines: headings in words, numbered choices, one question at a time. No drawing, no colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from privacy_check.journey.flow import GO_ON, Turn
from privacy_check.journey.replies import yes_or_no
from privacy_check.journey.terminal_text import tidy
from privacy_check.journey.views.base import Offer
from privacy_check.sentences import say

Read = Callable[[str], str]
Write = Callable[[str], object]
NARROWEST = 20
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the dialogue is held on: `read` asks with a prompt and gives a line, `write` says one.

    `read` raises EOFError at the end; `waiting` tells whether more was pasted than the line just read.
    """

    read: Read = input
    write: Write = print
    waiting: Callable[[], bool] = lambda: False


class Left(Exception):
    """The person typed q."""


class Back(Exception):
    """The person typed b."""


@dataclass(frozen=True, slots=True)
class Went:
    """What was chosen on a page, as the flow is told it."""

    choice: str = GO_ON
    subject: str = ""
    among: tuple[str, ...] = ()


BACK = Went(Turn.BACK)
AGAIN = Went(Turn.STAY)


def went(offer: Offer) -> Went:
    """Where an offer leads."""
    return Went(offer.leads, offer.subject, offer.among)


@dataclass(frozen=True)
class Dialogue:
    """`read` asks with a prompt and gives a line, `read_hidden` without showing it; `write` says a line.

    `calm` is said at the top of every page, where it is set; `unkept` tells whether leaving now loses something;
    lines are broken at spaces to `width` columns, 0 for not at all; `waiting` tells whether more was pasted than
    the line just read.
    """

    read: Read
    write: Write
    read_hidden: Read
    calm: str = ""
    unkept: Callable[[], bool] = lambda: False
    width: int = 0
    waiting: Callable[[], bool] = lambda: False

    def heading(self, words: str, sentence: str = "") -> None:
        """Where we are, in words; on the safer way every page begins with its calm line."""
        self.write("")
        if self.calm:
            self._put(self.calm)
        self._put(say("plain.dialogue.page", words=words))
        if sentence:
            self.say(sentence)

    def say(self, *sentences: str) -> None:
        """Sentences, each on a line of its own; what came from a page is made harmless here."""
        for sentence in sentences:
            if sentence:
                self._put(tidy(sentence))

    def steps(self, steps: Sequence[str]) -> None:
        """Steps, each with its number."""
        self.say(*(say("plain.pages.step", number=number, step=step) for number, step in enumerate(steps, 1)))

    def _put(self, line: str) -> None:
        for part in self._wrapped(line):
            self.write(part)

    def _wrapped(self, line: str) -> list[str]:
        if self.width < NARROWEST or len(line) < self.width:
            return [line]
        return textwrap.wrap(line, self.width - 1, break_long_words=False, break_on_hyphens=False) or [line]

    def ask(self, question: str, *, hidden: bool = False) -> str:
        """A line from the person, `` when they skip. Raises Left for q and Back for b."""
        while True:
            *before, prompt = self._wrapped(question)
            for part in before:
                self.write(part)
            line = (self.read_hidden if hidden else self.read)(f"{prompt} ").strip()
            if hidden:
                return line
            word = line.casefold()
            if word in ("q", "quit"):
                self._leave()
                continue
            if word in ("b", "back"):
                raise Back
            if word != "?":
                return line
            self.say(say("plain.dialogue.help"))

    def _leave(self) -> None:
        """Leaves; asks once where something would be lost, and a second q is an answer."""
        if not self.unkept():
            raise Left
        answer = self.read(f"{say('journey.leave.plain')} ").strip()
        if answer.casefold() in ("q", "quit") or yes_or_no(answer):
            raise Left

    def several(self, question: str) -> Iterator[str]:
        """Line after line until an empty one; an empty line inside a paste ends nothing."""
        while (line := self.ask(question)) or self.waiting():
            yield line

    def choose(self, question: str, choices: Sequence[tuple[str, str]], *, enter: str | None = "") -> str:
        """The id of the chosen line. Choices are (id, words).

        Enter alone gives `enter`: the id of a line, `` for one page back, or, with None, the question again. The
        prompt tells which.
        """
        for number, (_, words) in enumerate(choices, 1):
            self.say(f"{number}. {words}")
        ids = [choice for choice, _ in choices]
        if enter is None:
            prompt = say("plain.dialogue.number_only", question=question)
        elif enter in ids:
            prompt = say("plain.dialogue.number_or_one", question=question, number=ids.index(enter) + 1)
        else:
            prompt = say("plain.dialogue.number_or_back", question=question)
        return self.pick(prompt, ids, enter, [words for _, words in choices])

    def pick(self, prompt: str, ids: Sequence[str], enter: str | None = "", words: Sequence[str] = ()) -> str:
        """The id behind a typed number, by a prompt that tells what enter does.

        How one line alone begins does as well as its number ("leave", or "yep" where one line begins with yes).
        """
        none = say("plain.dialogue.which_number", choices=len(ids)) if ids else say("plain.dialogue.no_number")
        while True:
            line = self.ask(prompt)
            if not line and enter is not None:
                return enter
            number = line.rstrip(".")
            if number.isdecimal() and number.isascii() and 1 <= int(number[:6]) <= len(ids):
                return ids[int(number) - 1]
            meant = _begins_so(line, words)
            if len(meant) == 1:
                return ids[meant[0]]
            self.say(none)

    def offer(self, question: str, offers: Sequence[Offer], *, enter: str | None = "") -> Offer | None:
        """The chosen one of a page's offers; None for enter alone where that leads back."""
        chosen = self.choose(question, [(offer.id, offer.in_a_line) for offer in offers], enter=enter)
        return next((offer for offer in offers if offer.id == chosen), None)

    def sure(self, question: str) -> bool:
        """True only for a clear yes; enter alone is no, and what is neither is asked again."""
        while True:
            line = self.ask(say("plain.dialogue.sure", question=question))
            answer = yes_or_no(line) if line else False
            if answer is not None:
                return answer
            self.say(say("plain.dialogue.yes_or_no"))


def _begins_so(line: str, words: Sequence[str]) -> list[int]:
    """Which of these lines begin with the whole words that were typed; else "yes please" and "ok" count as yes."""
    clear = yes_or_no(line)
    meant = [line] if clear is None else [line, say("app.keys.yes" if clear else "app.keys.no")]
    for typed in meant:
        begins = re.compile(rf"{re.escape(typed)}(?!\w)", re.IGNORECASE)
        found = [at for at, each in enumerate(words) if begins.match(each)]
        if found and len(line) >= _FEWEST_LETTERS:
            return found
    return []
