"""Prints what docs/lookalikes.md says: `python -m tests.lookalikes [victims] [pictures]`."""

from __future__ import annotations

import sys
from collections import Counter

from privacy_check.model import Verdict
from tests.lookalikes import measure
from tests.lookalikes.people import STRATEGIES, WORLDS


def main(victims: int = 300, pictures: int = 20) -> None:
    """Measures on the held-out half, with the tuning half beside it."""
    for name, seed, held_out in (("tuning", measure.TUNING, False), ("held out", measure.HELD_OUT, True)):
        rows = measure.verdict_rows(victims, seed, held_out=held_out)
        without_own = [row for row in rows if row[1].kind != "own"]
        print(f"\n{name}: {victims} people, {len(rows)} pages")
        print(f"average precision {measure.average_precision(rows):.3f}")
        print(f"average precision, own accounts known {measure.average_precision(without_own):.3f}")
        print(f"copies among the first five {measure.recall_in_first(rows):.3f}")
        print(f"calibration error {measure.calibration_error(rows):.3f}")
        for kind in ("own", "namesake", "fan", "near", "copy"):
            said = Counter(row[2].verdict for row in rows if row[1].kind == kind)
            shares = ", ".join(f"{word} {measure.called(rows, kind, word):.3f}" for word in Verdict if said[word])
            print(f"{kind}: {shares}")
        for strategy, words in STRATEGIES.items():
            copies = [row for row in rows if row[1].strategy == strategy]
            if copies:
                worried = sum(row[2].verdict in (Verdict.LIKELY_COPY, Verdict.POSSIBLE_COPY) for row in copies)
                print(f"  {words}: {worried}/{len(copies)} called a likely or possible copy")
    for number, world in enumerate(WORLDS):
        rows = measure.verdict_rows(victims, measure.HELD_OUT + 1 + number, held_out=True, world=world)
        known = [row for row in rows if row[1].kind != "own"]
        print(
            f"\n{world}: average precision {measure.average_precision(rows):.3f},"
            f" own accounts known {measure.average_precision(known):.3f},"
            f" among the first five {measure.recall_in_first(rows):.3f},"
            f" own called likely {measure.called(rows, 'own', Verdict.LIKELY_COPY):.3f},"
            f" namesakes {measure.called(rows, 'namesake', Verdict.LIKELY_COPY):.4f}"
        )
    for title, found in (
        ("handles, second generator", measure.handles_second_hand(victims, measure.HELD_OUT)),
        ("handles", measure.handles(victims, measure.HELD_OUT)),
        ("photographs", measure.pictures(pictures, measure.HELD_OUT, flat=False)),
        ("drawn avatars", measure.pictures(pictures, measure.HELD_OUT, flat=True)),
    ):
        print(f"\n{title}: " + ", ".join(f"{name} {value:.4g}" for name, value in found.items()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
