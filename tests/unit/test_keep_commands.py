"""What was kept, on the command line: report, history and changes, opened with the passphrase."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.vault import Vault
from tests.conftest import FrozenClock
from tests.unit.assessments import NUMBER, full

PASSPHRASE = "three random words"


@pytest.fixture
def kept() -> Vault:
    """Two finished checks, half a year apart; the first found less."""
    vault = Vault(clock=FrozenClock())
    vault.create(PASSPHRASE)
    now = full()
    vault.finish(replace(now, started_at=now.started_at - timedelta(days=180), findings=now.findings[:1]))
    vault.clock = FrozenClock(vault.clock.now() + timedelta(seconds=1))
    vault.finish(now)
    return vault


def opened(monkeypatch: pytest.MonkeyPatch, passphrase: str = PASSPHRASE) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{passphrase}\n".encode())))


def test_history_lists_both(
    kept: Vault, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(monkeypatch)
    assert main(["history"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "3 accounts, 1 thing found" in first
    assert "6 things found" in second
    opened(monkeypatch)
    assert main(["history", "--json"]) == 0
    assert [row["findings"] for row in json.loads(capsys.readouterr().out)["checks"]] == [1, 6]


def test_changes_name_what_is_new(
    kept: Vault, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(monkeypatch)
    assert main(["changes", "--json"]) == 0
    kinds = [row["kind"] for row in json.loads(capsys.readouterr().out)["changes"]]
    assert kinds.count("new") == 5
    assert kinds.count("still") == 1
    opened(monkeypatch)
    assert main(["changes"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Since last time: 5 new, 1 still there.")
    assert "(Frendli · asha.k)" in out
    assert "More is counted than last time. That need not be your doing:" in out
    assert "frendli:" not in out


@pytest.mark.parametrize("reveal", [False, True])
def test_the_last_report_is_saved_again(
    reveal: bool,
    kept: Vault,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened(monkeypatch)
    words = ["report", "--format", "HTML, md,txt", "--output", str(tmp_path / "again")]
    assert main([*words, *(["--reveal"] if reveal else [])]) == 0
    files = sorted((tmp_path / "again").iterdir())
    assert [path.suffix for path in files] == [".html", ".md", ".txt"]
    for path in files:
        assert (NUMBER in path.read_text(encoding="utf-8")) is reveal
    assert "Do these 3 first:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("copy", "name"), [("--redacted", "privacy-report-to-share"), ("--clean", "privacy-tips")]
)
def test_a_copy_for_others_holds_nothing_that_was_seen(
    copy: str,
    name: str,
    kept: Vault,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened(monkeypatch)
    assert main(["report", copy, "--output", str(tmp_path / "out")]) == 0
    files = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in files] == [f"{name}.html", f"{name}.txt"]
    assert all(NUMBER not in path.read_text(encoding="utf-8") for path in files)
    assert "Do these" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--redacted", "--clean"],
        ["--redacted", "--reveal"],
        ["--clean", "--format", "json"],
        ["--redacted", "--format", "html,ics"],
    ],
)
def test_a_copy_for_others_with_more_in_it_is_refused(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *words, "--output", str(tmp_path / "out")]) == 2
    assert "copy" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_wrong_passphrase_changes_nothing(
    kept: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir()}
    for words in (["history"], ["changes"], ["report", "--output", str(tmp_path / "never")]):
        opened(monkeypatch, "something else")
        assert main(words) == 2
        assert "does not open your vault" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir()} == before
    assert not (tmp_path / "never").exists()
