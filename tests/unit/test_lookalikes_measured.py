"""End to end on invented people nothing was tuned on: copies come first, own accounts and namesakes are let be."""

from __future__ import annotations

from privacy_check.model import Verdict
from tests.lookalikes import measure


def test_copies_are_ranked_first_and_nobody_else_is_accused() -> None:
    rows = measure.verdict_rows(60, measure.HELD_OUT, held_out=True)
    assert measure.average_precision(rows) >= 0.8
    assert measure.average_precision([row for row in rows if row[1].kind != "own"]) >= 0.96
    assert measure.recall_in_first(rows) >= 0.95
    assert measure.called(rows, "own", Verdict.LIKELY_COPY) <= 0.02
    assert measure.called(rows, "namesake", Verdict.LIKELY_COPY) <= 0.005
    assert measure.calibration_error(rows) <= 0.03


def test_most_attacked_handles_stand_among_the_first_variants() -> None:
    assert measure.handles_second_hand(25, 5)["found"] >= 0.85
