"""Whose words each part of a page holds: structure first, then what the words themselves say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from privacy_check.model import Whose
from scanners.extract.boxes import Box, Tree, tokens, words_in
from scanners.extract.data import table
from scanners.extract.people import Owner, author_in, is_person

MAX_HEADING = 70
MAX_LANDMARK = 4_000
MAX_ENTRIES = 4_000
MAX_SEARCHED = 40
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PLAIN_LEVEL = 6
_ENTRY_TAGS = frozenset(("article", "li", "blockquote", "figure"))
_NAMING_TAGS = frozenset(
    ("a", "b", "strong", "cite", "span", "dt", "h2", "h3", "h4", "h5", "h6", "em", "p", "div")
)
_GROUPED = frozenset(("li", "article", "div", "section", "tr", "td", "figure", "a", "dd", "p", "blockquote"))
_LANDMARKS = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "search": "nav"}
_ITEM = re.compile(r"schema\.org/(?:Comment|Review|UserComments|Answer|Question|Rating)\b", re.IGNORECASE)
_OTHER_PROPS = frozenset(("comment", "review", "reviews", "suggestedanswer", "acceptedanswer"))
_AUTHOR_PROPS = frozenset(("author", "creator"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("whose")["classes"][name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of the table, by its name."""
    return re.compile(table("whose")["words"][name], re.IGNORECASE)


class Regions:
    """Whose words each box of a page holds; boxes without a word of their own follow the one around them."""

    def __init__(self, tree: Tree, owner: Owner, told: dict[int, Whose] | None = None) -> None:
        self._owner = owner
        self._own: dict[int, Whose] = {}
        self._names = _name_boxes(tree, owner)
        self._tokens = {box.place: tokens(box) for box in tree.boxes}
        self._by_marks(tree)
        self._by_headings(tree)
        self._by_neighbours(tree)
        self._by_authors(tree)
        for box in tree.boxes:
            if told and box.node in told:
                self._own[box.place] = told[box.node]
        self._settled: list[Whose] = []
        for box in tree.boxes:
            around = self._settled[box.parent.place] if box.parent else Whose.OWNER
            self._settled.append(self._own.get(box.place, around))

    def of(self, box: Box) -> Whose:
        """Whose words the box holds."""
        return self._settled[box.place]

    def landmark(self, box: Box) -> str:
        """header, footer, nav or aside: the nearest of these around the box; else an empty string."""
        return next((name for around in box.up() if (name := landmark(around))), "")

    def _say(self, box: Box, whose: Whose) -> None:
        """A box around the profile's own name is never another's, nor the site's."""
        if whose is not Whose.OWNER and any(box.holds(name) for name in self._names):
            return
        self._own[box.place] = whose

    def _by_marks(self, tree: Tree) -> None:
        """Landmarks, class words, kinds of item and labels over what was paid for."""
        others, site = _set("others"), _set("site")
        for box in tree.boxes:
            if not box.first or box.tag in ("body", "html", "main"):
                continue
            called = self._tokens[box.place]
            if called:
                if called & site:
                    self._say(box, Whose.SITE)
                elif called & others and not ("own" in called or "my" in called):
                    self._say(box, Whose.OTHER)
            if box.attributes:
                prop = box.attribute("itemprop").casefold()
                if prop in _OTHER_PROPS or _ITEM.search(box.attribute("itemtype")):
                    self._say(box, Whose.OTHER)
                if box.attribute("role") in ("dialog", "alertdialog") and "cookie" in words_in(box).casefold():
                    self._say(box, Whose.SITE)
            if landmark(box) in ("nav", "header", "footer") and self._is_site(box):
                self._say(box, Whose.SITE)
            if (
                len(box.first) < MAX_HEADING
                and box.chars > len(box.first)
                and pattern("paid").fullmatch(box.first)
            ):
                self._say(box, Whose.SITE)

    def _is_site(self, box: Box) -> bool:
        """True for a landmark of the site: it does not name the owner, and speaks as a site or a firm does."""
        kind = landmark(box)
        if any(around.tag in ("article", "section", "li") for around in box.up()):
            return False
        words = words_in(box, MAX_LANDMARK)
        if self._owner.named_in(words, first=True) or (kind != "nav" and pattern("me").search(words)):
            return False
        if kind == "nav":
            return True
        if pattern("site").search(words) or pattern("firm").search(words):
            return True
        if kind == "footer":
            return len(pattern("footer").findall(words)) > (2 if self._owner.own_site else 1)
        return not self._owner.own_site

    def _by_headings(self, tree: Tree) -> None:
        """What stands under a heading such as `Comments`, `Guest book` or `People you may know`."""
        for box in tree.boxes:
            level = _level(box)
            if not level or box.tag in ("a", "button") or any(box.holds(name) for name in self._names):
                continue
            words = words_in(box, MAX_HEADING + 1) if level < _PLAIN_LEVEL else box.first
            if len(words) > MAX_HEADING:
                continue
            words = " ".join(words.split())
            if pattern("others").fullmatch(words) and not pattern("own").search(words):
                for under in _under(box, level):
                    self._say(under, Whose.OTHER)

    def _by_neighbours(self, tree: Tree) -> None:
        """Boxes of one kind side by side, each opening with a link to another person's page."""
        for box in tree.boxes:
            groups: dict[tuple[str, str], list[Box]] = defaultdict(list)
            inner = box.boxes()
            if len(inner) < 2:
                continue
            for one in inner:
                if one.tag in _GROUPED and one.first:
                    groups[one.tag, one.attribute("class")].append(one)
            for alike in groups.values():
                if len(alike) < 2:
                    continue
                led = [one for one in alike[:MAX_ENTRIES] if self._opens_with_another(one)]
                if len(led) > 1:
                    for one in led:
                        self._say(one, Whose.OTHER)

    def _opens_with_another(self, box: Box) -> bool:
        """True when the first words of a box are a link to somebody else."""
        for link in _first_boxes(box):
            if link.tag == "a":
                words = " ".join(words_in(link, MAX_HEADING).split())
                return bool(words) and self._owner.leads_to_another(link.attribute("href"), words)
            if link.first and link.first_in is link and link.tag not in _NAMING_TAGS:
                return False
        return False

    def _by_authors(self, tree: Tree) -> None:
        """Entries by their author: the owner's own among others', and others' among the owner's."""
        entries = _set("entries") | _set("others")
        inside: list[bool] = []
        seen = 0
        for box in tree.boxes:
            others = self._own.get(box.place) is Whose.OTHER or (bool(box.parent) and inside[box.parent.place])  # type: ignore[union-attr]
            inside.append(others)
            if not box.first or box.tag in ("body", "html", "main") or self._own.get(box.place) is Whose.SITE:
                continue
            called = self._tokens[box.place]
            if not (others or box.tag in _ENTRY_TAGS or called & entries or box.attribute("itemprop")):
                continue
            seen += 1
            if seen > MAX_ENTRIES:
                return
            if "bypostauthor" in called and self._owner.own_site:
                self._own[box.place] = Whose.OWNER
                continue
            whose = self._author(
                box, marked=others or bool(called & entries) or box.tag in ("article", "blockquote")
            )
            if whose is not None:
                self._say(box, whose)

    def _author(self, box: Box, marked: bool) -> Whose | None:
        """Whose entry a box is, by the element that names its author, else by a name that opens it."""
        for inner in _first_boxes(box):
            if inner is box or not inner.first:
                continue
            if _names_author(inner, self._tokens[inner.place]):
                return self._person(inner, sure=True)
        opening = box.first_in
        if not marked or opening is None or opening is box or opening.tag not in _NAMING_TAGS:
            return None
        if box.chars <= len(box.first):
            return None
        return self._person(opening, sure=False)

    def _person(self, naming: Box, sure: bool) -> Whose | None:
        link = next((inner for inner in _first_boxes(naming) if inner.tag == "a"), None)
        if link is None:
            link = next((around for around in list(naming.up())[:3] if around.tag == "a"), None)
        name = author_in(" ".join(words_in(naming, MAX_HEADING).split()))
        href = link.attribute("href") if link else ""
        if self._owner.is_me(name) or self._owner.points_here(href):
            return Whose.OWNER
        if is_person(name) or self._owner.leads_to_another(href, name):
            return Whose.OTHER
        return Whose.OTHER if sure and name and naming.tag == "cite" else None


