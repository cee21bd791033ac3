"""Data archives: any number of files are named, then read with the time that is left; esc stops it safely."""

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
from privacy_check.journey import importing
from privacy_check.journey.flow import GO_ON, Place, Turn
from privacy_check.journey.given_path import given_paths
from privacy_check.journey.views import archives as view
from privacy_check.sentences import Said, say
from tui.text import bullets, glyphs, plain, table
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Archives(Page):
    """How to get one, the line to name files in, what was named; then what was read."""

    heading = Said("importing.heading")
    step = 5
    typing = True
    lead = Said("importing.lead")
    help_text = Said("importing.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "add"),
        key("down", "to_list", "list", glyphs().up_down),
        key("ctrl+n", "read_now", "read"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._paths: list[Path] = []
        self._pictures = False
        self._import: importing.Import | None = None
        self._done: importing.TakenUp | None = None

    def body(self) -> ComposeResult:
        """The steps, the line, the files, and what is said."""
        yield Static(id="steps")
        yield Input(placeholder=say("importing.path"), id="path")
        yield Static(id="progress")
        yield Choices(id="files")

    def on_mount(self) -> None:
        """Starts on the line."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.refresh_page()
        self.query_one(Input).focus()

    def on_unmount(self) -> None:
        """Leaving the page stops the reading."""
        if self._import is not None:
            self._import.stop()

    def refresh_page(self) -> None:
        """Shows what was named, or what was read."""
        shown = view.archives(self.journey, self.place.subject, self._paths, pictures=self._pictures)
        steps = [(str(number), step) for number, step in enumerate(shown.steps, 1)]
        before = self._done is None and self._import is None
        self.query_one("#steps").display = bool(steps) and before
        self.query_one("#steps", Static).update(table([("", say("importing.ask")), *steps], gap=1))
        self.query_one(Input).display = before
        self.query_one(Choices).display = self._import is None or self._done is not None
        if self._done is not None:
            self.query_one("#progress", Static).update(bullets(self._done.says))
            self.query_one(Choices).fill([(offer.id, Content(offer.words)) for offer in view.after()])
        else:
            self.query_one(Choices).fill([self._item(offer.id, offer.words) for offer in shown.offers])
        self.show_side()

    def _item(self, offer_id: str, words: str) -> Item:
        if offer_id == "pictures":
            return offer_id, Content(f"{glyphs().ticked if self._pictures else glyphs().unticked} {words}")
        return offer_id, plain(words, "bold" if offer_id == GO_ON else "")

    @on(Input.Submitted)
    def named(self, event: Input.Submitted) -> None:
        """Puts the files on the list; an empty line goes to it."""
        found = given_paths(event.value)
        if not found:
            self.action_to_list()
            return
        refused = []
        for path in found:
            if sentence := view.refused(path, self._paths):
                refused.append(sentence)
            else:
                self._paths.append(path)
        if len(refused) < len(found):
            event.input.value = ""
        self.refresh_page()
        self.say(" ".join(refused))

    def action_to_list(self) -> None:
        """To the list of files."""
        self.query_one(Choices).focus()
        self.query_one(Choices).go_to(GO_ON)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Takes a file off, ticks the pictures, reads, or goes back."""
        chosen = event.option_id or ""
        if chosen == "done":
            await self.go(Turn.BACK)
        elif chosen == "pictures":
            self._pictures = not self._pictures
            self.refresh_page()
        elif chosen.startswith("file-"):
            del self._paths[int(chosen.removeprefix("file-"))]
            self.refresh_page()
        else:
            self.action_read_now()

    def action_read_now(self) -> None:
        """Begins to read."""
        if self._import is not None:
            return
        if not self._paths:
            self.say(say("importing.nothing"))
            return
        self.say("")
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Reads off the screen's own loop, and takes up what was read once all of it was."""
        told = self.query_one("#progress", Static)
        asked = importing.Import(
            tuple(self._paths),
            self._pictures,
            lambda line: self.app.call_from_thread(told.update, plain(line)) if self.is_mounted else None,
        )
        self._import = asked
        self.refresh_page()
        told.update(plain(say("importing.reading")))
        try:
            found = await asyncio.to_thread(importing.read, self.journey, asked)
            if found is not None:
                self._done = importing.take_up(self.journey, found, self.place.subject)
        except PrivacyCheckError as error:
            self.say_error(error)
        self._import = None
        if self._done is None:
            told.update("")
        self.refresh_page()
        (self.query_one(Choices) if self._done else self.query_one(Input)).focus()

    def action_back(self) -> None:
        """Stops a reading that is under way; else one page back."""
        if self._import is None:
            super().action_back()
            return
        self._import.stop()
        self.say(say("importing.stopped"))
