"""Links as the person wrote them: made whole, and unwrapped of redirectors that platforms put around them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from scanners.extract.data import table
from scanners.extract.page import host_of

_WRAPPERS: dict[str, list[str]] = table("redirectors")["wrappers"]
_WRAPPER_PATHS = re.compile(
    r"/(?:l\.php|redirect|redir|redir/redirect|url|away(?:\.php)?|linkfilter/?|link2/?|link|sinaurl|users/outgoing"
    r"|outgoing|jump\.php|jump|goto|go|out|exit|leave|dk|safety/go|_t/redirect|offsite/?|r|)/?$"
)
_BARE = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?$", re.IGNORECASE)
_PLATFORM_HOSTS = re.compile(
    r"(?:^|\.)(?:facebook|instagram|threads|twitter|x|linkedin|tiktok|youtube|pinterest|reddit|tumblr|t|telegram|discord"
    r"|discordapp|twitch|steamcommunity|github|gitlab|flickr|strava|spotify|soundcloud|medium|vk|ok|weibo|snapchat"
    r"|plus\.google|bsky|patreon|behance|dribbble|vimeo|wa|whatsapp|linktr)"
    r"\.(?:com|net|org|me|ru|gg|tv|app|ee|cn|be)$"
)


def unwrap(url: str) -> str:
    """The address a redirector leads to; other addresses unchanged. At most three wrappers deep."""
    for _ in range(3):
        inner = _once(url)
        if inner == url:
            break
        url = inner
    return url


def _once(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    if not parts.query or not _WRAPPER_PATHS.search(parts.path):
        return url
    names = next((n for h, n in _WRAPPERS.items() if host == h or host.endswith("." + h)), None)
    if names is None:
        return url
    query = parse_qs(parts.query)
    for name in names:
        target = query[name][0] if name and name in query else unquote(parts.query) if name == "" else ""
        if target.startswith(("http://", "https://", "//")):
            return target
    return url


def whole(text: str) -> str:
    """`example.org/me` becomes `https://example.org/me`; other text unchanged; empty for what is no address."""
    text = text.strip().strip("<>")
    if text.startswith("//"):
        return "https:" + text
    if text.lower().startswith(("http://", "https://")):
        return text
    return "https://" + text if _BARE.match(text) else ""


def site_of(host: str) -> str:
    """The last two labels of a host (three where the last two are short, as in `co.uk`)."""
    labels = host.split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2
    return ".".join(labels[-keep:])


def external(url: str, page_host: str) -> bool:
    """True for a web address outside the site that shows it."""
    if not url.lower().startswith(("http://", "https://")):
        return False
    host = host_of(url)
    if not host or "." not in host:
        return False
    return not page_host or site_of(host) != site_of(page_host)


def is_platform(url: str) -> bool:
    """True for an address on one of the big platforms: more likely another profile than a website of one's own."""
    return bool(_PLATFORM_HOSTS.search(host_of(url)))
