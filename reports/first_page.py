"""The first page in words: at most three cards, what stays open after them, and whom to call."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from privacy_check import catalogue
from privacy_check.assessment.scenarios import still_open
from privacy_check.helplines import helplines
from privacy_check.model import Account, Assessment, Finding, Mark, PlanStep, ScenarioStatus, Severity
from privacy_check.model import Visit as PlannedVisit
from privacy_check.sentences import say
from privacy_check.wording import steps_checked
from reports.contacts import help_line
from reports.parts import FixCard, HelpLine, Options, Visit
from reports.places import account_name, evidence, safe_link

FIRST_CALLS = ("Police, fire, ambulance", "Professionals Online Safety Helpline", "National Stalking Helpline")
CALLS_FOR = {
    "The child's social worker, or the out-of-hours team": frozenset({"GRP-C1", "PHO-04", "LOC-10"}),
    "Your safeguarding lead or manager": frozenset({"WRK-01", "WRK-07"}),
    "Your own union or professional body": frozenset({"WRK-01", "WRK-07"}),
    "Revenge Porn Helpline": frozenset({"PHO-11"}),
}
COPY_RULES = frozenset({"IMP-01", "IMP-02", "IMP-03"})
_CHILD_SAFETY = "child_safety"


def first_steps(assessment: Assessment, shown: Sequence[Finding]) -> tuple[PlanStep, ...]:
    """The steps to begin with that may be shown, in the order of the plan; there may be none."""
    open_now = {item.fingerprint for item in shown if item.mark is Mark.OPEN}
    return tuple(step for step in assessment.first_steps if open_now & set(step.fingerprints))


def cards(
    assessment: Assessment, steps: Iterable[PlanStep], shown: Sequence[Finding], options: Options
) -> tuple[FixCard, ...]:
    """A card for each step; no two give the same reason where there is another."""
    told: list[FixCard] = []
    for step in steps:
        told.append(_card(assessment, step, shown, options, {card.why for card in told}))
    return tuple(told)


def stays_open(assessment: Assessment, steps: Sequence[PlanStep]) -> tuple[str, ...]:
    """Titles of the scenarios that are open now and still are when these steps are done."""
    among = {item.id for item in assessment.scenarios if item.status is ScenarioStatus.OPEN}
    left = still_open(assessment.findings, steps, among=among)
    return tuple(catalogue.scenario(item.id).title for item in left)


def first_calls(steps: Iterable[PlanStep] = ()) -> tuple[HelpLine, ...]:
    """The few people to call that belong on the first page: always these, and who knows about these steps."""
    known = {item.name: item for item in helplines()}
    rules = {step.rule_id for step in steps}
    more = [name for name, about in CALLS_FOR.items() if rules & about]
    return tuple(help_line(known[name]) for name in (*FIRST_CALLS, *more) if name in known)


def copy_on_card(steps: Iterable[PlanStep]) -> bool:
    """True where the first page says what to do about a copy: then it is not told a second time."""
    return any(step.rule_id in COPY_RULES for step in steps)


def tick_of(fingerprints: Iterable[str]) -> str:
    """A short name for a box to tick: the same in every copy of a report, and telling nothing."""
    text = "\x1f".join(sorted(fingerprints))
    return f"t{hashlib.blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _card(
    assessment: Assessment, step: PlanStep, shown: Sequence[Finding], options: Options, told: Collection[str]
) -> FixCard:
    rule = catalogue.rule(step.rule_id)
    mine = [item for item in shown if item.fingerprint in step.fingerprints and item.mark is Mark.OPEN]
    causes = [item for item in mine if item.rule_id == step.rule_id] or mine
    planned = step.visits or (PlannedVisit(step.account, step.remedy_id, step.minutes),)
    first = catalogue.remedy(planned[0].remedy_id) if planned[0].remedy_id else None
    told_of = [] if step.rule_id in COPY_RULES else causes
    accounts = list(dict.fromkeys(item.account for item in told_of if item.account is not None))
    return FixCard(
        tick=tick_of(step.fingerprints),
        title=rule.title,
        level=catalogue.words("severity", _level(step, mine)),
        where=_where(accounts, options),
        account=account_name(accounts[0] if accounts else None, options) if len(accounts) == 1 else "",
        places=evidence([*causes, *_worse(mine, causes)], assessment.views, options),
        why=_why(step, rule, told),
        visits=_visits(planned, options) if told_of else _on_no_account(_visits(planned, options)),
        minutes=step.minutes,
        if_then=_if_then(planned[0].account, options),
        after=first.after if first else "",
        checked=steps_checked(first) if first else "",
        closes=tuple(catalogue.scenario(item).title for item in step.closes),
        may_keep=not (step.comes_first or _child_safety(step)),
        causes=frozenset(item.fingerprint for item in causes),
    )


def _on_no_account(visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """The steps about a copy are done on no account of the person's own."""
    return tuple(replace(visit, names=()) for visit in visits)


