"""`report`, `history`, `changes` and `wipe`: what was kept, opened with the passphrase."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.keeping import none_kept, opened, tell_troubles
from privacy_check.cli.options import FORMATS, QUIET, named_formats
from privacy_check.cli.output import be_quiet, put, put_json, say
from privacy_check.cli.program import app
from privacy_check.errors import UsageError, VaultError
from privacy_check.places import own_things
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privacy_check.model import Assessment
    from privacy_check.vault import Vault


@app.command(help="usage.command.report")
def report(
    formats: str | None = FORMATS,
    output: Path = typer.Option(Path("my-report"), "--output", metavar="FOLDER", help="usage.option.output"),
    reveal: bool = typer.Option(False, "--reveal", help="usage.option.reveal"),
    redacted: bool = typer.Option(False, "--redacted", help="usage.option.redacted"),
    clean: bool = typer.Option(False, "--clean", help="usage.option.clean"),
    encrypt: bool = typer.Option(False, "--encrypt", help="usage.option.encrypt"),
    quiet: bool = QUIET,
) -> None:
    """Save the report of your last check, or a copy for others."""
    from privacy_check.cli.ending import tell_fixes
    from privacy_check.cli.locking import LOCKED, check_lockable, locking, tell_locked
    from privacy_check.cli.printing import print_pdf
    from privacy_check.cli.toolkit import build_toolkit, report_options
    from reports.document import CopyFor, build
    from reports.write import USUAL, USUAL_FOR_OTHERS, check_copy, check_formats, check_place, write_report

    be_quiet(quiet)
    if redacted and clean:
        raise UsageError(words("report.others.one_copy"), words("report.others.one_copy_hint"))
    copy_for = CopyFor.REDACTED if redacted else CopyFor.CLEAN if clean else CopyFor.OWN
    usual = LOCKED if encrypt else USUAL if copy_for is CopyFor.OWN else USUAL_FOR_OTHERS
    wanted = named_formats(formats, usual)
    check_formats(wanted)
    check_copy(wanted, copy_for, reveal=reveal)
    if encrypt:
        check_lockable(wanted)
    check_place(output)
    assessment = _last(opened())
    options = replace(report_options(build_toolkit(), reveal), copy_for=copy_for)
    printer = locking(print_pdf) if encrypt else print_pdf
    files = write_report(assessment, output, wanted, options, printer)
    # What to do first is for the person; a copy for others is passed on.
    if copy_for is CopyFor.OWN:
        tell_fixes(build(assessment, options).fixes)
    say("", words("commands.ending.files"))
    for path in files:
        put(str(path))
    if encrypt:
        tell_locked(files)


@app.command(help="usage.command.history")
def history(as_json: bool = typer.Option(False, "--json", help="usage.option.json")) -> None:
    """List the checks you kept."""
    from privacy_check.assessment.own_paths import may_show_number
    from privacy_check.wording import shows

    vault = opened()
    checks = vault.history()
    if not checks and vault.check_damaged:
        raise none_kept(vault, "")
    tell_troubles(vault)
    scores = [check.score if may_show_number(check) else None for check in checks]
    rows = [
        {
            "date": f"{check.started_at:%Y-%m-%d}",
            "accounts": len(check.views),
            "findings": len(check.findings),
            "low": round(score.low) if score else None,
            "high": round(score.high) if score else None,
        }
        for check, score in zip(checks, scores, strict=True)
    ]
    if as_json:
        put_json({"format": 1, "checks": rows})
        return
    for check, points in zip(checks, scores, strict=True):
        number = words("seen.history_none")
        if points is not None:
            number = shows(*points.whole)
        accounts, things = (
            words("common.accounts", count=len(check.views)),
            words("common.things", count=len(check.findings)),
        )
        put(
            words(
                "commands.keep.line",
                started_at=f"{check.started_at:%Y-%m-%d}",
                accounts=accounts,
                things=things,
                number=number,
            )
        )
    if not rows:
        put(words("commands.keep.none"))


@app.command(help="usage.command.changes")
def changes(as_json: bool = typer.Option(False, "--json", help="usage.option.json")) -> None:
    """Show what changed between your last two checks."""
    from privacy_check.assessment.changes_told import by_kind, in_one_line, why_higher_words
    from privacy_check.cli.toolkit import build_toolkit

    vault = opened()
    checks = vault.history()
    tell_troubles(vault)
    if len(checks) < 2 and vault.check_damaged:
        raise VaultError(words("vault.one_check_damaged"), words("vault.checks_damaged_hint"))
    if len(checks) < 2:
        raise UsageError(words("commands.keep.not_two"), words("commands.keep.not_two_hint"))
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


@app.command(help="usage.command.wipe")
def wipe(yes: bool = typer.Option(False, "--yes", help="usage.option.yes")) -> None:
    """Remove all that privacy-check keeps on this computer."""
    from privacy_check.wording import listed
    from scanners.run_folder import browser_folder

    things = [path for path in dict.fromkeys((*own_things(), browser_folder())) if path.exists()]
    if not things:
        put(words("commands.keep.nothing_there"))
        return
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(words("commands.keep.not_wiped"), words("commands.keep.not_wiped_hint"))
        folders = listed(list(dict.fromkeys(path.parent for path in things)))
        typer.confirm(words("commands.keep.wipe_sure", folders=folders), abort=True, err=True)
    for path in things:
        _remove(path)
    for folder in {path.parent for path in things}:
        # Only a folder that is empty now was ours alone.
        with suppress(OSError):
            folder.rmdir()
    put(words("commands.keep.wiped"))


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise VaultError(
            words("errors.vault.left", folder=path, strerror=error.strerror),
            words("errors.vault.left_hint"),
        ) from None


def _last(vault: Vault) -> Assessment:
    last = vault.last()
    if last is None:
        raise none_kept(vault, words("app.reporting.nothing_hint"))
    tell_troubles(vault)
    return last
