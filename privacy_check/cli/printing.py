"""A report page printed as PDF by the browser of this computer, with no way out for any request."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor


def print_pdf(page: bytes, *, numbered: bool = True) -> bytes:
    """The page as an A4 document, its pages numbered. Raises NoBrowser, or PrivacyCheckError if it fails."""
    return print_all([page], numbered=numbered)[0]


def print_all(pages: Sequence[bytes], *, numbered: bool = True) -> list[bytes]:
    """Several pages, each as a document of its own, by one browser. Raises as `print_pdf` does."""
    # A thread of its own, because the app that asks may have a running event loop.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, _printed(pages, numbered)).result()


async def _printed(pages: Sequence[bytes], numbered: bool) -> list[bytes]:
    from reports.formats.pdf import printed
    from scanners.browser import failures, launch
    from scanners.egress import AllowList, Ledger

    async with launch(Ledger()) as browser, browser.open_page("report", AllowList()) as opened:
        return [await printed(opened.page, page, failures(), numbered=numbered) for page in pages]
