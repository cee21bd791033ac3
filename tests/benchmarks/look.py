"""How fast a look is: twelve pages through PublicView against a bare Playwright loop over the same pages.

Run `python -m tests.benchmarks.look`. Not part of the tests: it prints pages per second and their ratio.
The whole command, with its start and its reading, is measured by `scan.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable

from privacy_check.model import Account
from scanners.browser import find, sandboxed
from scanners.public_view import PublicView
from tests.benchmarks.pages_served import serving

PAGES = 12
AT_ONCE = 4


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
    with serving(PAGES) as site:
        urls = [f"{site}/page/{number}" for number in range(PAGES)]
        _compare(urls, count)


def _compare(urls: list[str], count: int) -> None:
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
    for name, values in results.items():
        print(f"{name:20} {statistics.median(values):5.2f} pages/s   {[round(each, 2) for each in values]}")
    for name in list(ways)[1:]:
        # Round by round, because other work on the machine slows both ways of one round alike.
        ratios = [ours / theirs for ours, theirs in zip(results["PublicView"], results[name], strict=True)]
        print(f"PublicView / {name}: {statistics.median(ratios):.0%}")


if __name__ == "__main__":
    main()
