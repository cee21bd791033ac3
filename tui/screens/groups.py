"""Groups the person is seen in, and what a membership could let someone conclude."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check.model import Account, Group
from privacy_check.sentences import Said, say
from tui import telling
from tui.text import glyphs, plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class Groups(Page):
    """The list; memberships that may tell something private are not named until V is pressed."""

    heading = Said("app.groups.heading")
    step = 8
    lead = Said("app.groups.lead")
    help_text = Said("app.groups.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("up,down", "", "read", glyphs().up_down),
        key("v", "reveal", "reveal_names"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._revealed = False

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(id="groups")

    def on_mount(self) -> None:
        """Starts on the list."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the groups, the private ones unnamed."""
        items = [
            (f"g{number}", self._line(account, group)) for number, (account, group) in enumerate(self._groups())
        ]
        self.query_one(Choices).fill(items or [("", Content(say("app.groups.none")))])
        self.show_side()

    def _groups(self) -> list[tuple[Account, Group]]:
        return telling.groups(self.journey.assessment) if self.journey.assessment else []

    def _line(self, account: Account, group: Group) -> Content:
        told = telling.tell_group(group, reveal=self._revealed)
        place = telling.where(account, self.name_of)
        return Content.assemble(
            plain(told.name, "bold", longest=60),
            "  ",
            plain(place),
            "\n",
            plain(told.could_conclude, "$foreground-muted"),
        )

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Shows what could be done about the group you are on."""
        self.show_side()

    def side(self) -> Content:
        """The ways there are for the group you are on."""
        chosen = self.query_one(Choices).chosen or ""
        groups = self._groups()
        if not chosen.startswith("g") or not groups:
            return super().side()
        account, group = groups[int(chosen[1:])]
        told = telling.tell_group(group, reveal=self._revealed)
        steps = telling.group_steps(group, account)
        lines = [plain(told.name, "bold"), plain(told.could_conclude), plain(told.seen), Content()]
        return Content("\n").join([*lines, *(plain(f"{number}  {step}") for number, step in enumerate(steps, 1))])

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Says what to do above the keys, for terminals without a side panel."""
        groups = self._groups()
        if groups and event.option_id:
            account, group = groups[int(event.option_id[1:])]
            self.say(" ".join(telling.group_steps(group, account)) or say("app.groups.no_steps"))

    def action_reveal(self) -> None:
        """Names the private memberships, or hides them again."""
        self._revealed = not self._revealed
        self.refresh_page()
