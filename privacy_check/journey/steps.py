"""The steps of a check in the order it was opened with, and how each stands: nothing that is done vanishes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from privacy_check.journey.decisions import Decisions
from privacy_check.model import Assessment, Mark, PlanStep


class Stands(StrEnum):
    """How a step stands, all of its findings together."""

    OPEN = "open"
    DONE = "done"
    ASKED = "asked"
    COULD_NOT = "could_not"


def steps_in_order(
    assessment: Assessment | None, decisions: Decisions, *, first: bool = False
) -> list[tuple[PlanStep, Stands]]:
    """Every step and how it stands: those the check was opened with, then those that came since.

    With `first` only those to begin with. A step is told as the plan now has it, its minutes among them.
    """
    if assessment is None:
        return []
    opened = decisions.first_plan or assessment.plan
    begin = {step.rule_id for step in assessment.first_steps}
    if first and decisions.first_plan:
        begin = {step.rule_id for step in _to_begin_with(opened)}
    now = {step.rule_id: step for step in assessment.plan}
    told = [(now.get(step.rule_id, step), how_it_stands(step, assessment, decisions)) for step in opened]
    told = [(step, stands) for step, stands in told if stands is not Stands.OPEN or step.rule_id in now]
    known = {step.rule_id for step in opened}
    came = [step for step in assessment.plan if step.rule_id not in known]
    told += [(step, how_it_stands(step, assessment, decisions)) for step in came]
    return [(step, stands) for step, stands in told if not first or step.rule_id in begin]


def how_it_stands(step: PlanStep, assessment: Assessment, decisions: Decisions) -> Stands:
    """Open while one finding is; what a look did not see any more is done."""
    marks = {item.fingerprint: item.mark for item in assessment.findings}
    found = [marks.get(each) or (Mark.FIXED if each in decisions.gone else None) for each in step.fingerprints]
    known = {mark for mark in found if mark is not None}
    if not known or Mark.OPEN in known:
        return Stands.OPEN
    if Mark.ASKED in known:
        return Stands.ASKED
    return Stands.COULD_NOT if Mark.COULD_NOT in known else Stands.DONE


def open_steps(assessment: Assessment | None, decisions: Decisions) -> tuple[str, ...]:
    """The first steps that are still open, by the rule each is named after."""
    steps = steps_in_order(assessment, decisions, first=True)
    return tuple(step.rule_id for step, stands in steps if stands is Stands.OPEN)


def _to_begin_with(steps: Iterable[PlanStep]) -> list[PlanStep]:
    all_steps = list(steps)
    marked = [step for step in all_steps if step.first]
    return marked if any(step.visits for step in all_steps) else all_steps[:3]
