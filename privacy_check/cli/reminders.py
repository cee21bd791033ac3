"""`remind`: a calendar file that brings the person back, in two weeks and in half a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import typer

from privacy_check.cli.output import put
from privacy_check.cli.program import app
from privacy_check.errors import UsageError
from privacy_check.sentences import say as words
from privacy_check.wording import spoken_day

UNITS = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY", "y": "YEARLY"}
MOST = {"d": 730, "w": 104, "m": 24, "y": 2}


@app.command(help="usage.command.remind")
def remind(
    every: str = typer.Option("6m", "--every", metavar="TIME", help="usage.option.every"),
    output: Path = typer.Option(Path("look-again.ics"), "--output", metavar="FILE", help="usage.option.calendar"),
    follow_up: bool = typer.Option(False, "--follow-up", help="usage.option.follow_up"),
) -> None:
    """Save a calendar file that reminds you to look again."""
    from privacy_check.cli.toolkit import code_secret, codes_last
    from privacy_check.ports import SystemClock
    from reports.formats import ics
    from reports.reminders import follow_up_on, look_again_on
    from reports.write import check_place, save

    number, unit = _time(every)
    now = SystemClock().now()
    first = later(now.date(), number, unit)
    # Where no key is kept the entry has one name for everybody: a second file still moves the first.
    secret = code_secret() if codes_last() else b""
    reminders = [look_again_on(first, secret, f"FREQ={UNITS[unit]};INTERVAL={number}")]
    if follow_up:
        reminders.insert(0, follow_up_on(now.date(), secret))
    folder = output.expanduser().absolute().parent
    check_place(folder)
    [saved] = save(folder, {output.name: ics.calendar(reminders, now)})
    day = reminders[0].day
    put(words("commands.remind.saved", path=saved, day=spoken_day(day)))
    put(words("commands.remind.own"))


def _time(asked: str) -> tuple[int, str]:
    read = re.fullmatch(r"\s*(\d{1,3})\s*([dwmy])\s*", asked.lower())
    if read is None or not 0 < int(read[1]) <= MOST[read[2]]:
        raise UsageError(words("commands.later.no_time", asked=asked), words("commands.later.no_time_hint"))
    return int(read[1]), read[2]


def later(day: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months or years on; a day every month has."""
    if unit in "dw":
        return day + timedelta(days=number * (7 if unit == "w" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + number * (12 if unit == "y" else 1), 12)
    return date(year, month + 1, min(day.day, 28))
