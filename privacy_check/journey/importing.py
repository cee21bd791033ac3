"""Taking up data archives in a sitting: any number of files, read off the screen's own loop, and stopped safely.

Nothing of an archive is on the account list before all of it was read: who stops half-way has changed nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from privacy_check.account_names import account_name
from privacy_check.errors import NothingSeen, NotYours, PrivacyCheckError
from privacy_check.files import why_not
from privacy_check.journey.accounts import Entry, made_entry
from privacy_check.journey.sitting import Journey
from privacy_check.model import Finding, Hint, Lens, LinkReading, ProfileView
from privacy_check.ownership import MOST_ACCOUNTS
from privacy_check.ports import ArchiveReader, PicturesRead
from privacy_check.sentences import say
from privacy_check.time_left import TimeLeft

MOST_SAID = 12


class _Stopped(BaseException):
    """The person stopped; no reader may take it for a fault of the archive."""


@dataclass
class Import:
    """One reading of archives: `said` takes a line now and then, `stop` ends it from any thread."""

    paths: Sequence[Path]
    pictures: bool = False
    said: Callable[[str], None] = lambda line: None
    left: TimeLeft = field(default_factory=lambda: TimeLeft(between=1.0))
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ends the reading at its next step."""
        self._stop.set()

    def progress(self, done: int, total: int) -> None:
        """Passes on how far it is."""
        if self._stop.is_set():
            raise _Stopped
        line = self.left.words(done, total)
        if line:
            self.said(line)


@dataclass(frozen=True, slots=True)
class FromArchives:
    """What was read, before it is taken up. `problems` are sentences about files that could not be."""

    views: tuple[ProfileView, ...] = ()
    hints: tuple[Hint, ...] = ()
    problems: tuple[str, ...] = ()
    pictures: PicturesRead = field(default_factory=PicturesRead)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What stands on the account list now, and what is said of it."""

    accounts: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


def read(journey: Journey, asked: Import) -> FromArchives | None:
    """Reads the archives; None when it was stopped. Runs well in a thread, and changes nothing.

    Raises PrivacyCheckError when nothing at all could be read.
    """
    reader = journey.toolkit.read_archives
    if reader is None:
        raise PrivacyCheckError(say("app.journey.no_saved"), say("app.journey.no_saved_hint"))
    about = journey.about
    names = about.every_name if about else ()
    try:
        return _read(reader, asked, names, journey)
    except _Stopped:
        return None
    except OSError as error:
        raise PrivacyCheckError(say("importing.disk", reason=why_not(error)), say("importing.disk_hint")) from None


def _read(reader: ArchiveReader, asked: Import, names: Sequence[str], journey: Journey) -> FromArchives:
    problems: list[str] = []
    paths = list(dict.fromkeys(asked.paths))
    try:
        views, hints = reader(paths, progress=asked.progress, owner_names=names)
    except PrivacyCheckError:
        if len(paths) == 1:
            raise
        # One bad file among many: each is tried alone to find it, and the others are read together once more.
        paths = [path for path in paths if not _trouble(reader, path, asked, names, problems)]
        if not paths:
            raise
        asked.left = replace(asked.left, _began=0.0)
        views, hints = reader(paths, progress=asked.progress, owner_names=names)
    pictures = PicturesRead()
    if asked.pictures and journey.toolkit.read_archive_pictures is not None:
        asked.said(say("importing.pictures_now"))
        pictures = journey.toolkit.read_archive_pictures(paths, progress=asked.progress)
    return FromArchives(tuple(views), tuple(hints), tuple(problems), pictures)


def _trouble(reader: ArchiveReader, path: Path, asked: Import, names: Sequence[str], problems: list[str]) -> bool:
    try:
        reader([path], progress=asked.progress, owner_names=names)
    except NothingSeen as error:
        problems.append(f"{path.name}: {error.message}")
        return True
    except PrivacyCheckError as error:
        problems.append(error.message if path.name in error.message else f"{path.name}: {error.message}")
        return True
    return False


def take_up(journey: Journey, found: FromArchives, subject: str = "") -> TakenUp:
    """Puts what was read on the account list, marked as the person's own: an archive proves that.

    `subject` is the key of the account whose archive was asked for, where there was one. Raises NotYours over
    the cap, with nothing taken.
    """
    placed = [(_listed(journey, view, subject), view) for view in found.views]
    new = sum(entry is None for entry, _ in placed)
    if len(journey.accounts.entries) + new > MOST_ACCOUNTS:
        raise NotYours(say("archive.usage.too_many", most=MOST_ACCOUNTS), say("archive.usage.too_many_hint"))
    says: list[str] = []
    taken: list[Entry] = []
    for listed, view in placed:
        entry = listed if listed is not None else _added(journey, view)
        account = journey.gate().rule(replace(view, account=entry.account), journey.about, ())
        entry.account = account
        entry.view = replace(view, account=account, seen_at=journey.toolkit.clock.now())
        entry.lens, entry.mine = Lens.ARCHIVE, True
        says.append(_told(entry, view))
        taken.append(entry)
    if taken and found.pictures.count:
        taken[0].pictures = _judged(taken[0], found.pictures)
        count = len(taken[0].pictures)
        says.append(say("importing.pictures_read", count=found.pictures.count))
        says.append(say("importing.pictures_found", count=count) if count else say("importing.pictures_none"))
    if found.hints:
        journey.accounts.hints = tuple(dict.fromkeys((*journey.accounts.hints, *found.hints)))
        says.append(say("importing.hints", count=len({hint.domain for hint in found.hints})))
    warned = [text for view in found.views for text in view.warnings] + list(found.pictures.warnings)
    says += list(dict.fromkeys((*found.problems, *warned)))[:MOST_SAID]
    return TakenUp(tuple(entry.key for entry in taken), tuple(says))


def _listed(journey: Journey, view: ProfileView, subject: str) -> Entry | None:
    """The line that an archive belongs to; one that does not name its account goes with the only one there is."""
    exact = journey.accounts.entry(view.account.key)
    if exact is not None:
        return exact
    if any(field.name == "handle" for field in view.fields):
        return None
    same = [entry for entry in journey.accounts.entries if entry.account.platform == view.account.platform]
    asked = next((entry for entry in same if entry.key == subject), None)
    return asked or (same[0] if len(same) == 1 else None)


def _added(journey: Journey, view: ProfileView) -> Entry:
    name = journey.toolkit.platform_name(view.account.platform)
    entry = made_entry(view.account, LinkReading(view.account, name, ways=(Lens.ARCHIVE,)), journey.toolkit)
    journey.accounts.entries.append(entry)
    return entry


def _told(entry: Entry, view: ProfileView) -> str:
    parts = [say("importing.posts", count=len(view.posts)), say("importing.groups", count=len(view.groups))]
    return say(
        "importing.read", name=account_name(entry.account, lambda _: entry.platform), parts=", ".join(parts)
    )


def _judged(entry: Entry, read: PicturesRead) -> tuple[Finding, ...]:
    from privacy_check.assessment.judge import judge_pictures

    assert entry.view is not None, "it was read just now"
    # Which account of several a picture is of cannot be told: they are told with the first.
    return tuple(judge_pictures(entry.view, read.findings))
