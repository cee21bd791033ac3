"""Which texts of the data files a person reads, so that they can be translated; the rest is for the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

# Keys by the file or folder they hold in. Remedies are translated as they are put together (catalogue).
READ_BY_PEOPLE: Mapping[str, frozenset[str]] = {
    "taxonomy.toml": frozenset(("title", "why", "question", "cannot_fix")),
    "scenarios.toml": frozenset(
        ("title", "sentence_open", "sentence_one_step", "sentence_closed", "sentence_cannot_tell")
    ),
    "help.toml": frozenset(("need", "name", "contact", "note", "silent")),
    "reflection": frozenset(("title", "asks", "why", "good", "next", "name", "think")),
    "words.toml": frozenset(("*",)),
}
_NEVER = frozenset(("version", "source"))


def in_words(name: str, table: Any, change: Callable[[str], str]) -> Any:
    """A data file with every text that people read changed; the same values where it holds none."""
    keys = READ_BY_PEOPLE.get(name) or READ_BY_PEOPLE.get(name.partition("/")[0])
    return _changed(table, keys, change, read=False) if keys else table


def texts(name: str, table: Any) -> Iterator[str]:
    """Every text of a data file that people read, in the order it stands there."""
    found: list[str] = []

    def noted(text: str) -> str:
        found.append(text)
        return text

    in_words(name, table, noted)
    yield from filter(None, found)


def _changed(value: Any, keys: frozenset[str], change: Callable[[str], str], *, read: bool) -> Any:
    if isinstance(value, str):
        return change(value) if read else value
    if isinstance(value, list):
        return [_changed(item, keys, change, read=read) for item in value]
    if isinstance(value, Mapping):
        return {
            key: _changed(item, keys, change, read=key not in _NEVER and (read or key in keys or "*" in keys))
            for key, item in value.items()
        }
    return value
