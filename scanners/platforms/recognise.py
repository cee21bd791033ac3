"""From pasted text to an account: every spelling people use, and a kind sentence for everything else."""

from __future__ import annotations

import re

from privacy_check.model import Account, LinkReading
from privacy_check.sentences import say
from scanners.platforms.elsewhere import NO_CONTACT, known_elsewhere
from scanners.platforms.hosts import is_loopback, tidy_host, why_refused
from scanners.platforms.index import PlatformIndex
from scanners.platforms.links import (
    NoHandle,
    compiled,
    make_account,
    path_handle,
    read_address,
    reading,
    refused,
)
from scanners.platforms.pasted import (
    LONGEST,
    WebAddress,
    behind_wrapper,
    links_in,
    looks_like_email,
    looks_like_host,
    looks_like_phone,
    take_apart,
    tidy,
    unwrap,
)
from scanners.platforms.wellknown import MAIL_HOSTS

TYPE_NAME = "links.type_name"
_FEDIVERSE = re.compile(
    r"^@?(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@(?P<host>[^@\s/:]+\.[^@\s/:]+)$"
)
_TYPED = re.compile(
    r"^(?P<name>[^:/@\d.][^:/@.]{0,28}|about\.me|last\.fm|paypal\.me)\s*:\s*(?!//)(?P<handle>\S.*)$", re.I
)
_APART = re.compile(r"^(?P<name>[^:/@\d.]{1,30}?)(?:\s+[-–—|=>]+\s*|\s*[/|=>–—]+\s*)@?(?P<handle>[^\s/]+)$")
_ON = re.compile(r"^@?(?P<handle>\S+)\s+(?:on|at|\(|-|–|—)\s*(?P<name>[^()]{1,30}?)\)?$", re.I)


def read(index: PlatformIndex, text: str) -> LinkReading:
    """What the text turned out to be. Never raises: a refusal is one plain sentence, its hint the next step."""
    try:
        return _read(index, text)
    except (ValueError, OverflowError, RecursionError, re.error):
        return refused(say("links.unreadable"), say("links.copy_own"))


def _read(index: PlatformIndex, text: str) -> LinkReading:
    if len(text) > LONGEST:
        return refused(say("links.too_long"), say("links.one_at_a_time"))
    whole = tidy(text)
    if not unwrap(whole):
        return refused(say("links.nothing"), say("links.paste_or_type"))
    links = links_in(whole)
    if len(links) > 1:
        return _one_of(index, links)
    if links:
        return _read_link(index, links[0])
    return _read_words(index, unwrap(whole))


def _one_of(index: PlatformIndex, links: list[str]) -> LinkReading:
    readings = [_read_link(index, link) for link in links]
    if len({r.account.key for r in readings if r.account}) == 1 and all(r.account for r in readings):
        return readings[0]
    return refused(say("links.more_than_one"), say("links.one_at_a_time"))


def _read_words(index: PlatformIndex, text: str) -> LinkReading:
    for attempt in (_read_contact, _read_app_link, _read_scheme, _read_fediverse, _read_named, _read_bare_link):
        found = attempt(index, text)
        if found is not None:
            return found
    return _read_bare_name(index, text)


def _read_contact(index: PlatformIndex, text: str) -> LinkReading | None:
    if looks_like_email(text):
        host = text.rsplit("@", 1)[-1].lower()
        known = index.by_host(host)
        if known is not None and known.address.any_host:
            return None
        hint = say("links.paste_instead")
        if host not in MAIL_HOSTS and not text.lower().startswith("mailto:"):
            hint = say("links.mastodon", handle=text)
        return refused(say(NO_CONTACT), hint)
    if looks_like_phone(text):
        return refused(say(NO_CONTACT), say("links.paste_or_type"))
    return None


def _read_app_link(index: PlatformIndex, text: str) -> LinkReading | None:
    if ":" not in text:
        return None
    for platform in index.platforms:
        for pattern in platform.address.app_links:
            found = compiled(pattern).fullmatch(text)
            if found and found.groupdict().get("handle"):
                account = make_account(platform, found["handle"])
                if not isinstance(account, NoHandle):
                    return reading(platform, account)
    return None


