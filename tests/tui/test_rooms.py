"""The rooms behind the doors: many groups, archives, forgotten accounts, pictures, the tour."""

from __future__ import annotations

import io
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from textual.widgets import Input, TextArea

from privacy_check.errors import UnreadableInput
from privacy_check.forgotten import ListFacts, SiteAnswer, SiteFacts, SiteWish, key
from privacy_check.journey.flow import PageId
from privacy_check.journey.ports import Start
from privacy_check.lookalikes.search import CopySearch
from privacy_check.lookalikes.verdict import Compared
from privacy_check.model import (
    Account,
    Assessment,
    Group,
    Hint,
    Lens,
    Outcome,
    Ownership,
    ProfileView,
    RequestRecord,
)
from privacy_check.ownership import Gate
from privacy_check.ports import PictureTold
from privacy_check.selfcheck import SelfCheck
from privacy_check.training.tour import Audience, TourStep
from tests.tui import stage
from tests.tui.driving import Driver, build, open_page, show, sitting
from tests.tui.test_looking import Memory
from tests.tui.test_plain import TO_ACCOUNTS, choice, number_of, talked
from tui.app import make_app

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
        assert decided is not None
        assert [str(choice) for choice in decided.decided.values()] == ["hide"]


async def test_only_the_lines_in_sight_are_drawn() -> None:
    async with sitting() as driver:
        await open_page(driver, "groups", many_groups())
        drawn: list[int] = []
        page = driver.app.screen
        line = page._line  # type: ignore[attr-defined]
        page.query_one("#groups")._drawn = lambda at, width: (drawn.append(at), line(at, width))[1]  # type: ignore[attr-defined]
        await driver.press("end", "home", "pagedown")
        assert 0 < len(set(drawn)) < 80


def archives(*broken: str, hold: threading.Event | None = None) -> object:
    """A reader of archives of the stage: a file a view, some of them damaged."""

    def read(paths: Any, *, progress: Any = None, owner_names: Any = ()) -> tuple[list[ProfileView], list[Hint]]:
        if bad := [path.name for path in paths if path.name in broken]:
            raise UnreadableInput(f"{bad[0]} is damaged, or its download did not finish.", "Download it again.")
        while hold is not None:
            progress(1, 100)
            hold.wait(0.01)
        groups = tuple(Group(f"Bell ringers {number}") for number in range(12))
        return [
            ProfileView(stage.account("reddit", path.stem), Lens.ARCHIVE, Outcome.VISIBLE, groups=groups)
            for path in paths
        ], [Hint("frendli.example.org", "logins")]

    return read


def files(folder: Path, *names: str) -> list[str]:
    """Files of those names; a reader of the stage looks at no more than that."""
    for name in names:
        (folder / name).write_bytes(b"PK")
    return [str(folder / name) for name in names]


async def test_many_archives_are_taken_up_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    kit = stage.toolkit(read_archives=archives("bad.zip"))
    async with sitting(build(kit, links=["instagram:nell.hartley"])) as driver:
        await show(driver, PageId.ARCHIVES)
        for name in files(tmp_path, "one.zip", "bad.zip", "two.zip"):
            driver.app.screen.query_one(Input).value = name
            await driver.press("enter")
        await driver.press("ctrl+n")
        await driver.settle()
        assert driver.sees("one: 0 posts, 12 groups.", "bad.zip is damaged", "1 site where you may have")
        entries = driver.app.journey.accounts.entries
        assert [(entry.account.handle, entry.lens) for entry in entries[1:]] == [
            ("one", Lens.ARCHIVE),
            ("two", Lens.ARCHIVE),
        ]
        assert all(entry.account.ownership is Ownership.PROVED for entry in entries[1:])


async def test_escape_stops_the_reading_and_nothing_is_changed(tmp_path: Path) -> None:
    hold = threading.Event()
    async with sitting(build(stage.toolkit(read_archives=archives(hold=hold)))) as driver:
        await show(driver, PageId.ARCHIVES)
        driver.app.screen.query_one(Input).value = files(tmp_path, "one.zip")[0]
        await driver.press("enter", "ctrl+n", "escape")
        await driver.settle()
        assert driver.page == "Archives"
        assert driver.sees("Stopped. Nothing was changed.")
        assert not driver.app.journey.accounts.entries


def test_archives_in_lines(tmp_path: Path) -> None:
    kit = stage.toolkit(read_archives=archives())
    one, two = files(tmp_path, "one.zip", "a two.zip")
    _, talk = talked(*TO_ACCOUNTS, "archive", one, "nowhere.zip", two, "", kit=kit)
    assert "nowhere.zip is not there." in talk.text
    assert "12 groups" in talk.text


