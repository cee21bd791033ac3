"""The plan: everything worth doing, in the order that helps most for the time it takes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import Turn
from privacy_check.journey.views import plan as view
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, hidden, key


class Plan(Page):
    """One line per step; enter opens it, d ticks it."""

    heading = Said("app.plan.heading")
    step = 8
    lead = Said("app.plan.lead")
    help_text = Said("app.plan.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("d", "done", "done"),
        key("n", "do_now", "do_now"),
        hidden("u", "undo"),
        key("r", "report", "report"),
    ]

    def body(self) -> ComposeResult:
        """The steps, and when to look again."""
        yield Choices(id="steps")
        yield Static(id="again", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts on the first step."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the steps that are left."""
        shown = self._shown = view.plan(self.journey)
        items = [(line.id, _line(line)) for line in shown.lines]
        self.query_one(Choices).fill(items or [("", Content(shown.nothing))])
        self.query_one("#again", Static).update(Content(" ".join(filter(None, (shown.so_far, shown.again)))))
        self.show_side()

    def offers(self, binding: Binding) -> bool:
        """No report on the safer way."""
        return not (self.journey.safer and binding.action in ("report", "do_now"))

    def _chosen(self) -> view.PlanLine | None:
        chosen = self.query_one(Choices).chosen
        return next((line for line in self._shown.lines if line.id == chosen), None)

    @on(OptionList.OptionSelected)
    async def chosen(self) -> None:
        """Opens the step's finding."""
        line = self._chosen()
        if line is not None and line.prints:
            await self.go("finding", line.prints[0], self._shown.prints)

    def action_done(self) -> None:
        """Ticks every finding of the step, or opens it again."""
        line = self._chosen()
        if line is None:
            self.say(say("journey.why.no_step"))
            return
        try:
            self.journey.step_done(line.step)
        except PrivacyCheckError as error:
            self.say_error(error)
        self.refresh_page()

    async def action_do_now(self) -> None:
        """That step alone on a page; nothing is changed on the safer way."""
        line = self._chosen()
        if line is None or self.journey.safer:
            self.say(say("paths.watched.no_change" if line else "journey.why.no_step"))
        else:
            await self.go("do_now", line.step.rule_id)

    def action_undo(self) -> None:
        """Takes the last mark back."""
        self.undo_mark()

    async def action_report(self) -> None:
        """To the report."""
        if await self.go("report") is Turn.STAY:
            self.say(say("paths.watched.no_report"))


def _line(line: view.PlanLine) -> Content:
    second = f"{line.place} {glyphs().between} {line.minutes}"
    if line.done:
        second += f" {glyphs().between} {say('journey.done')}"
    elif line.closes:
        second += f" {say('app.plan.closes', between=glyphs().between, closes=', '.join(line.closes[:2]))}"
    return Content.assemble(
        f"{line.number:>2}  ", plain(line.title, "bold"), "\n    ", plain(second, "$foreground-muted")
    )
