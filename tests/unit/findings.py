"""Small findings and views of invented people for the tests of the assessment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from privacy_check import catalogue
from privacy_check.model import (
    Account,
    EntityType,
    Field,
    Finding,
    Lens,
    Mark,
    Outcome,
    ProfileView,
    SeenBy,
    Sensitive,
)
from privacy_check.subject import AboutMe

INSTAGRAM = Account("instagram", "ada.birch", "https://www.instagram.com/ada.birch/")
STRAVA = Account("strava", "12345", "https://www.strava.com/athletes/12345")
LINKEDIN = Account("linkedin", "in/ada-birch", "https://www.linkedin.com/in/ada-birch")
FACEBOOK = Account("facebook", "ada.birch.12", "https://www.facebook.com/ada.birch.12")
ADA = AboutMe(
    names=("Ada Birch",),
    birth_date=date(1988, 4, 9),
    employers=("Wharfedale Council",),
    addresses=("3 Larch Rise, Otterby, LS99 1AA",),
)
STEAM = Account("steam", "adabirch88", "https://steamcommunity.com/id/adabirch88")


def finding(
    rule_id: str,
    account: Account | None = INSTAGRAM,
    *,
    value: str = "",
    seen_by: SeenBy = SeenBy.PUBLIC,
    confidence: float = 0.9,
    mark: Mark = Mark.OPEN,
    field: str = "bio",
) -> Finding:
    """A finding of a rule, as a detector would make it."""
    rule = catalogue.rule(rule_id)
    return Finding(
        rule_id=rule_id,
        entity_type=EntityType.PROFILE,
        nature=rule.nature,
        severity=rule.severity,
        confidence=confidence,
        field=field,
        value=Sensitive(value or rule_id),
        explanation=rule.why,
        account=account,
        seen_by=seen_by,
        mark=mark,
    )


def view(
    account: Account = INSTAGRAM,
    *fields: tuple[str, str],
    lens: Lens = Lens.PUBLIC,
    outcome: Outcome = Outcome.VISIBLE,
    seen_by: SeenBy = SeenBy.UNKNOWN,
) -> ProfileView:
    """A view with fields given as (name, text)."""
    read = tuple(Field(name, text, "test") for name, text in fields)
    return ProfileView(account, lens, outcome, fields=read, seen_by=seen_by)


def rules(findings: list[Finding]) -> set[str]:
    """The ids of what was found."""
    return {item.rule_id for item in findings}


def only(findings: list[Finding], rule_id: str) -> Finding:
    """The one finding of a rule."""
    (found,) = [item for item in findings if item.rule_id == rule_id]
    return found


def without(found: Sequence[Finding], removed: Collection[str]) -> list[Finding]:
    """What is left when those with one of these fingerprints or rule ids are gone."""
    return [item for item in found if item.rule_id not in removed and item.fingerprint not in removed]
