"""One scripted journey, driven through the app and through the plain dialogue, ends in the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from privacy_check.journey.flow import PageId
from privacy_check.model import Assessment, Mark
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
"""What is done: three accounts, one taken off and put back; the first finding is done, the second kept, the third
marked and taken back; the report is saved."""


def kit(written: dict[str, Any]) -> Any:
    """The stage's tools with the real report."""

    def write(what: Assessment, folder: Path, formats: Any, reveal: bool) -> list[Path]:
        written["check"] = what
        return write_report(what, folder, formats, Options(reveal=reveal))

    return stage.toolkit(write_report=write)


async def in_the_app(folder: Path) -> tuple[Assessment, Mapping[str, Mark]]:
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
        marks = {key: decided.mark for key, decided in driver.app.journey.decisions.marks.items()}
    return written["check"], marks


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


def in_lines(folder: Path, titles: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[Assessment, Any]:
    written: dict[str, Any] = {}
    held: dict[str, Any] = {}

    class Held(plain.Way):
        def __init__(self, journey: Any, talk: Any) -> None:
            held["journey"] = journey
            super().__init__(journey, talk)

    monkeypatch.setattr(plain, "Way", Held)
    first, second, third = (f"#{title}" for title in titles)
    person = Person(
        ["", "1", "", "done", "", "", "", ""]
        + [step for link in LINKS for step in (link, "yes please")]
        + ["drop", "#nell.hartley", "undo", "", "", ""]
        + ["#the whole list", first, "#Done", "b", second, "#Keep as is", "b"]
        + [third, "#Done", "#Take the last mark back", "b", "b"]
        + ["#Save a report", str(folder), "", "no", "q"]
    )
    from privacy_check.journey.ports import Start

    code = plain.run_plain(kit(written), terminal=Terminal(person, person.write), start=Start(stage.ABOUT))
    assert code == 0, person.said[-20:]
    marks = {key: decided.mark for key, decided in held["journey"].decisions.marks.items()}
    return written["check"], marks


async def test_the_same_journey_ends_in_the_same_decisions_and_the_same_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    check, marks = await in_the_app(tmp_path / "app")
    assert sorted(marks.values()) == [Mark.FIXED, Mark.KEEP, Mark.OPEN]
    order = [stage.catalogue.rule(check_rule(check, print_)).title for print_ in marks]
    twin, said = await asyncio.to_thread(in_lines, tmp_path / "plain", order, monkeypatch)
    assert said == marks
    assert document(twin, reveal=True) == document(check, reveal=True)
    files = sorted(path.name for path in (tmp_path / "app").iterdir())
    assert files
    for name in files:
        assert (tmp_path / "plain" / name).read_bytes() == (tmp_path / "app" / name).read_bytes()


def check_rule(check: Assessment, fingerprint: str) -> str:
    return next(item.rule_id for item in check.findings if item.fingerprint == fingerprint)


def test_the_app_and_the_dialogue_both_know_every_page() -> None:
    assert set(SCREENS) == set(PageId)
    assert set(plain.PAGES) == set(PageId) - {PageId.CHECKING, PageId.RESULTS}
