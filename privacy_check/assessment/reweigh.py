"""A finished check weighed anew after an answer or a decision: its scenarios, range and plan, not its look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from privacy_check.assessment.marks import all_marked
from privacy_check.model import Assessment, Mark, Marked
from privacy_check.subject import AboutMe


def weighed_again(
    old: Assessment,
    about: AboutMe | None,
    *,
    not_checked: Sequence[str] | None = None,
    decided: Mapping[str, Marked] | None = None,
) -> Assessment:
    """The same check with its findings as they stand now; `decided` holds new decisions by fingerprint."""
    # A lot to load; nobody should wait for it on the first page.
    from privacy_check.assessment.assemble import assess
    from privacy_check.assessment.scenarios import told_of_private_topics

    new = assess(
        old.views,
        findings=old.findings,
        requests=old.requests,
        started_at=old.started_at,
        finished_at=old.finished_at,
        candidates=old.candidates,
        about=about,
        marks=decided,
        not_checked=old.not_checked if not_checked is None else not_checked,
        private_topics=told_of_private_topics(old.scenarios),
    )
    return replace(
        old,
        findings=new.findings,
        scenarios=new.scenarios,
        score=new.score,
        plan=new.plan,
        not_checked=new.not_checked,
        rules_version=new.rules_version,
    )


def kept_check(check: Assessment, about: AboutMe | None, decided: Mapping[str, Marked]) -> Assessment:
    """A check from the vault with the person's decisions, and a score and plan that agree with them.

    Without any decision it stays as it was kept. No scenario comes up that it had left out: whether one fits the
    person may hang on words that are forgotten by now.
    """
    marked = replace(check, findings=all_marked(check.findings, check.views, decided, check.started_at))
    # One that was taken back counts too: the check may have been weighed before that.
    touched = any(item.mark is not Mark.OPEN or item.fingerprint in decided for item in check.findings)
    if check.score is None or not touched:
        return marked
    known = {item.id for item in check.scenarios}
    new = weighed_again(marked, about)
    return replace(new, scenarios=tuple(item for item in new.scenarios if item.id in known))
