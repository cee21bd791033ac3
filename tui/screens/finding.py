"""One finding: what was seen, by whom, why it matters, how to change it, and what the person decides."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from privacy_check.assessment.own_paths import PathText, may_keep
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import presenters
from privacy_check.journey.flow import Place
from privacy_check.journey.overlay import words_of
from privacy_check.journey.views import finding as view
from privacy_check.model import Finding, Mark, Nature
from privacy_check.sentences import Said, say
from tui.text import plain, table
from tui.widgets.keybar import KeyBar
from tui.widgets.page import Page, hidden, key


class FindingPage(Page):
    """The place says where to start, and among which findings one can step."""

    heading = Said("app.finding.heading")
    step = 8
    help_text = Said("app.finding.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("v", "reveal", "reveal"),
        key("s", "show_me", "show_me"),
        key("o", "open_setting", "setting"),
        key("d", "mark('FIXED')", "done"),
        key("k", "mark('KEEP')", "keep"),
        key("n", "mark('NOT_ME')", "not_me"),
        hidden("u", "undo"),
        key("i", "write", "if_then"),
        key("j,down", "next", "next", "j"),
        key("3", "readers", "readers"),
        key("space", "scroll('page_down')", "more"),
        hidden("up", "previous"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._prints = list(place.among or (place.subject,))
        self._at = self._prints.index(place.subject) if place.subject in self._prints else 0
        self._revealed = False

    def body(self) -> ComposeResult:
        """The finding, and the line for a plan."""
        yield Static(id="title")
        yield Static(id="told", classes="gap")
        yield Input(id="plan", select_on_focus=False, placeholder=say("app.finding.if_then"))
        yield Static(id="place", classes="quiet")

    def on_mount(self) -> None:
        """No line is typed into until asked."""
        self.query_one(Input).can_focus = False
        self.set_focus(None)
        self.refresh_page()

    @property
    def _finding(self) -> Finding | None:
        return self.journey.finding(self._prints[self._at]) if self._prints else None

    def refresh_page(self) -> None:
        """Shows the finding as it stands."""
        finding, assessment = self._finding, self.journey.assessment
        if finding is None or assessment is None:
            self.query_one("#told", Static).update(Content(say("app.finding.gone")))
            return
        told = view.tell(finding, assessment, self.name_of, reveal=self._revealed)
        decided = (
            ""
            if told.mark is Mark.OPEN
            else f"   {say('app.copies.said', words=presenters.mark_words(told.mark))}"
        )
        self.query_one("#title", Static).update(
            Content.assemble(plain(told.title, "bold $primary"), "   ", plain(told.level), (decided, "$success"))
        )
        self.query_one("#told", Static).update(self._told(told))
        self.query_one(Input).value = self.journey.decisions.plans.get(finding.fingerprint, "")
        place = say("reflect.finding_at", number=self._at + 1, count=len(self._prints), guidance=told.guidance)
        self.query_one("#place", Static).update(plain(place))
        self.query_one(KeyBar).refresh(layout=True)
        self.show_side()

    def _told(self, told: view.Told) -> Table:
        rows = [
            (say("app.finding.seen"), f"\u201c{told.value}\u201d"),
            (say("report.first.where"), told.place),
            (say("app.finding.by_whom"), told.by_whom),
            (say("report.first.why"), told.why),
        ]
        if told.mark is Mark.OPEN and told.standing:
            rows.append(("", told.standing))
        if told.certain:
            rows.append(("", told.certain))
        rows += [
            (say("app.finding.with") if not number else "", sentence)
            for number, sentence in enumerate(told.together[:3])
        ]
        if self.journey.safer:
            rows.append((say("app.finding.first"), say("paths.watched.no_change")))
        if told.path is not None:
            rows += self._path(told.path)
        for at, doing in enumerate(told.doing):
            rows += self._doing(doing, _heading(at, told, doing))
        if told.cannot_fix:
            rows.append((say("app.finding.note"), told.cannot_fix))
        rows.append((say("report.first.after"), say("app.finding.write")))
        return table(rows)

    def _path(self, path: PathText) -> list[tuple[str, str]]:
        """Whom to ask first, then the steps of the path."""
        rows = [
            ("", ""),
            *(
                (say("doing.ask_first") if not at else "", f"{name}: {how}")
                for at, (name, how) in enumerate(path.help)
            ),
        ]
        return rows + [
            (say("report.first.steps") if at == 1 else "", f"{at}. {step}")
            for at, step in enumerate(path.steps, 1)
        ]

    def _doing(self, doing: view.Doing, heading: str) -> list[tuple[str, str]]:
        """One way to change it: its steps, how long, and what is so afterwards."""
        rows = [("", ""), *([("", heading)] if heading else [])]
        rows += [
            (say("report.first.steps") if at == 1 and not heading else "", f"{at}. {step}")
            for at, step in enumerate(doing.steps, 1)
        ]
        about = say("report.about_minutes", count=doing.minutes)
        rows.append(("", f"{about} {doing.checked}".rstrip()))
        return rows + ([(say("app.finding.after"), doing.after)] if doing.after else [])

    def offers(self, binding: Binding) -> bool:
        """Keeping it as it is, and writing what is not kept, are not offered everywhere."""
        finding, assessment = self._finding, self.journey.assessment
        if binding.action != "mark('KEEP')" or finding is None or assessment is None:
            return True
        return may_keep(finding, assessment)

    def side(self) -> Content:
        """Who might make use of it, and the scenarios it is part of."""
        finding = self._finding
        if finding is None or self.journey.assessment is None:
            return super().side()
        lines = [
            Content.styled(say("app.finding.who_uses"), "bold"),
            plain(presenters.audiences(finding)),
            Content(),
        ]
        lines.append(Content.styled(say("app.finding.part_of"), "bold"))
        for scenario in self.journey.assessment.scenarios:
            if finding.rule_id in scenario.pieces:
                title = presenters.scenario_title(scenario.id)
                lines.append(plain(f"{title}: {presenters.status_words(scenario.status)}"))
        return Content("\n").join(lines)

    # Keys -------------------------------------------------------------------------------------------------

    def action_reveal(self) -> None:
        """Shows or hides the words that were seen."""
        self._revealed = not self._revealed
        self.refresh_page()

    def action_show_me(self) -> None:
        """Opens the page where it was seen."""
        finding = self._finding
        self._open(finding.account.url if finding and finding.account else "")

    def action_open_setting(self) -> None:
        """Opens the settings page where it can be changed."""
        finding, assessment = self._finding, self.journey.assessment
        told = view.tell(finding, assessment, self.name_of, reveal=False) if finding and assessment else None
        self._open(next((doing.url for doing in told.doing if doing.url), "") if told else "")

    def _open(self, url: str) -> None:
        if not url:
            self.say(say("app.finding.no_address"), say("app.finding.no_address_hint"))
        elif self.journey.safer:
            self.say(say("paths.watched.nothing_opened"), say("app.finding.address", url=url))
        elif self.journey.toolkit.open_link(url):
            self.say(say("app.finding.opened"))
        else:
            self.say(say("app.finding.not_opened"), say("app.finding.address", url=url))

    async def action_readers(self) -> None:
        """Lays the three readers over the words it was seen in."""
        finding, assessment = self._finding, self.journey.assessment
        if finding is None or assessment is None:
            return
        if words_of(finding, assessment)[0]:
            await self.go("readers", finding.fingerprint)
        else:
            private = finding.nature is Nature.REVEALS_SENSITIVE
            self.say(say("reflect.three.private" if private else "reflect.three.no_words"))

    def action_undo(self) -> None:
        """Takes the last mark back."""
        self.undo_mark()

    def action_mark(self, mark: str) -> None:
        """Keeps a decision; the same again takes it back."""
        finding = self._finding
        if finding is not None:
            try:
                self.journey.mark(finding, Mark(mark))
            except PrivacyCheckError as error:
                self.say_error(error)
            self.refresh_page()

    def action_write(self) -> None:
        """To the line for a plan."""
        line = self.query_one(Input)
        line.can_focus = True
        line.focus()
        if not line.value:
            line.value = "If "
            line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """Takes the plan for this sitting."""
        finding = self._finding
        if finding is not None:
            self.journey.decisions.plan(finding.fingerprint, event.value)
        self._leave_line()

    def action_back(self) -> None:
        """Leaves the line first, then the page."""
        if self.query_one(Input).has_focus:
            self._leave_line()
        else:
            super().action_back()

    def _leave_line(self) -> None:
        self.query_one(Input).can_focus = False
        self.set_focus(None)

    def action_next(self) -> None:
        """The next finding, its words hidden."""
        self._step(1)

    def action_previous(self) -> None:
        """The one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not 0 <= self._at + by < len(self._prints):
            self.say(say("journey.why.last" if by > 0 else "journey.why.first"))
            return
        self._at += by
        self._revealed = False
        self.say("")
        self.query_one("#body").scroll_home(animate=False)
        self.refresh_page()


def _heading(at: int, told: view.Told, doing: view.Doing) -> str:
    """What stands over one of several ways; the first of an ordinary fix needs nothing."""
    if not at:
        return say("doing.with_advice") if told.path else ""
    return say("doing.another_way", title=doing.title)
