"""The freshness table, and the polite look that refreshes it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser
from privacy_check.model import Account, Capture, Lens, Outcome
from scanners.platforms.registry import HERE, load_platforms, read_platform
from scanners.verify import Example, confirmed, dated, overview, patch, table, verify

REGISTRY = load_platforms()


def seen(account: Account, outcome: Outcome) -> Capture:
    return Capture(account, Lens.PUBLIC, outcome, account.url, 200, "", datetime(2026, 11, 1, tzinfo=UTC))


def test_overview_has_a_row_per_platform_and_is_json() -> None:
    rows = overview(REGISTRY, date(2026, 11, 24))
    assert [row["id"] for row in rows] == [platform.id for platform in REGISTRY.platforms]
    assert json.loads(json.dumps(rows)) == rows
    by_id = {row["id"]: row for row in rows}
    assert by_id["instagram"]["outcomes"] == ["visible", "private", "not_found"]
    assert by_id["facebook"]["outcomes"] == ["visible"]
    assert by_id["whatsapp"]["mode"] == "ask"
    assert "bio" in by_id["instagram"]["fields"]
    assert by_id["instagram"]["verified_on"] is None


def test_facts_grow_old_after_half_a_year() -> None:
    stale = {row["id"] for row in overview(REGISTRY, date(2026, 11, 24)) if row["stale"]}
    assert {"strava", "nextdoor"} <= stale
    assert not {"instagram", "github", "facebook"} & stale
    assert all(row["stale"] for row in overview(REGISTRY, date(2027, 9, 1)))


def test_table_says_what_is_old_and_what_was_never_seen_live() -> None:
    lines = table(overview(REGISTRY, date(2026, 11, 24)))
    assert len(lines) == len(REGISTRY) + 1
    assert "not yet" in next(line for line in lines if line.startswith("instagram"))
    assert "(old)" in next(line for line in lines if line.startswith("strava"))


async def test_looks_one_at_a_time_with_a_pause_and_never_at_asked_platforms() -> None:
    looked: list[str] = []
    pauses: list[float] = []
    running = 0

    async def look(account: Account) -> Capture:
        nonlocal running
        running += 1
        assert running == 1
        looked.append(account.platform)
        running -= 1
        absent = account.handle in (REGISTRY.by_id(account.platform) or REGISTRY.platforms[0]).examples.absent
        return seen(account, Outcome.NOT_FOUND if absent else Outcome.VISIBLE)

    async def rest(seconds: float) -> None:
        pauses.append(seconds)

    examples = await verify(REGISTRY, look, rest=rest, say=lambda line: None)
    assert len(pauses) == len(examples) - 1
    assert min(pauses) >= 5
    assert not {"discord", "whatsapp", "xbox", "playstation", "nextdoor"} & set(looked)
    assert {"github", "instagram", "linkedin"} <= set(looked)
    # No example of an organisation, no confirmation: LinkedIn's absent name alone proves little.
    assert "github" in confirmed(examples)
    assert "linkedin" not in confirmed(examples)


@pytest.mark.parametrize(
    ("wanted", "outcome", "platform", "as_expected"),
    [
        ("public", Outcome.VISIBLE, "github", True),
        ("public", Outcome.NOT_FOUND, "github", False),
        ("public", Outcome.LOGIN_WALL, "github", None),
        ("absent", Outcome.NOT_FOUND, "github", True),
        ("absent", Outcome.VISIBLE, "github", False),
        ("absent", Outcome.BLOCKED, "github", None),
        ("absent", Outcome.BLOCKED, "facebook", True),
    ],
)
async def test_what_counts_as_drift(
    wanted: str, outcome: Outcome, platform: str, as_expected: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    async def look(account: Account) -> Capture:
        return seen(account, outcome)

    async def rest(seconds: float) -> None:
        return None

    monkeypatch.setattr(REGISTRY, "platforms", (REGISTRY.by_id(platform),))
    examples = await verify(REGISTRY, look, rest=rest, say=said.append)
    assert {e.as_expected for e in examples if e.wanted == wanted} == {as_expected}
    assert any("DRIFTED" in line for line in said) is any(e.as_expected is False for e in examples)


async def test_a_look_that_breaks_counts_as_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(account: Account) -> Capture:
        raise NoBrowser("There is no browser.")

    async def rest(seconds: float) -> None:
        return None

    monkeypatch.setattr(REGISTRY, "platforms", (REGISTRY.by_id("github"),))
    examples = await verify(REGISTRY, look, rest=rest, say=lambda line: None)
    assert {example.as_expected for example in examples} == {None}


def test_patch_dates_confirmed_files_only_and_still_loads(tmp_path: Path) -> None:
    good = [Example("github", "github", "public", Outcome.VISIBLE, True)]
    bad = [Example("gitlab", "gitlab-bot", "public", Outcome.NOT_FOUND, False)]
    text = patch(good + bad, date(2026, 12, 1))
    assert "+verified_on = 2026-12-01" in text
    assert "b/scanners/platforms/github.toml" in text
    assert "gitlab" not in text
    file = tmp_path / "github.toml"
    once = dated((HERE / "github.toml").read_text("utf-8"), date(2026, 12, 1))
    file.write_text(dated(once, date(2026, 12, 24)), "utf-8")
    assert read_platform(file).verified_on == date(2026, 12, 24)
    assert file.read_text("utf-8").count("verified_on") == 1
