"""Where an address leads: why it must not be asked, as a sentence, and the checked addresses behind a name."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

from privacy_check.sentences import say
from scanners.addresses import is_loopback_name, is_open_address, literal_address, loopback_admitted

DEFAULT_PORTS = {"http": 80, "https": 443}

NOT_WEB = "looking.refused.not_web"
ELSEWHERE = "looking.refused.elsewhere"
OTHER_PORT = "looking.refused.other_port"
PRIVATE = "looking.refused.private"
NO_SUCH_NAME = "looking.refused.no_such_name"


class Refused(Exception):
    """A request that must not be made; `reason` is a plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSuchName(Refused):
    """The name of a host leads nowhere from here; a proxy may know it all the same."""

    def __init__(self) -> None:
        super().__init__(say(NO_SUCH_NAME))


def host_of(url: str) -> str:
    """The host of an address, lower case, without brackets, port or trailing dot; "" when there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def port_of(url: str) -> int | None:
    """The port an address leads to, the scheme's own when it names none; None when it makes no sense."""
    try:
        parts = urlsplit(url)
        return parts.port or DEFAULT_PORTS.get(parts.scheme.lower())
    except ValueError:
        return None


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, each checked. A caller that connects must use one of these, not the name again.

    Raises Refused when the name is unknown or any of its addresses is not of the open internet.
    """
    if is_loopback_name(host):
        if not loopback_admitted():
            raise Refused(say(PRIVATE))
        return ("127.0.0.1", "::1")
    if literal := literal_address(host):
        found = [str(literal)]
    else:
        try:
            answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise NoSuchName from None
        found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not found or not all(is_open_address(ipaddress.ip_address(text.partition("%")[0])) for text in found):
        raise Refused(say(PRIVATE))
    return tuple(found)
