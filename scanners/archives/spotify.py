"""Spotify's archive: the account, followed artists, own playlists and what is inferred for adverts."""

from __future__ import annotations

import re
from typing import Any

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import pick, said
from scanners.archives.records import records
from scanners.archives.source import Archive

_SKIPPED = re.compile(r"streaming|searchqueries|yourlibrary|marquee|soundcapsule")


def read(archive: Archive, gather: Gather) -> None:
    """Reads each small file; what was listened to is nobody else's and stays unread."""
    for entry in archive.entries:
        if entry.kind != "json" or _SKIPPED.search(entry.stem):
            continue
        stem = re.sub(r"\d*$", "", entry.stem)
        for keys, record in records(archive, entry):
            _take(gather, stem, keys[-1].casefold() if keys else "", record, entry.name)


def _take(gather: Gather, stem: str, key: str, record: Any, source: str) -> None:
    if stem == "userdata" and isinstance(record, dict):
        for member, name in (
            ("username", "handle"), ("email", "email"), ("birthdate", "birthday"), ("gender", "gender"),
            ("postalCode", "postcode"), ("mobileNumber", "phone"), ("creationTime", "joined"),
            ("country", "places"),
        ):  # fmt: skip
            gather.fact(name, pick(record, member), source)
        facebook = said(pick(record, "facebookUid"))
        gather.fact("linked_accounts", f"facebook: {facebook}" if facebook else "", source)
    elif stem == "identity" and isinstance(record, dict):
        whole = " ".join(filter(None, (said(pick(record, name)) for name in ("firstName", "lastName"))))
        gather.fact("display_name", [said(pick(record, "displayName")), whole], source)
        gather.fact("avatar", pick(record, "imageUrl", "largeImageUrl"), source)
    elif stem == "follow":
        _follow(gather, key, record, source)
    elif stem == "inferences" and key == "inferences":
        gather.fact("ad_interests", record, source)
    elif stem == "playlist" and key == "playlists":
        gather.post(pick(record, "name"), at=pick(record, "lastModifiedDate"))
        gather.post(pick(record, "description"), at=pick(record, "lastModifiedDate"))
    elif stem == "payments" and isinstance(record, dict):
        gather.fact("postcode", pick(record, "postal_code", "postalCode"), source)


def _follow(gather: Gather, key: str, record: Any, source: str) -> None:
    if isinstance(record, str) and "following" in key and "artist" not in key:
        gather.fact("follows", record, source)
    elif isinstance(record, str) and "artist" in key:
        gather.group(record, "page")
    elif isinstance(record, dict):
        gather.count("followers", int(said(pick(record, "followerCount", "userIsFollowedByCount")) or 0), source)


IMPORTER = Importer(
    platform="spotify",
    paths=(
        r"(?:^|/)userdata\.json$",
        r"(?:^|/)(?:streaminghistory|streaming_history)_?\w*\.json$",
        r"(?:^|/)(?:yourlibrary|searchqueries|marquee|inferences|follow)\.json$",
        r"(?:^|/)playlist\d*\.json$",
        r"(?:^|/)(?:mydata|spotify account data|spotify extended streaming history)/",
    ),
    heads=(
        rb'"facebookUid"\s*:|"createdFromFacebook"\s*:',
        rb'"(?:msPlayed|ms_played)"\s*:',
        rb'"numberOfFollowers"\s*:',
    ),
    read=read,
    identity=r"(?:^|/)userdata\.json$",
)