class PretendTour:
    """A tour of one page."""

    place, last = "1 of 1", True

    def step(self) -> TourStep:
        return TourStep("start", "Nobody real", "You will see a whole check.")


async def test_the_tour_lies_over_the_first_page_and_gives_it_back() -> None:
    asked = []

    @asynccontextmanager
    async def opened(audience: Audience) -> AsyncIterator[Any]:
        asked.append(audience)
        yield PretendTour()
        asked.append("closed")

    app = make_app(stage.toolkit(), people=stage.PEOPLE, start=Start(tour=opened))  # type: ignore[arg-type]
    async with sitting(app) as driver:
        await driver.press("down", "enter")
        assert driver.sees("Nobody real")
        await driver.press("escape")
        await driver.settle()
        assert driver.page == "Welcome"
        await driver.press("down", "enter", "enter")
        await driver.settle()
        assert driver.page == "Welcome"
    assert asked == [Audience.PERSON, "closed", Audience.MANAGER, "closed"]


def test_the_tour_in_lines() -> None:
    @asynccontextmanager
    async def opened(audience: Audience) -> AsyncIterator[Any]:
        yield PretendTour()

    _, talk = talked("2", "q", "q", start=Start(tour=opened))  # type: ignore[arg-type]
    assert "Nobody real" in talk.text


@dataclass
class Sites:
    """A run over three sites: an account, none, and one that could not be seen."""

    wish: SiteWish
    total: int = 3
    about: ListFacts = field(default_factory=lambda: ListFacts("stage", "", "2026-11-01", 3, own=True))

    async def events(self) -> AsyncIterator[SiteAnswer]:
        easy = {"delete_url": "https://frendli.example.org/delete", "difficulty": "easy", "worth": "Yes."}
        for name, outcome, more in (
            ("Frendli", Outcome.VISIBLE, easy),
            ("Jogly", Outcome.NOT_FOUND, {}),
            ("Wallsite", Outcome.LOGIN_WALL, {}),
        ):
            if key(name, self.wish.handles[0]) in self.wish.known:
                continue
            asked.append(name)
            yield SiteAnswer(
                Account(name, self.wish.handles[0], f"https://{name.lower()}.example.org/nell"),
                SiteFacts(name, name, **more),  # type: ignore[arg-type]
                outcome,
                ("The site shows this only to people who sign in.",),
            )

    def requests(self) -> tuple[RequestRecord, ...]:
        return ()


asked: list[str] = []


async def test_forgotten_accounts_are_asked_told_and_only_the_unseen_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    asked.clear()
    opened = stage.Opened()
    kit = stage.toolkit(opened=opened, ask_sites=Sites)
    async with sitting(build(kit, links=["instagram:nell.hartley"]), size=(120, 40)) as driver:
        journey = driver.app.journey
        journey.stated = True
        journey.accounts.entries[0].mine = True
        await open_page(driver, "forgotten")
        await driver.press("end", "enter")
        await driver.settle()
        assert driver.sees("account with your handle on 1 site", "1 site could not be seen", "Ask again")
        await driver.press("home", "d", "o", "l")
        assert opened.links == ["https://frendli.example.org/delete", "https://frendli.example.org/nell"]
        assert (tmp_path / "privacy-check-report" / "letter-Frendli.txt").read_text("utf-8")
        await driver.press("end", "enter")
        await driver.settle()
        assert asked == ["Frendli", "Jogly", "Wallsite", "Wallsite"]


async def test_nobody_invented_is_looked_for_on_other_sites() -> None:
    kit = stage.toolkit(ask_sites=Sites)
    async with sitting(build(kit, people=stage.PEOPLE)) as driver:
        driver.app.journey.be(stage.PEOPLE[0])
        await show(driver, PageId.FORGOTTEN)
        asked.clear()
        await driver.press("end", "enter")
        await driver.settle()
        assert driver.sees("Made-up people are not looked for")
        assert asked == []


async def test_somebody_invented_is_looked_for_on_pretend_sites() -> None:
    kit = stage.toolkit(ask_sites=Sites, pretend=True)
    async with sitting(build(kit, people=stage.PEOPLE)) as driver:
        driver.app.journey.be(stage.PEOPLE[0])
        await show(driver, PageId.FORGOTTEN)
        asked.clear()
        await driver.press("end", "enter")
        await driver.settle()
        assert "Jogly" in asked


def pictures(paths: Any, clean: Path | None, about: Any) -> Iterator[PictureTold]:
    """A reader of pictures of the stage."""
    yield PictureTold("garden.jpg", ("It was taken at Hazel Bank.",), True, True, clean, clean is not None)
    yield PictureTold("broken.jpg", ("It could not be read.",), False)


