"""A reminder for the person's own calendar: a neutral title, no name, no link (RFC 5545)."""

from __future__ import annotations

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
    event = Event()
    event.add("uid", f"answer-due-{made_at:%Y%m%dT%H%M%S}@privacy-check.invalid")
    event.add("dtstamp", made_at)
    event.add("dtstart", day)
    event.add("summary", say("letter.calendar.title"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for words, before in (("soon", timedelta(days=-3, hours=9)), ("title", timedelta(hours=9))):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", say(f"letter.calendar.{words}"))
        alarm.add("trigger", before)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//privacy-check//reminder//EN")
    calendar.add_component(event)
    stream.write(calendar.to_ical())
