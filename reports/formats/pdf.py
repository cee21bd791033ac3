"""The report as PDF: the HTML page, printed by a browser that is already open."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say

PRINT_SECONDS = 60.0
# Inches, as the browser takes them: A4, and margins of 16 mm with room for the page number.
_MM = 1 / 25.4
PAPER = {
    "paperWidth": 210 * _MM,
    "paperHeight": 297 * _MM,
    "marginTop": 16 * _MM,
    "marginBottom": 18 * _MM,
    "marginLeft": 16 * _MM,
    "marginRight": 16 * _MM,
}
FOOTER = (
    '<div style="width:100%;font-size:8pt;color:#52636f;text-align:center">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)


async def printed(tab: Any, page: bytes, failures: tuple[type[Exception], ...], *, numbered: bool = True) -> bytes:
    """The HTML page as an A4 document with tags and bookmarks, by `tab` (a Playwright page).

    It comes as one answer and not as a stream, because a browser keeps streams in files. Raises
    PrivacyCheckError.
    """
    try:
        async with asyncio.timeout(PRINT_SECONDS):
            await tab.set_content(page.decode("utf-8"), wait_until="load")
            session = await tab.context.new_cdp_session(tab)
            answer = await session.send(
                "Page.printToPDF",
                {
                    **PAPER,
                    "printBackground": True,
                    "displayHeaderFooter": numbered,
                    "headerTemplate": "<span></span>",
                    "footerTemplate": FOOTER,
                    "generateTaggedPDF": True,
                    "generateDocumentOutline": True,
                    "transferMode": "ReturnAsBase64",
                },
            )
            document = base64.b64decode(answer["data"])
    except TimeoutError:
        raise _not_printed(say("errors.pdf.no_answer")) from None
    except failures as error:
        reason = (str(error).strip().splitlines() or [say("common.no_reason")])[0]
        raise _not_printed(reason) from None
    return document


def _not_printed(reason: str) -> PrivacyCheckError:
    return PrivacyCheckError(say("errors.pdf.not_printed", reason=reason), say("errors.write.print_html"))
