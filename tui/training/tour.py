"""The tour on the screen and in lines: one page at a time, each with its keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say
from privacy_check.training.tour import Tour
from tui.calm_crash import CalmCrash
from tui.text import bullets, glyphs, plain, tidy
from tui.training.asking import asked
from tui.training.look import THEME

Opened = Callable[[], AbstractAsyncContextManager[Tour]]


class TourScreen(Screen[None]):
    """The tour as a screen of its own: push it on any app; it opens what it needs and closes it when it goes."""

    DEFAULT_CSS = """
    TourScreen { padding: 1 2; background: $background; color: $foreground; }
    TourScreen #tour-top { height: 3; color: $primary; }
    TourScreen #tour-lead { height: auto; margin-bottom: 1; }
    TourScreen #tour-rows { height: auto; }
    TourScreen #tour-keys { dock: bottom; height: 1; padding: 0 2; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,pagedown,n,enter", "next"),
        Binding("left,pageup,b", "back"),
        Binding("q,escape", "leave"),
    ]

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened = opened
        self._over = asyncio.Event()
        self._working = False
        self.tour: Tour | None = None

    def compose(self) -> ComposeResult:
        """A title, a sentence, the page, and the keys."""
        yield Static(id="tour-top")
        with VerticalScroll():
            yield Static(plain(say("tour.opening")), id="tour-lead")
            yield Static(id="tour-rows")
        yield Static(id="tour-keys")

    def on_mount(self) -> None:
        """Opens the tour."""
        self._draw_keys()
        self.hold_tour()

    @work
    async def hold_tour(self) -> None:
        """Keeps the tour open as long as the screen is there; a trouble is told in its place."""
        try:
            async with self._opened() as tour:
                self.tour = tour
                self.draw()
                await self._over.wait()
        except PrivacyCheckError as error:
            self.query_one("#tour-lead", Static).update(plain(f"{error.message} {error.hint}"))
            await self._over.wait()
        self.tour = None
        if self.is_current:
            self.dismiss()

    def draw(self) -> None:
        """Shows the page the tour is at."""
        if self.tour is None:
            return
        step = self.tour.step()
        width = max(self.size.width - 4, 20)
        right = self.tour.place
        heading = plain(step.heading).truncate(width - len(right) - 2, ellipsis=True).stylize("bold")
        gap = " " * max(width - heading.cell_length - len(right), 1)
        line = Content.styled(glyphs().line * width, "$foreground-muted")
        self.query_one("#tour-top", Static).update(
            Content("\n").join([Content.assemble(heading, gap, right), line])
        )
        self.query_one("#tour-lead", Static).update(plain(step.lead))
        self.query_one("#tour-rows", Static).update(bullets(step.rows))

    def _draw_keys(self) -> None:
        pairs = ((f"{glyphs().right}", "next"), (f"{glyphs().left}", "back"), ("q", "leave"))
        parts = [Content.assemble((sign, "bold"), " ", say(f"tour.keys.{name}"), "   ") for sign, name in pairs]
        self.query_one("#tour-keys", Static).update(Content.assemble(*parts))

    def action_next(self) -> None:
        """One page on; from the last page out."""
        if self.tour is None or self._working:
            return
        if self.tour.last:
            self.action_leave()
            return
        self._working = True
        if self.tour.step().acts:
            self.query_one("#tour-lead", Static).update(plain(say("training.looking")))
        self._go_on()

    @work(exit_on_error=False)
    async def _go_on(self) -> None:
        try:
            if self.tour is not None:
                await self.tour.next()
            self.draw()
        except PrivacyCheckError as error:
            self.query_one("#tour-lead", Static).update(plain(f"{error.message} {error.hint}"))
        finally:
            self._working = False

    def action_back(self) -> None:
        """One page back."""
        if self.tour is not None and not self._working:
            self.tour.back()
            self.draw()

    def action_leave(self) -> None:
        """Lets go of the tour; the screen goes when it has closed, and at once while it is still opening."""
        self._over.set()
        if self.tour is None and self.is_current:
            self.dismiss()


class TourApp(CalmCrash):
    """The tour on its own, from the command line."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened = opened

    def on_mount(self) -> None:
        """Shows the tour, and ends with it."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self.push_screen(TourScreen(self._opened), lambda _: self.exit())


async def run_plain_tour(
    opened: AbstractAsyncContextManager[Tour], read: Callable[[str], str], write: Callable[[str], object]
) -> None:
    """The tour in lines."""
    write(say("tour.opening"))
    async with opened as tour:
        while True:
            step = tour.step()
            write("")
            write(f"{tour.place}. {tidy(step.heading)}")
            write(tidy(step.lead))
            for row in step.rows:
                write(f"- {tidy(row)}")
            try:
                word = (await asked(read, say("tour.more"))).strip().lower()
            except EOFError:
                break
            if word == "q" or (tour.last and word != "b"):
                break
            if word == "b":
                tour.back()
            else:
                await tour.next()
    write(say("tour.ended"))
