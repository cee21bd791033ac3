"""A session about an invented person on a pretend network that is only played, for tests of all that shows one."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from privacy_check.assessment.assemble import assess
from privacy_check.errors import NoBrowser
from privacy_check.model import Account, Assessment, Finding
from privacy_check.training.nouns import Leak, PagePicture, Room, Somebody
from privacy_check.training.running import Running
from privacy_check.training.session import Session
from tests.unit.assessments import NOON, finding, view

PERSON = Somebody("robin", "Robin Vale", "nurse", "A story.", "A lesson.", "Robin", "Wharfeside Care")
FRENDLI = Account("frendli", "robin.vale", "http://frendli.localhost/robin.vale")
STRIDER = Account("strider", "robin-vale", "http://strider.localhost/athletes/robin-vale")


def found() -> list[Finding]:
    return [
        finding("PI-01", "Robin Vale", FRENDLI, field="display_name"),
        finding("WRK-05", "Wharfeside Care", FRENDLI, field="employer"),
        finding("PI-06", "Tern Row", STRIDER, field="posts"),
        finding("LOC-07", "Away from Friday", FRENDLI, field="posts"),
        finding("REL-05", "Saltmere Primary", FRENDLI, field="posts"),
    ]


class Bench:
    """A pretend network in which every finding is one leak."""

    def __init__(self, found: list[Finding], *, broken: bool = False) -> None:
        self.found, self.broken, self.off = found, broken, frozenset[str]()
        self.looks = 0

    def assessed(self) -> Assessment:
        left = [item for item in self.found if item.fingerprint not in self.off]
        views = (view(FRENDLI), view(STRIDER))
        return assess(views, findings=tuple(left), requests=(), started_at=NOON, finished_at=NOON)

    def leaks(self, first: Assessment) -> tuple[Leak, ...]:
        return tuple(Leak(item.fingerprint, "Frendli", "a post", item.value.reveal()) for item in first.findings)

    def leaks_of(self, first: Assessment, fingerprints: Collection[str]) -> tuple[str, ...]:
        return tuple(item.fingerprint for item in first.findings if item.fingerprint in fingerprints)

    def switch(self, off: Collection[str]) -> None:
        self.off = frozenset(off)

    async def check(self) -> Assessment:
        self.looks += 1
        if self.broken:
            raise NoBrowser("No browser.", "Install one.")
        return self.assessed()

    async def pictures(self) -> tuple[PagePicture, ...]:
        return (PagePicture(f"picture-{len(self.off)}", "Frendli", "http://x", b"image"),)


def session(length: int = 20, leaking: list[Finding] | None = None) -> Session:
    bench = Bench(found() if leaking is None else leaking)
    return Session(PERSON, length, bench, bench.assessed(), (PagePicture("picture-0", "Frendli", "x", b"i"),))


def at(made: Session, part: str) -> Session:
    while made.step.part != part:
        assert made.next()
    return made


class Wall:
    """A wall that remembers."""

    def __init__(self) -> None:
        self.rooms: list[Room] = []
        self.address = "http://127.0.0.1:1/word/"

    def show(self, room: Room) -> None:
        self.rooms.append(room)

    def notices(self) -> list[str]:
        return []

    def renew(self) -> str:
        self.address = "http://127.0.0.1:1/other/"
        return self.address


def running(made: Session, *, kept: bool = False) -> Running:
    async def save(room: Room, name: str) -> Path:
        return Path(f"{name}.png")

    return Running(made, Wall(), lambda address: False, save, pictures_wanted=kept)
