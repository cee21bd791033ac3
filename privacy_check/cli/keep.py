"""`report`, `history`, `changes` and `wipe`: what was kept, opened with the passphrase."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli import app
from privacy_check.cli.keeping import opened
from privacy_check.cli.options import QUIET
from privacy_check.cli.output import be_quiet, counted, put, put_json, say, warn
from privacy_check.errors import UsageError, VaultError
from privacy_check.places import own_things
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.model import Assessment
    from privacy_check.vault import Vault


@app.command()
def report(
    formats: str = typer.Option(
        "html,txt,json", "--format", metavar="LIST", help="html, pdf, md, txt, json, ics; several with commas."
    ),
    output: Path = typer.Option(Path("my-report"), "--output", metavar="FOLDER", help="The folder to save in."),
    reveal: bool = typer.Option(False, "--reveal", help="Show your details in clear."),
    quiet: bool = QUIET,
) -> None:
    """Save the report of your last check again."""
    from privacy_check.cli.ending import tell_fixes
    from privacy_check.cli.toolkit import build_toolkit, report_options
    from reports.document import build
    from reports.write import check_formats, check_place

    be_quiet(quiet)
    wanted: Sequence[str] = [name.strip().lower() for name in formats.split(",") if name.strip()]
    check_formats(wanted)
    check_place(output)
    assessment = _last(opened())
    toolkit = build_toolkit()
    files = toolkit.write_report(assessment, output, wanted, reveal)
    tell_fixes(build(assessment, report_options(toolkit, reveal)).fixes)
    say("", words("commands.ending.files"))
    for path in files:
        put(str(path))


@app.command()
def history(as_json: bool = typer.Option(False, "--json", help="One JSON document on stdout.")) -> None:
    """List the checks you kept."""
    checks = opened().history()
    rows = [
        {
            "date": f"{check.started_at:%Y-%m-%d}",
            "accounts": len(check.views),
            "findings": len(check.findings),
            "low": round(check.score.low) if check.score else None,
            "high": round(check.score.high) if check.score else None,
        }
        for check in checks
    ]
    if as_json:
        put_json({"format": 1, "checks": rows})
        return
    for check, row in zip(checks, rows, strict=True):
        number = f", exposure {row['low']} to {row['high']}" if check.score else ""
        put(
            f"{row['date']}  {counted(len(check.views), 'account')}, "
            f"{counted(len(check.findings), 'thing')} found{number}"
        )
    if not rows:
        put("No check has been kept yet.")


@app.command()
def changes(as_json: bool = typer.Option(False, "--json", help="One JSON document on stdout.")) -> None:
    """Show what changed between your last two checks."""
    from privacy_check.assessment.changes_told import by_kind, in_one_line, why_higher_words
    from privacy_check.cli.toolkit import build_toolkit

    checks = opened().history()
    if len(checks) < 2:
        raise UsageError("There are not two checks to compare yet.", "Check again in a few weeks and keep it.")
    last = _compared(checks)
    name_of = build_toolkit(kept=False).platform_name
    why = why_higher_words(last, name_of)
    if as_json:
        rows = [{"kind": c.kind.value, "rule_id": c.rule_id, "account": c.account} for c in last.changes]
        put_json({"format": 1, "changes": rows, "why_higher": list(why)})
        return
    put(in_one_line(last) or words("changes.nothing"))
    for heading, lines in by_kind(last, name_of):
        put("\n".join(["", heading, *(f"  {line}" for line in lines)]))
    if why:
        put("\n".join(["", why[0], *(f"  {line}" for line in why[1:])]))


def _compared(checks: Sequence[Assessment]) -> Assessment:
    """The last check with what changed: as found while every word was there, else from what is kept."""
    from privacy_check.assessment.changes import compare
    from privacy_check.assessment.rise import why_higher

    *earlier, before, last = checks
    if last.changes:
        return last
    found = compare(before, last, earlier)
    return replace(last, changes=found, rise=why_higher(before, last, found))


@app.command()
def wipe(yes: bool = typer.Option(False, "--yes", help="Do not ask first.")) -> None:
    """Remove everything privacy-check keeps on this computer."""
    from scanners.run_folder import browser_folder

    things = [path for path in dict.fromkeys((*own_things(), browser_folder())) if path.exists()]
    if not things:
        put("There is nothing to remove.")
        return
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("Nothing was removed.", "Add --yes to remove everything without being asked.")
        folders = " and ".join(dict.fromkeys(str(path.parent) for path in things))
        typer.confirm(f"Remove everything privacy-check keeps in {folders}?", abort=True, err=True)
    for path in things:
        _remove(path)
    for folder in {path.parent for path in things}:
        # Only a folder that is empty now was ours alone.
        with suppress(OSError):
            folder.rmdir()
    put("Everything privacy-check kept here is gone. Reports you saved yourself are where you put them.")


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise VaultError(
            f"Some files in {path} could not be removed ({error.strerror}).",
            "Close other programs that use them, then run it again.",
        ) from None


def _last(vault: Vault) -> Assessment:
    last = vault.last()
    for name in vault.damaged:
        warn(f"One kept record ({name}) is damaged and was left out. The others are fine.")
    if last is None:
        raise VaultError("No finished check is in the vault.", "Run a check first.")
    return last
