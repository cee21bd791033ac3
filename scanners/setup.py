"""Finds a browser that works, or installs one the first way that does, and says what was done."""

from __future__ import annotations

import asyncio
import os
import platform
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from privacy_check.errors import NoBrowser
from scanners.browser import failures, launch, sandboxed
from scanners.browsers_here import CHOSEN, BrowserChoice, candidates
from scanners.egress import AllowList, Ledger

INSTALL_SECONDS = 15 * 60
ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
TELLING = re.compile(r"^(Downloading|Fetched|Get:|Unpacking|Setting up|\|.*\d+%)")
UNREACHABLE = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|Could not resolve|Failed to fetch|Connection (timed|refused)"
)
QUESTION = "No browser was found. May one be installed now? It takes about 200 MB and two minutes."
APT = ("apt-get", "install", "-y", "--no-install-recommends")

Say = Callable[[str], None]
Ask = Callable[[str], bool]
Run = Callable[[Sequence[str], Mapping[str, str], Say], bool]


@dataclass(frozen=True)
class Trial:
    """Whether a browser really starts and reads a page; `trouble` is empty when it does."""

    version: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class Way:
    """One way to install a browser: `first` prepares, and one command of `then` has to work."""

    words: str
    then: tuple[tuple[str, ...], ...]
    first: tuple[tuple[str, ...], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


def ensure_browser(*, yes: bool, say: Say, ask: Ask | None = None, run: Run | None = None) -> BrowserChoice:
    """The browser that will be used, installed now if there is none; `ask` is put the question unless `yes`.

    Raises NoBrowser with the command to run by hand when nothing worked or the person said no.
    """
    if choice := _first_that_starts(say):
        return choice
    if os.environ.get(CHOSEN):
        raise NoBrowser(f"The browser that {CHOSEN} names does not start.", "Correct it, or take it away.")
    if not yes and not (ask and ask(QUESTION)):
        raise NoBrowser("No browser was found, and none was installed.", by_hand())
    for way in ways():
        say(f"Trying {way.words} ...")
        if not _carry_out(way, run or _run, say):
            say("That did not work here.")
        elif choice := _first_that_starts(say):
            return choice
    raise NoBrowser("No browser could be installed here.", by_hand())


def ways() -> Iterator[Way]:
    """The ways to install a browser on this computer, the one that needs no rights first."""
    yield Way(
        "the download of Playwright",
        then=((sys.executable, "-m", "playwright", "install", "chromium-headless-shell"),),
        settings={"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"},
    )
    if _may_use_apt():
        yield Way(
            "the packages of this system",
            first=(("apt-get", "update"),),
            then=((*APT, "chromium-headless-shell"), (*APT, "chromium")),
            settings={"DEBIAN_FRONTEND": "noninteractive"},
        )


def by_hand() -> str:
    """The one command to run by hand, as a sentence."""
    if _is_debian():
        before = "" if _may_use_apt() else "sudo "
        return f"Run `{before}{' '.join(APT)} chromium-headless-shell`, then try again."
    deps = "--with-deps " if sys.platform.startswith("linux") else ""
    return f'Run `"{sys.executable}" -m playwright install {deps}chromium`, then try again.'


def try_out(choice: BrowserChoice) -> Trial:
    """Starts a browser, reads a page that is made up on the spot, and closes it again."""
    with ThreadPoolExecutor(1) as aside:
        # Aside, because the caller may be inside an event loop of its own.
        return aside.submit(lambda: asyncio.run(_try_out(choice))).result()


async def _try_out(choice: BrowserChoice) -> Trial:
    try:
        async with launch(Ledger(), choices=[choice]) as browser, browser.open_page("", AllowList()) as opened:
            await opened.page.goto("data:text/html,<title>ready</title>", timeout=10_000)
            if await opened.page.title() != "ready":
                return Trial(trouble="it did not read a page")
            return Trial(version=browser.version)
    except NoBrowser as error:
        return Trial(trouble=error.message)
    except OSError as error:
        return Trial(trouble=f"its folder cannot be used ({error.strerror})")
    except failures() as error:
        return Trial(trouble=str(error).strip().splitlines()[0])


def _first_that_starts(say: Say) -> BrowserChoice | None:
    for choice in candidates():
        trial = try_out(choice)
        if not trial.trouble:
            say(f"Found {choice.name} {trial.version}; it starts and reads pages.")
            if not sandboxed():
                say("You are root, so the browser runs without its own sandbox.")
            return choice
        say(f"{choice.name} is here but was not usable: {trial.trouble}")
    return None


def _may_use_apt() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _is_debian() -> bool:
    """True where the package of the headless browser exists; Ubuntu, though like Debian, does not have it."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _carry_out(way: Way, run: Run, say: Say) -> bool:
    for command in way.first:
        # A list of packages that could not be renewed may still be good enough.
        run(command, way.settings, say)
    return any(run(command, way.settings, say) for command in way.then)


def _run(command: Sequence[str], settings: Mapping[str, str], say: Say) -> bool:
    """Runs a command and passes its progress on; False when it fails or takes too long."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the commands are those above, nothing a person typed
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **settings},
        )
    except OSError:
        return False
    with process:
        # A download that hangs ends the reading below as well.
        timer = threading.Timer(INSTALL_SECONDS, process.kill)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdout is not None
            unreachable = _pass_on(process.stdout, say)
        except BaseException:
            process.kill()
            raise
        finally:
            timer.cancel()
    if process.returncode and unreachable:
        say("  The place it comes from cannot be reached from here.")
    return process.returncode == 0


def _pass_on(lines: Iterable[str], say: Say) -> bool:
    """Says the lines that show progress, each once; True when any told of a network that is not there."""
    said: set[str] = set()
    unreachable = False
    for raw in lines:
        line = ESCAPES.sub("", raw).strip()
        unreachable = unreachable or bool(UNREACHABLE.search(line))
        if TELLING.match(line) and line not in said:
            said.add(line)
            say(f"  {line[:100]}")
    return unreachable
