"""The tables and lists that belong to the program, each in a file beside the code that reads it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(package: str, *path: str) -> dict[str, Any]:
    """A TOML file inside a package, as `table("scanners", "data", "units.toml")`; callers do not change it."""
    return tomllib.loads(files(package).joinpath(*path).read_text("utf-8"))


def tables(package: str, *folder: str) -> dict[str, dict[str, Any]]:
    """Every TOML file of a folder by its name without the ending, in the order of the names."""
    named = sorted(file.name for file in files(package).joinpath(*folder).iterdir() if file.name.endswith(".toml"))
    return {name.removesuffix(".toml"): table(package, *folder, name) for name in named}


def listed(name: str) -> list[str]:
    """The lines of a list of `privacy_check/data`, without the comments."""
    text = (files("privacy_check") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
