"""What was found: something good first, then the three things to change, then where the rest is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment.how_much_seen import nothing_to_change, parts_in_short
from privacy_check.journey import presenters
from privacy_check.journey.flow import Place, Turn
from privacy_check.journey.views import base
from privacy_check.journey.views.picture import picture, strangers
from privacy_check.journey.views.results import Summary, Top, results, summarise
from privacy_check.model import ProfileView, ScenarioStatus
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.drawing import drawn
from tui.widgets.page import Page, key

ONE_LINE = 78
SIDE = 46
MOST_CARDS = 3


ROOMY = 30
"""Lines from which every account has a line of its own."""


class Results(Page):
    """The summary; every line leads further."""

    heading = Said("app.results.heading")
    step = 8
    help_text = Said("app.results.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "open"),
        key("d", "do_now", "do_now"),
        key("f", "open('findings')", "findings"),
        key("g", "open('groups')", "groups"),
        key("c", "open('copies')", "copies"),
        key("w", "open('what_if')", "what_if"),
        key("p", "open('plan')", "plan"),
        key("t", "open('private')", "private"),
        key("q", "open('questions')", "questions"),
        key("r", "open('report')", "report"),
        key("k", "open('reflect')", "cards"),
        key("v", "open('drawn')", "as_seen"),
        key("m", "open('picture')", "picture"),
    ]

    CSS = """
    Results.-narrow #unseen, Results.-narrow #closes { margin: 0; }
    Results.-wide #side { width: 52; }
    """

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._summary: Summary | None = None

    def body(self) -> ComposeResult:
        """Good news, the list, what could not be seen."""
        yield Static(id="good")
        yield Static(id="strangers", classes="gap")
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
        summary = summarise(self.journey)
        if summary is None:
            return
        self._summary = summary
        self._show_strangers(summary)
        self.query_one("#first", Static).update(self._first(summary))
        self.query_one(Choices).fill(self._items(summary))
        self.query_one("#closes", Static).update(self._closes(summary))
        self.query_one("#unseen", Static).update(self._unseen(summary))
        self.show_side()

    def _show_strangers(self, summary: Summary) -> None:
        """Each account as a stranger sees it, before any list; on a small screen in a few words."""
        told, good = strangers(self.journey, MOST_CARDS), self._good(summary)
        small = self.app.size.height < ROOMY
        self.query_one("#first").set_class(not small, "gap")
        line = self.query_one("#strangers", Static)
        line.display = bool(told) and not small
        line.update(_strangers(told))
        if told and small and self.journey.assessment is not None:
            good = Content(" ").join([good, Content(_strangers_in_short(self.journey.assessment.views))])
        self.query_one("#good", Static).update(good)

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
        about = say("app.results.about", minutes=presenters.minutes(summary.minutes)) if summary.minutes else ""
        aside = " ".join(filter(None, (about, summary.so_far)))
        return Content.assemble((first, "bold"), (f"     {aside}", "$foreground-muted"))

    def _items(self, summary: Summary) -> list[Item]:
        offers = results(self.journey, summary)
        tops = {f"top-{number}": _top(number, top) for number, top in enumerate(summary.top, 1)}
        return [
            (offer.id, tops.get(offer.id) or plain(offer.words, "bold" if offer.strong else ""))
            for offer in offers
            if offer.listed
        ]

    def _closes(self, summary: Summary) -> Content:
        lines: list[Content] = []
        for number, top in enumerate(summary.top, 1):
            if top.closes and not top.done:
                named = " and ".join(f"\u201c{title}\u201d" for title in top.closes[:2])
                lines.append(plain(say("doing.if_fixed", count=len(top.closes), step=number, named=named)))
                break
        if summary.still_open:
            named = _some(summary.still_open, most=1)
            lines.append(plain(say("doing.still_open", count=len(summary.still_open), named=named)))
        if summary.changes:
            lines.append(Content(summary.changes))
            lines += [plain(words, "quiet") for words in summary.why_higher]
        exposure = presenters.exposure_sentence(summary.exposure, summary.before)
        if exposure:
            lines += [Content(exposure), Content.styled(summary.meaning, "$foreground-muted")]
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
        """The picture, then the scenarios that are one step away."""
        summary, shown = self._summary, picture(self.journey)
        if summary is None or shown is None:
            return super().side()
        lines = [drawn(shown, SIDE), Content()]
        near = [item.id for item in summary.scenarios if item.status is ScenarioStatus.ONE_STEP_AWAY]
        if near:
            lines.append(Content.styled(presenters.status_words(ScenarioStatus.ONE_STEP_AWAY), "$accent"))
            lines += [plain(f"{glyphs().bullet} {presenters.scenario_title(name)}") for name in near]
        return Content("\n").join([*lines, *(plain(sentence) for sentence in summary.not_looked_at)])

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens one of the three, or a page of the rest."""
        if self._summary is not None:
            offer = base.chosen(results(self.journey, self._summary), event.option_id)
            if offer is not None:
                await self.go(offer.leads, offer.subject, offer.among)

    def offers(self, binding: Binding) -> bool:
        """No report and no change on the safer way, and nothing to do now where nothing is open."""
        if binding.action == "do_now" and (self.journey.safer or not self.journey.state.to_do):
            return False
        return not (self.journey.safer and binding.action == "open('report')")

    async def action_do_now(self) -> None:
        """One fix at a time, where one is open; nothing is changed on the safer way."""
        if self.journey.safer:
            self.say(say("paths.watched.no_change"))
        elif self.journey.state.to_do:
            await self.go("do_now")
        else:
            self.say(say("do_now.none"))

    async def action_open(self, what: str) -> None:
        """Opens that page."""
        if await self.go(what) is Turn.STAY:
            self.say(say("paths.watched.no_report"))


def _strangers_in_short(views: Sequence[ProfileView]) -> str:
    """How many pages a stranger sees; those that could not be seen are never counted in."""
    looked = sum(view.outcome.conclusive for view in views)
    if looked < len(views):
        return say("picture.strangers.in_short_part", looked=looked, of=len(views))
    return say("picture.strangers.in_short", count=looked)


def _strangers(told: tuple[str, ...]) -> Content:
    lines = [plain(f"{glyphs().bullet} {sentence}") for sentence in told]
    return Content("\n").join([Content.styled(say("picture.strangers.heading"), "bold"), *lines])


def _top(number: int, top: Top) -> Content:
    done = f" {say('journey.done')}" if top.done else ""
    return Content.assemble(
        f"{say('app.results.line', number=number, minutes=f'{top.minutes:>2}')}  ",
        plain(top.title, "bold"),
        " ",
        plain(f"({top.where})", "$foreground-muted"),
        (done, "$success"),
    )


def _packed(sentences: Iterable[str]) -> list[str]:
    """The sentences on as few lines as they fit on, none of them broken."""
    lines: list[str] = []
    for sentence in sentences:
        if lines and len(lines[-1]) + 1 + len(sentence) <= ONE_LINE:
            lines[-1] += f" {sentence}"
        else:
            lines.append(sentence)
    return lines


def _some(items: tuple[str, ...], most: int = 4) -> str:
    shown = ", ".join(items[:most])
    return shown if len(items) <= most else say("app.results.more", shown=shown, number=len(items) - most)
