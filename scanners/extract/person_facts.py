"""What a JSON-LD node says of a person, as (field, words)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scanners.extract.counts import count
from scanners.extract.graph import Graph, Node, each
from scanners.extract.links import unwrap, whole
from scanners.extract.names import is_name
from scanners.extract.postal import PARTS, coordinates, postal, written
from scanners.extract.shapes import text_of
from scanners.extract.target import Target

_WORK = (
    ("worksFor", "employer"), ("jobTitle", "job_title"), ("hasOccupation", "job_title"), ("alumniOf", "education"),
    ("email", "email"), ("telephone", "phone"), ("faxNumber", "phone"), ("birthDate", "birthday"),
    ("memberOf", "groups"),
)  # fmt: skip
_PLACES = ("homeLocation", "address", "location", "foundingLocation")
# Said in words, so that the same detectors judge them that judge a bio.
_SAID = (
    ("children", "Children: "), ("spouse", "Spouse: "), ("parent", "Parent: "), ("parents", "Parents: "),
    ("birthPlace", "Place of birth: "),
)  # fmt: skip
_HERE = ("mainEntityOfPage", "mainEntityofPage")
MAX_SAID = 12


def person_facts(node: Node, graph: Graph, target: Target) -> Iterator[tuple[str, str]]:
    """Everything a node says of its person; references in it are followed one step."""
    name = name_of(node)
    if name.startswith("@"):
        yield "handle", name[1:]
    elif is_name(name):
        yield "display_name", name
    alternate = text_of(node.get("alternateName") or node.get("additionalName"))
    if alternate and " " not in alternate and len(alternate) < 80:
        yield "handle", alternate.lstrip("@")
    if bio := text_of(node.get("description")):
        yield "bio", bio
    yield from _places(node, graph)
    yield from _links(node, target)
    if picture := _picture(next(graph.resolved(node.get("image")), "")):
        yield "avatar", picture
    yield from _work(node, graph)
    yield from _contacts(node, graph)
    yield from _kin(node, graph)
    yield from _counters(node, graph)


def name_of(node: Node) -> str:
    """The name of a node, or what its parts make of it."""
    name = text_of(node.get("name"))
    return name or f"{text_of(node.get('givenName'))} {text_of(node.get('familyName'))}".strip()


def _links(node: Node, target: Target) -> Iterator[tuple[str, str]]:
    for key in ("url", "sameAs"):
        for value in each(node.get(key)):
            url = unwrap(whole(value)) if isinstance(value, str) else ""
            if url and target.outside(url) and not target.points_here(url):
                yield ("website" if key == "url" else "links"), url


def _picture(image: Any) -> str:
    if isinstance(image, dict):
        image = image.get("contentUrl") or image.get("url")
    return image if isinstance(image, str) else ""


def _places(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    """Where the person lives: the town of the first place that names one, every street, every point."""
    towns: list[str] = []
    for key in _PLACES:
        for place in graph.resolved(node.get(key)):
            facts = list(_place(place, graph))
            yield from (fact for fact in facts if fact[0] != "location")
            towns += [text for name, text in facts if name == "location"]
    if isinstance(geo := next(graph.resolved(node.get("geo")), None), dict) and (point := _point(geo)):
        yield "page_text", point
    if towns:
        yield "location", towns[0]


def _place(place: Any, graph: Graph) -> Iterator[tuple[str, str]]:
    if not isinstance(place, dict):
        if text := text_of(place):
            yield written(text)
        return
    inner = next(graph.resolved(place.get("address")), None)
    if isinstance(inner, str) and inner.strip():
        yield written(inner)
    source = inner if isinstance(inner, dict) else place
    parts = {key.casefold(): text_of(value) for key, value in source.items() if key.casefold() in PARTS}
    facts = list(postal(parts))
    yield from facts
    if not facts and not inner and (name := text_of(place.get("name"))):
        yield written(name)
    geo = next(graph.resolved(place.get("geo")), place)
    if isinstance(geo, dict) and (point := _point(geo)):
        yield "page_text", point


def _point(geo: Node) -> str:
    return coordinates(text_of(geo.get("latitude")), text_of(geo.get("longitude")))


def _work(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    for key, name in _WORK:
        for value in graph.resolved(node.get(key)):
            if text := text_of(value):
                yield name, _bare(text)
    page_node = next(graph.resolved(node.get("mainEntityOfPage")), None)
    for holder in (node, page_node if isinstance(page_node, dict) else {}):
        if joined := text_of(holder.get("dateCreated")):
            yield "joined", joined
            break


def _contacts(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    """Contacts that stand a step away from the person: in a contact point, or in the address itself."""
    for key in ("contactPoint", "contactPoints", *_PLACES):
        for point in graph.resolved(node.get(key)):
            if isinstance(point, dict):
                for what, name in (("telephone", "phone"), ("email", "email")):
                    yield from ((name, _bare(text)) for value in each(point.get(what)) if (text := text_of(value)))


def _kin(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    for key, words in _SAID:
        names = [
            text
            for value in list(graph.resolved(node.get(key)))[:MAX_SAID]
            if (text := (name_of(value) if isinstance(value, dict) else text_of(value)))
        ]
        if names:
            yield "page_text", words + ", ".join(names)


def _bare(text: str) -> str:
    """An address or number without its scheme."""
    return re.sub(r"^(?:mailto|tel|sms):", "", text.strip(), flags=re.IGNORECASE).split("?")[0]


def _counters(node: Node, graph: Graph) -> Iterator[tuple[str, str]]:
    holders = [node] + [
        value for key in _HERE for value in graph.resolved(node.get(key)) if isinstance(value, dict)
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
