"""The toolkit: scanners and reports behind the ports, for screens and commands alike."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.account_names import as_a_name
from privacy_check.errors import UnreadableInput
from privacy_check.files import write_private
from privacy_check.forgotten import SiteWish
from privacy_check.model import Account, Assessment, Capture, Hint, Lens, ProfileView
from privacy_check.places import home, own_folder
from privacy_check.ports import PicturesRead, PictureTold, Readiness, SiteRun, SystemClock, Toolkit

if TYPE_CHECKING:
    from privacy_check.subject import AboutMe
    from reports.document import Options
    from scanners.driver import EarlyDriver
    from scanners.egress import Ledger
    from scanners.guided import GuidedWindow
    from scanners.outcome import OutcomeReading
    from scanners.platforms.registry import Registry
    from scanners.platforms.schema import Platform
    from scanners.public_view import PublicView

SECRET_BYTES = 32
_ORDINARY = "<title>Robin</title><h1>Robin</h1><p>I mend clocks.</p>"


@dataclass(frozen=True)
class Tools:
    """The toolkit, and a browser that several checks may share."""

    toolkit: Toolkit
    public_view: Callable[[], PublicView]


def build_toolkit(
    *,
    show_browser: bool = False,
    platforms: Path | None = None,
    kept: bool = True,
    early: EarlyDriver | None = None,
) -> Toolkit:
    """The tools of one run. `platforms` names a second folder of platform files (the pretend network's).

    With `kept` False not even the key of the ownership codes is read; it is only ever written by `keep_secret`,
    once the person keeps something. `early` is a driver that boots already, for the first look.
    """
    return build_tools(show_browser=show_browser, platforms=platforms, kept=kept, early=early).toolkit


def build_tools(
    *,
    show_browser: bool = False,
    platforms: Path | None = None,
    kept: bool = True,
    early: EarlyDriver | None = None,
) -> Tools:
    """Like `build_toolkit`, with the browser's own factory beside it. All requests go into one ledger."""
    readiness = Readiness()
    parts = _Parts(platforms, readiness, show_browser, early)
    secret = code_secret() if kept else secrets.token_bytes(SECRET_BYTES)
    toolkit = Toolkit(
        recognise=lambda text: parts.registry.recognise(text),
        collectors={Lens.PUBLIC: parts.public_view, Lens.MEMBER: parts.window},
        extract=parts.read,
        write_report=_Reports(parts.name_of, parts.steps, secret, codes_last()),
        open_link=_open_link,
        steps_by_hand=parts.steps,
        archive_steps=parts.archive_steps,
        platform_name=parts.name_of,
        fetch_picture=parts.fetch_picture,
        read_saved=_saved_reader(parts),
        read_archives=parts.read_archives,
        load_saved=parts.load_saved,
        readiness=readiness,
        secret=secret,
        codes_last=codes_last(),
        recognise_several=lambda text: parts.registry.recognise_all(text),
        kept_in=lambda: parts.ledger.trouble,
        read_ahead=parts.read_ahead,
        ask_sites=parts.ask_sites,
        read_pictures=parts.read_pictures,
        read_archive_pictures=parts.read_archive_pictures,
        keep_slot=lambda when, folder: _keep_slot(when, folder, secret),
        can_show_window=_can_show_window,
        tell_pictures=_tell_pictures,
        # Of the pretend network everything is asked.
        look_into_pictures=platforms is not None,
    )
    return Tools(toolkit, parts.public_view)


def _keep_slot(when: datetime, folder: Path, secret: bytes) -> Path:
    from reports.formats import ics
    from reports.reminders import slot_on
    from reports.write import check_place, save

    check_place(folder)
    now = SystemClock().now()
    [saved] = save(folder, {f"do-it-{when:%Y-%m-%d}.ics": ics.calendar([slot_on(when, secret)], now)})
    return saved


@cache
def _can_show_window() -> bool:
    from scanners.browsers_here import window_possible

    return window_possible()


@dataclass(frozen=True)
class _Parts:
    """The tools that are loaded when they are first used: the app is on the screen before it knows a platform, and
    the first page is opened before it can be read.

    One thread loads at a time (`loading`): packages that import one another may not be entered from two sides.
    """

    platforms: Path | None
    readiness: Readiness
    show_browser: bool
    early: EarlyDriver | None
    loading: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def ledger(self) -> Ledger:
        from scanners.egress import Ledger

        return Ledger()

    @property
    def registry(self) -> Registry:
        from scanners.platforms.registry import load_platforms

        return load_platforms(self.platforms)

    def judged(self, capture: Capture, platform: Platform | None) -> OutcomeReading:
        with self.loading:
            from scanners.outcome import classify

        return classify(capture, platform)

    def read_ahead(self) -> None:
        with self.loading:
            load_readers()

    def read(self, capture: Capture) -> ProfileView:
        from scanners.extract import extract

        return extract(capture, self.registry.by_id(capture.account.platform))

    def load_saved(self, path: Path, url: str | None) -> Capture:
        from scanners.saved_page import load

        return load(path, url, registry=self.registry)

    def of_another_site(self, capture: Capture) -> bool:
        """True when a saved page tells itself that it stood on a described site that is not the account's."""
        from scanners.extract.page import Page
        from scanners.platforms.index import GENERIC
        from scanners.saved_from import address_in

        found = self.registry.recognise(address_in(Page(capture.html), self.registry)).account
        return found is not None and found.platform not in (GENERIC, capture.account.platform)

    def read_archives(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[int, int], None] | None = None,
        owner_names: Sequence[str] = (),
    ) -> tuple[list[ProfileView], list[Hint]]:
        from scanners.archives.reading import read_with_hints

        return read_with_hints(paths, progress=progress, owner_names=owner_names, registry=self.registry)

    def ask_sites(self, wish: SiteWish) -> SiteRun:
        from scanners.sites import site_run

        return site_run(wish, self.ledger)

    def name_of(self, platform: str) -> str:
        known = self.registry.by_id(platform)
        return known.name if known else as_a_name(platform)

    def steps(self, account: Account) -> tuple[str, ...]:
        known = self.registry.by_id(account.platform)
        if known is None:
            return ()
        return known.ask if known.self_check_mode == "ask" else known.by_hand

    def archive_steps(self, account: Account) -> tuple[str, ...]:
        from privacy_check.sentences import say
        from scanners.archives.asking import guide

        found = guide(account.platform, self.registry)
        return (*found.steps, say("archive.how.takes", takes=found.takes)) if found else ()

    def public_view(self) -> PublicView:
        from scanners.public_view import PublicView

        return PublicView(
            self.registry.by_id,
            classify=self.judged,
            ledger=self.ledger,
            headed=self.show_browser,
            early=self.early,
        )

    def window(self) -> GuidedWindow:
        from scanners.guided import GuidedWindow

        return GuidedWindow(self.registry.by_id, ready=self.readiness.wait, ledger=self.ledger)

    async def fetch_picture(self, account: Account, url: str) -> bytes | None:
        from scanners.http import picture_fetcher

        return await picture_fetcher(self.registry.by_id, self.ledger)(account, url)

    def read_archive_pictures(
        self, paths: Sequence[Path], *, progress: Callable[[int, int], None] | None = None
    ) -> PicturesRead:
        from scanners.archives.pictures import read_pictures

        return read_pictures(paths, progress=progress)

    async def read_pictures(self, view: ProfileView) -> PicturesRead:
        from scanners.http import pictures_fetched
        from scanners.photos.on_pages import look_into

        async with pictures_fetched(self.registry.by_id, self.ledger) as fetch:
            return await look_into(view, fetch)


