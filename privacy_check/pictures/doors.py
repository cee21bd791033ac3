"""Which doors are open, and which of the first steps close each: asked of the same engine as everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from privacy_check import catalogue
from privacy_check.assessment.how_much_seen import HowMuchSeen, how_much_seen
from privacy_check.assessment.pieces import private_topic
from privacy_check.assessment.scenarios import still_open
from privacy_check.model import Assessment, Finding, Mark, Nature, PlanStep, ScenarioStatus


@dataclass(frozen=True, slots=True)
class Open:
    """A door that is open now: its scenario, the rules it is open through, and the fewest steps that close it."""

    id: str
    pieces: tuple[str, ...]
    closed_by: tuple[int, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Doors:
    """The doors of one check, and the first steps where enough was seen to say what they close; `seen` says how
    much of everything was."""

    open: tuple[Open, ...]
    steps: tuple[PlanStep, ...]
    cannot_tell: int
    seen: HowMuchSeen

    @classmethod
    def of(cls, assessment: Assessment) -> Doors:
        """What a report calls open, most pressing first. Doors to private topics are left to the person."""
        seen = how_much_seen(assessment)
        steps = first_steps(assessment) if seen.may_say_closed else ()
        shown = [item for item in assessment.scenarios if not catalogue.scenario(item.id).opt_in]
        closing = _closing(assessment, steps)
        found = [
            Open(
                item.id,
                tuple(piece for piece in item.pieces if not private_topic(piece)),
                closing.get(item.id, ()),
                bool(catalogue.scenario(item.id).level),
            )
            for item in shown
            if item.status is ScenarioStatus.OPEN
        ]
        return cls(
            open=tuple(sorted(found, key=lambda door: (not door.first, not door.closed_by))),
            steps=steps,
            cannot_tell=sum(item.status is ScenarioStatus.CANNOT_TELL for item in shown),
            seen=seen,
        )


def first_steps(assessment: Assessment) -> tuple[PlanStep, ...]:
    """The steps a report shows as its first fixes: of open findings, and never of a private topic."""
    shown = {item.fingerprint for item in assessment.findings if counted(item)}
    return tuple(step for step in assessment.first_steps if shown.intersection(step.fingerprints))


def counted(item: Finding) -> bool:
    """True for what is still open and may be named."""
    return item.mark is Mark.OPEN and not private(item)


def private(item: Finding) -> bool:
    """True for what tells people something private: it is in no picture."""
    return item.nature is Nature.REVEALS_SENSITIVE or private_topic(item.rule_id)


def _closing(assessment: Assessment, steps: tuple[PlanStep, ...]) -> dict[str, tuple[int, ...]]:
    """For each scenario the fewest steps after which it is not open; those that stay open are not in it."""
    found: dict[str, tuple[int, ...]] = {}
    names = {item.id for item in assessment.scenarios if item.status is ScenarioStatus.OPEN}
    for numbers in _choices(len(steps)):
        chosen = [steps[number - 1] for number in numbers]
        still = {item.id for item in still_open(assessment.findings, chosen, among=names, private_topics=True)}
        found.update(dict.fromkeys(names - found.keys() - still, numbers))
    return found


def _choices(number: int) -> Iterator[tuple[int, ...]]:
    for size in range(1, number + 1):
        yield from combinations(range(1, number + 1), size)
