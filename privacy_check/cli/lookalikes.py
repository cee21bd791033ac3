"""`lookalikes`: possible copies, looked for from the person's own accounts. Nobody is searched by name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import ACCOUNTS, KEEP, MINE, Manner, in_a_manner
from privacy_check.cli.output import code_for, say, warn
from privacy_check.cli.program import app
from privacy_check.errors import Interrupted, UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.cli.ahead import Ahead
    from privacy_check.lookalikes.search import CopySearch
    from privacy_check.model import Account, Assessment
    from privacy_check.ports import Toolkit
    from privacy_check.selfcheck import SelfCheck
    from privacy_check.subject import AboutMe
    from privacy_check.vault import Vault
    from scanners.demo import Persona

MOST, LIMIT = 60, 300
MOST_ASKED = 6  # questions "Is this yours?" in one run


@dataclass(frozen=True)
class _Wanted:
    """What was asked for on the command line."""

    accounts: Sequence[str]
    links: Sequence[str]
    own: Sequence[str]
    most: int
    mine: bool
    keep: bool


@app.command(help="usage.command.lookalikes")
@in_a_manner
def lookalikes(
    accounts: list[str] = ACCOUNTS,
    mine: bool = MINE,
    link: list[str] = typer.Option([], "--link", metavar="LINK", help="usage.option.pasted"),
    own: list[str] = typer.Option([], "--own", metavar="LINK", help="usage.option.own_too"),
    most: int = typer.Option(MOST, "--most", metavar="NUMBER", help="usage.option.most"),
    persona: str | None = typer.Option(None, "--persona", metavar="ID", help="usage.option.practise"),
    keep: bool = KEEP,
    *,
    manner: Manner,
) -> None:
    """Look for copies of your accounts, only from accounts you say are yours."""
    from privacy_check.cli.ahead import Ahead
    from privacy_check.cli.look import exit_code, run_with_progress
    from privacy_check.cli.lookalikes_told import Ending, tell

    if not 0 <= most <= LIMIT:
        raise UsageError(words("searches.too_many", most=LIMIT), words("searches.too_many_hint", most=LIMIT))
    wanted = _Wanted(accounts or [], link, own, most, mine, keep)
    with ExitStack() as stack:
        if persona is not None:
            run, toolkit, vault = *_practised(persona, wanted, stack), None
        else:
            run, toolkit, vault = _planned(wanted, manner.about, manner.show_browser)
        ahead = stack.enter_context(Ahead(browser=False))
        _ask_results(vault, toolkit.clock.now().date())
        say(words("searches.begins"))
        assessment, stopped = run_with_progress(run, toolkit, ahead)
        if not stopped and not manner.as_json:
            assessment = _asked_whether_own(run, toolkit, ahead) or assessment
        assert run.search is not None
        if not stopped:
            run.search.tried.forget()
            if vault is not None and keep:
                vault.finish(assessment)
        known = tuple(manner.about.names) if manner.about else ()
        ending = Ending(assessment, run.search, toolkit, vault, known, manner.reveal or persona is not None)
        tell(ending, manner.report, as_json=manner.as_json)
    if stopped:
        raise Interrupted(words("commands.pretend.stopped"), words("commands.look.stopped_hint"))
    raise typer.Exit(exit_code(assessment, code_for(assessment.findings, manner.limit)))


def _planned(
    wanted: _Wanted, about: AboutMe | None, show_browser: bool
) -> tuple[SelfCheck, Toolkit, Vault | None]:
    """The look at the person's own accounts and the search that follows it."""
    from privacy_check.cli.look import asked_whether_mine, recognised
    from privacy_check.cli.toolkit import build_toolkit
    from privacy_check.lookalikes.tried import NAME, Tried
    from privacy_check.ownership import Gate
    from privacy_check.places import home
    from privacy_check.selfcheck import Look, SelfCheck

    toolkit = build_toolkit(show_browser=show_browser)
    named = recognised(wanted.accounts, toolkit)
    added = recognised(wanted.own, toolkit)
    links = recognised(wanted.links, toolkit)
    vault = _vault(wanted, bool(named))
    kept = _kept_accounts(vault) if not named else []
    if not named and not kept:
        raise UsageError(
            words("searches.no_account" if vault is None else "searches.none_kept"),
            words("searches.no_account_hint"),
        )
    # What is kept was stated when it was kept; --own is a statement of its own.
    stated = not named or wanted.mine or asked_whether_mine(named, toolkit)
    accounts = list({account.key: account for account in (*named, *kept, *added)}.values())
    tried = Tried(home() / NAME, toolkit.secret)
    search = _search(toolkit, links, wanted.most, tried)
    gate = Gate(stated=stated, secret=toolkit.secret)
    run = SelfCheck(
        [Look(account) for account in accounts],
        replace(toolkit, store=vault) if vault is not None and wanted.keep else toolkit,
        gate,
        about=about or (vault.about() if vault else None),
        search=search,
        previous=vault.last() if vault else None,
        marks=vault.marks() if vault else {},
        not_checked=_questions(),
    )
    gone = tried.take_up(accounts, toolkit.clock.now().date()) if wanted.most else 0
    if gone:
        say(words("searches.going_on", count=gone))
    if vault is not None and wanted.keep:
        vault.begin(accounts, toolkit.clock.now())
    return run, toolkit, vault


