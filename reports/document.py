"""An assessment worded as a report: what a person reads, in the order they need it.

The only place that words things. Order: the picture in one line, the first fixes, what pieces together allow,
each account, what is already good, what could not be seen, what cannot be fixed, whom to call, what left this
computer, when to check again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from privacy_check import catalogue
from privacy_check.account_names import account_names, key_name, profile_name
from privacy_check.assessment.assemble import good_news
from privacy_check.assessment.changes_told import in_sentences
from privacy_check.model import (
    Assessment,
    Finding,
    Lens,
    Mark,
    Nature,
    PlanStep,
    Scenario,
    ScenarioStatus,
    Severity,
    Verdict,
)
from reports.accounts import account_name, evidence, section, state
from reports.parts import (
    CopyLine,
    FixCard,
    HelpLine,
    LedgerLine,
    Options,
    ReportDocument,
    ScenarioLine,
)

__all__ = ["Options", "ReportDocument", "build"]

NEXT_CHECK = timedelta(days=182)
CLOSED = "Closed, in what we saw"
NOT_OPEN = "Not open in the part that we read. More may stand in the rest"


def build(assessment: Assessment, options: Options | None = None) -> ReportDocument:
    """The report of one check. Private topics are counted, never named; conduct is never here."""
    options = options or Options()
    open_findings = tuple(item for item in assessment.findings if _speaks(item))
    shown = tuple(item for item in open_findings if not _private(item))
    fixes = _fixes(assessment, shown, options)
    finished = assessment.finished_at or assessment.started_at
    return ReportDocument(
        title=f"What strangers see of {options.person or 'you'} online",
        made_on=_day(finished.date()),
        headline=_headline(assessment, fixes),
        picture=_picture(assessment),
        exposure=_exposure(assessment),
        fixes=fixes,
        scenarios=_scenarios(assessment, ScenarioStatus.OPEN),
        nearly=_scenarios(assessment, ScenarioStatus.ONE_STEP_AWAY),
        cannot_tell=tuple(line.title for line in _scenarios(assessment, ScenarioStatus.CANNOT_TELL)),
        closed=tuple(line.title for line in _scenarios(assessment, ScenarioStatus.CLOSED)),
        closed_heading=NOT_OPEN if any(view.partly_read for view in assessment.views) else CLOSED,
        accounts=tuple(section(view, shown, options) for view in assessment.views),
        good=good_news(assessment, options.platform_name),
        changed=in_sentences(assessment, options.platform_name),
        not_seen=_not_seen(assessment, options),
        not_checked=_not_checked(assessment),
        cannot_fix=_cannot_fix(shown),
        copies=_copies(assessment, options),
        copy_steps=COPY_STEPS if _has_copy(assessment) else (),
        private_topics=len(open_findings) - len(shown),
        help=tuple(
            HelpLine(
                item.need,
                f"{item.name}: {item.contact}" if item.name else item.contact,
                item.note,
                _day(item.checked_on),
            )
            for item in catalogue.help_contacts()
        ),
        ledger=_ledger(assessment),
        next_check=_day(assessment.next_check or finished.date() + NEXT_CHECK),
        masked=not options.reveal,
        footer=_footer(assessment),
    )


COPY_STEPS = (
    "Do not write to the other account.",
    "Save its address, its name, the date and a picture of the whole page.",
    "Save a link to your real account, and when you made it.",
    "Report it on the platform yourself, as someone pretending to be you.",
    "Ask two or three people you trust to report it too. Then wait 48 hours.",
    "If nothing happens, call the helpline for people who work with children (below).",
    "Tell your employer if pupils or families may be contacted.",
)


def _speaks(finding: Finding) -> bool:
    return finding.mark is not Mark.NOT_ME


def _private(finding: Finding) -> bool:
    return finding.nature is Nature.REVEALS_SENSITIVE


def _headline(assessment: Assessment, fixes: Sequence[FixCard]) -> str:
    if not assessment.views:
        return "No account was looked at."
    if not any(view.outcome.conclusive for view in assessment.views):
        return "We could not see any of your accounts this time. That does not mean they are hidden."
    if not fixes:
        return "Nothing to fix first in what we could see."
    minutes = sum(card.minutes for card in fixes)
    return f"{_count(len(fixes), 'thing')} to fix first. About {_count(minutes, 'minute')}."


def _picture(assessment: Assessment) -> str:
    everything = len(assessment.views)
    seen = sum(1 for view in assessment.views if view.outcome.conclusive)
    unseen = everything - seen
    text = f"We looked at {_count(everything, 'account')}."
    partly = sum(view.partly_read for view in assessment.views)
    rest = f" A part of {_count(partly, 'page')} was not read, so more may stand there." if partly else ""
    if not unseen:
        how = f" We could see {_how_seen(assessment, seen)}." if seen else ""
        return f"{text}{how}{rest}"
    if seen:
        text += f" We could see {_how_seen(assessment, seen, seen)}."
    which = "It" if everything == 1 else "None of them" if not seen else str(unseen)
    they = "it is" if unseen == 1 else "they are"
    could = "could not be seen" if which != "None of them" else "could be seen"
    return f"{text} {which} {could}, so we cannot say whether {they} safe.{rest}"


def _how_seen(assessment: Assessment, seen: int, of_them: int = 0) -> str:
    """How what was seen looks to others: that only a stranger's look can tell, no saved page and no archive."""
    if any(view.outcome.conclusive and view.lens is not Lens.PUBLIC for view in assessment.views):
        return f"{of_them} of them" if of_them else "it" if seen == 1 else "all of them"
    who = f"{of_them} of them" if of_them else "it" if seen == 1 else "they"
    return f"how {who} {'looks' if seen == 1 else 'look'} to others"


