"""An assessment as the JSON document other programs rely on, and its masking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from privacy_check.assessment.own_paths import may_show_number
from privacy_check.assessment.own_posts import OwnPost, posts_of, views_by_account
from privacy_check.model import (
    FORMAT,
    TOOL_VERSION,
    Account,
    Assessment,
    Candidate,
    Finding,
    PlanStep,
    ProfileView,
    RequestRecord,
    Scenario,
    Score,
    Sensitive,
)

COUNTS = frozenset({"followers", "following", "posts_count"})
"""Fields that hold a plain number: never masked, and a number in JSON."""


DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    # Shapes need a library that is slow to load, and only the schema needs shapes.
    from privacy_check.document_shape import CheckDocument

    shape = CheckDocument.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": f"urn:privacy-check:check-document:{FORMAT}", **shape}


def document(assessment: Assessment, *, reveal: bool = False) -> dict[str, Any]:
    """The document of one check; values are masked unless `reveal`."""
    views = views_by_account(assessment.views)
    return {
        "format": FORMAT,
        "tool": {"name": "privacy-check", "version": TOOL_VERSION, "rules": assessment.rules_version},
        "accounts": [account_part(view, reveal=reveal) for view in assessment.views],
        "findings": [
            finding_part(finding, reveal=reveal, posts=posts_of(finding, views)) for finding in assessment.findings
        ],
        "scenarios": [scenario_part(scenario) for scenario in assessment.scenarios],
        "score": score_part(assessment.score) if may_show_number(assessment) else None,
        "plan": [plan_part(step) for step in assessment.plan],
        "requests": [request_part(record) for record in assessment.requests],
        "candidates": [candidate_part(candidate) for candidate in assessment.candidates],
        "not_checked": list(assessment.not_checked),
    }


def account_part(view: ProfileView, *, reveal: bool) -> dict[str, Any]:
    """One account as JSON."""
    return {
        "platform": view.account.platform,
        "handle": view.account.handle,
        "url": view.account.url,
        "lens": view.lens.value,
        "outcome": view.outcome.value,
        "evidence": list(view.evidence),
        "fields": [
            {
                "name": field.name,
                "value": _value(field.name, field.text, reveal),
                "source": field.source,
                "confidence": field.confidence,
                "seen_by": field.seen_by.value,
                "on_screen": field.on_screen,
                "whose": field.whose.value,
            }
            for field in view.fields
        ],
        "groups": [
            {
                "name": _shown(group.name, reveal),
                "url": group.url if reveal else "",
                "category": group.category,
                "visibility": group.visibility,
                "kind": group.kind,
            }
            for group in view.groups
            if group.name
        ],
        "links": [link.url for link in view.links] if reveal else [_shown(link.url, False) for link in view.links],
        "ownership": view.account.ownership.value,
        "seen_by": view.seen_by.value,
        "warnings": list(view.warnings),
        "kind": view.kind.value,
        "unfinished": view.unfinished,
        "seen_on": view.seen_on.isoformat() if view.seen_on else None,
    }


def finding_part(finding: Finding, *, reveal: bool, posts: Sequence[OwnPost] = ()) -> dict[str, Any]:
    """One finding as JSON; `posts` are the person's own ones it stands in."""
    return {
        "rule_id": finding.rule_id,
        "entity_type": finding.entity_type.value,
        "nature": finding.nature.value,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 3),
        "account": _name(finding.account),
        "field": finding.field,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "value": finding.value.reveal() if reveal else finding.value.masked(),
        "explanation": finding.explanation,
        "audiences": [audience.value for audience in finding.audiences],
        "remedies": list(finding.remedy_ids),
        "item": finding.item,
        "seen_by": finding.seen_by.value,
        "visibility": finding.visibility,
        "fingerprint": finding.fingerprint,
        "mark": finding.mark.value,
        "marked_on": _on(finding.marked_at),
        "done_before": _on(finding.done_before),
        "fact": finding.fact,
        "seen_on": finding.seen_on.isoformat() if finding.seen_on else None,
        "posts": [{"item": one.item, "url": one.post.url if reveal else "", "at": one.post.at} for one in posts],
    }


def findings_line(id_: object, findings: Iterable[Finding], *, reveal: bool) -> dict[str, Any]:
    """One line of `text --jsonl`."""
    return {"id": id_, "findings": [finding_part(finding, reveal=reveal) for finding in findings]}


def scenario_part(scenario: Scenario) -> dict[str, Any]:
    """One scenario as JSON."""
    return {
        "id": scenario.id,
        "status": scenario.status.value,
        "pieces": list(scenario.pieces),
        "missing": list(scenario.missing),
        "cheapest_piece": scenario.cheapest_piece,
        "closing_set": list(scenario.closing_set),
        "minutes": scenario.minutes,
    }


def score_part(score: Score | None) -> dict[str, Any] | None:
    """The score as JSON, whole numbers out of 100 rounded to one decimal."""
    if score is None:
        return None
    return {
        "low": round(score.low, 1),
        "high": round(score.high, 1),
        "dimensions": {name: [round(low, 3), round(high, 3)] for name, (low, high) in score.dimensions.items()},
    }


def plan_part(step: PlanStep) -> dict[str, Any]:
    """One step of the plan as JSON."""
    return {
        "rule_id": step.rule_id,
        "account": _name(step.account),
        "accounts": [_name(account) for account in step.accounts],
        "minutes": step.minutes,
        "remedy": step.remedy_id,
        "closes": list(step.closes),
        "fingerprints": list(step.fingerprints),
        "rules": list(step.rules),
        "visits": [
            {"account": _name(visit.account), "remedy": visit.remedy_id, "minutes": visit.minutes}
            for visit in step.visits
        ],
        "comes_first": step.comes_first,
        "first": step.first,
    }


def request_part(record: RequestRecord) -> dict[str, Any]:
    """One line of the ledger as JSON."""
    return {
        "method": record.method,
        "url": record.url,
        "host": record.host,
        "purpose": record.purpose,
        "at": record.at.isoformat(),
        "account": record.account,
        "status": record.status,
        "allowed": record.allowed,
        "reason": record.reason,
        "operation": record.operation,
        "size": record.size,
    }


def candidate_part(candidate: Candidate) -> dict[str, Any]:
    """One possible copy as JSON: where it is, and why; nothing else about its owner."""
    profile: Mapping[str, object] = candidate.profile
    return {
        "platform": str(profile.get("platform", "")),
        "handle": str(profile.get("handle", "")),
        "verdict": candidate.verdict.value,
        "score": round(candidate.score, 3),
        "reasons": [{"element": reason.element, "detail": reason.detail} for reason in candidate.reasons],
    }


def _on(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None


def _name(account: Account | None) -> str | None:
    return f"{account.platform}:{account.handle}" if account else None


def _value(name: str, text: str, reveal: bool) -> str | int:
    if name in COUNTS and text.isdigit():
        return int(text)
    return _shown(text, reveal)


def _shown(text: str, reveal: bool) -> str:
    return text if reveal else Sensitive(text).masked()
