"""One fix at a time: done is looked at again at once, what could not be seen changes nothing, nothing vanishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from privacy_check.journey.doing_now import Came, done_and_looked
from privacy_check.journey.sitting import Journey
from privacy_check.journey.steps import Stands, steps_in_order
from privacy_check.journey.views import do_now
from privacy_check.model import Mark, Outcome, ProfileView
from privacy_check.ports import Toolkit
from tests.journey.test_walls import Hands, quiet
from tests.tui import stage


def sitting(later: ProfileView) -> Journey:
    """A check of one Instagram page that shows a phone number, and `later` on the next look."""
    clock = Hands(stage.NOW)
    kit: Toolkit = stage.toolkit(clock=clock, extract=lambda capture: later)
    journey = Journey(kit, stated=True, about=stage.ABOUT)
    journey.add(journey.recognise("instagram:nell.hartley"), mine=True)
    check = journey.begin()
    view = replace(stage.page(stage.INSTAGRAM), seen_at=stage.NOW)
    check.known = ()
    journey.check = replace(check, known=(view,), looks=())
    journey.finish(journey.check.conclude())
    clock.time += timedelta(minutes=3)
    return journey


async def done(journey: Journey) -> tuple[do_now.DoNowView, Came]:
    subject = journey.state.to_do[0]
    came = await done_and_looked(journey, do_now.do_now(journey, subject), quiet)
    return do_now.do_now(journey, subject), came


HIDDEN = ProfileView(
    stage.INSTAGRAM, stage.Lens.PUBLIC, Outcome.VISIBLE, (stage.Field("display_name", "Nell Hartley", "og"),)
)


async def test_what_is_gone_says_so_keeps_its_place_and_counts() -> None:
    journey = sitting(HIDDEN)
    steps = [step.rule_id for step, _ in steps_in_order(journey.assessment, journey.decisions)]
    shown, came = await done(journey)
    assert came.rows[0].now == "not seen any more"
    assert shown.stands == "Not seen any more."
    assert shown.so_far == "2 of 2 done."
    after = steps_in_order(journey.assessment, journey.decisions)
    assert [step.rule_id for step, _ in after] == steps
    assert [stands for _, stands in after][:2] == [Stands.DONE] * 2


async def test_what_is_seen_again_is_open_again_and_says_so() -> None:
    journey = sitting(stage.page(stage.INSTAGRAM))
    shown, came = await done(journey)
    assert came.rows[0].now == "still seen, so it is open again"
    assert shown.stands == ""
    assert all(journey.finding(each).mark is Mark.OPEN for each in shown.step.fingerprints)  # type: ignore[union-attr]


@pytest.mark.parametrize("outcome", [Outcome.LOGIN_WALL, Outcome.RATE_LIMITED, Outcome.ERROR])
async def test_a_look_that_sees_nothing_never_reads_as_gone(outcome: Outcome) -> None:
    journey = sitting(ProfileView(stage.INSTAGRAM, stage.Lens.PUBLIC, outcome))
    before = {item.fingerprint for item in journey.assessment.findings}  # type: ignore[union-attr]
    shown, came = await done(journey)
    assert "what was found before stays" in came.said[0]
    assert "not seen any more" not in {row.now for row in came.rows}
    assert {item.fingerprint for item in journey.assessment.findings} == before  # type: ignore[union-attr]
    assert shown.stands.startswith("You said done on")
    assert len(journey.requests()) == 1
    assert journey.undo() is not None
    assert do_now.do_now(journey, shown.step.rule_id).stands == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(("how", "says"), [("asked", "Asked on 22 November"), ("could_not", "could not.")])
def test_asked_and_tried_have_their_day_and_are_not_done(how: str, says: str) -> None:
    journey = sitting(HIDDEN)
    shown = do_now.do_now(journey, journey.state.to_do[0])
    do_now.mark(journey, shown, how)
    now = do_now.do_now(journey, shown.step.rule_id)  # type: ignore[union-attr]
    assert says in now.stands
    assert now.so_far == ""
    assert now.step is not None
