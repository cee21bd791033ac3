"""The trainer's desk: what to say and ask, the clock, the fixes, and what the room sees."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import lines, say
from privacy_check.training.nouns import Fix, Kind
from privacy_check.training.plan import stop_lead, stop_lines
from privacy_check.training.running import Running
from tui.calm_crash import CalmCrash
from tui.text import bullets, glyphs, plain
from tui.training.look import STYLE, THEME
from tui.training.panels import DeskHelp, Leaks

Opened = Callable[[], AbstractAsyncContextManager[Running]]


class Top(Widget):
    """The step's name, how far the session is, and the clock."""

    DEFAULT_CSS = "Top { dock: top; height: 3; padding: 0 1; }"

    def render(self) -> RenderResult:
        """Two lines of words and a line under them."""
        running: Running | None = getattr(self.app, "running", None)
        width = max(self.size.width - 2, 20)
        if running is None:
            return Content(say("training.desk.title"))
        session = running.session
        right = session.place
        heading = plain(session.step.heading).truncate(width - len(right) - 2, ellipsis=True)
        gap = " " * max(width - heading.cell_length - len(right), 1)
        part = say(f"training.part.{session.step.part}.name")
        part = session.person.name if part == session.step.heading else part
        clock = running.timer.told(session.step.seconds, session.length)
        space = " " * max(width - len(part) - len(clock), 1)
        return Content("\n").join(
            [
                Content.assemble(heading.stylize("bold $primary"), gap, (right, "$foreground-muted")),
                Content.assemble((part, "$secondary"), space, (clock, "$accent")),
                Content.styled(glyphs().line * width, "$foreground-muted"),
            ]
        )


class Keys(Widget):
    """The keys of the desk, each with its word."""

    DEFAULT_CSS = "Keys { dock: bottom; height: auto; max-height: 2; padding: 0 1; background: $panel; }"

    def render(self) -> RenderResult:
        """On as many lines as they need; a key and its word never part."""
        width = max(self.size.width, 20)
        rows: list[Content] = [Content()]
        for shown, word in self.app.keys_shown():  # type: ignore[attr-defined]
            part = Content.assemble((shown, "bold"), " ", say(f"training.desk.keys.{word}"))
            gap = 2 if rows[-1].cell_length else 0
            if rows[-1].cell_length + gap + part.cell_length > width:
                rows.append(part)
            else:
                rows[-1] = Content.assemble(rows[-1], " " * gap, part)
        return Content("\n").join(rows)


