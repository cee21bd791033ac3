"""Every described platform, found by its id, its name, a host or an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanners.platforms.links import match
from scanners.platforms.pasted import WebAddress, take_apart
from scanners.platforms.schema import Platform

GENERIC = "generic"


class PlatformIndex:
    """Every described platform, in the order of their names; `generic` stands apart and takes the rest."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        every = {platform.id: platform for platform in platforms}
        self._every = every
        self.generic: Platform | None = every.get(GENERIC)
        self.platforms: tuple[Platform, ...] = tuple(
            sorted((p for p in every.values() if p.id != GENERIC), key=lambda p: p.name.lower())
        )
        self._hosts = {host: p for p in self.platforms for host in _all_hosts(p)}
        self._names = {_squeeze(n): p for p in every.values() for n in (p.id, p.name, *p.also_called)}

    def __iter__(self) -> Iterator[Platform]:
        return iter(self.platforms)

    def __len__(self) -> int:
        return len(self.platforms)

    def by_id(self, platform_id: str) -> Platform | None:
        """The platform of that id, `generic` included; None when there is none."""
        return self._every.get(platform_id)

    def by_name(self, name: str) -> Platform | None:
        """The platform people call that: "insta", "Facebook", "x"; None when nobody does."""
        return self._names.get(_squeeze(name))

    def by_host(self, host: str) -> Platform | None:
        """The platform a tidied host belongs to; None when nobody described it."""
        if host in self._hosts:
            return self._hosts[host]
        labels = host.split(".")
        for start in range(1, len(labels) - 1):
            if found := self._hosts.get("*." + ".".join(labels[start:])):
                return found
        return None

    def by_url(self, url: str) -> Platform | None:
        """The platform whose page that address is; None when nobody described it."""
        address = take_apart(url)
        return self.by_address(address) if address else None

    def by_address(self, address: WebAddress) -> Platform | None:
        """Like `by_url`, for an address already taken apart."""
        if found := self.by_host(address.host):
            return found
        for platform in self.platforms:
            where = platform.address
            if not where.any_host or address.host in where.not_hosts:
                continue
            if any(match(pattern, address) for pattern in where.paths):
                return platform
        return None


def _all_hosts(platform: Platform) -> tuple[str, ...]:
    # Its hosts without profiles are its own too, unless it takes any host, when they are somebody else's.
    where = platform.address
    return where.hosts if where.any_host else where.hosts + where.not_hosts


def _squeeze(name: str) -> str:
    return "".join(ch for ch in name.lower() if ch.isalnum() or ch in "+")
