"""How something noticed on a profile becomes a Finding: who can see it, in the catalogue's words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from privacy_check import catalogue
from privacy_check.model import (
    EntityType,
    Field,
    Finding,
    Lens,
    Nature,
    ProfileView,
    SeenBy,
    Sensitive,
    Severity,
    Span,
)

DIRECT = 0.9
HINT = 0.5

# With these lenses the person looks with their own eyes: what they see says little about what others see.
_OWN_EYES = (Lens.MEMBER, Lens.ARCHIVE)


def seen_by(view: ProfileView, field: Field | None = None) -> SeenBy:
    """Who can see it: what the field says, else the view, else the lens; own eyes never prove "anyone"."""
    said = field.seen_by if field is not None and field.seen_by is not SeenBy.UNKNOWN else view.seen_by
    if view.lens is Lens.PUBLIC:
        return SeenBy.PUBLIC if said is SeenBy.UNKNOWN else said
    if view.lens in _OWN_EYES and said in (SeenBy.PUBLIC, SeenBy.INDEXED):
        return SeenBy.MEMBERS
    return said


def from_field(
    view: ProfileView, field: Field, rule_id: str, entity_type: EntityType, confidence: float = DIRECT
) -> Finding:
    """A finding that a whole field stands for."""
    span = Span(0, len(field.text))
    found = noticed(view, rule_id, entity_type, field.text, field.name, min(confidence, field.confidence))
    return replace(found, span=span, item=field.item, seen_by=seen_by(view, field))


def noticed(
    view: ProfileView,
    rule_id: str,
    entity_type: EntityType,
    value: str,
    field: str,
    confidence: float = DIRECT,
) -> Finding:
    """A finding about the account of a view, in the catalogue's words."""
    rule = catalogue.rule(rule_id)
    bare = Finding(
        rule_id=rule_id,
        entity_type=entity_type,
        nature=rule.nature,
        severity=rule.severity,
        confidence=confidence,
        field=field,
        value=Sensitive(value),
        explanation=rule.why,
        account=view.account,
        seen_by=seen_by(view),
        lens=view.lens,
    )
    return completed(bare)


def completed(found: Finding) -> Finding:
    """The finding with audiences and remedies of its rule; private topics never above worth a look."""
    rule = catalogue.rule(found.rule_id)
    platform = found.account.platform if found.account else None
    severity = found.severity
    if found.nature is Nature.REVEALS_SENSITIVE and severity.rank > Severity.WORTH_A_LOOK.rank:
        severity = Severity.WORTH_A_LOOK
    return replace(
        found,
        severity=severity,
        audiences=found.audiences or rule.audiences,
        remedy_ids=found.remedy_ids or tuple(item.id for item in catalogue.remedies(found.rule_id, platform)),
    )


def kinds(table: str, key: str) -> tuple[str, ...]:
    """One list of `data/kinds.toml`."""
    found: Any = catalogue.data("kinds.toml")[table][key]
    return tuple(found)
