"""Walking JSON of unknown shape: every object once, breadth first, within fixed bounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scanners.extract.documents import JsonDocument

MAX_OBJECTS = 60_000
MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One JSON object, the keys that lead to it (list places left out), and its document."""

    object: dict[str, Any]
    keys: tuple[str, ...]
    document: JsonDocument


def objects(documents: Iterable[JsonDocument]) -> list[Found]:
    """Every object of the documents, nearest to the root first."""
    found: list[Found] = []
    for document in documents:
        queue: deque[tuple[Any, tuple[str, ...]]] = deque([(document.value, ())])
        while queue and len(found) < MAX_OBJECTS:
            value, keys = queue.popleft()
            if isinstance(value, dict):
                found.append(Found(value, keys, document))
                if len(keys) < MAX_DEPTH:
                    for key, inner in value.items():
                        if isinstance(inner, (dict, list)):
                            queue.append((inner, (*keys, key)))
            elif isinstance(value, list) and len(keys) < MAX_DEPTH:
                # An empty key marks a list, so that lists in lists count towards the depth.
                deeper = (*keys, "") if any(isinstance(inner, list) for inner in value[:3]) else keys
                queue.extend((inner, deeper) for inner in value if isinstance(inner, (dict, list)))
    return found


def follow(value: Any, parts: tuple[str, ...]) -> Iterator[tuple[Any, dict[str, Any] | None]]:
    """Every value at the end of the path, with the object that holds its last key; lists are entered."""
    if isinstance(value, list):
        index = parts[0] if parts else ""
        if parts and index.isdigit():
            if int(index) < len(value):
                yield from follow(value[int(index)], parts[1:])
            return
        if index == "*":
            for inner in value[:300]:
                yield from follow(inner, parts[1:])
            return
        if parts:
            for inner in value[:300]:
                yield from follow(inner, parts)
            return
    if not parts:
        yield value, None
        return
    if not isinstance(value, dict):
        return
    first, rest = parts[0], parts[1:]
    keys = list(value)[:300] if first == "*" else [first]
    for key in keys:
        if key in value:
            for found, holder in follow(value[key], rest):
                yield found, (value if holder is None else holder)
