"""How far a check is, and how long it may take: reckoned from what is over, never promised before."""

from __future__ import annotations

import sys

import pytest

from privacy_check.cli import main
from privacy_check.cli.output import be_quiet, passing, put, say, warn
from privacy_check.cli.progress import Progress, time_words
from privacy_check.model import Lens, Outcome, ProfileView
from privacy_check.selfcheck import Failed, Seen, Started
from tests.unit.test_selfcheck import FakeCollector, account, toolkit
from tests.unit.test_stopping import use


class Watch:
    """A stopwatch that goes on only when it is told to."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def over(handle: str) -> Seen:
    return Seen(account(handle), ProfileView(account(handle), Lens.PUBLIC, Outcome.PRIVATE), ())


def test_the_time_left_is_reckoned_from_looks_that_are_over() -> None:
    watch, tools = Watch(), toolkit(FakeCollector())
    progress = Progress(6, clock=watch)
    for handle in ("one", "two"):
        progress.tell(Started(account(handle)), tools)
    assert progress.words() == "0 of 6 done"
    watch.at = 30.0
    progress.tell(over("one"), tools)
    # One still runs as long as the first did, four wait, two go side by side.
    assert progress.seconds_left() == pytest.approx(60)
    assert progress.words() == "1 of 6 done, about 60 seconds left"
    progress.tell(Failed(account("two"), "It broke."), tools)
    assert progress.done == 2
    progress.tell(over("two"), tools)
    assert progress.done == 2, "an account that speaks twice is counted once"


def test_where_the_person_sets_the_pace_no_time_is_told() -> None:
    watch, tools = Watch(), toolkit(FakeCollector())
    progress = Progress(2, timed=False, clock=watch)
    progress.tell(Started(account("one")), tools)
    watch.at = 9.0
    progress.tell(over("one"), tools)
    assert progress.words() == "1 of 2 done"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "a few seconds"), (9, "about 10 seconds"), (64, "about 60 seconds"), (95, "about 2 minutes")],
)
def test_a_time_is_rounded(seconds: float, words: str) -> None:
    assert time_words(seconds) == words


def test_the_line_that_passes_is_taken_away_and_is_on_terminals_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passing("3 of 5 done")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    passing("3 of 5 done\x1b[31m")
    put("a result")
    err = capsys.readouterr().err
    assert err == f"3 of 5 done\r{' ' * 11}\r"
    monkeypatch.setenv("TERM", "dumb")
    passing("3 of 5 done")
    assert capsys.readouterr().err == ""


def test_quiet_leaves_results_and_errors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be_quiet(True)
    say("progress")
    warn("an error")
    assert capsys.readouterr().err == "an error\n"
    use(FakeCollector({"broken": RuntimeError("x")}), monkeypatch)
    assert main(["check", "asha", "broken", "--mine", "--quiet"]) == 0
    out, err = capsys.readouterr()
    assert out
    assert [line.partition(":")[0].strip() for line in err.splitlines()] == ["frendli · broken"]
    assert main(["check", "asha", "--mine"]) == 0
    assert "looking" in capsys.readouterr().err, "the next command speaks again"
