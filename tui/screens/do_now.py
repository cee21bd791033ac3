"""One fix fills the page: what, why, the steps, and what a second look showed."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import slots
from privacy_check.journey.doing_now import Came, done_and_looked
from privacy_check.journey.flow import Place
from privacy_check.journey.trouble import readable
from privacy_check.journey.views import do_now as view
from privacy_check.model import Account
from privacy_check.selfcheck import Started
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain, table
from tui.widgets.page import Page, hidden, key
from tui.widgets.which_day import WhichDay


class DoNow(Page):
    """The fix of this place; done looks again at its accounts at once."""

    heading = Said("do_now.heading")
    step = 8
    help_text = Said("do_now.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("o", "open_page", "open_it"),
        key("d", "done", "done_look_again"),
        key("a", "mark('asked')", "asked"),
        key("c", "mark('could_not')", "could_not"),
        key("t", "slot", "diary_slot"),
        key("u", "undo", "undo_it"),
        key("n,enter,right", "next", "next_fix", "n"),
        hidden("j", "next"),
        hidden("w", "window_ready"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._result = Came()
        self._worker: Worker[None] | None = None

    def body(self) -> ComposeResult:
        """The fix, its steps, and what came of it."""
        yield Static(id="title")
        yield Static(id="told", classes="gap")
        yield Static(id="came", classes="gap")
        yield Static(id="besides", classes="gap")
        yield Static(id="far", classes="gap")

    def refresh_page(self) -> None:
        """Shows the fix as it stands."""
        shown = self._shown = view.do_now(self.journey, self.place.subject)
        if shown.step is None:
            self.query_one("#title", Static).update(Content(say("do_now.none")))
            return
        stands = Content.assemble("\n", plain(shown.stands, "$success")) if shown.stands else ""
        title = Content.assemble(plain(shown.title, "bold $primary"), stands)
        self.query_one("#title", Static).update(title)
        self.query_one("#told", Static).update(_told(shown))
        self.query_one("#came", Static).update(self._came())
        self.query_one("#came").display = bool(self._result.rows)
        besides = self.query_one("#besides", Static)
        besides.update(plain(" ".join(self._result.said)))
        besides.display = bool(self._result.said)
        far = " ".join(filter(None, (shown.so_far, shown.next)))
        self.query_one("#far", Static).update(plain(far, "bold"))
        self.show_side()

    def _came(self) -> Table:
        rows = [(row.what, row.before, row.now) for row in self._result.rows]
        heads = ("", say("do_now.before"), say("do_now.now")) if rows else ()
        return table(rows, heads=heads)

    # Keys -------------------------------------------------------------------------------------------------

    def action_open_page(self) -> None:
        """Opens the page where it is changed."""
        url = self._shown.url
        if not url:
            self.say(say("app.finding.no_address"), say("app.finding.no_address_hint"))
        elif self.journey.safer:
            self.say(say("paths.watched.nothing_opened"), say("app.finding.address", url=url))
        elif self.journey.toolkit.open_link(url):
            self.say(say("app.finding.opened"))
        else:
            self.say(say("app.finding.not_opened"), say("app.finding.address", url=url))

    def action_mark(self, how: str) -> None:
        """Notes that somebody was asked, or that it could not be done."""
        self.say("")
        try:
            view.mark(self.journey, self._shown, how)
        except PrivacyCheckError as error:
            self.say_error(error)
        self.refresh_page()

    def action_done(self) -> None:
        """Marks it as done and looks again at its accounts at once."""
        if self._shown.step is None:
            self.say(say("do_now.none"))
        elif self._worker is not None and not self._worker.is_finished:
            self.say(say("journey.why.still_looking"))
        else:
            self._worker = self.look()

    @work(exclusive=True, group="check", exit_on_error=False)
    async def look(self) -> None:
        """Looks again at these accounts; what could not be seen changes nothing."""
        self._result = Came()
        try:
            self._result = await done_and_looked(self.journey, self._shown, self._tell)
        except Exception as error:
            self.refresh_page()
            self.say_error(readable(error))
            return
        self.say("")
        self.refresh_page()
        self.call_after_refresh(self.query_one("#body").scroll_end, animate=False)

    async def _tell(self, event: object) -> None:
        if self.journey.toolkit.readiness.waiting:
            self.say(say("walls.one.window_ready"))
        elif isinstance(event, Started):
            self.say(say("do_now.looking", name=account_name(event.account, self.name_of)))

    def action_window_ready(self) -> None:
        """The person's page is in the window: read it."""
        readiness = self.journey.toolkit.readiness
        account = next((one for one in self._accounts() if one.key in readiness.waiting), None)
        if account is None:
            self.say(say("journey.why.no_window"))
        else:
            readiness.tell(account)

    def _accounts(self) -> list[Account]:
        views = map(self.journey.view_of, self._shown.keys)
        return [view.account for view in views if view is not None]

    def action_undo(self) -> None:
        """Takes the last mark back."""
        self.undo_mark()

    def action_slot(self) -> None:
        """Asks for a day and saves a slot for the person's own calendar."""
        if why := slots.why_none(self.journey):
            self.say(why)
        else:
            self._slot()

    @work
    async def _slot(self) -> None:
        when = await self.app.push_screen_wait(WhichDay(self.journey))
        if when is not None:
            self.say(slots.keep_slot(self.journey, when))

    async def action_next(self) -> None:
        """The next fix, or the plan after the last."""
        await self.go()

    def action_back(self) -> None:
        """Ends a running look first."""
        if self._worker is not None and not self._worker.is_finished:
            self._worker.cancel()
        super().action_back()


def _told(shown: view.DoNowView) -> Table:
    rows = [(say("do_now.where"), shown.place), (say("do_now.why"), shown.why)]
    doing = shown.doing
    if doing is not None:
        for at, step in enumerate(doing.steps, 1):
            sign = glyphs().pointer if at == 1 else " "
            rows.append((say("report.first.steps") if at == 1 else "", f"{sign} {at}. {step}"))
        rows.append(("", f"{say('report.about_minutes', count=doing.minutes)} {doing.checked}".rstrip()))
    return table(rows)
