"""Plain sentences for why a look came out as it did: one clause each, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from privacy_check.model import Outcome
from scanners.platforms.schema import Marker

_WHO = {
    "title": "The title of the page says that", "heading": "A heading on the page says that",
    "text": "The page itself says that", "meta": "The header of the page says that",
    "json": "The data of the page say that", "status": "The site's answer says that",
    "header": "The site's answer says that", "final_url": "The address where the look ended shows that",
    "redirect": "The way the look was sent shows that",
}  # fmt: skip
_CODE = "The code of the page shows that"
_WHAT: Mapping[Outcome, str] = {
    Outcome.CHALLENGE: "a check for robots comes first",
    Outcome.CONSENT_WALL: "a question about cookies comes first",
    Outcome.RATE_LIMITED: "there were too many visits",
    Outcome.BLOCKED: "the site refuses to show this page here",
    Outcome.LOGIN_WALL: "visitors have to sign in first",
    Outcome.SUSPENDED: "the account is suspended",
    Outcome.NOT_FOUND: "there is no such account",
    Outcome.PRIVATE: "the account is private",
    Outcome.ERROR: "something went wrong on the site",
}
_PARTS = {
    "display_name": "a name", "handle": "a user name", "bio": "a bio", "location": "a place",
    "website": "a website", "links": "links", "avatar": "a picture", "joined": "a joining date",
    "followers": "a number of followers", "following": "a number of followed accounts",
    "employer": "an employer", "job_title": "a job", "education": "a school", "email": "an email address",
    "phone": "a phone number", "birthday": "a birthday", "groups": "groups", "posts": "posts",
    "photos": "photos", "friends": "friends",
}  # fmt: skip
_LISTED = 4


def said(outcome: Outcome, sign: Marker) -> str:
    """What a sign says and where it stands; a maker's name from its note comes in brackets."""
    maker = f" ({sign.note})" if sign.note and len(sign.note.split()) < 3 and not sign.note.endswith(".") else ""
    return f"{_WHO.get(sign.kind, _CODE)} {_WHAT[outcome]}{maker}."


def parts(names: Iterable[str]) -> str:
    """Field names as a list for people: `a bio, a name and a place`."""
    words = [_PARTS.get(name, name) for name in sorted(names)]
    if len(words) > _LISTED:
        words = [*words[: _LISTED - 1], "more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
