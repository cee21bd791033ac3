"""The few questions that no page can settle: asked in words, each with yes, no, not sure or skip."""

from __future__ import annotations

from collections.abc import Mapping

from privacy_check import catalogue
from privacy_check.model import EntityType, Finding, SeenBy, Sensitive

YES, NO, UNSURE = "yes", "no", "not sure"
FIELD = "answer"
CHOICES = (YES, NO, UNSURE)
_SEEN_BY_ALL = ("LOC-", "NET-", "EXT-", "VIS-")


def questions() -> list[tuple[str, str]]:
    """Rule id and question, in the order of the catalogue."""
    return [(rule_id, catalogue.rule(rule_id).question) for rule_id in catalogue.key_questions()]


def findings(answers: Mapping[str, str]) -> tuple[Finding, ...]:
    """A finding for every yes; a no leaves nothing behind."""
    return tuple(_finding(rule_id) for rule_id, answer in answers.items() if answer == YES)


def not_checked(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The questions without a clear answer: they widen the range and never read as safe."""
    return tuple(rule_id for rule_id, _ in questions() if answers.get(rule_id) not in (YES, NO))


def _finding(rule_id: str) -> Finding:
    rule = catalogue.rule(rule_id)
    return Finding(
        rule_id=rule_id,
        entity_type=EntityType.PROFILE,
        nature=rule.nature,
        severity=rule.severity,
        confidence=1.0,
        field=FIELD,
        value=Sensitive("your answer: yes"),
        explanation=rule.why,
        seen_by=SeenBy.PUBLIC if rule_id.startswith(_SEEN_BY_ALL) else SeenBy.ONLY_ME,
        audiences=rule.audiences,
        remedy_ids=tuple(remedy.id for remedy in catalogue.remedies(rule_id)),
    )
