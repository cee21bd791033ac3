"""What changed, in sentences: the same ones in the report, the app, the plain dialogue and on the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from privacy_check import catalogue
from privacy_check.account_names import NameOf, as_a_name, key_name
from privacy_check.assessment.changes import ORDER
from privacy_check.model import Account, Assessment, Change, ChangeKind, Rise, RiseReason
from privacy_check.sentences import say
from privacy_check.wording import listed, spoken_day

_COUNTED = (RiseReason.CAME_BACK, RiseReason.NEW, RiseReason.QUESTIONS)


def in_one_line(assessment: Assessment) -> str:
    """`Since last time: 2 new, 1 removed.`; empty for a first check."""
    counts = Counter(change.kind for change in assessment.changes)
    parts = [say(f"changes.short_kind.{kind}", count=counts[kind]) for kind in ORDER if counts[kind]]
    return say("changes.short", parts=", ".join(parts)) if parts else ""


def in_sentences(assessment: Assessment, name_of: NameOf = as_a_name) -> tuple[str, ...]:
    """How many things changed in which way, a sentence each, and why the number may be higher."""
    counts = Counter(change.kind for change in assessment.changes)
    told = [say(f"changes.told.{kind}", count=counts[kind]) for kind in ORDER if counts[kind]]
    return (*told, *why_higher_words(assessment, name_of))


def why_higher_words(assessment: Assessment, name_of: NameOf = as_a_name) -> tuple[str, ...]:
    """Why the number may have gone up, kindly; empty when it did not."""
    if not assessment.rise:
        return ()
    known = [view.account for view in assessment.views]
    return (say("changes.rise.lead"), *(_reason(one, known, name_of) for one in assessment.rise))


def by_kind(assessment: Assessment, name_of: NameOf = as_a_name) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every change as a line with its account's name, below a heading for each kind; equal ones are one line."""
    days = {item.fingerprint: item.seen_on for item in assessment.findings}
    known = [view.account for view in assessment.views]

    def line(change: Change) -> str:
        thing = catalogue.rule(change.rule_id).title if catalogue.known(change.rule_id) else change.rule_id
        where = key_name(change.account, name_of, known) if change.account else say("changes.no_account")
        day = days.get(change.fingerprint)
        if change.kind is ChangeKind.NOT_LOOKED_AT and day is not None:
            return say("changes.line_as_of", thing=thing, where=where, day=spoken_day(day))
        return say("changes.line", thing=thing, where=where)

    groups = {kind: [change for change in assessment.changes if change.kind is kind] for kind in ORDER}
    return tuple(
        (say(f"changes.heading.{kind}"), _counted(map(line, changes)))
        for kind, changes in groups.items()
        if changes
    )


def _counted(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line once, with how often it stood, so that the lines add up to the number that was told."""
    times = Counter(lines)
    return tuple(
        line if count == 1 else say("changes.times", count=count, line=line) for line, count in times.items()
    )


def _reason(one: Rise, known: Sequence[Account], name_of: NameOf) -> str:
    name = f"changes.rise.{one.reason}"
    if one.reason in _COUNTED:
        return say(name, count=one.count)
    named = list(dict.fromkeys(key_name(key, name_of, known) for key in one.accounts))
    return say(name, accounts=listed(named))
