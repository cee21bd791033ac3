"""A finished check weighed anew after an answer or a decision: its scenarios, range and plan, not its look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from privacy_check.model import Assessment, Mark
from privacy_check.subject import AboutMe


def weighed_again(
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
