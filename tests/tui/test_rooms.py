"""The rooms behind the doors: many groups, archives, forgotten accounts, pictures, the tour."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.widgets import Input

from privacy_check.errors import UnreadableInput
from privacy_check.journey.flow import PageId
from privacy_check.journey.ports import Start
from privacy_check.model import Assessment, Group, Hint, Lens, Outcome, Ownership, ProfileView
from privacy_check.training.tour import Audience, TourStep
from tests.tui import stage
from tests.tui.driving import build, open_page, show, sitting
from tests.tui.test_plain import TO_ACCOUNTS, talked
from tui.app import make_app

MANY = 2000


def many_groups() -> Assessment:
    """A check of somebody who is in two thousand groups."""
    groups = tuple(
        Group(f"Parents of Fellgate School {number}", category="GRP-L2", confidence=0.9)
        if number % 4
        else Group(f"Crochet circle {number}")
        for number in range(MANY)
    )
    return stage.assessment(views=(replace(stage.VIEWS[stage.FACEBOOK.key], groups=groups),))


async def test_two_thousand_groups_are_searched_ticked_decided_and_taken_back() -> None:
    async with sitting() as driver:
        await open_page(driver, "groups", many_groups())
        assert driver.sees("2000 groups.", "1500 that tell something are still open.")
        await driver.press("slash", "1", "9", "9", "7", "down")
        assert driver.sees("1 shown.", "Parents of Fellgate School 1997")
        await driver.press("h")
        assert driver.sees("1 group: hide.", "1499 that tell something")
        await driver.press("slash", "home", "ctrl+k", "enter", "a", "k")
        assert driver.sees("2000 groups: keep.", "0 that tell something")
        await driver.press("u")
        assert driver.sees("1499 that tell something")
        decided = driver.app.journey.decisions.memberships
        assert decided is not None
        assert [str(choice) for choice in decided.decided.values()] == ["hide"]


async def test_only_the_lines_in_sight_are_drawn() -> None:
    async with sitting() as driver:
        await open_page(driver, "groups", many_groups())
        drawn: list[int] = []
        page = driver.app.screen
        line = page._line  # type: ignore[attr-defined]
        page.query_one("#groups")._drawn = lambda at, width: (drawn.append(at), line(at, width))[1]  # type: ignore[attr-defined]
        await driver.press("end", "home", "pagedown")
        assert 0 < len(set(drawn)) < 80


def archives(*broken: str, hold: threading.Event | None = None) -> object:
    """A reader of archives of the stage: a file a view, some of them damaged."""

    def read(paths: Any, *, progress: Any = None, owner_names: Any = ()) -> tuple[list[ProfileView], list[Hint]]:
        if bad := [path.name for path in paths if path.name in broken]:
            raise UnreadableInput(f"{bad[0]} is damaged, or its download did not finish.", "Download it again.")
        while hold is not None:
            progress(1, 100)
            hold.wait(0.01)
        groups = tuple(Group(f"Bell ringers {number}") for number in range(12))
        return [
            ProfileView(stage.account("reddit", path.stem), Lens.ARCHIVE, Outcome.VISIBLE, groups=groups)
            for path in paths
        ], [Hint("frendli.example.org", "logins")]

    return read


def files(folder: Path, *names: str) -> list[str]:
    """Files of those names; a reader of the stage looks at no more than that."""
    for name in names:
        (folder / name).write_bytes(b"PK")
    return [str(folder / name) for name in names]


async def test_many_archives_are_taken_up_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    kit = stage.toolkit(read_archives=archives("bad.zip"))
    async with sitting(build(kit, links=["instagram:nell.hartley"])) as driver:
        await show(driver, PageId.ARCHIVES)
        for name in files(tmp_path, "one.zip", "bad.zip", "two.zip"):
            driver.app.screen.query_one(Input).value = name
            await driver.press("enter")
        await driver.press("ctrl+n")
        await driver.settle()
        assert driver.sees("one: 0 posts, 12 groups.", "bad.zip is damaged", "1 site where you may have")
        entries = driver.app.journey.accounts.entries
        assert [(entry.account.handle, entry.lens) for entry in entries[1:]] == [
            ("one", Lens.ARCHIVE),
            ("two", Lens.ARCHIVE),
        ]
        assert all(entry.account.ownership is Ownership.PROVED for entry in entries[1:])


async def test_escape_stops_the_reading_and_nothing_is_changed(tmp_path: Path) -> None:
    hold = threading.Event()
    async with sitting(build(stage.toolkit(read_archives=archives(hold=hold)))) as driver:
        await show(driver, PageId.ARCHIVES)
        driver.app.screen.query_one(Input).value = files(tmp_path, "one.zip")[0]
        await driver.press("enter", "ctrl+n", "escape")
        await driver.settle()
        assert driver.page == "Archives"
        assert driver.sees("Stopped. Nothing was changed.")
        assert not driver.app.journey.accounts.entries


def test_archives_in_lines(tmp_path: Path) -> None:
    kit = stage.toolkit(read_archives=archives())
    one, two = files(tmp_path, "one.zip", "a two.zip")
    _, talk = talked(*TO_ACCOUNTS, "archive", one, "nowhere.zip", two, "", kit=kit)
    assert "nowhere.zip is not there." in talk.text
    assert "12 groups" in talk.text


class PretendTour:
    """A tour of one page."""

    place, last = "1 of 1", True

    def step(self) -> TourStep:
        return TourStep("start", "Nobody real", "You will see a whole check.")


async def test_the_tour_lies_over_the_first_page_and_gives_it_back() -> None:
    asked = []

    @asynccontextmanager
    async def opened(audience: Audience) -> AsyncIterator[Any]:
        asked.append(audience)
        yield PretendTour()
        asked.append("closed")

    app = make_app(stage.toolkit(), people=stage.PEOPLE, start=Start(tour=opened))  # type: ignore[arg-type]
    async with sitting(app) as driver:
        await driver.press("down", "enter")
        assert driver.sees("Nobody real")
        await driver.press("escape")
        await driver.settle()
        assert driver.page == "Welcome"
        await driver.press("down", "enter", "enter")
        await driver.settle()
        assert driver.page == "Welcome"
    assert asked == [Audience.PERSON, "closed", Audience.MANAGER, "closed"]


def test_the_tour_in_lines() -> None:
    @asynccontextmanager
    async def opened(audience: Audience) -> AsyncIterator[Any]:
        yield PretendTour()

    _, talk = talked("2", "q", "q", start=Start(tour=opened))  # type: ignore[arg-type]
    assert "Nobody real" in talk.text
