"""The network's own proxy: every kind of setting works, or is one sentence that names it and the next step."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio

from scanners import doctor
from scanners.dialling import dial
from scanners.egress import AllowList, Ledger
from scanners.http import HttpClient, Unreachable
from scanners.proxies import ProxyKind, ProxyTrouble, configured, proxy_for, read_setting

HOST = "garden.example"
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Start = Callable[[Talk], Awaitable[int]]


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest_asyncio.fixture
async def start(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Start]:
    """Starts a pretend proxy on this machine, and lets names be found there alone."""
    loop, servers = asyncio.get_running_loop(), []
    real = loop.getaddrinfo

    async def lookup(host: Any, *rest: Any, **more: Any) -> Any:
        if "example" in str(host):
            raise socket.gaierror
        return await real(host, *rest, **more)

    monkeypatch.setattr(loop, "getaddrinfo", lookup, raising=False)

    async def started(talk: Talk) -> int:
        async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await talk(reader, writer)
            finally:
                writer.close()

        servers.append(await asyncio.start_server(served, "127.0.0.1", 0))
        port: int = servers[-1].sockets[0].getsockname()[1]
        return port

    yield started
    for server in servers:
        server.close()


def web_proxy(answer: bytes, heard: list[bytes] | None = None) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        if heard is not None:
            heard.append(asked)
        writer.write(answer)
        if b" 200 " in answer:
            writer.write(await reader.readexactly(5))

    return talk


def socks5(heard: list[bytes], *, secret: bytes = b"", code: int = 0) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, count = await reader.readexactly(2)
        offered = await reader.readexactly(count)
        wanted = 2 if secret else 0
        writer.write(bytes((5, wanted if wanted in offered else 255)))
        if secret and 2 in offered:
            given = await reader.readexactly(1 + 1 + 5 + 1 + 4)
            writer.write(b"\x01\x00" if given == secret else b"\x01\x01")
        heard.append(await reader.readexactly(4 + 1 + len(HOST) + 2))
        writer.write(bytes((5, code, 0, 1, 0, 0, 0, 0, 0, 0)))
        writer.write(await reader.readexactly(5))

    return talk


async def speaks_first(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await writer.drain()
    await reader.read(2000)


async def echoed(host: str = HOST) -> bytes:
    reader, writer = await dial(host, 443)
    writer.write(b"hello")
    answer = await reader.readexactly(5)
    writer.close()
    return answer


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "http_proxy"])
@pytest.mark.parametrize("form", ["127.0.0.1:{}", "http://127.0.0.1:{}", "http://127.0.0.1:{}/", "//127.0.0.1:{}"])
async def test_a_web_proxy_is_used_from_every_setting(
    start: Start, monkeypatch: pytest.MonkeyPatch, name: str, form: str
) -> None:
    port = await start(web_proxy(b"HTTP/1.1 200 Connection established\r\n\r\n"))
    monkeypatch.setenv(name, form.format(port))
    assert await echoed() == b"hello"


@pytest.mark.parametrize("scheme", ["socks5", "socks5h", "SOCKS5", "socks"])
async def test_a_socks5_proxy_finds_the_name_itself(
    start: Start, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    heard: list[bytes] = []
    monkeypatch.setenv("all_proxy", f"{scheme}://127.0.0.1:{await start(socks5(heard))}")
    assert await echoed() == b"hello"
    assert heard == [b"\x05\x01\x00\x03\x0egarden.example\x01\xbb"]


async def test_a_socks5_proxy_gets_its_name_and_password(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    port = await start(socks5([], secret=b"\x01\x05robin\x04p@ss"))
    monkeypatch.setenv("ALL_PROXY", f"socks5://robin:p%40ss@127.0.0.1:{port}")
    assert await echoed() == b"hello"
    for wrong in (f"socks5://robin:nono@127.0.0.1:{port}", f"socks5://127.0.0.1:{port}"):
        monkeypatch.setenv("ALL_PROXY", wrong)
        with pytest.raises(ProxyTrouble, match="name and"):
            await echoed()


@pytest.mark.parametrize("scheme", ["socks4", "socks4a"])
async def test_a_socks4_proxy_is_used(start: Start, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    heard: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\x00garden.example\x00"))
        writer.write(b"\x00\x5a\x00\x00\x00\x00\x00\x00")
        writer.write(await reader.readexactly(5))

    monkeypatch.setenv("ALL_PROXY", f"{scheme}://127.0.0.1:{await start(talk)}")
    assert await echoed() == b"hello"
    assert heard == [b"\x04\x01\x01\xbb\x00\x00\x00\x01\x00garden.example\x00"]


@pytest.mark.parametrize(
    ("talk", "setting", "words"),
    [
        (web_proxy(b"HTTP/1.1 403 Forbidden\r\n\r\n"), "{}", "does not let this computer reach garden.example"),
        (web_proxy(b"HTTP/1.0 407 Proxy Authentication Required\r\n\r\n"), "{}", "asks for a name and a password"),
        (
            web_proxy(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
            "http://robin:hushhush@{}",
            "does not take the name and password",
        ),
        (web_proxy(b"HTTP/1.1 502 Bad Gateway\r\n\r\n"), "{}", "answer 502"),
        (web_proxy(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "{}", "does not talk like a proxy"),
        (web_proxy(b"HTTP/1.1 what\r\n\r\n"), "{}", "does not talk like a proxy"),
        (web_proxy(b""), "{}", "does not talk like a proxy"),
        (web_proxy(b"x" * 200_000), "{}", "does not talk like a proxy"),
        (speaks_first, "https://{}", "does not talk like a proxy"),
        (speaks_first, "socks5://{}", "does not talk like a proxy"),
        (web_proxy(b"HTTP/1.1 400 Bad Request\r\n\r\n"), "socks5://{}", "does not talk like a proxy"),
        (socks5([], code=2), "socks5://{}", "does not let this computer reach"),
        (socks5([], secret=b"none"), "socks5://{}", "asks for a name and a password"),
        (web_proxy(b"\x00\x5b"), "socks4://{}", "does not talk like a proxy"),
    ],
)
async def test_every_trouble_is_a_sentence_with_the_setting_and_the_next_step(
    start: Start, monkeypatch: pytest.MonkeyPatch, talk: Talk, setting: str, words: str
) -> None:
    monkeypatch.setattr("scanners.dialling.CONNECT_SECONDS", 1)
    monkeypatch.setenv("HTTPS_PROXY", setting.format(f"127.0.0.1:{await start(talk)}"))
    with pytest.raises(ProxyTrouble) as caught:
        await dial(HOST, 443)
    trouble = caught.value
    assert words in trouble.message
    assert trouble.setting == "HTTPS_PROXY"
    assert "HTTPS_PROXY" in trouble.message
    assert trouble.hint
    assert "hushhush" not in str(trouble)


async def test_a_proxy_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, start: Start) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
    for place in (f"127.0.0.1:{port}", "http://no-such-proxy.example:8080", f"socks5://127.0.0.1:{port}"):
        monkeypatch.setenv("HTTPS_PROXY", place)
        with pytest.raises(ProxyTrouble, match="HTTPS_PROXY, cannot be reached"):
            await dial(HOST, 443)


async def test_the_http_client_goes_the_same_way(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    port = await start(web_proxy(b"HTTP/1.1 407 No\r\n\r\n", heard))
    monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{port}")
    ledger = Ledger()
    async with HttpClient(ledger) as client:
        with pytest.raises(Unreachable, match="asks for a name and a password"):
            await client.get(f"https://{HOST}/", AllowList.for_hosts([HOST]), purpose="data")
    assert heard[0].startswith(b"CONNECT garden.example:443 HTTP/1.1\r\n")
    assert "HTTPS_PROXY" in ledger.trouble


@pytest.mark.parametrize(
    ("value", "kind", "place"),
    [
        ("proxy.example:8080", ProxyKind.HTTP, "proxy.example:8080"),
        ("proxy.example", ProxyKind.HTTP, "proxy.example:8080"),
        ("https://proxy.example", ProxyKind.HTTPS, "proxy.example:443"),
        ("socks5h://proxy.example", ProxyKind.SOCKS5, "proxy.example:1080"),
        ("http://[2001:db8::1]:3128", ProxyKind.HTTP, "[2001:db8::1]:3128"),
        ("robin:secret@proxy.example:3128", ProxyKind.HTTP, "proxy.example:3128"),
    ],
)
def test_a_setting_is_taken_apart(value: str, kind: ProxyKind, place: str) -> None:
    proxy = read_setting(value, "HTTPS_PROXY")
    assert (proxy.kind, proxy.place) == (kind, place)
    assert "secret" not in repr(proxy)


@pytest.mark.parametrize(
    "value",
    [
        "http://proxy.example:80a", "http://proxy.example:99999", "http://", "htp://proxy.example:8080", "://",
        "http://robin:secret@proxy.example:x", "robin:secret@proxy.example:80a", "http://[::1:80", "my proxy:8080",
    ],
)  # fmt: skip
async def test_a_mistyped_setting_is_told_without_its_password(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    with pytest.raises(ProxyTrouble) as caught:
        await dial(HOST, 443)
    assert "HTTPS_PROXY" in caught.value.message
    assert "http://proxy.example:8080" in caught.value.hint
    assert "secret" not in str(caught.value)


def test_exceptions_from_the_proxy_and_this_machine_are_reached_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:8080")
    monkeypatch.setenv("NO_PROXY", "meadow.example, .field.example")
    direct = ["meadow.example", "a.field.example", "localhost", "a.localhost", "127.0.0.1", "::1"]
    assert [proxy_for(host) for host in direct] == [None] * 6
    found = proxy_for(HOST)
    assert found is not None
    assert found.place == "proxy.example:8080"
    monkeypatch.setenv("NO_PROXY", "*")
    assert proxy_for(HOST) is None


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", " ")
    assert configured() is None


@pytest.mark.parametrize("value", ["http://proxy.example:80a", "http://127.0.0.1:1"])
def test_doctor_names_the_setting(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor._proxy().ok
    monkeypatch.setenv("ALL_PROXY", value)
    check = doctor._proxy()
    assert not check.ok
    assert "ALL_PROXY" in check.sentence
    assert check.mend in ("unset ALL_PROXY", "set ALL_PROXY=")
