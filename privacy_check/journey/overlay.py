"""The words of a finding as the three readers would meet them: the whole post or bio it was seen in."""

from __future__ import annotations

from privacy_check.journey.flow import Place
from privacy_check.journey.sitting import Journey
from privacy_check.model import Assessment, Finding, Nature

AROUND = 280
TYPED = "words:"


def words_of(finding: Finding, assessment: Assessment) -> tuple[str, str]:
    """The text around the finding, in clear and with everything found in it as dots; both empty without words.

    A private topic has none: no readers are laid over what a person believes or is.
    """
    if finding.nature is Nature.REVEALS_SENSITIVE or finding.account is None:
        return "", ""
    value = finding.value.reveal()
    texts = (
        field.text
        for view in assessment.views
        if view.account.key == finding.account.key
        for field in view.fields
        if field.name == finding.field
    )
    text = next((text for text in texts if value and value in text), value)
    at = finding.span.start if finding.span and text[finding.span.start :].startswith(value) else text.find(value)
    text = text[max(0, at - AROUND) : at + len(value) + AROUND]
    hidden = text
    for other in sorted(assessment.findings, key=lambda item: -len(item.value.reveal())):
        if other.value.reveal():
            hidden = hidden.replace(other.value.reveal(), other.value.masked())
    return text, hidden


def laid_over_at(place: Place, journey: Journey) -> tuple[str, str]:
    """The words a place is about: those of a finding in clear and hidden, or words that were typed (`TYPED`)."""
    if place.subject.startswith(TYPED):
        return place.subject.removeprefix(TYPED), ""
    finding = journey.finding(place.subject)
    return words_of(finding, journey.assessment) if finding and journey.assessment else ("", "")
