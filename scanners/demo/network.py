"""The pretend social network: a small server on this machine alone."""

from __future__ import annotations

import asyncio
import threading
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Any

from scanners.demo.asked import Answer, posted
from scanners.demo.cast import Cast, usual_cast
from scanners.demo.site import answer
from scanners.local_server import LocalServer

_HERE = "127.0.0.1"
LONGEST_MESSAGE = 64 * 1024
LONGEST_WAIT = 60.0


class PretendNetwork:
    """Serves every pretend platform at `http://<platform>.localhost:<port>/` while it is entered.

    Works with `with` and with `async with`. It listens on 127.0.0.1 only, at a free port unless one is given, and
    answers GET, and POST where a platform's pages ask in that way. `cast` are the people who stand on it.
    """

    def __init__(self, port: int = 0, cast: Cast | None = None) -> None:
        self._wanted = port
        self.cast = cast or usual_cast()
        self._server: LocalServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port it listens on; 0 before it has started."""
        return self._server.server_port if self._server else 0

    @property
    def url(self) -> str:
        """The page that lists the platforms and the people."""
        return f"http://{_HERE}:{self.port}/"

    def start(self) -> PretendNetwork:
        """Starts serving; does nothing when it already does."""
        if self._server is None:
            self._server = _Server((_HERE, self._wanted), _Handler, self.cast)
            self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
            self._thread.start()
        return self

    def stop(self) -> None:
        """Stops serving and frees the port."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server, self._thread = None, None

    def __enter__(self) -> PretendNetwork:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> PretendNetwork:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)


class _Server(LocalServer):
    # Browsers open several connections and let them wait.
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: Any, cast: Cast) -> None:
        super().__init__(address, handler)
        self.cast = cast
        self.closing = threading.Event()

    def shutdown(self) -> None:
        """Also lets go of those who wait for an answer without an end."""
        self.closing.set()
        super().shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Pretend"
    sys_version = ""
    timeout = 20
    server: _Server

    def do_GET(self) -> None:
        """Answers with the page of the host and path."""
        self._send(answer(self.headers.get("Host", ""), self.path, self.server.server_port, self.server.cast))

    def do_POST(self) -> None:
        """Answers pages that ask with a message; anything else is not understood, as any other method is not."""
        length = self.headers.get("Content-Length", "0")
        body = self.rfile.read(int(length)) if length.isdigit() and int(length) <= LONGEST_MESSAGE else b""
        platform = self.headers.get("Host", "").lower().split(":")[0].removesuffix(".localhost")
        headers = {name.lower(): value for name, value in self.headers.items()}
        words, port = body.decode("utf-8", "replace"), self.server.server_port
        reply = posted((platform, self.path), headers, words, port, self.server.cast)
        if reply is None:
            self.send_error(501)
        else:
            self._send(reply)

    def _send(self, reply: Answer) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body) + reply.hangs))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)
        if reply.hangs:
            self.close_connection = True
            self.server.closing.wait(LONGEST_WAIT)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps quiet: who looked at what is nobody's business."""
