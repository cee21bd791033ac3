"""The whole check over every invented person, in a real browser: it ends as each person's file expects."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from privacy_check.cli.pretend import AT_ONCE
from privacy_check.cli.toolkit import build_tools
from privacy_check.model import Account, Assessment, Capture, Lens, RequestRecord
from privacy_check.ownership import Gate
from privacy_check.ports import Collector, Toolkit
from privacy_check.selfcheck import Finished, Look, SelfCheck
from privacy_check.subject import AboutMe
from scanners.demo import PLATFORMS, Persona, PretendNetwork, held_to, personas

pytestmark = pytest.mark.browser


@dataclass
class Borrowed:
    """One browser for every check; each check gets the requests of its own accounts."""

    browser: Collector
    keys: frozenset[str]
    lens: Lens = Lens.PUBLIC

    async def __aenter__(self) -> Borrowed:
        return self

    async def __aexit__(self, *exc: object) -> None:
        return None

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        return await self.browser.collect(account, progress)

    def requests(self) -> Sequence[RequestRecord]:
        return [record for record in self.browser.requests() if record.account in self.keys]


async def check(person: Persona, port: int, toolkit: Toolkit, browser: Collector) -> Assessment:
    accounts, suspects = person.accounts(port), person.suspects(port)
    keys = frozenset(account.key for account in (*accounts, *suspects))
    run = SelfCheck(
        looks=[Look(account) for account in accounts],
        toolkit=replace(toolkit, collectors={Lens.PUBLIC: lambda: Borrowed(browser, keys)}),
        gate=Gate(stated=True, exempt=True),
        about=AboutMe.from_mapping(person.about),
        suspects=suspects,
    )
    async for event in run.events():
        if isinstance(event, Finished):
            return event.assessment
    raise AssertionError("the check never finished")


@pytest.mark.timeout(300)  # as many at once as the demo has, in a real browser
async def test_the_check_of_every_invented_person_ends_as_their_file_expects() -> None:
    tools = build_tools(platforms=PLATFORMS)
    amiss: list[str] = []
    worst: dict[str, float] = {}
    late: set[str] = set()
    async with PretendNetwork() as network, tools.public_view() as browser:
        room = asyncio.Semaphore(AT_ONCE)

        async def checked(person: Persona) -> tuple[Persona, Assessment]:
            async with room:
                return person, await check(person, network.port, tools.toolkit, browser)

        for person, assessment in await asyncio.gather(*map(checked, personas())):
            assert assessment.requests
            late |= {view.account.platform for view in assessment.views if view.unfinished}
            assert assessment.score is not None
            worst[person.id] = assessment.score.high
            amiss += [shortfall.sentence for shortfall in held_to(person, assessment)]
        hosts = {record.host for record in browser.requests()}
        murmured = [(record.operation, record.allowed) for record in browser.requests() if record.method == "POST"
                    and record.host == "murmur.localhost"]  # fmt: skip

    locked = {worst[name] for name in ("hannah", "isaac", "meera")}
    wide_open = {worst[name] for name in ("amara", "bilal", "carol", "danielle", "edwin", "farah", "kelly")}
    assert max(locked) < worst["liam"] < min(wide_open), worst
    assert sorted(murmured) == [("", False), ("MurmurProfileQuery", True)]
    assert all(host.endswith(".localhost") for host in hosts), hosts
    assert "dawdle" in late, "it never ends"
    assert "pikchur" not in late, "its pages stand at once"
    assert not amiss, "\n" + "\n".join(amiss)
