"""Each account worded for a report: how the look ended, what was not read, and what it showed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.assessment.marks import standing
from privacy_check.assessment.who_sees import who_sees
from privacy_check.employer_pack import current
from privacy_check.model import (
    Account,
    Finding,
    Lens,
    Outcome,
    Ownership,
    PageKind,
    ProfileView,
    SeenBy,
    Severity,
)
from privacy_check.sentences import say
from privacy_check.wording import spoken_day, steps_checked
from reports.another_way import ways_to_look
from reports.first_page import tick_of
from reports.parts import AccountSection, FindingLine, FixCard, Options, StepList
from reports.places import account_name, evidence, safe_link

MOST_UNREAD = 6
# Words of the trade in what a reader of pages noted down: nobody needs them to know what to do.
_TECHNICAL = re.compile(
    r"og:|json|microdata|h-card|\bhttps?\b|\bstatus\b|\b[1-5]\d\d\b|[{}<>_=\\]|\bselector|\bscript", re.I
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What every line needs: how to word it, the lists of steps so far, and the card each thing stands on."""

    options: Options
    steps: Steps
    cards: Mapping[str, FixCard]


class Steps:
    """The lists of steps that lines point to: each list once, numbered as it is first needed."""

    def __init__(self) -> None:
        self._lists: dict[str, StepList] = {}

    def number(self, finding: Finding) -> int:
        """The number of the steps for a finding, those of its platform before general ones; 0 for none."""
        platform = finding.account.platform if finding.account else None
        remedy = next((one for one in catalogue.remedies(finding.rule_id, platform) if one.steps), None)
        if remedy is None:
            return 0
        if remedy.id not in self._lists:
            self._lists[remedy.id] = StepList(
                number=len(self._lists) + 1,
                title=remedy.title,
                steps=remedy.on_either,
                minutes=remedy.minutes,
                link=safe_link(remedy.url),
                after=remedy.after,
                checked=steps_checked(remedy),
            )
        return self._lists[remedy.id].number

    @property
    def lists(self) -> tuple[StepList, ...]:
        """Every list, in the order of its number."""
        return tuple(self._lists.values())


def sections(
    views: Sequence[ProfileView], shown: Sequence[Finding], telling: Telling
) -> tuple[AccountSection, ...]:
    """Every account that was looked at, then what belongs to none of them: nothing that was found is left out."""
    told = [_section(view, shown, telling) for view in views]
    keys = {view.account.key for view in views}
    loose: dict[Account | None, list[Finding]] = {}
    for item in shown:
        if item.account is None or item.account.key not in keys:
            loose.setdefault(item.account, []).append(item)
    told += [_loose(account, items, views, telling) for account, items in loose.items()]
    return tuple(told)


def state(view: ProfileView) -> str:
    """How the look ended, in two or three words."""
    if view.account.ownership is Ownership.CONTRADICTED:
        return catalogue.words("ownership", Ownership.CONTRADICTED.value)
    return catalogue.outcome_words(view.outcome, view.lens)


def _state_as_of(view: ProfileView) -> str:
    """The same, with the day of the look where it was not looked at again."""
    if view.seen_on is None:
        return state(view)
    return f"{state(view)}, {say('changes.as_of', day=spoken_day(view.seen_on))}"


def _section(view: ProfileView, shown: Sequence[Finding], telling: Telling) -> AccountSection:
    options = telling.options
    mine = [item for item in shown if item.account is not None and item.account.key == view.account.key]
    stopped = view.account.ownership is Ownership.CONTRADICTED
    unseen = not view.outcome.conclusive
    by_hand = options.prove(view.account) if stopped else options.by_hand(view.account) if unseen else ()
    anyone = view.outcome is Outcome.VISIBLE and view.lens is Lens.PUBLIC
    # Beside "Strangers see very little" each line says for itself that anyone can see it.
    private = view.outcome is Outcome.PRIVATE
    seen_by = _who_words(SeenBy.PUBLIC) if anyone else "" if private else _seen_by(mine)
    return AccountSection(
        name=account_name(view.account, options),
        address=view.account.url,
        link=safe_link(view.account.url),
        state=_state_as_of(view),
        sentence=" ".join(view.evidence[:1]) if stopped else _outcome_sentence(view),
        could_see=not unseen and view.outcome is not Outcome.NOT_FOUND,
        seen_by="" if anyone else seen_by,
        findings=_lines(mine, (view,), telling, seen_by),
        by_hand=by_hand,
        ways=ways_to_look(view) if unseen and not stopped else (),
        by_hand_title=say("report.account.prove" if stopped else "report.account.look_yourself"),
        unread=_unread(view),
        nothing=_nothing(view),
    )


