"""Telegram Desktop's export (`result.json`): the profile, the groups, and the owner's own messages in them."""

from __future__ import annotations

from typing import Any

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import pick, said
from scanners.archives.records import LIST, Keys, pieces, spread
from scanners.archives.source import Archive

_GROUPS = {
    "private_group": ("group", "private"), "private_supergroup": ("group", "private"),
    "public_supergroup": ("group", "public"), "private_channel": ("channel", "private"),
    "public_channel": ("channel", "public"),
}  # fmt: skip


class _Reading:
    """Which chat is being read, and who the owner is there."""

    def __init__(self, gather: Gather) -> None:
        self.gather = gather
        self.owner = ""
        self.chat: dict[str, Any] = {}

    def chat_begun(self) -> None:
        kind = _GROUPS.get(said(self.chat.get("type")))
        if kind and self.chat.get("name"):
            self.gather.group(self.chat["name"], kind[0], visibility=kind[1])

    def message(self, record: Any) -> None:
        """An own message in a group; talks with one person stay unread."""
        mine = self.owner and said(pick(record, "from_id")) in (f"user{self.owner}", self.owner)
        if mine and said(self.chat.get("type")) in _GROUPS:
            self.gather.post(_words(pick(record, "text")), at=pick(record, "date"), place=_place(record))


def read(archive: Archive, gather: Gather) -> None:
    """Reads the export, however large one chat in it is."""
    for entry in archive.entries:
        if entry.kind != "json":
            continue
        reading = _Reading(gather)
        contacts = 0
        for keys, value in pieces(archive, entry):
            if keys[0] == "personal_information":
                reading.owner = said(pick(value, "user_id")) or reading.owner
                _profile(gather, value, entry.name)
            elif keys[0] in ("about", "left_chats"):
                continue
            elif keys[0] in ("contacts", "frequent_contacts"):
                contacts += sum(
                    1 for inner, _ in _each(keys, value) if inner[0] == "contacts" and inner[-1] == LIST
                )
            else:
                _chats(reading, keys, value)
        gather.count("contacts_uploaded", contacts, entry.name)


def _each(keys: Keys, value: Any) -> list[tuple[Keys, Any]]:
    if keys[-1] == LIST:
        return [(keys, value)]
    return [((*inner, LIST) if inner[-1] == "list" else inner, one) for inner, one in spread(keys, value)]


def _chats(reading: _Reading, keys: Keys, value: Any) -> None:
    """A chat as a whole, or, where it was too large, a member or a message of it."""
    if isinstance(value, dict) and "list" in value and keys[-1] == "chats":
        for chat in value["list"]:
            _whole(reading, chat)
    elif isinstance(value, dict) and "messages" in value:
        _whole(reading, value)
    elif keys[-2:] == ("messages", LIST):
        reading.message(value)
    elif keys[-1] in ("name", "type", "id") and not isinstance(value, dict | list):
        if keys[-1] == "name":
            reading.chat = {}
        reading.chat[keys[-1]] = value
        if keys[-1] == "type":
            reading.chat_begun()


def _whole(reading: _Reading, chat: Any) -> None:
    if isinstance(chat, dict):
        reading.chat = chat
        reading.chat_begun()
        for record in chat.get("messages") or ():
            reading.message(record)


def _profile(gather: Gather, value: Any, source: str) -> None:
    whole = " ".join(filter(None, (said(pick(value, name)) for name in ("first_name", "last_name"))))
    gather.fact("display_name", whole, source)
    gather.fact("phone", pick(value, "phone_number"), source)
    gather.fact("handle", said(pick(value, "username")).lstrip("@"), source)
    gather.fact("bio", pick(value, "bio"), source)


def _words(text: Any) -> str:
    """Words of a message, which stand in pieces where some are links or bold."""
    if isinstance(text, list):
        return "".join(part if isinstance(part, str) else said(pick(part, "text")) for part in text)
    return said(text)


def _place(record: Any) -> str:
    point = pick(record, "location_information")
    latitude, longitude = pick(point, "latitude"), pick(point, "longitude")
    return said(pick(record, "place_name")) or (f"{latitude}, {longitude}" if latitude and longitude else "")


IMPORTER = Importer(
    platform="telegram",
    paths=(
        r"(?:^|/)(?:chatexport|datareport|telegram)[^/]*/|(?:^|/)export_results\.html$",
        r"(?:^|/)result\.json$",
    ),
    heads=(
        rb'"personal_information"\s*:\s*\{\s*"user_id"',
        rb'"type"\s*:\s*"(?:private|public)_(?:group|supergroup|channel)"',
    ),
    read=read,
    identity=r"(?:^|/)result\.json$",
)
