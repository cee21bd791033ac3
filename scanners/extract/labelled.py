"""Values beside their labels: tables, lists, headings, and lines that end with a colon."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from scanners.extract.counts import count
from scanners.extract.links import unwrap, whole
from scanners.extract.names import is_invitation, is_name
from scanners.extract.nearness import far
from scanners.extract.page import Page, node_words
from scanners.extract.target import Target
from scanners.extract.words import label_field

MAX_PAIRS = 250
MAX_LINES = 1_500
_LABELS = (
    "dt,th,tr>td:first-child,li>b:first-child,li>strong:first-child,p>b:first-child,p>strong:first-child,"
    "div>label:first-child,li>span:first-child,div>span:first-child,li>div:first-child,div>div:first-child,"
    "div>b:first-child,div>strong:first-child,h2,h3,h4,"
    "div[class*=title i],div[class*=label i],span[class*=title i],span[class*=label i],"
    "p[class*=title i],p[class*=label i]"
)
_CALLED_LABEL = re.compile("title|label", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")


def labelled(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    """`<dt>Location</dt><dd>Leeds</dd>`, table rows and `<b>Location:</b> Leeds`."""
    pairs = 0
    for node in page.tree.css(_LABELS):
        label = _short_words(node)
        name = label_field(label)
        if not name or far(node):
            continue
        heading = node.tag in ("h2", "h3", "h4")
        plain_box = node.tag in ("span", "div") and not _CALLED_LABEL.search(node.attributes.get("class") or "")
        if plain_box and not label.endswith((":", "：")) and not _value_like(node):
            continue
        value = _beside(node)
        if value is None:
            continue
        pairs += 1
        if pairs > MAX_PAIRS:
            return
        yield from _value(name, value, label, page, target, 0.45 if heading else 0.75)


def _short_words(node: LexborNode) -> str:
    """Words of a small element; nothing for a box of many."""
    words = []
    for count_of_nodes, inner in enumerate(node.traverse(include_text=True)):
        if count_of_nodes > 8:
            return ""
        if inner.is_text_node:
            words.append(inner.text_content or "")
    return " ".join("".join(words).split())


def _value_like(node: LexborNode) -> bool:
    """A span or div that is one of exactly two in its parent."""
    parent = node.parent
    if parent is None:
        return False
    children = [child for child in parent.iter() if child.tag not in ("br", "i", "svg")]
    return len(children) == 2


def _beside(node: LexborNode) -> LexborNode | None:
    """The element after a label, or the label's parent when the value is loose text behind it."""
    following = node.next
    while following is not None and following.is_text_node and not (following.text() or "").strip(" :：\n\t"):
        following = following.next
    if following is None:
        return None
    return node.parent if following.is_text_node else following


def _value(
    name: str, node: LexborNode, label: str, page: Page, target: Target, sure: float
) -> Iterator[tuple[str, str, str, float]]:
    text = node_words(node)
    if text.startswith(label):
        text = text[len(label) :].lstrip(" :：\n")
    limit = 5_000 if name in ("bio", "friends", "groups") else 200
    if not text or len(text) > limit:
        return
    source = f"visible text ({label.strip(' :：')})"
    if name == "website":
        urls = [unwrap(page.absolute(link.attributes.get("href") or "")) for link in node.css("a[href]")[:10]]
        values = [url for url in urls or [whole(word) for word in text.split()[:3]] if target.outside(url)]
    elif name == "friends":
        values = _people(node)
    elif name == "groups":
        links = [node, *_siblings(node)] if node.tag == "a" else node.css("a")
        values = [words for link in links[:100] if (words := node_words(link).partition("\n")[0])]
    else:
        values = [value] if (value := _checked(name, text)) else []
    for value in values:
        yield name, value, source, sure


def _people(node: LexborNode) -> list[str]:
    """Names in a list of people, or its plain count; one name alone is more likely a button."""
    text = node_words(node)
    if text[:1].isdigit() and "\n" not in text:
        return [str(number)] if (number := count(text)) is not None else []
    entries = node.css("li") or node.css("a")
    names = [node_words(entry).partition("\n")[0] for entry in entries[:60]]
    kept = [name for name in dict.fromkeys(names) if len(name) <= 60 and is_name(name) and not is_invitation(name)]
    return kept if len(kept) > 1 else []


def _siblings(node: LexborNode) -> list[LexborNode]:
    """Links that stand behind a link, without a box of their own."""
    found: list[LexborNode] = []
    following = node.next
    while following is not None and (following.tag == "a" or following.is_text_node) and len(found) < MAX_PAIRS:
        if following.tag == "a":
            found.append(following)
        following = following.next
    return found


def spoken(page: Page) -> Iterator[tuple[str, str, str, float]]:
    """`Location:` on one line and its value on the next, whatever the markup between them."""
    lines = page.lines[:MAX_LINES]
    for line, value in itertools.pairwise(lines):
        if line.endswith((":", "：")) and (name := label_field(line)) and len(value) < 200:
            text = _checked(name, value) if name not in ("website", "groups", "friends") else ""
            if text and not value.endswith((":", "：")):
                yield name, text, f"visible text ({line.strip(' :：')})", 0.6


def _checked(name: str, text: str) -> str:
    """The value, when it can be what its label says."""
    if name in ("followers", "following"):
        number = count(text) if text[:1].isdigit() else None
        return "" if number is None else str(number)
    if name == "email":
        match = _EMAIL.search(text)
        return match.group(0) if match else ""
    if name == "display_name":
        return text if is_name(text) else ""
    if name == "handle":
        return "" if " " in text or len(text) > 60 else text
    return text
