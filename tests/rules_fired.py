"""What each detector and each rule brings: `python -m tests.rules_fired [--half unseen] [--kind age]`.

For every kind: what its rules find that no code finds, and what its code finds that no rule does, right and wrong,
on the labelled texts of one half; then how often each rule fired. A rule that fires nowhere, or mostly wrongly, is
one to look at first. Wrong is what overlaps no label of its kind and no sensible other reading.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from privacy_check.detectors import engine, filters
from privacy_check.detectors.base import Detector, Match
from privacy_check.text.fold import Folded, fold
from privacy_check.text.rules import hits_of, kinds, rules_of
from tests import accuracy

BY_RULES = "_by_rules"


def found_by(folded: Folded) -> Iterator[tuple[Detector, Match]]:
    """Each detector with each of its matches that no filter drops."""
    for detector in engine.all_detectors():
        if not detector.triggers.pulled(folded):
            continue
        for candidate in detector.match(folded):
            match = detector.validate(candidate, folded)
            if match is not None and not filters.reason(engine.weigh(match, detector, folded.lower), folded):
                yield detector, match


def brought(rows: Sequence[dict[str, Any]]) -> dict[str, Counter[str]]:
    """For each kind, how many places only rules, only code and both found, each right and wrong."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        folded = fold(row["text"])
        by: dict[str, list[Match]] = {"rules": [], "code": []}
        for detector, match in found_by(folded):
            by["rules" if detector.name.endswith(BY_RULES) else "code"].append(match)
        for side, other in (("rules", "code"), ("code", "rules")):
            for match in by[side]:
                alike = any(_meet(match, m) for m in by[other])
                if not (alike and side == "code"):
                    who = "both" if alike else side
                    told[str(match.entity_type)][f"{who} {_verdict(match, folded, row)}"] += 1
    return told


def _meet(one: Match, other: Match) -> bool:
    return one.entity_type is other.entity_type and one.start < other.end and other.start < one.end


def _verdict(match: Match, folded: Folded, row: dict[str, Any]) -> str:
    kind = str(match.entity_type)
    span = folded.span(match.start, match.end)
    touching = {s["type"] for s in row["spans"] if s["start"] < span.end and span.start < s["end"]}
    if kind in touching or any((kind, labelled) in accuracy.COMPATIBLE for labelled in touching):
        return "right"
    return "wrong"


def fired(kind: str, rows: Sequence[dict[str, Any]]) -> Counter[str]:
    """How many texts each rule of a kind fired in; rules that fired nowhere count 0."""
    count = Counter({rule.id: 0 for rule in rules_of(kind)})
    for row in rows:
        count.update({hit.rule for hit in hits_of(kind, fold(row["text"]).text)})
    return count


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("tuning", "reporting", "unseen"), default="tuning")
    parser.add_argument("--kind", choices=kinds())
    chosen = parser.parse_args()
    rows = accuracy.load(chosen.half)
    print("kind: found by rules alone right/wrong, by both, by code alone")
    for kind, count in sorted(brought(rows).items()):
        parts = [f"{who} {count[f'{who} right']}/{count[f'{who} wrong']}" for who in ("rules", "both", "code")]
        print(f"  {kind}: " + ", ".join(parts))
    for kind in (chosen.kind,) if chosen.kind else kinds():
        print(f"{kind}: rules by the texts they fired in")
        for rule, times in fired(kind, rows).most_common():
            print(f"  {times:5} {rule}")


if __name__ == "__main__":
    main()
