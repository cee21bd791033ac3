"""The one door of a browser: what it lets through, what it refuses, and whom it tells."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio

from privacy_check.sentences import say
from scanners.egress import ELSEWHERE, PRIVATE, AllowList
from scanners.relay import Relay

ALLOWED, NOT_ALLOWED, UNREACHABLE = 0, 2, 4


@pytest_asyncio.fixture
async def echo() -> AsyncIterator[int]:
    """A server on this machine that says everything back."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(1000):
            writer.write(data)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def ask(relay: Relay, host: str, port: int, say: bytes = b"") -> tuple[int, bytes]:
    """The relay's answer to one connection, and what comes back for `say`."""
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    writer.write(b"\x05\x01\x00")
    assert await reader.readexactly(2) == b"\x05\x00"
    name = host.encode()
    writer.write(b"\x05\x01\x00\x03" + bytes([len(name)]) + name + struct.pack("!H", port))
    code = (await reader.readexactly(10))[1]
    back = b""
    if say and code == ALLOWED:
        writer.write(say)
        back = await reader.readexactly(len(say))
    writer.close()
    return code, back


async def test_an_allowed_place_is_connected(echo: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    opened: list[tuple[str, int]] = []
    allow = AllowList.for_hosts([f"robin.localhost:{echo}"])
    async with Relay(allow, on_open=lambda host, port: opened.append((host, port))) as relay:
        assert await ask(relay, "robin.localhost", echo, b"hello" * 100_000) == (ALLOWED, b"hello" * 100_000)
    assert opened == [("robin.localhost", echo)]


async def test_anything_else_is_refused_and_told(echo: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    told: list[tuple[str, int, str]] = []
    async with Relay(on_refusal=lambda *what: told.append(what)) as relay:
        assert (await ask(relay, "metrics.example", 443))[0] == NOT_ALLOWED
        assert (await ask(relay, "127.0.0.1", echo))[0] == NOT_ALLOWED
        assert (await ask(relay, "192.168.0.1", 80))[0] == NOT_ALLOWED
    assert told == [
        ("metrics.example", 443, say(ELSEWHERE)),
        ("127.0.0.1", echo, say(ELSEWHERE)),
        ("192.168.0.1", 80, say(PRIVATE)),
    ]


async def test_a_name_that_leads_home_is_refused(echo: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lookup(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", echo))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
    told: list[str] = []
    allow = AllowList.for_hosts([f"garden.example:{echo}"])
    async with Relay(allow, on_refusal=lambda host, port, reason: told.append(reason)) as relay:
        assert (await ask(relay, "garden.example", echo))[0] == NOT_ALLOWED
    assert told == [say(PRIVATE)]


async def test_a_place_where_nobody_listens_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
    async with Relay(AllowList.for_hosts([f"127.0.0.1:{port}"])) as relay:
        assert (await ask(relay, "127.0.0.1", port))[0] == UNREACHABLE


@pytest.mark.parametrize(
    "words", [b"GET / HTTP/1.1\r\n\r\n", b"\x04\x01\x00\x50", b"\x05\x01\x00\x05\x02\x00\x01", b""]
)
async def test_other_protocols_are_hung_up_on(words: bytes) -> None:
    async with Relay() as relay:
        reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
        writer.write(words)
        writer.write_eof()
        assert await reader.read() in (b"", b"\x05\x00")
        writer.close()


async def test_closing_ends_what_is_still_open(echo: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    async with Relay(AllowList.for_hosts([f"127.0.0.1:{echo}"])) as relay:
        reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
        writer.write(b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01" + struct.pack("!H", echo))
        assert (await reader.readexactly(12))[3] == ALLOWED
    assert await reader.read() == b""
    writer.close()


@pytest.mark.parametrize("limit", [{"most": 8}, {"most_in_all": 8}])
async def test_a_connection_that_brings_too_much_is_ended(
    echo: int, monkeypatch: pytest.MonkeyPatch, limit: dict[str, int]
) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    full: list[bool] = []
    allow = AllowList.for_hosts([f"robin.localhost:{echo}"])

    async with Relay(allow, on_full=lambda: full.append(True), **limit) as relay:
        assert await ask(relay, "robin.localhost", echo, b"eight by") == (ALLOWED, b"eight by")
        assert full == []
        with pytest.raises(asyncio.IncompleteReadError):
            await ask(relay, "robin.localhost", echo, b"nine byte")
    assert full == [True]


def names_by(lookup: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Has names of example hosts found by `lookup`, and all others as ever."""
    loop = asyncio.get_running_loop()
    real = loop.getaddrinfo
    monkeypatch.setattr(
        loop,
        "getaddrinfo",
        lambda host, *a, **k: lookup() if "example" in host else real(host, *a, **k),
        raising=False,
    )


async def test_the_networks_own_proxy_is_used_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.extend((await reader.readuntil(b"\r\n\r\n")).split(b"\r\n"))
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        writer.write(await reader.readexactly(5))
        writer.close()

    async def lookup(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("https_proxy", f"http://robin:p%40ss@127.0.0.1:{port}")
    names_by(lookup, monkeypatch)
    async with server, Relay(AllowList.for_hosts(["garden.example"])) as relay:
        assert await ask(relay, "garden.example", 443, b"hello") == (ALLOWED, b"hello")
    assert lines[0] == b"CONNECT garden.example:443 HTTP/1.1"
    assert b"Proxy-Authorization: Basic cm9iaW46cEBzcw==" in lines


async def test_a_proxy_that_refuses_is_told_apart_from_a_silent_site(monkeypatch: pytest.MonkeyPatch) -> None:
    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        writer.close()

    async def lookup(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{port}")
    names_by(lookup, monkeypatch)
    told: list[str] = []
    allow = AllowList.for_hosts(["garden.example"])
    async with server, Relay(allow, on_trouble=lambda trouble: told.append(trouble.message)) as relay:
        assert (await ask(relay, "garden.example", 443))[0] == UNREACHABLE
        assert relay.trouble is not None
    assert told == [
        f"The proxy 127.0.0.1:{port}, named in https_proxy, does not let this computer reach garden.example "
        "(answer 403)."
    ]
