"""The ways one account can be looked at, and the steps to follow by hand."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static, TextArea

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import Place, Turn
from privacy_check.journey.given_path import given_path
from privacy_check.journey.views import look
from privacy_check.model import Lens, SeenBy
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class LookOption(Page):
    """Choose a way for the account of this place; files and typed words are read here and now."""

    heading = Said("app.ways.heading")
    step = 6
    typing = True
    help_text = Said("app.ways.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "choose"),
        key("ctrl+n", "take", "take_what_i_typed"),
    ]
    CSS = "LookOption TextArea { height: 5; border: none; padding: 0 1; background: $surface; }"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._lens: Lens | None = None
        self._groups = False

    def body(self) -> ComposeResult:
        """The ways, then what the chosen one needs."""
        yield Static(id="who")
        yield Choices(self._items(), id="ways")
        yield Static(id="steps", classes="gap")
        yield Input(placeholder=say("app.ways.path"), id="path")
        yield TextArea(id="typed")
        yield Choices(
            [(offer.id, Content(offer.words)) for offer in look.look_option(self._entry).seen_by],
            id="seen-by",
        )

    @property
    def _entry(self) -> Entry:
        entry = self.journey.accounts.entry(self.place.subject)
        assert entry is not None, "this page stands over one that lists it"
        return entry

    def _items(self) -> list[Item]:
        return [(offer.id, Content(offer.words)) for offer in look.look_option(self._entry).offers]

    def on_mount(self) -> None:
        """Shows the ways only."""
        entry = self._entry
        self.query_one("#who", Static).update(plain(entry.name, "bold"))
        self._show(None)
        self.query_one(TextArea).text = entry.draft
        self.query_one("#ways").focus()
        self.refresh_page()

    def _show(self, lens: Lens | None) -> None:
        self._lens = lens
        self.query_one("#steps").display = lens in (*look.FILES, Lens.TYPED)
        self.query_one("#path").display = lens in look.FILES
        self.query_one("#typed").display = self.query_one("#seen-by").display = lens is Lens.TYPED

    @on(OptionList.OptionSelected, "#ways")
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes the way, or asks for what it needs."""
        self._groups = event.option_id == look.GROUPS
        self.say("")
        self.query_one(TextArea).text = self._entry.draft_groups if self._groups else self._entry.draft
        if self._groups:
            self._show(Lens.TYPED)
            self.query_one("#seen-by").display = False
            self.query_one("#steps", Static).update(Content(say("reviewing.typed_how")))
            self.query_one("#typed").focus()
            return
        lens = None if event.option_id == "skip" else Lens(event.option_id or Lens.TYPED)
        if look.opens_archives(self.journey, lens):
            await self.go("archives", self._entry.key)
            return
        if lens not in (*look.FILES, Lens.TYPED):
            try:
                self.journey.look_through(self._entry, lens)
            except PrivacyCheckError as error:
                self.say_error(error)
                return
            await self.go(Turn.BACK)
            return
        self._show(lens)
        steps = look.steps_for(self._entry, lens, self.journey) if lens else ()
        lines = [plain(f"{number}  {step}") for number, step in enumerate(steps, 1)] if steps else []
        last = say("app.ways.then_type") if lens is Lens.TYPED else say("app.ways.then_path")
        self.query_one("#steps", Static).update(Content("\n").join([*lines, Content(last)]))
        self.query_one("#typed" if lens is Lens.TYPED else "#path").focus()

    @on(TextArea.Changed)
    def noted(self, event: TextArea.Changed) -> None:
        """Notes every key, so that going back loses nothing."""
        if self._groups:
            self._entry.draft_groups = event.text_area.text
        else:
            self._entry.draft = event.text_area.text

    async def action_take(self) -> None:
        """From the typed words to who can see them; groups are taken as they are."""
        if self._groups:
            if self.journey.type_groups(self._entry, self.query_one(TextArea).text):
                await self.go(Turn.BACK)
            else:
                self.say(say("reviewing.typed_none"))
        elif self._lens is Lens.TYPED:
            self.query_one("#seen-by").focus()

    @on(OptionList.OptionSelected, "#seen-by")
    async def typed(self, event: OptionList.OptionSelected) -> None:
        """Takes what was typed as a view of the account."""
        words = self.query_one(TextArea).text
        if not words.strip():
            self.say(say("app.ways.empty"), say("app.ways.empty_hint"))
            return
        self.journey.type_in(self._entry, words, SeenBy(event.option_id or SeenBy.PUBLIC))
        self._entry.draft = ""
        await self.go(Turn.BACK)

    @on(Input.Submitted, "#path")
    def named(self, event: Input.Submitted) -> None:
        """Reads the file."""
        if event.value.strip():
            self.read(given_path(event.value))

    @work(exclusive=True, group="read")
    async def read(self, path: Path) -> None:
        """Reads the file without freezing the page."""
        self.say(say("app.ways.reading"))
        try:
            await asyncio.to_thread(self.journey.hand_in, self._entry, path)
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        await self.go(Turn.BACK)
