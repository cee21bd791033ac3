"""The plan of a session: its steps in order, each with its time, and what the trainer says and asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from privacy_check import catalogue
from privacy_check.errors import UsageError
from privacy_check.model import ScenarioStatus
from privacy_check.sentences import lines, say
from privacy_check.training.attack import ALWAYS
from privacy_check.training.nouns import Kind, Somebody, Stage, Step

LENGTHS = (20, 40, 60)
USUAL = 20
PARTS = ("rules", "person", "walk", "guess", "fix", "change", "own", "plan", "close")
MOST_STAGES = 6
_KINDS = {
    "rules": Kind.WORDS,
    "person": Kind.PAGE,
    "walk": Kind.WALK,
    "guess": Kind.PAGE,
    "fix": Kind.CHANGE,
    "change": Kind.CHANGE,
    "own": Kind.WORDS,
    "plan": Kind.WORDS,
    "close": Kind.CLOSE,
}


def minutes_of(length: int) -> dict[str, int]:
    """The minutes of every part of a session of that length. Raises UsageError where there is no such plan."""
    if length not in LENGTHS:
        raise UsageError(say("training.no_length", minutes=length), say("training.no_length_hint"))
    table: dict[str, int] = catalogue.data("training.toml")["length"][str(length)]
    return table


def steps(length: int, person: Somebody, stages: Sequence[Stage]) -> tuple[Step, ...]:
    """The steps of a session about that person. Their times add up to the length."""
    minutes = minutes_of(length)
    made: list[Step] = []
    for part in PARTS:
        if minutes[part]:
            made += _shared(list(_steps(part, person, stages)), minutes[part] * 60)
    return tuple(made)


def _steps(part: str, person: Somebody, stages: Sequence[Stage]) -> Iterator[Step]:
    if part == "walk":
        yield from map(_stage_step, _told(stages))
        return
    values: dict[str, Any] = {"name": person.first_name, "whole": person.name, "role": person.role}
    notes = lines(f"training.part.{part}.notes", **values)
    if part == "person" and person.caution:
        notes = (person.caution, *notes)
    if part == "person":
        notes = (*notes, *person.more)
    yield Step(
        id=part,
        part=part,
        heading=say(f"training.part.{part}.heading", **values),
        lead=say(f"training.part.{part}.lead", **values),
        seconds=0,
        kind=_KINDS[part],
        notes=notes,
        questions=lines(f"training.part.{part}.questions", **values),
        points=lines(f"training.part.{part}.points", **values),
    )


def _told(stages: Sequence[Stage]) -> list[Stage]:
    """Not more stages than a room can follow: home, school and fake profile before the others, open ones first."""
    if len(stages) <= MOST_STAGES:
        return list(stages)
    order = sorted(stages[1:], key=lambda stage: (stage.id not in ALWAYS, stage.status is not ScenarioStatus.OPEN))
    kept = order[: MOST_STAGES - 1]
    return [stages[0], *(stage for stage in stages[1:] if stage in kept)]


def _stage_step(stage: Stage) -> Step:
    open_way = "open" if stage.status in (ScenarioStatus.OPEN, None) else "ends"
    way = "happened" if stage.happened else open_way
    return Step(
        id=f"walk-{stage.id}",
        part="walk",
        heading=stage.heading,
        lead=stage.says,
        seconds=0,
        kind=Kind.WALK,
        notes=lines(f"training.part.walk.notes_{way}"),
        questions=lines(f"training.part.walk.questions_{way}"),
        stage=stage,
    )


def stop_lead(stage: Stage) -> str:
    """What stands over the fixes that would have stopped a stage."""
    return say("training.stop.together" if stage.together else "training.stop.lead")


def stop_lines(stage: Stage) -> tuple[str, ...]:
    """The fixes that would have stopped a stage, each with its time."""
    return tuple(
        say("training.stop.line", title=stop.title, minutes=say("common.minutes", count=stop.minutes))
        for stop in stage.stops
    )


def _shared(made: list[Step], seconds: int) -> list[Step]:
    """The seconds of a part shared out evenly; what does not divide goes to its first step."""
    each = seconds // max(len(made), 1) // 5 * 5
    first = seconds - each * (len(made) - 1)
    return [replace(step, seconds=each if at else first) for at, step in enumerate(made)]
