"""The published accuracy is the accuracy of this code, and the texts it is measured on are sound."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests import accuracy, accuracy_facts
from tests.benchmarks import peers

ROWS = {half: accuracy.load(half) for half in ("tuning", "reporting", "unseen")}


@cache
def scored(half: str) -> accuracy.Result:
    """How this code does on one half; read once, and only where these tests run."""
    return accuracy.score(ROWS[half], accuracy.ours)


def test_the_page_shows_what_this_code_does() -> None:
    written = accuracy.written_table(accuracy.DOCUMENT.read_text(encoding="utf-8"))
    assert written == accuracy.table(scored("reporting")), "run: python -m tests.accuracy --write docs/accuracy.md"


def test_the_page_shows_how_it_does_on_texts_of_other_authors() -> None:
    page = accuracy.DOCUMENT.read_text(encoding="utf-8")
    written = accuracy.written_table(page, accuracy.BEGIN_UNSEEN, accuracy.END_UNSEEN)
    assert written == accuracy.table(scored("unseen")), "run: python -m tests.accuracy --write docs/accuracy.md"


def test_the_page_shows_how_told_facts_are_found() -> None:
    page = accuracy.DOCUMENT.read_text(encoding="utf-8")
    written = accuracy.written_table(page, accuracy.BEGIN_FACTS, accuracy.END_FACTS)
    own, others = (accuracy_facts.score(accuracy_facts.load(half)) for half in ("reporting", "unseen"))
    assert written == accuracy_facts.table(own, others), "run: python -m tests.accuracy --write docs/accuracy.md"


def test_the_page_keeps_what_was_measured_of_other_tools() -> None:
    page = accuracy.DOCUMENT.read_text(encoding="utf-8")
    for half, kept in json.loads(peers.KEPT.read_text(encoding="utf-8")).items():
        assert half in peers.HALVES
        assert len(kept["tools"]) >= 3
        for row in peers.measured_rows(kept["tools"]):
            name, _, numbers = row.strip("|").partition("|")
            assert any(
                line.startswith(f"|{name.rstrip()}") and line.endswith(f"{numbers}|") for line in page.splitlines()
            )


def test_there_are_enough_texts_traps_and_clean_texts() -> None:
    rows = [*ROWS["tuning"], *ROWS["reporting"]]
    assert len(rows) >= 600
    assert sum(len(row["traps"]) for row in rows) >= 150
    assert sum(not row["spans"] for row in rows) >= 150


def test_the_two_halves_never_meet() -> None:
    tuning = {" ".join(row["text"].casefold().split()) for row in ROWS["tuning"]}
    reporting = {" ".join(row["text"].casefold().split()) for row in ROWS["reporting"]}
    unseen = {" ".join(row["text"].casefold().split()) for row in ROWS["unseen"]}
    assert not tuning & reporting
    assert not unseen & (tuning | reporting)


@pytest.mark.parametrize("half", ["tuning", "reporting", "unseen"])
def test_labels_point_at_what_they_say(half: str) -> None:
    for row in ROWS[half]:
        for label in (*row["spans"], *row["traps"]):
            assert row["text"][label["start"] : label["end"]] == label["value"], row["id"]
        assert {span["type"] for span in row["spans"]} <= accuracy.COUNTED


def test_what_is_asked_of_the_detectors_is_met() -> None:
    result = scored("reporting")
    structured = result.together(accuracy.STRUCTURED)
    contextual = result.together(accuracy.CONTEXTUAL)
    assert structured.f1 >= 0.93
    assert contextual.f1 >= 0.75
    assert result.traps_hit <= 0.03 * result.traps
    assert result.clean_flagged <= 0.04 * result.clean


def _row(
    text: str, spans: list[tuple[int, int, str]], traps: list[tuple[int, int]] | None = None
) -> dict[str, Any]:
    return {
        "text": text,
        "spans": [{"start": s, "end": e, "type": kind} for s, e, kind in spans],
        "traps": [{"start": s, "end": e} for s, e in traps or []],
        "ignore": [],
    }


def test_half_of_a_span_is_enough_and_less_is_not() -> None:
    rows = [_row("0123456789", [(0, 10, "phone")])]
    assert accuracy.score(rows, lambda text: [(0, 5, "phone")]).kinds["phone"].recall == 1
    assert accuracy.score(rows, lambda text: [(0, 4, "phone")]).kinds["phone"].recall == 0


def test_a_sensible_other_reading_counts_neither_way() -> None:
    result = accuracy.score([_row("12 Elm Road", [(0, 11, "address")])], lambda text: [(3, 11, "location")])
    assert result.kinds["address"].recall == 0
    assert result.kinds["location"].findings == 0


def test_traps_and_clean_texts_are_counted() -> None:
    rows = [_row("order 123", [], [(6, 9)]), _row("nothing", [])]
    result = accuracy.score(rows, lambda text: [(6, 9, "phone")] if "order" in text else [])
    assert (result.traps_hit, result.traps, result.clean_flagged, result.clean) == (1, 1, 1, 2)
    assert result.kinds["phone"].precision == 0


def test_a_tool_that_is_not_installed_is_named_as_such() -> None:
    assert accuracy.importable("no_such_tool_at_all") is None
