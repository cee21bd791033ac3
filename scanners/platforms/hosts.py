"""Which hosts may be looked at at all, judged from the address alone; nothing is resolved here."""

from __future__ import annotations

import idna

from privacy_check.sentences import say
from scanners.addresses import is_loopback_name, is_open_address, literal_address, loopback_admitted

_LOCAL_ENDINGS = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".corp", ".private")
_NOWHERE = (".home.arpa", ".test", ".invalid", ".onion", ".i2p")


def tidy_host(host: str) -> str | None:
    """The host in lower case and punycode, without a final dot; None when it is no host name."""
    host = host.strip().rstrip(".").lower()
    if host.startswith("[") and host.endswith("]"):
        return host[1:-1]
    if not host or len(host) > 253:
        return None
    if host.isascii():
        return _plain(host)
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except idna.IDNAError:
        return _as_browsers_do(host)


def _as_browsers_do(host: str) -> str | None:
    """Pictures and signs are no letters of the current rule for names, and yet such hosts exist and open."""
    try:
        return _plain(host.encode("idna").decode("ascii").lower())
    except UnicodeError:
        return None


def shown_host(host: str) -> str:
    """A tidied host in its own letters, as its owner knows it."""
    if "xn--" not in host:
        return host
    try:
        return idna.decode(host)
    except idna.IDNAError:
        pass
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _plain(host: str) -> str | None:
    labels = host.split(".")
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    good = all(label and len(label) <= 63 and set(label) <= allowed for label in labels)
    return host if good else None


def is_loopback(host: str) -> bool:
    """True for this very machine: 127.0.0.0/8, ::1, localhost and names under it."""
    if is_loopback_name(host):
        return True
    number = literal_address(host)
    if number is None:
        return False
    return (getattr(number, "ipv4_mapped", None) or number).is_loopback is True


def why_refused(host: str) -> str:
    """One sentence when the host must not be looked at, "" when it may. Takes a tidied host."""
    if is_loopback(host):
        return "" if loopback_admitted() else say("links.this_computer")
    number = literal_address(host)
    if number is not None:
        if not is_open_address(number):
            return say("links.inside")
        return say("links.number")
    if "." not in host or host.endswith(_LOCAL_ENDINGS + _NOWHERE):
        return say("links.one_network")
    if host.rsplit(".", 1)[-1].isdigit():
        return say("links.no_address")
    return ""
