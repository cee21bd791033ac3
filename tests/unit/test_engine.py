"""The five steps: match, validate, weigh, filter, merge; and what a person is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check.detectors import engine, filters
from privacy_check.detectors.base import BaseDetector, Context, Match, Triggers, Whose
from privacy_check.model import EntityType, Severity
from privacy_check.text.fold import fold

PIECES = st.sampled_from(
    [
        "07700 900123", "0️⃣7️⃣7️⃣0️⃣0️⃣ 900123", "jane@example.org", "jаne@еxample.org", "AB12 CDE", "LS13 2PQ",
        "born 12/06/1990", "GB29 NWBK 6016 1331 9268 19", "5555 5555 5555 4444", "👩‍👧", "\u200b", "ﬁ", "\n",
        "oh seven seven double zero nine hundred one two three", "54.4609, -3.0886", "psn: kay_99", "&#64;", "%20",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map(" ".join)


def _one(text: str, kind: EntityType = EntityType.PHONE) -> list[str]:
    return [f.value.reveal() for f in engine.find(text) if f.entity_type is kind]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_spans_and_values_come_from_the_original(text: str) -> None:
    for finding in engine.find(text):
        assert finding.span is not None
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.value.reveal() == text[finding.span.start : finding.span.end]
        assert 0 < finding.confidence <= 1


@given(st.text(max_size=30), st.sampled_from(["07700 900123", "jane@example.org", "GB29 NWBK 6016 1331 9268 19"]))
@settings(max_examples=60, deadline=None)
def test_what_stands_on_its_own_line_is_found_beside_anything(noise: str, piece: str) -> None:
    text = f"{noise}\n\nsee:\n{piece}\nend"
    found = [text[f.span.start : f.span.end] for f in engine.find(text) if f.span]
    assert any(piece in value or value in piece for value in found)


def test_a_long_text_is_read_like_its_pieces() -> None:
    filler = "lorem ipsum dolor sit amet consectetur " * 70
    lines = [
        filler,
        "ring 07700 900123 please",
        filler,
        "mail jane@example.org now",
        filler,
        "reg AB12 CDE",
        filler,
    ]
    text = "\n".join(lines)
    found = [f.value.reveal() for f in engine.find(text)]
    assert found == ["07700 900123", "jane@example.org", "AB12 CDE"]


@pytest.mark.parametrize("shift", range(0, 400, 7))
def test_nothing_is_lost_or_doubled_at_the_edge_of_a_window(shift: int) -> None:
    filler = "so it goes " * 800
    at = engine.WINDOW - 200 + shift
    text = f"{filler[:at]} ring 07700 900123 or write to jane dot doe at example dot org {filler}"
    assert _one(text) == ["07700 900123"]
    assert _one(text, EntityType.EMAIL) == ["jane dot doe at example dot org"]


@pytest.mark.parametrize(
    "hostile",
    [
        "0" * 100_000,
        "07700 " * 16_000,
        "a@" * 50_000,
        "at " * 33_000,
        "one " * 25_000,
        "one two three " * 7_000,
        "call one two three four five six " * 3_000,
        "jane dot " * 11_000,
        "(" * 100_000,
        "<<" * 50_000,
        "1.1." * 25_000,
        "my my my my " * 8_000,
        "AB12 " * 20_000,
        "&#" * 50_000,
        "\u200b" * 100_000,
        "born on the " * 8_000,
        "@a.b" * 25_000,
        ":::" * 33_000,
    ],
)
def test_hostile_text_is_read_to_its_end(hostile: str) -> None:
    reading = engine.read(hostile)
    assert reading.complete


def test_too_much_text_is_read_in_part_and_says_so() -> None:
    reading = engine.read("07700 900123 " + "x " * (engine.MOST_CHARACTERS // 2))
    assert not reading.complete
    assert [f.value.reveal() for f in reading.findings] == ["07700 900123"]


def test_words_around_move_the_confidence() -> None:
    class Loud(BaseDetector):
        context = Context(raises=frozenset({"my"}), lowers=frozenset({"their"}))

    match = Match(EntityType.PHONE, 3, 6, 0.5, "a number", "PI-03")
    assert engine.weigh(match, Loud(), "my 123").confidence == 0.75
    assert engine.weigh(match, Loud(), "its 123 their").confidence == 0.25
    assert engine.weigh(match, Loud(), "ok 123").confidence == 0.5


def test_triggers_need_only_one_of_their_parts() -> None:
    triggers = Triggers(words=frozenset({"born"}), parts=("@",), digits=3)
    assert triggers.pulled(fold("Born in May"))
    assert triggers.pulled(fold("a@b"))
    assert triggers.pulled(fold("1 2 3"))
    assert not triggers.pulled(fold("stubborn 12"))


def test_the_more_particular_kind_keeps_the_place() -> None:
    phone = Match(EntityType.PHONE, 0, 10, 0.9, "a", "PI-03")
    nhs = Match(EntityType.NHS_NUMBER, 0, 12, 0.6, "b", "PI-07")
    place = Match(EntityType.LOCATION, 2, 8, 0.6, "c", "LOC-01")
    assert engine.merge([phone, nhs, place]) == [nhs, place]


def test_a_told_fact_keeps_its_place() -> None:
    guess = Match(EntityType.PHONE, 0, 12, 0.9, "a", "PI-03")
    told = Match(EntityType.PHONE, 2, 10, 1.0, "b", "PI-03", fact="phones")
    assert engine.merge([guess, told]) == [told]


@pytest.mark.parametrize("rule", filters.RULES, ids=lambda rule: rule.name)
def test_every_filter_is_named_and_dated(rule: filters.Rule) -> None:
    assert rule.name
    assert rule.looked_at.startswith("20")
    assert rule.kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("order 07700 900123 has shipped", EntityType.PHONE),
        ("ring 0300 123 4567 for help", EntityType.PHONE),
        ("part no AB12 CDE in stock", EntityType.VEHICLE_REGISTRATION),
        ("library, High Street, LS1 5HD", EntityType.POSTCODE),
        ("see https://example.org/07700900123/photo", EntityType.PHONE),
        ("Happy birthday to the BBC, 18 October 1922", EntityType.BIRTH_DATE),
        ("ISBN 0306406152 for the NHS library", EntityType.NHS_NUMBER),
    ],
)
def test_false_alarms_are_filtered(text: str, kind: EntityType) -> None:
    assert _one(text, kind) == []


def test_a_finding_explains_itself_without_repeating_the_value() -> None:
    (finding,) = engine.find("text me 07700 900123", field="bio")
    assert finding.rule_id == "PI-03"
    assert finding.severity is Severity.FIX_SOON
    assert finding.audiences
    assert finding.remedy_ids
    assert "your bio" in finding.explanation
    assert "900123" not in finding.explanation
    assert finding.field == "bio"


def test_a_shared_mailbox_is_only_asked_about() -> None:
    (finding,) = engine.find("write to info@example.org")
    assert not finding.confirmed
    assert finding.severity is Severity.GOOD_TO_KNOW
    assert finding.explanation.endswith("?")


def test_a_childs_birthday_is_the_childs() -> None:
    found = [
        f for f in engine.find("our daughter was born on 14/01/2024") if f.entity_type is EntityType.BIRTH_DATE
    ]
    assert [f.rule_id for f in found] == ["REL-04"]


def test_whose_has_a_word_for_everyone() -> None:
    assert {w.value for w in Whose} == {"writer", "child", "family", "other", "business"}


def test_empty_and_blank_texts_hold_nothing() -> None:
    assert engine.find("") == []
    assert engine.find(" \n\t ") == []


def test_words_that_a_person_hands_in_are_read_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The kettle sang.\n" * 1200 + "Mail me: jane.smith77@example.org."
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 1000)
    assert not engine.find(text)
    assert [found.entity_type for found in engine.find_all(text)] == [EntityType.EMAIL]
