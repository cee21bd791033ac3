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
from privacy_check.sentences import Said, say
from tui.entries import Entry
from tui.telling import way_words
from tui.text import cell, glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.link_line import LinkLine
from tui.widgets.page import Page, hidden, key


class Accounts(Page):
    """The list of accounts. Enter once recognises, enter again says "this one is mine"."""

    heading = Said("app.accounts.heading")
    step = 5
    typing = True
    lead = Said("app.accounts.lead", most=MOST_ACCOUNTS)
    help_text = Said("app.accounts.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "add"),
        key("down", "to_list", "list", glyphs().up_down),
        key("space", "tick", "mine"),
        key("d,delete", "remove", "remove", "d"),
        key("ctrl+n", "go_on", "go_on"),
        hidden("right", "go_on"),
        hidden("slash", "to_line"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._readings: tuple[LinkReading, ...] = ()
        self._asked = False

    def body(self) -> ComposeResult:
        """The line to type in, what it was recognised as, the list."""
        yield LinkLine(placeholder=say("app.accounts.placeholder"), id="link")
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
        text = (
            say("app.accounts.on_list", number=number)
            if self.journey.entries
            else say("app.accounts.nothing_list_yet")
        )
        self.query_one("#added", Static).update(Content.styled(text, "bold"))
        self.query_one(Choices).fill(self._items())
        self.show_side()

    def _items(self) -> list[Item]:
        items = [(entry.key, _entry_line(entry)) for entry in self.journey.entries]
        copies = len(self.journey.suspects)
        seen = f" {say('app.accounts.noted', copies=copies)}" if copies else ""
        items.append(("suspects", Content(say("app.accounts.seen_account_may_copy", seen=seen))))
        items.append(("go", Content(say("paths.situation.done"))))
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
            line.update(
                Content(
                    f"  {say('app.accounts.not_recognised_yet')}" if self.query_one(Input).value.strip() else ""
                )
            )
            return
        if found and self._asked:
            one = len(found) == 1
            which, them = (
                (say("app.accounts.one_yours"), say("app.accounts.it"))
                if one
                else (say("app.accounts.all_yours", found=len(found)), say("app.accounts.them"))
            )
            parts.append(Content(f"  {say('app.accounts.yes_or_no', which=which, them=them)}"))
        elif len(found) > 1:
            parts.append(Content(f"  {say('app.accounts.enter_add_these', found=len(found))}"))
        line.update(Content("\n").join(parts))

    def _found_line(self, reading: LinkReading) -> Content:
        assert reading.account is not None
        name = reading.platform_name or self.name_of(reading.account.platform)
        what = account_name(reading.account, lambda _: name)
        ask = say("app.accounts.asked_about_nothing_look") if reading.ask_only else ""
        if not ask and not self._asked and len(self._found) == 1:
            ask = say("app.accounts.enter_add")
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
                first.refusal or say("app.accounts.not_link_we_know"),
                first.hint or say("app.accounts.copy_address"),
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
            self.say(
                f"{say('app.accounts.left_out')} "
                + "; ".join(f"{reading.link} ({reading.refusal})" for reading in left)
            )
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
            self.say(say("app.accounts.no_account_marked_as"), say("app.accounts.add_one_press_space"))
            return
        self.say("")
        await self.app.push_screen(HowToLook())


def _refused_line(reading: LinkReading) -> Content:
    where = f"{reading.link}: " if reading.link else ""
    return Content.assemble("  ", plain(f"{where}{reading.refusal} {reading.hint}".strip(), "$accent"))


def _entry_line(entry: Entry) -> Content:
    tick = glyphs().ticked if entry.mine else glyphs().unticked
    way = say("app.accounts.asked_about") if entry.ask_only else way_words(entry.lens)
    if not entry.mine:
        way = say("app.accounts.not_yours_left_alone")
    return Content.assemble(
        f"{tick} mine  ", cell(entry.platform, 12, "bold"), " ", cell(entry.account.handle, 20), " ", way
    )
