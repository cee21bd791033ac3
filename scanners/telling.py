"""Whether data says that an account is not there, is closed or is private: then the site itself has told it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

DEEPEST = 7
MOST_PARTS = 3000
MOST_VALUES = 60
LARGEST_SCRIPT = 400_000
FEW_WORDS = 12
"""An answer with more texts than this holds something, whatever else in it is empty."""

NOBODY = re.compile(
    r"\b(?:user|account|member|profile|person|handle|username)s?\b.{0,40}"
    r"\b(?:not (?:be )?found|does ?n[o'’]t exist|does not exist|unknown|no longer exists?|deleted)\b"
    r"|\b(?:no such|unknown|no) (?:user|account|member|profile|person|handle|username)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"not.?found|no.?such|does ?n[o'’]?t.?exist|not.?exist|unknown.?(?:user|member|account)|no.?(?:results?|match)"
    r"|nobody|deleted|deactivat|suspend|banned|disabled|closed|removed|\bgone\b|private|protected|locked"
    r"|(?:user|profile|account|member).?unavailable|followers?.only|inactive|^/?(?:404|410|_error)$",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"log(?:ged)?[ _-]?in|sign(?:ed)?[ _-]?in|unauthori|not authori|authenticat|forbidden|denied|captcha|challenge"
    r"|verify you|robots?\b|\bbot\b|too (?:many|fast)|slow down|rate.?limit|throttl|quota|retry|try again|later\b"
    r"|busy|overload|maintenance|temporar|time.?out|timed out|went wrong|internal|unexpected"
    r"|invalid (?:token|request)|expired"
    r"|\bage[_ -]|adult|mature|members?[_ ]only|premium|csrf|region|country|queued|pending|blocked|block(?:ed)?_",
    re.IGNORECASE,
)
_SAYS_PLAINLY = frozenset(
    {"error", "status", "code", "reason", "state", "__typename", "statuscode", "page", "errorcode", "visibility"}
)
# What a member of an answer is called that says how it went, and that holds who was asked for.
_SAYS = frozenset(
    (
        "error", "errors", "message", "msg", "status", "code", "reason", "detail", "details", "type", "state",
        "result", "__typename", "description", "kind", "statuscode", "page", "errorcode", "visibility", "outcome",
    )
)  # fmt: skip
_PERSON = frozenset(
    (
        "member", "members", "user", "users", "profile", "profiles", "account", "accounts", "person", "people",
        "author", "channel", "owner", "actor", "creator", "who",
    )
)  # fmt: skip
_WHO = _PERSON | frozenset(
    (
        "data", "result", "results", "item", "items", "entry", "entries", "hits", "found", "exists", "exist",
        "total", "count", "response", "payload", "content", "match", "matches", "is_found", "active", "valid",
    )
)  # fmt: skip
_VALUE = re.compile(r"(?:^|[=(:,]|\breturn)\s*[\[{](?=\s*[\"{\[\]}])")
_DECODER = json.JSONDecoder()
_EITHER = frozenset({"user", "users", "account", "accounts", "owner"})
_OF_THE_PAGE = frozenset(
    {"pageprops", "props", "profile", "data", "query", "result", "route", "loaderdata", "page"}
)
_GONE = re.compile(
    r"(?:^|is|_)(?:private|protected|locked|suspended|banned|deleted|deactivated|disabled|closed|removed"
    r"|not_?found|missing|gone)$"
)
_PRIVATE = re.compile(r"(?:^|is|_)(?:private|protected|locked|restricted|friends_?only|followers_?only)$")
_PUBLIC = re.compile(r"(?:^|is|_)(?:public|visible)$")
_TO_SOME = re.compile(r"private|protected|locked|followers?.only|friends?.only|restricted", re.IGNORECASE)
_ECHOES = frozenset(
    (
        "handle", "username", "user_name", "slug", "query", "q", "url", "path", "locale", "lang", "version",
        "time", "timestamp", "ts", "now", "took", "page", "limit", "offset", "size", "per_page", "request_id",
        "requestid", "trace", "trace_id", "server_time", "method", "id",
    )
)  # fmt: skip
_WENT_WELL = frozenset({"status", "code", "success", "ok", "result", "message", "msg", "error_code", "state"})
_WELL = frozenset({"ok", "success", "succeeded", "true", "200", "1", "done", "none"})
_VISITOR = re.compile(
    r"session|auth|viewer|current|visitor|^me$|logged|token|csrf|consent|login|sign_?in", re.IGNORECASE
)
Part = tuple[tuple[str, ...], Any]


class Told(NamedTuple):
    """Whether something says that nobody is there (any more), and whether it says that an account is closed."""

    nobody: bool = False
    closed: bool = False


NOTHING_TOLD = Told()


def tells_nobody(value: Any) -> bool:
    """True when an answer says by itself that nobody is there, or that an account is closed or private.

    Either in words, or by an empty place where somebody would stand, with nothing else in it that could mean
    anything: a reason, a setting or a name make it another answer.
    """
    leaves = _leaves(value)
    if any(_said(way, inner, _SAYS) for way, inner in leaves):
        return len(leaves) <= 4 * FEW_WORDS
    return any(_empty(way, inner) for way, inner in leaves) and all(_idle(way, inner) for way, inner in leaves)


def tells_closed(value: Any) -> bool:
    """True when an answer says that an account shows itself to some people only."""
    return any(_closed(way, inner) for way, inner in _leaves(value))


def embedded(html: str) -> Told:
    """The same two for the data a server put into its page, which holds much else besides."""
    nobody = closed = False
    for value in islice(_embedded(html), MOST_VALUES):
        for way, inner in _leaves(value):
            empty = inner in (None, [], {}) and bool(way) and _empty(way, inner)
            nobody = nobody or (empty and _is_persons(way)) or _said(way, inner, _SAYS_PLAINLY)
            closed = closed or _closed(way, inner)
    return Told(nobody or closed, closed)


def _leaves(value: Any) -> list[Part]:
    return [(way, inner) for way, inner in _parts(value) if not isinstance(inner, (dict, list)) or not inner]


def _is_persons(way: tuple[str, ...]) -> bool:
    """True for a place of the person looked at: `user` alone may be the one who looks."""
    return way[-1] in _PERSON and (way[-1] not in _EITHER or bool(_OF_THE_PAGE & set(way[:-1])))


def _idle(way: tuple[str, ...], inner: Any) -> bool:
    """True for what an answer that says nothing may hold all the same: that it went well, an echo, a number."""
    if not inner or inner in ("0", "false"):
        return True
    last = way[-1] if way else ""
    return last in _ECHOES or (last in _WENT_WELL and str(inner).casefold() in _WELL)


def _closed(way: tuple[str, ...], inner: Any) -> bool:
    if not way or any(_VISITOR.search(key) for key in way):
        return False
    if isinstance(inner, bool):
        return bool((_PRIVATE if inner else _PUBLIC).search(way[-1]))
    return way[-1] in _SAYS and isinstance(inner, str) and bool(_TO_SOME.search(inner[:200]))


def _embedded(html: str) -> Iterator[Any]:
    """The JSON values in the scripts of a page."""
    for node in LexborHTMLParser(html).css("script"):
        text = (node.text(deep=True) or "")[:LARGEST_SCRIPT]
        at = 0
        while opening := _VALUE.search(text, at):
            at = opening.end()
            with suppress(ValueError, RecursionError):
                value, at = _DECODER.raw_decode(text, opening.end() - 1)
                yield value


def in_trouble(value: Any) -> bool:
    """True when a short answer speaks of anything that kept it from answering: a sign-in, a limit, a region."""
    parts = list(_parts(value))
    if len(parts) > 4 * FEW_WORDS:
        return False
    for way, inner in parts:
        if inner in (None, False, 0, "", "0", "false", [], {}) or not way:
            continue
        if _TROUBLE.search(way[-1]):
            return True
        if isinstance(inner, str) and (way[-1] in _SAYS) and _TROUBLE.search(inner[:300]):
            return True
    return False


def words_of_trouble(text: str) -> bool:
    """The same for a short answer in plain words."""
    return len(text) < 400 and bool(_TROUBLE.search(text))


def words_of_nobody(text: str) -> bool:
    """True for a short answer in plain words that says that nobody is there."""
    return len(text) < 400 and bool(NOBODY.search(text) or _AWAY.search(text))


def about_the_visitor(url: str) -> bool:
    """True for an address that is asked who is looking, not who is looked at."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return False
    return any(_VISITOR.search(part) for part in path.split("/"))


def _said(way: tuple[str, ...], inner: Any, names: frozenset[str]) -> bool:
    if not way or any(_VISITOR.search(key) for key in way):
        return False
    if inner is True and _GONE.search(way[-1]):
        return True
    if way[-1] not in names or isinstance(inner, bool) or not isinstance(inner, (str, int)):
        return False
    return bool(_AWAY.search(str(inner)[:200]))


def _empty(way: tuple[str, ...], inner: Any) -> bool:
    """True for an empty place where somebody would stand."""
    if inner not in (None, False, 0, "", [], {}) or any(_VISITOR.search(key) for key in way):
        return False
    return not way or way[-1] in _WHO


def _parts(value: Any) -> Iterator[Part]:
    """Every part of a value with the names that lead to it (lower case; places in lists have none)."""
    waiting: list[tuple[tuple[str, ...], Any, int]] = [((), value, 0)]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        way, inner, depth = waiting.pop()
        yield way, inner
        if depth > DEEPEST:
            continue
        if isinstance(inner, dict):
            waiting.extend(
                ((*way, str(key).casefold()), each, depth + 1) for key, each in list(inner.items())[:100]
            )
        elif isinstance(inner, list):
            waiting.extend((way, each, depth + 1) for each in inner[:50])
