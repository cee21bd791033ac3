"""What the page of one finding says, and what may be done there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from privacy_check import catalogue, employer_pack
from privacy_check.account_names import NameOf
from privacy_check.assessment import own_paths
from privacy_check.assessment.marks import standing
from privacy_check.assessment.own_paths import PathText
from privacy_check.assessment.visits import remedy_for
from privacy_check.journey.presenters import part_words, piece_words, scenario_title, where, who
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer
from privacy_check.model import Account, Assessment, Finding, Mark, ScenarioStatus
from privacy_check.sentences import say
from privacy_check.wording import steps_checked


@dataclass(frozen=True, slots=True)
class Doing:
    """How to change one thing: numbered steps, a settings address, when the steps were last checked."""

    title: str
    steps: tuple[str, ...]
    url: str
    minutes: int
    checked: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything one finding's page says; `value` is the only thing that came from the person's page.

    `doing` are the ways to change it, the one that fits best first; `path` comes before them where there is one.
    """

    title: str
    level: str
    value: str
    place: str
    by_whom: str
    why: str
    together: tuple[str, ...]
    doing: tuple[Doing, ...]
    path: PathText | None
    cannot_fix: str
    certain: str
    mark: Mark
    standing: str
    guidance: str


def tell(finding: Finding, assessment: Assessment, name_of: NameOf, *, reveal: bool) -> Told:
    """Gathers what the page of one finding says; the value is masked until it is revealed."""
    rule = catalogue.rule(finding.rule_id)
    path = own_paths.path_of(finding, assessment)
    return Told(
        title=rule.title,
        level=catalogue.words("severity", finding.severity),
        value=finding.value.reveal() if reveal else finding.value.masked(),
        place=f"{where(finding.account, name_of)}, {part_words(finding)}",
        by_whom=who(finding),
        why=rule.why,
        together=tuple(_together(finding, assessment, name_of)),
        doing=_doing(finding),
        path=own_paths.text_of(path) if path else None,
        cannot_fix=rule.cannot_fix,
        certain="" if finding.confirmed else say("app.telling.guess"),
        mark=finding.mark,
        standing=standing(finding),
        guidance=employer_pack.current().cites(rule.guidance_ref),
    )


def _doing(finding: Finding) -> tuple[Doing, ...]:
    return doing_of(finding.rule_id, finding.account)


def doing_of(rule_id: str, account: Account | None) -> tuple[Doing, ...]:
    """Every way to change it; the plan's own first, so that a child is never kept safe by hiding an account."""
    platform = account.platform if account else ""
    found = catalogue.remedies(rule_id, platform)
    if not found:
        return ()
    first = remedy_for(rule_id, platform)
    return tuple(
        Doing(
            item.title,
            tuple(item.steps),
            item.url,
            item.minutes,
            steps_checked(item),
            item.after,
        )
        for item in (first, *(other for other in found if other.id != first.id))
    )


def _together(finding: Finding, assessment: Assessment, name_of: NameOf) -> Iterable[str]:
    for scenario in assessment.scenarios:
        if finding.rule_id not in scenario.pieces or scenario.status is ScenarioStatus.CLOSED:
            continue
        title = scenario_title(scenario.id)
        others = [rule_id for rule_id in scenario.pieces if rule_id != finding.rule_id]
        if scenario.status is not ScenarioStatus.OPEN:
            yield say("app.telling.one_more", title=title)
            continue
        if not others:
            yield say("app.telling.alone", title=title)
            continue
        named = "; ".join(piece_words(rule_id, assessment, name_of) for rule_id in others[:2])
        more = say("app.telling.more", number=len(others) - 2) if len(others) > 2 else ""
        yield say("app.telling.together", title=title, named=named, more=more)


def choices_of(
    finding: Finding, journey: Journey, *, reveal: bool, among: tuple[str, ...] = ()
) -> tuple[Offer, ...]:
    """What may be done about a finding; keeping it as it is, is not everywhere the person's alone to say."""
    doing = _doing(finding)
    setting = next((item.url for item in doing if item.url), "")
    offers = [
        Offer("reveal", say("plain.pages.hide_words" if reveal else "plain.pages.say_words_seen")),
        Offer("show", say("plain.pages.show_me_page"), subject=finding.account.url if finding.account else ""),
        Offer("setting", say("plain.pages.open_setting"), subject=setting),
        Offer("done", say("report.first.done")),
    ]
    if journey.assessment is not None and own_paths.may_keep(finding, journey.assessment):
        offers.append(Offer("keep", say("plain.pages.keep_as")))
    offers.append(Offer("notme", say("plain.pages.not_me")))
    if journey.decisions.can_undo:
        offers.append(Offer("undo", say("plain.pages.undo")))
    offers += [Offer("plan", say("plain.pages.if_then")), Offer("readers", say("reflect.three.heading"))]
    after = among[among.index(finding.fingerprint) + 1 :] if finding.fingerprint in among else ()
    if after:
        offers.append(Offer("next", say("plain.pages.next_one"), subject=after[0]))
    return tuple(offers)
