"""Whose parts of a page are by what stands beside them: rows of people, a shared post, the bar over a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from privacy_check.model import Whose
from scanners.extract.authors import opens_with, pattern
from scanners.extract.boxes import HEADINGS, Box, Tree, words_in
from scanners.extract.contacts import contact_in
from scanners.extract.people import Owner, author_in, is_person

MAX_BAR = 400
MAX_ROWS = 4_000
MAX_LINKS = 500
NEAR = 6  # boxes around a heading or a link that are looked at
MAX_WORDS = 70
_ROWS = frozenset(("tr", "li", "div", "article", "section", "p", "figure", "dd", "a"))
_WHOLE = frozenset(("body", "html", "main"))
_SIGN_IN = re.compile(r"/(?:log-?in|sign-?in|sign-?up|register|join|auth)\b", re.IGNORECASE)

Told = Iterator[tuple[Box, Whose]]


def rows_of_people(tree: Tree, owner: Owner) -> Told:
    """Rows that each open with a person's name, where one of them is the owner's or the column is called so."""
    rows: dict[tuple[int, str, str], list[Box]] = defaultdict(list)
    for box in tree.boxes:
        if box.tag in _ROWS and box.first and box.parent is not None:
            rows[box.parent.place, box.tag, box.attribute("class")].append(box)
    for alike in rows.values():
        if len(alike) < 2:
            continue
        alike = alike[:MAX_ROWS]
        named = [(row, _opening(row)) for row in alike]
        mine = [row for row, name in named if name and owner.is_me(name) and row.chars > len(name)]
        column = alike[0].tag == "tr" and bool(pattern("names_column").fullmatch(_opening(alike[0])))
        if not mine and not column:
            continue
        # A row with the owner's last name is the family's, of whom the owner tells.
        theirs = [
            row
            for row, name in named
            if row not in mine
            and is_person(name)
            and row.chars > len(name)
            and not owner.named_in(name, first=True)
        ]
        for row in theirs[1 if column and theirs and theirs[0] is alike[0] else 0 :]:
            yield row, Whose.OTHER
        if not (mine and theirs):
            continue
        for row in mine:
            yield row, Whose.OWNER
        # Beside a row of the owner's and one of another's, a row under one word alone is a third person's.
        head = mine[0].first_in
        for row, name in named:
            short = row not in mine and 0 < len(name.split()) < 3 and row.chars > len(name)
            if short and head and row.first_in and row.first_in.tag == head.tag and not row.first.endswith(":"):
                yield row, Whose.OTHER


def under_anothers_name(tree: Tree, owner: Owner) -> Told:
    """A part headed by a link to another person's page, such as a post that the owner shared."""
    for heading in tree.boxes:
        if heading.tag not in HEADINGS or not heading.first:
            continue
        link = next((up for up in islice(_inside(heading), NEAR) if up.tag == "a"), None)
        if link is None or not owner.leads_to_another(link.attribute("href"), words_in(link, MAX_WORDS)):
            continue
        for around in islice(heading.up(), 1, NEAR):
            if around.tag in _WHOLE or around.first_in is not heading.first_in:
                break
            if around.chars > heading.chars:
                yield around, Whose.OTHER
                break


def passed_on(tree: Tree) -> Told:
    """What stands under `Reposted by Robin Vale` or `Robin Vale boosted`: somebody else wrote it."""
    for box in tree.boxes:
        if box.first_in is not box or box.chars > MAX_WORDS:
            continue
        words = box.first if box.chars == len(box.first) else words_in(box, MAX_WORDS)
        if not opens_with("passed_on", words) or not pattern("passed_on").fullmatch(" ".join(words.split())):
            continue
        for around in islice(box.up(), 1, NEAR):
            if around.tag in _WHOLE or around.first_in is not box:
                break
            if around.chars > box.chars:
                yield around, Whose.OTHER
                break


def captioned_quotations(tree: Tree, owner: Owner) -> Told:
    """A quotation in a figure is by whoever its caption names."""
    for caption in tree.boxes:
        if caption.tag != "figcaption" or caption.parent is None or caption.parent.tag != "figure":
            continue
        if not any(inner.tag in ("blockquote", "q") for inner in caption.parent.boxes()):
            continue
        name = author_in(words_in(caption, MAX_WORDS).lstrip("—–-~ "))
        if not owner.is_me(name) and (is_person(name) or (name[:1].isupper() and " " not in name)):
            yield caption.parent, Whose.OTHER


def bar_over_the_page(tree: Tree, names: Sequence[Box], owner: Owner) -> Told:
    """The short part above the owner's name that offers to sign in: the site's own, whatever element it is."""
    if not names or owner.own_site:
        return
    top = min(name.place for name in names)
    for link in islice(tree.boxes, top):
        if link.tag not in ("a", "button") or not link.first:
            continue
        if not (_SIGN_IN.search(link.attribute("href")) or pattern("sign_in").fullmatch(link.first)):
            continue
        bar = link
        for around in islice(link.up(), 1, NEAR):
            if around.tag in _WHOLE or around.holds(names[0]) or around.chars > MAX_BAR:
                break
            bar = around
        if not owner.named_in(words_in(bar, MAX_BAR), first=True):
            yield bar, Whose.SITE


def is_link_list(nav: Box, owner: Owner) -> bool:
    """True for a list of links that all leave the site or are a contact: no way around the site itself."""
    links = [box for box in islice(_inside(nav), MAX_LINKS) if box.tag == "a" and box.attribute("href")]
    return bool(links) and all(
        contact_in(href) or owner.leaves(href) for href in (link.attribute("href") for link in links)
    )


def _opening(row: Box) -> str:
    """The first words of a row."""
    return " ".join(row.first[:MAX_WORDS].split()).rstrip(" :,")


def _inside(box: Box) -> Iterator[Box]:
    stack: list[Box] = [box]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.boxes()))


def told_by_neighbours(tree: Tree, owner: Owner, names: Sequence[Box]) -> Iterable[tuple[Box, Whose]]:
    """All that neighbours tell, in the order in which a later word counts more."""
    yield from bar_over_the_page(tree, names, owner)
    yield from under_anothers_name(tree, owner)
    yield from rows_of_people(tree, owner)
    yield from captioned_quotations(tree, owner)
    yield from passed_on(tree)
