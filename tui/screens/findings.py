"""Every finding but the private topics and the copies, most pressing first."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import Place
from privacy_check.journey.views import findings as view
from privacy_check.journey.views.finding import Told, tell
from privacy_check.model import Mark
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, hidden, key


class Findings(Page):
    """The list; enter opens one."""

    heading = Said("app.findings.heading")
    step = 8
    help_text = Said("app.findings.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("d", "mark('FIXED')", "done"),
        key("k", "mark('KEEP')", "keep_as_is"),
        key("n", "mark('NOT_ME')", "not_me"),
        key("slash", "seek", "search", "/"),
        key("x", "only_open", "only_open"),
        hidden("u", "undo"),
    ]
    CSS = "Findings #seek { display: none; margin: 0 0 1 0; }"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._sought = view.EVERYTHING

    def body(self) -> ComposeResult:
        """A line to search with, once it is asked for, and the list."""
        yield Input(placeholder=say("seeking.placeholder"), id="seek")
        yield Static(id="told", classes="quiet")
        yield Choices(id="findings")

    def on_mount(self) -> None:
        """Starts on the list."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the list as it stands."""
        shown = view.findings(self.journey, self._sought)
        self.query_one("#told", Static).update(Content(shown.told))
        self.query_one("#told").display = bool(shown.told)
        items = [(line.fingerprint, _line(line)) for line in shown.lines]
        self.query_one(Choices).fill(items or [("", Content(shown.nothing))])
        self.show_side()

    def action_seek(self) -> None:
        """Opens the line to search with."""
        self.query_one("#seek").display = True
        self.query_one("#seek").focus()

    @on(Input.Changed, "#seek")
    def sought(self, event: Input.Changed) -> None:
        """Narrows the list while a word is typed."""
        self._sought = replace(self._sought, words=event.value)
        self.refresh_page()

    @on(Input.Submitted, "#seek")
    def to_the_list(self) -> None:
        """Goes from the search to the list."""
        self.query_one(Choices).focus()

    def action_back(self) -> None:
        """Out of the search, showing all again; else one page back."""
        line = self.query_one("#seek", Input)
        if line.display:
            line.value, line.display = "", False
            self.query_one(Choices).focus()
        else:
            super().action_back()

    def action_only_open(self) -> None:
        """Leaves out what was decided, or shows it again."""
        self._sought = replace(self._sought, only_open=not self._sought.only_open)
        self.refresh_page()
        self.say(say("seeking.only_open" if self._sought.only_open else "seeking.every"))

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Shows the finding you are on at the side."""
        self.show_side()

    def side(self) -> Content:
        """Why the finding you are on matters, and what to do."""
        finding = self.journey.finding(self.query_one(Choices).chosen or "")
        if finding is None or self.journey.assessment is None:
            return super().side()
        told = tell(finding, self.journey.assessment, self.name_of, reveal=False)
        lines = [plain(told.title, "bold"), Content(), plain(told.by_whom), plain(told.why), Content()]
        if told.doing or told.path:
            lines += [plain(f"{number}  {step}") for number, step in enumerate(_steps(told), 1)]
        return Content("\n").join(lines)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the finding."""
        if event.option_id:
            await self.go("finding", event.option_id, view.findings(self.journey, self._sought).prints)

    def action_undo(self) -> None:
        """Takes the last mark back."""
        self.undo_mark()

    def action_mark(self, mark: str) -> None:
        """Keeps the decision about the finding you are on."""
        finding = self.journey.finding(self.query_one(Choices).chosen or "")
        if finding is None:
            self.say(say("journey.why.no_step"))
        else:
            try:
                self.journey.mark(finding, Mark(mark))
            except PrivacyCheckError as error:
                self.say_error(error)
            self.refresh_page()


def _line(line: view.FindingLine) -> Content:
    decided = f" ({line.decided})" if line.decided else ""
    again = f"\n{line.again}" if line.again else ""
    rest = f"{line.level} · {line.place}, {line.field} · {line.seen}"
    title = (
        plain(line.cause or line.title, "bold") if line.first else plain(say("seeking.same"), "$foreground-muted")
    )
    return Content.assemble(title, decided, "\n", plain(rest, "$foreground-muted"), again)


def _steps(told: Told) -> tuple[str, ...]:
    """The steps to begin with: those of a path of its own before those of a fix."""
    if told.path:
        return told.path.steps
    return told.doing[0].steps if told.doing else ()
