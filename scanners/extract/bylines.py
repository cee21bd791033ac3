"""Who wrote a post, as its page declares it."""

from __future__ import annotations

from typing import Any

from scanners.extract.graph import types_of
from scanners.extract.page import Page, host_of, node_words
from scanners.extract.shapes import text_of

_WRITTEN = frozenset(
    (
        "article", "newsarticle", "blogposting", "socialmediaposting", "discussionforumposting", "videoobject",
        "question", "photograph", "imageobject",
    )
)  # fmt: skip
_NAMES = ("a[rel~=author]", "[itemprop=author] [itemprop=name]", "[itemprop=author]", ".p-author")
_LINKS = "a[rel~=author][href], [itemprop=author] a[href], .p-author[href], .p-author a[href]"
_LONGEST = 120


def post_node(page: Page) -> dict[str, Any] | None:
    """The JSON-LD of the post the page is about, or None."""
    return next(
        (
            item.object
            for item in page.linked_objects
            if item.keys in ((), ("@graph",), ("",), ("mainEntity",)) and types_of(item.object) & _WRITTEN
        ),
        None,
    )


def author_of(page: Page) -> str:
    """The name of the author; empty when the page does not say it."""
    if (node := post_node(page)) is not None and (name := _declared(node)):
        return name
    for shown in (node for names in _NAMES for node in page.tree.css(names)[:1]):
        unseen = shown.tag in ("link", "meta")
        words = " ".join(((shown.attributes.get("content") or "") if unseen else node_words(shown)).split())
        if words and len(words) <= _LONGEST:
            return words
    named = page.meta("article:author", "author")
    return "" if "/" in named or len(named) > _LONGEST else named


def _declared(node: dict[str, Any]) -> str:
    author = node.get("author") or node.get("creator")
    if isinstance(author, list):
        author = author[0] if author else None
    name = text_of(author.get("name")) if isinstance(author, dict) else text_of(author)
    return "" if "/" in name or len(name) > _LONGEST else name


def author_link(page: Page) -> str:
    """The address of the author's own page on the same site; empty when the page links to none."""
    for node in page.tree.css(_LINKS)[:5]:
        url = page.absolute(node.attributes.get("href") or "")
        if url and host_of(url) == page.host:
            return url
    return ""