def _exposure(assessment: Assessment) -> str:
    if assessment.score is None or not any(view.outcome.conclusive for view in assessment.views):
        return ""
    low, high = round(assessment.score.low), round(assessment.score.high)
    if low == high:
        return f"Exposure: {low} on a scale where 0 shows nothing and 100 shows everything."
    return (
        f"Exposure: between {low} and {high}, on a scale where 0 shows nothing and 100 shows everything. "
        "The range is there because some things were not checked."
    )


def _fixes(assessment: Assessment, shown: Sequence[Finding], options: Options) -> tuple[FixCard, ...]:
    by_print = {item.fingerprint: item for item in shown if item.mark is Mark.OPEN}
    cards = []
    for step in assessment.first_steps:
        findings = [by_print[key] for key in step.fingerprints if key in by_print]
        if findings:
            cards.append(_card(step, findings, options, _at_risk(assessment, step)))
    return tuple(cards)


def _card(step: PlanStep, findings: Sequence[Finding], options: Options, at_risk: str) -> FixCard:
    rule = catalogue.rule(step.rule_id)
    first = findings[0]
    remedy = catalogue.remedy(step.remedy_id) if step.remedy_id else None
    return FixCard(
        title=rule.title,
        level=catalogue.words("severity", (Severity.DO_TODAY if at_risk else first.severity).value),
        where=account_names(step.accounts, options.platform_name) or account_name(step.account, options),
        seen=evidence(first, options),
        seen_by=catalogue.words("seen_by", first.seen_by.value),
        why=f"{at_risk} {rule.why}" if at_risk else rule.why,
        steps=remedy.steps if remedy else (),
        link=remedy.url if remedy else "",
        minutes=step.minutes,
        after=remedy.after if remedy else "",
        checked=_checked(remedy),
        closes=tuple(catalogue.scenario(item).title for item in step.closes),
        if_then=_if_then(step, options),
    )


def _at_risk(assessment: Assessment, step: PlanStep) -> str:
    """What an open scenario that puts a child or a client at risk says, where this step closes it."""
    for item in assessment.scenarios:
        text = catalogue.scenario(item.id)
        if text.level and item.status is ScenarioStatus.OPEN and item.id in step.closes:
            return text.sentence_open
    return ""


def _if_then(step: PlanStep, options: Options) -> str:
    when = f"I open {options.platform_name(step.account.platform)}" if step.account else "I am at my computer"
    return f"If {when} tonight, then I will start with step 1."


def _checked(remedy: catalogue.Remedy | None) -> str:
    if remedy is None or remedy.checked_on is None:
        return ""
    day = _day(remedy.checked_on)
    return (
        f"Steps checked on {day}." if remedy.verified_live else f"Steps written down {day}; menus may have moved."
    )


