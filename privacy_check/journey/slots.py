"""A slot of one's own for a fix that is put off: which days are offered, and the calendar file for one of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.reporting import default_folder
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer
from privacy_check.sentences import say
from privacy_check.wording import spoken_day
from privacy_check.written_dates import coming_day

TONIGHT, TOMORROW, WEEKEND, ANOTHER = "tonight", "tomorrow", "weekend", "another"
EVENING, MORNING = time(20), time(10)
_SATURDAY = 5
LONGEST_AHEAD = timedelta(days=366)


def why_none(journey: Journey) -> str:
    """Why no file is saved here; empty where one can be."""
    if journey.safer:
        return say("do_now.slot_watched")
    return say("do_now.slot_none") if journey.toolkit.keep_slot is None else ""


def slots(journey: Journey) -> tuple[Offer, ...]:
    """The days to choose from, the nearest first; an evening that has begun is left out."""
    whens = {name: moment(name, journey) for name in (TONIGHT, TOMORROW, WEEKEND)}
    if whens[TONIGHT] <= _now(journey):
        del whens[TONIGHT]
    near = [Offer(name, say(f"do_now.slots.{name}"), _told(when)) for name, when in whens.items()]
    return (*near, Offer(ANOTHER, say("do_now.slots.another")))


def moment(name: str, journey: Journey) -> datetime:
    """When that slot is, by this computer's own clock."""
    now = _now(journey)
    today = now.date()
    if name == WEEKEND:
        # On a Saturday what is left of the weekend is Sunday.
        days = 1 if today.weekday() == _SATURDAY else (_SATURDAY - today.weekday()) % 7
        return datetime.combine(today + timedelta(days=days), MORNING, now.tzinfo)
    return datetime.combine(today + timedelta(days=name == TOMORROW), EVENING, now.tzinfo)


def other_day(text: str, journey: Journey) -> datetime:
    """The evening of a day as people write it. Raises PrivacyCheckError for what is no day, or one gone by."""
    now = _now(journey)
    day: date | None = coming_day(text, now.date())
    if day is None:
        raise PrivacyCheckError(say("do_now.slots.no_day"), say("do_now.slots.no_day_hint"))
    when = datetime.combine(day, EVENING, now.tzinfo)
    if when <= now:
        raise PrivacyCheckError(say("do_now.slots.gone_by"), say("do_now.slots.no_day_hint"))
    if day - now.date() > LONGEST_AHEAD:
        raise PrivacyCheckError(say("do_now.slots.too_far"), say("do_now.slots.no_day_hint"))
    return when


def keep_slot(journey: Journey, when: datetime) -> str:
    """Saves a calendar file for that moment and says where; nothing is saved on the safer way."""
    if why := why_none(journey):
        return why
    assert journey.toolkit.keep_slot is not None
    try:
        path = journey.toolkit.keep_slot(when, default_folder())
    except PrivacyCheckError as error:
        return f"{error.message} {error.hint}".strip()
    return say("do_now.slot_saved", day=_told(when), path=path)


def _now(journey: Journey) -> datetime:
    return journey.toolkit.clock.now().astimezone()


def _told(when: datetime) -> str:
    return say("do_now.slots.at", day=spoken_day(when), time=f"{when:%H:%M}")
