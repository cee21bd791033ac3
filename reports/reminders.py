"""When a person is brought back: two weeks after a check to see whether the fixes hold, and in half a year."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date, datetime, timedelta

from privacy_check.model import Assessment
from privacy_check.sentences import say
from reports.formats.ics import Reminder

FOLLOW_UP = timedelta(weeks=2)
RESULT = timedelta(days=2)
HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"


def of_check(assessment: Assessment, secret: bytes, *, fixes: bool) -> tuple[Reminder, ...]:
    """The reminders of one check: the follow-up only where there is something to follow up."""
    day = (assessment.finished_at or assessment.started_at).date()
    again = look_again_on(assessment.next_check, secret) if assessment.next_check else None
    return tuple(one for one in (follow_up_on(day, secret) if fixes else None, again) if one is not None)


def follow_up_on(checked: date, secret: bytes) -> Reminder:
    """The follow-up of a check made on that day."""
    return Reminder(
        say("commands.calendar.follow_up"), checked + FOLLOW_UP, _uid(f"follow-up-{checked:%Y%m%d}", secret)
    )


def result_on(written: date, secret: bytes) -> Reminder:
    """Two days after a possible copy was written down: has the site answered?"""
    day = written + RESULT
    return Reminder(say("searches.calendar.title"), day, _uid(f"result-{written:%Y%m%d}", secret))


def slot_on(when: datetime, secret: bytes) -> Reminder:
    """A slot of the person's own for a fix they put off; it rings at that hour."""
    title, rings = say("do_now.calendar.title"), timedelta(hours=when.hour, minutes=when.minute)
    return Reminder(title, when.date(), _uid(f"slot-{when:%Y%m%d}", secret), alarms=((title, rings),))


def look_again_on(first: date, secret: bytes, every: str = HALF_YEARLY) -> Reminder:
    """The reminder that comes again and again from that day on."""
    return Reminder(say("commands.calendar.again"), first, _uid("look-again", secret), every)


def _uid(name: str, secret: bytes) -> str:
    """The same name on every run here, another on every other computer, and nothing of the person in it."""
    return f"{name}-{hmac.new(secret, name.encode(), hashlib.sha256).hexdigest()[:16]}"
