"""An answer of a platform of the catalogue, judged by that platform's own dated signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from privacy_check.model import Account, Capture, Lens, Outcome
from privacy_check.sentences import say
from scanners.outcome import classify
from scanners.platforms.registry import HERE, read_platform
from scanners.platforms.schema import Platform
from scanners.sites.judge import Judged
from scanners.sites.site import Site
from scanners.sites.wire import Reply


def by_its_signs(site: Site, handle: str, reply: Reply, trail: Sequence[str]) -> Judged:
    """What the page is to whoever reads that platform's pages; a closed or suspended account is there too."""
    account = Account(site.platform, handle, trail[0])
    capture = Capture(
        account=account,
        lens=Lens.PUBLIC,
        outcome=Outcome.ERROR,
        final_url=trail[-1],
        status=reply.status,
        html=reply.text,
        captured_at=datetime.now(UTC),
        redirects=tuple(trail[:-1]),
        headers=reply.headers,
        media_type=reply.headers.get("content-type", "text/html").partition(";")[0].strip().lower(),
    )
    reading = classify(capture, _platform(site.platform))
    if reading.outcome in (Outcome.PRIVATE, Outcome.SUSPENDED):
        name = "closed" if reading.outcome is Outcome.PRIVATE else "suspended"
        return Judged(Outcome.VISIBLE, (say(f"accounts.why.{name}"), *reading.evidence))
    if reading.outcome is Outcome.PARTIAL:
        return Judged(Outcome.VISIBLE, reading.evidence)
    return Judged(reading.outcome, reading.evidence or (say("accounts.why.neither", status=reply.status),))


@cache
def _platform(name: str) -> Platform:
    return read_platform(HERE / f"{name}.toml")
