"""Facts a person told: found in every form, near misses left alone, values never shown."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.detectors import engine, known
from privacy_check.detectors.known import Facts
from privacy_check.model import EntityType
from privacy_check.subject import AboutMe, Child
from privacy_check.text.fold import fold

CORPORA = Path(__file__).parents[1] / "corpora"
TODAY = date(2026, 9, 1)
KINDS = {
    "phone": {"phone"},
    "email": {"email", "handle"},
    "address": {"address", "location", "postcode"},
    "postcode": {"postcode", "address"},
    "dob": {"birth_date", "birth_year", "age"},
    "employer": {"employer"},
    "child": {"family_name"},
    "partner": {"family_name"},
    "school": {"school"},
    "vrm": {"vehicle_registration"},
    "pet": {"security_answer"},
    "maiden": {"security_answer"},
    "handle": {"handle"},
}


def facts(persona: str) -> Facts:
    return Facts(AboutMe.load(CORPORA / "personas" / f"{persona}.toml"), TODAY)


PERSONAS = {name: facts(name) for name in ("tamsin", "gethin")}


def told(persona: str, text: str) -> list[tuple[int, int, str]]:
    folded = fold(text)
    found = []
    for match in PERSONAS[persona].matches(folded):
        span = folded.span(match.start, match.end)
        found.append((span.start, span.end, match.entity_type.value))
    return found


def test_told_facts_are_found_in_every_form_and_near_misses_are_not() -> None:
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    near, wrong = [], []
    for line in (CORPORA / "known_facts.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found = told(row["persona"], row["text"])
        for span in row["spans"]:
            start, end = span["start"], span["end"]
            asked[span["match"]] += 1
            hits[span["match"]] += any(
                f[2] in KINDS[span["fact"]] and 2 * (min(f[1], end) - max(f[0], start)) >= end - start
                for f in found
            )
        for f in found:
            if not any(min(f[1], s["end"]) > max(f[0], s["start"]) for s in row["spans"]):
                wrong.append(row["text"])
        near += [row["text"] for trap in row["traps"] if any(min(f[1], trap["end"]) > f[0] for f in found)]
    share = {way: hits[way] / asked[way] for way in asked}
    assert share["exact"] == 1.0
    assert share["reformat"] >= 0.95
    assert share["obfuscated"] >= 0.85
    assert share["partial"] >= 0.8
    assert share["derived"] >= 0.5
    assert len(wrong) <= 5, wrong
    assert len(near) <= 1, near


def test_a_finding_names_the_fact_and_never_its_value() -> None:
    about = AboutMe(phones=("07700 900258",), mothers_maiden_name="Sugden")
    findings = engine.find("call me on 07700-900-258, the Sugden clan", about=about)
    by_fact = {f.fact: f for f in findings if f.fact}
    assert set(by_fact) == {"your phone number", "your mother's maiden name"}
    for finding in by_fact.values():
        assert "900" not in finding.explanation
        assert "Sugden" not in finding.explanation
        assert "Sugden" not in repr(finding)


def test_offsets_survive_disguise() -> None:
    text = "💖💖 ０７７００ ９００２５８ 💖"
    about = AboutMe(phones=("07700 900258",))
    values = [f.value.reveal() for f in engine.find(text, about=about) if f.fact]
    assert values == ["０７７００ ９００２５８"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Will it rain tomorrow?", False),
        ("Will Smith film on tonight", False),
        ("my Will is cooking", True),
        ("where there is a will", False),
    ],
)
def test_a_name_that_is_a_word_needs_a_person_around_it(text: str, found: bool) -> None:
    about = AboutMe(names=("Tamsin Okonjo",), partner="Will Okonjo")
    assert any(True for _ in known.match(fold(text), about)) is found


@given(st.text(max_size=300))
def test_no_text_breaks_the_search_for_facts(text: str) -> None:
    folded = fold(text)
    for match in PERSONAS["tamsin"].matches(folded):
        assert 0 <= match.start < match.end <= len(folded.text)


@given(
    st.builds(
        AboutMe,
        names=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        phones=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        emails=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        addresses=st.lists(st.text(max_size=40), max_size=2).map(tuple),
        employers=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        schools=st.lists(st.text(max_size=20), max_size=2).map(tuple),
        pets=st.lists(st.text(max_size=12), max_size=2).map(tuple),
        vehicles=st.lists(st.text(max_size=12), max_size=2).map(tuple),
        handles=st.lists(st.text(max_size=12), max_size=2).map(tuple),
        children=st.lists(st.builds(Child, st.text(max_size=12)), max_size=2).map(tuple),
        birth_date=st.none() | st.dates(),
        partner=st.text(max_size=12),
        mothers_maiden_name=st.text(max_size=12),
    )
)
def test_no_fact_breaks_the_making_of_its_forms(about: AboutMe) -> None:
    for match in Facts(about, TODAY).matches(fold("ring 07700 900258 or see @me at 12 High Street, born 1990")):
        assert match.end > match.start
        assert match.entity_type in EntityType


def test_age_and_star_sign_come_from_the_birth_date() -> None:
    ready = Facts(AboutMe(birth_date=date(1979, 3, 28)), TODAY)
    kinds = {m.entity_type for m in ready.matches(fold("turning 47, proper Aries me"))}
    assert kinds == {EntityType.AGE, EntityType.BIRTH_DATE}
    assert not list(ready.matches(fold("turning 61, proper Leo me")))
