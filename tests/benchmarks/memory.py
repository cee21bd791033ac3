"""How much memory a page without an end costs: the whole browser tree while PublicView looks at one.

Run `python tests/benchmarks/memory.py` (Linux). Not part of the tests: it prints for each kind of endless page the
largest sum of proportional set sizes (target: at most 1500 MB), how long the look took, and how it ended.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import tempfile
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import quote, unquote

from privacy_check.model import Account
from scanners.public_view import PublicView

HEAD = b"<!doctype html><title>Robin Example</title><h1>Robin Example</h1>"
PARAGRAPHS = b"<p>Mends clocks and keeps bees, all day long.</p>\n" * 1300
PIECES = {
    "paragraphs": (HEAD, PARAGRAPHS),
    "slow": (HEAD, PARAGRAPHS),
    "one text": (HEAD, b"Mends clocks and keeps bees " * 2300),
    "packed": (HEAD, PARAGRAPHS),
    "nested": (HEAD, b"<div><b>x" * 7000),
    "script": (b"x = '", b"0123456789" * 6500),
    "data": (b"[", b'"Mends clocks",' * 4300),
}
NODE = "document.body.append(document.createElement('p'), 'Keeps bees. ' + Math.random())"
GREEDY = {
    "nodes": f"for (;;) {NODE}",
    "nodes timed": f"setInterval(() => {{ for (let n = 0; n < 2000; n++) {NODE} }}, 20)",
    "text": "const t = document.body.appendChild(new Text()); "
    "setInterval(() => { t.appendData('Keeps bees. '.repeat(1e5)); }, 10)",
    "shadow": "for (;;) { const d = document.createElement('p'); document.body.append(d); "
    "d.attachShadow({mode: 'open'}).innerHTML = '<b>Bees</b>'.repeat(50); }",
    "buffers": "for (;;) all.push(new Uint8Array(1e7).fill(1))",
    "buffers timed": "setInterval(() => { all.push(new Uint8Array(1e7).fill(1)); }, 10)",
    "one buffer": "for (;;) all.push(new Uint8Array(1e9).fill(1))",
    "wasm": "const m = new WebAssembly.Memory({initial: 1, maximum: 65536}); for (;;) "
    "{ const from = m.buffer.byteLength; m.grow(160); new Uint8Array(m.buffer).fill(1, from); }",
    "canvas": "setInterval(() => { const c = document.createElement('canvas'); c.width = c.height = 4000; "
    "c.getContext('2d').fillRect(0, 0, 4000, 4000); all.push(c); document.body.append(c); }, 20)",
    "blobs": "setInterval(() => { all.push(new Blob([new Uint8Array(1e7).fill(1)])); }, 10)",
    "layers": "setInterval(() => { const d = document.createElement('div'); d.style = 'position: absolute; "
    "inset: 0; will-change: transform; background: linear-gradient(red, blue); filter: blur(9px)'; "
    "document.body.append(d); }, 5)",
    "states": "setInterval(() => { history.pushState('x'.repeat(1.5e7), ''); }, 50)",
    "log": "setInterval(() => { console.log('x'.repeat(1e7)); }, 10)",
    "messages": "for (;;) postMessage('x'.repeat(1e6), '*')",
    "requests": "setInterval(() => { for (let n = 0; n < 200; n++) fetch('/no/' + Math.random()); }, 10)",
    "windows": "setInterval(() => { all.push(open('about:blank')); }, 10)",
    "frames": "setInterval(() => { const f = document.createElement('iframe'); "
    "f.srcdoc = '<p>Bees</p>'.repeat(5e4); document.body.append(f); }, 20)",
    "pictures": "for (let n = 0; n < 60; n++) { const i = new Image(); document.body.append(i); "
    "i.src = 'data:image/svg+xml,' + encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' "
    "width='9000' height='9000'><circle r='${n + 4000}'/></svg>`); }",
}
BESIDE = {
    "script": "<script src='/body/script'></script>",
    "data": "<script>fetch('/body/data').then(r => r.text()).then(t => { window.kept = t; })</script>",
    "loop": "<script>const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));</script>",
    **{name: f"<script>const all = []; {code}</script>" for name, code in GREEDY.items()},
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        _, where, name = unquote(self.path).split("/", 2)
        self.close_connection = True
        if name not in (PIECES | BESIDE):
            self.send_error(404)
            return
        self.send_response(200)
        html = "application/json" if (where, name) == ("body", "data") else "text/html; charset=utf-8"
        self.send_header("Content-Type", "text/javascript" if (where, name) == ("body", "script") else html)
        if name == "packed":
            self.send_header("Content-Encoding", "deflate")
        self.end_headers()
        try:
            if where == "page" and name in BESIDE:
                self.wfile.write(HEAD + BESIDE[name].encode())
                return
            for piece in self.pieces(name):
                self.wfile.write(piece)
                if name == "slow":
                    time.sleep(0.02)
        except OSError:
            pass

    def pieces(self, name: str) -> Iterator[bytes]:
        head, piece = PIECES[name]
        packer = zlib.compressobj(9) if name == "packed" else None
        yield packer.compress(head) if packer else head
        while True:
            yield packer.compress(piece * 16) + packer.flush(zlib.Z_SYNC_FLUSH) if packer else piece


def serve(pipe: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_port)
    server.serve_forever()


def megabytes(root: int) -> float:
    """Proportional set sizes of all processes below one."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(
                int(stat.parent.name)
            )
        except OSError:
            continue
    waiting, total = list(parents.get(root, ())), 0
    while waiting:
        process = waiting.pop()
        waiting.extend(parents.get(process, ()))
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


async def measure(name: str, port: int, server: int) -> None:
    most, over = [0.0], asyncio.Event()

    async def watch() -> None:
        while not over.is_set():
            apart = megabytes(server)
            most[0] = max(most[0], await asyncio.to_thread(megabytes, os.getpid()) - apart)
            await asyncio.sleep(0.2)

    async with PublicView(lambda _: None) as view:
        watching = asyncio.ensure_future(watch())
        began = time.monotonic()
        account = Account("generic", "robin", f"http://127.0.0.1:{port}/page/{quote(name)}")
        capture = await view.collect(account, lambda _: None)
        took = time.monotonic() - began
        over.set()
        await watching
    ended = f"{capture.outcome} unfinished={capture.unfinished} read={'Robin Example' in capture.html}"
    print(f"{name:12} {most[0]:6.0f} MB  {took:5.1f} s  {ended}  {' '.join(capture.evidence)[-90:]}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(dict.fromkeys((*PIECES, *BESIDE))))
    names = parser.parse_args().names
    os.environ["PRIVACY_CHECK_ALLOW_LOOPBACK"] = "1"
    os.environ["PRIVACY_CHECK_HOME"] = tempfile.mkdtemp(prefix="memory-")
    pipe, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = pipe.recv()
    for name in names:
        asyncio.run(measure(name, port, server.pid or 0))
    server.terminate()


if __name__ == "__main__":
    main()
