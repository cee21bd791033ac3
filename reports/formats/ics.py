"""A reminder for the person's own calendar: a neutral title, no name, no link (RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO

TITLE = "Look again (20 minutes)"


def write(first: date, rule: str, made_at: datetime, stream: BinaryIO) -> None:
    """Writes one all-day event that begins on `first` and repeats by `rule`, such as FREQ=MONTHLY;INTERVAL=6."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//privacy-check//reminder//EN",
        "BEGIN:VEVENT",
        f"UID:look-again-{made_at:%Y%m%dT%H%M%S}@privacy-check.invalid",
        f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"RRULE:{rule}",
        f"SUMMARY:{TITLE}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    stream.write("".join(f"{line}\r\n" for line in lines).encode("ascii"))
