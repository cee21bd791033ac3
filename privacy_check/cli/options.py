"""The options several commands share, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.errors import UsageError
from privacy_check.model import Severity

if TYPE_CHECKING:
    from privacy_check.subject import AboutMe

LEVELS = ", ".join(severity.value for severity in Severity)

ABOUT = typer.Option(
    None,
    "--about",
    metavar="FILE",
    help="What you tell the tool about yourself: a TOML file, see docs/about-me.md.",
)
JSON = typer.Option(False, "--json", help="One JSON document on stdout.")
REVEAL = typer.Option(False, "--reveal", help="Show what was found in clear.")
REPORT = typer.Option(None, "--report", metavar="FOLDER", help="Save the report in this folder.")
FAIL_ON = typer.Option(
    None, "--fail-on", metavar="LEVEL", help=f"End with 1 when a finding is this serious: {LEVELS}."
)
QUIET = typer.Option(False, "--quiet", "-q", help="Only results on stdout; errors and questions on stderr.")
FORMATS = typer.Option(
    None,
    "--format",
    metavar="LIST",
    help="html, pdf, md, txt, json, ics; several with commas. Without it: html, txt and json.",
)
SHOW = typer.Option(False, "--show-browser", help="Show the browser window while it looks.")

PACK = typer.Option(
    None, "--pack", metavar="FILE", help="Your employer's names and rules: a TOML file, see docs/employer-pack.md."
)


def take_pack(path: Path | None) -> None:
    """Speaks in the words of that employer pack from here on. Raises UnreadableInput for a file that is none."""
    if path is not None:
        from privacy_check import employer_pack

        employer_pack.use(employer_pack.load(path))


def about_from(path: Path | None) -> AboutMe | None:
    """About me from a TOML file, or None when none is named."""
    if path is None:
        return None
    from privacy_check.subject import AboutMe

    return AboutMe.load(path)


def named_formats(words: str | None, usual: Sequence[str]) -> Sequence[str]:
    """The formats that `--format` names, or the usual ones where it was left out."""
    return usual if words is None else [name.strip().lower() for name in words.split(",") if name.strip()]


def level(word: str | None) -> Severity | None:
    """The severity that `--fail-on` names. Raises UsageError listing the words."""
    if not word:
        return None
    try:
        return Severity(word.strip().lower().replace("-", "_").replace(" ", "_"))
    except ValueError:
        raise UsageError(f"--fail-on does not know “{word}”.", f"Use one of: {LEVELS}.") from None
