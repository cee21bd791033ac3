"""What is said about words checked before posting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.model import Finding


@dataclass(frozen=True, slots=True)
class ToldWords:
    """One thing noticed: what kind, and a sentence with the words masked or not."""

    what: str
    sentence: str


def told_words(findings: Sequence[Finding], *, reveal: bool) -> list[ToldWords]:
    """One line per finding, in the order of the text."""
    ordered = sorted(findings, key=lambda finding: finding.span.start if finding.span else 0)
    return [_told(finding, reveal) for finding in ordered]


def _told(finding: Finding, reveal: bool) -> ToldWords:
    value = finding.value.reveal() if reveal else finding.value.masked()
    why = catalogue.rule(finding.rule_id).why if catalogue.known(finding.rule_id) else finding.explanation
    level = catalogue.words("severity", finding.severity)
    return ToldWords(catalogue.words("entity", finding.entity_type), f"\u201c{value}\u201d {level}. {why}")
