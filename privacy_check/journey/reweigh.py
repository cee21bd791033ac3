"""A finished check weighed anew after an answer or a decision: its scenarios, range and plan, not its look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from privacy_check.assessment import answers
from privacy_check.model import Assessment, Mark
from privacy_check.subject import AboutMe


def reweighed(
    old: Assessment,
    about: AboutMe | None,
    *,
    not_checked: Sequence[str] | None = None,
    decided: Mapping[str, Mark] | None = None,
) -> Assessment:
    """The same check with its findings as they stand now; `decided` holds new marks by fingerprint."""
    # A lot to load; nobody should wait for it on the first page.
    from privacy_check.assessment.assemble import assess

    marks = {item.fingerprint: item.mark for item in old.findings} | dict(decided or {})
    new = assess(
        old.views,
        findings=[replace(item, mark=Mark.OPEN) for item in old.findings],
        requests=old.requests,
        started_at=old.started_at,
        finished_at=old.finished_at,
        candidates=old.candidates,
        about=about,
        marks=marks,
        not_checked=old.not_checked if not_checked is None else not_checked,
    )
    return replace(new, changes=old.changes, rise=old.rise)


def answered_anew(old: Assessment, about: AboutMe | None, replies: Mapping[str, str]) -> Assessment:
    """The same check with these answers to the few questions in place of those given before."""
    asked = {question for question, _ in answers.questions()}
    left = tuple(item for item in old.not_checked if item not in asked)
    seen = tuple(item for item in old.findings if item.field != answers.FIELD)
    return reweighed(
        replace(old, findings=(*seen, *answers.findings(replies))),
        about,
        not_checked=(*left, *answers.not_checked(replies)),
    )