def _search(
    toolkit: Toolkit, links: Sequence[Account], most: int, tried: object = None, **more: object
) -> CopySearch:
    from privacy_check.lookalikes.guesses import guesses
    from privacy_check.lookalikes.search import CopySearch
    from privacy_check.lookalikes.tried import Tried

    guess = partial(guesses, recognise=toolkit.recognise, most=most, **more)  # type: ignore[arg-type]
    return CopySearch(toolkit, links, guess, tried if isinstance(tried, Tried) else Tried())


def _practised(name: str, wanted: _Wanted, stack: ExitStack) -> tuple[SelfCheck, Toolkit]:
    """The same on the pretend network: an invented person, and what somebody sent them as possible copies."""
    from privacy_check.cli.look import recognised
    from privacy_check.cli.pretend_world import PretendWorld
    from privacy_check.ownership import Gate
    from privacy_check.selfcheck import Look, SelfCheck
    from privacy_check.subject import AboutMe
    from scanners.demo import persona

    if wanted.accounts or wanted.keep:
        raise UsageError(words("searches.nobody"), words("searches.nobody_hint"))
    person: Persona = persona(name)
    toolkit, port, sites = stack.enter_context(PretendWorld().practising())
    links = [*person.suspects(port), *recognised(wanted.links, toolkit)]
    added = recognised(wanted.own, toolkit)
    looks = [Look(account) for account in (*person.accounts(port), *added)]
    run = SelfCheck(
        looks,
        toolkit,
        Gate(stated=True, exempt=True),
        about=AboutMe.from_mapping(person.about),
        search=_search(toolkit, links, wanted.most, places=sites),
    )
    return run, toolkit


def _vault(wanted: _Wanted, named: bool) -> Vault | None:
    from privacy_check.cli.keeping import opened, opened_or_made
    from privacy_check.vault import Vault

    if wanted.keep and named:
        return opened_or_made()
    if Vault().exists and (wanted.keep or not named):
        return opened()
    return None


def _kept_accounts(vault: Vault | None) -> list[Account]:
    """The accounts of the last kept check that nobody else's name speaks against."""
    from privacy_check.model import Ownership

    last = vault.last() if vault is not None else None
    views = last.views if last is not None else ()
    return [view.account for view in views if view.account.ownership is not Ownership.CONTRADICTED]


def _questions() -> tuple[str, ...]:
    from privacy_check import catalogue

    return catalogue.key_questions()


def _asked_whether_own(run: SelfCheck, toolkit: Toolkit, ahead: Ahead) -> Assessment | None:
    """Asks "Is this yours?" of the pages that could be; None when nothing changed or nobody can be asked."""
    from privacy_check.account_names import account_name

    search = run.search
    if search is None or not sys.stdin.isatty():
        return None
    asked = [item for item in search.compared if any(r.element == "question" for r in item.candidate.reasons)]
    changed = False
    for item in asked[:MOST_ASKED]:
        if typer.confirm(words("searches.ask.yours", link=item.theirs.account.url), default=False, err=True):
            ahead.run(run.adopt(item.theirs))
            say(words("searches.ask.adopted", name=account_name(item.theirs.account, toolkit.platform_name)))
            changed = True
    return run.conclude() if changed else None


def _ask_results(vault: Vault | None, today: date) -> None:
    """What became of the pages written down two days ago or earlier; only where a vault remembers them."""
    from privacy_check.lookalikes.evidence import ASK_AGAIN
    from privacy_check.wording import spoken_day

    if vault is None:
        return
    answers = {words(f"searches.ask.{name}"): name for name in ("removed", "refused", "nothing")}
    for page in vault.reported():
        if page.answer in ("removed", "refused") or page.on + ASK_AGAIN > today:
            continue
        day = spoken_day(page.on)
        if not sys.stdin.isatty():
            warn(words("searches.ask.result_due", day=day, link=page.url))
            continue
        warn(words("searches.ask.result", day=day, link=page.url))
        said = answers.get(sys.stdin.readline().strip().casefold(), "")
        if said:
            vault.keep_reported(replace(page, answer=said))
            warn(words("searches.ask.result_kept"))
        if said == "refused":
            warn(words("searches.ask.result_refused"))
