"""How every page looks, small and wide.

After a wanted change run this file with --snapshot-update, and look at the pictures before you believe them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from privacy_check.journey.flow import PageId
from privacy_check.journey.ports import Start
from privacy_check.ownership import ProofKind, ProofWay
from privacy_check.ports import PicturesRead, Unfinished
from privacy_check.selfcheck import Stopped
from tests.tui import stage, test_rooms
from tests.tui.driving import SMALL, WIDE, Driver, build, open_page, show
from tests.tui.test_looking import LINKS, Memory
from tui.app import PrivacyCheckApp, make_app

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


async def the_walls(driver: Driver) -> None:
    await the_look(driver)
    await driver.press("enter")


async def one_wall(driver: Driver) -> None:
    await the_walls(driver)
    await driver.press("enter", "down", "down", "enter")
    await driver.type("They see my street")


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


def with_rooms() -> PrivacyCheckApp:
    """The app with every room furnished."""
    kit = stage.toolkit(
        read_archives=test_rooms.archives("damaged.zip"),
        archive_steps=lambda of: ("Open the settings.", "Choose Download your information."),
        read_archive_pictures=lambda paths, progress: PicturesRead(),
        ask_sites=test_rooms.Sites,
        tell_pictures=test_rooms.pictures,
    )
    links = [*LINKS, "linkedin:in/nell-hartley"]
    start = Start(None, links, tour=test_rooms.PretendTour)  # type: ignore[arg-type]
    return make_app(kit, people=stage.PEOPLE, start=start)


async def archives(driver: Driver) -> None:
    await show(driver, PageId.ARCHIVES, stage.INSTAGRAM.key)
    with TemporaryDirectory() as folder:
        for name in test_rooms.files(Path(folder), "instagram-nell.zip", "damaged.zip"):
            driver.app.screen.query_one(Input).value = name
            await driver.press("enter")


async def archives_read(driver: Driver) -> None:
    await archives(driver)
    await driver.press("ctrl+n")
    await driver.settle()


async def many_groups_marked(driver: Driver) -> None:
    await open_page(driver, "groups", test_rooms.many_groups())
    await driver.press("down", "h", "space", "space", "pagedown")


async def forgotten(driver: Driver) -> None:
    driver.app.journey.stated = True
    for entry in driver.app.journey.accounts.entries:
        entry.mine = True
    await open_page(driver, "forgotten")
    await driver.press("end", "enter")
    await driver.settle()
    await driver.press("home")


async def pictures_told(driver: Driver) -> None:
    await show(driver, PageId.PHOTOS)
    driver.app.screen.query_one(Input).value = "garden"
    await driver.press("enter")
    await driver.settle()


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
    "walls": (usual, the_walls),
    "wall": (usual, one_wall),
    "do_now": (usual, page("do_now", "d")),
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
    "archives": (with_rooms, archives),
    "archives_read": (with_rooms, archives_read),
    "many_groups": (usual, many_groups_marked),
    "forgotten": (with_rooms, forgotten),
    "pictures": (with_rooms, pictures_told),
    "welcome_with_tour": (with_rooms, keys()),
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
