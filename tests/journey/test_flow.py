"""Every page's next page, from state alone, and the way back."""

from __future__ import annotations

import pytest

from privacy_check.journey import flow
from privacy_check.journey.flow import GO_ON, LAST, PageId, Place, State, Turn

NEW = State(can_keep=True)
READY = State(stated=True, can_keep=True, accounts=2, results=True)
SAFER = State(stated=True, safer=True, can_keep=True, accounts=2, results=True)
WALLED = State(stated=True, accounts=3, results=True, walls=("a", "b"), to_do=("LOC-05", "PI-03"))
NEXT = [
    (PageId.WELCOME, "own", NEW, PageId.CONSENT),
    (PageId.WELCOME, "people", NEW, PageId.PEOPLE),
    (PageId.WELCOME, LAST, NEW, PageId.KEEP),
    (PageId.WELCOME, "words", NEW, PageId.WORDS),
    (PageId.WELCOME, "reflect", NEW, PageId.REFLECT),
    (PageId.WELCOME, "contacts", NEW, PageId.CONTACTS),
    (PageId.WELCOME, "safer", NEW, PageId.SAFER),
    (PageId.WELCOME, "leave", NEW, Turn.LEAVE),
    (PageId.PEOPLE, GO_ON, NEW, PageId.ACCOUNTS),
    (PageId.SAFER, "look", NEW, PageId.CONSENT),
    (PageId.SAFER, "look", SAFER, PageId.ACCOUNTS),
    (PageId.SAFER, "leave_at_once", NEW, Turn.LEAVE_AT_ONCE),
    (PageId.SAFER, "back", NEW, Turn.BACK),
    (PageId.SAFER, "wipe", NEW, Turn.STAY),
    (PageId.CONSENT, "yes", READY, PageId.KEEP),
    (PageId.CONSENT, "yes", SAFER, PageId.ACCOUNTS),
    (PageId.CONSENT, "yes", State(stated=True), PageId.ACCOUNTS),
    (PageId.CONSENT, "no", NEW, Turn.BACK),
    (PageId.CONSENT, "wipe", NEW, Turn.LEAVE_AT_ONCE),
    (PageId.KEEP, GO_ON, READY, PageId.ACCOUNTS),
    (PageId.KEEP, GO_ON, State(opened=True, unfinished=True), PageId.RESUME),
    (PageId.RESUME, "go", READY, PageId.LOOK_OPTIONS),
    (PageId.RESUME, "new", READY, PageId.ACCOUNTS),
    (PageId.ABOUT, GO_ON, READY, PageId.SITUATION),
    (PageId.SITUATION, GO_ON, NEW, PageId.ACCOUNTS),
    (PageId.SITUATION, GO_ON, READY, PageId.CHECKING),
    (PageId.ACCOUNTS, "about", NEW, PageId.ABOUT),
    (PageId.RESULTS, "about", READY, PageId.ABOUT),
    (PageId.SITUATION, "safer", READY, PageId.SAFER),
    (PageId.ACCOUNTS, GO_ON, NEW, Turn.STAY),
    (PageId.ACCOUNTS, GO_ON, READY, PageId.LOOK_OPTIONS),
    (PageId.ACCOUNTS, "suspects", NEW, PageId.SUSPECTS),
    (PageId.SUSPECTS, GO_ON, NEW, Turn.BACK),
    (PageId.LOOK_OPTIONS, "account", READY, PageId.LOOK_OPTION),
    (PageId.LOOK_OPTIONS, "questions", READY, PageId.QUESTIONS),
    (PageId.LOOK_OPTIONS, GO_ON, READY, PageId.CHECKING),
    (PageId.LOOK_OPTION, GO_ON, READY, Turn.BACK),
    (PageId.QUESTIONS, GO_ON, READY, Turn.BACK),
    (PageId.CHECKING, GO_ON, NEW, Turn.STAY),
    (PageId.CHECKING, GO_ON, READY, PageId.RESULTS),
    (PageId.CHECKING, "other_way", READY, Turn.BACK),
    (PageId.CHECKING, "requests", READY, PageId.REQUESTS),
    (PageId.CHECKING, "prove", READY, Turn.STAY),
    (PageId.CHECKING, "prove", State(stopped=1), PageId.PROVE),
    (PageId.CHECKING, GO_ON, WALLED, PageId.WALLS),
    (PageId.WALLS, "account", WALLED, PageId.WALL),
    (PageId.WALLS, GO_ON, WALLED, PageId.RESULTS),
    (PageId.WALL, GO_ON, WALLED, PageId.WALL),
    (PageId.WALL, GO_ON, READY, PageId.RESULTS),
    (PageId.WALL, "stay", WALLED, Turn.STAY),
    (PageId.DO_NOW, GO_ON, WALLED, PageId.DO_NOW),
    (PageId.DO_NOW, GO_ON, READY, PageId.PLAN),
    (PageId.PROVE, GO_ON, READY, Turn.BACK),
    (PageId.REQUESTS, GO_ON, READY, Turn.BACK),
    (PageId.RESULTS, "look_options", READY, PageId.LOOK_OPTIONS),
    (PageId.RESULTS, "own_path", READY, PageId.OWN_PATH),
    (PageId.RESULTS, "report", SAFER, Turn.STAY),
    *((PageId.RESULTS, page.value, READY, page) for page in flow._BEHIND.values()),
    *((PageId.RESULTS, page.value, NEW, Turn.STAY) for page in flow._BEHIND.values()),
    (PageId.FINDINGS, "finding", READY, PageId.FINDING),
    (PageId.PRIVATE, "finding", READY, PageId.FINDING),
    (PageId.PLAN, "report", READY, PageId.REPORT),
    (PageId.PLAN, "finding", READY, PageId.FINDING),
    (PageId.WHAT_IF, "finding", READY, PageId.FINDING),
    (PageId.COPIES, "own_path", READY, PageId.OWN_PATH),
    (PageId.FINDING, "readers", READY, PageId.READERS),
    (PageId.OWN_PATH, "contacts", READY, PageId.CONTACTS),
    (PageId.DRAWN, GO_ON, READY, Turn.BACK),
    (PageId.PICTURE, "finding", READY, PageId.FINDING),
    (PageId.PICTURE, GO_ON, READY, Turn.BACK),
    (PageId.REFLECT, "card", NEW, PageId.CARD),
    (PageId.REFLECT, "pack", NEW, PageId.PACK),
    *(
        (page, GO_ON, NEW, Turn.BACK)
        for page in (PageId.GROUPS, PageId.REPORT, PageId.CONTACTS, PageId.WORDS, PageId.CARD, PageId.READERS)
    ),
    (PageId.PACK, GO_ON, NEW, Turn.BACK),
    (PageId.WELCOME, "tour", NEW, Turn.STAY),
    (PageId.WELCOME, "staff_tour", NEW, Turn.STAY),
    (PageId.WELCOME, "photos", NEW, PageId.PHOTOS),
    (PageId.ACCOUNTS, "archives", NEW, PageId.ARCHIVES),
    (PageId.LOOK_OPTION, "archives", READY, PageId.ARCHIVES),
    (PageId.RESULTS, "forgotten", READY, PageId.FORGOTTEN),
    *((page, GO_ON, NEW, Turn.BACK) for page in (PageId.ARCHIVES, PageId.FORGOTTEN, PageId.PHOTOS)),
]


