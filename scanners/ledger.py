"""The ledger: every request of a check, made or refused, as the person can read it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit

from privacy_check.model import RequestRecord
from scanners.resolving import DEFAULT_PORTS, host_of

LONGEST_URL = 2000


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
