"""`privacy-check photo`: what a picture or film gives away, and a clean copy beside it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import ABOUT, FAIL_ON, JSON, about_from, level
from privacy_check.cli.output import clear, code_for, passing, put
from privacy_check.cli.photo_look import clean_folder, look_into
from privacy_check.cli.photo_told import as_part, ending, told
from privacy_check.cli.program import app
from privacy_check.errors import NothingSeen
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.model import Finding

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


def _json(part: object) -> str:
    text = json.dumps(part, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(part, ensure_ascii=True)
    return text
