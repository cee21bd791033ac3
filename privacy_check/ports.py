"""What the check asks of the outside world: small Protocols, and the toolkit that `cli` fills in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from privacy_check.forgotten import ListFacts, SiteAnswer, SiteWish
from privacy_check.model import (
    Account,
    Assessment,
    Capture,
    Finding,
    Hint,
    Lens,
    LinkReading,
    Mark,
    Marked,
    ProfileView,
    RequestRecord,
)
from privacy_check.subject import AboutMe


class Clock(Protocol):
    """The time of day, so that tests can freeze it."""

    def now(self) -> datetime:
        """Now, in UTC."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


class Collector(Protocol):
    """Looks at accounts through one lens. Entered once for a whole check (`async with collector:`)."""

    @property
    def lens(self) -> Lens:
        """Whose eyes it looks through."""
        ...

    async def __aenter__(self) -> Collector: ...

    async def __aexit__(self, *exc: object) -> None: ...

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        """One look; walls and failures come back as a Capture with their outcome, never as an exception.

        Raises NoBrowser when no look at all is possible.
        """
        ...

    def requests(self) -> Sequence[RequestRecord]:
        """Every request made or refused so far, in order."""
        ...


class Extractor(Protocol):
    """Reads a capture: pure, offline, and never raising for hostile input."""

    def __call__(self, capture: Capture) -> ProfileView: ...


@dataclass(frozen=True)
class Unfinished:
    """A check that was cut short: what had been chosen and what had been seen by then."""

    accounts: tuple[Account, ...]
    views: tuple[ProfileView, ...]
    started_at: datetime


class Store(Protocol):
    """Where checks are kept. When the person chose to keep nothing there is no store at all."""

    def begin(self, accounts: Sequence[Account], at: datetime) -> None:
        """Notes that a check of these accounts began, so that a killed one can resume."""
        ...

    def keep_view(self, view: ProfileView) -> None:
        """Appends what was just seen; works while the vault is locked."""
        ...

    def unfinished(self) -> Unfinished | None:
        """The check that was cut short, if any. Needs the passphrase."""
        ...

    def finish(self, assessment: Assessment) -> None:
        """Keeps a finished check and forgets its half-done pieces."""
        ...

    def last(self) -> Assessment | None:
        """The newest finished check. Needs the passphrase."""
        ...

    def marks(self) -> Mapping[str, Marked]:
        """What the person decided about findings and when, by fingerprint. Needs the passphrase."""
        ...

    def mark(self, fingerprint: str, mark: Mark, at: datetime | None = None) -> None:
        """Keeps one decision, made at that time; now where none is given."""
        ...

    def choices(self) -> Mapping[str, str]:
        """What the person decided about memberships, by fingerprint. Needs the passphrase."""
        ...

    def choose(self, choices: Mapping[str, str]) -> None:
        """Keeps decisions about memberships that were made together; an empty word takes one back."""
        ...

    def wipe(self) -> None:
        """Removes everything that was ever kept."""
        ...


class Reporter(Protocol):
    """Writes a report of an assessment and returns the files written."""

    def __call__(
        self, assessment: Assessment, folder: Path, formats: Sequence[str], reveal: bool
    ) -> list[Path]: ...


@dataclass
class Readiness:
    """How a person says "my page is on the screen now": the window waits, a screen or command tells."""

    _said: dict[str, asyncio.Event] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)

    async def wait(self, account: Account) -> None:
        """Returns once `tell` was called for the account."""
        self.waiting.add(account.key)
        try:
            await self._event(account).wait()
        finally:
            self.waiting.discard(account.key)
            self._said.pop(account.key, None)

    def tell(self, account: Account) -> None:
        """The person's page is on the screen: read it."""
        self._event(account).set()

    def _event(self, account: Account) -> asyncio.Event:
        return self._said.setdefault(account.key, asyncio.Event())


class ArchiveReader(Protocol):
    """Reads "download your data" archives that a person hands in, and lists what hints at forgotten accounts."""

    def __call__(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[int, int], None] | None = None,
        owner_names: Sequence[str] = (),
    ) -> tuple[list[ProfileView], list[Hint]]:
        """The accounts in the archives, and the sites that logins and mailboxes among the files name.

        `progress(done, total)` counts bytes; `owner_names` tell whose messages of a chat are the owner's.
        Raises UnreadableInput for what cannot be read, NothingSeen when nothing in an archive could be.
        """
        ...


class SiteRun(Protocol):
    """The person's own handles over a list of sites, once: what is asked, and the answers as they come."""

    @property
    def about(self) -> ListFacts:
        """The list that is asked."""
        ...

    @property
    def total(self) -> int:
        """How many answers there will be."""
        ...

    def events(self) -> AsyncIterator[SiteAnswer]:
        """Each answer as it comes; a site's trouble is an answer with its reason, never an exception."""
        ...

    def requests(self) -> Sequence[RequestRecord]:
        """Every request made or refused so far, in order."""
        ...


