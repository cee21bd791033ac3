"""Finding or installing a browser: what is tried, in which order, and what the person hears."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser
from privacy_check.sentences import say
from scanners import browsers_here, setup
from scanners.browsers_here import CHOSEN, BrowserChoice
from scanners.logged import Logged
from scanners.setup import Trial, by_hand, ensure_browser, ways

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
        self.lacking: list[str] = []
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        for module in (setup, browsers_here):
            monkeypatch.setattr(module, "missing_libraries", lambda program: tuple(self.lacking))
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
APT = "apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends"
PACKAGE = f"{APT} chromium-headless-shell"
FULL_PACKAGE = f"{APT} chromium"
DEPENDENCIES = "python -m playwright install-deps chromium-headless-shell"
BY_HAND = "apt-get install -y --no-install-recommends chromium-headless-shell"


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

    assert (computer.asked, computer.commands) == ([say("setup.question")], [])
    assert BY_HAND in caught.value.hint
    assert caught.value.exit_code == 4


def not_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup.platform, "freedesktop_os_release", lambda: {"ID": "ubuntu", "ID_LIKE": "debian"})


def test_the_package_that_brings_its_libraries_is_tried_first(computer: Computer) -> None:
    computer.effects = {UPDATE: lambda: None, PACKAGE: lambda: computer.browsers.append(SHELL)}

    assert computer.ensure() == SHELL
    assert (computer.commands, computer.asked) == ([UPDATE, PACKAGE], [])
    assert computer.said[0] == "Trying the packages of this system (up to two minutes) ..."


def test_the_whole_browser_is_the_next_package(computer: Computer) -> None:
    full = BrowserChoice("chromium", path="/usr/bin/chromium")
    computer.effects = {FULL_PACKAGE: lambda: computer.browsers.append(full)}

    assert computer.ensure() == full
    assert computer.commands[-2:] == [PACKAGE, FULL_PACKAGE]


def test_the_download_comes_next(computer: Computer) -> None:
    computer.effects[DOWNLOAD] = lambda: computer.browsers.append(DOWNLOADED)

    assert computer.ensure() == DOWNLOADED
    assert computer.commands == [UPDATE, PACKAGE, FULL_PACKAGE, DOWNLOAD]
    assert computer.settings[-1]["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"]
    assert "That did not work here." in computer.said


def test_a_download_that_lacks_libraries_gets_them(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    not_debian(monkeypatch)
    computer.broken = {DOWNLOADED}
    computer.effects = {
        DOWNLOAD: lambda: computer.browsers.append(DOWNLOADED),
        DEPENDENCIES: computer.broken.clear,
    }

    assert computer.ensure() == DOWNLOADED
    assert computer.commands == [DOWNLOAD, DEPENDENCIES]


LIBRARY = f"{APT} libatomic1"


def test_what_the_driver_lacks_is_installed_before_any_browser_is_tried(computer: Computer) -> None:
    computer.lacking, computer.browsers = ["libatomic.so.1"], [SHELL]
    computer.effects[LIBRARY] = computer.lacking.clear

    assert computer.ensure() == SHELL
    assert computer.commands == [LIBRARY]
    assert computer.said[0] == "Installing libatomic1, which driving a browser needs ..."


def test_a_list_of_packages_that_is_missing_is_fetched_first(computer: Computer) -> None:
    computer.lacking, computer.browsers = ["libatomic.so.1"], [SHELL]
    computer.effects[UPDATE] = lambda: computer.effects.update({LIBRARY: computer.lacking.clear})

    assert computer.ensure() == SHELL
    assert computer.commands == [LIBRARY, UPDATE, LIBRARY]


@pytest.mark.parametrize(("user", "yes", "command"), [(1000, True, f"sudo {BY_HAND}"), (0, False, BY_HAND)])
def test_what_the_driver_lacks_is_named_with_the_one_command(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, user: int, yes: bool, command: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    computer.lacking, computer.browsers, computer.answer = ["libatomic.so.1"], [SHELL], False

    with pytest.raises(NoBrowser, match=r"this system lacks libatomic\.so\.1") as caught:
        computer.ensure(yes=yes)

    assert f"`{command.replace('chromium-headless-shell', 'libatomic1')}`" in caught.value.hint
    assert computer.commands == []


def test_when_nothing_works_the_command_to_run_by_hand_is_named(computer: Computer) -> None:
    with pytest.raises(NoBrowser) as caught:
        computer.ensure()

    assert BY_HAND in caught.value.hint


def test_without_rights_the_packages_are_left_alone(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert [way.words for way in ways()] == ["the download of Playwright"]
    assert f"sudo {BY_HAND}" in by_hand()


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

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(setup.platform, "freedesktop_os_release", release)

    assert f"-m playwright install {expected.removeprefix('install ')}" in by_hand()


def test_a_named_browser_is_not_replaced(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "/opt/mine")
    computer.browsers, computer.broken = [SHELL], {SHELL}

    with pytest.raises(NoBrowser, match=CHOSEN):
        computer.ensure()
    assert computer.commands == []


CHATTY = """import os, sys
print("Get:1 http://deb.example.org bookworm/main amd64 libnss3")
print(os.environ["PACE"], file=sys.stderr)
sys.exit(int(sys.argv[1]))"""


def test_what_a_command_says_goes_to_the_log(tmp_path: Path) -> None:
    said: list[str] = []
    run = Logged(tmp_path / "setup.log")

    assert run([sys.executable, "-c", CHATTY, "0"], {"PACE": "slowly"}, said.append)
    assert not run(["/no/such/program"], {}, said.append)
    assert said == []
    log = run.log.read_text("utf-8")
    assert [each in log for each in ("libnss3", "slowly", "$ /no/such/program")] == [True] * 3


def test_a_place_that_cannot_be_reached_is_told_each_time_it_is_the_reason(tmp_path: Path) -> None:
    said: list[str] = []
    run = Logged(tmp_path / "setup.log")

    assert not run([sys.executable, "-c", CHATTY, "3"], {"PACE": "getaddrinfo ENOTFOUND cdn"}, said.append)
    assert said == ["The place it comes from cannot be reached from here."]
    assert not run([sys.executable, "-c", CHATTY, "3"], {"PACE": "no such package"}, said.append)
    assert len(said) == 1


def test_a_long_command_says_that_it_is_still_at_work(tmp_path: Path) -> None:
    said: list[str] = []
    run = Logged(tmp_path / "setup.log", beat=0.05)

    assert run([sys.executable, "-c", "import time; time.sleep(0.5)"], {}, said.append)
    assert said[:1] == ["Still at it ..."]


def test_a_command_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanners.logged.INSTALL_SECONDS", 0.2)

    assert not Logged(tmp_path / "setup.log")([sys.executable, "-c", "import time; time.sleep(60)"], {}, print)


def test_the_portable_build_runs_the_driver_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    commands = [command for way in ways() for command in way.then]
    downloads = [command for command in commands if "install" in command and "cli.js" in command[1]]
    assert downloads
    assert all(sys.executable not in command for command in commands)