def landmark(box: Box) -> str:
    """header, footer, nav or aside, by tag or role; else an empty string."""
    if box.tag in ("header", "footer", "nav", "aside"):
        return box.tag
    return _LANDMARKS.get(box.attribute("role"), "") if box.attributes else ""


def _names_author(box: Box, called: frozenset[str]) -> bool:
    if box.tag == "cite" or called & _set("authors"):
        return True
    attributes = box.attributes
    if not attributes:
        return False
    return (
        "author" in box.attribute("rel").casefold().split()
        or box.attribute("itemprop").casefold() in _AUTHOR_PROPS
    )


def _first_boxes(box: Box) -> Iterator[Box]:
    """The box and those inside it, in page order, up to a bound."""
    stack = [box]
    for _ in range(MAX_SEARCHED):
        if not stack:
            return
        current = stack.pop()
        yield current
        stack.extend(reversed(current.boxes()))


def _name_boxes(tree: Tree, owner: Owner) -> list[Box]:
    """Headings that bear the owner's name, and the first main heading."""
    found: list[Box] = []
    first = None
    for box in tree.boxes:
        if box.tag in HEADINGS[:3] and box.first:
            if first is None and box.tag == "h1":
                first = box
            if owner.is_me(" ".join(words_in(box, MAX_HEADING).split())):
                found.append(box)
    return [*found[:3], *([first] if first is not None and not found else [])]


def _level(box: Box) -> int:
    """1 to 6 for a heading and for a short line that stands alone in its box; 0 for other boxes."""
    if box.tag in HEADINGS:
        return int(box.tag[1])
    alone = box.first_in is box and len(box.first) == box.chars <= MAX_HEADING
    return _PLAIN_LEVEL if alone and len(box.contents) == 1 else 0


def _under(heading: Box, level: int) -> Iterable[Box]:
    """The boxes that a heading stands over: those behind it, up to the next heading of its rank."""
    anchor = heading
    while anchor.parent is not None and anchor.parent.chars == heading.chars and anchor.parent.tag != "body":
        anchor = anchor.parent
    if anchor.parent is None:
        return
    signature = (anchor.tag, anchor.attribute("class"))
    behind = False
    for part in anchor.parent.contents:
        if part is anchor:
            behind = True
            continue
        if not behind or isinstance(part, str):
            continue
        opening = next(
            (around for around in (part.first_in.up() if part.first_in else ()) if around.tag in HEADINGS), None
        )
        if opening is not None and part.holds(opening) and int(opening.tag[1]) <= level and _opens(part, opening):
            return
        if level == _PLAIN_LEVEL and (part.tag, part.attribute("class")) == signature and signature[1]:
            return
        yield part


def _opens(part: Box, opening: Box) -> bool:
    """True when a box is a heading, or little more than its wrapper."""
    return part is opening or part.tag in ("header", "hgroup", "div", "section", "article")
