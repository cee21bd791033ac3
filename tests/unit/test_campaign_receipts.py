"""A receipt says that somebody had the code on a day, and nothing else; copies and changed ones can be told."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from privacy_check.campaign import code, receipt
from privacy_check.cli import main
from privacy_check.errors import UsageError
from tests.contract.test_layering import imports_of

ROOT = Path(__file__).parents[2]

KNOWING_FINDINGS = ("privacy_check.model", "privacy_check.vault", "privacy_check.detectors", "scanners", "tui")


def test_a_receipt_holds_five_things_and_no_time_of_day(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    assert main(["receipt", "--campaign", "SPRING-27", "--output", str(path)]) == 0
    held = json.loads(path.read_bytes())
    assert set(held) == {"campaign", "date", "version", "number", "check"}
    assert held["campaign"] == "SPRING-27"
    assert len(held["date"]) == len("2026-09-14")
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    assert (written.hour, written.minute, written.second) == (0, 0, 0)


def test_in_a_folder_everybody_uses_no_receipt_takes_the_place_of_another(tmp_path: Path) -> None:
    for _ in range(3):
        assert main(["receipt", "--campaign", "SPRING-27", "--output", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("receipt-????????.json"))) == 3


def test_without_a_file_it_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["receipt", "--campaign", "SPRING-27"]) == 0
    out, err = capsys.readouterr()
    assert receipt.read(out.encode()).genuine
    assert "Nobody may ask you for it" in err


def test_no_file_is_written_over_and_no_two_receipts_are_alike(tmp_path: Path) -> None:
    first, second = tmp_path / "mine.json", tmp_path / "box" / "mine.json"
    assert [main(["receipt", "--campaign", "SPRING-27", "--output", str(path)]) for path in (first, second)] == [
        0,
        0,
    ]
    held = first.read_bytes()
    assert main(["receipt", "--campaign", "SPRING-27", "--output", str(first)]) == 2
    assert first.read_bytes() == held
    assert receipt.read(held).number != receipt.read(second.read_bytes()).number


def test_what_makes_a_receipt_knows_no_finding() -> None:
    """Also by way of another module, and by whatever is loaded while it runs."""
    program = (
        "import sys, datetime\n"
        "from privacy_check.campaign import code, count, kit_note, receipt\n"
        "receipt.as_bytes(receipt.write(code.new_code(), datetime.date(2026, 9, 14), '1'))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert [name for name in done.stdout.split() if name.startswith(KNOWING_FINDINGS)] == []


def test_the_command_that_writes_a_receipt_names_no_room_of_findings() -> None:
    named = imports_of(ROOT / "privacy_check" / "cli" / "campaign.py")
    assert [name for name, _ in named if name.startswith((*KNOWING_FINDINGS, "privacy_check.assessment"))] == []


def test_a_code_made_here_tells_a_slip_of_the_pen() -> None:
    made = code.new_code()
    assert code.read_code(f" {made} ") == made
    assert code.read_code(made.lower()) == made.lower()
    at = len(code.PREFIX) + 1
    for other in code.LETTERS.replace(made[at], ""):
        with pytest.raises(UsageError, match="slip"):
            code.read_code(made[:at] + other + made[at + 1 :])
    swapped = "LOOK-23KQ-4TXD"
    assert code._sign("23KQ4TX") != code._sign("32KQ4TX")
    with pytest.raises(UsageError):
        code.read_code(swapped.replace("D", "0"))


@pytest.mark.parametrize("text", ["abc", "anna@example.org", "two words", "x" * 81, "É" * 8, "../up", "a\x1b[2Jb"])
def test_what_can_be_no_code_is_refused_in_a_sentence(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["receipt", "--campaign", text]) == 2
    err = capsys.readouterr().err
    assert "cannot be the code" in err
    assert "\x1b" not in err
