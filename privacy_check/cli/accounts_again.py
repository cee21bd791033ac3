"""The answers of an earlier `accounts --json`, so that only what could not be seen is asked again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from privacy_check.errors import UnreadableInput
from privacy_check.forgotten import SiteAnswer, SiteFacts, key
from privacy_check.model import Account, Outcome
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

LARGEST = 64 * 1024 * 1024


def earlier(path: Path) -> dict[str, SiteAnswer]:
    """Answers by site and handle; those that said nothing of an account stand there with their outcome alone.

    Raises UnreadableInput for what is no such document.
    """
    try:
        if path.expanduser().stat().st_size > LARGEST:
            raise ValueError
        raw = json.loads(path.expanduser().read_text(encoding="utf-8-sig"))
        rows = raw["accounts"]
        day = path.expanduser().stat().st_mtime
        return {key(row["platform"], row["handle"]): _answer(row, day) for row in rows}
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise UnreadableInput(
            say("accounts.refused.again", path=path), say("accounts.refused.again_hint")
        ) from None


def _answer(row: dict[str, Any], day: float) -> SiteAnswer:
    site = row.get("site") or {}
    seen_on = date.fromisoformat(row["seen_on"]) if row.get("seen_on") else datetime.fromtimestamp(day, UTC).date()
    facts = SiteFacts(row["platform"], one_line(str(site.get("name") or row["platform"])))
    evidence = tuple(one_line(str(text), 500) for text in row.get("evidence", ()))
    account = Account(row["platform"], row["handle"], one_line(str(row.get("url", "")), 2000))
    return SiteAnswer(account, facts, Outcome(row["outcome"]), evidence, seen_on)
