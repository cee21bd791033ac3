"""Possible copies: yours and theirs side by side, what was noticed, and four answers."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment.own_paths import OwnPath
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import comparing
from privacy_check.journey.flow import Place
from privacy_check.journey.reporting import default_folder
from privacy_check.journey.views import copies
from privacy_check.model import Candidate
from privacy_check.sentences import Said, say
from tui.half_blocks import side_by_side
from tui.text import plain, table
from tui.widgets.choices import Choices
from tui.widgets.page import Page, key


class Copies(Page):
    """One candidate at a time, most worrying first."""

    heading = Said("app.copies.heading")
    step = 8
    help_text = Said("app.copies.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "answer"),
        key("j,right", "next", "next", "j"),
        key("h,left", "previous", "one_before", "h"),
        key("p", "pictures", "pictures"),
        key("e", "sheet", "sheet"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._at = 0
        self._pictured = False

    def body(self) -> ComposeResult:
        """Both sides, the reasons, the answers."""
        yield Static(id="what")
        yield Static(id="sides")
        yield Static(id="reasons", classes="gap")
        yield Static(Content.styled(say("beside.ask"), "bold"), id="ask", classes="gap")
        yield Choices([(answer, Content(words)) for answer, words in copies.answers()], id="answers")

    def on_mount(self) -> None:
        """Starts on the answers."""
        self.refresh_page()
        self.query_one(Choices).focus()

    @property
    def _candidate(self) -> Candidate | None:
        found = self.journey.assessment.candidates if self.journey.assessment else ()
        return found[self._at] if self._at < len(found) else None

    def refresh_page(self) -> None:
        """Shows the candidate at hand."""
        candidate, assessment = self._candidate, self.journey.assessment
        self.query_one(Choices).display = self.query_one("#ask").display = candidate is not None
        if candidate is None or assessment is None:
            self.query_one("#what", Static).update(Content(say("journey.none.copies")))
            self.show_side()
            return
        number = f"{self._at + 1} of {len(assessment.candidates)}"
        answer = self.journey.decisions.about_copies.get(self._at, "")
        said = f"   {say('app.copies.said', words=say(f'app.copies.said_of.{answer}'))}" if answer else ""
        self.query_one("#what", Static).update(
            Content.assemble(plain(copies.verdict_words(candidate), "bold $primary"), f"   {number}{said}")
        )
        rows = copies.side_by_side(candidate, assessment, self.name_of)
        drawn = self._drawn(36, 9) if self._pictured else None
        self.query_one("#sides", Static).update(
            drawn or table(rows, heads=("", say("app.copies.yours"), say("app.copies.theirs")))
        )
        self.query_one("#reasons", Static).update(
            Content("\n").join(plain(sentence) for sentence in copies.reasons(candidate))
        )
        self.show_side()

    def side(self) -> Content:
        """Both pictures, where this check holds them."""
        drawn = self._drawn(17, 9)
        return drawn if drawn is not None else super().side()

    def _drawn(self, columns: int, rows: int) -> Content | None:
        candidate = self._candidate
        mine, theirs = comparing.pictures(self.journey, candidate) if candidate else (None, None)
        both = side_by_side(mine, theirs, columns, rows) if mine and theirs else None
        return Content("\n").join([Content(say("beside.pictures")), Content(), both]) if both else None

    def action_pictures(self) -> None:
        """Shows both pictures in place of the rows, or the rows again."""
        self._pictured = not self._pictured and self._drawn(36, 9) is not None
        self.refresh_page()
        self.say("" if self._drawn(36, 9) is not None else say("beside.no_pictures"))

    def action_sheet(self) -> None:
        """Writes a sheet to keep about the page."""
        candidate = self._candidate
        if candidate is None:
            return
        if self.journey.safer:
            self.say(say("beside.not_safer"))
            return
        try:
            written = comparing.write(self.journey, candidate, default_folder())
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        self.say(say("beside.written", path=written[0]))

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Keeps the answer; for a copy the steps come up."""
        candidate = self._candidate
        if candidate is not None and event.option_id:
            try:
                self.journey.answer(self._at, event.option_id)
            except PrivacyCheckError as error:
                self.say_error(error)
            self.refresh_page()
            if event.option_id == "mine" and comparing.claim(self.journey, candidate):
                self.say(say("beside.claimed"))
            if event.option_id == "copy":
                await self.go("own_path", OwnPath.COPY)

    def action_next(self) -> None:
        """The next candidate."""
        found = self.journey.assessment.candidates if self.journey.assessment else ()
        self._step(1, len(found))

    def action_previous(self) -> None:
        """The one before."""
        found = self.journey.assessment.candidates if self.journey.assessment else ()
        self._step(-1, len(found))

    def _step(self, by: int, of: int) -> None:
        to = self._at + by
        if not 0 <= to < of:
            self.say(say("journey.why.last" if by > 0 else "journey.why.first"))
            return
        self._at = to
        self.say("")
        self.refresh_page()
