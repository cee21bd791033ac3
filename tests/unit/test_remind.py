"""A reminder: a calendar file with a neutral title, on a day that exists."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.cli.later import later


def test_the_calendar_file_repeats_and_says_nothing_about_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deeper" / "later.ics"
    assert main(["remind", "--every", "12w", "--output", str(path)]) == 0
    raw = path.read_bytes()
    lines = raw.decode("ascii").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "RRULE:FREQ=WEEKLY;INTERVAL=12" in lines
    assert "CLASS:PRIVATE" in lines
    shown = [line for line in lines if line.startswith(("SUMMARY", "DESCRIPTION", "URL"))]
    assert shown == ["SUMMARY:Look again (20 minutes)"]
    assert all(len(line) <= 75 for line in lines)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert str(path) in capsys.readouterr().out


@pytest.mark.parametrize("words", ["", "soon", "0m", "25m", "3y", "-1d", "6 months"])
def test_a_time_that_is_none_is_a_sentence(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remind", f"--every={words}"]) == 2
    assert "6m" in capsys.readouterr().err


def test_half_a_year_on_is_a_day_that_exists() -> None:
    assert later(date(2026, 8, 31), 6, "m") == date(2027, 2, 28)
    assert later(date(2026, 11, 24), 6, "m") == date(2027, 5, 24)
    assert later(date(2028, 2, 29), 1, "y") == date(2029, 2, 28)
    assert later(date(2026, 12, 31), 1, "d") == date(2027, 1, 1)
