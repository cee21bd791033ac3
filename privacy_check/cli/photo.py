"""`privacy-check photo`: what a picture or film gives away, and a clean copy beside it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import ABOUT, FAIL_ON, JSON, about_from, level
from privacy_check.cli.output import clear, code_for, passing, put
from privacy_check.cli.photo_told import Looked, as_part, ending, told
from privacy_check.cli.program import app
from privacy_check.errors import NothingSeen, PrivacyCheckError, UsageError
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.model import Finding
    from privacy_check.subject import AboutMe
    from scanners.photos.clean import CleanCopy, CleanFolder
    from scanners.photos.clues import PhotoReading
    from scanners.photos.files import FoundFile

UNREADABLE = 2


@app.command(help="usage.command.photo")
def photo(
    paths: list[Path] = typer.Argument(..., metavar="FILE|DIR...", help="usage.option.pictures"),
    clean: Path | None = typer.Option(None, "--clean", metavar="DIR", help="usage.option.clean_pictures"),
    about: Path | None = ABOUT,
    as_json: bool = JSON,
    fail_on: str | None = FAIL_ON,
) -> None:
    """See what a picture or film gives away. The original is never changed, and each copy is read once more."""
    from scanners.photos.files import photo_files

    limit, subject = level(fail_on), about_from(about)
    folder = clean_folder(clean)
    worst: dict[str, Finding] = {}
    read = left = missing = count = 0
    if as_json:
        sys.stdout.write('{"format": 1, "photos": [')
    for count, found in enumerate(photo_files(paths, leave_out=clean), 1):
        passing(sentence("photos.told.looking", name=found.path.name, number=count))
        looked = look_into(found, folder, subject)
        read += looked.reading.readable
        missing += looked.unreadable_input
        left += looked.copy is not None and bool(looked.copy.left)
        worst.update({item.severity.value: item for item in looked.findings if item.confirmed})
        if as_json:
            sys.stdout.write(("," if count > 1 else "") + "\n" + _json(as_part(looked)))
        else:
            for line in told(looked):
                put(line)
    clear()
    if as_json:
        sys.stdout.write("\n]}\n")
    else:
        for line in ending(count, bool(read), cleaned=folder is not None, left=left):
            put(line)
    if missing:
        raise typer.Exit(UNREADABLE)
    if not read:
        raise NothingSeen(sentence("photos.told.nothing_read"), sentence("photos.told.kinds"))
    raise typer.Exit(code_for(worst.values(), limit))


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
    return Looked(found.path, reading, also, judged, copy, trouble or reading.problem, closed)


def _copied(path: Path, reading: PhotoReading, folder: CleanFolder | None) -> tuple[CleanCopy | None, str | None]:
    if folder is None or not reading.readable:
        return None, None
    try:
        return folder.copy(path, reading), None
    except PrivacyCheckError as error:
        return None, " ".join(filter(None, (reading.problem, error.message)))


def clean_folder(clean: Path | None) -> CleanFolder | None:
    """The folder the copies go to, made where it is not there. Raises UsageError where it can be none."""
    if clean is None:
        return None
    from scanners.photos.clean import CleanFolder

    if clean.exists() and not clean.is_dir():
        raise UsageError(sentence("photos.told.no_folder", name=clean), sentence("photos.told.name_folder"))
    clean.mkdir(parents=True, exist_ok=True, mode=0o700)
    return CleanFolder(clean)


def _json(part: object) -> str:
    text = json.dumps(part, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(part, ensure_ascii=True)
    return text
