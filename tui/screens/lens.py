"""How to look: through whose eyes each account is seen, or that it is left out."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.sentences import Said, say
from tui.entries import Entry
from tui.telling import lens_words, way_words
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class HowToLook(Page):
    """One line per account; enter offers the other ways."""

    heading = Said("app.lens.heading")
    step = 6
    lead = Said("app.lens.lead")
    help_text = Said("app.lens.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "other_way"),
        key("space", "skip", "skip_or_take"),
        key("g,right,ctrl+n", "start", "start_looking", "g"),
    ]

    def body(self) -> ComposeResult:
        """The list and the line that starts the look."""
        yield Choices(id="ways")
        yield Static(id="what", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts on the line that starts the look."""
        self.refresh_page()
        self.query_one(Choices).focus()
        self.query_one(Choices).go_to("start")

    def refresh_page(self) -> None:
        """Shows each account and how it will be looked at."""
        self.query_one(Choices).fill(self._items())
        looks = len(self.journey.looks)
        self.query_one("#what", Static).update(
            Content(say("app.lens.looks", looks=looks) if looks else say("app.lens.no_looks"))
        )
        self.show_side()

    def _items(self) -> list[Item]:
        items = [(entry.key, self._line(entry)) for entry in self.journey.mine]
        said = len(self.journey.replies)
        asked = say("app.lens.questions_answered", said=said) if said else say("app.lens.questions")
        return [
            *items,
            ("questions", Content(asked)),
            ("start", Content.styled(say("app.lens.start_looking"), "bold")),
        ]

    def _line(self, entry: Entry) -> Content:
        seen = {view.account.key for view in self.journey.begun_views}
        if entry.view is not None:
            way = say("app.lens.read_already", lens_words=lens_words(entry.view.lens))
        elif entry.key in seen:
            way = say("app.lens.seen_already")
        elif entry.lens is None and entry.ask_only:
            way = say("app.lens.by_hand")
        else:
            way = way_words(entry.lens)
        return Content.assemble(plain(entry.name, "bold", longest=34), "\n", (way, ""))

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Offers the other ways of that account, or starts."""
        if event.option_id == "start":
            await self.action_start()
            return
        if event.option_id == "questions":
            from tui.screens.questions import Questions

            await self.app.push_screen(Questions())
            return
        entry = self.journey.entry(event.option_id or "")
        if entry is not None:
            from tui.screens.ways import Ways

            await self.app.push_screen(Ways(entry))

    def action_skip(self) -> None:
        """Leaves the account out, or takes it up again."""
        entry = self.journey.entry(self.query_one(Choices).chosen or "")
        if entry is None:
            return
        browsed = [way for way in entry.ways if way in self.journey.toolkit.collectors]
        seen = entry.lens is not None or entry.view is not None
        entry.view, entry.lens = None, None if seen else next(iter(browsed), None)
        self.refresh_page()

    async def action_start(self) -> None:
        """Starts the look."""
        from tui.screens.checking import Checking

        await self.app.push_screen(Checking())
