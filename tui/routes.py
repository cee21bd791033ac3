"""Which screen shows which page: the only place that knows both. A screen is loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module

from privacy_check.journey.flow import PageId, Place
from tui.widgets.page import Page

SCREENS: dict[PageId, str] = {
    PageId.WELCOME: "welcome:Welcome",
    PageId.PEOPLE: "people:People",
    PageId.SAFER: "safer:Safer",
    PageId.CONSENT: "consent:Consent",
    PageId.KEEP: "keep:Keep",
    PageId.RESUME: "resume:Resume",
    PageId.ABOUT: "about:About",
    PageId.SITUATION: "situation:SituationPage",
    PageId.ACCOUNTS: "accounts:Accounts",
    PageId.SUSPECTS: "suspects:Suspects",
    PageId.LOOK_OPTIONS: "look_options:LookOptions",
    PageId.LOOK_OPTION: "look_option:LookOption",
    PageId.QUESTIONS: "questions:Questions",
    PageId.CHECKING: "checking:Checking",
    PageId.PROVE: "prove:Prove",
    PageId.REQUESTS: "requests:Requests",
    PageId.WALLS: "walls:WallsPage",
    PageId.WALL: "wall:WallPage",
    PageId.RESULTS: "results:Results",
    PageId.FINDINGS: "findings:Findings",
    PageId.FINDING: "finding:FindingPage",
    PageId.GROUPS: "groups:Groups",
    PageId.COPIES: "copies:Copies",
    PageId.PRIVATE: "private:Private",
    PageId.WHAT_IF: "what_if:WhatIf",
    PageId.PLAN: "plan:Plan",
    PageId.DO_NOW: "do_now:DoNow",
    PageId.DRAWN: "drawn:Drawn",
    PageId.PICTURE: "picture:PicturePage",
    PageId.OWN_PATH: "own_path:OwnPathPage",
    PageId.REPORT: "report:Report",
    PageId.CONTACTS: "contacts:Contacts",
    PageId.WORDS: "words:Words",
    PageId.REFLECT: "reflect:Reflect",
    PageId.CARD: "card:CardPage",
    PageId.READERS: "readers:ThreeReaders",
    PageId.PACK: "pack:WhoseRules",
    PageId.ARCHIVES: "archives:Archives",
    PageId.FORGOTTEN: "forgotten:Forgotten",
    PageId.PHOTOS: "photos:Photos",
}


def screen(place: Place) -> Page:
    """A new screen for that place."""
    module, name = SCREENS[place.page].split(":")
    made: Page = getattr(import_module(f"tui.screens.{module}"), name)(place)
    return made
