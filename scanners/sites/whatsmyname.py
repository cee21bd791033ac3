"""Reads a list of sites in the WhatsMyName format from where the person put it. The file is never written to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from privacy_check.errors import UnreadableInput
from privacy_check.files import why_not
from privacy_check.forgotten import SiteFacts, Topic
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from scanners.sites.site import GAP, Sign, Site

LARGEST = 32 * 1024 * 1024
MOST_SITES = 20_000
_TOPICS = (
    (Topic.ADULT, ("nsfw", "adult", "porn", "sex")),
    (Topic.DATING, ("dating",)),
    (Topic.HEALTH, ("health", "medic")),
    (Topic.POLITICS, ("politic", "religio")),
)
# What a list may say for itself; everything else (cookies, keys, whose browser this is) is not ours to send.
_HEADERS = frozenset({"accept", "accept-language", "referer", "x-requested-with"})
_SECRETS = frozenset({"authorization", "cookie", "x-api-key", "x-csrf-token", "api-key"})


@dataclass(frozen=True, slots=True)
class SiteFile:
    """The sites of one file, its licence as it states it, and the day the file was last changed.

    `unread` counts the entries left out: without a name or an address, or more than can be taken.
    """

    sites: tuple[Site, ...]
    licence: str
    dated: str
    unread: int = 0


def read(path: Path) -> SiteFile:
    """The list in a file. Raises UnreadableInput for what is no such list."""
    path = path.expanduser()
    raw = _parsed(path)
    rows = raw.get("sites")
    if not isinstance(rows, list) or not rows:
        raise UnreadableInput(say("accounts.file.no_sites", path=path), say("accounts.file.shape"))
    sites = tuple(_unique(_site(row) for row in rows[:MOST_SITES] if isinstance(row, dict)))
    if not sites:
        raise UnreadableInput(say("accounts.file.no_sites", path=path), say("accounts.file.shape"))
    dated = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    return SiteFile(sites, _licence(raw.get("license") or raw.get("licence")), dated, len(rows) - len(sites))


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableInput(say("accounts.file.too_large", path=path))
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UnreadableInput(
            say("accounts.file.not_there", path=path), say("commands.start.check_name")
        ) from None
    except OSError as error:
        raise UnreadableInput(say("accounts.file.closed", path=path, why=why_not(error))) from None
    except (ValueError, RecursionError):
        raise UnreadableInput(say("accounts.file.not_json", path=path), say("accounts.file.shape")) from None
    if not isinstance(raw, dict):
        raise UnreadableInput(say("accounts.file.no_sites", path=path), say("accounts.file.shape"))
    return raw


def _licence(said: object) -> str:
    lines = said if isinstance(said, list) else [said]
    return one_line(" ".join(text for text in lines if isinstance(text, str)), 300)


def _unique(sites: Iterator[Site | None]) -> Iterator[Site]:
    """Each site once, under a name of its own."""
    taken: dict[str, int] = {}
    for site in sites:
        if site is None:
            continue
        count = taken[site.facts.id.lower()] = taken.get(site.facts.id.lower(), 0) + 1
        if count == 1:
            yield site
        else:
            again = f"{site.facts.id} ({count})"
            yield replace(site, facts=replace(site.facts, id=again, name=again))


def _site(row: Mapping[str, Any]) -> Site | None:
    """One entry; None for one without a name or an address."""
    name, ask = one_line(_text(row, "name"), 80), _text(row, "uri_check").strip()
    if not name or not ask:
        return None
    category = one_line(_text(row, "cat"), 40)
    headers = row.get("headers")
    headers = headers if isinstance(headers, dict) else {}
    return Site(
        facts=SiteFacts(name, name, category, _topic(category)),
        ask=ask,
        show=_shown(_text(row, "uri_pretty").strip(), ask),
        there=Sign(_code(row, "e_code"), _text(row, "e_string")),
        missing=Sign(_code(row, "m_code"), _text(row, "m_string")),
        headers=_ours(headers),
        strip=_text(row, "strip_bad_char"),
        refusal=_refusal(row, ask, headers),
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _code(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 100 <= value < 1000 else 0


def _topic(category: str) -> Topic | None:
    return next((topic for topic, words in _TOPICS if any(word in category.lower() for word in words)), None)


def _shown(address: str, ask: str) -> str:
    return address if GAP in address and address.startswith(("https://", "http://")) else ask


def _ours(headers: Mapping[Any, Any]) -> Mapping[str, str]:
    return {
        name.lower(): value
        for name, value in headers.items()
        if isinstance(name, str)
        and isinstance(value, str)
        and name.lower() in _HEADERS
        and re.fullmatch(r"[\x20-\x7e]{0,300}", value)
    }


def _refusal(row: Mapping[str, Any], ask: str, headers: Mapping[Any, Any]) -> str:
    """The name of the sentence why a site is never asked; empty when it may be."""
    if row.get("post_body") or str(row.get("method", "GET")).upper() != "GET":
        return "accounts.why.post"
    if any(str(name).lower() in _SECRETS for name in headers):
        return "accounts.why.key"
    if GAP not in ask or not _is_web(ask):
        return "accounts.why.no_address"
    return "accounts.why.retired" if row.get("valid") is False else ""


def _is_web(ask: str) -> bool:
    try:
        parts = urlsplit(ask.replace(GAP, "x"))
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0
    except ValueError:
        return False
