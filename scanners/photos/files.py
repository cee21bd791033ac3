"""The pictures and films that were named, and those in named folders, where links are not followed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from privacy_check.sentences import say
from scanners.photos.kinds import HEAD, UNKNOWN, kind_of, named_as


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read; `named` by the person or met in a folder. `problem` says why it cannot be tried."""

    path: Path
    named: bool
    problem: str | None = None


def photo_files(paths: Iterable[Path], *, leave_out: Path | None = None) -> Iterator[FoundFile]:
    """Every named file, and every picture and film below every named folder, in order of name.

    `leave_out` is a folder that is not entered: the one the copies go to.
    """
    away = leave_out.resolve() if leave_out else None
    for path in paths:
        if path.is_dir():
            yield from _below(path, away)
        elif not path.exists():
            yield FoundFile(path, True, say("photos.problem.missing"))
        else:
            yield FoundFile(path, True)


def _below(folder: Path, away: Path | None) -> Iterator[FoundFile]:
    todo = [folder]
    while todo:
        here = todo.pop()
        if away is not None and here.resolve() == away and here != folder:
            continue
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(here, here == folder, say("photos.problem.closed", reason=error.strerror))
            continue
        for entry in entries:
            if entry.is_symlink():
                if named_as(entry.name) != UNKNOWN:
                    yield FoundFile(Path(entry.path), False, say("photos.problem.link"))
            elif entry.is_file() and _is_picture(entry):
                yield FoundFile(Path(entry.path), False)
        todo += [Path(entry.path) for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]


def _is_picture(entry: os.DirEntry[str]) -> bool:
    if named_as(entry.name) != UNKNOWN:
        return True
    try:
        with Path(entry.path).open("rb") as file:
            return kind_of(file.read(HEAD)) != UNKNOWN
    except OSError:
        return False
