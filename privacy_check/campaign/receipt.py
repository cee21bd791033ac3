"""A receipt: a person's free word that they did the check, and nothing else.

It holds the code of the campaign, a day, the version of the tool, a random number that tells a copy, and a check
value that tells a receipt written or changed by hand. No name, no time of day, nothing of a check: one can be
written without any. The check value is keyed with the code, so whoever has the code can make receipts; it proves
nothing about anybody, and is not meant to.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

NUMBER_BYTES = 16
CHECK_LETTERS = 32
MOST_BYTES = 4096
"""A receipt has about 200 bytes; what is larger is none, and is not read."""
_DOMAIN = "privacy-check receipt 1"
_SHAPES = {
    "campaign": re.compile(r"[A-Za-z0-9-]{4,79}"),
    "date": re.compile(r"20\d\d-\d\d-\d\d"),
    "version": re.compile(r"[0-9A-Za-z.+-]{1,40}"),
    "number": re.compile(rf"[0-9a-f]{{{NUMBER_BYTES * 2}}}"),
    "check": re.compile(rf"[0-9a-f]{{{CHECK_LETTERS}}}"),
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What stands in the file, by the names it has there; `date` is a day as 2026-09-14."""

    campaign: str
    date: str
    version: str
    number: str
    check: str

    @property
    def month(self) -> str:
        """The month it counts in, as 2026-09."""
        return self.date[:7]

    @property
    def genuine(self) -> bool:
        """True when the check value fits the rest."""
        fits = _check(self.campaign, self.date, self.version, self.number)
        return hmac.compare_digest(fits, self.check)


class NotRead(ValueError):
    """These bytes are no whole receipt; the text names the reason: `not_receipt`, `damaged` or `changed`."""


def write(campaign: str, day: date, version: str) -> Receipt:
    """A new receipt; two of them never have the same number."""
    number = secrets.token_hex(NUMBER_BYTES)
    return Receipt(campaign, day.isoformat(), version, number, _check(campaign, day.isoformat(), version, number))


def as_bytes(receipt: Receipt) -> bytes:
    """The file of a receipt: JSON in UTF-8, a line for each thing it holds."""
    return json.dumps(asdict(receipt), indent=2).encode() + b"\n"


def read(raw: bytes) -> Receipt:
    """The receipt in these bytes, genuine or not. Raises NotRead with the name of the reason."""
    try:
        held = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise NotRead("damaged" if _looks_like_one(raw) else "not_receipt") from None
    if not isinstance(held, dict) or not _SHAPES.keys() & held.keys() >= {"campaign", "number"}:
        raise NotRead("not_receipt")
    if not held.keys() >= _SHAPES.keys():
        raise NotRead("damaged")
    if held.keys() != _SHAPES.keys():
        raise NotRead("changed")
    if not all(isinstance(held[name], str) and shape.fullmatch(held[name]) for name, shape in _SHAPES.items()):
        raise NotRead("damaged")
    try:
        date.fromisoformat(held["date"])
    except ValueError:
        raise NotRead("damaged") from None
    return Receipt(**held)


def _check(campaign: str, day: str, version: str, number: str) -> str:
    key = f"{_DOMAIN}\n{campaign.casefold()}".encode()
    return hmac.new(key, f"{day}\n{version}\n{number}".encode(), hashlib.sha256).hexdigest()[:CHECK_LETTERS]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names stand there once each: of two dates nobody could say which counts."""
    held = dict(pairs)
    if len(held) != len(pairs):
        raise ValueError("a name stands there twice")
    return held


def _looks_like_one(raw: bytes) -> bool:
    return sum(f'"{name}"'.encode() in raw for name in _SHAPES) >= 2
