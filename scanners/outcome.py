"""Capture -> Outcome: what a look came to, and the page it read, so that extraction need not read it again."""

from __future__ import annotations

from privacy_check.model import Capture
from scanners.extract.read_page import of_capture
from scanners.extract.signs import Look
from scanners.extract.verdict import OutcomeReading, judge
from scanners.platforms.schema import Platform

__all__ = ["OutcomeReading", "classify"]


def classify(capture: Capture, platform: Platform | None = None) -> OutcomeReading:
    """What a capture shows. Walls, errors and contradictions are inconclusive; a saved page needs no status."""
    return judge(of_capture(capture, platform), Look.of(capture))
