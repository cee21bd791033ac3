"""How to look at an account another way when it could not be seen."""

from __future__ import annotations

import shlex

from privacy_check.model import Lens, Outcome, ProfileView
from privacy_check.sentences import say
from reports.parts import Way
from reports.places import safe_link

_FIRST = {Outcome.RATE_LIMITED: "report.account.wait", Outcome.ERROR: "report.account.again"}


def ways_to_look(view: ProfileView) -> tuple[Way, ...]:
    """The next ways to try for a view that is inconclusive, easiest first."""
    saved = view.lens is Lens.SAVED_PAGE
    url = view.account.url
    # Only an address that is plainly one may stand in a line that people copy into a terminal.
    link = shlex.quote(url) if safe_link(url) else "LINK"
    ways = []
    if view.outcome in _FIRST and not saved:
        ways.append(Way(say(_FIRST[view.outcome])))
    if view.lens is not Lens.MEMBER:
        ways.append(Way(say("report.account.window"), f"privacy-check check {link} --mine --window"))
    name = "save_again" if saved else "save"
    ways.append(Way(say(f"report.account.{name}"), f"privacy-check page FILE --url {link}"))
    return tuple(ways)
