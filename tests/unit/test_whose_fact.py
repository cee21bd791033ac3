"""Places, employers, schools, routines and absences are found where they are the writer's own, and only there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from privacy_check.detectors import engine

_TEXTS = Path(__file__).parents[1] / "fixtures" / "texts" / "whose_fact.txt"
_KINDS = {"absence", "employer", "location", "routine", "school"}
_FACT = re.compile(r"\[\[(.*?)\]\]")


def _lines() -> list[tuple[str, str]]:
    lines = _TEXTS.read_text("utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("|") for line in lines if not line.startswith("#"))]


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    facts = [(m.start() - 4 * n, m.start() - 4 * n + len(m[1])) for n, m in enumerate(_FACT.finditer(text))]
    return _FACT.sub(r"\1", text), facts


@pytest.mark.parametrize(("kind", "marked"), [line for line in _lines() if line[0] != "clean"])
def test_a_fact_of_the_writers_own_is_found(kind: str, marked: str) -> None:
    text, facts = _unmarked(marked)
    found = [f.span for f in engine.find(text) if f.entity_type.value == kind]
    for start, end in facts:
        covered = max((min(s.end, end) - max(s.start, start) for s in found), default=0)
        assert covered * 2 >= end - start, f"{text[start:end]!r} not found in {text!r}"


@pytest.mark.parametrize("text", [text for kind, text in _lines() if kind == "clean"])
def test_what_belongs_to_nobody_here_is_left_alone(text: str) -> None:
    found = [(f.entity_type.value, text[f.span.start : f.span.end]) for f in engine.find(text)]
    assert not [f for f in found if f[0] in _KINDS]
