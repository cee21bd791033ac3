"""One picture or film looked into, with its clean copy: for the command and for the app."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.cli.photo_told import Looked
from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.files import why_not
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.subject import AboutMe
    from scanners.photos.clean import CleanCopy, CleanFolder
    from scanners.photos.clues import PhotoReading
    from scanners.photos.files import FoundFile


def look_into(found: FoundFile, folder: CleanFolder | None, about: AboutMe | None) -> Looked:
    """What one file gives away, and its clean copy where there is a folder for it."""
    from scanners.photos.clues import PhotoReading
    from scanners.photos.judged import findings, name_gives_away
    from scanners.photos.read import read_photo_file

    problem, closed = found.problem, found.named and found.problem is not None
    reading = PhotoReading("unknown", problem=problem, readable=False)
    if problem is None:
        try:
            reading = read_photo_file(found.path)
        except OSError as error:
            closed = found.named
            reason = error.strerror
            problem = (
                sentence("photos.problem.closed", reason=reason) if reason else sentence("photos.problem.no_file")
            )
            reading = PhotoReading("unknown", problem=problem, readable=False)
    name = found.path.name
    also = (*reading.also, *(name_gives_away(name, reading.kind) if reading.readable else ()))
    judged = tuple(findings(reading, name, about)) if reading.readable else ()
    copy, trouble = _copied(found.path, reading, folder)
    failed = closed or (trouble is not None and trouble.lost)
    problem = " ".join(filter(None, (reading.problem, trouble.sentence if trouble else None))) or None
    return Looked(found.path, reading, also, judged, copy, problem, failed)


@dataclass(frozen=True)
class _NoCopy:
    """Why there is no clean copy; `lost` where one was made and the disk would not take it."""

    sentence: str
    lost: bool = False


def _copied(
    path: Path, reading: PhotoReading, folder: CleanFolder | None
) -> tuple[CleanCopy | None, _NoCopy | None]:
    if folder is None or not reading.readable:
        return None, None
    try:
        return folder.copy(path, reading), None
    except PrivacyCheckError as error:
        return None, _NoCopy(error.message)
    except OSError as error:
        # The facts of this picture and all that follow are worth more than an early end.
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = sentence("errors.write.disk_full") if full else why_not(error)
        return None, _NoCopy(sentence("photos.problem.not_saved", reason=reason), lost=True)


def clean_folder(clean: Path | None) -> CleanFolder | None:
    """The folder the copies go to, made where it is not there. Raises UsageError where it can be none."""
    if clean is None:
        return None
    from scanners.photos.clean import CleanFolder

    if clean.exists() and not clean.is_dir():
        raise UsageError(sentence("photos.told.no_folder", name=clean), sentence("photos.told.name_folder"))
    clean.mkdir(parents=True, exist_ok=True, mode=0o700)
    return CleanFolder(clean)
