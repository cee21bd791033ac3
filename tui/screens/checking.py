"""Looking: each account's state in words with a bar, and what to do about those that could not be seen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import Place, Turn
from privacy_check.journey.trouble import readable
from privacy_check.journey.views.checking import Row
from privacy_check.lookalikes.search import Asked
from privacy_check.selfcheck import Event, Failed, Finished, Seen, SelfCheck, Started, Step, Stopped
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.keybar import KeyBar
from tui.widgets.lookline import look_line
from tui.widgets.page import Page, hidden, key

LONGEST_NAME = 23
"""Cells of a name, so that what came of a look still stands on the same line of a small terminal."""


@dataclass
class Happened(Message):
    """Something happened in the check."""

    event: Event


@dataclass
class Broke(Message):
    """The check could not run at all."""

    error: PrivacyCheckError


class Checking(Page):
    """Runs the check in the same event loop; leaving it keeps what was seen."""

    heading = Said("app.checking.heading")
    step = 7
    lead = Said("app.checking.lead")
    help_text = Said("app.checking.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("c", "stop", "stop_and_keep"),
        key("l", "other_way", "look_another_way"),
        key("r", "requests", "requests"),
        key("p", "prove", "prove_it_is_mine"),
        key("enter,right,g", "go_on", "results", "enter"),
        hidden("w", "window_ready"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._rows: dict[str, Row] = {}
        self._worker: Worker[None] | None = None
        self.over = False

    def body(self) -> ComposeResult:
        """One line per account, then what needs a word."""
        yield Static(id="rows")
        yield Static(id="notes", classes="gap")
        yield Static(id="made", classes="gap quiet")

    def on_mount(self) -> None:
        """Starts the check."""
        self._begin()

    def refresh_page(self) -> None:
        """Draws every line anew."""
        name_width = max((len(self._title(row)) for row in self._rows.values()), default=10)
        self.query_one("#rows", Static).update(
            Content("\n").join(
                look_line(row, self._title(row), min(name_width, LONGEST_NAME), self.size.width - 3)
                for row in self._rows.values()
            )
        )
        self.query_one("#lead", Static).update(Content(say("app.checking.over") if self.over else str(self.lead)))
        self.query_one("#notes", Static).update(self._notes())
        made = len([record for record in self.journey.requests() if record.allowed])
        self.query_one("#made", Static).update(
            Content(say("app.checking.made", counted=say("common.requests", count=made)))
        )
        self.show_side()
        self.query_one(KeyBar).refresh(layout=True)

    def offers(self, binding: Binding) -> bool:
        """No stopping of what is over, no results before, and no proof where no account was stopped."""
        open_now = {"stop": not self.over, "go_on": self.over, "prove": bool(self.journey.stopped)}
        return open_now.get(binding.action, True)

    def _title(self, row: Row) -> str:
        """The site's name; with the account's where several stand on one site."""
        several = sum(other.account.platform == row.account.platform for other in self._rows.values()) > 1
        return account_name(row.account, self.name_of) if several else self.name_of(row.account.platform)

    def _notes(self) -> Content:
        lines: list[Content] = []
        for row in self._waiting():
            lines.append(plain(say("app.checking.sign_in", title=self._title(row))))
            lines.append(Content.styled(say("app.checking.press_w"), "bold"))
        unseen = [row for row in self._rows.values() if row.unseen]
        for row in unseen[:3]:
            lines.append(plain(f"{self._title(row)}: {row.sentence}"))
        if unseen:
            lines.append(Content(say("app.checking.press_l")))
        for row in [row for row in self._rows.values() if row.page][:3]:
            lines.append(plain(f"{self._title(row)}: {' '.join(row.page[:2])}"))
        for stopped in self.journey.stopped.values():
            name = self.name_of(stopped.account.platform)
            lines.append(plain(say("app.checking.stopped", name=name, sentence=stopped.sentence)))
        if self.over:
            lines.append(Content.styled(say("app.checking.finished"), "bold"))
        return Content("\n").join(lines)

    def _begin(self) -> None:
        try:
            check = self.journey.begin()
        except PrivacyCheckError as error:
            self.over = True
            self.refresh_page()
            self.say_error(error)
            return
        self._rows = {entry.key: Row(entry.account) for entry in self.journey.accounts.mine}
        for entry in self.journey.accounts.mine:
            if entry.lens is None and entry.view is None:
                self._rows[entry.key].left_out()
        for view in check.views.values():
            row = self._rows.setdefault(view.account.key, Row(view.account))
            row.known(view)
        self.refresh_page()
        self._worker = self.look(check)

    @work(exclusive=True, group="check", exit_on_error=False)
    async def look(self, check: SelfCheck) -> None:
        """Runs the check and posts what happens; an error ends the look with a sentence, never the app."""
        try:
            await asyncio.to_thread(self.journey.note_begun)
            async for event in check.events():
                if isinstance(event, Finished):
                    await asyncio.to_thread(self.journey.finish, event.assessment)
                self.post_message(Happened(event))
        except Exception as error:
            if check.views and self.journey.assessment is None:
                await asyncio.to_thread(self.journey.stop)
            self.post_message(Broke(readable(error)))

    @on(Happened)
    def happened(self, message: Happened) -> None:
        """Takes up what happened."""
        event = message.event
        if isinstance(event, Finished):
            self.over = True
            if self.journey.not_kept is not None:
                self.say_error(self.journey.not_kept)
        elif not isinstance(event, Asked):
            self._take(event)
        self.refresh_page()

    def _take(self, event: Started | Step | Seen | Stopped | Failed) -> None:
        row = self._rows.setdefault(event.account.key, Row(event.account))
        if isinstance(event, Started):
            row.started()
        elif isinstance(event, Step):
            row.step(event.words)
        elif isinstance(event, Seen):
            row.seen(event)
        elif isinstance(event, Stopped):
            row.stopped()
            self.journey.stopped[event.account.key] = event
        else:
            row.failed(event)

    @on(Broke)
    def broke(self, message: Broke) -> None:
        """Says why the check could not run; what was seen before stays."""
        self.over = True
        self.say_error(message.error)
        self.refresh_page()

    # Keys -------------------------------------------------------------------------------------------------

    def action_stop(self) -> None:
        """Ends the look and goes on with what was seen."""
        self.stop_and_show()

    @work(exclusive=True, group="stop")
    async def stop_and_show(self) -> None:
        """Lets the browser close, then concludes from what was seen."""
        await self._end()
        if self.journey.assessment is None or not self.over:
            await asyncio.to_thread(self.journey.stop)
        self.over = True
        await self._show_results()

    async def _end(self) -> None:
        """Cancels the look and waits until the browser is closed."""
        if self._worker is not None and not self._worker.is_finished:
            self._worker.cancel()
            with suppress(WorkerCancelled, WorkerFailed):
                await self._worker.wait()

    async def action_go_on(self) -> None:
        """On to the results once the look is over."""
        if self.over:
            await self._show_results()
        else:
            self.say(say("journey.why.still_looking"))

    async def _show_results(self) -> None:
        if await self.go() is Turn.STAY:
            self.say(say("app.checking.nothing_yet"), say("app.checking.nothing_yet_hint"))

    def _waiting(self) -> list[Row]:
        """Accounts whose window is open until the person says that their page is there."""
        waiting = self.journey.toolkit.readiness.waiting
        return [row for key, row in self._rows.items() if key in waiting]

    def action_window_ready(self) -> None:
        """The person's page is on the screen: read it."""
        for row in self._waiting()[:1]:
            self.journey.toolkit.readiness.tell(row.account)
            return
        self.say(say("journey.why.no_window"))

    async def action_other_way(self) -> None:
        """Back to how each account is looked at; what was seen is not looked at again."""
        self.go_back_to_ways()

    @work(exclusive=True, group="stop")
    async def go_back_to_ways(self) -> None:
        """Stops first when the look still runs."""
        await self._end()
        await asyncio.to_thread(self.journey.stop)
        await self.go("other_way")

    def action_back(self) -> None:
        """The same as looking another way."""
        self.go_back_to_ways()

    async def action_requests(self) -> None:
        """The list of every request."""
        await self.go("requests")

    async def action_prove(self) -> None:
        """The ways to show that a stopped account is the person's own."""
        if await self.go("prove") is Turn.STAY:
            self.say(say("app.checking.no_account_stopped"))
