"""Internet addresses of a connection.

Finds: IPv4 and IPv6 addresses that can be reached from outside.
Misses: private and loopback addresses, version numbers, times.
Why: it hints at your provider and town, and lets someone knock at your router.
Fix: delete it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import saying

FINDS = (
    ("my server is 203.0.113.77 lol", "203.0.113.77"),
    ("ping 2001:db8::8a2e:370:7334", "2001:db8::8a2e:370:7334"),
)
MISSES = (
    "router at 192.168.0.1",
    "upgrade to v1.2.3.4",
    "Android 14.0.9.118 is slow",
    "lap times 1:02:03:04",
    "localhost 127.0.0.1",
)

_FOUR = late(r"[0-9](?<![\w.].)[0-9]{0,2}\.(?:[0-9]{1,3}\.){2}[0-9]{1,3}(?![\w]|\.[0-9])")
_SIX = late(r"(?<![\w:.])(?:[0-9a-f]{1,4}:|::?)(?:[0-9a-f]{0,4}:){1,7}[0-9a-f]{0,4}(?![\w:])")
_HEX_GROUPS = late(":[0-9a-f]{1,4}:[0-9a-f]{1,4}:")
_VERSION = saying("ip.version")
_NETWORK = saying("ip.network")
_PORT = late(r":[0-9]{2,5}(?![0-9])|/[a-z]")
_LOW = 20
_AT_HOME = tuple(
    ipaddress.ip_network(n)
    for n in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "255.0.0.0/8",
    )
)


class Ip(BaseDetector):
    """Internet addresses."""

    name = "ip"
    entity_types = (EntityType.IP,)
    triggers = Triggers(parts=("::",), digits=4)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        if lower.count(".") >= 3:
            for hit in _FOUR.finditer(lower):
                if _of_a_connection(hit, lower):
                    yield Match(EntityType.IP, *hit.span(), 0.8, "an internet address", "PI-05")
        if "::" in lower or _HEX_GROUPS.search(lower):
            for hit in _SIX.finditer(lower):
                yield Match(EntityType.IP, *hit.span(), 0.8, "an internet address", "PI-05")

    def validate(self, match: Match, folded: Folded) -> Match | None:
        written = folded.lower[match.start : match.end]
        try:
            address = ipaddress.ip_address(written)
        except ValueError:
            return None
        if address.version == 6:
            return (
                match
                if len(written) > 6 and any(c.isdigit() for c in written) and not address.is_loopback
                else None
            )
        return None if any(address in network for network in _AT_HOME) else match


def _of_a_connection(hit: re.Match[str], lower: str) -> bool:
    """Four numbers are a version where the words say so; low first numbers need a word about networks."""
    begin = max(0, hit.start() - 40)
    if _NETWORK.search(lower, begin, hit.start()) or _PORT.match(lower, hit.end()):
        return not _VERSION.search(lower, max(0, hit.start() - 12), hit.start())
    if _VERSION.search(lower, begin, hit.end() + 20):
        return False
    return int(hit.group().split(".")[0]) >= _LOW or bool(_NETWORK.search(lower, hit.end(), hit.end() + 30))


DETECTOR = Ip()
