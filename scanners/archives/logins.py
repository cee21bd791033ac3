"""A list of logins that a browser or a password manager exported: the sites in it, and nothing else.

Only the column of addresses is looked at. User names, passwords and notes are dropped as the rows go by.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scanners.archives.mending import fold
from scanners.archives.records import header, table
from scanners.archives.source import Archive, Entry

# url: Chrome, Edge, Firefox, Safari, 1Password, LastPass; login_uri: Bitwarden; web site: KeePass.
_ADDRESS = ("url", "loginuri", "website", "web site", "site", "loginurl", "adresse", "hostname", "urls")
_SECRET = frozenset(
    ["password", "loginpassword", "motdepasse", "passwort", "kennwort", "contrasena", "wachtwoord", "pw"]
)
_SECOND_LEVEL = frozenset(
    ["co", "org", "ac", "gov", "net", "com", "nhs", "police", "ltd", "plc", "me", "sch", "gouv", "asso"]
)
_ADDRESSES = re.compile(r"(?:https?://)?[^\s,;]+")


def is_logins(archive: Archive, entry: Entry) -> bool:
    """True for a CSV with a column of addresses beside one of passwords."""
    if entry.kind != "csv":
        return False
    names = [fold(name) for name in header(archive, entry)]
    return not _SECRET.isdisjoint(names) and any(fold(name) in names for name in _ADDRESS)


def sites(archive: Archive, entry: Entry) -> list[str]:
    """The sites of a list of logins, each once, in alphabetical order."""
    rows = table(archive, entry)
    names = [fold(name) for name in next(rows, [])]
    at = next((names.index(fold(name)) for name in _ADDRESS if fold(name) in names), None)
    found: set[str] = set()
    for row in rows:
        if at is not None and at < len(row):
            found |= {site for address in _ADDRESSES.findall(row[at][:2000]) if (site := site_of(address))}
    return sorted(found)


def site_of(address: str) -> str:
    """The site an address or a host belongs to, as people know it; empty for computers at home and apps."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if (
        parts.scheme not in ("", "http", "https")
        or len(labels) < 2
        or not re.fullmatch(r"[a-z]{2,24}", labels[-1])
    ):
        return ""
    if labels[-1] in ("local", "lan", "home", "internal", "localhost"):
        return ""
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-keep:])
