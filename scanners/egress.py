"""What may leave this machine: the allow-list of one account, the refusal of private addresses, and the ledger."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit

from privacy_check.model import Account, RequestRecord
from scanners.addresses import is_loopback_name, is_open_address, literal_address, loopback_admitted
from scanners.platforms.schema import Platform, Reads

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2000

NOT_WEB = "It is not a web address (http or https)."
ELSEWHERE = "It belongs to somebody else than the account's own platform."
OTHER_PORT = "It is another service on the same machine."
PRIVATE = "It leads into a private network or this machine."
NO_SUCH_NAME = "No address could be found for this name."


class Refused(Exception):
    """A request that must not be made; `reason` is a plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSuchName(Refused):
    """The name of a host leads nowhere from here; a proxy may know it all the same."""

    def __init__(self) -> None:
        super().__init__(NO_SUCH_NAME)


def host_of(url: str) -> str:
    """The host of an address, lower case, without brackets, port or trailing dot; "" when there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def port_of(url: str) -> int | None:
    """The port an address leads to, the scheme's own when it names none; None when it makes no sense."""
    try:
        parts = urlsplit(url)
        return parts.port or DEFAULT_PORTS.get(parts.scheme.lower())
    except ValueError:
        return None


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, each checked. A caller that connects must use one of these, not the name again.

    Raises Refused when the name is unknown or any of its addresses is not of the open internet.
    """
    if is_loopback_name(host):
        if not loopback_admitted():
            raise Refused(PRIVATE)
        return ("127.0.0.1", "::1")
    if literal := literal_address(host):
        found = [str(literal)]
    else:
        try:
            answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise NoSuchName from None
        found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not found or not all(is_open_address(ipaddress.ip_address(text.partition("%")[0])) for text in found):
        raise Refused(PRIVATE)
    return tuple(found)


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
            return NOT_WEB
        return self.host_refusal(host, port)

    def host_refusal(self, host: str, port: int) -> str:
        """The same for a host and port alone."""
        literal = literal_address(host)
        if literal is not None and not is_open_address(literal):
            return PRIVATE
        if is_loopback_name(host) and not loopback_admitted():
            return PRIVATE
        if self.anywhere:
            return ""
        ports = {allowed for pattern, allowed in self.places if _fits(pattern, host)}
        if not ports:
            return ELSEWHERE
        return "" if _unusual(port) in ports else OTHER_PORT


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


@dataclass(frozen=True, slots=True)
class Read:
    """A POST that reads: the operation it names, and the bytes that are sent with it."""

    operation: str
    size: int


class Ledger:
    """Every request of a check in order, made or refused. Safe to use from several threads and tasks.

    `trouble` is what last kept this computer from the internet, as a sentence; empty when nothing did.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._records: list[RequestRecord] = []
        self.trouble = ""

    def blame(self, trouble: Exception) -> None:
        """Notes what keeps this computer from the internet, such as a proxy that refuses."""
        self.trouble = str(trouble)

    def made(self, method: str, url: str, purpose: str, account: str = "", read: Read | None = None) -> int:
        """Notes a request that leaves, and returns its number for `answered`."""
        return self._add(method, url, purpose, account, "", read)

    def refused(self, method: str, url: str, purpose: str, account: str, reason: str) -> int:
        """Notes a request that was stopped, with the reason as a sentence."""
        return self._add(method, url, purpose, account, reason)

    def answered(self, number: int, status: int | None) -> None:
        """Adds the status code of an answer."""
        with self._lock:
            self._records[number] = replace(self._records[number], status=status)

    def stopped(self, number: int, reason: str) -> None:
        """Turns a request into a refused one: it was stopped on its way out, before anything was sent."""
        with self._lock:
            self._records[number] = replace(self._records[number], allowed=False, reason=reason, size=0)

    def records(self, account: str | None = None) -> tuple[RequestRecord, ...]:
        """Everything so far, or what was done for one account (its key)."""
        with self._lock:
            return tuple(each for each in self._records if account is None or each.account == account)

    def _add(
        self, method: str, url: str, purpose: str, account: str, reason: str, read: Read | None = None
    ) -> int:
        record = RequestRecord(
            method=method,
            url=clean_url(url),
            host=host_of(url),
            purpose=purpose,
            at=self._now(),
            account=account,
            allowed=not reason,
            reason=reason,
            operation=read.operation if read else "",
            size=read.size if read else 0,
        )
        with self._lock:
            self._records.append(record)
            return len(self._records) - 1


def clean_url(url: str) -> str:
    """An address fit for the ledger: no name and password in it, no fragment, at most 2000 characters."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in DEFAULT_PORTS:
            return url[:80]
        where = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, where, parts.path, parts.query, ""))[:LONGEST_URL]
    except ValueError:
        return url[:80]


def refused_hosts(records: Sequence[RequestRecord]) -> Counter[str]:
    """How often each host was refused."""
    return Counter(record.host for record in records if not record.allowed)
