"""TikTok's archive: one JSON file, whose keys change their case, or a text file for each part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said, truth
from scanners.archives.records import Keys, lines, records
from scanners.archives.source import Archive, Entry
from scanners.archives.words import meaning

_SKIPPED = frozenset(
    map(
        fold,
        (
            "Direct Messages",
            "Chat History",
            "Direct Message",
            "Like List",
            "Favorite Videos",
            "Video Browsing History",
            "Watch History",
            "Recently Deleted Posts",
        ),
    )
)
_KEYS = {
    "userName": "handle", "Username": "handle", "displayName": "display_name", "nickName": "display_name",
    "name": "display_name", "bioDescription": "bio", "birthDate": "birthday", "emailAddress": "email",
    "telephoneNumber": "phone", "profilePhoto": "avatar", "accountRegion": "places", "followerCount": "followers",
    "followingCount": "following",
}  # fmt: skip


def read(archive: Archive, gather: Gather) -> None:
    """Reads the JSON file, or every text file by its name."""
    counts: dict[str, int] = {}
    for entry in archive.entries:
        if entry.kind == "json":
            for keys, record in records(archive, entry, lambda keys: bool(_room(keys))):
                _take(gather, _room(keys), record, entry.name, counts)
        elif entry.kind == "txt":
            for record in _text_records(archive, entry):
                _take(gather, _room((re.sub(r"[_ ]?\d*$", "", entry.stem),)), record, entry.name, counts)
    for name, number in counts.items():
        gather.count(name, number, "archive")


@lru_cache(maxsize=1000)
def _room(keys: Keys) -> str:
    """What the keys above a record, the nearest first, say that it is; empty for what is not read."""
    known = meaning("tiktok")
    folded = [fold(key) for key in keys]
    return (
        next((known[key] for key in reversed(folded) if key in known), "") if _SKIPPED.isdisjoint(folded) else ""
    )


def _take(gather: Gather, room: str, record: Any, source: str, counts: dict[str, int]) -> None:
    if room == "followers" and isinstance(record, dict) and pick(record, "UserName", "Username"):
        counts["followers"] = counts.get("followers", 0) + 1
    elif room in _READERS:
        _READERS[room](gather, record, source)


def _profile(gather: Gather, record: Any, source: str) -> None:
    if not isinstance(record, dict):
        return
    for key, name in _KEYS.items():
        gather.fact(name, pick(record, key), source)
    known = meaning("profile")
    for key, value in record.items():
        means = known.get(fold(key), "")
        if means and means != "private":
            gather.fact(means, value, source)


def _linked(gather: Gather, record: Any, source: str) -> None:
    """The account that was used to sign up: it shows the real name."""
    platform, name = said(pick(record, "Platform")), said(pick(record, "Name"))
    gather.fact("linked_accounts", f"{platform}: {name}" if platform and name else name, source)


def _following(gather: Gather, record: Any, source: str) -> None:
    gather.fact(
        "follows",
        pick(record, "UserName", "Username", "Gebruikersnaam", "Nom d'utilisateur", "Nome utente"),
        source,
    )


def _comment(gather: Gather, record: Any, source: str) -> None:
    known = meaning("instagram")
    words = pick(record, "Comment", "comment") or _beside(record, known, "comment")
    at = pick(record, "Date", "date") or _beside(record, known, "time")
    gather.post(words, pick(record, "Url", "url", "Link", "link"), at)


def _beside(record: Any, known: Any, name: str) -> Any:
    if not isinstance(record, dict):
        return None
    return next((value for key, value in record.items() if known.get(fold(key)) == name), None)


def _video(gather: Gather, record: Any, source: str) -> None:
    words = said(pick(record, "Title", "Description", "Caption", "AltText"))
    link = said(pick(record, "Link", "VideoLink", "Url"))
    gather.post(words, link, pick(record, "Date"), pick(record, "Location", "AddedLocation"))


def _login(gather: Gather, record: Any, source: str) -> None:
    gather.fact("ip", pick(record, "IP"), source)
    gather.fact("devices", pick(record, "DeviceModel"), source)


def _address(gather: Gather, record: Any, source: str) -> None:
    if isinstance(record, dict):
        saved = pick(record, "SavedAddress", "SavedAddressInformation")
        parts = saved or ", ".join(said(value) for value in record.values() if said(value))
        gather.fact("address", parts, source)
    else:
        gather.fact("address", record, source)


def _settings(gather: Gather, record: Any, source: str) -> None:
    private = pick(record, "Private Account", "Privéaccount", "Compte privé", "Account privato")
    switch = truth(said(private)) if private is not None else None
    gather.private = gather.private if switch is None else switch
    gather.fact("ad_interests", _split(pick(record, "Interests")), source)


def _forms(gather: Gather, record: Any, source: str) -> None:
    gather.fact("phone", pick(record, "PhoneNumber", "Phone"), source)
    gather.fact("email", pick(record, "Email"), source)
    street = [said(pick(record, key)) for key in ("Address", "Unit", "ZipCode", "State", "Country")]
    gather.fact("address", ", ".join(filter(None, street)) if street[0] else "", source)


def _split(value: Any) -> list[str]:
    return [part.strip() for part in re.split(r"[|,;]", said(value)) if part.strip()]


def _interest(gather: Gather, record: Any, source: str) -> None:
    if isinstance(record, dict):
        for value in record.values():
            gather.fact("ad_interests", _split(value), source)
    else:
        gather.fact("ad_interests", _split(record), source)


def _named(name: str) -> Callable[[Gather, Any, str], None]:
    def note(gather: Gather, record: Any, source: str) -> None:
        gather.fact(
            name, pick(record, "Name", "Source", "AdvertiserName") if isinstance(record, dict) else record, source
        )

    return note


def _advertisers(gather: Gather, record: Any, source: str) -> None:
    """Names one by one, or, since 2024, all of a kind in one text."""
    together = isinstance(record, dict)
    parts = [part for value in record.values() for part in _split(value)] if together else record
    gather.fact("advertisers", parts, source)


def _place(gather: Gather, record: Any, source: str) -> None:
    gather.fact("places", pick(record, "LastRegion", "Region"), source)
    gather.fact("places", pick(record, "GpsData", "GPS"), source)


_READERS: dict[str, Callable[[Gather, Any, str], None]] = {
    "profile": _profile,
    "linked": _linked,
    "forms": _forms,
    "following": _following,
    "comments": _comment,
    "posts": _video,
    "logins": _login,
    "address": _address,
    "settings": _settings,
    "interests": _interest,
    "advertisers": _advertisers,
    "elsewhere": _named("activity_elsewhere"),
    "places": _place,
}


def _text_records(archive: Archive, entry: Entry) -> Iterator[dict[str, str]]:
    """The blocks of a text file, each a set of `name: value` lines; a line that is none goes on the one above."""
    record: dict[str, str] = {}
    last = ""
    for line in (*lines(archive, entry), ""):
        name, colon, value = line.strip().partition(":")
        if not line.strip() or (colon and name in record):
            if record:
                yield record
            record, last = {}, ""
        if colon and len(name) < 60:
            record[name], last = value.strip(), name
        elif last and line.strip():
            record[last] += f"\n{line.strip()}"


IMPORTER = Importer(
    platform="tiktok",
    paths=(
        r"(?:^|/)user_data(?:_tiktok)?\.json$",
        r"(?:^|/)(?:profile information|profielinformatie|informazioni \w+ profilo|informations \w+ profil)\.txt$",
        r"(?:^|/)(?:watch history|kijkgeschiedenis)\.txt$",
        r"(?:^|/)(?:off tiktok activity|activiteit buiten tiktok)\.txt$",
        r"(?:^|/)(?:comments|commentaires|commenti|reacties)\.txt$",
        r"tiktok",
    ),
    heads=(
        rb'"(?:Tik[Tt]ok (?:Live|Shopping)|ProfileMap|FansList|LoginHistoryList|Video Browsing History)"',
        rb'^\s*\{\s*"(?:(?:Your )?Activity|Profile(?: And Settings)?)"\s*:\s*\{\s*"[A-Z][A-Za-z ]+"\s*:\s*\{',
    ),
    read=read,
    identity=r"user_data(?:_tiktok)?\.json$",
)
