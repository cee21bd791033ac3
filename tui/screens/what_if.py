"""What if: take a piece away and watch scenarios close and the range move; nothing real changes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.assessment.own_paths import why_no_number
from privacy_check.journey import presenters, what_if
from privacy_check.journey.flow import Place
from privacy_check.journey.views.picture import picture
from privacy_check.sentences import Said, say
from tui.text import glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.drawing import drawn
from tui.widgets.page import Page, key

SIDE = 46


class WhatIf(Page):
    """Left what someone could do, right the pieces it takes."""

    heading = Said("app.whatif.heading")
    step = 8
    lead = Said("app.whatif.lead")
    help_text = Said("app.whatif.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "tick", "take_away_or_put_back"),
        key("enter", "", "open"),
        key("z", "reset", "put_all_back"),
    ]
    CSS = """
    WhatIf #body { overflow-y: hidden; }
    WhatIf #columns { height: 1fr; }
    WhatIf.-wide #side { width: 52; }
    WhatIf.-wide #columns { layout: vertical; }
    WhatIf.-wide #left { width: 100%; height: auto; max-height: 50%; margin: 0 0 1 0; }
    WhatIf #left { width: 46%; padding: 0 1 0 0; scrollbar-size-vertical: 1; }
    WhatIf #right { width: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._gone: set[str] = set()

    def body(self) -> ComposeResult:
        """The range, then both columns."""
        yield Static(id="range")
        with Horizontal(id="columns", classes="gap"):
            with VerticalScroll(id="left", can_focus=False):
                yield Static(id="scenarios")
            with VerticalScroll(id="right", can_focus=False):
                yield Choices(id="pieces")

    def on_mount(self) -> None:
        """Starts on the first piece."""
        self.refresh_page()
        self.query_one(Choices).focus()

    def refresh_page(self) -> None:
        """Shows what is left without the pieces taken away."""
        assessment = self.journey.assessment
        if assessment is None:
            return
        supposed = what_if.suppose(assessment, self._gone, watched=self.journey.safer)
        words = presenters.exposure_words(supposed.exposure, supposed.now if self._gone else None)
        words = words or why_no_number(assessment, watched=self.journey.safer)
        closed = sum(status != was for _, status, was, _ in supposed.scenarios)
        moved = f"   {say('app.whatif.changed', counted=say('common.lines', count=closed))}" if closed else ""
        lines = [Content.assemble((words, "bold"), moved)]
        if supposed.exposure is not None:
            lines.append(Content.styled(presenters.exposure_meaning(), "$foreground-muted"))
        self.query_one("#range", Static).update(Content("\n").join(lines))
        self.query_one("#scenarios", Static).update(self._scenarios(supposed))
        self.query_one(Choices).fill(self._items() or [("", Content(say("app.whatif.none")))])
        self.show_side()

    def _scenarios(self, supposed: what_if.Supposed) -> Content:
        lines: list[Content] = []
        for title, status, was, takes in supposed.scenarios:
            changed = say("app.whatif.was", was=was) if was != status else ""
            lines.append(Content.assemble(plain(title), ": ", (status, "bold"), (changed, "$success")))
            lines += [plain(f"  {takes}", "$foreground-muted")] if takes else []
        return Content("\n").join(lines or [Content(self._nothing())])

    def side(self) -> Content:
        """The picture without what was taken away: doors close in front of the reader."""
        shown = picture(self.journey, self._gone)
        return drawn(shown, SIDE) if shown is not None else super().side()

    def _nothing(self) -> str:
        assessment = self.journey.assessment
        return nothing_to_change(how_much_seen(assessment)) if assessment else ""

    def _items(self) -> list[Item]:
        assessment = self.journey.assessment
        if assessment is None:
            return []
        items: list[Item] = []
        for rule_id in what_if.pieces(assessment):
            tick = glyphs().unticked if rule_id in self._gone else glyphs().ticked
            gone = f"{say('app.whatif.taken_away')} " if rule_id in self._gone else ""
            words = presenters.piece_words(rule_id, assessment, self.name_of)
            items.append((rule_id, Content.assemble(f"{tick} {gone}", plain(words))))
        return items

    def action_tick(self) -> None:
        """Takes the piece away, or puts it back."""
        chosen = self.query_one(Choices).chosen
        if chosen:
            self._gone ^= {chosen}
            self.refresh_page()
        else:
            self.say(say("journey.why.no_piece"))

    def action_reset(self) -> None:
        """Puts every piece back."""
        self.say("" if self._gone else say("journey.why.nothing_gone"))
        self._gone.clear()
        self.refresh_page()

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the findings of the piece."""
        prints = what_if.prints_of_piece(self.journey.assessment, event.option_id or "")
        if prints:
            await self.go("finding", prints[0], prints)
