"""A training session without a screen: its time, the walk, the fixes, and what the room sees."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.errors import NoBrowser, UsageError
from privacy_check.model import Account, Assessment, Candidate, Finding, Nature, Reason, ScenarioStatus, Verdict
from privacy_check.training.nouns import Kind, Leak, PagePicture, Room, Somebody
from privacy_check.training.plan import LENGTHS, minutes_of
from privacy_check.training.running import Running
from privacy_check.training.session import Session
from privacy_check.training.timer import Timer
from tests.unit.assessments import NOON, finding, view

PERSON = Somebody("robin", "Robin Vale", "nurse", "A story.", "A lesson.", "Robin", "Wharfeside Care")
FRENDLI = Account("frendli", "robin.vale", "http://frendli.localhost/robin.vale")
STRIDER = Account("strider", "robin-vale", "http://strider.localhost/athletes/robin-vale")


def _found() -> list[Finding]:
    return [
        finding("PI-01", "Robin Vale", FRENDLI, field="display_name"),
        finding("WRK-05", "Wharfeside Care", FRENDLI, field="employer"),
        finding("PI-06", "Tern Row", STRIDER, field="posts"),
        finding("LOC-07", "Away from Friday", FRENDLI, field="posts"),
        finding("REL-05", "Saltmere Primary", FRENDLI, field="posts"),
    ]


class Bench:
    """A pretend network in which every finding is one leak."""

    def __init__(self, found: list[Finding], *, broken: bool = False) -> None:
        self.found, self.broken, self.off = found, broken, frozenset[str]()
        self.looks = 0

    def assessed(self) -> Assessment:
        left = [item for item in self.found if item.fingerprint not in self.off]
        views = (view(FRENDLI), view(STRIDER))
        return assess(views, findings=tuple(left), requests=(), started_at=NOON, finished_at=NOON)

    def leaks(self, first: Assessment) -> tuple[Leak, ...]:
        return tuple(Leak(item.fingerprint, "Frendli", "a post", item.value.reveal()) for item in first.findings)

    def leaks_of(self, first: Assessment, fingerprints: Collection[str]) -> tuple[str, ...]:
        return tuple(item.fingerprint for item in first.findings if item.fingerprint in fingerprints)

    def switch(self, off: Collection[str]) -> None:
        self.off = frozenset(off)

    async def check(self) -> Assessment:
        self.looks += 1
        if self.broken:
            raise NoBrowser("No browser.", "Install one.")
        return self.assessed()

    async def pictures(self) -> tuple[PagePicture, ...]:
        return (PagePicture(f"picture-{len(self.off)}", "Frendli", "http://x", b"image"),)


def session(length: int = 20, found: list[Finding] | None = None) -> Session:
    bench = Bench(_found() if found is None else found)
    return Session(PERSON, length, bench, bench.assessed(), (PagePicture("picture-0", "Frendli", "x", b"i"),))


def at(made: Session, part: str) -> Session:
    while made.step.part != part:
        assert made.next()
    return made


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
    stages = {stage.id: stage for stage in session(found=[]).stages}
    assert stages["SC-01"].status is not ScenarioStatus.OPEN
    assert stages["SC-01"].says
    assert not any(word in stage.says.lower() for stage in stages.values() for word in ("safe", "well done"))
    assert not stages["SC-01"].stops


def test_a_copy_that_exists_is_the_fake_profile() -> None:
    bench = Bench(_found())
    profile = {"platform": "frendli", "handle": "robin.va1e"}
    copy = Candidate(profile, Verdict.LIKELY_COPY, 0.9, (Reason("avatar", "It is the same picture."),))
    first = replace(bench.assessed(), candidates=(copy,))
    made = Session(PERSON, 20, bench, first)
    fake = next(stage for stage in made.stages if stage.id == "SC-08")
    assert fake.heading == "A fake profile"
    assert fake.facts[0].told


def test_private_topics_stay_out_of_the_walk() -> None:
    made = session(
        found=[
            *_found(),
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


async def test_a_leak_is_switched_off_and_on_again() -> None:
    made = at(session(), "fix")
    leak = made.leaks()[0]
    await made.switch(leak)
    assert made.leaks()[0].off
    await made.switch(leak)
    assert not made.leaks()[0].off


async def test_when_a_look_fails_the_pages_stand_as_they_did() -> None:
    made = at(session(), "fix")
    assert isinstance(made.bench, Bench)
    made.bench.broken = True
    with pytest.raises(NoBrowser):
        await made.apply(made.fixes[0])
    assert not made.bench.off
    assert not made.applied(made.fixes[0])


class Wall:
    """A wall that remembers."""

    def __init__(self) -> None:
        self.rooms: list[Room] = []
        self.address = "http://127.0.0.1:1/word/"

    def show(self, room: Room) -> None:
        self.rooms.append(room)

    def notices(self) -> list[str]:
        return []

    def renew(self) -> str:
        self.address = "http://127.0.0.1:1/other/"
        return self.address


def running(made: Session, *, kept: bool = False) -> Running:
    async def save(room: Room, name: str) -> Path:
        return Path(f"{name}.png")

    return Running(made, Wall(), lambda address: False, save, pictures_wanted=kept)


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


async def test_without_a_window_the_address_is_said_and_pictures_are_saved_only_when_wanted() -> None:
    desk = running(session())
    assert "127.0.0.1" in desk.open_wall()
    assert await desk.move(True) == ""
    assert "02-person.png" in await running(at(session(), "person")).save()
    assert "02-person.png" in await running(session(), kept=True).move(True)


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
