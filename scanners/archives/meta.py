"""Shapes that archives of Facebook, Instagram and Threads share: labels, in the account's language, and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scanners.archives.mending import fold, said
from scanners.archives.words import meaning

_LISTS = ("label_values", "dict", "vec")
_MOST_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One labelled value: the label in the account's language, the name that all share, the value and the link."""

    label: str
    name: str
    value: str
    href: str
    at: Any = None

    @property
    def means(self) -> str:
        """What it is, as a profile fact; empty when the label is not known."""
        known = meaning("profile")
        return known.get(fold(self.name)) or known.get(fold(self.label), "")


def labelled(record: Any, depth: int = 0) -> Iterator[Told]:
    """Every labelled value of a record of the newest shape, however deep it stands."""
    if isinstance(record, list):
        for one in record:
            yield from labelled(one, depth)
        return
    if not isinstance(record, dict) or depth > _MOST_DEPTH:
        return
    value, href = record.get("value"), said(record.get("href"))
    if value not in (None, "", []) or href:
        label = said(record.get("label")) or said(record.get("title"))
        yield Told(label, said(record.get("ent_field_name")), said(value), href, record.get("timestamp_value"))
    elif record.get("timestamp_value"):
        yield Told(
            said(record.get("label")), said(record.get("ent_field_name")), "", "", record["timestamp_value"]
        )
    for key in _LISTS:
        yield from labelled(record.get(key), depth + 1)


def mapped(record: Any) -> Iterator[Told]:
    """Every value of Instagram's older shape: `string_map_data` by its labels, and `string_list_data`."""
    if not isinstance(record, dict):
        return
    for label, member in (record.get("string_map_data") or {}).items():
        if isinstance(member, dict):
            yield Told(
                _label(label), "", said(member.get("value")), said(member.get("href")), member.get("timestamp")
            )
    for member in record.get("string_list_data") or ():
        if isinstance(member, dict):
            value = said(member.get("value")) or said(record.get("title"))
            yield Told(said(record.get("title")), "", value, said(member.get("href")), member.get("timestamp"))


@lru_cache(maxsize=1000)
def _label(key: str) -> str:
    return said(key)


def named(record: Any) -> str:
    """The name a record of any shape is about: its own, its first data's, or its first labelled value."""
    if isinstance(record, str):
        return said(record)
    if not isinstance(record, dict):
        return ""
    told = list(labelled(record)) if "label_values" in record else []
    for one in told:  # the title of a record of the newest shape says what the record is, not whose
        if one.value and (one.name.casefold() == "name" or one.means == "display_name"):
            return one.value
    for key in ("name", "title", "Name", "advertiser_name", "group_name", "ent_name"):
        if name := said(record.get(key)):
            return name
    for key in ("data", "attachments"):
        for one in record.get(key) or ():
            if name := named(one):
                return name
    return next((told.value for told in (*labelled(record), *mapped(record)) if told.value), "")


@lru_cache(maxsize=1000)
def base(key: str) -> str:
    """A machine key without the number of its shape: `groups_joined_v2` is `groups_joined`."""
    return re.sub(r"_v\d+$", "", key.casefold())
