"""What stays on the screen when a command is over: another way for what was not seen, then what to do first."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.cli.output import say
from privacy_check.model import Assessment, Lens, Outcome, Ownership, ProfileView
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from reports.document import ReportDocument
    from reports.parts import FixCard

FIRST = 3
WIDEST = 80
NARROWEST = 30


def tell_ending(
    assessment: Assessment,
    report: ReportDocument,
    *,
    kept_in: str = "",
    files: Sequence[Path] = (),
    kept: bool = False,
) -> None:
    """The picture in one line, the next way for what was not seen, the first fixes, and where the report is.

    `kept_in` says what keeps this computer from the internet, where that is known; `kept` is True for a check
    that was just kept in the vault.
    """
    say("", report.headline)
    if assessment.views and all(_did_not_open(view) for view in assessment.views):
        say(
            words(
                "commands.ending.no_page_could_read",
                what=kept_in or words("commands.ending.online"),
            )
        )
    for section in report.accounts:
        if not section.ways:
            continue
        say(f"  {words('commands.ending.look_another_way', name=section.name, state=section.state)}")
        for way in section.ways:
            say(f"    {way.sentence}", *([f"      {way.command}"] if way.command else []))
    if kept:
        say("", words("commands.ending.kept"), words("commands.remind.offer"))
    tell_fixes(report.fixes)
    say("", words("commands.ending.saved", path=files[0]) if files else words("commands.ending.where_report"))


def tell_fixes(fixes: Sequence[FixCard]) -> None:
    """The first fixes: what, on which accounts, how long, and every step on each."""
    first = fixes[:FIRST]
    if not first:
        return
    say("", words("commands.ending.lead", count=len(first)))
    for number, card in enumerate(first, 1):
        say(*_fix(number, card))


def _fix(number: int, card: FixCard) -> Iterator[str]:
    yield from _wrapped(words("commands.ending.title", number=number, title=card.title), "  ", "     ")
    minutes = words("common.minutes", count=card.minutes)
    where = ", ".join(dict.fromkeys(visit.where for visit in card.visits))
    yield from _wrapped(words("commands.ending.place", where=where, minutes=minutes), "     ", "     ")
    for visit in card.visits:
        if len(card.visits) > 1:
            yield from _wrapped(words("report.first.steps_on", where=visit.where), "     ", "     ")
        for at, step in enumerate(visit.steps, 1):
            yield from _wrapped(words("commands.ending.step", number=at, step=step), "     ", "        ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns) - 1)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _did_not_open(view: ProfileView) -> bool:
    live = view.lens in (Lens.PUBLIC, Lens.MEMBER)
    return live and view.outcome is Outcome.ERROR and view.account.ownership is not Ownership.CONTRADICTED
