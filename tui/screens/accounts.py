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
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import GO_ON, Place, Turn
from privacy_check.journey.views import look as view
from privacy_check.model import LinkReading
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.sentences import Said, say
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
        key("f3", "about", "about_me", "F3"),
        key("ctrl+n", "go_on", "go_on"),
        hidden("right", "go_on"),
        hidden("slash", "to_line"),
        hidden("u", "undo"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
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
        (self.query_one(Choices) if self.journey.accounts.entries else self.query_one(Input)).focus()

    def refresh_page(self) -> None:
        """Shows the list as it is now."""
        shown = view.accounts(self.journey)
        self.query_one("#added", Static).update(Content.styled(shown.number, "bold"))
        items: list[Item] = [(entry.key, _line(entry)) for entry in shown.accounts]
        self.query_one(Choices).fill([*items, *((offer.id, Content(offer.words)) for offer in shown.offers)])
        self.show_side()

    async def action_about(self) -> None:
        """To the page that takes what to watch out for."""
        await self.go("about")

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
        hint = ("\n  ", plain(reading.hint)) if reading.hint else ()
        return Content.assemble("  ", plain(what, "bold"), "   ", ask, *hint)

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
        if event.option_id == GO_ON:
            await self.action_go_on()
        elif event.option_id in ("suspects", "archives"):
            await self.go(event.option_id)
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
        if entry is None:
            self.say(say("journey.why.no_account_here"))
            return
        entry.mine = not entry.mine
        self.say("")
        self.refresh_page()

    def action_remove(self) -> None:
        """Takes the account off the list."""
        entry = self._entry()
        if entry is None:
            self.say(say("journey.why.no_account_here"))
            return
        self.journey.accounts.remove(entry.key)
        self.say(say("journey.removed", name=entry.name))
        self.refresh_page()

    def action_undo(self) -> None:
        """Puts back what was last taken off the list."""
        name = self.journey.accounts.undo()
        self.say(say("journey.back_on_list", name=name) if name else say("journey.nothing_to_undo"))
        self.refresh_page()

    def _entry(self) -> Entry | None:
        chosen = self.query_one(Choices).chosen if self.query_one(Choices).has_focus else None
        return self.journey.accounts.entry(chosen) if chosen else None

    async def action_go_on(self) -> None:
        """On to how each is looked at, once one is marked as mine."""
        self.say("")
        if await self.go() is Turn.STAY:
            self.say(say("app.accounts.no_account_marked_as"), say("app.accounts.add_one_press_space"))


def _refused_line(reading: LinkReading) -> Content:
    where = f"{reading.link}: " if reading.link else ""
    return Content.assemble("  ", plain(f"{where}{reading.refusal} {reading.hint}".strip(), "$accent"))


def _line(entry: view.ListedAccount) -> Content:
    tick = glyphs().ticked if entry.mine else glyphs().unticked
    return Content.assemble(
        f"{tick} mine  ", cell(entry.platform, 12, "bold"), " ", cell(entry.handle, 20), " ", entry.way
    )
