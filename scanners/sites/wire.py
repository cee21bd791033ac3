"""One client for a whole list of sites: single GETs over connections that were checked, bounded in time and size.

The general HTTP library keeps its connections in one pool that is searched for every request, which takes longer
than the sites do once a hundred are open. Here a connection belongs to the place it leads to, and nothing else.
"""

from __future__ import annotations

import asyncio
import zlib
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urlsplit

from privacy_check import __version__
from scanners.dialling import Connection, dial, trusted
from scanners.resolving import DEFAULT_PORTS

LARGEST = 2 * 1024 * 1024
LARGEST_HEAD = 32 * 1024
MOST_HEADERS = 200
CHUNK = 64 * 1024
_OURS: Mapping[str, str] = {
    "user-agent": f"privacy-check/{__version__}",
    "accept": "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
    "accept-language": "en-GB,en;q=0.8",
    "accept-encoding": "gzip",
}
_Place = tuple[str, str, int]


class Garbled(Exception):
    """What came back is no answer that can be read."""


class TooLong(Exception):
    """The answer is longer than anybody's profile page is."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; `headers` have lower-case names, `body` is unpacked and at most `LARGEST` bytes."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, in the letters its header names, with replacement characters where it is none."""
        named = self.headers.get("content-type", "").lower().partition("charset=")[2].split(";")[0].strip("\"' ")
        try:
            return self.body.decode(named or "utf-8", "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


@dataclass
class Wire:
    """Connections by the place they lead to."""

    _idle: dict[_Place, list[Connection]] = field(default_factory=lambda: defaultdict(list))

    async def get(self, url: str, headers: Mapping[str, str]) -> Reply:
        """One answer of that very address; redirects are not followed.

        Raises Refused, ProxyTrouble, OSError (ssl.SSLError among them), Garbled or TooLong. It has no clock of
        its own: the caller ends it.
        """
        parts = urlsplit(url)
        place = (parts.scheme, parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme])
        asked = _request(parts, headers)
        while self._idle[place]:
            # The other side may have closed a kept connection at any moment: then a new one is opened.
            with suppress(ConnectionError, EOFError):
                return await self._ask(self._idle[place].pop(), place, asked)
        try:
            return await self._ask(await self._open(place), place, asked)
        except EOFError:
            raise Garbled from None

    async def aclose(self) -> None:
        """Closes what is still open."""
        for connections in self._idle.values():
            for _, writer in connections:
                writer.close()
        self._idle.clear()
        # Closing is done by the loop in its next rounds.
        await asyncio.sleep(0)

    async def _open(self, place: _Place) -> Connection:
        scheme, host, port = place
        reader, writer = await dial(host, port)
        if scheme == "https":
            try:
                await writer.start_tls(trusted(), server_hostname=host)
            except BaseException:
                writer.close()
                raise
        return reader, writer

    async def _ask(self, connection: Connection, place: _Place, asked: bytes) -> Reply:
        reader, writer = connection
        keep = False
        try:
            writer.write(asked)
            status, headers = await _head(reader)
            body, whole = await _body(reader, status, headers)
            keep = whole and headers.get("connection", "").lower() != "close"
            return Reply(status, headers, _unpacked(body, headers.get("content-encoding", "")))
        except (asyncio.LimitOverrunError, ValueError, zlib.error):
            raise Garbled from None
        finally:
            if keep:
                self._idle[place].append(connection)
            else:
                writer.close()


def _request(parts: SplitResult, headers: Mapping[str, str]) -> bytes:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    host = parts.netloc.rpartition("@")[2].encode("idna" if not parts.netloc.isascii() else "ascii")
    lines = [f"{name}: {value}" for name, value in {**_OURS, **headers}.items()]
    return b"GET %s HTTP/1.1\r\nhost: %s\r\n%s\r\n\r\n" % (
        path.encode("ascii"),
        host,
        "\r\n".join(lines).encode("latin-1", "replace"),
    )


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    """Status and headers, after any interim answers."""
    for _ in range(5):
        raw = await reader.readuntil(b"\r\n\r\n")
        first, *rest = raw[:-4].decode("latin-1").split("\r\n")
        version, _, after = first.partition(" ")
        if not version.startswith("HTTP/1.") or len(raw) > LARGEST_HEAD or len(rest) > MOST_HEADERS:
            raise Garbled
        status = int(after[:3])
        if not 100 <= status < 200:
            headers: dict[str, str] = {}
            if version == "HTTP/1.0":
                headers["connection"] = "close"
            for line in rest:
                name, _, value = line.partition(":")
                headers.setdefault(name.strip().lower(), value.strip())
            return status, headers
    raise Garbled


async def _body(reader: asyncio.StreamReader, status: int, headers: Mapping[str, str]) -> tuple[bytes, bool]:
    """The body as it was sent, and whether the connection stands ready for the next request after it."""
    if status in (204, 304):
        return b"", True
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return await _chunks(reader), True
    if length := headers.get("content-length"):
        size = int(length)
        if size > LARGEST:
            raise TooLong
        return await reader.readexactly(size), True
    found = bytearray()
    while part := await reader.read(CHUNK):
        found += part
        if len(found) > LARGEST:
            raise TooLong
    return bytes(found), False


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = bytearray()
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        if size < 0 or len(found) + size > LARGEST:
            raise TooLong
        found += await reader.readexactly(size)
        await reader.readexactly(2)
    for _ in range(MOST_HEADERS):
        if await reader.readuntil(b"\r\n") == b"\r\n":
            return bytes(found)
    raise Garbled


def _unpacked(body: bytes, encoding: str) -> bytes:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity") or not body:
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Garbled
    opened = zlib.decompressobj(zlib.MAX_WBITS | 32)
    found = opened.decompress(body, LARGEST + 1)
    if len(found) > LARGEST:
        raise TooLong
    if not opened.eof:
        raise Garbled
    return found
