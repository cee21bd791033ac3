"""The first command: what it makes and installs, what it says when it cannot, and how it ends."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", Path(__file__).parents[2] / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    venv.mkdir()
    for name, path in {"VENV": venv, "BIN": venv / "bin", "LOG": venv / "setup.log"}.items():
        monkeypatch.setattr(module, name, path)
    module.LOG.write_bytes(b"")
    return module


class Tidying:
    """A program that is still tidying up when Ctrl-C is pressed twice."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.presses = 2

    def wait(self) -> int:
        if self.presses:
            self.presses -= 1
            raise KeyboardInterrupt
        return self.code


@pytest.mark.parametrize(("ended", "code"), [(0, 0), (3, 3), (130, 130), (-2, 130), (-15, 130)])
def test_it_waits_through_ctrl_c(bootstrap: ModuleType, ended: int, code: int) -> None:
    program = Tidying(ended)
    assert bootstrap.patiently(program) == code
    assert program.presses == 0


def test_exit_codes_are_passed_on(bootstrap: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.run(sys.executable, "-c", "raise SystemExit(4)", check=False) == 4
    with pytest.raises(SystemExit) as ended:
        bootstrap.run(sys.executable, "-c", "raise SystemExit(4)")
    assert ended.value.code == 4
    assert "This step did not work" in capfd.readouterr().err


def test_other_words_say_how_it_is_used(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["bogus"]) == 2
    assert "bootstrap.py demo" in capsys.readouterr().out


class Computer:
    """A pretend computer: which commands work on it, what they leave behind, and what was run."""

    def __init__(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.python = Path(bootstrap.tool("python"))
        self.broken: set[str] = {"-m pip --python"}
        self.effects: dict[str, Callable[[], None]] = {}
        self.commands: list[str] = []
        self.log = bootstrap.LOG
        self.own_pip = False
        monkeypatch.setattr(bootstrap, "run", self.run)
        monkeypatch.setattr(bootstrap.sys, "argv", ["bootstrap.py", "demo"])
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setenv("DEBIAN_FRONTEND", "")

    def run(self, *words: str, check: bool = True, quiet: bool = False) -> int:
        line = " ".join(words).replace(str(self.python), "OWN").replace(sys.executable, "python")
        self.commands.append(line)
        for start, effect in self.effects.items():
            if start in line:
                effect()
        if line.startswith("OWN -m pip --version") and not self.own_pip:
            return 1
        return int(any(each in line for each in self.broken))

    def ran(self, words: str) -> bool:
        return any(words in command for command in self.commands)

    def gains_pip(self) -> None:
        self.own_pip = True
        self.python.parent.mkdir(exist_ok=True)
        self.python.touch()


@pytest.fixture
def computer(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Computer:
    return Computer(bootstrap, monkeypatch)


VENV_PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def test_a_whole_venv_is_used_as_it_is(bootstrap: ModuleType, computer: Computer) -> None:
    computer.gains_pip()

    assert bootstrap.find_pip() == (str(computer.python), "-m", "pip")
    assert computer.commands == ["OWN -m pip --version"]


def test_a_venv_left_half_made_is_made_again(bootstrap: ModuleType, computer: Computer) -> None:
    computer.gains_pip()
    computer.own_pip = False
    computer.effects["python -m venv"] = computer.gains_pip

    assert bootstrap.find_pip()[0] == str(computer.python)
    assert computer.ran("python -m venv")


def test_without_ensurepip_the_pip_of_this_python_is_used(bootstrap: ModuleType, computer: Computer) -> None:
    computer.broken = set()

    assert bootstrap.find_pip() == (sys.executable, "-m", "pip", "--python", str(computer.python))
    assert computer.ran("-m venv --without-pip")
    assert not computer.ran("apt-get")


def test_without_any_pip_root_gets_the_package(
    bootstrap: ModuleType, computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.effects[f"install -y --no-install-recommends {VENV_PACKAGE}"] = computer.gains_pip

    assert bootstrap.find_pip()[0] == str(computer.python)
    assert not computer.ran("apt-get update")
    assert f"This Python has no pip. Installing {VENV_PACKAGE}" in capsys.readouterr().out


def test_a_list_of_packages_that_is_missing_is_fetched_first(bootstrap: ModuleType, computer: Computer) -> None:
    computer.broken.add(VENV_PACKAGE)
    computer.effects["apt-get update"] = lambda: computer.broken.discard(VENV_PACKAGE)

    bootstrap.find_pip()

    assert [each for each in computer.commands if each.startswith("apt-get")][1] == "apt-get update"


@pytest.mark.parametrize(
    ("user", "apt", "command"),
    [
        (1000, True, f"sudo apt-get install -y --no-install-recommends {VENV_PACKAGE}"),
        (0, True, f"apt-get install -y --no-install-recommends {VENV_PACKAGE}"),
        (1000, False, "-m ensurepip --upgrade"),
    ],
)
def test_without_any_pip_the_one_command_is_named(
    bootstrap: ModuleType,
    computer: Computer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    user: int,
    apt: bool,
    command: str,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if apt else None)
    computer.broken |= {"apt-get"}

    with pytest.raises(SystemExit):
        bootstrap.find_pip()

    told = capsys.readouterr().err
    assert "this Python has no pip" in told
    assert f"{command}`, then run this again." in told
    assert "setup.log" in told


@pytest.mark.parametrize("job", ["demo", "test"])
def test_both_jobs_install_exactly_what_is_locked(bootstrap: ModuleType, computer: Computer, job: str) -> None:
    computer.gains_pip()

    assert bootstrap.main([job]) == 0

    lock = {"demo": "requirements.lock", "test": "requirements-dev.lock"}[job]
    libraries, project = (each for each in computer.commands if " install " in each)
    assert "--require-hashes" in libraries
    assert libraries.endswith(f"--requirement {lock}")
    assert "--no-deps --no-build-isolation" in project
    assert (Path(bootstrap.ROOT) / lock).is_file()
    assert computer.commands.index(project) < next(
        place for place, each in enumerate(computer.commands) if each.endswith("privacy-check setup --yes")
    )


def test_a_set_up_without_a_browser_ends_with_its_code(bootstrap: ModuleType, computer: Computer) -> None:
    computer.gains_pip()
    computer.broken.add("setup --yes")

    with pytest.raises(SystemExit) as ended:
        bootstrap.main(["demo"])

    assert ended.value.code == 1
    assert not computer.ran("demo --report")


def test_the_whole_set_up_is_a_dozen_lines(
    bootstrap: ModuleType, computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.effects[VENV_PACKAGE] = computer.gains_pip
    bootstrap.prepare("requirements.lock", ".")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 7
    assert lines[0].endswith("the details go to .venv/setup.log")


SILENT = "import sys; print('Collecting lxml'); print(sys.argv[1]); raise SystemExit(3)"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "cannot be reached"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "not the one that was expected",
        ),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "may not be written to"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "does not exist for this Python"),
        ("something else", "This step did not work: installing the libraries."),
    ],
)
def test_a_failure_is_one_sentence_with_its_reason_and_the_next_step(
    bootstrap: ModuleType, capfd: pytest.CaptureFixture[str], said: str, reason: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        bootstrap.step("installing the libraries", sys.executable, "-c", SILENT, said)

    assert ended.value.code == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert reason in err
    assert len(err.splitlines()) == 3
    assert err.splitlines()[2] == f"The details are in {bootstrap.LOG}."
    assert "Collecting lxml" in bootstrap.LOG.read_text("utf-8")


def test_an_interrupted_step_is_no_failure(bootstrap: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bootstrap.step("installing", sys.executable, "-c", "import os; os.kill(os.getpid(), 15)")

    assert ended.value.code == 130
    assert capfd.readouterr().err == "Stopped. Run it again whenever you like; it goes on from here.\n"


def test_a_long_step_says_that_it_is_still_at_work(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "BEAT_SECONDS", 0.05)
    bootstrap.step("waiting", sys.executable, "-c", "import time; time.sleep(0.5)")

    assert capfd.readouterr().out.startswith("Still at it ...\n")


def test_a_program_that_is_not_there_is_told(bootstrap: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.run("/no/such/program", check=False) == 127
    assert "/no/such/program cannot be started" in capfd.readouterr().err


def test_a_folder_that_cannot_be_written_to_is_told(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "file" / ".venv")

    with pytest.raises(SystemExit):
        bootstrap.begin()

    assert "Nothing can be written to" in capsys.readouterr().err


def test_settings_that_send_pip_elsewhere_are_left_out(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_CERT", "/etc/ssl/cert.pem")

    assert "PIP_USER" not in bootstrap.settings()
    assert bootstrap.settings()["PIP_CERT"] == "/etc/ssl/cert.pem"
