"""Four assessments every report format is held to: full, empty, partial, hostile. All people are invented."""

from __future__ import annotations

from dataclasses import replace

from privacy_check.assessment.assemble import assess
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    EntityType,
    Field,
    Finding,
    Group,
    Lens,
    Nature,
    Outcome,
    ProfileView,
    Reason,
    RequestRecord,
    SeenBy,
    Sensitive,
    Severity,
    Span,
    Verdict,
)
from tests.conftest import NOON

FRENDLI = Account("frendli", "asha.k", "https://frendli.example/asha.k")
STRIDE = Account("stride", "asha", "https://stride.example/asha")
WALLED = Account("ladder", "asha-kapoor", "https://ladder.example/in/asha-kapoor")
NUMBER = "07700 900123"
HOSTILE = (
    "<script>alert(1)</script><img src=http://203.0.113.9/x onerror=alert(1)> [@click=app.quit]x[/] "
    "\x1b]0;owned\x07\x1b[31mred \u202egnp.exe {{ 7*7 }} {% raw %} ${7*7} | ]]> -->"
)


def finding(rule_id: str, value: str, account: Account = FRENDLI, **changes: object) -> Finding:
    """One finding with everyday defaults."""
    parts: dict[str, object] = {
        "rule_id": rule_id,
        "entity_type": EntityType.PHONE,
        "nature": Nature.EXPOSURE,
        "severity": Severity.FIX_SOON,
        "confidence": 0.9,
        "field": "bio",
        "value": Sensitive(value),
        "explanation": "It stands in your bio.",
        "account": account,
        "span": Span(0, len(value)),
        "seen_by": SeenBy.PUBLIC,
        **changes,
    }
    return Finding(**parts)  # type: ignore[arg-type]  # a table of named parts


def view(account: Account, outcome: Outcome = Outcome.VISIBLE, *fields: Field, evidence: str = "") -> ProfileView:
    """One view of an account."""
    return ProfileView(
        account,
        Lens.PUBLIC,
        outcome,
        fields=fields,
        evidence=(evidence,) if evidence else (),
        seen_by=SeenBy.PUBLIC,
    )


def request(host: str, *, allowed: bool = True) -> RequestRecord:
    """One line of the ledger."""
    return RequestRecord("GET", f"https://{host}/x", host, "the page itself", NOON, allowed=allowed)


def full() -> Assessment:
    """Much was seen, of every kind, and one account could not be."""
    group = Group("Leeds Interfaith Walkers", category="GRP-S3", visibility="public")
    views = (
        ProfileView(FRENDLI, Lens.PUBLIC, Outcome.VISIBLE, groups=(group,), seen_by=SeenBy.PUBLIC),
        view(STRIDE, Outcome.PARTIAL),
        view(WALLED, Outcome.LOGIN_WALL, evidence="A sign-in form stood in front."),
    )
    findings = (
        finding("PI-03", NUMBER),
        finding("PI-01", "Asha Kapoor", field="display_name", entity_type=EntityType.PROFILE),
        finding("LOC-05", "Larkfield loop", STRIDE, entity_type=EntityType.ROUTINE, field="posts"),
        finding("LOC-01", "Bramley, Leeds", STRIDE, entity_type=EntityType.LOCATION, field="location"),
        finding("WRK-05", "Sandbeck Council", entity_type=EntityType.EMPLOYER, confidence=0.5),
        finding(
            "GRP-S3",
            "Leeds Interfaith Walkers",
            entity_type=EntityType.GROUP,
            nature=Nature.REVEALS_SENSITIVE,
            severity=Severity.WORTH_A_LOOK,
            field="groups",
        ),
    )
    copy = Candidate(
        {"platform": "frendli", "handle": "asha_k"},
        Verdict.LIKELY_COPY,
        0.8,
        (Reason("picture", "The same picture."),),
    )
    return assess(
        views,
        findings=findings,
        requests=(request("frendli.example"), request("stride.example"), request("ads.example", allowed=False)),
        candidates=(copy,),
        started_at=NOON,
        finished_at=NOON,
        not_checked=("CRD-02",),
    )


def empty() -> Assessment:
    """Nobody has any account."""
    return assess((), findings=(), requests=(), started_at=NOON, finished_at=NOON)


def partial() -> Assessment:
    """Nothing could be seen at all."""
    views = (
        view(FRENDLI, Outcome.CHALLENGE, evidence="The page asked whether a robot was looking."),
        view(WALLED, Outcome.LOGIN_WALL, evidence="A sign-in form stood in front."),
    )
    return assess(views, findings=(), requests=(request("frendli.example"),), started_at=NOON, finished_at=NOON)


def hostile() -> Assessment:
    """Every scanned text tries to break out."""
    account = Account("frendli", HOSTILE, f"https://frendli.example/{HOSTILE}")
    shown = view(account, Outcome.VISIBLE, Field("bio", HOSTILE, "test"), evidence=HOSTILE)
    views = (replace(shown, warnings=(HOSTILE,) * 50),)
    findings = (finding("PI-03", HOSTILE * 500, account, explanation=HOSTILE, field=HOSTILE),)
    copy = Candidate(
        {"platform": HOSTILE, "handle": HOSTILE}, Verdict.POSSIBLE_COPY, 0.5, (Reason("bio", HOSTILE),)
    )
    return assess(
        views,
        findings=findings,
        requests=(request(HOSTILE),),
        candidates=(copy,),
        started_at=NOON,
        finished_at=NOON,
        not_checked=(HOSTILE,),
    )


FOUR = {"full": full, "empty": empty, "partial": partial, "hostile": hostile}