def _read_scheme(index: PlatformIndex, text: str) -> LinkReading | None:
    scheme = re.match(r"^(?:view-source:)?([a-z][a-z0-9+.\-]*):(?://|(?=[^\s:]))", text, re.IGNORECASE)
    if not scheme:
        return None
    name = scheme.group(1).lower()
    if name == "intent" or text.lower().startswith("view-source:http"):
        return _read_link(index, text)
    if name == "acct":
        return _read_fediverse(index, text.partition(":")[2])
    if re.fullmatch(r"h[htps]{2,7}", name) and "://" in text:
        # A slip of the finger in https: the host still says what is meant.
        return _read_link(index, "https://" + text.partition("://")[2])
    if name in {"mailto", "tel", "sms", "callto", "facetime"}:
        return refused(say(NO_CONTACT), say("links.paste_instead"))
    if "://" in text[: len(name) + 3] or name in {"javascript", "data", "file", "blob", "about", "ftp"}:
        if name in {"about"} and index.by_name("about.me") and "//" not in text:
            return None
        hint = say("links.saved_page") if name == "file" else say("links.copy_own")
        return refused(say("links.only_web"), hint)
    return None


def _read_fediverse(index: PlatformIndex, text: str) -> LinkReading | None:
    found = _FEDIVERSE.match(text)
    if not found:
        return None
    host = tidy_host(found["host"]) or found["host"].lower()
    if host in MAIL_HOSTS:
        return refused(say(NO_CONTACT), say("links.paste_instead"))
    platform = index.by_host(host)
    if platform is not None and not platform.address.any_host:
        # Threads and Bluesky people write themselves so too, with a host that is no server of the fediverse.
        return read_typed(index, platform.id, found["name"])
    platform = platform or next((p for p in index.platforms if p.address.any_host), None)
    if platform is None:
        return None
    account = make_account(platform, f"{found['name']}@{host}")
    if isinstance(account, NoHandle):
        return refused(account.why, account.hint, platform.name)
    return reading(platform, account)


def _read_named(index: PlatformIndex, text: str) -> LinkReading | None:
    if typed := _TYPED.match(text):
        return _read_typed(index, typed["name"].strip(), typed["handle"].strip())
    for shape in (_APART, _ON):
        if (found := shape.match(text)) and index.by_name(found["name"]):
            return read_typed(index, found["name"], unwrap_handle(found["handle"]))
    words = text.split(" ")
    if len(words) == 2:
        first, second = (unwrap_handle(word) for word in words)
        if index.by_name(first) or index.by_host(first.lower()):
            platform = index.by_name(first) or index.by_host(first.lower())
            return read_typed(index, platform.id, second) if platform else None
        if first.startswith("@") and index.by_name(second):
            return read_typed(index, second, first)
    if found := re.fullmatch(r"/?(u|user|r|in)/([^\s/]+)/?", text, re.IGNORECASE):
        return _short_path(index, found.group(1).lower(), found.group(2))
    if re.fullmatch(r"\$[A-Za-z][\w-]*", text):
        return read_typed(index, "cashapp", text)
    return None


def _read_typed(index: PlatformIndex, name: str, handle: str) -> LinkReading | None:
    """`name: handle`, where the name may be the last word of more: "my insta: robin"."""
    last = name.split(" ")[-1]
    platform = index.by_name(name) or index.by_name(last)
    if platform is None:
        if re.fullmatch(r"[A-Za-z][\w .+'’-]*", name) and not re.fullmatch(r"\d{2,5}(?:/.*)?", handle):
            return refused(
                say("links.unknown_site", name=name),
                say("links.whole_link"),
            )
        return None
    if platform is index.generic or _is_own_link(index, handle):
        return _read_link(index, handle)
    if looks_like_email(handle) and not platform.address.any_host:
        return refused(say(NO_CONTACT), say("links.not_email"))
    return read_typed(index, platform.id, unwrap_handle(handle))


