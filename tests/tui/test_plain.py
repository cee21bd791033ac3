"""The linear dialogue: the same path in lines, read as scripts of what a person types."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from privacy_check.cli import main
from privacy_check.model import Account, Assessment, Mark, Outcome, PageKind, ProfileView
from privacy_check.ports import Unfinished
from tests.tui import stage
from tests.tui.test_hostile import EVIL, FORBIDDEN
from tests.tui.test_looking import Memory
from tui.dialogue import Dialogue, Terminal
from tui.plain import run_plain


class Talk:
    """Types a script; at its end the input ends. Remembers everything that was said."""

    def __init__(self, script: Sequence[str]) -> None:
        self._script: Iterator[str] = iter(script)
        self.said: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.said.append(prompt)
        line = next(self._script, None)
        if line is None:
            raise EOFError
        if line == "^C":
            raise KeyboardInterrupt
        return line

    def write(self, line: str) -> None:
        self.said.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def talked(*script: str, kit: Any = None, **options: Any) -> tuple[int, Talk]:
    """Runs the dialogue on a script."""
    talk = Talk(script)
    code = run_plain(kit or stage.toolkit(), terminal=Terminal(talk, talk.write), **options)
    return code, talk


TO_ACCOUNTS = ("1", "1", "about", "", "Nell Hartley", "done", "", "", "", "")
WITH_ONE = (*TO_ACCOUNTS, "instagram:nell.hartley", "yes", "")


def number_of(talk: Talk, words: str) -> str:
    """The number in front of a choice with these words, the last time it was offered."""
    line = next(line for line in reversed(talk.said) if words in line and line.split(".")[0].isdecimal())
    return line.split(".")[0]


def choice(words: str, *before: str, **options: Any) -> str:
    """The number of a choice that is offered at the end of a script."""
    return number_of(talked(*before, **options)[1], words)


def test_first_start_to_saved_report(tmp_path: Path) -> None:
    opened = stage.Opened()
    kit = stage.toolkit(opened=opened)
    saving = choice("Save a report", *WITH_ONE, "")
    code, talk = talked(*WITH_ONE, "", saving, str(tmp_path), "", "no", "", "q", kit=kit)
    assert code == 0
    assert "Instagram · nell.hartley: done, seen by anyone" in talk.text
    assert "Page: What we found." in talk.text
    assert str(tmp_path / "privacy-check.html") in talk.text
    assert opened.reports == [(tmp_path, ("html",), False)]


def test_every_page_has_a_heading_in_words_and_no_drawing() -> None:
    _, talk = talked(*WITH_ONE, "")
    headings = [line for line in talk.said if line.startswith("Page: ")]
    assert headings == [
        "Page: Welcome.",
        "Page: Before we start.",
        "Page: My accounts.",
        "Page: About me.",
        "Page: My situation.",
        "Page: My accounts.",
        "Page: How to look.",
        "Page: Looking.",
        "Page: What we found.",
    ]
    assert not set("─━│┃▸█╌") & set(talk.text)


@pytest.mark.parametrize("cut", range(len(WITH_ONE) + 1))
def test_wherever_the_input_ends_it_says_so_and_ends_with_130(cut: int) -> None:
    code, talk = talked(*WITH_ONE[:cut])
    assert code == 130
    assert "What was kept before is still there." in talk.said[-1]


@pytest.mark.parametrize("cut", range(len(WITH_ONE) + 1))
def test_ctrl_c_ends_it_anywhere_with_130(cut: int) -> None:
    assert talked(*WITH_ONE[:cut], "^C")[0] == 130


@pytest.mark.parametrize("cut", [0, 1, 2, 5, 7, 8])
def test_q_leaves_from_anywhere(cut: int) -> None:
    code, talk = talked(*WITH_ONE[:cut], "q")
    assert code == 0
    assert "Goodbye" in talk.said[-1]


def test_help_and_wrong_numbers_are_answered_and_the_question_comes_again() -> None:
    _, talk = talked("?", "99", "one", "q")
    assert talk.text.count("Q leaves at once") == 2
    assert talk.text.count("Please type a number from 1 to") == 2


def test_enter_at_the_first_question_takes_the_first_choice_as_its_words_promise() -> None:
    _, talk = talked("", "q")
    headings = [line for line in talk.said if line.startswith("Page: ")]
    assert headings == ["Page: Welcome.", "Page: Before we start."]


def test_the_command_says_once_that_it_was_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["--plain"]) == 130
    shown = capsys.readouterr()
    assert (shown.out + shown.err).count("What was kept before is still there.") == 1


def test_nothing_is_looked_at_without_the_statement_or_a_clear_yes() -> None:
    looker = stage.Looker()
    kit = stage.toolkit(looker)
    talked("1", "2", "q", kit=kit)
    talked(*TO_ACCOUNTS, "instagram:nell.hartley", "no", "", "q", kit=kit)
    talked(*TO_ACCOUNTS, "instagram:nell.hartley", "maybe", "", "q", kit=kit)
    assert looker.made == []


def test_links_are_refused_with_a_sentence() -> None:
    _, talk = talked(*TO_ACCOUNTS, "http://10.0.0.1/me", "nonsense", "q")
    assert "inside your own network" in talk.text
    assert "That is not a link we know" in talk.text


def test_about_me_is_read_from_a_file_and_a_broken_one_leads_back(tmp_path: Path) -> None:
    good, bad = tmp_path / "me.toml", tmp_path / "bad.toml"
    good.write_text('names = ["Nell Hartley"]\nphones = ["07700 900123"]\n', encoding="utf-8")
    bad.write_text('nmes = ["Nell"]\n', encoding="utf-8")
    _, talk = talked("1", "1", "about", str(good), "q")
    assert "Read from the file." in talk.text
    assert "07700" not in talk.text
    _, talk = talked("1", "1", "about", str(bad), "q")
    assert "Did you mean names?" in talk.text


def test_a_finding_is_masked_until_it_is_asked_for_and_can_be_marked() -> None:
    to_results = (*WITH_ONE, "")
    all_of_them = choice("the whole list", *to_results)
    first = choice("Your own phone number", *to_results, all_of_them)
    path = (*to_results, all_of_them, first)
    _, talk = talked(*path)
    assert "hidden until you ask" in talk.text
    assert "07700 900123" not in talk.text
    _, talk = talked(*path, "1")
    assert "Seen: 07700 900123" in talk.text
    _, talk = talked(*path, choice("Keep as is", *path))
    assert "You said: kept as it is." in talk.text


def test_private_topics_stay_unnamed_until_a_clear_yes() -> None:
    vault = Memory(last=stage.assessment())
    to_results = (choice("Open my last check", vault=vault), "three random words")
    menu = talked(*to_results, vault=vault)[1]
    private, groups = number_of(menu, "private topic"), number_of(menu, "Groups")
    for path in ((private, "no"), (groups, "", "q")):
        _, talk = talked(*to_results, *path, vault=vault)
        assert "Quiet Waters" not in talk.text
        assert "health" not in talk.text.casefold()
    _, talk = talked(*to_results, groups, "names", vault=vault)
    assert "Quiet Waters Recovery" in talk.text


def test_copies_what_if_plan_questions_and_requests_are_all_there(tmp_path: Path) -> None:
    vault = Memory(last=stage.assessment())
    to_results = (choice("Open my last check", vault=vault), "three random words")
    menu = talked(*to_results, vault=vault)[1]

    def open_page(words: str, *then: str) -> Talk:
        return talked(*to_results, number_of(menu, words), *then, vault=vault)[1]

    copies = open_page("possible cop", "4")
    assert "Handle. Yours: nell.hartley. Theirs: nell.hart[1]ey." in copies.text
    assert "Do not write to the account" in copies.text
    what_if = open_page("What if", "1")
    assert ", taken away" in what_if.text
    assert ", was open" in what_if.text
    plan = open_page("The plan", "1")
    assert "Step 1:" in plan.text
    questions = open_page("A few questions", "yes", "no", *[""] * 20)
    assert "Type yes, no or not sure" in questions.text
    requests = open_page("Every request")
    assert "https://www.instagram.com/nell.hartley" in requests.text
    helping = open_page("Who can help")
    assert "0808 802 0300" in helping.text


def test_decisions_are_kept_in_the_vault() -> None:
    vault = Memory(last=stage.assessment())
    to_finding = (choice("Open my last check", vault=vault), "three random words", "1")
    talked(*to_finding, choice("Done", *to_finding, vault=vault), vault=vault)
    assert [decided.mark for decided in vault.marked.values()] == [Mark.FIXED]


def test_a_wrong_passphrase_is_forgiven_and_never_shown() -> None:
    vault = Memory(last=stage.assessment())
    start = choice("Open my last check", vault=vault)
    code, talk = talked(start, "wrong words", "three random words", "q", vault=vault)
    assert code == 0
    assert "Try again as often as you like" in talk.text
    assert "Page: What we found." in talk.text
    assert "wrong words" not in talk.text


def test_an_unfinished_check_goes_on_with_what_was_not_seen() -> None:
    seen = stage.VIEWS[stage.INSTAGRAM.key]
    vault = Memory(Unfinished((stage.INSTAGRAM, stage.FACEBOOK), (seen,), stage.NOW))
    looker = stage.Looker()
    _, talk = talked("1", "1", "three random words", "1", "", vault=vault, kit=stage.toolkit(looker))
    assert "Facebook, nell.hartley.12: not looked at yet" in talk.text
    assert [record.account for record in looker.made] == [stage.FACEBOOK.key]
    assert "Page: What we found." in talk.text


def test_someone_made_to_do_this_can_wipe() -> None:
    vault = Memory(last=stage.assessment())
    assert talked("1", "3", "yes", vault=vault)[0] == 0
    assert "wiped" in vault.kept


def test_the_safer_way_names_help_first_and_asks_nobody_to_keep_anything() -> None:
    vault = Memory()
    safer = choice("A safer way", vault=vault)
    _, talk = talked(safer, "2", "1", "skip", "", "", "", "", vault=vault)
    assert talk.text.index("0808 802 0300") < talk.text.index("Page: Before we start.")
    assert "Page: Keep or keep nothing." not in talk.text
    assert "Page: My accounts." in talk.text


def test_invented_people_go_the_same_way() -> None:
    _, talk = talked("1", "", "", "", people=stage.PEOPLE, persona="")
    assert "You are now Nell Hartley, an invented person on a pretend network." in talk.text
    assert "Page: What we found." in talk.text
    assert "could not see, sign-in page" in talk.text


def test_a_page_with_another_name_stops_and_says_how_to_prove_it() -> None:
    view = ProfileView(
        stage.INSTAGRAM, stage.Lens.PUBLIC, Outcome.VISIBLE, (stage.Field("display_name", "Ada Brown", "og"),)
    )
    kit = stage.toolkit(extract=lambda capture: view)
    _, talk = talked(*WITH_ONE, "", kit=kit)
    assert "Instagram · nell.hartley: stopped." in talk.text
    assert "pc-" in talk.text
    assert "Ada Brown" not in talk.text


def test_what_was_not_read_of_a_page_is_said() -> None:
    lost = tuple(f"Part {number} was slow." for number in range(5))
    part = replace(stage.page(stage.INSTAGRAM), kind=PageKind.LIST, warnings=lost)
    _, talk = talked(*WITH_ONE, "", kit=stage.toolkit(extract=lambda capture: part))
    assert "This is a list, not a profile. Part 0 was slow." in talk.text
    assert "And 2 other parts were not read." in talk.text
    assert "Read only in part: Instagram. More may stand there." in talk.text
    assert "Good:" not in talk.text


def test_without_a_browser_it_says_what_to_do_and_leads_back() -> None:
    code, talk = talked(*WITH_ONE, "", "q", kit=stage.toolkit(stage.Looker(broken=True)))
    assert code == 0
    assert "privacy-check setup" in talk.text


def test_words_are_checked_before_posting() -> None:
    start = choice("Check some words")
    _, talk = talked(start, "Call me on 07700 900123", "", "no", "q")
    assert "phone number" in talk.text
    assert "07700 900123" not in "\n".join(line for line in talk.said if not line.startswith("Words"))


def test_by_hand_steps_are_said_and_the_typed_words_are_judged() -> None:
    looker = stage.Looker()
    by_hand = (*TO_ACCOUNTS, "whatsapp:nell", "yes", "", "1", "1", "Call me on 07700 900123", "", "1", "")
    _, talk = talked(*by_hand, kit=stage.toolkit(looker))
    assert "Step 2: Go to settings, then privacy." in talk.text
    assert looker.made == []
    assert "Your own phone number is shown" in talk.text


def test_hostile_text_reaches_no_line_raw() -> None:
    evil = Account("instagram", EVIL, EVIL)
    view = ProfileView(evil, stage.Lens.PUBLIC, Outcome.VISIBLE, (stage.Field("bio", EVIL, "og"),))
    check: Assessment = stage.assessment([stage.finding("PI-03", EVIL, evil, EVIL)], (), (view,))
    vault = Memory(last=check)
    kit = stage.toolkit(platform_name=lambda platform: EVIL)
    start = choice("Open my last check", vault=vault)
    for path in (("1", "1"), ("3",), ("4",), ("8",)):
        _, talk = talked(start, "three random words", *path, vault=vault, kit=kit)
        assert not FORBIDDEN & set("".join(talk.said))
        assert max(map(len, talk.said)) < 2000


def test_several_links_on_one_line_are_taken_one_by_one() -> None:
    kit = stage.toolkit(
        recognise_several=lambda text: tuple(replace(stage.recognise(part), link=part) for part in text.split())
    )
    line = "instagram:nell.hartley http://10.0.0.1/me facebook:nell.h"
    _, talk = talked(*TO_ACCOUNTS, line, "yes", "yes", "", kit=kit)
    assert "http://10.0.0.1/me: This address is inside your own network." in talk.text
    assert "On your list: Instagram · nell.hartley, yours." in talk.text
    assert "On your list: Facebook · nell.h, yours." in talk.text


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("yes please", "a"), ("yep", "a"), ("2", "b"), ("leave", "d"), ("not me", "c"), ("3.", "c")],
)
def test_a_line_is_chosen_by_its_number_or_by_how_it_begins(typed: str, chosen: str) -> None:
    talk = Talk((typed,))
    lines = [("a", "Yes. These are mine."), ("b", "No, take me back"), ("c", "Not me"), ("d", "Leave")]
    assert Dialogue(talk, talk.write, talk).choose("Which?", lines, enter=None) == chosen


@pytest.mark.parametrize("typed", ["n", "y e s", "lea", "0", "5", "[", "sure thing, no"])
def test_what_fits_no_line_or_several_is_asked_again(typed: str) -> None:
    talk = Talk((typed, "4"))
    lines = [("a", "Not me"), ("b", "Yesterday"), ("c", "Leave it"), ("d", "Leave")]
    assert Dialogue(talk, talk.write, talk).choose("Which?", lines, enter=None) == "d"
    assert "Please type a number from 1 to 4." in talk.text
