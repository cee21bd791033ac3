"""The plan: everything worth doing, in the order that helps most for the time it takes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.model import PlanStep
from privacy_check.sentences import Said, say
from tui import telling
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Plan(Page):
    """One line per step; enter opens it, d ticks it."""

    heading = Said("app.plan.heading")
    step = 8
    lead = Said("app.plan.lead")
    help_text = Said("app.plan.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("d", "done", "done"),
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
        self.query_one(Choices).fill(self._items() or [("", Content(self._nothing()))])
        assessment = self.journey.assessment
        day = assessment.next_check if assessment else None
        self.query_one("#again", Static).update(
            Content(say("report.next.when", day=f"{day:%d %B %Y}") if day else "")
        )
        self.show_side()

    def _nothing(self) -> str:
        assessment = self.journey.assessment
        return nothing_to_change(how_much_seen(assessment)) if assessment else ""

    def offers(self, binding: Binding) -> bool:
        """No report on the safer way."""
        return not (self.journey.safer and binding.action == "report")

    def _steps(self) -> tuple[PlanStep, ...]:
        return self.journey.assessment.plan if self.journey.assessment else ()

    def _items(self) -> list[Item]:
        return [(f"s{number}", self._line(number, step)) for number, step in enumerate(self._steps(), 1)]

    def _line(self, number: int, step: PlanStep) -> Content:
        place = telling.step_place(step, self.name_of)
        closes = ", ".join(telling.scenario_title(scenario_id) for scenario_id in step.closes[:2])
        second = f"{place} {glyphs().between} {telling.minutes(step.minutes)}"
        if closes:
            second += f" {say('app.plan.closes', between=glyphs().between, closes=closes)}"
        return Content.assemble(
            f"{number:>2}  ",
            plain(telling.rule_title(step.rule_id), "bold"),
            "\n    ",
            plain(second, "$foreground-muted"),
        )

    def _step(self) -> PlanStep | None:
        chosen = self.query_one(Choices).chosen or ""
        return self._steps()[int(chosen[1:]) - 1] if chosen else None

    @on(OptionList.OptionSelected)
    async def chosen(self) -> None:
        """Opens the step's finding."""
        from tui.screens.finding import FindingPage

        step, assessment = self._step(), self.journey.assessment
        own = telling.prints_of([step], assessment) if step and assessment else []
        if assessment and own:
            prints = telling.prints_of(self._steps(), assessment)
            await self.app.push_screen(FindingPage(prints, own[0]))

    def action_done(self) -> None:
        """Ticks every finding of the step."""
        step = self._step()
        if step is not None:
            self.journey.step_done(step)
            self.refresh_page()

    async def action_report(self) -> None:
        """To the report."""
        from tui.screens.report import Report

        if self.journey.safer:
            self.say(say("paths.watched.no_report"))
            return
        await self.app.push_screen(Report())
