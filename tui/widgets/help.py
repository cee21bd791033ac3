"""Help for the page below: what it is for and every key it knows."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from privacy_check.sentences import say
from tui.widgets.page import hidden

ALWAYS = (
    ("esc", "back"),
    ("ctrl+g", "leave_at_once"),
    ("esc esc", "twice"),
    ("F1, ?", "this"),
    ("ctrl+p", "command"),
    ("ctrl+t", "light"),
    ("ctrl+q", "leave"),
)


class Help(ModalScreen[None]):
    """The help of one page, made from the page itself."""

    BINDINGS: ClassVar[list[BindingType]] = [hidden("enter,q,space", "dismiss(None)")]

    def __init__(self, title: str, words: str, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._title, self._words, self._keys = title, words, keys

    @classmethod
    def of(cls, screen: Screen[Any]) -> Help:
        """The help of that page."""
        own = [item for item in type(screen).BINDINGS if isinstance(item, Binding) and item.description]
        keys = tuple((item.key_display or item.key, say(item.description)) for item in own)
        return cls(getattr(screen, "heading", "") or say("app.help.help"), getattr(screen, "help_text", ""), keys)

    def compose(self) -> ComposeResult:
        """Title, words, keys."""
        rows = [*self._keys, *((name, say(f"app.help.{word}")) for name, word in ALWAYS)]
        width = max(len(name) for name, _ in rows) + 2
        lines = [Content.assemble((f"{name:<{width}}", "bold"), word) for name, word in rows]
        with VerticalScroll(classes="box"):
            yield Static(Content.styled(self._title, "bold $primary"))
            if self._words:
                yield Static(Content(self._words), classes="gap")
            yield Static(Content("\n").join(lines), classes="gap")
            yield Static(Content(say("app.help.closes")), classes="quiet gap")

    def on_mount(self) -> None:
        """Lets the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()
