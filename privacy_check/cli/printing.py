"""A report page printed as PDF by the browser of this computer, with no way out for any request."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor


def print_pdf(page: bytes, *, numbered: bool = True) -> bytes:
    """The page as an A4 document, its pages numbered. Raises NoBrowser, or PrivacyCheckError if it fails."""
    # A thread of its own, because the app that asks may have a running event loop.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, _printed(page, numbered)).result()


async def _printed(page: bytes, numbered: bool) -> bytes:
    from reports.formats.pdf import printed
    from scanners.browser import failures, launch
    from scanners.egress import AllowList, Ledger

    async with launch(Ledger()) as browser, browser.open_page("report", AllowList()) as opened:
        return await printed(opened.page, page, failures(), numbered=numbered)
