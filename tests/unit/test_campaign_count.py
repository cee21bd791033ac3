"""Counts in words: what does not count and why, and that nothing can be worked out from what is told."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from privacy_check.campaign import receipt
from privacy_check.campaign.count import Count, count, in_words
from privacy_check.campaign.kit_note import KitNote
from privacy_check.cli import main
from privacy_check.errors import UnreadableInput, UsageError

TODAY = date(2026, 11, 24)
CODE = "SPRING-27"


def hand_in(folder: Path, number: int, day: date = TODAY, campaign: str = CODE) -> None:
    for at in range(number):
        raw = receipt.as_bytes(receipt.write(campaign, day, "0.1.0"))
        (folder / f"{campaign}-{day}-{at}.json").write_bytes(raw)


def counted(folder: Path, campaign: str | None = None) -> Count:
    return count(folder, TODAY, campaign)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "fewer than 10"), (9, "fewer than 10"), (10, "10 or more"), (19, "10 or more"), (20, "20 or more")],
)
def test_one_month_is_told_in_tens(tmp_path: Path, number: int, words: str) -> None:
    hand_in(tmp_path, number)
    found = counted(tmp_path)
    assert found.total == words
    assert found.months == ((("2026-11", words),) if number else ())
    assert found.refused == ()


def told(**per_month: int) -> tuple[tuple[str, ...], str]:
    months, total = in_words(
        {name.replace("_", "-")[1:]: each for name, each in per_month.items()}, "2026-09", "2026-11"
    )
    return tuple(done for _, done in months), total


def test_nineteen_and_one_read_as_ten_and_nine() -> None:
    assert told(m2026_09=19, m2026_10=1) == told(m2026_09=10, m2026_10=9)
    assert told(m2026_09=9, m2026_10=1)[1] == "10 or more"
    assert told(m2026_09=9, m2026_10=1) == told(m2026_09=5, m2026_10=5, m2026_11=9)


def test_a_month_without_anybody_reads_as_one_with_somebody() -> None:
    assert told(m2026_09=12) == told(m2026_09=12, m2026_10=1, m2026_11=9)


def test_no_subtraction_narrows_a_month_below_its_own_words() -> None:
    """For every three months of up to 25: what is told of all leaves each month every number its words allow.

    Only where all months are small and still make ten is more known: that not all of them together are under ten.
    """
    seen: dict[tuple[tuple[str, ...], str], list[set[int]]] = {}
    for numbers in product(range(26), repeat=3):
        if any(numbers):
            words = told(m2026_09=numbers[0], m2026_10=numbers[1], m2026_11=numbers[2])
            sets = seen.setdefault(words, [set(), set(), set()])
            for at, number in enumerate(numbers):
                sets[at].add(number)
    widths = {"fewer than 10": set(range(10)), "10 or more": set(range(10, 20)), "20 or more": set(range(20, 26))}
    for (months, _), sets in seen.items():
        for done, possible in zip(months, sets, strict=True):
            assert possible == widths[done], (months, done)


def test_the_total_never_says_more_than_the_months() -> None:
    for numbers in product(range(0, 40, 3), repeat=3):
        months, total = told(m2026_09=numbers[0], m2026_10=numbers[1], m2026_11=numbers[2])
        least = sum(int(done.split()[0]) for done in months if done.endswith("more"))
        said = int(total.split()[0]) if total.endswith("more") else 0
        assert said == (least or (10 if sum(numbers) >= 10 else 0))


def spoil(folder: Path) -> Mapping[str, str]:
    """Every kind of file that does not count, and a word of the reason."""
    hand_in(folder, 12)
    one, other = sorted(folder.iterdir())[:2]
    (folder / "zz-copy.json").write_bytes(one.read_bytes())
    (folder / "day.json").write_text(other.read_text().replace("2026-11-24", "2026-10-24"))
    (folder / "more.json").write_text(other.read_text().replace("{", '{"name": "Nell",', 1))
    (folder / "twice.json").write_text(other.read_text().replace("{", '{"date": "2026-10-01",', 1))
    (folder / "half.json").write_text(other.read_text()[:120])
    hand_in(folder, 1, campaign="OTHER-26")
    hand_in(folder, 1, TODAY + timedelta(days=9))
    hand_in(folder, 1, date(2021, 1, 1))
    (folder / "notes.txt").write_text("Dear all")
    (folder / "list.json").write_text("[" * 3000)
    (folder / "other.json").write_text('{"findings": []}')
    (folder / "large.json").write_bytes(one.read_bytes() + b" " * 9000)
    (folder / "link.json").symlink_to(one)
    (folder / "inside").mkdir()
    os.mkfifo(folder / "pipe.json")
    return {
        "zz-copy.json": "copy",
        "day.json": "by hand",
        "more.json": "by hand",
        "twice.json": "lost or spoiled",
        "half.json": "lost or spoiled",
        "OTHER-26-2026-11-24-0.json": "another campaign",
        "SPRING-27-2026-12-03-0.json": "not come yet",
        "SPRING-27-2021-01-01-0.json": "two years",
        "notes.txt": "not a receipt",
        "list.json": "not a receipt",
        "other.json": "not a receipt",
        "large.json": "too large",
        "link.json": "link",
        "inside": "folder",
        "pipe.json": "not a file",
    }


def test_every_file_that_does_not_count_has_its_reason(tmp_path: Path) -> None:
    reasons = spoil(tmp_path)
    found = counted(tmp_path)
    assert (found.campaign, found.total) == (CODE, "10 or more")
    assert {each.file for each in found.refused} == set(reasons)
    for each in found.refused:
        assert reasons[each.file] in each.why


def test_names_of_files_are_not_among_what_is_passed_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "anna\x1b[2J-smith.json").write_text("hello")
    assert main(["campaign", "count", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert "anna" not in out
    assert "anna-smith.json" in err
    assert "\x1b" not in err


def test_the_document_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["campaign", "count", str(tmp_path), "--json"]) == 0
    empty = {"format": 1, "campaign": None, "months": [], "total": "fewer than 10", "refused": []}
    assert json.loads(capsys.readouterr().out) == empty


def test_the_kit_says_which_campaign_and_since_when(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_bytes(KitNote("Spring-27", date(2026, 9, 1)).as_bytes())
    box = tmp_path / "box"
    box.mkdir()
    hand_in(box, 1)
    hand_in(box, 3, campaign="OTHER-26")
    found = counted(box)
    assert found.campaign == "Spring-27"
    assert [month for month, _ in found.months] == ["2026-09", "2026-10", "2026-11"]
    assert len(found.refused) == 3
    assert counted(box, "other-26").total == "fewer than 10"
    assert len(counted(box, "other-26").refused) == 1


def test_two_campaigns_that_are_even_are_not_guessed_between(tmp_path: Path) -> None:
    hand_in(tmp_path, 2)
    hand_in(tmp_path, 2, campaign="OTHER-26")
    with pytest.raises(UsageError, match="as many"):
        counted(tmp_path)


@pytest.mark.parametrize("made", ["nothing", "file"])
def test_a_folder_that_cannot_be_read_is_a_sentence(tmp_path: Path, made: str) -> None:
    place = tmp_path / "box"
    if made == "file":
        place.write_text("x")
    with pytest.raises(UnreadableInput, match="could not be read"):
        counted(place)
