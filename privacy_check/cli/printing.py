"""A report page printed as PDF by the browser of this computer, with no way out for any request."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor


def print_pdf(page: bytes) -> bytes:
    """The page as an A4 document. Raises NoBrowser, or PrivacyCheckError when it could not be printed."""
    return print_all([page])[0]


def print_all(pages: Sequence[bytes]) -> list[bytes]:
    """Several pages, each as a document of its own, by one browser. Raises as `print_pdf` does."""
    # A thread of its own, because the app that asks may have a running event loop.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, _printed(pages)).result()


async def _printed(pages: Sequence[bytes]) -> list[bytes]:
    from reports.formats.pdf import printed
    from scanners.browser import failures, launch
    from scanners.egress import AllowList, Ledger

    async with launch(Ledger()) as browser, browser.open_page("report", AllowList()) as opened:
        return [await printed(opened.page, page, failures()) for page in pages]
