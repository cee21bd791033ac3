"""The report in a real browser: ticks that stay, a copy that keeps them, a phone's width, one sheet of paper."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from privacy_check.cli.printing import print_pdf
from privacy_check.model import Account, Assessment, PlanStep, Visit
from reports.document import Options, build
from reports.formats import html
from scanners.browser import BrowserChoice, sandboxed
from tests.unit.assessments import FOUR, FRENDLI, STRIDE, finding, full, view
from tests.unit.test_report_on_paper import much

pytestmark = pytest.mark.browser

WALK = Account("ladder", "asha-kapoor-of-somewhere", "https://ladder.example/in/asha-kapoor-of-somewhere")


@pytest_asyncio.fixture
async def browser(browser_here: BrowserChoice) -> AsyncIterator[Any]:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(**browser_here.launch_options(), chromium_sandbox=sandboxed())
        yield started
        await started.close()


def page_of(assessment: Assessment, options: Options | None = None) -> bytes:
    stream = io.BytesIO()
    html.write(build(assessment, options), stream)
    return stream.getvalue()


def saved(folder: Path, assessment: Assessment) -> str:
    path = folder / "privacy-report.html"
    path.write_bytes(page_of(assessment, Options(reveal=True)))
    return path.as_uri()


async def ticked(tab: Any) -> list[str]:
    found: list[str] = await tab.eval_on_selector_all("input:checked", "boxes => boxes.map(box => box.id)")
    return found


async def test_a_tick_stays_and_goes_with_a_saved_copy(browser: Any, tmp_path: Path) -> None:
    context = await browser.new_context(accept_downloads=True)
    tab = await context.new_page()
    faults: list[str] = []
    tab.on("console", lambda message: faults.append(message.text))
    await tab.goto(saved(tmp_path, full()))
    first = tab.locator(".card input").first
    name = await first.get_attribute("id")
    await first.check()
    before = await ticked(tab)
    assert name in before
    assert len(before) > 1, "the line of the same thing in the list is ticked with its card"
    await tab.reload()
    assert await ticked(tab) == before
    async with tab.expect_download() as download:
        await tab.get_by_role("button", name="Save a copy with my ticks").click()
    copy = tmp_path / "elsewhere.html"
    await (await download.value).save_as(copy)
    assert (await download.value).suggested_filename == "privacy-report-ticked.html"
    other = await browser.new_context()
    fresh = await other.new_page()
    fresh.on("console", lambda message: faults.append(message.text))
    await fresh.goto(copy.as_uri())
    assert await ticked(fresh) == before
    await fresh.get_by_role("button", name="Clear my ticks").click()
    assert await ticked(fresh) == []
    assert faults == [], "the page's own policy admits its program and its copy"


async def test_the_page_asks_for_nothing_and_is_whole_without_a_program(browser: Any, tmp_path: Path) -> None:
    context = await browser.new_context(java_script_enabled=False)
    tab = await context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    address = saved(tmp_path, full())
    await tab.goto(address)
    assert asked == [address]
    assert not await tab.get_by_role("button", name="Save a copy with my ticks").is_visible()
    await tab.locator(".card input").first.check()
    assert await ticked(tab)


@pytest.mark.parametrize("name", FOUR)
async def test_a_phone_scrolls_one_way_only_in_any_type_and_light(browser: Any, name: str, tmp_path: Path) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    tab = await context.new_page()
    await tab.goto(saved(tmp_path, FOUR[name]()))
    for larger in (False, True):
        await tab.locator("#larger").set_checked(larger)
        assert await tab.evaluate("document.documentElement.scrollWidth") <= 390
    # The ground is dark where the person asked for dark.
    colour = await tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", colour)[:3]) < 60


def crowded() -> Assessment:
    """Three cards, each on three accounts with steps of their own: more than most people will ever have."""
    accounts = (FRENDLI, STRIDE, WALK)
    causes = {"LOC-01": "Bramley, Leeds, West Yorkshire", "PI-03": "07700 900123", "WRK-05": "Sandbeck Council"}
    remedies = ("generic/hide-phone", "generic/remove-address", "generic/hide-work")
    findings = tuple(finding(rule, value, account) for rule, value in causes.items() for account in accounts)
    plan = tuple(
        PlanStep(
            rule,
            FRENDLI,
            30,
            remedies[0],
            fingerprints=tuple(item.fingerprint for item in findings if item.rule_id == rule),
            closes=("SC-01", "SC-02", "SC-04"),
            visits=tuple(Visit(account, remedy, 10) for account, remedy in zip(accounts, remedies, strict=True)),
            first=True,
        )
        for rule in causes
    )
    return replace(full(), views=tuple(map(view, accounts)), findings=findings, plan=plan)


@pytest.mark.parametrize("made", [full, crowded, much], ids=["usual", "crowded", "much"])
def test_the_first_page_is_one_sheet(made: Callable[[], Assessment]) -> None:
    page = page_of(made(), Options(reveal=True))
    whole = _pages(print_pdf(page))
    first = page[: page.index(b'<div class="appendix">')] + b"</main></body></html>"
    assert _pages(print_pdf(first)) == 1
    assert whole - 1 <= 4, "all the rest stays within four sheets"


def _pages(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", document))