async def test_pictures_are_told_copied_and_nothing_unread_is_called_clean(tmp_path: Path) -> None:
    async with sitting(build(stage.toolkit(tell_pictures=pictures))) as driver:
        await show(driver, PageId.PHOTOS)
        driver.app.screen.query_one(Input).value = str(tmp_path)
        await driver.press("enter")
        await driver.settle()
        assert driver.sees("garden.jpg", "worth a look", "Hazel Bank", "could not be read")
        await driver.press("c")
        await driver.settle()
        assert driver.sees("The copies are in", "broken.jpg: no copy could be made.")


def test_forgotten_accounts_and_pictures_in_lines(tmp_path: Path) -> None:
    _, talk = talked(
        choice("Look into a picture", kit=stage.toolkit(tell_pictures=pictures)),
        str(tmp_path),
        "no",
        kit=stage.toolkit(tell_pictures=pictures),
    )
    assert "garden.jpg: worth a look" in talk.text
    assert "broken.jpg: could not be read" in talk.text
    kit, vault = stage.toolkit(ask_sites=Sites), Memory(last=stage.assessment())
    to_results = (choice("Open my last check", vault=vault), "three random words")
    menu = talked(*to_results, kit=kit, vault=vault)[1]
    path = (*to_results, number_of(menu, "Look for accounts you forgot"), "nell.hartley", "no")
    _, talk = talked(*path, "no", kit=kit, vault=vault)
    assert "Nothing was asked." in talk.text


def picture(colour: str, size: tuple[int, int] = (40, 40)) -> bytes:
    """A plain picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG")
    return stream.getvalue()


async def compared(driver: Driver, mine: bytes, theirs: bytes) -> None:
    """The copies page of a check that compared two pictures."""
    kit = driver.app.journey.toolkit
    search = CopySearch(kit)
    own, other = stage.VIEWS[stage.INSTAGRAM.key], stage.VIEWS[stage.COPY.key]
    search.compared = (Compared(stage.CANDIDATE, other, own),)
    search.pictures = {own.account.key: mine, other.account.key: theirs}
    driver.app.journey.check = SelfCheck((), kit, Gate(stated=True), search=search)
    await open_page(driver, "copies")


@pytest.mark.parametrize("theirs", [b"no picture", b"", picture("blue")[:40]])
async def test_a_picture_that_cannot_be_read_is_said_and_breaks_nothing(theirs: bytes) -> None:
    async with sitting() as driver:
        await compared(driver, picture("red"), theirs)
        await driver.press("p")
        assert driver.sees("There are no two pictures")


async def test_a_copy_is_shown_beside_kept_on_a_sheet_and_may_be_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with sitting() as driver:
        await compared(driver, picture("red"), picture("blue", (80, 20)))
        assert driver.sees("Is this yours?", "nell.hart[1]ey")
        await driver.press("p")
        assert "\u2580" in driver.text
        await driver.press("p", "e")
        assert "\u2580" not in driver.text
        names = {path.name for path in (tmp_path / "privacy-check-report").iterdir()}
        assert names == {"copy-1.txt", "copy-1-pictures.png"}
        await driver.press("home", "enter")
        assert [entry.key for entry in driver.app.journey.accounts.mine] == [stage.COPY.key]


async def test_typed_groups_and_picture_files_are_asked_for_where_ways_are_chosen() -> None:
    kit = stage.toolkit(read_pictures=lambda view: None)
    async with sitting(build(kit, links=["facebook:nell.hartley.12"])) as driver:
        entry = driver.app.journey.accounts.entries[0]
        entry.mine = True
        await show(driver, PageId.LOOK_OPTIONS)
        await driver.press("end", "up", "enter")
        assert driver.app.journey.toolkit.look_into_pictures
        assert driver.sees("picture files on my pages are looked into")
        await driver.press("home", "enter", "end", "up", "up", "enter")
        await driver.press("ctrl+n")
        assert driver.sees("No group was recognised.")
        driver.app.screen.query_one(TextArea).text = "Parents of Fellgate School\nCrochet for fun"
        await driver.press("ctrl+n")
        assert driver.page == "LookOptions"
        assert entry.view is not None
        assert [group.category for group in entry.view.groups] == ["GRP-L2", None]


def test_typed_groups_in_lines() -> None:
    before = (*TO_ACCOUNTS, "facebook:nell.hartley.12", "yes", "", "1")
    _, talk = talked(*before, choice("Type or paste my groups", *before), "Crochet for fun", "Chess", "")
    assert "You named 2 groups yourself." in talk.text
