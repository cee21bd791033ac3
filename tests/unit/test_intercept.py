"""Which page a request belongs to, by the frames the browser tells of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from scanners.egress import AllowList, Ledger
from scanners.intercept import MOST_FRAMES, Interceptor, Watch


class Session:
    """A browser that pauses the requests it is told to, and remembers what came of each."""

    def __init__(self) -> None:
        self.paused: Callable[[Any], None] = lambda event: None
        self.answers: dict[str, str] = {}
        self.told = asyncio.Event()

    def on(self, event: str, f: Callable[[Any], None], /) -> None:
        assert event == "Fetch.requestPaused"
        self.paused = f

    async def send(self, method: str, params: dict[str, Any] | None = None, /) -> None:
        if params and "requestId" in params:
            self.answers[params["requestId"]] = method
            self.told.set()

    async def ask(self, frame: str, url: str, method: str = "GET", kind: str = "Fetch") -> str:
        """What becomes of a request by a frame."""
        self.told.clear()
        request = {"method": method, "url": url, "headers": {}}
        self.paused({"requestId": url, "frameId": frame, "resourceType": kind, "request": request})
        await self.told.wait()
        return self.answers[url]


async def test_a_page_of_endless_frames_takes_none_from_another() -> None:
    session, ledger = Session(), Ledger()
    interceptor = Interceptor(session, ledger)
    await interceptor.start()
    for name in ("one", "two"):
        interceptor.watch(name, Watch(name, AllowList.for_hosts([f"{name}.example"]), ledger))
    for number in range(MOST_FRAMES + 1):
        interceptor.attached(f"in-one-{number}", "one")
    interceptor.attached("in-two", "two")

    assert await session.ask("in-one-0", "https://one.example/a") == "Fetch.continueRequest"
    assert await session.ask(f"in-one-{MOST_FRAMES}", "https://one.example/b") == "Fetch.failRequest"
    assert await session.ask("in-two", "https://two.example/a") == "Fetch.continueRequest"
    assert await session.ask("in-two", "https://one.example/c") == "Fetch.failRequest"

    interceptor.forget("one")
    assert await session.ask("in-one-0", "https://one.example/d") == "Fetch.failRequest"


async def test_a_form_sent_into_a_frame_is_data_the_page_did_not_get() -> None:
    session, ledger = Session(), Ledger()
    interceptor = Interceptor(session, ledger)
    await interceptor.start()
    watch = Watch("one", AllowList.for_hosts(["one.example"]), ledger)
    interceptor.watch("one", watch)
    interceptor.attached("in-one", "one")

    assert await session.ask("in-one", "https://one.example/a", "POST", "Document") == "Fetch.failRequest"
    assert watch.missing()
