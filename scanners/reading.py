"""Tells a POST that reads from one that writes, by what the platform's file lists under [reads]."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from scanners.egress import Read, host_of
from scanners.platforms.schema import ReadRequest, Reads

LARGEST_BODY = 64 * 1024
MOST_ENTRIES = 100
LONGEST_NAME = 200

FRIENDLY_NAME = "fb_api_req_friendly_name"
NAME_KEYS = (FRIENDLY_NAME, "operationName", "queryName", "operation")
NAME_HEADERS = ("x-fb-friendly-name", "x-apollo-operation-name")
OTHER_METHOD = ("x-http-method-override", "x-http-method", "x-method-override")

_IN_BODY_ALONE = frozenset({*NAME_KEYS, "query", "mutation", "doc_id", "extensions", "_method"})

_FORM = "application/x-www-form-urlencoded"
_JSON = re.compile(r"^(?:text/plain|application/(?:[\w.+-]+\+)?json)$")
_SEGMENT = re.compile(r"^[\w.~-]+$", re.ASCII)  # a coded slash would lead a site to another path
_WRITES = re.compile(r"\bmutation\b", re.IGNORECASE)

Entry = Mapping[str, Any]


class _Unreadable(Exception):
    """A body about which nothing can be said for certain."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A POST a page wants to make. Header names are lower case; `body` is None when it could not be had whole."""

    url: str
    headers: Mapping[str, str]
    body: bytes | None


def read_of(reads: Reads, posted: Posted) -> Read | None:
    """What a listed POST reads; None for every other one, and for one whose body leaves any doubt."""
    listed = [request for request in reads.requests if _leads_to(request, posted.url)]
    if not listed or is_another_method(posted.headers) or _says_more(posted.url):
        return None
    if posted.body is None or len(posted.body) > LARGEST_BODY:
        return None
    if not posted.body:
        empty = next((request for request in listed if request.what == "token"), None)
        return _as_read(empty, (), posted) if empty else None
    try:
        entries = _entries(posted)
        for request in listed:
            names = _names(request, posted, entries)
            if names is not None and _shape_fits(request, posted.body, entries):
                return _as_read(request, names, posted)
    except (_Unreadable, ValueError, RecursionError):
        return None
    return None


def is_another_method(headers: Iterable[str]) -> bool:
    """True where a header (names in lower case) asks the site to take the request for one of another method."""
    return any(name in headers for name in OTHER_METHOD)


def _says_more(url: str) -> bool:
    """True for an address that names an operation or a method as a body does: a site may believe it instead."""
    try:
        named = parse_qsl(urlsplit(url).query, keep_blank_values=True, max_num_fields=MOST_ENTRIES)
    except ValueError:
        return True
    return any(name in _IN_BODY_ALONE for name, _ in named)


def may_read(reads: Reads, url: str) -> bool:
    """True for an address to which some listed POST goes; whether one reads is told by its body."""
    return any(_leads_to(request, url) for request in reads.requests)


def is_aside(reads: Reads, posted: Posted) -> bool:
    """True for what the platform's file says never brings words, by its address or by every name in it."""
    host, path = host_of(posted.url), _path(posted.url)
    if any(_aside_fits(aside, host, path) for aside in reads.asides):
        return True
    if not reads.aside_operations or len(posted.body or b"") > LARGEST_BODY:
        return False
    named = {posted.headers[name] for name in NAME_HEADERS if name in posted.headers}
    try:
        named |= set(_in_address(posted.url))
        named |= {str(entry[key]) for entry in _entries(posted) for key in NAME_KEYS if key in entry}
    except (_Unreadable, ValueError, RecursionError):
        return False
    return bool(named) and all(any(fnmatchcase(name, known) for known in reads.aside_operations) for name in named)


