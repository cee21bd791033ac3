"""The sheet about a possible copy holds both sides, the time, the sums and the steps, and nothing raw."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from privacy_check.errors import UnreadableInput
from privacy_check.lookalikes.evidence import Evidence, sheet, side_by_side, write_sheet
from privacy_check.lookalikes.profile import Profile
from privacy_check.lookalikes.verdict import compare
from tests.lookalikes.pictures import as_bytes, photo

BIO = "Night nurse who keeps ferrets, restores clocks and sings bass in the Otley choir"
MINE = Profile("tiktok", "ruth.dale", "Ruth Dale", BIO, joined=date(2017, 3, 2))
THEIRS = Profile("tiktok", "ruth.da1e", "Ruth Dale\x1b[31m\u202e", BIO, joined=date(2026, 1, 5))


def evidence(**saved: bytes) -> Evidence:
    files = {f"{name}.png": content for name, content in saved.items()}
    at = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)
    found = compare(MINE, [THEIRS])[0]
    return Evidence(
        MINE, THEIRS, found, at, "https://a.example.org/ruth.dale", "https://a.example.org/ruth.da1e", files
    )


def test_the_sheet_tells_both_sides_the_time_and_what_was_noticed() -> None:
    text = sheet(evidence(page=b"pixels"))
    for told in (
        "https://a.example.org/ruth.da1e",
        "02 March 2017",
        "05 January 2026",
        "30 November 2026 at 09:05",
        hashlib.sha256(b"pixels").hexdigest(),
        "The words of your bio stand there too.",
        "Then wait 48 hours",
        "Look again on 02 December 2026",
        "support.tiktok.com",
    ):
        assert told in text


def test_nothing_of_a_hostile_page_reaches_the_sheet_raw() -> None:
    assert "\x1b" not in sheet(evidence())
    assert "\u202e" not in sheet(evidence())


def test_a_site_without_a_known_link_is_told_how_to_look() -> None:
    other = Evidence(
        MINE, Profile("nowhere", "rd"), compare(MINE, [THEIRS])[0], datetime(2026, 11, 30, tzinfo=UTC)
    )
    assert "someone pretends to be me" in sheet(other)


def test_the_sheet_and_its_files_stay_in_the_folder_and_with_this_person(tmp_path: Path) -> None:
    kept = Evidence(
        MINE, THEIRS, compare(MINE, [THEIRS])[0], datetime(2026, 11, 30, tzinfo=UTC), saved={"../x.png": b"1"}
    )
    written = write_sheet(kept, tmp_path / "sheets")
    assert {path.name for path in written} == {"copy.txt", "x.png"}
    assert {path.parent for path in written} == {tmp_path / "sheets"}


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(UnreadableInput):
        write_sheet(evidence(), tmp_path / "file")


def test_both_pictures_stand_side_by_side() -> None:
    both = side_by_side(as_bytes(photo(1)), as_bytes(photo(2)))
    assert both is not None
    with Image.open(io.BytesIO(both)) as image:
        assert image.size == (524, 256)
    assert side_by_side(as_bytes(photo(1)), b"no picture") is None
