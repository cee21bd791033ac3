"""What is read from context, measured on labelled texts: whole sentences, bios, captions and handles."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from privacy_check.detectors import engine

CORPORA = Path(__file__).parents[1] / "corpora"
KINDS = frozenset(
    {
        *("address", "age", "birth_year", "location", "employer", "school", "family_name", "security_answer"),
        *("absence", "routine"),
    }
)
# Readings of one place in a text that are both sensible: neither right nor wrong.
SAME = (
    frozenset(["location", "address", "postcode", "gps"]),
    frozenset(["age", "birth_year", "birth_date"]),
    frozenset(["family_name", "handle", "security_answer"]),
    frozenset(["security_answer", "school", "address", "location"]),
    frozenset(["employer", "school", "location", "routine", "absence"]),
)

Span = tuple[int, int, str]


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (CORPORA / name).read_text("utf-8").splitlines()]


def overlap(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def found_in(text: str) -> list[Span]:
    found = [(f.span.start, f.span.end, f.entity_type.value) for f in engine.find(text) if f.span]
    return [f for f in found if f[2] in KINDS]


def measure(name: str) -> dict[str, float]:
    count: Counter[str] = Counter()
    for row in rows(name):
        marked = [(s["start"], s["end"], s["type"]) for s in row["spans"]]  # type: ignore[attr-defined]
        found = found_in(str(row["text"]))
        for want in (m for m in marked if m[2] in KINDS):
            count["gold"] += 1
            count["hit"] += any(f[2] == want[2] and 2 * overlap(f, want) >= want[1] - want[0] for f in found)
        for f in found:
            touching = [m for m in marked if overlap(f, m) > 0]
            right = any(m[2] == f[2] for m in touching)
            if right or not any({f[2], m[2]} <= same for m in touching for same in SAME):
                count["found"] += 1
                count["right"] += right
        traps = [(t["start"], t["end"], "") for t in row["traps"]]  # type: ignore[attr-defined]
        free = [f for f in found if not any(overlap(f, m) > 0 for m in marked)]
        count["traps"] += len(traps)
        count["caught"] += sum(any(overlap(f, t) > 0 for f in free) for t in traps)
        count["clean"] += not marked
        count["flagged"] += not marked and bool(found)
    precision, recall = count["right"] / count["found"], count["hit"] / count["gold"]
    return {
        "f1": 2 * precision * recall / (precision + recall),
        "precision": precision,
        "recall": recall,
        "traps": count["caught"] / count["traps"],
        "clean": count["flagged"] / count["clean"],
    }


@pytest.mark.parametrize("name", ["contextual_tuning.jsonl", "contextual_reporting.jsonl"])
def test_context_is_read_well_and_ordinary_words_are_left_alone(name: str) -> None:
    result = measure(name)
    assert result["f1"] >= 0.9
    assert result["precision"] >= 0.9
    assert result["traps"] <= 0.04
    assert result["clean"] <= 0.04


def kinds(text: str) -> set[str]:
    return {f"{f.entity_type}:{f.value.reveal()}" for f in engine.find(text)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Maya starts Year 3 at Burley Oaks on Monday", "REL-05"),
        ("so I went to Heckmondwike Grammar", "PI-09"),
        ("my husband Graham has put the shelf up", "REL-01"),
        ("my sister Joanne makes the best trifle", "REL-02"),
        ("proud mum to Isla and Rory", "REL-03"),
        ("cuddles with our dog Bramble", "REL-08"),
        ("née Blenkinsop, don't ask", "CRD-03"),
        ("Elf name: first pet Tigger + street you grew up on Mill Road. I'm Tigger Mill", "CRD-04"),
        ("away till 14th August", "LOC-07"),
        ("yoga every Monday 6.30pm at the village hall", "LOC-08"),
        ("we live at number 42 on Acacia Grove", "PI-06"),
        ("live in Chapel Allerton now", "LOC-01"),
        ("I work for Kier doing highways", "WRK-05"),
        ("turning 40 and not happy", "PI-08"),
        ("Our Wren is 2 today", "REL-04"),
    ],
)
def test_each_piece_falls_under_its_rule(text: str, rule: str) -> None:
    assert rule in {f.rule_id for f in engine.find(text)}


def test_a_year_in_a_handle_is_read_whatever_the_field() -> None:
    assert [f.value.reveal() for f in engine.find("sophie1994", field="handle")] == ["1994"]
    assert engine.find("studio54ldn", field="handle") == []


@pytest.mark.parametrize(
    "text",
    [
        "our Nan is in hospital with her heart again",
        "my cousin has been diagnosed with coeliac disease",
        "lost my dad to cancer in spring",
    ],
)
def test_health_of_relatives_is_never_named(text: str) -> None:
    assert engine.find(text) == []


def test_a_postal_line_is_one_address_up_to_its_postcode() -> None:
    text = "FLAT 12, VICTORIA MILL, LOWER VICKERS STREET, MANCHESTER, M40 7LH"
    assert f"address:{text[:-9]}" in kinds(text)
    assert "postcode:M40 7LH" in kinds(text)


def test_a_long_text_with_nothing_in_it_is_read_in_linear_steps() -> None:
    # One pattern that backtracks would not come back from this.
    for piece in (
        "every ",
        "my our the ",
        "a a a, ",
        "born in ",
        "Aa Bb ",
        "12, 34, ",
        "at at at ",
        "(",
        "the big ",
    ):
        assert isinstance(engine.find(piece * 4000), list)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ('Gran used to say: "I am 82, I live at 9 Quarry Steps and I dance"', False),
        ('A mum in the queue said, "My Oscar turns nine and wants a snake"', False),
        ("I am 82, I live at 9 Quarry Steps and I dance", True),
        ('I said "I live at 9 Quarry Lane" and the driver laughed', True),
    ],
)
def test_what_somebody_else_says_of_themself_is_not_the_writers(text: str, own: bool) -> None:
    assert bool([f for f in engine.find(text) if f.entity_type.value in KINDS]) is own


def test_the_age_of_a_child_is_a_hint_beside_the_name() -> None:
    found = {(f.rule_id, f.value.reveal()) for f in engine.find("Happy 8th birthday to my Jaxon!")}
    assert found == {("REL-03", "Jaxon"), ("REL-04", "8th birthday")}


@pytest.mark.parametrize(
    ("text", "about_a_case"),
    [
        ("Late shift, then A&E with one of our lads after he went missing. Court on Thursday.", True),
        ("one of our lads scored twice, court shoes ruined in the mud", False),
        ("two hours in A&E with our youngest after nursery", False),
    ],
)
def test_a_post_about_somebody_met_at_work_is_hinted_at(text: str, about_a_case: bool) -> None:
    assert ("WRK-01" in {f.rule_id for f in engine.find(text)}) is about_a_case
