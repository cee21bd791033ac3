"""What kind of page an address leads to: a profile, a post, a group, an organisation, a list, or another page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from privacy_check.model import PageKind
from scanners.extract.target import Target
from scanners.platforms.links import OWNERS, READABLE, read_address
from scanners.platforms.pasted import take_apart
from scanners.platforms.schema import Platform

LIKED = frozenset(
    {"likes", "liked", "favorites", "favourites", "interests", "groups", "communities", "memberships"}
)
PEOPLE_LISTS = frozenset({"followers", "following", "friends", "connections", "subscribers", "contacts"})
_OWN_POST = re.compile(
    r"^/(?:[^/]+/)*[^/]+/(?:posts?|status(?:es)?|notes?|stories|articles?|entr(?:y|ies)|photos?|videos?)/[^/]+/?$"
    r"|^/@[^/]+/\d{4,}/?$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"/(?:status(?:es)?|p|reels?|posts?|comments|tweet|watch|videos?|shots|articles?|questions|stories|pin|photos?)/[^/]*\d[^/]*(?:/|$)"
    r"|/r/[^/]+/comments/",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^/(?:groups?|communities|clubs?|r)/[^/]+(?:/(?:about|members|posts|discussion|events|media))?/?$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^/(?:compan(?:y|ies)|organi[sz]ations?|orgs?|business(?:es)?)/[^/]+(?:/about)?/?$", re.IGNORECASE
)
_OTHER = re.compile(
    r"/(?:albums?|tracks?|songs?|sets|playlists?)/[^/]+"
    r"|/(?:watch|status|search|hashtag|tags?|explore|categor(?:y|ies)|topics?)(?:/|$)",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"^/(?:item|viewtopic\.php|showthread\.php|viewthread\.php)/?\?(?:.*&)?(?:id|t|p|tid)=\d+"
    r"|^/(?:[^/]+/)?(?:threads?|topics?|t)/[^/]*\d[^/]*(?:/|$)|^/(?:[^/]+/)?t/[^/]+/\d+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^/wiki/[^:/?]+$", re.IGNORECASE)
_SHAPES = (
    (_POST, PageKind.POST),
    (_OWN_POST, PageKind.POST),
    (_GROUP, PageKind.GROUP),
    (_ORGANISATION, PageKind.ORGANISATION),
    (_OTHER, PageKind.OTHER),
    (_THREAD, PageKind.POST),
    (_ARTICLE, PageKind.OTHER),
)


def kind_of(target: Target) -> PageKind | None:
    """What the address says; None when only the page itself can tell."""
    platform = target.platform
    try:
        parts = urlsplit(target.url)
    except ValueError:
        return None
    path = unquote(parts.path).rstrip("/") or "/"
    if list_of(target):
        return PageKind.LIST
    whole = f"{path}?{parts.query}" if parts.query else path
    if platform is None or platform.id == "generic":
        shapes = ((kind, whole if shape is _THREAD else path, shape) for shape, kind in _SHAPES)
        return next(
            (kind for kind, text, shape in shapes if shape.search(text) and not _is_handle(path, kind)), None
        )
    if _names_an_account(platform, target.url):
        return PageKind.PROFILE
    if any(
        re.search(rf"{pattern}/?$" if "\\?" not in pattern else pattern, whole if "\\?" in pattern else path)
        for pattern in platform.address.paths
    ):
        first = path.strip("/").split("/")[0].casefold()
        if first not in platform.address.not_profiles or "?" in whole:
            return PageKind.PROFILE
    for page in platform.address.other_pages:
        if re.fullmatch(page.path, path, re.IGNORECASE):
            return READABLE.get(page.what) or OWNERS.get(page.what, PageKind.OTHER)
    first = path.strip("/").split("/")[0].casefold()
    if first == "api" and parts.query:
        return None  # an answer for programs: what it holds tells what it is
    return PageKind.OTHER if first in platform.address.not_profiles else None


def list_of(target: Target) -> str:
    """What an account's own list holds, by the last part of its address: `likes`, `followers` ...; else empty."""
    before, _, last = target.path.rpartition("/")
    owner = before.rpartition("/")[2]
    return last if last in LIKED | PEOPLE_LISTS and owner and owner not in LIKED | PEOPLE_LISTS else ""


def owner_in(platform: Platform, url: str) -> str:
    """The handle in the address of a post or another page of a described site; empty when it names nobody."""
    try:
        path = unquote(urlsplit(url).path).rstrip("/") or "/"
    except ValueError:
        return ""
    matches = (re.fullmatch(page.path, path, re.IGNORECASE) for page in platform.address.other_pages)
    return next((owner for match in matches if match and (owner := match.groupdict().get("handle"))), "")


def names_its_owner(target: Target) -> bool:
    """True when the address of a page that is no profile names whose it is."""
    if target.platform is not None and target.platform.id != "generic":
        return bool(target.account.handle)
    return bool(_OWN_POST.search("/" + target.path) or "/@" in target.url or list_of(target))


def _is_handle(path: str, kind: PageKind) -> bool:
    """`/@name/videos` and the like stay with the person, unless the address shows one post of theirs."""
    return path.startswith("/@") and not (kind is PageKind.POST and _OWN_POST.search(path))


def _names_an_account(platform: Platform, url: str) -> bool:
    """True when the platform's own rules read an account out of the address."""
    try:
        address = take_apart(url)
        link = read_address(platform, address) if address is not None else None
        return link is not None and link.account is not None and link.kind is PageKind.PROFILE
    except (ValueError, OverflowError, re.error):
        return False