def _as_read(request: ReadRequest, names: Iterable[str], posted: Posted) -> Read:
    """A request without named operations is called by what it brings or by the end of its path."""
    last = _path(posted.url).rsplit("/", 1)[-1]
    named = ", ".join(dict.fromkeys(names)) or ("a key for reading" if request.what == "token" else last)
    return Read(named[:LONGEST_NAME], len(posted.body or b""))


def _leads_to(request: ReadRequest, url: str) -> bool:
    host, path = host_of(url), _path(url)
    if request.host.startswith("*."):
        host_fits = host.partition(".")[2] == request.host[2:]
    else:
        host_fits = host == request.host
    return host_fits and any(_path_fits(pattern, path) for pattern in request.paths)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.removesuffix("/")
    except ValueError:
        return ""


def _path_fits(pattern: str, path: str) -> bool:
    wanted, given = pattern.removesuffix("/").split("/"), path.split("/")
    return len(wanted) == len(given) and all(
        part == found or (part == "*" and _SEGMENT.match(found)) for part, found in zip(wanted, given, strict=True)
    )


def _aside_fits(aside: str, host: str, path: str) -> bool:
    where, _, rest = aside.partition("/")
    if where and not fnmatchcase(host, where):
        return False
    wanted, given = rest.removesuffix("/").split("/"), path.removeprefix("/").split("/")
    if wanted[-1] == "*" and len(given) >= len(wanted):
        wanted, given = wanted[:-1], given[: len(wanted) - 1]
    return len(wanted) == len(given) and all(map(fnmatchcase, given, wanted))


def _entries(posted: Posted) -> list[Entry]:
    """The body as a list of named values: one for a form, one or more for JSON. Raises when in any doubt."""
    text = (posted.body or b"").decode("utf-8")
    media_type = posted.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == _FORM:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=1000)
        return [_once_each(pairs)]
    if not _JSON.match(media_type):
        raise _Unreadable
    document = json.loads(text, object_pairs_hook=_once_each)
    entries = document if isinstance(document, list) else [document]
    if not 0 < len(entries) <= MOST_ENTRIES or not all(isinstance(entry, dict) for entry in entries):
        raise _Unreadable
    return entries


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that stands twice may mean one thing here and another there."""
    once = dict(pairs)
    if len(once) != len(pairs) or "_method" in once:
        raise _Unreadable
    return once


def _names(request: ReadRequest, posted: Posted, entries: list[Entry]) -> list[str] | None:
    """The operations of all entries, when every one is listed and all places that name one agree; else None."""
    if not request.operations:
        return []
    in_address = _in_address(posted.url) if request.named_in == "query" else []
    in_headers = [posted.headers[name] for name in NAME_HEADERS if name in posted.headers]
    if request.named_in == "query" and len(in_address) != 1:
        return None
    if request.named_in == "friendly_name" and NAME_HEADERS[0] not in posted.headers:
        return None
    needed = {"friendly_name": FRIENDLY_NAME, "operation_name": "operationName"}.get(request.named_in)
    found: list[str] = []
    for entry in entries:
        in_body = [entry[key] for key in NAME_KEYS if key in entry]
        if (needed is not None and needed not in entry) or not all(isinstance(name, str) for name in in_body):
            return None
        said = {*in_address, *in_headers, *in_body}
        if len(said) != 1 or not said <= set(request.operations):
            return None
        found.extend(said)
    return found


def _in_address(url: str) -> list[str]:
    return parse_qs(urlsplit(url).query, keep_blank_values=True, max_num_fields=100).get("q", [])


def _shape_fits(request: ReadRequest, body: bytes, entries: list[Entry]) -> bool:
    """The keys are there, and nothing in the body says that it writes."""
    if any(_WRITES.search(str(entry.get("query", ""))) for entry in entries):
        return False
    if request.json_keys and not all(any(key in entry for key in request.json_keys) for entry in entries):
        return False
    plain = (body.decode("utf-8") + json.dumps(entries, ensure_ascii=False)).casefold()
    return not any(words.casefold() in plain for words in request.without)
