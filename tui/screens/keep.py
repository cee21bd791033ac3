"""Keep this check behind a passphrase, open what was kept, or keep nothing."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList, Static

from privacy_check.errors import VaultError, WrongPassphrase
from privacy_check.journey.flow import LAST, Turn
from privacy_check.journey.views import start
from privacy_check.sentences import Said, say
from tui.widgets.choices import Choices, Item
from tui.widgets.confirm import Confirm
from tui.widgets.page import Page, key


class Keep(Page):
    """One page for a new vault and for an old one; its place says whether the last check is wanted."""

    heading = Said("app.keep.heading")
    step = 3
    typing = True
    help_text = Said("app.keep.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "choose"),
        key("tab", "app.focus_next", "next_line"),
    ]

    @property
    def _made(self) -> bool:
        return start.keep(self.journey).made

    def body(self) -> ComposeResult:
        """What keeping means, two lines to type, and the choice to keep nothing."""
        yield Static(id="why")
        yield Static(Content(say("app.keep.passphrase")), classes="gap", id="label")
        yield Input(password=True, placeholder=say("app.keep.example"), id="passphrase")
        yield Static(Content(say("app.keep.again")), id="label-again")
        yield Input(password=True, id="again")
        yield Choices(self._items(), id="choice")

    def _items(self) -> list[Item]:
        return [(offer.id, Content(offer.words)) for offer in start.keep(self.journey).offers]

    def on_mount(self) -> None:
        """Shows one line for an old vault, two for a new one."""
        made = self._made
        self.query_one("#why", Static).update(Content(start.keep(self.journey).says[0]))
        if made:
            self.query_one("#passphrase", Input).placeholder = ""
        self._lines(made)
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        (self.query_one("#passphrase") if made else self.query_one(Choices)).focus()
        self.refresh_page()

    def _lines(self, shown: bool) -> None:
        """The lines to type in come once keeping was chosen, so that both choices stand side by side."""
        for name in ("#label", "#passphrase"):
            self.query_one(name).display = shown
        for name in ("#label-again", "#again"):
            self.query_one(name).display = shown and not self._made

    @on(Input.Submitted, "#passphrase")
    def typed(self) -> None:
        """Opens what was kept, or goes to the second line."""
        if self._made:
            self.open_vault(self.query_one("#passphrase", Input).value)
        else:
            self.query_one("#again").focus()

    @on(Input.Submitted, "#again")
    def typed_again(self) -> None:
        """Makes a new vault when both lines agree."""
        first, second = (self.query_one(name, Input).value for name in ("#passphrase", "#again"))
        if first != second:
            self.say(say("app.keep.differ"), say("app.keep.differ_hint"))
        elif not first.strip():
            self.say(say("app.keep.empty"), say("app.keep.empty_hint"))
        else:
            self.open_vault(first)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes on with nothing kept, or starts again."""
        if event.option_id == "keep":
            self._lines(True)
            self.query_one("#passphrase").focus()
        elif event.option_id == "nothing":
            self.journey.keep_nothing()
            await self._go_on()
        else:
            self.start_again()

    @work
    async def start_again(self) -> None:
        """Removes what was kept, after asking."""
        if await self.app.push_screen_wait(Confirm(say("app.keep.remove_sure"), say("app.keep.remove"))):
            self.journey.remove_kept()
            await self.recompose()
            self.on_mount()

    @work(exclusive=True, group="vault")
    async def open_vault(self, passphrase: str) -> None:
        """Opens or makes the vault without freezing the page; a wrong passphrase is forgiven."""
        if self.journey.vault is None:
            return
        self.say(say("app.keep.opening"))
        self._wait(True)
        # Opening keeps the machine so busy that nothing else is drawn until it is done.
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()
        try:
            await asyncio.to_thread(self.journey.open_vault, passphrase)
        except VaultError as error:
            self._wait(False)
            if isinstance(error, WrongPassphrase):
                self.say(say("app.keep.forgiving"))
            else:
                self.say_error(error)
            self.query_one("#passphrase", Input).value = ""
            self.query_one("#passphrase", Input).focus()
            return
        self._wait(False)
        for line in self.query(Input):
            line.value = ""
        self.say("")
        await self._go_on()

    def _wait(self, busy: bool) -> None:
        """While the vault opens, nothing more can be typed into it."""
        for line in self.query(Input):
            line.disabled = busy

    def on_key(self, event: Key) -> None:
        """While it opens, says so of every key."""
        if self.query_one("#passphrase").disabled:
            self.say(say("app.keep.opening"))
        else:
            super().on_key(event)

    async def _go_on(self) -> None:
        if self.place.subject == LAST:
            self.journey.open_last()
        if await self.go() is Turn.STAY:
            self.say(say("app.keep.no_last"), say("app.keep.no_last_hint"))
