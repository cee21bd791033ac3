"""An assessment worded as a report: what a person reads, in the order they need it.

The first page comes first and is enough: three things to do, what stays open, whom to call. All the rest is an
appendix: what pieces together allow, each account, what could not be seen, whom to call for what, what left this
computer. No other module words a whole report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from privacy_check import catalogue
from privacy_check.account_names import key_name, profile_name
from privacy_check.assessment.assemble import STRANGERS_RULES
from privacy_check.assessment.changes_told import in_sentences
from privacy_check.assessment.good_news import good_news
from privacy_check.assessment.how_much_seen import (
    HowMuchSeen,
    Seen,
    how_much_seen,
    names_question,
    not_looked_at_words,
    nothing_to_change,
)
from privacy_check.assessment.own_paths import may_show_number, why_no_number
from privacy_check.helplines import helplines
from privacy_check.model import (
    Assessment,
    Finding,
    Lens,
    Mark,
    Nature,
    Outcome,
    Scenario,
    ScenarioStatus,
    Verdict,
)
from privacy_check.sentences import lines, say
from privacy_check.wording import shows, spoken_day
from reports.accounts import Steps, Telling, sections, state
from reports.contacts import help_line
from reports.first_page import cards, copy_on_card, first_calls, first_steps, stays_open
from reports.for_others import clean_copy, prepared, redacted_copy
from reports.ledger import ledger
from reports.parts import CopyFor, CopyLine, FixCard, Options, ReportDocument, ScenarioLine
from reports.pictures import drawn
from reports.places import account_name

__all__ = ["CopyFor", "Options", "ReportDocument", "build"]

NEXT_CHECK = timedelta(days=182)


def build(assessment: Assessment, options: Options | None = None) -> ReportDocument:
    """The report of one check. Private topics are counted, never named; conduct is never here."""
    options = options or Options()
    if options.copy_for is CopyFor.CLEAN:
        return clean_copy(assessment)
    if options.copy_for is CopyFor.REDACTED:
        return redacted_copy(_own(prepared(assessment), options))
    return _own(assessment, options)


def _own(assessment: Assessment, options: Options) -> ReportDocument:
    options = replace(options, copy_pages=_copy_pages(assessment))
    open_findings = tuple(item for item in assessment.findings if item.mark is not Mark.NOT_ME)
    shown = tuple(item for item in open_findings if item.nature is not Nature.REVEALS_SENSITIVE)
    seen = how_much_seen(assessment)
    first = first_steps(assessment, shown)
    fixes = cards(assessment, first, shown, options)
    still = stays_open(assessment, first)
    steps = Steps()
    on_cards = {key: card for card in reversed(fixes) for key in card.causes}
    accounts = sections(assessment.views, shown, Telling(options, steps, on_cards))
    finished = assessment.finished_at or assessment.started_at
    closed = _titles(assessment, ScenarioStatus.CLOSED) if seen.may_say_closed else ()
    return ReportDocument(
        id=_id(assessment),
        copy_for=options.copy_for,
        title=say("report.title", who=options.person or say("report.title_you")),
        made_on=spoken_day(finished.date()),
        headline=_headline(assessment, fixes, seen),
        picture=_picture(assessment),
        exposure=_exposure(assessment, seen, watched=options.watched),
        changed=in_sentences(assessment, options.platform_name),
        fixes=fixes,
        stays_open=still,
        after_these=_after_these(assessment, fixes, still, seen),
        first_calls=first_calls(first),
        scenarios=_scenarios(assessment, ScenarioStatus.OPEN),
        nearly=_scenarios(assessment, ScenarioStatus.ONE_STEP_AWAY),
        cannot_tell=_titles(assessment, ScenarioStatus.CANNOT_TELL),
        closed=closed,
        accounts=accounts,
        steps=steps.lists,
        good=good_news(assessment, options.platform_name),
        not_seen=_not_seen(assessment, options, seen),
        not_checked=_questions_left(assessment),
        cannot_fix=_cannot_fix(shown),
        copies=_copies(assessment, options),
        copy_steps=lines("copies.steps") if _has_copy(assessment) and not copy_on_card(first) else (),
        private_topics=len(open_findings) - len(shown),
        help=tuple(map(help_line, helplines())),
        ledger=ledger(assessment),
        next_check=spoken_day(assessment.next_check or finished.date() + NEXT_CHECK),
        masked=not options.reveal,
        footer=_footer(assessment),
        pictures=drawn(assessment, options) if options.copy_for is CopyFor.OWN else {},
    )


def _id(assessment: Assessment) -> str:
    text = f"{assessment.id} {assessment.started_at.isoformat()}"
    return f"privacy-report-{hashlib.blake2b(text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


def _headline(assessment: Assessment, fixes: Sequence[FixCard], seen: HowMuchSeen) -> str:
    if not assessment.views:
        return say("report.no_account")
    if fixes:
        minutes = sum(card.minutes for card in fixes)
        return f"{say('report.to_fix', count=len(fixes))} {say('report.about_minutes', count=minutes)}"
    if not any(view.outcome.conclusive for view in assessment.views):
        return say("report.none_seen")
    return say("report.nothing_first") if seen.enough else nothing_to_change(seen)


def _picture(assessment: Assessment) -> str:
    everything = len(assessment.views)
    unseen = sum(not view.outcome.conclusive for view in assessment.views)
    gone = sum(view.outcome in (Outcome.NOT_FOUND, Outcome.SUSPENDED) for view in assessment.views)
    seen = everything - unseen - gone
    partly = sum(view.partly_read for view in assessment.views)
    parts = [say("report.looked", count=everything), _how_seen(assessment, seen)]
    if gone:
        parts.append(say("report.not_there", count=gone))
    if unseen == everything:
        parts.append(say("report.unseen_one" if everything == 1 else "report.unseen_all"))
    elif unseen:
        parts.append(say("report.unseen_some", count=unseen))
    if partly:
        parts.append(say("report.page_in_part", count=partly))
    return " ".join(filter(None, parts))


def _how_seen(assessment: Assessment, seen: int) -> str:
    """How what was seen looks to others: that only a stranger's look can tell, no saved page and no archive."""
    if not seen:
        return ""
    stranger = all(view.lens is Lens.PUBLIC for view in assessment.views if view.outcome.conclusive)
    if seen == len(assessment.views):
        return say("report.seen_all_public" if stranger else "report.seen_all", count=seen)
    return say("report.seen_some_public", count=seen) if stranger else say("report.seen_some", seen=seen)


