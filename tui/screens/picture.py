"""The picture as a page: every mark says what it is, and facts can be taken away in thought."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.journey.flow import Place
from privacy_check.journey.views.picture import Picture, picture
from privacy_check.journey.what_if import prints_of_piece
from privacy_check.sentences import Said, say
from tui.text import plain
from tui.widgets.choices import Choices, Item
from tui.widgets.drawing import around, door_line, signs_width, tie_line
from tui.widgets.page import Page, key

WIDTH = 72


class PicturePage(Page):
    """You and your accounts above, then facts and doors; the line you are on is told above the keys."""

    heading = Said("picture.heading")
    step = 8
    help_text = Said("picture.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "tick", "take_away_or_put_back"),
        key("enter", "", "open"),
        key("z", "reset", "put_all_back"),
        key("v", "cards", "as_seen"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._gone: set[str] = set()
        self._told: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """The drawing, then its marks one under the other."""
        yield Static(id="around")
        yield Choices(id="marks")

    def on_mount(self) -> None:
        """Starts on the first fact."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.refresh_page()
        self.query_one(Choices).focus()

    def on_resize(self) -> None:
        """Draws anew for another width."""
        self.call_after_refresh(self.refresh_page)

    def refresh_page(self) -> None:
        """Shows what is left without the facts taken away."""
        shown = picture(self.journey, self._gone)
        if shown is None:
            return
        width = min(WIDTH, max(self.app.size.width - 6, 20))
        self.query_one("#around", Static).update(around(shown.around, width))
        self.query_one(Choices).fill(self._items(shown, width - 4))
        self.tell()
        self.show_side()

    def _items(self, shown: Picture, width: int) -> list[Item]:
        signs = signs_width(shown)
        self._told = {f"tie-{tie.rule}": tie.what for tie in shown.ties}
        items: list[Item] = [(f"tie-{tie.rule}", tie_line(tie, width, signs)) for tie in shown.ties]
        for door in shown.doors:
            self._told[f"door-{door.number}"] = door.what
            items.append((f"door-{door.number}", door_line(door, width)))
        if shown.quiet:
            items.append(("quiet", plain(shown.quiet)))
        for at, account in enumerate(shown.around):
            self._told[f"account-{at}"] = account.what
            items.append((f"account-{at}", Content.assemble((f"{account.sign} ", "bold"), plain(account.name))))
        return items

    @on(OptionList.OptionHighlighted)
    def tell(self) -> None:
        """Says what the mark is that you are on."""
        self.say(self._told.get(self.query_one(Choices).chosen or "", ""))

    def _rule(self, chosen: str | None) -> str:
        return (chosen or "").removeprefix("tie-") if (chosen or "").startswith("tie-") else ""

    def action_tick(self) -> None:
        """Takes the fact away, or puts it back."""
        rule = self._rule(self.query_one(Choices).chosen)
        if not rule:
            self.say(say("picture.only_facts"))
            return
        self._gone ^= {rule}
        self.refresh_page()

    def action_reset(self) -> None:
        """Puts every fact back."""
        words = say("picture.put_back") if self._gone else say("journey.why.nothing_gone")
        self._gone.clear()
        self.refresh_page()
        self.say(words)

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens what was found about a fact; says of any other mark what it is."""
        prints = prints_of_piece(self.journey.assessment, self._rule(event.option_id))
        if prints:
            await self.go("finding", prints[0], prints)
        else:
            self.tell()

    async def action_cards(self) -> None:
        """Every account as a stranger sees it."""
        await self.go("drawn")
