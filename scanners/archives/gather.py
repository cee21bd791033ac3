"""What one archive says of its owner, collected once each and made into a view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from privacy_check import groups
from privacy_check.model import (
    Account,
    Field,
    Group,
    Lens,
    Link,
    Outcome,
    Ownership,
    Post,
    ProfileView,
    SeenBy,
)
from privacy_check.sentences import say
from scanners.archives.bounds import MOST_FACTS, MOST_POSTS
from scanners.archives.membership import Memberships
from scanners.archives.mending import birthday, moment, said

SURE = 0.95
_HELD = frozenset(
    ["ad_interests", "advertisers", "apps", "activity_elsewhere", "contacts_uploaded", "ip", "devices", "searches"]
)
"""Facts that a service holds and shows nobody else."""
_AT = 2
_RUNS = re.compile(r"admin|moderator|owner")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


class Gather:
    """Facts, memberships and posts of one account, in the order they are met; nothing twice."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self.url = ""
        self.private: bool | None = None
        self.warnings: list[str] = []
        self._facts: dict[tuple[str, str], Field] = {}
        self._counts: dict[str, int] = {}
        self._firsts: dict[str, str] = {}
        self._groups: dict[tuple[str, str], Group] = {}
        self._members = Memberships()
        self._posts: dict[tuple[str, str], tuple[str, str, str, str, SeenBy]] = {}
        self._oldest = ""

    def fact(
        self, name: str, value: Any, source: str, seen_by: SeenBy = SeenBy.UNKNOWN, confidence: float = SURE
    ) -> None:
        """Notes one fact; nothing when the value says nothing. Dates become ISO, lists one fact each."""
        if isinstance(value, list | tuple):
            for one in value:
                self.fact(name, one, source, seen_by, confidence)
            return
        if name == "birthday":
            text = birthday(value)
        elif name == "joined":
            text = moment(value).partition("T")[0]
        else:
            text = said(value)
        key = (name, text.casefold())
        if not text or key in self._facts or len(self._facts) >= MOST_FACTS:
            return
        item = self._counts.get(name, 0)
        self._counts[name] = item + 1
        self._firsts.setdefault(name, text)
        if seen_by is SeenBy.UNKNOWN and name in _HELD:
            seen_by = SeenBy.ONLY_ME
        self._facts[key] = Field(name, text, source, confidence, seen_by, item)

    def first(self, name: str) -> str:
        """The first fact of that name; empty when there is none."""
        return self._firsts.get(name, "")

    def count(self, name: str, number: int, source: str) -> None:
        """How many there are, where the things themselves are other people's."""
        if number:
            self.fact(name, str(number), source)

    def group(self, name: Any, kind: str = "group", url: Any = "", visibility: str = "") -> None:
        """Notes a membership. One as administrator stands in for the plain one of the same name."""
        text = said(name)
        if not text or len(self._groups) >= MOST_FACTS:
            return
        base = kind.split(" ")[0]
        key = (base, text.casefold())
        earlier = self._groups.get(key)
        if earlier is None or (_RUNS.search(kind) and not _RUNS.search(earlier.kind)):
            link = said(url) or (earlier.url if earlier else "")
            self._groups[key] = Group(text, link if _URL.match(link) else "", kind, visibility, Lens.ARCHIVE)

    def member(self, name: Any, at: Any, title: str) -> None:
        """One line of a log of memberships; the latest line about a group decides."""
        text = said(name)
        if text and (text in self._members or len(self._members) < MOST_FACTS):
            self._members.line(text, moment(at), title)

    def asked(self, name: Any) -> None:
        """A group whose questions were answered on the way in."""
        text = said(name)
        if text and len(self._members) < MOST_FACTS:
            self._members.asked(text)

    def post(
        self, text: Any, url: Any = "", at: Any = "", place: Any = "", seen_by: SeenBy = SeenBy.UNKNOWN
    ) -> None:
        """Notes something the owner wrote or where they checked in; `at` becomes ISO."""
        when = moment(at)
        if when < self._oldest:
            return
        words, where, link = said(text), said(place) if place else "", said(url) if url else ""
        if not words and not where:
            return
        key = (words or where, link or when)
        self._posts.setdefault(key, (words, link, when, where, seen_by))
        if len(self._posts) >= 2 * MOST_POSTS:
            self._keep_newest()

    def _keep_newest(self) -> None:
        """Lets the older posts go once there are more than can be looked through."""
        if len(self._posts) <= MOST_POSTS:
            return
        self._oldest = sorted(post[_AT] for post in self._posts.values())[-MOST_POSTS]
        kept = [(key, post) for key, post in self._posts.items() if post[_AT] >= self._oldest]
        self._posts = dict(kept[:MOST_POSTS])
        self.warn(say("archive.warn.posts", most=f"{MOST_POSTS:,}"))

    def warn(self, sentence: str) -> None:
        """Notes once what is not known."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    @property
    def empty(self) -> bool:
        """True when the archive said nothing at all."""
        return not (self._facts or self._groups or self._members or self._posts)

    def view(
        self, make: Callable[[str, str], Account], names: Iterable[str], warnings: Iterable[str]
    ) -> ProfileView:
        """All of it as one view; `make` gives the account of a handle and the address the archive names."""
        for name in self._members.still():
            self.group(name)
        self._keep_newest()
        self.count("posts_count", len(self._posts), "archive")
        account = make(self.first("handle"), self.url)
        joined = (replace(group, **self._category(group.name)) for group in self._groups.values())
        told = tuple(dict.fromkeys((*warnings, *self.warnings)))
        return ProfileView(
            account=Account(account.platform, account.handle, account.url, Ownership.PROVED),
            lens=Lens.ARCHIVE,
            outcome=Outcome.PARTIAL if told else Outcome.VISIBLE,
            fields=tuple(self._facts.values()),
            groups=tuple(joined),
            links=tuple(Link(field.text) for (kind, _), field in self._facts.items() if kind == "website"),
            posts=self._seen_posts(),
            warnings=told,
            evidence=(say("archive.evidence.file"), *names),
        )

    def _category(self, name: str) -> dict[str, Any]:
        reading = groups.classify(name, platform=self.platform)
        return {"category": reading.category, "confidence": reading.confidence}

    def _seen_posts(self) -> tuple[Post, ...]:
        """Posts with who can see them, as far as the switch for a private account says."""
        circle = SeenBy.FRIENDS if self.private else None
        return tuple(
            Post(words, link if _URL.match(link) else "", at, place, circle or seen_by)
            for words, link, at, place, seen_by in self._posts.values()
        )
