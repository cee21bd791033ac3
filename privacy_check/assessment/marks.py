"""What the person decided about findings: the one rule by which a decision holds, or is history.

A decision stands on the finding with its time. "Done" holds until the place is looked at again: a thing that is
seen after that is open, and remembers that it had been marked as done. The other decisions are about the thing
itself, which seeing it again does not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from privacy_check import catalogue
from privacy_check.model import Assessment, Finding, Mark, Marked, ProfileView
from privacy_check.sentences import say
from privacy_check.wording import spoken_day


def as_marked(item: Finding, decided: Marked | None, seen_at: datetime) -> Finding:
    """The finding with that decision, which counts as history where the thing was seen after it was "done"."""
    if decided is None:
        return item
    known = item.done_before is not None and decided.at <= item.done_before
    if decided.mark is Mark.FIXED and (known or decided.at < seen_at):
        return replace(item, mark=Mark.OPEN, marked_at=None, done_before=decided.at)
    return replace(item, mark=decided.mark, marked_at=None if decided.mark is Mark.OPEN else decided.at)


def all_marked(
    findings: Iterable[Finding], views: Sequence[ProfileView], decided: Mapping[str, Marked], started_at: datetime
) -> tuple[Finding, ...]:
    """Findings of one check with the decisions, by fingerprint, that hold for what it saw."""
    return tuple(
        as_marked(item, decided.get(item.fingerprint), _seen_at(item, views, started_at)) for item in findings
    )


def decided_now(mark: Mark, check: Assessment, now: datetime) -> Marked:
    """A decision about what this check shows: never older than its looks, whatever the clock says."""
    return Marked(mark, max(now, check.finished_at or check.started_at, *_times(check.views)))


def marked_in(check: Assessment | None) -> dict[str, Marked]:
    """The decisions that stand on the findings of a check, by fingerprint."""
    if check is None:
        return {}
    return {
        item.fingerprint: Marked(item.mark, item.marked_at or check.started_at)
        for item in check.findings
        if item.mark is not Mark.OPEN
    }


def standing(item: Finding) -> str:
    """In a sentence: what the person said of it, and that it is there again; empty for what is just open."""
    if item.mark is not Mark.OPEN:
        return say("report.account.you_said", what=decision_words(item))
    if item.done_before is None:
        return ""
    return say("marks.again", day=spoken_day(item.done_before))


def decision_words(item: Finding) -> str:
    """The decision in a few words, with its day where that is known."""
    what = catalogue.words("mark", item.mark.value)
    return say("marks.on", what=what, day=spoken_day(item.marked_at)) if item.marked_at else what


def _seen_at(item: Finding, views: Sequence[ProfileView], started_at: datetime) -> datetime:
    """When its page was last looked at; what belongs to no page alone is seen again when all pages were."""
    own = [view for view in views if item.account is not None and view.account.key == item.account.key]
    return min((_looked_at(view, started_at) for view in own or views), default=started_at)


def _looked_at(view: ProfileView, started_at: datetime) -> datetime:
    if view.seen_at is not None:
        return view.seen_at
    # Records of earlier versions know the day alone, and only of what was taken over.
    return datetime.combine(view.seen_on, time.min, UTC) if view.seen_on else started_at


def _times(views: Iterable[ProfileView]) -> Iterable[datetime]:
    return (view.seen_at for view in views if view.seen_at is not None)
