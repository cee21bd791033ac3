"""A sitting by itself: the account list, decisions and undoing, resuming, what stays when saving fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from privacy_check.errors import VaultError
from privacy_check.groups.review import Choice
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import findings, groups, plan, results, start
from privacy_check.model import Assessment, Group, Mark, Marked, Outcome
from privacy_check.ports import Unfinished
from privacy_check.sentences import say
from tests.tui import stage
from tests.tui.test_looking import Memory


def opened(store: Memory | None = None) -> Journey:
    """A sitting with a finished check in hand."""
    journey = Journey(stage.toolkit(), vault=store, store=store)
    journey.finish(stage.assessment())
    return journey


def test_an_account_taken_off_comes_back_where_and_as_it_was() -> None:
    journey = Journey(stage.toolkit())
    for link in ("instagram:nell", "facebook:nell.h", "strava:athletes/1"):
        journey.add(journey.recognise(link), mine=True)
    before = list(journey.accounts.entries)
    journey.accounts.remove(before[1].key)
    assert journey.accounts.entries == [before[0], before[2]]
    assert journey.accounts.undo() == before[1].name
    assert journey.accounts.entries == before
    assert journey.accounts.undo() == ""


def test_the_first_press_counts_although_an_earlier_check_said_done() -> None:
    store = Memory()
    journey = opened(store)
    finding = journey.assessment.findings[0]  # type: ignore[union-attr]
    store.marked[finding.fingerprint] = Marked(Mark.FIXED, stage.NOW - timedelta(days=9))
    assert finding.mark is Mark.OPEN
    journey.mark(finding, Mark.FIXED)
    assert journey.finding(finding.fingerprint).mark is Mark.FIXED  # type: ignore[union-attr]


def test_a_mark_is_taken_back_in_the_check_and_in_the_vault() -> None:
    store = Memory()
    journey = opened(store)
    before = journey.assessment
    step = before.plan[0]  # type: ignore[union-attr]
    journey.step_done(step)
    assert journey.undo() is not None
    assert [item.mark for item in journey.assessment.findings] == [item.mark for item in before.findings]  # type: ignore[union-attr]
    assert journey.assessment.score == before.score  # type: ignore[union-attr]
    assert {each.mark for each in store.marked.values()} == {Mark.OPEN}
    assert journey.undo() is None


def test_nothing_moves_or_vanishes_when_it_is_marked() -> None:
    journey = opened()
    listed, planned = findings.findings(journey).prints, [line.title for line in plan.plan(journey).lines]
    first = [top.title for top in results.summarise(journey).top]  # type: ignore[union-attr]
    journey.step_done(plan.plan(journey).lines[0].step)
    assert findings.findings(journey).prints == listed
    assert [line.title for line in plan.plan(journey).lines] == planned
    assert [line.done for line in plan.plan(journey).lines][:2] == [True, False]
    summary = results.summarise(journey)
    assert summary is not None
    assert [top.title for top in summary.top] == first
    assert summary.so_far == f"1 of {len(first)} done."


def test_what_was_found_stays_when_it_cannot_be_kept() -> None:
    def full(assessment: object) -> None:
        raise VaultError("The disk is full.", "Make some room.")

    store = Memory()
    store.finish = full  # type: ignore[assignment]
    journey = opened(store)
    assert journey.assessment is not None
    assert journey.not_kept is not None
    assert journey.unkept


def test_leaving_loses_something_only_where_it_was_not_kept_or_saved() -> None:
    assert opened().unkept
    assert not opened(Memory()).unkept
    safer = opened()
    safer.safer = True
    assert not safer.unkept
    saved = opened()
    saved.saved = True
    assert not saved.unkept


def test_resuming_tells_failed_from_seen_and_looks_again() -> None:
    seen = stage.VIEWS[stage.INSTAGRAM.key]
    failed = replace(stage.VIEWS[stage.FACEBOOK.key], outcome=Outcome.ERROR)
    wall = stage.VIEWS[stage.LINKEDIN.key]
    accounts = (stage.INSTAGRAM, stage.FACEBOOK, stage.LINKEDIN, stage.STRAVA)
    store = Memory(Unfinished(accounts, (seen, failed, wall), stage.NOW))
    journey = Journey(stage.toolkit(), vault=store)
    journey.keep_in_vault()
    told = {handle: words for _, handle, words in start.resume(journey).accounts}
    assert told[stage.INSTAGRAM.handle].startswith("seen")
    assert "We will look again" in told[stage.FACEBOOK.handle]
    assert "could not see" in told[stage.LINKEDIN.handle]
    assert "not looked at yet" in told[stage.STRAVA.handle]
    journey.resume()
    assert [view.account for view in journey.begun_views] == [stage.INSTAGRAM, stage.LINKEDIN]


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_plan_line_loses_nothing(words: str) -> None:
    journey = opened()
    journey.decisions.plan("x", "If I sit down, then I open Strava")
    journey.decisions.plan("x", words)
    assert journey.decisions.plans["x"] == "If I sit down, then I open Strava"


def test_what_was_decided_about_groups_is_there_in_the_next_check_and_can_be_taken_back() -> None:
    store = Memory()
    check = with_groups("Otterby Choir", "Fellgate Parents")
    first = Journey(stage.toolkit(), vault=store, store=store)
    first.finish(check)
    seen = groups.taken_up(first, reveal=True)
    assert seen is not None
    keys = {card.group.name: card.key for card in seen.groups}
    seen = groups.decide(first, seen, keys.values(), Choice.HIDE)
    seen = groups.decide(first, seen, [keys["Otterby Choir"]], Choice.KEEP)
    assert groups.undo(first, seen) is not None

    second = Journey(stage.toolkit(), vault=store, store=store)
    second.finish(with_groups("Fellgate Parents", "A New One", "Otterby Choir"))
    again = groups.taken_up(second, reveal=True)
    assert again is not None
    decided = {card.group.name: groups.mark_words(again, card) for card in again.groups}
    hide = say("reviewing.mark.hide")
    assert decided == {"Fellgate Parents": hide, "Otterby Choir": hide, "A New One": ""}


def with_groups(*names: str) -> Assessment:
    """A check in which these memberships were seen."""
    view = replace(stage.VIEWS[stage.FACEBOOK.key], groups=tuple(Group(name) for name in names))
    return stage.assessment(views=(view,))
