"""Who wrote an entry of a page: by the element that names its author, by its label, or by a name at its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from privacy_check.model import Whose
from scanners.extract.boxes import Box, Tree, words_in
from scanners.extract.data import table
from scanners.extract.people import Owner, author_in, is_person

MAX_NAMING = 70
MAX_ENTRY = 4_000
MAX_SEARCHED = 40
_NAMING_TAGS = frozenset(
    ("a", "b", "strong", "cite", "span", "dt", "h2", "h3", "h4", "h5", "h6", "em", "p", "div", "td", "th")
)
_AUTHOR_PROPS = frozenset(("author", "creator"))
_NAMED = frozenset(("display", "user", "screen", "nick", "full", "member", "account", "commenter", "reviewer"))
_BY_LABEL = re.compile(r"(?:comment|reply|review|post|message|answer) (?:by|from)\b", re.IGNORECASE)
_SIGNED = re.compile(r"[—–―~]\s*([^—–―~\n]{2,80})$")
_IN_BRACKETS = re.compile(r"\(@([\w.-]{2,40})\)")
_SAYS = re.compile(r"\s+(?:says|said|wrote|writes|replied|commented|posted)\b.*$", re.IGNORECASE | re.DOTALL)


@cache
def marks(name: str) -> frozenset[str]:
    """A list of class words, by its name."""
    return frozenset(table("whose")["classes"][name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of the table, by its name."""
    return re.compile(table("whose")["words"][name], re.IGNORECASE)


_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("whose")["words"][f"{name}_words"])


def opens_with(name: str, text: str) -> bool:
    """True when a text holds one of the words without which the expressions of that name cannot match."""
    return not _words(name).isdisjoint(_words_of(text))


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    """The words of a line, kept for a while: each line is asked about several lists."""
    return frozenset(_WORDS.findall(text.casefold()))


class Authors:
    """Tells whose entry a box is.

    `called` holds the class words of every box by its place, `naming` a 1 for those that name an author.
    """

    def __init__(self, owner: Owner, tree: Tree, called: Sequence[frozenset[str]], naming: bytearray) -> None:
        self._owner = owner
        self._boxes = tree.boxes
        self._tokens = called
        self._naming = naming

    def of(self, box: Box, marked: bool) -> Whose | None:
        """Whose entry a box is, by the element that names its author, else by a name that opens it."""
        if "bypostauthor" in self._tokens[box.place] and self._owner.own_site:
            return Whose.OWNER
        if (naming := self._naming_in(box)) is not None:
            return self._person(naming, sure=bool(self._tokens[box.place] & marks("utterances")))
        if marked and (name := self._signed(box)):
            return Whose.OWNER if self._owner.is_me(name) else Whose.OTHER
        opening = box.first_in
        if not marked or opening is None or opening is box or opening.tag not in _NAMING_TAGS:
            return None
        if any(_apart(around, box) for around in islice(opening.up(), MAX_SEARCHED) if box.holds(around)):
            return None
        if box.chars <= len(box.first):
            return None
        return self._person(opening, sure=False)

    def _naming_in(self, box: Box) -> Box | None:
        """The first box inside that names an author, those of a quotation or another article left out."""
        end = min(box.end, box.place + MAX_SEARCHED)
        place = self._naming.find(1, box.place + 1, end)
        while place >= 0:
            inner = self._boxes[place]
            within = islice(inner.up(), MAX_SEARCHED)
            apart = next((up for up in within if box.holds(up) and _apart(up, box)), None)
            if apart is None and inner.first:
                return inner
            place = self._naming.find(1, apart.end if apart is not None else place + 1, end)
        return None

    def _signed(self, box: Box) -> str:
        """The name that a label (`Comment by Robin Vale`) or a last line (`— Robin Vale`) gives an entry."""
        label = box.attribute("aria-label")
        if label and _BY_LABEL.match(label) and (is_person(name := author_in(label)) or self._owner.is_me(name)):
            return name
        if box.tag in ("blockquote", "figure", "q") and (dash := _SIGNED.search(words_in(box, MAX_ENTRY))):
            handle = _IN_BRACKETS.search(dash[1])
            name = f"@{handle[1]}" if handle else author_in(dash[1])
            return name if is_person(name) or self._owner.is_me(name) else ""
        return ""

    def _person(self, naming: Box, sure: bool) -> Whose | None:
        """Whose name an element bears; `sure` where it stands over words that somebody wrote."""
        link = next((inner for inner in _first_boxes(naming) if inner.tag == "a" and inner.first), None)
        if link is None:
            link = next((around for around in list(naming.up())[:3] if around.tag == "a"), None)
        name = author_in(_SAYS.sub("", " ".join(words_in(naming, MAX_NAMING).split())))
        href = link.attribute("href") if link else ""
        linked = " ".join(words_in(link, MAX_NAMING).split()) if link else ""
        if self._owner.is_me(name) or self._owner.points_here(href):
            return Whose.OWNER
        if linked and name.startswith(linked) and self._owner.is_me(linked):
            # A rank or a mark stands behind the name: `Robin Vale Mod`.
            return Whose.OWNER
        if is_person(name) or (
            link and link.first and self._owner.leads_to_another(href, link.first) and name == link.first
        ):
            return Whose.OTHER
        alias = 0 < len(name) <= 40 and len(name.split()) <= 3 and any(char.isalnum() for char in name)
        return Whose.OTHER if alias and (sure or naming.tag == "cite") else None


@lru_cache(maxsize=4096)
def calls_author(called: frozenset[str]) -> bool:
    """True for class words such as `byline` and `user-name`."""
    return not called.isdisjoint(marks("authors")) or ("name" in called and not called.isdisjoint(_NAMED))


def declares_author(box: Box) -> bool:
    """True for `rel=author` and `itemprop=author`."""
    return (
        "author" in box.attribute("rel").casefold().split()
        or box.attribute("itemprop").casefold() in _AUTHOR_PROPS
    )


def _apart(inner: Box, box: Box) -> bool:
    """True for a quotation, or an article that does not open the box: their authors are not the box's."""
    if inner is box or inner.tag not in ("blockquote", "article"):
        return False
    return inner.tag == "blockquote" or box.first_in is None or not inner.holds(box.first_in)


def _first_boxes(box: Box) -> Iterator[Box]:
    """The box and those inside it, in page order, up to a bound."""
    stack = [box]
    for _ in range(MAX_SEARCHED):
        if not stack:
            return
        current = stack.pop()
        yield current
        stack.extend(reversed(current.boxes()))
