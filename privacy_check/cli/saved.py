"""Saved pages through every later stage of a check: read, gated, judged and assessed, with no request at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.assessment.judge import judge_together, judge_view
from privacy_check.cli.output import say
from privacy_check.cli.progress import IF_YOURS
from privacy_check.errors import NotYours
from privacy_check.model import Assessment, Finding, Ownership, ProfileView
from privacy_check.ownership import MOST_ACCOUNTS, STOPPED, Gate
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import unseen
from privacy_check.subject import AboutMe


def check_pages(files: Sequence[Path], url: str | None, toolkit: Toolkit, about: AboutMe | None) -> Assessment:
    """One assessment over saved pages, in the order given. Raises UnreadableInput or NotYours."""
    from scanners.saved_page import load

    started = toolkit.clock.now()
    captures = [load(path, url) for path in files]
    if len({capture.account.key for capture in captures}) > MOST_ACCOUNTS:
        raise NotYours(
            f"These pages are of more than {MOST_ACCOUNTS} accounts, and one person can check up to that many.",
            "Give only pages of accounts that are yours.",
        )
    views: list[ProfileView] = []
    findings: list[Finding] = []
    gate = Gate(stated=True, secret=toolkit.secret)
    for path, capture in zip(files, captures, strict=True):
        view = toolkit.extract(capture)
        account = gate.rule(view, about, views)
        if account.ownership is Ownership.CONTRADICTED:
            say(f"{path.name}: stopped. {STOPPED}", *IF_YOURS)
            say(*(f"  - {way.sentence}" for way in gate.how_to_prove(account)))
            views.append(unseen(account, view.lens, STOPPED))
            continue
        view = replace(view, account=account)
        views.append(view)
        findings += judge_view(view, about)
    together = judge_together(tuple(views), tuple(findings), about)
    return assess(
        tuple(views),
        findings=tuple(together),
        requests=(),
        about=about,
        started_at=started,
        finished_at=toolkit.clock.now(),
        not_checked=catalogue.key_questions(),
    )
