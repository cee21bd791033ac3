"""From a match to a Finding that explains itself: what was seen and where, why it matters, what it adds up to."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from privacy_check import catalogue, wording
from privacy_check.detectors.base import Match, Whose
from privacy_check.model import Audience, EntityType, Finding, Nature, Sensitive, Severity
from privacy_check.sentences import language, say
from privacy_check.text.fold import Folded

HINT = 0.5

# Kinds whose rule was made for something close to them: how pressing it is, and what to do instead.
_SEVERITY = {EntityType.IP: Severity.GOOD_TO_KNOW, EntityType.URL: Severity.GOOD_TO_KNOW}
_REMEDY_OF = {EntityType.GPS: "PI-06"}
_NO_REMEDY = frozenset({EntityType.IP})


def finding(match: Match, folded: Folded, field: str) -> Finding:
    """The Finding of a match in `field`; its span points into the original text."""
    span = folded.span(match.start, match.end)
    why = match.why if wording.particular(match.why) else ""
    asked = match.confidence <= HINT
    of_many = match.whose is Whose.BUSINESS
    told = _about(match.entity_type, match.rule_id, why, field, match.fact, (asked, of_many, language()))
    return Finding(
        match.rule_id,
        match.entity_type,
        told.nature,
        told.severity,
        match.confidence,
        field,
        Sensitive(folded.original[span.start : span.end]),
        told.explanation,
        span=span,
        audiences=told.audiences,
        remedy_ids=told.remedy_ids,
        fact=match.fact,
    )


class _About(NamedTuple):
    """Everything about a finding but its place and value, so that it is put together only once."""

    nature: Nature
    severity: Severity
    explanation: str
    audiences: tuple[Audience, ...]
    remedy_ids: tuple[str, ...]


@lru_cache(maxsize=2048)
def _about(kind: EntityType, rule_id: str, why: str, field: str, fact: str, how: tuple[bool, bool, str]) -> _About:
    hint, of_many, _ = how
    rule = catalogue.rule(rule_id)
    remedy = catalogue.rule(_REMEDY_OF.get(kind, rule_id)).remedy_id
    return _About(
        rule.nature,
        _severity(kind, rule.severity, hint, of_many),
        _words(
            kind, rule, why, field, fact, say("explain.your_own") if of_many else (rule.question if hint else "")
        ),
        rule.audiences,
        (remedy,) if remedy and kind not in _NO_REMEDY else (),
    )


def _severity(kind: EntityType, of_rule: Severity, hint: bool, of_many: bool) -> Severity:
    severity = _SEVERITY.get(kind, of_rule)
    if of_many:
        return Severity.GOOD_TO_KNOW
    return Severity.WORTH_A_LOOK if hint and severity.rank > Severity.WORTH_A_LOOK.rank else severity


def _words(kind: EntityType, rule: catalogue.Rule, why: str, field: str, fact: str, question: str) -> str:
    seen = fact or wording.particular(why) or wording.of(wording.SEEN, kind, rule.id)
    where = wording.place(field)
    if not seen:
        title = f"{rule.title[0].lower()}{rule.title[1:]}"
        return say("explain.noticed", where=where, title=title, why=rule.why)
    if question:
        return say("explain.may_be", seen=seen, where=where, question=question)
    matters = wording.of(wording.MATTERS, kind, rule.id) or rule.why
    rest = f"{matters} {wording.of(wording.TOGETHER, kind, rule.id)}".rstrip()
    return say("explain.saw", seen=seen, where=where, rest=rest)
