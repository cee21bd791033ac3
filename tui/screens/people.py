"""Choose an invented person of the pretend network; from there the path is the same, with everything filled in."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.views import start
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class People(Page):
    """The place is about one who was already chosen, where there is one."""

    heading = Said("app.people.heading")
    step = 1
    lead = Said("app.people.lead")
    help_text = Said("app.people.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "", "choose")]

    def body(self) -> ComposeResult:
        """The people, each with their story."""
        yield Choices(self._items(), id="people")

    def _items(self) -> list[Item]:
        return [
            (offer.id, Content.assemble(plain(offer.words, "bold"), "\n", plain(offer.aside)))
            for offer in start.people(self.journey).offers
        ]

    def on_mount(self) -> None:
        """Starts on the list, or goes on as the one already chosen."""
        choices = self.query_one(Choices)
        choices.focus()
        self.refresh_page()
        if self.place.subject:
            choices.go_to(self.place.subject)
            self.call_after_refresh(self.become, self.place.subject)

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Tells the whole story at the side."""
        self.show_side()

    def side(self) -> Content:
        """The whole story of the person you are on."""
        person = next((item for item in self.journey.people if item.id == self.query_one(Choices).chosen), None)
        return plain(person.story, longest=1200) if person else super().side()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes on as the chosen person."""
        self.become(event.option_id or "")

    @work(exclusive=True, group="network")
    async def become(self, person_id: str) -> None:
        """Starts the pretend network and goes on as that person."""
        person = next((item for item in self.journey.people if item.id == person_id), None)
        if person is None:
            self.say(say("app.people.nobody"), say("app.people.nobody_hint"))
            return
        self.say(say("app.people.starting"))
        try:
            await self.house.be(person)
        except (PrivacyCheckError, OSError) as error:
            self.say(getattr(error, "message", say("app.people.not_started")))
            return
        self.say("")
        await self.go()
