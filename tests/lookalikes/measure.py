"""What the look-alike parts reach: handles, pictures, and verdicts end to end."""

from __future__ import annotations

import bisect
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from unittest import mock

from PIL import Image

from privacy_check.lookalikes.handles import similarity, variants
from privacy_check.lookalikes.pictures import same_picture
from privacy_check.lookalikes.verdict import compare, order_of_worry
from privacy_check.model import Candidate, Verdict
from tests.lookalikes import people, second_hand
from tests.lookalikes.attacks import CLASSES, attack_handle
from tests.lookalikes.pictures import EDITS, UNSEEN_EDITS, as_bytes, drawn, photo

TUNING, HELD_OUT = 11, 4077
Row = tuple[int, people.Case, Candidate]


def verdict_rows(count: int, seed: int, *, held_out: bool, world: str = "usual") -> list[Row]:
    """Every page of every victim with its verdict; pictures are compared by name."""
    rows: list[Row] = []
    with mock.patch("privacy_check.lookalikes.signs.same_picture", people.picture_stub):
        for number, victim in enumerate(
            people.victims(count, seed, held_out=held_out, world=people.WORLDS[world])
        ):
            found = compare(victim.me, [case.profile for case in victim.cases])
            rows += [(number, case, verdict) for case, verdict in zip(victim.cases, found, strict=True)]
    return rows


def average_precision(rows: Sequence[Row]) -> float:
    """Mean precision at every copy, all victims' pages ranked by score."""
    ranked = sorted(rows, key=lambda row: -row[2].score)
    right = [place for place, row in enumerate(ranked, 1) if row[1].kind == "copy"]
    return sum(number / place for number, place in enumerate(right, 1)) / max(len(right), 1)


def recall_in_first(rows: Sequence[Row], first: int = 5) -> float:
    """Share of copies that stand among the first of their victim's list."""
    by_victim: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_victim[row[0]].append(row)
    found = wanted = 0
    for pages in by_victim.values():
        kinds = [row[1].kind for row in sorted(pages, key=lambda row: order_of_worry(row[2]))]
        found += kinds[:first].count("copy")
        wanted += kinds.count("copy")
    return found / max(wanted, 1)


def called(rows: Sequence[Row], kind: str, verdict: Verdict) -> float:
    """Share of pages of a kind that are called so."""
    pages = [row for row in rows if row[1].kind == kind]
    return sum(row[2].verdict is verdict for row in pages) / max(len(pages), 1)


def calibration_error(rows: Sequence[Row]) -> float:
    """Mean distance between the score and how often it is right, over ten steps of the score."""
    steps: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        steps[min(int(row[2].score * 10), 9)].append(row)
    gaps = (abs(sum(row[2].score - (row[1].kind == "copy") for row in group)) for group in steps.values())
    return sum(gaps) / max(len(rows), 1)


def handles(people_count: int, seed: int) -> dict[str, float]:
    """Share of attacks among the first 300 variants, by kind, and the area under the curve."""
    chance = random.Random(seed)
    hits: Counter[str] = Counter()
    attacks, strangers, same_first = [], [], []
    for _ in range(people_count):
        given, family = chance.choice(people.GIVEN), chance.choice(people.FAMILY)
        handle = people.own_handle(given, family, chance)
        first = {variant.handle for variant in variants(handle, 300)}
        for kind in CLASSES:
            attack = attack_handle(handle, chance, kind)
            hits[kind] += attack.casefold() in first
            attacks.append(similarity(handle, attack))
            others = chance.choice(people.GIVEN), chance.choice(people.FAMILY)
            if others[0] != given and others[1] != family:
                strangers.append(similarity(handle, people.own_handle(*others, chance)))
            if others[1] != family:
                same_first.append(similarity(handle, people.own_handle(given, others[1], chance)))
    found = {f"found: {kind}": hits[kind] / people_count for kind in CLASSES}
    whole = sum(hits.values()) / (people_count * len(CLASSES))
    return {
        "found": whole,
        "AUC strangers": _area(attacks, strangers),
        "AUC same first": _area(attacks, same_first),
        **found,
    }


def handles_second_hand(people_count: int, seed: int) -> dict[str, float]:
    """Share of attacks of the second generator among the first 300 variants, whole and by kind."""
    chance = random.Random(seed)
    names = [name.casefold() for name in people.GIVEN if name.isascii()]
    families = [name.casefold() for name in people.FAMILY if name.isalpha()]
    hits: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for _ in range(people_count):
        words, mark = second_hand.handle_of(chance.choice(names), chance.choice(families), chance)
        first = {variant.handle for variant in variants(mark.join(words), 300)}
        for kind in second_hand.CHANGES:
            attack = second_hand.attacked(words, mark, kind, chance)
            if attack is not None:
                tried[kind] += 1
                hits[kind] += attack in first
    by_kind = {f"found: {kind}": hits[kind] / tried[kind] for kind in tried}
    return {"found": hits.total() / tried.total(), **by_kind}


def pictures(count: int, seed: int, *, flat: bool) -> dict[str, float]:
    """Share of edited copies that are known, of strangers taken for one, and milliseconds a pair."""
    chance = random.Random(seed)
    make: Callable[[int], Image.Image] = (lambda number: drawn(number, number % 3)) if flat else photo
    originals = [make(seed + number) for number in range(count)]
    raw = [as_bytes(image) for image in originals]
    known: Counter[str] = Counter()
    wrong = pairs = 0
    began = time.process_time()
    edits = {**EDITS, **UNSEEN_EDITS}
    for name, edit in edits.items():
        for number, image in enumerate(originals):
            copy = as_bytes(edit(image, chance), 80)
            known[name] += same_picture(raw[number], copy).same
            other = (number + chance.randrange(1, count)) % count
            wrong += same_picture(raw[other], copy).same
            pairs += 1
    spent = (time.process_time() - began) / (2 * pairs)
    by_edit = {f"known: {name}": known[name] / count for name in edits}
    return {"known": sum(known.values()) / pairs, "wrong": wrong / pairs, "ms": spent * 1000, **by_edit}


def _area(right: Sequence[float], wrong: Sequence[float]) -> float:
    ordered = sorted(wrong)
    below = (bisect.bisect_left(ordered, value) + bisect.bisect_right(ordered, value) for value in right)
    return sum(below) / 2 / max(len(right) * len(ordered), 1)
