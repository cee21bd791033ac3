"""Whose words each part of a page holds: structure first, then what the words themselves say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import islice

from privacy_check.model import Whose
from scanners.extract.authors import Authors, calls_author, declares_author, marks, opens_with, pattern
from scanners.extract.boxes import HEADINGS, Box, Tree, tokens, words_in
from scanners.extract.neighbours import is_link_list, told_by_neighbours
from scanners.extract.people import Owner

MAX_HEADING = 70
MAX_OVER = 300  # headings over others' words that are followed up
NEAR = 12  # boxes around a piece of text that are looked at
MAX_LANDMARK = 4_000
MAX_PAID = 800  # characters of a box that a label such as `Sponsored` opens
MAX_ENTRIES = 4_000
_PLAIN_LEVEL = 6
_ENTRY_TAGS = frozenset(("article", "li", "blockquote", "figure"))
_GROUPED = frozenset(("li", "article", "div", "section", "tr", "td", "figure", "a", "dd", "p", "blockquote"))
_LANDMARK_TAGS = frozenset(("header", "footer", "nav", "aside"))
_LANDMARKS = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "search": "nav"}
_PLACES = ("", "header", "footer", "nav", "aside")
_WRITERS = (Whose.OWNER, Whose.OTHER, Whose.SITE)
_TELLING = frozenset(("aria-label", "itemprop", "itemtype", "role", "rel"))
_ITEM = re.compile(r"schema\.org/(?:Comment|Review|UserComments|Answer|Question|Rating)\b", re.IGNORECASE)
_OTHER_PROPS = frozenset(("comment", "review", "reviews", "suggestedanswer", "acceptedanswer"))
_QUOTED = frozenset(("article", "blockquote"))
_PARTS = frozenset(("article", "section", "li"))
_NOTHING: frozenset[str] = frozenset()
_WHOLE = frozenset(("body", "html", "main"))
_CONTAINERS = _WHOLE | {"ol", "ul", "dl", "table", "tbody"}
_MANY = frozenset(("comments", "commentlist", "list", "replies", "reviews", "testimonials", "posts", "messages",
                   "entries", "thread", "feed", "children"))  # fmt: skip
_ENTRY_ROLES = frozenset(("article", "comment", "listitem"))
_COOKIE_WORDS = frozenset(("cookie", "cookies", "consent"))
_ASKS = re.compile(r"cookie", re.IGNORECASE)
_CHOICES = re.compile(r"accept|reject|consent|privacy|policy|settings|preferences|we use|uses", re.IGNORECASE)
# What a box may be: marked as another's or the site's, a landmark, one person's entry, the name of an author;
# and a box among other people's words.
_MARK, _PLACE, _ENTRY, _NAME, _AMONG = 1, 2, 4, 8, 16
_TAGS = {"cite": _NAME, **dict.fromkeys(_LANDMARK_TAGS, _PLACE), **dict.fromkeys(_ENTRY_TAGS, _ENTRY)}


class Regions:
    """Whose words each box of a page holds; boxes without a word of their own follow the one around them."""

    def __init__(self, tree: Tree, owner: Owner, told: dict[int, Whose] | None = None) -> None:
        self._owner = owner
        self._tree = tree
        self._boxes = tree.boxes
        self._own: dict[int, Whose] = {}
        self._written: set[int] = set()
        self._tokens: list[frozenset[str]] = []
        self._places = bytearray(len(tree.boxes))
        self._entries = bytearray(len(tree.boxes))
        self._naming = bytearray(len(tree.boxes))
        self._names = _name_boxes(tree, owner)
        self._by_marks(self._marked())
        self._by_headings()
        self._by_neighbours()
        for box, whose in told_by_neighbours(tree, owner, self._names):
            self._say(box, whose)
        self._by_authors()
        for box in tree.boxes if told else ():
            if told and box.node in told:
                self._own[box.place] = told[box.node]
        self._settled = self._settle()

    def of(self, box: Box) -> Whose:
        """Whose words the box holds."""
        return _WRITERS[self._settled[box.place]]

    def landmark(self, box: Box) -> str:
        """header, footer, nav or aside: the nearest of these around the box; else an empty string."""
        return _PLACES[self._places[box.place]]

    def _say(self, box: Box, whose: Whose) -> None:
        """A box around the profile's own name is never another's, nor the site's."""
        if whose is not Whose.OWNER and any(box.holds(name) for name in self._names):
            return
        self._own[box.place] = whose

    def _marked(self) -> list[Box]:
        """The boxes that may say whose they are; notes landmarks, entries and what names an author on the way."""
        found = []
        for place, box in enumerate(self._boxes):
            tag, attributes = box.tag, box.attributes
            called = tokens(box) if attributes else _NOTHING
            self._tokens.append(called)
            kind = _kind(called) if called else 0
            if tag in _TAGS:
                kind |= _TAGS[tag]
            if attributes and not _TELLING.isdisjoint(attributes):
                kind |= _MARK | (_ENTRY if _is_entry(box) else 0) | (_NAME if declares_author(box) else 0)
                if "role" in attributes:
                    kind |= _PLACE
            if not kind:
                continue
            if kind & _PLACE:
                _fill(self._places, box, _PLACES.index(landmark(box)) or self._places[place])
            if kind & _ENTRY:
                self._entries[place] = _ENTRY
            if kind & _NAME:
                self._naming[place] = 1
            if kind & (_MARK | _PLACE) and box.first and tag not in _WHOLE:
                found.append(box)
        return found

    def _by_marks(self, marked: list[Box]) -> None:
        """Landmarks, class words and kinds of item."""
        others, site = marks("others"), marks("site")
        apart = self._apart()
        for box in marked:
            called = self._tokens[box.place]
            if called & site and (called & site - _COOKIE_WORDS or self._asks_about_cookies(box)):
                self._say(box, Whose.SITE)
            elif called & others and not ("own" in called or "my" in called):
                self._say(box, Whose.OTHER)
            if not _TELLING.isdisjoint(box.attributes):
                label = box.attribute("aria-label")
                if label and len(label) <= MAX_HEADING and pattern("others").fullmatch(label.strip()):
                    self._say(box, Whose.OTHER)
                prop = box.attribute("itemprop").casefold()
                if prop in _OTHER_PROPS or _ITEM.search(box.attribute("itemtype")):
                    self._say(box, Whose.OTHER)
                if box.attribute("role") in ("dialog", "alertdialog") and _ASKS.search(words_in(box)):
                    self._say(box, Whose.SITE)
            if landmark(box) in ("nav", "header", "footer") and not apart[box.place] and self._is_site(box):
                self._say(box, Whose.SITE)

    def _apart(self) -> bytearray:
        """Which boxes stand in an article or a section: landmarks there are that part's own, not the page's."""
        apart = bytearray(len(self._boxes))
        for box in self._boxes:
            if box.tag in _PARTS:
                _fill(apart, box, 1)
        return apart

    @staticmethod
    def _asks_about_cookies(box: Box) -> bool:
        """Cookies may also be baked: only those that a visitor is asked about are the site's."""
        words = words_in(box)
        return bool(_ASKS.search(words) and _CHOICES.search(words))

    def _is_site(self, box: Box) -> bool:
        """True for a landmark of the site: it does not name the owner, and speaks as a site or a firm does."""
        kind = landmark(box)
        words = words_in(box, MAX_LANDMARK)
        if self._owner.named_in(words, first=True) or (kind != "nav" and pattern("me").search(words)):
            return False
        if kind == "nav":
            return not is_link_list(box, self._owner)
        if pattern("site").search(words) or pattern("firm").search(words):
            return True
        if kind == "footer":
            return len(pattern("footer").findall(words)) > (2 if self._owner.own_site else 1)
        return not self._owner.own_site

    def _by_headings(self) -> None:
        """What stands under a heading such as `Comments`, `Guest book` or `Advertisement`."""
        found = 0
        for box in self._boxes:
            if box.first_in is not box and box.tag not in HEADINGS:
                continue
            level = _level(box)
            if not level:
                continue
            words = words_in(box, MAX_HEADING + 1) if level < _PLAIN_LEVEL else box.first
            if len(words) > MAX_HEADING or not opens_with("over", words):
                continue
            if any(box.holds(name) for name in self._names):
                continue
            found += 1
            if found > MAX_OVER:
                return
            self._under_heading(box, level, " ".join(words.split()))

    def _under_heading(self, box: Box, level: int, words: str) -> None:
        if pattern("paid").fullmatch(words):
            around = next((up for up in islice(box.up(), NEAR) if up.chars > box.chars), box)
            if around.first_in is box.first_in and around.chars < MAX_PAID and around.tag in _GROUPED | {"aside"}:
                self._say(around, Whose.SITE)
            for under in islice(_under(box, level), 1):
                self._say(under, Whose.SITE)
        elif level == _PLAIN_LEVEL and any(up.tag in ("a", "button") for up in islice(box.up(), NEAR)):
            return
        elif self._owner.is_sites(words):
            for under in (box, *_under(box, level)):
                self._say(under, Whose.SITE)
        elif pattern("others").fullmatch(words) and not (
            pattern("own").search(words) and not pattern("written_by_others").search(words)
        ):
            for under in _under(box, level):
                self._say(under, Whose.OTHER)

    def _by_neighbours(self) -> None:
        """Boxes of one kind side by side, each opening with a link to another person's page."""
        led: dict[tuple[int, str, str], list[Box]] = defaultdict(list)
        for link in self._boxes:
            if link.tag != "a" or not link.first:
                continue
            words = link.first if link.chars == len(link.first) else words_in(link, MAX_HEADING)
            if not self._owner.leads_to_another(link.attribute("href"), " ".join(words.split())):
                continue
            for box in islice(link.up(), NEAR):
                if box.parent is None or box.first_in is not link.first_in:
                    break
                if box.tag in _GROUPED:
                    led[box.parent.place, box.tag, box.attribute("class")].append(box)
        for alike in led.values():
            for box in alike if len(alike) > 1 else ():
                self._say(box, Whose.OTHER)

    def _by_authors(self) -> None:
        """Entries by their author: the owner's own among others', and others' among the owner's."""
        authors = Authors(self._owner, self._tree, self._tokens, self._naming)
        flags = self._entries
        for place, whose in sorted(self._own.items()):
            if whose is Whose.OTHER:
                _fill(flags, self._boxes[place], _AMONG)
        seen = 0
        for box in self._boxes:
            flag = flags[box.place]
            if not flag or not box.first or box.tag in _CONTAINERS or self._own.get(box.place) is Whose.SITE:
                continue
            author = self._entry(box, bool(flag & _AMONG), authors)
            seen += 1
            if seen > MAX_ENTRIES:
                return
            if author is not None:
                self._say(box, author)
                self._written.add(box.place)
                if self._own.get(box.place) is Whose.OTHER:
                    _fill(flags, box, _AMONG)

    def _entry(self, box: Box, others: bool, authors: Authors) -> Whose | None:
        """Whose entry a box is, if it is one."""
        called = self._tokens[box.place]
        if not called.isdisjoint(_MANY):
            return None
        told = called & marks("entries")
        if told and told <= marks("cards") and self._alike[box.tag, box.attribute("class")] < 2:
            # The one card of its kind on a profile is the profile's own, whatever name it opens with.
            told = _NOTHING
        entry = bool(told) or box.tag in _ENTRY_TAGS or _is_entry(box)
        if not (others or entry):
            return None
        if not (others or self._owner.has_name or box.tag in _QUOTED or called & marks("utterances")):
            return None
        # In a list of facts or of pictures a name is only mentioned.
        marked = others or bool(told) or (entry and box.tag not in ("li", "figure"))
        return authors.of(box, marked)

    @cached_property
    def _alike(self) -> Counter[tuple[str, str]]:
        """How many boxes of each tag and class there are."""
        return Counter((box.tag, box.attribute("class")) for box in self._boxes if box.attributes)

    def _settle(self) -> bytearray:
        """Each box by its own word, else as the box around it; an entry's parts stay with its author."""
        settled = bytearray(len(self._boxes))
        others = marks("others")
        entries: list[tuple[int, frozenset[str]]] = []
        for place, whose in sorted(self._own.items()):
            box = self._boxes[place]
            while entries and entries[-1][0] <= place:
                entries.pop()
            own = entries[-1][1] if entries else _NOTHING
            if place in self._written:
                own = own | self._tokens[place] & others if whose is Whose.OWNER else _NOTHING
                entries.append((box.end, own))
            elif own and whose is Whose.OTHER and not settled[place]:
                called = self._tokens[place] & others
                # `comment-body` inside a `comment` that the owner wrote is no comment of another's.
                whose = Whose.OWNER if called and called <= own else whose
            _fill(settled, box, _WRITERS.index(whose))
        return settled


