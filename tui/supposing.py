"""What would be left if some pieces were taken away; nothing real changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from privacy_check.assessment.assemble import supposed
from privacy_check.assessment.own_paths import may_show_number
from privacy_check.model import Assessment, ScenarioStatus, Score
from tui.telling import closing_words, private, scenario_title, status_words

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

    With `watched` there is no number.
    """
    real, real_score = supposed(assessment, ())
    then, score = supposed(assessment, gone)
    was = {scenario.id: scenario.status for scenario in real}
    shown = [scenario for scenario in then if was[scenario.id] is not ScenarioStatus.CLOSED]
    shown.sort(key=lambda scenario: _ORDER.index(was[scenario.id]))
    return Supposed(
        scenarios=tuple(
            (scenario_title(item.id), status_words(item.status), status_words(was[item.id]), closing_words(item))
            for item in shown
        ),
        exposure=_range(score, assessment, watched),
        now=_range(real_score, assessment, watched),
    )


def _range(score: Score, assessment: Assessment, watched: bool) -> tuple[int, int] | None:
    shown = may_show_number(assessment, watched=watched)
    return (round(score.low), round(score.high)) if shown else None


def pieces(assessment: Assessment) -> list[str]:
    """The rule ids that scenarios are made of here, those of possible scenarios first; private topics left out."""
    seen = {finding.rule_id for finding in assessment.findings if not private(finding)}
    wanted: dict[str, None] = {}
    for status in _ORDER:
        for scenario in assessment.scenarios:
            if scenario.status is status:
                wanted |= dict.fromkeys(rule_id for rule_id in scenario.pieces if rule_id in seen)
    return list(wanted)
