"""Snapchat's archive: JSON files with headings as keys; chats stay unread."""

from __future__ import annotations

import re
from typing import Any

from privacy_check.model import SeenBy
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said
from scanners.archives.records import load, pieces
from scanners.archives.source import Archive, Entry

_POINT = re.compile(r"-?\d{1,3}\.\d+")
_GROUP_CHAT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def read(archive: Archive, gather: Gather) -> None:
    """Reads each file by its name."""
    for entry in archive.entries:
        if entry.kind == "json" and entry.stem == "chat_history":
            _chats(archive, entry, gather)
        reader = _READERS.get(entry.stem) if entry.kind == "json" else None
        if reader is not None:
            value = load(archive, entry)
            if isinstance(value, dict):
                reader(gather, value, entry)


def _account(gather: Gather, value: Any, entry: Entry) -> None:
    basic = pick(value, "Basic Information") or value
    for key, name in (
        ("Username", "handle"), ("Name", "display_name"), ("Creation Date", "joined"), ("Registration IP", "ip"),
        ("Country", "places"), ("Birthday", "birthday"), ("Email", "email"), ("Phone Number", "phone"),
    ):  # fmt: skip
        gather.fact(name, pick(basic, key), entry.name)
    for login in pick(value, "Login History") or ():
        gather.fact("ip", pick(login, "IP"), entry.name)
    for device in pick(value, "Device History") or ():
        gather.fact("devices", pick(device, "Model"), entry.name)


def _history(gather: Gather, value: Any, entry: Entry) -> None:
    for heading, key, name in (
        ("Display Name Change", "Display Name", "former_names"), ("Email Change", "Email Address", "email"),
        ("Mobile Number Change", "Mobile Number", "phone"), ("Download My Data Reports", "Email Address", "email"),
        ("Username Change", "User Name", "former_names"),
    ):  # fmt: skip
        for one in pick(value, heading) or ():
            now = said(pick(one, key))
            if name != "former_names" or now.casefold() != gather.first("display_name").casefold():
                gather.fact(name, now, entry.name)


def _friends(gather: Gather, value: Any, entry: Entry) -> None:
    gather.count("friends", len(pick(value, "Friends") or ()), entry.name)


def _places(gather: Gather, value: Any, entry: Entry) -> None:
    inferred = pick(value, "Home, School & Work", "Home & Work") or {}
    for place in inferred.values() if isinstance(inferred, dict) else ():
        point = _POINT.findall(said(place))
        gather.fact("places", ", ".join(point[:2]), entry.name, SeenBy.ONLY_ME)
    for heading in (
        "Areas you may have visited in the last two years",
        "Businesses and places you may have visited",
    ):
        for one in pick(value, heading) or ():
            town = [said(pick(one, key)) for key in ("Name", "City", "Region", "Postal Code")]
            gather.fact("places", ", ".join(filter(None, town)), entry.name, SeenBy.ONLY_ME)


def _interests(gather: Gather, value: Any, entry: Entry) -> None:
    for heading in ("Interest Categories", "Content Categories"):
        found = pick(value, heading)
        for one in found if isinstance(found, list) else [found]:
            gather.fact("ad_interests", one if not isinstance(one, dict) else list(one.values()), entry.name)


def _apps(gather: Gather, value: Any, entry: Entry) -> None:
    for found in value.values():
        for one in found if isinstance(found, list) else ():
            gather.fact("apps", pick(one, "App", "Name", "App Name"), entry.name)


def _chats(archive: Archive, entry: Entry, gather: Gather) -> None:
    """Group chats the owner is in, by their titles alone."""
    for keys, message in pieces(archive, entry):
        if _GROUP_CHAT.fullmatch(keys[0]) and isinstance(message, dict):
            gather.group(pick(message, "Conversation Title"), "group chat")


def _subscriptions(gather: Gather, value: Any, entry: Entry) -> None:
    for heading, found in value.items():
        if "hidden" not in fold(heading):
            for one in found if isinstance(found, list) else ():
                gather.group(one if isinstance(one, str) else pick(one, "Name", "Username"), "channel")


_READERS = {
    "account": _account,
    "account_history": _history,
    "friends": _friends,
    "location_history": _places,
    "user_profile": _interests,
    "connected_apps": _apps,
    "subscriptions": _subscriptions,
}

IMPORTER = Importer(
    platform="snapchat",
    paths=(
        r"(?:^|/)json/(?:snap_history|chat_history|memories_history|ranking|bitmoji_kit_user|snap_map_places_history)\.json$",
        r"(?:^|/)(?:memories|chat_media|shared_story)/",
        r"(?:^|/)(?:bitmoji|snap_map_places_history|snapchat_ai|my_ai|snap_pro)\w*\.json$",
        r"(?:^|/)json/(?:account_history|friends|location_history|user_profile)\.json$",
    ),
    heads=(
        rb'"Basic Information"\s*:',
        rb'"(?:Friend Requests Sent|Hidden Friend Suggestions|Ignored Snapchatters)"',
    ),
    read=read,
    identity=r"(?:^|/)account\.json$",
)
