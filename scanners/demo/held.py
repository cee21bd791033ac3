"""Holds an assessment to what an invented person's file expects, and says in sentences what is amiss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from privacy_check.account_names import key_name
from privacy_check.model import Assessment, Candidate, Finding, Nature, ProfileView, ScenarioStatus, Severity
from privacy_check.sentences import say
from scanners.demo.persona import Expected, Persona, Trap
from scanners.demo.plain_words import plain
from scanners.platforms.hosts import is_loopback


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One way in which a check fell short: its kind, and a sentence that says who, where and what.

    Kinds: outcome, missing, unwanted, alarm, scenario, candidate, judging, request.
    """

    kind: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def held_to(person: Persona, assessment: Assessment) -> list[Shortfall]:
    """Everything in which the assessment differs from a perfect check of this person; empty is good.

    Of people in a trainer's pack, whose file expects nothing, nothing is held against a check.
    """
    if not person.expect.outcomes:
        return []
    parts = (_outcomes, _missing, _unwanted, _alarms, _scenarios, _candidates, _judging, _requests)
    return [shortfall for part in parts for shortfall in part(person, assessment)]


def _outcomes(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    seen = {view.account.key: view.outcome for view in assessment.views}
    for key, wanted in person.expect.outcomes.items():
        outcome = seen.get(key.lower())
        if outcome is None:
            yield Shortfall("outcome", say("demo.held.not_looked_at", name=person.name, account=key_name(key)))
        elif outcome not in wanted:
            should = " or ".join(wanted)
            yield Shortfall(
                "outcome",
                say("demo.held.outcome", name=person.name, account=key_name(key), outcome=outcome, should=should),
            )


def _missing(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    for wanted in person.expect.findings:
        if not any(_answers(finding, wanted, assessment) for finding in assessment.findings):
            where = f" on {key_name(wanted.account)}" if wanted.account else ""
            part = f" in {wanted.field}" if wanted.field else ""
            words = f' ("{wanted.contains}")' if wanted.contains else ""
            yield Shortfall(
                "missing",
                say(
                    "demo.held.not_found",
                    name=person.name,
                    rule=wanted.rule_id,
                    where=where,
                    part=part,
                    words=words,
                ),
            )


def _answers(finding: Finding, wanted: Expected, assessment: Assessment) -> bool:
    if finding.rule_id != wanted.rule_id:
        return False
    if wanted.account and _account(finding) != wanted.account.lower():
        return False
    if wanted.field and finding.field != wanted.field:
        return False
    texts = (finding.value.reveal(), _text_behind(finding, assessment.views))
    return not wanted.contains or any(plain(wanted.contains) in plain(text) for text in texts)


def _text_behind(finding: Finding, views: tuple[ProfileView, ...]) -> str:
    """The whole text of the field a finding points into; empty when it points into none."""
    view = next((each for each in views if each.account.key == _account(finding)), None)
    if view is None:
        return ""
    named = view.all(finding.field)
    return next((field.text for field in named if field.item == finding.item), "")


def _unwanted(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    if person.expect.nothing:
        for finding in assessment.findings:
            yield Shortfall("unwanted", say("demo.held.nothing_to_find", name=person.name, rule=finding.rule_id))
        return
    for trap in person.expect.not_findings:
        for finding in assessment.findings:
            if _falls_into(finding, trap):
                value = finding.value.reveal()
                yield Shortfall(
                    "unwanted",
                    say(
                        "demo.held.in_a_trap", name=person.name, rule=trap.rule_id, value=value, reason=trap.reason
                    ),
                )


def _falls_into(finding: Finding, trap: Trap) -> bool:
    if finding.rule_id != trap.rule_id or (trap.account and _account(finding) != trap.account.lower()):
        return False
    value, words = plain(finding.value.reveal()), plain(trap.contains)
    return not words or words in value or (len(value) > 3 and value in words)


def _alarms(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    """Nobody is told to act today for something their page does not hold."""
    expected = {(wanted.rule_id, wanted.account.lower()) for wanted in person.expect.findings}
    for finding in assessment.findings:
        urgent = finding.severity is Severity.DO_TODAY and finding.confirmed
        if urgent and not {(finding.rule_id, _account(finding)), (finding.rule_id, "")} & expected:
            value = finding.value.reveal()
            yield Shortfall(
                "alarm", say("demo.held.raised_today", name=person.name, rule=finding.rule_id, value=value)
            )


def _scenarios(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    known = {scenario.id: scenario.status for scenario in assessment.scenarios}
    for key, wanted in person.expect.scenarios.items():
        status = known.get(key)
        if status is None and known and ScenarioStatus.CLOSED in wanted:
            continue  # left out because it cannot apply to this person: as good as closed
        if status is None:
            yield Shortfall("scenario", say("demo.held.not_weighed", name=person.name, key=key))
        elif status not in wanted:
            yield Shortfall(
                "scenario",
                say("demo.held.status", name=person.name, key=key, status=status, should=" or ".join(wanted)),
            )


def _candidates(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    known = {_candidate_key(candidate): candidate for candidate in assessment.candidates}
    for wanted in person.expect.candidates:
        candidate = known.get(wanted.account.lower())
        if candidate is None:
            yield Shortfall(
                "candidate", say("demo.held.not_compared", name=person.name, account=key_name(wanted.account))
            )
        elif candidate.verdict not in wanted.verdict:
            should = " or ".join(wanted.verdict)
            yield Shortfall(
                "candidate",
                say(
                    "demo.held.verdict",
                    name=person.name,
                    account=key_name(wanted.account),
                    verdict=candidate.verdict,
                    should=should,
                ),
            )


def _candidate_key(candidate: Candidate) -> str:
    return f"{candidate.profile.get('platform', '')}:{candidate.profile.get('handle', '')}".lower()


def _judging(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    """Private topics are told gently, and what somebody said about work is nobody's finding."""
    for finding in assessment.findings:
        gentle = finding.severity.rank <= Severity.WORTH_A_LOOK.rank
        if finding.rule_id.startswith("GRP-S") and not (finding.nature is Nature.REVEALS_SENSITIVE and gentle):
            yield Shortfall("judging", say("demo.held.more_than_private", name=person.name, rule=finding.rule_id))
        if finding.rule_id.startswith("CON-"):
            yield Shortfall("judging", say("demo.held.a_question", name=person.name, rule=finding.rule_id))


def _requests(person: Persona, assessment: Assessment) -> Iterator[Shortfall]:
    for record in assessment.requests:
        host = record.host or urlsplit(record.url).hostname or ""
        if not is_loopback(host):
            yield Shortfall("request", say("demo.held.outside", name=person.name, host=host))
        elif record.allowed and record.method != "GET" and not record.operation:
            yield Shortfall(
                "request", say("demo.held.not_to_read", name=person.name, url=record.url, method=record.method)
            )


def _account(finding: Finding) -> str:
    return finding.account.key if finding.account else ""
