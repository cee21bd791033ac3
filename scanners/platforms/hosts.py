"""Which hosts may be looked at at all, judged from the address alone; nothing is resolved here."""

from __future__ import annotations

import ipaddress
import os
import socket

import idna

ALLOW_LOOPBACK = "PRIVACY_CHECK_ALLOW_LOOPBACK"

_LOCAL_ENDINGS = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".corp", ".private")
_NOWHERE = (".home.arpa", ".test", ".invalid", ".onion", ".i2p")


def loopback_allowed() -> bool:
    """True when the environment admits loopback, for the demo and for tests."""
    return os.environ.get(ALLOW_LOOPBACK) == "1"


def tidy_host(host: str) -> str | None:
    """The host in lower case and punycode, without a final dot; None when it is no host name."""
    host = host.strip().rstrip(".").lower()
    if host.startswith("[") and host.endswith("]"):
        return host[1:-1]
    if not host or len(host) > 253:
        return None
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower() if not host.isascii() else _plain(host)
    except idna.IDNAError:
        return None


def _plain(host: str) -> str | None:
    labels = host.split(".")
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    good = all(label and len(label) <= 63 and set(label) <= allowed for label in labels)
    return host if good else None


def as_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The number behind a host written as a number, in any of the spellings browsers take; None for a name."""
    try:
        return ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        pass
    if not host or host[0] not in "0123456789":
        return None
    try:
        # Browsers read 127.1, 2130706433 and 0x7f000001 as 127.0.0.1, and so does inet_aton.
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_loopback(host: str) -> bool:
    """True for this very machine: 127.0.0.0/8, ::1, localhost and names under it."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    number = as_address(host)
    if number is None:
        return False
    mapped = getattr(number, "ipv4_mapped", None)
    return bool((mapped or number).is_loopback)


def why_refused(host: str) -> str:
    """One sentence when the host must not be looked at, "" when it may. Takes a tidied host."""
    if is_loopback(host):
        return "" if loopback_allowed() else "That address is this computer itself, not a page on the internet."
    number = as_address(host)
    if number is not None:
        if not number.is_global:
            return "That address is inside a home or office network, not on the internet."
        return "That address is a bare number, and profiles have a name as their address."
    if "." not in host or host.endswith(_LOCAL_ENDINGS + _NOWHERE):
        return "That name only works inside one network, not on the internet."
    if host.rsplit(".", 1)[-1].isdigit():
        return "That is not a web address."
    return ""
