"""`lookalikes` at the command line: only from stated accounts, and it asks what became of a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.cli.lookalikes import _ask_results
from privacy_check.places import home, own_things
from privacy_check.vault import Reported, Vault

URL = "https://frendli.example.org/ruth_dale"
DAY = date(2026, 11, 30)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault(tmp_path / "vault")
    made.create("a long enough passphrase")
    return made


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "No account of yours is named"),
        (["--link", "https://x.com/somebody"], "No account of yours is named"),
        (["x:ruthdale"], "only looks at accounts that are yours"),
        (["x:ruthdale", "--mine", "--most", "301"], "At most 300"),
        (["x:ruthdale", "--mine", "--link", "nonsense"], "which site"),
        (["x:ruthdale", "--persona", "farah"], "one invented person"),
    ],
)
def test_without_a_stated_account_nothing_is_looked_at(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(["lookalikes", *words]) == 2
    assert told in capsys.readouterr().err


def test_the_result_of_a_report_is_asked_for_after_two_days_and_once_answered_no_more(
    vault: Vault, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.keep_reported(Reported(URL, DAY))
    _ask_results(vault, DAY + timedelta(days=1))
    assert capsys.readouterr().err == ""
    typed = iter(["no idea\n", "refused\n"])
    monkeypatch.setattr("sys.stdin", _Typing(lambda: next(typed)))
    _ask_results(vault, DAY + timedelta(days=2))
    assert URL in capsys.readouterr().err
    _ask_results(vault, DAY + timedelta(days=2))
    assert "helpline" in capsys.readouterr().err
    assert [page.answer for page in vault.reported()] == ["refused"]
    _ask_results(vault, DAY + timedelta(days=3))
    assert capsys.readouterr().err == ""


def test_a_removed_vault_takes_the_places_of_copies_with_it(vault: Vault) -> None:
    vault.keep_reported(Reported(URL, DAY))
    assert URL.encode() not in b"".join(path.read_bytes() for path in vault.folder.iterdir())
    vault.wipe()
    assert not vault.folder.exists()


def test_wiping_takes_the_progress_of_a_search_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_HOME", str(tmp_path))
    (tmp_path / "copies.progress").write_text("x", "ascii")
    assert home() / "copies.progress" in own_things()


class _Typing:
    """A terminal at which somebody types."""

    def __init__(self, readline: Callable[[], str]) -> None:
        self.readline = readline

    def isatty(self) -> bool:
        return True
