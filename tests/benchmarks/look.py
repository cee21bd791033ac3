"""How fast a look is: twelve pages through PublicView against a bare Playwright loop over the same pages.

Run `python tests/benchmarks/look.py`. Not part of the tests: it prints pages per second and their ratio
(target: at least 85 % of the bare loop). A server process of its own serves pages of about 180 kB with ten
pictures of 33 kB, a style sheet, a script and a font, each answer 50 ms late.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

from privacy_check.model import Account
from scanners.browser import find, sandboxed
from scanners.public_view import PublicView

PAGES = 12
AT_ONCE = 4
SCRIPT = b"document.getElementById('late').textContent = 'Filled by a script. ' + document.links.length;"


def page(number: int) -> bytes:
    words = random.Random(number)
    lines = [f"<p class='post'>{' '.join(words.choice(WORDS) for _ in range(60))}</p>" for _ in range(430)]
    pictures = "".join(f"<img src='/picture/{number}/{n}.jpg' width=300 height=200>" for n in range(10))
    head = "<link rel=stylesheet href=/style.css><script defer src=/script.js></script>"
    return (
        f"<!doctype html><html lang=en><head><title>Page {number}</title>{head}</head>"
        f"<body><h1>Robin Example {number}</h1><p id=late></p>{pictures}{''.join(lines)}</body></html>"
    ).encode()


WORDS = ("river", "garden", "morning", "bicycle", "kettle", "window", "letter", "market", "harbour", "lantern")
STYLE = b"@font-face{font-family:x;src:url(/font.woff2)} body{font-family:x,sans-serif} .post{margin:1em}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        time.sleep(0.05)
        kinds = {"/style.css": (STYLE, "text/css"), "/script.js": (SCRIPT, "text/javascript")}
        if self.path.startswith("/page/"):
            body, kind = page(int(self.path.rsplit("/", 1)[1])), "text/html; charset=utf-8"
        elif self.path in kinds:
            body, kind = kinds[self.path]
        else:
            body, kind = bytes(33_000), "image/jpeg"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that hangs up early is nothing to report."""


def serve(pipe: Connection) -> None:
    server = Server(("127.0.0.1", 0), Handler)
    pipe.send(server.server_port)
    server.serve_forever()


async def through_public_view(urls: list[str]) -> float:
    async with PublicView(lambda _: None) as view:
        accounts = [Account("generic", str(n), url) for n, url in enumerate(urls)]
        started = time.perf_counter()
        captures = await asyncio.gather(*(view.collect(account, lambda _: None) for account in accounts))
        taken = time.perf_counter() - started
    assert all("Filled by a script" in capture.html for capture in captures)
    return len(urls) / taken


async def bare(urls: list[str], at_once: int) -> float:
    from playwright.async_api import async_playwright

    choice = find()
    assert choice is not None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**choice.launch_options(), chromium_sandbox=sandboxed())
        room = asyncio.Semaphore(at_once)

        async def look(url: str) -> str:
            async with room:
                context = await browser.new_context()
                page = await context.new_page()
                await page.goto(url, wait_until="domcontentloaded")
                html = await page.content()
                await context.close()
                return html

        started = time.perf_counter()
        assert all(await asyncio.gather(*map(look, urls)))
        taken = time.perf_counter() - started
        await browser.close()
    return len(urls) / taken


def main() -> None:
    rounds = argparse.ArgumentParser(description=__doc__)
    rounds.add_argument("--rounds", type=int, default=3)
    count = rounds.parse_args().rounds
    os.environ["PRIVACY_CHECK_ALLOW_LOOPBACK"] = "1"
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()
    urls = [f"http://127.0.0.1:{port}/page/{n}" for n in range(PAGES)]
    ways: dict[str, Callable[[], Awaitable[float]]] = {
        "PublicView": lambda: through_public_view(urls),
        "bare, 4 at a time": lambda: bare(urls, AT_ONCE),
        "bare, one by one": lambda: bare(urls, 1),
    }
    results: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as home:
        os.environ["PRIVACY_CHECK_HOME"] = home
        for _ in range(count):
            for name, way in ways.items():

                async def run(way: Callable[[], Awaitable[float]] = way) -> float:
                    return await way()

                results[name].append(asyncio.run(run()))
    server.terminate()
    for name, values in results.items():
        print(f"{name:20} {statistics.median(values):5.2f} pages/s   {[round(each, 2) for each in values]}")
    for name in list(ways)[1:]:
        # Round by round, because other work on the machine slows both ways of one round alike.
        ratios = [ours / theirs for ours, theirs in zip(results["PublicView"], results[name], strict=True)]
        print(f"PublicView / {name}: {statistics.median(ratios):.0%}")


if __name__ == "__main__":
    main()
