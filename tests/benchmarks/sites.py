"""How fast a list of sites is asked: `accounts HANDLE --mine --sites FILE --json` against a bare asyncio loop.

Run `python -m tests.benchmarks.sites`. Not part of the tests. Both are programs of their own, run in turns over
the same 400 pretend sites on loopback, each of which thinks for 300 ms: the bare loop asks each of them once, a
hundred at a time, and reads nothing. The target is at most 1.2 times its time, start-up and all. With
`--peers FOLDER`, other tools are measured too: FOLDER holds an environment they are installed in, such as

    python -m venv /tmp/peers && /tmp/peers/bin/pip install sherlock-project maigret aliens-eye

They are run over the same sites on loopback and are no part of this project.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SITES, SECONDS, AT_ONCE, HERE_ON = 400, 0.3, 100, 10
HANDLE = "rowan.mapleby"
THERE, MISSING = "Profile of", "Nobody has that name"
NOWHERE = "http://127.0.0.1:9"
ROOT = Path(__file__).parents[2]
OURS = "import sys; from privacy_check.start import main; sys.exit(main())"
SERVE = "import sys; from tests.benchmarks.sites import serve; serve()"


def serve() -> None:
    """Pretend sites at a free port, which is printed: on every tenth one the handle is there."""
    asyncio.run(_serve())


async def _serve() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(SECONDS)
                _, number, name = head.split(b" ")[1].split(b"/")[:3]
                there = int(number) % HERE_ON == 0 and name.decode() == HANDLE
                words = f"{THERE} {HANDLE}" if there else MISSING
                body = f"<title>{words}</title><p>{words}</p>{'<p>Words.</p>' * 200}".encode()
                status = "200 OK" if there else "404 Not Found"
                lines = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(lines.encode() + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def bare(port: int) -> None:
    """The plainest loop there is."""
    asyncio.run(_bare(port))


async def _bare(port: int) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def ask(number: int) -> None:
        async with room:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"GET /{number}/{HANDLE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))
            writer.close()

    await asyncio.gather(*map(ask, range(SITES)))


@contextmanager
def served() -> Iterator[int]:
    """The port of the sites, in a process of their own."""
    with subprocess.Popen([sys.executable, "-c", SERVE], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def listed(port: int, folder: Path) -> Path:
    """The sites in the WhatsMyName format."""
    sites = [
        {
            "name": f"Site {number}",
            "uri_check": f"http://127.0.0.1:{port}/{number}/{{account}}",
            "e_code": 200,
            "e_string": THERE,
            "m_code": 404,
            "m_string": MISSING,
            "known": [HANDLE],
            "cat": "social",
        }
        for number in range(SITES)
    ]
    path = folder / "wmn-data.json"
    path.write_text(json.dumps({"license": ["pretend"], "sites": sites}), "utf-8")
    return path


def timed(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> tuple[float, bytes]:
    """Seconds of a whole program, and what it said."""
    began = time.monotonic()
    done = subprocess.run(command, env=dict(environment), cwd=folder, capture_output=True, check=False)
    return time.monotonic() - began, done.stdout


def sherlock(port: int, folder: Path) -> Path:
    """The same sites as Sherlock lists them."""
    path = folder / "sherlock.json"
    site: Callable[[int], dict[str, Any]] = lambda number: {  # noqa: E731
        "errorType": "status_code",
        "url": f"http://127.0.0.1:{port}/{number}/{{}}",
        "urlMain": f"http://127.0.0.1:{port}/",
        "username_claimed": HANDLE,
    }
    path.write_text(json.dumps({f"Site {number}": site(number) for number in range(SITES)}), "utf-8")
    return path


def maigret(port: int, folder: Path) -> Path:
    """The same sites as Maigret lists them."""
    path = folder / "maigret.json"
    site: Callable[[int], dict[str, Any]] = lambda number: {  # noqa: E731
        "checkType": "message",
        "presenseStrs": [THERE],
        "absenceStrs": [MISSING],
        "url": f"http://127.0.0.1:{port}/{number}/{{username}}",
        "urlMain": f"http://127.0.0.1:{port}/{number}/",
        "usernameClaimed": HANDLE,
        "usernameUnclaimed": "noonewouldeverusethis7",
        "tags": ["gb"],
    }
    sites = {f"Site {number}": site(number) for number in range(SITES)}
    path.write_text(json.dumps({"engines": {}, "tags": ["gb"], "sites": sites}), "utf-8")
    return path


def aliens_eye(port: int, folder: Path) -> Path:
    """The same sites as aliens-eye lists them."""
    path = folder / "aliens.json"
    sites = {f"Site {number}": f"http://127.0.0.1:{port}/{number}/{{}}" for number in range(SITES)}
    path.write_text(json.dumps(sites), "utf-8")
    return path


def peers(folder: Path, port: int, work: Path) -> dict[str, list[str]]:
    """The command of each other tool that is installed there."""
    program = folder / "bin"
    commands = {
        "sherlock": ["--json", str(sherlock(port, work)), "--print-all", "--no-color", HANDLE],
        "aliens_eye": [
            "--sites",
            str(aliens_eye(port, work)),
            "--plain",
            "--rate-limit",
            "0",
            "--output",
            str(work),
            HANDLE,
        ],
        "maigret": [HANDLE, "--db", str(maigret(port, work)), "--no-autoupdate", "-a", "--no-recursion"],
    }
    return {name: [str(program / name), *words] for name, words in commands.items() if (program / name).exists()}


def main() -> None:
    """Prints the times of every round and the ratio of the middle ones."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--peers", type=Path)
    given = options.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as home, served() as port:
        work = Path(home)
        environment = os.environ | {
            "PRIVACY_CHECK_ALLOW_LOOPBACK": "1",
            "PRIVACY_CHECK_HOME": home,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        }
        # The others look for news of themselves on the way; this leads nowhere.
        environment |= {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "NO_PROXY": "127.0.0.1"}
        # An installed program is compiled ahead; a checkout is too, after its first run.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, "-c", OURS, "accounts", HANDLE, "--mine", "--sites", str(listed(port, work))]
        loop = [sys.executable, "-c", f"from tests.benchmarks.sites import bare; bare({port})"]
        commands = {"bare loop": loop, "privacy-check": [*ours, "--json"]}
        if given.peers:
            commands |= peers(given.peers, port, work)
        for name in ("bare loop", "privacy-check"):
            timed(commands[name], environment, work)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                times[name].append(timed(command, environment, work)[0])
    _told(times)


def _told(times: Mapping[str, Sequence[float]]) -> None:
    floor = statistics.median(times["bare loop"])
    for name, took in times.items():
        middle = statistics.median(took)
        each = " ".join(f"{seconds:.2f}" for seconds in took)
        print(
            f"{name:<14} {middle:5.2f} s, {middle / floor:4.2f} of the bare loop, best {min(took):.2f}   ({each})"
        )
    print(f"load after: {os.getloadavg()[0]:.1f}; target: at most 1.2 of the bare loop")


if __name__ == "__main__":
    main()
