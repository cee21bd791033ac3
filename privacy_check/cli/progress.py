"""What a running check says, one line per thing that happened, and how to go on when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privacy_check import catalogue
from privacy_check.cli.output import counted, say
from privacy_check.model import Assessment, Lens, Outcome, Ownership, ProfileView
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import Event, Failed, Seen, Started, Stopped

IF_YOURS = (
    "If the name is one of yours, add it to About me and look again.",
    "Or show that the account is yours:",
)

if TYPE_CHECKING:
    from reports.document import ReportDocument


def tell(event: Event, toolkit: Toolkit, *, who: str = "") -> None:
    """One event as lines on stderr."""
    if not isinstance(event, Started | Seen | Stopped | Failed):
        return
    name = f"{toolkit.platform_name(event.account.platform)} {event.account.handle}"
    start = f"  {who} · {name}" if who else f"  {name}"
    if isinstance(event, Seen):
        state = catalogue.words("outcome", event.view.outcome.value)
        things = f", {counted(len(event.findings), 'thing')} found" if event.view.outcome.seen else ""
        part = ". Not all of it was read" if event.view.partly_read else ""
        say(f"{start}: {state}{things}{part}")
    elif isinstance(event, Stopped):
        say(f"{start}: stopped. {event.sentence}", *_indented((*IF_YOURS, *(way.sentence for way in event.ways))))
    elif isinstance(event, Failed):
        say(f"{start}: could not see. {event.sentence} {event.hint}")
    elif not who:
        say(f"{start}: looking ...")


def tell_ending(assessment: Assessment, report: ReportDocument, kept_in: str = "") -> None:
    """The summary that stays on the screen: the picture in one line, and the next way for what was not seen.

    `kept_in` says what keeps this computer from the internet, where that is known.
    """
    say("", report.headline)
    if assessment.views and all(_did_not_open(view) for view in assessment.views):
        say(f"No page could be read. {kept_in or 'Is this computer online? Then run the same command again.'}")
    for section in report.accounts:
        if not section.ways:
            continue
        say(f"  {section.name}: {section.state}. Look another way:")
        for way in section.ways:
            say(f"    {way.sentence}", *([f"      {way.command}"] if way.command else []))


def _did_not_open(view: ProfileView) -> bool:
    live = view.lens in (Lens.PUBLIC, Lens.MEMBER)
    return live and view.outcome is Outcome.ERROR and view.account.ownership is not Ownership.CONTRADICTED


def _indented(lines: tuple[str, ...]) -> list[str]:
    return [f"    - {line}" for line in lines]
