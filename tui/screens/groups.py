"""Groups the person is seen in, and what a membership could let someone conclude."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check.journey.flow import Place
from privacy_check.journey.views.groups import GroupsView, GroupView, groups_view
from privacy_check.sentences import Said, say
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

    def __init__(self, place: Place) -> None:
        super().__init__(place)
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
        shown = self._shown()
        items = [(group.id, _line(group)) for group in shown.groups]
        self.query_one(Choices).fill(items or [("", Content(shown.none))])
        self.show_side()

    def _shown(self) -> GroupsView:
        assessment = self.journey.assessment
        if assessment is None:
            return GroupsView((), "", any_private=False)
        return groups_view(assessment, self.name_of, reveal=self._revealed)

    def _chosen(self) -> GroupView | None:
        chosen = self.query_one(Choices).chosen
        return next((group for group in self._shown().groups if group.id == chosen), None)

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Shows what could be done about the group you are on."""
        self.show_side()

    def side(self) -> Content:
        """The ways there are for the group you are on."""
        told = self._chosen()
        if told is None:
            return super().side()
        lines = [plain(told.name, "bold"), plain(told.could_conclude), plain(told.seen), Content()]
        steps = [plain(f"{number}  {step}") for number, step in enumerate(told.steps, 1)]
        return Content("\n").join([*lines, *steps])

    @on(OptionList.OptionSelected)
    def chosen(self) -> None:
        """Says what to do above the keys, for terminals without a side panel."""
        told = self._chosen()
        if told is not None:
            self.say(" ".join(told.steps) or say("app.groups.no_steps"))

    def action_reveal(self) -> None:
        """Names the private memberships, or hides them again; says so where none is hidden."""
        shown = self._shown()
        self._revealed = not self._revealed and shown.any_private
        self.say("" if shown.any_private else say("journey.why.no_hidden_group"))
        self.refresh_page()


def _line(told: GroupView) -> Content:
    return Content.assemble(
        plain(told.name, "bold", longest=60),
        "  ",
        plain(told.place),
        "\n",
        plain(told.could_conclude, "$foreground-muted"),
    )