def _exposure(assessment: Assessment, seen: HowMuchSeen, *, watched: bool) -> str:
    """The range, or why there is none; that too little was seen is said in other places already."""
    if not watched and (assessment.score is None or not seen.may_show_number):
        return ""
    if assessment.score is None or not may_show_number(assessment, watched=watched):
        return why_no_number(assessment, watched=watched)
    low, high = assessment.score.whole
    why = [say("common.why_range")] if low != high else []
    return " ".join((f"{shows(low, high)}.", say("common.exposure_means"), *why))


def _after_these(assessment: Assessment, fixes: Sequence[FixCard], still: Sequence[str], seen: HowMuchSeen) -> str:
    """What stays open, as the sentence above the list; nothing is called closed where little was seen."""
    if still:
        return say("report.first.open_after" if fixes else "report.first.open_now", count=len(still))
    was_open = any(item.status is ScenarioStatus.OPEN for item in assessment.scenarios)
    return say("report.first.open_none") if was_open and fixes and seen.may_say_closed else ""


def _scenarios(assessment: Assessment, wanted: ScenarioStatus) -> tuple[ScenarioLine, ...]:
    return tuple(_scenario(item) for item in assessment.scenarios if item.status is wanted and _told(item))


def _titles(assessment: Assessment, wanted: ScenarioStatus) -> tuple[str, ...]:
    return tuple(line.title for line in _scenarios(assessment, wanted))


def _told(scenario: Scenario) -> bool:
    return not catalogue.scenario(scenario.id).opt_in


def _scenario(item: Scenario) -> ScenarioLine:
    text = catalogue.scenario(item.id)
    return ScenarioLine(
        title=text.title,
        state=catalogue.words("scenario_status", item.status.value),
        sentence=text.sentence(item.status),
        pieces=tuple(catalogue.rule(piece).title for piece in item.pieces if catalogue.known(piece)),
        cuts=tuple(catalogue.rule(piece).title for piece in item.closing_set if catalogue.known(piece)),
        minutes=item.minutes,
    )


def _not_seen(assessment: Assessment, options: Options, seen: HowMuchSeen) -> tuple[str, ...]:
    """Accounts that could not be seen, or not to their end, and what nobody looked at."""
    looked_at = {f"{view.account.platform}:{view.account.handle}" for view in assessment.views}
    told = [
        say("report.not_seen_line", account=account_name(view.account, options), state=state(view))
        for view in assessment.views
        if not view.outcome.conclusive
    ]
    told += [
        say("report.unseen.part", name=account_name(view.account, options))
        for view in assessment.views
        if view.partly_read
    ]
    for item in assessment.not_checked:
        if ":" in item and item not in looked_at and not catalogue.known(item):
            told.append(say("report.unseen.not_yet", name=key_name(item, options.platform_name)))
    told += not_looked_at_words(seen, options.platform_name)
    return tuple(filter(None, (*told, names_question(seen) if seen.amount is not Seen.ALL else "")))


def _questions_left(assessment: Assessment) -> tuple[str, ...]:
    """What only the person can know; what only a stranger's look would tell is said with the looks."""
    left = (item for item in assessment.not_checked if catalogue.known(item) and item not in STRANGERS_RULES)
    return tuple(catalogue.rule(item).title for item in left)


def _cannot_fix(shown: Sequence[Finding]) -> tuple[str, ...]:
    notes = (catalogue.rule(item.rule_id).cannot_fix for item in shown)
    return tuple(dict.fromkeys(note for note in notes if note))


def _copies(assessment: Assessment, options: Options) -> tuple[CopyLine, ...]:
    return tuple(
        CopyLine(
            address=profile_name(item.profile, options.platform_name),
            verdict=catalogue.words("verdict", item.verdict.value),
            reasons=tuple(reason.detail for reason in item.reasons),
        )
        for item in assessment.candidates
        if item.verdict not in (Verdict.OWN, Verdict.UNRELATED)
    )


def _copy_pages(assessment: Assessment) -> dict[str, str]:
    """The address of each possible copy, by the name its finding has."""
    pages = {}
    for item in assessment.candidates:
        profile = item.profile
        pages[f"{profile.get('platform', '')}:{profile.get('handle', '')}"] = str(profile.get("url") or "")
    return pages


def _has_copy(assessment: Assessment) -> bool:
    return any(item.verdict.may_be_copy for item in assessment.candidates)


def _footer(assessment: Assessment) -> tuple[str, ...]:
    rules = assessment.rules_version or say("report.footer.rules_here")
    return (
        say("report.footer.yours"),
        say("report.footer.copies"),
        say("report.footer.version", version=assessment.tool_version, rules=rules),
    )
