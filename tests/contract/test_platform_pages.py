"""Every platform's sample pages: what a look comes to, and what is read off the page."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from privacy_check.model import Capture, Lens, Outcome, ProfileView, Whose
from scanners.extract import extract
from scanners.outcome import classify
from scanners.platforms.registry import load_platforms

FOLDER = Path(__file__).parents[1] / "fixtures/platforms"
REGISTRY = load_platforms()
CASES = sorted(path.parent for path in FOLDER.glob("*/*/page.html"))
ASKED = {platform.id for platform in REGISTRY.platforms if platform.self_check_mode == "ask"}
# These show the same page for missing, hidden and refused, so they can never say NOT_FOUND.
NEVER_MISSING = {"facebook", "threads"}


def name(case: Path) -> str:
    return f"{case.parent.name}-{case.name}"


def capture_of(case: Path, meta: dict[str, Any], outcome: Outcome = Outcome.ERROR) -> Capture:
    account = REGISTRY.recognise(meta["url"]).account
    assert account is not None
    assert account.platform == case.parent.name
    return Capture(
        account=account,
        lens=Lens.PUBLIC,
        outcome=outcome,
        final_url=meta["final_url"],
        status=meta["status"],
        html=(case / "page.html").read_text("utf-8"),
        captured_at=datetime(2026, 11, 1, tzinfo=UTC),
        headers=meta.get("headers", {}),
        media_type=meta.get("media_type", "text/html"),
    )


def read(case: Path) -> tuple[dict[str, Any], Outcome, ProfileView]:
    meta = tomllib.loads((case / "meta.toml").read_text("utf-8"))
    capture = capture_of(case, meta)
    platform = REGISTRY.by_id(case.parent.name)
    outcome = classify(capture, platform).outcome
    return meta, outcome, extract(capture_of(case, meta, outcome), platform)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_page(case: Path) -> None:
    meta, outcome, view = read(case)
    if meta["outcome"] == "inconclusive":
        assert not outcome.conclusive
    elif meta["outcome"] == "inconclusive_or_private":
        assert not outcome.conclusive or outcome is Outcome.PRIVATE
    elif meta["outcome"] == "inconclusive_or_seen":
        assert not outcome.conclusive or outcome.seen
    else:
        assert outcome is Outcome(meta["outcome"])
    expected = json.loads((case / "expected.json").read_text("utf-8")).get("fields", {})
    for field, wanted in expected.items():
        found = [item.text for item in view.all(field)]
        if isinstance(wanted, list):
            assert set(wanted) <= set(found), (field, found)
        else:
            assert found[:1] == [wanted], (field, found)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_neighbours_and_viewers_are_never_taken_for_the_profile(case: Path) -> None:
    view = read(case)[2]
    for field in (field for field in view.fields if field.whose is Whose.OWNER):
        assert "Other Person" not in field.text
        assert "Someone Else" not in field.text
        assert "Another Person" not in field.text


@pytest.mark.parametrize("platform", [p.id for p in REGISTRY.platforms])
def test_every_platform_has_the_pages_that_keep_it_honest(platform: str) -> None:
    outcomes = set()
    for case in CASES:
        if case.parent.name == platform:
            outcomes.add(tomllib.loads((case / "meta.toml").read_text("utf-8"))["outcome"])
    assert outcomes - {"VISIBLE", "PRIVATE", "NOT_FOUND", "SUSPENDED", "inconclusive_or_seen"}, (
        "no inconclusive page"
    )
    if platform not in ASKED:
        assert "VISIBLE" in outcomes
        assert ("NOT_FOUND" in outcomes) is (platform not in NEVER_MISSING)


def rules() -> list[tuple[str, str]]:
    return [(platform.id, field) for platform in REGISTRY.platforms for field in platform.fields]


@pytest.mark.parametrize(("platform", "field"), rules())
def test_every_field_rule_is_exercised(platform: str, field: str) -> None:
    wanted = [
        json.loads((case / "expected.json").read_text("utf-8")).get("fields", {})
        for case in CASES
        if case.parent.name == platform
    ]
    assert any(field in fields for fields in wanted)
