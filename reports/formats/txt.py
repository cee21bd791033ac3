"""The report as plain text, for screen readers and printers."""

from __future__ import annotations

from typing import BinaryIO

from reports.document import ReportDocument
from reports.templates import text_environment


def write(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the text as UTF-8."""
    stream.write(render(document).encode("utf-8", "replace"))


def render(document: ReportDocument) -> str:
    """The whole report as one string."""
    return text_environment().get_template("report.txt").render(doc=document)
