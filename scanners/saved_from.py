"""Where a saved page came from: the note of whatever saved it, else what the page says itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from privacy_check.model import PageKind
from scanners.extract.page import Page
from scanners.extract.reader import read_page
from scanners.platforms.registry import Registry
from scanners.saved_files import SAVED_FROM

HEAD = 20_000  # characters at the start of a file in which savers write their note
_NOTES = (
    # Internet Explorer, Chrome, Edge.
    SAVED_FROM,
    # SingleFile and SingleFileZ, whatever they wrote before the address.
    re.compile(r"<!--[^<>]{0,300}?SingleFileZ?\b[^<>]{0,300}?\burl:\s*(\S+)", re.IGNORECASE),
)  # fmt: skip
_META_NOTES = ("savepage-url", "singlefile-url")
_ROOT_NOTES = ("data-scrapbook-source",)
_JSON_KEYS = ("html_url", "permalink_url", "profile_url", "url", "profileUrl", "link", "web_url")


def address_in(page: Page, registry: Registry) -> str:
    """The address a saved page came from; empty when neither its saver nor the page tells it."""
    return next((address for address in _told(page, registry) if usable(address)), "")


def _told(page: Page, registry: Registry) -> Iterator[str]:
    head = page.given[:HEAD]
    for note in _NOTES:
        if match := note.search(head):
            yield html.unescape(match.group(1))
    for name in _META_NOTES:
        yield page.meta(name)
    if (root := page.tree.css_first("html")) is not None:
        for name in _ROOT_NOTES:
            yield (root.attributes.get(name) or "").strip()
    yield _own_address(page, registry)


def _own_address(page: Page, registry: Registry) -> str:
    if page.served_json is not None:
        return _json_address(page.served_json.value)
    base = page.tree.css_first("base[href]")
    candidates = [
        page.canonical,
        page.meta("og:url"),
        page.meta("al:web:url"),
        (base.attributes.get("href") or "") if base else "",
    ]
    known = [address for address in candidates if usable(address)]
    # A page may give itself a tidy address that is no profile link; one that is wins.
    profiles = (address for address in known if _leads_to_a_profile(address, page, registry))
    return next(profiles, known[0] if known else "")


def _leads_to_a_profile(address: str, page: Page, registry: Registry) -> bool:
    read = read_page(page.at(address), registry)
    return read.target.platform is not None and read.addressed is PageKind.PROFILE


def _json_address(value: object) -> str:
    """The profile's own page, when an API answer names it."""
    if not isinstance(value, dict):
        return ""
    for holder in (value, value.get("data"), value.get("user"), value.get("account")):
        if isinstance(holder, dict):
            for key in _JSON_KEYS:
                if isinstance(holder.get(key), str) and usable(holder[key]) and "/api" not in holder[key]:
                    return str(holder[key])
    return ""


def usable(address: str) -> bool:
    """True for a web address with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
