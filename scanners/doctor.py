"""What works on this computer, and the one command that mends what does not."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from privacy_check.errors import NoBrowser
from privacy_check.places import home
from privacy_check.vault import Vault
from scanners.browser import find, has_display, sandboxed
from scanners.dialling import reach
from scanners.proxies import SYSTEM, Proxy, ProxyTrouble, configured
from scanners.run_folder import browser_home
from scanners.setup import Trial, try_out

OLDEST_PYTHON = (3, 11)
ROOM_NEEDED = 500 * 1024 * 1024
SMALLEST_TERMINAL = (80, 24)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `mend` is the one command that puts it right, empty when nothing is wrong."""

    name: str
    ok: bool
    sentence: str
    mend: str = ""


def examine() -> list[Check]:
    """Looks at everything the tool needs, the browser by really starting it. Never raises."""
    checks: tuple[tuple[str, Callable[[], Check]], ...] = (
        ("Python", _python),
        ("Terminal", _terminal),
        ("Browser", _browser),
        ("Browser sandbox", _sandbox),
        ("Window for signing in", _window),
        ("Proxy", _proxy),
        ("Folders", _folders),
        ("Disk space", _disk),
        ("Saved checks", _vault),
        ("Clock", _clock),
    )
    return [_safely(name, check) for name, check in checks]


def _safely(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except Exception as error:
        return Check(name, False, f"This could not be looked at ({type(error).__name__}).", "privacy-check setup")


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Check("Python", True, f"Python {version} is recent enough.")
    return Check(
        "Python", False, f"Python {version} is too old; 3.11 or newer is needed.", "uv python install 3.12"
    )


def _terminal() -> Check:
    if not sys.stdout.isatty():
        return Check("Terminal", True, "The output goes to a file or another program, so nothing is drawn.")
    columns, rows = shutil.get_terminal_size()
    least_columns, least_rows = SMALLEST_TERMINAL
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if os.environ.get("TERM") == "dumb" or encoding != "utf8":
        sentence = "This terminal cannot draw the app; the plain dialogue does the same in words."
        return Check("Terminal", False, sentence, "privacy-check --plain")
    if columns < least_columns or rows < least_rows:
        sentence = f"This terminal shows {columns} by {rows}; the app needs {least_columns} by {least_rows}."
        return Check("Terminal", False, sentence, "privacy-check --plain")
    colour = "without colour" if os.environ.get("NO_COLOR") else "in colour"
    return Check("Terminal", True, f"The terminal shows {columns} by {rows}, {colour}.")


def _browser() -> Check:
    mend = "privacy-check setup"
    try:
        choice = find()
    except NoBrowser as error:
        return Check("Browser", False, error.message, mend)
    if choice is None:
        return Check("Browser", False, "No browser was found.", mend)
    trial: Trial = try_out(choice)
    if trial.trouble:
        return Check("Browser", False, f"{choice.name} does not start: {trial.trouble}", mend)
    return Check("Browser", True, f"{choice.name} {trial.version} starts and reads pages.")


def _sandbox() -> Check:
    name = "Browser sandbox"
    if sandboxed():
        return Check(name, True, "The browser's own sandbox is on.")
    sentence = "You are root, so the browser has to run without its own sandbox."
    return Check(name, False, sentence, "su - YOUR-NAME -c privacy-check")


def _window() -> Check:
    name = "Window for signing in"
    mend = "privacy-check page FILE"
    if not has_display():
        return Check(name, False, "There is no screen for a window; saved pages can be read instead.", mend)
    if find(headed=True) is None:
        return Check(name, False, "The browser here cannot show a window; saved pages can be read instead.", mend)
    return Check(name, True, "A window can be opened for pages that need signing in.")


def _proxy() -> Check:
    name = "Proxy"
    try:
        proxy = configured()
        if proxy is None:
            return Check(name, True, "No proxy is set, so pages are reached directly.")
        with ThreadPoolExecutor(1) as aside:
            aside.submit(lambda: asyncio.run(_knock(proxy))).result()
    except ProxyTrouble as trouble:
        return Check(name, False, f"{trouble.message} {trouble.hint}", _without_setting(trouble))
    return Check(name, True, f"Pages are reached by the proxy {proxy.place}, named in {proxy.setting}.")


async def _knock(proxy: Proxy) -> None:
    _, writer = await reach(proxy)
    writer.close()


def _without_setting(trouble: ProxyTrouble) -> str:
    if trouble.setting == SYSTEM:
        return "privacy-check page FILE"
    return f"set {trouble.setting}=" if os.name == "nt" else f"unset {trouble.setting}"


def _folders() -> Check:
    mend = f"export PRIVACY_CHECK_HOME={Path.home() / 'privacy-check'}"
    if os.name == "nt":
        mend = "set PRIVACY_CHECK_HOME=%USERPROFILE%\\privacy-check"
    for folder in (_nearest(home()), browser_home):
        try:
            place = folder() if callable(folder) else folder
            with tempfile.TemporaryFile(dir=place):
                pass
        except OSError as error:
            where = error.filename or "a folder"
            return Check("Folders", False, f"Nothing can be written to {where} ({error.strerror}).", mend)
    return Check("Folders", True, "The tool's own folders can be written to.")


def _disk() -> Check:
    free = shutil.disk_usage(_nearest(home())).free
    if free < ROOM_NEEDED:
        sentence = f"Only {free // 2**20} MB are free; a check needs up to {ROOM_NEEDED // 2**20} MB."
        return Check("Disk space", False, sentence, "df -h")
    return Check("Disk space", True, f"{free // 2**30} GB are free.")


def _vault() -> Check:
    vault = Vault()
    if not vault.exists:
        return Check("Saved checks", True, "Nothing has been kept on this computer.")
    return Check("Saved checks", True, f"Saved checks are in {vault.folder}, locked with your passphrase.")


def _clock() -> Check:
    written = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    now = datetime.now(UTC)
    if now < written - timedelta(days=1):
        mend = "w32tm /resync" if os.name == "nt" else "sudo timedatectl set-ntp true"
        return Check("Clock", False, f"The clock says {now:%d %B %Y}, which has passed already.", mend)
    return Check("Clock", True, f"The clock says {now:%d %B %Y, %H:%M} UTC.")


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there already."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())
