"""The report as a page in a real browser: how it is opened for a look, with no request let through."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from privacy_check.model import Assessment
from reports.document import Options, build
from reports.formats import html
from reports.gallery import Entry, write_gallery
from scanners.browser import launch
from scanners.egress import AllowList, Ledger
from tests.unit.assessments import HOSTILE, full

PHONE, DESK = 390, 1200


def report_page(assessment: Assessment, *, reveal: bool = False) -> str:
    """The report as a web page."""
    stream = io.BytesIO()
    html.write(build(assessment, Options(reveal=reveal)), stream)
    return stream.getvalue().decode()


def gallery_page(folder: Path) -> str:
    """The page that leads to several reports, one of them with a hostile name."""
    headline = build(full()).headline
    entries = [
        Entry(name, "a role", "A story of two sentences. It is short.", headline, "x/privacy-report.html")
        for name in ("Asha Kapoor", HOSTILE)
    ]
    return write_gallery(folder, entries).read_text("utf-8")


@asynccontextmanager
async def opened() -> AsyncIterator[Any]:
    """A tab that lets no request through."""
    async with launch(Ledger()) as browser, browser.open_page("report", AllowList()) as tab:
        yield tab.page


async def show(tab: Any, page: str, width: int, scheme: str) -> None:
    """Shows a page at a width, in light or dark."""
    await tab.set_viewport_size({"width": width, "height": 800})
    await tab.emulate_media(color_scheme=scheme)
    await tab.set_content(page, wait_until="load")
