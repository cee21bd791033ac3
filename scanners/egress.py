"""What may leave this machine: the allow-list of one account; the ledger and the checks of addresses beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from privacy_check.model import Account
from privacy_check.sentences import say
from scanners.addresses import is_loopback_name, is_open_address, literal_address, loopback_admitted
from scanners.ledger import LONGEST_URL, Ledger, Read, clean_url, refused_hosts
from scanners.platforms.schema import Platform, Reads
from scanners.resolving import (
    DEFAULT_PORTS,
    ELSEWHERE,
    NO_SUCH_NAME,
    NOT_WEB,
    OTHER_PORT,
    PRIVATE,
    NoSuchName,
    Refused,
    host_of,
    port_of,
    resolve,
)

__all__ = [
    "DEFAULT_PORTS", "ELSEWHERE", "LONGEST_URL", "NOT_WEB", "NO_SUCH_NAME", "OTHER_PORT", "PRIVATE", "AllowList",
    "Ledger", "NoSuchName", "Read", "Refused", "clean_url", "host_of", "port_of", "refused_hosts", "resolve",
]  # fmt: skip

NO_READS = Reads()

Place = tuple[str, int | None]
"""A host or `*.host`, and a port; None stands for the web's own ports, 80 and 443."""


@dataclass(frozen=True)
class AllowList:
    """Which places one look may talk to.

    `anywhere` is for a window the person drives: any host of the open internet, private ones still refused.
    `reads` are the requests other than GET that may be made there: those by which the platform's pages read.
    """

    places: frozenset[Place] = frozenset()
    anywhere: bool = False
    reads: Reads = NO_READS

    @classmethod
    def for_account(cls, account: Account, platform: Platform | None = None) -> AllowList:
        """The platform's hosts, media and data hosts and its reads, and the account's own host at its own port."""
        own, port = host_of(account.url), _unusual(port_of(account.url))
        places = {(host, port) for host in _with_www(own)}
        if platform is not None:
            address = platform.address
            named = (*address.hosts, *address.media_hosts, *address.data_hosts)
            endpoints = tuple(host_of(endpoint.url) for endpoint in platform.endpoints)
            for pattern in (*named, *endpoints):
                places.update(_family(pattern, port))
        return cls(frozenset(places), reads=platform.reads if platform is not None else NO_READS)

    @classmethod
    def for_hosts(cls, hosts: Iterable[str]) -> AllowList:
        """Exactly these hosts (or `host:port`, `[::1]:port`)."""
        return cls(frozenset(_place(host) for host in hosts))

    def refusal(self, url: str) -> str:
        """Why an address must not be asked, as a sentence; "" when it may be."""
        scheme = url.partition(":")[0].lower()
        host, port = host_of(url), port_of(url)
        if scheme not in DEFAULT_PORTS or not host or port is None:
            return say(NOT_WEB)
        return self.host_refusal(host, port)

    def host_refusal(self, host: str, port: int) -> str:
        """The same for a host and port alone."""
        literal = literal_address(host)
        if literal is not None and not is_open_address(literal):
            return say(PRIVATE)
        if is_loopback_name(host) and not loopback_admitted():
            return say(PRIVATE)
        if self.anywhere:
            return ""
        ports = {allowed for pattern, allowed in self.places if _fits(pattern, host)}
        if not ports:
            return say(ELSEWHERE)
        return "" if _unusual(port) in ports else say(OTHER_PORT)


def _unusual(port: int | None) -> int | None:
    return None if port in DEFAULT_PORTS.values() else port


def _place(text: str) -> Place:
    url = f"http://{text}"
    return host_of(url), _unusual(port_of(url))


def _with_www(host: str) -> tuple[str, ...]:
    if not host:
        return ()
    if literal_address(host) or is_loopback_name(host):
        return (host,)
    return (host, host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")


def _family(pattern: str, port: int | None) -> tuple[Place, ...]:
    """A platform's host and its subdomains; on this machine (the demo) also at the account's own port."""
    named, own_port = _place(pattern.lower())
    bare = named.removeprefix("*.").removeprefix("www.")
    if not bare:
        return ()
    at_home = is_loopback_name(bare) or literal_address(bare) is not None
    where = own_port or (port if at_home else None)
    hosts = (bare,) if "." not in bare or literal_address(bare) else (bare, f"*.{bare}")
    return tuple((host, where) for host in hosts)


def _fits(pattern: str, host: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern
