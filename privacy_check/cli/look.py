"""`check`, `page` and `demo`: looking at the person's own accounts, at saved pages, at invented people."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import typer

from privacy_check.account_names import account_name
from privacy_check.cli.options import (
    ABOUT,
    ACCOUNTS,
    FAIL_ON,
    FORMATS,
    JSON,
    KEEP,
    MINE,
    QUIET,
    REPORT,
    REVEAL,
    SHOW,
    Manner,
    ReportWanted,
    about_from,
    check_folder,
    in_a_manner,
    level,
    report_wanted,
)
from privacy_check.cli.output import be_quiet, code_for, put, put_json, say, say_saved, warn
from privacy_check.cli.program import app
from privacy_check.errors import Interrupted, NothingSeen, NotYours, UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.cli.ahead import Ahead
    from privacy_check.model import Account, Assessment, LinkReading
    from privacy_check.ports import Toolkit
    from privacy_check.selfcheck import SelfCheck
    from privacy_check.subject import AboutMe
    from privacy_check.vault import Vault
    from scanners.driver import EarlyDriver

LONGEST_SHOWN = 100  # characters of a refused link


@app.command(help="usage.command.check")
@in_a_manner
def check(
    links: list[str] = ACCOUNTS,
    mine: bool = MINE,
    window: bool = typer.Option(False, "--window", help="usage.option.window"),
    suspect: list[str] = typer.Option([], "--suspect", metavar="LINK", help="usage.option.suspect"),
    pictures: bool = typer.Option(False, "--pictures", help="usage.option.look_into_pictures"),
    keep: bool = KEEP,
    again: bool = typer.Option(False, "--again", help="usage.option.again"),
    *,
    manner: Manner,
) -> None:
    """Look at your own accounts the way a stranger does."""
    from privacy_check.cli.ahead import running
    from privacy_check.cli.practice import pretend_platforms

    if again and links:
        raise UsageError(words("commands.again.links"), words("commands.again.links_hint"))
    if not links and not again:
        raise UsageError(words("commands.look.no_account"), words("commands.look.no_account_hint"))
    # Where something is still to be asked, the browser waits for the answer.
    with running(browser=mine and not window and not again) as ahead:
        pretend = pretend_platforms([*(links or []), *suspect], keep=keep)
        toolkit, accounts = ahead.meanwhile(
            lambda driver: _made_ready(links or [], manner.show_browser, driver, pretend)
        )
        toolkit = replace(toolkit, look_into_pictures=pictures)
        suspects = recognised(suspect, toolkit)
        run, vault = (
            _planned_again(toolkit, manner.about, window=window, suspects=suspects)
            if again
            else _planned(accounts, toolkit, manner.about, mine=mine, window=window, keep=keep, suspects=suspects)
        )
        assessment, stopped = run_with_progress(run, toolkit, ahead)
    kept = vault is not None and not stopped
    if vault is not None and kept:
        vault.finish(assessment)
    finish(assessment, toolkit, report=manner.report, as_json=manner.as_json, reveal=manner.reveal, kept=kept)
    if stopped:
        raise Interrupted(words("commands.pretend.stopped"), words("commands.look.stopped_hint"))
    raise typer.Exit(exit_code(assessment, code_for(assessment.findings, manner.limit)))


@app.command(help="usage.command.page")
def page(
    files: list[Path] = typer.Argument(..., metavar="FILE...", help="usage.option.saved_pages"),
    url: str | None = typer.Option(None, "--url", metavar="LINK", help="usage.option.url"),
    about: Path | None = ABOUT,
    as_json: bool = JSON,
    reveal: bool = REVEAL,
    report: Path | None = REPORT,
    formats: str | None = FORMATS,
    fail_on: str | None = FAIL_ON,
    quiet: bool = QUIET,
) -> None:
    """Look at pages you saved from your browser. No request is made."""
    from privacy_check.cli.practice import pretend_pages
    from privacy_check.cli.saved import check_pages
    from privacy_check.cli.toolkit import build_toolkit

    be_quiet(quiet)
    limit = level(fail_on)
    if url and len(files) > 1:
        raise UsageError(words("commands.look.one_url"), words("commands.look.one_url_hint"))
    if (url and not urlsplit(url if "//" in url else f"https://{url}").hostname) or (url and "." not in url):
        raise UsageError(words("commands.look.no_address", url=url), words("commands.look.no_address_hint"))
    wanted = report_wanted(report, formats)
    check_folder(report)
    pretend = pretend_pages(files, url)
    toolkit = build_toolkit(platforms=pretend, kept=pretend is None)
    assessment = check_pages(files, url, toolkit, about_from(about))
    finish(assessment, toolkit, report=wanted, as_json=as_json, reveal=reveal)
    raise typer.Exit(exit_code(assessment, code_for(assessment.findings, limit)))


@app.command(help="usage.command.demo")
def demo(
    persona: str | None = typer.Option(None, "--persona", metavar="ID", help="usage.option.persona"),
    pack: Path | None = typer.Option(None, "--pack", metavar="DIR", help="usage.option.train_pack"),
    report: Path | None = REPORT,
    formats: str | None = FORMATS,
    reveal: bool = typer.Option(True, "--reveal/--masked", help="usage.option.demo_reveal"),
    as_json: bool = JSON,
    open_in_app: bool = typer.Option(False, "--app", help="usage.option.app"),
    serve: bool = typer.Option(False, "--serve", help="usage.option.serve"),
    tour: str | None = typer.Option(None, "--tour", metavar="person|manager", help="usage.option.tour"),
    show_browser: bool = SHOW,
    quiet: bool = QUIET,
) -> None:
    """See the whole check on invented people, in a real browser. Nothing is kept."""
    be_quiet(quiet)
    wanted = report_wanted(report, formats)
    if tour is not None:
        from privacy_check.cli.tour import audience_of, run_tour

        run_tour(audience_of(tour))
        return
    if serve:
        from privacy_check.cli.serve import serve_pretend_network

        serve_pretend_network(persona, pack)
        return
    if open_in_app:
        from privacy_check.cli.screens import open_demo

        raise typer.Exit(open_demo(persona, pack))
    from privacy_check.cli.pretend import Saving, run_demo
    from privacy_check.cli.pretend_world import PretendWorld
    from reports.write import USUAL

    check_folder(report)
    saving = Saving(report, wanted.formats or USUAL, reveal)
    raise typer.Exit(run_demo(persona, saving, PretendWorld(pack), as_json=as_json, show_browser=show_browser))


def _made_ready(
    links: Sequence[str], show_browser: bool, driver: EarlyDriver | None, pretend: Path | None
) -> tuple[Toolkit, list[Account]]:
    """The toolkit and the accounts behind the links, with what opens the first page already loaded."""
    from privacy_check import catalogue, selfcheck  # noqa: F401
    from privacy_check.cli.toolkit import build_toolkit
    from privacy_check.ownership import MOST_ACCOUNTS

    toolkit = build_toolkit(show_browser=show_browser, early=driver, platforms=pretend, kept=pretend is None)
    accounts = recognised(links, toolkit)
    if len(accounts) > MOST_ACCOUNTS:
        raise NotYours(
            words("commands.look.too_many", accounts=len(accounts), most_accounts=MOST_ACCOUNTS),
            words("commands.look.too_many_hint"),
        )
    catalogue.key_questions()
    return toolkit, accounts


def _planned_again(
    toolkit: Toolkit, about: AboutMe | None, *, window: bool, suspects: Sequence[Account]
) -> tuple[SelfCheck, Vault]:
    from privacy_check.cli.again import planned_again
    from privacy_check.cli.keeping import opened
    from privacy_check.cli.toolkit import keep_secret

    vault = opened()
    keep_secret(toolkit.secret)
    return planned_again(vault, toolkit, about, window=window, suspects=suspects), vault


def _planned(
    accounts: Sequence[Account],
    toolkit: Toolkit,
    about: AboutMe | None,
    *,
    mine: bool,
    window: bool,
    keep: bool,
    suspects: Sequence[Account],
) -> tuple[SelfCheck, Vault | None]:
    """The check of accounts that are stated as the person's own, and the vault it is kept in."""
    from privacy_check import catalogue
    from privacy_check.model import Lens
    from privacy_check.ownership import Gate
    from privacy_check.selfcheck import Look, SelfCheck

    stated = mine or asked_whether_mine(accounts, toolkit)
    gate = Gate(stated=stated, secret=toolkit.secret, codes_last=keep or toolkit.codes_last)
    looks = [Look(account, Lens.MEMBER if window else Lens.PUBLIC) for account in accounts]
    not_checked = catalogue.key_questions()
    if not keep:
        return SelfCheck(looks, toolkit, gate, suspects=suspects, not_checked=not_checked, about=about), None
    from privacy_check.cli.keeping import opened_or_made, take_up, tell_troubles
    from privacy_check.cli.toolkit import keep_secret

    vault = opened_or_made()
    keep_secret(toolkit.secret)
    run = SelfCheck(
        looks,
        replace(toolkit, store=vault),
        gate,
        suspects=suspects,
        not_checked=not_checked,
        about=about or vault.about(),
        known=take_up(vault, accounts),
        previous=vault.last(),
        earlier=vault.history()[:-1],
        marks=vault.marks(),
    )
    tell_troubles(vault)
    return run, vault


