"""How a person asks each service for the archive, and how long it takes; dated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from privacy_check.tables import table
from scanners.platforms.registry import Registry


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps, the page they begin on, how long it takes in words, and after how many days to look."""

    platform: str
    name: str
    steps: tuple[str, ...]
    takes: str
    days: int
    as_of: str
    link: str = ""


def guide(platform: str, registry: Registry) -> Guide | None:
    """The guide for a platform by whatever name people call it; None where nobody wrote one."""
    known = registry.by_name(platform)
    row = _all().get(known.id) if known else None
    if known is None or row is None:
        return None
    return Guide(
        known.id,
        known.name,
        tuple(row["steps"]),
        row["takes"],
        row["days"],
        row["as_of"],
        known.links.data_download,
    )


def guided() -> tuple[str, ...]:
    """Every platform with a guide."""
    return tuple(_all())


def _all() -> dict[str, dict[str, Any]]:
    return table("scanners", "archives", "asking.toml")
