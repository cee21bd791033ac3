"""The report as one self-contained web page."""

from __future__ import annotations

from typing import BinaryIO

from reports.document import ReportDocument
from reports.templates import html_environment, script, style


def write(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the page as UTF-8."""
    css, css_hash = style()
    program, program_hash = script()
    template = html_environment().get_template("report.html")
    page = template.render(doc=document, style=css, style_hash=css_hash, script=program, script_hash=program_hash)
    stream.write(page.encode("utf-8", "replace"))
