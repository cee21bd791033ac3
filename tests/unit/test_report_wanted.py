"""`--report` and `--format` together, the same for every command that has both."""

from __future__ import annotations

from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.cli.options import ReportWanted, report_wanted
from privacy_check.errors import UsageError


def test_the_usual_formats_are_left_to_who_writes() -> None:
    assert report_wanted(Path("x"), None) == ReportWanted(Path("x"))
    assert report_wanted(Path("x"), "PDF, html").formats == ("pdf", "html")


@pytest.mark.parametrize(("folder", "formats"), [(None, "pdf"), (Path("x"), "doc"), (Path("x"), ",")])
def test_a_format_of_nothing_or_of_no_kind_is_refused(folder: Path | None, formats: str) -> None:
    with pytest.raises(UsageError):
        report_wanted(folder, formats)


@pytest.mark.parametrize(
    "command", [["check", "https://a.example/b", "--mine"], ["page", "x.html"], ["archive", "x"]]
)
def test_every_command_with_a_report_refuses_alike(command: list[str]) -> None:
    assert main([*command, "--format", "pdf"]) == 2
