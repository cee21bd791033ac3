"""Discord's package: folders are named in the account's language, so files are known by their shape."""

from __future__ import annotations

import re
from typing import Any

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import pick, said
from scanners.archives.records import load, pieces, rows
from scanners.archives.source import Archive, Entry

_CHANNEL = re.compile(r"(?:^|/)c?\d{15,32}/(channel|messages)\.(json|csv)$")


def read(archive: Archive, gather: Gather) -> None:
    """The account, the servers, and what the owner wrote in channels of servers; private talks stay unread."""
    servers: dict[str, str] = {}
    for entry in archive.entries:
        path = entry.path.casefold()
        if path.endswith("user.json"):
            _account(gather, load(archive, entry), entry.name)
        elif re.search(r"/\d{15,32}/guild\.json$", path):
            guild = load(archive, entry)
            servers[said(pick(guild, "id"))] = said(pick(guild, "name"))
        elif path.endswith("index.json") and not _CHANNEL.search(path) and _is_servers(archive, entry):
            servers |= {said(key): said(name) for key, name in (load(archive, entry) or {}).items()}
    for name in servers.values():
        gather.group(name, "server")
    _messages(archive, gather)


def _is_servers(archive: Archive, entry: Entry) -> bool:
    """True for the list of servers; that of channels stands beside folders of channels."""
    folder = entry.path.rpartition("/")[0]
    beside = (other.path[len(folder) + 1 :] for other in archive.entries if other.path.startswith(f"{folder}/"))
    return not any(_CHANNEL.search(path.casefold()) for path in beside)


def _account(gather: Gather, user: Any, source: str) -> None:
    for key, name in (
        ("username", "handle"), ("global_name", "display_name"),
        ("email", "email"), ("phone", "phone"), ("ip", "ip"),
    ):  # fmt: skip
        gather.fact(name, pick(user, key), source)
    for link in pick(user, "connections") or ():
        kind, name = said(pick(link, "type")), said(pick(link, "name"))
        gather.fact("linked_accounts", f"{kind}: {name}" if kind and name else name, source)
    gather.count("friends", len(pick(user, "relationships") or ()), source)
    for payment in pick(user, "payments") or ():
        gather.fact("address", _billing(pick(payment, "billing_address", "payment_source")), source)


def _billing(value: Any) -> str:
    address = pick(value, "billing_address") or value
    return ", ".join(filter(None, (said(pick(address, key)) for key in ("line_1", "city", "postal_code"))))


def _messages(archive: Archive, gather: Gather) -> None:
    by_folder: dict[str, dict[str, Entry]] = {}
    for entry in archive.entries:
        if _CHANNEL.search(entry.path.casefold()):
            folder, _, name = entry.path.rpartition("/")
            by_folder.setdefault(folder, {})[name.partition(".")[0].casefold()] = entry
    for files in by_folder.values():
        channel = load(archive, files["channel"]) if "channel" in files else None
        guild = pick(channel, "guild")
        if not isinstance(guild, dict) or "messages" not in files:
            continue
        gather.group(pick(guild, "name"), "server")
        above = f"https://discord.com/channels/{said(pick(guild, 'id'))}/{said(pick(channel, 'id'))}"
        entry = files["messages"]
        found = rows(archive, entry) if entry.kind == "csv" else (record for _, record in pieces(archive, entry))
        for record in found:
            number = said(pick(record, "ID"))
            gather.post(pick(record, "Contents"), f"{above}/{number}", pick(record, "Timestamp"))


IMPORTER = Importer(
    platform="discord",
    paths=(
        r"(?:^|/)[^/]+/user\.json$",
        r"/c?\d{15,32}/channel\.json$",
        r"/\d{15,32}/guild\.json$",
        r"activity/(?:analytics|reporting|modeling|tns)/|/events-\d{4}-\d+-of-\d+\.json$",
    ),
    heads=(rb'"discriminator"\s*:', rb'"guild"\s*:\s*\{\s*"id"'),
    read=read,
    identity=r"(?:^|/)user\.json$",
)
