"""Driving the app the way a person does: with keys, waiting for what is under way, reading what stands there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from textual.message_pump import MessagePump
from textual.pilot import Pilot

from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.ports import Start
from privacy_check.model import Assessment
from privacy_check.ports import Toolkit
from privacy_check.subject import AboutMe
from tests.tui import stage
from tui.app import PrivacyCheckApp, make_app
from tui.routes import screen

SMALL = (80, 24)
WIDE = (120, 40)
_NAMES = {
    "/": "slash",
    ":": "colon",
    ".": "full_stop",
    " ": "space",
    "?": "question_mark",
    "-": "minus",
    "@": "at",
    "_": "underscore",
    "=": "equals_sign",
    ",": "comma",
    ";": "semicolon",
}


PATIENCE = 5.0  # seconds for one part of a page that is itself waiting for something


async def answered(part: MessagePump | None) -> None:
    """Waits until everything that was told to this part, and from it to the parts above, has been dealt with.

    What a key does goes from the focused part upwards, a hop at a time. The pilot's own pause looks at how busy
    this process is, and on a loaded machine a process that is kept waiting looks idle.
    """
    while part is not None and part.is_running:
        dealt_with = asyncio.Event()
        if not part.call_later(dealt_with.set):
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(dealt_with.wait(), PATIENCE)
        part = part._parent


class Driver:
    """One sitting at the keyboard."""

    def __init__(self, app: PrivacyCheckApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Presses keys and lets each take effect."""
        for key in keys:
            had_it = self.app.screen.focused or self.app.screen
            await self.pilot.press(key)
            await answered(had_it)
            await self.still()

    async def type(self, text: str) -> None:
        """Types a text."""
        await self.pilot.press(*(_NAMES.get(letter, letter) for letter in text))
        await self.still()

    async def still(self) -> None:
        """Waits until the page on top has dealt with what it was told, and has drawn it."""
        await answered(self.app.screen.focused or self.app.screen)
        await self.pilot.pause()

    async def settle(self) -> None:
        """Waits until nothing is under way any more."""
        await self.still()
        await self.app.workers.wait_for_complete()
        await self.still()

    @property
    def page(self) -> str:
        """The kind of page that is on top."""
        return type(self.app.screen).__name__

    def lines(self) -> list[str]:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """What stands on the screen, as one text with single blanks."""
        return " ".join(" ".join(self.lines()).split())

    def sees(self, *words: str) -> bool:
        """True when all these words stand on the screen."""
        missing = [piece for piece in words if " ".join(piece.split()) not in self.text]
        if missing:
            print("not on the screen:", missing, *self.lines(), sep="\n")
        return not missing


def build(
    kit: Toolkit | None = None, links: Sequence[str] = (), about: AboutMe | None = None, **options: Any
) -> PrivacyCheckApp:
    """The app with the stage's tools unless others are given."""
    return make_app(kit or stage.toolkit(), start=Start(about, links), **options)


@asynccontextmanager
async def sitting(
    app: PrivacyCheckApp | None = None, size: tuple[int, int] = SMALL, **options: Any
) -> AsyncIterator[Driver]:
    """The app, started; with the stage's tools unless others are given."""
    app = app or build(**options)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)


async def open_page(driver: Driver, name: str, assessment: Assessment | None = None) -> None:
    """Opens a page that lies behind the results, with a finished check in hand."""
    driver.app.journey.finish(assessment or stage.assessment())
    await driver.app.push_screen(screen(Place(PageId.RESULTS)))
    await driver.still()
    if name != "results":
        await driver.app.follow(name)
        await driver.still()


async def show(driver: Driver, page: PageId, subject: str = "", among: Sequence[str] = ()) -> None:
    """Puts a page on top, whatever leads there."""
    await driver.app.push_screen(screen(Place(page, subject, tuple(among))))
    await driver.still()
