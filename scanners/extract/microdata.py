"""Microdata: itemprop inside the itemscope of the person or profile that the page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from scanners.extract.fields import UNREAD, field
from scanners.extract.links import unwrap, whole
from scanners.extract.names import is_name
from scanners.extract.page import Page, node_words, within
from scanners.extract.postal import PARTS, coordinates, postal, written
from scanners.extract.target import Target
from scanners.extract.whose_data import Claim, PageNames, apart, settle

MAX_SCOPES = 200
MAX_PROPERTIES = 200
_PERSON = re.compile(
    r"(?:schema\.org|data-vocabulary\.org)/(?:Person|ProfilePage|MusicGroup|Organization|LocalBusiness)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"/(?:Organization|LocalBusiness)\b", re.IGNORECASE)
_PART = re.compile(r"Address|Place|Country|City|ContactPoint|GeoCoordinates|ProfilePage", re.IGNORECASE)
_NAMES = {
    "name": "display_name", "additionalname": "handle", "alternatename": "handle", "nickname": "handle",
    "description": "bio", "homelocation": "location", "address": "location", "region": "location",
    "url": "website", "image": "avatar", "photo": "avatar", "jobtitle": "job_title", "role": "job_title",
    "title": "job_title", "worksfor": "employer", "affiliation": "employer", "alumniof": "education",
    "email": "email", "telephone": "phone", "tel": "phone", "faxnumber": "phone", "birthdate": "birthday",
}  # fmt: skip
_SAID = {"children": "Children: ", "spouse": "Spouse: ", "parent": "Parent: ", "birthplace": "Place of birth: "}
_PLACES = ("homelocation", "address", "location")
# Properties that speak of the place itself where they stand inside one.
_OF_A_PLACE = ("display_name", "location", "bio", "website", "avatar")
# What a scope is to another one: a person beside it is not its subject.
_SUBJECT = ("mainentity", "about")
_CODED = re.compile(r"^(?:mailto|tel|sms):", re.IGNORECASE)


def read_microdata(page: Page, target: Target) -> list[Field]:
    """Fields of the person the page is about; a field `unread` where the markup contradicts the page."""
    people = _people(page)
    if not people:
        return []
    settled = settle([_claim(node, page) for node in people], PageNames(page, target), target)
    found = [field(UNREAD, settled.warning, "microdata")] if settled.warning else []
    if settled.owner is not None:
        facts = _facts(people[settled.owner], page, target)
        found += [field(name, text, "microdata", 0.85) for name, text in facts]
    return [made for made in found if made]


def other_people(page: Page, target: Target) -> list[LexborNode]:
    """The scopes of people who are plainly not the page's owner, unless they stand inside the owner's."""
    people = _people(page)
    if not people:
        return []
    own, found = apart(people, [_claim(node, page) for node in people], PageNames(page, target), target)
    return [node for node in found if own is None or not (within(node, own) or within(own, node))]


def _people(page: Page) -> list[LexborNode]:
    scopes = [
        node
        for node in page.tree.css("[itemscope][itemtype]")[:MAX_SCOPES]
        if _PERSON.search(node.attributes.get("itemtype") or "")
    ]
    return [node for node in scopes if not _BODY.search(node.attributes.get("itemtype") or "")] or scopes


def _claim(node: LexborNode, page: Page) -> Claim:
    own = list(_own(node))
    prop = (node.attributes.get("itemprop") or "").casefold()
    profile = "profilepage" in (node.attributes.get("itemtype") or "").casefold()
    links = [inner for prop_, inner in own if prop_ in ("url", "sameas", "mainentityofpage")]
    addresses = [node.attributes.get("itemid"), *(_address(inner) for inner in links)]
    return Claim(
        names=tuple(text for prop_, inner in own if prop_ == "name" and (text := _words(inner)))[:3],
        addresses=tuple(page.absolute(address) for address in addresses if address),
        handles=tuple(_words(inner) for prop_, inner in own if _NAMES.get(prop_) == "handle")[:3],
        referred=prop in _SUBJECT or profile,
        beside=bool(prop) and prop not in _SUBJECT,
    )


def _own(scope: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """(property in lower case, node) for what belongs to a scope and not to another inside it."""
    for node in scope.css("[itemprop]")[:MAX_PROPERTIES]:
        if node.mem_id == scope.mem_id or _belongs_elsewhere(node, scope):
            continue
        for prop in (node.attributes.get("itemprop") or "").casefold().split():
            yield prop, node


def _belongs_elsewhere(node: LexborNode, own: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.mem_id != own.mem_id:
        attributes = parent.attributes
        if "itemscope" in attributes and not _PART.search(attributes.get("itemtype") or ""):
            return True
        parent = parent.parent
    return False


def _inside_place(node: LexborNode, own: LexborNode) -> bool:
    """True for a property of an address or place inside the scope, whose words are read with the whole place."""
    parent = node.parent
    while parent is not None and parent.mem_id != own.mem_id:
        if "itemscope" in parent.attributes and (parent.attributes.get("itemprop") or "").casefold() in _PLACES:
            return True
        parent = parent.parent
    return False


def _facts(own: LexborNode, page: Page, target: Target) -> Iterator[tuple[str, str]]:
    loose: dict[str, str] = {}
    for prop, node in _own(own):
        scoped = "itemscope" in node.attributes
        if prop in _PLACES:
            yield from _place(node) if scoped else [written(_words(node))]
        elif prop in PARTS and not _inside_place(node, own):
            loose.setdefault(prop, _words(node))
        elif prop in _SAID:
            words = _named(node) if scoped else _words(node)
            yield from [("page_text", _SAID[prop] + words)] if words else []
        elif name := _NAMES.get(prop):
            of_a_place = name in _OF_A_PLACE and _inside_place(node, own)
            text = "" if of_a_place else _value(node, name, page, target)
            if text and not (name == "display_name" and not is_name(text)):
                yield name, text
    yield from postal(loose)


def _place(scope: LexborNode) -> Iterator[tuple[str, str]]:
    parts: dict[str, str] = {}
    for node in scope.css("[itemprop]")[:MAX_PROPERTIES]:
        for prop in (node.attributes.get("itemprop") or "").casefold().split():
            if "itemscope" not in node.attributes or prop == "addresscountry":
                parts.setdefault(prop, _words(node))
    facts = list(postal(parts))
    yield from facts
    if not facts and (text := parts.get("name") or ("" if parts else _words(scope))):
        yield written(text)
    if point := coordinates(parts.get("latitude", ""), parts.get("longitude", "")):
        yield "page_text", point


def _named(scope: LexborNode) -> str:
    inner = scope.css_first("[itemprop=name]")
    return _words(inner) if inner is not None else ""


def _value(node: LexborNode, name: str, page: Page, target: Target) -> str:
    if name in ("website", "avatar"):
        raw = _address(node)
        url = unwrap(page.absolute(raw)) if raw else ""
        return url if name == "avatar" or target.outside(url) else ""
    if name in ("email", "phone"):
        href = node.attributes.get("href") or ""
        return _CODED.sub("", href).split("?")[0] if _CODED.match(href) else _words(node)
    if name == "birthday":
        return node.attributes.get("datetime") or _words(node)
    if "itemscope" in node.attributes:
        return _named(node) or _words(node)
    return _words(node)


def _address(node: LexborNode) -> str:
    attributes = node.attributes
    return attributes.get("href") or attributes.get("src") or attributes.get("content") or whole(node_words(node))


def _words(node: LexborNode) -> str:
    return node.attributes.get("content") or node_words(node)
