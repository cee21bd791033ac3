"""The one door of a browser: a SOCKS5 relay on this machine that resolves, checks and then connects by itself.

A browser that resolved names on its own could be sent to a private address after the check (DNS rebinding), and
would make calls of its own that no page asked for. Behind this relay it knows no other way out, and the address
that was checked is the address that is connected.
"""

from __future__ import annotations

import asyncio
import ipaddress
import struct
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field

from scanners.dialling import CHUNK, dial
from scanners.egress import AllowList, Refused
from scanners.proxies import ProxyTrouble

NOBODY = AllowList()

_OK, _FAILED, _NOT_ALLOWED, _UNREACHABLE = 0, 1, 2, 4

Refusal = Callable[[str, int, str], None]
Opened = Callable[[str, int], None]


@dataclass
class Relay:
    """One door, one allow-list. `on_refusal(host, port, reason)` and `on_open(host, port)` hear of all traffic.

    A connection that brought more than `most` bytes is ended, and once `most_in_all` came in, all of them;
    `on_full()` hears of it. 0 means no limit.
    `trouble` is the last one with the network's own proxy, None when there was none; `on_trouble` hears of each.
    """

    allow: AllowList = NOBODY
    on_refusal: Refusal = lambda host, port, reason: None
    on_open: Opened = lambda host, port: None
    on_trouble: Callable[[ProxyTrouble], None] = lambda trouble: None
    trouble: ProxyTrouble | None = None
    on_full: Callable[[], None] = lambda: None
    most: int = 0
    most_in_all: int = 0
    port: int = 0
    _came: int = 0
    _server: asyncio.Server | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        """The address a browser is told to use."""
        return f"socks5://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Relay:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=2)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A relay that is being closed must not leave the browser's own hang-ups in the log.
        with suppress(OSError, EOFError, asyncio.CancelledError):
            try:
                await self._connect(reader, writer)
            finally:
                writer.close()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host, port = await _greeting(reader, writer)
        try:
            if reason := self.allow.host_refusal(host, port):
                raise Refused(reason)
            there = await dial(host, port)
        except Refused as refused:
            self.on_refusal(host, port, refused.reason)
            writer.write(_reply(_NOT_ALLOWED))
            return
        except ProxyTrouble as trouble:
            self.trouble = trouble
            self.on_trouble(trouble)
            writer.write(_reply(_UNREACHABLE))
            return
        except (OSError, TimeoutError):
            writer.write(_reply(_UNREACHABLE))
            return
        self.on_open(host, port)
        writer.write(_reply(_OK))
        try:
            await _both_ways(_pump(reader, there[1]), _pump(there[0], writer, self._room()))
        finally:
            there[1].close()

    def _room(self) -> Callable[[int], bool]:
        """Counts what one connection brings: True while there is room for more."""
        came = 0

        def more(size: int) -> bool:
            nonlocal came
            came += size
            self._came += size
            full = bool(self.most and came > self.most) or bool(self.most_in_all and self._came > self.most_in_all)
            if full:
                self.on_full()
            return not full

        return more


async def _greeting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    version, methods = await reader.readexactly(2)
    if version != 5:
        raise EOFError
    await reader.readexactly(methods)
    writer.write(b"\x05\x00")
    _, command, _, kind = await reader.readexactly(4)
    if kind == 3:
        length = (await reader.readexactly(1))[0]
        host = (await reader.readexactly(length)).decode("ascii", "replace").strip("[]").rstrip(".").lower()
    elif kind in (1, 4):
        host = str(ipaddress.ip_address(await reader.readexactly(4 if kind == 1 else 16)))
    else:
        raise EOFError
    (port,) = struct.unpack("!H", await reader.readexactly(2))
    if command != 1:
        writer.write(_reply(_FAILED))
        raise EOFError
    return host, port


def _reply(code: int) -> bytes:
    return bytes((5, code, 0, 1, 0, 0, 0, 0, 0, 0))


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, room: Callable[[int], bool] = lambda size: True
) -> None:
    with suppress(OSError):
        while (data := await reader.read(CHUNK)) and room(len(data)):
            writer.write(data)
            await writer.drain()


async def _both_ways(out: Coroutine[object, object, None], back: Coroutine[object, object, None]) -> None:
    """Runs both directions until one side hangs up: no web client closes half a connection."""
    pumps = {asyncio.create_task(out), asyncio.create_task(back)}
    try:
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for pump in pumps:
            pump.cancel()