class Desk(CalmCrash):
    """The desk around one running session, which is opened with it and closes with it."""

    CSS = STYLE
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared so by App
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,pagedown,n,enter", "move(True)"),
        Binding("left,pageup,b", "move(False)"),
        Binding("down", "scroll(1)"),
        Binding("up", "scroll(-1)"),
        *(Binding(str(number), f"fix({number})") for number in range(1, 10)),
        Binding("u", "undo"),
        Binding("l", "leaks"),
        Binding("v", "turn_page"),
        Binding("o", "open_wall"),
        Binding("w", "new_address"),
        Binding("s", "save"),
        Binding("t", "clock"),
        Binding("question_mark,f1", "help"),
        Binding("q", "end"),
        Binding("escape", "escape", priority=True),
        Binding("ctrl+q", "leave", priority=True),
    ]

    def __init__(self, opened: Opened, *, open_at_once: bool = True) -> None:
        super().__init__()
        self._opened, self._open_at_once = opened, open_at_once
        self.running: Running | None = None
        self.trouble: PrivacyCheckError | None = None
        self._ending = self._working = self._escaped = False

    def compose(self) -> ComposeResult:
        """Title and clock, the two columns, a line for messages, keys."""
        yield Top()
        with Horizontal(id="middle"):
            yield VerticalScroll(Static(id="notes"), id="left")
            yield VerticalScroll(Static(id="wall"), id="right")
        yield Static(say("training.desk.opening"), id="say")
        yield Keys()

    def on_mount(self) -> None:
        """Opens the session."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self.set_interval(1.0, self._tick)
        self.hold_session()

    @work
    async def hold_session(self) -> None:
        """Keeps the session open as long as the desk is there."""
        import asyncio

        self._over = asyncio.Event()
        try:
            async with self._opened() as running:
                self.running = running
                await running.begin()
                wall = say("training.desk.wall", address=running.screen.address)
                self.tell(running.open_wall() if self._open_at_once else wall)
                self.refresh_desk()
                await self._over.wait()
        except PrivacyCheckError as error:
            self.trouble = error
        self.running = None
        self.exit()

    def _tick(self) -> None:
        if self.running is not None:
            self.query_one(Top).refresh()
            for notice in self.running.screen.notices():
                self.tell(notice)

    def refresh_desk(self) -> None:
        """Shows the step as it stands."""
        if self.running is None:
            return
        self.query_one("#notes", Static).update(_notes(self.running))
        self.query_one("#wall", Static).update(_wall(self.running))
        self.query_one(Top).refresh()
        self.query_one(Keys).refresh(layout=True)

    def keys_shown(self) -> list[tuple[str, str]]:
        """The keys that do something now."""
        session = self.running.session if self.running else None
        found = [(glyphs().left, "back"), (glyphs().right, "next")]
        if session is not None and session.fixes:
            found += [(f"1-{len(session.fixes)}", "fix"), ("u", "undo"), ("l", "leaks")]
        if session is not None and session.step.kind is Kind.PAGE:
            found.append(("v", "page"))
        return [
            *found,
            ("o", "open"),
            ("w", "address"),
            ("s", "save"),
            ("t", "clock"),
            ("?", "help"),
            ("q", "end"),
        ]

    def tell(self, sentence: str) -> None:
        """Puts a sentence above the keys."""
        self.query_one("#say", Static).update(plain(sentence, longest=2000))

    async def _do(self, act: Callable[[Running], Awaitable[str]]) -> None:
        """One thing at a time; what came of it is told."""
        self._ending = False
        if self.running is None or self._working:
            self.tell(say("training.desk.busy" if self.running else "training.desk.opening"))
            return
        self._working = True
        self._act(act)

    @work(exit_on_error=False)
    async def _act(self, act: Callable[[Running], Awaitable[str]]) -> None:
        running = self.running
        try:
            if running is not None:
                self.tell(await act(running))
        except PrivacyCheckError as error:
            self.tell(f"{error.message} {error.hint}")
        except Exception as error:
            # A room full of people waits: the session goes on with what it has.
            self.tell(say("errors.selfcheck.broken", name=type(error).__name__))
        finally:
            self._working = False
            self.refresh_desk()

    async def action_move(self, forward: bool) -> None:
        """A step on or back."""
        await self._do(lambda running: running.move(forward))

    def action_scroll(self, lines_down: int) -> None:
        """Moves the notes where they are longer than the screen."""
        for part in ("#middle", "#left"):
            self.query_one(part).scroll_relative(y=lines_down, animate=False)

    async def action_fix(self, number: int) -> None:
        """Mends a fix on the pretend page."""
        self.tell(say("training.looking"))
        await self._do(lambda running: running.fix(number))

    async def action_undo(self) -> None:
        """Takes the last change back."""
        self.tell(say("training.looking"))
        await self._do(lambda running: running.undo())

    def action_leaks(self) -> None:
        """Opens the list of leaks."""
        if self.running is None:
            return

        async def chosen(leak: Any) -> None:
            if leak is not None:
                self.tell(say("training.looking"))
                await self._do(lambda running: running.switch(leak))

        self.push_screen(Leaks(self.running.session.leaks()), chosen)

    def action_turn_page(self) -> None:
        """One page large on the wall, the next one, all."""
        self._at_once(lambda running: running.turn_page())

    def action_open_wall(self) -> None:
        """Opens the wall in a window."""
        self._at_once(lambda running: running.open_wall())

    def action_new_address(self) -> None:
        """Gives the wall a new address."""
        self._at_once(lambda running: running.new_address())

    async def action_save(self) -> None:
        """Saves what the room sees."""
        await self._do(lambda running: running.save())

    def action_clock(self) -> None:
        """Stops the clock, or lets it run."""
        if self.running is not None:
            self.running.timer.hold()
            self.query_one(Top).refresh()

    def _at_once(self, act: Callable[[Running], str]) -> None:
        self._ending = False
        if self.running is not None:
            self.tell(act(self.running))
            self.refresh_desk()

    def action_help(self) -> None:
        """What every key does."""
        self.push_screen(DeskHelp(lines("training.desk.help")))

    def action_end(self) -> None:
        """Ends on the second press."""
        if self._ending:
            self.action_leave()
            return
        self._ending = True
        self.tell(say("training.desk.end"))

    def action_escape(self) -> None:
        """Closes a panel; twice on the desk ends at once."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self._escaped:
            self.action_leave()
        else:
            self._escaped = True
            self.set_timer(0.7, self._forget_escape)

    def _forget_escape(self) -> None:
        self._escaped = False

    def action_leave(self) -> None:
        """Lets go of the session; the desk ends when it has closed."""
        if self.running is not None:
            self._over.set()
        else:
            self.exit()


def _notes(running: Running) -> Any:
    from rich.console import Group

    session = running.session
    parts: list[Any] = []
    if session.step.part == "person":
        parts += [_head("training.desk.story_head"), Text(session.person.story), Text()]
    parts += [_head("training.desk.say_head"), bullets(session.step.notes)]
    stage = session.step.stage
    if stage is not None and stage.stops:
        parts += [Text(), Text(stop_lead(stage), style="bold"), bullets(stop_lines(stage))]
    if session.step.questions:
        parts += [Text(), _head("training.desk.ask_head"), bullets(session.step.questions)]
    if session.step.kind is Kind.CHANGE:
        fixes = [f"{number}  {fix_words(running, fix)}" for number, fix in enumerate(session.fixes, 1)]
        rows = fixes or [say("training.fix.none")]
        parts += [Text(), _head("training.desk.fixes_head"), *(Text(row) for row in rows)]
    return Group(*parts)


def fix_words(running: Running, fix: Fix) -> str:
    """A fix as one line: its title, and its time or what became of it."""
    if running.session.applied(fix):
        return say("training.desk.fix_done", title=fix.title)
    if not fix.leaks:
        return say("training.desk.fix_talk", title=fix.title)
    return say("training.desk.fix_line", title=fix.title, minutes=say("common.minutes", count=fix.minutes))


def _wall(running: Running) -> Any:
    from rich.console import Group

    from tui.training.wall import wall_lines

    rows = wall_lines(running.session.room())
    return Group(_head("training.desk.room_head"), *(Text(row) for row in rows))


def _head(name: str) -> Text:
    return Text(say(name), style="bold")
