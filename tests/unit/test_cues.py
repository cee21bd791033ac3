"""Patterns are tried only where their words stand, and compiled only when they are tried."""

from __future__ import annotations

import re

import pytest

from privacy_check.detectors.employer_in_bio import EmployerInBio
from privacy_check.detectors.location import Location
from privacy_check.text.cues import Cues, anywhere, cue, late
from privacy_check.text.employers import known
from privacy_check.text.fold import fold
from privacy_check.text.vocabulary import places, telling_word

MOVED = cue("moved moving", r"mov(?:ed|ing) to ", 0.7)
HOME = cue("home", r"(?:at|near) home", 0.6, before=5, after=6)


def _found(each: re.Match[str]) -> tuple[int, str]:
    return each.start(), each[0]


def test_a_pattern_begins_at_its_words_only() -> None:
    said = fold("removed to a box, then moved to Hull and moving to Leeds")
    assert [_found(m) for m in MOVED.finditer(said)] == [(23, "moved to "), (41, "moving to ")]


def test_a_pattern_may_begin_before_its_word() -> None:
    assert [_found(m) for m in HOME.finditer(fold("at home, near home, homely at homes"))] == [
        (0, "at home"),
        (9, "near home"),
    ]


def test_words_that_must_be_in_the_text_as_well() -> None:
    tied = cue("dog", "dog [a-z]+", also="vet paws")
    assert [m[0] for m in tied.finditer(fold("the dog rex and his paws"))] == ["dog rex"]
    assert list(tied.finditer(fold("the dog rex and his ball"))) == []


def test_several_cues_answer_in_their_own_order() -> None:
    both = Cues(HOME, MOVED)
    said = fold("moved to Hull, now at home and moving to Leeds")
    assert [(tie.confidence, m[0]) for tie, m in both.finditer(said)] == [
        (0.6, "at home"),
        (0.7, "moved to "),
        (0.7, "moving to "),
    ]
    assert list(both.finditer(fold("nothing of the kind"))) == []


def test_a_late_pattern_is_compiled_when_first_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("anything")
    word = late(r"(?P<word>[a-z]+)", re.IGNORECASE)
    found = word.search("12 Oaks")
    assert found is not None
    assert (found["word"], word.pattern, word.sub("x", "a1b")) == ("Oaks", r"(?P<word>[a-z]+)", "x1x")
    assert word.fullmatch("Oaks") is not None
    assert word.fullmatch("Oaks 12") is None


def test_a_whole_text_is_asked_the_same_question_again() -> None:
    rains = anywhere(r"rain|snow")
    assert [rains(text) for text in ("it rains", "it shines", "it rains", "snow")] == [True, False, True, True]


def test_a_name_is_told_by_its_rarest_word() -> None:
    assert telling_word("the body shop") == "body"
    assert telling_word("next of kin") == "next"
    assert telling_word("just eat") == "eat"
    assert telling_word("365") == ""


def test_every_listed_employer_calls_for_its_detector() -> None:
    names = [name for name, everyday in known().items() if not everyday and any(map(str.isalpha, name))]
    assert [n for n in names if not EmployerInBio.triggers.pulled(fold(f"Nurse. {n.title()}. Tired."))] == []


def test_every_listed_place_calls_for_its_detector() -> None:
    missed = [name for name in places() if not Location.triggers.pulled(fold(f"we live in {name.title()} now"))]
    assert missed == []
