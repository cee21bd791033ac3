"""Whether an element's own markup hides it from a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping

_STYLE = re.compile(r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)


def is_hidden(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """True for `hidden`, a style that draws nothing, a closed dialog and hidden inputs."""
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    if tag == "input" and (attributes.get("type") or "").casefold() == "hidden":
        return True
    style = attributes.get("style")
    return bool(style and _STYLE.search(style[:2_000]))
