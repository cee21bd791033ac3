"""The fixes a trainer can make: the steps of the person's own plan, and the leaks each switches off."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.account_names import NameOf, account_names, as_a_name
from privacy_check.assessment.pieces import private_topic
from privacy_check.model import Assessment, PlanStep
from privacy_check.training.nouns import Fix
from privacy_check.training.ports import Bench

MOST_FIXES = 9
"""As many as there are number keys."""


def fixes(assessment: Assessment, bench: Bench, name_of: NameOf = as_a_name) -> tuple[Fix, ...]:
    """The first fixes of the plan, in its order; private topics are left to the person."""
    steps = [step for step in assessment.plan if not private_topic(step.rule_id)]
    return tuple(_fix(step, assessment, bench, name_of) for step in steps[:MOST_FIXES])


def _fix(step: PlanStep, assessment: Assessment, bench: Bench, name_of: NameOf) -> Fix:
    remedy, rule = catalogue.remedy(step.remedy_id), catalogue.rule(step.rule_id)
    return Fix(
        id=f"{step.rule_id}/{step.remedy_id}",
        title=remedy.title,
        why=rule.why,
        steps=remedy.steps,
        minutes=step.minutes,
        where=account_names(step.accounts, name_of),
        after=remedy.after,
        leaks=bench.leaks_of(assessment, step.fingerprints),
    )
