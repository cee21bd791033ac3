"""Microformats: the h-card (or old vcard) of the profile's owner, and rel=me links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from scanners.extract.fields import UNREAD, field
from scanners.extract.links import unwrap
from scanners.extract.names import is_name
from scanners.extract.page import Page, node_words, within
from scanners.extract.postal import coordinates, postal, written
from scanners.extract.target import Target
from scanners.extract.whose_data import Claim, PageNames, apart, settle

# Property by class; the new form first, then the one from before 2013.
PROPERTIES: tuple[tuple[str, str], ...] = (
    ("display_name", ".p-name,.fn"), ("handle", ".p-nickname,.nickname"), ("bio", ".p-note,.note"),
    ("employer", ".p-org,.org"), ("job_title", ".p-job-title,.title,.role"), ("birthday", ".dt-bday,.bday"),
)  # fmt: skip
_PARTS = (
    ("streetaddress", ".p-street-address,.street-address"),
    ("extendedaddress", ".p-extended-address,.extended-address"),
    ("locality", ".p-locality,.locality"), ("region", ".p-region,.region"),
    ("postalcode", ".p-postal-code,.postal-code"), ("countryname", ".p-country-name,.country-name"),
)  # fmt: skip
_WHOLE_PLACE = ".p-adr,.h-adr,.adr,.p-label,.label"
_POINT = (".p-latitude,.latitude", ".p-longitude,.longitude")
_NOT_THE_OWNER = re.compile(
    r"h-entry|h-feed|h-cite|p-author|comment|hentry|footer|vevent|h-event|post", re.IGNORECASE
)
_PROPERTY = re.compile(r"(?<!\S)(?:[pu]-[a-z]|org(?!\S)|agent(?!\S))")
_CARDS = ".h-card,.vcard"
MAX_CARDS = 60
MAX_PARTS = 60
_CARD_WORDS = frozenset(("h-card", "vcard"))
_CODED = re.compile(r"^(?:mailto|tel|sms|callto):", re.IGNORECASE)
_GEO = re.compile(r"^(?:geo:)?\s*(-?\d{1,3}\.\d+)\s*[,;]\s*(-?\d{1,3}\.\d+)", re.IGNORECASE)


def owner_card(page: Page, target: Target) -> LexborNode | None:
    """The h-card that stands for the page's owner, by its address, its name or by being the only one."""
    return _settled(page, target)[0]


def _settled(page: Page, target: Target) -> tuple[LexborNode | None, str]:
    """(the owner's card or None, a sentence on what was left out); cards inside posts stand for their authors."""
    cards = _free_cards(page)
    if not cards:
        return None, ""
    settled = settle([_claim(card, page) for card in cards], PageNames(page, target), target)
    return (None if settled.owner is None else cards[settled.owner]), settled.warning


def other_cards(page: Page, target: Target) -> list[LexborNode]:
    """The cards of people who are plainly not the page's owner, unless they stand inside the owner's."""
    cards = _free_cards(page)
    if not cards:
        return []
    own, found = apart(cards, [_claim(card, page) for card in cards], PageNames(page, target), target)
    # A card that is a property of the owner's, such as `p-org h-card`, is that of a firm or a relative.
    return [
        card
        for card in found
        if own is None or (not within(own, card) and (not within(card, own) or _is_property(card)))
    ]


def _is_property(card: LexborNode) -> bool:
    return bool(_PROPERTY.search(card.attributes.get("class") or ""))


def _free_cards(page: Page) -> list[LexborNode]:
    return [card for card in page.tree.css(_CARDS)[:MAX_CARDS] if not _inside(card)]


def _claim(card: LexborNode, page: Page) -> Claim:
    """A card's own address comes first: `u-uid`, then `u-url`, then what else it links to."""
    links = [
        *card.css(".u-uid[href],.uid[href]")[:3],
        *card.css(".u-url[href],a.url[href]")[:10],
        *card.css("a[href]")[:20],
    ]
    named = _first(card, ".p-name,.fn")
    return Claim(
        names=(_text(named),) if named is not None else (),
        addresses=tuple(page.absolute(node.attributes.get("href") or "") for node in links),
        handles=tuple(_text(node) for node in card.css(".p-nickname,.nickname")[:3]),
    )


