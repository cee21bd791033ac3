"""What left this computer, host by host."""

from __future__ import annotations

from collections.abc import Iterator

from privacy_check.model import Assessment
from reports.parts import LedgerLine


def ledger(assessment: Assessment) -> tuple[LedgerLine, ...]:
    """A line for each host, in the order they were first asked."""
    hosts = dict.fromkeys(record.host for record in assessment.requests)
    return tuple(
        LedgerLine(
            host=host,
            made=sum(1 for record in assessment.requests if record.host == host and record.allowed),
            refused=sum(1 for record in assessment.requests if record.host == host and not record.allowed),
            reads=tuple(dict.fromkeys(_reads(assessment, host))),
        )
        for host in hosts
    )


def _reads(assessment: Assessment, host: str) -> Iterator[str]:
    for record in assessment.requests:
        if record.host == host and record.allowed and record.operation:
            yield f"{record.method} {record.what_for}"
