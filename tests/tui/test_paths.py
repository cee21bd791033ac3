"""The safer way, work and life in one tap each, and paths of their own on the screens and in the dialogue."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from inspect import isawaitable

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.sitting import Journey
from privacy_check.model import Assessment, Lens, Mark, Outcome, ProfileView
from privacy_check.reflection.cards import topics
from privacy_check.sentences import lines, say
from privacy_check.subject import AboutMe, Situation
from tests.tui import stage
from tests.tui.driving import Driver, build, open_page, show, sitting
from tests.tui.test_looking import Memory
from tests.tui.test_plain import WITH_ONE, Talk, choice, talked
from tests.unit.findings import finding
from tui import plain
from tui.dialogue import Back, Dialogue

CALM = "Look only. Nothing is kept on this computer."
ABOUT_WHAT = {
    PageId.FINDING: stage.FINDINGS[0].fingerprint,
    PageId.OWN_PATH: "copy",
    PageId.CARD: topics()[0].id,
}


def with_child() -> Assessment:
    views = tuple(stage.VIEWS.values())
    return assess(views, findings=[finding("PHO-04")], requests=(), started_at=stage.NOW)


def not_there() -> Assessment:
    views = [ProfileView(of, Lens.PUBLIC, Outcome.NOT_FOUND) for of in stage.PEOPLE[0].accounts]
    return assess(views, findings=(), requests=(), started_at=stage.NOW)


async def to_the_safer_way(driver: Driver) -> None:
    await driver.press("s", "down", "enter")


async def test_the_safer_way_begins_with_help_and_silent_ways() -> None:
    async with sitting() as driver:
        await driver.press("s")
        assert driver.sees("0808 802 0300", "press 55", "text the word register to 999")
        assert driver.text.index("0808 802 0300") < driver.text.index("Look only")


async def test_every_page_of_the_safer_way_says_that_nothing_is_kept() -> None:
    async with sitting() as driver:
        assert CALM not in driver.text
        await to_the_safer_way(driver)
        for page in ("Consent", "Accounts"):
            assert driver.page == page
            assert driver.sees(CALM)
            await driver.press("enter" if page == "Consent" else "ctrl+n")
        for name in ("results", "findings", "plan", "what_if"):
            await open_page(driver, name)
            assert driver.sees(CALM)
            assert "How much shows" not in driver.text
            assert "report" not in driver.text


@pytest.mark.parametrize("page", [page for page in plain.PAGES if page not in (PageId.WALL, PageId.LOOK_OPTION)])
async def test_every_page_of_the_dialogue_begins_with_the_calm_line(page: PageId) -> None:
    journey = Journey(stage.toolkit(), people=stage.PEOPLE, about=stage.ABOUT)
    journey.finish(stage.assessment())
    journey.take_safer_way()
    talk = Talk(["b"] * 3)
    dialogue = Dialogue(talk, talk.write, talk, calm=CALM)
    with suppress(Back, EOFError, PrivacyCheckError):
        shown = plain.PAGES[page](journey, dialogue, Place(page, ABOUT_WHAT.get(page, "")))
        if isawaitable(shown):
            await shown
    if any(line.startswith("Page:") for line in talk.said):
        assert talk.said[:2] == ["", CALM]


async def test_no_report_can_be_saved_on_the_safer_way() -> None:
    async with sitting() as driver:
        await to_the_safer_way(driver)
        for name in ("results", "plan"):
            await open_page(driver, name)
            page = driver.page
            await driver.press("r")
            assert driver.page == page
            assert driver.sees(say("paths.watched.no_report"))


def test_what_this_sitting_kept_goes_when_the_safer_way_is_taken_and_older_things_stay_until_asked() -> None:
    new = Memory()
    new.exists = False
    journey = Journey(stage.toolkit(), vault=new)
    journey.open_vault("three random words")
    assert journey.made_here
    journey.take_safer_way()
    assert "wiped" in new.kept
    old = Memory(last=stage.assessment())
    journey = Journey(stage.toolkit(), vault=old)
    journey.open_vault("three random words")
    journey.take_safer_way()
    assert "wiped" not in old.kept
    assert journey.store is None
    journey.remove_kept()
    assert "wiped" in old.kept


@pytest.mark.parametrize(("kept", "safer"), [(True, False), (False, False), (True, True)])
def test_the_key_of_the_codes_is_written_when_a_look_begins_that_is_kept(kept: bool, safer: bool) -> None:
    written: list[bool] = []
    journey = Journey(stage.toolkit(), stated=True, keep_secret=lambda: written.append(True))
    journey.store = Memory() if kept else None
    if safer:
        journey.take_safer_way()
    assert written == []
    journey.begin()
    assert written == ([True] if kept and not safer else [])


def test_the_dialogue_says_the_same_on_the_safer_way() -> None:
    safer = choice("A safer way")
    _, talk = talked(safer, "2", *WITH_ONE[1:], "")
    after = talk.text[talk.text.index("Page: Before we start.") :]
    assert all(sentence in talk.text for sentence in lines("paths.watched.silent"))
    assert after.count(CALM) == after.count("Page: ") - 1
    assert "Page: What we found." in after
    assert "How much shows" not in after
    assert "Save a report" not in after
    code, gone = talked(safer, "1")
    assert code == 0
    assert "Goodbye" not in gone.text


async def test_work_and_life_are_kept_with_about_me_and_a_second_tap_takes_them_back() -> None:
    vault = Memory()
    async with sitting(build(about=AboutMe(names=("Nell Hartley",)), vault=vault)) as driver:
        driver.app.journey.store = vault
        await driver.press("enter", "enter")
        await show(driver, PageId.SITUATION)
        await driver.pilot.pause()
        await driver.press("enter")
        assert driver.app.journey.about is not None
        assert driver.app.journey.about.situation == Situation(work="social_work")
        await driver.press("down", "down", "space", "down", "down", "down", "down", "down", "down", "space")
        assert driver.app.journey.about.situation == Situation(work="fostering", fosters=False, own_children=True)
        await driver.press("space")
        assert driver.app.journey.about.situation == Situation(work="fostering")
        assert driver.app.journey.about.names == ("Nell Hartley",)
        await driver.press("ctrl+n")
        assert driver.page == "Accounts"


async def test_someone_to_be_careful_of_leads_gently_to_the_safer_way() -> None:
    for answer, page in (("down", "Safer"), ("", "SituationPage")):
        async with sitting() as driver:
            await driver.press("enter", "enter", "f3", "ctrl+n", "end", "up", "enter")
            assert driver.sees("There is a safer way")
            await driver.press(*filter(None, [answer]), "enter")
            assert driver.page == page


def test_the_dialogue_asks_for_work_and_life_too() -> None:
    _, talk = talked("1", "1", "about", "", "Nell Hartley", "done", "1", "yes", "no", "yes", "yes")
    assert "Page: A safer way." in talk.text


async def test_a_protected_child_comes_first_without_a_number_and_cannot_be_kept_as_it_is() -> None:
    async with sitting() as driver:
        await open_page(driver, "results", with_child())
        assert driver.sees(say("paths.no_number_child"))
        assert "How much shows" not in driver.text
        await driver.press("home", "enter")
        assert driver.page == "OwnPathPage"
        assert driver.sees("Tell the child's social worker today", "DSL")
        await driver.press("escape", "f", "enter")
        assert driver.page == "FindingPage"
        assert "k keep" not in driver.text
        await driver.press("k")
        assert driver.sees("cannot be kept as it is")
        assert driver.app.journey.decisions.marks == {}
    journey = Journey(stage.toolkit(), assessment=with_child())
    with pytest.raises(PrivacyCheckError):
        journey.mark(with_child().findings[0], Mark.KEEP)


async def test_accounts_that_are_not_there_are_no_good_news_on_any_page() -> None:
    async with sitting() as driver:
        for name in ("results", "findings", "plan", "what_if"):
            await open_page(driver, name, not_there())
            assert driver.sees("Were the names typed right?")
            for word in ("Good:", "How much shows", "closed", "Nothing"):
                assert word not in driver.text.replace("Nothing real changes", "")


async def test_photos_groups_and_posts_not_looked_at_are_named_on_the_screen() -> None:
    async with sitting() as driver:
        await open_page(driver, "results")
        assert driver.sees("Not looked at: photos, some groups, posts.")


def test_the_dialogue_names_what_was_not_looked_at() -> None:
    _, talk = talked(*WITH_ONE, "")
    for part in ("Photos", "Groups", "Posts"):
        assert f"{part} were not looked at: Instagram." in talk.text


def test_a_step_on_two_sites_is_one_line_that_names_both() -> None:
    from privacy_check.journey import presenters

    two = [finding("LOC-01", of) for of in (stage.INSTAGRAM, stage.FACEBOOK)]
    told = assess(tuple(stage.VIEWS.values()), findings=two, requests=(), started_at=stage.NOW)
    (step,) = (step for step in told.plan if step.rule_id == "LOC-01")
    assert presenters.step_place(step, str.title) == "on 2 sites: Facebook, Instagram"
    assert set(presenters.prints_of([step], told)) == {item.fingerprint for item in two}
    only = replace(step, visits=step.visits[:1])
    assert presenters.step_place(only, str.title) == "Facebook"
