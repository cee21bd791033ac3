"""At hand on every page: keys to click, the palette, search, the picture, and a dull way out."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from textual.color import Color
from textual.widgets import Input, TextArea

from privacy_check.journey.flow import PageId
from tests.tui import stage
from tests.tui.driving import build, open_page, show, sitting
from tui.leaving import dull
from tui.themes import THEMES
from tui.widgets.dull import Dull


async def test_a_click_on_a_key_at_the_bottom_does_what_the_key_does() -> None:
    async with sitting() as driver:
        await open_page(driver, "results")
        lines = driver.lines()
        row = next(at for at, line in enumerate(lines) if "f findings" in line)
        await driver.pilot.click(offset=(lines[row].index("f findings") + 2, row))
        await driver.pilot.pause()
        assert driver.page == "Findings"


async def test_the_palette_knows_the_keys_of_the_page() -> None:
    async with sitting() as driver:
        await open_page(driver, "results")
        commands = {item.title: item for item in driver.app.get_system_commands(driver.app.screen)}
        assert {"Report", "Findings", "Picture", "What if"} <= commands.keys()
        commands["Report"].callback()
        await driver.pilot.pause()
        assert driver.page == "Report"


async def test_the_themes_go_round_and_one_has_high_contrast() -> None:
    app = build()
    async with sitting(app) as driver:
        seen = [app.theme]
        for _ in range(3):
            await driver.press("ctrl+t")
            seen.append(app.theme)
    assert "high-contrast" in seen
    assert seen[0] == seen[3]


async def test_the_list_is_narrowed_by_words_and_by_what_is_open_and_shown_whole_again() -> None:
    async with sitting() as driver:
        await open_page(driver, "findings")
        whole = driver.app.screen.query_one("Choices").option_count  # type: ignore[attr-defined]
        await driver.press("slash")
        await driver.type("facebook")
        narrowed = driver.app.screen.query_one("Choices").option_count  # type: ignore[attr-defined]
        assert 0 < narrowed < whole
        assert driver.sees(f"{narrowed} of {whole} shown")
        await driver.type("zzz")
        assert driver.sees("Nothing in the list fits that")
        await driver.press("escape")
        assert driver.page == "Findings"
        assert driver.app.screen.query_one("Choices").option_count == whole  # type: ignore[attr-defined]
        await driver.press("d", "x")
        assert driver.app.screen.query_one("Choices").option_count == whole - 1  # type: ignore[attr-defined]


async def test_a_fact_taken_away_on_the_picture_breaks_doors_and_changes_nothing_real() -> None:
    async with sitting() as driver:
        await open_page(driver, "picture")
        before = driver.app.journey.assessment
        assert driver.sees("( you )", "A fact:")
        await driver.press("space")
        assert driver.sees("taken away", "(was open)")
        await driver.press("z")
        assert "(was open)" not in driver.text
        assert driver.app.journey.assessment is before


async def test_the_quick_way_out_shows_a_calendar_and_nothing_else() -> None:
    app = build()
    async with sitting(app) as driver:
        await open_page(driver, "results")
        await app.push_screen(Dull())
        await driver.pilot.pause()
        assert driver.text == " ".join(dull(date.today()).split())


async def test_look_only_is_left_only_after_saying_so() -> None:
    async with sitting() as driver:
        driver.app.journey.take_safer_way()
        await show(driver, PageId.SAFER)
        assert driver.sees("Look only. Nothing is kept")
        driver.app.screen.query_one("Choices").go_to("leave_look_only")  # type: ignore[attr-defined]
        await driver.press("enter", "escape")
        assert driver.app.journey.safer
        driver.app.screen.query_one("Choices").go_to("leave_look_only")  # type: ignore[attr-defined]
        await driver.press("enter")
        await driver.app.screen.dismiss(True)
        await driver.settle()
        assert not driver.app.journey.safer


async def test_half_an_email_stops_at_its_line_and_a_date_is_told_back() -> None:
    async with sitting() as driver:
        await show(driver, PageId.ABOUT)
        line = driver.app.screen.query_one("#about-birth_date", Input)
        line.focus()
        line.value = "3/5/85"
        assert driver.app.screen.query_one("#about-emails").parent.display is False  # type: ignore[union-attr]
        await driver.press("tab")
        assert driver.sees("Taken as 3 May 1985.")
        await driver.press("f4")
        line = driver.app.screen.query_one("#about-emails", Input)
        line.focus()
        line.value = "nell@"
        await driver.press("enter")
        assert driver.sees("not a whole email address", "jo@example.org")
        assert "emails =" not in driver.text
        assert driver.app.screen.focused is line


async def test_a_newcomer_reaches_the_first_fix_in_ten_keys_after_pasting_a_link() -> None:
    async with sitting() as driver:
        pressed = 0

        async def press(*keys: str) -> None:
            nonlocal pressed
            pressed += len(keys)
            await driver.press(*keys)
            await driver.settle()

        await press("enter", "enter")
        driver.app.screen.query_one("#link", Input).value = stage.INSTAGRAM.url
        await driver.pilot.pause()
        await press("enter", "enter", "enter")
        assert driver.page == "LookOptions"
        await press("enter")
        await press("enter")
        assert driver.page == "Results"
        await press("enter")
        assert driver.page == "FindingPage"
        assert pressed <= 10


async def test_the_suggested_words_are_taken_with_a_key() -> None:
    async with sitting() as driver:
        await driver.app.follow("words")
        await driver.pilot.pause()
        driver.app.screen.query_one(TextArea).text = "Call me on 07700 900123"
        await driver.settle()
        assert driver.sees("You could write: Call me")
        await driver.press("f4")
        assert driver.app.screen.query_one(TextArea).text == "Call me"


@pytest.mark.parametrize(("theme", "least"), [(0, 4.5), (1, 4.5), (2, 7.0)])
def test_every_colour_of_a_theme_can_be_read_on_all_it_stands_on(theme: int, least: float) -> None:
    made = THEMES[theme]
    words = [made.primary, made.secondary, made.accent, made.warning, made.error, made.success, made.foreground]
    words += [made.variables.get("foreground-muted"), made.variables.get("text-disabled")]
    grounds = filter(None, (made.background, made.surface, made.panel))
    for word, ground in product(filter(None, words), grounds):
        light, dark = sorted((luminance(word), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least, (made.name, word, ground)


def luminance(colour: str) -> float:
    """Relative luminance, 0..1, as WCAG 2.2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
