"""What was found stays, enter does what the prompt says, back goes one page, keys answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from privacy_check.errors import VaultError
from privacy_check.model import Mark
from tests.tui import stage
from tests.tui.driving import build, open_page, sitting
from tests.tui.test_looking import Memory
from tests.tui.test_plain import TO_ACCOUNTS, WITH_ONE, Talk, choice, talked
from tui.dialogue import Dialogue


def headings(talk: Talk) -> list[str]:
    return [line.removeprefix("Page: ").rstrip(".") for line in talk.said if line.startswith("Page: ")]


def test_a_report_that_cannot_be_saved_leaves_the_results_where_they_are(tmp_path: Path) -> None:
    def full(*_: Any) -> list[Path]:
        raise OSError(28, "No space left on device")

    kit = stage.toolkit(write_report=full)
    saving = choice("Save a report", *WITH_ONE, "")
    _, talk = talked(*WITH_ONE, "", saving, str(tmp_path), "", "no", kit=kit)
    assert "could not be saved there" in talk.text
    assert "What was found is still here." in talk.text
    assert headings(talk)[-1] == "What we found"


def test_a_vault_that_cannot_keep_the_check_loses_nothing_of_it() -> None:
    def full(assessment: object) -> None:
        raise VaultError("The disk is full.", "Make some room.")

    vault = Memory()
    vault.exists = False
    vault.finish = full  # type: ignore[assignment]
    rest = WITH_ONE[2:]
    _, talk = talked("1", "1", "yes", "three random words", "three random words", *rest, "", vault=vault)
    assert "The disk is full." in talk.text
    assert headings(talk)[-1] == "What we found"


def test_a_paste_of_several_lines_is_taken_whole() -> None:
    _, talk = talked(*TO_ACCOUNTS, "instagram:nell", "facebook:nell.h", "strava:athletes/1", "yep", "")
    assert "Instagram · nell; Facebook · nell.h; Strava · athletes/1. Are all 3 yours?" in talk.text
    assert talk.text.count("On your list:") == 3


@pytest.mark.parametrize("answer", ["yes please", "ok", "yep", "Y"])
def test_everyday_words_are_a_yes(answer: str) -> None:
    _, talk = talked(*TO_ACCOUNTS, "instagram:nell", answer)
    assert "On your list: Instagram · nell, yours." in talk.text


def test_enter_answers_no_question_that_it_was_not_offered_for() -> None:
    _, talk = talked("1", "", "", "1")
    assert headings(talk) == ["Welcome", "Before we start", "My accounts"]


def test_back_goes_one_page_and_looks_at_nothing_again() -> None:
    looker = stage.Looker()
    _, talk = talked(*WITH_ONE, "", "b", "b", "b", "b", "b", kit=stage.toolkit(looker))
    assert headings(talk)[-6:] == [
        "What we found",
        "Looking",
        "How to look",
        "My accounts",
        "My situation",
        "About me",
    ]
    assert len(looker.made) == 1


def test_b_on_the_first_page_says_so() -> None:
    _, talk = talked("b")
    assert "This is the first page." in talk.text


def test_leaving_with_unkept_work_asks_and_q_again_is_an_answer() -> None:
    code, talk = talked(*WITH_ONE, "", "q", "", "q", "q")
    assert code == 0
    assert talk.text.count("What was found is not kept") == 2


def test_a_mark_is_taken_back_and_an_account_put_back_on_the_list() -> None:
    vault = Memory(last=stage.assessment())
    to_finding = (choice("Open my last check", vault=vault), "three random words", "1")
    done = choice("Done", *to_finding, vault=vault)
    back = choice("Take the last mark back", *to_finding, done, vault=vault)
    vault.marked.clear()
    talked(*to_finding, done, back, vault=vault)
    assert [each.mark for each in vault.marked.values()] == [Mark.OPEN]
    _, talk = talked(*WITH_ONE[:-1], "drop", "1", "undo")
    assert "Instagram · nell.hartley is back on your list." in talk.text


@pytest.mark.parametrize("width", [30, 60, 80])
def test_lines_are_broken_at_spaces(width: int) -> None:
    said: list[str] = []
    words = "A sentence of some everyday words that does not fit on one line of a narrow terminal"
    Dialogue(input, said.append, input, width=width).say(words)
    assert " ".join(said) == words
    assert max(map(len, said)) < width


async def test_a_key_that_does_nothing_says_why() -> None:
    async with sitting(build()) as driver:
        await open_page(driver, "results")
        await driver.press("x")
        assert driver.sees("x does nothing here.")
        await driver.press("f", "u")
        assert driver.sees("There is nothing to take back.")
        await driver.press("enter", "up")
        assert driver.sees("This is the first one.")
