"""The trainer's desk, driven by keys, and its plain twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from privacy_check.errors import NoBrowser
from privacy_check.training.running import Running
from privacy_check.training.tour import Tour
from tests.unit.training_made import Bench, at, found, running, session
from tui.training.desk import Desk
from tui.training.plain import run_plain_desk
from tui.training.tour import TourApp, run_plain_tour

SIZES = [(80, 24), (120, 40)]


class Stage:
    """Opens one played session and remembers that it was closed."""

    def __init__(self, made: Running) -> None:
        self.running, self.closed = made, False

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Running]:
        try:
            yield self.running
        finally:
            self.closed = True


def text(app: Any, name: str) -> str:
    from rich.console import Console

    drawn = app.query_one(name, Static).render()
    console = Console(width=200, no_color=True)
    with console.capture() as caught:
        console.print(getattr(drawn, "_renderable", drawn))
    return caught.get()


async def settled(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()


async def test_a_whole_session_is_driven_from_the_keyboard() -> None:
    stage = Stage(running(session()))
    desk = Desk(stage.opened)
    async with desk.run_test(size=SIZES[0]) as pilot:
        await settled(pilot)
        made = stage.running.session
        while made.step.part != "fix":
            await settled(pilot, "right")
        await settled(pilot, "1")
        assert made.off
        await settled(pilot, "u")
        assert not made.off
        await settled(pilot, "l", "enter")
        assert made.off
        await settled(pilot, "pageup", "pagedown", "t", "question_mark", "escape", "v", "w", "s")
        while made.at + 1 < len(made.steps):
            await settled(pilot, "space")
        await settled(pilot, "q", "q")
    assert stage.closed
    assert desk.trouble is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", ["walk", "fix"])
def test_the_desk_looks_calm(snap_compare: Any, size: tuple[int, int], part: str) -> None:
    made = running(at(session(), part))
    made.timer = type("Still", (), {"told": lambda *_: "0:05 of 2:00   all 1:10 of 20:00"})()

    async def ready(pilot: Pilot[Any]) -> None:
        await settled(pilot)

    assert snap_compare(Desk(Stage(made).opened), terminal_size=size, run_before=ready)


async def test_without_a_browser_the_desk_ends_with_the_sentence() -> None:
    @asynccontextmanager
    async def nowhere() -> AsyncIterator[Running]:
        raise NoBrowser("No browser was found.", "Install one.")
        yield  # pragma: no cover

    desk = Desk(nowhere)
    async with desk.run_test() as pilot:
        await settled(pilot)
    assert isinstance(desk.trouble, NoBrowser)


async def test_a_look_that_fails_is_told_and_the_session_goes_on() -> None:
    made = running(at(session(), "fix"))
    assert isinstance(made.session.bench, Bench)
    made.session.bench.broken = True
    desk = Desk(Stage(made).opened)
    async with desk.run_test() as pilot:
        await settled(pilot, "1")
        assert "No browser." in str(desk.query_one("#say", Static).render())
        await settled(pilot, "right")
        assert made.session.step.part == "change"


def typed(*words: str) -> Any:
    left: Iterator[str] = iter(words)

    def read(prompt: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return read


async def test_the_plain_desk_does_the_same_in_lines() -> None:
    stage = Stage(running(at(session(), "fix")))
    told: list[str] = []
    await run_plain_desk(
        stage.opened(), typed("1", "u", "l", "1", "zzz", "99", "w", "s", "", "b", "q"), told.append
    )
    whole = "\n".join(told)
    assert "Finding your home: open" in whole
    assert "Taken back." in whole
    assert "none of the keys" in whole
    assert "no fix with the number 99" in whole
    assert stage.closed
    assert told[-1] == "The session has ended. Nothing of it was kept."


async def test_words_of_a_pretend_page_never_reach_a_terminal_raw() -> None:
    bad = "Tern\x1b[31m Row [bold]x[/bold] \u202e"
    leaking = [item.__class__(**{**_parts(item), "value": type(item.value)(bad)}) for item in found()]
    told: list[str] = []
    await run_plain_desk(
        Stage(running(at(session(leaking=leaking), "walk"))).opened(), typed("", "l"), told.append
    )
    assert "\x1b" not in "\n".join(told)
    assert "\u202e" not in "\n".join(told)


def _parts(item: Any) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__dataclass_fields__}


async def test_the_tour_is_walked_with_one_key_and_left_with_another() -> None:
    made = session()

    @asynccontextmanager
    async def opened() -> AsyncIterator[Tour]:
        yield Tour(made)

    app = TourApp(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for _ in range(7):
            await settled(pilot, "enter")
    assert made.off, "the fix of the tour was made"
    told: list[str] = []
    await run_plain_tour(opened(), typed("", "b", "", "", "q"), told.append)
    assert told[-1] == "That was the tour. Nothing of it was kept."
