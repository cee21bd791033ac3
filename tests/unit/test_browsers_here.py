"""Which browser is taken, on each kind of computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser
from scanners import browsers_here
from scanners.browsers_here import CHOSEN, BrowserChoice, candidates, find


@pytest.fixture(autouse=True)
def bare_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing installed anywhere."""
    monkeypatch.delenv(CHOSEN, raising=False)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.setattr(browsers_here, "LINUX", ())
    monkeypatch.setattr(browsers_here, "MACOS", ())
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browsers_here.sys, "platform", "linux")


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    path.chmod(0o755)
    return str(path)


def names(*, headed: bool = False) -> list[str]:
    return [choice.path or choice.channel for choice in candidates(headed=headed)]


def test_a_computer_without_a_browser_has_none() -> None:
    assert find() is None


def test_linux_takes_the_headless_shell_first_and_then_what_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = program(tmp_path / "chromium-headless-shell")
    chromium = program(tmp_path / "chromium")
    on_path = program(tmp_path / "bin" / "google-chrome")
    monkeypatch.setattr(browsers_here, "LINUX", (shell, chromium, str(tmp_path / "not-there")))

    assert names() == [shell, chromium, on_path]
    assert names(headed=True) == [chromium, on_path]


def test_playwrights_own_build_comes_before_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = program(tmp_path / "chromium")
    monkeypatch.setattr(browsers_here, "LINUX", (system,))
    package = tmp_path / "playwright"
    listed = package / "driver" / "package" / "browsers.json"
    listed.parent.mkdir(parents=True)
    listed.write_text(
        json.dumps(
            {
                "browsers": [
                    {"name": "chromium", "revision": "12"},
                    {"name": "chromium-headless-shell", "revision": "12"},
                ]
            }
        )
    )
    monkeypatch.setattr(
        browsers_here, "find_spec", lambda name: type("Spec", (), {"origin": str(package / "__init__.py")})
    )
    builds = tmp_path / "builds"
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(builds))
    program(builds / "chromium_headless_shell-11" / "chrome-headless-shell-linux64" / "chrome-headless-shell")
    shell = program(
        builds / "chromium_headless_shell-12" / "chrome-headless-shell-linux64" / "chrome-headless-shell"
    )
    full = program(builds / "chromium-12" / "chrome-linux64" / "chrome")

    assert names() == [shell, full, system]
    assert names(headed=True) == [full, system]


def test_windows_takes_edge_before_chrome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers_here.sys, "platform", "win32")
    monkeypatch.setattr(
        browsers_here, "CHANNELS", {"win32": (("msedge", "Edge/msedge.exe"), ("chrome", "Chrome/chrome.exe"))}
    )
    for name in ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.setenv(name, str(tmp_path / name))
    program(tmp_path / "PROGRAMFILES(X86)" / "Edge" / "msedge.exe")
    program(tmp_path / "LOCALAPPDATA" / "Chrome" / "chrome.exe")

    assert names() == ["msedge", "chrome"]


def test_macos_takes_chrome_then_edge_then_other_apps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers_here.sys, "platform", "darwin")
    chrome, edge, brave = (
        program(tmp_path / name) for name in ("Google Chrome", "Microsoft Edge", "Brave Browser")
    )
    monkeypatch.setattr(browsers_here, "CHANNELS", {"darwin": (("chrome", chrome), ("msedge", edge))})
    monkeypatch.setattr(browsers_here, "MACOS", (brave,))

    assert names() == ["chrome", "msedge", brave]


def test_a_named_browser_is_the_only_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers_here, "LINUX", (program(tmp_path / "chromium"),))
    mine = program(tmp_path / "my-chromium")
    monkeypatch.setenv(CHOSEN, mine)

    assert names() == [mine]
    assert find() == BrowserChoice("my-chromium", path=mine)


def test_a_named_channel_is_taken_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "msedge")

    assert list(candidates()) == [BrowserChoice("msedge", channel="msedge")]


def test_a_named_browser_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers_here, "LINUX", (program(tmp_path / "chromium"),))
    monkeypatch.setenv(CHOSEN, str(tmp_path / "gone"))

    with pytest.raises(NoBrowser, match="not there"):
        find()
