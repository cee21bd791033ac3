"""A few questions that no page can settle; every one can be skipped, and no answer leaves this computer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check import catalogue
from privacy_check.journey.views import look
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Questions(Page):
    """One line per question; y, n and u answer the one you are on."""

    heading = Said("app.questions.heading")
    step = 6
    lead = Said("app.questions.lead")
    help_text = Said("app.questions.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("y", "answer('yes')", "yes"),
        key("n", "answer('no')", "no"),
        key("u", "answer('not sure')", "not_sure"),
        key("enter", "", "next"),
    ]

    def body(self) -> ComposeResult:
        """The questions."""
        yield Choices(id="questions")

    def on_mount(self) -> None:
        """Starts on the first one."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the questions and what was answered."""
        self.query_one(Choices).fill([*self._items(), ("done", Content.styled(say("report.first.done"), "bold"))])
        self.show_side()

    def _items(self) -> list[Item]:
        return [
            (
                item.rule_id,
                Content.assemble(
                    plain(item.words), "\n", (item.said or say("app.questions.no_answer_yet"), "bold")
                ),
            )
            for item in look.questions(self.journey)
        ]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter goes to the next question, and back from the last line."""
        if event.option_id == "done":
            self.action_back()
        else:
            self.query_one(Choices).action_cursor_down()

    def on_option_list_option_highlighted(self) -> None:
        """Shows why the question matters."""
        self.show_side()

    def side(self) -> Content:
        """Why the question you are on matters."""
        chosen = self.query_one(Choices).chosen or ""
        return plain(catalogue.rule(chosen).why) if catalogue.known(chosen) else super().side()

    def action_answer(self, answer: str) -> None:
        """Takes the answer and goes to the next question."""
        chosen = self.query_one(Choices).chosen or ""
        if catalogue.known(chosen):
            self.journey.reply(chosen, answer)
            self.refresh_page()
            self.query_one(Choices).action_cursor_down()
        else:
            self.say(say("journey.why.no_question"))
