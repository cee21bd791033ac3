"""From a page to a ProfileView."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from privacy_check.model import (
    Account,
    Capture,
    Group,
    Lens,
    Link,
    Outcome,
    PageKind,
    ProfileView,
    SeenBy,
)
from privacy_check.sentences import say
from scanners.extract.fields import UNREAD
from scanners.extract.kinds import owner_in
from scanners.extract.merge import merge
from scanners.extract.names import handle_from_url
from scanners.extract.other_words import of_its_kind
from scanners.extract.page import Page, host_of
from scanners.extract.posts import post_of
from scanners.extract.read_page import ReadPage, of_capture
from scanners.extract.shown_pictures import shown_pictures
from scanners.extract.target import Target
from scanners.extract.verdict import judge
from scanners.platforms.registry import GENERIC, Registry, load_platforms
from scanners.platforms.schema import Platform

READABLE = (Outcome.VISIBLE, Outcome.PARTIAL, Outcome.PRIVATE)
UNFINISHED = "reading.page.unfinished"


def read(html: str, url: str, registry: Registry | None = None) -> ProfileView:
    """What the page at `url` shows of its profile; `html` may also be JSON of a public API. Never raises.

    `registry` holds the platforms that are described; left out, those that come with the program.
    """
    page = read_page(Page(html, url), load_platforms() if registry is None else registry)
    reading = judge(page)
    account = page.target.account
    capture = Capture(
        account, Lens.SAVED_PAGE, reading.outcome, url, None, html, datetime.now(UTC),
        evidence=reading.evidence, kind=reading.kind,
    )  # fmt: skip
    return view_of(capture, page)


def extract(capture: Capture, platform: Platform | None = None) -> ProfileView:
    """What a capture shows of its profile, by the capture's own outcome. Never raises.

    A page that was parsed to judge the capture is not parsed again.
    """
    return view_of(capture, of_capture(capture, platform) if capture.outcome in READABLE else None)


def read_page(page: Page, registry: Registry) -> ReadPage:
    """A parsed page together with the account its address names."""
    platform, account = recognise(page.url, registry) if page.url else (None, Account(GENERIC, "", ""))
    return ReadPage(page, Target(account, page.url, platform))


def recognise(url: str, registry: Registry) -> tuple[Platform | None, Account]:
    """The platform an address belongs to (None: nobody described it), and the account it names."""
    platform = registry.by_url(url)
    if platform is not None:
        link = registry.recognise(url)
        if link.account is not None and link.account.platform == platform.id and link.kind is PageKind.PROFILE:
            return platform, link.account
    # On a described site an address that is no profile names nobody, unless the page does.
    described = platform is not None and not platform.address.any_host
    asked = (
        "/api/" in url.partition("?")[0] and "?" in url
    )  # the platform's own interface holds the handle in its query
    handle = owner_in(platform, url) if platform and described and not asked else ""
    if not described or asked:
        handle = handle_from_url(url) or host_of(url)
    return platform, Account(platform.id if platform else GENERIC, handle, url)


def view_of(capture: Capture, read: ReadPage | None) -> ProfileView:
    """The view of a capture from its page; without one it says only what the look came to."""
    seen_by = capture.seen_by
    if seen_by is SeenBy.UNKNOWN and capture.lens is Lens.PUBLIC:
        seen_by = SeenBy.PUBLIC
    elif seen_by is SeenBy.UNKNOWN and capture.lens is Lens.MEMBER:
        seen_by = SeenBy.MEMBERS
    view = ProfileView(
        capture.account, capture.lens, capture.outcome, evidence=capture.evidence, seen_by=seen_by,
        kind=capture.kind, unfinished=capture.unfinished,
    )  # fmt: skip
    if read is None or capture.outcome not in READABLE:
        return view
    fields = of_its_kind(merge(read.found, read.target, seen_by), read, capture.kind)
    group = read.page.url if capture.kind is PageKind.GROUP else ""
    return replace(
        view,
        fields=fields,
        groups=tuple(Group(f.text, url=group, lens=capture.lens) for f in fields if f.name == "groups"),
        links=tuple(Link(f.text, rel="me" if "rel=me" in f.source else "") for f in fields if f.name == "links"),
        posts=tuple(read.posts.get(f.text) or post_of(f.text) for f in fields if f.name == "posts"),
        pictures=shown_pictures(read.page, [f.text for f in fields if f.name == "avatar"]),
        warnings=(*_not_whole(capture), *dict.fromkeys(item.text for item in read.found.get(UNREAD, ()))),
    )


def _not_whole(capture: Capture) -> tuple[str, ...]:
    """Which parts of a page did not come, for a page that was read all the same."""
    if capture.outcome not in READABLE:
        return ()
    return ((say(UNFINISHED),) if capture.unfinished else ()) + capture.missing