def _fill(marked: bytearray, box: Box, code: int) -> None:
    """Gives a box and all inside it a code; what has it already is left alone, so that nesting costs nothing."""
    if marked[box.place] != code:
        marked[box.place : box.end] = bytes((code,)) * (box.end - box.place)


@lru_cache(maxsize=4096)
def _kind(called: frozenset[str]) -> int:
    """What a box may be by its class words."""
    mark = not (called.isdisjoint(marks("others")) and called.isdisjoint(marks("site")))
    entry = not called.isdisjoint(marks("entries"))
    return (_MARK if mark else 0) | (_ENTRY if entry else 0) | (_NAME if calls_author(called) else 0)


def _is_entry(box: Box) -> bool:
    attributes = box.attributes
    return bool(attributes) and ("itemprop" in attributes or attributes.get("role") in _ENTRY_ROLES)


def landmark(box: Box) -> str:
    """header, footer, nav or aside, by tag or role; else an empty string."""
    if box.tag in _LANDMARK_TAGS:
        return box.tag
    return _LANDMARKS.get(box.attribute("role"), "") if "role" in box.attributes else ""


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
        near = islice(part.first_in.up(), NEAR) if part.first_in else ()
        opening = next((around for around in near if around.tag in HEADINGS), None)
        if opening is not None and part.holds(opening) and int(opening.tag[1]) <= level and _opens(part, opening):
            return
        if level == _PLAIN_LEVEL and (part.tag, part.attribute("class")) == signature and signature[1]:
            return
        yield part


def _opens(part: Box, opening: Box) -> bool:
    """True when a box is a heading, or little more than its wrapper."""
    return part is opening or part.tag in ("header", "hgroup", "div", "section", "article")
