"""My accounts: a link is recognised while it is typed; each account is the person's own by their word."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from privacy_check.account_names import account_name
from privacy_check.errors import NotYours
from privacy_check.model import LinkReading
from privacy_check.ownership import MOST_ACCOUNTS
from tui.entries import Entry
from tui.telling import way_words
from tui.text import cell, glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.link_line import LinkLine
from tui.widgets.page import Page, hidden, key


class Accounts(Page):
    """The list of accounts. Enter once recognises, enter again says "this one is mine"."""

    heading = "My accounts"
    step = 5
    typing = True
    lead = f"Paste a link or type  platform:name .  Up to {MOST_ACCOUNTS}."
    help_text = (
        "Paste the address of your profile page, or type the platform and your name there, like "
        "instagram:your.name. When it is recognised, press enter, and enter again if it is yours. Down "
        "goes to the list: space says mine or not mine, d takes it off. Enter on an empty line goes on. "
        "Seen an account that may copy you? Choose the last line of the list."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "add"),
        key("down", "to_list", "list", glyphs().up_down),
        key("space", "tick", "mine"),
        key("d,delete", "remove", "remove", "d"),
        key("ctrl+n", "go_on", "go on"),
        hidden("right", "go_on"),
        hidden("slash", "to_line"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._readings: tuple[LinkReading, ...] = ()
        self._asked = False

    def body(self) -> ComposeResult:
        """The line to type in, what it was recognised as, the list."""
        yield LinkLine(placeholder="https://... or instagram:your.name", id="link")
        yield Static(id="recognised")
        yield Static(id="added", classes="gap")
        yield Choices(id="list")

    def on_mount(self) -> None:
        """Starts on the line, or on the list when it is filled already."""
        self.refresh_page()
        (self.query_one(Choices) if self.journey.entries else self.query_one(Input)).focus()

    def refresh_page(self) -> None:
        """Shows the list as it is now."""
        number = len(self.journey.mine)
        text = f"On your list: {number} marked as mine" if self.journey.entries else "Nothing on your list yet."
        self.query_one("#added", Static).update(Content.styled(text, "bold"))
        self.query_one(Choices).fill(self._items())
        self.show_side()

    def _items(self) -> list[Item]:
        items = [(entry.key, _entry_line(entry)) for entry in self.journey.entries]
        copies = len(self.journey.suspects)
        seen = f" ({copies} noted)" if copies else ""
        items.append(("suspects", Content(f"Seen an account that may copy you?{seen}")))
        items.append(("go", Content("Go on")))
        return items

    # The line ---------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def typed(self) -> None:
        """Recognises what stands there."""
        self._asked = False
        self._readings = self.journey.recognise_all(self.query_one(LinkLine).text)
        self.say("")
        self._show_readings()

    @property
    def _found(self) -> list[LinkReading]:
        return [reading for reading in self._readings if reading.account is not None]

    def _show_readings(self) -> None:
        found, line = self._found, self.query_one("#recognised", Static)
        refused = [reading for reading in self._readings if reading.account is None and reading.refusal]
        parts = [self._found_line(reading) for reading in found]
        parts += [_refused_line(reading) for reading in refused]
        if not parts:
            line.update(Content("  Not recognised yet." if self.query_one(Input).value.strip() else ""))
            return
        if found and self._asked:
            one = len(found) == 1
            which, them = ("Is this one yours?", "it") if one else (f"Are all {len(found)} yours?", "them")
            parts.append(Content(f"  {which}   enter: yes, add {them}   backspace: no"))
        elif len(found) > 1:
            parts.append(Content(f"  enter to add these {len(found)}"))
        line.update(Content("\n").join(parts))

    def _found_line(self, reading: LinkReading) -> Content:
        assert reading.account is not None
        name = reading.platform_name or self.name_of(reading.account.platform)
        what = account_name(reading.account, lambda _: name)
        ask = "asked about, nothing to look at" if reading.ask_only else ""
        if not ask and not self._asked and len(self._found) == 1:
            ask = "enter to add"
        hint = plain(f"\n  {reading.hint}") if reading.hint else ""
        return Content.assemble("  ", plain(what, "bold"), "   ", ask, hint)

    @on(Input.Submitted)
    async def entered(self, event: Input.Submitted) -> None:
        """Asks whose they are, then adds them; an empty line goes on."""
        if not event.value.strip():
            await self.action_go_on()
        elif not self._found:
            first = next(iter(self._readings), LinkReading())
            self.say(
                first.refusal or "That is not a link we know.",
                first.hint or "Copy the address of your own profile page from your browser.",
            )
        elif not self._asked:
            self._asked = True
            self._show_readings()
        else:
            self._add_found(event.input)

    def _add_found(self, line: Input) -> None:
        left = [reading for reading in self._readings if reading.account is None]
        try:
            for reading in self._found:
                self.journey.add(reading, mine=True)
        except NotYours as error:
            self.refresh_page()
            self.say_error(error)
            return
        with self.prevent(Input.Changed):
            line.value = ""
        self._readings, self._asked = (), False
        self._show_readings()
        self.refresh_page()
        if left:
            self.say("Left out: " + "; ".join(f"{reading.link} ({reading.refusal})" for reading in left))
        else:
            self.say("")

    # The list ---------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes on, opens the possible copies, or says mine."""
        if event.option_id == "go":
            await self.action_go_on()
        elif event.option_id == "suspects":
            from tui.screens.suspects import Suspects

            await self.app.push_screen(Suspects())
        else:
            self.action_tick()

    def action_to_list(self) -> None:
        """From the line to the list."""
        self.query_one(Choices).focus()

    def action_to_line(self) -> None:
        """From the list to the line."""
        self.query_one(Input).focus()

    def action_tick(self) -> None:
        """Says "this one is mine", or takes it back."""
        entry = self._entry()
        if entry is not None:
            entry.mine = not entry.mine
            self.refresh_page()

    def action_remove(self) -> None:
        """Takes the account off the list."""
        entry = self._entry()
        if entry is not None:
            self.journey.remove(entry.key)
            self.refresh_page()

    def _entry(self) -> Entry | None:
        chosen = self.query_one(Choices).chosen if self.query_one(Choices).has_focus else None
        return self.journey.entry(chosen) if chosen else None

    async def action_go_on(self) -> None:
        """On to how each is looked at, once one is marked as mine."""
        from tui.screens.lens import HowToLook

        if not self.journey.mine:
            self.say("No account is marked as yours yet.", "Add one, or press space on one in the list.")
            return
        self.say("")
        await self.app.push_screen(HowToLook())


def _refused_line(reading: LinkReading) -> Content:
    where = f"{reading.link}: " if reading.link else ""
    return Content.assemble("  ", plain(f"{where}{reading.refusal} {reading.hint}".strip(), "$accent"))


def _entry_line(entry: Entry) -> Content:
    tick = glyphs().ticked if entry.mine else glyphs().unticked
    way = "asked about" if entry.ask_only else way_words(entry.lens)
    if not entry.mine:
        way = "not yours, left alone"
    return Content.assemble(
        f"{tick} mine  ", cell(entry.platform, 12, "bold"), " ", cell(entry.account.handle, 20), " ", way
    )
