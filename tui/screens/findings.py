"""Every finding but the private topics and the copies, most pressing first."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from privacy_check import catalogue
from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.assessment.who_sees import who_sees
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Finding, Mark
from privacy_check.sentences import Said
from tui import telling
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


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
    ]

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(id="findings")

    def on_mount(self) -> None:
        """Starts on the list."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the list as it stands."""
        self.query_one(Choices).fill(self._items() or [("", Content(self._nothing()))])
        self.show_side()

    def _nothing(self) -> str:
        assessment = self.journey.assessment
        return nothing_to_change(how_much_seen(assessment)) if assessment else ""

    def _found(self) -> list[Finding]:
        return telling.everyday(self.journey.assessment) if self.journey.assessment else []

    def _items(self) -> list[Item]:
        return [(finding.fingerprint, self._line(finding)) for finding in self._found()]

    def _line(self, finding: Finding) -> Content:
        decided = "" if finding.mark is Mark.OPEN else f" ({telling.mark_words(finding.mark)})"
        level = catalogue.words("severity", finding.severity)
        place = telling.where(finding.account, self.name_of)
        seen = who_sees(finding)
        return Content.assemble(
            plain(telling.rule_title(finding.rule_id), "bold"),
            decided,
            "\n",
            plain(f"{level} · {place}, {telling.field_words(finding.field)} · {seen}", "$foreground-muted"),
        )

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Shows the finding you are on at the side."""
        self.show_side()

    def side(self) -> Content:
        """Why the finding you are on matters, and what to do."""
        finding = self.journey.finding(self.query_one(Choices).chosen or "")
        if finding is None or self.journey.assessment is None:
            return super().side()
        told = telling.tell(finding, self.journey.assessment, self.name_of, reveal=False)
        lines = [plain(told.title, "bold"), Content(), plain(told.by_whom), plain(told.why), Content()]
        if told.doing or told.path:
            lines += [plain(f"{number}  {step}") for number, step in enumerate(_steps(told), 1)]
        return Content("\n").join(lines)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the finding."""
        if event.option_id:
            from tui.screens.finding import FindingPage

            prints = [finding.fingerprint for finding in self._found()]
            await self.app.push_screen(FindingPage(prints, event.option_id))

    def action_mark(self, mark: str) -> None:
        """Keeps the decision about the finding you are on."""
        finding = self.journey.finding(self.query_one(Choices).chosen or "")
        if finding is not None:
            try:
                self.journey.mark(finding, Mark(mark))
            except PrivacyCheckError as error:
                self.say_error(error)
            self.refresh_page()


def _steps(told: telling.Told) -> tuple[str, ...]:
    """The steps to begin with: those of a path of its own before those of a fix."""
    return told.path.steps if told.path else told.doing[0].steps
