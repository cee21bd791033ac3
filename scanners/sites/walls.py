"""Pages that stand before a page: checks for robots, limits, refusals, sign-in forms. By the dated signs of
`scanners/data/outcomes.toml`, sought in the text of a page without building it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from urllib.parse import urlsplit

from privacy_check.model import Outcome
from privacy_check.tables import table
from scanners.wall_order import WALLS

THIN = 2_500
"""Characters of visible words; pages that stand before a page have fewer."""
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_HEADING = re.compile(r"<h[123][^>]{0,500}>([^<]{0,300})", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style|template|noscript)\b.{0,200000}?</\1\s*>|<!--.{0,20000}?-->", re.I | re.S)
_TAG = re.compile(r"<[^>]{0,5000}>")
_PASSWORD = re.compile(r"<input\b[^>]{0,500}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN = re.compile(
    r"^(?:log-?in|logon|sign-?in|accounts?|passport|o?auth\d?|sso|idp?|identity)\."
    r"|/(?:log-?in|sign-?in|sign_in|signup|sign-up|authwall|auth|oauth2?|sso|session/new|users/sign_in|login_required"
    r"|checkpoint|passport|register|join)(?:[/?#.]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Words:
    """A page by its source: what it is called, what stands on it."""

    source: str

    @cached_property
    def title(self) -> str:
        """The words of its title."""
        found = _TITLE.search(self.source)
        return " ".join(unescape(found.group(1)).split()) if found else ""

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Its first headings."""
        return tuple(" ".join(unescape(text).split()) for text in _HEADING.findall(self.source)[:8])

    @cached_property
    def visible(self) -> str:
        """About what a reader sees, in lower case."""
        text = unescape(_TAG.sub(" ", _UNSEEN.sub(" ", self.source)))
        return " ".join(text.replace("\u2019", "'").lower().split())

    def parts(self, kind: str) -> tuple[str, ...]:
        """Where signs of a kind are sought."""
        if kind == "heading":
            return self.headings
        if kind == "title":
            return (self.title,)
        return (self.source if kind == "body" else self.visible,)

    @property
    def thin(self) -> bool:
        """True when it shows few words."""
        return len(self.visible) < THIN


def is_login(url: str) -> bool:
    """True for an address where people sign in or sign up."""
    parts = urlsplit(url)
    return any(_LOGIN.search(text) for text in (parts.netloc, f"{parts.path}?{parts.query}"))


def wall(page: Words, headers: Mapping[str, str]) -> Outcome | None:
    """The wall a page is; None when it shows none of the signs of one."""
    for name, outcome in WALLS:
        if _signs(name).stand(page, headers):
            return outcome
    if _PASSWORD.search(page.source) and page.thin:
        return Outcome.LOGIN_WALL
    return None


def robot_check(page: Words, headers: Mapping[str, str]) -> Outcome | None:
    """A check for robots or a limit, which may come with any status and any words beside its own."""
    return next((outcome for name, outcome in WALLS[:2] if _signs(name).stand(page, headers)), None)


@dataclass(frozen=True)
class _Signs:
    """The signs of one wall, each kind as one pattern for pages of any length and one for thin pages alone."""

    patterns: Mapping[tuple[str, bool], re.Pattern[str]]
    headers: tuple[tuple[str, re.Pattern[str]], ...]

    def stand(self, page: Words, headers: Mapping[str, str]) -> bool:
        """True when the page or a header shows one of them."""
        if any(name in headers and value.search(headers[name]) for name, value in self.headers):
            return True
        return any(
            any(pattern.search(text) for text in page.parts(kind)) and (not thin or page.thin)
            for (kind, thin), pattern in self.patterns.items()
        )


@cache
def _signs(name: str) -> _Signs:
    values: dict[tuple[str, bool], list[str]] = {}
    headers = []
    for row in table("scanners", "data", "outcomes.toml")[name]:
        kind, value = row["kind"], row["value"]
        if kind == "header" and not row.get("with_status"):
            header, _, wanted = value.partition("=")
            headers.append((header, re.compile(wanted, re.IGNORECASE)))
        elif kind in ("title", "heading", "text", "body"):
            text = re.escape(value) if kind in ("text", "body") else f"(?:{value})"
            values.setdefault((kind, bool(row.get("thin"))), []).append(text)
    # Titles and headings are written as patterns, the others as plain text.
    flags = {"title": re.IGNORECASE, "heading": re.IGNORECASE}
    patterns = {kind: re.compile("|".join(texts), flags.get(kind[0], 0)) for kind, texts in values.items()}
    return _Signs(patterns, tuple(headers))
