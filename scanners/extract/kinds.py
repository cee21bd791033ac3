"""Whether an address is a profile, one post, or another page of its site."""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import unquote, urlsplit

from privacy_check.model import PageKind
from scanners.extract.target import Target
from scanners.platforms.links import read_address
from scanners.platforms.pasted import take_apart
from scanners.platforms.schema import Platform

AUTHOR_PAGES = ("x", "instagram", "facebook", "threads", "bluesky", "mastodon")
_POSTS = ("post", "photo", "video", "story", "short")
_POST_PATH = re.compile(
    r"/(?:status(?:es)?|p|reels?|posts?|comments|tweet|watch|videos?|shots|articles?|questions|stories|pin|photos?)/[^/]*\d[^/]*(?:/|$)"
    r"|/(?:albums?|tracks?|songs?|sets|playlists?)/[^/]+"
    r"|/(?:watch|status|search|hashtag|tags?|explore|categor(?:y|ies)|topics?)(?:/|$)|/r/[^/]+/comments/",
    re.IGNORECASE,
)


class Kind(Enum):
    """What an address leads to."""

    PROFILE = "profile"
    POST = "post"
    OTHER = "other"
    UNKNOWN = "unknown"


def kind_of(target: Target) -> Kind:
    """What the address says; UNKNOWN when only the page itself can tell."""
    platform = target.platform
    try:
        parts = urlsplit(target.url)
    except ValueError:
        return Kind.UNKNOWN
    path = unquote(parts.path).rstrip("/") or "/"
    if platform is None or platform.id == "generic":
        return Kind.OTHER if _POST_PATH.search(path) and not path.startswith("/@") else Kind.UNKNOWN
    if _names_an_account(platform, target.url):
        return Kind.PROFILE
    whole = f"{path}?{parts.query}" if parts.query else path
    if any(
        re.search(rf"{pattern}/?$" if "\\?" not in pattern else pattern, whole if "\\?" in pattern else path)
        for pattern in platform.address.paths
    ):
        first = path.strip("/").split("/")[0].casefold()
        if first not in platform.address.not_profiles or "?" in whole:
            return Kind.PROFILE
    for page in platform.address.other_pages:
        if match := re.fullmatch(page.path, path, re.IGNORECASE):
            owner = match.groupdict().get("handle")
            if page.what in _POSTS and platform.id in AUTHOR_PAGES and (owner or platform.id == "instagram"):
                return Kind.POST
            return Kind.OTHER
    first = path.strip("/").split("/")[0].casefold()
    return Kind.OTHER if first in platform.address.not_profiles else Kind.UNKNOWN


def _names_an_account(platform: Platform, url: str) -> bool:
    """True when the platform's own rules read an account out of the address."""
    try:
        address = take_apart(url)
        link = read_address(platform, address) if address is not None else None
        return link is not None and link.account is not None and link.kind is PageKind.PROFILE
    except (ValueError, OverflowError, re.error):
        return False
