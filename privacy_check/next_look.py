"""Which way to look at an account comes next when it could not be seen, and when a site may be asked again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from privacy_check.model import Lens, Outcome, ProfileView

PAUSE = timedelta(hours=1)
"""How long a site is left alone after it said that it was asked too often."""


class NextLook(StrEnum):
    """What a person can do for an account that no stranger's browser was let see."""

    WAIT = "wait"
    AGAIN = "again"
    WINDOW = "window"
    SAVED_PAGE = "saved_page"
    PHONE = "phone"
    PASTE = "paste"
    ARCHIVE = "archive"


LENS = {
    NextLook.AGAIN: Lens.PUBLIC,
    NextLook.WINDOW: Lens.MEMBER,
    NextLook.SAVED_PAGE: Lens.SAVED_PAGE,
    NextLook.PHONE: Lens.TYPED,
    NextLook.PASTE: Lens.TYPED,
    NextLook.ARCHIVE: Lens.ARCHIVE,
}
MINUTES = {
    NextLook.WAIT: 60,
    NextLook.AGAIN: 1,
    NextLook.WINDOW: 2,
    NextLook.SAVED_PAGE: 3,
    NextLook.PHONE: 3,
    NextLook.PASTE: 2,
    NextLook.ARCHIVE: 10,
}
_ASKS_THE_SITE = (NextLook.AGAIN, NextLook.WINDOW)
_USUAL = (NextLook.WINDOW, NextLook.SAVED_PAGE, NextLook.PHONE, NextLook.PASTE, NextLook.ARCHIVE)
# A site that doubts this program's browser doubts its window too; the person's own browser is let through.
_DOUBTED = (NextLook.SAVED_PAGE, NextLook.PHONE, NextLook.PASTE, NextLook.WINDOW, NextLook.ARCHIVE)
# The site is left alone, so what needs no look at it comes first.
_LEFT_ALONE = (NextLook.PHONE, NextLook.PASTE, NextLook.SAVED_PAGE, NextLook.ARCHIVE, NextLook.WINDOW)
_ORDER = {
    Outcome.CHALLENGE: _DOUBTED,
    Outcome.BLOCKED: _DOUBTED,
    Outcome.RATE_LIMITED: _LEFT_ALONE,
    Outcome.ERROR: (NextLook.AGAIN, *_USUAL),
}
TYPED = (NextLook.PHONE, NextLook.PASTE)
FILES = (NextLook.SAVED_PAGE, NextLook.ARCHIVE)


def held_until(view: ProfileView) -> datetime | None:
    """Until when the site of that view is left alone; None where it never said that it was asked too often."""
    if view.outcome is not Outcome.RATE_LIMITED or view.seen_at is None:
        return None
    return view.seen_at + PAUSE


def next_looks(
    view: ProfileView, able: Collection[Lens], *, has_steps: bool, held: bool = False, watched: bool = False
) -> tuple[NextLook, ...]:
    """The ways there are, the best for this site and this wall first.

    `able` are the lenses there are tools for; `has_steps` says whether the site's own steps are known; a `held`
    site is not asked at all. Somebody who may be `watched` is offered last what leaves a file behind.
    """
    ways = [way for way in _ORDER.get(view.outcome, _USUAL) if LENS[way] in able]
    if not has_steps:
        ways = [way for way in ways if way is not NextLook.PHONE]
    if held:
        ways = [way for way in ways if way not in _ASKS_THE_SITE]
    tried = {way for way in ways if LENS[way] is view.lens and way is not NextLook.AGAIN}
    ways.sort(key=lambda way: (watched and way in FILES, way in tried))
    return tuple(ways)


def next_in_a_report(view: ProfileView) -> tuple[NextLook, ...]:
    """What a report tells to do, which is read later and elsewhere: commands, the easiest first."""
    ways: list[NextLook] = []
    if view.lens is not Lens.SAVED_PAGE:
        first = {Outcome.RATE_LIMITED: NextLook.WAIT, Outcome.ERROR: NextLook.AGAIN}.get(view.outcome)
        ways += [first] if first else []
    if view.lens is not Lens.MEMBER:
        ways.append(NextLook.WINDOW)
    return (*ways, NextLook.SAVED_PAGE)
