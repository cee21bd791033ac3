"""How fresh the platform files are, and a polite look at each platform's own examples to refresh them."""

from __future__ import annotations

import asyncio
import difflib
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Account, Capture, Outcome
from scanners.platforms.registry import HERE, Registry
from scanners.platforms.schema import Platform

STALE_AFTER = 180  # days
PAUSE = 10.0  # seconds between two looks

Look = Callable[[Account], Awaitable[Capture]]
Rest = Callable[[float], Awaitable[None]]
Say = Callable[[str], None]

_MODES = {"browser": "looked at", "endpoint_then_browser": "looked at", "ask": "asked about"}
_TOLD = ("visible", "private", "not_found", "suspended")


def overview(registry: Registry, today: date | None = None) -> list[dict[str, Any]]:
    """One row per platform, ready for JSON: how it is checked, what can be told, and how old the facts are.

    `stale` is true when the facts were last looked at more than 180 days ago.
    """
    now = today or date.today()
    return [_row(platform, now) for platform in registry.platforms]


def _row(platform: Platform, today: date) -> dict[str, Any]:
    seen_on = last_looked_at(platform)
    return {
        "id": platform.id,
        "name": platform.name,
        "category": platform.category,
        "mode": platform.self_check_mode,
        "outcomes": [name for name in _TOLD if getattr(platform.markers, name)],
        "fields": sorted(platform.fields),
        "reads": len(platform.reads.requests),
        "as_of": platform.as_of,
        "verified_on": platform.verified_on.isoformat() if platform.verified_on else None,
        "confidence": dict(platform.confidence),
        "stale": (today - seen_on).days > STALE_AFTER,
    }


def last_looked_at(platform: Platform) -> date:
    """The day of the last live look, or else the first day of what `as_of` names (a day, a month or a year)."""
    if platform.verified_on:
        return platform.verified_on
    parts = [int(part) for part in platform.as_of.split("-")]
    return date(*[*parts, 1, 1][:3])


def table(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The rows of `overview` as lines of text, with a heading."""
    lines = [f"{'id':<14} {'name':<22} {'how':<12} {'facts of':<9} {'seen live':<11} tells apart"]
    for row in rows:
        old = " (old)" if row["stale"] else ""
        told = ", ".join(row["outcomes"]).replace("_", " ") or "nothing: questions only"
        lines.append(
            f"{row['id']:<14} {row['name']:<22} {_MODES[row['mode']]:<12} {row['as_of']:<9} "
            f"{row['verified_on'] or 'not yet':<11} {told}{old}"
        )
    return lines


@dataclass(frozen=True, slots=True)
class Example:
    """One look at one example: `as_expected` is None when the look could not see."""

    platform: str
    handle: str
    wanted: str
    outcome: Outcome
    as_expected: bool | None


async def verify(registry: Registry, look: Look, *, rest: Rest = asyncio.sleep, say: Say = print) -> list[Example]:
    """Looks at every platform's public and absent examples, one at a time with a pause between two looks.

    Examples are organisations and names nobody has; platforms that are only asked about are left out.
    """
    done: list[Example] = []
    for platform in registry.platforms:
        if platform.self_check_mode == "ask":
            continue
        for handle, wanted in _examples(platform):
            if done:
                await rest(PAUSE)
            example = await _look_at(registry, platform, handle, wanted, look)
            done.append(example)
            say(_sentence(example))
    return done


def _examples(platform: Platform) -> list[tuple[str, str]]:
    public = [(handle, "public") for handle in platform.examples.public]
    return public + [(handle, "absent") for handle in platform.examples.absent]


async def _look_at(registry: Registry, platform: Platform, handle: str, wanted: str, look: Look) -> Example:
    try:
        outcome = (await look(registry.account_for(platform, handle))).outcome
    except PrivacyCheckError:
        outcome = Outcome.ERROR
    hoped = outcome.seen if wanted == "public" else outcome is Outcome.NOT_FOUND
    # Where hidden and missing pages look alike, seeing nothing is the right answer for a missing one.
    if wanted == "absent" and not platform.markers.not_found and not outcome.conclusive:
        hoped = True
    unseen = not outcome.conclusive and not hoped
    return Example(platform.id, handle, wanted, outcome, None if unseen else hoped)


def _sentence(example: Example) -> str:
    words = {True: "as expected", False: "DRIFTED", None: "could not see"}[example.as_expected]
    return f"# {example.platform}: {example.handle} ({example.wanted}) came to {example.outcome}: {words}"


def confirmed(examples: Sequence[Example]) -> set[str]:
    """Platforms whose every example ended as expected, a public one among them."""
    names = {example.platform for example in examples}
    return {
        name
        for name in names
        if all(e.as_expected for e in examples if e.platform == name)
        and any(e.wanted == "public" for e in examples if e.platform == name)
    }


def patch(examples: Sequence[Example], today: date, folder: Path = HERE) -> str:
    """A unified diff that dates the confirmed platforms' files; nothing is written."""
    parts: list[str] = []
    for name in sorted(confirmed(examples)):
        path = folder / f"{name}.toml"
        before = path.read_text("utf-8")
        after = dated(before, today)
        where = f"scanners/platforms/{name}.toml"
        parts += difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{where}", f"b/{where}", n=1
        )
    return "".join(parts)


def dated(text: str, today: date) -> str:
    """The text of a platform file with `verified_on` set to that day."""
    without = re.sub(r"^verified_on = .*\n", "", text, count=1, flags=re.MULTILINE)
    return re.sub(
        r"^(as_of = .*\n)", rf"\g<1>verified_on = {today.isoformat()}\n", without, count=1, flags=re.MULTILINE
    )


def run_verify(registry: Registry, say: Say = print) -> int:
    """Verifies with a real browser and prints the patch. 0: no drift, 1: drift, 3: nothing was seen."""
    return asyncio.run(_run_verify(registry, say))


async def _run_verify(registry: Registry, say: Say) -> int:
    from scanners.public_view import PublicView

    async with PublicView(registry.by_id) as view:

        async def look(account: Account) -> Capture:
            return await view.collect(account, lambda words: None)

        examples = await verify(registry, look, say=say)
    if changes := patch(examples, date.today()):
        say(changes)
    if all(example.as_expected is None for example in examples):
        return 3
    return 1 if any(example.as_expected is False for example in examples) else 0
