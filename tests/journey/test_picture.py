"""The picture: every account around the person, facts that join, doors that break when a fact is taken away."""

from __future__ import annotations

from dataclasses import replace

from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.picture import MOST_AROUND, picture, strangers
from privacy_check.model import Outcome
from tests.tui import stage
from tui.widgets.drawing import drawn


def sitting() -> Journey:
    """A sitting with a finished check."""
    journey = Journey(stage.toolkit())
    journey.finish(stage.assessment())
    return journey


def test_every_account_stands_around_and_every_mark_says_what_it_is() -> None:
    shown = picture(sitting())
    assert shown is not None
    assert {item.name.split(" ")[0] for item in shown.around} == {"Strava", "Instagram", "Facebook", "LinkedIn"}
    assert all(mark.what for mark in (*shown.around, *shown.ties, *shown.doors))
    assert all(door.open for door in shown.doors)
    signs = {item.sign for item in shown.around}
    assert {sign for tie in shown.ties for sign in tie.signs} <= signs


def test_what_could_not_be_seen_is_never_said_to_hold_nothing() -> None:
    shown = picture(sitting())
    assert shown is not None
    unseen = next(item.what for item in shown.around if "LinkedIn" in item.name)
    assert "Could not see" in unseen
    assert "Nothing" not in unseen


def test_a_door_breaks_when_its_fact_is_taken_away_and_only_then() -> None:
    journey = sitting()
    now = picture(journey)
    assert now is not None
    rule = now.ties[0].rule
    then = picture(journey, {rule})
    assert then is not None
    assert [tie.gone for tie in then.ties] == [tie.rule == rule for tie in now.ties]
    broken = {door.number for door in then.doors if door.broken}
    assert broken
    assert broken <= set(now.ties[0].doors)
    assert picture(journey) == now


def test_nothing_seen_draws_no_door_and_praises_nothing() -> None:
    journey = sitting()
    assert journey.assessment is not None
    blocked = tuple(replace(view, outcome=Outcome.BLOCKED) for view in journey.assessment.views)
    journey.assessment = replace(journey.assessment, views=blocked, findings=(), scenarios=())
    shown = picture(journey)
    assert shown is not None
    assert not shown.doors
    assert shown.quiet
    assert all("not known" in line for line in strangers(journey, 4))


def test_many_accounts_with_hostile_names_stay_in_their_columns() -> None:
    journey = sitting()
    assert journey.assessment is not None
    first = journey.assessment.views[0]
    named = [replace(first.account, handle=f"\x1b[31m{number}\u202e{'名' * 80}") for number in range(30)]
    views = tuple(replace(first, account=account) for account in named)
    journey.assessment = replace(journey.assessment, views=views)
    shown = picture(journey)
    assert shown is not None
    assert len(shown.around) <= MOST_AROUND
    told = drawn(shown, 40)
    assert "\x1b" not in told.plain
    assert "\u202e" not in told.plain
    assert all(line.cell_length <= 40 for line in told.split("\n"))


def test_as_strangers_see_you_says_which_cards_are_left() -> None:
    told = strangers(sitting(), 2)
    assert len(told) == 3
    assert told[-1].startswith("2 more")
