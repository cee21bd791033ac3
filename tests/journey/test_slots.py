"""A slot for a fix that is put off: a few near days, or another one as people write it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import slots
from privacy_check.journey.sitting import Journey
from tests.journey.test_walls import Hands
from tests.tui import stage


def at(when: str, **tools: object) -> Journey:
    return Journey(stage.toolkit(clock=Hands(datetime.fromisoformat(when).astimezone()), **tools))


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-25T09:00", "tonight 25 20, tomorrow 26 20, weekend 28 10"),
        ("2026-11-25T21:00", "tomorrow 26 20, weekend 28 10"),
        ("2026-11-27T12:00", "tonight 27 20, tomorrow 28 20, weekend 28 10"),
        ("2026-11-28T12:00", "tonight 28 20, tomorrow 29 20, weekend 29 10"),
    ],
)
def test_the_near_days_are_offered_and_an_evening_that_has_begun_is_not(now: str, offered: str) -> None:
    journey = at(now)
    ids = [offer.id for offer in slots.slots(journey)]
    assert ids.pop() == slots.ANOTHER
    assert ", ".join(f"{each} {slots.moment(each, journey):%d %-H}" for each in ids) == offered


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12 December", "2026-12-12"),
        ("12/12", "2026-12-12"),
        ("3 Jan", "2027-01-03"),
        ("3rd of January 27", "2027-01-03"),
        ("on Friday", "2026-11-27"),
        ("wednesday", "2026-12-02"),
        ("tomorrow", "2026-11-26"),
        ("2026-12-24", "2026-12-24"),
    ],
)
def test_another_day_is_read_as_people_write_it(written: str, meant: str) -> None:
    assert f"{slots.other_day(written, at('2026-11-25T09:00')):%Y-%m-%d %H}" == f"{meant} 20"


@pytest.mark.parametrize(
    "written", ["", "soon", "31 February", "1 May 2020", "12 December 2031", "fr", "\x1b[2J", "9" * 5000]
)
def test_what_is_no_day_to_come_gets_a_sentence(written: str) -> None:
    with pytest.raises(PrivacyCheckError):
        slots.other_day(written, at("2026-11-25T09:00"))


def test_no_file_is_saved_on_the_safer_way() -> None:
    saved: list[object] = []
    journey = at("2026-11-25T09:00", keep_slot=lambda when, folder: saved.append(when) or Path())
    journey.take_safer_way()
    tomorrow = slots.moment(slots.TOMORROW, journey)
    assert slots.keep_slot(journey, tomorrow) == "No file is saved here, so that nothing is left on this computer."
    assert not saved