def read_typed(index: PlatformIndex, name: str, handle: str) -> LinkReading | None:
    """`platform:handle` in any of its spellings; None when the first half is no platform's name."""
    platform = index.by_name(name)
    if platform is None:
        return None
    account = make_account(platform, handle)
    if isinstance(account, Account):
        first = account.handle.split("/")[0].lower()
        if first not in platform.address.not_profiles:
            return reading(platform, account)
    # "linkedin:in/jane" or "reddit:u/jane": the tail of a link rather than the bare name.
    path = WebAddress("https", (*platform.address.hosts, "")[0], None, "/" + handle.strip().strip("/"), "")
    if found := path_handle(platform, path, with_query=False):
        account = make_account(platform, found)
        if isinstance(account, Account):
            return reading(platform, account)
    why = account.why if isinstance(account, NoHandle) else say("links.no_profile", site=platform.name)
    return refused(why, say("links.copy_or_type", platform=platform.id), platform.name)


def _short_path(index: PlatformIndex, kind: str, handle: str) -> LinkReading | None:
    if kind == "r":
        return refused(say("links.community"), say("links.type_at", platform="reddit"), "Reddit")
    return read_typed(index, "linkedin" if kind == "in" else "reddit", handle)


def unwrap_handle(handle: str) -> str:
    """A typed handle without quotes and brackets around it; the signs a handle may hold stay."""
    return handle.strip(" \t\"'`“”‘’<>()[]").rstrip(",;")


def _is_own_link(index: PlatformIndex, handle: str) -> bool:
    address = take_apart(handle) if "." in handle and "/" in handle else None
    return bool(address and index.by_host(address.host))


def _read_bare_link(index: PlatformIndex, text: str) -> LinkReading | None:
    close = re.sub(r"\s*/\s*", "/", text)
    if " " not in close:
        return _read_link(index, close) if looks_like_host(close) else None
    known = []
    for word in (unwrap(word) for word in close.split(" ")):
        if "." in word and looks_like_host(word) and (address := take_apart(word)) and index.by_address(address):
            known.append(word)
    return _read_link(index, known[0]) if len(known) == 1 else None


def _read_bare_name(index: PlatformIndex, text: str) -> LinkReading:
    if index.by_name(text):
        platform = index.by_name(text)
        return refused(
            say("links.name_missing"),
            say("links.type_at", platform=platform.id if platform else "instagram"),
        )
    if " " in text:
        return refused(say("links.no_people"), say(TYPE_NAME))
    shown = text.removeprefix("@")
    if re.fullmatch(r"[\w.\-]{1,40}", shown):
        if platform := next((p for p in index.platforms if _ends_like(p.address.bare_suffix, shown)), None):
            return read_typed(index, platform.id, shown) or refused(say(TYPE_NAME))
        return refused(say("links.which_site"), say("links.site_in_front", handle=shown))
    return refused(say("links.not_readable"), say("links.copy_or_type", platform="instagram"))


def _ends_like(suffix: str, text: str) -> bool:
    return bool(suffix) and text.lower().endswith(suffix)


def _read_link(index: PlatformIndex, link: str, depth: int = 0) -> LinkReading:
    address = take_apart(link)
    if address is None:
        return refused(say("links.no_address"), say("links.copy_own"))
    if address.login:
        return refused(
            say("links.hides"),
            say("links.copy_own"),
        )
    inner = behind_wrapper(address)
    if inner and depth == 0:
        return _read_link(index, inner, depth + 1)
    if why := why_refused(address.host):
        return refused(why, say("links.on_the_internet"))
    if why_not := known_elsewhere(index, address):
        return why_not
    platform = index.by_address(address)
    if platform is not None:
        return read_address(platform, address)
    return _read_generic(index, address)


def _read_generic(index: PlatformIndex, address: WebAddress) -> LinkReading:
    generic = index.generic
    if generic is None:
        return refused(say("links.undescribed"), say("links.see_adding"))
    port = f":{address.port}" if address.port and address.port not in (80, 443) else ""
    if port and not is_loopback(address.host):
        return refused(say("links.port"), say("links.copy_own"))
    host = address.host + port
    account = make_account(generic, f"{host.removeprefix('www.')}{address.target}")
    if isinstance(account, NoHandle):
        return refused(account.why, account.hint, generic.name)
    url = account.url.replace(f"https://{host.removeprefix('www.')}", f"{address.scheme}://{host}", 1)
    return reading(generic, type(account)(account.platform, account.handle, url))
