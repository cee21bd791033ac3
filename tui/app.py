"""The app: one person, one calm path from first start to a saved report.

    make_app(toolkit, *, vault=None, people=(), pretend=None, persona=None, start=Start()) -> PrivacyCheckApp

toolkit   the tools of a real check (`privacy_check.ports.Toolkit`); with a `persona` and no `pretend`, already
          those of the pretend network.
vault     `privacy_check.vault.Vault()` or None when nothing can be kept. The app creates, unlocks and wipes it.
people    the invented people: any objects with `id`, `name`, `story` (one or two sentences), `accounts`
          (Sequence[Account]), `about` (AboutMe | None) and `suspects` (Sequence[Account]).
pretend   a function returning an async context manager that starts the pretend network and gives its Toolkit
          (`async with pretend() as toolkit`). It is entered when somebody chooses an invented person.
persona   the id of the invented person to start as, `` for the list of them. Nothing is ever kept then, and a
          banner says so.
start     what the command line already said, `privacy_check.journey.ports.Start`;
          without a secret the codes that prove ownership hold for this sitting alone.

`app.run()` returns when the person leaves; `app.return_code` is 1 only after a crash. The linear twin is
`tui.plain.run_plain(toolkit, *, terminal=Terminal(), vault=None, people=(), pretend=None, persona=None,
start=Start()) -> int`, where a `Terminal` has `read(prompt) -> str` (raising EOFError) and `write(line)`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from privacy_check.journey import flow
from privacy_check.journey.flow import GO_ON, START, TOURS, Move, PageId, Place, Trail, Turn
from privacy_check.journey.ports import NOTHING_SAID, InventedPerson, Keeper, Pretend, Start
from privacy_check.journey.sitting import Journey
from privacy_check.ports import Toolkit
from privacy_check.sentences import say
from tui import routes
from tui.calm_crash import CalmCrash
from tui.leaving import wipe_terminal
from tui.themes import THEMES
from tui.widgets.confirm import Confirm
from tui.widgets.dull import Dull
from tui.widgets.help import Help
from tui.widgets.page import Page
from tui.widgets.scrollbars import fit_terminal


class PrivacyCheckApp(CalmCrash):
    """The screens of privacy-check around one Journey."""

    TITLE = "privacy-check"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", "back", priority=True, show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("f1", "help", "help", show=False, priority=True),
        Binding("ctrl+q", "leave", "leave", show=False, priority=True),
        Binding("ctrl+g", "leave_at_once", "leave at once", show=False, priority=True),
        Binding("ctrl+t", "light_or_dark", "light or dark", show=False),
        Binding("ctrl+z", "suspend_process", "suspend", show=False),
    ]
    escape_window = 0.7

    def __init__(self, journey: Journey, *, persona: str | None = None) -> None:
        super().__init__()
        self.journey = journey
        self.persona = persona
        self.left_at_once = False
        self._own_toolkit = journey.toolkit
        self._network = AsyncExitStack()
        self._escaped_at = float("-inf")
        self._may_leave = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        fit_terminal()

    async def on_mount(self) -> None:
        """Opens the first page."""
        for place in START:
            await self.push_screen(routes.screen(place))
        if self.persona is not None:
            await self.follow("people", self.persona)

    @property
    def trail(self) -> Trail:
        """The places from the first page to the one at hand."""
        return tuple(page.place for page in self.screen_stack if isinstance(page, Page))

    async def follow(self, choice: str = GO_ON, subject: str = "", among: tuple[str, ...] = ()) -> Move:
        """Shows the page that comes after this choice, and tells what came next."""
        move = flow.follow(self.journey.state, self.trail[-1], choice, subject, among)
        if isinstance(move, Place):
            await self.push_screen(routes.screen(move))
        elif move is Turn.BACK:
            self.go_back()
        elif move is Turn.LEAVE:
            self.action_leave()
        elif move is Turn.LEAVE_AT_ONCE:
            self.leave_at_once()
        return move

    async def on_unmount(self) -> None:
        """Lets the pretend network go."""
        await self._network.aclose()

    # The pretend network ----------------------------------------------------------------------------------

    async def be_self(self) -> None:
        """Goes on as the person at the keyboard, with the real tools, after trying an invented one."""
        if self.journey.invented is None:
            return
        await self._network.aclose()
        self._network = AsyncExitStack()
        self.journey = self.journey.afresh(self._own_toolkit)

    async def be(self, person: InventedPerson) -> None:
        """Goes on as an invented person, on the pretend network."""
        await self._network.aclose()
        self._network = AsyncExitStack()
        if self.journey.pretend is not None:
            self.journey.toolkit = await self._network.enter_async_context(self.journey.pretend())
        self.journey.be(person)

    async def take_tour(self, audience: str) -> None:
        """Lays the tour over the page at hand; it closes what it opened when it goes."""
        if self.journey.tour is not None:
            from privacy_check.training.tour import Audience
            from tui.training.tour import TourScreen

            await self.push_screen(TourScreen(partial(self.journey.tour, Audience(TOURS[audience]))))

    # Leaving ----------------------------------------------------------------------------------------------

    def action_escape(self) -> None:
        """Closes what lies on top or goes back. Twice in a row leaves at once, but never somebody going back.

        The first of the two has to be pressed where there is no way back, or on the safer way.
        """
        now = time.monotonic()
        in_a_row = now - self._escaped_at <= self.escape_window
        self._escaped_at = now
        if in_a_row and self._may_leave:
            self.leave_at_once()
            return
        self._may_leave = self.two_escapes_leave and not in_a_row
        if isinstance(self.screen, ModalScreen):
            self.screen.dismiss(None)
        elif isinstance(self.screen, Page):
            self.screen.action_back()
        else:
            self.call_later(self.screen.run_action, "leave")

    @property
    def two_escapes_leave(self) -> bool:
        """True where Esc has nowhere to go back to, and everywhere on the safer way."""
        return self.journey.safer or (isinstance(self.screen, Page) and self.screen.first)

    def go_back(self) -> None:
        """One page back; the first page stays."""
        trail = self.trail
        for _ in range(len(trail) - len(flow.back(trail, self.journey.state))):
            self.pop_screen()

    def leave_at_once(self) -> None:
        """Shows something dull, then ends; the terminal is wiped on the way out."""
        self.left_at_once = True
        self.workers.cancel_all()
        self.clear_notifications()
        self.push_screen(Dull())
        self.call_after_refresh(self.exit)

    def action_leave(self) -> None:
        """Ends; asks first where what was found would be lost, and the same key again is an answer."""
        if not self.journey.unkept or isinstance(self.screen, Confirm):
            self.exit()
        else:
            self._ask_to_leave()

    @work
    async def _ask_to_leave(self) -> None:
        words = [say(f"journey.leave.{name}") for name in ("sure", "leave", "stay")]
        if await self.push_screen_wait(Confirm(*words)):
            self.exit()

    def action_leave_at_once(self) -> None:
        """Leaves at once, from wherever one is."""
        self.leave_at_once()

    def run(self, **options: Any) -> Any:
        """Runs until the person leaves; after a quick leave nothing is left on the terminal."""
        result = super().run(**options)
        if self.left_at_once:
            wipe_terminal()
        return result

    # Help, theme, crash -----------------------------------------------------------------------------------

    async def action_help(self) -> None:
        """Says what can be done here; closes again with the same key."""
        if isinstance(self.screen, Help):
            self.screen.dismiss(None)
        else:
            await self.push_screen(Help.of(self.screen))

    def action_light_or_dark(self) -> None:
        """Changes to the next theme: dark, light, high contrast."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def get_system_commands(self, screen: Screen[Any]) -> Any:
        """What the command palette offers, in plain words: every key of the page first."""
        offers = getattr(screen, "offers", lambda binding: True)
        for item in type(screen).BINDINGS:
            if isinstance(item, Binding) and item.description and offers(item):
                words, shown = say(item.description), item.key_display or item.key
                press = partial(self.simulate_key, item.key.split(",")[0])
                yield SystemCommand(f"{words[:1].upper()}{words[1:]}", say("app.app.press_key", key=shown), press)
        yield SystemCommand(say("app.help.help"), say("app.app.help_about"), self.action_help)
        yield SystemCommand(say("app.app.light_dark"), say("app.app.light_dark_about"), self.action_light_or_dark)
        yield SystemCommand(
            say("report.help.heading"), say("app.app.contacts_about"), partial(self.follow, PageId.CONTACTS)
        )
        yield SystemCommand(
            say("app.words.heading"), say("app.app.words_about"), partial(self.follow, PageId.WORDS)
        )
        yield SystemCommand(
            say("app.safer.heading"), say("paths.watched.look"), partial(self.follow, PageId.SAFER)
        )
        yield SystemCommand(say("app.app.leave_once"), say("app.app.leave_about"), self.leave_at_once)


def make_app(
    toolkit: Toolkit,
    *,
    vault: Keeper | None = None,
    people: Sequence[InventedPerson] = (),
    pretend: Pretend | None = None,
    persona: str | None = None,
    start: Start = NOTHING_SAID,
) -> PrivacyCheckApp:
    """The app as cli and tests build it; see the module's docstring for each argument."""
    journey = Journey(toolkit, vault=vault, people=people, pretend=pretend)
    journey.start_with(start)
    return PrivacyCheckApp(journey, persona=persona)
