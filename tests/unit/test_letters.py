"""The erasure letter: a draft about one own account, with a day for the answer, and never sent."""

from __future__ import annotations

import email
import stat
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
import pytest

from privacy_check import catalogue
from privacy_check.cli import main
from privacy_check.letters import CONTACTS, Letter, Wish, as_mail, as_text, draft, reply_due
from privacy_check.model import Account
from scanners.platforms.registry import load_platforms
from tests.reading import grade

DAY = date(2026, 11, 30)
NAMES = {platform.id: platform.name for platform in load_platforms().platforms}
FILES = ["letter.eml", "letter.txt", "reply-by.ics"]


def about(platform: str = "pinterest", handle: str = "rowan.mapleby", wish: Wish = Wish.ERASE) -> Letter:
    account = Account(platform, handle, f"https://{platform}.example.org/{handle}")
    return draft(account, NAMES.get(platform, platform), wish, DAY)


def mail_of(letter: Letter) -> EmailMessage:
    found = email.message_from_bytes(as_mail(letter), policy=default)
    assert isinstance(found, EmailMessage)
    return found


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        (date(2026, 11, 30), date(2026, 12, 30)),
        (date(2026, 12, 10), date(2027, 1, 11)),  # the 10th is a Sunday
        (date(2027, 1, 31), date(2027, 3, 1)),  # February ends on a Sunday
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 2), date(2027, 1, 4)),  # the 2nd is a Saturday
    ],
)
def test_the_answer_is_due_a_calendar_month_on_and_never_on_a_weekend(sent: date, due: date) -> None:
    assert reply_due(sent) == due


@pytest.mark.parametrize(("wish", "article"), [(Wish.ERASE, "Article 17"), (Wish.OBJECT, "Article 21")])
def test_the_letter_names_the_right_and_the_account_and_nothing_else(wish: Wish, article: str) -> None:
    letter = about(wish=wish)
    assert article in letter.body
    assert "Article 12(3)" in letter.body
    assert "rowan.mapleby" in letter.subject
    assert "https://pinterest.example.org/rowan.mapleby" in letter.body
    other = about(handle="someone.else", wish=wish)
    assert other.body.replace("someone.else", "rowan.mapleby") == letter.body


def test_the_mail_opens_as_a_draft_that_comes_from_nobody() -> None:
    mail = mail_of(about())
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "privacy-support@pinterest.com"
    assert not {"From", "Date", "Cc", "Bcc", "Reply-To"} & set(mail.keys())
    assert "not tried" not in mail.get_content()


@pytest.mark.parametrize("platform", ["facebook", "letterboxd"])
def test_a_mail_without_a_known_address_is_left_blank_and_says_so(platform: str) -> None:
    letter = about(platform)
    assert mail_of(letter)["To"] is None
    said = " ".join(letter.notes)
    assert ("https://www.facebook.com/" in said) if platform == "facebook" else "We know no address" in said
    assert said.count("Nothing was sent") == 1


def test_a_hostile_name_adds_no_line_to_the_mail() -> None:
    letter = about(handle="you\r\nBcc: all@example.org\x1b[31m\u202e")
    mail = mail_of(letter)
    assert mail["Bcc"] is None
    for text in (as_text(letter).decode(), as_mail(letter).decode()):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_the_letter_is_plain_to_read() -> None:
    for wish in Wish:
        letter = about(wish=wish)
        assert grade(" ".join(letter.notes)) <= 7
        assert grade(letter.body.replace("\n- ", "\n").replace("\n", " ")) <= 7


def test_every_address_is_of_a_known_site_and_dated() -> None:
    table = catalogue.data(CONTACTS)
    assert table["source"].startswith("https://")
    assert isinstance(table["checked_on"], date)
    for platform, row in table.items():
        if isinstance(row, dict):
            assert platform in NAMES
            assert set(row) in ({"who", "form"}, {"who", "email"})
            assert urlsplit(row.get("form", "https://x")).scheme == "https"
            assert row.get("email", "a@b").count("@") == 1


def test_the_command_writes_three_files_for_this_person_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "letter"
    assert main(["letter", "pinterest:rowan_mapleby", "--mine", "--output", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.iterdir())
    assert "Nothing was sent" in capsys.readouterr().out


def test_the_calendar_has_the_day_and_alarms_and_names_nobody(tmp_path: Path) -> None:
    assert main(["letter", "pinterest:rowan_mapleby", "--mine", "--output", str(tmp_path)]) == 0
    raw = (tmp_path / "reply-by.ics").read_bytes()
    (event,) = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert event.decoded("dtstart").weekday() < 5
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [
        timedelta(days=-3, hours=9),
        timedelta(hours=9),
    ]
    assert event["CLASS"] == "PRIVATE"
    assert b"rowan" not in raw.lower()
    assert b"pinterest" not in raw.lower()


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["letter", "pinterest:rowan_mapleby", "--mine", "--output", str(tmp_path)]) == 2
    assert (tmp_path / "letter.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.glob("[lr]*")] == ["letter.txt"]
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pinterest:rowan_mapleby"], "accounts that are yours"),
        (["https://example.org/hello", "--mine"], "does not lead to an account"),
        (["https://www.facebook.com/groups/1234567", "--mine"], "does not lead to an account"),
        (["instagram:rowan.m https://x.com/rowan_m", "--mine"], "more than one account"),
        (["", "--mine"], "is empty"),
    ],
)
def test_no_letter_without_an_own_account(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["letter", *arguments, "--output", str(tmp_path)]) != 0
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("[lr]*"))


def test_every_note_begins_with_a_capital_whoever_takes_the_letter() -> None:
    for platform in NAMES:
        assert all(note[0].isupper() for note in about(platform).notes), platform