def recognised(links: Sequence[str], toolkit: Toolkit) -> list[Account]:
    """The accounts behind links, each once; one argument may hold several, and each refused one is told.

    Raises UsageError with the reason for the first when none is an account.
    """
    # Read together: a shell breaks a link at a line end, and then its rest is an argument of its own.
    readings = toolkit.recognise_all("\n".join(links)) if links else ()
    accounts: dict[str, Account] = {}
    refused: list[tuple[str, UsageError]] = []
    for reading in readings:
        if reading.account is None or reading.ask_only:
            refused.append((reading.link, _refusal(reading, toolkit)))
            continue
        accounts.setdefault(reading.account.key, reading.account)
        if reading.hint:
            say(reading.hint)
    if refused and not accounts:
        raise refused[0][1]
    for link, error in refused:
        warn(words("commands.look.left_out", link=link[:LONGEST_SHOWN], error=error))
    return list(accounts.values())


def _refusal(reading: LinkReading, toolkit: Toolkit) -> UsageError:
    if reading.account is None:
        return UsageError(reading.refusal or words("commands.look.no_link"), reading.hint)
    steps = " ".join(toolkit.steps_by_hand(reading.account))
    return UsageError(words("commands.look.no_page", platform_name=reading.platform_name), steps)


def run_with_progress(run: SelfCheck, toolkit: Toolkit, ahead: Ahead) -> tuple[Assessment, bool]:
    """Runs a check, telling its progress on stderr. Ctrl-C keeps what was seen so far: then the second is True."""
    try:
        return ahead.run(_run(run, toolkit)), False
    except KeyboardInterrupt:
        if not run.views:
            raise
        say(words("commands.look.stopping"))
        return run.conclude(), True


