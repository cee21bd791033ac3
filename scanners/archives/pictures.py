"""Pictures inside archives, looked into when the person asks: in memory, private talks left out, told by place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from privacy_check.model import Finding, Sensitive
from privacy_check.ports import PicturesRead
from privacy_check.sentences import say
from scanners.archives.bounds import LARGEST_PICTURE, MOST_PICTURES
from scanners.archives.importing import CHATS
from scanners.archives.source import BROKEN, Entry, open_part
from scanners.photos.judged import findings
from scanners.photos.read import read_photo

_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif)$")


def read_pictures(paths: Sequence[Path], *, progress: Callable[[int, int], None] | None = None) -> PicturesRead:
    """What the files of all pictures in the archives give away; many of one place are one finding, counted.

    `progress` gets the bytes read and to be read. Raises UnreadableInput for what is no archive.
    """
    found: dict[tuple[str, str], list[Finding]] = {}
    entries = [entry for path in paths for entry in _pictures(path)]
    total, done, count, missed = sum(entry.size for entry in entries), 0, 0, max(0, len(entries) - MOST_PICTURES)
    for entry in entries[:MOST_PICTURES]:
        data = _bytes(entry)
        reading = read_photo(data) if data else None
        if reading is None or not reading.readable:
            missed += 1
        else:
            count += 1
            for item in findings(reading):
                place = reading.place.name if item.rule_id == "LOC-03" and reading.place else item.value.reveal()
                found.setdefault((item.rule_id, place), []).append(item)
        done += entry.size
        if progress is not None:
            progress(done, total)
    warnings = (say("photos.in_archive.missed", count=missed),) if missed else ()
    return PicturesRead(tuple(_told(place, items) for (_, place), items in found.items()), count, warnings)


def _told(place: str, items: Sequence[Finding]) -> Finding:
    if len(items) == 1:
        return items[0]
    return replace(items[0], value=Sensitive(say("photos.in_archive.several", place=place, count=len(items))))


def _pictures(path: Path) -> Iterator[Entry]:
    for entry in open_part(Path(path).expanduser()).pictures:
        if _PICTURE.search(entry.name) and not CHATS.search(f"/{entry.path.casefold()}"):
            yield entry


def _bytes(entry: Entry) -> bytes | None:
    if entry.size > LARGEST_PICTURE:
        return None
    try:
        with entry.opener() as stream:
            return stream.read(LARGEST_PICTURE)
    except BROKEN:
        return None
