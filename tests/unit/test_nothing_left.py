"""Commands that keep nothing leave nothing: no file in the data, cache, home or temp folder."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pytest

from privacy_check.cli import main
from tests.unit.photo_files import jpeg

PAGE = "<title>Robin Vale</title><h1>Robin Vale</h1><p>Ring me on 07700 900123.</p>"
ELSEWHERE = {
    "HOME": "home",
    "XDG_DATA_HOME": "home/data",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "TMPDIR": "temp",
}


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's whole machine: an empty home and temp folder, and what they hand in."""
    root = tmp_path / "machine"
    for name in ("home", "temp", "own"):
        (root / name).mkdir(parents=True)
    monkeypatch.delenv("PRIVACY_CHECK_HOME")
    for name, place in ELSEWHERE.items():
        monkeypatch.setenv(name, str(root / place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (root / "own" / "page.html").write_text(PAGE, encoding="utf-8")
    (root / "own" / "words.txt").write_text("Ring me on 07700 900123.", encoding="utf-8")
    (root / "own" / "me.jpg").write_bytes(jpeg())
    monkeypatch.chdir(root / "own")
    return root


def everything(root: Path) -> dict[str, bytes]:
    """Every file and folder below, with what is in it."""
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in root.rglob("*")}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["page", "page.html"], 0),
        (["page", "page.html", "--json", "--url", "https://www.instagram.com/robin/"], 0),
        (["page", "missing.html"], 2),
        (["text", "words.txt"], 0),
        (["text", "words.txt", "--json"], 0),
        (["photo", "me.jpg"], 0),
        (["photo", ".", "--json"], 0),
        (["platforms"], 0),
        (["history"], 2),
        (["report"], 2),
        (["wipe", "--yes"], 0),
        (["check", "not a link", "--mine"], 2),
        (["--plain"], 130),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_that_keeps_nothing_leaves_nothing(
    words: list[str], code: int, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    before = everything(machine)
    main(words)
    assert everything(machine) == before
