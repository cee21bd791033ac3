"""Tables of words and keys beside the readers, each dated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from privacy_check import tables


def table(name: str) -> Mapping[str, Any]:
    """The table `scanners/data/<name>.toml`."""
    return tables.table("scanners", "data", f"{name}.toml")
