"""Tables of words and keys beside the readers, each dated."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `scanners/data/<name>.toml`."""
    return tomllib.loads((files("scanners") / "data" / f"{name}.toml").read_text("utf-8"))
