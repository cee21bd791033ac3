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
from privacy_check.sentences import say
from privacy_check.vault import Vault
from scanners.browser import find, sandboxed
from scanners.browsers_here import has_display
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
        ("python", _python),
        ("terminal", _terminal),
        ("browser", _browser),
        ("sandbox", _sandbox),
        ("window", _window),
        ("proxy", _proxy),
        ("folders", _folders),
        ("disk", _disk),
        ("kept", _vault),
        ("clock", _clock),
    )
    return [_safely(say(f"doctor.name.{name}"), check) for name, check in checks]


def _safely(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except Exception as error:
        return Check(name, False, say("doctor.not_looked_at", kind=type(error).__name__), "privacy-check setup")


def _python() -> Check:
    name = say("doctor.name.python")
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Check(name, True, say("doctor.python_new", version=version))
    return Check(name, False, say("doctor.python_old", version=version), "uv python install 3.12")


def _terminal() -> Check:
    name = say("doctor.name.terminal")
    if not sys.stdout.isatty():
        return Check(name, True, say("doctor.not_drawn"))
    columns, rows = shutil.get_terminal_size()
    least_columns, least_rows = SMALLEST_TERMINAL
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if os.environ.get("TERM") == "dumb" or encoding != "utf8":
        return Check(name, False, say("doctor.cannot_draw"), "privacy-check --plain")
    if columns < least_columns or rows < least_rows:
        sentence = say(
            "doctor.too_small",
            columns=columns,
            rows=rows,
            least_columns=least_columns,
            least_rows=least_rows,
        )
        return Check(name, False, sentence, "privacy-check --plain")
    drawn = "doctor.terminal_plain" if os.environ.get("NO_COLOR") else "doctor.terminal_colour"
    return Check(name, True, say(drawn, columns=columns, rows=rows))


def _browser() -> Check:
    name = say("doctor.name.browser")
    mend = "privacy-check setup"
    try:
        choice = find()
    except NoBrowser as error:
        return Check(name, False, error.message, mend)
    if choice is None:
        return Check(name, False, say("doctor.no_browser"), mend)
    trial: Trial = try_out(choice)
    if trial.trouble:
        return Check(name, False, say("doctor.browser_trouble", name=choice.name, trouble=trial.trouble), mend)
    return Check(name, True, say("doctor.browser_works", name=choice.name, version=trial.version))


def _sandbox() -> Check:
    name = say("doctor.name.sandbox")
    if sandboxed():
        return Check(name, True, say("doctor.sandbox_on"))
    return Check(name, False, say("doctor.sandbox_off"), "su - YOUR-NAME -c privacy-check")


def _window() -> Check:
    name = say("doctor.name.window")
    mend = "privacy-check page FILE"
    if not has_display():
        return Check(name, False, say("doctor.no_screen"), mend)
    if find(headed=True) is None:
        return Check(name, False, say("doctor.no_window"), mend)
    return Check(name, True, say("doctor.window"))


def _proxy() -> Check:
    name = say("doctor.name.proxy")
    try:
        proxy = configured()
        if proxy is None:
            return Check(name, True, say("doctor.no_proxy"))
        with ThreadPoolExecutor(1) as aside:
            aside.submit(lambda: asyncio.run(_knock(proxy))).result()
    except ProxyTrouble as trouble:
        return Check(name, False, f"{trouble.message} {trouble.hint}", _without_setting(trouble))
    return Check(name, True, say("doctor.proxy", place=proxy.place, setting=proxy.setting))


async def _knock(proxy: Proxy) -> None:
    _, writer = await reach(proxy)
    writer.close()


def _without_setting(trouble: ProxyTrouble) -> str:
    if trouble.setting == say(SYSTEM):
        return "privacy-check page FILE"
    return f"set {trouble.setting}=" if os.name == "nt" else f"unset {trouble.setting}"


def _folders() -> Check:
    name = say("doctor.name.folders")
    mend = f"export PRIVACY_CHECK_HOME={Path.home() / 'privacy-check'}"
    if os.name == "nt":
        mend = "set PRIVACY_CHECK_HOME=%USERPROFILE%\\privacy-check"
    for folder in (_nearest(home()), browser_home):
        try:
            place = folder() if callable(folder) else folder
            with tempfile.TemporaryFile(dir=place):
                pass
        except OSError as error:
            where = error.filename or say("doctor.a_folder")
            return Check(name, False, say("doctor.cannot_write", where=where, reason=error.strerror), mend)
    return Check(name, True, say("doctor.folders"))


def _disk() -> Check:
    name = say("doctor.name.disk")
    free = shutil.disk_usage(_nearest(home())).free
    if free < ROOM_NEEDED:
        sentence = say("doctor.little_room", free=free // 2**20, needed=ROOM_NEEDED // 2**20)
        return Check(name, False, sentence, "df -h")
    return Check(name, True, say("doctor.room", free=free // 2**30))


def _vault() -> Check:
    name = say("doctor.name.kept")
    vault = Vault()
    if not vault.exists:
        return Check(name, True, say("doctor.nothing_kept"))
    return Check(name, True, say("doctor.kept", folder=vault.folder))


def _clock() -> Check:
    name = say("doctor.name.clock")
    written = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    now = datetime.now(UTC)
    if now < written - timedelta(days=1):
        mend = "w32tm /resync" if os.name == "nt" else "sudo timedatectl set-ntp true"
        return Check(name, False, say("doctor.clock_behind", day=f"{now:%d %B %Y}"), mend)
    return Check(name, True, say("doctor.clock", day=f"{now:%d %B %Y}", time=f"{now:%H:%M}"))


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there already."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())
