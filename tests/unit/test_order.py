"""The same input gives the same order, whichever page came first and however Python shuffles its sets."""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from privacy_check.cli.toolkit import build_toolkit
from privacy_check.model import Account, Capture, Field, Lens, Link, Outcome, Ownership, ProfileView, RequestRecord
from privacy_check.ownership import Gate
from privacy_check.ports import Collector
from privacy_check.selfcheck import Finished, Look, SelfCheck
from privacy_check.serialise import document
from privacy_check.subject import AboutMe
from reports.document import Options, build
from reports.formats.txt import render
from scanners.demo import PLATFORMS, Persona, PretendNetwork, persona
from tests.conftest import NOON, FrozenClock
from tests.unit.test_cli import PAGE
from tests.unit.test_selfcheck import FakeCollector, account, toolkit


@dataclass
class Shuffled:
    """Asks the pretend network for each page after a delay that is another one each time."""

    seed: int
    lens: Lens = Lens.PUBLIC
    made: list[RequestRecord] = field(default_factory=list)

    async def __aenter__(self) -> Collector:
        self.chance = random.Random(self.seed)
        return self

    async def __aexit__(self, *exc: object) -> None:
        return None

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        await asyncio.sleep(self.chance.random() / 50)
        async with httpx.AsyncClient(trust_env=False, verify=False) as client:
            asked = httpx.URL(account.url)
            answer = await client.get(asked.copy_with(host="127.0.0.1"), headers={"Host": asked.netloc.decode()})
        host = asked.host
        self.made.append(
            RequestRecord("GET", account.url, host, "the page", datetime.now(UTC), account.key, answer.status_code)
        )
        outcome = Outcome.VISIBLE if answer.status_code == 200 else Outcome.NOT_FOUND
        return Capture(account, self.lens, outcome, account.url, answer.status_code, answer.text, NOON)

    def requests(self) -> Sequence[RequestRecord]:
        return self.made


async def looked(person: Persona, port: int, seed: int) -> tuple[str, str]:
    """The JSON and the text of one check, without the times of its requests."""
    kit = build_toolkit(platforms=PLATFORMS, kept=False)
    collector = Shuffled(seed)
    run = SelfCheck(
        [Look(account) for account in person.accounts(port)],
        replace(kit, collectors={Lens.PUBLIC: lambda: collector}, clock=FrozenClock()),
        Gate(stated=True, exempt=True),
        about=AboutMe.from_mapping(person.about),
    )
    async for event in run.events():
        if isinstance(event, Finished):
            told = document(event.assessment, reveal=True)
            for row in told["requests"]:
                del row["at"]
            return json.dumps(told), render(build(event.assessment, Options()))
    raise AssertionError("the check never finished")


async def test_pages_that_arrive_in_another_order_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    async with PretendNetwork() as network:
        for name in ("amara", "danielle"):
            runs = [await looked(persona(name), network.port, seed) for seed in (1, 2)]
            assert len(json.loads(runs[0][0])["findings"]) > 3
            assert runs[0] == runs[1]


@pytest.mark.parametrize("first", ["page", "profile"])
async def test_ownership_does_not_depend_on_which_page_came_first(first: str) -> None:
    profile, page = account("profile"), account("page")
    gates = {handle: asyncio.Event() for handle in ("profile", "page")}
    gates[first].set()

    class InTurn(FakeCollector):
        async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
            await gates[account.handle].wait()
            return await super().collect(account, progress)

    def read(capture: Capture) -> ProfileView:
        other = page if capture.account == profile else profile
        return ProfileView(
            capture.account,
            capture.lens,
            capture.outcome,
            fields=(Field("display_name", "Asha", "test"),),
            links=(Link(other.url, rel="me"),),
        )

    tools = replace(toolkit(InTurn()), extract=read)
    run = SelfCheck([Look(profile), Look(page)], tools, Gate(stated=True))
    async for event in run.events():
        for gate in gates.values() if type(event).__name__ == "Seen" else ():
            gate.set()
    assert [view.account.ownership for view in run.conclude().views] == [Ownership.PROVED, Ownership.PROVED]
    assert [view.account.handle for view in run.conclude().views] == ["profile", "page"]


def test_two_runs_of_a_command_print_the_same(tmp_path: Path) -> None:
    (tmp_path / "asha.html").write_text(PAGE, encoding="utf-8")

    def printed(seed: str, *more: str) -> bytes:
        command = [
            sys.executable,
            "-c",
            "from privacy_check.start import main; main()",
            "page",
            "asha.html",
            *more,
        ]
        done = subprocess.run(
            command, capture_output=True, check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        return done.stdout

    for more in ((), ("--json", "--reveal")):
        assert len({printed(seed, *more) for seed in ("1", "2", "3")}) == 1
