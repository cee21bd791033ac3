"""The report as one self-contained web page."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from reports.document import ReportDocument
from reports.first_sheet import first_sheet
from reports.rest_on_paper import RestOnPaper, all_on_paper, everything, rest_on_paper
from reports.templates import html_environment, script, style


def write(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the page as UTF-8; on paper it is one sheet that is enough, and four more at most."""
    _written(document, stream, rest_on_paper(document), whole=False)


def write_whole_list(document: ReportDocument, stream: BinaryIO) -> None:
    """Writes the appendix alone with every line and its steps unfolded, however many sheets it takes."""
    _written(replace(document, pictures={}), stream, everything(document), whole=True)


def _written(document: ReportDocument, stream: BinaryIO, rest: RestOnPaper, *, whole: bool) -> None:
    css, css_hash = style()
    program, program_hash = script()
    page = (
        html_environment()
        .get_template("report.html")
        .render(
            doc=document,
            first=first_sheet(document),
            rest=rest,
            whole=whole,
            folded=not all_on_paper(document, rest),
            style=css,
            style_hash=css_hash,
            script=program,
            script_hash=program_hash,
        )
    )
    stream.write(page.encode("utf-8", "replace"))
