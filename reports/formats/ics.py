"""Reminders for the person's own calendar: neutral titles, no name, no finding, no link, an alarm (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

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

    `name` is again or follow_up; the same `uid` in a later file moves the entry instead of adding another. `every`
    is a rule such as FREQ=MONTHLY;INTERVAL=6, empty for a single day.
    """

    name: str
    day: date
    uid: str
    every: str = ""


def calendar(reminders: Sequence[Reminder], made_at: datetime) -> bytes:
    """The calendar file of these reminders; `made_at` is UTC."""
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    for reminder in reminders:
        whole.add_component(_event(reminder, made_at))
    return bytes(whole.to_ical())


def _event(reminder: Reminder, made_at: datetime) -> Event:
    from icalendar import Alarm, Event, vRecur

    title = say(f"commands.calendar.{reminder.name}")
    event = Event()
    event.add("uid", f"{reminder.uid}@{DOMAIN}")
    event.add("dtstamp", made_at)
    event.add("dtstart", reminder.day)
    if reminder.every:
        event.add("rrule", vRecur.from_ical(reminder.every))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    # RFC 5545 asks for it; it says no more than the title.
    alarm.add("description", title)
    alarm.add("trigger", EVENING)
    event.add_component(alarm)
    return event
