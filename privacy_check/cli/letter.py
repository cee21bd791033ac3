"""`letter`: a draft that asks a site to erase the person's own account, or to stop using what it holds."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.output import put
from privacy_check.cli.program import app
from privacy_check.errors import UsageError

if TYPE_CHECKING:
    from privacy_check.model import Account
    from privacy_check.ports import Toolkit


@app.command(help="usage.command.letter")
def letter(
    account: str = typer.Argument(..., metavar="LINK|PLATFORM:HANDLE", help="usage.option.account"),
    mine: bool = typer.Option(False, "--mine", help="usage.option.mine"),
    objection: bool = typer.Option(False, "--object", help="usage.option.object"),
    output: Path = typer.Option(Path("my-letter"), "--output", metavar="FOLDER", help="usage.option.output"),
) -> None:
    """Draft a letter that asks a site to erase your account. Nothing is sent."""
    from privacy_check.cli.look import asked_whether_mine
    from privacy_check.cli.toolkit import build_toolkit
    from privacy_check.letters import Wish, as_mail, as_text, draft
    from privacy_check.ownership import Gate
    from privacy_check.ports import SystemClock
    from privacy_check.sentences import say
    from reports.formats import ics
    from reports.write import check_place, save

    toolkit = build_toolkit()
    about = _recognised(account, toolkit)
    (own,) = Gate(stated=mine or asked_whether_mine([about], toolkit)).admit([about])
    now = SystemClock().now()
    written = draft(own, toolkit.platform_name(own.platform), Wish.OBJECT if objection else Wish.ERASE, now.date())
    reminder = io.BytesIO()
    ics.write_due(written.due, now, reminder)
    files = {"letter.txt": as_text(written), "letter.eml": as_mail(written), "reply-by.ics": reminder.getvalue()}
    check_place(output)
    if any((output.expanduser() / name).exists() for name in files):
        raise UsageError(say("letter.said.taken", folder=output), say("letter.said.taken_hint"))
    for path in save(output, files):
        put(say("letter.said.saved", path=path))
    put(say("letter.said.nothing_sent"))
    put(say("letter.said.calendar"))


def _recognised(text: str, toolkit: Toolkit) -> Account:
    """The one account the text names. Raises UsageError for none, several, or a page that is no account."""
    from privacy_check.catalogue import GENERIC
    from privacy_check.model import PageKind
    from privacy_check.sentences import say

    readings = toolkit.recognise_all(text)
    if len(readings) > 1:
        raise UsageError(say("letter.said.several"), say("letter.said.several_hint"))
    reading = readings[0]
    if reading.account is None:
        raise UsageError(reading.refusal or say("letter.said.no_account"), reading.hint)
    if reading.account.platform == GENERIC or reading.kind is not PageKind.PROFILE:
        raise UsageError(say("letter.said.no_account"), say("letter.said.no_account_hint"))
    return reading.account
