"""The report as Markdown, for notes and wikis of the person's own."""

from __future__ import annotations

from typing import BinaryIO

from reports.document import ReportDocument
from reports.templates import markdown_environment


def write(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the Markdown as UTF-8."""
    page = markdown_environment().get_template("report.md").render(doc=document)
    stream.write(page.encode("utf-8", "replace"))
