"""JSON-LD: the Person or ProfilePage a page declares, never the site's own organisation."""

from __future__ import annotations

from urllib.parse import urlsplit

from privacy_check.model import Field
from scanners.extract.fields import UNREAD, field
from scanners.extract.graph import Graph, Node, each, types_of
from scanners.extract.page import Page
from scanners.extract.person_facts import name_of, person_facts
from scanners.extract.shapes import text_of
from scanners.extract.target import Target
from scanners.extract.whose_data import Claim, PageNames, settle

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
# Properties that call a node the subject of a page; all others name a person beside something else.
_SUBJECT = frozenset(["mainentity", "about"])
_OWN_PAGE = ("mainEntityOfPage", "mainEntityofPage")
_NEUTRAL = frozenset(["item", "itemlistelement", "haspart"])


def read_jsonld(page: Page, target: Target) -> list[Field]:
    """Fields of the person the page is about; a field `unread` where its data contradict the page."""
    node, warning = person_node(page, target)
    found = [field(UNREAD, warning, "JSON-LD")] if warning else []
    if node is not None:
        found += [
            field(name, text, "JSON-LD", 0.9, page.shows(name, text))
            for name, text in person_facts(node, page.linked_graph, target)
        ]
    return [made for made in found if made]


def person_node(page: Page, target: Target) -> tuple[Node | None, str]:
    """(the node of the person the page is about or None, a sentence on what was left out)."""
    nodes = [node for node in page.linked_graph.nodes if _described(node)]
    if not nodes:
        return None, ""
    called = PageNames(page, target)
    people = [node for node in nodes if _may_own(node, page, target, called)]
    settled = settle([_claim(node, page, target) for node in people], called, target)
    return (None if settled.owner is None else people[settled.owner]), settled.warning


def main_types(page: Page) -> frozenset[str]:
    """Types of the top nodes, which say what kind of page this is."""
    found: set[str] = set()
    for item in page.linked_objects:
        if item.keys in ((), ("@graph",), ("",)):
            found |= types_of(item.object)
    return frozenset(found)


def _described(node: Node) -> bool:
    return bool(types_of(node) & (PEOPLE | _BODIES)) and bool(name_of(node) or _handles(node))


def _may_own(node: Node, page: Page, target: Target, called: PageNames) -> bool:
    """False for the site's own organisation, and for a profile page that refers to its person."""
    types = types_of(node)
    if types & _BODIES and not types & PEOPLE:
        if _is_site(node, target):
            return False
        here = any(target.points_here(text) for text in _addresses(node, page))
        named = not target.path and called.bears(name_of(node)) > 1
        return here or named or any(target.is_me(text) for text in (*_handles(node), name_of(node)))
    if "profilepage" in types and "person" not in types:
        return not any(isinstance(inner, dict) for inner in page.linked_graph.resolved(node.get("mainEntity")))
    return True


def _claim(node: Node, page: Page, target: Target) -> Claim:
    graph = page.linked_graph
    leading = [(key, other) for key, other in graph.references(node) if key not in _NEUTRAL]
    own_page = any(_is_here(value, graph, page, target) for key in _OWN_PAGE for value in each(node.get(key)))
    subject = any(key in _SUBJECT and _is_page(other) for key, other in leading)
    referred = subject or own_page or "profilepage" in types_of(node)
    return Claim(
        names=tuple(text for text in (name_of(node),) if text),
        addresses=tuple(_addresses(node, page)),
        handles=tuple(_handles(node)),
        referred=referred,
        beside=bool(leading) and not referred,
    )


def _is_page(node: Node) -> bool:
    return any(kind.endswith("page") for kind in types_of(node)) or not types_of(node)


def _is_here(value: object, graph: Graph, page: Page, target: Target) -> bool:
    """True when a person's `mainEntityOfPage` is this page: it says so, or names no other address."""
    node = graph.node(value)
    if node is not None and (_is_page(node) or not _addresses(node, page)):
        return True
    text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return isinstance(text, str) and (target.points_here(page.absolute(text)) or not target.url)


def _is_site(node: Node, target: Target) -> bool:
    url = text_of(node.get("url"))
    try:
        path = urlsplit(url).path.strip("/")
    except ValueError:
        return True
    return not path and bool(target.path)


def _handles(node: Node) -> list[str]:
    values = (node.get(key) for key in ("alternateName", "additionalName", "identifier", "@id"))
    return [
        text for value in values for inner in each(value) if isinstance(inner, str) and (text := inner.strip())
    ]


def _addresses(node: Node, page: Page) -> list[str]:
    """Every address a node gives itself, absolute; fragments of the page are none."""
    found: list[str] = []
    for key in ("url", "@id", *_OWN_PAGE, "sameAs"):
        for value in each(node.get(key)):
            text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(text, str) and text.strip() and not text.startswith(("#", "_:")):
                found.append(page.absolute(text))
    return found
