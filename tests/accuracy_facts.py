"""How well facts that a person told are found again in labelled texts; part of `python -m tests.accuracy`.

A labelled fact counts as found when a finding of a fitting kind covers at least half of it. A finding is right
when it overlaps a labelled fact; one that is there without About me too is never held against the facts. Texts are
in `tests/corpora/*_facts.jsonl`, the people who told the facts in `tests/corpora/personas/`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from privacy_check.detectors import engine
from privacy_check.detectors.known import Facts
from privacy_check.subject import AboutMe
from privacy_check.text.fold import fold
from tests.accuracy import CORPORA, COUNTED, Place, merged, overlap

# Ages are told by this day, so that the table is the same on every day.
TODAY = date(2026, 11, 24)
WAYS = ("exact", "reformat", "partial", "obfuscated", "derived")
KINDS = {
    "phone": {"phone"},
    "email": {"email", "handle"},
    "address": {"address", "location", "postcode"},
    "postcode": {"postcode", "address", "location"},
    "dob": {"birth_date", "birth_year", "age"},
    "employer": {"employer", "email"},
    "child": {"family_name", "birth_date", "birth_year", "age"},
    "partner": {"family_name", "handle"},
    "school": {"school"},
    "vrm": {"vehicle_registration"},
    "pet": {"security_answer", "family_name"},
    "maiden": {"security_answer", "family_name"},
    "handle": {"handle"},
    "nino": {"nino"},
    "nhs": {"nhs_number"},
    "iban": {"iban"},
}


@dataclass
class FactResult:
    """Facts found and labelled per way of writing; findings right and wrong; near misses hit, out of how many."""

    found: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    right: int = 0
    wrong: int = 0
    near_hit: int = 0
    near: int = 0
    errors: list[str] = field(default_factory=list)

    def recall(self, way: str) -> float:
        """Share of the facts written in this way that were found; 1 when there were none."""
        return self.found[way] / self.labelled[way] if self.labelled[way] else 1.0

    @property
    def precision(self) -> float:
        """Share of findings that were right; 1 when there were none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def load(half: str) -> list[dict[str, Any]]:
    """The labelled texts of `half`: tuning, reporting, or unseen (by other authors); none where no file is."""
    rows: list[dict[str, Any]] = []
    for path in sorted(CORPORA.glob(f"*_{half}_facts.jsonl")):
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows


@cache
def facts(persona: str) -> Facts:
    """What a person of `tests/corpora/personas/` told."""
    return Facts(AboutMe.load(CORPORA / "personas" / f"{persona}.toml"), TODAY)


def told(persona: str, text: str) -> list[Place]:
    """What the facts alone find."""
    folded = fold(text)
    spans = ((folded.span(m.start, m.end), str(m.entity_type)) for m in facts(persona).matches(folded))
    return [(span.start, span.end, kind) for span, kind in spans]


def score(rows: Sequence[dict[str, Any]]) -> FactResult:
    """Counts over labelled texts."""
    result = FactResult()
    for row in rows:
        general = [(f.span.start, f.span.end, str(f.entity_type)) for f in engine.find(row["text"]) if f.span]
        found = merged([*general, *told(row["persona"], row["text"])])
        _score_one(row, found, set(merged(general)), result)
    return result


def _score_one(row: dict[str, Any], found: list[Place], general: set[Place], result: FactResult) -> None:
    text, labels = row["text"], row["spans"]
    spans = [(label["start"], label["end"]) for label in labels]
    for label, span in zip(labels, spans, strict=True):
        if label["fact"] == "name":
            continue  # the person's own name has no kind of its own
        kinds = KINDS[label["fact"]] & COUNTED
        hit = any(f[2] in kinds and 2 * overlap(f, span) >= span[1] - span[0] for f in found)
        result.labelled[label["match"]] += 1
        result.found[label["match"]] += hit
        if not hit:
            result.errors.append(
                f"missed {label['match']} {label['fact']}: {text[span[0] : span[1]]!r} in {text!r}"
            )
    stray = [f for f in found if not any(overlap(f, span) for span in spans)]
    result.right += len(found) - len(stray)
    stray = [f for f in stray if f not in general]
    result.wrong += len(stray)
    result.errors += [f"false {f[2]}: {text[f[0] : f[1]]!r} in {text!r}" for f in stray]
    for trap in row.get("traps", []):
        result.near += 1
        result.near_hit += any(overlap(f, (trap["start"], trap["end"])) for f in stray)


def table(own: FactResult, others: FactResult) -> str:
    """Both results as Markdown rows, side by side."""
    lines = ["| way of writing | our own texts | share | texts by others | share |", "|---|---:|---:|---:|---:|"]
    for way in WAYS:
        lines.append(_row(way, [(r.found[way], r.labelled[way]) for r in (own, others)]))
    lines.append(_row("**precision**", [(r.right, r.right + r.wrong) for r in (own, others)]))
    lines.append(_row("**near misses hit**", [(r.near_hit, r.near) for r in (own, others)]))
    return "\n".join(lines)


def _row(name: str, counts: Sequence[tuple[int, int]]) -> str:
    cells = (f"{some} of {of} | {some / of:.3f}" if of else "none yet | " for some, of in counts)
    return f"| {name} | {' | '.join(cells)} |"
