"""Finding or installing a browser: what is tried, in which order, and what the person hears."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import pytest

from privacy_check.errors import NoBrowser
from scanners import setup
from scanners.browsers_here import CHOSEN, BrowserChoice
from scanners.setup import QUESTION, Trial, by_hand, ensure_browser, ways

SHELL = BrowserChoice("chromium-headless-shell", path="/usr/bin/chromium-headless-shell", headless_only=True)
DOWNLOADED = BrowserChoice("Playwright's chromium-headless-shell", path="/cache/chrome-headless-shell")


class Computer:
    """A pretend computer: which browsers it has, which of them start, and what commands do."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.browsers: list[BrowserChoice] = []
        self.broken: set[BrowserChoice] = set()
        self.commands: list[str] = []
        self.effects: dict[str, Callable[[], None]] = {}
        self.said: list[str] = []
        self.asked: list[str] = []
        self.answer = True
        self.settings: list[Mapping[str, str]] = []
        monkeypatch.delenv(CHOSEN, raising=False)
        monkeypatch.setattr(setup, "candidates", lambda: iter(list(self.browsers)))
        monkeypatch.setattr(
            setup, "try_out", lambda choice: Trial(trouble="no") if choice in self.broken else Trial("156.0")
        )
        monkeypatch.setattr(setup.sys, "platform", "linux")
        monkeypatch.setattr(setup.os, "geteuid", lambda: 0)
        monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(setup.platform, "freedesktop_os_release", lambda: {"ID": "debian"})

    def run(self, command: Sequence[str], settings: Mapping[str, str], say: Callable[[str], None]) -> bool:
        line = " ".join(command).replace(sys.executable, "python")
        self.commands.append(line)
        self.settings.append(settings)
        effect = self.effects.get(line)
        if effect is None:
            return False
        effect()
        return True

    def ensure(self, *, yes: bool = True) -> BrowserChoice:
        return ensure_browser(yes=yes, say=self.said.append, ask=self.ask, run=self.run)

    def ask(self, question: str) -> bool:
        self.asked.append(question)
        return self.answer


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    return Computer(monkeypatch)


DOWNLOAD = "python -m playwright install chromium-headless-shell"
UPDATE = "apt-get update"
PACKAGE = "apt-get install -y --no-install-recommends chromium-headless-shell"
FULL_PACKAGE = "apt-get install -y --no-install-recommends chromium"


def test_a_browser_that_starts_is_enough(computer: Computer) -> None:
    computer.browsers = [SHELL]

    assert computer.ensure(yes=False) == SHELL
    assert (computer.commands, computer.asked) == ([], [])
    assert "Found chromium-headless-shell 156.0" in computer.said[0]


def test_one_that_does_not_start_is_passed_over(computer: Computer) -> None:
    computer.browsers, computer.broken = [DOWNLOADED, SHELL], {DOWNLOADED}

    assert computer.ensure() == SHELL
    assert "not usable" in computer.said[0]


def test_nothing_is_installed_without_a_yes(computer: Computer) -> None:
    computer.answer = False

    with pytest.raises(NoBrowser) as caught:
        computer.ensure(yes=False)

    assert (computer.asked, computer.commands) == ([QUESTION], [])
    assert PACKAGE in caught.value.hint
    assert caught.value.exit_code == 4


def test_the_download_is_tried_first(computer: Computer) -> None:
    computer.effects[DOWNLOAD] = lambda: computer.browsers.append(DOWNLOADED)

    assert computer.ensure() == DOWNLOADED
    assert (computer.commands, computer.asked) == ([DOWNLOAD], [])
    assert computer.settings[0]["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"]


def test_the_packages_of_the_system_come_next(computer: Computer) -> None:
    computer.effects = {UPDATE: lambda: None, PACKAGE: lambda: computer.browsers.append(SHELL)}

    assert computer.ensure() == SHELL
    assert computer.commands == [DOWNLOAD, UPDATE, PACKAGE]
    assert computer.said[:3] == [
        "Trying the download of Playwright ...",
        "That did not work here.",
        "Trying the packages of this system ...",
    ]


def test_a_download_that_lacks_libraries_leads_to_the_packages(computer: Computer) -> None:
    computer.broken = {DOWNLOADED}
    computer.effects = {
        DOWNLOAD: lambda: computer.browsers.append(DOWNLOADED),
        PACKAGE: lambda: computer.browsers.append(SHELL),
    }

    assert computer.ensure() == SHELL


def test_the_whole_browser_is_the_last_package(computer: Computer) -> None:
    full = BrowserChoice("chromium", path="/usr/bin/chromium")
    computer.effects = {FULL_PACKAGE: lambda: computer.browsers.append(full)}

    assert computer.ensure() == full
    assert computer.commands[-2:] == [PACKAGE, FULL_PACKAGE]


def test_when_nothing_works_the_command_to_run_by_hand_is_named(computer: Computer) -> None:
    with pytest.raises(NoBrowser) as caught:
        computer.ensure()

    assert PACKAGE in caught.value.hint


def test_without_rights_the_packages_are_left_alone(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)

    assert [way.words for way in ways()] == ["the download of Playwright"]
    assert f"sudo {PACKAGE}" in by_hand()


@pytest.mark.parametrize(
    ("system", "distribution", "expected"),
    [
        ("linux", "ubuntu", "--with-deps chromium"),
        ("win32", "", "install chromium"),
        ("darwin", "", "install chromium"),
    ],
)
def test_by_hand_fits_the_system(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, system: str, distribution: str, expected: str
) -> None:
    def release() -> dict[str, str]:
        if not distribution:
            raise OSError
        return {"ID": distribution, "ID_LIKE": "debian"}

    monkeypatch.setattr(setup.sys, "platform", system)
    monkeypatch.setattr(setup.platform, "freedesktop_os_release", release)

    assert f"-m playwright install {expected.removeprefix('install ')}" in by_hand()


def test_a_named_browser_is_not_replaced(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "/opt/mine")
    computer.browsers, computer.broken = [SHELL], {SHELL}

    with pytest.raises(NoBrowser, match=CHOSEN):
        computer.ensure()
    assert computer.commands == []


def test_a_command_tells_its_progress_and_its_end() -> None:
    said: list[str] = []
    code = """import os, sys
print("\\x1b[2mDownloading a browser\\x1b[22m")
print("Downloading a browser")
print("|###   | 30% of 100 MiB")
print("    at Object.<anonymous> (bundle.js:1)")
print(os.environ["PACE"], file=sys.stderr)
sys.exit(int(sys.argv[1]))"""

    assert setup._run([sys.executable, "-c", code, "0"], {"PACE": "slowly"}, said.append)
    assert said == ["  Downloading a browser", "  |###   | 30% of 100 MiB"]
    said.clear()
    assert not setup._run([sys.executable, "-c", code, "3"], {"PACE": "getaddrinfo ENOTFOUND cdn"}, said.append)
    assert said[-1] == "  The place it comes from cannot be reached from here."
    assert not setup._run(["/no/such/program"], {}, said.append)
