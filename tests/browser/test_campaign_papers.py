"""The papers of a kit as people get them: one sheet each where one is promised, a square that phones read."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pypdf
import pytest

from privacy_check.cli.printing import print_pdf
from tests.browser.pages_of_report import PHONE, opened, show
from tests.browser.test_accessible import faults
from tests.unit.test_campaign_kit import kit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["poster.html", "promise.html"])
def test_what_goes_on_a_wall_is_one_sheet(name: str) -> None:
    printed = pypdf.PdfReader(io.BytesIO(print_pdf(kit()[name], numbered=False)))
    assert len(printed.pages) == 1
    text = printed.pages[0].extract_text()
    assert "SPRING-27" in text
    assert "1 / 1" not in text


async def test_a_phone_reads_the_square_and_gets_no_address() -> None:
    async with opened() as tab:
        await tab.set_content(kit()["poster.html"].decode())
        drawn = np.frombuffer(await tab.locator(".square").screenshot(), np.uint8)
    words, _, _ = cv2.QRCodeDetector().detectAndDecode(cv2.imdecode(drawn, cv2.IMREAD_COLOR))
    assert "Campaign code: SPRING-27" in words
    assert "://" not in words


async def test_papers_keep_the_rules_of_axe_and_fit_a_phone() -> None:
    wide = []
    async with opened() as tab:
        # Each way a paper can be laid out: text and signatures, tables and ticks, the poster.
        for name in ("promise.html", "dpia.html", "poster.html"):
            await show(tab, kit()[name].decode(), PHONE, "light")
            assert await faults(tab) == [], name
            wide += [name] if await tab.evaluate("document.documentElement.scrollWidth") > PHONE else []
    assert wide == []
