"""Which browsers this computer has, best first."""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from privacy_check.errors import NoBrowser
from privacy_check.sentences import say
from scanners.system_packages import by_hand, missing_libraries, package_of

CHOSEN = "PRIVACY_CHECK_BROWSER"
SETUP_HINT = "looking.browser.set_up"

LINUX = (
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/bin/chromium-headless-shell",
    "/usr/lib/chromium/chromium",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/bin/brave-browser",
    "/usr/bin/microsoft-edge-stable",
)
LINUX_NAMES = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "brave-browser")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
)
CHANNELS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "win32": (
        ("msedge", r"Microsoft\Edge\Application\msedge.exe"),
        ("chrome", r"Google\Chrome\Application\chrome.exe"),
    ),
    "darwin": (
        ("chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("msedge", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ),
}


@dataclass(frozen=True)
class BrowserChoice:
    """A browser on this machine: a program, or the name of a channel that Playwright knows where to find."""

    name: str
    path: str = ""
    channel: str = ""
    headless_only: bool = False

    def launch_options(self) -> dict[str, str]:
        """The words Playwright wants for it."""
        return {"channel": self.channel} if self.channel else {"executable_path": self.path}


def find(*, headed: bool = False) -> BrowserChoice | None:
    """The browser that will be used, or None. Raises NoBrowser for a PRIVACY_CHECK_BROWSER that is not there."""
    return next(candidates(headed=headed), None)


def candidates(*, headed: bool = False) -> Iterator[BrowserChoice]:
    """Every browser that could be used, best first; headless-only ones are left out for a visible window."""
    chosen = os.environ.get(CHOSEN)
    if chosen:
        yield _named(chosen)
        return
    for choice in (*_playwrights_own(), *_on_linux(), *_channels(), *_on_macos()):
        if not (headed and choice.headless_only):
            yield choice


def has_display() -> bool:
    """True where a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window_possible() -> bool:
    """True where there is a screen, and a browser that could show a window on it."""
    if not has_display():
        return False
    try:
        return find(headed=True) is not None
    except NoBrowser:
        return False


def _named(chosen: str) -> BrowserChoice:
    if chosen in {"chrome", "msedge", "chromium"} or re.fullmatch(r"(chrome|msedge)-(beta|dev|canary)", chosen):
        return BrowserChoice(chosen, channel=chosen)
    path = Path(chosen).expanduser()
    if not path.is_file():
        raise NoBrowser(
            say("looking.browser.chosen_missing", setting=CHOSEN, named=chosen),
            say("looking.browser.chosen_hint"),
        )
    return _program(str(path))


def _program(path: str) -> BrowserChoice:
    return BrowserChoice(Path(path).name, path=path, headless_only="headless" in Path(path).name)


def driver() -> Path:
    """The program that drives the browser for Playwright; a path where nothing is when Playwright is missing."""
    if chosen := os.environ.get("PLAYWRIGHT_NODEJS_PATH"):
        return Path(chosen)
    return driver_folder() / ("node.exe" if sys.platform == "win32" else "node")


def driver_trouble() -> NoBrowser | None:
    """What the program that drives the browser lacks on this system, and the command that brings it; else None."""
    lacking = missing_libraries(driver())
    if not lacking:
        return None
    command = by_hand([package_of(library) for library in lacking])
    return NoBrowser(
        say("looking.browser.lacks", lacking=", ".join(lacking)),
        say("looking.browser.run_first", command=command) if command else say("looking.browser.install_first"),
    )


def driver_folder() -> Path:
    """Where Playwright keeps that program and what it runs."""
    package = find_spec("playwright")
    origin = package.origin if package is not None else None
    return Path(origin or "playwright").parent / "driver"


def _playwrights_own() -> Iterator[BrowserChoice]:
    """The build that belongs to the installed Playwright, without starting its driver (half a second)."""
    listed = driver_folder() / "package" / "browsers.json"
    try:
        builds = {each["name"]: each["revision"] for each in json.loads(listed.read_text("utf-8"))["browsers"]}
    except (OSError, ValueError, KeyError):
        return
    programs = {
        "chromium-headless-shell": ("chrome-headless-shell", "chrome-headless-shell.exe", "headless_shell"),
        "chromium": ("chrome", "chrome.exe", "Google Chrome for Testing", "Chromium"),
    }
    for build, names in programs.items():
        folder = _playwright_folder() / f"{build.replace('-', '_')}-{builds.get(build)}"
        for found in sorted(glob.glob(f"{glob.escape(str(folder))}/**", recursive=True)):
            if Path(found).name in names and os.access(found, os.X_OK) and Path(found).is_file():
                yield BrowserChoice(f"Playwright's {build}", path=found, headless_only="headless" in build)
                break


def _playwright_folder() -> Path:
    if (chosen := os.environ.get("PLAYWRIGHT_BROWSERS_PATH")) and chosen != "0":
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "ms-playwright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"


def _on_linux() -> Iterator[BrowserChoice]:
    if not sys.platform.startswith("linux"):
        return
    elsewhere = (shutil.which(name) for name in LINUX_NAMES)
    for path in dict.fromkeys((*LINUX, *filter(None, elsewhere))):
        if os.access(path, os.X_OK):
            yield _program(path)


def _channels() -> Iterator[BrowserChoice]:
    for channel, where in CHANNELS.get(sys.platform, ()):
        if sys.platform == "win32":
            roots = [os.environ.get(name, "") for name in ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")]
            found = any(root and os.path.isfile(os.path.join(root, where)) for root in roots)
        else:
            found = os.path.isfile(where)
        if found:
            yield BrowserChoice({"msedge": "Microsoft Edge", "chrome": "Google Chrome"}[channel], channel=channel)


def _on_macos() -> Iterator[BrowserChoice]:
    for path in MACOS if sys.platform == "darwin" else ():
        if os.path.isfile(path):
            yield _program(path)
