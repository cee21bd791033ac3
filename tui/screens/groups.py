"""The review of groups: any number of them, searched, ticked, decided about one by one or many at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from privacy_check.groups.review import Choice, GroupCard
from privacy_check.journey.flow import Place
from privacy_check.journey.views import groups as view
from privacy_check.sentences import Said, say
from tui.text import cell, glyphs, plain
from tui.widgets.long_list import LongList
from tui.widgets.page import Page, hidden, key

_PLACE, _MARK = 12, 8


class Groups(Page):
    """The list; memberships that may tell something private are not named until V is pressed."""

    heading = Said("app.groups.heading")
    step = 8
    lead = Said("reviewing.lead")
    help_text = Said("reviewing.help_text")
    CSS = """
    Groups #body { overflow-y: hidden; }
    Groups #told { height: auto; max-height: 8; margin: 1 0 0 0; }
    Groups.-wide #told { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "tick", "tick"),
        key("a", "tick_all", "tick_all"),
        key("h", "decide('hide')", "hide"),
        key("c", "decide('change')", "change"),
        key("l", "decide('leave')", "leave_group"),
        key("k", "decide('keep')", "keep"),
        key("u", "undo", "take_back"),
        key("slash", "search", "search", "/"),
        key("v", "reveal", "names"),
        hidden("down", "to_list"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._revealed = False
        self._view: view.GroupsView | None = None
        self._shown: tuple[GroupCard, ...] = ()
        self._ticked: set[str] = set()

    def body(self) -> ComposeResult:
        """How many there are, the line to search with, the list, and what is said of the line you are on."""
        yield Static(id="count")
        yield Input(placeholder=say("reviewing.search"), id="search")
        yield LongList(self._line, id="groups")
        yield Static(id="told")

    def on_mount(self) -> None:
        """Starts on the list."""
        self._read()
        self.query_one(LongList).focus()

    def on_screen_resume(self) -> None:
        """Comes back to what stood here."""
        if self._view is not None:
            super().on_screen_resume()

    def _read(self) -> None:
        """Reads the memberships anew: only when the page opens and when names are shown or hidden."""
        self._view = view.taken_up(self.journey, reveal=self._revealed)
        self.refresh_page()

    def refresh_page(self) -> None:
        """Shows the lines that hold the words that are searched for."""
        if self._view is None:
            return
        nothing = bool(self._view.none)
        self.query_one(LongList).display = self.query_one(Input).display = not nothing
        self._shown = self._view.search(self.query_one(Input).value)
        self.query_one(LongList).fill([card.key for card in self._shown])
        self._tell()

    def _tell(self) -> None:
        """Says how many there are, and what the line you are on tells."""
        if self._view is None:
            return
        count = view.counted(self._view, len(self._shown))
        if self._ticked:
            count = f"{count} {say('reviewing.ticked', count=len(self._ticked))}"
        self.query_one("#count", Static).update(plain(self._view.none or count, "bold"))
        card = self._card
        lines = [plain(sentence) for sentence in view.told(self._view, card)] if card else []
        none_found = Content(say("reviewing.none_found")) if not card and not self._view.none else Content()
        self.query_one("#told", Static).update(Content("\n").join(lines) if lines else none_found)
        self.show_side()

    @property
    def _card(self) -> GroupCard | None:
        at = self.query_one(LongList).at
        return self._shown[at] if at < len(self._shown) else None

    def _line(self, at: int, width: int) -> Content:
        card = self._shown[at]
        assert self._view is not None
        tick = glyphs().ticked if card.key in self._ticked else glyphs().unticked
        name = max(width - _PLACE - _MARK - len(tick) - 3, 10)
        return Content.assemble(
            f"{tick} ",
            cell(card.name, name, "" if card.could_conclude else "$foreground-muted"),
            " ",
            cell(self.name_of(card.account.platform), _PLACE, "$foreground-muted"),
            " ",
            cell(view.mark_words(self._view, card), _MARK, "bold $success"),
        )

    def side(self) -> Content:
        """What is said of the group you are on, and the steps there are."""
        card = self._card if self._view is not None else None
        if card is None or self._view is None:
            return super().side()
        told = [plain(sentence) for sentence in view.told(self._view, card)]
        steps = [plain(f"{number}  {step}") for number, step in enumerate(card.steps, 1)]
        if steps:
            steps = [Content(), Content.styled(say("reviewing.what_to_do"), "bold"), *steps]
        return Content("\n").join([plain(card.name, "bold"), Content(), *told, *steps])

    @on(LongList.Moved)
    def moved(self) -> None:
        """Tells of the line you are on now."""
        self.say("")
        self._tell()

    @on(LongList.Chosen)
    def chosen(self) -> None:
        """Says what to do above the keys, for terminals without a side panel."""
        card = self._card
        if card is not None:
            self.say(" ".join(card.steps) or say("app.groups.no_steps"))

    # Searching --------------------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def searched(self) -> None:
        """Shows what holds the words."""
        self.refresh_page()

    @on(Input.Submitted, "#search")
    def found(self) -> None:
        """From the words to the list."""
        self.action_to_list()

    def action_search(self) -> None:
        """To the line to search with."""
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        """To the list."""
        self.query_one(LongList).focus()

    # Deciding ---------------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Ticks the line you are on, or takes the tick away, and goes one on."""
        card = self._card
        if card is not None:
            self._ticked ^= {card.key}
            self.query_one(LongList).action_move(1)
            self.query_one(LongList).refresh()
            self._tell()

    def action_tick_all(self) -> None:
        """Ticks every line that is shown; where all of them are, takes the ticks away."""
        keys = {card.key for card in self._shown}
        self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
        self.query_one(LongList).refresh()
        self._tell()

    def action_decide(self, choice: str) -> None:
        """Notes a decision about the ticked lines, or the one you are on."""
        keys = self._ticked or ({self._card.key} if self._card else set())
        if self._view is None or not keys:
            return
        chosen = Choice(choice)
        self._view = view.decide(self.journey, self._view, keys, chosen)
        self.say(say("reviewing.done", count=len(keys), words=say(f"reviewing.mark.{chosen}")))
        if not self._ticked:
            self.query_one(LongList).action_move(1)
        self._ticked = set()
        self.query_one(LongList).refresh()
        self._tell()

    def action_undo(self) -> None:
        """Takes the last decision back."""
        before = view.undo(self.journey, self._view) if self._view is not None else None
        self.say(say("journey.undone" if before else "journey.nothing_to_undo"))
        self._view = before or self._view
        self.query_one(LongList).refresh()
        self._tell()

    def action_reveal(self) -> None:
        """Names the private memberships, or hides them again; says so where none is hidden."""
        any_private = self._view is not None and self._view.any_private
        self._revealed = not self._revealed and any_private
        self._read()
        self.say("" if any_private else say("journey.why.no_hidden_group"))
