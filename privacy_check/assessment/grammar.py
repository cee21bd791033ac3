"""The grammar of scenarios: which pieces a path asks for, which of them are there, and how many it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from privacy_check import catalogue
from privacy_check.catalogue import Path

Rules = frozenset[str]


def is_open(scenario_id: str, rules: Rules) -> bool:
    """True when the scenario is open with exactly these rules there."""
    return any(lacking(path, rules) == 0 for path in catalogue.scenario(scenario_id).paths)


@cache
def vocabulary(scenario_id: str) -> tuple[str, ...]:
    """Every rule id that can play a part in the scenario, also through nested ones."""
    return rules_of(path_id for path in catalogue.scenario(scenario_id).paths for path_id in path.ids)


def rules_of(ids: Iterable[str]) -> tuple[str, ...]:
    """The rule ids behind ids of rules and scenarios, each once."""
    found: dict[str, None] = {}
    for name in ids:
        found.update(dict.fromkeys(vocabulary(name) if nested(name) else (name,)))
    return tuple(found)


def nested(name: str) -> bool:
    """True for the id of a scenario that is a piece of another."""
    return name.startswith("SC-")


def there(name: str, rules: Rules) -> bool:
    """True when the piece is there: a rule that was found, or a nested scenario that is open."""
    return is_open(name, rules) if nested(name) else name in rules


def lacking(path: Path, rules: Rules) -> int:
    """How many pieces the path lacks; a nested scenario is one piece."""
    count = sum(not there(name, rules) for name in path.all)
    if path.any:
        count += not any(there(name, rules) for name in path.any)
    if path.k:
        count += max(0, path.k - sum(there(name, rules) for name in path.of))
    return count


def pieces(scenario_id: str, rules: Rules) -> tuple[str, ...]:
    """The rule ids on the paths that are met."""
    paths = catalogue.scenario(scenario_id).paths
    return tuple(
        dict.fromkeys(piece for path in paths if lacking(path, rules) == 0 for piece in held(path, rules))
    )


def held(path: Path, rules: Rules) -> tuple[str, ...]:
    """The rule ids of the path that are there; an open nested scenario stands for its own pieces."""
    return tuple(dict.fromkeys(_held(path, rules)))


def _held(path: Path, rules: Rules) -> Iterator[str]:
    for name in path.ids:
        if there(name, rules):
            yield from pieces(name, rules) if nested(name) else (name,)
