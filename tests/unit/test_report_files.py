"""Report files: beside what is there, never over it, and never two people in one folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from privacy_check.cli.pretend import Saving, _save
from privacy_check.model import Account
from reports.write import save, write_report
from scanners.demo import personas
from tests.unit.assessments import empty, full, view


def test_a_second_report_stands_beside_the_first(tmp_path: Path) -> None:
    first = write_report(full(), tmp_path)
    words = [path.read_bytes() for path in first]
    second = write_report(empty(), tmp_path)
    third = write_report(empty(), tmp_path)
    assert [path.name for path in first] == ["privacy-report.html", "privacy-report.txt", "privacy-report.json"]
    assert {path.stem for path in second} == {"privacy-report-2"}
    assert {path.stem for path in third} == {"privacy-report-3"}
    assert [path.read_bytes() for path in first] == words


def test_files_that_belong_together_get_the_same_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")
    assert [path.name for path in save(tmp_path, {"a.html": b"", "a.txt": b""})] == ["a-2.html", "a-2.txt"]
    assert (tmp_path / "a.txt").read_text() == "mine"


def test_two_invented_people_never_share_a_folder(tmp_path: Path) -> None:
    first, second = personas()[:2]
    saving = Saving(tmp_path, ("html",))
    _save([(first, empty())], saving, tmp_path, alone=True)
    _save([(second, empty())], saving, tmp_path, alone=True)
    assert (tmp_path / "privacy-report.html").exists()
    assert [path.parent.name for path in tmp_path.glob("*/*.html")] == [second.id]


def test_a_report_of_other_accounts_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    first, again = write_report(full(), tmp_path), write_report(full(), tmp_path)
    other = replace(full(), views=(view(Account("frendli", "rowan", "https://frendli.example/rowan")),))
    second, third = write_report(other, tmp_path), write_report(other, tmp_path)
    assert {path.parent for path in (*first, *again)} == {tmp_path}
    assert {path.parent for path in (*second, *third)} == {tmp_path / "another-person-2"}
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "privacy-report.json").write_bytes(b"[" * 100_000)
    assert write_report(full(), tmp_path / "odd")[0].parent == tmp_path / "odd"


def test_what_was_seen_of_invented_people_is_in_clear_unless_asked_otherwise(tmp_path: Path) -> None:
    person = personas()[0]
    _save([(person, full())], Saving(tmp_path / "clear", ("txt",)), tmp_path / "clear", alone=True)
    _save([(person, full())], Saving(tmp_path / "dots", ("txt",), reveal=False), tmp_path / "dots", alone=True)
    assert "“07700 900123”" in (tmp_path / "clear" / "privacy-report.txt").read_text(encoding="utf-8")
    assert "07700" not in (tmp_path / "dots" / "privacy-report.txt").read_text(encoding="utf-8")