def _worse(mine: Iterable[Finding], causes: Sequence[Finding]) -> list[Finding]:
    """What goes with the cause and is more pressing than the cause itself, so that the page names it."""
    rank = max(item.severity.rank for item in causes)
    return [item for item in mine if item.severity.rank > rank]


def _level(step: PlanStep, causes: Iterable[Finding]) -> Severity:
    if step.comes_first or any(catalogue.scenario(item).level for item in step.closes):
        return Severity.DO_TODAY
    return max((item.severity for item in causes), key=lambda severity: severity.rank)


def _where(accounts: Sequence[Account], options: Options) -> str:
    if not accounts:
        return ""
    if len(accounts) == 1:
        return say("report.first.on_account", account=account_name(accounts[0], options))
    sites = {account.platform for account in accounts}
    kind = "on_sites" if len(sites) == len(accounts) else "on_accounts"
    return say(f"report.first.{kind}", count=len(accounts))


def _why(step: PlanStep, rule: catalogue.Rule, told: Collection[str]) -> str:
    """One sentence: what a door that this closes lets somebody do, else the rule's own first reason."""
    doors = sorted((catalogue.scenario(item) for item in step.closes), key=lambda item: not item.level)
    reasons = [_first_sentence(words) for words in (*(door.sentence_open for door in doors), rule.why)]
    return next((reason for reason in reasons if reason not in told), reasons[0])


def _first_sentence(words: str) -> str:
    return re.split(r"(?<=[.!?])\s+", words.strip())[0]


def _visits(planned: Sequence[PlannedVisit], options: Options) -> tuple[Visit, ...]:
    """The visits in order; those with the very same steps are told once, with every account they are for."""
    same: dict[tuple[str, ...], list[PlannedVisit]] = {}
    for visit in planned:
        steps = catalogue.remedy(visit.remedy_id).on_either if visit.remedy_id else ()
        same.setdefault(steps, []).append(visit)
    told = []
    for steps, visits in same.items():
        links = {catalogue.remedy(visit.remedy_id).url for visit in visits if visit.remedy_id}
        told.append(
            Visit(
                names=tuple(dict.fromkeys(account_name(visit.account, options) for visit in visits)),
                steps=steps,
                minutes=sum(visit.minutes for visit in visits),
                link=safe_link(links.pop()) if len(links) == 1 else "",
            )
        )
    return tuple(told)


def _if_then(account: Account | None, options: Options) -> str:
    if account is None:
        return say("report.first.if_desk")
    return say("report.first.if_account", platform=options.platform_name(account.platform))


def _child_safety(step: PlanStep) -> bool:
    """True for what keeps a child safe, by itself or because a door to a child is closed with it."""
    reasons = (step.comes_first, catalogue.rule(step.rule_id).comes_first)
    return _CHILD_SAFETY in reasons or any(catalogue.scenario(item).level for item in step.closes)
