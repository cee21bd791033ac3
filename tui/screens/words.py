"""Check some words before posting them; nothing typed here is kept."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from privacy_check.journey import overlay
from privacy_check.journey.flow import Place
from privacy_check.journey.terminal_text import drawable
from privacy_check.journey.views.words import Checked, checked
from privacy_check.model import Finding
from privacy_check.sentences import Said, say
from privacy_check.text.sanitise import sanitise
from tui.text import glyphs, table
from tui.widgets.page import Page, key


class Words(Page):
    """Type or paste above, read below."""

    heading = Said("app.words.heading")
    typing = True
    lead = Said("app.words.lead")
    help_text = Said("app.words.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+l", "clear", "clear"),
        key("f2", "reveal", "show_or_hide_what_was_found", "F2"),
        key("f3", "readers", "three_readers", "F3"),
        key("f4", "take", "take_suggestion", "F4"),
        key("pagedown", "scroll('page_down')", "read_on", "pgdn", priority=True),
        Binding("pageup", "scroll('page_up')", "", show=False, priority=True),
    ]
    CSS = "Words TextArea { height: 6; border: none; padding: 0 1; background: $surface; }"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._revealed = False
        self._found: list[Finding] = []
        self._instead = ""

    def body(self) -> ComposeResult:
        """The words, and what was found in them."""
        yield TextArea(id="words", soft_wrap=True)
        yield Static(id="found", classes="gap")
        yield Static(id="lit", classes="gap")

    def on_mount(self) -> None:
        """Starts in the words."""
        self.query_one(TextArea).focus()
        self.refresh_page()

    @on(TextArea.Changed)
    def typed(self) -> None:
        """Checks what stands there."""
        self.check_words(self.query_one(TextArea).text)

    @work(exclusive=True, group="words")
    async def check_words(self, text: str) -> None:
        """Checks without freezing the page."""
        from privacy_check.detectors.engine import find

        self._found = list(await asyncio.to_thread(find, text, about=self.journey.about))
        self.refresh_page()

    def refresh_page(self) -> None:
        """Shows what was found."""
        text = self.query_one(TextArea).text
        if not text.strip():
            rows = [("", say("app.words.empty", up_down=glyphs().up_down))]
        elif not self._found:
            rows = [
                (
                    "",
                    say("app.words.nothing_noticed"),
                )
            ]
        else:
            rows = [(say("common.things", count=len(self._found)), say("app.words.look"))]
        shown = checked(text, self._found, reveal=self._revealed)
        rows += [(f"{told.number}  {told.what}", told.sentence) for told in shown.told]
        self.query_one("#found", Static).update(table(rows))
        self.query_one("#lit", Static).update(_lit(shown) if shown.told else "")
        self._instead = shown.instead
        self.show_side()

    def action_reveal(self) -> None:
        """Shows or hides the words that were noticed."""
        self._revealed = not self._revealed
        self.refresh_page()

    def action_take(self) -> None:
        """Puts the suggested words in place of those typed."""
        if self._instead:
            self.query_one(TextArea).text = self._instead
            self.say(say("posting.taken"))
        else:
            self.say(say("posting.none"))

    async def action_readers(self) -> None:
        """Lays the three readers over what stands there."""
        await self.go("readers", overlay.TYPED + self.query_one(TextArea).text)

    def action_clear(self) -> None:
        """Takes the words away."""
        self.query_one(TextArea).text = ""


def _lit(shown: Checked) -> Content:
    """The words with what was noticed in numbered brackets, then how to say it with less."""
    parts: list[Content] = [Content.styled(say("posting.lit"), "bold"), Content("\n")]
    for piece in shown.pieces:
        parts += [Content.styled(f"[{number}: ", "bold $accent") for number in piece.opens]
        parts.append(Content.styled(drawable(sanitise(piece.text)), "underline" if piece.lit else ""))
        parts.append(Content.styled("]" * piece.closes, "bold $accent"))
    if shown.instead:
        parts += [Content("\n\n"), Content.styled(say("posting.suggested"), "bold"), Content("\n")]
        parts += [
            Content(drawable(sanitise(shown.instead))),
            Content("\n"),
            Content.styled(say("posting.use"), "$foreground-muted"),
        ]
    else:
        parts += [Content("\n\n"), Content(shown.why_not)]
    return Content.assemble(*parts)
