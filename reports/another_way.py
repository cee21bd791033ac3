"""How to look at an account another way when it could not be seen, worded as commands."""

from __future__ import annotations

import shlex

from privacy_check.model import Lens, ProfileView
from privacy_check.next_look import NextLook, next_in_a_report
from privacy_check.sentences import say
from reports.parts import Way
from reports.places import safe_link


def ways_to_look(view: ProfileView) -> tuple[Way, ...]:
    """The next ways to try for a view that is inconclusive, easiest first."""
    url = view.account.url
    # Only an address that is plainly one may stand in a line that people copy into a terminal.
    link = shlex.quote(url) if safe_link(url) else "LINK"
    save = "report.account.save_again" if view.lens is Lens.SAVED_PAGE else "report.account.save"
    worded = {
        NextLook.WAIT: Way(say("report.account.wait")),
        NextLook.AGAIN: Way(say("report.account.again")),
        NextLook.WINDOW: Way(say("report.account.window"), f"privacy-check check {link} --mine --window"),
        NextLook.SAVED_PAGE: Way(say(save), f"privacy-check page FILE --url {link}"),
    }
    return tuple(worded[way] for way in next_in_a_report(view))
