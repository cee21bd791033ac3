"""`check --keep`: kept locked, compared with next time, and gone on with after it was cut short."""

from __future__ import annotations

import json

import pytest

from privacy_check.cli import main
from privacy_check.cli.keeping import NAMED
from privacy_check.vault import Vault
from tests.unit.test_selfcheck import FakeCollector
from tests.unit.test_stopping import Interrupted, use

PASSPHRASE = "three random words"
CHECK = ["check", "asha", "stop", "--mine", "--keep"]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> FakeCollector:
    monkeypatch.setenv(NAMED, PASSPHRASE)
    return use(FakeCollector(), monkeypatch)


def test_two_kept_checks_can_be_compared(looked: FakeCollector, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CHECK) == 0
    assert "This check is kept" in capsys.readouterr().err
    assert main([*CHECK, "--json"]) == 0
    capsys.readouterr()
    assert main(["history", "--json"]) == 0
    assert [row["accounts"] for row in json.loads(capsys.readouterr().out)["checks"]] == [2, 2]
    assert main(["changes"]) == 0


def test_nothing_is_kept_unasked(looked: FakeCollector) -> None:
    assert main(CHECK[:-1]) == 0
    assert not Vault().exists


def test_a_wrong_passphrase_stops_before_any_look(
    looked: FakeCollector, capsys: pytest.CaptureFixture[str]
) -> None:
    Vault().create("quite another")
    assert main(CHECK) == 2
    assert "does not open your vault" in capsys.readouterr().err
    assert looked.looked == []


def test_a_check_cut_short_goes_on_where_it_stopped(
    looked: FakeCollector, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("privacy_check.selfcheck.AT_ONCE", 1)
    use(Interrupted(), monkeypatch)
    assert main(CHECK) == 130
    again = use(FakeCollector(), monkeypatch)
    assert main(CHECK) == 0
    assert "1 account seen already" in capsys.readouterr().err
    assert again.looked == ["stop"]
    vault = Vault()
    vault.unlock(PASSPHRASE)
    assert vault.unfinished() is None
    assert len(vault.history()) == 1
