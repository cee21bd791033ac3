"""A manager's kit: every paper there, in words that respect people, filled in, and nothing that leads anywhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from privacy_check import employer_pack, files
from privacy_check.cli import main, printing
from privacy_check.errors import NoBrowser
from reports.kit.campaign_kit import Asked, papers, second_tuesday
from tests.unit.test_catalogue import SHAMING

CONTRACT = {
    *("invitation.txt", "invitation.html", "intranet.html", "poster.pdf", "calendar.ics", "promise.html"),
    *("questions-staff.html", "questions-union.html", "privacy-notice.html", "dpia.html", "it-approval.html"),
    *("booking-note.txt", "employer-pack.toml"),
}
# What makes a private offer sound like a duty or a search of staff.
BANNED = re.compile(
    r"\b(?:complian\w+|audit\w*|mandatory|compulsory|obligat\w+|disciplin\w+|must (?:do|complete)|required to|"
    r"league table|monitor\w*|track staff|enforce\w*|offend\w*|suspect\w*)\b",
    re.IGNORECASE,
)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def kit(pack: employer_pack.EmployerPack | None = None) -> dict[str, bytes]:
    pack = pack or employer_pack.shipped(employer_pack.GENERIC)
    return papers(Asked("SPRING-27", date(2027, 1, 18), pack, None, "0.1.0", NOON))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return kit()


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "print_pdf", lambda page, *, numbered=True: b"%PDF-1.7 " + page[:20])


def test_the_command_writes_every_paper_once(
    tmp_path: Path, printer: None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kit"
    asked = ["campaign", "new", str(folder), "--code", "SPRING-27", "--start", "2027-01-18"]
    assert main(asked) == 0
    names = {path.name for path in folder.iterdir()}
    assert names >= CONTRACT
    assert "SPRING-27" in capsys.readouterr().out
    assert main(asked) == 2
    assert {path.name for path in folder.iterdir()} == names
    assert "already" in capsys.readouterr().err


def test_without_a_browser_the_rest_is_there_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none_here(page: bytes, *, numbered: bool) -> bytes:
        raise NoBrowser("No browser was found.")

    monkeypatch.setattr(printing, "print_pdf", none_here)
    assert main(["campaign", "new", str(tmp_path / "kit")]) == 4
    assert {path.name for path in (tmp_path / "kit").iterdir()} >= CONTRACT - {"poster.pdf"}
    assert "poster.html" in capsys.readouterr().err


def test_a_start_that_has_passed_is_said_and_the_rounds_lie_ahead(
    tmp_path: Path, printer: None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kit"
    assert main(["campaign", "new", str(folder), "--start", "2020-01-06"]) == 0
    assert "6 January 2020, has passed" in capsys.readouterr().err
    entries = Calendar.from_ical((folder / "calendar.ics").read_bytes()).walk("VEVENT")
    rounds = [entry["DTSTART"].dt for entry in entries if "RRULE" in entry]
    assert len(rounds) == 4
    assert all(day > date.today() for day in rounds)


@pytest.mark.parametrize("extra", [["--start", "18/01/2027"], ["--start", "3027-01-01"], ["--code", "a b"]])
def test_what_cannot_be_meant_writes_nothing(tmp_path: Path, extra: list[str]) -> None:
    assert main(["campaign", "new", str(tmp_path / "kit"), *extra]) == 2
    assert not (tmp_path / "kit").exists()


def test_a_place_that_cannot_be_written_is_told_as_a_kit_and_left_empty(
    tmp_path: Path, printer: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["campaign", "new", str(tmp_path / "file")]) == 2
    assert "The kit could not be saved" in capsys.readouterr().err
    whole = files.write_private

    def full(path: Path, content: bytes) -> None:
        if path.name == "promise.html":
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(files, "write_private", full)
    assert main(["campaign", "new", str(tmp_path / "kit")]) == 2
    assert "No space left" in capsys.readouterr().err
    assert list((tmp_path / "kit").iterdir()) == []


def test_no_paper_blames_orders_or_searches(made: dict[str, bytes]) -> None:
    for name, raw in made.items():
        words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", raw.decode(), flags=re.DOTALL)
        assert not SHAMING.search(words), name
        assert not BANNED.search(words), (name, BANNED.search(words))


def test_pages_stand_alone_and_lead_nowhere(made: dict[str, bytes]) -> None:
    for name in (name for name in made if name.endswith(".html")):
        page = made[name].decode()
        assert "default-src 'none'" in page
        assert not re.search(r"(?:src|href|action)\s*=|https?://(?!www\.w3\.org)|<script", page), name


def test_nothing_is_left_unfilled_but_what_is_marked(made: dict[str, bytes]) -> None:
    for name in (name for name in made if name.endswith((".html", ".txt"))):
        text = re.sub(r"<style>.*?</style>", "", made[name].decode(), flags=re.DOTALL)
        assert "[[" not in text, name
        assert "{" not in text, name


def test_the_promise_has_what_people_need_to_trust_it(made: dict[str, bytes]) -> None:
    page = made["promise.html"].decode()
    for needed in ("you choose", "work time", "never ask for your report", "own device", "worse off"):
        assert needed in page.casefold() or needed in page, needed
    assert all(who in page for who in ("Senior manager", "Union or staff side", "Data protection officer"))


def test_an_employer_is_named_and_cannot_break_out_of_a_page(tmp_path: Path, printer: None) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('format = 1\nname = "x"\n[employer]\ncalled = "the <b>council</b> [[x]] \\u001b[2J {code}"\n')
    assert main(["campaign", "new", str(tmp_path / "kit"), "--pack", str(pack)]) == 0
    page = (tmp_path / "kit" / "promise.html").read_text("utf-8")
    assert "the &lt;b&gt;council&lt;/b&gt;" in page
    assert "\x1b" not in page
    assert (tmp_path / "kit" / "employer-pack.toml").read_bytes() == pack.read_bytes()


def test_the_pack_to_fill_in_can_be_used_at_once(tmp_path: Path, made: dict[str, bytes]) -> None:
    path = tmp_path / "employer-pack.toml"
    path.write_bytes(made["employer-pack.toml"])
    assert employer_pack.load(path).employer == employer_pack.shipped(employer_pack.GENERIC).employer


def test_the_calendar_has_the_rounds_and_two_weeks_after_each(made: dict[str, bytes]) -> None:
    events = Calendar.from_ical(made["calendar.ics"]).walk("VEVENT")
    days = [event["DTSTART"].dt for event in events]
    assert days == sorted(days)
    assert [f"{day:%d.%m.%Y}" for day in days] == [
        *("18.01.2027", "01.02.2027", "09.02.2027", "23.02.2027", "14.09.2027", "28.09.2027")
    ]
    assert [event["RRULE"]["BYMONTH"] for event in events if "RRULE" in event] == [[2], [2], [9], [9]]
    assert len({event["UID"] for event in events}) == 6


def test_safer_internet_day_is_found_in_any_year() -> None:
    known = {2025: 11, 2026: 10, 2027: 9}
    assert {year: second_tuesday(date(year, 1, 1), 2).day for year in known} == known
    assert second_tuesday(date(2025, 2, 12), 2) == date(2026, 2, 10)
