"""A decision has one truth: score, plan, report, history and JSON agree, and done is open when seen again."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.assessment.marks import standing
from privacy_check.cli import main
from privacy_check.model import Assessment, Finding, Mark
from privacy_check.vault import Vault, records
from tests.conftest import NOON, FrozenClock
from tests.unit.findings import INSTAGRAM, finding, view

PASSPHRASE = "three random words"
PHONE = finding("PI-03", value="07700 900123")
HOME = finding("LOC-01", value="Marsden")
DAY = timedelta(days=1)


def looked(days: int, vault: Vault, *found: Finding) -> Assessment:
    """A check on that day, compared with what the vault holds."""
    at = NOON + days * DAY
    seen = replace(view(INSTAGRAM), seen_at=at)
    return assess(
        (seen,),
        findings=found or (PHONE, HOME),
        requests=(),
        started_at=at,
        finished_at=at + timedelta(minutes=5),
        previous=vault.last(),
        marks=vault.marks(),
    )


@pytest.fixture
def vault() -> Vault:
    made = Vault(clock=FrozenClock())
    made.create(PASSPHRASE)
    made.finish(looked(0, made))
    return made


def told(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    assert main(words) == 0
    return capsys.readouterr().out


def reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[dict[str, Any], dict[str, Any], str]:
    """The last check as JSON, its row in the history, and its report in words."""
    monkeypatch.chdir(folder)
    files = told(["report", "--format", "json,txt", "--output", "out"], monkeypatch, capsys).split()
    written = {Path(name).suffix: Path(name).read_text("utf-8") for name in files}
    rows = json.loads(told(["history", "--json"], monkeypatch, capsys))["checks"]
    return json.loads(written[".json"]), rows[-1], written[".txt"]


def test_done_counts_everywhere_until_it_is_seen_again(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_before = vault.last()
    assert open_before is not None
    vault.mark(PHONE.fingerprint, Mark.FIXED, NOON + DAY)
    document, row, words = reported(tmp_path, monkeypatch, capsys)
    item = next(one for one in document["findings"] if one["rule_id"] == "PI-03")
    assert (item["mark"], item["marked_on"], item["done_before"]) == ("FIXED", "2026-11-25", None)
    assert open_before.score is not None
    assert document["score"]["high"] < open_before.score.high
    assert row["high"] in (None, round(document["score"]["high"]))
    assert all("PI-03" not in step["rules"] for step in document["plan"])
    assert "You said: done (25 November 2026)." in words

    vault.clock = FrozenClock(NOON + 3 * DAY)
    vault.finish(looked(2, vault))
    document, row, words = reported(tmp_path, monkeypatch, capsys)
    item = next(one for one in document["findings"] if one["rule_id"] == "PI-03")
    assert (item["mark"], item["marked_on"], item["done_before"]) == ("OPEN", None, "2026-11-25")
    assert document["score"]["high"] == round(open_before.score.high, 1)
    assert any("PI-03" in step["rules"] for step in document["plan"])
    assert "You marked this as done on 25 November 2026. It is there again" in " ".join(words.split())
    kinds = json.loads(told(["changes", "--json"], monkeypatch, capsys))["changes"]
    assert {one["rule_id"]: one["kind"] for one in kinds} == {"PI-03": "came_back", "LOC-01": "still"}
    # In the first check it had been done by the time the second one began.
    first, second = vault.history()
    assert [one.findings[0].mark for one in (first, second)].count(Mark.FIXED) <= 1
    assert first.score != second.score


def test_the_decision_stands_in_the_vault_once(vault: Vault) -> None:
    vault.mark(PHONE.fingerprint, Mark.NOT_ME, NOON + DAY)
    vault.clock = FrozenClock(NOON + 3 * DAY)
    vault.finish(looked(2, vault))
    last = vault.last()
    assert last is not None
    assert {item.rule_id: item.mark for item in last.findings} == {"PI-03": Mark.NOT_ME, "LOC-01": Mark.OPEN}
    low = last.score
    for path in (*vault.folder.glob("summary-*"), *vault.folder.glob("snippets-*")):
        kept = records.unsealed(path, Assessment, vault._identity)
        assert all(item.mark is Mark.OPEN for item in kept.findings)
    vault.mark(PHONE.fingerprint, Mark.OPEN, NOON + 4 * DAY)
    undone = vault.last()
    assert undone is not None
    assert undone.score is not None
    assert low is not None
    assert undone.score.high > low.high


def test_records_of_an_earlier_version_lose_nothing(vault: Vault) -> None:
    """Their decisions had no time of their own, and stood on the findings of each check as well."""
    for path in vault.folder.glob("s*.age"):
        path.unlink()
    old = looked(2, vault)
    both = tuple(replace(item, mark=Mark.FIXED if item.rule_id == "PI-03" else Mark.KEEP) for item in old.findings)
    recipient = vault._keys.recipient()
    name = "20261126T120000000000-abcdef.age"
    (vault.folder / f"summary-{name}").write_bytes(records.sealed(replace(old, findings=both), recipient))
    record = records.Decided(PHONE.fingerprint, Mark.FIXED)
    (vault.folder / "mark-20261125T120000000000-abcdef.age").write_bytes(records.sealed(record, recipient))
    last = vault.last()
    assert last is not None
    found = {item.rule_id: item for item in last.findings}
    assert found["LOC-01"].mark is Mark.KEEP
    assert found["PI-03"].mark is Mark.OPEN
    assert found["PI-03"].done_before == NOON + DAY
    assert "done on 25 November 2026" in standing(found["PI-03"])
    assert last.score is not None
    assert last.score.high == old.score.high if old.score else False
