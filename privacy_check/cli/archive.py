"""`archive`: reading the data archives a person asked their services for, and how to ask. No request is made."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.options import (
    ABOUT,
    FAIL_ON,
    FORMATS,
    JSON,
    REPORT,
    REVEAL,
    about_from,
    check_folder,
    level,
    report_wanted,
)
from privacy_check.cli.output import code_for, put, put_json, say
from privacy_check.cli.program import app
from privacy_check.errors import NotYours, UsageError
from privacy_check.time_left import TimeLeft

if TYPE_CHECKING:
    from privacy_check.model import Assessment, Hint, ProfileView
    from privacy_check.ports import Toolkit
    from privacy_check.subject import AboutMe

BETWEEN = 10.0
"""Seconds from one line of progress to the next."""
_SHOWN = 40


@app.command(help="usage.command.archive")
def archive(
    files: list[Path] = typer.Argument(
        None,
        metavar="FILE...",
        help="usage.option.archives",
    ),
    how: str | None = typer.Option(None, "--how", metavar="PLATFORM", help="usage.option.how"),
    remind: Path | None = typer.Option(None, "--remind", metavar="FILE.ics", help="usage.option.remind"),
    photos: bool = typer.Option(False, "--photos", help="usage.option.archive_photos"),
    about: Path | None = ABOUT,
    as_json: bool = JSON,
    reveal: bool = REVEAL,
    report: Path | None = REPORT,
    formats: str | None = FORMATS,
    fail_on: str | None = FAIL_ON,
) -> None:
    """Look at what your own data archives hold. No request is made."""
    from privacy_check.cli.look import exit_code, finish
    from privacy_check.cli.toolkit import build_toolkit
    from privacy_check.sentences import say as sentence

    if remind is not None and how is None:
        raise UsageError(sentence("archive.usage.remind"), sentence("archive.usage.remind_hint"))
    if how is not None:
        _tell_how(how, remind)
        return
    if not files:
        raise UsageError(sentence("archive.usage.files"), sentence("archive.usage.files_hint"))
    limit = level(fail_on)
    wanted = report_wanted(report, formats)
    check_folder(report)
    toolkit = build_toolkit()
    assessment, hints = check_archives(files, toolkit, about_from(about), photos=photos)
    listed = [{"domain": hint.domain, "source": hint.source} for hint in hints]
    if assessment.views:
        finish(assessment, toolkit, report=wanted, as_json=as_json, reveal=reveal, beside={"hints": listed})
    elif as_json:
        from privacy_check.serialise import document

        put_json({**document(assessment, reveal=reveal), "hints": listed})
    if not as_json:
        _list_posts(assessment, reveal=reveal)
        _list_hints(hints)
    raise typer.Exit(exit_code(assessment, code_for(assessment.findings, limit)))


def check_archives(
    files: Sequence[Path], toolkit: Toolkit, about: AboutMe | None, *, photos: bool = False
) -> tuple[Assessment, list[Hint]]:
    """One assessment over archives, and the sites that lists of logins and mailboxes among the files name.

    Raises UnreadableInput, NothingSeen or NotYours.
    """
    from privacy_check.assessment.judge import judge_view
    from privacy_check.cli.saved import concluded
    from privacy_check.ownership import MOST_ACCOUNTS, Gate
    from privacy_check.sentences import say as sentence

    if toolkit.read_archives is None:
        raise UsageError(sentence("archive.usage.files"), sentence("archive.usage.files_hint"))
    started = toolkit.clock.now()
    names = about.every_name if about else ()
    views, hints = toolkit.read_archives(files, progress=Telling().told, owner_names=names)
    if len(views) > MOST_ACCOUNTS:
        raise NotYours(
            sentence("archive.usage.too_many", most=MOST_ACCOUNTS),
            sentence("archive.usage.too_many_hint"),
        )
    gate = Gate(stated=True, secret=toolkit.secret, codes_last=toolkit.codes_last)
    seen: list[ProfileView] = []
    findings = []
    for view in views:
        view = replace(view, account=gate.rule(view, about, seen))
        seen.append(view)
        if len(view.posts) > 1000:
            say("  " + sentence("archive.progress.judging", count=len(view.posts)))
        findings += judge_view(view, about)
    if photos and toolkit.read_archive_pictures is not None and seen:
        from privacy_check.assessment.judge import judge_pictures

        # Which account of several a picture is of cannot be told: they are told with the first.
        read = toolkit.read_archive_pictures(files, progress=Telling().told)
        seen[0] = replace(seen[0], warnings=(*seen[0].warnings, *read.warnings))
        findings += judge_pictures(seen[0], read.findings, findings)
    return concluded(seen, findings, started, toolkit, about), hints


@dataclass
class Telling(TimeLeft):
    """Says now and then how far the reading is, and about how long it will still take."""

    between: float = BETWEEN

    def told(self, done: int, total: int) -> None:
        """`done` of `total` bytes are read."""
        words = self.words(done, total)
        if words:
            say(f"  {words}")


def _tell_how(platform: str, remind: Path | None) -> None:
    from privacy_check.sentences import say as sentence
    from scanners.archives.asking import guide, guided
    from scanners.platforms.registry import load_platforms

    registry = load_platforms()
    found = guide(platform, registry)
    if found is None:
        names = ", ".join(guided())
        raise UsageError(
            sentence("archive.usage.no_guide", name=platform),
            sentence("archive.usage.no_guide_hint", platforms=names),
        )
    put(sentence("archive.how.title", name=found.name))
    if found.link:
        put(sentence("archive.how.begin", link=found.link))
    for number, step in enumerate(found.steps, 1):
        put(f"  {number}  {step}")
    put(sentence("archive.how.takes", takes=found.takes))
    put(sentence("archive.how.then"))
    put(sentence("archive.how.care"))
    put(sentence("archive.how.dated", as_of=found.as_of))
    if remind is not None:
        _save_reminder(remind, found.days)


def _save_reminder(path: Path, days: int) -> None:
    from privacy_check.ports import SystemClock
    from privacy_check.sentences import say as sentence
    from reports.formats import ics
    from reports.write import check_place, save

    now = SystemClock().now()
    stream = io.BytesIO()
    ics.write_fetch(now.date() + timedelta(days=days), now, stream)
    folder = path.expanduser().absolute().parent
    check_place(folder)
    for saved in save(folder, {path.name: stream.getvalue()}):
        put(sentence("archive.how.saved", path=saved))


def _list_posts(assessment: Assessment, *, reveal: bool) -> None:
    """Each post with why it may be worth taking down, so that they can be opened one by one."""
    from privacy_check import catalogue
    from privacy_check.assessment.own_posts import posts_of, views_by_account
    from privacy_check.sentences import say as sentence

    views = views_by_account(assessment.views)
    reasons: dict[tuple[str, int], list[str]] = {}
    for finding in assessment.findings:
        for one in posts_of(finding, views) if finding.confirmed else ():
            account = finding.account.key if finding.account else ""
            why = catalogue.rule(finding.rule_id).title
            listed = reasons.setdefault((account, one.item), [])
            if why not in listed:
                listed.append(why)
    if not reasons:
        return
    put("")
    put(sentence("archive.posts.title", count=len(reasons)))
    ordered = sorted(reasons, key=lambda key: (-len(reasons[key]), key))
    for account, item in ordered[:_SHOWN]:
        post = views[account].posts[item]
        put("  " + sentence("archive.posts.line", day=post.at[:10], why="; ".join(reasons[(account, item)])))
        if reveal:
            put(f"      {post.url or sentence('archive.posts.nowhere')}")
    if len(ordered) > _SHOWN:
        put("  " + sentence("archive.posts.more", count=len(ordered) - _SHOWN))
    if not reveal:
        put(sentence("archive.posts.link_hint"))


def _list_hints(hints: Sequence[Hint]) -> None:
    from privacy_check.sentences import say as sentence

    if hints:
        put("")
        put(sentence("archive.hints.title", count=len(hints)))
        put("\n".join(f"  {hint.domain}" for hint in hints))
        put(sentence("archive.hints.why"))
