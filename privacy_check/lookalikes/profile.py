"""One side of a comparison: what stands in a profile, read from a document of anybody's making or from a view."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from privacy_check.model import ProfileView

MOST_LINKS = 60
LONGEST = 4_000
"""Code points of a text that are read."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One side of a comparison; anything may be missing."""

    platform: str = ""
    handle: str = ""
    display_name: str = ""
    bio: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    avatar: Path | bytes | None = None
    joined: date | None = None
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    mutual_links: tuple[str, ...] = ()
    employer: str = ""

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Profile:
        """Reads one profile object; unknown keys and odd values are left out."""
        return cls(
            platform=_text(raw.get("platform")).strip().casefold(),
            handle=_text(raw.get("handle")).strip().lstrip("@"),
            display_name=_text(raw.get("display_name")),
            bio=_text(raw.get("bio")),
            location=_text(raw.get("location")),
            links=_texts(raw.get("links")),
            avatar=_avatar(raw.get("avatar")),
            joined=_date(raw.get("joined")),
            followers=_number(raw.get("followers")),
            following=_number(raw.get("following")),
            posts=_number(raw.get("posts")),
            mutual_links=_texts(raw.get("mutual_links")),
            employer=_text(raw.get("employer")),
        )

    @classmethod
    def from_view(cls, view: ProfileView, avatar: bytes | None = None) -> Profile:
        """Reads one side off a view; `avatar` is the picture itself, when it was fetched."""

        def first(name: str) -> str:
            found = view.first(name)
            return found.text if found else ""

        platform, handle = _where(view)
        return cls(
            platform=platform,
            handle=handle,
            display_name=first("display_name"),
            bio=_own_words(view),
            location=first("location"),
            employer=first("employer"),
            links=tuple(link.url for link in view.links),
            avatar=avatar,
            joined=_date(first("joined")),
            followers=_number(first("followers")),
            following=_number(first("following")),
            posts=_number(first("posts_count")) or len(view.posts) or None,
        )

    @property
    def says_nothing(self) -> bool:
        """True when there is nothing to compare with."""
        return not (self.handle or self.display_name or self.bio or self.avatar)


def _where(view: ProfileView) -> tuple[str, str]:
    """The site and the handle there; on a site nobody described, its host and what the page or address says."""
    account = view.account
    if account.platform != "generic":
        return account.platform, account.handle
    host, _, path = account.handle.partition("/")
    shown = view.first("handle")
    named = shown.text if shown else path.rstrip("/").rpartition("/")[2]
    return host, named.lstrip("@")


def _own_words(view: ProfileView) -> str:
    """The bio; nothing where it only says again what other fields hold, as sites write of those who wrote none."""
    bio = view.first("bio")
    if bio is None:
        return ""
    rest = bio.text
    for name in ("joined", "job_title", "employer", "location", "display_name"):
        for field in view.all(name):
            rest = rest.replace(field.text, " ")
    return bio.text if len(rest.split()) > 1 else ""


def _avatar(raw: object) -> Path | bytes | None:
    if isinstance(raw, bytes | Path):
        return raw
    return Path(raw) if isinstance(raw, str) and raw and "\0" not in raw else None


def _text(raw: object) -> str:
    return raw[:LONGEST] if isinstance(raw, str) else ""


def _texts(raw: object) -> tuple[str, ...]:
    """The texts of a list; one text alone is a list of one, and whatever else stands there is left out."""
    if isinstance(raw, str):
        raw = [raw]
    if not isinstance(raw, list | tuple):
        return ()
    return tuple(text for item in raw[:MOST_LINKS] if (text := _text(item).strip()))


def _number(raw: object) -> int | None:
    """A count, also as pages write it (`1,204`, `3.4k`); None for what is none."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return None
    if isinstance(raw, str):
        text = raw.strip().casefold().replace(",", "")
        times = {"k": 1_000, "m": 1_000_000}.get(text[-1:], 1)
        try:
            raw = float(text.rstrip("km ")) * times
        except ValueError:
            return None
    return int(raw) if math.isfinite(raw) and 0 <= raw < 1e12 else None


def _date(raw: object) -> date | None:
    if isinstance(raw, date):
        return raw.date() if isinstance(raw, datetime) else raw
    if not isinstance(raw, str):
        return None
    text = raw.strip()
    for whole in (text[:10], f"{text[:7]}-15", f"{text[:4]}-07-01"):
        try:
            return date.fromisoformat(whole)
        except ValueError:
            continue
    return None
