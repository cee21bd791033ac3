"""Check digits, spoken digits, dates and numbering plans."""

from __future__ import annotations

import pytest

from privacy_check.text import checksums, phone_plan
from privacy_check.text.dates import written_dates
from privacy_check.text.disguised_mail import disguised
from privacy_check.text.fold import fold
from privacy_check.text.spoken import digit_runs


@pytest.mark.parametrize("number", ["4111111111111111", "378282246310005", "5555555555554444"])
def test_cards_have_a_luhn_digit(number: str) -> None:
    assert checksums.luhn(number)
    assert not checksums.luhn(number[:-1] + str((int(number[-1]) + 1) % 10))


def test_nothing_but_noughts_is_no_card() -> None:
    assert not checksums.luhn("0000000000000000")


@pytest.mark.parametrize("number", ["GB29NWBK60161331926819", "DE89370400440532013000", "NO9386011117947"])
def test_ibans_have_a_length_and_a_remainder(number: str) -> None:
    assert checksums.iban(number)
    assert not checksums.iban(number + "0")
    assert not checksums.iban(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize(("number", "right"), [("9991237895", True), ("9991237896", False), ("999123789", False)])
def test_nhs_numbers_have_a_check_digit(number: str, right: bool) -> None:
    assert checksums.nhs(number) is right


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("oh seven seven double zero nine hundred one two three", "07700900123"),
        ("O77OO 9OO 456", "07700900456"),
        ("07seven00 nine00 3two1", "07700900321"),
        ("oh seventy seven hundred nine hundred twenty two one", "07700900221"),
        ("five five five dash zero one double six", "5550166"),
        ("triple five, zero one nine nine", "5550199"),
    ],
)
def test_digits_however_they_are_written(words: str, digits: str) -> None:
    (run,) = digit_runs(fold(words))
    assert "".join(unit.digits for unit in run) == digits


@pytest.mark.parametrize("words", ["one of the two", "plain 07700 900123", "phone someone at nine", "none at all"])
def test_plain_words_and_plain_figures_are_no_disguise(words: str) -> None:
    assert digit_runs(fold(words)) == ()


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("7 nov 1988", (7, 11, 1988)),
        ("7th of november '88", (7, 11, 1988)),
        ("november 7, 1988", (7, 11, 1988)),
        ("1988-11-07", (7, 11, 1988)),
        ("07/11/88", (7, 11, 1988)),
        ("11/27/1988", (27, 11, 1988)),
        ("07.11.2019", (7, 11, 2019)),
        ("the seventh of november nineteen eighty-eight", (7, 11, 1988)),
        ("twenty first of may two thousand and four", (21, 5, 2004)),
        ("7 november", (7, 11, None)),
        ("14/2", (14, 2, None)),
    ],
)
def test_dates_in_many_forms(written: str, date: tuple[int, int, int | None]) -> None:
    (found,) = written_dates(f"on {written} then")
    assert (found.day, found.month, found.year) == date


@pytest.mark.parametrize(
    "text", ["21-14 at half time", "v2.2.366", "45/2000 seats", "1 in 5", "23.5 km", "99/99/99"]
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert written_dates(text) == ()


@pytest.mark.parametrize(
    ("digits", "international", "kind"),
    [
        ("07700900123", False, "mobile"),
        ("447700900123", True, "mobile"),
        ("4407700900123", True, "mobile"),
        ("00447700900123", False, "mobile"),
        ("02079460018", False, "landline"),
        ("01632960983", False, "landline"),
        ("03001234567", False, "business"),
        ("08001111", False, None),
        ("33199001234", True, "abroad"),
        ("16135550142", True, "abroad"),
        ("07700123", False, None),
        ("116123", False, None),
        ("00000000000", False, None),
    ],
)
def test_numbering_plans(digits: str, international: bool, kind: str | None) -> None:
    reading = phone_plan.read(digits, international)
    assert (reading.kind if reading else None) == kind


@pytest.mark.parametrize(
    "address",
    [
        "jane dot doe at example dot com",
        "j a n e at gmail dot com",
        "jane (at) example (dot) org",
        "jane[at]example[.]org",
        "jane_d at example.com",
        "gro.elpmaxe@enaj",
        "j-a-n-e-@-e-x-a-m-p-l-e-.-o-r-g",
        "jane @ example . org",
        "kay eighty eight at yahoo dot co dot uk",
        "jane at cs example edu",
    ],
)
def test_disguised_mail(address: str) -> None:
    text = f"so: {address}"
    assert [text[start:end] for start, end, _ in disguised(fold(text))] == [address]


@pytest.mark.parametrize(
    "text",
    ["meet at the dot to dot festival", "look at example.org", "at 3 dot com", "thanks @jane_doe", "two at ease"],
)
def test_everyday_at_and_dot(text: str) -> None:
    assert list(disguised(fold(text))) == []
