"""Finds a browser that works, or installs one the first way that does, and says what was done."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from privacy_check.errors import NoBrowser
from privacy_check.sentences import say as words
from scanners import system_packages
from scanners.browser import failures, launch, sandboxed
from scanners.browsers_here import CHOSEN, BrowserChoice, candidates, driver, driver_folder, driver_trouble
from scanners.egress import AllowList, Ledger
from scanners.logged import Logged, Say, log_file
from scanners.system_packages import APT, APT_UPDATE, QUIETLY, missing_libraries, package_of

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
    run = run or Logged(log_file())
    details = f" {words('setup.details_in', log=run.log)}" if isinstance(run, Logged) else ""

    def may(question: str) -> bool:
        return yes or bool(ask and ask(question))

    _complete_driver(may, run, say, details)
    if choice := _first_that_starts(say):
        return choice
    if os.environ.get(CHOSEN):
        raise NoBrowser(words("setup.chosen_fails", setting=CHOSEN), words("setup.chosen_fails_hint"))
    if not may(words("setup.question")):
        raise NoBrowser(words("setup.none_installed"), by_hand())
    for way in ways():
        say(words("setup.trying", way=way.words))
        if not _carry_out(way, run, say):
            say(words("setup.failed"))
        elif choice := _first_that_starts(say):
            return choice
    raise NoBrowser(words("setup.none_possible"), by_hand() + details)


def ways() -> Iterator[Way]:
    """The ways to install a browser on this computer, the one most likely to bring all it needs first."""
    download = Way(
        words("setup.way.download"),
        then=((*_playwright(), "install", "chromium-headless-shell"),),
        settings={"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"},
    )
    if not system_packages.may_install():
        yield download
        return
    packages = Way(
        words("setup.way.packages"),
        first=(APT_UPDATE,),
        then=((*APT, "chromium-headless-shell"), (*APT, "chromium")),
        settings=QUIETLY,
    )
    if _is_debian():
        # Its package brings the libraries and fonts a browser needs; a download does not.
        yield from (packages, download)
        return
    yield download
    yield Way(
        words("setup.way.libraries"),
        then=((*_playwright(), "install-deps", "chromium-headless-shell"),),
        settings=QUIETLY,
    )
    yield packages


def by_hand() -> str:
    """The one command to run by hand, as a sentence."""
    if _is_debian():
        return words("setup.by_hand", command=system_packages.by_hand(["chromium-headless-shell"]))
    deps = "--with-deps " if sys.platform.startswith("linux") else ""
    if _portable():
        return words("setup.portable")
    return words("setup.by_hand", command=f'"{sys.executable}" -m playwright install {deps}chromium')


def _portable() -> bool:
    """True in the portable build, where the program is no Python that could run another module."""
    return bool(getattr(sys, "frozen", False))


def _playwright() -> tuple[str, ...]:
    """The beginning of a command of Playwright."""
    if not _portable():
        return (sys.executable, "-m", "playwright")
    return (str(driver()), str(driver_folder() / "package" / "cli.js"))


def _complete_driver(may: Ask, run: Run, say: Say, details: str) -> None:
    """Brings the libraries that the program which drives the browser needs. Raises NoBrowser without them."""
    packages = [package_of(library) for library in missing_libraries(driver())]
    named = ", ".join(packages)
    if packages and system_packages.may_install() and may(words("setup.lacks", packages=named)):
        say(words("setup.installing", packages=named))
        system_packages.install(packages, lambda command: run(command, QUIETLY, say))
    if trouble := driver_trouble():
        raise NoBrowser(trouble.message, trouble.hint + details)


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
                return Trial(trouble=words("setup.trouble.not_read"))
            return Trial(version=browser.version)
    except NoBrowser as error:
        return Trial(trouble=error.message)
    except TimeoutError:
        return Trial(trouble=words("setup.trouble.no_answer"))
    except OSError as error:
        return Trial(trouble=words("setup.trouble.folder", reason=error.strerror))
    except failures() as error:
        return Trial(trouble=str(error).strip().splitlines()[0])


def _first_that_starts(say: Say) -> BrowserChoice | None:
    for choice in candidates():
        trial = try_out(choice)
        if not trial.trouble:
            say(words("setup.found", name=choice.name, version=trial.version))
            if not sandboxed():
                say(words("setup.no_sandbox"))
            return choice
        say(words("setup.not_usable", name=choice.name, trouble=trial.trouble))
    return None


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
