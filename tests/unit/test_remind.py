"""A reminder: a calendar file with a neutral title, on a day that exists."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from privacy_check.cli import main
from privacy_check.cli.reminders import later
from reports.document import Options
from reports.write import write_report
from tests.unit.assessments import empty, full


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
    # An alarm that shows something has to say what: the title once more.
    assert shown == ["SUMMARY:Look again (20 minutes)", "DESCRIPTION:Look again (20 minutes)"]
    assert all(len(line) <= 75 for line in lines)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert str(path) in capsys.readouterr().out


def events(path: Path) -> list[Event]:
    """The calendar as another program reads it; every event has what RFC 5545 asks for."""
    calendar = Calendar.from_ical(path.read_bytes())
    assert not calendar.errors
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    found = list(calendar.walk("VEVENT"))
    assert all({"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event) and not event.errors for event in found)
    return found


def test_another_program_reads_the_alarm_and_the_two_weeks(tmp_path: Path) -> None:
    path = tmp_path / "look-again.ics"
    assert main(["remind", "--follow-up", "--output", str(path)]) == 0
    soon, again = events(path)
    today = datetime.now(UTC).date()
    assert soon["DTSTART"].dt - today in (timedelta(days=13), timedelta(days=14))
    assert again["RRULE"] == {"FREQ": ["MONTHLY"], "INTERVAL": [6]}
    for event in (soon, again):
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=18))
        assert alarm["DESCRIPTION"] == event["SUMMARY"]


def test_a_second_file_moves_the_entry_and_adds_none(tmp_path: Path) -> None:
    for name, every in (("one", "6m"), ("two", "6m"), ("three", "12w")):
        assert main(["remind", "--every", every, "--output", str(tmp_path / name)]) == 0
    uids = {str(event["UID"]) for name in ("one", "two", "three") for event in events(tmp_path / name)}
    assert len(uids) == 1


def test_the_calendar_of_a_check_names_nothing_of_it(tmp_path: Path) -> None:
    check = full()
    (path,) = write_report(check, tmp_path, ["ics"], Options(secret=b"here"))
    assert path.name == "look-again.ics"
    soon, again = events(path)
    assert soon["DTSTART"].dt == date(2026, 12, 8)
    assert again["DTSTART"].dt == check.next_check
    raw = path.read_text("ascii").casefold()
    assert not any(word in raw for word in ("asha", "frendli", "stride", "phone", "privacy-report", "http"))
    (nothing_to_fix,) = write_report(empty(), tmp_path, ["ics"], Options(secret=b"here"))
    assert [str(event["SUMMARY"]) for event in events(nothing_to_fix)] == ["Look again (20 minutes)"]


@pytest.mark.parametrize("words", ["", "soon", "0m", "25m", "3y", "-1d", "6 months"])
def test_a_time_that_is_none_is_a_sentence(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remind", f"--every={words}"]) == 2
    assert "6m" in capsys.readouterr().err


def test_half_a_year_on_is_a_day_that_exists() -> None:
    assert later(date(2026, 8, 31), 6, "m") == date(2027, 2, 28)
    assert later(date(2026, 11, 24), 6, "m") == date(2027, 5, 24)
    assert later(date(2028, 2, 29), 1, "y") == date(2029, 2, 28)
    assert later(date(2026, 12, 31), 1, "d") == date(2027, 1, 1)
