"""What kind of address a host spells out: the open internet, a private network, or this very machine."""

from __future__ import annotations

import ipaddress
import os
import socket

ADMIT_LOOPBACK = "PRIVACY_CHECK_ALLOW_LOOPBACK"

_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def loopback_admitted() -> bool:
    """True when `PRIVACY_CHECK_ALLOW_LOOPBACK=1` lets this machine's own addresses be looked at."""
    return os.environ.get(ADMIT_LOOPBACK) == "1"


def is_loopback_name(host: str) -> bool:
    """True for `localhost` and every `*.localhost`, which never leave this machine (RFC 6761)."""
    return host == "localhost" or host.endswith(".localhost")


def literal_address(host: str) -> Address | None:
    """The IP address a host spells out, in the odd spellings a browser also takes (`127.1`, `0x7f000001`)."""
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    if not host or host[-1] not in "0123456789abcdefABCDEF" or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_open_address(address: Address) -> bool:
    """True for an address of the open internet; loopback counts when it is admitted.

    6to4 is out of use (RFC 7526): no site stands there, and what it wraps could be anything.
    """
    if isinstance(address, ipaddress.IPv6Address) and address.sixtofour:
        return False
    inner = _unwrapped(address)
    if inner.is_loopback:
        return loopback_admitted()
    return inner.is_global and not (inner.is_multicast or inner.is_reserved or inner.is_unspecified)


def _unwrapped(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv6Address):
        if inside := address.ipv4_mapped:
            return inside
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
