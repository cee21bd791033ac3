"""One scripted journey, driven through the app and through the plain dialogue, ends in the same."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from privacy_check.journey.flow import PageId
from privacy_check.journey.ports import Start
from privacy_check.model import Assessment, Mark
from privacy_check.next_look import NextLook
from privacy_check.serialise import document
from reports.parts import Options
from reports.write import write_report
from tests.tui import stage
from tests.tui.driving import build, sitting
from tests.tui.test_plain import Talk
from tui import plain
from tui.dialogue import Terminal
from tui.routes import SCREENS

LINKS = ("instagram:nell.hartley", "facebook:nell.hartley.12", "linkedin:in/nell-hartley")


def kit(written: dict[str, Any]) -> Any:
    """The stage's tools with the real report."""

    def write(what: Assessment, folder: Path, formats: Any, reveal: bool) -> list[Path]:
        written["check"] = what
        return write_report(what, folder, formats, Options(reveal=reveal))

    return stage.toolkit(write_report=write)


async def in_the_app(folder: Path) -> tuple[Assessment, Mapping[str, Mark]]:
    """Three accounts, one taken off and put back; a finding is done, one kept, one marked and taken back."""
    written: dict[str, Any] = {}
    async with sitting(build(kit(written), about=stage.ABOUT)) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n")
        for link in LINKS:
            await driver.type(link)
            await driver.press("enter", "enter")
        await driver.press("down", "d", "u", "ctrl+n", "end", "enter")
        await driver.settle()
        await driver.press("enter", "n", "f", "d", "down", "k", "down", "d", "u", "escape", "r")
        driver.app.screen.query_one("#folder").value = str(folder)  # type: ignore[attr-defined]
        await driver.press("ctrl+s")
        await driver.settle()
        return written["check"], marks_of(driver.app.journey)


class Person(Talk):
    """Answers by the words of the choices, as somebody who listens does."""

    def __init__(self, wants: list[str]) -> None:
        super().__init__(())
        self.wants = wants

    def __call__(self, prompt: str) -> str:
        self.said.append(prompt)
        want = self.wants.pop(0)
        if not want.startswith("#"):
            return want
        line = next(line for line in reversed(self.said) if re.match(r"\d+\. ", line) and want[1:] in line)
        return line.partition(".")[0]


def in_lines(kit: Any, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Drives the dialogue to its end, and gives the journey that was gone."""
    held: list[Any] = []

    class Held(plain.Way):
        def __init__(self, journey: Any, talk: Any) -> None:
            held.append(journey)
            super().__init__(journey, talk)

    monkeypatch.setattr(plain, "Way", Held)
    person = Person(steps)
    code = plain.run_plain(kit, terminal=Terminal(person, person.write), start=Start(stage.ABOUT))
    assert code == 0, person.said[-20:]
    return held[0]


def marks_of(journey: Any) -> Mapping[str, Mark]:
    return {key: decided.mark for key, decided in journey.decisions.marks.items()}


def same_files(one: Path, other: Path) -> None:
    """Every file of the one folder is in the other, byte for byte."""
    names = sorted(path.name for path in one.iterdir())
    assert names
    assert names == sorted(path.name for path in other.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes()


LISTED = ["", "1", "", "done", "", "", "", "", *(step for link in LINKS for step in (link, "yes please"))]


async def test_the_same_journey_ends_in_the_same_decisions_and_the_same_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, marks = await in_the_app(tmp_path / "app")
    assert sorted(marks.values()) == [Mark.FIXED, Mark.KEEP, Mark.OPEN]
    first, second, third = (f"#{stage.catalogue.rule(check_rule(check, print_)).title}" for print_ in marks)
    steps = [
        *LISTED,
        *("drop", "#nell.hartley", "undo", "", "", ""),
        *("#the whole list", first, "#Done", "b", second, "#Keep as is", "b"),
        *(third, "#Done", "#Take the last mark back", "b", "b"),
        *("#Save a report", str(tmp_path / "plain"), "", "no", "q"),
    ]
    written: dict[str, Any] = {}
    journey = await asyncio.to_thread(in_lines, kit(written), steps, monkeypatch)
    assert marks_of(journey) == marks
    assert document(written["check"], reveal=True) == document(check, reveal=True)
    same_files(tmp_path / "app", tmp_path / "plain")


SEEN_AT_THE_WALL = ("I teach at Fellgate School", "I sing on Tuesdays")


def mending(written: dict[str, Any]) -> Any:
    """The stage's tools; from the second look on, Instagram shows no phone number any more."""
    looked: list[str] = []

    def extract(capture: Any) -> Any:
        looked.append(capture.account.key)
        view = stage.page(capture.account)
        if looked.count(stage.INSTAGRAM.key) < 2 or capture.account != stage.INSTAGRAM:
            return view
        kept = tuple(field for field in view.fields if field.name != "bio")
        return replace(view, fields=kept)

    return replace(kit(written), extract=extract)


async def test_a_wall_a_review_of_groups_and_fixes_looked_at_again_end_in_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wall, a group hidden, one left and taken back; then fixes: done, asked, tried and taken back."""
    written: dict[str, Any] = {}
    async with sitting(build(mending(written), about=stage.ABOUT)) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n")
        for link in LINKS:
            await driver.type(link)
            await driver.press("enter", "enter")
        await driver.press("ctrl+n", "end", "enter")
        await driver.settle()
        await driver.press("enter", "enter")
        driver.app.screen.query_one("#ways").go_to(NextLook.PASTE)  # type: ignore[attr-defined]
        await driver.press("enter")
        driver.app.screen.query_one("#typed").text = "\n".join(SEEN_AT_THE_WALL)  # type: ignore[attr-defined]
        await driver.still()
        await driver.press("ctrl+n", "down", "enter")
        await driver.settle()
        assert driver.page == "Results"
        await driver.press("g", "home", "h", "l", "u", "escape", "d", "d")
        await driver.settle()
        assert driver.sees("not seen any more")
        await driver.press("n", "a", "c", "u", "escape", "escape", "r")
        driver.app.screen.query_one("#folder").value = str(tmp_path / "app")  # type: ignore[attr-defined]
        await driver.press("ctrl+s")
        await driver.settle()
        gone = driver.app.journey
    check = written["check"]
    steps = [
        *LISTED,
        *("", ""),
        *("#LinkedIn", "#Paste or type", *SEEN_AT_THE_WALL, "", "#people who are signed in"),
        *("#Groups", "1", "#Hide", "2", "#Leave", "undo", ""),
        *("#Do it now", "#look again", "#The next one", "#I asked", "#could not"),
        *("#Take the last mark back", "b", "b"),
        *("#Save a report", str(tmp_path / "plain"), "", "no", "q"),
    ]
    written.clear()
    journey = await asyncio.to_thread(in_lines, mending(written), steps, monkeypatch)
    assert marks_of(journey) == marks_of(gone)
    assert set(marks_of(gone).values()) == {Mark.FIXED, Mark.ASKED}
    assert journey.decisions.memberships.decided == gone.decisions.memberships.decided
    assert journey.decisions.memberships.decided
    assert document(written["check"], reveal=True) == document(check, reveal=True)
    same_files(tmp_path / "app", tmp_path / "plain")


def check_rule(check: Assessment, fingerprint: str) -> str:
    return next(item.rule_id for item in check.findings if item.fingerprint == fingerprint)


def test_the_app_and_the_dialogue_both_know_every_page() -> None:
    assert set(SCREENS) == set(PageId)
    assert set(plain.PAGES) == set(PageId) - {PageId.CHECKING, PageId.RESULTS}
