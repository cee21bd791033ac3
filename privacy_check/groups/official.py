"""Groups whose whole name is on the dated official list that the program was given; without a list, none."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from functools import cache

from privacy_check import tables

RULE = "GRP-H1"
FILE = "proscribed.toml"


def listed_on(name: str, today: date) -> str:
    """The day of the list that holds exactly this name, as it is written there; empty for every other name.

    A list without a day, from a day to come, or older than it says of itself that it may be, holds nothing.
    """
    written, names, days = _list()
    if not names or not written:
        return ""
    day = date.fromisoformat(written)
    if not day <= today <= day + timedelta(days=days):
        return ""
    return written if _plain(name) in names else ""


@cache
def _list() -> tuple[str, frozenset[str], int]:
    found = tables.table("privacy_check", "data", FILE)
    return str(found["as_of"]), frozenset(_plain(name) for name in found["names"]), int(found["days"])


def _plain(name: str) -> str:
    """Letters and digits alone; words that stand before many names are no part of them."""
    text = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in text if not unicodedata.combining(letter))
    return " ".join(words.split()).removeprefix("the ")
