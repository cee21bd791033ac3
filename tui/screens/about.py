"""About me: what to watch out for. Every line may stay empty, and what is typed is hidden while it is typed."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.about_form import (
    FIRST,
    LATER,
    LINES,
    from_lines,
    labelled,
    line_told,
    load_file,
    to_lines,
)
from privacy_check.sentences import Said, say
from privacy_check.subject import AboutMe, Situation
from tui.widgets.page import Page, key

FILE = "file"


class About(Page):
    """The form; the order is that of the things most worth finding."""

    heading = Said("app.about.heading")
    step = 4
    typing = True
    lead = Said("app.about.lead")
    help_text = Said("app.about.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab,down", "app.focus_next", "next_line", "tab"),
        key("f2", "show", "show_or_hide", "F2"),
        key("f4", "more", "more_lines", "F4"),
        key("ctrl+n", "go_on", "go_on_or_skip"),
    ]
    CSS = """
    About .row { height: 1; }
    About .row Static { width: 24; height: 1; }
    About .row Input { width: 1fr; }
    """

    def body(self) -> ComposeResult:
        """The three facts that tell most, then the others and a line for a file once they are asked for."""
        for name, label, hint in labelled():
            yield from self._row(name, label, hint, hide=True)
        yield from self._row(FILE, say("app.about.load_from_file"), say("app.about.path"), hide=False)

    def _row(self, name: str, label: str, hint: str, *, hide: bool) -> ComposeResult:
        with Horizontal(classes="row" if name in FIRST else "row later"):
            yield Static(Content(label))
            yield Input(password=hide, placeholder=hint, id=f"about-{name}")

    def on_mount(self) -> None:
        """Fills in what is known already and starts on the first fact."""
        self._fill(self.journey.about)
        filled = any(self.query_one(f"#about-{name}", Input).value for name in LATER)
        self.query(".later").set(display=filled)
        self.query_one("#about-names").focus()
        self.refresh_page()

    @property
    def _situation(self) -> Situation:
        return (self.journey.about or AboutMe()).situation

    def _fill(self, about: AboutMe | None) -> None:
        for name, text in to_lines(about or AboutMe()).items():
            self.query_one(f"#about-{name}", Input).value = text

    def key_up(self) -> None:
        """The line above."""
        self.focus_previous()

    def action_show(self) -> None:
        """Shows or hides what was typed."""
        for line in self.query(Input):
            if line.id != f"about-{FILE}":
                line.password = not line.password

    def action_more(self) -> None:
        """Shows the other lines."""
        self.query(".later").set(display=True)
        self.say(say("quick.more_shown"))

    def _checked(self, line: Input) -> bool:
        """Says how a line was taken; False where it cannot be read."""
        try:
            self.say(line_told((line.id or "").removeprefix("about-"), line.value))
        except PrivacyCheckError as error:
            self.say_error(error)
            return False
        return True

    @on(Input.Blurred)
    def left(self, event: Input.Blurred) -> None:
        """Checks a line when it is left."""
        if event.input.id != f"about-{FILE}" and event.input.value.strip():
            self._checked(event.input)

    @on(Input.Submitted)
    async def entered(self, event: Input.Submitted) -> None:
        """Enter reads the file on its line, goes to the next line elsewhere, and goes on from the last one."""
        if event.input.id == f"about-{FILE}" and event.value.strip():
            try:
                about = load_file(event.value)
            except PrivacyCheckError as error:
                self.say_error(error)
                return
            self._fill(about)
            self.action_more()
            self.journey.set_situation(about.situation)
            self.say(say("app.about.filled"))
            return
        if event.input.id != f"about-{FILE}" and not self._checked(event.input):
            return
        shown = [line for line in self.query(Input) if line.parent is not None and line.parent.display]
        if event.input is shown[-1]:
            await self.action_go_on()
            return
        self.focus_next()

    def action_back(self) -> None:
        """One page back; what was typed and can be read is not lost by it."""
        with suppress(PrivacyCheckError):
            self.journey.set_about(self._typed())
        super().action_back()

    def _typed(self) -> AboutMe | None:
        lines = {name: self.query_one(f"#about-{name}", Input).value for name in LINES}
        return from_lines(lines, self._situation)

    async def action_go_on(self) -> None:
        """Takes what was typed and goes on; with nothing typed this skips the page."""
        try:
            about = self._typed()
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        self.say("")
        self.journey.set_about(about)
        await self.go()
