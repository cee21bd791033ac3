"""Looking into pictures in a sitting: what each gives away, and clean copies in a folder of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from privacy_check.journey.reporting import default_folder, not_saved
from privacy_check.journey.sitting import Journey
from privacy_check.ports import PictureTold
from privacy_check.sentences import lines, say

MOST = 500
"""Pictures told of in one go: a whole library is for the command line."""


@dataclass
class Album:
    """One reading of files: `said` counts them on, `stop` ends it from any thread."""

    paths: Sequence[Path]
    clean: Path | None = None
    said: Callable[[int], None] = lambda count: None
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ends it after the file at hand."""
        self._stop.set()

    def read(self, journey: Journey) -> list[PictureTold]:
        """Every file until it is stopped. Runs well in a thread. Raises PrivacyCheckError with a sentence."""
        reader = journey.toolkit.tell_pictures
        told: list[PictureTold] = []
        if reader is None:
            return told
        try:
            for one in reader(self.paths, self.clean, journey.about):
                told.append(one)
                self.said(len(told))
                if self._stop.is_set() or len(told) >= MOST:
                    break
        except OSError as error:
            raise not_saved(error) from None
        return told


def folder_for_copies() -> Path:
    """Where clean copies go."""
    return default_folder() / "clean-pictures"


def state(one: PictureTold) -> str:
    """One picture in a word or two; one that was not read is never called quiet."""
    if not one.read:
        return say("album.unread")
    return say("album.worth" if one.worth_a_look else "album.quiet")


def of_copies(told: Sequence[PictureTold], folder: Path) -> tuple[str, ...]:
    """What came of the copies: where they are, and every one that is not there or not clean."""
    said = [
        say("album.no_copy" if one.copy is None else "album.not_clean", name=one.name)
        for one in told
        if not one.clean
    ]
    if any(one.clean for one in told):
        said.insert(0, say("album.copies_in", folder=folder))
    return tuple(said)


def questions() -> tuple[str, ...]:
    """What to look at with one's own eyes: no program can."""
    return lines("photos.todo.questions")
