"""Pictures: what the files give away, then clean copies that were read again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import album
from privacy_check.journey.flow import Place
from privacy_check.journey.given_path import given_paths
from privacy_check.ports import PictureTold
from privacy_check.sentences import Said, say
from tui.text import bullets, cell, glyphs, plain
from tui.widgets.long_list import LongList
from tui.widgets.page import Page, key

_STATE = 20


class Photos(Page):
    """The line to name files in, the files, and what the one you are on gives away."""

    heading = Said("album.heading")
    typing = True
    lead = Said("album.lead")
    help_text = Said("album.help_text")
    CSS = """
    Photos #body { overflow-y: hidden; }
    Photos #told { height: auto; max-height: 10; margin: 1 0 0 0; }
    Photos LongList { margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "add"),
        key("down", "to_list", "list", glyphs().up_down),
        key("c", "copies", "clean_copies"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._told: list[PictureTold] = []
        self._paths: tuple[Path, ...] = ()
        self._album: album.Album | None = None

    def body(self) -> ComposeResult:
        """The line, the list, what is told."""
        yield Input(placeholder=say("album.path"), id="path")
        yield LongList(self._line, id="pictures")
        yield Static(id="told")

    def on_mount(self) -> None:
        """Starts on the line."""
        self.refresh_page()
        self.query_one(Input).focus()

    def on_unmount(self) -> None:
        """Leaving the page ends the reading."""
        if self._album is not None:
            self._album.stop()

    def refresh_page(self) -> None:
        """Shows the files and what the one you are on gives away."""
        self.query_one(LongList).display = bool(self._told)
        self.query_one(LongList).fill([str(at) for at in range(len(self._told))])
        self._tell()

    def _tell(self) -> None:
        told = self.query_one("#told", Static)
        at = self.query_one(LongList).at
        told.update(bullets(self._told[at].told) if self._told else Content())
        self.show_side()

    def _line(self, at: int, width: int) -> Content:
        one = self._told[at]
        name = cell(one.name, max(width - _STATE - 1, 10))
        return Content.assemble(name, " ", cell(album.state(one), _STATE, "bold" if one.worth_a_look else ""))

    def side(self) -> Content:
        """What to look at with one's own eyes."""
        asked = [plain(f"{glyphs().bullet} {question}") for question in album.questions()]
        return Content("\n").join([Content.styled(say("album.questions"), "bold"), *asked])

    @on(LongList.Moved)
    def moved(self) -> None:
        """Tells of the file you are on."""
        self._tell()

    @on(Input.Submitted)
    def named(self, event: Input.Submitted) -> None:
        """Looks into what was named."""
        self._paths = given_paths(event.value)
        if self._paths:
            self.look(None)

    def action_to_list(self) -> None:
        """To the list."""
        self.query_one(LongList).focus()

    def action_copies(self) -> None:
        """Makes clean copies of all that is listed."""
        if self.journey.safer:
            self.say(say("album.not_safer"))
        elif not self._told:
            self.say(say("album.nothing"))
        else:
            self.look(album.folder_for_copies())

    @work(exclusive=True, group="look")
    async def look(self, clean: Path | None) -> None:
        """Reads off the screen's own loop."""

        def said(count: int) -> None:
            if self.is_mounted:
                self.app.call_from_thread(self.say, say("album.looking", count=count))

        self._album = album.Album(self._paths, clean, said)
        try:
            self._told = await asyncio.to_thread(self._album.read, self.journey)
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        finally:
            self._album = None
        self.refresh_page()
        self.say("" if self._told else say("album.none"))
        if clean is not None:
            self.say(" ".join(album.of_copies(self._told, clean)[:3]))
        if self._told:
            self.query_one(LongList).focus()
