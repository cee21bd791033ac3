"""The same place by other words, a town within its county, and places that are really two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.lookalikes.place_words import Whereabouts, compare_places


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("UK", "United Kingdom"),
        ("Cymru", "Wales"),
        ("Cardiff", "Caerdydd 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
        ("Bradford", "bradford, west yorkshire, UK"),
        ("Birmingham", "Brum"),
        ("🇬🇧", "Great Britain"),
        ("Köln", "Cologne, Germany"),
        ("Москва", "Moscow"),
        ("大阪", "Osaka, Japan"),
        ("Stow-on-the-Wold", "stow on the wold"),
    ],
)
def test_other_words_name_the_same_place(mine: str, theirs: str) -> None:
    assert compare_places(mine, theirs) is Whereabouts.SAME


@pytest.mark.parametrize(
    ("mine", "theirs"), [("Dundee", "Scotland"), ("York", "Yorkshire"), ("Truro", "Kernow"), ("Wigan", "🇬🇧")]
)
def test_a_town_and_what_it_lies_in_are_no_contradiction(mine: str, theirs: str) -> None:
    assert compare_places(mine, theirs) is compare_places(theirs, mine) is Whereabouts.WITHIN


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Dundee", "Cardiff"),
        ("Boston, Lincolnshire", "Boston, MA"),
        ("Perth, Scotland", "Perth, Australia"),
        ("Dundee", "Wales"),
    ],
)
def test_two_places_are_two(mine: str, theirs: str) -> None:
    assert compare_places(mine, theirs) is Whereabouts.ELSEWHERE


@pytest.mark.parametrize("unknown", ["", "here and there 🌍", "Little Thatchby"])
def test_words_that_name_no_known_place_contradict_nothing(unknown: str) -> None:
    assert compare_places("Norfolk", unknown) is Whereabouts.UNKNOWN


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared_both_ways(one: str, other: str) -> None:
    assert compare_places(one, other) is compare_places(other, one)
