"""Who the owner of a page is, and whether a name or a link there is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote, urlsplit

from privacy_check.assessment.names import looks_like_a_name
from privacy_check.text.name_letters import letters
from scanners.extract.data import table
from scanners.extract.names import is_name
from scanners.extract.opengraph import title_name
from scanners.extract.page import Page, host_of
from scanners.extract.target import Target

MAX_NAME = 60
_BEHIND = re.compile(r"\s*(?:[,|·•–—(]|\s-\s|\bon\b|\bat\b|\d).*$", re.DOTALL)
_NUMBER_BEFORE = re.compile(r"^\d+[-._]")
_HANDLE = re.compile(r"@[\w.-]{2,40}(?:@[\w.-]+)?")
_NO_SITES = frozenset(("www", "example", "github", "blog", "pages", "home", "users", "people"))
_REACH = (
    r"(?:contact|call|ring|phone|e-?mail|mail|write to|ask|message|reach|about|join|(?:help|support) (?:from|at))"
)
_POINTER = re.compile(
    r"^(?:u|users?|members?|profiles?|people|in|author|authors|writers?|artists?|channel|c|a|by|team|staff)$"
)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(table("whose")["words"]["no_names"])


@cache
def _by() -> re.Pattern[str]:
    return re.compile(table("whose")["words"]["by"], re.IGNORECASE)


def is_person(text: str) -> bool:
    """True for two to four capitalised words that are no heading and no button, and for an `@handle`."""
    text = text.strip()
    if not text or len(text) > MAX_NAME:
        return False
    if text[0] == "@":
        return bool(_HANDLE.fullmatch(text))
    if text[0].islower() or text[-1].isdigit() or not looks_like_a_name(text):
        return False
    return not any(word.casefold().strip(".,'’") in _no_names() for word in text.split())


def author_in(text: str) -> str:
    """The name in a byline: `By Juno Kilnsey, 1 November` gives `Juno Kilnsey`."""
    return _BEHIND.sub("", _by().sub("", text.strip())).strip(" :")[:MAX_NAME]


def _repeats(said: str, key: str) -> bool:
    return len(key) > 3 and len(said) > 3 and (key in said or said in key)


class Owner:
    """The person a page belongs to, by handle, address and the names that the page and its readers give."""

    def __init__(self, page: Page, target: Target, names: Iterable[str] = ()) -> None:
        self._page = page
        self._target = target
        told = [title_name(page, target)[0], *names, target.handle]
        self._names = frozenset(key for name in told if len(key := letters(name)) > 2)
        firsts = (re.findall(r"[^\W\d_]+", name) for name in told[:-1] if name)
        # Several capitalised words are a person's name: then the first of them speaks for the whole.
        self._firsts = frozenset(
            letters(words[0]) for words in firsts if 2 <= len(words) <= 4 and len(words[0]) > 2
        )
        self._words = tuple(
            re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
            for name in dict.fromkeys(told)
            if len(letters(name)) > 2 and len(name) <= MAX_NAME
        )
        self._by_first = tuple(
            re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
            for words in (re.findall(r"[^\W\d_]+", name) for name in dict.fromkeys(told[:-1]) if name)
            if 2 <= len(words) <= 4
            for word in words
            if len(word) > 2
        )
        # Without a person's name for the owner, another name beside the handle may be the owner's as well.
        self.has_name = any(is_person(name) for name in told[:-1])
        whole_host = letters(target.host)
        self.own_site = not target.path or any(name in whole_host for name in self._names if len(name) > 4)
        labels = [part for part in target.host.split(".")[:-1] if len(part) > 3 and part not in _NO_SITES]
        called = "|".join(re.escape(part) for part in labels if not any(name in part for name in self._names))
        self._site = re.compile(rf"{_REACH}\s+(?:us at |the )?(?:{called})\b", re.IGNORECASE) if called else None

    def is_me(self, name: str) -> bool:
        """True for the owner's name, first name or handle, whatever its accents, case and spaces."""
        key = letters(name.lstrip("@").split("@")[0] if name.startswith("@") else name)
        return bool(key) and (key in self._names or key in self._firsts)

    def named_in(self, text: str, first: bool = False) -> bool:
        """True when a text holds the owner's whole name or handle; with `first` also one of its words alone."""
        if any(pattern.search(text) for pattern in self._words):
            return True
        return first and any(pattern.search(text) for pattern in self._by_first)

    def is_sites(self, text: str) -> bool:
        """True for words such as `Contact Tablefolk` on a page of tablefolk.example.org."""
        return bool(self._site and self._site.match(text.strip()) and not self.named_in(text))

    def url(self, href: str) -> str:
        """An address of the page made absolute."""
        return self._page.absolute(href)

    def leaves(self, href: str) -> bool:
        """True for a link to another site."""
        host = host_of(self.url(href)) if href[:1] not in ("#", "?") else ""
        return bool(host) and host != self._target.host

    def points_here(self, href: str) -> bool:
        """True for a link to the owner's own page."""
        return bool(href) and not href.startswith("#") and self._target.points_here(self.url(href))

    def leads_to_another(self, href: str, words: str) -> bool:
        """True for a link of the same site that leads to another person's page, by its shape and its words."""
        if not href or href[:1] == "#" or not words:
            return False
        last = href.partition("?")[0].rstrip("/").rpartition("/")[2]
        repeats = len(last) > 3 and not last.isdigit() and _repeats(letters(words), letters(unquote(last)))
        # Members are often numbered: `/member/99-kit`, `/people/zed1`.
        bare = _NUMBER_BEFORE.sub("", unquote(last))
        repeats = repeats or (
            len(bare) > 1 and letters(words) in (letters(bare), letters(bare.rstrip("0123456789")))
        )
        if not repeats and not is_person(words):
            return False
        url = self.url(href)
        if host_of(url) != self._target.host or self._target.points_here(url):
            return False
        try:
            segments = [unquote(part) for part in urlsplit(url).path.split("/") if part]
        except ValueError:
            return False
        if not segments or len(segments) > 3:
            return False
        if not (is_person(words) or (repeats and is_name(words) and self._shaped_alike(segments))):
            return False
        return self._shaped_alike(segments)

    def _shaped_alike(self, segments: list[str]) -> bool:
        if segments[-1].startswith(("@", "~")):
            return True
        if len(segments) > 1 and _POINTER.match(segments[-2].casefold()):
            return True
        # On a site of one's own the pages beside this one are one's own as well.
        own = [part for part in self._target.path.split("/") if part]
        return (
            not self.own_site
            and len(own) == len(segments)
            and own[:-1] == [part.casefold() for part in segments[:-1]]
        )
