"""The platforms this version knows: as a table, as JSON, and looked at again by a maintainer."""

from __future__ import annotations

from privacy_check.cli.output import put, put_json, say
from privacy_check.sentences import say as words


def show_platforms(*, as_json: bool) -> None:
    """One row per platform: how it is checked, what can be told, how old the facts are."""
    from scanners.platforms.registry import load_platforms
    from scanners.verify import overview, table

    rows = overview(load_platforms())
    if as_json:
        put_json({"format": 1, "platforms": rows})
        return
    for line in table(rows):
        put(line)
    say(words("commands.known.platforms", rows=len(rows)))


def verify_platforms() -> int:
    """Looks at each platform's own examples (organisations only) and prints what drifted."""
    from scanners.platforms.registry import load_platforms
    from scanners.verify import run_verify

    return run_verify(load_platforms(), put)
