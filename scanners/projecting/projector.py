"""The projector: one page on this computer's own address, for one window at a time, gone when the desk closes.

The address holds a random word; whoever does not know it gets nothing. The first window to open it takes the seat,
a second one is told so and sees nothing of the session. Hosts, origins and methods are held to this page alone, so
that no other page in the same browser, and no other program that guesses the port, can read along.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from privacy_check.sentences import say
from privacy_check.training.nouns import Room
from scanners.local_server import LocalServer
from scanners.projecting.seen import as_document, words_of_page

_HERE = "127.0.0.1"
_FOLDER = Path(__file__).parent
TOKEN_BYTES = 18
WAIT_SECONDS = 15.0
"""How long a window waits for news in one question."""
GONE_SECONDS = 40.0
"""A seat nobody asked from for so long is free again."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src blob:",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
_FILES = {"projector.js": "text/javascript; charset=utf-8", "projector.css": "text/css; charset=utf-8"}


@dataclass(frozen=True)
class Reply:
    """A whole answer of the projector."""

    status: int
    body: bytes = b""
    media_type: str = "text/plain; charset=utf-8"


@dataclass
class _Shown:
    """What is on the wall: its number, the document, and the pictures it names."""

    number: int = 0
    document: bytes = b"{}"
    pictures: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)


class Projector:
    """Serves the room's page while it is entered (`with`); `show` puts something else on it.

    `clock` gives seconds. It listens on 127.0.0.1 alone, at a free port.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._news = threading.Condition()
        self._shown = _Shown()
        self._token = secrets.token_urlsafe(TOKEN_BYTES)
        self._seat, self._last_asked = "", 0.0
        self._notices: list[str] = []
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.closed = False

    def __enter__(self) -> Projector:
        self._server = _Server((_HERE, 0), _Handler)
        self._server.projector = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of everybody who waits, and of the port."""
        with self._news:
            self.closed, self._shown = True, _Shown()
            self._news.notify_all()
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None

    @property
    def port(self) -> int:
        """The port it listens on; 0 while it is closed."""
        return self._server.server_port if self._server else 0

    @property
    def address(self) -> str:
        """The address to open; empty while it is closed."""
        return f"http://{_HERE}:{self.port}/{self._token}/" if self._server else ""

    def renew(self) -> str:
        """A new address for another window; the old one is worth nothing from now on."""
        with self._news:
            self._token, self._seat = secrets.token_urlsafe(TOKEN_BYTES), ""
            self._news.notify_all()
        return self.address

    def show(self, room: Room) -> None:
        """Puts this on the page, in every part of it at once."""
        pictures = {page.name: (page.image, page.media_type) for page in (*room.pages, *room.pages_before)}
        with self._news:
            number = self._shown.number + 1
            document = json.dumps({"number": number, **as_document(room)}).encode()
            self._shown = _Shown(number, document, pictures)
            self._news.notify_all()

    def notices(self) -> Sequence[str]:
        """What happened at the page that the trainer should know, each told once."""
        with self._news:
            told, self._notices = list(dict.fromkeys(self._notices)), []
        return told

    def answer(self, path: str, headers: Mapping[str, str]) -> Reply:
        """The answer to a GET; header names are lower case. Anything that does not fit is a plain refusal."""
        if refusal := self._refused(headers):
            return refusal
        token, _, name = path.partition("?")[0].removeprefix("/").partition("/")
        if self.closed or not secrets.compare_digest(token.encode(), self._token.encode()):
            return Reply(404, say("training.projector.no_such").encode())
        if name == "":
            return Reply(200, _page(), "text/html; charset=utf-8")
        if name in _FILES:
            return Reply(200, (_FOLDER / name).read_bytes(), _FILES[name])
        seat = headers.get("x-seat", "")
        if name == "seat":
            return self._take_seat(seat)
        if not self._seated(seat):
            return Reply(409, say("training.projector.taken").encode())
        if name == "now":
            return self._tell(headers.get("x-after", ""), token)
        if name.startswith("picture/"):
            image, media_type = self._shown.pictures.get(name.removeprefix("picture/"), (b"", ""))
            return Reply(200, image, media_type) if image else Reply(404)
        return Reply(404)

    def _refused(self, headers: Mapping[str, str]) -> Reply | None:
        """Only this very address, asked for by nobody's page but its own."""
        own = f"{_HERE}:{self.port}"
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "none")
        if (
            headers.get("host") != own
            or origin not in (None, f"http://{own}")
            or site not in ("none", "same-origin")
        ):
            return Reply(403, say("training.projector.elsewhere").encode())
        return None

    def _take_seat(self, seat: str) -> Reply:
        with self._news:
            if not self._mine(seat):
                if self._seat and self._clock() - self._last_asked < GONE_SECONDS:
                    self._notices.append(say("training.projector.second"))
                    return Reply(409, say("training.projector.taken").encode())
                self._seat = secrets.token_urlsafe(TOKEN_BYTES)
            self._last_asked = self._clock()
            return Reply(200, self._seat.encode())

    def _mine(self, seat: str) -> bool:
        return bool(self._seat) and secrets.compare_digest(seat.encode(), self._seat.encode())

    def _seated(self, seat: str) -> bool:
        with self._news:
            if not self._mine(seat):
                return False
            self._last_asked = self._clock()
            return True

    def _tell(self, after: str, token: str) -> Reply:
        """What is on the page; waits a while where the window has that already."""
        known = int(after) if after.isdigit() and len(after) < 9 else -1
        with self._news:
            self._news.wait_for(
                lambda: self.closed or self._token != token or self._shown.number != known, WAIT_SECONDS
            )
            if self.closed or self._token != token:
                return Reply(404, say("training.projector.no_such").encode())
            self._last_asked = self._clock()
            return Reply(200, self._shown.document, "application/json")


def _page() -> bytes:
    """The empty page; everything on it comes as data and is put in as text."""
    text = (_FOLDER / "projector.html").read_text(encoding="utf-8")
    for name, words in words_of_page().items():
        text = text.replace("{" + name + "}", words)
    return text.encode()


class _Server(LocalServer):
    projector: Projector


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Projector"
    sys_version = ""
    timeout = 30
    server: _Server

    def do_GET(self) -> None:
        """Answers a GET; any other method is refused by the base class."""
        # A header that was sent twice reads as both, and so fits nothing.
        headers = {name.lower(): ", ".join(self.headers.get_all(name, [])) for name in self.headers}
        reply = self.server.projector.answer(self.path, headers)
        self.send_response(reply.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps quiet."""
