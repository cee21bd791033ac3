"""From first start to a saved report, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.events import Paste

from privacy_check.model import Lens, Mark
from tests.tui import stage
from tests.tui.driving import build, sitting


async def to_accounts(driver: object) -> None:
    await driver.press("enter", "enter")  # type: ignore[attr-defined]
    await driver.press("ctrl+n", "ctrl+n")  # type: ignore[attr-defined]


async def test_first_start_to_saved_report(tmp_path: Path) -> None:
    opened = stage.Opened()
    async with sitting(build(stage.toolkit(opened=opened))) as driver:
        assert driver.page == "Welcome"
        await driver.press("enter")
        assert driver.page == "Consent"
        assert not driver.app.journey.stated
        await driver.press("enter")
        assert driver.app.journey.stated
        assert driver.page == "Accounts"
        await driver.press("f3")
        assert driver.page == "About"
        await driver.type("Nell Hartley")
        assert "Nell" not in driver.text, "what is typed is hidden"
        await driver.press("ctrl+n")
        assert driver.app.journey.about is not None
        assert driver.app.journey.about.names == ("Nell Hartley",)
        assert driver.page == "SituationPage"
        await driver.press("ctrl+n")
        assert driver.page == "Accounts"
        for link in ("https://www.instagram.com/nell.hartley/?igsh=1", "linkedin:in/nell-hartley"):
            await driver.type(link)
            await driver.press("enter", "enter")
        assert [entry.key for entry in driver.app.journey.accounts.mine] == [
            "instagram:nell.hartley",
            "linkedin:in/nell-hartley",
        ]
        await driver.press("enter")
        assert driver.page == "LookOptions"
        await driver.press("enter")
        await driver.settle()
        assert driver.page == "Checking"
        assert driver.sees("seen by anyone", "could not see", "sign-in page", "2 requests made")
        await driver.press("enter")
        assert driver.page == "WallsPage"
        assert driver.sees("1 of 2 sites did not let strangers' browsers in")
        await driver.press("n")
        assert driver.page == "Results"
        assert driver.sees("Could not see: LinkedIn", "That does not mean hidden.")
        await driver.press("r")
        assert driver.page == "Report"
        await driver.press("shift+tab", "ctrl+u")
        await driver.type(str(tmp_path / "mine"))
        await driver.press("ctrl+s")
        await driver.settle()
        assert driver.sees("Saved:", "Finish and leave")
    assert opened.reports == [(tmp_path / "mine", ("html",), False)]
    assert (tmp_path / "mine" / "privacy-check.html").exists()


async def test_a_link_is_recognised_while_it_is_typed_and_refused_with_a_sentence() -> None:
    async with sitting() as driver:
        await to_accounts(driver)
        await driver.type("instagram:nell")
        assert driver.sees("Instagram · nell", "enter to add")
        await driver.press("enter")
        assert driver.sees("Is this one yours?")
        assert driver.app.journey.accounts.entries == []
        await driver.press("ctrl+u")
        await driver.type("http://10.0.0.1/me")
        assert driver.sees("inside your own network", "Paste a public link")
        await driver.press("enter", "enter")
        assert driver.app.journey.accounts.entries == []


async def test_a_paste_of_several_links_is_taken_whole_and_one_refused_link_is_told() -> None:
    kit = stage.toolkit(
        recognise_several=lambda text: tuple(
            replace(stage.recognise(line), link=line) for line in text.splitlines()
        )
    )
    async with sitting(build(kit)) as driver:
        await to_accounts(driver)
        pasted = "instagram:nell\nhttp://10.0.0.1/me\r\nfacebook:nell.h"
        driver.app.screen.query_one("#link").post_message(Paste(pasted))
        await driver.pilot.pause()
        assert driver.sees("Instagram · nell", "Facebook · nell.h", "http://10.0.0.1/me", "enter to add these 2")
        await driver.press("enter")
        assert driver.sees("Are all 2 yours?")
        assert driver.app.journey.accounts.entries == []
        await driver.press("enter")
        assert [entry.account.handle for entry in driver.app.journey.accounts.mine] == ["nell", "nell.h"]
        assert driver.sees("Left out: http://10.0.0.1/me")


async def test_the_same_account_and_a_thirteenth_are_refused() -> None:
    links = [f"instagram:name{number}" for number in range(12)]
    async with sitting(links=links) as driver:
        await to_accounts(driver)
        await driver.press("slash")
        await driver.type("instagram:name3")
        assert driver.sees("already on your list")
        await driver.press("ctrl+u")
        await driver.type("facebook:one.more")
        await driver.press("enter", "enter")
        assert driver.sees("Your list is full")
        assert len(driver.app.journey.accounts.entries) == 12


async def test_an_account_not_marked_as_mine_is_left_alone() -> None:
    async with sitting(links=["instagram:nell.hartley", "strava:athletes/12345"]) as driver:
        await to_accounts(driver)
        await driver.press("ctrl+n")
        assert driver.page == "Accounts"
        assert driver.sees("No account is marked as yours yet")
        await driver.press("space")
        assert [entry.key for entry in driver.app.journey.accounts.mine] == ["instagram:nell.hartley"]
        await driver.press("down", "d")
        assert [entry.key for entry in driver.app.journey.accounts.entries] == ["instagram:nell.hartley"]
        await driver.press("right")
        assert [look.account.key for look in driver.app.journey.looks] == ["instagram:nell.hartley"]


async def test_a_possible_copy_is_noted_and_compared_but_never_looked_at_as_mine() -> None:
    async with sitting(links=["instagram:nell.hartley"]) as driver:
        await to_accounts(driver)
        await driver.press("space", "down", "enter")
        assert driver.page == "Suspects"
        await driver.type("instagram:nell.hart1ey")
        await driver.press("enter", "enter")
        assert driver.page == "Accounts"
        assert driver.sees("1 noted")
        await driver.press("ctrl+n", "enter")
        await driver.settle()
        assessment = driver.app.journey.assessment
        assert assessment is not None
        assert [view.account.key for view in assessment.views] == ["instagram:nell.hartley"]
        assert [candidate.profile["handle"] for candidate in assessment.candidates] == ["nell.hart1ey"]


async def test_an_ask_only_account_offers_steps_by_hand_and_takes_typed_words() -> None:
    async with sitting(links=["whatsapp:nell"]) as driver:
        await to_accounts(driver)
        await driver.press("space", "right")
        assert driver.sees("nothing to look at: choose it for the steps by hand")
        await driver.press("home", "enter")
        assert driver.page == "LookOption"
        await driver.press("enter")
        assert driver.sees("Go to settings, then privacy.", "Then type what you see")
        await driver.type("Call 07700 900123")
        await driver.press("ctrl+n", "enter")
        assert driver.page == "LookOptions"
        entry = driver.app.journey.accounts.mine[0]
        assert entry.view is not None
        assert entry.view.lens is Lens.TYPED
        assert driver.sees("read already: from what you typed")


async def test_a_saved_page_is_read_and_an_unreadable_one_says_so(tmp_path: Path) -> None:
    page = tmp_path / "me.html"
    page.write_text("Nell Hartley\nI live in Armley", encoding="utf-8")
    async with sitting(links=["linkedin:in/nell-hartley"], about=stage.ABOUT) as driver:
        await to_accounts(driver)
        await driver.press("space", "right", "home", "enter", "down", "down", "enter")
        assert driver.sees("Then give the path of the file")
        await driver.type(str(tmp_path / "no.html"))
        await driver.press("enter")
        await driver.settle()
        assert driver.sees("cannot be read", "Check the path")
        await driver.press("ctrl+u")
        await driver.type(str(page))
        await driver.press("enter")
        await driver.settle()
        assert driver.page == "LookOptions"
        assert driver.sees("read already: from a page you saved")


async def test_a_saved_page_with_another_name_is_not_read_further(tmp_path: Path) -> None:
    page = tmp_path / "other.html"
    page.write_text("Somebody Else\nI live in Armley", encoding="utf-8")
    async with sitting(links=["linkedin:in/nell-hartley"], about=stage.ABOUT) as driver:
        await to_accounts(driver)
        await driver.press("space", "right", "home", "enter", "down", "down", "enter")
        await driver.type(str(page))
        await driver.press("enter")
        await driver.settle()
        assert driver.sees("not one you gave", "your own data archive")
        assert driver.app.journey.accounts.mine[0].view is None


async def test_questions_widen_or_narrow_the_range_and_a_yes_goes_on_the_plan() -> None:
    async with sitting(links=["instagram:nell.hartley"]) as driver:
        await to_accounts(driver)
        await driver.press("space", "right", "home", "down", "enter")
        assert driver.page == "Questions"
        await driver.press("y", "n")
        replies = dict(driver.app.journey.decisions.replies)
        assert list(replies.values()) == ["yes", "no"]
        await driver.press("escape")
        await driver.press("end", "enter")
        await driver.settle()
        assessment = driver.app.journey.assessment
        assert assessment is not None
        said_yes, said_no = replies
        assert said_yes in {finding.rule_id for finding in assessment.findings}
        assert said_no not in {finding.rule_id for finding in assessment.findings}
        assert not {said_yes, said_no} & set(assessment.not_checked)
        assert len(assessment.not_checked) == len(stage.catalogue.key_questions()) - 2


async def test_invented_people_go_the_same_way_with_a_banner_and_keep_nothing() -> None:
    async with sitting(people=stage.PEOPLE, persona="") as driver:
        assert driver.page == "People"
        await driver.press("enter")
        await driver.settle()
        assert driver.page == "Accounts"
        assert driver.sees("Invented person, pretend network: Nell Hartley")
        assert len(driver.app.journey.accounts.mine) == 4
        assert driver.app.journey.store is None
        await driver.press("ctrl+n", "enter")
        await driver.settle()
        await driver.press("enter", "n")
        assert driver.page == "Results"
        assert driver.app.journey.gate().exempt


async def test_a_persona_can_be_chosen_beforehand_and_an_unknown_one_is_told() -> None:
    async with sitting(people=stage.PEOPLE, persona="tom") as driver:
        await driver.settle()
        assert driver.page == "Accounts"
        assert driver.sees("Tom Birk")
    async with sitting(people=stage.PEOPLE, persona="nobody") as driver:
        await driver.settle()
        assert driver.page == "People"
        assert driver.sees("no invented person of that name")


async def test_after_an_invented_person_ones_own_check_starts_clean() -> None:
    async with sitting(people=stage.PEOPLE, persona="nell") as driver:
        await driver.settle()
        driver.app.escape_window = 0
        await driver.press("escape", "escape")
        assert driver.page == "Welcome"
        await driver.press("home", "enter")
        assert driver.page == "Consent"
        assert driver.app.journey.invented is None
        assert driver.app.journey.accounts.entries == []
        assert not driver.app.journey.gate().exempt


async def test_the_safer_way_names_help_first_and_keeps_nothing() -> None:
    async with sitting() as driver:
        await driver.press("s")
        assert driver.sees("0808 802 0300", "0808 2000 247", "999")
        await driver.press("down", "enter")
        assert driver.page == "Consent"
        assert driver.app.journey.safer
        await driver.press("enter")
        assert driver.page == "Accounts", "nobody is asked to keep anything"


async def test_decisions_are_kept_with_the_finding() -> None:
    async with sitting(links=["instagram:nell.hartley"]) as driver:
        await to_accounts(driver)
        await driver.press("space", "right", "end", "enter")
        await driver.settle()
        await driver.press("enter", "f")
        assert driver.page == "Findings"
        chosen = driver.app.screen.query_one("Choices").chosen  # type: ignore[attr-defined]
        await driver.press("k")
        found = driver.app.journey.finding(chosen)
        assert found is not None
        assert found.mark is Mark.KEEP
        assert driver.sees("kept as it is")
        await driver.press("k")
        again = driver.app.journey.finding(chosen)
        assert again is not None
        assert again.mark is Mark.OPEN
