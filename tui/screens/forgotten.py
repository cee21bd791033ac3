"""Accounts the person forgot: their own user names, asked when they say so; then each with what can be done."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from privacy_check.errors import PrivacyCheckError
from privacy_check.forgotten import Topic
from privacy_check.journey import forgetting
from privacy_check.journey.flow import GO_ON, Place
from privacy_check.journey.reporting import default_folder
from privacy_check.journey.views import forgotten as view
from privacy_check.sentences import Said, say
from tui.text import bullets, glyphs, plain
from tui.widgets.choices import Choices, Item
from tui.widgets.page import Page, key


class Forgotten(Page):
    """The names, the kinds of site, what was found."""

    heading = Said("forgotten.heading")
    step = 8
    typing = True
    lead = Said("forgotten.lead")
    help_text = Said("forgotten.help_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "", "choose"),
        key("down", "to_list", "list", glyphs().up_down),
        key("o", "open", "open"),
        key("d", "delete", "delete_page"),
        key("l", "letter", "letter"),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._topics: frozenset[Topic] = frozenset()
        self._asking = False

    def body(self) -> ComposeResult:
        """The names, what is said of all that was found, and the list of it."""
        yield Input(
            " ".join(forgetting.handles_of(self.journey)), placeholder=say("forgotten.handles"), id="names"
        )
        yield Static(id="progress")
        yield Static(id="told")
        yield Choices(id="list")

    def on_mount(self) -> None:
        """Starts on the names where there are none, else on the list."""
        self.query_one(Choices).styles.margin = (1, 0, 0, 0)
        self.refresh_page()
        (self.query_one(Choices) if self.query_one(Input).value else self.query_one(Input)).focus()
        self.query_one(Choices).go_to(GO_ON)

    def refresh_page(self) -> None:
        """Shows what there is to choose, what was found, and the rest in sentences."""
        shown = view.forgotten(self.journey)
        asked = bool(self.journey.sites)
        items: list[Item] = [(site.id, _line(site)) for site in shown.found]
        if not self._asking:
            items += [self._item(offer.id, offer.words, asked=asked) for offer in view.before(self._topics)]
        self.query_one(Choices).fill(items)
        self.query_one("#told", Static).update(bullets(shown.says))
        self.show_side()

    def _item(self, offer_id: str, words: str, *, asked: bool) -> Item:
        if offer_id == GO_ON:
            return offer_id, Content.styled(say("forgotten.again") if asked else words, "bold")
        ticked = offer_id.removeprefix(view.TOPIC) in self._topics
        return offer_id, Content(f"{glyphs().ticked if ticked else glyphs().unticked} {words}")

    @property
    def _site(self) -> view.FoundSite | None:
        chosen = self.query_one(Choices).chosen
        return next((site for site in view.forgotten(self.journey).found if site.id == chosen), None)

    def side(self) -> Content:
        """What is said of the site you are on."""
        site = self._site
        if site is None:
            return super().side()
        return Content("\n").join([plain(site.name, "bold"), *(plain(line) for line in site.told)])

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """Tells of the site you are on."""
        self.show_side()

    @on(Input.Submitted)
    def typed(self) -> None:
        """From the names to the list."""
        self.action_to_list()

    def action_to_list(self) -> None:
        """To the list."""
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Ticks a kind of site, asks, or tells of a site."""
        chosen = event.option_id or ""
        if chosen.startswith(view.TOPIC):
            self._topics ^= {Topic(chosen.removeprefix(view.TOPIC))}
            self.refresh_page()
        elif chosen == GO_ON:
            self.ask()
        elif self._site is not None:
            self.say(" ".join(self._site.told))

    @work(exclusive=True, group="ask")
    async def ask(self) -> None:
        """Asks, and shows what comes as it comes."""
        self._asking = True
        self.refresh_page()
        told = self.query_one("#progress", Static)
        told.update(plain(say("forgotten.asking")))
        found = -1
        try:
            async for so_far in forgetting.ask(self.journey, self.query_one(Input).value, self._topics):
                told.update(plain(f"{so_far.words} {say('forgotten.asking')}"))
                if so_far.found != found:
                    found = so_far.found
                    self.refresh_page()
        except PrivacyCheckError as error:
            self.say_error(error)
        finally:
            self._asking = False
        told.update("")
        self.refresh_page()

    def action_back(self) -> None:
        """Stops an asking that is under way; else one page back."""
        if not self._asking:
            super().action_back()
            return
        self.workers.cancel_group(self, "ask")
        self._asking = False
        self.query_one("#progress", Static).update("")
        self.refresh_page()

    def action_open(self) -> None:
        """Opens the page of that account."""
        site = self._site
        if site is not None:
            self._open(site.answer.account.url)

    def action_delete(self) -> None:
        """Opens the page where it can be deleted."""
        site = self._site
        if site is not None and site.answer.site.delete_url:
            self._open(site.answer.site.delete_url)
        elif site is not None:
            self.say(say("forgotten.no_delete"))

    def _open(self, url: str) -> None:
        if self.journey.safer:
            self.say(say("forgotten.not_safer"))
        elif self.journey.toolkit.open_link(url):
            self.say(say("forgotten.opened"))

    def action_letter(self) -> None:
        """Writes a letter that asks to erase it."""
        site = self._site
        if site is None:
            return
        if self.journey.safer:
            self.say(say("forgotten.not_safer"))
            return
        try:
            path = forgetting.write_letter(self.journey, site.answer, default_folder())
        except PrivacyCheckError as error:
            self.say_error(error)
            return
        self.say(say("forgotten.letter", path=path))


def _line(site: view.FoundSite) -> Content:
    return Content.assemble(plain(site.name, "bold", longest=40), "  ", plain(site.handle, longest=30))
