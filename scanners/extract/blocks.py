"""Everything else a reader of a page can see: its words in blocks, each with whose words they are."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from privacy_check.model import Field, Whose
from privacy_check.sentences import say
from privacy_check.text.sanitise import sanitise
from scanners.extract.authors import opens_with, pattern
from scanners.extract.boxes import Tree, holds_contact, quietly
from scanners.extract.lines import Line, Lines
from scanners.extract.microdata import other_people
from scanners.extract.microformats import other_cards
from scanners.extract.page import Page
from scanners.extract.people import Owner, author_in, is_person
from scanners.extract.target import Target
from scanners.extract.whose import Regions

NAME = "page_text"
MAX_BLOCKS = 400
MAX_CHARS = 2_000
SMALL = 300  # a heading begins a new block only behind so many characters: short sections stand together
MAX_TOTAL = 100_000  # see also ENOUGH_CHARS of the tree
SECONDS = 4.0
SURE = 0.8
CUT = "reading.page.long"
HELD_BACK = "reading.page.kept_apart"
FRAME = "reading.page.frame"
_SPEAKING = frozenset(("div", "section", "article", "li", "td", "body", "main", "dd", "blockquote"))
_SPEAKER = 140
MAX_SITE_LINE = 600
# `RT @robin: words`, and “words” — Robin Vale.
_REPEATED = re.compile(r"(?:RT|MT|via)\s+(?P<name>@[\w.-]{2,40})\s*:")
_QUOTED = re.compile(r"""["“”„«‘'][^\n]{2,3000}["”“»’']\s*[—–―~-]+\s*(?P<name>[^—–―~\n]{2,80})$""")
# A line of a chat: `<robin> words`, `[10:31] <robin> words`.
_CHAT = re.compile(r"(?:\[[\d:. apm/-]{3,20}\]\s*)?<[@+%]?(?P<name>[^<>@\n]{2,40})>\s+\S")


@dataclass(frozen=True)
class Blocks:
    """The blocks of a page in page order, and plain sentences on what was not read."""

    fields: tuple[Field, ...] = ()
    unread: tuple[str, ...] = ()

    def said_by(self, whose: Whose) -> str:
        """Every word of one kind, a block a line."""
        return "\n".join(item.text for item in self.fields if item.whose is whose)


def read_blocks(page: Page, target: Target, names: Iterable[str] = ()) -> Blocks:
    """All visible words of a page in blocks; `names` are those the other readers found for its owner."""
    if page.is_json or page.tree.body is None:
        return Blocks()
    with quietly(), Tree(page) as tree:
        return _read(tree, page, target, names)


def _read(tree: Tree, page: Page, target: Target, names: Iterable[str]) -> Blocks:
    owner = Owner(page, target, names)
    regions = Regions(tree, owner, _told(page, target))
    gathered = _Gathered(owner)
    deadline = time.monotonic() + SECONDS
    for count, line in enumerate(Lines(tree).lines):
        gathered.add(line, regions)
        if count % 500 == 0 and time.monotonic() > deadline:
            gathered.whole = False
            break
    unread = []
    if not (tree.whole and gathered.whole):
        unread.append(say(CUT))
    if not page.roots_filled:
        unread.append(say(HELD_BACK))
    if page.missing_frames:
        unread.append(say(FRAME))
    return Blocks(tuple(gathered.fields()), tuple(unread))


def _told(page: Page, target: Target) -> dict[int, Whose]:
    """Boxes whose words the page's markup or the platform's file assigns, by node; the file's word is the last."""
    marked = (*other_people(page, target), *other_cards(page, target))
    told = {node.mem_id: Whose.OTHER for node in marked}
    if target.platform is None:
        return told
    regions = target.platform.regions
    for whose, selectors in (
        (Whose.SITE, regions.site),
        (Whose.OTHER, regions.others),
        (Whose.OWNER, regions.owner),
    ):
        for selector in selectors:
            told |= {node.mem_id: whose for node in page.tree.css(selector)}
    return told


class _Gathered:
    """Lines become blocks: neighbours under one heading, of one person, up to a bound."""

    def __init__(self, owner: Owner) -> None:
        self.whole = True
        self._owner = owner
        self._blocks: list[tuple[Whose, str, list[str]]] = []
        self._seen: set[str] = set()
        self._total = 0
        self._room = 0
        self._speaker: tuple[int, Whose] | None = None

    def add(self, line: Line, regions: Regions) -> None:
        """Takes a line in, unless it repeats an earlier one or there is no more room."""
        key = line.text.casefold()
        if len(key) > 3 and not line.heading:
            if key in self._seen:
                return
            self._seen.add(key)
        if self._total > MAX_TOTAL or len(self._blocks) > MAX_BLOCKS:
            self.whole = False
            if len(self._blocks) > 2 * MAX_BLOCKS or not holds_contact(line.text):
                return
        where = regions.landmark(line.box) or "page"
        whose = self._whose(line, regions, where)
        last = self._blocks[-1] if self._blocks else None
        full = len(line.text) > self._room or (line.heading and self._room < MAX_CHARS - SMALL)
        if last is None or last[0] is not whose or last[1] != where or full:
            self._blocks.append((whose, where, []))
            self._room = MAX_CHARS
        self._blocks[-1][2].append(line.text)
        self._room -= len(line.text) + 1
        self._total += len(line.text) + 1

    def _whose(self, line: Line, regions: Regions, where: str) -> Whose:
        """Whose line it is: by its region, then by who is said to speak, then by words only a site writes."""
        whose = regions.of(line.box)
        if line.heading:
            self._speaker = None
        colon = whose is not Whose.SITE and ":" in line.text[:_SPEAKER]
        if colon and (said := pattern("says").match(line.text)):
            return self._spoken(line, said, whose)
        if self._speaker is not None and self._speaker[0] == _around(line):
            return self._speaker[1]
        if whose is Whose.OWNER and (
            said := _REPEATED.match(line.text) or _QUOTED.match(line.text) or _CHAT.match(line.text)
        ):
            name = author_in(said["name"])
            known = is_person(name) or said.re is _CHAT
            return Whose.OTHER if known and not self._owner.is_me(name) else whose
        if whose is Whose.OWNER and self._is_sites(line.text, where):
            return Whose.SITE
        return whose

    def _spoken(self, line: Line, said: re.Match[str], whose: Whose) -> Whose:
        """Whose words follow `Robin Vale wrote:`; with none on the line itself, those of the next lines too."""
        name = author_in(said["name"].removeprefix("On ").rpartition(" at ")[0] or said["name"])
        if self._owner.is_me(name) or pattern("me").fullmatch(name):
            whose = Whose.OWNER
        elif is_person(name) or (name[:1].isupper() and len(name.split()) < 3):
            whose = Whose.OTHER
        if not said["words"].strip():
            self._speaker = (_around(line), whose)
        return whose

    def _is_sites(self, text: str, where: str) -> bool:
        """True for a line that only a site writes, such as its support line; never one that names the owner."""
        if len(text) > MAX_SITE_LINE:
            return False
        if self._owner.is_sites(text):
            return True
        office = "@" in text and not self._owner.own_site
        if not office and not opens_with("site", text):
            return False
        if self._owner.named_in(text, first=True) or pattern("me").search(text):
            return False
        if office and any(pattern("office").match(mail) for mail in _mails(text)):
            return True
        if not self._owner.own_site and pattern("firm").search(text) and holds_contact(text):
            return True
        beside = where in ("footer", "header", "nav", "aside") or not self._owner.own_site
        return beside and bool(pattern("site").search(text))

    def fields(self) -> Iterator[Field]:
        """The blocks as fields."""
        item = 0
        for whose, where, lines in self._blocks:
            text = sanitise("\n".join(lines), MAX_CHARS * 2).strip()
            if len(text) > 1 and any(char.isalnum() for char in text):
                source = "page text" if where == "page" else f"page text ({where})"
                yield Field(NAME, text, source, SURE, item=item, whose=whose)
                item += 1


def _around(line: Line) -> int:
    """The place of the box whose further lines belong to whoever was said to speak."""
    return next((up.place for up in line.box.up() if up.tag in _SPEAKING), line.box.place)


def _mails(text: str) -> list[str]:
    return [word.strip("<>()[],.;:") for word in text.split() if "@" in word]
