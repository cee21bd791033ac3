"""The report printed by a real browser: a whole PDF, with what to fix first on the first two pages."""

from __future__ import annotations

import io
import re

import pytest

from privacy_check.cli.printing import print_pdf
from reports.document import build
from reports.formats import html
from tests.unit.assessments import full

pytestmark = pytest.mark.browser


def pages(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", document))


def test_what_to_fix_first_is_two_pages_at_most_and_the_rest_follows() -> None:
    stream = io.BytesIO()
    html.write(build(full()), stream)
    page = stream.getvalue()
    whole = print_pdf(page)
    assert whole.startswith(b"%PDF-")
    first = page[: page.index(b'<div class="details">')] + b"</main></body></html>"
    assert 1 <= pages(print_pdf(first)) <= 2
    assert pages(whole) > pages(print_pdf(first))
