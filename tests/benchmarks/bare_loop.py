"""The plainest program that opens pages, four at a time: `python bare_loop.py BROWSER LINK...`.

It waits for nothing, reads nothing, and imports nothing of this project, so that its start-up is that of the
browser library alone.
"""

from __future__ import annotations

import asyncio
import sys

from playwright.async_api import async_playwright

AT_ONCE = 4


async def main(browser_path: str, urls: list[str]) -> None:
    async with async_playwright() as playwright:
        # The benchmark may run as root, which the browser's sandbox does not allow.
        browser = await playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=False)
        room = asyncio.Semaphore(AT_ONCE)

        async def look(url: str) -> str:
            async with room:
                context = await browser.new_context()
                page = await context.new_page()
                await page.goto(url, wait_until="domcontentloaded")
                html = await page.content()
                await context.close()
                return html

        assert all(await asyncio.gather(*map(look, urls)))
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
