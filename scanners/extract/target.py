"""Whose profile a page should hold: readers ask it before they believe a name or a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qs, unquote, urlsplit

from privacy_check.model import Account
from scanners.extract.links import external
from scanners.extract.names import handle_from_url, query_names, site_words
from scanners.extract.page import host_of
from scanners.platforms.schema import Platform

_NUMBERED = re.compile(r"^(?:(?P<before>.{2,})\.\d+|\d{3,}-(?P<behind>.{2,}))$")


@dataclass(frozen=True)
class Target:
    """The account looked at, its address and, if known, its platform."""

    account: Account
    url: str
    platform: Platform | None = None

    @cached_property
    def handle(self) -> str:
        """The handle without `@` and without the host part of `name@host`."""
        described = self.platform is not None and not self.platform.address.any_host
        handle = self.account.handle or ("" if described else handle_from_url(self.url))
        if self.account.platform == "generic":
            handle = handle_from_url(self.url) or handle
        return handle.strip().lstrip("@").split("@")[0].rstrip("/").rsplit("/", 1)[-1]

    @cached_property
    def key(self) -> str:
        """The handle for comparing."""
        return plain(self.handle)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every spelling of the handle that a page may use for the same account."""
        keys = {self.key, plain(self.account.handle)}
        if self.account.platform == "generic" and (numbered := _NUMBERED.match(self.key)):
            # Forums write the number of the member behind or before the name.
            keys.add(numbered["before"] or numbered["behind"])
        return frozenset(key for key in keys if key)

    @cached_property
    def host(self) -> str:
        """The host of the address, without `www.`."""
        return host_of(self.url)

    @cached_property
    def site(self) -> str:
        """What the site calls itself, by its file or its address; nothing for a personal site."""
        if self.platform is not None and self.platform.id != "generic":
            return self.platform.name.split(" (")[0]
        return site_words(self.host) if self.path else ""

    @cached_property
    def path(self) -> str:
        """The path of the address, lower case, without slashes at its ends."""
        try:
            return unquote(urlsplit(self.url).path).casefold().strip("/")
        except ValueError:
            return ""

    def is_me(self, value: object) -> bool:
        """True when a value is the handle, whatever its case and decoration."""
        return isinstance(value, (str, int)) and not isinstance(value, bool) and plain(str(value)) in self.keys

    def outside(self, url: str) -> bool:
        """True for a web address that leaves the site; a personal site is left with its host."""
        if not self.path:
            return external(url, "") and host_of(url) != self.host
        return external(url, self.host)

    def points_here(self, url: str) -> bool:
        """True when an address leads to this profile: the same path, or one that holds the handle."""
        if not url:
            return False
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        path = unquote(parts.path).casefold().strip("/")
        if path == self.path and self.path:
            return self._same_person(parts.query)
        segments = [segment.lstrip("@~") for segment in path.split("/") if segment]
        if any(segment in self.keys for segment in segments[:3]):
            return len(segments) <= 3
        query = parts.query.casefold()
        return bool(self.key) and any(part.rpartition("=")[2] == self.key for part in query.split("&") if part)

    def _same_person(self, query: str) -> bool:
        """False where one address names somebody in its query, as those of forums do, and the other another."""
        own, other = parse_qs(urlsplit(self.url).query), parse_qs(query)
        return all(own[name] == other.get(name, own[name]) for name in query_names() if name in own)


def plain(handle: str) -> str:
    """A handle for comparing: lower case, no `@`, no slashes."""
    return handle.strip().strip("/").lstrip("@~").casefold()
