"""Talking in lines: headings in words, numbered choices, one question at a time. No drawing, no colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from privacy_check.sentences import say
from tui.tidy import tidy

Read = Callable[[str], str]
Write = Callable[[str], object]


class Left(Exception):
    """The person typed q."""


class Back(Exception):
    """The person typed b."""


@dataclass(frozen=True)
class Dialogue:
    """`read` asks with a prompt and gives a line, `read_hidden` without showing it; `write` says a line.

    `calm` is said at the top of every page, where it is set.
    """

    read: Read
    write: Write
    read_hidden: Read
    calm: str = ""

    def heading(self, words: str, sentence: str = "") -> None:
        """Where we are, in words; on the safer way every page begins with its calm line."""
        self.write("")
        if self.calm:
            self.write(self.calm)
        self.write(say("plain.dialogue.page", words=words))
        if sentence:
            self.say(sentence)

    def say(self, *sentences: str) -> None:
        """Sentences, each on a line of its own; what came from a page is made harmless here."""
        for sentence in sentences:
            if sentence:
                self.write(tidy(sentence))

    def ask(self, question: str, *, hidden: bool = False) -> str:
        """A line from the person, `` when they skip. Raises Left for q and Back for b."""
        while True:
            line = (self.read_hidden if hidden else self.read)(f"{question} ").strip()
            if hidden:
                return line
            word = line.casefold()
            if word in ("q", "quit"):
                raise Left
            if word == "b":
                raise Back
            if word != "?":
                return line
            self.say(say("plain.dialogue.help"))

    def choose(self, question: str, choices: Sequence[tuple[str, str]], *, first: bool = False) -> str:
        """The id of the chosen line; enter alone gives the first where `first` is set, else ``.

        Choices are (id, words).
        """
        for number, (_, words) in enumerate(choices, 1):
            self.say(f"{number}. {words}")
        prompt = "plain.dialogue.number_or_first" if first else "plain.dialogue.number"
        while True:
            line = self.ask(say(prompt, question=question))
            if not line:
                return choices[0][0] if first else ""
            if line.isdecimal() and 1 <= int(line) <= len(choices):
                return choices[int(line) - 1][0]
            self.say(say("plain.dialogue.which_number", choices=len(choices)))

    def sure(self, question: str) -> bool:
        """True only for a clear yes."""
        return self.ask(say("plain.dialogue.sure", question=question)).casefold() in ("y", "yes")
