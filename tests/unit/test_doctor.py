"""What works here: every trouble has a sentence and one command that mends it."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser
from scanners import doctor
from scanners.browsers_here import BrowserChoice
from scanners.doctor import Check, examine
from scanners.setup import Trial

SHELL = BrowserChoice("chromium-headless-shell", path="/x", headless_only=True)


@pytest.fixture(autouse=True)
def good_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find", lambda headed=False: None if headed else SHELL)
    monkeypatch.setattr(doctor, "try_out", lambda choice: Trial("156.0"))


def named(name: str) -> Check:
    return next(check for check in examine() if check.name == name)


def test_every_check_has_a_sentence_and_every_trouble_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find", lambda headed=False: None)
    checks = examine()

    assert len({check.name for check in checks}) == len(checks) == 10
    assert all(check.sentence.endswith(".") for check in checks)
    assert all(bool(check.mend) != check.ok for check in checks)


def test_a_browser_that_starts_is_told_with_its_version() -> None:
    assert named("Browser").sentence == "chromium-headless-shell 156.0 starts and reads pages."


def test_a_browser_that_does_not_start_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "try_out", lambda choice: Trial(trouble="a library is missing."))

    assert named("Browser") == Check(
        "Browser", False, "chromium-headless-shell does not start: a library is missing.", "privacy-check setup"
    )


def test_a_wrongly_named_browser_is_a_trouble_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(headed: bool = False) -> BrowserChoice:
        raise NoBrowser("PRIVACY_CHECK_BROWSER names a browser that is not there: /x.")

    monkeypatch.setattr(doctor, "find", find)

    assert not named("Browser").ok
    assert not named("Window for signing in").ok


def test_a_small_or_dumb_terminal_is_sent_to_the_plain_dialogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "20")
    monkeypatch.setenv("TERM", "xterm")
    small = named("Terminal")
    monkeypatch.setenv("TERM", "dumb")
    dumb = named("Terminal")

    assert [(check.ok, check.mend) for check in (small, dumb)] == [(False, "privacy-check --plain")] * 2


def test_root_is_told_that_the_sandbox_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "sandboxed", lambda: False)
    assert not named("Browser sandbox").ok
    monkeypatch.setattr(doctor, "sandboxed", lambda: True)
    assert named("Browser sandbox").ok


def test_a_screen_and_a_whole_browser_are_needed_for_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "has_display", lambda: True)
    assert "cannot show a window" in named("Window for signing in").sentence

    monkeypatch.setattr(doctor, "find", lambda headed=False: BrowserChoice("chromium", path="/y"))
    assert named("Window for signing in").ok

    monkeypatch.setattr(doctor, "has_display", lambda: False)
    assert "no screen" in named("Window for signing in").sentence


def test_a_folder_that_cannot_be_written_is_named(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_home.write_text("a file is in the way")

    check = named("Folders")

    assert not check.ok
    assert str(own_home) in check.sentence
    assert "PRIVACY_CHECK_HOME" in check.mend


def test_a_full_disk_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(100, 90, 10 * 2**20))

    assert named("Disk space").sentence.startswith("Only 10 MB are free")


def test_a_clock_that_stands_before_this_version_was_made_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    class Early(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2001, 1, 1, tzinfo=UTC)

    assert named("Clock").ok
    monkeypatch.setattr(doctor, "datetime", Early)
    assert "has passed already" in named("Clock").sentence


def test_kept_checks_are_found(own_home: Path) -> None:
    assert "Nothing has been kept" in named("Saved checks").sentence
    (own_home / "vault").mkdir(parents=True)
    (own_home / "vault" / "identity.age").touch()
    assert str(own_home / "vault") in named("Saved checks").sentence
