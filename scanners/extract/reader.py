"""From a page to a ProfileView."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from privacy_check.model import (
    Account,
    Capture,
    Field,
    Group,
    Lens,
    Link,
    Outcome,
    Picture,
    Post,
    ProfileView,
    SeenBy,
)
from scanners.extract.merge import UNREAD, merge, read_all
from scanners.extract.names import handle_from_url
from scanners.extract.page import Page, host_of
from scanners.extract.posts import post_of, read_posts
from scanners.extract.target import Target
from scanners.platforms.registry import GENERIC, load_platforms
from scanners.platforms.schema import Platform

READABLE = (Outcome.VISIBLE, Outcome.PARTIAL, Outcome.PRIVATE)
_NOT_READ = "A part of this page could not be read."
UNFINISHED = "The page was still loading when time was up, so only what had come by then was read."


def read(html: str, url: str) -> ProfileView:
    """What the page at `url` shows of its profile; `html` may also be JSON of a public API. Never raises."""
    from scanners.outcome import judge  # the judge reads pages too, so it is met only here

    platform, account = recognise(url)
    page = Page(html, url)
    target = Target(account, url, platform)
    found = read_all(page, target)
    reading = judge(page, target, found)
    capture = Capture(
        account, Lens.SAVED_PAGE, reading.outcome, url, None, "", datetime.now(UTC), evidence=reading.evidence
    )
    return view_of(capture, found, target, read_posts(page, target))


def extract(capture: Capture, platform: Platform | None = None) -> ProfileView:
    """What a capture shows of its profile, by the capture's own outcome. Never raises."""
    if capture.outcome not in READABLE:
        return view_of(capture, {}, Target(capture.account, capture.account.url, platform))
    url = capture.account.url or capture.final_url
    if platform is None:
        platform = platform_of(url)
    page = Page(capture.html, url)
    target = Target(capture.account, url, platform)
    return view_of(capture, read_all(page, target), target, read_posts(page, target))


def recognise(url: str) -> tuple[Platform | None, Account]:
    """The platform an address belongs to (None: nobody described it), and the account it names."""
    platform = platform_of(url)
    if platform is not None:
        account = load_platforms().recognise(url).account
        if account is not None and account.platform == platform.id:
            return platform, account
    # On a described site an address that is no profile names nobody, unless the page does.
    described = platform is not None and not platform.address.any_host
    handle = owner_in(platform, url) if platform and described else handle_from_url(url) or host_of(url)
    return platform, Account(platform.id if platform else GENERIC, handle, url)


def owner_in(platform: Platform, url: str) -> str:
    """The handle in the address of a post or another page of a described site; empty when it names nobody."""
    try:
        path = unquote(urlsplit(url).path).rstrip("/") or "/"
    except ValueError:
        return ""
    matches = (re.fullmatch(page.path, path, re.IGNORECASE) for page in platform.address.other_pages)
    return next((owner for match in matches if match and (owner := match.groupdict().get("handle"))), "")


def platform_of(url: str) -> Platform | None:
    """The described platform an address belongs to, or None."""
    return load_platforms().by_url(url)


def view_of(
    capture: Capture, found: dict[str, list[Field]], target: Target, dated: Mapping[str, Post] | None = None
) -> ProfileView:
    """The view of a capture from what the readers found; `dated` holds posts with place or time by their words."""
    known = dated or {}
    seen_by = capture.seen_by
    if seen_by is SeenBy.UNKNOWN and capture.lens is Lens.PUBLIC:
        seen_by = SeenBy.PUBLIC
    elif seen_by is SeenBy.UNKNOWN and capture.lens is Lens.MEMBER:
        seen_by = SeenBy.MEMBERS
    fields = merge(found, target, seen_by) if found and capture.outcome in READABLE else ()
    return ProfileView(
        account=capture.account,
        lens=capture.lens,
        outcome=capture.outcome,
        fields=fields,
        groups=tuple(Group(f.text, lens=capture.lens) for f in fields if f.name == "groups"),
        links=tuple(Link(f.text, rel="me" if "rel=me" in f.source else "") for f in fields if f.name == "links"),
        posts=tuple(known.get(f.text) or post_of(f.text) for f in fields if f.name == "posts"),
        pictures=tuple(Picture(f.text, role="avatar") for f in fields if f.name == "avatar"),
        warnings=(*((_NOT_READ,) if UNREAD in found else ()), *_not_whole(capture)),
        evidence=capture.evidence,
        seen_by=seen_by,
        kind=capture.kind,
        unfinished=capture.unfinished,
    )


def _not_whole(capture: Capture) -> tuple[str, ...]:
    """Which parts of a page did not come, for a page that was read all the same."""
    if capture.outcome not in READABLE:
        return ()
    return ((UNFINISHED,) if capture.unfinished else ()) + capture.missing
