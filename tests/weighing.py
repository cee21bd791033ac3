"""Finds the weights of a kind of rules anew from labelled texts: `python -m tests.weighing [KIND] [--write]`.

A plain logistic regression with a ridge, without chance: the same texts give the same weights. Each text of
`corpora/<kind>s.txt` counts once, `+` for what is to be found. Ordinary texts by other authors count a little
each; where they are labelled with the kind, the parts that hold a label are to be found, and count once.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from privacy_check.detectors.base import Match
from privacy_check.detectors.filters import reason
from privacy_check.model import EntityType
from privacy_check.text.fold import fold
from privacy_check.text.lexicon import classes
from privacy_check.text.rules import file_of, hits_of
from privacy_check.text.traits import of_a_trait
from privacy_check.text.weighing import Weights, each_captured, groups, parts, signs_of, word_signs

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"
WHOSE_FACT = ROOT / "tests" / "fixtures" / "texts" / "whose_fact.txt"
KIND = "case_slip"
WORDS = "_words"
RIDGE = 0.004  # keeps every weight small; where many texts are labelled it may be weaker
RIDGE_OF_LABELLED = 0.002
RIDGE_OF_WORDS = 0.001
ROUNDS = 120
STEP = 1.0
GOING_ON = 0.9  # of its last step each weight takes again
BASE = ""
LABELLED = 0.5  # what a labelled text without the kind counts
ORDINARY = 0.15  # what an ordinary text counts, of which there are many
FOLDS = 5
SEVERAL = 3  # texts in which a word must stand to be a sign of its own
THRESHOLD = 0.5
MARK = re.compile(r"\[\[(\w+):(.*?)\]\]")


@dataclass(frozen=True)
class Labelled:
    """The signs of one text, whether it is to be found, and what it counts."""

    text: str
    signs: frozenset[str]
    wanted: bool
    counts: float = 1.0


def own_texts(model: str = KIND) -> list[Labelled]:
    """The labelled texts of a kind, or, for "<kind>_words", the same with their words as signs."""
    if file_of(model.removesuffix(WORDS)).get("each"):
        return [each for each in each_captured_by(model) if each.counts == 1]
    own = [_labelled(model, text, wanted) for text, wanted in _own_lines(model).items()]
    return own if model == KIND else [*own, *_whose_fact(model)]


def _own_lines(model: str) -> dict[str, bool]:
    kind = model.removesuffix(WORDS)
    named = (f"{kind}s.txt",) if model == kind else (f"{kind}s.txt", f"{kind}s_in_words.txt")
    lines = [line for name in named for line in (CORPORA / name).read_text("utf-8").splitlines()]
    return {line[2:]: line[0] == "+" for line in lines if line[:2] in ("+ ", "- ")}


def kept(model: str) -> dict[str, bool]:
    """Posts of a kind by authors kept apart, and near misses: whether each is to be found; maybe none."""
    file = CORPORA / f"kept_{model.removesuffix(WORDS)}s.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {line[2:]: line[0] == "+" for line in lines if line[:2] in ("+ ", "- ")}


def _whose_fact(model: str) -> list[Labelled]:
    """The lines on which `test_whose_fact` stands: those of the kind, and those in which nothing is told."""
    kind = model.removesuffix(WORDS)
    lines = (line.partition("|") for line in WHOSE_FACT.read_text("utf-8").splitlines() if line[:1] != "#")
    plain = ((told, text.replace("[[", "").replace("]]", "")) for told, _, text in lines)
    return [_labelled(model, text, told == kind) for told, text in plain if told in (kind, "clean")]


def prose() -> list[Labelled]:
    """Paragraphs of running prose in which nothing is told of anybody."""
    lines = (CORPORA / "prose.txt").read_text("utf-8").splitlines()
    return [_labelled(KIND, line[2:], False, LABELLED) for line in lines if line[:2] == "- "]


def ordinary_texts(step: int = 3, first: int = 0) -> list[Labelled]:
    """Texts by other authors in which nobody's case is told."""
    return [_labelled(KIND, row["text"], False, ORDINARY) for row in _rows("others_*_tuning")[first::step]]


