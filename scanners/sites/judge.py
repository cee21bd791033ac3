"""What a site's answer comes to: there by its own signs alone, not there by its own signs alone, else not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners.sites.site import GAP, Sign, Site
from scanners.sites.walls import Words, is_login, robot_check, wall
from scanners.sites.wire import Reply

_GONE = (404, 410)
_BY_STATUS = {
    401: Outcome.LOGIN_WALL,
    403: Outcome.BLOCKED,
    405: Outcome.BLOCKED,
    406: Outcome.BLOCKED,
    407: Outcome.LOGIN_WALL,
    418: Outcome.BLOCKED,
    429: Outcome.RATE_LIMITED,
    451: Outcome.BLOCKED,
    999: Outcome.CHALLENGE,
}
_NEVER = frozenset({401, 407, 429, 503, 999})
"""With these a site says that it will not say, whatever stands on the page."""
_IN_PAGES = frozenset("&<>'\"")


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome and the sentences that led to it."""

    outcome: Outcome
    evidence: tuple[str, ...]


def judge(site: Site, handle: str, reply: Reply, trail: Sequence[str]) -> Judged:
    """What the last answer says of that handle; `trail` are the addresses asked, the last one answered so."""
    if len(trail) > 1 and (told := _sent_on(trail)):
        return told
    text = reply.text
    there = _met(site.there, handle, reply.status, text) and 200 <= reply.status < 300
    missing = _met(site.missing, handle, reply.status, text)
    if not there and missing and reply.status in _GONE and robot_check(Words(text), reply.headers) is None:
        return Judged(Outcome.NOT_FOUND, _not_there(site.missing, handle))
    page = Words(text)
    stands = wall(page, reply.headers)
    if stands is None and reply.status in _NEVER:
        stands = _BY_STATUS.get(reply.status) or _limited(reply)
    if stands is not None:
        return _unseen(stands, reply.status)
    if there:
        if missing or _holds(site.missing.text, handle, text):
            return Judged(Outcome.ERROR, (say("accounts.why.both"),))
        return Judged(Outcome.VISIBLE, _there(site.there, handle))
    if missing:
        return Judged(Outcome.NOT_FOUND, _not_there(site.missing, handle))
    return _neither(reply)


def met(sign: Sign, handle: str, reply: Reply) -> bool:
    """True when an answer is what the sign says: the status, and the words where it names any."""
    return _met(sign, handle, reply.status, reply.text)


def _met(sign: Sign, handle: str, status: int, text: str) -> bool:
    if status != sign.status:
        return False
    return _holds(sign.text, handle, text) if sign.text else status in _GONE


def _holds(wanted: str, handle: str, text: str) -> bool:
    """True when the page holds the words; the shape of letters in its source, and their case, do not count."""
    if not wanted:
        return False
    sought = wanted.replace(GAP, handle)
    if sought in text:
        return True
    sought, text = sought.lower(), text.lower()
    return sought in text or (not _IN_PAGES.isdisjoint(sought) and sought in unescape(text))


def _sent_on(trail: Sequence[str]) -> Judged | None:
    """A visitor who was sent to the front door or to a sign-in page was told nothing."""
    if is_login(trail[-1]):
        return Judged(Outcome.LOGIN_WALL, (say("accounts.why.to_login"),))
    if urlsplit(trail[-1]).path in ("", "/") and urlsplit(trail[0]).path not in ("", "/"):
        return Judged(Outcome.ERROR, (say("accounts.why.to_front"),))
    return None


def _limited(reply: Reply) -> Outcome:
    return Outcome.RATE_LIMITED if "retry-after" in reply.headers else Outcome.ERROR


def _unseen(outcome: Outcome, status: int) -> Judged:
    return Judged(outcome, (say(f"accounts.why.{outcome.value.lower()}", status=status),))


def _neither(reply: Reply) -> Judged:
    if reply.status >= 500:
        return Judged(Outcome.ERROR, (say("accounts.why.broken", status=reply.status),))
    if outcome := _BY_STATUS.get(reply.status):
        return _unseen(outcome, reply.status)
    if not reply.body.strip():
        return Judged(Outcome.ERROR, (say("accounts.why.empty", status=reply.status),))
    return Judged(Outcome.ERROR, (say("accounts.why.neither", status=reply.status),))


def _there(sign: Sign, handle: str) -> tuple[str, ...]:
    return (say("accounts.why.there", words=_quoted(sign, handle)), say("accounts.why.not_missing"))


def _not_there(sign: Sign, handle: str) -> tuple[str, ...]:
    if not sign.text:
        return (say("accounts.why.gone", status=sign.status),)
    return (say("accounts.why.missing", words=_quoted(sign, handle)),)


def _quoted(sign: Sign, handle: str) -> str:
    text = " ".join(sign.text.replace(GAP, handle).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
