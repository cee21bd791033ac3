"""Reports and the gallery held to axe-core, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.browser.pages_of_report import DESK, PHONE, gallery_page, opened, report_page, show
from tests.unit.drawn_people import HARD

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
LOOKS = [(width, scheme) for width in (PHONE, DESK) for scheme in ("light", "dark")]


async def faults(tab: Any) -> list[str]:
    """Every violation with the first places it was seen at."""
    found = (await Axe().run(tab, options=OPTIONS)).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("name", ["full", "empty", "hostile", "busy", "gallery"])
async def test_no_rule_of_axe_is_broken_and_nothing_scrolls_sideways(name: str, tmp_path: Path) -> None:
    page = gallery_page(tmp_path) if name == "gallery" else report_page(HARD[name](), reveal=True)
    async with opened() as tab:
        for width, scheme in LOOKS:
            await show(tab, page, width, scheme)
            assert await faults(tab) == [], (width, scheme)
            assert await tab.evaluate("document.documentElement.scrollWidth") <= width


async def test_dark_is_dark_and_a_fault_would_be_seen() -> None:
    page = report_page(HARD["full"]())
    async with opened() as tab:
        papers = []
        for scheme in ("light", "dark"):
            await show(tab, page, PHONE, scheme)
            papers.append(await tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert papers[0] != papers[1]
        await tab.evaluate("document.querySelector('h1').textContent = ''")
        assert any("heading" in fault for fault in await faults(tab))
