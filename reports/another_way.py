"""How to look at an account another way when it could not be seen."""

from __future__ import annotations

import re
import shlex

from privacy_check.model import Lens, Outcome, ProfileView
from reports.parts import Way

LATER = Way("The site wants fewer visits. Wait until tomorrow, then check this account again.")
AGAIN = Way(
    "See that the link is right, and that other pages open in your own browser. Then check this account again."
)
SAVE = "From a saved page: open your profile in your own browser and save it with Ctrl+S (on a Mac: Cmd+S)."
SAVE_AGAIN = "Save the page again, while your own profile is on the screen and no box lies over it."
_PLAIN = re.compile(r"https?://[\w.~:/?#\[\]@!$&'()*+,;=%-]+")


def ways_to_look(view: ProfileView) -> tuple[Way, ...]:
    """The next ways to try for a view that is inconclusive, easiest first."""
    first = {Outcome.RATE_LIMITED: LATER, Outcome.ERROR: AGAIN}.get(view.outcome)
    url = view.account.url
    # Only an address that is plainly one may stand in a line that people copy into a terminal.
    link = shlex.quote(url) if _PLAIN.fullmatch(url) else "LINK"
    window = Way(
        "Through a window you drive: you sign in, and tell it when your page is on the screen.",
        f"privacy-check check {link} --mine --window",
    )
    page = Way(SAVE_AGAIN if view.lens is Lens.SAVED_PAGE else SAVE, f"privacy-check page FILE --url {link}")
    first = None if view.lens is Lens.SAVED_PAGE else first
    ways = (first, None if view.lens is Lens.MEMBER else window, page)
    return tuple(way for way in ways if way is not None)
