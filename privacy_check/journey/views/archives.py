"""The page where data archives are handed in: how to get one, what was named, and what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from privacy_check.journey.flow import GO_ON, Turn
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer, View
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class ArchivesView(View):
    """`steps` tell how to ask for the archive of the account the page is about; empty where it is about none."""

    steps: tuple[str, ...] = ()


def archives(journey: Journey, subject: str, paths: Sequence[Path], *, pictures: bool) -> ArchivesView:
    """What stands before the reading."""
    entry = journey.accounts.entry(subject)
    offers = [Offer(f"file-{at}", say("importing.file", name=path.name)) for at, path in enumerate(paths)]
    if journey.toolkit.read_archive_pictures is not None:
        ticked = say("paths.situation.yes") if pictures else ""
        offers.append(Offer("pictures", say("importing.pictures"), ticked))
    offers.append(Offer(GO_ON, say("importing.now"), strong=True))
    return ArchivesView(
        offers=tuple(offers), steps=journey.toolkit.archive_steps(entry.account) if entry is not None else ()
    )


def after() -> tuple[Offer, ...]:
    """What may be done once they are read."""
    return (Offer("done", say("importing.done"), choice=Turn.BACK),)


def refused(path: Path, paths: Sequence[Path]) -> str:
    """Why a named file is not put on the list; empty when it is."""
    try:
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        return say("importing.not_there", name=path.name or str(path))
    return say("importing.there_already", name=path.name) if path in paths else ""
