"""What `privacy-check photo` says of one file, as JSON and in words, and what it says at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from privacy_check.sentences import lines, say
from privacy_check.serialise import finding_part
from privacy_check.text.sanitise import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from privacy_check.model import Finding
    from scanners.photos.clean import CleanCopy
    from scanners.photos.clues import PhotoReading

MOST_ALSO = 12


@dataclass(frozen=True, slots=True)
class Looked:
    """One file: what was read in it, what that means, and its clean copy where one was made.

    `failed` is True where a file named by the person could not be opened, or its copy not be saved.
    """

    path: Path
    reading: PhotoReading
    also: tuple[str, ...]
    findings: tuple[Finding, ...]
    copy: CleanCopy | None = None
    problem: str | None = None
    failed: bool = False


def as_part(looked: Looked) -> dict[str, Any]:
    """One file as JSON; it is the person's own file, so that nothing in it is masked."""
    reading = looked.reading
    place, device = reading.place, reading.device
    return {
        "path": str(looked.path),
        "kind": reading.kind,
        "place": {"lat": place.latitude, "lon": place.longitude, "name": place.name} if place else None,
        "taken": reading.taken,
        "device": {
            "make": device.make or None,
            "model": device.model or None,
            "serial": device.serial or None,
            "owner": device.owner or None,
        },
        "thumbnail": reading.thumbnail,
        "also": list(looked.also),
        "findings": [finding_part(item, reveal=True) for item in looked.findings],
        "clean": {"path": str(looked.copy.path), "left": list(looked.copy.left)} if looked.copy else None,
        "problem": looked.problem,
    }


def told(looked: Looked) -> Iterator[str]:
    """One file in a few lines: what it gives away, then what is left in the copy."""
    reading = looked.reading
    yield f"\n{one_line(str(looked.path), 300)}"
    if looked.problem:
        yield f"  {looked.problem}"
    if not reading.readable:
        return
    if reading.place:
        spot = reading.place
        exact = f" ({spot.latitude:.5f}, {spot.longitude:.5f})" if spot.latitude is not None else ""
        yield "  " + say("photos.told.place", place=spot.name) + exact
    if reading.taken:
        yield "  " + say("photos.told.taken", date=reading.taken.replace("T", ", "))
    device = " ".join(filter(None, (reading.device.make, reading.device.model)))
    if device:
        yield "  " + say("photos.told.device", device=device)
    if reading.device.serial:
        yield "  " + say("photos.told.serial", serial=reading.device.serial)
    if reading.device.owner:
        yield "  " + say("photos.told.owner", owner=reading.device.owner)
    if reading.thumbnail != "none":
        yield "  " + say(f"photos.told.thumbnail_{reading.thumbnail}")
    for text in looked.also[:MOST_ALSO]:
        yield f"  {text}."
    if len(looked.also) > MOST_ALSO:
        yield "  " + say("photos.told.more", count=len(looked.also) - MOST_ALSO)
    for finding in looked.findings:
        if finding.span is not None:
            yield f"  {finding.explanation}"
    if not looked.findings and not looked.also and not reading.left:
        yield "  " + (say("photos.told.not_all") if reading.problem else say("photos.told.nothing"))
    yield from _copy_told(looked)


def _copy_told(looked: Looked) -> Iterator[str]:
    copy = looked.copy
    if copy is None:
        return
    path = one_line(str(copy.path), 300)
    if not copy.left:
        yield "  " + say("photos.told.clean", path=path)
        return
    yield "  " + say("photos.told.left", path=path)
    for text in copy.left:
        yield f"    {text}."


def ending(count: int, read: bool, *, cleaned: bool, left: int) -> Iterator[str]:
    """What to do now, in a few lines; nothing where nothing was read."""
    if not count or not read:
        return
    yield ""
    if left:
        yield say("photos.told.some_left", count=left)
    yield say("photos.todo.use_copies") if cleaned else say("photos.todo.make_copies")
    yield say("photos.todo.lead")
    for text in lines("photos.todo.steps"):
        yield f"  - {text}"
    yield say("photos.todo.look")
    for text in lines("photos.todo.questions"):
        yield f"  - {text}"
