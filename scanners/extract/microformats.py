"""Microformats: the h-card (or old vcard) of the profile's owner, and rel=me links."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from scanners.extract.fields import field
from scanners.extract.links import unwrap
from scanners.extract.names import is_name
from scanners.extract.page import Page, node_words
from scanners.extract.target import Target

# Property by class; the new form first, then the one from before 2013.
PROPERTIES: tuple[tuple[str, str], ...] = (
    ("display_name", ".p-name,.fn"), ("handle", ".p-nickname,.nickname"), ("bio", ".p-note,.note"),
    ("location", ".p-locality,.adr .locality,.locality,.p-adr,.adr,.p-label,.p-country-name,.country-name"),
    ("employer", ".p-org,.org"), ("job_title", ".p-job-title,.title,.role"),
    ("birthday", ".dt-bday,.bday"),
)  # fmt: skip
_NOT_THE_OWNER = re.compile(
    r"h-entry|h-feed|h-cite|p-author|comment|hentry|footer|vevent|h-event|post", re.IGNORECASE
)
_CARDS = ".h-card,.vcard"


def owner_card(page: Page, target: Target) -> LexborNode | None:
    """The h-card that stands for the whole page: it links here, or is the only one outside posts."""
    cards = page.tree.css(_CARDS)[:60]
    free = [card for card in cards if not _inside(card)]
    for card in free:
        if any(
            target.points_here(page.absolute(node.attributes.get("href") or ""))
            for node in card.css("a[href]")[:20]
        ):
            return card
        if any(target.is_me(_text(node)) for node in card.css(".p-nickname,.nickname")):
            return card
    return free[0] if len(free) == 1 else None


def read_microformats(page: Page, target: Target) -> list[Field]:
    """Fields of the owner's card and the page's rel=me links."""
    found: list[Field | None] = []
    if card := owner_card(page, target):
        for name, selector in PROPERTIES:
            if (node := _first(card, selector)) is not None and (text := _text(node)):
                if name == "display_name" and not is_name(text):
                    continue
                found.append(field(name, text, "h-card", 0.85))
        for node in card.css(".u-url[href],a.url[href]")[:10]:
            url = unwrap(page.absolute(node.attributes.get("href") or ""))
            if target.outside(url):
                found.append(field("website", url, "h-card", 0.85))
        for node in card.css(".u-email,a.email,a[href^='mailto:']")[:3]:
            found.append(field("email", _email(node), "h-card", 0.85))
        for node in card.css(".u-photo,img.photo")[:1]:
            found.append(field("avatar", page.absolute(node.attributes.get("src") or ""), "h-card", 0.85))
    for url in me_links(page, target):
        found.append(field("links", url, "rel=me", 0.85))
    return [made for made in found if made]


def me_links(page: Page, target: Target) -> list[str]:
    """Addresses the page calls the person's own (rel=me), outside the site."""
    found = []
    for node in page.tree.css("a[rel~=me],link[rel~=me]")[:300]:
        url = unwrap(page.absolute(node.attributes.get("href") or ""))
        if target.outside(url) and url not in found:
            found.append(url)
    return found


def card_property(page: Page, target: Target, name: str) -> str:
    """Words or address of one property of the owner's card, by its class."""
    card = owner_card(page, target)
    if card is None or not re.fullmatch(r"[\w-]+", name):
        return ""
    node = card.css_first(f".{name}")
    if node is None:
        return ""
    if name.startswith("u-") or name in ("url", "photo"):
        return page.absolute(node.attributes.get("href") or node.attributes.get("src") or "")
    return _text(node)


def _first(card: LexborNode, selector: str) -> LexborNode | None:
    for part in selector.split(","):
        node = card.css_first(part)
        if node is not None and _text(node):
            return node
    return None


def _text(node: LexborNode) -> str:
    if node.tag == "abbr" and (title := node.attributes.get("title")):
        return title
    if node.tag == "img":
        return node.attributes.get("alt") or ""
    return node_words(node)


def _email(node: LexborNode) -> str:
    return (node.attributes.get("href") or node_words(node)).removeprefix("mailto:").split("?")[0]


def _inside(card: LexborNode) -> bool:
    node = card.parent
    for _ in range(25):
        if node is None or node.tag in ("body", "html"):
            return False
        if _NOT_THE_OWNER.search(node.attributes.get("class") or "") or node.tag in ("footer", "article", "aside"):
            return True
        node = node.parent
    return False
