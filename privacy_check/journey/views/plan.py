"""The plan in the order it was opened with: a step that is done keeps its place and says so, nothing vanishes."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.journey.presenters import minutes, prints_of, rule_title, scenario_title, step_place
from privacy_check.journey.sitting import Journey
from privacy_check.journey.steps import Stands, steps_in_order
from privacy_check.model import PlanStep
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One step: `done` once every finding of it is decided; `prints` are the findings it is about."""

    id: str
    number: int
    title: str
    place: str
    minutes: str
    closes: tuple[str, ...]
    done: bool
    step: PlanStep
    prints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The steps, what stands where there are none, how far along, and when to look again."""

    lines: tuple[PlanLine, ...]
    nothing: str
    so_far: str
    again: str

    @property
    def prints(self) -> tuple[str, ...]:
        """Every finding of the plan, each once."""
        return tuple(dict.fromkeys(print_ for line in self.lines for print_ in line.prints))


def plan(journey: Journey) -> PlanView:
    """What the page of the plan says."""
    assessment = journey.assessment
    if assessment is None:
        return PlanView((), "", "", "")
    name_of, seen = journey.toolkit.platform_name, how_much_seen(assessment)
    lines = tuple(
        PlanLine(
            f"s{number}",
            number,
            rule_title(step.rule_id),
            step_place(step, name_of),
            minutes(step.minutes),
            tuple(scenario_title(scenario_id) for scenario_id in step.closes) if seen.may_say_closed else (),
            stands is Stands.DONE,
            step,
            tuple(prints_of([step], assessment)),
        )
        for number, (step, stands) in enumerate(steps_in_order(assessment, journey.decisions), 1)
    )
    done = sum(line.done for line in lines)
    day = assessment.next_check
    return PlanView(
        lines,
        "" if lines else nothing_to_change(seen),
        so_far(done, len(lines)),
        say("report.next.when", day=f"{day:%d %B %Y}") if day else "",
    )


def so_far(done: int, of: int) -> str:
    """`1 of 3 done`; empty before the first."""
    return say("journey.done_of", done=done, of=of) if done else ""
