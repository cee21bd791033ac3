"""`accounts`: the person's own handles over a list of sites, to find accounts they forgot."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import JSON, QUIET
from privacy_check.cli.output import be_quiet, can_rewrite, passing, put_json_by_line, say, warn
from privacy_check.cli.program import app
from privacy_check.errors import Interrupted, NothingSeen, UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.forgotten import SiteAnswer, SiteWish, Topic
    from privacy_check.model import Hint
    from privacy_check.ports import SiteRun

LOAD_AFTER = 0.1  # seconds
BETWEEN = 50
"""Answers from one line of progress to the next where no line can be written over."""


@app.command(help="usage.command.accounts")
def accounts(
    handles: list[str] = typer.Argument(None, metavar="HANDLE...", help="usage.option.handles"),
    mine: bool = typer.Option(False, "--mine", help="usage.option.mine_handles"),
    sites: Path | None = typer.Option(None, "--sites", metavar="FILE", help="usage.option.sites"),
    also: list[str] = typer.Option([], "--also", metavar="TOPIC", help="usage.option.also"),
    hints: list[Path] = typer.Option([], "--hints", metavar="FILE", help="usage.option.hints"),
    again: Path | None = typer.Option(None, "--again", metavar="FILE", help="usage.option.again_file"),
    letters: Path | None = typer.Option(None, "--letters", metavar="FOLDER", help="usage.option.letters"),
    persona: str | None = typer.Option(None, "--persona", metavar="ID", help="usage.option.practise"),
    as_json: bool = JSON,
    quiet: bool = QUIET,
) -> None:
    """Look for accounts you forgot, by handles that are yours."""
    from privacy_check.forgotten import SiteWish, own_handles

    be_quiet(quiet)
    if persona is not None and sites is not None:
        raise UsageError(words("accounts.refused.practice_list"), words("accounts.refused.practice_list_hint"))
    earlier = _earlier(again)
    given = handles or sorted({answer.account.handle for answer in earlier.values()}) or _handles_of(persona)
    # Names of the pretend network are asked nowhere else, so that nobody has to say whose they are.
    mine = mine or persona is not None
    own_handles(given, stated=True)
    own = own_handles(given, stated=mine or _asked(given))
    if letters is not None:
        from reports.write import check_place

        check_place(letters)
    named = _named(hints)
    known = {name: answer for name, answer in earlier.items() if answer.outcome.conclusive}
    wish = SiteWish(own, sites, _topics(also), known)
    with _practice(persona) as ask:
        _answer(wish, named, as_json=as_json, letters=letters, ask=ask)


@contextmanager
def _practice(persona: str | None) -> Iterator[Callable[[SiteWish], SiteRun] | None]:
    """What asks the sites of the pretend network, while it runs; None where nobody practises."""
    if persona is None:
        yield None
        return
    from privacy_check.cli.pretend_world import PretendWorld

    with PretendWorld().practising() as (toolkit, _, _):
        yield toolkit.ask_sites


def _handles_of(persona: str | None) -> Sequence[str]:
    """The names an invented person uses; none without one."""
    if persona is None:
        return ()
    from privacy_check.forgotten import MOST_HANDLES
    from scanners.demo import persona as person

    return person(persona).handles[:MOST_HANDLES]


def plainly(arguments: Sequence[str]) -> bool:
    """Runs the plainest form of the command; False for any other, with nothing done."""
    from privacy_check.cli.accounts_ahead import plain

    asked = plain(arguments)
    if asked is None:
        return False
    be_quiet(asked.quiet)
    if not asked.stated:
        warn(words("accounts.ask.taken_as_said", handles=", ".join(asked.wish.handles)))
    _answer(asked.wish, (), as_json=asked.as_json)
    return True


def _answer(
    wish: SiteWish,
    named: Sequence[Hint],
    *,
    as_json: bool,
    letters: Path | None = None,
    ask: Callable[[SiteWish], SiteRun] | None = None,
) -> None:
    """Asks and tells; `ask` begins a run over other sites than those of a list.

    Raises typer.Exit when nothing could be seen, Interrupted when the person stopped it.
    """
    from privacy_check.cli.accounts_ahead import taken_up
    from scanners.sites import site_run

    began = datetime.now(UTC)
    run = ask(wish) if ask is not None else taken_up(wish) or site_run(wish)
    told, stopped = _run(run)
    _tell(Told(run, told, began, named), as_json=as_json)
    if letters is not None:
        from privacy_check.cli.accounts_told import save_letters

        save_letters(told, letters)
    if stopped:
        raise Interrupted(words("accounts.said.stopped"))
    if not any(answer.outcome.conclusive for answer in told):
        raise typer.Exit(NothingSeen.exit_code)


@dataclass(frozen=True)
class Told:
    """One run and its answers, with the sites the person's own files name."""

    run: SiteRun
    answers: Sequence[SiteAnswer]
    began: datetime
    hints: Sequence[Hint] = field(default_factory=tuple)


