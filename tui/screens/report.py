"""Save a report: where, in which forms, and whether the words stand in it or stay hidden."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import Place
from privacy_check.journey.reporting import FORMS, default_folder, forms, save
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Report(Page):
    """The last step; what was saved is said by name."""

    heading = Said("app.report.heading")
    step = 9
    typing = True
    help_text = Said("app.report.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "app.focus_next", "next"),
        key("space", "tick", "choose"),
        key("ctrl+s", "save", "save"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._formats = {"html"}
        self._reveal = False

    def body(self) -> ComposeResult:
        """The folder, the forms, what was saved."""
        yield Static(id="safer")
        yield Static(Content(say("app.report.folder")))
        yield Input(str(default_folder()), id="folder")
        yield Static(Content(say("app.report.forms")), classes="gap")
        yield Choices(self._items(), id="forms")
        yield Static(id="saved", classes="gap")

    def _items(self) -> list[Item]:
        items: list[Item] = []
        for form, words in forms():
            tick = glyphs().ticked if form in self._formats else glyphs().unticked
            items.append((form, Content(f"{tick} {words}")))
        tick = glyphs().ticked if self._reveal else glyphs().unticked
        items.append(("reveal", Content(say("app.report.reveal", tick=tick))))
        items.append(("save", Content.styled(say("app.report.save"), "bold")))
        items.append(("leave", Content(say("app.report.leave"))))
        return items

    def on_mount(self) -> None:
        """Starts on the forms."""
        self.query_one("#safer").display = self.journey.safer
        if self.journey.safer:
            self.query_one("#safer", Static).update(Content(say("app.report.safer")))
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows what is chosen."""
        self.query_one(Choices).fill(self._items())
        self.show_side()

    @on(Input.Submitted)
    def named(self) -> None:
        """From the folder to the forms."""
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Ticks a form, saves, or leaves."""
        if event.option_id == "save":
            self.action_save()
        elif event.option_id == "leave":
            self.house.action_leave()
        else:
            self._toggle(event.option_id or "")

    def action_tick(self) -> None:
        """Ticks the form you are on."""
        self._toggle(self.query_one(Choices).chosen or "")

    def _toggle(self, what: str) -> None:
        if what == "reveal":
            self._reveal = not self._reveal
        elif what in FORMS:
            self._formats ^= {what}
        self.refresh_page()

    def action_save(self) -> None:
        """Writes the files."""
        if not self._formats:
            self.say(say("app.report.no_form"), say("app.report.no_form_hint"))
            return
        self.write(Path(self.query_one(Input).value.strip() or ".").expanduser())

    @work(exclusive=True, group="report")
    async def write(self, folder: Path) -> None:
        """Writes without freezing the page, and says what was saved."""
        self.say(say("app.report.saving"))
        formats = [form for form in FORMS if form in self._formats]
        try:
            written = await asyncio.to_thread(save, self.journey, folder, formats, self._reveal)
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        self.say("")
        lines = [Content.styled("Saved:", "bold $success"), *(plain(path) for path in written)]
        self.query_one("#saved", Static).update(Content("\n").join(lines))
        self.call_after_refresh(self.query_one("#saved").scroll_visible, animate=False)
