"""Reads what people paste as a link to their profile, and says kindly why something else is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from privacy_check.model import Account, Lens, LinkReading
from scanners.platforms.hosts import is_loopback, why_refused
from scanners.platforms.pasted import LONGEST, WebAddress
from scanners.platforms.schema import Endpoint, OtherPageKind, Platform
from scanners.platforms.wellknown import SITE_PAGES

if TYPE_CHECKING:
    from scanners.platforms.registry import Registry

KIND_WORDS: dict[OtherPageKind, str] = {
    "article": "an article",
    "company": "a page of a company or organisation",
    "event": "an event",
    "feed": "a feed of posts",
    "files": "a file",
    "front": "the front page",
    "group": "a group or community",
    "help": "an information page",
    "invite": "an invitation",
    "listing": "something for sale",
    "login": "a sign-in page",
    "message": "a page for messages",
    "music": "music",
    "own": "a link that only works for you",
    "phone": "a telephone number",
    "photo": "a photo",
    "post": "a post",
    "search": "a search page",
    "settings": "a settings page",
    "short": "a shortened link",
    "story": "a story",
    "tracker": "a list of games",
    "video": "a video",
}

_HOSTILE = re.compile(r"[\x00-\x1f\x7f<>\"\\^`{|}]")
COPY_OWN = "Open your own profile and copy the link you see there"


@cache
def compiled(pattern: str, ignore_case: bool = True) -> re.Pattern[str]:
    """The pattern, compiled once."""
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


@dataclass(frozen=True, slots=True)
class NoHandle:
    """Why a typed handle is none on that platform."""

    why: str
    hint: str = ""


def ways(platform: Platform) -> tuple[Lens, ...]:
    """The ways an account there can be looked at, the usual one first."""
    archive = (Lens.ARCHIVE,) if platform.archive else ()
    if platform.self_check_mode == "ask":
        return (Lens.TYPED, *archive)
    return (Lens.PUBLIC, Lens.MEMBER, Lens.SAVED_PAGE, *archive)


def reading(platform: Platform, account: Account) -> LinkReading:
    """The good end: an account on that platform."""
    return LinkReading(
        account=account,
        platform_name=platform.name,
        ways=ways(platform),
        ask_only=platform.self_check_mode == "ask",
    )


def refused(why: str, hint: str = "", name: str = "") -> LinkReading:
    """The other end: one sentence, and the next step."""
    return LinkReading(refusal=why, hint=hint, platform_name=name)


def match(pattern: str, address: WebAddress) -> re.Match[str] | None:
    """One pattern of a platform against an address: the whole path, or path plus query when it asks for one."""
    if r"\?" in pattern:
        return compiled(pattern).match(address.target)
    return compiled(pattern).fullmatch(address.path)


def make_account(platform: Platform, handle: str) -> Account | NoHandle:
    """The account of a handle as a person types it, with its canonical address."""
    where = platform.address
    handle = handle.strip().strip("/").removeprefix("@").strip()
    if platform.id == "generic":
        handle = handle.removeprefix("https://").removeprefix("http://")
    if where.lower_case:
        handle = handle.lower()
    if where.bare_suffix and "." not in handle and ":" not in handle:
        handle += where.bare_suffix
    shape = compiled(where.handle, ignore_case=False).search(handle)
    form = next((f for f in where.other_forms if compiled(f.when, ignore_case=False).search(handle)), None)
    if form is not None:
        found = compiled(form.when, ignore_case=False).search(handle)
        template = form.template
    else:
        found, template = shape, where.template
    if found is None or not handle or _HOSTILE.search(handle) or len(handle) > LONGEST:
        rule = f" {where.handle_rule}" if where.handle_rule else ""
        return NoHandle(f"That is not a name {platform.name} can have.{rule}", f"{COPY_OWN}.")
    names = {key: value or "" for key, value in found.groupdict().items()}
    if "host" in names and (why := why_refused(names["host"].lower())):
        return NoHandle(why)
    names = {"handle": handle, **names}
    url = template.format(**{key: quote(value, safe="@:/?=&!$*-._~+,;'()") for key, value in names.items()})
    return Account(platform=platform.id, handle=handle, url=url)


def endpoint_url(platform: Platform, endpoint: Endpoint, account: Account) -> str:
    """The address of a public answer about that account; "" when this answer is not for such a handle."""
    if endpoint.for_handles and not compiled(endpoint.for_handles, ignore_case=False).search(account.handle):
        return ""
    found = compiled(platform.address.handle, ignore_case=False).search(account.handle)
    names = {"handle": account.handle, **(found.groupdict() if found else {})}
    url = endpoint.url
    for name, value in names.items():
        url = url.replace("{" + name + "}", value if name == "host" else quote(value or "", safe=""))
    return "" if "{" in url else url


def read_address(platform: Platform, address: WebAddress) -> LinkReading:
    """A web address on a described platform."""
    if address.host in platform.address.not_hosts:
        return _other_page(platform, "help")
    # A path that names the query it needs is more telling than any path alone.
    handle = _path_handle(platform, address, with_query=True)
    if handle is None:
        for page in platform.address.other_pages:
            if found := match(page.path, address):
                owner = found.groupdict().get("handle") or _host_handle(platform, address)
                return _other_page(platform, page.what, page.hint, _at_host(platform, address, owner))
        handle = _host_handle(platform, address) or _path_handle(platform, address, with_query=False)
    first = address.path.lstrip("/").split("/")[0].lower()
    if handle is None:
        return _other_page(platform, SITE_PAGES.get(first, "") if address.path else "front")
    if handle.lower() == first and (first in platform.address.not_profiles or first in SITE_PAGES):
        return _other_page(platform, SITE_PAGES.get(first, ""))
    account = make_account(platform, handle)
    if isinstance(account, NoHandle):
        return refused(account.why, account.hint, platform.name)
    return reading(platform, _at_port(account, address))


def _at_port(account: Account, address: WebAddress) -> Account:
    """On loopback, where the pretend network lives, scheme and port stay as they were typed."""
    if not is_loopback(address.host):
        return account
    parts = urlsplit(account.url)
    netloc = address.host if address.port is None else f"{address.host}:{address.port}"
    return replace(account, url=urlunsplit(parts._replace(scheme=address.scheme, netloc=netloc)))


def _host_handle(platform: Platform, address: WebAddress) -> str | None:
    if platform.address.host_handle is None:
        return None
    found = compiled(platform.address.host_handle).fullmatch(address.host)
    return found["handle"] if found else None


def _path_handle(platform: Platform, address: WebAddress, *, with_query: bool) -> str | None:
    for pattern in platform.address.paths:
        if (r"\?" in pattern) is with_query and (found := match(pattern, address)):
            handle: str = found["handle"]
            return _at_host(platform, address, unquote_plus(handle) if with_query else handle)
    return None


def _at_host(platform: Platform, address: WebAddress, handle: str | None) -> str | None:
    """The handle with its host, where the host is part of who somebody is."""
    where = platform.address
    if not handle or "@" in handle:
        return handle
    inside = where.any_host or any(same_host(host, address.host) for host in where.host_in_handle)
    return f"{handle}@{address.host}" if inside else handle


def same_host(pattern: str, host: str) -> bool:
    """True when the host is the one named, or, after `*.`, lies under it."""
    if pattern.startswith("*."):
        return host.endswith(pattern[1:])
    return host == pattern


def _other_page(platform: Platform, kind: str, hint: str = "", handle: str | None = None) -> LinkReading:
    words = next((words for name, words in KIND_WORDS.items() if name == kind), "another page")
    joint = "of" if kind == "front" else "on"
    why = f"That is {words} {joint} {platform.name}, not a profile."
    if kind == "own":
        why = "That link only works for you, because it leads everyone to their own page."
    if hint:
        return refused(why, hint, platform.name)
    if handle:
        account = make_account(platform, handle)
        if isinstance(account, Account) and account.handle.lower() not in platform.address.not_profiles:
            return refused(why, f"If the profile is yours, paste this instead: {account.url}", platform.name)
    return refused(why, f"{COPY_OWN}, or type {platform.id}:yourname.", platform.name)


def read_typed(registry: Registry, name: str, handle: str) -> LinkReading | None:
    """`platform:handle` in any of its spellings; None when the first half is no platform's name."""
    platform = registry.by_name(name)
    if platform is None:
        return None
    account = make_account(platform, handle)
    if isinstance(account, Account):
        first = account.handle.split("/")[0].lower()
        if first not in platform.address.not_profiles:
            return reading(platform, account)
    # "linkedin:in/jane" or "reddit:u/jane": the tail of a link rather than the bare name.
    path = WebAddress("https", (*platform.address.hosts, "")[0], None, "/" + handle.strip().strip("/"), "")
    if found := _path_handle(platform, path, with_query=False):
        account = make_account(platform, found)
        if isinstance(account, Account):
            return reading(platform, account)
    why = account.why if isinstance(account, NoHandle) else f"That is not a profile on {platform.name}."
    return refused(why, f"{COPY_OWN}, or type {platform.id}:yourname.", platform.name)
