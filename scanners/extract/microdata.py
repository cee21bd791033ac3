"""Microdata: itemprop inside the itemscope of a person or profile."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from scanners.extract.fields import field
from scanners.extract.links import unwrap, whole
from scanners.extract.names import is_name
from scanners.extract.page import Page, node_words
from scanners.extract.target import Target

_PERSON = re.compile(
    r"(?:schema\.org|data-vocabulary\.org)/(?:Person|ProfilePage|MusicGroup|Organization)\b", re.IGNORECASE
)
_PLACE = re.compile(r"Address|Place|Country|City", re.IGNORECASE)
_NAMES = {
    "name": "display_name", "additionalname": "handle", "alternatename": "handle", "nickname": "handle",
    "description": "bio", "homelocation": "location", "address": "location", "addresslocality": "location",
    "region": "location", "addressregion": "location", "locality": "location", "addresscountry": "location",
    "url": "website", "image": "avatar", "photo": "avatar", "jobtitle": "job_title", "role": "job_title",
    "title": "job_title", "worksfor": "employer", "affiliation": "employer", "alumniof": "education",
    "email": "email", "telephone": "phone", "birthdate": "birthday",
}  # fmt: skip


def read_microdata(page: Page, target: Target) -> list[Field]:
    """Fields of the first person scope that is not inside a post or a comment."""
    scopes = [
        node
        for node in page.tree.css("[itemscope][itemtype]")[:200]
        if _PERSON.search(node.attributes.get("itemtype") or "")
    ]
    people = [node for node in scopes if "organization" not in (node.attributes.get("itemtype") or "").casefold()]
    own = next((node for node in people or scopes if not _owned_by_other(node)), None)
    if own is None:
        return []
    found: list[Field] = []
    for node in own.css("[itemprop]")[:200]:
        if _belongs_elsewhere(node, own):
            continue
        for prop in (node.attributes.get("itemprop") or "").casefold().split():
            name = _NAMES.get(prop)
            text = _value(node, name or "", page, target)
            if name and text and not (name == "display_name" and not is_name(text)):
                made = field(name, text, "microdata", 0.85)
                if made:
                    found.append(made)
    return found


def _owned_by_other(node: LexborNode) -> bool:
    """True for an author or publisher scope of something else."""
    prop = (node.attributes.get("itemprop") or "").casefold()
    return prop in (
        "author",
        "publisher",
        "creator",
        "member",
        "comment",
        "follows",
        "knows",
        "provider",
        "contributor",
    )


def _belongs_elsewhere(node: LexborNode, own: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.mem_id != own.mem_id:
        attributes = parent.attributes
        if "itemscope" in attributes and not _PLACE.search(attributes.get("itemtype") or ""):
            return True
        parent = parent.parent
    return False


def _value(node: LexborNode, name: str, page: Page, target: Target) -> str:
    attributes = node.attributes
    if "itemscope" in attributes and name == "location":
        parts = [
            node_words(inner)
            for inner in node.css("[itemprop$=ocality],[itemprop$=egion],[itemprop$=ountry],[itemprop=name]")
        ]
        return ", ".join(dict.fromkeys(part for part in parts if part))
    content = attributes.get("content")
    if name in ("website", "avatar"):
        raw = attributes.get("href") or attributes.get("src") or content or whole(node_words(node))
        url = unwrap(page.absolute(raw)) if raw else ""
        return url if name == "avatar" or target.outside(url) else ""
    if name == "email":
        return (attributes.get("href") or content or node_words(node)).removeprefix("mailto:").split("?")[0]
    return content or node_words(node)