def _loose(
    account: Account | None, findings: Sequence[Finding], views: Sequence[ProfileView], telling: Telling
) -> AccountSection:
    seen_by = _seen_by(findings)
    return AccountSection(
        name=account_name(account, telling.options) if account else say("report.account.across"),
        address=account.url if account else "",
        link=safe_link(account.url) if account else "",
        state="",
        sentence="",
        could_see=True,
        seen_by=seen_by,
        findings=_lines(findings, views, telling, seen_by),
    )


def _nothing(view: ProfileView) -> str:
    """What may be said where nothing was found: something only where a page was really seen."""
    if not view.outcome.seen:
        return ""
    return say("report.account.nothing_in_part" if view.partly_read else "report.account.nothing")


def _unread(view: ProfileView) -> tuple[str, ...]:
    """Which parts of a page were not read; a page may have any number of them."""
    if view.outcome.conclusive and not view.partly_read:
        return ()
    plain = (_plain(words) or say("report.account.unread_part") for words in view.warnings)
    told = tuple(dict.fromkeys(plain))
    rest = len(told) - MOST_UNREAD
    more = (say("report.account.more_unread", count=rest),) if rest > 0 else ()
    return (*told[:MOST_UNREAD], *more)


def _plain(words: str) -> str:
    """What a reader of pages noted, unless it speaks of how pages are made."""
    return "" if _TECHNICAL.search(words) else words


def _outcome_sentence(view: ProfileView) -> str:
    sentence = catalogue.outcome_sentence(view.outcome, view.lens)
    kind = "" if view.kind is PageKind.PROFILE else catalogue.words("page_kind", view.kind.value)
    # Why an open page is believed to be one is for whoever checks the tool; why another is not, for the person.
    reason = "" if view.outcome.conclusive else next(filter(None, map(_plain, view.evidence[:1])), "")
    return " ".join(dict.fromkeys(words for words in (sentence, kind, reason) if words))


def _seen_by(findings: Sequence[Finding]) -> str:
    """Who sees what stands here, where it is the same for all of it; else nothing, and each line says it."""
    told = {_who(item) for item in findings}
    return told.pop() if len(told) == 1 else ""


def _who(finding: Finding) -> str:
    return say("report.account.who_sees", who=who_sees(finding))


def _who_words(circle: SeenBy) -> str:
    return say("report.account.who_sees", who=catalogue.words("seen_by", circle))


def _lines(
    findings: Iterable[Finding], views: Sequence[ProfileView], telling: Telling, seen_by: str
) -> tuple[FindingLine, ...]:
    """One line per kind of thing: the same rule seen in three posts is one thing to do."""
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for item in sorted(findings, key=lambda one: (not one.confirmed, -one.severity.rank)):
        kinds.setdefault((item.rule_id, item.confirmed, standing(item), _who(item)), []).append(item)
    return tuple(_line(items, views, telling, seen_by) for items in kinds.values())


def _line(items: Sequence[Finding], views: Sequence[ProfileView], telling: Telling, seen_by: str) -> FindingLine:
    item = items[0]
    rule = catalogue.rule(item.rule_id)
    card = telling.cards.get(item.fingerprint)
    return FindingLine(
        tick=tick_of(one.fingerprint for one in items),
        title=rule.title,
        card=card.tick if card else "",
        level=card.level if card else catalogue.words("severity", item.severity.value),
        presses=bool(card) or item.severity.rank > Severity.WORTH_A_LOOK.rank,
        places=evidence(items, views, telling.options),
        seen_by="" if _who(item) == seen_by else _who(item),
        why=item.explanation if len(items) == 1 and item.explanation else rule.why,
        steps_at=telling.steps.number(item),
        state=standing(item),
        is_question=not item.confirmed,
        guidance=say("report.account.guidance", guidance=current().cites(rule.guidance_ref)),
    )
