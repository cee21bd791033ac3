"""One card at a time. What is typed lives in its line alone, and is gone when the card is turned."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from privacy_check.journey.flow import Place
from privacy_check.reflection.cards import Card, WordedCard, rows, topics, worded
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain, table
from tui.widgets.page import Page, hidden, key

FREE_LINES = 3


class CardPage(Page):
    """The cards of every topic in one row, beginning with the topic named."""

    heading = Said("reflect.heading")
    help_text = Said("app.card.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "next", "next"),
        key("s", "skip", "skip"),
        key("x", "back", "stop"),
        key("p", "previous", "one_back"),
        key("w", "write", "write"),
        key("3", "readers", "three_readers"),
        hidden("n,right", "next"),
        hidden("left", "previous"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._topics = topics()
        self._topic = next((at for at, topic in enumerate(self._topics) if topic.id == place.subject), 0)
        self._at = 0

    def body(self) -> ComposeResult:
        """The card, and a line to think in."""
        yield Static(id="title")
        yield Static(id="card", classes="gap")
        yield Input(id="thought", classes="gap")

    def on_mount(self) -> None:
        """No line is typed into until asked."""
        self._leave_line()
        self.refresh_page()

    @property
    def _card(self) -> Card:
        return self._topics[self._topic].cards[self._at]

    def refresh_page(self) -> None:
        """Shows the card in the words of the pack in use."""
        topic, shown = self._topics[self._topic], worded(self._card)
        place = say("reflect.at", topic=topic.title, number=self._at + 1, count=len(topic.cards))
        self.query_one("#title", Static).update(
            Content("\n").join([plain(place, "$foreground-muted"), plain(shown.title, "bold")])
        )
        self.query_one("#card", Static).update(table(_spaced(shown)))
        self.show_side()

    def side(self) -> Content:
        """The topics, with a sign at the one you are in."""
        lines = [
            Content.assemble(glyphs().pointer if here else " " * len(glyphs().pointer), " ", plain(topic.title))
            for topic, here in ((topic, at == self._topic) for at, topic in enumerate(self._topics))
        ]
        return Content("\n").join(lines)

    def action_next(self) -> None:
        """The next card, of the next topic after the last."""
        if self._at + 1 < len(self._topics[self._topic].cards):
            self._turn(self._topic, self._at + 1)
        else:
            self.action_skip()

    def action_skip(self) -> None:
        """The first card of the next topic."""
        if self._topic + 1 < len(self._topics):
            self._turn(self._topic + 1, 0)
        else:
            self._forget()
            self.say(say("reflect.ending"))

    def action_previous(self) -> None:
        """The card before."""
        if self._at:
            self._turn(self._topic, self._at - 1)
        elif self._topic:
            self._turn(self._topic - 1, len(self._topics[self._topic - 1].cards) - 1)
        else:
            self.say(say("journey.why.first"))

    def _turn(self, topic: int, at: int) -> None:
        self._topic, self._at = topic, at
        self._forget()
        self.say("")
        self.query_one("#body").scroll_home(animate=False)
        self.refresh_page()

    def _forget(self) -> None:
        self.query_one("#thought", Input).clear()

    def action_write(self) -> None:
        """To the line for a thought."""
        line = self.query_one("#thought", Input)
        line.display = line.can_focus = True
        line.focus()

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """The thought stays in its line; nobody takes it."""
        event.stop()
        self.query_one("#thought", Input).can_focus = False
        self.set_focus(None)

    def action_back(self) -> None:
        """Leaves the line first, then the cards, with nothing left in the line."""
        if self.query_one("#thought", Input).has_focus:
            self._leave_line()
        else:
            self._forget()
            super().action_back()

    def _leave_line(self) -> None:
        self._forget()
        line = self.query_one("#thought", Input)
        line.display = line.can_focus = False
        self.set_focus(None)

    async def action_readers(self) -> None:
        """The three readers."""
        await self.go("readers")


def _spaced(shown: WordedCard) -> list[tuple[str, str]]:
    """The rows of a card with a free line between its four parts; what stands below them stays together."""
    spaced: list[tuple[str, str]] = []
    parts = 0
    for label, text in rows(shown):
        parts += bool(label)
        if label and 1 < parts <= FREE_LINES + 1:
            spaced.append(("", ""))
        spaced.append((label, text))
    return spaced
