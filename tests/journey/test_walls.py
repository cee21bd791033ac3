"""Sites that let nobody in: which way comes next, who is left alone, and words that are never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from privacy_check.errors import NoBrowser, PrivacyCheckError
from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.given_path import given_path, given_paths
from privacy_check.journey.look_again import look_again, take_in
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import finding as finding_view
from privacy_check.journey.views import look, walls
from privacy_check.model import Lens, Outcome, ProfileView, SeenBy
from privacy_check.next_look import NextLook, next_looks
from privacy_check.selfcheck import Event
from tests.tui import stage
from tests.tui.test_plain import Talk
from tui import plain_look_options, plain_walls
from tui.dialogue import Back, Dialogue

ABLE = (Lens.PUBLIC, Lens.MEMBER, Lens.SAVED_PAGE, Lens.TYPED, Lens.ARCHIVE)


def wall(outcome: Outcome, lens: Lens = Lens.PUBLIC) -> ProfileView:
    return ProfileView(stage.LINKEDIN, lens, outcome, seen_at=stage.NOW)


class Hands:
    """A clock that can be set, and goes on by itself."""

    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


async def quiet(event: Event) -> None:
    """Says nothing of a look."""


def met(outcome: Outcome = Outcome.LOGIN_WALL, clock: Hands | None = None) -> Journey:
    """A sitting in which Instagram was seen and LinkedIn was not."""
    journey = Journey(stage.toolkit(clock=clock or Hands(stage.NOW)), stated=True, about=stage.ABOUT)
    for link in ("instagram:nell.hartley", "linkedin:in/nell-hartley"):
        journey.add(journey.recognise(link), mine=True)
    check = journey.begin()
    for view in (stage.page(stage.INSTAGRAM), wall(outcome)):
        check.views[view.account.key] = replace(view, seen_at=stage.NOW)
    journey.finish(check.conclude())
    return journey


@pytest.mark.parametrize(
    ("view", "held", "best"),
    [
        (wall(Outcome.LOGIN_WALL), False, NextLook.WINDOW),
        (wall(Outcome.CHALLENGE), False, NextLook.SAVED_PAGE),
        (wall(Outcome.RATE_LIMITED), True, NextLook.PHONE),
        (wall(Outcome.ERROR), False, NextLook.AGAIN),
        (wall(Outcome.LOGIN_WALL, Lens.MEMBER), False, NextLook.SAVED_PAGE),
    ],
)
def test_the_best_next_way_is_that_of_the_wall_and_what_failed_comes_last(
    view: ProfileView, held: bool, best: NextLook
) -> None:
    ways = next_looks(view, ABLE, has_steps=True, held=held)
    assert ways[0] is best
    assert not (held and {NextLook.AGAIN, NextLook.WINDOW} & set(ways))


def test_who_may_be_watched_is_offered_last_what_leaves_a_file() -> None:
    ways = next_looks(wall(Outcome.CHALLENGE), ABLE, has_steps=True, watched=True)
    assert set(ways[-2:]) == {NextLook.SAVED_PAGE, NextLook.ARCHIVE}


@pytest.mark.parametrize("lens", [Lens.PUBLIC, Lens.MEMBER])
def test_a_site_asked_too_often_is_left_alone_for_an_hour_whatever_is_chosen(lens: Lens) -> None:
    clock = Hands(stage.NOW)
    journey = met(Outcome.RATE_LIMITED, clock)
    entry = journey.accounts.mine[1]
    journey.look_through(entry, None)
    for _ in range(2):
        with pytest.raises(PrivacyCheckError, match="asked too often"):
            journey.look_through(entry, lens)
    entry.lens = lens
    assert not [look for look in journey.looks if look.account.key == entry.key]
    assert "linkedin:in/nell-hartley" in [key.lower() for key in journey.begin().not_checked]
    clock.time += timedelta(minutes=61)
    journey.look_through(entry, lens)
    assert [look for look in journey.looks if look.account.key == entry.key]


def test_what_was_typed_is_called_that_and_the_rest_of_the_check_stays() -> None:
    journey = met()
    before = journey.assessment
    entry = journey.walls[0]
    journey.type_in(entry, "Call me on 07700 900123", SeenBy.MEMBERS)
    take_in(journey, [entry.key])
    now = journey.assessment
    assert before is not None
    assert now is not None
    assert not journey.walls
    assert journey.state.walls == ()
    own = [item for item in now.findings if item.account is not None and item.account.key == entry.key]
    assert own
    for item in own:
        told = finding_view.tell(item, now, journey.toolkit.platform_name, reveal=False)
        assert told.place == "LinkedIn, from what you typed"
    kept = {item.fingerprint for item in before.findings if item.account and item.account.platform == "instagram"}
    assert kept <= {item.fingerprint for item in now.findings}
    assert [view.account.key for view in now.views] == [view.account.key for view in before.views]


async def test_a_second_wall_is_still_a_wall_and_is_not_asked_by_itself() -> None:
    journey = met()
    entry = journey.walls[0]
    journey.look_through(entry, Lens.MEMBER)
    looked = await look_again(journey, [entry.key], quiet)
    assert not looked.seen
    assert journey.walls == (entry,)
    assert len(journey.requests()) == 1
    assert [look.account.key for look in journey.begin()._todo] == []


def test_skipped_and_later_stay_on_the_page_and_say_so() -> None:
    journey = met()
    journey.walls[0].put_off = walls.LATER
    assert journey.state.walls == ()
    shown = walls.walls(journey)
    assert shown.offers[0].aside == "left for later"
    assert "been through all" in shown.says[-1]


async def test_lines_typed_before_going_back_are_there_again() -> None:
    journey = met()
    entry = journey.walls[0]
    way = str([offer.id for offer in walls.wall(entry, journey).offers].index(NextLook.PASTE) + 1)
    talk = Talk([way, "I run from Hazel Bank", "b"])
    place = Place(PageId.WALL, entry.key)
    with pytest.raises(Back):
        await plain_walls.wall(journey, Dialogue(talk, talk.write, talk), place)
    assert entry.draft == "I run from Hazel Bank"
    assert "Hazel" not in repr(entry)
    again = Talk(["1", "1"])
    await plain_walls.wall(journey, Dialogue(again, again.write, again), place)
    assert entry.view is not None
    assert entry.view.lens is Lens.TYPED
    assert entry.draft == ""


@pytest.mark.parametrize(
    "dropped",
    [
        str,
        lambda path: f"'{path}'",
        lambda path: f' "{path}" ',
        lambda path: str(path).replace(" ", "\\ "),
        lambda path: path.as_uri(),
    ],
)
def test_a_file_may_be_typed_pasted_or_dropped(tmp_path: Path, dropped: Callable[[Path], str]) -> None:
    file = tmp_path / "my page (1).html"
    file.write_text("x", encoding="utf-8")
    assert given_path(dropped(file)) == file
    assert given_paths(dropped(file)) == (file,)
    other = tmp_path / "another.zip"
    other.write_text("x", encoding="utf-8")
    assert given_paths(f"'{file}' {other.as_uri()}") == (file, other)


@pytest.mark.parametrize("odd", ["", "\x00", "~nobody-here/x", "'", "file://", "\\", "a" * 5000])
def test_an_odd_path_is_only_a_name(odd: str) -> None:
    given_path(odd)
    given_paths(odd)


def test_an_empty_line_inside_a_paste_ends_nothing() -> None:
    talk = Talk(["I sing", "", "and I run", ""])
    waits = iter((True, False))
    said = list(Dialogue(talk, talk.write, talk, waiting=lambda: next(waits)).several("More:"))
    assert said == ["I sing", "", "and I run"]


def test_groups_typed_before_going_back_are_there_again_and_no_words_of_the_page() -> None:
    journey = Journey(stage.toolkit(), stated=True)
    entry = journey.add(journey.recognise("facebook:nell.hartley.12"), mine=True)
    way = str([offer.id for offer in look.look_option(entry).offers].index(look.GROUPS) + 1)
    place = Place(PageId.LOOK_OPTION, entry.key)
    talk = Talk([way, "Crochet circle", "b"])
    with pytest.raises(Back):
        plain_look_options.look_option(journey, Dialogue(talk, talk.write, talk), place)
    assert (entry.draft, entry.draft_groups) == ("", "Crochet circle")
    again = Talk([way, "Friends of the canal", ""])
    plain_look_options.look_option(journey, Dialogue(again, again.write, again), place)
    assert entry.view is not None
    assert {group.name for group in entry.view.groups} == {"Crochet circle", "Friends of the canal"}
    assert entry.draft_groups == ""


def _no_window() -> Any:
    raise NoBrowser("No screen.", "A command of the command line.")


async def test_where_no_window_can_be_opened_none_is_offered_and_the_next_step_is_on_this_page() -> None:
    journey = Journey(stage.toolkit(can_show_window=lambda: False), stated=True)
    entry = journey.add(journey.recognise("linkedin:in/nell-hartley"), mine=True)
    assert Lens.MEMBER not in entry.ways
    assert "Ctrl+S" in " ".join(walls.steps_of(NextLook.SAVED_PAGE, entry, journey))
    shut = met()
    window = [offer.id for offer in walls.wall(shut.walls[0], shut).offers].index(NextLook.WINDOW) + 1
    shut.toolkit = replace(shut.toolkit, collectors={**shut.toolkit.collectors, Lens.MEMBER: _no_window})
    talk = Talk([str(window)])
    await plain_walls.wall(shut, Dialogue(talk, talk.write, talk), Place(PageId.WALL, shut.walls[0].key))
    assert talk.said[-2:] == ["No screen.", "Choose another way."]
