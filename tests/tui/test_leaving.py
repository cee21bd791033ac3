"""Leaving at once, helping everywhere, and a crash that shows nothing of the person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.screen import Screen

from privacy_check.sentences import lines
from tests.tui import stage
from tests.tui.driving import build, open_page, sitting
from tui.calm_crash import CalmCrash
from tui.training.desk import Desk
from tui.training.tour import TourApp

PAGES = ["results", "findings", "groups", "copies", "private", "what_if", "plan", "questions", "report", "drawn"]
SECRET = "07700 900999"


@pytest.mark.parametrize("name", PAGES)
async def test_one_key_leaves_from_every_page_with_nothing_on_screen(name: str) -> None:
    app = build(stage.toolkit())
    async with sitting(app) as driver:
        await open_page(driver, name)
        await driver.pilot.press("ctrl+g")
        await driver.pilot.pause()
        assert app.left_at_once
        assert not app.is_running or "".join(driver.lines()).strip() == ""
    assert app.return_code == 0


async def test_one_key_leaves_while_typing_and_from_help() -> None:
    for keys in (("enter", "enter", "a"), ("question_mark",)):
        app = build(stage.toolkit())
        async with sitting(app) as driver:
            await driver.press(*keys)
            await driver.pilot.press("ctrl+g")
            await driver.pilot.pause()
        assert app.left_at_once


async def test_two_escapes_leave_where_there_is_no_way_back_and_on_the_safer_way() -> None:
    for safer in (False, True):
        app = build(stage.toolkit())
        app.escape_window = 3600
        async with sitting(app) as driver:
            if safer:
                app.journey.take_safer_way()
                await driver.press("enter", "enter")
            await driver.pilot.press("escape", "escape")
            await driver.pilot.pause()
        assert app.left_at_once


@pytest.mark.parametrize("presses", [2, 3, 4])
async def test_two_escapes_never_catch_somebody_going_back(presses: int) -> None:
    app = build(stage.toolkit(), links=["instagram:nell.hartley"])
    app.escape_window = 3600
    async with sitting(app) as driver:
        await driver.press("enter", "enter", "f3")
        assert driver.page == "About"
        await driver.press(*["escape"] * presses)
        assert not app.left_at_once
        assert driver.page == ["Consent", "Welcome", "Welcome"][presses - 2]


async def test_leaving_with_unkept_work_asks_and_the_first_answer_stays() -> None:
    app = build(stage.toolkit())
    async with sitting(app) as driver:
        await open_page(driver, "results")
        await driver.press("ctrl+q")
        assert driver.sees("What was found is not kept")
        await driver.press("enter")
        assert driver.page == "Results"
        await driver.press("ctrl+q", "down", "enter")
        await driver.pilot.pause()
        assert not app.is_running


async def test_one_escape_goes_back_and_slow_ones_never_leave() -> None:
    app = build(stage.toolkit())
    app.escape_window = -1
    async with sitting(app) as driver:
        await driver.press("enter", "enter")
        assert driver.page == "Accounts"
        await driver.press("escape", "escape", "escape", "escape")
        assert driver.page == "Welcome"
        assert not app.left_at_once


async def test_leaving_while_it_looks_closes_the_browser() -> None:
    import asyncio

    looker = stage.Looker(gate=asyncio.Event())
    app = build(stage.toolkit(looker), links=["instagram:nell.hartley"])
    async with sitting(app) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n", "space", "ctrl+n", "end", "enter")
        assert driver.page == "Checking"
        await driver.pilot.press("ctrl+g")
        await driver.pilot.pause()
    assert looker.closed == ["closed"]


@pytest.mark.parametrize("name", PAGES)
async def test_help_stands_behind_f1_on_every_page(name: str) -> None:
    async with sitting() as driver:
        await open_page(driver, name)
        page = driver.app.screen
        await driver.press("f1")
        assert driver.page == "Help"
        shown = driver.text
        assert str(page.help_text).split(".")[0][:40] in shown  # type: ignore[attr-defined]
        assert "leave at once" in shown
        await driver.press("f1")
        assert driver.app.screen is page


class Breaking(Screen[None]):
    """A page that breaks with a fact of the person in hand."""

    def on_mount(self) -> None:
        phone = SECRET
        raise RuntimeError(f"broke with {phone}")


def crash(app: CalmCrash) -> None:
    """Runs the app without a terminal until it breaks."""

    async def break_it(pilot: object) -> None:
        await app.push_screen(Breaking())

    app.run(headless=True, auto_pilot=break_it)


def test_a_crash_shows_a_sentence_and_nothing_of_the_person(capfd: pytest.CaptureFixture[str]) -> None:
    app = build(stage.toolkit(), about=stage.ABOUT)
    crash(app)
    written = "".join(capfd.readouterr())
    assert app.return_code == 1
    assert lines("app.app.crashed")[0][:40] in " ".join(written.split())
    for secret in (SECRET, "phone", "RuntimeError", "Traceback", "07700 900123", "Nell Hartley"):
        assert secret not in written


@asynccontextmanager
async def opening() -> AsyncIterator[Any]:
    """A session or a tour that never opens."""
    await asyncio.Event().wait()
    yield None


@pytest.mark.parametrize("app", [TourApp, Desk])
def test_the_desk_and_the_tour_crash_as_quietly(
    app: Callable[[Any], CalmCrash], capfd: pytest.CaptureFixture[str]
) -> None:
    crash(app(opening))
    written = "".join(capfd.readouterr())
    assert lines("app.app.crashed")[0][:40] in " ".join(written.split())
    assert SECRET not in written
    assert "Traceback" not in written


async def test_a_failing_look_does_not_end_the_app() -> None:
    def broken(capture: object) -> object:
        raise ValueError(SECRET)

    async with sitting(build(stage.toolkit(extract=broken), links=["instagram:nell.hartley"])) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n", "space", "ctrl+n", "end", "enter")
        await driver.settle()
        assert driver.page == "Checking"
        assert driver.sees("could not see", "something went wrong")
        assert SECRET not in driver.text


async def test_the_bottom_line_names_the_way_out_that_works_there() -> None:
    async with sitting(build(stage.toolkit())) as driver:
        assert driver.sees("esc esc leave at once")
        await driver.press("enter")
        assert driver.sees("ctrl+g leave at once")
        driver.app.journey.take_safer_way()
        await driver.press("enter")
        assert driver.sees("esc esc leave at once")
