"""What a session asks of the outside: a pretend network that can be changed, looked at again and pictured."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from privacy_check.model import Assessment
from privacy_check.training.nouns import Leak, PagePicture, Room


class Bench(Protocol):
    """The pretend network under the trainer's hand, with one invented person on it."""

    def leaks(self, assessment: Assessment) -> tuple[Leak, ...]:
        """What can be switched off, found by the check of the pages as they were at the start."""
        ...

    def leaks_of(self, assessment: Assessment, fingerprints: Collection[str]) -> tuple[str, ...]:
        """The ids of the leaks behind these findings."""
        ...

    def switch(self, off: Collection[str]) -> None:
        """Has the pretend pages show everything but these leaks, from the next answer on."""
        ...

    async def check(self) -> Assessment:
        """Looks at every page again, in a real browser. Raises NoBrowser when no look is possible."""
        ...

    async def pictures(self) -> tuple[PagePicture, ...]:
        """The pages as they stand now, as pictures; none where there is no browser to take them."""
        ...


class Screen(Protocol):
    """Where the room looks: it shows what it is given until it is given something else."""

    def show(self, room: Room) -> None:
        """Shows this from now on."""
        ...

    def notices(self) -> Sequence[str]:
        """What the trainer should know about those who look, in sentences; told once."""
        ...

    def renew(self) -> str:
        """Makes a new address, the old one being worth nothing any more; returns it."""
        ...

    @property
    def address(self) -> str:
        """The address to open, empty where there is none."""
        ...