def _tell_pictures(paths: Sequence[Path], clean: Path | None, about: AboutMe | None) -> Iterator[PictureTold]:
    from privacy_check.cli.photo_look import clean_folder, look_into
    from privacy_check.cli.photo_told import told
    from scanners.photos.files import photo_files

    folder = clean_folder(clean)
    for found in photo_files(paths, leave_out=clean):
        looked = look_into(found, folder, about)
        _, *lines = told(looked)
        yield PictureTold(
            found.path.name,
            tuple(line.strip() for line in lines),
            looked.reading.readable,
            bool(looked.findings or looked.also or looked.reading.left),
            looked.copy.path if looked.copy else None,
            looked.copy is not None and not looked.copy.left,
        )


def _open_link(url: str) -> bool:
    import webbrowser

    return webbrowser.open(url)


def load_readers() -> None:
    """Loads what reads and judges a page, and has it compile what every page needs."""
    from privacy_check.detectors.engine import find
    from scanners.extract import read

    read(_ORDINARY, "https://example.org/robin")
    find("I am Robin and I live in a town.")


def code_secret() -> bytes:
    """The secret that makes this computer's ownership codes, where one is kept; else one for this run alone."""
    try:
        return _key_file().read_bytes()
    except OSError:
        return secrets.token_bytes(SECRET_BYTES)


def codes_last() -> bool:
    """True when a code that is shown now will be the same in the next run."""
    return _key_file().exists()


def keep_secret(secret: bytes) -> None:
    """Writes the secret down, where none is yet: only for someone who keeps something on this computer.

    The codes hold for this run alone when it cannot be written.
    """
    if _key_file().exists():
        return
    try:
        own_folder(home())
        write_private(_key_file(), secret)
    except Exception:  # noqa: S110 - nothing may be kept here
        pass


def _key_file() -> Path:
    return home() / "code.key"


@dataclass(frozen=True)
class _Reports:
    name_of: Callable[[str], str]
    by_hand: Callable[[Account], tuple[str, ...]]
    secret: bytes
    codes_last: bool

    def __call__(self, assessment: Assessment, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
        from privacy_check.cli.printing import print_pdf
        from reports.document import Options
        from reports.write import write_report

        proofs = _proofs(self.secret, self.codes_last)
        options = Options(reveal, self.name_of, self.by_hand, proofs, secret=self.secret)
        return write_report(assessment, folder, formats, options, print_pdf)


def report_options(toolkit: Toolkit, reveal: bool) -> Options:
    """How a report is worded with the names, steps and proofs these tools know."""
    from reports.document import Options

    proofs = _proofs(toolkit.secret, toolkit.codes_last)
    return Options(reveal, toolkit.platform_name, toolkit.steps_by_hand, proofs, secret=toolkit.secret)


def _proofs(secret: bytes, codes_last: bool) -> Callable[[Account], tuple[str, ...]]:
    from privacy_check.ownership import Gate

    gate = Gate(stated=True, secret=secret, codes_last=codes_last)
    return lambda account: tuple(way.sentence for way in gate.how_to_prove(account))


def _saved_reader(parts: _Parts) -> Callable[[Account, Path], ProfileView]:
    def saved(account: Account, path: Path) -> ProfileView:
        from scanners.archives.reading import is_archive, read_one

        if is_archive(path):
            return read_one(path, account, parts.registry)
        capture = parts.load_saved(path, account.url)
        if capture.account.key != account.key or parts.of_another_site(capture):
            from privacy_check.sentences import say

            raise UnreadableInput(say("reading.file.another_account"), say("reading.file.another_account_hint"))
        return parts.read(capture)

    return saved
