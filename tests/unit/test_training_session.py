"""A training session without a screen: its time, the walk, the fixes, and what the room sees."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser, PrivacyCheckError, UsageError
from privacy_check.model import Assessment, Candidate, Nature, Reason, ScenarioStatus, Verdict
from privacy_check.training.nouns import Kind, PagePicture, Room
from privacy_check.training.plan import LENGTHS, minutes_of
from privacy_check.training.session import Session
from privacy_check.training.timer import Timer
from privacy_check.training.tour import Audience, Tour
from tests.unit.assessments import finding
from tests.unit.training_made import FRENDLI, PERSON, Bench, Wall, at, found, running, session
from tui.training.plain import run_plain_desk


@pytest.mark.parametrize("length", LENGTHS)
def test_the_steps_take_exactly_the_length(length: int) -> None:
    made = session(length)
    assert sum(step.seconds for step in made.steps) == length * 60
    assert all(step.seconds > 0 for step in made.steps)


def test_the_hour_is_the_one_of_the_reference() -> None:
    minutes = minutes_of(60)
    demo, live = minutes["person"] + minutes["walk"], minutes["fix"] + minutes["change"]
    ending = minutes["plan"] + minutes["close"]
    assert (minutes["rules"], demo, minutes["guess"], live, minutes["own"], ending) == (5, 10, 10, 10, 20, 5)


def test_there_is_no_session_of_another_length() -> None:
    with pytest.raises(UsageError, match="30 minutes"):
        session(30)


def test_the_walk_leads_from_name_and_employer_to_home_school_and_a_fake_profile() -> None:
    stages = session().stages
    assert [stage.id for stage in stages][:2] == ["start", "SC-01"]
    assert {"SC-11", "SC-08"} <= {stage.id for stage in stages}
    assert stages[0].heading == "All they have: Robin, who works at Wharfeside Care"
    home = stages[1]
    assert home.status is ScenarioStatus.OPEN
    assert [fact.shown for fact in home.facts] == ["Tern Row"]
    assert home.stops, "a threat is shown together with what would have stopped it"


def test_a_way_that_ends_is_told_and_never_called_safe() -> None:
    stages = {stage.id: stage for stage in session(leaking=[]).stages}
    assert stages["SC-01"].status is not ScenarioStatus.OPEN
    assert stages["SC-01"].says
    assert not any(word in stage.says.lower() for stage in stages.values() for word in ("safe", "well done"))
    assert not stages["SC-01"].stops


def test_a_copy_that_exists_is_the_fake_profile() -> None:
    bench = Bench(found())
    profile = {"platform": "frendli", "handle": "robin.va1e"}
    copy = Candidate(profile, Verdict.LIKELY_COPY, 0.9, (Reason("avatar", "It is the same picture."),))
    first = replace(bench.assessed(), candidates=(copy,))
    made = Session(PERSON, 20, bench, first)
    fake = next(stage for stage in made.stages if stage.id == "SC-08")
    assert fake.heading == "A fake profile"
    assert fake.facts[0].told
    step = next(step for step in made.steps if step.stage is fake)
    assert "happened by now" in step.notes[0], "a door that is no more than ajar is no end of the way here"


def test_private_topics_stay_out_of_the_walk() -> None:
    made = session(
        leaking=[
            *found(),
            finding("GRP-S1", "A very private group", FRENDLI, field="groups", nature=Nature.REVEALS_SENSITIVE),
        ]
    )
    told = [fact.shown for stage in made.stages for fact in stage.facts]
    assert "A very private group" not in told
    assert all(not fix.id.startswith("GRP-S") for fix in made.fixes)


def test_facts_grow_and_doors_light_up_as_the_walk_goes_on() -> None:
    made = at(session(), "walk")
    first = made.room()
    assert first.facts
    assert not any(door.lit for door in first.doors)
    made.next()
    second = made.room()
    assert len(second.facts) > len(first.facts)
    assert [door.id for door in second.doors if door.lit] == ["SC-01"]


def fix_of(made: Session, rule_id: str) -> int:
    return next(number for number, fix in enumerate(made.fixes, 1) if fix.id.startswith(rule_id))


async def test_a_fix_changes_the_pages_and_closes_its_door_until_it_is_taken_back() -> None:
    made = at(session(), "fix")
    bench = made.bench
    assert isinstance(bench, Bench)
    told = await made.apply(made.fixes[fix_of(made, "PI-06") - 1])
    assert "Finding your home" in told
    assert bench.off
    door = next(door for door in made.room().doors if door.id == "SC-01")
    assert (door.before, door.closed_now) == (ScenarioStatus.OPEN, True)
    assert made.room().pages_before[0].name != made.room().pages[0].name
    await made.undo()
    assert not bench.off
    assert bench.looks == 2, "taking back is looked at too"
    assert not next(door for door in made.room().doors if door.id == "SC-01").closed_now
    assert await made.undo() == "There is nothing to take back."


async def test_what_nobody_can_tell_any_more_is_not_told_as_closed() -> None:
    made = at(session(), "fix")
    bench = made.bench
    assert isinstance(bench, Bench)
    look = bench.assessed

    def walled() -> Assessment:
        seen = look()
        unsure = [replace(item, status=ScenarioStatus.CANNOT_TELL) for item in seen.scenarios]
        return replace(seen, scenarios=tuple(unsure))

    bench.assessed = walled  # type: ignore[method-assign]
    told = await made.apply(made.fixes[0])
    assert "Nobody can tell now" in told
    assert "Not open any more" not in told
    assert not any(door.closed_now for door in made.room().doors)


async def test_a_leak_is_switched_off_and_on_again() -> None:
    made = at(session(), "fix")
    leak = made.leaks()[0]
    await made.switch(leak)
    assert made.leaks()[0].off
    assert made.room().fixed
    await made.switch(leak)
    assert not made.leaks()[0].off
    assert not made.room().fixed, "what is open again is not mended"


async def test_before_and_after_are_of_the_page_that_changed_last_and_promise_no_closed_door() -> None:
    made = at(session(), "change")
    assert made.room().lead == "Every door that was open is open still. Some need more than one fix."
    bench = made.bench
    assert isinstance(bench, Bench)
    first, second = (PagePicture(f"{name}-old", name, "x", b"i") for name in ("Frendli", "Strider"))
    made = at(Session(PERSON, 20, bench, bench.assessed(), (first, second)), "change")
    looks = iter(["Strider", "Frendli"])
    stands = {page.title: page for page in (first, second)}

    async def pictures() -> tuple[PagePicture, ...]:
        title = next(looks)
        stands[title] = replace(stands[title], name=f"{title}-new")
        return tuple(stands.values())

    bench.pictures = pictures  # type: ignore[method-assign]
    for title in ("Strider", "Frendli"):
        await made.apply(next(fix for fix in made.fixes if not made.applied(fix)))
        room = made.room()
        assert [page.name for page in (*room.pages_before, *room.pages)] == [f"{title}-old", f"{title}-new"]
    assert made.room().lead.startswith("The same person")


async def test_when_a_look_fails_the_pages_stand_as_they_did() -> None:
    made = at(session(), "fix")
    assert isinstance(made.bench, Bench)
    made.bench.broken = True
    with pytest.raises(NoBrowser):
        await made.apply(made.fixes[0])
    assert not made.bench.off
    assert not made.applied(made.fixes[0])


async def test_the_wall_follows_every_key() -> None:
    desk = running(session())
    desk.show()
    await desk.move(True)
    wall = desk.screen
    assert isinstance(wall, Wall)
    assert [room.place for room in wall.rooms] == [f"{n} of {len(desk.session.steps)}" for n in (1, 2)]
    at(desk.session, "fix")
    await desk.fix(1)
    assert any(room.busy for room in wall.rooms), "the room is told that the pages are looked at"
    assert not wall.rooms[-1].busy
    assert "no fix with the number 9" in await desk.fix(9)


async def test_a_picture_that_cannot_be_saved_ends_no_session() -> None:
    desk = running(session(), kept=True)

    async def full(room: Room, name: str) -> Path:
        raise PrivacyCheckError("The disk is full.", "Make room.")

    desk.save_picture = full
    assert await desk.begin() == "The disk is full. Make room."
    assert await desk.move(True) == "The disk is full. Make room."
    assert desk.session.at == 1
    words = iter(["", "s", "q"])
    told: list[str] = []
    await run_plain_desk(nullcontext(desk), lambda prompt: next(words), told.append)
    assert told.count("The disk is full. Make room.") == 3


async def test_without_a_window_the_address_is_said_and_pictures_are_saved_only_when_wanted() -> None:
    desk = running(session())
    assert "127.0.0.1" in desk.open_wall()
    assert await desk.move(True) == ""
    assert "02-person.png" in await running(at(session(), "person")).save()
    assert "02-person.png" in await running(session(), kept=True).move(True)
    assert "01-rules.png" in await running(session(), kept=True).begin()
    assert await running(session()).begin() == ""


def test_the_last_wall_holds_help_lines_and_no_drill() -> None:
    room = at(session(), "close").room()
    assert room.kind == Kind.CLOSE
    assert any("999" in point for point in room.points)


def test_the_clock_counts_the_step_and_stands_still_when_told() -> None:
    now = [0.0]
    timer = Timer(lambda: now[0])
    now[0] = 65
    timer.new_step()
    now[0] = 70
    assert timer.told(120, 20) == "0:05 of 2:00   all 1:10 of 20:00"
    timer.hold()
    now[0] = 500
    assert timer.told(120, 20).startswith("0:05 of 2:00   all 1:10")
    timer.hold()
    now[0] = 501
    assert timer.told(120, 20).startswith("0:06")


def test_a_session_is_usable_from_a_loop_of_its_own() -> None:
    """The plain desk runs one with asyncio.run, the drawn one inside an app."""
    asyncio.run(session().undo())


@pytest.mark.parametrize("audience", list(Audience))
async def test_the_tour_makes_one_real_fix_and_ends_with_what_is_theirs(audience: Audience) -> None:
    tour = Tour(session(), audience)
    seen = [tour.step()]
    while not tour.last:
        await tour.next()
        seen.append(tour.step())
    before, after = (next(step.rows for step in seen if step.id == name) for name in ("doors", "after"))
    assert before != after
    assert isinstance(tour.session.bench, Bench)
    assert tour.session.bench.looks == 1
    assert seen[-1].id == ("yours" if audience is Audience.PERSON else "recommend")
    tour.back()
    assert not tour.last


async def test_a_tour_with_nothing_to_mend_says_so() -> None:
    tour = Tour(session(leaking=[]))
    while tour.step().id != "after":
        await tour.next()
    assert "nothing to mend" in tour.step().lead
