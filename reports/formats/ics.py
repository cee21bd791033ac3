"""A reminder for the person's own calendar: a neutral title, no name, no link (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import BinaryIO

from icalendar import Alarm, Calendar, Event

from privacy_check.sentences import say

TITLE = "Look again (20 minutes)"


def write(first: date, rule: str, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event that begins on `first` and repeats by `rule`, such as FREQ=MONTHLY;INTERVAL=6."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//privacy-check//reminder//EN",
        "BEGIN:VEVENT",
        f"UID:look-again-{made_at:%Y%m%dT%H%M%S}@privacy-check.invalid",
        f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"RRULE:{rule}",
        f"SUMMARY:{TITLE}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    stream.write("".join(f"{line}\r\n" for line in lines).encode("ascii"))


def write_due(day: date, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event on `day`, with an alarm three days before and one that morning; it names nobody."""
    alarms = (("letter.calendar.soon", timedelta(days=-3, hours=9)), ("letter.calendar.title", timedelta(hours=9)))
    _write_once(day, made_at, stream, "answer-due", alarms)


def write_fetch(day: date, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event on `day`, with an alarm that morning, to see whether an archive is there."""
    _write_once(day, made_at, stream, "archive-ready", (("archive.calendar.title", timedelta(hours=9)),))


def _write_once(
    day: date, made_at: datetime, stream: BinaryIO, uid: str, alarms: Sequence[tuple[str, timedelta]]
) -> None:
    """One event; an alarm is the name of its sentence and when it rings. The last one's sentence is the title."""
    event = Event()
    event.add("uid", f"{uid}-{made_at:%Y%m%dT%H%M%S}@privacy-check.invalid")
    event.add("dtstamp", made_at)
    event.add("dtstart", day)
    event.add("summary", say(alarms[-1][0]))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for words, before in alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", say(words))
        alarm.add("trigger", before)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//privacy-check//reminder//EN")
    calendar.add_component(event)
    stream.write(calendar.to_ical())
