"""The folder where a browser keeps its throw-away profile: the person's alone, and swept."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

HOME = "PRIVACY_CHECK_HOME"
PREFIX = "r-"
_LOCK = "in-use"


def browser_folder() -> Path:
    """`$PRIVACY_CHECK_HOME/browser`, or `privacy-check/browser` in the person's cache folder; not made here."""
    chosen = os.environ.get(HOME)
    root = Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("privacy-check", appauthor=False)
    return root / "browser"


def browser_home() -> Path:
    """The browser's folder, made 0700."""
    folder = browser_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder


@contextmanager
def run_folder() -> Iterator[Path]:
    """A fresh 0700 folder for one browser, removed afterwards; folders that a killed run left behind go first.

    When the last run ends, the folders above it that hold nothing any more go as well.
    """
    ours = [folder for folder in browser_folder().parents if not folder.exists()]
    folder = _fresh()
    lock = (folder / _LOCK).open("wb")
    try:
        _hold(lock.fileno())
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)
        _leave_nothing_empty(folder.parent, ours)


def _fresh() -> Path:
    while True:
        home = browser_home()
        sweep(home)
        # Another run that ended a moment ago may have taken the empty folder away.
        with suppress(FileNotFoundError):
            # Names stay short: a browser puts sockets below, and their paths may not pass 107 characters.
            return Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))


def _leave_nothing_empty(home: Path, ours: Sequence[Path]) -> None:
    """Removes the browser's folder and the tool's own above it, where empty; one a person named stays.

    `ours` are folders further up that were not there before this run: a cache folder on a fresh account.
    """
    above = [home.parent] if HOME not in os.environ else []
    with suppress(OSError):
        for folder in dict.fromkeys((home, *above, *ours)):
            folder.rmdir()


def sweep(home: Path) -> int:
    """Removes run folders whose process is gone, and returns how many."""
    removed = 0
    for folder in home.glob(f"{PREFIX}*"):
        if not folder.is_dir() or folder.is_symlink() or _in_use(folder / _LOCK):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        removed += not folder.exists()
    return removed


def _in_use(lock: Path) -> bool:
    try:
        with lock.open("r+b") as handle:
            _hold(handle.fileno())
    except FileNotFoundError:
        # Another run may have made its folder a moment ago and not yet its lock.
        return not any(lock.parent.iterdir())
    except OSError:
        return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _hold(number: int) -> None:
        with suppress(EOFError):
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
