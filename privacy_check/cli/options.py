"""The options several commands share, and what stands behind them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from privacy_check.cli.output import be_quiet
from privacy_check.cli.usage import LEVELS
from privacy_check.errors import UsageError
from privacy_check.model import Severity
from privacy_check.sentences import say

if TYPE_CHECKING:
    from privacy_check.subject import AboutMe

ACCOUNTS = typer.Argument(None, metavar="[LINK|PLATFORM:HANDLE]...", help="usage.option.accounts")
MINE = typer.Option(False, "--mine", help="usage.option.all_mine")
KEEP = typer.Option(False, "--keep", help="usage.option.keep")
ABOUT = typer.Option(
    None,
    "--about",
    metavar="FILE",
    help="usage.option.about",
)
JSON = typer.Option(False, "--json", help="usage.option.json")
REVEAL = typer.Option(False, "--reveal", help="usage.option.reveal")
REPORT = typer.Option(None, "--report", metavar="FOLDER", help="usage.option.report")
FAIL_ON = typer.Option(None, "--fail-on", metavar="LEVEL", help="usage.option.fail_on")
QUIET = typer.Option(False, "--quiet", "-q", help="usage.option.quiet")
FORMATS = typer.Option(
    None,
    "--format",
    metavar="LIST",
    help="usage.option.format",
)
SHOW = typer.Option(False, "--show-browser", help="usage.option.show_browser")

PACK = typer.Option(None, "--pack", metavar="FILE", help="usage.option.pack")


def take_pack(path: Path | None) -> None:
    """Speaks in the words of that employer pack from here on. Raises UnreadableInput for a file that is none."""
    if path is not None:
        from privacy_check import employer_pack

        employer_pack.use(employer_pack.load(path))


@dataclass(frozen=True)
class ReportWanted:
    """Where a report goes (None: nowhere), and in which formats; none named are the usual ones."""

    folder: Path | None
    formats: tuple[str, ...] = ()


def report_wanted(folder: Path | None, formats: str | None) -> ReportWanted:
    """What `--report` and `--format` ask for together. Raises UsageError where only the second was given."""
    if formats is None:
        return ReportWanted(folder)
    if folder is None:
        raise UsageError(say("commands.look.format_of_nothing"), say("commands.look.format_of_nothing_hint"))
    from reports.write import check_formats

    named = named_formats(formats, ())
    check_formats(named)
    return ReportWanted(folder, tuple(named))


def check_folder(folder: Path | None) -> None:
    """Refuses a report folder that cannot be one before the long part begins."""
    if folder is not None:
        from reports.write import check_place

        check_place(folder)


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
        raise UsageError(
            say("commands.options.fail_on", word=word), say("commands.options.fail_on_hint", levels=LEVELS)
        ) from None


@dataclass(frozen=True, slots=True)
class Manner:
    """How a look is made and told: what the options say that every command with a browser takes."""

    about: AboutMe | None
    report: ReportWanted
    as_json: bool
    reveal: bool
    show_browser: bool
    limit: Severity | None


def in_a_manner(command: Callable[..., None]) -> Callable[..., None]:
    """The command with those options after its own; it is given them as `manner`, read and checked."""

    @wraps(command)
    def run(**given: Any) -> None:
        shared = {name: given.pop(name) for name in _manner.__annotations__ if name in given}
        command(**given, manner=_manner(**shared))

    own, shared = (inspect.signature(function, eval_str=True).parameters for function in (command, _manner))
    both = [*(one for one in own.values() if one.name != "manner"), *shared.values()]
    keyword_only = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in both]
    run.__signature__ = inspect.Signature(keyword_only)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in both}
    return run


def _manner(
    about: Path | None = ABOUT,
    report: Path | None = REPORT,
    formats: str | None = FORMATS,
    as_json: bool = JSON,
    reveal: bool = REVEAL,
    show_browser: bool = SHOW,
    fail_on: str | None = FAIL_ON,
    quiet: bool = QUIET,
) -> Manner:
    be_quiet(quiet)
    limit = level(fail_on)
    subject = about_from(about)
    wanted = report_wanted(report, formats)
    check_folder(report)
    return Manner(subject, wanted, as_json, reveal, show_browser, limit)
