"""Hosts that are never anybody's profile: shortened and app links, copies, searches, and look-alike addresses."""

from __future__ import annotations

from privacy_check.model import LinkReading
from scanners.platforms.hosts import shown_host
from scanners.platforms.index import PlatformIndex
from scanners.platforms.links import COPY_OWN, refused
from scanners.platforms.pasted import WebAddress
from scanners.platforms.wellknown import (
    APP_LINK_ENDINGS,
    COPIES,
    COPY_ENDINGS,
    LOOK_ALIKES,
    NAMED_ALL_THE_SAME,
    PHONE_HOSTS,
    SEARCH_ENGINES,
    SHORTENERS,
)

NO_CONTACT = "This tool never searches by email or phone."
OPEN_IT = "Open it in your browser, then paste the address where it ends."


def known_elsewhere(index: PlatformIndex, address: WebAddress) -> LinkReading | None:
    """The refusal for a host that is never anybody's profile, or one that imitates a platform; None otherwise."""
    host = address.host.removeprefix("www.")
    if host in PHONE_HOSTS:
        return refused(NO_CONTACT, "Paste the link of your profile, or type instagram:yourname.")
    named = host in NAMED_ALL_THE_SAME and address.path.startswith(NAMED_ALL_THE_SAME[host])
    if host in SHORTENERS and not named:
        return refused("That is a shortened link, and it does not show where it goes.", OPEN_IT)
    if host.endswith(APP_LINK_ENDINGS):
        return refused("That link opens an app, and it does not show where it goes.", OPEN_IT)
    if host in COPIES or host.endswith(COPY_ENDINGS):
        return refused(
            "That is a copy kept by another site, not the page itself.", "Paste the page's own address."
        )
    if host in SEARCH_ENGINES:
        return refused("That is a search page, and this tool does not search for people.", f"{COPY_OWN}.")
    if imitated := _imitates(index, address.host):
        return refused(
            f"That address only looks like {imitated}: some of its letters are from another alphabet.",
            "Do not open it. Type the real address yourself.",
        )
    return None


def _imitates(index: PlatformIndex, host: str) -> str:
    if "xn--" not in host:
        return ""
    shown = shown_host(host)
    plain = shown.lower().translate(LOOK_ALIKES)
    return plain if plain != shown and plain.isascii() and index.by_host(plain) else ""
