"""From a match to a Finding that explains itself: what was seen and where, why it matters, what it adds up to."""

from __future__ import annotations

from functools import lru_cache

from privacy_check import catalogue
from privacy_check.detectors.base import Match, Whose
from privacy_check.model import EntityType, Finding, Sensitive, Severity
from privacy_check.text.fold import Folded

HINT = 0.5

_FIELDS = {
    "text": "your text",
    "bio": "your bio",
    "display_name": "your display name",
    "handle": "your handle",
    "location": "your location line",
    "website": "your website line",
    "links": "your links",
    "posts": "one of your posts",
    "photos": "a photo",
    "job_title": "your job line",
    "employer": "your employer line",
    "education": "your education line",
    "email": "your e-mail line",
    "phone": "your phone line",
    "birthday": "your birthday line",
    "groups": "your groups",
}

# What the piece adds up to with one more; a plain sentence each.
_TOGETHER = {
    EntityType.PHONE: "With your date of birth it can help someone take over your number.",
    EntityType.EMAIL: "With a reused password it can open your other accounts.",
    EntityType.POSTCODE: "With your surname it can lead to your door.",
    EntityType.ADDRESS: "With a post about being away it says when your home is empty.",
    EntityType.BIRTH_DATE: 'A "happy birthday" post with your age gives the missing half away.',
    EntityType.BIRTH_YEAR: "With your birthday it makes your whole date of birth.",
    EntityType.AGE: "With your birthday it makes your whole date of birth.",
    EntityType.NINO: "With your name it can be used to claim or borrow as you.",
    EntityType.NHS_NUMBER: "With your date of birth it can open your health records by phone.",
    EntityType.PASSPORT: "With your name and birth date it can be used to pose as you.",
    EntityType.DRIVING_LICENCE: "It holds your birth date. With your address it can be used to pose as you.",
    EntityType.VEHICLE_REGISTRATION: "With a place and a time it lets someone follow your car.",
    EntityType.IBAN: "With your name it can be used for a false direct debit.",
    EntityType.CARD: "With the date on it someone can spend your money.",
    EntityType.BANK_ACCOUNT: "With your name it makes a call 'from your bank' sound real.",
    EntityType.HANDLE: "With the same name elsewhere it ties accounts together that you may want apart.",
    EntityType.GPS: "With your routine it says where you are and when.",
    EntityType.LOCATION: "With your surname it narrows the search for your home.",
    EntityType.EMPLOYER: "With your name it tells a parent or a scammer where to find you.",
    EntityType.JOB_TITLE: "With your employer it helps someone pose as you to colleagues.",
    EntityType.SCHOOL: "With a time or a photo it tells where a child can be met.",
    EntityType.FAMILY_NAME: "With your surname it gives a second way to reach you.",
    EntityType.SECURITY_ANSWER: "With your e-mail address it can answer a security question.",
    EntityType.ABSENCE: "With your address it says when your home is empty.",
    EntityType.ROUTINE: "With a photo of you it tells where you can be met, and when.",
    EntityType.URL: "One such page can tie all your accounts together.",
    EntityType.IP: "It hints at your town and your internet provider.",
}

# Kinds whose rule was made for something close to them: what to say, how pressing it is, and what to do instead.
_WHY = {
    EntityType.GPS: "It points at one door or bench, not just at a town.",
    EntityType.IP: "An internet address belongs to one connection, often the one at home.",
}
_SEVERITY = {EntityType.IP: Severity.GOOD_TO_KNOW, EntityType.URL: Severity.GOOD_TO_KNOW}
_REMEDY_OF = {EntityType.GPS: "PI-06"}
_NO_REMEDY = frozenset({EntityType.IP})


def finding(match: Match, folded: Folded, field: str) -> Finding:
    """The Finding of a match in `field`; its span points into the original text."""
    span = folded.span(match.start, match.end)
    rule = catalogue.rule(match.rule_id)
    remedy = catalogue.rule(_REMEDY_OF.get(match.entity_type, match.rule_id)).remedy_id
    return Finding(
        rule_id=match.rule_id,
        entity_type=match.entity_type,
        nature=rule.nature,
        severity=_severity(match, rule.severity),
        confidence=match.confidence,
        field=field,
        value=Sensitive(folded.original[span.start : span.end]),
        explanation=_words(
            match.entity_type, match.rule_id, match.why, field, match.whose, match.confidence <= HINT
        ),
        span=span,
        audiences=rule.audiences,
        remedy_ids=(remedy,) if remedy and match.entity_type not in _NO_REMEDY else (),
        fact=match.fact,
    )


def _severity(match: Match, of_rule: Severity) -> Severity:
    severity = _SEVERITY.get(match.entity_type, of_rule)
    if match.whose is Whose.BUSINESS:
        return Severity.GOOD_TO_KNOW
    if match.confidence <= HINT and severity.rank > Severity.WORTH_A_LOOK.rank:
        return Severity.WORTH_A_LOOK
    return severity


@lru_cache(maxsize=2048)
def _words(kind: EntityType, rule_id: str, why: str, field: str, whose: Whose, hint: bool) -> str:
    rule = catalogue.rule(rule_id)
    where = _FIELDS.get(field, f"the {field.replace('_', ' ')} field")
    if hint or whose is Whose.BUSINESS:
        ask = "Is it your own?" if whose is Whose.BUSINESS else rule.question
        return f"This may be {why}, in {where}. {ask}"
    matters = _WHY.get(kind, rule.why)
    return f"We saw {why} in {where}. {matters} {_TOGETHER.get(kind, '')}".rstrip()
