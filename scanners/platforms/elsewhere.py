"""Hosts that are never anybody's profile: shortened and app links, copies, searches, and look-alike addresses."""

from __future__ import annotations

from privacy_check.model import LinkReading
from privacy_check.sentences import say
from scanners.platforms.hosts import shown_host
from scanners.platforms.index import PlatformIndex
from scanners.platforms.links import refused
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

NO_CONTACT = "links.no_contact"
OPEN_IT = "links.open_it"


def known_elsewhere(index: PlatformIndex, address: WebAddress) -> LinkReading | None:
    """The refusal for a host that is never anybody's profile, or one that imitates a platform; None otherwise."""
    host = address.host.removeprefix("www.")
    if host in PHONE_HOSTS:
        return refused(say(NO_CONTACT), say("links.paste_or_type"))
    named = host in NAMED_ALL_THE_SAME and address.path.startswith(NAMED_ALL_THE_SAME[host])
    if host in SHORTENERS and not named:
        return refused(say("links.shortened"), say(OPEN_IT))
    if host.endswith(APP_LINK_ENDINGS):
        return refused(say("links.app"), say(OPEN_IT))
    if host in COPIES or host.endswith(COPY_ENDINGS):
        return refused(say("links.copy"), say("links.own_address"))
    if host in SEARCH_ENGINES:
        return refused(say("links.search"), say("links.copy_own"))
    if imitated := _imitates(index, address.host):
        return refused(
            say("links.imitates", imitated=imitated),
            say("links.do_not_open"),
        )
    return None


def _imitates(index: PlatformIndex, host: str) -> str:
    if "xn--" not in host:
        return ""
    shown = shown_host(host)
    plain = shown.lower().translate(LOOK_ALIKES)
    return plain if plain != shown and plain.isascii() and index.by_host(plain) else ""
