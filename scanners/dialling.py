"""Opens a connection to a checked address: the one that was checked, or by way of the network's own proxy."""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import ssl
import struct
from functools import cache

import certifi

from scanners.proxies import Proxy, ProxyKind, proxy_for
from scanners.resolving import NoSuchName, resolve

CONNECT_SECONDS = 10
CHUNK = 64 * 1024
LONGEST_ANSWER = 60_000

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@cache
def trusted() -> ssl.SSLContext:
    """Whom a connection trusts: this computer's authorities and those of certifi, read once for all."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


async def dial(host: str, port: int) -> Connection:
    """Connects to a host of the open internet.

    Raises Refused for an address that may not be asked, ProxyTrouble when the proxy is the reason, OSError or
    TimeoutError when nobody answers.
    """
    proxy = proxy_for(host)
    try:
        addresses = await resolve(host, port)
    except NoSuchName:
        if proxy is None:
            raise
        addresses = ()
    if proxy is not None:
        return await _through(proxy, host, port)
    async with asyncio.timeout(CONNECT_SECONDS):
        last: OSError = OSError(host)
        for address in addresses:
            try:
                return await asyncio.open_connection(address, port, limit=CHUNK)
            except OSError as error:
                last = error
        raise last


async def reach(proxy: Proxy) -> Connection:
    """Connects to the proxy itself. Raises ProxyTrouble when it is not there."""
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            if proxy.kind is not ProxyKind.HTTPS:
                return await asyncio.open_connection(proxy.host, proxy.port, limit=CHUNK)
            return await asyncio.open_connection(proxy.host, proxy.port, limit=CHUNK, ssl=trusted())
    except ssl.SSLError:
        raise proxy.strange() from None
    except (OSError, TimeoutError, UnicodeError):
        raise proxy.unreachable() from None


async def _through(proxy: Proxy, host: str, port: int) -> Connection:
    reader, writer = await reach(proxy)
    hello = {ProxyKind.SOCKS4: _socks4, ProxyKind.SOCKS5: _socks5}.get(proxy.kind, _connect)
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            await hello(proxy, (reader, writer), host, port)
    except (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError, ValueError):
        writer.close()
        raise proxy.strange() from None
    except BaseException:
        writer.close()
        raise
    return reader, writer


async def _connect(proxy: Proxy, connection: Connection, host: str, port: int) -> None:
    """A web proxy: CONNECT, with the name and password of the setting (RFC 9110, 9.3.6)."""
    reader, writer = connection
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {where} HTTP/1.1", f"Host: {where}"]
    if proxy.user:
        secret = base64.b64encode(f"{proxy.user}:{proxy.password}".encode()).decode()
        lines.append(f"Proxy-Authorization: Basic {secret}")
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    answer = (await reader.readuntil(b"\r\n\r\n"))[:LONGEST_ANSWER]
    version, _, rest = answer.split(b"\r\n", 1)[0].partition(b" ")
    if not version.startswith(b"HTTP/"):
        raise proxy.strange()
    status = int(rest[:3])
    if status == 407:
        raise proxy.wants_a_name()
    if not 200 <= status < 300:
        raise proxy.refuses(host, status)


async def _socks5(proxy: Proxy, connection: Connection, host: str, port: int) -> None:
    """RFC 1928 and 1929; the proxy looks the name up."""
    reader, writer = connection
    writer.write(b"\x05\x02\x00\x02" if proxy.user else b"\x05\x01\x00")
    version, method = await reader.readexactly(2)
    if version != 5:
        raise proxy.strange()
    if method == 2 and proxy.user:
        user, password = proxy.user.encode()[:255], proxy.password.encode()[:255]
        writer.write(b"\x01" + bytes([len(user)]) + user + bytes([len(password)]) + password)
        if (await reader.readexactly(2))[1] != 0:
            raise proxy.wants_a_name()
    elif method != 0:
        raise proxy.wants_a_name()
    name = host.encode("ascii")
    writer.write(b"\x05\x01\x00\x03" + bytes([len(name)]) + name + struct.pack("!H", port))
    version, code, _, kind = await reader.readexactly(4)
    length = {1: 4, 4: 16}.get(kind) or (await reader.readexactly(1))[0]
    await reader.readexactly(length + 2)
    if version != 5:
        raise proxy.strange()
    if code:
        raise proxy.refuses(host)


async def _socks4(proxy: Proxy, connection: Connection, host: str, port: int) -> None:
    """SOCKS 4a: like 4, but a name may stand for the address."""
    reader, writer = connection
    try:
        address, name = ipaddress.IPv4Address(host).packed, b""
    except ValueError:
        address, name = b"\x00\x00\x00\x01", host.encode("ascii") + b"\x00"
    user = proxy.user.encode().replace(b"\x00", b"")
    writer.write(b"\x04\x01" + struct.pack("!H", port) + address + user + b"\x00" + name)
    answer = await reader.readexactly(8)
    if answer[0] not in (0, 4):
        raise proxy.strange()
    if answer[1] in (0x5C, 0x5D):
        raise proxy.wants_a_name()
    if answer[1] != 0x5A:
        raise proxy.refuses(host)
