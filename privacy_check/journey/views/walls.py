"""The pages on accounts that could not be seen: which are left, and the ways to look at one together."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.errors import NoBrowser, PrivacyCheckError
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import GO_ON
from privacy_check.journey.presenters import lens_words, minutes, outcome_words
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer, View
from privacy_check.model import Outcome, ProfileView, SeenBy
from privacy_check.next_look import LENS, MINUTES, NextLook, next_looks
from privacy_check.sentences import lines, say
from privacy_check.wording import spoken_time

ENOUGH, SKIP, LATER = "enough", "skip", "later"


def walls(journey: Journey) -> View:
    """How many sites let nobody in, then one line for each with the best next way, those put off last."""
    entries = sorted(journey.walls, key=lambda entry: bool(entry.put_off))
    offers = tuple(
        Offer(entry.key, entry.name, _line(entry, journey), choice="account", subject=entry.key)
        for entry in entries
    )
    enough = Offer(ENOUGH, say("walls.enough"), choice=GO_ON, strong=True)
    return View(_lead(journey), (*offers, enough))


def _lead(journey: Journey) -> tuple[str, ...]:
    views = [view for view in map(journey.view_of, (entry.key for entry in journey.accounts.mine)) if view]
    # A site that turned the browser away is a wall too; where something broke, nobody knows.
    shut = sum(not view.outcome.conclusive and view.outcome is not Outcome.ERROR for view in views)
    broken = len(journey.walls) - shut
    said = [say("walls.sites", count=shut, of=len(views))] if shut else []
    said += [say("walls.broken", count=broken)] if broken > 0 and shut else []
    if not journey.walls:
        return (say("walls.none"),)
    left = any(not entry.put_off for entry in journey.walls)
    return (*said, say("walls.normal" if left else "walls.through"))


def _line(entry: Entry, journey: Journey) -> str:
    if entry.put_off:
        return say("walls.skipped" if entry.put_off == SKIP else "walls.later")
    ways = ways_of(entry, journey)
    until = journey.held_until(entry)
    held = [say("walls.held_line", time=spoken_time(until))] if until else []
    best = [f"{way_words(ways[0])}, {about(ways[0])}"] if ways else []
    return " ".join((*held, *best))


def ways_of(entry: Entry, journey: Journey) -> tuple[NextLook, ...]:
    """The ways to look at an account that could not be seen, the best first."""
    view = journey.view_of(entry.key)
    if view is None:
        return ()
    able = {LENS[NextLook.PASTE], *(lens for lens in entry.ways if lens is not LENS[NextLook.ARCHIVE])}
    if LENS[NextLook.ARCHIVE] in entry.ways and journey.toolkit.archive_steps(entry.account):
        able.add(LENS[NextLook.ARCHIVE])
    return next_looks(
        view,
        able,
        has_steps=bool(journey.toolkit.steps_by_hand(entry.account)),
        held=journey.held_until(entry) is not None,
        watched=journey.safer,
    )


def way_words(way: NextLook) -> str:
    """A way to look together, in words."""
    return say(f"walls.way.{way}")


def about(way: NextLook) -> str:
    """How long a way takes."""
    return say("walls.about", minutes=minutes(MINUTES[way]))


@dataclass(frozen=True, slots=True)
class WallView(View):
    """One account: the ways as offers, the answers to who can see what was typed, and what was typed so far."""

    name: str = ""
    seen_by: tuple[Offer, ...] = ()
    draft: str = ""


def wall(entry: Entry, journey: Journey) -> WallView:
    """What the page of one account says and offers."""
    view = journey.view_of(entry.key)
    until = journey.held_until(entry)
    said = [say("walls.held", name=entry.name, time=spoken_time(until))] if until else []
    if view is not None and not said:
        said = [_state(view)]
    offers = [Offer(way, way_words(way), about(way), choice="stay") for way in ways_of(entry, journey)]
    put_off = (Offer(SKIP, say("walls.skip"), choice=GO_ON), Offer(LATER, say("walls.put_off"), choice=GO_ON))
    names = {SeenBy.PUBLIC: "take_public", SeenBy.MEMBERS: "take_members", SeenBy.FRIENDS: "take_friends"}
    return WallView(
        (*said, say("walls.one.ways")),
        (*offers, *put_off),
        entry.name,
        tuple(Offer(by.value, say(f"app.ways.{name}")) for by, name in names.items()),
        entry.draft,
    )


def _state(view: ProfileView) -> str:
    state, reason = outcome_words(view)
    words = f"{state}: {reason}" if reason else state
    return f"{words[:1].upper()}{words[1:]}."


def steps_of(way: NextLook, entry: Entry, journey: Journey) -> tuple[str, ...]:
    """What to do for that way, in order; empty where nothing has to be told."""
    if way is NextLook.ARCHIVE:
        return journey.toolkit.archive_steps(entry.account)
    if way is NextLook.SAVED_PAGE:
        return lines("walls.save_steps", address=entry.account.url)
    return journey.toolkit.steps_by_hand(entry.account) if way is NextLook.PHONE else ()


def what_next(error: PrivacyCheckError, way: str) -> str:
    """What to do after a way that could not be gone: another one of this page, where a window is what failed."""
    return say("walls.one.another_way") if way == NextLook.WINDOW and isinstance(error, NoBrowser) else error.hint


def what_came(entry: Entry, journey: Journey) -> str:
    """What a look, or what was handed in, came to: one sentence."""
    view = journey.view_of(entry.key)
    if view is None:
        return ""
    state, reason = outcome_words(view)
    if not view.outcome.conclusive:
        return say("walls.one.unseen", name=entry.name, state=f"{state}, {reason}" if reason else state)
    found = journey.assessment.findings if journey.assessment else ()
    own = sum(item.account is not None and item.account.key == entry.key for item in found)
    things = say("common.things", count=own)
    return say("walls.one.came", name=entry.name, state=f"{state}, {lens_words(view.lens)}", things=things)
