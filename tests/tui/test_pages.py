"""What each page behind the results does with its keys, and what every page must have."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widgets import Input

import tui.screens
from privacy_check.journey.about_form import from_lines, to_lines
from privacy_check.journey.flow import PageId
from privacy_check.journey.views import copies
from privacy_check.model import Mark
from privacy_check.sentences import say
from tests.tui import stage
from tests.tui.driving import SMALL, Driver, build, open_page, show, sitting
from tui.widgets.page import Page

SECRET = "07700 900123"


def every_page() -> list[type[Page]]:
    """All pages, found by walking the folder."""
    for found in pkgutil.iter_modules(tui.screens.__path__):
        import_module(f"tui.screens.{found.name}")
    return sorted(Page.__subclasses__(), key=lambda page: page.__name__)


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.__name__)
def test_every_page_says_where_you_are_what_it_is_for_and_has_keys_that_do_something(page: type[Page]) -> None:
    assert page.heading
    assert len(page.help_text) > 40
    for binding in page.BINDINGS:
        assert isinstance(binding, Binding)
        action = binding.action.split("(")[0]
        known = not action or action.startswith("app.") or hasattr(page, f"action_{action}")
        assert known, f"{page.__name__}: {binding.key} does nothing"


async def to_finding(driver: Driver, rule_id: str) -> None:
    await open_page(driver, "results")
    prints = [finding.fingerprint for finding in stage.FINDINGS]
    at = next(finding.fingerprint for finding in stage.FINDINGS if finding.rule_id == rule_id)
    await show(driver, PageId.FINDING, at, prints)
    await driver.pilot.pause()


async def test_words_are_masked_until_v_and_again_on_the_next_finding() -> None:
    async with sitting() as driver:
        await to_finding(driver, "PI-03")
        assert SECRET not in driver.text
        assert driver.sees("Your own phone number is shown", "Anyone, also without an account", "Do this", "1.")
        await driver.press("v")
        assert driver.sees(SECRET)
        await driver.press("j", "up")
        assert driver.sees("Your own phone number is shown")
        assert SECRET not in driver.text


async def test_decisions_can_be_made_and_taken_back() -> None:
    async with sitting() as driver:
        await to_finding(driver, "PI-03")
        for key, mark, words in (
            ("d", Mark.FIXED, "done"),
            ("k", Mark.KEEP, "kept"),
            ("n", Mark.NOT_ME, "not me"),
        ):
            await driver.press(key)
            assert stage.FINDINGS[2].fingerprint in driver.app.journey.decisions.marks
            assert driver.app.journey.decisions.marks[stage.FINDINGS[2].fingerprint].mark is mark
            assert driver.sees(f"you said: {words}")
        await driver.press("n")
        assert driver.app.journey.decisions.marks[stage.FINDINGS[2].fingerprint].mark is Mark.OPEN


async def test_what_is_done_closes_scenarios_and_leaves_the_plan() -> None:
    async with sitting() as driver:
        await open_page(driver, "plan")
        before = driver.app.journey.assessment
        assert before is not None
        first = before.plan[0]
        await driver.press("d")
        after = driver.app.journey.assessment
        assert after is not None
        assert first.rule_id not in {step.rule_id for step in after.plan}
        assert before.score is not None
        assert after.score is not None
        assert after.score.low <= before.score.low


async def test_show_me_and_the_setting_open_in_the_everyday_browser() -> None:
    opened = stage.Opened()
    async with sitting(build(stage.toolkit(opened=opened))) as driver:
        await to_finding(driver, "PI-03")
        await driver.press("s")
        assert opened.links == [stage.INSTAGRAM.url]
        assert driver.sees("Opened in your everyday browser")


async def test_on_the_safer_way_nothing_is_opened() -> None:
    opened = stage.Opened()
    async with sitting(build(stage.toolkit(opened=opened))) as driver:
        driver.app.journey.take_safer_way()
        await to_finding(driver, "PI-03")
        await driver.press("s", "o")
        assert opened.links == []


async def test_a_plan_can_be_written_and_is_only_remembered_for_now() -> None:
    async with sitting() as driver:
        await to_finding(driver, "PI-03")
        await driver.press("i")
        await driver.type("I have tea, then I do it.")
        await driver.press("enter")
        assert list(driver.app.journey.decisions.plans.values()) == ["If I have tea, then I do it."]
        assert driver.page == "FindingPage"
        await driver.press("j")
        assert driver.app.screen.query_one(Input).value == ""


async def test_private_topics_and_groups_are_unnamed_until_asked_for() -> None:
    async with sitting() as driver:
        await open_page(driver, "private")
        assert driver.sees("Private topic 1")
        assert "health" not in driver.text.casefold()
        await driver.press("enter")
        assert driver.page == "Private"
        assert driver.sees("Press V first")
        await driver.press("v")
        assert "Private topic 1" not in driver.text
        await driver.press("enter")
        assert driver.page == "FindingPage"
    async with sitting(size=(120, 40)) as driver:
        await open_page(driver, "groups")
        assert driver.sees("Parents of Fellgate School", "••••• ••••• •••••")
        assert "Quiet Waters" not in driver.text
        await driver.press("down")
        assert "Quiet Waters" not in driver.text
        await driver.press("v")
        assert driver.sees("Quiet Waters Recovery")


async def test_private_topics_stand_in_no_other_list() -> None:
    async with sitting() as driver:
        for name in ("results", "findings", "plan", "what_if"):
            await open_page(driver, name)
            assert "Quiet Waters" not in driver.text
            assert stage.catalogue.rule("GRP-S1").title not in driver.text


async def test_a_copy_leads_to_what_to_do_and_a_namesake_is_set_aside() -> None:
    async with sitting() as driver:
        await open_page(driver, "copies")
        assert driver.sees("nell.hart[1]ey", "Same picture, mirrored.", "Yours", "Theirs")
        await driver.press("down", "enter")
        assert driver.sees("you said: someone else")
        marks = driver.app.journey.decisions.marks
        assert [marks[item.fingerprint].mark for item in stage.FINDINGS if item.rule_id == "IMP-01"] == [
            Mark.NOT_ME
        ]
        await driver.press("end", "enter")
        assert driver.page == "OwnPathPage"
        assert driver.sees("Do not write to the account", "Then wait 48 hours")
        marks = driver.app.journey.decisions.marks
        assert [marks[item.fingerprint].mark for item in stage.FINDINGS if item.rule_id == "IMP-01"] == [Mark.OPEN]


@pytest.mark.parametrize(
    ("yours", "theirs", "shown"),
    [
        ("nell.hartley", "nell.hart1ey", "nell.hart[1]ey"),
        ("nell.hartley", "nell_hartley", "nell[_]hartley"),
        ("nell", "nell.official", "nell[.official]"),
        ("nell", "nell", "nell"),
    ],
)
def test_letters_that_differ_are_marked_without_colour(yours: str, theirs: str, shown: str) -> None:
    assert copies.marked(yours, theirs) == shown


async def test_what_if_moves_the_range_and_changes_nothing_real() -> None:
    async with sitting() as driver:
        await open_page(driver, "what_if")
        before = driver.app.journey.assessment
        await driver.press("space")
        assert driver.sees("taken away:", "changed on the left", ", was ")
        assert driver.app.journey.assessment is before
        await driver.press("z")
        assert "taken away:" not in driver.text


async def test_the_report_takes_forms_and_reveal_and_says_what_is_missing(tmp_path: Path) -> None:
    opened = stage.Opened()
    async with sitting(build(stage.toolkit(opened=opened))) as driver:
        await open_page(driver, "report")
        await driver.press("space", "ctrl+s")
        assert driver.sees("No form is chosen")
        await driver.press("down", "space", "down", "space", "down", "space")
        driver.app.screen.query_one(Input).value = str(tmp_path)
        await driver.press("ctrl+s")
        await driver.settle()
        assert opened.reports == [(tmp_path, ("txt", "json"), True)]


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    async with sitting() as driver:
        await open_page(driver, "report")
        driver.app.screen.query_one(Input).value = str(blocked)
        await driver.press("ctrl+s")
        await driver.settle()
        assert driver.sees("could not be saved there", "Choose another folder")


async def test_words_are_checked_as_they_are_typed_and_shown_only_on_request() -> None:
    async with sitting() as driver:
        await driver.app.follow("words")
        await driver.pilot.pause()
        await driver.type("Ring 07700 900123")
        await driver.settle()
        assert driver.sees("1 thing", "phone number")
        # Once where it is typed, once lit up in its place; the list names it only on request.
        assert driver.text.count("07700 900123") == 2
        assert driver.sees("[1: 07700 900123]")
        await driver.press("f2")
        assert driver.text.count("07700 900123") == 3
        await driver.press("ctrl+l")
        await driver.settle()
        assert driver.sees("Nothing typed yet")


async def test_about_me_is_filled_from_a_file_and_stays_hidden(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    path.write_text('names = ["Nell Hartley"]\nphones = ["07700 900123"]\n', encoding="utf-8")
    async with sitting() as driver:
        await driver.press("enter", "enter", "f3", "f4", "shift+tab")
        await driver.type(str(path))
        await driver.press("enter")
        assert driver.sees("Filled in from the file")
        assert SECRET not in driver.text
        await driver.press("f2")
        assert driver.sees(SECRET)
        await driver.press("ctrl+n")
        assert driver.app.journey.about is not None
        assert driver.app.journey.about.phones == (SECRET,)


async def test_a_date_that_is_none_is_told_by_its_line() -> None:
    async with sitting() as driver:
        await driver.press("enter", "enter", "f3")
        driver.app.screen.query_one("#about-birth_date", Input).value = "soon"
        await driver.press("ctrl+n")
        assert driver.page == "About"
        assert driver.sees("Birth date: that is not a day", "Write it like 3 May")


def test_the_form_gives_back_what_was_put_in() -> None:
    lines = {
        "names": "Nell Hartley; N. Hartley",
        "addresses": "3 Hazel Bank, Leeds, LS12 3QR",
        "birth_date": "1991-08-12",
        "children": "Asha, 2019-05-04, Fellgate Primary; Bo",
        "partner": "Sam Oakes",
    }
    about = from_lines(lines)
    assert about is not None
    assert about.addresses == ("3 Hazel Bank, Leeds, LS12 3QR",)
    assert [child.name for child in about.children] == ["Asha", "Bo"]
    assert about.children[0].school == "Fellgate Primary"
    shown = to_lines(about)
    assert {name: shown[name] for name in lines} == lines
    assert from_lines({"names": "  "}) is None


async def test_an_account_can_be_left_out_and_counts_as_not_checked() -> None:
    async with sitting(links=["instagram:nell.hartley", "strava:athletes/12345"]) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n")
        for entry in driver.app.journey.accounts.entries:
            entry.mine = True
        await driver.press("ctrl+n", "home", "space", "end", "enter")
        await driver.settle()
        assert driver.sees("left out", "not checked")
        await driver.press("enter")
        assert driver.sees("Not checked: Instagram · nell.hartley")


async def test_the_keys_at_the_bottom_are_whole_on_every_small_page() -> None:
    for name in ("results", "findings", "groups", "copies", "private", "what_if", "plan", "report"):
        async with sitting(size=SMALL) as driver:
            await open_page(driver, name)
            shown = " ".join(" ".join(driver.lines()[-3:]).split())
            for binding in type(driver.app.screen).BINDINGS:
                if isinstance(binding, Binding) and binding.show:
                    assert say(binding.description) in shown
            assert "ctrl+g leave at once" in shown


async def test_light_and_dark_and_the_palette_and_leaving_by_key() -> None:
    app = build(stage.toolkit())
    async with sitting(app) as driver:
        await driver.press("ctrl+t")
        assert app.theme == "calm-light"
        await driver.press("ctrl+p")
        await driver.settle()
        assert driver.sees("Check some words")
        await driver.press("escape", "ctrl+q")
    assert app.return_code == 0
