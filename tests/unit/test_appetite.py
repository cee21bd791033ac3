"""Which page is stopped when a process of the browser takes too much memory."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psutil
import pytest

from scanners import appetite
from scanners.appetite import FAR_TOO_MUCH, MOST, Appetite


@dataclass
class Told:
    """A session that answers what it is told to."""

    answers: dict[str, Any]

    async def send(self, method: str, params: dict[str, Any] | None = None, /) -> Any:
        answer = self.answers.get(method, {})
        if isinstance(answer, Exception):
            raise answer
        return answer

    def on(self, event: str, f: Callable[[Any], None], /) -> None:
        """Nothing is ever told."""


@dataclass
class Open:
    """A page whose process has worked for so many seconds; None for one that does not answer."""

    worked: float | None
    stopped: bool = False
    session: Told = field(init=False)

    def __post_init__(self) -> None:
        told: Any = {"metrics": [{"name": "Nodes", "value": 9}, {"name": "ProcessTime", "value": self.worked}]}
        self.session = Told({"Performance.getMetrics": TimeoutError() if self.worked is None else told})

    def stop_for_memory(self) -> None:
        self.stopped = True


PROCESSES = {1: ("browser", 3.0), 2: ("renderer", 0.3), 3: ("renderer", 2.0), 4: ("renderer", 0.2)}


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    monkeypatch.setattr(appetite, "FIRST_SECONDS", 0)
    monkeypatch.setattr(appetite, "TURN_SECONDS", 0.001)
    monkeypatch.setattr(appetite, "_opened", lambda kinds, _: {number: number for number in kinds})
    killed: list[Any] = []
    monkeypatch.setattr(appetite, "_end", lambda number: not killed.append(number))
    return killed


async def after_a_while(monkeypatch: pytest.MonkeyPatch, pages: list[Open], taken: dict[int, int]) -> Appetite:
    """What became of pages whose processes take so many bytes."""
    turns = asyncio.Event()

    def take(number: Any) -> int:
        if number == 4:
            seen.append(number)
            if len(seen) > 12:
                turns.set()
        return taken.get(number, 0)

    seen: list[int] = []
    monkeypatch.setattr(appetite, "_taken", take)
    listed = [{"id": number, "type": kind, "cpuTime": spent} for number, (kind, spent) in PROCESSES.items()]
    watched = Appetite(Told({"SystemInfo.getProcessInfo": {"processInfo": listed}}))
    for page in pages:
        watched.watch(page)
    async with asyncio.timeout(5):
        await turns.wait()
    for page in pages:
        watched.forget(page)
    return watched


async def test_the_page_of_a_greedy_process_is_stopped(monkeypatch: pytest.MonkeyPatch, ended: list[Any]) -> None:
    pages = [Open(0.3), Open(2.01), Open(0.2)]

    watched = await after_a_while(monkeypatch, pages, {3: MOST, 2: MOST - 1})

    assert [page.stopped for page in pages] == [False, True, False]
    assert (ended, watched.ended_one) == ([], False)


async def test_for_a_process_that_serves_all_the_busiest_page_is_stopped(
    monkeypatch: pytest.MonkeyPatch, ended: list[Any]
) -> None:
    pages = [Open(0.3), Open(2.0), Open(0.2)]

    await after_a_while(monkeypatch, pages, {1: MOST})

    assert [page.stopped for page in pages] == [False, True, False]


async def test_a_process_whose_page_cannot_be_told_is_ended_when_it_takes_far_too_much(
    monkeypatch: pytest.MonkeyPatch, ended: list[Any]
) -> None:
    pages = [Open(0.3), Open(None), Open(0.2)]

    watched = await after_a_while(monkeypatch, pages, {3: FAR_TOO_MUCH})

    assert not any(page.stopped for page in pages)
    assert set(ended) == {3}
    assert watched.ended_one


def test_only_what_this_program_started_is_ever_ended() -> None:
    above = psutil.Process(os.getppid())

    assert not appetite._end(above)
    assert above.is_running()
    assert appetite._taken(psutil.Process()) > appetite.MEGABYTE
