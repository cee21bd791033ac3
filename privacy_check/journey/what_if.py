"""What would be left if some pieces were taken away; nothing real changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from privacy_check.assessment.assemble import supposed
from privacy_check.assessment.how_much_seen import Seen, how_much_seen, nothing_to_change
from privacy_check.assessment.own_paths import may_show_number
from privacy_check.journey.presenters import closing_words, private, scenario_title, status_words
from privacy_check.model import Assessment, Scenario, ScenarioStatus, Score

_ORDER = (
    ScenarioStatus.OPEN,
    ScenarioStatus.ONE_STEP_AWAY,
    ScenarioStatus.CANNOT_TELL,
    ScenarioStatus.CLOSED,
)


@dataclass(frozen=True, slots=True)
class Supposed:
    """Scenarios as (title, status, what the status really is, what closes it), and both ranges."""

    scenarios: tuple[tuple[str, str, str, str], ...]
    exposure: tuple[int, int] | None
    now: tuple[int, int] | None


def suppose(assessment: Assessment, gone: Collection[str], *, watched: bool = False) -> Supposed:
    """The scenarios that matter now, and what becomes of them without these rule ids, on every account.

    What they are now is what the check itself says. Where too little was seen, or a part of a page was not looked
    at, taking a piece away closes nothing: it then cannot be told. With `watched` there is no number.
    """
    seen = how_much_seen(assessment)
    scenarios, score = supposed(assessment, gone)
    _, real_score = supposed(assessment, ())
    was = {scenario.id: scenario.status for scenario in assessment.scenarios}
    if seen.amount is Seen.NOTHING:
        was = {}
    shown = [item for item in scenarios if was.get(item.id, ScenarioStatus.CLOSED) is not ScenarioStatus.CLOSED]
    shown.sort(key=lambda scenario: _ORDER.index(was[scenario.id]))
    return Supposed(
        scenarios=tuple(_told(item, was[item.id]) for item in shown),
        exposure=_range(score, assessment, watched),
        now=_range(real_score, assessment, watched),
    )


def _told(then: Scenario, was: ScenarioStatus) -> tuple[str, str, str, str]:
    return scenario_title(then.id), status_words(then.status), status_words(was), closing_words(then)


def _range(score: Score, assessment: Assessment, watched: bool) -> tuple[int, int] | None:
    shown = may_show_number(assessment, watched=watched)
    return score.whole if shown else None


def pieces(assessment: Assessment) -> list[str]:
    """The rule ids that scenarios are made of here, those of possible scenarios first; private topics left out."""
    seen = {finding.rule_id for finding in assessment.findings if not private(finding)}
    wanted: dict[str, None] = {}
    for status in _ORDER:
        for scenario in assessment.scenarios:
            if scenario.status is status:
                wanted |= dict.fromkeys(rule_id for rule_id in scenario.pieces if rule_id in seen)
    return list(wanted)


def prints_of_piece(assessment: Assessment | None, rule_id: str) -> tuple[str, ...]:
    """The findings a piece is made of."""
    found = assessment.findings if assessment else ()
    return tuple(item.fingerprint for item in found if item.rule_id == rule_id)


def nothing(assessment: Assessment, supposed: Supposed) -> str:
    """What stands where no scenario matters: never that all is well when it was not all seen."""
    return "" if supposed.scenarios else nothing_to_change(how_much_seen(assessment))
