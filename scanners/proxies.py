"""The proxy this computer is set up to use: what the setting says, and each of its troubles in a sentence."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say
from scanners.addresses import is_loopback_name, literal_address

SYSTEM = "looking.proxy.system"
_KINDS = ("https", "all", "http")
_EXAMPLE = "http://proxy.example:8080"
_LONGEST = 80


class ProxyKind(StrEnum):
    """How a proxy is talked to."""

    HTTP = "http"
    HTTPS = "https"
    SOCKS4 = "socks4"
    SOCKS5 = "socks5"


_SCHEMES = {
    "http": ProxyKind.HTTP,
    "https": ProxyKind.HTTPS,
    "socks": ProxyKind.SOCKS5,
    "socks4": ProxyKind.SOCKS4,
    "socks4a": ProxyKind.SOCKS4,
    "socks5": ProxyKind.SOCKS5,
    "socks5h": ProxyKind.SOCKS5,
}
_USUAL_PORT = {ProxyKind.HTTP: 8080, ProxyKind.HTTPS: 443, ProxyKind.SOCKS4: 1080, ProxyKind.SOCKS5: 1080}


class ProxyTrouble(PrivacyCheckError):
    """The proxy in `setting` cannot be used: the sentence names the setting, the hint the next step."""

    def __init__(self, message: str, hint: str, setting: str) -> None:
        super().__init__(message, hint)
        self.setting = setting


@dataclass(frozen=True, slots=True)
class Proxy:
    """One proxy; `setting` is the name of the setting it stands in. The password never stands in `repr`."""

    kind: ProxyKind
    host: str
    port: int
    setting: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Proxy({self.kind.value}, {self.place})"

    @property
    def place(self) -> str:
        """Host and port, as a person reads them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def unreachable(self) -> ProxyTrouble:
        """Nobody answers there."""
        return ProxyTrouble(
            say("looking.proxy.unreachable", place=self.place, setting=self.setting),
            say("looking.proxy.unreachable_hint", setting=self.setting),
            self.setting,
        )

    def strange(self) -> ProxyTrouble:
        """Something answers that is no such proxy."""
        return ProxyTrouble(
            say("looking.proxy.strange", place=self.place, setting=self.setting),
            say("looking.proxy.strange_hint", setting=self.setting, example=_EXAMPLE),
            self.setting,
        )

    def wants_a_name(self) -> ProxyTrouble:
        """It asks who is there, or does not take the answer."""
        if self.user:
            return ProxyTrouble(
                say("looking.proxy.wrong_name", place=self.place, setting=self.setting),
                say("looking.proxy.wrong_name_hint", setting=self.setting),
                self.setting,
            )
        return ProxyTrouble(
            say("looking.proxy.wants_a_name", place=self.place, setting=self.setting),
            say("looking.proxy.wants_a_name_hint", setting=self.setting, place=self.place),
            self.setting,
        )

    def refuses(self, host: str, status: int | None = None) -> ProxyTrouble:
        """It will not connect to that host."""
        answer = f" {say('looking.proxy.answered', status=status)}" if status else ""
        return ProxyTrouble(
            say("looking.proxy.refuses", place=self.place, setting=self.setting, host=host, answer=answer),
            say("looking.proxy.refuses_hint"),
            self.setting,
        )


def proxy_for(host: str) -> Proxy | None:
    """The proxy for a host (environment, Windows or macOS settings); None where it is reached directly.

    Raises ProxyTrouble for a setting that holds no usable address.
    """
    if is_loopback_name(host) or literal_address(host):
        return None
    # Slow to load, and an address of this machine is never asked by way of a proxy.
    import urllib.request

    return None if urllib.request.proxy_bypass(host) else configured()


def configured() -> Proxy | None:
    """The proxy that is set up here, for whatever host. Raises ProxyTrouble like `proxy_for`."""
    import urllib.request

    found = urllib.request.getproxies()
    kind = next((kind for kind in _KINDS if found.get(kind, "").strip()), None)
    return read_setting(found[kind].strip(), _name_of(kind)) if kind else None


def _name_of(kind: str) -> str:
    """The name of the variable as it is written here; a setting of the system has none."""
    wanted = f"{kind}_proxy"
    return next(
        (name for name in (wanted, *os.environ) if name.lower() == wanted and os.environ.get(name)), say(SYSTEM)
    )


def read_setting(value: str, setting: str) -> Proxy:
    """One setting taken apart; without a scheme it is a web proxy. Raises ProxyTrouble when it is of no use."""
    text = value if "://" in value else f"http://{value.removeprefix('//')}"
    try:
        parts = urlsplit(text)
        kind, host, port = _SCHEMES.get(parts.scheme.lower()), parts.hostname, parts.port
    except ValueError:
        kind = host = port = None
    if kind is None or not host or any(ch.isspace() for ch in host):
        raise ProxyTrouble(
            say("looking.proxy.no_address", setting=setting, value=_without_secret(value)),
            say("looking.proxy.no_address_hint", example=_EXAMPLE),
            setting,
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Proxy(kind, host, port or _USUAL_PORT[kind], setting, user, password)


def _without_secret(value: str) -> str:
    shown = value.rpartition("@")[2].partition("/")[0] if "://" not in value else _after_name(value)
    return "".join(ch for ch in shown if ch.isprintable())[:_LONGEST]


def _after_name(value: str) -> str:
    scheme, _, rest = value.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