def _scenarios(assessment: Assessment, *wanted: ScenarioStatus) -> tuple[ScenarioLine, ...]:
    lines = []
    for item in sorted(assessment.scenarios, key=lambda one: list(ScenarioStatus).index(one.status)):
        if item.status not in wanted:
            continue
        text = catalogue.scenario(item.id)
        if text.opt_in:
            continue
        lines.append(
            ScenarioLine(
                title=text.title,
                state=catalogue.words("scenario_status", item.status.value),
                sentence=_scenario_sentence(item, text),
                pieces=tuple(catalogue.rule(piece).title for piece in item.pieces if not piece.startswith("SC-")),
                cheapest=_cheapest(item),
            )
        )
    return tuple(lines)


def _scenario_sentence(item: Scenario, text: catalogue.ScenarioText) -> str:
    return {
        ScenarioStatus.OPEN: text.sentence_open,
        ScenarioStatus.ONE_STEP_AWAY: text.sentence_one_step,
        ScenarioStatus.CANNOT_TELL: text.sentence_cannot_tell,
        ScenarioStatus.CLOSED: text.sentence_closed,
    }[item.status]


def _cheapest(item: Scenario) -> str:
    if not item.cheapest_piece:
        return ""
    rule = catalogue.rule(item.cheapest_piece)
    return f"Quickest piece to remove: “{rule.title}”. About {_count(rule.minutes, 'minute')}."


def _not_seen(assessment: Assessment, options: Options) -> tuple[str, ...]:
    """Accounts that could not be seen, or not to their end, and those a check did not get to."""
    looked_at = {f"{view.account.platform}:{view.account.handle}" for view in assessment.views}
    lines = [
        f"{account_name(view.account, options)}: {state(view)}."
        for view in assessment.views
        if not view.outcome.conclusive
    ]
    lines += [
        f"{account_name(view.account, options)}: a part of the page was not read."
        for view in assessment.views
        if view.partly_read
    ]
    for item in assessment.not_checked:
        if ":" in item and item not in looked_at and not catalogue.known(item):
            lines.append(f"{key_name(item, options.platform_name)}: not looked at yet.")
    return tuple(lines)


def _not_checked(assessment: Assessment) -> tuple[str, ...]:
    """The questions no page can answer."""
    return tuple(catalogue.rule(item).title for item in assessment.not_checked if catalogue.known(item))


def _cannot_fix(shown: Sequence[Finding]) -> tuple[str, ...]:
    notes = (catalogue.rule(item.rule_id).cannot_fix for item in shown)
    return tuple(dict.fromkeys(note for note in notes if note))


def _copies(assessment: Assessment, options: Options) -> tuple[CopyLine, ...]:
    wanted = (
        Verdict.LIKELY_COPY,
        Verdict.POSSIBLE_COPY,
        Verdict.NAMESAKE,
        Verdict.CANNOT_TELL,
        Verdict.FAN_OR_PARODY,
    )
    return tuple(
        CopyLine(
            address=profile_name(item.profile, options.platform_name),
            verdict=catalogue.words("verdict", item.verdict.value),
            reasons=tuple(reason.detail for reason in item.reasons),
        )
        for item in assessment.candidates
        if item.verdict in wanted
    )


def _has_copy(assessment: Assessment) -> bool:
    return any(item.verdict in (Verdict.LIKELY_COPY, Verdict.POSSIBLE_COPY) for item in assessment.candidates)


def _ledger(assessment: Assessment) -> tuple[LedgerLine, ...]:
    hosts = dict.fromkeys(record.host for record in assessment.requests)
    return tuple(
        LedgerLine(
            host=host,
            made=sum(1 for record in assessment.requests if record.host == host and record.allowed),
            refused=sum(1 for record in assessment.requests if record.host == host and not record.allowed),
            reads=tuple(dict.fromkeys(_reads(assessment, host))),
        )
        for host in hosts
    )


def _reads(assessment: Assessment, host: str) -> Iterator[str]:
    for record in assessment.requests:
        if record.host == host and record.allowed and record.operation:
            yield f"{record.method} {record.what_for}"


def _footer(assessment: Assessment) -> tuple[str, ...]:
    return (
        "This report is yours. Nobody at work can see it unless you show it to them, and you may say no.",
        "Copies in e-mail or cloud backups are copies too. Keep it where only you can open it.",
        f"privacy-check {assessment.tool_version}, rules {assessment.rules_version or 'of this version'}.",
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
