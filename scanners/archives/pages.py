"""HTML of archives: its rows of label and value, and its boxes of heading, words and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from privacy_check.sentences import say
from scanners.archives.bounds import LARGEST_PAGE
from scanners.archives.mending import fold, said
from scanners.archives.records import decoded
from scanners.archives.source import Archive, Entry
from scanners.archives.words import meaning

_BOXES = "._a6-g, .uiBoxWhite"
_BLOCK = re.compile(r"\s*\n\s*")


def parsed(archive: Archive, entry: Entry) -> LexborHTMLParser | None:
    """The page; None, with a warning, when it is too large."""
    if entry.size > LARGEST_PAGE:
        archive.warn(say("archive.warn.large", name=entry.shown))
        return None
    page = LexborHTMLParser(decoded(archive.raw(entry)))
    for node in page.css("script, style, head"):
        node.decompose()
    return page


def chunks(node: LexborNode) -> list[str]:
    """The words of a node, a piece each time a tag stands between."""
    return [text for piece in _BLOCK.split(node.text(separator="\n")) if (text := said(piece))]


def boxes(page: LexborHTMLParser) -> Iterator[tuple[list[str], str]]:
    """Every innermost box of records: its pieces of words, and the address it leads to."""
    # A box that fits both patterns is met twice.
    for node in {node.mem_id: node for node in page.css(_BOXES)}.values():
        if node.css_first(_BOXES) is not None and any(inner != node for inner in node.css(_BOXES)):
            continue
        link = node.css_first("a[href^=http]")
        yield chunks(node), (link.attributes.get("href") or "") if link is not None else ""


def labelled_rows(page: LexborHTMLParser) -> Iterator[tuple[str, list[str]]]:
    """What each known label means, with the pieces that stand beside or below it."""
    known = meaning("profile")
    for row in page.css("tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        if len(cells) == 1:
            pieces = chunks(cells[0])
            if len(pieces) > 1 and fold(pieces[0]) in known:
                yield known[fold(pieces[0])], pieces[1:]
        elif len(cells) > 1 and fold(" ".join(chunks(cells[0]))) in known:
            yield known[fold(" ".join(chunks(cells[0])))], [piece for cell in cells[1:] for piece in chunks(cell)]
    for table in page.css("table"):
        table.decompose()
    pieces = chunks(page.body) if page.body is not None else []
    for label, value in pairwise(pieces):
        name, same, rest = fold(label), *_split(label)
        if name in known and fold(value) not in known:
            yield known[name], [value]
        elif fold(same) in known and rest:
            yield known[fold(same)], [rest]
    if pieces and (last := _split(pieces[-1])) and fold(last[0]) in known and last[1]:
        yield known[fold(last[0])], [last[1]]


def _split(line: str) -> tuple[str, str]:
    label, _, value = line.partition(":")
    return label.strip(), value.strip()