def labelled_texts(model: str) -> list[Labelled]:
    """The parts of all texts to tune by: those that hold a label of the kind are to be found."""
    found, kind = [], model.removesuffix(WORDS)
    for row in _rows("*_tuning"):
        spans = [(s["start"], s["end"]) for s in row["spans"] if s["type"] == kind]
        for begin, end in parts(row["text"]):
            wanted = any(begin <= start < end for start, _ in spans)
            found.append(_labelled(model, row["text"][begin:end], wanted, 1.0 if wanted else LABELLED))
    return found


def each_captured_by(kind: str) -> list[Labelled]:
    """All that the rules of a kind capture: what is labelled with what the kind finds is to be found."""
    head = file_of(kind)
    names = frozenset().union(*(group.rules for group in groups(kind) if group.name in head["telling"]))
    found = []
    for row in (*marked_texts(head["entity"]), *_rows("*_tuning")):
        wanted = [span["value"].casefold() for span in row["spans"] if span["type"] == head["entity"]]
        folded = fold(row["text"])
        for begin, end in parts(folded.text):
            part = folded.text[begin:end]
            for (first, last), rules in each_captured(hits_of(kind, part), names).items():
                match = Match(EntityType(head["entity"]), begin + first, begin + last, 0.6, "", "")
                if rules.isdisjoint(head["needs"]) or reason(match, folded):
                    continue
                said = part[first:last].casefold()
                right = any(said in value or value in said for value in wanted)
                found.append(
                    Labelled(f"<{said}> {part}", signs_of(kind, rules), right, row.get("counts", LABELLED))
                )
    return found


def marked_texts(entity: str) -> Iterator[dict[str, Any]]:
    """The texts of `by_the_way.txt`, and those of `test_whose_fact` that know the kind."""
    for line in (CORPORA / "by_the_way.txt").read_text("utf-8").splitlines():
        spans = [{"type": mark[1], "value": mark[2]} for mark in MARK.finditer(line)]
        yield {"text": MARK.sub(r"\2", line), "spans": spans, "counts": 1.0}
    for told, _, text in (line.partition("|") for line in WHOSE_FACT.read_text("utf-8").splitlines()):
        spans = [{"type": told, "value": text[text.find("[[") + 2 : text.find("]]")]}]
        if told in (entity, "clean"):
            yield {"text": text.replace("[[", "").replace("]]", ""), "spans": spans}


def ridge_of(model: str) -> float:
    """How strongly the weights of a kind are kept small."""
    if model == KIND:
        return RIDGE
    return RIDGE_OF_WORDS if model.endswith(WORDS) else RIDGE_OF_LABELLED


def texts_of(model: str) -> list[Labelled]:
    """Everything that the weights of a kind are found from."""
    if file_of(model.removesuffix(WORDS)).get("each"):
        return each_captured_by(model)
    if model == KIND:
        return [*own_texts(), *ordinary_texts(), *prose()]
    return [*own_texts(model), *labelled_texts(model)]


