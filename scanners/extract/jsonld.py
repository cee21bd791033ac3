"""JSON-LD: the Person or ProfilePage a page declares, never the site's own organisation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from privacy_check.model import Field
from scanners.extract.counts import count
from scanners.extract.fields import field
from scanners.extract.links import unwrap, whole
from scanners.extract.names import is_name
from scanners.extract.page import Page
from scanners.extract.shapes import text_of
from scanners.extract.target import Target
from scanners.extract.walk import Found

PEOPLE = frozenset({"person", "profilepage", "patient", "musicgroup", "performinggroup"})
_BODIES = frozenset(
    [
        "organization",
        "corporation",
        "localbusiness",
        "ngo",
        "brand",
        "newsmediaorganization",
        "educationalorganization",
        "sportsteam",
        "store",
    ]
)
NO_PROFILE = frozenset(
    [
        "softwaresourcecode",
        "article",
        "newsarticle",
        "blogposting",
        "socialmediaposting",
        "discussionforumposting",
        "qapage",
        "question",
        "product",
        "videoobject",
        "recipe",
        "book",
        "movie",
        "musicrecording",
        "searchresultspage",
        "jobposting",
        "event",
        "faqpage",
        "softwareapplication",
    ]
)
_BESIDE = frozenset(
    [
        "author",
        "creator",
        "publisher",
        "member",
        "worksfor",
        "brand",
        "alumniof",
        "itemreviewed",
        "contributor",
        "provider",
        "sourceorganization",
    ]
)
_WORK = (
    ("worksFor", "employer"), ("jobTitle", "job_title"), ("alumniOf", "education"), ("email", "email"),
    ("telephone", "phone"), ("birthDate", "birthday"), ("memberOf", "groups"),
)  # fmt: skip


def types_of(node: dict[str, Any]) -> frozenset[str]:
    """Lower-case types of a node, without the vocabulary's address."""
    raw = node.get("@type") or node.get("type") or ""
    values = raw if isinstance(raw, list) else [raw]
    return frozenset(str(value).rsplit("/", 1)[-1].rsplit("#", 1)[-1].casefold() for value in values)


def read_jsonld(page: Page, target: Target) -> list[Field]:
    """Fields of the person the page is about."""
    node = person_node(page, target)
    return (
        [
            made
            for name, text in _facts(node, target)
            if (made := field(name, text, "JSON-LD", 0.9, page.shows(name, text)))
        ]
        if node
        else []
    )


def person_node(page: Page, target: Target) -> dict[str, Any] | None:
    """The node of the person the page is about, or None."""
    best: tuple[int, dict[str, Any]] | None = None
    for item in page.linked_objects:
        score = _score(item, target)
        if score > 0 and (best is None or score > best[0]):
            best = (score, item.object)
    return best[1] if best else None


def main_types(page: Page) -> frozenset[str]:
    """Types of the top nodes, which say what kind of page this is."""
    found: set[str] = set()
    for item in page.linked_objects:
        if item.keys in ((), ("@graph",), ("",)):
            found |= types_of(item.object)
    return frozenset(found)


def _score(item: Found, target: Target) -> int:
    node, types = item.object, types_of(item.object)
    if not types & (PEOPLE | _BODIES) or not isinstance(node.get("name") or node.get("alternateName"), str):
        return 0
    last = item.keys[-1].casefold() if item.keys else ""
    mine = any(target.points_here(text) for text in _addresses(node)) or any(
        target.is_me(node.get(key)) for key in ("alternateName", "additionalName", "name", "identifier", "@id")
    )
    if last in _BESIDE:
        # Someone named beside a work is the profile's owner only if the address says so.
        return 2 if mine and last in ("author", "creator") else 0
    if types & _BODIES and not types & PEOPLE:
        return 5 if mine and not _is_site(node, target) else 0
    if last == "mainentity" or "mainentityofpage" in {key.casefold() for key in node}:
        return 8 if mine else 6
    if "profilepage" in types and "person" not in types:
        return 0 if isinstance(node.get("mainEntity"), dict) else 4
    return 7 if mine else 3


def _is_site(node: dict[str, Any], target: Target) -> bool:
    url = text_of(node.get("url"))
    try:
        path = urlsplit(url).path.strip("/")
    except ValueError:
        return True
    return not path and bool(target.path)


def _addresses(node: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for key in ("url", "@id", "mainEntityOfPage", "mainEntityofPage", "sameAs"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        found.extend(item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str))
    return found


def _facts(node: dict[str, Any], target: Target) -> Iterator[tuple[str, str]]:
    name = text_of(node.get("name"))
    if not name:
        name = f"{text_of(node.get('givenName'))} {text_of(node.get('familyName'))}".strip()
    if name.startswith("@"):
        yield "handle", name[1:]
    elif is_name(name):
        yield "display_name", name
    alternate = text_of(node.get("alternateName") or node.get("additionalName"))
    if alternate and " " not in alternate and len(alternate) < 80:
        yield "handle", alternate.lstrip("@")
    if bio := text_of(node.get("description")):
        yield "bio", bio
    if place := _place(node):
        yield "location", place
    for key in ("url", "sameAs"):
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            url = unwrap(whole(value)) if isinstance(value, str) else ""
            if url and target.outside(url) and not target.points_here(url):
                yield ("website" if key == "url" else "links"), url
    if picture := _picture(node.get("image")):
        yield "avatar", picture
    yield from _work(node)
    yield from _counters(node)


def _picture(image: Any) -> str:
    if isinstance(image, list):
        image = image[0] if image else ""
    if isinstance(image, dict):
        image = image.get("contentUrl") or image.get("url")
    return image if isinstance(image, str) else ""


def _place(node: dict[str, Any]) -> str:
    for key in ("homeLocation", "address", "location", "foundingLocation"):
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            address = value.get("address")
            inner = address if isinstance(address, dict) else value
            parts = [text_of(inner.get(part)) for part in ("addressLocality", "addressRegion", "addressCountry")]
            place = ", ".join(dict.fromkeys(part for part in parts if part)) or text_of(value.get("name"))
        else:
            place = text_of(value)
        if place:
            return place
    return ""


def _work(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in _WORK:
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            if text := text_of(value):
                yield name, text.removeprefix("mailto:")
    page_node = node.get("mainEntityOfPage")
    for holder in (node, page_node if isinstance(page_node, dict) else {}):
        if joined := text_of(holder.get("dateCreated")):
            yield "joined", joined
            break


def _counters(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    holders = [node] + [
        value for key in ("mainEntityOfPage", "mainEntityofPage") if isinstance(value := node.get(key), dict)
    ]
    for holder in holders:
        others = dict(_actions(holder.get("interactionStatistic")))
        own = dict(_actions(holder.get("agentInteractionStatistic")))
        # Where nobody is followed, subscribing is what the visitors do.
        followers = others.get("followaction", others.get("subscribeaction"))
        following = own.get("followaction")
        if following is None and "followaction" in others:
            following = others.get("subscribeaction")
        friends = others.get("befriendaction")
        for name, number in (("followers", followers), ("following", following), ("friends", friends)):
            if number is not None:
                yield name, str(number)


def _actions(stats: Any) -> Iterator[tuple[str, int]]:
    """(action, how often) of a list of counters."""
    for stat in stats if isinstance(stats, list) else [stats]:
        if isinstance(stat, dict):
            kind = stat.get("interactionType")
            kind = text_of(kind.get("@type")) if isinstance(kind, dict) else text_of(kind)
            number = count(text_of(stat.get("userInteractionCount")))
            if number is not None:
                yield kind.rsplit("/", 1)[-1].casefold(), number
