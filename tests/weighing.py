"""Finds the weights of a kind of rules anew from labelled texts: `python -m tests.weighing [--write]`.

A plain logistic regression with a ridge, without chance: the same texts give the same weights. Each text of
`corpora/<kind>.txt` counts once, `+` for what is to be found; ordinary texts by other authors count a little each.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from privacy_check.text.fold import fold
from privacy_check.text.rules import matcher, words_of
from privacy_check.text.weighing import Weights, signs

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"
KIND = "case_slip"
RIDGE = 0.008
ROUNDS = 500
STEP = 2.5
ORDINARY = 0.15  # what an ordinary text counts, of which there are many
FOLDS = 5
THRESHOLD = 0.2


@dataclass(frozen=True)
class Labelled:
    """The signs of one text, whether it is to be found, and what it counts."""

    text: str
    signs: frozenset[str]
    wanted: bool
    counts: float = 1.0


def own_texts(kind: str = KIND) -> list[Labelled]:
    """The labelled texts of a kind."""
    lines = (CORPORA / f"{kind}s.txt").read_text("utf-8").splitlines()
    return [_labelled(line[2:], line[0] == "+") for line in lines if line[:2] in ("+ ", "- ")]


def ordinary_texts(step: int = 3, first: int = 0) -> list[Labelled]:
    """Texts by other authors in which nobody's case is told."""
    found = []
    for path in sorted(CORPORA.glob("others_*_tuning.jsonl")):
        found += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return [_labelled(text, False, ORDINARY) for text in found[first::step]]


def _labelled(text: str, wanted: bool, counts: float = 1.0) -> Labelled:
    hits = list(matcher(KIND).hits(words_of(fold(text).lower)))
    return Labelled(text, signs(KIND, hits), wanted, counts)


def fitted(texts: Sequence[Labelled]) -> Weights:
    """The weights that fit the texts best, none larger than the ridge lets them be."""
    names = sorted(set().union(*(text.signs for text in texts)))
    of, base = dict.fromkeys(names, 0.0), -1.0
    everything = sum(text.counts for text in texts)
    for _ in range(ROUNDS):
        slope, tilt = {name: RIDGE * of[name] for name in names}, 0.0
        for text in texts:
            sure = 1 / (1 + math.exp(-Weights(base, of).sum(text.signs)))
            off = (sure - text.wanted) * text.counts / everything
            tilt += off
            for name in text.signs:
                slope[name] += off
        base -= STEP * tilt
        for name in names:
            of[name] -= STEP * slope[name]
    return Weights(round(base, 2), {name: round(weight, 2) for name, weight in of.items() if round(weight, 2)})


def held_out(texts: Sequence[Labelled], others: Sequence[Labelled]) -> tuple[int, int]:
    """How many of those to be found, and of the others, are called so by weights that never saw them."""
    right = wrong = 0
    for fold_ in range(FOLDS):
        weights = fitted([*(t for at, t in enumerate(texts) if at % FOLDS != fold_), *others])
        for text in texts[fold_::FOLDS]:
            called = weights.sum(text.signs) > THRESHOLD
            right += called and text.wanted
            wrong += called and not text.wanted
    return right, wrong


def main() -> None:
    """Prints how the weights do on texts they never saw; `--write` keeps them."""
    own, others = own_texts(), ordinary_texts()
    right, wrong = held_out(own, others)
    wanted = sum(text.wanted for text in own)
    print(f"left out in turn: {right}/{wanted} found, {wrong}/{len(own) - wanted} false")
    weights = fitted([*own, *others])
    unseen = [*ordinary_texts(first=1), *ordinary_texts(first=2)]
    print(f"ordinary texts never seen: {sum(weights.sum(t.signs) > THRESHOLD for t in unseen)}/{len(unseen)}")
    if "--write" in sys.argv:
        path = ROOT / "privacy_check" / "rules" / "weights" / f"{KIND}.json"
        path.parent.mkdir(exist_ok=True)
        signs_ = dict(sorted(weights.of.items(), key=lambda item: -item[1]))
        path.write_text(json.dumps({"base": weights.base, "signs": signs_}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
