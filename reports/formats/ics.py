"""Reminders for the person's own calendar: neutral titles, no name, no finding, no link, an alarm (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO

from privacy_check.sentences import say

if TYPE_CHECKING:
    from icalendar import Event

EVENING = timedelta(hours=18)
"""When the alarm rings on the day: after work, away from other people's screens."""
DOMAIN = "privacy-check.invalid"
PRODUCT = "-//privacy-check//reminder//EN"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day in the calendar.

    The same `uid` in a later file moves the entry instead of adding another. `every` is a rule such as
    FREQ=MONTHLY;INTERVAL=6, empty for a single day. `alarms` are words and when they ring, counted from the
    midnight it begins with; without any, the title rings in the evening.
    """

    title: str
    day: date
    uid: str
    every: str = ""
    alarms: tuple[tuple[str, timedelta], ...] = ()


def calendar(reminders: Sequence[Reminder], made_at: datetime) -> bytes:
    """The calendar file of these reminders; `made_at` is UTC."""
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    for reminder in reminders:
        whole.add_component(_event(reminder, made_at))
    return bytes(whole.to_ical())


def write_due(day: date, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event on `day`, with an alarm three days before and one that morning; it names nobody."""
    title = say("letter.calendar.title")
    alarms = ((say("letter.calendar.soon"), timedelta(days=-3, hours=9)), (title, timedelta(hours=9)))
    uid = f"answer-due-{made_at:%Y%m%dT%H%M%S}"
    stream.write(calendar([Reminder(title, day, uid, alarms=alarms)], made_at))


def write_fetch(day: date, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event on `day`, with an alarm that morning, to see whether an archive is there."""
    title = say("archive.calendar.title")
    uid = f"archive-ready-{made_at:%Y%m%dT%H%M%S}"
    stream.write(calendar([Reminder(title, day, uid, alarms=((title, timedelta(hours=9)),))], made_at))


def _event(reminder: Reminder, made_at: datetime) -> Event:
    from icalendar import Alarm, Event, vRecur

    event = Event()
    event.add("uid", f"{reminder.uid}@{DOMAIN}")
    event.add("dtstamp", made_at)
    event.add("dtstart", reminder.day)
    if reminder.every:
        event.add("rrule", vRecur.from_ical(reminder.every))
    event.add("summary", reminder.title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for words, when in reminder.alarms or ((reminder.title, EVENING),):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        # RFC 5545 asks for a description with every alarm that is shown.
        alarm.add("description", words)
        alarm.add("trigger", when)
        event.add_component(alarm)
    return event
