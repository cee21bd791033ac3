"""Whose words each part of a page holds: structure first, then what the words themselves say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from privacy_check.model import Whose
from scanners.extract.authors import Authors, marks, opens_with, pattern
from scanners.extract.boxes import HEADINGS, Box, Tree, tokens, words_in
from scanners.extract.neighbours import is_link_list, told_by_neighbours
from scanners.extract.people import Owner

MAX_HEADING = 70
MAX_OVER = 300  # headings over others' words that are followed up
NEAR = 12  # boxes around a piece of text that are looked at
MAX_LANDMARK = 4_000
MAX_ENTRIES = 4_000
MAX_SEARCHED = 40
_PLAIN_LEVEL = 6
_ENTRY_TAGS = frozenset(("article", "li", "blockquote", "figure"))
_NAMING_TAGS = frozenset(
    ("a", "b", "strong", "cite", "span", "dt", "h2", "h3", "h4", "h5", "h6", "em", "p", "div")
)
_GROUPED = frozenset(("li", "article", "div", "section", "tr", "td", "figure", "a", "dd", "p", "blockquote"))
_LANDMARK_TAGS = frozenset(("header", "footer", "nav", "aside"))
_LANDMARKS = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "search": "nav"}
_TELLING = frozenset(("aria-label", "itemprop", "itemtype", "role"))
_ITEM = re.compile(r"schema\.org/(?:Comment|Review|UserComments|Answer|Question|Rating)\b", re.IGNORECASE)
_OTHER_PROPS = frozenset(("comment", "review", "reviews", "suggestedanswer", "acceptedanswer"))
_QUOTED = frozenset(("article", "blockquote"))
_PARTS = frozenset(("article", "section", "li"))
_NOTHING: frozenset[str] = frozenset()
_CONTAINERS = frozenset(("body", "html", "main", "ol", "ul", "dl", "table", "tbody"))
_MANY = frozenset(("comments", "commentlist", "list", "replies", "reviews", "testimonials", "posts", "messages",
                   "entries", "thread", "feed", "children"))  # fmt: skip
_ENTRY_ROLES = frozenset(("article", "comment", "listitem"))
_BY_LABEL = re.compile(r"(?:comment|reply|review|post|message|answer) (?:by|from)\b", re.IGNORECASE)
_SIGNED = re.compile(r"[—–―~]\s*([^—–―~\n]{2,80})$")
_NAMED = frozenset(("display", "user", "screen", "nick", "full", "member", "account", "commenter", "reviewer"))
_SAYS = re.compile(r"\s+(?:says|said|wrote|writes|replied|commented|posted)\b.*$", re.IGNORECASE | re.DOTALL)
_COOKIE_WORDS = frozenset(("cookie", "cookies", "consent"))
_ASKS = re.compile(r"cookie", re.IGNORECASE)
_CHOICES = re.compile(r"accept|reject|consent|privacy|policy|settings|preferences|we use|uses", re.IGNORECASE)
_AUTHOR_PROPS = frozenset(("author", "creator"))


class Regions:
    """Whose words each box of a page holds; boxes without a word of their own follow the one around them."""

    def __init__(self, tree: Tree, owner: Owner, told: dict[int, Whose] | None = None) -> None:
        self._owner = owner
        self._own: dict[int, Whose] = {}
        self._written: set[int] = set()
        self._names = _name_boxes(tree, owner)
        self._tokens = [tokens(box) if box.attributes else _NOTHING for box in tree.boxes]
        # Landmarks inside an article or a section are that part's own, not the page's.
        self._apart: list[bool] = []
        self._landmarks: list[str] = []
        for box in tree.boxes:
            around = box.parent.place if box.parent else 0
            self._apart.append(box.tag in _PARTS or (box.parent is not None and self._apart[around]))
            own = landmark(box) if box.attributes or box.tag in _LANDMARK_TAGS else ""
            self._landmarks.append(own or (self._landmarks[around] if box.parent else ""))
        self._by_marks(tree)
        self._by_headings(tree)
        self._by_neighbours(tree)
        for box, whose in told_by_neighbours(tree, owner, self._names):
            self._say(box, whose)
        self._by_authors(tree)
        for box in tree.boxes if told else ():
            if told and box.node in told:
                self._own[box.place] = told[box.node]
        self._settled = self._settle(tree)

    def of(self, box: Box) -> Whose:
        """Whose words the box holds."""
        return self._settled[box.place]

    def landmark(self, box: Box) -> str:
        """header, footer, nav or aside: the nearest of these around the box; else an empty string."""
        return self._landmarks[box.place]

    def _say(self, box: Box, whose: Whose) -> None:
        """A box around the profile's own name is never another's, nor the site's."""
        if whose is not Whose.OWNER and any(box.holds(name) for name in self._names):
            return
        self._own[box.place] = whose

    def _by_marks(self, tree: Tree) -> None:
        """Landmarks, class words, kinds of item and labels over what was paid for."""
        others, site = marks("others"), marks("site")
        for box in tree.boxes:
            if not box.first or box.tag in ("body", "html", "main"):
                continue
            called = self._tokens[box.place]
            if called:
                if called & site and (called & site - _COOKIE_WORDS or self._asks_about_cookies(box)):
                    self._say(box, Whose.SITE)
                elif called & others and not ("own" in called or "my" in called):
                    self._say(box, Whose.OTHER)
            attributes = box.attributes
            if attributes and not _TELLING.isdisjoint(attributes):
                label = box.attribute("aria-label")
                if label and len(label) <= MAX_HEADING and pattern("others").fullmatch(label.strip()):
                    self._say(box, Whose.OTHER)
                prop = box.attribute("itemprop").casefold()
                if prop in _OTHER_PROPS or _ITEM.search(box.attribute("itemtype")):
                    self._say(box, Whose.OTHER)
                if box.attribute("role") in ("dialog", "alertdialog") and _ASKS.search(words_in(box)):
                    self._say(box, Whose.SITE)
            if landmark(box) in ("nav", "header", "footer") and not self._apart[box.place] and self._is_site(box):
                self._say(box, Whose.SITE)
            short = len(box.first) < MAX_HEADING and box.chars > len(box.first)
            if short and opens_with("paid", box.first) and pattern("paid").fullmatch(box.first):
                self._say(box, Whose.SITE)

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

    def _by_headings(self, tree: Tree) -> None:
        """What stands under a heading such as `Comments`, `Guest book` or `People you may know`."""
        found = 0
        for box in tree.boxes:
            level = _level(box)
            if not level or found > MAX_OVER:
                continue
            words = words_in(box, MAX_HEADING + 1) if level < _PLAIN_LEVEL else box.first
            if len(words) > MAX_HEADING or not opens_with("over", words):
                continue
            if any(box.holds(name) for name in self._names):
                continue
            if level == _PLAIN_LEVEL and any(up.tag in ("a", "button") for up in islice(box.up(), NEAR)):
                continue
            found += 1
            words = " ".join(words.split())
            if pattern("paid").fullmatch(words):
                for under in list(_under(box, level))[:1]:
                    self._say(under, Whose.SITE)
            elif self._owner.is_sites(words):
                for under in (box, *_under(box, level)):
                    self._say(under, Whose.SITE)
            elif pattern("others").fullmatch(words) and not (
                pattern("own").search(words) and not pattern("written_by_others").search(words)
            ):
                for under in _under(box, level):
                    self._say(under, Whose.OTHER)

    def _by_neighbours(self, tree: Tree) -> None:
        """Boxes of one kind side by side, each opening with a link to another person's page."""
        led: dict[tuple[int, str, str], list[Box]] = defaultdict(list)
        for link in tree.boxes:
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

    def _by_authors(self, tree: Tree) -> None:
        """Entries by their author: the owner's own among others', and others' among the owner's."""
        entries, cards = marks("entries"), marks("cards")
        authors = Authors(self._owner, self._tokens)
        among: list[bool] = []
        alike = Counter((box.tag, box.attribute("class")) for box in tree.boxes if self._tokens[box.place])
        seen = 0
        for box in tree.boxes:
            said = self._own.get(box.place)
            others = said is Whose.OTHER or (box.parent is not None and among[box.parent.place])
            among.append(others)
            if not box.first or box.tag in _CONTAINERS or said is Whose.SITE:
                continue
            called = self._tokens[box.place]
            told = called & entries
            if told <= cards and alike[box.tag, box.attribute("class")] < 2:
                # The one card of its kind on a profile is the profile's own, whatever name it opens with.
                told = frozenset()
            named = bool(told)
            entry = named or box.tag in _ENTRY_TAGS or (bool(box.attributes) and _is_entry(box))
            if not (others or entry) or not called.isdisjoint(_MANY):
                continue
            if not (others or self._owner.has_name or box.tag in _QUOTED or called & marks("utterances")):
                continue
            seen += 1
            if seen > MAX_ENTRIES:
                return
            # In a list of facts or of pictures a name is only mentioned.
            marked = others or named or (entry and box.tag not in ("li", "figure"))
            whose = authors.of(box, marked)
            if whose is not None:
                self._say(box, whose)
                self._written.add(box.place)

    def _settle(self, tree: Tree) -> list[Whose]:
        """Each box by its own word, else as the box around it; an entry's parts stay with its author."""
        settled: list[Whose] = []
        parts: list[frozenset[str]] = []
        others = marks("others")
        for box in tree.boxes:
            around = settled[box.parent.place] if box.parent else Whose.OWNER
            own = parts[box.parent.place] if box.parent else _NOTHING
            whose = self._own.get(box.place, around)
            if box.place in self._written:
                own = own | self._tokens[box.place] & others if whose is Whose.OWNER else _NOTHING
            elif own and whose is Whose.OTHER and around is Whose.OWNER:
                called = self._tokens[box.place] & others
                # `comment-body` inside a `comment` that the owner wrote is no comment of another's.
                whose = Whose.OWNER if called and called <= own else whose
            settled.append(whose)
            parts.append(own)
        return settled


def _is_entry(box: Box) -> bool:
    return "itemprop" in box.attributes or box.attribute("role") in _ENTRY_ROLES


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
