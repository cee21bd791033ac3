"""The pictures as a browser draws them: no word is cut off, no two words lie on one another, print stays whole."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from privacy_check.cli.printing import print_pdf
from reports.formats.locked import locked
from tests.browser.pages_of_report import DESK, PHONE, opened, report_page, show
from tests.unit.drawn_people import HARD

pytestmark = pytest.mark.browser

# Boxes of all words of every drawing in units of the sheet, with what they say.
MEASURE = """() => [...document.querySelectorAll('svg.drawn')].map(svg => ({
  width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height, wide: svg.getBoundingClientRect().width,
  texts: [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBBox(); return [text.textContent, box.x, box.y, box.width, box.height] }) }))"""
# How much of a line's own box is room above and below its letters.
AIR = 5.0
A4_IN_PIXELS, POINTS = 703, 0.75


@pytest.mark.parametrize("reveal", [False, True])
async def test_words_lie_inside_the_sheet_and_beside_one_another(reveal: bool) -> None:
    async with opened() as tab:
        for name, make in HARD.items():
            await show(tab, report_page(make(), reveal=reveal), PHONE, "light")
            for sheet in await tab.evaluate(MEASURE):
                assert outside(sheet) == [], name
                assert overlapping(sheet["texts"]) == [], name


async def test_on_a_phone_a_sheet_is_as_wide_as_the_page_and_letters_keep_their_size() -> None:
    async with opened() as tab:
        for width in (PHONE, DESK):
            await show(tab, report_page(HARD["full"]()), width, "light")
            sheets = await tab.evaluate(MEASURE)
            assert sheets
            assert all(0.95 <= sheet["wide"] / sheet["width"] <= 1.4 for sheet in sheets), width


async def test_paper_keeps_the_type_of_a_picture_readable() -> None:
    """Six points at the least, in the drawings of somebody with several accounts and doors."""
    async with opened() as tab:
        await show(tab, report_page(HARD["full"]()), A4_IN_PIXELS, "light")
        await tab.emulate_media(media="print")
        for sheet in await tab.evaluate(MEASURE):
            assert 13 * sheet["wide"] / sheet["width"] * POINTS >= 6


def test_a_printed_report_has_tags_bookmarks_a_language_and_a_title_and_keeps_them_when_locked() -> None:
    printed = print_pdf(report_page(HARD["full"]()).encode())
    for document, passphrase in ((printed, ""), (locked(printed, "three random words"), "three random words")):
        with pikepdf.open(io.BytesIO(document), password=passphrase) as pdf:
            assert str(pdf.Root.Lang) == "en-GB"
            assert pdf.Root.MarkInfo.Marked
            assert "/StructTreeRoot" in pdf.Root
            assert str(pdf.docinfo["/Title"]).startswith("What strangers see of you")
            with pdf.open_outline() as outline:
                titles = [item.title for item in outline.root[0].children]
        assert "How the pieces join" in titles


def outside(sheet: dict[str, Any]) -> list[str]:
    """Texts that reach over an edge of their sheet."""
    return [
        text
        for text, x, y, width, height in sheet["texts"]
        if x < 0 or y < 0 or x + width > sheet["width"] or y + height > sheet["height"]
    ]


def overlapping(texts: list[list[object]]) -> list[tuple[object, object]]:
    """Pairs of texts that lie on one another."""
    boxes = [(text, float(x), float(y) + AIR, float(w), float(h) - 2 * AIR) for text, x, y, w, h in texts]  # type: ignore[arg-type]
    return [
        (one[0], other[0])
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1]) > 1
        and min(one[2] + one[4], other[2] + other[4]) - max(one[2], other[2]) > 1
    ]
