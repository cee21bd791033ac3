"""Hostile text is ordinary: it never acts, never reaches the terminal raw, never breaks a page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.widgets import Input

from privacy_check.forgotten import ListFacts, SiteAnswer, SiteFacts, SiteWish
from privacy_check.journey.flow import PageId
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Field,
    Group,
    Hint,
    Lens,
    LinkReading,
    Outcome,
    ProfileView,
    Reason,
    RequestRecord,
    Verdict,
)
from privacy_check.ownership import ProofKind, ProofWay
from privacy_check.ports import PictureTold
from privacy_check.selfcheck import Stopped
from tests.tui import stage
from tests.tui.driving import SMALL, WIDE, Driver, build, open_page, show, sitting
from tui.text import plain, table, tidy, tidy_lines

EVIL = (
    "[@click=app.quit]tap[/] [/oops] [bold]x \x1b[31mred\x1b]0;owned\x07 "
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07 "
    "\u202egnp.exe\u2066 \x9b2J \u0000 a\u0301\u0302\u0303\u0304\u0305\u0306\u0307 \r\n\x08\x7f " + "w" * 5000
)
FORBIDDEN = {
    chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
PAGES = [
    "results",
    "findings",
    "groups",
    "copies",
    "private",
    "what_if",
    "plan",
    "do_now",
    "walls",
    "questions",
    "report",
    "drawn",
    "requests",
]
ME = Account("instagram", EVIL, f"https://www.instagram.com/{EVIL}")


def evil_check() -> Assessment:
    """A check in which everything that can come from a page is hostile."""
    view = ProfileView(
        ME,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=tuple(
            Field(name, EVIL, "og") for name in ("display_name", "bio", "location", "joined", "followers")
        ),
        groups=tuple(Group(EVIL, visibility=EVIL, category=category) for category in (None, "GRP-L2", "GRP-S1")),
        evidence=(EVIL,),
    )
    walled = ProfileView(Account("linkedin", EVIL, EVIL), Lens.PUBLIC, Outcome.ERROR, evidence=(EVIL,))
    findings = [
        stage.finding(rule_id, EVIL, ME, field)
        for rule_id, field in (("PI-03", EVIL), ("LOC-05", "posts"), ("GRP-S1", "groups"), ("REL-05", "bio"))
    ]
    candidate = Candidate(
        {"platform": EVIL, "handle": EVIL, "display_name": EVIL, "bio": EVIL, "joined": EVIL, "followers": EVIL},
        Verdict.POSSIBLE_COPY,
        0.6,
        (Reason("bio", EVIL),),
    )
    return stage.assessment(findings, (candidate,), (view, walled))


def harmless(driver: Driver) -> None:
    """Nothing raw and nothing clickable stands on the screen, and the app still runs."""
    assert driver.app.is_running
    for strip in driver.app.screen._compositor.render_strips():
        for segment in strip:
            assert not FORBIDDEN & set(segment.text), segment.text
            assert "\x1b" not in segment.text
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta
            assert not (segment.style and segment.style.link)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("name", PAGES)
async def test_no_page_lets_hostile_text_act_or_through(name: str, size: tuple[int, int]) -> None:
    kit = stage.toolkit(platform_name=lambda platform: EVIL)
    async with sitting(build(kit), size) as driver:
        if name == "requests":
            driver.app.journey.assessment = evil_check().__class__(
                stage.NOW, requests=(RequestRecord(EVIL, EVIL, EVIL, EVIL, stage.NOW, reason=EVIL),)
            )
            await show(driver, PageId.REQUESTS)
            await driver.pilot.pause()
        else:
            await open_page(driver, name, evil_check())
        harmless(driver)
        for keys in (("v",), ("enter",), ("v",), ("down",), ("end",), ("j",), ("s",)):
            await driver.press(*keys)
            harmless(driver)


async def test_the_way_there_is_as_safe() -> None:
    reading = LinkReading(ME, EVIL, hint=EVIL)
    refused = LinkReading(refusal=EVIL, hint=EVIL)
    view = ProfileView(
        ME, Lens.PUBLIC, Outcome.VISIBLE, (Field("display_name", EVIL, "og"), Field("bio", EVIL, "og"))
    )
    kit = stage.toolkit(
        recognise=lambda text: reading if text == "ok" else refused,
        platform_name=lambda platform: EVIL,
        extract=lambda capture: view,
        steps_by_hand=lambda of: (EVIL, EVIL),
    )
    async with sitting(build(kit)) as driver:
        await driver.press("enter", "enter", "ctrl+n", "ctrl+n")
        await driver.type("no")
        await driver.press("enter")
        harmless(driver)
        await driver.press("ctrl+u")
        await driver.type("ok")
        await driver.press("enter")
        harmless(driver)
        await driver.press("enter")
        harmless(driver)
        await driver.press("enter", "home", "enter")
        harmless(driver)
        await driver.press("end", "up", "enter")
        harmless(driver)
        await driver.press("escape", "end", "enter")
        await driver.settle()
        harmless(driver)
        driver.app.journey.stopped = {ME.key: Stopped(ME, EVIL, tuple(ProofWay(kind, EVIL) for kind in ProofKind))}
        await show(driver, PageId.PROVE)
        await driver.pilot.pause()
        harmless(driver)


async def test_invented_people_with_hostile_names_do_no_harm() -> None:
    person = stage.Person("x", EVIL, EVIL, (stage.INSTAGRAM,))
    async with sitting(people=(person,), persona="") as driver:
        harmless(driver)
        await driver.press("enter")
        await driver.settle()
        harmless(driver)


@pytest.mark.parametrize("make", [lambda text: plain(text).plain, tidy, tidy_lines])
@given(text=st.text(max_size=300) | st.sampled_from([EVIL, "\x1b[" * 50, "[" * 100, "\u202e" * 50]))
@settings(max_examples=60, deadline=None)
def test_whatever_comes_in_is_harmless_and_short(make: object, text: str) -> None:
    shown = make(text)  # type: ignore[operator]
    assert not (FORBIDDEN - {"\n"}) & set(shown)
    assert len(shown) <= 4000


def test_markup_is_shown_as_it_was_written() -> None:
    shown = plain("[@click=app.quit]x[/] [bold]y[/bold]")
    assert shown.plain == "[@click=app.quit]x[/] [bold]y[/bold]"
    assert shown.spans == []


def test_stacked_accents_are_thinned_and_a_short_name_is_left_whole() -> None:
    assert len(tidy("a" + "\u0301" * 40)) <= 4
    assert tidy("Zo\u00eb M\u00fcller-Nu\u00f1ez") == "Zo\u00eb M\u00fcller-Nu\u00f1ez"


def test_without_room_for_signs_plain_letters_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ASCII", "1")
    assert tidy("\u2022\u2022\u2022 \u201cx\u201d \u2192").isascii()
    assert len(table([("a", "b")]).columns) == 2


async def test_the_first_page_can_be_drawn_in_plain_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ASCII", "1")
    async with sitting() as driver:
        assert all(line.isascii() for line in driver.lines())
        await open_page(driver, "results")
        assert all(line.isascii() for line in driver.lines())


class EvilSites:
    """A run over one site of which everything is hostile."""

    total, about = 1, ListFacts(EVIL, EVIL, EVIL, 1)

    def __init__(self, wish: SiteWish) -> None:
        pass

    async def events(self) -> AsyncIterator[SiteAnswer]:
        for outcome in (Outcome.VISIBLE, Outcome.ERROR):
            facts = SiteFacts(f"{outcome}", EVIL, delete_url=EVIL, delete_how=EVIL, worth=EVIL, as_of=EVIL)
            yield SiteAnswer(ME, facts, outcome, (EVIL,))


async def test_archives_sites_and_pictures_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    view = ProfileView(ME, Lens.ARCHIVE, Outcome.VISIBLE, groups=(Group(EVIL),), warnings=(EVIL,))
    kit = stage.toolkit(
        platform_name=lambda platform: EVIL,
        read_archives=lambda paths, progress, owner_names: ([view], [Hint(EVIL, EVIL)]),
        ask_sites=EvilSites,
        tell_pictures=lambda paths, clean, about: iter([PictureTold(EVIL, (EVIL,), True, True, clean, False)]),
    )
    async with sitting(build(kit)) as driver:
        driver.app.journey.stated = True
        for page, last in ((PageId.ARCHIVES, "ctrl+n"), (PageId.FORGOTTEN, "down"), (PageId.PHOTOS, "down")):
            await show(driver, page)
            typed = "nell.hartley" if page is PageId.FORGOTTEN else str(tmp_path)
            driver.app.screen.query_one(Input).value = typed
            await driver.press("enter", last, "end", "enter")
            await driver.settle()
            harmless(driver)
            await driver.press("home", "enter", "c", "l")
            await driver.settle()
            harmless(driver)
