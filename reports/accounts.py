"""Each account worded for a report: how the look ended, what was not read, and what it showed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from privacy_check import catalogue
from privacy_check.account_names import account_name as named
from privacy_check.account_names import key_name
from privacy_check.model import Account, Finding, Mark, Nature, Ownership, PageKind, ProfileView
from privacy_check.sentences import say
from reports.another_way import ways_to_look
from reports.parts import AccountSection, FindingLine, Options

NOTHING = "Nothing of yours stood out here."
NOTHING_IN_PART = "Nothing of yours stood out in the part that was read. More may stand in the rest."
MOST_UNREAD = 6


def section(view: ProfileView, shown: Sequence[Finding], options: Options) -> AccountSection:
    """One account and those of the findings that belong to it."""
    mine = [item for item in shown if item.account is not None and item.account.key == view.account.key]
    stopped = view.account.ownership is Ownership.CONTRADICTED
    unseen = not view.outcome.conclusive
    by_hand = options.prove(view.account) if stopped else options.by_hand(view.account) if unseen else ()
    return AccountSection(
        name=account_name(view.account, options),
        address=view.account.url,
        state=f"{state(view)}, {say('changes.as_of', day=_day(view.seen_on))}" if view.seen_on else state(view),
        sentence=" ".join(view.evidence[:1]) if stopped else _outcome_sentence(view),
        could_see=not unseen,
        findings=_lines(mine, options),
        by_hand=by_hand,
        ways=ways_to_look(view) if unseen and not stopped else (),
        by_hand_title="To show that it is yours" if stopped else "Look yourself",
        unread=_unread(view),
        nothing="" if unseen else NOTHING_IN_PART if view.partly_read else NOTHING,
    )


def _unread(view: ProfileView) -> tuple[str, ...]:
    """Which parts of a page were not read; a page may have any number of them."""
    rest = len(view.warnings) - MOST_UNREAD
    return (*view.warnings[:MOST_UNREAD], *([f"And {rest} more like these."] if rest > 0 else ()))


def state(view: ProfileView) -> str:
    """How the look ended, in two or three words."""
    if view.account.ownership is Ownership.CONTRADICTED:
        return catalogue.words("ownership", Ownership.CONTRADICTED.value)
    return catalogue.outcome_words(view.outcome, view.lens)


def _outcome_sentence(view: ProfileView) -> str:
    sentence = catalogue.outcome_sentence(view.outcome, view.lens)
    kind = "" if view.kind is PageKind.PROFILE else catalogue.words("page_kind", view.kind.value)
    reason = view.evidence[0] if view.evidence else ""
    return " ".join(dict.fromkeys(words for words in (sentence, kind, reason) if words))


def _lines(findings: Iterable[Finding], options: Options) -> tuple[FindingLine, ...]:
    """One line per kind of thing: the same rule seen in three posts is one thing to do."""
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for item in sorted(findings, key=lambda one: (not one.confirmed, -one.severity.rank)):
        kinds.setdefault((item.rule_id, item.confirmed, item.mark, item.seen_by), []).append(item)
    return tuple(_line(items, options) for items in kinds.values())


def _line(items: Sequence[Finding], options: Options) -> FindingLine:
    item = items[0]
    rule = catalogue.rule(item.rule_id)
    platform = item.account.platform if item.account else None
    remedies = catalogue.remedies(item.rule_id, platform)
    return FindingLine(
        title=rule.title,
        level=catalogue.words("severity", item.severity.value),
        seen=tuple(dict.fromkeys(evidence(one, options) for one in items)),
        seen_by=catalogue.words("seen_by", item.seen_by.value),
        why=item.explanation if len(items) == 1 and item.explanation else rule.why,
        first_step=remedies[0].steps[0] if remedies and remedies[0].steps else "",
        state="" if item.mark is Mark.OPEN else catalogue.words("mark", item.mark.value),
        is_question=not item.confirmed,
    )


def evidence(finding: Finding, options: Options) -> str:
    """What was seen, in dots unless it may be shown, and where on the page."""
    # Where a copy stands is nobody's secret, and the person needs it to report it.
    shown = options.reveal or finding.nature is Nature.IMPERSONATION
    if not finding.value.reveal():
        return catalogue.words("field", finding.field)
    value = finding.value.reveal() if shown else finding.value.masked()
    if finding.nature is Nature.IMPERSONATION:
        value = key_name(value, options.platform_name)
    place = catalogue.words("field", finding.field)
    return f"{value} ({place})" if place else value


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def account_name(account: Account | None, options: Options) -> str:
    """The platform and the user name."""
    return named(account, options.platform_name) if account else "All your accounts"
