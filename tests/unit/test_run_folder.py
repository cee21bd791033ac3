"""The throw-away folder of a browser: private, removed, and swept after a killed run."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scanners.run_folder import browser_home, run_folder, sweep


def test_it_is_the_persons_alone_and_goes_away(own_home: Path) -> None:
    with run_folder() as folder:
        assert folder.parent == own_home / "browser"
        assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)] == [0o700, 0o700]
        (folder / "profile").mkdir()

    assert list(browser_home().iterdir()) == []


def test_it_goes_away_after_an_exception() -> None:
    def fail() -> None:
        with run_folder() as folder:
            (folder / "profile").mkdir()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert list(browser_home().iterdir()) == []


def test_the_last_run_leaves_no_empty_folder_either(own_home: Path) -> None:
    own_home.mkdir(exist_ok=True)
    with run_folder():
        with run_folder():
            pass
        assert (own_home / "browser").is_dir()
    assert own_home.is_dir(), "a folder the person named stays"
    assert not (own_home / "browser").exists()


def test_a_folder_that_was_too_open_is_closed(own_home: Path) -> None:
    (own_home / "browser").mkdir(parents=True, mode=0o777)
    (own_home / "browser").chmod(0o777)

    assert stat.S_IMODE(browser_home().stat().st_mode) == 0o700


def test_only_what_nobody_uses_is_swept() -> None:
    home = browser_home()
    left = home / "r-left"
    left.mkdir()
    (left / "in-use").touch()
    (left / "profile").mkdir()
    (home / "something-else").mkdir()

    with run_folder() as mine:
        assert not left.exists()
        assert sweep(home) == 0
        assert mine.exists()
    assert (home / "something-else").exists()


def test_a_folder_of_another_running_program_stays() -> None:
    code = "from scanners.run_folder import run_folder\nwith run_folder() as f: print(f, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        folder = Path(other.stdout.readline().strip())
        assert sweep(browser_home()) == 0
        assert folder.exists()
        other.kill()
    assert folder.exists()
    assert sweep(browser_home()) == 1


def test_a_link_is_never_followed_out_of_the_folder(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "in-use").touch()
    (browser_home() / "r-link").symlink_to(precious)

    sweep(browser_home())

    assert precious.exists()


def test_without_a_chosen_home_it_lies_in_the_cache_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRIVACY_CHECK_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(
        "scanners.run_folder.platformdirs.user_cache_path", lambda name, **_: tmp_path / "cache" / name
    )

    assert browser_home() == tmp_path / "cache" / "privacy-check" / "browser"
