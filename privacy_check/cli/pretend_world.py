"""The invented people of one run, the network they stand on, and the tools that look at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from privacy_check.cli.pretend_place import admit_loopback, platform_files
from privacy_check.cli.toolkit import build_toolkit
from privacy_check.model import Account, LinkReading
from privacy_check.ports import Toolkit
from privacy_check.subject import AboutMe

if TYPE_CHECKING:
    from scanners.demo import Cast, Persona, PretendNetwork


class PretendWorld:
    """Those who come with the program, or the people of a trainer's pack. Read and started when first wanted."""

    def __init__(self, pack: Path | None = None) -> None:
        self.pack = pack

    @cached_property
    def cast(self) -> Cast:
        """Who stands on the network. Raises UnreadableInput for a folder that is no pack."""
        from scanners.demo import Cast

        return Cast(people_of(self.pack))

    @cached_property
    def network(self) -> PretendNetwork:
        """The network of this run, not started yet."""
        from scanners.demo import PretendNetwork

        return PretendNetwork(cast=self.cast)

    def chosen(self, name: str | None) -> tuple[Persona, ...]:
        """The person asked for, or everybody. Raises UsageError for a name nobody has."""
        return (self.cast.person(name),) if name else self.cast.people

    def people(self) -> Sequence[Invented]:
        """Everybody, as the screens take them."""
        return People(self)

    @asynccontextmanager
    async def pretend(self) -> AsyncIterator[Toolkit]:
        """Starts the pretend network and gives the tools that look at it."""
        admit_loopback()
        async with self.network as network:
            yield _tools(network)

    @contextmanager
    def practising(self) -> Iterator[tuple[Toolkit, int, tuple[str, ...]]]:
        """The same for a command that is no coroutine: the tools, the network's port, and its sites."""
        from scanners.demo.places import address_of, sites

        admit_loopback()
        with self.network as network:
            toolkit = _tools(network)

            def recognise(text: str) -> LinkReading:
                reading = toolkit.recognise(text)
                account = reading.account
                if account is None or account.platform not in sites() or ":" in urlsplit(account.url).netloc:
                    return reading
                url = address_of(account.platform, account.handle, network.port)
                return replace(reading, account=replace(account, url=url))

            yield replace(toolkit, recognise=recognise), network.port, tuple(sites())


def _tools(network: PretendNetwork) -> Toolkit:
    """The tools that look at the pretend network, and ask its sites for accounts somebody forgot."""
    from scanners.demo.forgotten import pretend_run

    toolkit = build_toolkit(platforms=platform_files(), kept=False)
    return replace(toolkit, ask_sites=partial(pretend_run, port=network.port), pretend=True)


@dataclass(frozen=True)
class Invented:
    """An invented person as the screens take them; their addresses are known once the network runs."""

    person: Persona
    world: PretendWorld

    @property
    def id(self) -> str:
        """The short name of the person's file."""
        return self.person.id

    @property
    def name(self) -> str:
        """Name and role."""
        return f"{self.person.name}, {self.person.role}"

    @property
    def story(self) -> str:
        """Who they are, in a sentence or two."""
        return self.person.story

    @property
    def about(self) -> AboutMe:
        """What they told the tool about themself."""
        return AboutMe.from_mapping(self.person.about)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Their own accounts."""
        return self.person.accounts(self.world.network.port)

    @property
    def suspects(self) -> tuple[Account, ...]:
        """Accounts that look like theirs."""
        return self.person.suspects(self.world.network.port)


class People(Sequence[Invented]):
    """The invented people, read when somebody wants to see them: there are always some."""

    def __init__(self, world: PretendWorld) -> None:
        self._world = world

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, at: Any) -> Any:
        return self._all[at]

    @cached_property
    def _all(self) -> tuple[Invented, ...]:
        return tuple(Invented(person, self._world) for person in self._world.cast.people)


def people_of(pack: Path | None) -> tuple[Persona, ...]:
    """The invented people of the program, or of a pack. Raises UnreadableInput for what is no pack."""
    from scanners.demo import personas

    if pack is None:
        return personas()
    from scanners.demo.packs import load_pack

    return load_pack(pack)