def read_microformats(page: Page, target: Target) -> list[Field]:
    """Fields of the owner's card and the page's rel=me links; `unread` where the cards contradict the page."""
    card, warning = _settled(page, target)
    found = [field(UNREAD, warning, "h-card")] if warning else []
    if card is not None:
        found += [field(name, text, "h-card", 0.85) for name, text in _facts(card, page, target)]
    for url in me_links(page, target):
        found.append(field("links", url, "rel=me", 0.85))
    return [made for made in found if made]


def _facts(card: LexborNode, page: Page, target: Target) -> Iterator[tuple[str, str]]:
    for name, selector in PROPERTIES:
        if (node := _first(card, selector)) is not None and (text := _text(node)):
            if name == "display_name" and not is_name(text):
                continue
            yield name, text
    yield from _place(card)
    for node in card.css(".u-url[href],a.url[href]")[:10]:
        url = unwrap(page.absolute(node.attributes.get("href") or ""))
        if target.outside(url):
            yield "website", url
    for node in _own(card, ".u-email,a.email,.email,a[href^='mailto:']")[:5]:
        yield "email", _contact(node)
    for node in _own(card, ".p-tel,.u-tel,.tel,a[href^='tel:']")[:8]:
        yield "phone", _contact(node)
    for node in card.css(".u-photo,img.photo")[:1]:
        yield "avatar", page.absolute(node.attributes.get("src") or "")


def _place(card: LexborNode) -> Iterator[tuple[str, str]]:
    """The address by its parts; without any, the place in one piece; and the point on the map."""
    parts = {part: _text(node) for part, selector in _PARTS if (node := _first(card, selector)) is not None}
    facts = list(postal(parts))
    whole_place = _first(card, _WHOLE_PLACE)
    yield from facts
    if not facts and whole_place is not None:
        yield written(_text(whole_place))
    latitude, longitude = (node and _text(node) for node in (_first(card, selector) for selector in _POINT))
    point = coordinates(latitude or "", longitude or "")
    geo = card.css_first(".u-geo,.p-geo,.geo")
    if not point and geo is not None:
        match = _GEO.match(geo.attributes.get("href") or geo.attributes.get("value") or _text(geo))
        point = coordinates(*match.groups()) if match else ""
    if point:
        yield "page_text", point


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
        for node in _own(card, part):
            if _is_card(node) and (named := node.css_first(".p-name,.fn")) is not None:
                node = named
            if _text(node):
                return node
    return None


def _own(card: LexborNode, selector: str) -> list[LexborNode]:
    """The parts of a card that belong to no card inside it."""
    return [node for node in card.css(selector)[:MAX_PARTS] if _nearest_card(node) in (None, card.mem_id)]


def _nearest_card(node: LexborNode) -> int | None:
    around = node.parent
    for _ in range(25):
        if around is None or _is_card(around):
            return None if around is None else around.mem_id
        around = around.parent
    return None


def _is_card(node: LexborNode) -> bool:
    return not _CARD_WORDS.isdisjoint((node.attributes.get("class") or "").split())


def _text(node: LexborNode) -> str:
    attributes = node.attributes
    for name in ("datetime", "title", "value", "alt"):
        tags = {
            "datetime": ("time", "ins", "del"),
            "title": ("abbr",),
            "value": ("data", "input"),
            "alt": ("img", "area"),
        }
        if node.tag in tags[name] and (text := attributes.get(name)):
            return text
    return node_words(node)


def _contact(node: LexborNode) -> str:
    """A number or address: of the link, of the old form's `value`, or in words."""
    href = node.attributes.get("href") or ""
    if _CODED.match(href):
        return _CODED.sub("", href).split("?")[0]
    value = node.css_first(".value")
    return _text(value if value is not None else node)


def _inside(card: LexborNode) -> bool:
    node = card.parent
    for _ in range(25):
        if node is None or node.tag in ("body", "html"):
            return False
        if _NOT_THE_OWNER.search(node.attributes.get("class") or "") or node.tag in ("footer", "article", "aside"):
            return True
        node = node.parent
    return False
