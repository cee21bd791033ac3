"""`campaign new`, `campaign count` and `receipt`: for managers and for who wants to be counted. No look is taken.

Neither a vault nor a finding is known here; `campaign` counts files, and a receipt is made of a code and a day.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from privacy_check import __version__
from privacy_check.cli.output import put, put_json, warn
from privacy_check.cli.program import app
from privacy_check.cli.usage import SpokenGroup
from privacy_check.errors import NoBrowser, PrivacyCheckError, UsageError
from privacy_check.files import why_not
from privacy_check.sentences import say
from privacy_check.wording import spoken_day

if TYPE_CHECKING:
    from privacy_check.campaign.count import Count

campaign = typer.Typer(cls=SpokenGroup, rich_markup_mode=None, no_args_is_help=True)
app.add_typer(campaign, name="campaign", help="usage.command.campaign")

NUMBER_SHOWN = 8
"""So many signs of its number stand in the name of a receipt, so that two never take one another's place."""


@campaign.command(help="usage.command.campaign_new")
def new(
    folder: Path = typer.Argument(..., metavar="DIR", help="usage.option.kit"),
    pack: Path | None = typer.Option(None, "--pack", metavar="FILE", help="usage.option.pack"),
    code: str | None = typer.Option(None, "--code", metavar="CODE", help="usage.option.code"),
    start: str | None = typer.Option(None, "--start", metavar="DATE", help="usage.option.start"),
) -> None:
    """Write a manager's kit into a new folder."""
    from privacy_check import employer_pack
    from privacy_check.campaign.code import new_code, read_code
    from privacy_check.cli.options import take_pack
    from privacy_check.ports import SystemClock
    from reports.kit import campaign_kit

    take_pack(pack)
    now = SystemClock().now()
    asked = campaign_kit.Asked(
        code=read_code(code) if code is not None else new_code(),
        start=_day(start) if start is not None else now.date(),
        pack=employer_pack.current(),
        pack_file=pack.expanduser().read_bytes() if pack is not None else None,
        version=__version__,
        made_at=now,
    )
    files = campaign_kit.papers(asked)
    if any(os.path.lexists(folder.expanduser() / name) for name in (*files, campaign_kit.POSTER)):
        raise UsageError(say("campaign.new.taken", folder=folder), say("campaign.new.taken_hint"))
    _make(folder.expanduser(), "new", folder=folder)
    missing = None
    try:
        from privacy_check.cli.printing import print_pdf

        files[campaign_kit.POSTER] = print_pdf(files[campaign_kit.POSTER_PAGE], numbered=False)
    except NoBrowser as error:
        missing = error
    _write(folder, files)
    put(say("campaign.new.saved", number=len(files), folder=folder))
    put(say("campaign.new.code", code=asked.code))
    put(say("campaign.new.begin", path=folder / campaign_kit.FIRST))
    put(say("campaign.new.fill"))
    if asked.start < now.date():
        warn("", say("campaign.new.passed", day=spoken_day(asked.start)), say("campaign.new.passed_hint"))
    if missing is not None:
        raise NoBrowser(missing.message, say("campaign.new.no_poster"))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the whole kit or nothing of it."""
    from privacy_check.files import write_private

    written: list[Path] = []
    try:
        for name, content in files.items():
            path = folder.expanduser() / name
            write_private(path, content)
            written.append(path)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_saved("new", error, folder=folder) from None
        raise


def _make(place: Path, command: str, /, **named: Any) -> None:
    """Makes the folder where it is not there. Raises PrivacyCheckError in the words of who asked."""
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _not_saved(command, error, **named) from None


def _not_saved(command: str, error: OSError, **named: Any) -> PrivacyCheckError:
    return PrivacyCheckError(
        say(f"campaign.{command}.not_saved", reason=why_not(error), **named),
        say(f"campaign.{command}.not_saved_hint"),
    )


@campaign.command(help="usage.command.campaign_count")
def count(
    folder: Path = typer.Argument(..., metavar="FOLDER", help="usage.option.receipts"),
    code: str | None = typer.Option(None, "--campaign", metavar="CODE", help="usage.option.which_campaign"),
    as_json: bool = typer.Option(False, "--json", help="usage.option.json"),
) -> None:
    """Say how many receipts lie in a folder, in steps of ten."""
    from privacy_check.campaign.code import read_code
    from privacy_check.campaign.count import count as counted

    found = counted(folder, date.today(), read_code(code) if code is not None else None)
    if as_json:
        put_json(found.as_json())
        return
    if found.campaign is None:
        put(say("campaign.count.none"))
    else:
        put(say("campaign.count.heading", campaign=found.campaign))
    _tell(found)


def _tell(found: Count) -> None:
    for month, done in found.months:
        put(say("campaign.count.row", month=month, done=done))
    put(say("campaign.count.total", done=found.total))
    if found.months:
        put(f"{say('campaign.count.how')} {say('campaign.count.total_how')}")
    if found.refused:
        # What is passed on is what stands on stdout: names of files may be names of people.
        warn("", say("campaign.count.refused", count=len(found.refused)))
        warn(*(f"  {say('campaign.count.refused_row', file=each.file, why=each.why)}" for each in found.refused))
        warn(say("campaign.count.keep_apart"))


@app.command(help="usage.command.receipt")
def receipt(
    code: str = typer.Option(..., "--campaign", metavar="CODE", help="usage.option.campaign_code"),
    output: Path | None = typer.Option(None, "--output", metavar="FILE", help="usage.option.receipt_file"),
) -> None:
    """Write a receipt to hand in, if you want to."""
    from privacy_check.campaign import receipt as receipts
    from privacy_check.campaign.code import read_code

    today = date.today()
    written = receipts.write(read_code(code), today, __version__)
    raw = receipts.as_bytes(written)
    if output is None:
        put(raw.decode())
    else:
        put(say("campaign.receipt.saved", path=_saved(_file(output, written.number), raw, today)))
    warn(say("campaign.receipt.holds"), say("campaign.receipt.free"), say("campaign.receipt.one_code"))


def _file(output: Path, number: str) -> Path:
    """The file that is named, or a name of its own in the folder that is."""
    place = output.expanduser()
    return place / f"receipt-{number[:NUMBER_SHOWN]}.json" if place.is_dir() else place


def _saved(path: Path, raw: bytes, today: date) -> Path:
    """Saves the receipt, never over a file. The file says midnight: when somebody sat down is theirs alone."""
    from privacy_check.files import write_private

    if os.path.lexists(path):
        raise UsageError(say("campaign.receipt.taken", path=path), say("campaign.receipt.taken_hint"))
    _make(path.absolute().parent, "receipt", path=path)
    midnight = datetime.combine(today, time(), UTC).timestamp()
    try:
        write_private(path, raw)
        os.utime(path, (midnight, midnight))
    except OSError as error:
        raise _not_saved("receipt", error, path=path) from None
    return path


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= 2100:
        raise UsageError(say("campaign.new.bad_date", text=text), say("campaign.new.bad_date_hint"))
    return day
