"""`privacy-check photo`: what a picture or film gives away, and a clean copy beside it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import ABOUT, FAIL_ON, JSON, about_from, level
from privacy_check.cli.output import clear, code_for, passing, put
from privacy_check.cli.photo_look import clean_folder, look_into
from privacy_check.cli.photo_told import Looked, as_part, ending, told
from privacy_check.cli.program import app
from privacy_check.errors import NothingSeen, UnreadableInput
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.model import Finding
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
    limit, subject = level(fail_on), about_from(about)
    folder = clean_folder(clean)
    worst: dict[str, Finding] = {}
    read = left = failed = count = 0
    with _telling(as_json) as tell:
        for found in _files(paths, clean):
            looked = look_into(found, folder, subject)
            count += 1
            read += looked.reading.readable
            failed += looked.failed
            left += looked.copy is not None and bool(looked.copy.left)
            worst.update({item.severity.value: item for item in looked.findings if item.confirmed})
            tell(looked)
    if not as_json:
        for line in ending(count, bool(read), cleaned=folder is not None, left=left):
            put(line)
    if failed:
        raise typer.Exit(UNREADABLE)
    if not read:
        # A file that the person named and that is no picture is a wrong input; a folder without any is not.
        fault = UnreadableInput if any(path.is_file() for path in paths) else NothingSeen
        raise fault(sentence("photos.told.nothing_read"), sentence("photos.told.kinds"))
    raise typer.Exit(code_for(worst.values(), limit))


def _files(paths: Sequence[Path], clean: Path | None) -> Iterator[FoundFile]:
    """Each file that is looked at, after its name was said."""
    from scanners.photos.files import photo_files

    for count, found in enumerate(photo_files(paths, leave_out=clean), 1):
        passing(sentence("photos.told.looking", name=found.path.name, number=count))
        yield found


@contextmanager
def _telling(as_json: bool) -> Iterator[Callable[[Looked], None]]:
    """Tells each file as it comes. The document is brought to its end however the looking ends."""
    told_already = False

    def in_json(looked: Looked) -> None:
        nonlocal told_already
        sys.stdout.write(("," if told_already else "") + "\n" + _json(as_part(looked)))
        told_already = True

    def in_words(looked: Looked) -> None:
        for line in told(looked):
            put(line)

    if as_json:
        sys.stdout.write('{"format": 1, "photos": [')
    try:
        yield in_json if as_json else in_words
    finally:
        clear()
        if as_json:
            sys.stdout.write("\n]}\n")


def _json(part: object) -> str:
    text = json.dumps(part, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(part, ensure_ascii=True)
    return text
