"""A loopback server of pretend sites: one path per kind of answer, with a list in the WhatsMyName format."""

from __future__ import annotations

import asyncio
import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KNOWN = "rowan.mapleby"
THERE, MISSING = "Profile of", "Nobody has that name"


def page(title: str, words: str) -> bytes:
    return f"<!doctype html><html><head><title>{title}</title></head><body><p>{words}</p></body></html>".encode()


PROFILE = page(KNOWN, f"{THERE} {KNOWN}")
NOBODY = page("Not found", MISSING)
LOGIN = page("Log in", "Please log in to continue")
CHALLENGE = page("Just a moment...", "Checking your browser before accessing the site")
OK, GONE = "200 OK", "404 Not Found"

# What each kind of site answers about the known name; about others it says no, unless it is in SAME.
ANSWERS: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "there": (OK, PROFILE, ()),
    "packed": (OK, gzip.compress(PROFILE), ("Content-Encoding: gzip",)),
    "moved": ("301 Moved", b"", ("Location: /there/{name}",)),
    "absent": (GONE, NOBODY, ()),
    "yes_to_all": (OK, PROFILE, ()),
    "login_page": (OK, LOGIN, ()),
    "login_form": (OK, page(KNOWN, f"{THERE} {KNOWN} <input type=password>"), ()),
    "login_with_name": (OK, page(f"Log in | {THERE} {KNOWN}", f"Log in to see {THERE} {KNOWN}"), ()),
    "to_login": ("302 Found", b"", ("Location: /login?next=/x",)),
    "to_front": ("302 Found", b"", ("Location: /",)),
    "to_private": ("302 Found", b"", ("Location: http://10.0.0.1/{name}",)),
    "to_metadata": ("302 Found", b"", ("Location: http://169.254.169.254/latest/",)),
    "to_elsewhere": ("302 Found", b"", ("Location: http://localhost:1/{name}",)),
    "in_circles": ("302 Found", b"", ("Location: /in_circles/{name}",)),
    "to_nothing": ("302 Found", b"", ("Location: file:///etc/passwd",)),
    "challenge": (OK, CHALLENGE, ()),
    "challenge_403": ("403 Forbidden", CHALLENGE, ()),
    "challenge_404": (GONE, page("Just a moment...", MISSING), ()),
    "challenge_with_words": (OK, page("Just a moment...", f"{THERE} {KNOWN}"), ()),
    "limited": ("429 Too Many", page("Slow down", "Too many requests"), ()),
    "limited_with_words": ("429 Too Many", PROFILE, ()),
    "limited_as_missing": ("429 Too Many", NOBODY, ()),
    "unauthorised": ("401 Unauthorized", PROFILE, ()),
    "forbidden": ("403 Forbidden", page("No", "No"), ()),
    "odd_999": ("999 Denied", PROFILE, ()),
    "broken": ("500 Oops", PROFILE, ()),
    "down": ("503 Down", NOBODY, ("Retry-After: 60",)),
    "soft_missing": (OK, NOBODY, ()),
    "both": (OK, page(KNOWN, f"{THERE} {KNOWN}. {MISSING}"), ()),
    "other_404": (GONE, page("404", "Something else"), ()),
    "shell": (OK, page("App", "<div id=root></div>"), ()),
    "nothing": (OK, b"", ()),
    "bad_gzip": (OK, b"no gzip at all", ("Content-Encoding: gzip",)),
    "brotli": (OK, b"\x8b\x02\x80", ("Content-Encoding: br",)),
    "bomb": (OK, gzip.compress(b"\0" * 20_000_000), ("Content-Encoding: gzip",)),
}  # fmt: skip
SAME = frozenset(ANSWERS) - {"there", "packed", "moved"}
RAW: dict[str, bytes] = {
    "garbage": bytes(range(256)) * 20,
    "endless_head": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 30_000,
    "huge": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + PROFILE,
    "cut_off": b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + PROFILE,
    "odd_length": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + PROFILE,
    "hangs_up": b"",
    "no_tls": b"HTTP/1.1 200 OK\r\n\r\n",
}
CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PROFILE[:40], PROFILE[40:])) + b"0\r\n\r\n"


@dataclass
class Served:
    """Where the sites are, and every path that was asked for."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    def site(self, kind: str, **more: Any) -> dict[str, Any]:
        """The entry of one site in a list."""
        return {
            "name": kind,
            "uri_check": f"http://127.0.0.1:{self.port}/{kind}/{{account}}",
            "e_code": 200,
            "e_string": THERE,
            "m_code": 404,
            "m_string": MISSING,
            "known": [KNOWN],
            "cat": "social",
            **more,
        }

    def file(self, folder: Path, *kinds: str, rows: list[dict[str, Any]] | None = None) -> Path:
        """A list of these kinds, and of `rows`."""
        path = folder / "wmn-data.json"
        sites = [self.site(kind) for kind in kinds] + (rows or [])
        path.write_text(json.dumps({"license": ["CC BY-SA 4.0", "by its authors"], "sites": sites}), "utf-8")
        return path

    def names(self, kind: str) -> list[str]:
        """The handles that one site was asked for."""
        return [path.split("/")[2] for path in self.asked if path.startswith(f"/{kind}/")]


@contextmanager
def sites_served() -> Iterator[Served]:
    """Serves until the block is left."""
    served, ready = Served(), threading.Event()
    loop = asyncio.new_event_loop()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ")[1].decode()
                served.asked.append(path)
                if not await _answered(path, writer):
                    break
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=512)
        served.port = server.sockets[0].getsockname()[1]
        ready.set()

    loop.run_until_complete(run())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        asyncio.run_coroutine_threadsafe(_ended(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended() -> None:
    """Ends what still waits for visitors."""
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _answered(path: str, writer: asyncio.StreamWriter) -> bool:
    """Sends one answer; False when the connection ends with it."""
    _, kind, name = [*path.split("?")[0].split("/"), "", ""][:3]
    if kind == "slow":
        await asyncio.sleep(30)
    if kind in RAW:
        writer.write(RAW[kind])
        await writer.drain()
        return False
    if kind == "chunked" and name == KNOWN:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKED)
        return True
    status, body, headers = ANSWERS.get(kind, (GONE, NOBODY, ()))
    if kind not in SAME and name != KNOWN:
        status, body, headers = GONE, NOBODY, ()
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}"]
    lines += [header.format(name=name) for header in headers]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    await writer.drain()
    return True
