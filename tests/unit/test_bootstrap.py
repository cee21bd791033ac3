"""The first command: it waits for the tool to tidy up after Ctrl-C, and passes its exit code on."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", Path(__file__).parents[2] / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
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
