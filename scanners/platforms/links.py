"""Reads what people paste as a link to their profile, and says kindly why something else is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from privacy_check.model import Account, Lens, LinkReading, PageKind
from privacy_check.sentences import has, say
from scanners.platforms.hosts import is_loopback, tidy_host, why_refused
from scanners.platforms.pasted import BARE_PERCENT, LONGEST, WebAddress
from scanners.platforms.schema import Endpoint, Platform
from scanners.platforms.wellknown import SITE_PAGES

# What can be somebody's own though it is no profile, and what it is called in a result.
READABLE: dict[str, PageKind] = {
    "article": PageKind.POST,
    "company": PageKind.ORGANISATION,
    "event": PageKind.OTHER,
    "group": PageKind.GROUP,
    "list": PageKind.LIST,
    "listing": PageKind.OTHER,
    "music": PageKind.OTHER,
    "other": PageKind.OTHER,
    "photo": PageKind.POST,
    "post": PageKind.POST,
    "story": PageKind.POST,
    "tracker": PageKind.LIST,
    "video": PageKind.POST,
}
# The same, where the link names the owner: a board, a list, a repository.
OWNERS = {"feed": PageKind.LIST, "files": PageKind.OTHER}
PAGE_WAYS = (Lens.PUBLIC, Lens.MEMBER, Lens.SAVED_PAGE)

_HOSTILE = re.compile(r"[\x00-\x1f\x7f<>\"\\^`{|}]")


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


def quoted(text: str) -> str:
    """A handle or a path as it stands in an address; what is encoded already stays as it is."""
    return quote(BARE_PERCENT.sub("%25", text), safe="@:/?=&!$*-._~+,;'()%")


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
    if where.bare_suffix and not handle.isascii():
        handle = tidy_host(handle) or handle
    if (where.any_host or where.host_in_handle) and "@" in handle and not handle.isascii():
        name, _, host = handle.rpartition("@")
        handle = f"{name}@{tidy_host(host) or host}"
    shape = compiled(where.handle, ignore_case=False).search(handle)
    form = next((f for f in where.other_forms if compiled(f.when, ignore_case=False).search(handle)), None)
    if form is not None:
        found = compiled(form.when, ignore_case=False).search(handle)
        template = form.template
    else:
        found, template = shape, where.template
    if found is None or not handle or _HOSTILE.search(handle) or len(handle) > LONGEST:
        rule = f" {where.handle_rule}" if where.handle_rule else ""
        return NoHandle(say("links.no_name", site=platform.name, rule=rule), say("links.copy_own"))
    names = {key: value or "" for key, value in found.groupdict().items()}
    if "host" in names and (why := why_refused(names["host"].lower())):
        return NoHandle(why)
    names = {"handle": handle, **names}
    url = template.format(**{key: quoted(value) for key, value in names.items()})
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
        return _other_page(platform, address, "help")
    if platform.address.bare_suffix and not address.path.isascii():
        # Where names are hosts, they stand in the path in their own letters or in the plain ones.
        address = replace(address, path="/".join(tidy_host(part) or part for part in address.path.split("/")))
    # A path that names the query it needs is more telling than any path alone.
    handle = path_handle(platform, address, with_query=True)
    if handle is None:
        for page in platform.address.other_pages:
            if found := match(page.path, address):
                owner = found.groupdict().get("handle") or _host_handle(platform, address)
                owner = _at_host(platform, address, owner)
                return _other_page(platform, address, page.what, page.hint, owner)
        handle = _host_handle(platform, address) or path_handle(platform, address, with_query=False)
    first = address.path.lstrip("/").split("/")[0].lower()
    sites_own = first in platform.address.not_profiles or first in SITE_PAGES
    if handle is None:
        usual = "" if sites_own else "other"
        return _other_page(platform, address, SITE_PAGES.get(first, usual) if address.path else "front")
    if handle.lower() == first and sites_own:
        return _other_page(platform, address, SITE_PAGES.get(first, ""))
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


def path_handle(platform: Platform, address: WebAddress, *, with_query: bool) -> str | None:
    """The handle in the path of an address, read by the patterns with or without a query; None when none fits."""
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


def _other_page(
    platform: Platform, address: WebAddress, what: str, hint: str = "", owner: str | None = None
) -> LinkReading:
    account = make_account(platform, owner) if owner else None
    if not isinstance(account, Account) or account.handle.lower() in platform.address.not_profiles:
        account = None
    why = say("links.only_you") if what == "own" else _another_kind(platform, what)
    kind = READABLE.get(what) or (OWNERS.get(what) if account else None)
    if kind is not None and platform.self_check_mode != "ask" and _is_one_of_many(address, what):
        return _page_of(platform, address, kind, account, why)
    if hint:
        return refused(why, hint, platform.name)
    if account is not None:
        return refused(why, say("links.paste_this", url=account.url), platform.name)
    return refused(why, say("links.copy_or_type", platform=platform.id), platform.name)


def _another_kind(platform: Platform, what: str) -> str:
    kind = f"links.kind.{what}"
    words = say(kind if has(kind) else "links.kind.other")
    return say("links.front" if what == "front" else "links.no_profile_but", what=words, site=platform.name)


def _is_one_of_many(address: WebAddress, what: str) -> bool:
    """True for one post or one group; "/groups" alone is the site's own page, the same for everybody."""
    deep = "/" in address.path.strip("/")
    return deep or (what != "other" and (bool(address.query) or any(ch.isdigit() for ch in address.path)))


def _page_of(
    platform: Platform, address: WebAddress, kind: PageKind, owner: Account | None, why: str
) -> LinkReading:
    """A post, a group or another page that can be somebody's own: looked at where it stands."""
    page = address.target.lstrip("/")
    port = f":{address.port}" if address.port and is_loopback(address.host) else ""
    scheme = address.scheme if is_loopback(address.host) else "https"
    url = f"{scheme}://{address.host}{port}{quoted(address.target)}"
    account = Account(platform.id, owner.handle, url, page=page) if owner else Account(platform.id, page, url)
    hint = say("links.all_the_same", why=why)
    if owner is not None:
        hint = f"{hint} {say('links.behind_it', url=owner.url)}"
    return LinkReading(account, platform.name, hint=hint, ways=PAGE_WAYS, kind=kind)
