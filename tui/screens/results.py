"""What was found: something good first, then the three things to change, then where the rest is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment import own_paths
from privacy_check.assessment.how_much_seen import nothing_to_change, parts_in_short
from privacy_check.model import PlanStep, ScenarioStatus
from privacy_check.sentences import Said, say
from tui import telling
from tui.summary import Summary, summarise
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key

ONE_LINE = 78


class Results(Page):
    """The summary; every line leads further."""

    heading = Said("app.results.heading")
    step = 8
    help_text = Said("app.results.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("f", "open('findings')", "findings"),
        key("g", "open('groups')", "groups"),
        key("c", "open('copies')", "copies"),
        key("w", "open('whatif')", "what_if"),
        key("p", "open('plan')", "plan"),
        key("t", "open('private')", "private"),
        key("q", "open('questions')", "questions"),
        key("r", "open('report')", "report"),
        key("k", "open('reflect')", "cards"),
        key("v", "open('drawn')", "as_seen"),
    ]

    CSS = "Results.-narrow #unseen { margin: 0; }"

    def body(self) -> ComposeResult:
        """Good news, the list, what could not be seen."""
        yield Static(id="good")
        yield Static(id="first", classes="gap")
        yield Choices(id="top")
        yield Static(id="closes", classes="gap")
        yield Static(id="unseen", classes="gap")

    def on_mount(self) -> None:
        """Starts on the first thing to do."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows the assessment as it stands."""
        assessment = self.journey.assessment
        if assessment is None:
            return
        summary = summarise(assessment, self.name_of, self.journey.previous, watched=self.journey.safer)
        self._summary = summary
        self.query_one("#good", Static).update(self._good(summary))
        self.query_one("#first", Static).update(self._first(summary))
        self.query_one(Choices).fill(self._items(summary))
        self.query_one("#closes", Static).update(self._closes(summary))
        self.query_one("#unseen", Static).update(self._unseen(summary))
        self.show_side()

    def _good(self, summary: Summary) -> Content:
        if not summary.good:
            return Content(say("app.results.thanks"))
        return plain(" ".join(summary.good[:2]), "$success", longest=300)

    def _first(self, summary: Summary) -> Content:
        if not summary.top:
            return Content.styled(nothing_to_change(summary.seen), "bold")
        first = (
            say("app.results.first_one")
            if len(summary.top) == 1
            else say("app.results.first", top=len(summary.top))
        )
        return Content.assemble(
            (first, "bold"),
            (f"     {say('app.results.about', minutes=telling.minutes(summary.minutes))}", "$foreground-muted"),
        )

    def _items(self, summary: Summary) -> list[Item]:
        items: list[Item] = [
            (
                f"top-{number}",
                Content.assemble(
                    f"{say('app.results.line', number=number, minutes=f'{top.minutes:>2}')}  ",
                    plain(top.title, "bold"),
                    " ",
                    plain(f"({top.where})", "$foreground-muted"),
                ),
            )
            for number, top in enumerate(summary.top, 1)
        ]
        first, later = ([_path(path) for path in paths] for paths in summary.paths_around)
        items = [*first, *items, *later]
        dot = glyphs().between
        smaller = say("common.smaller_things", count=len(summary.smaller))
        if summary.smaller or summary.top:
            items.append(("findings", Content(say("app.results.whole_list", smaller=smaller, dot=dot))))
        if summary.copies:
            copies = say("common.possible_copies", count=summary.copies)
            items.append(("copies", Content(say("app.results.copies", copies=copies))))
        if summary.private_topics:
            topics = say("common.private_topics", count=summary.private_topics)
            items.append(("private", Content(say("app.results.private", topics=topics))))
        if summary.could_not_see and self.journey.entries:
            items.append(("ways", Content(say("app.results.ways"))))
        if not self.journey.safer:
            items.append(("report", Content(say("app.report.heading"))))
        return items

    def _closes(self, summary: Summary) -> Content:
        lines: list[Content] = []
        for number, top in enumerate(summary.top, 1):
            if top.closes:
                named = " and ".join(f"\u201c{title}\u201d" for title in top.closes[:2])
                lines.append(plain(say("doing.if_fixed", count=len(top.closes), step=number, named=named)))
                break
        if summary.still_open:
            named = _some(summary.still_open, most=1)
            lines.append(plain(say("doing.still_open", count=len(summary.still_open), named=named)))
        if summary.changes:
            lines.append(Content(summary.changes))
            lines += [plain(words, "quiet") for words in summary.why_higher]
        exposure = telling.exposure_sentence(summary.exposure, summary.before)
        if exposure:
            lines.append(Content(exposure))
        elif summary.no_number and (summary.top or summary.paths):
            lines.append(Content(summary.no_number))
        return Content("\n").join(lines)

    def _unseen(self, summary: Summary) -> Content:
        lines: list[Content] = []
        if summary.could_not_see:
            lines.append(plain(say("app.results.unseen", accounts=_some(summary.could_not_see))))
        if summary.names_question and not summary.seen.names_in_doubt:
            lines.append(Content(summary.names_question))
        rest = [parts_in_short(summary.seen)] if summary.seen.not_looked_at else []
        if summary.partly_read:
            rest.append(say("app.results.in_part", accounts=_some(summary.partly_read)))
        if summary.not_checked:
            rest.append(say("app.results.not_checked", some=_some(summary.not_checked)))
        # On a small screen there is little room left for all of them.
        lines += map(plain, _packed(rest))
        return Content("\n").join(lines)

    def side(self) -> Content:
        """The scenarios that are possible now, and those one step away."""
        summary = getattr(self, "_summary", None)
        if summary is None or not summary.scenarios:
            return super().side()
        lines = [Content.styled(say("app.results.scenarios"), "bold")]
        for status in (ScenarioStatus.OPEN, ScenarioStatus.ONE_STEP_AWAY):
            titles = [telling.scenario_title(item.id) for item in summary.scenarios if item.status is status]
            if titles:
                lines += [Content(), Content.styled(telling.status_words(status), "$accent")]
                lines += [plain(f"{glyphs().bullet} {title}") for title in titles]
        lines += [Content(), *(plain(sentence) for sentence in summary.not_looked_at)]
        return Content("\n").join(lines)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens one of the three, or a page of the rest."""
        chosen = event.option_id or ""
        if chosen == "ways":
            from tui.screens.lens import HowToLook

            await self.app.push_screen(HowToLook())
            return
        if chosen.startswith("path-"):
            from tui.screens.own_path import OwnPathPage

            await self.app.push_screen(OwnPathPage(own_paths.OwnPath(chosen.removeprefix("path-"))))
            return
        if not chosen.startswith("top-"):
            await self.action_open(chosen)
            return
        await self._open_step(self._summary.top[int(chosen.removeprefix("top-")) - 1].step)

    async def _open_step(self, step: PlanStep) -> None:
        """Every finding of the first steps can be leafed through, this step's first one to begin with."""
        from tui.screens.finding import FindingPage

        assessment = self.journey.assessment
        own = telling.prints_of([step], assessment) if assessment else []
        if assessment and own:
            prints = telling.prints_of([top.step for top in self._summary.top], assessment)
            await self.app.push_screen(FindingPage(prints, own[0]))

    def offers(self, binding: Binding) -> bool:
        """No report on the safer way."""
        return not (self.journey.safer and binding.action == "open('report')")

    async def action_open(self, what: str) -> None:
        """Opens that page."""
        from tui.screens import opening

        if what == "report" and self.journey.safer:
            self.say(say("paths.watched.no_report"))
            return
        await self.app.push_screen(opening.page(what))


def _packed(sentences: Iterable[str]) -> list[str]:
    """The sentences on as few lines as they fit on, none of them broken."""
    lines: list[str] = []
    for sentence in sentences:
        if lines and len(lines[-1]) + 1 + len(sentence) <= ONE_LINE:
            lines[-1] += f" {sentence}"
        else:
            lines.append(sentence)
    return lines


def _path(path: own_paths.OwnPath) -> Item:
    return f"path-{path}", plain(say("doing.path", title=own_paths.text_of(path).title), "bold")


def _some(items: tuple[str, ...], most: int = 4) -> str:
    shown = ", ".join(items[:most])
    return shown if len(items) <= most else say("app.results.more", shown=shown, number=len(items) - most)
