"""Spoken spelling is read as the plain words it stands for, and findings point at what was written."""

from __future__ import annotations

import pytest

from privacy_check.detectors import engine
from privacy_check.text.dialect import plainly
from privacy_check.text.fold import fold

SAID = (
    ("am on the deli at Morrisons wi our Sharon", "employer", "Morrisons"),
    ("they've put me on nights at Asda till xmas", "employer", "Asda"),
    ("hubby Gethin works for Dwr Cymru so he's never dry", "employer", "Dwr Cymru"),
    ("started Coleg Gwent this week doin hair", "school", "Coleg Gwent"),
    ("av just moved to Gateshead any good chippys", "location", "Gateshead"),
    ("flyin to Dalaman the morra wi the weans", "absence", "flyin to Dalaman the morra"),
    ("no one in ours til Monday", "absence", "no one in ours til Monday"),
    ("am on the 7.40 bus every mornin wi me headphones", "routine", "7.40 bus every mornin"),
)
UNSAID = (
    "the tills at Morrisons were all shut again",
    "bin at the doctors all mornin",
    "raised Manchester eyebrows wi that tackle",
    "on tour with Oasis til August, what a job",
    "out the game til January wi his knee",
    "am in Aldi who wants owt",
)


@pytest.mark.parametrize(("text", "kind", "part"), SAID)
def test_spoken_spelling_is_heard(text: str, kind: str, part: str) -> None:
    spans = [f.span for f in engine.find(text) if f.entity_type.value == kind]
    assert any(span is not None and part in text[span.start : span.end] for span in spans)


@pytest.mark.parametrize("text", UNSAID)
def test_spoken_spelling_of_nothing_is_left_alone(text: str) -> None:
    kinds = {"location", "employer", "school", "absence", "routine"}
    assert [f for f in engine.find(text) if f.entity_type.value in kinds] == []


def test_places_point_back_to_what_was_written() -> None:
    text = "goin out wi me mam the morra, see ye"
    plain = plainly(fold(text))
    assert plain is not None
    folded, place = plain
    assert folded.lower == "going out with my mam tomorrow, see ye"
    at = folded.lower.index("tomorrow")
    assert text[place(at) : place(at + len("tomorrow"))] == "the morra"
    assert place(len(folded.lower)) == len(text)
    assert plainly(fold("plain words only")) is None


@pytest.mark.parametrize("text", ["---\nAway till the 5th!", "hello\n***\nAway till 14th August"])
def test_an_absence_begins_on_its_own_line(text: str) -> None:
    (found,) = [f.span for f in engine.find(text) if f.entity_type.value == "absence"]
    assert found is not None
    assert found.start == text.index("Away")