@pytest.mark.parametrize(("here", "choice", "state", "then"), NEXT)
def test_what_comes_next(here: PageId, choice: str, state: State, then: PageId | Turn) -> None:
    move = flow.follow(state, Place(here), choice)
    assert (move.page if isinstance(move, Place) else move) == then


def test_every_page_is_asked_what_comes_next() -> None:
    assert {here for here, *_ in NEXT} == set(PageId)


@pytest.mark.parametrize(
    ("state", "then"),
    [
        (State(opened=True, results=True), PageId.RESULTS),
        (State(opened=True, unfinished=True), PageId.RESUME),
        (State(opened=True), Turn.STAY),
        (State(), Turn.BACK),
    ],
)
def test_after_the_passphrase_the_last_check_comes_where_it_was_asked_for(
    state: State, then: PageId | Turn
) -> None:
    move = flow.follow(state, Place(PageId.KEEP, LAST))
    assert (move.page if isinstance(move, Place) else move) == then


def trail(*pages: PageId) -> flow.Trail:
    return tuple(map(Place, pages))


def test_back_goes_one_page_and_the_first_page_stays() -> None:
    way = trail(PageId.WELCOME, PageId.CONSENT, PageId.ABOUT)
    assert flow.back(way, NEW) == way[:2]
    assert flow.back(flow.START, NEW) == flow.START


def test_back_passes_over_what_has_nothing_left_to_ask() -> None:
    way = trail(PageId.WELCOME, PageId.CONSENT, PageId.KEEP, PageId.RESUME, PageId.ABOUT)
    assert flow.back(way, State(opened=True))[-1].page is PageId.CONSENT
    assert flow.back(way, State(opened=True, unfinished=True))[-1].page is PageId.RESUME
    assert flow.back(way[:3] + way[4:], NEW)[-1].page is PageId.KEEP


def test_one_wall_leads_to_the_next_and_back_passes_over_what_was_looked_at() -> None:
    here = Place(PageId.WALL, "a")
    assert flow.follow(WALLED, here) == Place(PageId.WALL, "b")
    seen = State(results=True, walls=("b",))
    way = (Place(PageId.WALLS), here, Place(PageId.WALL, "b"))
    assert flow.back(way, seen)[-1].page is PageId.WALLS
    assert flow.back(way, WALLED)[-1] == here


def test_one_fix_leads_to_the_next_that_is_open() -> None:
    assert flow.follow(WALLED, Place(PageId.RESULTS), "do_now") == Place(PageId.DO_NOW, "LOC-05")
    assert flow.follow(WALLED, Place(PageId.DO_NOW, "LOC-05")) == Place(PageId.DO_NOW, "PI-03")
    left = State(results=True, to_do=("LOC-05",))
    assert flow.follow(left, Place(PageId.DO_NOW, "PI-03")) == Place(PageId.DO_NOW, "LOC-05")


def test_a_step_follows_stays_or_goes_back() -> None:
    way = trail(PageId.WELCOME, PageId.CONSENT)
    assert flow.step(way, Place(PageId.ABOUT), NEW)[-1].page is PageId.ABOUT
    assert flow.step(way, Turn.STAY, NEW) == way
    assert flow.step(way, Turn.BACK, NEW) == way[:1]


def test_what_a_place_is_about_is_never_printed() -> None:
    assert "07700 900123" not in repr(Place(PageId.READERS, "words:07700 900123", ("07700 900123",)))
