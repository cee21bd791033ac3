"""The pages the benchmarks look at, from a server process of its own.

A page is a profile of about 180 kB with ten pictures of 33 kB, a style sheet, a script and a font. Each answer
comes 50 ms late.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from typing import Any

LATE_SECONDS = 0.05
TIMES = "/times"
"""Here the server tells when each page was asked for since the last time, in seconds of `time.monotonic`."""

SCRIPT = b"document.getElementById('late').textContent = 'Filled by a script. ' + document.links.length;"
PROFILE = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": '
    '{"@type": "Person", "name": "Robin Example", "description": "Mends clocks."}}</script>'
)
WORDS = ("river", "garden", "morning", "bicycle", "kettle", "window", "letter", "market", "harbour", "lantern")
STYLE = b"@font-face{font-family:x;src:url(/font.woff2)} body{font-family:x,sans-serif} .post{margin:1em}"


@cache
def page(number: int) -> bytes:
    """One page; its words differ from those of every other number."""
    words = random.Random(number)
    lines = [f"<p class='post'>{' '.join(words.choice(WORDS) for _ in range(60))}</p>" for _ in range(430)]
    pictures = "".join(f"<img src='/picture/{number}/{n}.jpg' width=300 height=200>" for n in range(10))
    head = "<link rel=stylesheet href=/style.css><script defer src=/script.js></script>" + PROFILE
    return (
        f"<!doctype html><html lang=en><head><title>Robin Example</title>{head}</head>"
        f"<body><h1>Robin Example</h1><p>Mends clocks.</p><p id=late></p>{pictures}{''.join(lines)}</body></html>"
    ).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[float]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        kinds = {"/style.css": (STYLE, "text/css"), "/script.js": (SCRIPT, "text/javascript")}
        if self.path == TIMES:
            body, kind = json.dumps(self.asked).encode(), "application/json"
            self.asked.clear()
            self._send(body, kind)
            return
        if self.path.startswith("/page/"):
            self.asked.append(time.monotonic())
            body, kind = page(int(self.path.rsplit("/", 1)[1])), "text/html; charset=utf-8"
        elif self.path in kinds:
            body, kind = kinds[self.path]
        else:
            body, kind = bytes(33_000), "image/jpeg"
        time.sleep(LATE_SECONDS)
        self._send(body, kind)

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up early is nothing to report."""


def _serve(pipe: Connection, pages: int) -> None:
    for number in range(pages):
        page(number)
    server = Server(("127.0.0.1", 0), type("Telling", (Handler,), {"asked": []}))
    pipe.send(server.server_port)
    server.serve_forever()


@contextmanager
def serving(pages: int) -> Iterator[str]:
    """The address of a running server with that many pages below `/page/`."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=_serve, args=(there, pages), daemon=True)
    server.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        server.terminate()
        server.join()
