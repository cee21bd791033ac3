"""Saved pages through every later stage of a check: read, gated, judged and assessed, with no request at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.assessment.judge import judge_together, judge_view
from privacy_check.cli.output import warn
from privacy_check.errors import NotYours, UsageError
from privacy_check.model import Assessment, Finding, Ownership, ProfileView
from privacy_check.ownership import MOST_ACCOUNTS, Gate
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import unseen
from privacy_check.sentences import lines, say
from privacy_check.subject import AboutMe


def check_pages(files: Sequence[Path], url: str | None, toolkit: Toolkit, about: AboutMe | None) -> Assessment:
    """One assessment over saved pages, in the order given. Raises UnreadableInput or NotYours."""
    started = toolkit.clock.now()
    pages = list(_read(files, url, toolkit))
    views: list[ProfileView] = []
    findings: list[Finding] = []
    gate = Gate(stated=True, secret=toolkit.secret, codes_last=toolkit.codes_last)
    for path, view in zip(files, pages, strict=True):
        account = gate.rule(view, about, views)
        if account.ownership is Ownership.CONTRADICTED:
            warn(
                say("commands.saved.stopped", name=path.name, stopped=say("errors.ownership.another_name")),
                *lines("commands.progress.if_yours"),
            )
            warn(*(f"  - {way.sentence}" for way in gate.how_to_prove(account)))
            views.append(unseen(account, view.lens, say("errors.ownership.another_name")))
            continue
        view = replace(view, account=account)
        views.append(view)
        findings += judge_view(view, about)
    return concluded(views, findings, started, toolkit, about)


def concluded(
    views: Sequence[ProfileView],
    findings: Sequence[Finding],
    started: datetime,
    toolkit: Toolkit,
    about: AboutMe | None,
) -> Assessment:
    """The assessment of views that were handed in, with what only several of them show."""
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


def _read(files: Sequence[Path], url: str | None, toolkit: Toolkit) -> Iterator[ProfileView]:
    """Every page, read one by one, so that no two of them are held at a time."""
    if toolkit.load_saved is None:
        raise UsageError(say("app.journey.no_saved"), say("commands.saved.use_page"))
    accounts = set()
    for path in files:
        capture = toolkit.load_saved(path, url)
        accounts.add(capture.account.key)
        if len(accounts) > MOST_ACCOUNTS:
            raise NotYours(
                say("commands.saved.too_many", most_accounts=MOST_ACCOUNTS),
                say("commands.saved.too_many_hint"),
            )
        yield toolkit.extract(capture)
