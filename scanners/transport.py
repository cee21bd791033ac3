"""What the HTTP client sends its requests through: connections that were checked as they were opened."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import contextmanager

import httpcore
import httpx

from scanners.dialling import Connection, dial, trusted


class _Stream(httpcore.AsyncNetworkStream):
    """One connection of asyncio, as the HTTP library wants it."""

    def __init__(self, connection: Connection) -> None:
        self._reader, self._writer = connection

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        with _its_errors(httpcore.ReadTimeout, httpcore.ReadError):
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        with _its_errors(httpcore.WriteTimeout, httpcore.WriteError):
            self._writer.write(buffer)
            async with asyncio.timeout(timeout):
                await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        with _its_errors(httpcore.ConnectTimeout, httpcore.ConnectError):
            async with asyncio.timeout(timeout):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        return self

    def get_extra_info(self, info: str) -> object:
        if info == "is_readable":
            return self._reader.at_eof()
        return self._writer.get_extra_info(info)


class _CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connects to the address that was checked, so that a name cannot lead elsewhere a moment later."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: object = None,
    ) -> httpcore.AsyncNetworkStream:
        with _its_errors(httpcore.ConnectTimeout, httpcore.ConnectError):
            return _Stream(await dial(host, port))


@contextmanager
def _its_errors(late: type[Exception], broken: type[Exception]) -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise late from None
    except OSError as error:
        raise broken(str(error)) from None


class _Answer(httpx.AsyncByteStream):
    def __init__(self, body: AsyncIterable[bytes]) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._body:
            yield part

    async def aclose(self) -> None:
        if close := getattr(self._body, "aclose", None):
            await close()


class CheckedTransport(httpx.AsyncBaseTransport):
    """The HTTP library's own pool over connections that `dial` opens, by a proxy where there is one."""

    def __init__(self) -> None:
        self._pool = httpcore.AsyncConnectionPool(ssl_context=trusted(), network_backend=_CheckedBackend())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        where = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                where,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, AsyncIterable)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Answer(answer.stream))

    async def aclose(self) -> None:
        await self._pool.aclose()
