"""Names and handles: cleaning what platforms write around them, and reading a handle from an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from scanners.extract.data import table
from scanners.extract.page import fold

_DIRT = re.compile(r"[\s\u200e\u200f\u2068\u2069\u202a-\u202e]+")
MAX_TITLE = 400
_SEPARATORS = re.compile(r"\s+[|•·–—:»/-]\s+|\s*[|｜•»]\s*|\s*::\s*|\s*[-–—]\s+(?=\S+$)|,\s+(?=@)")
_AT = re.compile(
    r"^(?P<name>.*?)\s*[\(（\[]\s*(?:@|u/)?(?P<handle>[\w.\-]{1,60}(?:@[\w.\-]+)?)\s*[\)）\]]\s*(?P<rest>.*)$",
    re.DOTALL,
)
_TURNED = re.compile(r"^(?P<handle>@?[\w.\-]{2,60})\s*[\(（](?P<name>(?=[\d.,\s]*[^\W\d_])[^()（）]{2,80})[\)）]")
_ON_SITE = re.compile(
    r"^(?P<name>.+?)\s+(?:on|at|auf|bei|sur|en|em|su|op|på|w|na|в|на)\s+(?P<site>[\w.!]+(?: [\w.!]+)?)$",
    re.IGNORECASE,
)
# How many messages wait, in the titles of open tabs: `(3) Jo`, `[2] Jo`, `• Jo`.
_UNREAD_COUNT = re.compile(
    r"^(?:\s*(?:[(\[（【]\s*\d{1,4}\s*\+?\s*[)\]）】]|[•●◉⚫🔴🔔*·]\ufe0f?(?=\s)))+\s*(?=\S)"
)
_TABLE = table("titles")
_PROFILE_PIECE = re.compile(_TABLE["profile_piece"], re.IGNORECASE)
_AROUND = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _TABLE["around"])
_NOT_A_NAME = re.compile(_TABLE["not_a_name"], re.IGNORECASE)
_INVITATION = re.compile(_TABLE["invitation"], re.IGNORECASE)
_GENERIC, _POINTERS, _NO_HANDLES, _HANDLE_HOSTS, _SHOWS = (
    frozenset(_TABLE[name]) for name in ("generic", "pointers", "no_handles", "handle_hosts", "shows")
)
_NAMES_PROFILE = re.compile(_TABLE["whole"], re.IGNORECASE)
_CALLS_PROFILE = re.compile(_TABLE["calls_profile"], re.IGNORECASE)
_PLACE = re.compile(r"\s*\([^()]*,[^()]*\)$")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_PATH = re.compile(r"[\w.-]+/[\w./-]+")


def tidy_name(text: str) -> str:
    """One line, marks of direction removed."""
    return _DIRT.sub(" ", text).strip(" \u200b|•-–—·»«:,")


def is_name(text: str) -> bool:
    """False for empty, endless, generic words, addresses and bare `@handles`."""
    if (
        not text
        or len(text) > 120
        or _PATH.fullmatch(text)
        or text.startswith(("@", "http://", "https://", "{{", "%"))
    ):
        return False
    if _NOT_A_NAME.match(text):
        return False
    return fold(text) not in _GENERIC and any(char.isalnum() or ord(char) > 0x2000 for char in text)


def is_invitation(text: str) -> bool:
    """True for `See more of Jo on Site`, `Log in to follow Jo` and their kin in other languages."""
    line = text.strip()[:MAX_TITLE]
    return bool(_INVITATION.search(line)) and (len(line.split()) > 1 or not line.isascii())


def calls_profile(title: str) -> bool:
    """True for a title that says whose profile a page is: `Jo's profile`, `Profile of Jo` and their kin."""
    return bool(_CALLS_PROFILE.search(title[:MAX_TITLE]))


def name_from_title(title: str, sites: tuple[str, ...] = (), handle: str = "") -> tuple[str, str]:
    """(name, handle) from a page title such as `Name (@handle) • Site photos`; empty strings when there is none.

    `sites` are names of the site, to drop; `handle` is what the address says, to know it in brackets.
    """
    text = tidy_name(_UNREAD_COUNT.sub("", title[:MAX_TITLE]))
    if match := _AT.match(text):
        inner = match.group("handle")
        # Brackets may also hold a city or a year: only what looks like a handle counts.
        if "@" in match.group(0) or fold(inner) == fold(handle):
            name = tidy_name(match.group("name"))
            if match.group("rest"):
                # Japanese pages speak of everybody with this ending.
                name = name.removesuffix("さん") or name
            return (name if is_name(name) else "", inner.split("@")[0])
    if (turned := _TURNED.match(text)) and handle and fold(turned["handle"].lstrip("@")) == fold(handle):
        # The other way round: `handle (Name)`.
        name = tidy_name(turned["name"])
        return (name if is_name(name) else "", turned["handle"].lstrip("@"))
    known = frozenset(_letters(_BRACKETS.sub("", site)) for site in sites) - {""}
    whole = _unwrapped(text) if _NAMES_PROFILE.search(text) else text
    text = _unwrapped(_drop_site(_unwrapped(_drop_site(whole, known)), known))
    if (on_site := _ON_SITE.match(text)) and _letters(on_site["site"]) in known:
        text = on_site["name"]
    text = _PLACE.sub("", tidy_name(text.strip("\"“”'")))
    if text.startswith("@"):
        return "", text[1:].split()[0] if len(text) > 1 else ""
    return (text if is_name(text) and _letters(text) not in known else "", "")


def _unwrapped(text: str) -> str:
    """`Jane's profile` and `Profile of Jane` become `Jane`."""
    for pattern in _AROUND:
        if match := pattern.match(text):
            return match.group("name")
    return text


def _drop_site(text: str, sites: frozenset[str]) -> str:
    """Drops the pieces beside separators that are the site or say `profile`."""
    pieces = [piece.strip() for piece in _SEPARATORS.split(text) if piece.strip()]
    if len(pieces) < 2:
        return text
    kept = [piece for piece in pieces if not _about_site(piece, sites)]
    telling = [piece for piece in kept if fold(piece) not in _GENERIC]
    return next(iter(telling or kept), "")


def _about_site(piece: str, sites: frozenset[str]) -> bool:
    letters = _letters(piece)
    if (
        letters in sites
        or any(len(letters) > 2 and site.startswith(letters) for site in sites)
        or any(len(site) > 2 and site in letters and len(letters) <= len(site) + 25 for site in sites)
    ):
        return True
    return bool(_PROFILE_PIECE.fullmatch(piece.strip()))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def handle_from_url(url: str) -> str:
    """The handle an address of an unknown platform most likely holds, without `@`; empty when there is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    at = next((segment for segment in segments if segment.startswith(("@", "~")) and len(segment) > 1), "")
    if at:
        return at[1:].split("@")[0]
    labels = host.split(".")
    if ".".join(labels[1:]) in _HANDLE_HOSTS and labels[0] != "www":
        return labels[0]
    if segments and segments[-1].endswith(".json"):
        segments[-1] = segments[-1].removesuffix(".json")
    if handle := _in_query(parts.query, segments, labels):
        return handle
    for index, segment in enumerate(segments[:-1]):
        if segments[index + 1].casefold() in _SHOWS and index + 2 < len(segments):
            continue
        if segment.casefold() in _POINTERS | _SHOWS and segments[index + 1].casefold() not in _NO_HANDLES:
            return segments[index + 1].lstrip("@")
    if (
        len(segments) >= 1
        and segments[0].casefold() not in _NO_HANDLES | _POINTERS
        and "." not in segments[0][-5:]
    ):
        return segments[0]
    return "" if segments else host.removeprefix("www.")


def _in_query(query: str, segments: list[str], labels: list[str]) -> str:
    """The handle among the query's values: of a script or a short path, and of a call to an interface."""
    values = parse_qs(query)
    called = bool({"api", "xrpc"} & {*labels[:2], *segments[:2]})
    last = segments[-1].casefold() if segments else ""
    script = last.rsplit(".", 1)[-1] in ("php", "asp", "aspx", "html")
    if not segments or not (called or script or last in _POINTERS or not segments[1:]):
        return ""
    for name in _TABLE["query_names"]:
        # Calls that name the account in their path have other numbers in the query.
        if values.get(name) and (len(segments) <= 2 or (called and name != "id")):
            return values[name][0].lstrip("@")
    return ""


def query_names() -> tuple[str, ...]:
    """Names in the query of an address that say whose page it is."""
    return tuple(_TABLE["query_names"])


def site_words(host: str) -> str:
    """The telling label of a host: `news.ycombinator.com` -> `ycombinator`."""
    labels = host.split(".")
    if len(labels) < 2:
        return host
    if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3:
        return labels[-3]
    return labels[-2]
