"""What the screens and the linear dialogue say about an assessment: facts gathered, in the catalogue's words.

Nothing here draws; everything that came from a page still has to go through `tui.text`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from privacy_check import catalogue
from privacy_check.account_names import NameOf, key_name
from privacy_check.assessment.who_sees import who_sees
from privacy_check.model import (
    Account,
    Assessment,
    Finding,
    Lens,
    Mark,
    Nature,
    PageKind,
    PlanStep,
    ProfileView,
    Scenario,
    ScenarioStatus,
)
from privacy_check.sentences import say
from privacy_check.wording import shows

MOST_UNREAD = 3
_PLANNED = (Lens.PUBLIC, Lens.MEMBER)


def offered_way(lens: Lens) -> str:
    """A way to look at an account, as the person may choose it."""
    return say(f"app.lens.way.{lens}")


def way_words(lens: Lens | None) -> str:
    """How an account is going to be looked at, in words."""
    if lens is None:
        return say("app.telling.left_out")
    return say(f"app.lens.planned.{lens}") if lens in _PLANNED else lens_words(lens)


def lens_words(lens: Lens) -> str:
    """How an account was looked at, in words."""
    return catalogue.words("lens", lens)


def status_words(status: ScenarioStatus) -> str:
    """Whether a scenario is possible, in words."""
    return catalogue.words("scenario_status", status)


def mark_words(mark: Mark) -> str:
    """What was decided, in words."""
    return catalogue.words("mark", mark)


def private(finding: Finding) -> bool:
    """True for a topic that stays closed until the person opens it."""
    return finding.nature is Nature.REVEALS_SENSITIVE


def where(account: Account | None, name_of: NameOf) -> str:
    """The platform a finding was seen on."""
    return name_of(account.platform) if account else say("app.telling.own_answers")


def minutes(number: int) -> str:
    """`1 minute`, `5 minutes`."""
    return say("common.minutes", count=number)


def everyday(assessment: Assessment, settled: Collection[str] | None = None) -> list[Finding]:
    """What the findings list shows, most pressing first: not the private topics, not the copies.

    `settled` are the fingerprints that come last, those decided already where none are named.
    """
    kept = [
        finding
        for finding in assessment.findings
        if not private(finding) and finding.nature is not Nature.IMPERSONATION
    ]
    last = settled if settled is not None else {item.fingerprint for item in kept if item.mark is not Mark.OPEN}
    return sorted(kept, key=lambda finding: (finding.fingerprint in last, -finding.severity.rank))


def private_findings(assessment: Assessment) -> list[Finding]:
    """The private topics, in the order they were found."""
    return [finding for finding in assessment.findings if private(finding)]


def not_checked_words(assessment: Assessment, name_of: NameOf) -> list[str]:
    """What nobody looked at: accounts by name, then how many questions have no answer."""
    ids = dict.fromkeys((*assessment.not_checked, *(assessment.score.not_checked if assessment.score else ())))
    looked = {f"{view.account.platform}:{view.account.handle}".lower() for view in assessment.views}
    words = [key_name(item, name_of) for item in ids if ":" in item and item.lower() not in looked]
    asked = sum(catalogue.known(item) for item in ids)
    words += [item for item in ids if ":" not in item and not catalogue.known(item)]
    return [*words, *([say("common.questions", count=asked)] if asked else [])]


def rule_title(rule_id: str) -> str:
    """A rule's title, or its id when the catalogue does not know it."""
    return catalogue.rule(rule_id).title if catalogue.known(rule_id) else rule_id


def scenario_title(scenario_id: str) -> str:
    """A scenario's title."""
    return catalogue.scenario(scenario_id).title


def exposure_words(now: tuple[int, int] | None, before: tuple[int, int] | None) -> str:
    """`How much shows: 34 to 47 of 100, was 61 to 70`; empty without a score."""
    if now is None:
        return ""
    text = shows(*now)
    if before and before != now:
        name = "app.telling.was_to" if before[0] != before[1] else "app.telling.was"
        text += say(name, number=before[0], number_2=before[1])
    return text


def exposure_sentence(now: tuple[int, int] | None, before: tuple[int, int] | None) -> str:
    """The same as a sentence, with why it is a range where it is one; empty without a score."""
    words = exposure_words(now, before)
    why = say("common.why_range") if now and now[0] != now[1] else ""
    return f"{words}. {why}".rstrip() if words else ""


def exposure_meaning() -> str:
    """One sentence on what the number means."""
    return say("common.exposure_means")


def step_place(step: PlanStep, name_of: NameOf) -> str:
    """Where a step is done: one site by name, several counted and named, each once."""
    sites = tuple(dict.fromkeys(name_of(account.platform) for account in step.accounts))
    if len(sites) < 2:
        return where(step.account, name_of)
    return say("doing.on_sites", count=len(sites), named=", ".join(sites))


def prints_of(steps: Iterable[PlanStep], assessment: Assessment) -> list[str]:
    """The findings of these steps, each once and in order: all of them can be opened."""
    known = {item.fingerprint for item in assessment.findings}
    prints = (fingerprint for step in steps for fingerprint in step.fingerprints if fingerprint in known)
    return list(dict.fromkeys(prints))


def closing_words(scenario: Scenario) -> str:
    """What closing an open scenario takes, and how long; empty where nothing is known to close it."""
    if scenario.status is not ScenarioStatus.OPEN or not scenario.closing_set:
        return ""
    pieces = "; ".join(rule_title(rule_id) for rule_id in scenario.closing_set)
    return say("doing.takes", pieces=pieces, minutes=minutes(scenario.minutes))


def field_words(field: str) -> str:
    """The part of a page a finding was seen in."""
    return catalogue.words("field", field)


def part_words(finding: Finding) -> str:
    """The part of a page a finding was seen in; what the person typed is called that."""
    return lens_words(Lens.TYPED) if finding.lens is Lens.TYPED else field_words(finding.field)


def who(finding: Finding) -> str:
    """Who can see it, and who might make use of it."""
    seen = who_sees(finding)
    return seen[:1].upper() + seen[1:]


def audiences(finding: Finding) -> str:
    """Who might make use of it, as one line."""
    return ", ".join(catalogue.words("audience", audience) for audience in finding.audiences)


def piece_words(rule_id: str, assessment: Assessment, name_of: NameOf) -> str:
    """A piece of a scenario and the platforms it was seen on."""
    places = dict.fromkeys(
        where(finding.account, name_of) for finding in assessment.findings if finding.rule_id == rule_id
    )
    title = rule_title(rule_id)
    return f"{title} ({', '.join(places)})" if places else title


def outcome_sentence(view: ProfileView) -> str:
    """What a look came to, as a sentence."""
    return catalogue.outcome_sentence(view.outcome, view.lens)


def page_sentences(view: ProfileView) -> tuple[str, ...]:
    """What has to be known of a page that was seen: that it is no profile, and what of it was not read."""
    kind = () if view.kind is PageKind.PROFILE else (catalogue.words("page_kind", view.kind),)
    rest = len(view.warnings) - MOST_UNREAD
    more = (say("app.telling.not_read", counted=say("common.other_parts_were", count=rest)),) if rest > 0 else ()
    return (*kind, *view.warnings[:MOST_UNREAD], *more)


def outcome_words(view: ProfileView) -> tuple[str, str]:
    """The state of a look in two parts: `could not see` and `sign-in page`; the second may be empty."""
    state, _, reason = catalogue.outcome_words(view.outcome, view.lens).partition(": ")
    return state, reason
