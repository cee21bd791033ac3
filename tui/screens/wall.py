"""One account that could not be seen: the ways to look at it together, best first."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static, TextArea
from textual.worker import Worker

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import Place
from privacy_check.journey.given_path import given_path
from privacy_check.journey.look_again import look_again, take_in
from privacy_check.journey.trouble import readable
from privacy_check.journey.views import walls as view
from privacy_check.model import SeenBy
from privacy_check.next_look import FILES, LENS, TYPED, NextLook
from privacy_check.selfcheck import Failed, Step
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices
from tui.widgets.page import Page, hidden, key


class WallPage(Page):
    """The ways, then what the chosen one needs. What is typed is noted with every key."""

    heading = Said("walls.heading")
    step = 7
    typing = True
    help_text = Said("walls.one.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "choose"),
        key("ctrl+n", "take", "take_what_i_typed"),
        hidden("w", "window_ready"),
    ]
    CSS = "WallPage TextArea { height: 9; border: none; padding: 0 1; background: $surface; }"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._way: NextLook | None = None
        self._worker: Worker[None] | None = None

    def body(self) -> ComposeResult:
        """The ways first."""
        yield Static(id="who")
        yield Static(id="state")
        yield Choices(id="ways")
        yield Static(id="steps", classes="gap")
        yield Input(placeholder=say("app.ways.path"), id="path")
        yield TextArea(id="typed")
        yield Choices(id="seen-by")

    @property
    def _entry(self) -> Entry:
        entry = self.journey.accounts.entry(self.place.subject)
        assert entry is not None, "this page is only led to from one that lists the account"
        return entry

    def on_mount(self) -> None:
        """Shows the ways, and what was typed before."""
        shown = view.wall(self._entry, self.journey)
        self.query_one("#typed", TextArea).text = shown.draft
        self.query_one("#seen-by", Choices).fill([(one.id, Content(one.words)) for one in shown.seen_by])
        self.refresh_page()
        self._show(NextLook.PASTE if shown.draft else None)
        self.query_one("#typed" if shown.draft else "#ways").focus()

    def refresh_page(self) -> None:
        """Shows how the account stands and the ways there are."""
        shown = view.wall(self._entry, self.journey)
        self.query_one("#who", Static).update(plain(shown.name, "bold"))
        self.query_one("#state", Static).update(plain(" ".join(shown.says)))
        self.query_one("#ways", Choices).fill([(offer.id, plain(offer.in_a_line)) for offer in shown.offers])
        self.show_side()

    def _show(self, way: NextLook | None) -> None:
        self._way = way
        typed = way in TYPED
        self.query_one("#ways").display = self.query_one("#state").display = not (typed or way in FILES)
        self.query_one("#steps").display = way is not None
        self.query_one("#path").display = way in FILES
        self.query_one("#typed").display = self.query_one("#seen-by").display = typed
        if way is not None:
            self.query_one("#steps", Static).update(self._steps(way))

    def _steps(self, way: NextLook) -> Content:
        steps = view.steps_of(way, self._entry, self.journey)
        last = {NextLook.WINDOW: "opened", NextLook.AGAIN: ""}.get(way, "box" if way in TYPED else "path")
        lines = [Content(say("walls.one.steps"))] if way is NextLook.PHONE else []
        lines += [plain(f"{number}  {step}") for number, step in enumerate(steps, 1)]
        return Content("\n").join([*lines, *([Content(say(f"walls.one.{last}"))] if last else [])])

    @on(OptionList.OptionSelected, "#ways")
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Goes that way, or puts the account off."""
        if event.option_id in (view.SKIP, view.LATER):
            self._entry.put_off = event.option_id
            await self.go()
            return
        way = NextLook(event.option_id or NextLook.PASTE)
        self.say("")
        self._show(way)
        if way in TYPED:
            self.query_one("#typed").focus()
        elif way in FILES:
            self.query_one("#path").focus()
        elif self._worker is None or self._worker.is_finished:
            self._worker = self.look(way)

    # A window, or a clean browser -------------------------------------------------------------------------

    @work(exclusive=True, group="check", exit_on_error=False)
    async def look(self, way: NextLook) -> None:
        """Looks at this one account; an error ends the look with a sentence."""
        entry, lens = self._entry, LENS[way]
        try:
            self.journey.look_through(entry, lens)
            self.say(say("walls.one.looking", name=entry.name))
            looked = await look_again(self.journey, [entry.key], self._tell)
        except Exception as error:
            told = readable(error)
            self._ways_again()
            self.say(told.message, view.what_next(told, way))
            return
        await self._went(looked.said)

    async def _tell(self, event: object) -> None:
        if self._entry.key in self.journey.toolkit.readiness.waiting:
            self.say(say("walls.one.window_ready"))
        elif isinstance(event, Step):
            self.say(event.words)
        elif isinstance(event, Failed):
            self.say(event.sentence, event.hint)

    def action_window_ready(self) -> None:
        """The person's page is in the window: read it."""
        if self._entry.key in self.journey.toolkit.readiness.waiting:
            self.journey.toolkit.readiness.tell(self._entry.account)
        else:
            self.say(say("journey.why.no_window"))

    async def _went(self, said: tuple[str, ...] = ()) -> None:
        """On to the next account when this one was seen; else the other ways stay."""
        came = view.what_came(self._entry, self.journey)
        seen = self._entry not in self.journey.walls
        if self.app.screen is not self:
            return
        if seen:
            await self.go()
            if isinstance(self.app.screen, Page):
                self.app.call_after_refresh(self.app.screen.say, came)
            return
        self._ways_again()
        self.say(" ".join(dict.fromkeys((*said, came))))

    def _ways_again(self) -> None:
        self._show(None)
        self.refresh_page()
        self.query_one("#ways").focus()

    # Words and files --------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def noted(self, event: TextArea.Changed) -> None:
        """Notes every key, so that going back loses nothing."""
        self._entry.draft = event.text_area.text

    async def action_take(self) -> None:
        """From the typed words to who can see them."""
        if self._way in TYPED:
            self.query_one("#seen-by").focus()
        else:
            self.say(say("app.ways.empty"), say("app.ways.empty_hint"))

    @on(OptionList.OptionSelected, "#seen-by")
    async def typed(self, event: OptionList.OptionSelected) -> None:
        """Takes what was typed as what it is: the person's own words."""
        entry = self._entry
        if not entry.draft.strip():
            self.say(say("app.ways.empty"), say("app.ways.empty_hint"))
            return
        by = SeenBy(event.option_id or SeenBy.PUBLIC)
        self.take(entry, entry.draft, by)

    @on(Input.Submitted, "#path")
    def named(self, event: Input.Submitted) -> None:
        """Reads the file."""
        if event.value.strip():
            self.take(self._entry, event.value, None)
        else:
            self.say(say("app.ways.path"))

    @work(exclusive=True, group="read", exit_on_error=False)
    async def take(self, entry: Entry, given: str, seen_by: SeenBy | None) -> None:
        """Takes words or reads a file, and weighs the check anew, without freezing the page."""
        self.say(say("app.ways.reading"))
        try:
            if seen_by is not None:
                await asyncio.to_thread(self.journey.type_in, entry, given, seen_by)
                entry.draft = ""
            else:
                await asyncio.to_thread(self.journey.hand_in, entry, given_path(given))
            await asyncio.to_thread(take_in, self.journey, [entry.key])
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        await self._went()

    def action_back(self) -> None:
        """From the box or a running look to the ways, then back; nothing that was typed is lost."""
        if self._worker is not None and not self._worker.is_finished:
            self._worker.cancel()
        if self._way is None:
            super().action_back()
            return
        self._ways_again()
        self.say("")
