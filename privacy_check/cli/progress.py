"""What a running check says, one line per thing that happened."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.cli.output import say
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import Event, Failed, Seen, Started, Stopped


def tell(event: Event, toolkit: Toolkit, *, who: str = "") -> None:
    """One event as lines on stderr."""
    if not isinstance(event, Started | Seen | Stopped | Failed):
        return
    name = f"{toolkit.platform_name(event.account.platform)} {event.account.handle}"
    start = f"  {who} · {name}" if who else f"  {name}"
    if isinstance(event, Seen):
        state = catalogue.words("outcome", event.view.outcome.value)
        things = f", {_things(len(event.findings))}" if event.view.outcome.seen else ""
        say(f"{start}: {state}{things}")
    elif isinstance(event, Stopped):
        say(f"{start}: stopped. {event.sentence}", *(f"    {way}" for way in event.ways))
    elif isinstance(event, Failed):
        say(f"{start}: could not see. {event.sentence} {event.hint}")
    elif not who:
        say(f"{start}: looking ...")


def _things(count: int) -> str:
    return "1 thing found" if count == 1 else f"{count} things found"
