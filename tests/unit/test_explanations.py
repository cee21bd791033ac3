"""Every explanation says what was seen and where, why it matters and what it adds up to, in plain sentences."""

from __future__ import annotations

import re

import pytest

from privacy_check import wording
from privacy_check.detectors import engine, explain
from privacy_check.detectors.base import Match
from privacy_check.model import EntityType
from privacy_check.text.fold import fold
from tests import accuracy

_WORD = re.compile(r"[\w'’-]+")
_INNER = re.compile(r"alone|beside|what looks like|you told us|a name after|in words", re.IGNORECASE)
_TEXTS = [row["text"] for row in accuracy.load("reporting")]
_FINDINGS = [
    finding for field in ("bio", "posts") for text in _TEXTS for finding in engine.find(text, field=field)
]


def test_enough_of_every_kind_is_looked_at() -> None:
    assert len({finding.entity_type for finding in _FINDINGS}) >= 22


def test_a_sure_finding_is_explained_in_two_to_four_short_sentences() -> None:
    for text in {finding.explanation for finding in _FINDINGS if finding.confirmed}:
        sentences = re.split(r"(?<=[.!?])\s", text)
        assert 2 <= len(sentences) <= 4, text
        assert all(len(_WORD.findall(sentence)) <= 26 for sentence in sentences), text
        assert all(sentence[0].isupper() and sentence[-1] in ".?!" for sentence in sentences), text


def test_nothing_of_the_inner_reasons_is_read_out() -> None:
    assert not [text for text in {finding.explanation for finding in _FINDINGS} if _INNER.search(text)]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (EntityType.PHONE, "PI-03"),
        (EntityType.ADDRESS, "PI-06"),
        (EntityType.FAMILY_NAME, "REL-01"),
        (EntityType.AGE, "PI-08"),
    ],
)
def test_a_hint_is_a_question(kind: EntityType, rule: str) -> None:
    text = explain.finding(Match(kind, 0, 3, 0.4, "anything", rule), fold("one two"), "posts").explanation
    assert text.startswith("This may be ")
    assert text.endswith("?")


@pytest.mark.parametrize(
    "kind", sorted({kind for detector in engine.all_detectors() for kind in detector.entity_types})
)
def test_every_kind_has_its_words(kind: EntityType) -> None:
    match = Match(kind, 0, 3, 0.9, "anything", "REL-04" if kind is EntityType.PROFILE else "PI-08")
    text = explain.finding(match, fold("one two"), "bio").explanation
    assert "in your bio" in text
    assert "one" not in _WORD.findall(text.partition(".")[0])


def test_words_for_a_rule_come_before_words_for_a_kind() -> None:
    assert wording.of(wording.SEEN, EntityType.BIRTH_DATE, "PI-02b") == "a birthday"
    assert wording.of(wording.SEEN, EntityType.POSTCODE, "LOC-01") == "the first half of a postcode"
    assert wording.of(wording.SEEN, EntityType.POSTCODE, "PI-06") == "a full postcode"
    assert wording.of(wording.SEEN, EntityType.GROUP, "GRP-S1") == ""
