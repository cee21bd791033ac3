"""The report as one self-contained web page."""

from __future__ import annotations

from typing import BinaryIO

from reports.document import ReportDocument
from reports.templates import html_environment, style


def write(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the page as UTF-8."""
    css, digest = style()
    template = html_environment().get_template("report.html")
    stream.write(template.render(doc=document, style=css, style_hash=digest).encode("utf-8", "replace"))
