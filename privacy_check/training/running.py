"""A session with the wall it is shown on: what a desk, drawn or plain, may do."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say
from privacy_check.training.nouns import Fix, Leak, Room
from privacy_check.training.ports import Screen
from privacy_check.training.session import Session
from privacy_check.training.timer import Timer

SavePicture = Callable[[Room, str], Awaitable[Path]]


@dataclass
class Running:
    """What the trainer's keys do. Every change is on the wall at once; every answer is a sentence for the trainer.

    `open_window` opens the wall's address in a browser of this computer and is False where there is none;
    `save_picture` writes what the room sees as a picture file, on the trainer's word.
    """

    session: Session
    screen: Screen
    open_window: Callable[[str], bool]
    save_picture: SavePicture
    pictures_wanted: bool = False
    timer: Timer = field(default_factory=lambda: Timer(time.monotonic))

    def show(self) -> None:
        """Puts the room's view on the wall."""
        self.screen.show(self.session.room())

    async def begin(self) -> str:
        """The first view on the wall."""
        self.show()
        return await self._kept()

    async def move(self, forward: bool) -> str:
        """A step on or back."""
        moved = self.session.next() if forward else self.session.back()
        if not moved:
            return say("training.desk.last" if forward else "training.desk.first")
        # Pairs read one page from their seats, and the next when the trainer turns it.
        self.session.focus = 0 if self.session.step.part == "guess" and self.session.pages else None
        self.timer.new_step()
        self.show()
        return await self._kept()

    async def fix(self, number: int) -> str:
        """Makes the fix of that number, counted from 1."""
        if not 1 <= number <= len(self.session.fixes):
            return (
                say("training.fix.none") if not self.session.fixes else say("training.desk.no_fix", number=number)
            )
        chosen: Fix = self.session.fixes[number - 1]
        return await self._changing(lambda: self.session.apply(chosen))

    async def switch(self, leak: Leak) -> str:
        """Switches a leak off, or on again."""
        return await self._changing(lambda: self.session.switch(leak))

    async def undo(self) -> str:
        """Takes the last change back."""
        return await self._changing(self.session.undo)

    def turn_page(self) -> str:
        """Shows one page large, the next one, all."""
        self.session.turn_page()
        self.show()
        return ""

    def new_address(self) -> str:
        """A new address for the wall; whoever has the old one sees nothing more."""
        self.screen.renew()
        self.show()
        return say("training.desk.new_address", address=self.screen.address)

    def open_wall(self) -> str:
        """Opens the wall in a browser window of this computer."""
        if self.screen.address and self.open_window(self.screen.address):
            return say("training.desk.opened", address=self.screen.address)
        return say("training.desk.no_window", address=self.screen.address)

    async def save(self) -> str:
        """Writes what the room sees as a picture."""
        path = await self.save_picture(self.session.room(), f"{self.session.at + 1:02}-{self.session.step.id}")
        return say("training.desk.saved", path=path)

    async def _changing(self, change: Callable[[], Awaitable[str]]) -> str:
        self.session.busy = say("training.looking")
        self.show()
        try:
            told = await change()
        except PrivacyCheckError as error:
            return f"{error.message} {error.hint}".strip()
        finally:
            self.session.busy = ""
            self.show()
        return f"{told} {await self._kept()}".strip()

    async def _kept(self) -> str:
        """A picture of every step, where asked for; the session goes on where none can be saved."""
        try:
            return await self.save() if self.pictures_wanted else ""
        except PrivacyCheckError as error:
            return f"{error.message} {error.hint}".strip()
