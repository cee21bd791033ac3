"""Steps for every platform: short, dated, honest about what was walked through, and for rules that exist."""

from __future__ import annotations

import itertools
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from privacy_check import catalogue
from privacy_check.errors import PrivacyCheckError
from scanners.platforms.registry import load_platforms

FOLDER = Path(catalogue.__file__).parent / "data" / "remedies"
REGISTRY = load_platforms()
IDS = [platform.id for platform in REGISTRY.platforms]
KEYS = {
    "id", "rules", "title", "steps", "url", "minutes", "checked_on", "verified_live", "confidence", "after"
}  # fmt: skip
MAY_HAVE = {"source", "device", "steps_phone", "steps_computer"}
# Settings and deletion pages that sit at the company that owns the platform.
OWNERS = {
    "google.com", "microsoft.com", "live.com", "wordpress.com", "zendesk.com", "instagram.com", "reddithelp.com",
    "steampowered.com", "facebook.com",
}  # fmt: skip


def rows(platform: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{platform}.toml").read_text("utf-8"))["remedy"]
    return found


def test_every_platform_has_steps_and_nothing_else_has() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted([*IDS, "generic"])


@pytest.mark.parametrize("platform", IDS)
def test_steps_are_short_dated_and_honest(platform: str) -> None:
    for row in rows(platform):
        assert KEYS <= set(row) <= KEYS | MAY_HAVE
        assert row.get("device", "phone") in ("phone", "computer")
        assert row["id"].startswith(f"{platform}-")
        remedy = catalogue.remedy(row["id"])
        walks = [steps for steps in (remedy.steps, remedy.phone, remedy.computer) if steps]
        assert all(2 <= len(steps) <= 5 for steps in walks), row["id"]
        for text in (*itertools.chain(*walks), row["title"], row["after"]):
            sentences = re.split(r"(?<=[.:])\s", text)
            assert max(len(sentence.split()) for sentence in sentences) <= 20, text
        assert all(step.endswith(".") for step in itertools.chain(*walks))
        assert 1 <= row["minutes"] <= 30
        assert row["verified_live"] is False
        assert date(2024, 1, 1) <= row["checked_on"] <= date(2026, 11, 30)
        assert row["confidence"] in ("high", "medium", "low")
        assert catalogue.remedy(row["id"]).platform == platform


@pytest.mark.parametrize("platform", IDS)
def test_steps_serve_rules_that_exist(platform: str) -> None:
    for row in rows(platform):
        assert row["rules"]
        for rule_id in row["rules"]:
            try:
                catalogue.rule(rule_id)
            except PrivacyCheckError:
                pytest.fail(f"{row['id']} serves {rule_id}, which does not exist")
            assert row["id"] in {remedy.id for remedy in catalogue.remedies(rule_id, platform)}


@pytest.mark.parametrize("platform", IDS)
def test_links_lead_to_the_platform_itself(platform: str) -> None:
    known = REGISTRY.by_id(platform)
    assert known is not None
    for row in rows(platform):
        if not row["url"]:
            continue
        parts = urlsplit(row["url"])
        assert parts.scheme == "https"
        ours = {".".join(host.removeprefix("*.").split(".")[-2:]) for host in known.address.hosts}
        words = {re.sub(r"\W", "", name.lower()) for name in (known.id, known.name)}
        host = (parts.hostname or "").lower()
        official = (
            ".".join(host.split(".")[-2:]) in ours | OWNERS
            or host.removeprefix("www.") in known.address.hosts
            or any(word in host.replace(".", "") for word in words)
        )
        assert official, row["url"]


def test_ids_are_never_used_twice() -> None:
    ids = [row["id"] for platform in (*IDS, "generic") for row in rows(platform)]
    assert len(set(ids)) == len(ids)
