"""All JSON-LD of a page as one graph: nodes of the same `@id` are one, and references lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from scanners.extract.walk import Found

MAX_NODES = 2_000
MAX_VALUES = 50
_PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:", "foaf:", "sdo:")
# Where words may be the `@id` of another node.
_LEADING = frozenset(["mainentity", "mainentityofpage", "about", "author", "creator", "publisher", "founder"])
_ONE = frozenset(["@id", "@context", "name", "description", "givenName", "familyName", "image"])

Node = dict[str, Any]


def types_of(node: Node) -> frozenset[str]:
    """Lower-case types of a node, without the vocabulary's address."""
    raw = node.get("@type") or node.get("type") or ""
    values = raw if isinstance(raw, list) else [raw]
    return frozenset(
        str(value).rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1].casefold() for value in values
    )


def each(value: Any) -> list[Any]:
    """A value as a list, at most 50 long; `@list` and `@set` are entered, `@value` is unwrapped."""
    if isinstance(value, dict) and len(value) < 4:
        value = next((value[key] for key in ("@list", "@set", "@value") if key in value), value)
    if value is None:
        return []
    return value[:MAX_VALUES] if isinstance(value, list) else [value]


class Graph:
    """The nodes of a page in page order, and who refers to whom.

    `nodes` are those with a type or an `@id`, merged; `references(node)` lists (property, referring node).
    """

    def __init__(self, found: Iterable[Found], base: str) -> None:
        self._base = base or "https://invalid.example/"
        self._by_id: dict[str, Node] = {}
        self._references: dict[int, list[tuple[str, Node]]] = {}
        self._merged: dict[int, Node] = {}
        self.nodes: list[Node] = []
        for item in found:
            if len(self.nodes) >= MAX_NODES:
                break
            self._add(item.object)
        for node in self.nodes:
            for key, value in node.items():
                name = key.casefold()
                for inner in each(value):
                    target = self.node(inner) if isinstance(inner, dict) or name in _LEADING else None
                    if target is not None and target is not node and name != "@graph":
                        self._references.setdefault(id(target), []).append((name, node))

    def _add(self, given: Node) -> None:
        if not ("@type" in given or "type" in given or len(given) > 1):
            return
        node = {_short(key): _worded(value) for key, value in given.items()}
        key = self._key(given.get("@id"))
        known = self._by_id.get(key) if key else None
        if known is None:
            known = node
            self.nodes.append(node)
            if key:
                self._by_id[key] = node
        else:
            _join(known, node)
        self._merged[id(given)] = known

    def _key(self, identifier: Any) -> str:
        if not isinstance(identifier, str) or not identifier.strip() or len(identifier) > 2_000:
            return ""
        name: str = identifier.strip()
        if name.startswith("_:"):
            return name
        try:
            return urljoin(self._base, name)
        except ValueError:
            return name

    def node(self, value: Any) -> Node | None:
        """The whole node that a value is or refers to; None for plain words."""
        if isinstance(value, str):
            # An address in words is a reference only where a node bears it.
            return self._by_id.get(self._key(value)) if value[:1] == "#" or "://" in value[:12] else None
        if not isinstance(value, dict):
            return None
        return self._merged.get(id(value)) or self._by_id.get(self._key(value.get("@id")))

    def resolved(self, value: Any) -> Iterator[Any]:
        """Each part of a value, with the nodes it refers to in place of references."""
        for inner in each(value):
            yield (self.node(inner) or inner) if isinstance(inner, dict) else inner

    def references(self, node: Node) -> list[tuple[str, Node]]:
        """(property in lower case, node that has it) for everything that leads to a node."""
        return self._references.get(id(node), [])


def _short(key: str) -> str:
    for prefix in _PREFIXES:
        if key.startswith(prefix):
            return key.removeprefix(prefix)
    return key


def _worded(value: Any) -> Any:
    """A value without the wrapping that JSON-LD may put around words (`{"@value": "Jo"}`)."""
    if isinstance(value, dict) and "@value" in value:
        return value["@value"]
    if isinstance(value, list) and any(
        isinstance(inner, dict) and "@value" in inner for inner in value[:MAX_VALUES]
    ):
        inner = [_worded(inner) for inner in value[:MAX_VALUES]]
        return inner[0] if len(inner) == 1 else inner
    return value


def _join(known: Node, more: Node) -> None:
    """Adds what another script says of the same node; names and words that are there already stay."""
    for key, value in more.items():
        held = known.get(key)
        if held in (None, "", [], {}):
            known[key] = value
        elif held != value and key not in _ONE:
            known[key] = [*each(held), *each(value)][:MAX_VALUES]