def _earlier(path: Path | None) -> dict[str, SiteAnswer]:
    if path is None:
        return {}
    from privacy_check.cli.accounts_again import earlier

    return earlier(path)


def _asked(handles: Sequence[str]) -> bool:
    """Whether the person says so when asked; where nobody can be asked, naming them here is the statement."""
    if not sys.stdin.isatty():
        warn(words("accounts.ask.taken_as_said", handles=", ".join(handles)))
        return True
    warn(*(f"  {handle}" for handle in handles))
    return typer.confirm(words("accounts.ask.statement"), default=False, err=True)


def _topics(given: Sequence[str]) -> frozenset[Topic]:
    from privacy_check.forgotten import Topic

    named = [word.strip().lower() for text in given for word in text.split(",") if word.strip()]
    try:
        return frozenset(Topic) if "all" in named else frozenset(Topic(word) for word in named)
    except ValueError:
        wrong = next(word for word in named if word not in set(Topic))
        known = ", ".join((*Topic, "all"))
        raise UsageError(
            words("accounts.refused.topic", word=wrong), words("accounts.refused.topic_hint", topics=known)
        ) from None


def _named(files: Sequence[Path]) -> Sequence[Hint]:
    """The sites that the person's own lists of logins and mailboxes name."""
    if not files:
        return ()
    from scanners.archives.reading import read_with_hints

    return read_with_hints(files)[1]


def _run(run: SiteRun) -> tuple[list[SiteAnswer], bool]:
    """Every answer, and whether the person stopped before the last."""
    told: list[SiteAnswer] = []
    _say_list(run)
    try:
        asyncio.run(_collect(run, told))
    except KeyboardInterrupt:
        if not told:
            raise
        return told, True
    return told, False


async def _collect(run: SiteRun, told: list[SiteAnswer]) -> None:
    from privacy_check.model import Outcome

    # What says the result is loaded while the first sites are still thinking, and never before they are asked.
    asyncio.get_running_loop().call_later(LOAD_AFTER, _load_ahead)
    found = 0
    async for answer in run.events():
        told.append(answer)
        if answer.outcome is Outcome.VISIBLE and answer.seen_on is None:
            found += 1
            say(f"  {words('accounts.said.each', site=answer.site.name)}")
        if can_rewrite() or len(told) % BETWEEN == 0:
            so_far = "  " + words("accounts.said.progress", done=len(told), total=run.total, found=found)
            (passing if can_rewrite() else say)(so_far)


def _load_ahead() -> None:
    import privacy_check.cli.accounts_told
    import privacy_check.serialise  # noqa: F401


def _say_list(run: SiteRun) -> None:
    about = run.about
    if about.own:
        say(about.name or words("accounts.said.own_list", day=about.dated))
    else:
        licence = about.licence or words("accounts.said.no_licence")
        say(words("accounts.said.file_list", name=about.name, day=about.dated, licence=licence))
    if about.unread:
        warn(words("accounts.said.unread", count=about.unread))
    say(words("accounts.said.asking", count=about.sites))


def _tell(told: Told, *, as_json: bool) -> None:
    from privacy_check.cli.accounts_told import document, tell

    if as_json:
        put_json_by_line(document(told.run, told.answers, told.hints, told.began))
    else:
        tell(told.run, told.answers, told.hints)
    sys.stdout.flush()
