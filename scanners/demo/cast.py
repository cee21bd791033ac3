"""Who stands on a pretend network just now: the invented people, whom a trainer may change while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from privacy_check.errors import UsageError
from privacy_check.sentences import say
from scanners.demo.persona import Persona, PretendAccount, personas


@dataclass(frozen=True)
class _Standing:
    people: tuple[Persona, ...]
    pages: dict[str, PretendAccount]


class Cast:
    """The people of one pretend network. Every answer is made of who stands there at that moment."""

    def __init__(self, people: Sequence[Persona]) -> None:
        self._now = _standing(people)

    @property
    def people(self) -> tuple[Persona, ...]:
        """Everybody, in the order they were given."""
        return self._now.people

    def page(self, platform: str, handle: str) -> PretendAccount | None:
        """The account of that name there, a look-alike's too; None where there is none."""
        return self._now.pages.get(f"{platform}:{handle}".lower())

    def person(self, name: str) -> Persona:
        """The person of that id, letter or first name. Raises UsageError when there is none."""
        wanted = name.strip().casefold()
        for person in self.people:
            if wanted in (person.id, person.letter.casefold(), person.name.casefold()):
                return person
        known = ", ".join(person.id for person in self.people)
        raise UsageError(
            say("commands.screens.nobody", persona=name), say("commands.screens.choose_one", names=known)
        )

    def put(self, person: Persona) -> None:
        """Has that person stand there in the place of the one with the same id, from the next answer on."""
        # One assignment, because the network answers from other threads.
        self._now = _standing([person if one.id == person.id else one for one in self.people])


def _standing(people: Sequence[Persona]) -> _Standing:
    pages = {page.key: page for person in people for page in person.every_page}
    return _Standing(tuple(people), pages)


@cache
def usual_cast() -> Cast:
    """The invented people that come with the program. Nobody changes this one."""
    return Cast(personas())
