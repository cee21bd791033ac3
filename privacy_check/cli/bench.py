"""The trainer's bench: the pretend network with one person on it, looked at and pictured by real browsers."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from privacy_check.account_names import account_name
from privacy_check.cli.pretend import Known, check_person
from privacy_check.cli.pretend_place import admit_loopback, platform_files
from privacy_check.cli.toolkit import Tools, build_tools
from privacy_check.model import Assessment
from privacy_check.sentences import say
from privacy_check.training.nouns import Leak, PagePicture, Somebody

if TYPE_CHECKING:
    from privacy_check.ports import Collector
    from scanners.demo import Persona, PretendNetwork
    from scanners.demo.camera import Camera
    from scanners.demo.persona import PretendAccount

MOST_PAGES = 4


@dataclass
class PretendBench:
    """One invented person on a network of their own; nothing of it outlives the process."""

    person: Persona
    network: PretendNetwork
    tools: Tools
    browser: Collector
    camera: Camera | None
    _pictures: dict[PretendAccount, PagePicture] = field(default_factory=dict)
    _looked: tuple[Persona | None, Assessment | None] = (None, None)

    def name_of(self, platform: str) -> str:
        """What a pretend site is called."""
        return self.tools.toolkit.platform_name(platform)

    def leaks(self, assessment: Assessment) -> tuple[Leak, ...]:
        """What can be switched off, behind the findings of the first look."""
        from scanners.demo.leaks import leaks

        return leaks(self.person, assessment, self.name_of)

    def leaks_of(self, assessment: Assessment, fingerprints: Collection[str]) -> tuple[str, ...]:
        """The leaks behind these findings, each once."""
        from scanners.demo.leaks import behind, together

        wanted = [item for item in assessment.findings if item.fingerprint in fingerprints]
        return together(leak for item in wanted for leak in behind(self.person, item))

    def switch(self, off: Collection[str]) -> None:
        """Has the pages stand without these leaks."""
        from scanners.demo.leaks import without

        self.network.cast.put(without(self.person, off))

    async def check(self) -> Assessment:
        """A check of the pages as they stand now; those that are as they were are not opened again."""
        person = self.network.cast.person(self.person.id)
        looked, last = self._looked
        before = {page.key: page for page in (*looked.pages, *looked.look_alikes)} if looked else {}
        same = {page.key for page in (*person.pages, *person.look_alikes) if before.get(page.key) == page}
        known = Known(
            views=tuple(view for view in last.views if view.account.key in same) if last else (),
            candidates=last.candidates if last and len(same) == len(before) else None,
        )
        checked = await check_person(person, self.network.port, self.tools, self.browser, known=known)
        self._looked = (person, checked)
        return checked

    async def pictures(self) -> tuple[PagePicture, ...]:
        """The first pages, as strangers see them now."""
        found = []
        for page in self.network.cast.person(self.person.id).pages[:MOST_PAGES]:
            # A page that stands as before has the picture of before.
            if page not in self._pictures and self.camera is not None:
                account = page.account(self.network.port)
                image = await self.camera.picture(account.url)
                if image:
                    title = account_name(account, self.name_of)
                    self._pictures[page] = PagePicture(_named(image), title, account.url, image)
            if page in self._pictures:
                found.append(self._pictures[page])
        return tuple(found)


def _named(image: bytes) -> str:
    return hashlib.blake2b(image, digest_size=9).hexdigest()


@asynccontextmanager
async def bench(
    person: Persona, people: Sequence[Persona], more_hosts: Sequence[str] = (), *, pictured: bool = True
) -> AsyncIterator[PretendBench]:
    """Starts the network, the browser of the check and the one for pictures. Raises NoBrowser."""
    from scanners.demo import Cast, PretendNetwork
    from scanners.demo.camera import camera

    admit_loopback()
    tools = build_tools(platforms=platform_files(), kept=False)
    async with AsyncExitStack() as stack:
        network = await stack.enter_async_context(PretendNetwork(cast=Cast(people)))
        browser = await stack.enter_async_context(tools.public_view())
        taker = await stack.enter_async_context(camera(network.port, more_hosts)) if pictured else None
        yield PretendBench(person, network, tools, browser, taker)


def somebody(person: Persona) -> Somebody:
    """The person in the words of a session."""
    first, *_ = person.name.split() or [person.name]
    employers = person.about.get("employers") or ()
    caution = say("training.caution") if person.safer_way else ""
    return Somebody(
        id=person.id,
        name=person.name,
        role=person.role,
        # The lines of the file are not those of a page.
        story="\n\n".join(" ".join(part.split()) for part in person.story.strip().split("\n\n")),
        teaches=person.teaches,
        first_name=first,
        employer=str(employers[0]) if employers else "",
        caution=caution,
        more=tuple(_more(person)),
    )


def _more(person: Persona) -> Iterator[str]:
    """What can be practised with that person on the pretend network, in a window of its own."""
    from scanners.demo import personas

    if person.id not in {one.id for one in personas()}:
        return
    if person.look_alikes:
        yield say("training.more.copies", id=person.id)
    if person.forgotten:
        yield say("training.more.forgotten", count=len(person.forgotten), id=person.id)
