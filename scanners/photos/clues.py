"""What the readers of one file came upon, and the reading that is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from privacy_check.nearest_place import in_words, valid
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

SAME, DIFFERS, NONE = "same", "differs", "none"
LONGEST_WORDS = 300
MOST_WORDS = 40

_DATE = re.compile(r"(\d{4})[:\-/.]?(\d\d)[:\-/.]?(\d\d)(?:[T ]*(\d\d)[:.]?(\d\d)(?:[:.]?(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file: degrees (WGS 84), or None where it stands there in words only."""

    latitude: float | None
    longitude: float | None
    name: str


@dataclass(frozen=True, slots=True)
class Device:
    """What took the picture: `serial` is of the body, or of the lens where no other is there."""

    make: str = ""
    model: str = ""
    serial: str = ""
    owner: str = ""


@dataclass(slots=True)
class Clues:
    """Everything met in one file, as it was met; `other` are names of sentences, with the number they tell.

    `thumbnails` are small pictures kept inside, as files of their own; `orientation` is EXIF's, 1 to 8.
    """

    spots: list[tuple[float, float]] = field(default_factory=list)
    place_words: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    make: list[str] = field(default_factory=list)
    model: list[str] = field(default_factory=list)
    serials: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    software: list[str] = field(default_factory=list)
    other: dict[str, int] = field(default_factory=dict)
    thumbnails: list[bytes] = field(default_factory=list)
    orientation: int = 1
    damaged: bool = False

    def spot(self, latitude: float | None, longitude: float | None) -> None:
        """A place as degrees; one that is on no map is told as a place that could not be read."""
        if latitude is None or longitude is None or not valid(latitude, longitude):
            self.note("broken_place")
            return
        known = ((round(a, 3), round(b, 3)) for a, b in self.spots)
        if len(self.spots) < MOST_WORDS and (round(latitude, 3), round(longitude, 3)) not in known:
            self.spots.append((latitude, longitude))

    def note(self, name: str, number: int = 1) -> None:
        """Something else that is there, told by the sentence `photos.also.NAME`."""
        self.other[name] = max(self.other.get(name, 0), number)

    def say(self, kind: str, text: str) -> None:
        """Words of one kind: place_words, dates, make, model, serials, owners, people, words, software."""
        kept: list[str] = getattr(self, kind)
        if len(kept) >= MOST_WORDS or text in kept:
            return
        clean = one_line(text.replace("\0", " "), LONGEST_WORDS).strip()
        if clean and clean not in kept:
            kept.append(clean)


@dataclass(frozen=True, slots=True)
class PhotoReading:
    """One file as it was read. `taken` is as the file writes it, put as 2026-08-30T14:05:00; `also` are sentences.

    `problem` is a sentence where the file could not be read, or not to its end; `readable` is False in the first
    case only. `words` and `names` stand in `also` too; they are here to be judged.
    """

    kind: str
    place: Place | None = None
    taken: str | None = None
    device: Device = Device()
    thumbnail: str = NONE
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    orientation: int = 1
    problem: str | None = None
    readable: bool = True

    @property
    def left(self) -> tuple[str, ...]:
        """Everything the file gives away, as short sentences; empty for a clean copy."""
        told = [say("photos.left.place", place=self.place.name)] if self.place else []
        told += [say("photos.left.taken", date=self.taken)] if self.taken else []
        device = " ".join(filter(None, (self.device.make, self.device.model)))
        told += [say("photos.left.device", device=device)] if device else []
        told += [say("photos.left.serial", serial=self.device.serial)] if self.device.serial else []
        told += [say("photos.left.owner", owner=self.device.owner)] if self.device.owner else []
        told += [say("photos.left.thumbnail")] if self.thumbnail != NONE else []
        return (*told, *self.also)


def reading(kind: str, clues: Clues, thumbnail: str, problem: str | None = None) -> PhotoReading:
    """The reading of one file from its clues; the nearest place is looked up here."""
    places = [Place(lat, lon, in_words(lat, lon)) for lat, lon in clues.spots]
    places += [Place(None, None, words) for words in clues.place_words]
    return PhotoReading(
        kind,
        place=places[0] if places else None,
        taken=next(filter(None, map(tidy_date, clues.dates)), None),
        device=Device(*(next(iter(kept), "") for kept in (clues.make, clues.model, clues.serials, clues.owners))),
        thumbnail=thumbnail,
        also=tuple(_also(clues, places)),
        words=tuple(clues.words),
        names=tuple(dict.fromkeys((*clues.owners, *clues.people))),
        orientation=clues.orientation,
        problem=problem,
    )


def _also(clues: Clues, places: list[Place]) -> Iterable[str]:
    for place in places[1:] if clues.spots else ():
        yield say("photos.also.place", place=place.name)
    if not clues.spots:
        yield from (say("photos.also.place_words", place=words) for words in clues.place_words)
    kinds = (
        ("serial", clues.serials[1:]),
        ("owner", clues.owners[1:]),
        ("device", [*clues.make[1:], *clues.model[1:]]),
        ("person", clues.people),
        ("software", clues.software),
        ("words", clues.words),
    )
    for name, texts in kinds:
        yield from (say(f"photos.also.{name}", text=text) for text in texts)
    yield from (say(f"photos.also.{name}", number=number) for name, number in clues.other.items())


def tidy_date(text: str) -> str | None:
    """A date as files write it (2026:08:30 14:05:00) in the form 2026-08-30T14:05:00; None for an empty one."""
    found = _DATE.match(text.strip())
    if not found or not int(found[1]) or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[3]) <= 31:
        return None
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day}T{found[4]}:{found[5]}:{found[6] or '00'}" if found[4] else day
