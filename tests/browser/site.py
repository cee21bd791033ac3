"""A small web site on this machine for tests: it says what it serves and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Page:
    """One answer; `before` runs in the server's thread before it is given, `after` may send more behind the body.

    With `after` the answer ends when the connection does, unless a header says how long it is.
    """

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    after: Callable[[Any], object] | None = None


@dataclass(frozen=True)
class Hit:
    """One request the site was sent."""

    method: str
    path: str
    headers: dict[str, str]


class Site:
    """Started with `with Site() as site`; `site.pages` maps paths to pages."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.hits: list[Hit] = []
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.port = self._server.server_port

    def __enter__(self) -> Site:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a page."""
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, **how: Any) -> str:
        """Adds a page and returns its address."""
        self.pages[path] = Page(body.encode() if isinstance(body, str) else body, **how)
        return self.url(path)

    def script(self, path: str, code: str) -> str:
        """Adds a page with a few words and a script."""
        words = "<p>" + "A few words about gardening. " * 10 + "</p>"
        return self.put(path, f"<!doctype html><title>x</title><h1>Robin</h1>{words}<script>{code}</script>")

    def asked(self) -> list[str]:
        """`METHOD /path` of every request, in order."""
        return [f"{hit.method} {hit.path}" for hit in self.hits]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up early is nothing to report."""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Quiet."""

        def answer(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.hits.append(Hit(self.command, self.path, headers))
            self.rfile.read(int(headers.get("content-length", 0)))
            page = site.pages.get(self.path.partition("?")[0], Page(b"no such page", status=404))
            page.before()
            self.send_response(page.status)
            whole = {"Content-Length": str(len(page.body))} if page.after is None else {}
            named = {"Content-Type": page.media_type, **whole, **page.headers}
            for name, value in named.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)
            if page.after is not None:
                self.close_connection = True
                page.after(self.wfile)

        do_GET = do_POST = do_HEAD = do_OPTIONS = do_PUT = answer  # noqa: N815 - the names http.server wants

    return Handler
