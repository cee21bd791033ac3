"""The rooms behind the doors: many groups, archives, forgotten accounts, pictures, the tour."""

from __future__ import annotations

from dataclasses import replace

from privacy_check.model import Assessment, Group
from tests.tui import stage
from tests.tui.driving import open_page, sitting

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
        assert decided is not None and [str(choice) for choice in decided.decided.values()] == ["hide"]


async def test_only_the_lines_in_sight_are_drawn() -> None:
    async with sitting() as driver:
        await open_page(driver, "groups", many_groups())
        drawn: list[int] = []
        page = driver.app.screen
        line = page._line  # type: ignore[attr-defined]
        page.query_one("#groups")._drawn = lambda at, width: (drawn.append(at), line(at, width))[1]  # type: ignore[attr-defined]
        await driver.press("end", "home", "pagedown")
        assert 0 < len(set(drawn)) < 80
