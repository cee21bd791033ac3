"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from privacy_check.errors import UnreadableInput
from privacy_check.subject import AboutMe
from privacy_check.written_dates import written_date

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 1985",
        "3/5/85",
        "03/05/1985",
        "3.5.85",
        "3-5-1985",
        "3rd of May '85",
        "May 3, 1985",
        "1985-05-03",
        "  3  may   1985 ",
    ],
)
def test_the_same_day_however_it_is_written(text: str) -> None:
    assert written_date(text, TODAY) == date(1985, 5, 3)


@pytest.mark.parametrize("text", ["", "May", "31/2/85", "3/13/85", "3 Mayday 1985", "٣/٥/٨٥", "3/5", "9" * 900])
def test_what_is_no_day_is_none(text: str) -> None:
    assert written_date(text, TODAY) is None


def test_a_year_of_two_digits_is_never_still_to_come() -> None:
    assert written_date("1/1/26", TODAY) == date(2026, 1, 1)
    assert written_date("1/1/27", TODAY) == date(1927, 1, 1)


@pytest.mark.parametrize("half", ["jo@", "@example.org", "jo@example", "jo", "jo example.org", "jo@@example.org"])
def test_half_an_email_is_told_and_not_taken(half: str) -> None:
    with pytest.raises(UnreadableInput):
        AboutMe.from_mapping({"emails": [half]})


def test_a_birth_date_is_taken_as_it_is_written() -> None:
    assert AboutMe.from_mapping({"birth_date": "3/5/85"}).birth_date == date(1985, 5, 3)
