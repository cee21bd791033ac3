"""The order of the pages: which one comes next and which before, from state alone. Nothing else knows it.

    follow(state, here, choice, subject, among) -> Place | Turn
    back(trail, state) -> trail

A page gives the id of what was chosen on it; `GO_ON` is its usual way on. `Place` is a page with what it is about.
The trail is every place from the first page to the one at hand: the app's screens, the plain dialogue's pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class PageId(StrEnum):
    """Every page there is."""

    WELCOME = "welcome"
    PEOPLE = "people"
    SAFER = "safer"
    CONSENT = "consent"
    KEEP = "keep"
    RESUME = "resume"
    ABOUT = "about"
    SITUATION = "situation"
    ACCOUNTS = "accounts"
    SUSPECTS = "suspects"
    LOOK_OPTIONS = "look_options"
    LOOK_OPTION = "look_option"
    QUESTIONS = "questions"
    CHECKING = "checking"
    PROVE = "prove"
    REQUESTS = "requests"
    WALLS = "walls"
    WALL = "wall"
    RESULTS = "results"
    FINDINGS = "findings"
    FINDING = "finding"
    GROUPS = "groups"
    COPIES = "copies"
    PRIVATE = "private"
    WHAT_IF = "what_if"
    PLAN = "plan"
    DO_NOW = "do_now"
    DRAWN = "drawn"
    PICTURE = "picture"
    OWN_PATH = "own_path"
    REPORT = "report"
    CONTACTS = "contacts"
    WORDS = "words"
    REFLECT = "reflect"
    CARD = "card"
    READERS = "readers"
    PACK = "pack"
    ARCHIVES = "archives"
    FORGOTTEN = "forgotten"
    PHOTOS = "photos"


class Turn(StrEnum):
    """Where no page comes next: one back, the same page again, or out of the door."""

    BACK = "back"
    STAY = "stay"
    LEAVE = "leave"
    LEAVE_AT_ONCE = "leave_at_once"


GO_ON = "go_on"
LAST = "last"
TOURS = {"tour": "person", "staff_tour": "manager"}
"""Whom a tour is for. It lies over the first page, and gives it back as it was."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it is about: an account's key, a finding's fingerprint, a topic.

    `among` are the others one can step to from there. Neither is ever printed.
    """

    page: PageId
    subject: str = field(default="", repr=False)
    among: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """All of a sitting that the order of the pages hangs on.

    `walls` are the keys of accounts that could not be seen and were not put off; `to_do` the fixes still open.
    """

    stated: bool = False
    safer: bool = False
    can_keep: bool = False
    opened: bool = False
    unfinished: bool = False
    accounts: int = 0
    results: bool = False
    stopped: int = 0
    walls: tuple[str, ...] = field(default=(), repr=False)
    to_do: tuple[str, ...] = ()


Move = Place | Turn
Trail = tuple[Place, ...]
START: Trail = (Place(PageId.WELCOME),)

# Pages that lead to others of the same name wherever they are chosen.
_ANYWHERE = {
    page.value: page
    for page in (
        PageId.SAFER,
        PageId.CONTACTS,
        PageId.WORDS,
        PageId.REFLECT,
        PageId.READERS,
        PageId.PACK,
        PageId.REQUESTS,
        PageId.QUESTIONS,
        PageId.CARD,
        PageId.OWN_PATH,
        PageId.ARCHIVES,
        PageId.FORGOTTEN,
        PageId.PHOTOS,
        PageId.ABOUT,
    )
}
# Pages that lie behind the results.
_BEHIND = {
    page.value: page
    for page in (
        PageId.FINDINGS,
        PageId.FINDING,
        PageId.GROUPS,
        PageId.COPIES,
        PageId.PRIVATE,
        PageId.WHAT_IF,
        PageId.PLAN,
        PageId.DO_NOW,
        PageId.WALLS,
        PageId.DRAWN,
        PageId.PICTURE,
        PageId.REPORT,
        PageId.RESULTS,
    )
}


def follow(state: State, here: Place, choice: str = GO_ON, subject: str = "", among: tuple[str, ...] = ()) -> Move:
    """The page that comes after `here` when `choice` is made there; `subject` is what the choice is about."""
    if choice in tuple(Turn):
        return Turn(choice)
    if choice in _ANYWHERE:
        return Place(_ANYWHERE[choice], subject, among)
    if choice in _BEHIND:
        return _behind(state, _BEHIND[choice], subject, among)
    return _NEXT.get(here.page, _back)(state, here, choice, subject)


def back(trail: Trail, state: State) -> Trail:
    """The trail one page back, passing over what has nothing left to ask; the first page stays."""
    left = trail[:-1]
    while len(left) > 1 and _nothing_left(left[-1], state):
        left = left[:-1]
    return left or trail


def step(trail: Trail, move: Move, state: State) -> Trail:
    """The trail after a move; leaving changes nothing on it."""
    if isinstance(move, Place):
        return (*trail, move)
    return back(trail, state) if move is Turn.BACK else trail


def _behind(state: State, page: PageId, subject: str, among: tuple[str, ...]) -> Move:
    """Nothing of a check is shown before there is one, and no report is written on the safer way."""
    if not state.results or (page is PageId.REPORT and state.safer):
        return Turn.STAY
    if page is PageId.DO_NOW:
        subject = subject or next(iter(state.to_do), "")
    return Place(page, subject, among)


def _nothing_left(place: Place, state: State) -> bool:
    page = place.page
    if page is PageId.WALL:
        return place.subject not in state.walls
    return (page is PageId.KEEP and state.opened) or (page is PageId.RESUME and not state.unfinished)


def _back(state: State, here: Place, choice: str, subject: str) -> Move:
    return Turn.BACK


def _welcome(state: State, here: Place, choice: str, subject: str) -> Move:
    if choice == "people":
        return Place(PageId.PEOPLE, subject)
    if choice == LAST:
        return Place(PageId.KEEP, LAST)
    if choice in TOURS:
        return Turn.STAY
    return Place(PageId.CONSENT)


def _safer(state: State, here: Place, choice: str, subject: str) -> Move:
    if choice != "look":
        return Turn.STAY
    return Place(PageId.ACCOUNTS if state.stated else PageId.CONSENT)


def _consent(state: State, here: Place, choice: str, subject: str) -> Move:
    if choice == "wipe":
        return Turn.LEAVE_AT_ONCE
    if not state.stated:
        return Turn.BACK
    return Place(PageId.KEEP if state.can_keep and not state.safer else PageId.ACCOUNTS)


def _keep(state: State, here: Place, choice: str, subject: str) -> Move:
    if here.subject == LAST:
        if state.results:
            return Place(PageId.RESULTS)
        if state.unfinished:
            return Place(PageId.RESUME)
        return Turn.STAY if state.opened else Turn.BACK
    return Place(PageId.RESUME if state.unfinished else PageId.ACCOUNTS)


def _resume(state: State, here: Place, choice: str, subject: str) -> Move:
    return Place(PageId.LOOK_OPTIONS if choice == "go" else PageId.ACCOUNTS)


def _situation(state: State, here: Place, choice: str, subject: str) -> Move:
    """What was told after a look is looked for in what that look saw."""
    return Place(PageId.CHECKING if state.results and state.accounts else PageId.ACCOUNTS)


def _accounts(state: State, here: Place, choice: str, subject: str) -> Move:
    if choice == "suspects":
        return Place(PageId.SUSPECTS)
    return Place(PageId.LOOK_OPTIONS) if state.accounts else Turn.STAY


def _look_options(state: State, here: Place, choice: str, subject: str) -> Move:
    return Place(PageId.LOOK_OPTION, subject) if choice == "account" else Place(PageId.CHECKING)


def _checking(state: State, here: Place, choice: str, subject: str) -> Move:
    if choice == "other_way":
        return Turn.BACK
    if choice == "prove":
        return Place(PageId.PROVE) if state.stopped else Turn.STAY
    if state.results and state.walls:
        return Place(PageId.WALLS)
    return Place(PageId.RESULTS) if state.results else Turn.STAY


def _walls(state: State, here: Place, choice: str, subject: str) -> Move:
    return Place(PageId.WALL, subject) if choice == "account" else Place(PageId.RESULTS)


def _wall(state: State, here: Place, choice: str, subject: str) -> Move:
    """One account at a time: the next that is left, then what was found."""
    left = [key for key in state.walls if key != here.subject]
    return Place(PageId.WALL, left[0]) if left else Place(PageId.RESULTS)


def _do_now(state: State, here: Place, choice: str, subject: str) -> Move:
    """One fix at a time: the next open one after this, round to those passed over, then the plan."""
    left = [step for step in (subject, *state.to_do) if step and step != here.subject]
    return Place(PageId.DO_NOW, left[0]) if left else Place(PageId.PLAN)


def _results(state: State, here: Place, choice: str, subject: str) -> Move:
    return Place(PageId.LOOK_OPTIONS) if choice == "look_options" else Turn.BACK


_NEXT: dict[PageId, Callable[[State, Place, str, str], Move]] = {
    PageId.WELCOME: _welcome,
    PageId.PEOPLE: lambda state, here, choice, subject: Place(PageId.ACCOUNTS),
    PageId.SAFER: _safer,
    PageId.CONSENT: _consent,
    PageId.KEEP: _keep,
    PageId.RESUME: _resume,
    PageId.ABOUT: lambda state, here, choice, subject: Place(PageId.SITUATION),
    PageId.SITUATION: _situation,
    PageId.ACCOUNTS: _accounts,
    PageId.LOOK_OPTIONS: _look_options,
    PageId.CHECKING: _checking,
    PageId.WALLS: _walls,
    PageId.WALL: _wall,
    PageId.DO_NOW: _do_now,
    PageId.RESULTS: _results,
}