@dataclass(frozen=True, slots=True)
class PicturesRead:
    """What the files of the pictures on one page gave away, how many were read, and what could not be."""

    findings: tuple[Finding, ...] = ()
    count: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureTold:
    """What one picture or film gives away, in sentences, and the clean copy where one was made.

    `read` is False where it could not be read; `clean` is False for a copy in which something is still left.
    """

    name: str
    told: tuple[str, ...]
    read: bool
    worth_a_look: bool = False
    copy: Path | None = None
    clean: bool = False


class PictureReader(Protocol):
    """Looks into pictures and films that a person names, and makes clean copies; an original is never changed."""

    def __call__(self, paths: Sequence[Path], clean: Path | None, about: AboutMe | None) -> Iterator[PictureTold]:
        """Each file, and those in named folders, one after the other; `clean` is the folder the copies go to.

        Raises PrivacyCheckError when the folder cannot be used; trouble with a file is told with the file.
        """
        ...


@dataclass(frozen=True)
class Toolkit:
    """The tools of one run, put together by `cli` and handed to the screens, so that neither knows the other.

    `recognise` reads a pasted link or `platform:handle`, `recognise_several` every link of a text;
    `kept_in` is a sentence on what keeps this computer from the internet, empty when nothing is known to;
    `collectors` holds one collector factory per lens (a factory, because a collector is entered once per check);
    `steps_by_hand` gives a platform's own steps
    for looking another way; `open_link` opens a settings page in the person's everyday browser;
    `fetch_picture` gets an avatar through the ledger, for comparing a possible copy; `read_saved` reads a saved
    page or an archive (its lens says which) that the person hands in, raising UnreadableInput when it cannot;
    `archive_steps` says how to ask for the account's data archive; `read_archives` reads archives, several parts
    and several accounts at once;
    `load_saved` gives the capture of a saved page, from the address it stood at when the person names one;
    `readiness` lets a window the person drives (lens MEMBER) be read when they say so; `secret` makes this
    computer's ownership codes, and `codes_last` says whether the next run makes the same ones; `read_ahead` loads
    what reads and judges a page; `ask_sites` looks for accounts the person forgot, raising UnreadableInput for a
    list of sites that is none (`pretend` where they are sites of the pretend network).
    `read_pictures` looks into the files of the pictures on an own page, only when the person asked
    for that (`look_into_pictures`), `read_archive_pictures` into those inside archives;
    `tell_pictures` says what pictures on this computer give away.
    `keep_slot` saves a calendar file for a day and hour in a folder and gives its path; PrivacyCheckError when it
    cannot. `can_show_window` says whether a window could be opened here at all.
    """

    recognise: Callable[[str], LinkReading]
    collectors: Mapping[Lens, Callable[[], Collector]]
    extract: Extractor
    write_report: Reporter
    open_link: Callable[[str], bool]
    steps_by_hand: Callable[[Account], tuple[str, ...]] = lambda account: ()
    archive_steps: Callable[[Account], tuple[str, ...]] = lambda account: ()
    platform_name: Callable[[str], str] = lambda platform: platform
    store: Store | None = None
    fetch_picture: Callable[[Account, str], Awaitable[bytes | None]] | None = None
    read_saved: Callable[[Account, Path], ProfileView] | None = None
    load_saved: Callable[[Path, str | None], Capture] | None = None
    clock: Clock = field(default_factory=SystemClock)
    read_archives: ArchiveReader | None = None
    readiness: Readiness = field(default_factory=Readiness)
    secret: bytes = field(default=b"", repr=False)
    codes_last: bool = True
    recognise_several: Callable[[str], tuple[LinkReading, ...]] | None = None
    kept_in: Callable[[], str] = lambda: ""
    read_ahead: Callable[[], None] = lambda: None
    ask_sites: Callable[[SiteWish], SiteRun] | None = None
    pretend: bool = False
    read_pictures: Callable[[ProfileView], Awaitable[PicturesRead]] | None = None
    look_into_pictures: bool = False
    read_archive_pictures: Callable[..., PicturesRead] | None = None
    keep_slot: Callable[[datetime, Path], Path] | None = None
    can_show_window: Callable[[], bool] = lambda: True
    tell_pictures: PictureReader | None = None

    def recognise_all(self, text: str) -> tuple[LinkReading, ...]:
        """Every link of a pasted text, in order; without a reader of its own, one a line."""
        if self.recognise_several is not None:
            return self.recognise_several(text)
        return tuple(self.recognise(line) for line in text.splitlines())
