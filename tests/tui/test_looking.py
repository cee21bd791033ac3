"""The look itself: stop and keep, look another way, stopped accounts, no browser, requests, resume."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from privacy_check.journey.flow import PageId
from privacy_check.model import Account, Assessment, LinkReading, Mark, Marked, Outcome, PageKind, ProfileView
from privacy_check.ports import Unfinished
from tests.tui import stage
from tests.tui.driving import Driver, build, open_page, show, sitting

LINKS = ["instagram:nell.hartley", "facebook:nell.hartley.12"]


async def to_the_look(driver: Driver) -> None:
    """From the first page to the look, with every account marked as mine."""
    await driver.press("enter", "enter", "ctrl+n", "ctrl+n")
    for entry in driver.app.journey.accounts.entries:
        entry.mine = True
    await driver.press("ctrl+n", "end", "enter")


async def test_stop_and_keep_shows_what_was_seen_and_closes_the_browser() -> None:
    looker = stage.Looker(gate=asyncio.Event(), holds=stage.FACEBOOK.key)
    async with sitting(build(stage.toolkit(looker), links=LINKS)) as driver:
        await to_the_look(driver)
        while driver.app.journey.check is None or not driver.app.journey.check.views:
            await driver.pilot.pause()
        assert driver.sees("reading")
        assert not driver.app.screen.over  # type: ignore[attr-defined]
        await driver.press("c")
        await driver.settle()
        assert looker.closed == ["closed"]
        assert driver.page == "Results"
        assessment = driver.app.journey.assessment
        assert assessment is not None
        assert [view.account for view in assessment.views] == [stage.INSTAGRAM]
        assert driver.sees("Not checked: Facebook · nell.hartley.12")


async def test_after_a_stop_only_what_was_not_seen_is_looked_at_again() -> None:
    gate = asyncio.Event()
    looker = stage.Looker(gate=gate, holds=stage.FACEBOOK.key)
    async with sitting(build(stage.toolkit(looker), links=LINKS)) as driver:
        await to_the_look(driver)
        while driver.app.journey.check is None or not driver.app.journey.check.views:
            await driver.pilot.pause()
        await driver.press("l")
        await driver.settle()
        assert driver.page == "LookOptions"
        assert driver.sees("seen already")
        gate.set()
        looker.made.clear()
        await driver.press("end", "enter")
        await driver.settle()
        assert [record.account for record in looker.made] == [stage.FACEBOOK.key]
        assert driver.sees("seen by anyone", "partly seen")
        await driver.press("enter")
        assessment = driver.app.journey.assessment
        assert assessment is not None
        assert {view.account.key for view in assessment.views} == {stage.INSTAGRAM.key, stage.FACEBOOK.key}


async def test_leaving_the_page_while_it_looks_stops_the_look() -> None:
    looker = stage.Looker(gate=asyncio.Event())
    async with sitting(build(stage.toolkit(looker), links=LINKS)) as driver:
        await to_the_look(driver)
        await driver.press("escape")
        await driver.settle()
        assert driver.page == "LookOptions"
        assert looker.closed == ["closed"]


async def test_the_keys_of_the_look_are_those_that_do_something() -> None:
    gate = asyncio.Event()
    async with sitting(build(stage.toolkit(stage.Looker(gate=gate)), links=LINKS)) as driver:
        await to_the_look(driver)
        assert driver.sees("You can stop at any time", "stop and keep")
        assert "enter results" not in driver.text
        assert "prove it is mine" not in driver.text
        gate.set()
        await driver.settle()
        assert driver.sees("The look is over", "enter results")
        assert "You can stop at any time" not in driver.text
        assert "stop and keep" not in driver.text
        await driver.press("escape")
        await driver.settle()
        assert driver.sees("Each of these was looked at already")
        assert "What you handed in" not in driver.text


async def test_what_is_said_of_a_link_does_not_run_into_its_name() -> None:
    def a_post(text: str) -> LinkReading:
        return replace(stage.recognise(text), hint="That is a post on Instagram, not a profile.")

    async with sitting(build(stage.toolkit(recognise=a_post))) as driver:
        await show(driver, PageId.ACCOUNTS)
        await driver.type("instagram:p")
        await driver.settle()
        assert "enter to addThat" not in driver.text
        assert driver.sees("enter to add", "not a profile")


async def test_two_accounts_on_one_site_can_be_told_apart_while_it_looks() -> None:
    links = ["instagram:nell.h", "instagram:nell.two"]
    async with sitting(build(stage.toolkit(stage.Looker(gate=asyncio.Event())), links=links)) as driver:
        await to_the_look(driver)
        assert driver.sees("nell.h", "nell.two")


async def test_a_page_with_another_name_stops_and_the_ways_to_prove_it_are_shown() -> None:
    stranger = Account("instagram", "someone.else", "https://www.instagram.com/someone.else")
    view = ProfileView(
        stranger, stage.Lens.PUBLIC, Outcome.VISIBLE, (stage.Field("display_name", "Ada Brown", "og"),)
    )
    kit = stage.toolkit(extract=lambda capture: view)
    async with sitting(build(kit, links=["instagram:someone.else"], about=stage.ABOUT)) as driver:
        await to_the_look(driver)
        await driver.settle()
        assert driver.sees("stopped", "another name on it")
        await driver.press("p")
        assert driver.page == "Prove"
        assert driver.sees("put the code pc-", "rel=me", "Add it in About me")
        assert "Ada Brown" not in driver.text


async def test_on_the_safer_way_no_code_in_a_bio_is_offered() -> None:
    view = ProfileView(
        stage.INSTAGRAM, stage.Lens.PUBLIC, Outcome.VISIBLE, (stage.Field("display_name", "Ada Brown", "og"),)
    )
    kit = stage.toolkit(extract=lambda capture: view)
    async with sitting(build(kit, links=LINKS[:1], about=stage.ABOUT)) as driver:
        driver.app.journey.take_safer_way()
        await to_the_look(driver)
        await driver.settle()
        await driver.press("p")
        assert driver.page == "Prove"
        assert driver.sees("rel=me", "Add it in About me")
        assert "pc-" not in driver.text


async def test_without_a_browser_the_person_reads_what_to_do() -> None:
    async with sitting(build(stage.toolkit(stage.Looker(broken=True)), links=LINKS)) as driver:
        await to_the_look(driver)
        await driver.settle()
        assert driver.page == "Checking"
        assert driver.sees("No browser was found", "privacy-check setup")
        await driver.press("escape")
        await driver.settle()
        assert driver.page == "LookOptions"


async def test_every_request_can_be_read() -> None:
    async with sitting(build(stage.toolkit(), links=LINKS)) as driver:
        await to_the_look(driver)
        await driver.settle()
        await driver.press("r")
        assert driver.page == "Requests"
        assert driver.sees("www.instagram.com", "www.facebook.com", "2 made, 0 refused")


class Memory:
    """A store in memory behind a passphrase."""

    def __init__(self, unfinished: Unfinished | None = None, last: Assessment | None = None) -> None:
        self.exists, self.locked = True, True
        self._unfinished, self._last = unfinished, last
        self.kept: list[str] = []
        self.marked: dict[str, Marked] = {}
        self.chosen: dict[str, str] = {}

    def create(self, passphrase: str) -> None:
        self.exists, self.locked = True, False

    def unlock(self, passphrase: str) -> None:
        from privacy_check.errors import WrongPassphrase

        if passphrase != "three random words":
            raise WrongPassphrase("That passphrase does not open your vault.", "Try again; nothing was changed.")
        self.locked = False

    def begin(self, accounts: object, at: object) -> None:
        self.kept.append("begin")

    def keep_view(self, view: ProfileView) -> None:
        self.kept.append(view.account.key)

    def unfinished(self) -> Unfinished | None:
        return self._unfinished

    def finish(self, assessment: Assessment) -> None:
        self.kept.append("finish")

    def history(self) -> list[Assessment]:
        return [self._last] if self._last else []

    def last(self) -> Assessment | None:
        return self._last

    def marks(self) -> dict[str, Marked]:
        return self.marked

    def mark(self, fingerprint: str, mark: Mark, at: datetime | None = None) -> None:
        self.marked[fingerprint] = Marked(mark, at or stage.NOW)

    def choices(self) -> dict[str, str]:
        return self.chosen

    def choose(self, choices: Mapping[str, str]) -> None:
        self.chosen.update(choices)

    def keep_about(self, about: object) -> None:
        self.kept.append("about")

    def about(self) -> None:
        return None

    def wipe(self) -> None:
        self.exists = False
        self.kept.append("wiped")


async def test_a_wrong_passphrase_is_forgiven_and_the_last_check_opens() -> None:
    vault = Memory(last=stage.assessment())
    async with sitting(build(stage.toolkit(), vault=vault)) as driver:
        await driver.press("down", "enter")
        assert driver.page == "Keep"
        await driver.type("wrong words")
        await driver.press("enter")
        await driver.settle()
        assert driver.sees("That passphrase does not open it", "Try again as often as you like")
        assert "wrong words" not in driver.text
        await driver.type("three random words")
        await driver.press("enter")
        await driver.settle()
        assert driver.page == "Results"
        await driver.press("f", "d")
        assert [decided.mark for decided in vault.marked.values()] == [Mark.FIXED]


async def test_a_check_that_was_cut_short_is_offered_and_goes_on_where_it_stopped() -> None:
    seen = stage.VIEWS[stage.INSTAGRAM.key]
    vault = Memory(Unfinished((stage.INSTAGRAM, stage.FACEBOOK), (seen,), stage.NOW))
    looker = stage.Looker()
    async with sitting(build(stage.toolkit(looker), vault=vault)) as driver:
        await driver.press("enter", "enter")
        assert driver.page == "Keep"
        await driver.type("three random words")
        await driver.press("enter")
        await driver.settle()
        assert driver.page == "Resume"
        assert driver.sees("not looked at yet")
        await driver.press("enter", "end", "enter")
        await driver.settle()
        assert [record.account for record in looker.made] == [stage.FACEBOOK.key]
        assert "finish" in vault.kept
        assessment = driver.app.journey.assessment
        assert assessment is not None
        assert {view.account.key for view in assessment.views} == {stage.INSTAGRAM.key, stage.FACEBOOK.key}


async def test_someone_who_is_made_to_do_this_can_close_and_wipe() -> None:
    vault = Memory(last=stage.assessment())
    app = build(stage.toolkit(), vault=vault)
    async with sitting(app) as driver:
        await driver.press("enter", "end", "enter")
        assert driver.sees("All that privacy-check keeps on this computer will be gone")
        await driver.press("down", "enter")
        await driver.pilot.pause()
    assert "wiped" in vault.kept
    assert app.left_at_once


async def test_the_first_answer_to_wiping_changes_nothing() -> None:
    vault = Memory(last=stage.assessment())
    async with sitting(build(stage.toolkit(), vault=vault)) as driver:
        await driver.press("enter", "end", "enter", "enter")
        assert driver.page == "Consent"
        assert vault.exists


async def test_nothing_seen_never_reads_as_nothing_to_fear() -> None:
    async with sitting(build(stage.toolkit(), links=["linkedin:in/nell-hartley"])) as driver:
        await to_the_look(driver)
        await driver.settle()
        await driver.press("enter", "n")
        assert driver.page == "Results"
        assert driver.sees("None of your pages could be seen", "That does not mean hidden")
        assert "asks for a change" not in driver.text
        await driver.press("home", "enter")
        assert driver.page == "WallsPage"


async def test_what_was_not_read_of_a_page_is_said() -> None:
    part = replace(
        stage.page(stage.INSTAGRAM), kind=PageKind.POST, warnings=("One part was slow.",), unfinished=True
    )
    kit = stage.toolkit(extract=lambda capture: part)
    async with sitting(build(kit, links=["instagram:nell.hartley"])) as driver:
        await to_the_look(driver)
        await driver.settle()
        assert driver.sees("Instagram: This is a post, not a profile. One part was slow.")
        await driver.press("enter")
        assert driver.page == "Results"
        assert driver.sees("Read only in part: Instagram.")
        assert "Good:" not in driver.text


async def test_a_full_disk_is_said_in_a_sentence_and_what_was_seen_stays() -> None:
    from privacy_check.errors import VaultError

    vault = Memory()
    vault.exists = False

    def full(view: ProfileView) -> None:
        raise VaultError("The disk is full; what was kept before is still there.", "Make some room and try again.")

    vault.keep_view = full  # type: ignore[method-assign]
    async with sitting(build(stage.toolkit(), vault=vault, links=LINKS)) as driver:
        driver.app.journey.keep_in_vault()
        driver.app.journey.stated = True
        for entry in driver.app.journey.accounts.entries:
            entry.mine = True
        await show(driver, PageId.LOOK_OPTIONS)
        await driver.press("end", "enter")
        await driver.settle()
        assert driver.page == "Checking"
        assert driver.sees("The disk is full", "Make some room")
        await driver.press("enter")
        assert driver.page == "Results"


async def test_what_changed_since_last_time_is_said() -> None:
    from privacy_check.model import Change, ChangeKind

    async with sitting(size=(100, 40)) as driver:
        from dataclasses import replace

        from tests.tui.driving import open_page

        kinds = ("new", "removed", "removed", "still", "not_seen")
        changes = tuple(Change(str(number), "PI-03", ChangeKind(kind)) for number, kind in enumerate(kinds))
        await open_page(driver, "results", replace(stage.assessment(), changes=changes))
        assert driver.sees("Since last time: 1 new, 2 removed, 1 still there, 1 could not be seen this time.")


async def test_the_results_count_no_page_that_could_not_be_seen() -> None:
    made = stage.assessment()
    wall = replace(made.views[0], outcome=Outcome.LOGIN_WALL)
    async with sitting(build(stage.toolkit())) as driver:
        await open_page(driver, "results", replace(made, views=(wall, *made.views[1:])))
        left = sum(view.outcome.conclusive for view in made.views[1:])
        assert driver.sees(f"{left} of {len(made.views)} accounts")
