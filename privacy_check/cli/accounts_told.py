"""What `accounts` says: first what was found and what to do about it, then what could not be seen and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from privacy_check import sites_told
from privacy_check.cli.output import put
from privacy_check.forgotten import SiteAnswer, SiteFacts
from privacy_check.model import Assessment, Hint, Lens, Outcome, ProfileView
from privacy_check.ports import SiteRun
from privacy_check.sentences import say


def document(
    run: SiteRun, answers: Sequence[SiteAnswer], hints: Sequence[Hint], began: datetime
) -> dict[str, Any]:
    """The common document, one account for each site and handle, with what is known of the site beside it."""
    from privacy_check import serialise

    views = [_view(answer) for answer in answers]
    assessment = Assessment(
        started_at=began,
        finished_at=datetime.now(UTC),
        views=tuple(views),
        requests=tuple(run.requests()),
        not_checked=tuple(f"sites:{topic}" for topic in run.about.left_alone),
    )
    # The handles are the person's own words, and nothing else of anybody stands here: there is nothing to mask.
    written = serialise.document(assessment, reveal=True)
    for part, answer in zip(written["accounts"], answers, strict=True):
        part["site"] = _site_part(answer.site)
    written["sites"] = {
        "list": run.about.name,
        "own": run.about.own,
        "licence": run.about.licence,
        "dated": run.about.dated,
        "asked": run.about.sites,
        "not_reached": run.total - len(answers),
        "unread": run.about.unread,
        "left_alone": {str(topic): count for topic, count in run.about.left_alone.items()},
    }
    written["hints"] = [{"domain": hint.domain, "source": hint.source} for hint in hints]
    return written


def _view(answer: SiteAnswer) -> ProfileView:
    return ProfileView(
        answer.account, Lens.PUBLIC, answer.outcome, evidence=answer.evidence, seen_on=answer.seen_on
    )


def _site_part(site: SiteFacts) -> dict[str, Any]:
    return {
        "name": site.name,
        "category": site.category,
        "delete": site.delete_url,
        "delete_how": site.delete_how,
        "difficulty": site.difficulty,
        "worth": site.worth,
        "confidence": site.confidence,
        "as_of": site.as_of,
        "verified_on": site.verified_on.isoformat() if site.verified_on else None,
    }


def tell(run: SiteRun, answers: Sequence[SiteAnswer], hints: Sequence[Hint]) -> None:
    """The answers in words, on stdout."""
    found = [answer for answer in answers if answer.outcome.seen]
    missing = [answer for answer in answers if answer.outcome is Outcome.NOT_FOUND]
    unseen = [answer for answer in answers if not answer.outcome.conclusive]
    if found:
        put(say("accounts.told.found", count=len(found)))
        put(say("accounts.told.namesake"))
    elif missing:
        put(say("accounts.told.found_none"))
    for answer in found:
        _lines(_about(answer))
    if found:
        _lines(["", say("accounts.told.letter")])
    if missing:
        _lines(["", say("accounts.told.missing", count=len(missing))])
    if unseen:
        _lines(
            [
                "",
                say("accounts.told.unseen", count=len(unseen)),
                *sites_told.reasons(unseen),
                say("accounts.told.again"),
            ]
        )
    if left := run.total - len(answers):
        _lines(["", say("accounts.told.not_reached", count=left)])
    if before := sum(answer.seen_on is not None for answer in answers):
        _lines(["", say("accounts.told.kept_answers", count=before)])
    _tell_hints(hints, found)
    _lines(["", *_left_alone(run), say("accounts.told.limit")])


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        put(line)


def _about(answer: SiteAnswer) -> list[str]:
    heading = say("accounts.told.site", name=answer.site.name, handle=answer.account.handle)
    lines = [*sites_told.about(answer), *(f"- {sentence}" for sentence in answer.evidence)]
    return ["", heading, *(f"  {line}" for line in lines)]


def _left_alone(run: SiteRun) -> list[str]:
    return [
        say("accounts.told.left_alone", count=count, topic=say(f"accounts.topic.{topic}"), word=topic)
        for topic, count in run.about.left_alone.items()
    ]


def _tell_hints(hints: Sequence[Hint], found: Sequence[SiteAnswer]) -> None:
    if not hints:
        return
    addresses = [answer.account.url for answer in found]
    domains = sorted({hint.domain for hint in hints})
    _lines(["", say("accounts.told.hints", count=len(domains))])
    for domain in domains:
        known = any(f"//{domain}/" in url or f".{domain}/" in url for url in addresses)
        _lines([f"  {say('accounts.told.hint_found' if known else 'accounts.told.hint', domain=domain)}"])


def save_letters(answers: Sequence[SiteAnswer], folder: Path) -> None:
    """A draft for each account that was found, in a folder of its own below `folder`. Nothing is sent."""
    from privacy_check.letters import Wish, as_mail, as_text, draft
    from reports.write import save

    day = datetime.now(UTC).date()
    for answer in answers:
        if not answer.outcome.seen:
            continue
        letter = draft(answer.account, answer.site.name, Wish.ERASE, day)
        below = folder / _file_name(f"{answer.account.platform}-{answer.account.handle}")
        for path in save(below, {"letter.txt": as_text(letter), "letter.eml": as_mail(letter)}):
            put(say("accounts.told.saved", path=path))
    if any(answer.outcome.seen for answer in answers):
        put(say("accounts.told.nothing_sent"))


def _file_name(text: str) -> str:
    return "".join(ch if ch.isalnum() or ch in "-._" else "-" for ch in text).strip(".-")[:80] or "site"
