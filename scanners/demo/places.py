"""Where the pretend platforms live: their descriptions, and the addresses of their pages on a running network."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from privacy_check.tables import table
from scanners.platforms.registry import Registry, load_platforms

PLATFORMS = Path(__file__).parent / "platforms"
"""The folder of the pretend platforms, for `scanners.platforms.registry.load_platforms`."""

USUAL_PORT = 4747
"""Where a network for practice stands, unless that port is taken."""


def sites() -> dict[str, dict[str, Any]]:
    """How each pretend platform looks and speaks, by platform id."""
    return table("scanners", "demo", "sites.toml")


def registry() -> Registry:
    """The described platforms together with the pretend ones."""
    return load_platforms(PLATFORMS)


def template_of(platform: str) -> str:
    """The address of a profile there, with `{handle}` in it and no port."""
    known = registry().by_id(platform)
    if known is None or platform not in sites():
        raise KeyError(platform)
    return known.address.template


def address_of(platform: str, handle: str, port: int) -> str:
    """The address of an account's page on the running network."""
    parts = urlsplit(template_of(platform).format(handle=quote(handle, safe="@._-")))
    return urlunsplit(parts._replace(netloc=f"{parts.netloc}:{port}"))


def host_of(platform: str, port: int) -> str:
    """The address of a platform's front page on the running network, with a slash at its end."""
    parts = urlsplit(template_of(platform))
    return f"{parts.scheme}://{parts.netloc}:{port}/"
