"""The private cards in the app and in lines: calm, one at a time, whole on a small screen, and kept nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pyrage
import pytest
from textual.widgets import Input, TextArea

from privacy_check import employer_pack
from privacy_check.journey.flow import PageId
from privacy_check.model import Field, Lens, Outcome, ProfileView
from privacy_check.reflection import cards
from privacy_check.serialise import document
from privacy_check.vault import Vault
from reports.parts import Options
from reports.write import write_report
from tests.tui import stage
from tests.tui.driving import SMALL, WIDE, Driver, build, open_page, show, sitting
from tests.tui.test_hostile import EVIL, harmless
from tests.tui.test_plain import choice, number_of, talked

ANSWER = "quokka marzipan thirteen"


def evil_pack(folder: Path) -> Path:
    path = folder / "pack.toml"
    words = json.dumps(EVIL[:300])
    path.write_text(
        f"format = 1\nname = {words}\nemployer.called = {words}\nrecords.system = {words}\n"
        f'contact = [{{role = "manager", called = {words}, how = {words}}}]\n'
        f'policy = [{{about = "messages", title = {words}}}]\n',
        encoding="utf-8",
    )
    return path


async def first_card(driver: Driver, topic: str = "contact") -> None:
    await show(driver, PageId.CARD, topic)
    await driver.pilot.pause()


async def test_the_cards_are_reached_from_the_first_page_and_from_the_results() -> None:
    async with sitting() as driver:
        await driver.press("k")
        assert driver.sees("Think it over", "nothing kept", "Contact with young people", "Any children's service")
        await driver.press("down", "enter")
        assert driver.sees("Work phone, work accounts", "Ask yourself", "Protects you", "Next step")
        await driver.press("escape")
        assert driver.page == "Reflect"
    async with sitting() as driver:
        await open_page(driver, "results")
        await driver.press("k")
        assert driver.page == "Reflect"


@pytest.mark.parametrize("pack", employer_pack.all_shipped(), ids=lambda pack: pack.id)
async def test_every_card_stands_whole_on_a_small_screen(pack: employer_pack.EmployerPack) -> None:
    employer_pack.use(pack)
    async with sitting(size=SMALL) as driver:
        await first_card(driver, "aims")
        for card in cards.cards():
            shown = cards.worded(card)
            assert driver.sees(shown.title[:40], shown.cites)
            assert driver.app.screen.query_one("#body").max_scroll_y == 0, card.id
            await driver.press("enter")
        assert driver.sees("That was the last one. Nothing of this was kept.")


async def test_next_back_skip_and_stop_each_do_what_they_say() -> None:
    async with sitting() as driver:
        await first_card(driver)
        await driver.press("enter")
        assert driver.sees("Some young people would rather text", "2 of 10")
        await driver.press("p")
        assert driver.sees("Work phone, work accounts")
        await driver.press("p")
        assert driver.sees("What the rules at work may reach")
        await driver.press("s", "s")
        assert driver.sees("An open page is open to all", "1 of 4")
        await driver.press("x")
        assert driver.page == "Welcome"


async def test_a_thought_lives_in_its_line_alone_and_goes_with_the_card() -> None:
    async with sitting() as driver:
        await first_card(driver)
        await driver.press("w")
        await driver.type(ANSWER)
        assert driver.sees(ANSWER)
        await driver.press("enter")
        assert driver.sees(ANSWER)
        await driver.press("enter", "p")
        assert driver.app.screen.query_one(Input).value == ""
        await driver.press("w")
        await driver.type(ANSWER)
        await driver.press("escape")
        assert driver.page == "CardPage"
        assert driver.app.screen.query_one(Input).value == ""


async def test_no_report_vault_record_or_document_holds_an_answer(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    vault.create("three random words")
    opened = stage.Opened()
    app = build(stage.toolkit(opened=opened), vault=vault)
    async with sitting(app) as driver:
        app.journey.keep_in_vault()
        await open_page(driver, "results")
        app.journey.finish(stage.assessment())
        for topic in cards.topics():
            await first_card(driver, topic.id)
            await driver.press("w")
            await driver.type(ANSWER)
            await driver.press("enter", "3")
            await driver.type(ANSWER)
            await driver.press("escape", "x")
        app.journey.keep_nothing()
        journey, assessment = app.journey, app.journey.assessment
    assert assessment is not None
    kept = json.dumps(document(assessment, reveal=True), default=str)
    kept += repr(vars(journey)) + json.dumps(journey.decisions.plans) + json.dumps(journey.decisions.replies)
    records = _records(vault, tmp_path / "vault")
    assert stage.INSTAGRAM.handle in records
    write_report(assessment, tmp_path / "report", ["html", "md", "txt", "json"], Options(reveal=True), None)
    files = _files(tmp_path)
    assert len(files) > 5
    for piece in (ANSWER, *ANSWER.split()):
        assert piece not in kept
        assert piece not in records
        assert not any(piece.encode() in content for content in files)


def _files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def _records(vault: Vault, folder: Path) -> str:
    """Everything a vault holds, decrypted."""
    vault.unlock("three random words")
    identity = vault._identity
    assert identity is not None
    found = []
    for path in folder.rglob("*.age"):
        try:
            found.append(pyrage.decrypt(path.read_bytes(), [identity]).decode())
        except pyrage.DecryptError:
            continue
    return "\n".join(found)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_hostile_pack_does_no_harm_anywhere(size: tuple[int, int], tmp_path: Path) -> None:
    path = evil_pack(tmp_path)
    async with sitting(size=size) as driver:
        await driver.press("k", "e", "end", "enter")
        assert driver.page == "WhoseRules"
        line = driver.app.screen.query_one(Input)
        line.value = str(path)
        await driver.press("enter")
        assert employer_pack.current().id == "own"
        harmless(driver)
        await driver.press("escape")
        harmless(driver)
        await first_card(driver, "aims")
        for _ in cards.cards():
            harmless(driver)
            await driver.press("enter")
        await driver.press("3")
        harmless(driver)
        await driver.app.follow("contacts")
        await driver.press("end")
        harmless(driver)


async def test_a_pack_is_chosen_in_the_app_and_a_bad_one_is_answered_with_a_sentence(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('format = 1\nname = "x"\nnation = "mars"\n', encoding="utf-8")
    async with sitting() as driver:
        driver.app.escape_window = -1
        await driver.press("k", "e", "down", "enter")
        assert employer_pack.current().id == "leeds"
        await driver.press("end", "enter")
        driver.app.screen.query_one(Input).value = str(bad)
        await driver.press("enter")
        assert driver.sees("look at nation, line 3", "It can be: uk, england")
        assert employer_pack.current().id == "leeds"
        await driver.press("escape", "escape")
        assert driver.sees("Leeds children's social work")
        await driver.app.follow("contacts")
        await driver.press("end")
        assert driver.sees(
            "Something about you, at your work", "your union or professional body; your line", "HR at the council"
        )


async def test_three_readers_are_laid_over_a_finding_with_its_words_hidden() -> None:
    async with sitting() as driver:
        await open_page(driver, "results")
        found = next(item for item in stage.FINDINGS if item.rule_id == "PI-03")
        private = next(item for item in stage.FINDINGS if item.rule_id.startswith("GRP-S"))
        await show(driver, PageId.FINDING, found.fingerprint, [found.fingerprint, private.fingerprint])
        await driver.press("3")
        assert driver.page == "ThreeReaders"
        assert driver.sees("A parent", "A young person", "Your employer", "your call")
        assert found.value.reveal() not in driver.text
        await driver.press("f2")
        assert driver.sees(found.value.reveal())
        await driver.press("escape", "j", "3")
        assert driver.page == "FindingPage"
        assert driver.sees("This is a private topic. Nothing about it is wrong")


async def test_a_finding_says_which_section_it_comes_from() -> None:
    async with sitting(size=(120, 50)) as driver:
        await open_page(driver, "results")
        found = next(item for item in stage.FINDINGS if item.rule_id == "PI-03")
        await show(driver, PageId.FINDING, found.fingerprint)
        await driver.pilot.pause()
        assert driver.sees("Guidance: Leeds online safety guidance, 2.1")


async def test_three_readers_over_typed_words_leave_nothing_behind() -> None:
    async with sitting() as driver:
        driver.app.escape_window = -1
        await driver.app.follow("words")
        await driver.type("Glad it is Friday")
        await driver.settle()
        await driver.press("f3")
        assert driver.sees("Glad it is Friday", "Would you be happy for a parent")
        await driver.press("escape", "escape", "k", "3")
        assert driver.app.screen.query_one(TextArea).text == ""


async def test_hostile_words_under_the_three_readers_do_no_harm() -> None:
    evil = ProfileView(stage.INSTAGRAM, Lens.PUBLIC, Outcome.VISIBLE, (Field("bio", f"07 {EVIL}", "og"),))
    check = stage.assessment([stage.finding("PI-03", "07", stage.INSTAGRAM)], (), (evil,))
    async with sitting() as driver:
        await open_page(driver, "results", check)
        await driver.press("f", "enter", "3")
        assert driver.page == "ThreeReaders"
        harmless(driver)
        await driver.press("f2")
        harmless(driver)


def test_in_lines_a_card_asks_and_whatever_is_typed_is_no_answer() -> None:
    start = choice("Think it over")
    topic = number_of(talked(start)[1], "Contact with young people")
    code, talk = talked(start, topic, ANSWER, "s", "x", "", "q")
    assert code == 0
    assert "Page: Work phone, work accounts." in talk.text
    assert "Page: Some young people would rather text." in talk.text
    assert "Page: An open page is open to all." in talk.text
    assert ANSWER not in talk.text


def test_in_lines_the_three_readers_and_the_packs_are_there_too(tmp_path: Path) -> None:
    start = choice("Think it over")
    menu = talked(start)[1]
    _, talk = talked(start, number_of(menu, "Three readers"), "Glad it is Friday", "", "", "", "")
    assert talk.text.count("\u201cGlad it is Friday\u201d") == 3
    whose = number_of(menu, "Whose rules")
    _, talk = talked(start, whose, "2", "2")
    assert "The cards now speak in the words of: Leeds children's social work." in talk.text
    _, talk = talked(start, whose, "3", str(tmp_path / "none.toml"))
    assert "cannot be read" in talk.text