def _rows(names: str) -> list[dict[str, Any]]:
    paths = sorted(CORPORA.glob(f"{names}.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def _labelled(model: str, text: str, wanted: bool, counts: float = 1.0) -> Labelled:
    folded = fold(text)
    kind = model.removesuffix(WORDS)
    found = signs_of(kind, _fired(kind, folded.text))
    if model == KIND or model != kind:
        found |= {sign for sign in word_signs(folded.lower) if not _private(sign[1:-1])}
    return Labelled(text, found, wanted, counts)


@cache
def _fired(kind: str, said: str) -> frozenset[str]:
    return frozenset(hit.rule for hit in hits_of(kind, said))


@cache
def _private(word: str) -> bool:
    if of_a_trait(word) or word in file_of(KIND)["never"].split():
        return True
    listed = (*classes()["TROUBLE"], *classes()["ILLNESS"])
    return any(word == each or (each.endswith("*") and word.startswith(each[:-1])) for each in listed)


def fitted(texts: Sequence[Labelled], ridge: float = RIDGE) -> Weights:
    """The weights that fit the texts best, none larger than the ridge lets them be."""
    # Many texts have the same signs, so each sort of text is looked at once a round.
    sorts: Counter[tuple[frozenset[str], bool]] = Counter()
    for text in texts:
        sorts[text.signs, text.wanted] += text.counts  # type: ignore[assignment]
    everything = sum(sorts.values())
    weights = dict.fromkeys(sorted({BASE}.union(*(text.signs for text in texts))), 0.0)
    speed = dict.fromkeys(weights, 0.0)
    for _ in range(ROUNDS):
        # Each round looks ahead to where the last one was going: a third of the rounds do.
        ahead = {name: weight + GOING_ON * speed[name] for name, weight in weights.items()}
        slope = {name: ridge * weight for name, weight in ahead.items()}
        slope[BASE] = 0.0
        for (there, wanted), counts in sorts.items():
            sure = 1 / (1 + math.exp(-ahead[BASE] - sum([ahead[name] for name in there])))
            off = (sure - wanted) * counts / everything
            slope[BASE] += off
            for name in there:
                slope[name] += off
        for name in weights:
            speed[name] = GOING_ON * speed[name] - STEP * slope[name]
            weights[name] += speed[name]
    base = weights.pop(BASE)
    # Words of single texts take on themselves what is said only there; of others they would tell nothing.
    seen = Counter(name for text in texts for name in text.signs)
    kept = {name: round(weight, 2) for name, weight in weights.items() if name[0] != "'" or seen[name] >= SEVERAL}
    return Weights(round(base, 2), {name: weight for name, weight in kept.items() if weight})


def held_out(texts: Sequence[Labelled], others: Sequence[Labelled], ridge: float = RIDGE) -> tuple[int, int]:
    """How many of those to be found, and of the others, are called so by weights that never saw them."""
    right = wrong = 0
    for fold_ in range(FOLDS):
        weights = fitted([*(t for at, t in enumerate(texts) if at % FOLDS != fold_), *others], ridge)
        for text in texts[fold_::FOLDS]:
            called = weights.sum(text.signs) > THRESHOLD
            right += called and text.wanted
            wrong += called and not text.wanted
    return right, wrong


def main() -> None:
    """Prints how the weights do on texts they never saw; `--write` keeps them."""
    named = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    kind = named[0] if named else KIND
    own, every = own_texts(kind), texts_of(kind)
    others = every[len(own) :]
    right, wrong = held_out(own, others, ridge_of(kind))
    wanted = sum(text.wanted for text in own)
    print(f"left out in turn: {right}/{wanted} found, {wrong}/{len(own) - wanted} false")
    weights = fitted(every, ridge_of(kind))
    unseen = [*ordinary_texts(first=1), *ordinary_texts(first=2)] if kind == KIND else others
    called = [text for text in unseen if weights.sum(text.signs) > THRESHOLD]
    right = sum(text.wanted for text in called)
    print(f"texts by others: {right}/{sum(t.wanted for t in unseen)} found, {len(called) - right} false")
    apart = kept(kind)
    sure = [
        wanted for text, wanted in apart.items() if weights.sum(_labelled(kind, text, wanted).signs) > THRESHOLD
    ]
    if apart:
        print(f"kept apart: {sum(sure)}/{sum(apart.values())} found, {sure.count(False)} false")
    if "--errors" in sys.argv:
        for text in own:
            if (weights.sum(text.signs) > THRESHOLD) != text.wanted:
                print("+-"[not text.wanted], round(weights.sum(text.signs), 1), text.text, sorted(text.signs))
    if "--write" in sys.argv:
        path = ROOT / "privacy_check" / "rules" / "weights" / f"{kind}.json"
        path.parent.mkdir(exist_ok=True)
        signs_ = dict(sorted(weights.of.items(), key=lambda item: -item[1]))
        path.write_text(json.dumps({"base": weights.base, "signs": signs_}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
