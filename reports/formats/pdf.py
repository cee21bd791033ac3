"""The report as PDF: the HTML page, printed by a browser that is already open."""

from __future__ import annotations

import asyncio
from typing import Any

from privacy_check.errors import PrivacyCheckError

PRINT_SECONDS = 60.0
MARGIN = {"top": "16mm", "bottom": "18mm", "left": "16mm", "right": "16mm"}
FOOTER = (
    '<div style="width:100%;font-size:8pt;color:#52636f;text-align:center">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)


async def printed(tab: Any, page: bytes, failures: tuple[type[Exception], ...]) -> bytes:
    """The HTML page as an A4 document, by `tab` (a Playwright page). Raises PrivacyCheckError."""
    try:
        async with asyncio.timeout(PRINT_SECONDS):
            await tab.set_content(page.decode("utf-8"), wait_until="load")
            document: bytes = await tab.pdf(
                format="A4",
                margin=MARGIN,
                print_background=True,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=FOOTER,
                tagged=True,
                outline=True,
            )
    except TimeoutError:
        raise _not_printed("the browser did not answer") from None
    except failures as error:
        reason = (str(error).strip().splitlines() or ["no reason given"])[0]
        raise _not_printed(reason) from None
    return document


def _not_printed(reason: str) -> PrivacyCheckError:
    return PrivacyCheckError(
        f"The report could not be printed as PDF ({reason}).", "Open the html report and print it."
    )