async def _run(run: SelfCheck, toolkit: Toolkit) -> Assessment:
    from privacy_check.cli.progress import Progress
    from privacy_check.model import Lens
    from privacy_check.selfcheck import Finished, Started

    by_hand = any(look.lens is Lens.MEMBER for look in run.looks)
    progress = Progress(run.left, timed=not by_hand)
    async for event in run.events():
        if isinstance(event, Finished):
            return event.assessment
        progress.tell(event, toolkit)
        if isinstance(event, Started) and by_hand:
            warn(f"    {words('commands.look.sign_in')}")
            await asyncio.to_thread(sys.stdin.readline)
            toolkit.readiness.tell(event.account)
    return run.conclude()


def finish(
    assessment: Assessment,
    toolkit: Toolkit,
    *,
    report: ReportWanted,
    as_json: bool,
    reveal: bool,
    kept: bool = False,
    beside: Mapping[str, object] | None = None,
) -> None:
    """Says the result (JSON or words), saves the report where one was asked for, and says how to go on.

    `beside` is what a command has to add to the JSON document.
    """
    from privacy_check.cli.ending import tell_ending
    from privacy_check.cli.toolkit import report_options
    from reports.document import build

    wording = build(assessment, report_options(toolkit, reveal))
    if as_json:
        from privacy_check.serialise import document

        put_json({**document(assessment, reveal=reveal), **(beside or {})})
    else:
        from reports.formats.txt import render

        put(render(wording))
    sys.stdout.flush()
    files: Sequence[Path] = ()
    if report.folder is not None:
        from reports.write import USUAL

        files = toolkit.write_report(assessment, report.folder, report.formats or USUAL, reveal)
        say_saved(files)
        if files and files[0].parent != report.folder.expanduser():
            say(words("commands.saved.another_folder", folder=report.folder))
    tell_ending(assessment, wording, kept_in=toolkit.kept_in(), files=files, kept=kept)


def asked_whether_mine(accounts: Sequence[Account], toolkit: Toolkit) -> bool:
    """Whether the person says so when asked; False where nobody can be asked."""
    if not sys.stdin.isatty():
        return False
    for account in accounts:
        warn(f"  {account_name(account, toolkit.platform_name)}")
    return typer.confirm(
        words("commands.look.is_it_so", statement=words("errors.ownership.statement")), default=False, err=True
    )


def exit_code(assessment: Assessment, found: int) -> int:
    """3 when nothing of any account could be seen, else `found`."""
    if assessment.views and not any(view.outcome.conclusive for view in assessment.views):
        return NothingSeen.exit_code
    return found
