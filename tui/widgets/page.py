"""What every page has: a title that says where you are, one sentence, the thing itself, and the keys."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import GO_ON, Move, Place
from privacy_check.journey.ports import InventedPerson
from privacy_check.journey.sitting import Journey
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices
from tui.widgets.keybar import KeyBar

PATH = (
    "app.welcome.place",
    "app.consent.heading",
    "app.keep.heading",
    "app.about.heading",
    "app.accounts.heading",
    "app.lens.heading",
    "app.checking.place",
    "app.results.heading",
    "app.report.place",
)


class House(Protocol):
    """What a page may ask of the app it stands in."""

    journey: Journey

    async def follow(self, choice: str, subject: str, among: tuple[str, ...]) -> Move:
        """Shows the page that comes next, and tells what came next."""
        ...

    def go_back(self) -> None:
        """Shows the page before."""
        ...

    def leave_at_once(self) -> None:
        """Blanks the screen and ends."""
        ...

    def action_leave(self) -> None:
        """Ends, after asking where something would be lost."""
        ...

    async def be_self(self) -> None:
        """Goes on as the person at the keyboard."""
        ...

    async def take_tour(self, audience: str) -> None:
        """Lays the tour over the page at hand."""
        ...

    async def be(self, person: InventedPerson) -> None:
        """Goes on as an invented person."""
        ...


class TitleBar(Widget):
    """The page's name on the left, how far along on the right, and the banner of an invented person."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: auto; padding: 0 1; background: $background; }
    """

    def render(self) -> RenderResult:
        """One line of title, one line drawn under it, and the banner between them when it is a demo."""
        page = self.screen
        heading, step = getattr(page, "heading", ""), getattr(page, "step", 0)
        width = max(self.size.width, 20)
        right = say("app.page.at", step=step, steps=len(PATH)) if step else "privacy-check"
        space = max(width - len(heading) - len(right), 1)
        lines = [Content.assemble((heading, "bold $primary"), " " * space, (right, "$foreground-muted"))]
        person = page.app.journey.invented  # type: ignore[attr-defined]
        if person is not None:
            lines.append(plain(say("app.page.invented", name=person.name), "bold $accent"))
        if page.app.journey.safer:  # type: ignore[attr-defined]
            lines.append(Content.styled(say("paths.watched.calm"), "bold $success"))
        lines.append(Content.styled(glyphs().line * width, "$foreground-muted"))
        return Content("\n").join(lines)


class Page(Screen[None]):
    """Base of the screens. `first` pages have no way back; `typing` pages take letters, so help is on F1."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - declared so by Screen
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll('line_down')", "", show=False),
        Binding("up", "scroll('line_up')", "", show=False),
        Binding("pagedown,space", "scroll('page_down')", "", show=False),
        Binding("pageup", "scroll('page_up')", "", show=False),
    ]
    heading = Said()
    step: ClassVar[int] = 0
    lead = Said()
    help_text = Said()
    first: ClassVar[bool] = False
    typing: ClassVar[bool] = False

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    @property
    def house(self) -> House:
        """The app, as far as a page knows it."""
        return cast("House", self.app)

    async def go(self, choice: str = GO_ON, subject: str = "", among: tuple[str, ...] = ()) -> Move:
        """On to whatever page comes after this choice; which one that is, is none of a page's business."""
        return await self.house.follow(choice, subject, among)

    @property
    def journey(self) -> Journey:
        """What was chosen and found so far."""
        return self.house.journey

    def name_of(self, platform: str) -> str:
        """A platform's own name."""
        return self.journey.toolkit.platform_name(platform)

    def compose(self) -> ComposeResult:
        """Title, sentence, the page's own widgets beside the side panel, a line for messages, keys."""
        yield TitleBar()
        with Horizontal(id="middle"):
            with VerticalScroll(id="body", can_focus=False):
                if self.lead:
                    yield Static(Content(self.lead), id="lead")
                yield from self.body()
            yield Static(id="side")
        yield Static(id="say")
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The page's own widgets."""
        yield from ()

    def on_mount(self) -> None:
        """Fills the page."""
        self.refresh_page()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Gives a widget the keys; a list moves the page itself, so that what stands above it stays in sight."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, Choices), from_app_focus)

    def on_screen_resume(self) -> None:
        """Fills the page anew when it comes back on top; what was said of an earlier key is gone."""
        self.say("")
        self.refresh_page()

    def refresh_page(self) -> None:
        """Shows the journey as it stands now."""
        self.show_side()

    def show_side(self) -> None:
        """Fills the side panel, which wide terminals have."""
        self.query_one("#side", Static).update(self.side())

    def side(self) -> Content:
        """What the side panel says: the way from start to report, unless a page knows better."""
        lines = []
        for at, name in enumerate(PATH, 1):
            here = at == self.step
            sign = glyphs().pointer if here else " " * len(glyphs().pointer)
            lines.append(Content.assemble(f"{sign} {at}  ", (say(name), "bold" if here else "")))
        return Content("\n").join([Content.styled(say("app.page.way"), "bold"), Content(), *lines])

    def offers(self, binding: Binding) -> bool:
        """False for a key that does nothing just now; the key bar then leaves it out."""
        return True

    def say(self, sentence: str, hint: str = "") -> None:
        """Puts a sentence above the keys; an empty one takes it away."""
        line = self.query_one("#say", Static)
        line.update(plain(f"{sentence} {hint}".strip()))
        line.display = bool(sentence)

    def say_error(self, error: PrivacyCheckError) -> None:
        """Puts an error's sentence and what to do next above the keys."""
        self.say(error.message, error.hint)

    def on_key(self, event: Key) -> None:
        """Says that a key does nothing here; a key that does something never comes this far."""
        if event.is_printable and event.key not in self._known_keys():
            self.say(say("journey.why.no_key", key=(event.character or "").strip() or event.key))

    def _known_keys(self) -> set[str]:
        return set(self.active_bindings)

    def action_scroll(self, how: str) -> None:
        """Moves a long page where no list takes the keys."""
        body = self.query_one("#body")
        moves = {
            "line_down": body.scroll_down,
            "line_up": body.scroll_up,
            "page_down": body.scroll_page_down,
            "page_up": body.scroll_page_up,
        }
        moves[how](animate=False)

    def undo_mark(self) -> None:
        """Takes the last mark back, and says so."""
        try:
            undone = self.journey.undo()
        except PrivacyCheckError as error:
            self.say_error(error)
        else:
            self.say(say("journey.undone" if undone else "journey.nothing_to_undo"))
        self.refresh_page()

    def action_back(self) -> None:
        """One page back."""
        self.house.go_back()


def key(keys: str, action: str, word: str, shown: str = "", *, priority: bool = False) -> Binding:
    """A binding the key bar shows; `word` names its words among the keys of the app."""
    return Binding(keys, action, f"app.keys.{word}", show=True, key_display=shown or None, priority=priority)


def hidden(keys: str, action: str) -> Binding:
    """A binding the key bar leaves out."""
    return Binding(keys, action, "", show=False)
