"""How every page looks, small and wide.

After a wanted change run this file with --snapshot-update, and look at the pictures before you believe them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from privacy_check.journey.flow import PageId
from privacy_check.ownership import ProofKind, ProofWay
from privacy_check.ports import Unfinished
from privacy_check.selfcheck import Stopped
from tests.tui import stage
from tests.tui.driving import SMALL, WIDE, Driver, build, open_page, show
from tests.tui.test_looking import LINKS, Memory
from tui.app import PrivacyCheckApp

Step = Callable[[Driver], Awaitable[None]]
WAYS = (
    ProofWay(ProofKind.LINK_BACK, "Use your own data archive of this account."),
    ProofWay(ProofKind.CODE, "Or put the code pc-2345abcd in the bio."),
)


def keys(*pressed: str) -> Step:
    async def press(driver: Driver) -> None:
        await driver.press(*pressed)
        await driver.settle()

    return press


def page(name: str, *pressed: str) -> Step:
    async def opening(driver: Driver) -> None:
        await open_page(driver, name)
        await driver.press(*pressed)

    return opening


async def asked_to_confirm(driver: Driver) -> None:
    await driver.press("enter", "end", "enter")


async def to_accounts(driver: Driver) -> None:
    await driver.press("enter", "enter")
    for entry in driver.app.journey.accounts.entries:
        entry.mine = True
    driver.app.screen.refresh_page()  # type: ignore[attr-defined]


async def typing_a_link(driver: Driver) -> None:
    await to_accounts(driver)
    await driver.press("slash")
    await driver.type("strava:athletes/12345")
    await driver.press("enter")


async def to_the_ways(driver: Driver) -> None:
    await to_accounts(driver)
    await driver.press("ctrl+n")


async def by_hand(driver: Driver) -> None:
    await to_the_ways(driver)
    await driver.press("home", "enter", "end", "up", "enter")


async def the_look(driver: Driver) -> None:
    await to_the_ways(driver)
    await driver.press("end", "enter")
    await driver.settle()


async def the_requests(driver: Driver) -> None:
    await the_look(driver)
    await driver.press("r")


async def proving(driver: Driver) -> None:

    sentence = "The name on this page is not one you gave, so it was not read any further."
    driver.app.journey.stopped = {stage.INSTAGRAM.key: Stopped(stage.INSTAGRAM, sentence, WAYS)}
    await show(driver, PageId.PROVE)
    await driver.pilot.pause()


async def unlocking(driver: Driver) -> None:
    await driver.press("enter", "enter")
    await driver.type("wrong words")
    await driver.press("enter")
    await driver.settle()


async def resuming(driver: Driver) -> None:
    await driver.press("enter", "enter")
    await driver.type("three random words")
    await driver.press("enter")
    await driver.settle()


async def some_words(driver: Driver) -> None:
    await driver.app.follow("words")
    await driver.pilot.pause()
    await driver.type("Call me on 07700 900123")
    await driver.settle()


async def suspects(driver: Driver) -> None:
    await to_accounts(driver)
    await driver.press("end", "up", "enter")
    await driver.type("instagram:nell.hart1ey")
    await driver.press("enter")


def usual(**options: Any) -> PrivacyCheckApp:
    return build(stage.toolkit(), people=stage.PEOPLE, links=[*LINKS, "linkedin:in/nell-hartley"], **options)


def cut_short() -> PrivacyCheckApp:
    seen = (stage.VIEWS[stage.INSTAGRAM.key],)
    return usual(vault=Memory(Unfinished((stage.INSTAGRAM, stage.FACEBOOK), seen, stage.NOW)))


PAGES: dict[str, tuple[Callable[[], PrivacyCheckApp], Step]] = {
    "welcome": (usual, keys()),
    "safer": (usual, keys("s")),
    "people": (usual, keys("down", "enter")),
    "consent": (usual, keys("enter")),
    "confirm": (usual, asked_to_confirm),
    "keep": (cut_short, unlocking),
    "resume": (cut_short, resuming),
    "about": (usual, keys("enter", "enter", "f3")),
    "situation": (usual, keys("enter", "enter", "f3", "ctrl+n", "enter")),
    "accounts": (usual, typing_a_link),
    "suspects": (usual, suspects),
    "how_to_look": (usual, to_the_ways),
    "by_hand": (usual, by_hand),
    "questions": (usual, page("questions", "y", "n")),
    "checking": (usual, the_look),
    "requests": (usual, the_requests),
    "prove": (usual, proving),
    "results": (usual, page("results")),
    "findings": (usual, page("findings", "down", "k")),
    "finding": (usual, page("results", "enter")),
    "groups": (usual, page("groups")),
    "copies": (usual, page("copies", "down")),
    "copy_sheet": (usual, page("copies", "end", "enter")),
    "private": (usual, page("private")),
    "what_if": (usual, page("what_if", "space")),
    "drawn": (usual, page("drawn")),
    "picture": (usual, page("picture", "space")),
    "plan": (usual, page("plan")),
    "report": (usual, page("report", "down", "space")),
    "contacts": (usual, keys("end", "enter")),
    "words": (usual, some_words),
    "help": (usual, page("results", "f1")),
    "reflect": (usual, keys("k")),
    "card": (usual, keys("k", "down", "enter", "enter", "enter")),
    "three_readers": (usual, page("results", "enter", "3")),
    "whose_rules": (usual, keys("k", "e")),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_it_was_agreed(
    name: str, size: tuple[int, int], snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/nell")
    build, step = PAGES[name]
    app = build()

    async def lead_there(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await step(Driver(app, pilot))
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=lead_there)


def test_the_light_theme_is_as_calm(snap_compare: Any) -> None:
    app = usual()

    async def lead_there(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        app.action_light_or_dark()
        await open_page(Driver(app, pilot), "results")

    assert snap_compare(app, terminal_size=SMALL, run_before=lead_there)


def test_without_colour_nothing_is_lost(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = usual()

    async def lead_there(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await open_page(Driver(app, pilot), "results")

    assert snap_compare(app, terminal_size=SMALL, run_before=lead_there)
